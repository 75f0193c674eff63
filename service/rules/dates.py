"""Dates and periods of an article.

:func:`find_dates` joins the atoms of :mod:`service.rules.date_atoms` into periods ("từ năm 2012 đến nay" is 2012/..),
:func:`resolve_day` gives a day its year. Which period governs a count is told by :mod:`service.rules.periods`.
All EDTF (ISO 8601-2).
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta

from service.rules.date_atoms import DateKind, DateMention, atom_at, open_half_year_at, quarter_at, year_at
from service.rules.doc import Doc
from service.rules.numerals import nearby, number_tokens
from service.rules.tokens import Tokens

__all__ = ["DateKind", "DateMention", "dates_between", "find_dates", "resolve_day", "resolve_span"]

_CACHE, _STARTS, _LATEST = "dates", "date_starts", "latest_month"
_UNTIL_NOW = frozenset(["nay", "giờ"])
_SKIPPED = frozenset(["ngày", "tháng", "năm", "đầu", "cuối", "giữa", "hết", "thời", "điểm", "quý", "khoảng", "(", "kỳ"])
_LINKS = frozenset(["-", "–", "—", "đến", "tới"])
_DATE_WORDS = frozenset(["quý", "nay", "cùng", "qua", "tháng"])
_WORDED = {"quý": quarter_at, "tháng": open_half_year_at}
_DAY_PARTS = frozenset(["hôm", "sáng", "chiều", "tối", "trưa"])
_AHEAD = frozenset(["kiến", "sẽ", "hoạch", "tới"])
_LOOK_BACK = 18
_SAME_DAY_REACH = 1200  # tokens back to the day that "cùng ngày" means


def find_dates(doc: Doc) -> list[DateMention]:
    """Every date and period of the text, from left to right, without overlaps; computed once per document."""
    cached = doc.cache.get(_CACHE)
    if isinstance(cached, list):
        return cached
    tokens = doc.tokens
    joined: list[DateMention] = []
    atoms = _years_in_row(tokens, _atoms(doc))
    k = 0
    while k < len(atoms):
        first = atoms[k]
        last = atoms[k + 1] if k + 1 < len(atoms) else None
        if last is not None and _linked(tokens, first, last):
            joined.append(_span_of(tokens, first, last))
            k += 2
            continue
        joined.append(_alone(doc, first))
        k += 1
    doc.cache[_CACHE] = joined
    return joined


def dates_between(doc: Doc, i: int, j: int) -> list[DateMention]:
    """The dates that begin at tokens ``i`` up to, not including, ``j``."""
    dates = find_dates(doc)
    starts = doc.cache.get(_STARTS)
    if not isinstance(starts, list):
        starts = doc.cache[_STARTS] = [m.i for m in dates]
    return dates[bisect_left(starts, i) : bisect_left(starts, j)]


def _atoms(doc: Doc) -> list[DateMention]:
    tokens = doc.tokens
    out: list[DateMention] = []
    low = tokens.low
    behind = 0
    words = tokens.where(_DATE_WORDS)
    for i in sorted(number_tokens(doc) + words):
        if i < behind:
            continue
        found = atom_at(tokens, i) if low[i] not in _DATE_WORDS else _WORDED.get(low[i], _relative)(tokens, i)
        if found is not None:
            if out and found.i < out[-1].j:
                found.i = out[-1].j
            out.append(found)
            behind = found.j
    return out


def _years_in_row(tokens: Tokens, atoms: list[DateMention]) -> list[DateMention]:
    """ "hai năm 2017 và 2018", "các năm 2019, 2020, 2021": years in a row, told together, are one range."""
    out: list[DateMention] = []
    for atom in atoms:
        last = out[-1] if out else None
        joint = tokens.low[last.j : atom.i] if last is not None and atom.i - last.j <= 2 else []
        if last is None or atom.kind != "year" or joint[:1] not in (["và"], [","]) or joint[1:] not in ([], ["năm"]):
            out.append(atom)
            continue
        ended = int(last.edtf[5:]) if last.kind == "range" and last.edtf and len(last.edtf) == 9 else last.year
        if last.kind not in ("year", "range") or last.birth or ended is None or atom.year != ended + 1:
            out.append(atom)
            continue
        out[-1] = DateMention(last.i, atom.j, "range", f"{last.year}/{atom.year}", last.year, point=str(last.year))
    return out


def _relative(tokens: Tokens, i: int) -> DateMention | None:
    """ "hôm nay", "sáng nay", "hôm qua", "cùng ngày", "năm nay", "năm qua": a date that leans on another one."""
    word, before, after = tokens.low[i], tokens.at(i - 1), tokens.at(i + 1)
    if word == "cùng":
        told = after == "ngày" and not tokens.at(i + 2)[:1].isdigit()  # "cùng ngày 6/5" tells its day
        return DateMention(i, i + 2, "relative") if told else None
    if after == "(":
        return None
    if before in _DAY_PARTS or before == "năm":
        return DateMention(i - 1, i + 1, "relative")
    return None


def _linked(tokens: Tokens, first: DateMention, last: DateMention) -> bool:
    """Whether two atoms are the two ends of one period: "từ A đến B", "A - B"."""
    if first.kind in ("range", "term", "relative") or last.kind in ("range", "term", "relative"):
        return False
    gap = last.i - first.j
    if not 0 < gap <= 4 or tokens.low[first.j] not in _LINKS:
        return False
    if any(w not in _SKIPPED for w in tokens.low[first.j + 1 : last.i]):
        return False
    if tokens.low[first.j] in ("đến", "tới"):
        return _from_word(tokens, first.i) is not None
    return first.kind == last.kind and (first.kind != "year" or first.j + 1 == last.i)


def _from_word(tokens: Tokens, i: int) -> int | None:
    """The place of "từ" just before a date at token ``i`` (some modifiers may stand between), or None."""
    k = i - 1
    while k >= 0 and tokens.low[k] in _SKIPPED and i - k < 5:
        k -= 1
    if tokens.at(k) == "sau":
        k -= 1
    if tokens.at(k) != "từ":
        return None
    return k - 1 if tokens.at(k - 1) in ("kể", "tính", "ngay") else k


def _span_of(tokens: Tokens, first: DateMention, last: DateMention) -> DateMention:
    """The period between two atoms; a start without year takes the year of the end."""
    begin = _from_word(tokens, first.i)
    if first.year is None and last.year is not None:
        earlier = (first.month or 0, first.day or 0) <= (last.month or 12, last.day or 31)
        first.year = last.year if earlier else last.year - 1
        first.edtf = first.point = _edtf(first.year, first.month, first.day)
    edtf = f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None
    i = first.i if begin is None else begin
    return DateMention(
        i, last.j, "range", edtf, first.year, first.month, first.day, first.point, opens=begin is not None
    )


def _edtf(year: int, month: int | None, day: int | None) -> str:
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def _alone(doc: Doc, atom: DateMention) -> DateMention:
    """An atom with the words around it: "từ A đến nay" is open at the end, "đến A" at the start."""
    tokens = doc.tokens
    if atom.kind == "relative" or atom.birth:
        return atom
    j = atom.j + 1 if tokens.at(atom.j) == ")" else atom.j
    begin = _from_word(tokens, atom.i)
    if tokens.at(j) in ("đến", "tới", "cho") and _until_now(tokens, j):
        begin = begin if begin is not None else _far_from(doc, atom.i)
        if begin is not None and atom.point:
            behind = _until_now(tokens, j)
            return DateMention(
                begin, behind, "since", f"{atom.point}/..", atom.year, atom.month, atom.day, atom.point, atom.term, True
            )
    if begin is not None:
        atom.opens = True
        return atom
    k = atom.i - 1
    if tokens.at(k) == "hết" or tokens.at(k) in ("đầu", "giữa", "cuối"):
        k -= 1
    if atom.kind in ("month", "year", "day") and tokens.at(k) in ("đến", "tới") and tokens.at(k - 1) != "tính":
        atom.i = k
        atom.kind = "until"
        atom.edtf = f"../{atom.point}" if atom.point else None
    return atom


def _until_now(tokens: Tokens, j: int) -> int:
    """The token behind "đến nay", "cho đến nay", "đến thời điểm này" at token ``j``; 0 where there is none."""
    k = j + 1 if tokens.at(j) == "cho" else j
    if tokens.at(k) not in ("đến", "tới"):
        return 0
    if tokens.at(k + 1) in _UNTIL_NOW:
        return k + 2
    return k + 4 if tokens.at(k + 1) == "thời" and tokens.at(k + 3) in ("này", "hiện") else 0


def _far_from(doc: Doc, i: int) -> int | None:
    """The "từ" of "từ sau Đại hội ... (tháng 1/2016) đến nay": further back in the same sentence."""
    tokens = doc.tokens
    stop = max(doc.sentence_of(i)[0], i - _LOOK_BACK)
    for k in range(i - 1, stop - 1, -1):
        if tokens.low[k] == "từ":
            return k
    return None


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
        earlier = [m for m in before if m.day is not None and not m.birth and not m.paper]
        told = [m for m in earlier if not m.opens] or earlier
        return resolve_day(doc, told[-1]) if told else None
    if doc.published_on is None:
        return None
    if word == "năm":
        return str(doc.published_on.year) if unit == "nay" else None
    return (doc.published_on - timedelta(days=unit == "qua")).isoformat()


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
        if other.kind == "since" and other.day is None:
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
