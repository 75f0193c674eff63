"""EDTF: which values are valid, and the days they mean."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.edtf import parse_edtf

D = datetime.date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", D(2018, 1, 1), D(2018, 12, 31)),
        ("2018-05", D(2018, 5, 1), D(2018, 5, 31)),
        ("2020-02", D(2020, 2, 1), D(2020, 2, 29)),
        ("2018-05-12", D(2018, 5, 12), D(2018, 5, 12)),
        ("2016/2020", D(2016, 1, 1), D(2020, 12, 31)),
        ("2019-01/2019-02", D(2019, 1, 1), D(2019, 2, 28)),
        ("2012/..", D(2012, 1, 1), None),
        ("../2025", None, D(2025, 12, 31)),
    ],
)
def test_valid(text: str, first: datetime.date | None, last: datetime.date | None) -> None:
    """Dates and intervals give their first and last day, None for an open end."""
    found = parse_edtf(text)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "18",
        "2018-13",
        "2018-00",
        "2018-02-30",
        "2018-5",
        "2018/",
        "/2018",
        "../..",
        "..",
        "2018/2019/2020",
        "2018~",
        "0000",
        "２０１８",
        "2018\n",
    ],
)
def test_invalid(text: str) -> None:
    """Anything else is not valid: no short or impossible dates, no qualifiers, no other digits."""
    assert parse_edtf(text) is None


def test_order() -> None:
    """An interval is reversed, a range after a day, or before another, only when all of it is."""
    assert parse_edtf("2020/2016").reversed
    assert not parse_edtf("2020/2020").reversed
    assert parse_edtf("2020-06-05").after(D(2020, 6, 4))
    assert not parse_edtf("2020-06").after(D(2020, 6, 4))
    assert parse_edtf("2019").before(parse_edtf("2020-06"))
    assert not parse_edtf("2020").before(parse_edtf("2020-06"))
    assert not parse_edtf("2012/..").before(parse_edtf("2020"))


@given(st.dates())
def test_each_day(day: datetime.date) -> None:
    """Every day of the calendar is its own first and last day, and lies in its month and year."""
    found = parse_edtf(day.isoformat())
    assert found.first == found.last == day
    for text in (day.isoformat()[:7], day.isoformat()[:4]):
        wider = parse_edtf(text)
        assert wider.first <= day <= wider.last


@given(st.text(max_size=12))
def test_any_text(text: str) -> None:
    """Whatever the text, the answer is a range or None."""
    found = parse_edtf(text)
    assert found is None or found.first is not None or found.last is not None
