"""`levels_consistent`: a flow fits the levels of the posts beside it."""

import pytest

from schemas import Flow
from service.checks.levels import direction_levels, title_level

CODE = "levels_consistent"
DOWN = Flow(from_level="province", to_level="district")


def test_levels_consistent(draft) -> None:
    """Parts that are posts of the tier moved to pass."""
    d = draft("Luân chuyển 5 cán bộ: 5 Phó Chủ tịch UBND huyện.")
    d.total(5, "Luân chuyển 5 cán bộ", parts={"5 Phó Chủ tịch UBND huyện": 5}, flow=DOWN)
    (check,) = d.outcomes(CODE)
    assert (check.status, check.target) == ("pass", "/summaries/0")


def test_part_of_another_tier(draft) -> None:
    """A part that is a post of another tier than the one moved to warns."""
    d = draft("Luân chuyển 5 cán bộ: 5 Phó Chủ tịch UBND xã.")
    d.total(5, "Luân chuyển 5 cán bộ", parts={"5 Phó Chủ tịch UBND xã": 5}, flow=DOWN)
    (check,) = d.alarms(CODE)
    assert (check.status, check.target, check.expected, check.actual) == (
        "warn", "/summaries/0/breakdowns/0/parts/0", "district", "commune",
    )  # fmt: skip


def test_part_against_the_flow(draft) -> None:
    """A part's flow that contradicts the flow of the total warns."""
    d = draft("Luân chuyển 5 cán bộ: 5 từ xã lên huyện.")
    summary = d.total(5, "Luân chuyển 5 cán bộ", parts={"5 từ xã lên huyện": 5}, by="direction", flow=DOWN)
    summary.breakdowns[0].parts[0].flow = Flow(from_level="commune", to_level="district")
    (check,) = d.alarms(CODE)
    assert check.expected == "cấp tỉnh → cấp huyện"
    assert check.actual == "cấp xã → cấp huyện"


@pytest.mark.parametrize(("words", "alarms"), [("từ xã lên huyện", 0), ("từ huyện về xã", 1)])
def test_direction_in_words(draft, words: str, alarms: int) -> None:
    """The words of a direction fit the flow read from them."""
    d = draft(f"Luân chuyển 5 cán bộ: 5 {words}.")
    summary = d.total(5, "Luân chuyển 5 cán bộ", parts={f"5 {words}": 5}, by="direction")
    summary.breakdowns[0].parts[0].flow = Flow(from_level="commune", to_level="district")
    assert len(d.alarms(CODE)) == alarms


def test_post_and_its_title(draft) -> None:
    """A post's tier that its title contradicts warns."""
    d = draft("Ông Lê An làm Bí thư Đảng ủy xã Mai.")
    d.event("Lê An", "Ông Lê An làm Bí thư Đảng ủy xã Mai", to="Bí thư Đảng ủy xã Mai", to_level="district")
    (check,) = d.alarms(CODE)
    assert (check.target, check.expected, check.actual) == ("/events/0", "district", "commune")


def test_event_within_a_total(draft) -> None:
    """An event told within the evidence of a total moves the way of the total's flow."""
    text = "Luân chuyển 1 cán bộ từ tỉnh về huyện: ông Lê An làm Bí thư Đảng ủy xã Mai."
    d = draft(text)
    d.total(1, text, flow=DOWN)
    d.event(
        "Lê An",
        "ông Lê An làm Bí thư Đảng ủy xã Mai",
        to="Bí thư Đảng ủy xã Mai",
        to_level="commune",
        actions=["rotation"],
    )
    assert [check.target for check in d.alarms(CODE)] == ["/events/0"]
    d.extraction.events[0].actions = ["appointment"]
    assert d.alarms(CODE) == []


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Bí thư Đảng ủy xã Liêu Xá", "commune"),
        ("huyện ủy viên", "district"),
        ("Chủ tịch UBND thị xã Duy Tiên", "district"),
        ("Phó Bí thư Tỉnh uỷ", "province"),
        ("Chủ tịch Liên minh Hợp tác xã", None),
        ("Bí thư Thành ủy Buôn Ma Thuột, tỉnh Đắk Lắk", None),
        ("Trưởng phòng Lao động - Thương binh và Xã hội huyện Ba Bể", "district"),
        ("Phó Giám đốc Sở Nội vụ", None),
    ],
)
def test_title_level(title: str, level: str | None) -> None:
    """A title names a tier when its words are of one tier only, and of no city."""
    assert title_level(title) == level


@pytest.mark.parametrize(
    ("label", "levels"),
    [
        ("từ cấp tỉnh về cấp huyện", ("province", "district")),
        ("từ huyện này sang huyện khác", ("district", "district")),
        ("giữa các phòng, ban", (None, None)),
        ("cấp huyện luân chuyển về xã, phường, thị trấn", ("district", "commune")),
    ],
)
def test_direction_levels(label: str, levels: tuple[str | None, str | None]) -> None:
    """The tiers stand before and behind the one word of direction."""
    assert direction_levels(label) == levels
