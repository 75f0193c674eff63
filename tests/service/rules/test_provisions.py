"""Provisions: what a rule sets, its value and unit, its posts and flow; and what sets no rule."""

import pytest

from schemas import Level, Provision, Role
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.provisions import find_provisions


def _provisions(text: str) -> list[Provision]:
    return find_provisions(read_doc(fold(text)))


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("Thời gian luân chuyển tối thiểu 2 năm (24 tháng).", "min_duration", 24, "month"),
        ("Thời gian biệt phái ít nhất là ba năm đối với mỗi chức danh.", "min_duration", 3, "year"),
        ("Cán bộ luân chuyển phải công tác tại xã ít nhất 18 tháng.", "min_duration", 18, "month"),
        ("Thời hạn biệt phái viên chức không quá 3 năm.", "max_duration", 3, "year"),
        ("Đối tượng luân chuyển là cán bộ trẻ dưới 35 tuổi.", "max_age", 35, "year"),
        ("Cán bộ được chọn phải từ 45 tuổi trở xuống.", "max_age", 45, "year"),
        ("Bí thư không giữ chức vụ quá ba nhiệm kỳ liên tiếp.", "max_consecutive_terms", 3, "term"),
        ("Số lượng phó giám đốc sở không quá bốn người.", "quota", 4, "person"),
        ("Số lượng viên chức biệt phái không vượt quá 25% biên chế.", "quota", 25, "percent"),
        ("Bảo đảm 100% cán bộ diện quy hoạch được luân chuyển.", "quota", 100, "percent"),
        ("Người được luân chuyển phải còn thời gian công tác ít nhất 6 năm.", "other", 6, "year"),
        ("Thời hạn bổ nhiệm giữ chức vụ là 5 năm.", "other", 5, "year"),
    ],
)
def test_a_rule_with_a_number_has_kind_value_and_unit(text: str, kind: str, value: int, unit: str) -> None:
    """What the number limits gives the kind; a finer unit in brackets is the one taken."""
    (found,) = _provisions(text)
    assert (found.kind, found.value, found.unit) == (kind, value, unit)


def test_cases_of_one_fixed_term_are_provisions_each() -> None:
    """A term for women and one for men are two rules."""
    found = _provisions("Thời hạn biệt phái là 1 năm đối với nữ và 2 năm đối với nam.")
    assert [(p.kind, p.value, p.unit) for p in found] == [("other", 1, "year"), ("other", 2, "year")]


def test_both_ends_of_a_range_are_rules() -> None:
    """A range of time has no single value: each end is a provision of kind other."""
    found = _provisions("Thời gian luân chuyển từ 2 đến 4 năm.")
    assert [(p.kind, p.value, p.unit) for p in found] == [("other", 2, "year"), ("other", 4, "year")]


def test_a_quota_is_of_the_nearest_post() -> None:
    """Who tells the rule is not what it counts."""
    (found,) = _provisions("Bộ trưởng cho biết số thứ trưởng không quá 5 người.")
    assert found.roles == [Role.DEPUTY_HEAD]


def test_a_quota_names_its_posts_and_hands_them_on() -> None:
    """A second number of the sentence is of the same posts and people."""
    found = _provisions("Với chức danh phó bí thư, tỉnh lớn không quá 4 người; các tỉnh khác không quá 3.")
    assert [(p.value, p.unit, p.roles) for p in found] == [
        (4, "person", [Role.DEPUTY_SECRETARY]),
        (3, "person", [Role.DEPUTY_SECRETARY]),
    ]


def test_the_scope_and_its_reverse_are_two_provisions() -> None:
    """ "và ngược lại" gives the other direction; each piece between semicolons is a rule."""
    found = _provisions("Phạm vi luân chuyển từ tỉnh về huyện và ngược lại; giữa các cơ quan, đơn vị với nhau.")
    flows = [(p.flow.from_level, p.flow.to_level) for p in found if p.flow is not None]
    assert flows == [
        (Level.PROVINCE, Level.DISTRICT),
        (Level.DISTRICT, Level.PROVINCE),
        (Level.AGENCY, Level.AGENCY),
    ]


def test_a_placement_names_the_kind_of_post() -> None:
    """What post is mostly given is a rule without a number."""
    (found,) = _provisions("Cán bộ trẻ khi luân chuyển chủ yếu bố trí làm cấp phó.")
    assert (found.kind, found.roles) == ("placement", [Role.DEPUTY_HEAD])


def test_a_rule_stated_twice_is_one_provision() -> None:
    """The heading and the sentence of one rule are two spans; the finer unit stays."""
    text = "Thời gian luân chuyển ít nhất 3 năm\nThời gian luân chuyển ít nhất là 3 năm (36 tháng) đối với cán bộ."
    (found,) = _provisions(text)
    assert (found.value, found.unit, len(found.evidence)) == (36, "month", 2)


def test_who_is_not_moved_is_a_rule() -> None:
    """A ban on moving officials under discipline is a provision of kind other."""
    (found,) = _provisions("Không luân chuyển về tỉnh những cán bộ bị kỷ luật, năng lực yếu.")
    assert (found.kind, found.value) == ("other", None)


@pytest.mark.parametrize(
    "text",
    [
        "Trong đó có 26 cán bộ trẻ dưới 40 tuổi.",
        "Huyện đã luân chuyển ít nhất 20 cán bộ về xã.",
        "Xe chở khách không quá 3 người được vào bến.",
        "Ông đã giữ chức trưởng phòng hai nhiệm kỳ liên tiếp.",
        "Thời gian ông Lê Văn Tám biệt phái là 3 năm.",
        "Xã vùng cao có dân số ít nhất 900 người.",
        "Người biệt phái được hưởng phụ cấp tối đa 60 tháng.",
        "Công tác cán bộ phải khách quan, công khai, minh bạch.",
        "Kết quả không quá 50% số phiếu bầu.",
    ],
)
def test_what_sets_no_rule_for_posts_gives_no_provision(text: str) -> None:
    """Counts, careers, other subjects, benefits, votes and vague aims are left out."""
    assert _provisions(text) == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Đội trưởng không quá 4 năm tại một địa bàn.", [Role.HEAD]),
        ("Cán bộ giữ chức trưởng phòng tài chính quá 6 năm phải được luân chuyển.", [Role.HEAD]),
        ("Lãnh đạo phòng thuế 5 năm phải đổi chỗ.", [Role.HEAD, Role.DEPUTY_HEAD]),
        ("Bí thư, chủ tịch UBND huyện không quá 2 nhiệm kỳ liên tiếp.", [Role.SECRETARY, Role.PEOPLES_COMMITTEE_CHAIR]),
        (
            "Mỗi huyện nhận thêm không quá 2 cán bộ luân chuyển, gồm một phó bí thư và một phó chủ tịch UBND.",
            [Role.DEPUTY_SECRETARY, Role.PEOPLES_COMMITTEE_VICE_CHAIR],
        ),
        ("Kế hoạch đặt ra đến năm 2027 có trên 45% bí thư cấp huyện không là người địa phương.", [Role.SECRETARY]),
    ],
)
def test_a_rule_names_the_posts_it_limits(text: str, roles: list[Role]) -> None:
    """The posts stand before the limit, behind "giữ chức", or in the list of those counted."""
    (found,) = _provisions(text)
    assert found.roles == roles


def test_a_quota_of_people_sent_begins_at_their_bodies() -> None:
    """ "mỗi sở ... về cơ sở" is a direction from the province to a tier left open."""
    (found,) = _provisions("Hằng năm, mỗi sở phải cử ít nhất 3 cán bộ đi luân chuyển về cơ sở.")
    assert found.flow is not None
    assert (found.flow.from_level, found.flow.to_level) == (Level.PROVINCE, None)


def test_a_rule_told_again_with_fewer_posts_is_the_same_rule() -> None:
    """A headline that names one post of two, or "người đứng đầu", restates the rule of the text."""
    text = (
        "Người đứng đầu không quá 2 nhiệm kỳ liên tiếp.\n"
        "Bí thư huyện ủy, chủ tịch UBND huyện không giữ chức quá hai nhiệm kỳ liên tiếp tại một nơi.\n"
        "Bí thư không quá hai nhiệm kỳ liên tiếp."
    )
    (found,) = _provisions(text)
    assert found.roles == [Role.SECRETARY, Role.PEOPLES_COMMITTEE_CHAIR]
    assert len(found.evidence) == 3


def test_an_aim_goes_on_in_the_next_sentence() -> None:
    """A sentence that begins with a share goes on from the plan's share before it; a state told ends the plan."""
    plan = "Kế hoạch xác định có trên 40% chủ tịch UBND cấp huyện không là người địa phương. "
    more = "100% chánh thanh tra huyện không phải là người địa phương."
    assert [p.value for p in _provisions(plan + more)] == [40, 100]
    assert [p.value for p in _provisions(plan + "Hiện 100% chánh thanh tra huyện không phải là người địa phương.")] == [
        40
    ]


def test_the_upper_end_of_a_range_is_the_most_time_where_the_text_says_so() -> None:
    """ "từ 2 đến 5 năm" beside "tối đa 5 năm" states one maximum twice."""
    found = _provisions("Phải đổi vị trí công tác sau tối đa 5 năm.\nThời hạn chuyển đổi vị trí từ 2 năm đến 5 năm.")
    assert [(p.kind, p.value, len(p.evidence)) for p in found] == [("max_duration", 5, 2), ("other", 2, 1)]
