"""The ledger: every number is used, excluded with a reason, or unexplained."""

import pytest

from schemas import FigureStatus
from service.ledger import balance
from service.prepare import Submission, prepare
from service.reading import Exclusion, Reading
from service.rules.reader import RuleReader

TEXT = "Từ năm 2016, huyện đã luân chuyển 20 cán bộ, trong đó có 7 nữ; kỷ luật 3 người, đạt 98,5%."


def _status(text: str, reading: Reading | None = None) -> dict[str, tuple[str, str | None]]:
    prepared = prepare(Submission(text))
    figures = balance(prepared, reading if reading is not None else RuleReader().read(prepared))
    return {f.text: (f.status.value, f.target or f.reason) for f in figures}


def test_every_number_has_its_place() -> None:
    """Totals and parts are used, the rest has a reason, and nothing is left over."""
    assert _status(TEXT) == {
        "2016": ("excluded", "date"),
        "20": ("used", "/summaries/0/total"),
        "7": ("used", "/summaries/0/breakdowns/0/parts/0/count"),
        "3": ("excluded", "discipline"),
        "98,5": ("excluded", "percent"),
    }


def test_a_count_under_a_verb_of_moving_that_no_fact_uses_is_unexplained() -> None:
    """What a reader overlooks stays open; what is no move has its reason whichever reader read."""
    found = _status(TEXT, Reading())
    assert found["20"] == ("unexplained", None)
    assert found["3"] == ("excluded", "discipline")


def test_a_reader_may_give_a_reason() -> None:
    """A reason of the reader's own excludes the numbers of its range."""
    at = TEXT.index("20 cán bộ")
    found = _status(TEXT, Reading(excluded=[Exclusion(at, at + 2, "told_elsewhere")]))
    assert found["20"] == ("excluded", "told_elsewhere")


def test_one_value_twice_goes_to_the_narrowest_span() -> None:
    """Of two facts with one value, each number is used by the one whose span holds it most closely."""
    found = balance(
        prepare(Submission(t := "Tỉnh luân chuyển 8 cán bộ; huyện bổ nhiệm 8 đồng chí.")),
        RuleReader().read(prepare(Submission(t))),
    )
    assert [f.target for f in found] == ["/summaries/0/total", "/summaries/1/total"]


@pytest.mark.parametrize("shape", ["decomposed", "plain"])
def test_figures_stand_where_they_say(shape: str) -> None:
    """A figure's span holds its words in the text as submitted, in any Unicode form."""
    import unicodedata

    text = unicodedata.normalize("NFD", TEXT) if shape == "decomposed" else TEXT
    prepared = prepare(Submission(text))
    figures = balance(prepared, RuleReader().read(prepared))
    assert len(figures) == 5
    assert all(text[f.span.start : f.span.end] == f.span.exact == f.text for f in figures)
    assert all(f.status is not FigureStatus.UNEXPLAINED for f in figures)
