"""Directions between tiers."""

import pytest

from schemas import Flow, Level
from service.rules.flows import find_flow, reverse, says_reverse
from service.rules.tiers import find_tiers
from service.rules.tokens import tokenize

P, D, C, A, T = Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.AGENCY, Level.CENTRAL


def _flow(text: str) -> tuple[Level | None, Level | None] | None:
    tokens = tokenize(text)
    flow = find_flow(tokens, 0, len(tokens))
    return (flow.from_level, flow.to_level) if flow else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("từ cấp tỉnh về cấp huyện", (P, D)),
        ("từ xã lên huyện 12 người", (C, D)),
        ("cán bộ cấp huyện luân chuyển về xã, phường, thị trấn", (D, C)),
        ("giữa các xã, phường với nhau", (C, C)),
        ("giữa các phòng, ban, cơ quan, đơn vị", (A, A)),
        ("từ huyện này sang huyện khác", (D, D)),
        ("từ ngành này sang ngành khác", (A, A)),
        ("từ Trung ương về địa phương", (T, None)),
        ("từ thành phố xuống quận, huyện", (P, D)),
        ("về giữ các chức danh chủ chốt ở cấp huyện", (None, D)),
        ("điều động về 40 trạm y tế xã", (None, C)),
        ("từ tỉnh về huyện, thị xã, thành phố", (P, D)),
    ],
)
def test_directions_as_papers_write_them(text: str, expected: tuple[Level | None, Level | None]) -> None:
    """Each way of telling a direction gives its two tiers."""
    assert _flow(text) == expected


@pytest.mark.parametrize(
    "text", ["công tác xã hội", "Tỉnh ủy quyết định", "trường hợp này", "làm việc ở xã", "thành viên đoàn"]
)
def test_words_that_name_no_direction(text: str) -> None:
    """Bodies, other senses of a word and a place alone are no direction."""
    assert _flow(text) is None


def test_a_direction_before_the_verb_counts_only_behind_from() -> None:
    """ "Về công tác cán bộ, thành phố đã luân chuyển 9 người" says nothing of where they went."""
    tokens = tokenize("Về công tác cán bộ, thành phố đã luân chuyển 9 người")
    assert find_flow(tokens, 0, len(tokens), tokens.low.index("luân")) is None


def test_enumerated_tiers_are_one() -> None:
    """ "huyện, thị xã, thành phố" is the district tier once."""
    tokens = tokenize("các huyện, thị xã, thành phố")
    assert [tier.level for tier in find_tiers(tokens, 0, len(tokens))] == [D]


def test_the_other_way_round() -> None:
    """ "ngược lại" is seen, and reversing swaps the tiers."""
    tokens = tokenize("ba người theo chiều ngược lại")
    assert says_reverse(tokens, 0, len(tokens))
    assert reverse(Flow(from_level=P, to_level=None)) == Flow(from_level=None, to_level=P)
