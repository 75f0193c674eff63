"""Dates and intervals in the part of EDTF (ISO 8601-2) that the contract uses.

A date is `2018`, `2018-05` or `2018-05-12`; an interval is two dates with a slash, either of which may be `..` for an
open end: `2016/2020`, `2012/..`, `../2025`. Anything else is not valid here: no seasons, no uncertain digits, no
qualifiers. The calendar is checked: `2018-02-30` is not a date.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

OPEN = ".."


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days an EDTF value may mean: `first` to `last`, both included; None where an end is open.

    `2018-05` ranges from the first to the last of May; `2012/..` has no `last`. `start_last` and `end_first` are the
    latest day on which the start, and the earliest on which the end can lie: `2016/2020` starts by 2016-12-31 and does
    not end before 2020-01-01.
    """

    first: datetime.date | None
    last: datetime.date | None
    start_last: datetime.date | None
    end_first: datetime.date | None
    is_interval: bool

    @property
    def reversed(self) -> bool:
        """Whether the start lies wholly after the end."""
        return self.first is not None and self.last is not None and self.first > self.last

    def after(self, day: datetime.date) -> bool:
        """Whether all of the range lies after the day."""
        return self.first is not None and self.first > day

    def before(self, other: DateRange) -> bool:
        """Whether all of the range lies before all of the other."""
        return self.last is not None and other.first is not None and self.last < other.first


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> DateRange | None:
    """Return the range of days that an EDTF value stands for, or None when it is not valid."""
    left, slash, right = text.partition("/")
    if not slash:
        date = _date(left)
        return None if date is None else DateRange(date[0], date[1], date[1], date[0], False)
    if left == right == OPEN:
        return None
    start = (None, None) if left == OPEN else _date(left)
    end = (None, None) if right == OPEN else _date(right)
    if start is None or end is None:
        return None
    return DateRange(start[0], end[1], start[1], end[0], True)


def _date(text: str) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day of a year, month or day; None when the text is none of these."""
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if match[3]:
            whole = datetime.date(year, month, day)
            return whole, whole
        if match[2]:
            return datetime.date(year, month, 1), datetime.date(year, month, monthrange(year, month)[1])
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    except ValueError:
        return None
