"""Dates and periods of an article: atoms joined ("từ năm 2012 đến nay": 2012/..).

:mod:`service.rules.date_atoms` finds the atoms, :mod:`service.rules.date_years` gives a day its year, and
:mod:`service.rules.periods` tells which period governs a count. All EDTF (ISO 8601-2).
"""

from __future__ import annotations

from bisect import bisect_left

from service.rules.date_atoms import atom_at
from service.rules.date_mentions import DateMention
from service.rules.doc import Doc
from service.rules.numerals import number_tokens
from service.rules.tokens import Tokens
from service.rules.year_parts import open_half_year_at, quarter_at

_CACHE, _STARTS = "dates", "date_starts"
_UNTIL_NOW = frozenset(["nay", "giờ"])
_SKIPPED = frozenset(["ngày", "tháng", "năm", "đầu", "cuối", "giữa", "hết", "thời", "điểm", "quý", "khoảng", "(", "kỳ"])
_LINKS = frozenset(["-", "–", "—", "đến", "tới"])
_DATE_WORDS = frozenset(["quý", "nay", "cùng", "qua", "tháng"])
_WORDED = {"quý": quarter_at, "tháng": open_half_year_at}
_DAY_PARTS = frozenset(["hôm", "sáng", "chiều", "tối", "trưa"])
_LOOK_BACK = 18


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
    if tokens.padded[k] == "sau":
        k -= 1
    if tokens.padded[k] != "từ":
        return None
    return k - 1 if tokens.padded[k - 1] in ("kể", "tính", "ngay") else k


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
    tokens, padded = doc.tokens, doc.tokens.padded
    if atom.kind == "relative" or atom.birth:
        return atom
    j = atom.j + 1 if padded[atom.j] == ")" else atom.j
    begin = _from_word(tokens, atom.i)
    if padded[j] in ("đến", "tới", "cho") and _until_now(tokens, j):
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
    if padded[k] in ("hết", "đầu", "giữa", "cuối"):
        k -= 1
    if padded[k] in ("đến", "tới") and atom.kind in ("month", "year", "day") and padded[k - 1] != "tính":
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
