"""Periods told by reference: "giai đoạn này", "trong thời gian trên", "ba năm qua" mean a period that the text names.

A word of reference means the last period named before it. A length without dates ("trong 18 tháng") means the period
of just that length, wherever the text names one.
"""

from __future__ import annotations

from service.rules.bounds import number_at
from service.rules.date_mentions import DateMention
from service.rules.dates import dates_between, find_dates
from service.rules.doc import Doc
from service.rules.tokens import Lexicon

_REFERENCES: Lexicon[str] = Lexicon(
    (f"{span} {which}", span)
    for span in ("giai đoạn", "thời gian", "thời kỳ", "khoảng thời gian", "năm học", "nhiệm kỳ", "thời điểm")
    for which in ("này", "trên", "đó", "nói trên", "nêu trên", "vừa qua")
)
_WHOLE: Lexicon[str] = Lexicon(
    [(term, "giai đoạn") for term in ("cả giai đoạn", "toàn giai đoạn", "cùng thời gian", "cùng giai đoạn")]
)
_REACH = 1500  # tokens back to the period that a word of reference means
_LIKE = 40  # periods of a text looked through for one of a length
_CLAUSE = 12  # tokens behind a count in which a length may tell its time
_YEAR = 12


def referred(doc: Doc, i: int, begin: int, end: int) -> DateMention | None:
    """The period that a word of reference between tokens ``begin`` and ``i`` means, or a length in the count's clause.

    ``end`` is the end of the sentence of the count at token ``i``.
    """
    tokens = doc.tokens
    for lexicon in (_REFERENCES, _WHOLE):
        for hit in lexicon.find(tokens, begin, i):
            if hit.value == "năm học":
                school = [m for m in _before(doc, hit.i) if tokens.low[m.i : m.i + 2] == ["năm", "học"]]
                return max(school, key=lambda m: m.year or 0, default=None)
            if tokens.at(hit.i - 1) != "sau" and tokens.at(hit.i - 1) != "trước":
                return next(iter(_before(doc, hit.i)), None)
    return _by_length(doc, begin, min(end, i + _CLAUSE))


def _before(doc: Doc, i: int) -> list[DateMention]:
    """The periods named before token ``i``, the nearest first."""
    return [m for m in reversed(dates_between(doc, i - _REACH, i)[-_LIKE:]) if _is_period(m)]


def _is_period(mention: DateMention) -> bool:
    return mention.kind in ("range", "since", "term") and (mention.edtf is not None or mention.kind == "term")


def _by_length(doc: Doc, begin: int, end: int) -> DateMention | None:
    """The period as long as "trong ba năm", "18 tháng qua" between tokens ``begin`` and ``end`` says."""
    tokens = doc.tokens
    for k in range(begin, end):
        if tokens.low[k] not in ("năm", "tháng") or not (_led(tokens.low, k) or tokens.at(k + 1) in ("qua", "nay")):
            continue
        number = number_at(tokens, k - 1) or number_at(tokens, k - 2)
        if number is None or number[1] != k or tokens.at(k + 1).isdigit():
            continue
        months = number[0] * (_YEAR if tokens.low[k] == "năm" else 1)
        return next((m for m in find_dates(doc)[:_LIKE] if _is_period(m) and _months(m) == months), None)
    return None


def _led(low: list[str], k: int) -> bool:
    """Whether "trong" leads to the length whose unit is token ``k``."""
    return bool({"trong", "qua", "sau"}.intersection(low[max(0, k - 4) : k]))


def _months(mention: DateMention) -> int | None:
    """The length of a period with two ends in whole months; None for an open one."""
    ends = (mention.edtf or "").split("/")
    if len(ends) != 2 or ".." in ends or not all(end[:4].isdigit() for end in ends):
        return None
    (y0, m0), (y1, m1) = ((int(e[:4]), int(e[5:7]) if len(e) >= 7 else None) for e in ends)
    return (y1 - y0) * _YEAR + (m1 or _YEAR) - (m0 or 1) + 1
