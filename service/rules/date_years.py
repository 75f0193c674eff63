"""The year of a date that is written without one, and the day that "cùng ngày" or "hôm nay" means."""

from __future__ import annotations

from datetime import timedelta

from service.rules.date_mentions import DateMention, year_at
from service.rules.dates import dates_between, find_dates
from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.tokens import Tokens

_LATEST = "latest_month"
_AHEAD = frozenset(["kiến", "sẽ", "hoạch", "tới"])
_SAME_DAY_REACH = 1200  # tokens back to the day that "cùng ngày" means


def _edtf(year: int, month: int | None, day: int | None) -> str:
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def resolve_day(doc: Doc, mention: DateMention) -> str | None:
    """The day of a mention with its year, in EDTF, or None where article and submission leave the year open.

    The year is the one written; else that of the article's date (the nearest such day not after it); else a year named
    before it in its sentence; else that of the text's latest month where the day lies 0 to 3 months after it, or of a
    half-year or quarter the text reports on.
    "cùng ngày" is the day named last before it.
    """
    if mention.kind == "relative":
        return _resolve_relative(doc, mention)
    if mention.month is None or mention.day is None or mention.year is not None:
        return mention.point
    year = _year_of(doc, mention)
    return _edtf(year, mention.month, mention.day) if year else None


def resolve_span(doc: Doc, mention: DateMention) -> str | None:
    """The EDTF of a mention, with the year that article and submission give where it leaves it open; else None.

    A quarter or half-year that lies ahead ("dự kiến quý III") takes the year it comes in next.
    """
    if mention.edtf is not None or mention.month is None:
        return mention.edtf
    if mention.last_month is None:
        day = resolve_day(doc, mention) if mention.day is not None else _month_of(doc, mention)
        return f"../{day}" if day and mention.kind == "until" else day
    year = _year_of(doc, mention)
    published = doc.published_on
    if published is not None:
        ahead = bool(_AHEAD.intersection(doc.tokens.low[max(0, mention.i - 12) : mention.i]))
        year = published.year if ahead or mention.month <= published.month else published.year - 1
    elif year is None:
        latest = _latest_month(doc)[0]
        year = latest[0] if latest is not None and mention.month <= latest[1] else None
    return f"{year}-{mention.month:02d}/{year}-{mention.last_month:02d}" if year else None


def _month_of(doc: Doc, mention: DateMention) -> str | None:
    year = _year_of(doc, mention)
    return _edtf(year, mention.month, None) if year else None


def _resolve_relative(doc: Doc, mention: DateMention) -> str | None:
    word, unit = doc.tokens.at(mention.i), doc.tokens.at(mention.j - 1)
    if word == "cùng":
        before = dates_between(doc, mention.i - _SAME_DAY_REACH, mention.i)
        days = [m for m in before if m.day is not None and not m.birth]
        earlier = [m for m in days if not m.paper] or days
        told = [m for m in earlier if not m.opens] or earlier
        meant = next((m for m in reversed(told) if not _in_brackets(doc.tokens, m.i)), None)
        return resolve_day(doc, meant or told[-1]) if told else None
    if doc.published_on is None:
        return None
    if word == "năm":
        return str(doc.published_on.year) if unit == "nay" else None
    return (doc.published_on - timedelta(days=unit == "qua")).isoformat()


def _in_brackets(tokens: Tokens, i: int) -> bool:
    """Whether a day is told of something else in brackets: "tại Hội nghị lần thứ 5 (diễn ra ngày 6/5)"."""
    before = tokens.low[max(0, i - 5) : i - 1]
    return "(" in before and ")" not in before


def _year_of(doc: Doc, mention: DateMention) -> int | None:
    month, day = mention.month or 1, mention.day or 1
    published = doc.published_on
    if published is not None:
        return published.year if (month, day) <= (published.month, published.day) else published.year - 1
    begin, _ = nearby(doc, mention.i)
    tokens = doc.tokens
    for k in range(mention.i - 1, begin, -1):
        year = year_at(tokens, k)
        if not year or _of_birth(tokens, k):
            continue
        if tokens.at(k - 1) not in ("/", "-", "–", "(", ".", "kỳ") and tokens.at(k + 1) not in ("/", "-", "–"):
            return year
    return _year_by_neighbours(doc, month)


def _of_birth(tokens: Tokens, k: int) -> bool:
    """Whether a year is one of birth: "sinh năm 1970", "SN 1970"."""
    return tokens.at(k - 1) in ("sn", "sinh") or (tokens.at(k - 1) == "năm" and tokens.at(k - 2) == "sinh")


def _year_by_neighbours(doc: Doc, month: int) -> int | None:
    """The year of a month that lies 0 to 3 months after the latest one of the text, or in a half-year it reports on."""
    latest, reported = _latest_month(doc)
    if latest is not None:
        year = latest[0] if month >= latest[1] else latest[0] + 1
        if (year - latest[0]) * 12 + month - latest[1] <= 3:
            return year
    return reported


def _latest_month(doc: Doc) -> tuple[tuple[int, int] | None, int | None]:
    """The latest year and month that the text names, and the year of a half-year or quarter that it reports on."""
    cached = doc.cache.get(_LATEST)
    if isinstance(cached, tuple):
        return cached
    latest: tuple[int, int] | None = None
    reported: int | None = None
    for other in find_dates(doc):
        if other.year is None or other.month is None or other.birth or other.paper or other.kind == "term":
            continue
        if other.day is None and (other.kind == "since" or doc.tokens.at(other.i - 1) in ("(", "từ")):
            continue  # "từ tháng 3/2020 đến nay" tells how long, not when the text was written
        ends = _ends(other)
        if other.kind == "range" and ends and ends[0][0] == ends[-1][0]:
            if other.day is None and not other.opens:
                reported = ends[0][0]
            ends = ends[:1]
        latest = max([latest or ends[0], *ends]) if ends else latest
    doc.cache[_LATEST] = (latest, reported)
    return latest, reported


def _ends(mention: DateMention) -> list[tuple[int, int]]:
    """Year and month of each end of a mention that names both."""
    out = []
    for end in (mention.edtf or "").split("/"):
        if len(end) >= 7 and end[4] == "-":
            out.append((int(end[:4]), int(end[5:7])))
    return out
