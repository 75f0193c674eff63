"""The ledger: every number is used, excluded with a reason, or unexplained."""

import re
from pathlib import Path

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


GOLD = Path(__file__).parents[2] / "eval" / "gold"


def _told(text: str) -> list[tuple[str, str | None]]:
    """Each number of a text with the field that uses it or the reason that excludes it; None where it is open."""
    prepared = prepare(Submission(text))
    return [(f.text, f.target or f.reason) for f in balance(prepared, RuleReader().read(prepared))]


def _left_out(text: str) -> list[str]:
    prepared = prepare(Submission(text))
    spans = [(f.span.start, f.span.end) for f in balance(prepared, RuleReader().read(prepared))]
    runs = re.finditer(r"\d+", text)
    return [run[0] for run in runs if not any(start <= run.start() and run.end() <= end for start, end in spans)]


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_no_digit_of_an_article_is_left_out(path: Path) -> None:
    """Every run of digits of every article of the gold set lies in a figure."""
    assert _left_out(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "number",
    [
        "25.5",
        "6.2.2017",
        "12,15,18",
        "3.2.1.",
        "1.2.3.4.5",
        "PA83",
        "H5N1",
        "5G",
        "20km",
        "9" * 40,
        "٣٤",
        "1 234",
        "m2",
    ],
)
def test_no_digit_is_left_out_however_it_is_written(number: str) -> None:
    """Dots, commas, letters and length do not take digits out of the ledger."""
    assert _left_out(f"Huyện ủy luân chuyển 20 cán bộ, {number} của huyện.") == []


@pytest.mark.parametrize("written", ["ngày 25.5", "ngày 6.2.2017", "tháng 6.2012", "từ ngày 1.2.2017", "khoảng 6.2012"])
def test_a_date_in_dots_is_a_date(written: str) -> None:
    """Day, month and year of a dotted date are figures of their own, as those of a date in strokes are."""
    told = _told(f"Việc này được thực hiện {written} tại huyện.")
    assert told == [(part, "date") for part in re.findall(r"\d+", written)]


TOTAL = "/summaries/0/total"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Huyện luân chuyển 20 cán bộ về 20 xã trong 20 ngày.", [TOTAL, "other_count", "duration"]),
        ("Huyện ủy luân chuyển 5 cán bộ về các xã phủ sóng 5G.", [TOTAL, "label"]),
        ("Huyện đã luân chuyển 20 cán bộ, đạt 20/150 cán bộ quy hoạch.", [TOTAL, "ratio", "ratio"]),
        ("Huyện luân chuyển 20 cán bộ về các xã cách trung tâm 20km.", [TOTAL, "measure"]),
        ("Sau 20 ngày, huyện đã luân chuyển 20 cán bộ.", ["duration", TOTAL]),
        ("Huyện luân chuyển 20 cán bộ. Trong số 20 cán bộ này, có nhiều người trẻ.", [TOTAL, TOTAL]),
    ],
)
def test_a_total_uses_the_number_that_counts_officials(text: str, told: list[str]) -> None:
    """Of several numbers of one value, the total takes the count of officials and where it is told again."""
    assert [what for _, what in _told(text)] == told


@pytest.mark.parametrize(
    "list_of_parts",
    [
        "gồm: cấp trưởng 30, cấp phó 20",
        "trong đó nam 30, nữ 20",
        "gồm: cấp trưởng (30), cấp phó (20)",
        "gồm: trưởng phòng: 30, phó phòng: 20",
        "gồm: 30 nam, nữ chiếm 20",
        "trong đó trẻ tuổi 30, trên 50 tuổi 20",
    ],
)
def test_a_number_behind_a_role_or_sex_is_no_other_count(list_of_parts: str) -> None:
    """Behind a total of officials moved, a number whose label is a role or a sex is a part, or it is left open."""
    _, *parts = _told(f"Huyện luân chuyển 45 cán bộ, {list_of_parts}.")
    assert [number for number, what in parts if what != "age"] == ["30", "20"]
    parts = [(number, what) for number, what in parts if number != "50"]
    assert all(what is None or what.startswith("/summaries/0/") for _, what in parts)


def test_numbers_that_name_a_place_or_have_a_noun_are_explained_behind_a_total() -> None:
    """A ward's number, a unit's sign and a count of communes stay excluded beside roles."""
    text = "Huyện luân chuyển 45 cán bộ, trong đó có Trưởng Công an phường 5, Phó trưởng phòng PV11, bí thư 7 xã."
    found = _status(text, Reading())
    assert found["45"] == ("unexplained", None)
    assert {number: found[number][1] for number in ("5", "11", "7")} == {
        "5": "label",
        "11": "label",
        "7": "other_count",
    }
