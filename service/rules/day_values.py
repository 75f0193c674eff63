"""What the date of a move says in EDTF: a day or month without a year takes it from the article's date or text."""

from __future__ import annotations

from service.rules.date_mentions import DateMention
from service.rules.date_years import resolve_day
from service.rules.dates import dates_between, find_dates
from service.rules.doc import Doc

_AHEAD = 120
"""Days after publication that "từ ngày 15/6" without a year may lie."""
_NEAR = 2
"""Months around a full date within which a date without a year takes its year."""
_BACK = 400
"""Tokens back to the decision whose day "cùng ngày" means."""
_TODAY = "today"
_SHARED = "months_told"
_LATER = frozenset(["tới", "sau"])


def value_of(doc: Doc, m: DateMention) -> str | None:
    """The date of a mention, as precise as the text says; None where article and text leave the year open."""
    if m.kind == "relative":
        other = _same_day_as_paper(doc, m) or _day_of_today(doc, m)
        return resolve_day(doc, other if other is not None else m)
    if m.kind == "range":
        return m.point
    if m.day is None:
        return m.point or _month(doc, m)
    told = doc.published_on
    if told is not None and m.kind == "day" and m.year is None and m.month and opens(doc, m):
        ahead = (m.month - told.month) * 31 + m.day - told.day
        if 0 < ahead <= _AHEAD:  # a decision takes effect soon after the news, not a year before it
            return f"{told.year:04d}-{m.month:02d}-{m.day:02d}"
    found = resolve_day(doc, m)
    if found is None and m.month:
        year = _near_year(doc, m.month)
        found = f"{year:04d}-{m.month:02d}-{m.day:02d}" if year else None
    return found


def end_of(m: DateMention) -> str | None:
    """The end of a range, or the date that "đến hết" names; None for a point in time."""
    if m.kind not in ("range", "until") or not m.edtf:
        return None
    return m.edtf.split("/")[-1] or None


def opens(doc: Doc, m: DateMention) -> bool:
    """Whether a date says from when something holds: "từ ngày", "kể từ"."""
    return m.opens or doc.tokens.at(m.i - 1) in ("từ", "kể")


def _month(doc: Doc, m: DateMention) -> str | None:
    """A month without a year: of the year of publication or the one before it, of the year of a full date near it."""
    if m.month is None:
        return None
    told = doc.published_on
    if told is None:
        year = _near_year(doc, m.month)
    elif doc.tokens.at(m.j) in _LATER:
        year = told.year + (m.month < told.month)
    else:
        year = told.year - (m.month > told.month)
    return f"{year:04d}-{m.month:02d}" if year else None


def _same_day_as_paper(doc: Doc, m: DateMention) -> DateMention | None:
    """The decision whose day "một quyết định khác cùng ngày" means: the one dated last before it."""
    low = doc.tokens.low
    if low[m.i] != "cùng" or "định" not in low[max(0, m.i - 4) : m.i]:
        return None
    papers = [other for other in dates_between(doc, m.i - _BACK, m.i) if other.paper and other.kind == "day"]
    return papers[-1] if papers else None


def _day_of_today(doc: Doc, m: DateMention) -> DateMention | None:
    """The day that "sáng nay" names in an article without a date: the one given beside "nay" before."""
    low = doc.tokens.low
    if doc.published_on is not None or low[m.j - 1] != "nay" or low[m.i] == "năm":
        return None
    if _TODAY not in doc.cache:
        days = (other for other in find_dates(doc) if other.kind == "day")
        doc.cache[_TODAY] = next((day for day in days if "nay" in low[max(0, day.i - 3) : day.i]), None)
    today = doc.cache[_TODAY]
    return today if isinstance(today, DateMention) and today.i < m.i else None


def _near_year(doc: Doc, month: int) -> int | None:
    """The year that all days and months of the text share, where one of them lies within _NEAR months of ``month``."""
    known = doc.cache.get(_SHARED)
    if not isinstance(known, set):
        known = doc.cache[_SHARED] = {
            (m.year, m.month)
            for m in find_dates(doc)
            if m.year and m.month and m.day and not m.birth and m.kind not in ("term", "until")
        }
    years = {year for year, _ in known}
    near = len(years) == 1 and any(abs(month - other) <= _NEAR for _, other in known)
    return years.pop() if near else None
