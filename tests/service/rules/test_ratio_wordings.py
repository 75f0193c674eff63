"""Ratios in the words of reports: parts of a number of posts, posts that come to a number, rates taken up again."""

import pytest

from schemas import CoverageRatio, Level, Role
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.ratios import find_ratios


def _ratios(text: str) -> list[CoverageRatio]:
    return find_ratios(read_doc(fold(text)))


def test_a_part_of_a_number_of_posts_is_a_ratio() -> None:
    """The whole stands first, its part behind the comma."""
    (found,) = _ratios("Trong số 30 chủ tịch UBND tỉnh, có 12 người không phải là người địa phương.")
    assert (found.numerator, found.denominator, found.unit_level) == (12, 30, Level.PROVINCE)
    assert found.roles == [Role.PEOPLES_COMMITTEE_CHAIR]


def test_the_number_of_posts_that_meet_a_rule_is_a_ratio_without_a_whole() -> None:
    """What the number of such posts comes to is the numerator; who among them comes from where is not."""
    text = "Số bí thư huyện ủy không phải là người địa phương tăng lên 17 người, trong số này có 5 người quê Long An."
    (found,) = _ratios(text)
    assert (found.numerator, found.denominator) == (17, None)


def test_a_rate_taken_up_has_the_rule_of_the_one_before() -> None:
    """ "Tỷ lệ này" goes on with another tier."""
    text = "14/30 tỉnh có chánh thanh tra không phải là người địa phương; ở cấp huyện tỷ lệ này là 41,5%."
    found = _ratios(text)
    assert [(r.percent, r.unit_level, r.roles) for r in found] == [
        (None, Level.PROVINCE, [Role.HEAD]),
        (41.5, Level.DISTRICT, [Role.HEAD]),
    ]


def test_members_behind_a_bare_copula_are_as_many_as_counted() -> None:
    """A list that is opened by "là" alone is one only where its length is the number that announces it."""
    text = "3/9 xã có bí thư không phải là người địa phương là {}."
    assert _ratios(text.format("Tân Lập, Yên Thịnh và Phú Hòa"))[0].members == ["Tân Lập", "Yên Thịnh", "Phú Hòa"]
    assert not _ratios(text.format("Tân Lập"))[0].members


def test_cities_under_the_state_are_provinces() -> None:
    """ "Thành phố trực thuộc Trung ương" is the tier of provinces."""
    (found,) = _ratios("Ở cả 4 thành phố trực thuộc Trung ương, bí thư đều không là người địa phương.")
    assert (found.numerator, found.denominator, found.unit_level) == (4, 4, Level.PROVINCE)


def test_an_ordered_share_is_no_ratio() -> None:
    """What is to be reached by a day has not been reached."""
    assert not _ratios("100% chánh án không được là người địa phương, hoàn thành trước ngày 1/6/2026.")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Có 8/10 bí thư huyện ủy, thị ủy; 6/10 chủ tịch UBND cấp huyện không phải là người địa phương.",
            [(8, 10, None, "district", "secretary"), (6, 10, None, "district", "peoples_committee_chair")],
        ),
        (
            "Cả nước có 21/30 giám đốc, 22/30 chánh án và 23/30 viện trưởng không phải là người địa phương.",
            [(21, 30, None, None, "head"), (22, 30, None, None, "head"), (23, 30, None, None, "head")],
        ),
        (
            "Sau đại hội, 81% bí thư đảng ủy xã và 63% chủ tịch UBND xã không phải người địa phương.",
            [(None, None, 81, "commune", "secretary"), (None, None, 63, "commune", "peoples_committee_chair")],
        ),
        (
            "Tỉnh có 11 đồng chí bí thư, 8 đồng chí chủ tịch UBND cấp huyện không là người địa phương.",
            [(11, None, None, "district", "secretary"), (8, None, None, "district", "peoples_committee_chair")],
        ),
        (
            "Đến nay đã bố trí bí thư không phải là người địa phương ở 7/9 huyện, thị xã và chủ tịch UBND ở 5/9 huyện.",
            [(7, 9, None, "district", "secretary"), (5, 9, None, "district", "peoples_committee_chair")],
        ),
        (
            "Tỉnh có 9/13 huyện, thị xã có bí thư và 7/13 nơi có chủ tịch UBND không phải người địa phương.",
            [(9, 13, None, "district", "secretary"), (7, 13, None, "district", "peoples_committee_chair")],
        ),
        (
            "Gần 70% bí thư huyện ủy, trên 40% chủ tịch UBND huyện không phải là người địa phương.",
            [(None, None, 70, "district", "secretary"), (None, None, 40, "district", "peoples_committee_chair")],
        ),
        (
            "Số bí thư cấp xã không phải người địa phương là 55 người, chiếm 41%; chủ tịch UBND cấp xã là 32 người.",
            [(55, None, 41, "commune", "secretary"), (32, None, None, "commune", "peoples_committee_chair")],
        ),
        (
            "Có 2/9 đơn vị cấp huyện bí thư đồng thời chủ tịch UBND.",
            [(2, 9, None, "district", "secretary,peoples_committee_chair")],
        ),
        (
            "Bí thư cấp ủy của 7/10 huyện, thị xã không phải là người địa phương, chiếm 70%.",
            [(7, 10, 70, "district", "secretary")],
        ),
        (
            "Bí thư chi bộ đồng thời là trưởng thôn đạt 63%.",
            [(None, None, 63, None, "secretary")],
        ),
        (
            "Đến nay, 30 chủ tịch UBND tỉnh nhiệm kỳ 2021-2026 đều không phải là người địa phương.",
            [(30, 30, None, "province", "peoples_committee_chair")],
        ),
        (
            "Trong số 60 chủ tịch UBND tỉnh, có tới 22 trường hợp không là người địa phương.",
            [(22, 60, None, "province", "peoples_committee_chair")],
        ),
        (
            "Huyện có 40 trong tổng số 77 thôn thực hiện mô hình bí thư chi bộ kiêm trưởng thôn.",
            [(40, 77, None, None, "secretary")],
        ),
        (
            "2/3 số bí thư huyện ủy của tỉnh không phải người địa phương.",
            [(2, 3, None, "district", "secretary")],
        ),
        (
            "Tỷ lệ bí thư cấp huyện không phải người địa phương đạt 77,5%; cấp xã đạt 35,5%.",
            [(None, None, 77.5, "district", "secretary"), (None, None, 35.5, "commune", "secretary")],
        ),
    ],
)
def test_rows_of_shares_have_one_rule(text: str, facts: list[tuple[object, ...]]) -> None:
    """The rule stands once, behind the last share of a row or before the first; each has its own posts and tier."""
    found = [(r.numerator, r.denominator, r.percent, r.unit_level, ",".join(r.roles)) for r in _ratios(text)]
    assert found == facts


def test_a_share_with_a_predicate_of_its_own_is_in_no_row() -> None:
    """What is told of the share before it is another matter."""
    found = _ratios("9/10 huyện đạt chuẩn; 6/10 chủ tịch UBND cấp huyện không phải là người địa phương.")
    assert [(r.numerator, r.denominator) for r in found] == [(6, 10)]


def test_thousands_of_hamlets_are_counted() -> None:
    """Points at the thousands are part of the number."""
    (found,) = _ratios("1.150/1.320 thôn có bí thư chi bộ đồng thời là trưởng thôn (87,1%).")
    assert (found.numerator, found.denominator, found.percent) == (1150, 1320, 87.1)


@pytest.mark.parametrize(
    "text",
    [
        "Hiện 90% trưởng công an xã là công an chính quy.",
        "Huyện đã có 90% số xã được bố trí công an chính quy giữ chức trưởng công an.",
    ],
)
def test_a_bare_share_of_regular_police_chiefs_is_a_ratio(text: str) -> None:
    """Communes or their chiefs are counted in percent alone."""
    (found,) = _ratios(text)
    assert (found.percent, found.unit_level, found.roles) == (90, Level.COMMUNE, [Role.HEAD])


def test_other_shares_beside_regular_police_are_no_ratios() -> None:
    """What the police of communes have reached is no share of posts."""
    assert _ratios("Lực lượng công an chính quy ở xã đã kéo giảm 25% số vụ trộm.") == []


def test_a_percentage_in_brackets_restates_the_share_before_its_units() -> None:
    """ "8/8 (100%) trưởng công an" is one ratio of posts."""
    (found,) = _ratios("8/8 (100%) trưởng công an huyện không phải là người địa phương.")
    assert (found.numerator, found.denominator, found.percent, found.roles) == (8, 8, 100, [Role.HEAD])


def test_committees_that_are_counted_are_as_many_districts() -> None:
    """ "Huyện, thị, thành ủy" behind a number is the tier of the ratio, not the province named before."""
    (found,) = _ratios("Toàn tỉnh có 9/11 huyện, thị, thành ủy có bí thư không phải là người địa phương.")
    assert found.unit_level is Level.DISTRICT


def test_a_part_is_told_of_districts_named_before() -> None:
    """ "Trong 7 huyện thì 4 nơi"; another tier behind "có" is no part."""
    (found,) = _ratios("Trong 7 huyện, thị xã thì 4 nơi có bí thư là người từ nơi khác đến.")
    assert (found.numerator, found.denominator, found.unit_level) == (4, 7, Level.DISTRICT)
    (other,) = _ratios("Trong 7 huyện, có 4 xã bố trí bí thư không là người địa phương.")
    assert (other.numerator, other.denominator) == (4, None)


def test_two_bodies_led_by_one_are_a_ratio_of_another_rule() -> None:
    """The heads of a Party board and of an office of the same locality in one person."""
    (found,) = _ratios("6/8 huyện có trưởng ban tổ chức kiêm trưởng phòng nội vụ.")
    assert (found.measure.value, found.numerator, found.roles) == ("other", 6, [Role.HEAD])


def test_a_share_to_be_renewed_is_aimed_at() -> None:
    """ "Đổi mới ít nhất 30%" is no state, though "mới" alone tells one."""
    assert _ratios("Bảo đảm đổi mới ít nhất 30% chức danh bí thư không là người địa phương.") == []


def test_communes_beside_the_name_of_their_district_are_communes() -> None:
    """ "Xã, thị trấn huyện Lộc Bình": the district's name is no further tier of the enumeration."""
    (found,) = _ratios("Có 90% xã, thị trấn huyện Lộc Bình bố trí bí thư không là người địa phương.")
    assert found.unit_level is Level.COMMUNE


def test_shares_of_posts_take_the_tier_of_their_label() -> None:
    """The rule stands at the end of the row, the tiers before the shares of each."""
    text = "Cấp huyện có 5/8 bí thư, 4/8 chủ tịch UBND; cấp xã có 61/90 bí thư không phải là người địa phương."
    assert [(r.numerator, r.unit_level, r.roles) for r in _ratios(text)] == [
        (5, Level.DISTRICT, [Role.SECRETARY]),
        (4, Level.DISTRICT, [Role.PEOPLES_COMMITTEE_CHAIR]),
        (61, Level.COMMUNE, [Role.SECRETARY]),
    ]


def test_one_share_of_two_posts_is_two_ratios() -> None:
    """The same numbers of another post are no repeat, and need no units of their own."""
    text = "30/30 tỉnh có bí thư không phải là người địa phương; 30/30 có chủ tịch UBND không là người địa phương."
    assert [(r.numerator, r.denominator, r.roles) for r in _ratios(text)] == [
        (30, 30, [Role.SECRETARY]),
        (30, 30, [Role.PEOPLES_COMMITTEE_CHAIR]),
    ]


def test_posts_that_make_up_a_share_are_a_ratio() -> None:
    """ "Số bí thư ... chiếm 62,5%" is of posts; a share of officials moved is of people."""
    (found,) = _ratios("Số bí thư cấp huyện không phải người địa phương chiếm 62,5%.")
    assert (found.percent, found.unit_level) == (62.5, Level.DISTRICT)
    assert _ratios("Cán bộ không phải người địa phương chiếm 62,5% số cán bộ luân chuyển.") == []
