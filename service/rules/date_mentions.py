"""A date of a text, and the numbers and years that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.rules.tokens import Tokens

DateKind = Literal["day", "month", "year", "range", "term", "since", "until", "relative"]

FIRST_YEAR, LAST_YEAR = 1930, 2060


@dataclass
class DateMention:
    """A date or period at tokens ``i`` up to, not including, ``j``.

    ``edtf`` is the period in EDTF, or None where the text leaves the year open ("ngày 12-4"). ``year``, ``month`` and
    ``day`` are those of the date named (of a range: of its start; of a since/until: of the date it names). ``point`` is
    that date alone in EDTF ("2016" for "từ năm 2016 đến nay"). ``term`` is a term of office ("2020/2025").
    ``opens`` says that "từ" stands before it. ``birth`` marks a date of birth, ``paper`` the date of a
    document named just before it. ``last_month`` ends a quarter or half-year whose year is open ("quý III").
    """

    i: int
    j: int
    kind: DateKind
    edtf: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    point: str | None = None
    term: str | None = None
    opens: bool = False
    birth: bool = False
    paper: bool = False
    last_month: int | None = None


def number_at(tokens: Tokens, i: int) -> int | None:
    """The whole number of one to four digits at token ``i``, or None."""
    word = tokens.padded[i]
    return int(word) if 0 < len(word) <= 4 and word.isascii() and word.isdigit() else None


def year_at(tokens: Tokens, i: int) -> int | None:
    """The year at token ``i`` (four digits, FIRST_YEAR to LAST_YEAR), or None."""
    word = tokens.at(i)
    if len(word) == 4 and word.isascii() and word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR:
        return int(word)
    return None


def make_day(i: int, j: int, day: int, month: int, year: int | None) -> DateMention:
    """A day; its EDTF is None while the year is open."""
    edtf = f"{year:04d}-{month:02d}-{day:02d}" if year else None
    return DateMention(i, j, "day", edtf, year, month, day, edtf)


def make_month(i: int, j: int, month: int, year: int | None) -> DateMention:
    """A month; its EDTF is None while the year is open."""
    edtf = f"{year:04d}-{month:02d}" if year else None
    return DateMention(i, j, "month", edtf, year, month, None, edtf)


def make_year(i: int, j: int, year: int) -> DateMention:
    """A year."""
    return DateMention(i, j, "year", str(year), year, None, None, str(year))
