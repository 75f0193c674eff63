"""Ratios: numbers, percentage, tier, posts and members of shares that meet a personnel rule."""

import pytest

from schemas import CoverageRatio, Level, Measure, Role
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.ratios import find_ratios


def _ratios(text: str) -> list[CoverageRatio]:
    return find_ratios(read_doc(fold(text)))


@pytest.mark.parametrize(
    ("text", "measure", "values", "level"),
    [
        ("Hiện 5/9 huyện, thị xã có bí thư không phải người địa phương.", Measure.NON_LOCAL_LEADER, (5, 9, None),
         Level.DISTRICT),
        ("Có 40/64 xã, phường (62,5%) bố trí chủ tịch không là người địa phương.", Measure.NON_LOCAL_LEADER,
         (40, 64, 62.5), Level.COMMUNE),
        ("Đến nay 100% bí thư chi bộ xã đồng thời là chủ tịch UBND xã.", Measure.SECRETARY_IS_CHAIR,
         (None, None, 100.0), Level.COMMUNE),
        ("Có 3 trong 8 huyện bố trí bí thư kiêm chủ tịch UBND huyện.", Measure.SECRETARY_IS_CHAIR, (3, 8, None),
         Level.DISTRICT),
        ("Bí thư cấp huyện không là người địa phương là 6/10, tương đương 60%.", Measure.NON_LOCAL_LEADER,
         (6, 10, 60.0), Level.DISTRICT),
    ],
)  # fmt: skip
def test_a_share_that_meets_a_rule_is_a_ratio(
    text: str, measure: Measure, values: tuple[int | None, int | None, float | None], level: Level
) -> None:
    """The rule may stand behind the numbers or before them; the tier is that of the units counted."""
    (found,) = _ratios(text)
    assert (found.measure, found.unit_level) == (measure, level)
    assert (found.numerator, found.denominator, found.percent) == values


def test_the_posts_of_a_ratio_are_those_before_the_rule() -> None:
    """A ratio of localities with a certain post names the post."""
    (found,) = _ratios("Có 4/7 huyện bố trí Bí thư Huyện ủy không là người địa phương.")
    assert found.roles == [Role.SECRETARY]


def test_the_members_are_bare_names() -> None:
    """A list behind the rule gives names without the words of their kind."""
    text = "Có 3/7 huyện có bí thư không là người địa phương, gồm: Thành ủy Đông Hà, các Huyện ủy: Gio Linh và Cam Lộ."
    (found,) = _ratios(text)
    assert found.members == ["Đông Hà", "Gio Linh", "Cam Lộ"]


def test_a_share_that_goes_on_has_the_rule_of_the_one_before() -> None:
    """ "con số này" is of the same rule, in another tier."""
    text = "Có 4/7 huyện có bí thư không là người địa phương. Ở cấp xã, con số này là 50/80."
    assert [(r.measure, r.numerator, r.unit_level) for r in _ratios(text)] == [
        (Measure.NON_LOCAL_LEADER, 4, Level.DISTRICT),
        (Measure.NON_LOCAL_LEADER, 50, Level.COMMUNE),
    ]


def test_coordinated_shares_have_one_rule() -> None:
    """The rule behind the second share is the first one's too; posts are each share's own."""
    found = _ratios("Tỉnh bố trí 6/9 bí thư huyện ủy, 5/9 chủ tịch UBND huyện không phải là người địa phương.")
    assert [(r.numerator, r.roles) for r in found] == [(6, [Role.SECRETARY]), (5, [Role.PEOPLES_COMMITTEE_CHAIR])]


@pytest.mark.parametrize(
    "text",
    [
        "Có 18 cán bộ trẻ, chiếm 12% số cán bộ được luân chuyển.",
        "Phấn đấu 100% xã có bí thư không là người địa phương.",
        "Có 7/9 huyện đạt chuẩn nông thôn mới.",
        "Bố trí 1 trong 3 chức danh chủ chốt không là người địa phương.",
        "Ông được 45/50 đại biểu bầu làm bí thư kiêm chủ tịch.",
    ],
)
def test_other_shares_are_no_ratios(text: str) -> None:
    """Shares of people, aims, other goals of localities, posts to choose from and votes are left out."""
    assert _ratios(text) == []
