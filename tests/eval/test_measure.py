"""What is measured without gold: grounding by our own rule, spans, ledger, cost."""

import re

import pytest

from eval.convert import to_extraction
from eval.gold_set import GoldArticle
from eval.measure import holds_number, measure


@pytest.mark.parametrize(
    ("quote", "value", "held"),
    [
        ("luân chuyển 37 cán bộ", 37, True),
        ("luân chuyển 39 cán bộ", 37, False),
        ("trên 42.000 lượt", 42000, True),
        ("năm đồng chí", 5, True),
        ("đạt 7,5%", 7.5, True),
        ("27/27 huyện", 27, True),
        ("cán bộ chủ chốt", 3, False),
    ],
)
def test_a_quote_holds_a_number(quote: str, value: float, held: bool) -> None:
    """Equal digits hold a number, with separators or without; another number does not."""
    assert holds_number([quote], value) is held


def test_a_wrong_value_is_not_grounded(example: GoldArticle) -> None:
    """A shifted number and a changed name lower the grounded values by two; a false quote lowers the exact spans by
    one.
    """
    extraction = to_extraction(example)
    sound = measure(extraction, 0.5)
    assert (sound.exact, sound.grounded) == (sound.spans, sound.values)
    extraction["summaries"][0]["total"]["value"] = 25
    extraction["events"][0]["person"]["name"] = "Trần Văn Lam"
    extraction["documents"][0]["evidence"][0]["exact"] += "?"
    broken = measure(extraction, 0.5)
    assert (sound.grounded - broken.grounded, sound.exact - broken.exact) == (2, 1)


def test_ledger_and_cost_are_summed(example: GoldArticle) -> None:
    """Figures by status, tokens and dollars come from the extraction, seconds from the clock."""
    extraction = to_extraction(example)
    numbers = list(re.finditer(r"\d+", extraction["article"]["text"]))
    extraction["figures"] = [
        {"status": s, "span": {"start": n.start(), "end": n.end()}}
        for s, n in zip(("used", "used", "excluded", "unexplained"), numbers, strict=False)
    ]
    extraction["run"] = {"usage": {"input_tokens": 900, "output_tokens": 70}, "cost_usd": 0.25}
    found = measure(extraction, 0.5)
    assert (found.used, found.excluded, found.unexplained, found.figures) == (2, 1, 1, 4)
    assert (found.entered, found.digits) == (4, len(numbers))
    assert (found.input_tokens, found.output_tokens, found.cost_usd, found.seconds) == (900, 70, 0.25, 0.5)
