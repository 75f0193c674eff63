"""Provisions in the words of regulations and their explainers: ranges, exact numbers of posts, rules that are gone."""

import pytest

from schemas import Provision, Role
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.provisions import find_provisions


def _provisions(text: str) -> list[Provision]:
    return find_provisions(read_doc(fold(text)))


def _facts(text: str) -> list[tuple[str, float | None, str | None]]:
    return [(p.kind, p.value, p.unit) for p in _provisions(text)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Thời hạn chuyển đổi vị trí là từ 3 năm (đủ 36 tháng) đến 4 năm (đủ 48 tháng).",
            [("other", 36, "month"), ("other", 48, "month")],
        ),
        ("1.2. Thời hạn biệt phái viên chức: Không quá 18 tháng.", [("max_duration", 18, "month")]),
        ("Quy định mới bỏ quy định “không quá 52 tuổi với nam; không quá 47 tuổi với nữ” khi luân chuyển.", []),
        (
            "Thời gian luân chuyển ít nhất 4 năm, thay vì tối thiểu 2 năm như cũ.",
            [("min_duration", 4, "year")],
        ),
        (
            "Quá nhiệm kỳ được hiểu là giữ một chức vụ liên tục từ 9 năm trở lên ở cùng một cơ quan.",
            [("max_duration", 9, "year")],
        ),
        (
            "Kế hoạch nhằm bảo đảm 100% cán bộ chủ chốt cấp tỉnh có kinh nghiệm điều hành ở cấp xã ít nhất 2 năm.",
            [("quota", 100, "percent"), ("other", 2, "year")],
        ),
        ("Định kỳ 4 năm một lần, thủ quỹ phải được chuyển đổi vị trí.", [("max_duration", 4, "year")]),
        ("Công chức thuế sau 30 tháng phải luân chuyển sang đội khác.", [("max_duration", 30, "month")]),
        (
            "Tuổi luân chuyển lần đầu: nam dưới 48, nữ dưới 43.",
            [("max_age", 48, "year"), ("max_age", 43, "year")],
        ),
        ("Bình quân mỗi phường không quá 1,5 phó chủ tịch UBND.", [("quota", 1.5, "person")]),
        (
            "Cơ cấu cấp ủy phải theo ba độ tuổi: Dưới 35 tuổi chiếm từ 12% trở lên.",
            [("quota", 12, "percent")],
        ),
        (
            "Phấn đấu tỷ lệ cán bộ trẻ tham gia cấp ủy đạt 12% trở lên; tỷ lệ nữ trên 18%.",
            [("quota", 12, "percent"), ("quota", 18, "percent")],
        ),
        ("Bố trí 100% chánh thanh tra tỉnh không phải người địa phương trước 30.6.", [("quota", 100, "percent")]),
        ("Ít nhất 40% xã có bí thư không phải người địa phương.", [("quota", 40, "percent")]),
        (
            "Số lượng cấp ủy viên phường: Ban chấp hành tối đa không quá 25; Ban thường vụ: Từ 7 - 9.",
            [("quota", 25, "person"), ("quota", 7, "person"), ("quota", 9, "person")],
        ),
        ("Người bị kỷ luật khiển trách thì trong 9 tháng không được bổ nhiệm.", [("other", 9, "month")]),
        (
            "Chờ bổ nhiệm: 9 tháng đối với hình thức kỷ luật khiển trách; 24 tháng đối với hình thức cảnh cáo.",
            [("other", 9, "month"), ("other", 24, "month")],
        ),
        ("Phòng có dưới 20 biên chế được bố trí 1 phó trưởng phòng.", [("quota", 1, "person")]),
        ("Nhân sự phải giữ chức vụ đang đảm nhiệm tối thiểu là 3 năm (36 tháng).", [("other", 36, "month")]),
        ("Thời hạn mỗi lần bổ nhiệm là 4 năm.", [("other", 4, "year")]),
        ("Đồng chí tái cử không quá 61 tuổi đối với nam.", [("max_age", 61, "year")]),
        (
            "Viên chức phải có đủ 4 năm công tác mới được xét. Nghị định nêu người được xét phải có đủ 4 năm công tác.",
            [("other", 4, "year")],
        ),
        (
            "Đề án đặt mục tiêu hằng năm luân chuyển từ 4 - 6% tổng số cán bộ quản lý.",
            [("quota", 4, "percent"), ("quota", 6, "percent")],
        ),
        ("Không luân chuyển người còn dưới 4 năm công tác (48 tháng).", [("other", 48, "month")]),
        ("Ai giữ chức vụ từ 7 năm trở lên ở một đơn vị thuộc diện luân chuyển.", [("max_duration", 7, "year")]),
        ("Người được chọn còn đủ tuổi tham gia 3 nhiệm kỳ cấp ủy trở lên.", [("other", 3, "term")]),
        ("Huyện ủy được bố trí thêm 1 phó bí thư để luân chuyển.", [("quota", 1, "person")]),
        (
            "Thời gian bổ nhiệm chủ tịch, phó chủ tịch UBND phường cho mỗi lần bổ nhiệm là 4 năm.",
            [("other", 4, "year")],
        ),
        (
            "Theo luật, số thứ trưởng không quá 4 (Bộ Quốc phòng không quá 6).",
            [("quota", 4, "person"), ("quota", 6, "person")],
        ),
        ("Phòng có từ 7-10 người trong biên chế được bố trí 1 lãnh đạo cấp phó.", [("quota", 1, "person")]),
        ("Đối với tỉnh được bố trí 3 phó bí thư thì một người phụ trách Mặt trận.", [("quota", 3, "person")]),
        ("Hoàn thành nhiệm vụ thì sau 3 năm sẽ được điều động về vị trí cao hơn.", [("other", 3, "year")]),
        ("Thời gian tăng cường cho xã vùng cao là 30 tháng.", [("other", 30, "month")]),
        (
            "Ngành luân phiên công việc với người có thời gian công tác tại một vị trí từ 30 tháng trở lên.",
            [("max_duration", 30, "month")],
        ),
        (
            "Trưởng trạm không giữ chức vụ quá 4 năm; trường hợp cần thiết có thể kéo dài nhưng không quá 6 năm.",
            [("max_duration", 4, "year"), ("max_duration", 6, "year")],
        ),
        (
            "Giám đốc chi nhánh giữ chức tối đa 3 nhiệm kỳ liên tục, mỗi nhiệm kỳ 4 năm.",
            [("max_consecutive_terms", 3, "term"), ("other", 4, "year")],
        ),
        ("Nhân sự phải đủ tuổi tham gia 3 nhiệm kỳ HĐND trở lên.", [("other", 3, "term")]),
        ("Trung tâm cấp xã được bố trí bình quân 3 cấp phó.", [("quota", 3, "person")]),
        ("Số lượng phó giám đốc sở được bố trí bình quân 4 người.", [("quota", 4, "person")]),
        (
            "Thời gian luân chuyển:\n- Ít nhất 4 năm đối với một chức danh.\n- Không quá 6 năm.",
            [("min_duration", 4, "year"), ("max_duration", 6, "year")],
        ),
        ("Phấn đấu có trên 12% cán bộ lãnh đạo cấp huyện là người trẻ.", [("quota", 12, "percent")]),
        ("Quy định nêu cán bộ từ 56 tuổi trở lên thì không luân chuyển.", [("max_age", 56, "year")]),
        ("Nhiệm kỳ đầu của thẩm phán là 4 năm.", [("other", 4, "year")]),
        ("Nghị định quy định bình quân mỗi sở có 4 phó giám đốc.", [("quota", 4, "person")]),
        ("Bảo đảm mỗi xã có từ 4 đồng chí Công an chính quy trở lên.", [("quota", 4, "person")]),
    ],
)
def test_wordings_of_rules(text: str, facts: list[tuple[str, float, str]]) -> None:
    """Each wording gives the rules that it sets, and no others."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "Bà có thời gian luân chuyển về xã là 2 năm.",
        "Sở hiện có 1 giám đốc và 2 phó giám đốc.",
        "Huyện đã bố trí 2 phó chủ tịch trẻ.",
        "Tới đây, công an huyện sẽ điều động ít nhất 30 đồng chí về xã.",
        "Phòng này có 17 cán bộ từ cấp phó trở lên.",
        "Đối với nơi có từ 4 phó bí thư trở lên thì một người phụ trách Mặt trận.",
        "9 giáo viên hết hạn biệt phái được trở lại trường cũ.",
    ],
)
def test_told_numbers_of_people_set_no_quota(text: str) -> None:
    """A number of posts that are filled, or of people who will be or were moved, is no rule."""
    assert not _provisions(text)


def test_classes_of_localities_have_quotas_each() -> None:
    """An exact number stands beside the limits of other classes; equal numbers of other kinds of bodies are two."""
    text = (
        "Tỉnh loại I có không quá 3 phó chủ tịch UBND; tỉnh loại II có 2. Xã loại I có không quá 2 phó chủ tịch UBND."
    )
    found = _provisions(text)
    assert [p.value for p in found] == [3, 2, 2]
    assert all(p.roles == [Role.PEOPLES_COMMITTEE_VICE_CHAIR] for p in found)


def test_service_left_is_one_rule_told_from_both_sides() -> None:
    """Who has less time left is not moved, and who is moved must have as much: one rule."""
    text = (
        "Không luân chuyển người còn công tác ít hơn 8 năm. Người được chọn phải còn thời gian công tác ít nhất 8 năm."
    )
    (found,) = _provisions(text)
    assert (found.kind, found.value, len(found.evidence)) == ("other", 8, 2)


def test_the_post_at_the_head_is_a_head() -> None:
    """ "Chức vụ đứng đầu" names a role without a title."""
    (found,) = _provisions("Không để ai giữ chức vụ đứng đầu quá ba nhiệm kỳ liên tiếp ở một huyện.")
    assert found.roles == [Role.HEAD]


def test_kinds_of_staff_are_no_posts_of_a_rule() -> None:
    """Staff whom a rule is about ("viên chức") are no role."""
    (found,) = _provisions("Thời hạn chuyển đổi vị trí công tác là 4 năm đối với kế toán, viên chức thủ quỹ.")
    assert found.roles == []


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch nêu luân chuyển theo 3 hướng: từ huyện về xã, từ xã lên huyện và giữa các xã với nhau.",
        "Luân chuyển dọc từ huyện về xã, từ xã lên huyện; luân chuyển ngang giữa các xã.",
    ],
)
def test_ranked_directions_are_scopes_each(text: str) -> None:
    """Directions behind their number or rank are a rule each."""
    flows = [(p.flow.from_level, p.flow.to_level) for p in _provisions(text) if p.flow is not None]
    assert flows == [("district", "commune"), ("commune", "district"), ("commune", "commune")]


@pytest.mark.parametrize(
    "text",
    ["Việc luân chuyển ngang giữa các huyện còn ít.", "Ba người luân chuyển ngang giữa các phòng của huyện."],
)
def test_told_directions_are_no_scopes(text: str) -> None:
    """What is done seldom or was done sets no rule."""
    assert not _provisions(text)


def test_each_sender_has_its_own_direction() -> None:
    """A second quota of the sentence begins at its own "mỗi"."""
    found = _provisions(
        "Hằng năm, mỗi huyện luân chuyển ít nhất 3 cán bộ về xã, mỗi sở luân chuyển ít nhất 2 cán bộ về huyện."
    )
    flows = [(p.value, p.flow.from_level, p.flow.to_level) for p in found if p.flow is not None]
    assert flows == [(3, "district", "commune"), (2, "province", "district")]


def test_deputies_of_the_head_are_deputies() -> None:
    """Whose deputies a quota counts is not what it counts; told twice it is one rule."""
    text = "Cấp phó cơ quan này không quá 6 người. Số lượng cấp phó của người đứng đầu không quá 6 người."
    (found,) = _provisions(text)
    assert (found.roles, len(found.evidence)) == ([Role.DEPUTY_HEAD], 2)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Nhiệm kỳ của Chánh án Tòa án nhân dân tỉnh, thành phố là 4 năm.", [Role.HEAD]),
        ("Nhiệm kỳ của Hiệu trưởng là 4 năm, phó hiệu trưởng giúp việc.", [Role.HEAD]),
        ("Thời hạn giữ chức vụ là 4 năm đối với cấp trưởng, cấp phó.", [Role.HEAD, Role.DEPUTY_HEAD]),
        ("Thời hạn giữ chức vụ là 4 năm, giám đốc quyết định.", []),
    ],
)
def test_a_fixed_term_is_of_the_posts_it_names(text: str, roles: list[Role]) -> None:
    """The posts stand inside the rule or behind "đối với"; those of another clause are none of it."""
    (found,) = _provisions(text)
    assert (found.value, found.roles) == (4, roles)


def test_quotas_of_other_bodies_are_rules_of_their_own() -> None:
    """An example restates a quota; the same number for a body of another size does not."""
    text = "Mỗi phòng của xã có không quá 2 phó trưởng phòng. Ở xã A, mỗi phòng có không quá 2 phó trưởng phòng. {}"
    assert len(_provisions(text.format(""))) == 1
    assert (
        len(
            _provisions(
                text.format("Thanh tra sở có từ 8 biên chế trở lên được bố trí không quá 2 phó chánh thanh tra.")
            )
        )
        == 2
    )
