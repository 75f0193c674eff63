"""The numbers of an article as token ranges, from the shared number finder."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal

from service.rules.dates import find_dates
from service.rules.doc import Doc
from service.rules.tokens import Tokens

_CACHE = "numbers"
_WRITTEN = "written"
_DIGITS = re.compile(r"\d+")


@dataclass
class NumberToken:
    """A number at tokens ``i`` up to ``j``: its value, whether it is written in words, whether a percent sign
    follows."""

    i: int
    j: int
    value: int | Decimal
    is_word: bool
    percent: bool


def number_tokens(doc: Doc) -> list[NumberToken]:
    """Every number of the article from left to right; computed once per document."""
    cached = doc.cache.get(_CACHE)
    if isinstance(cached, list):
        return cached
    starts, ends = doc.tokens.start, doc.tokens.end
    out: list[NumberToken] = []
    for number in written_numbers(doc):
        i, j = number.i, number.j
        if not number.whole:
            i += starts[i] < number.start
            j -= ends[j - 1] > number.end
        if number.value is not None and i < j:
            out.append(NumberToken(i, j, number.value, number.is_word, number.percent))
    doc.cache[_CACHE] = out
    return out


@dataclass
class WrittenNumber:
    """A number between two offsets of the folded text, in the tokens ``i`` up to ``j`` that hold it.

    ``whole`` is false for a piece of one token: the day, month and year of "6.2.2017", an item of "12,15,18".
    ``value`` is None for digits that are too long or too foreign to be a number: an account, a serial number.
    """

    start: int
    end: int
    i: int
    j: int
    value: int | Decimal | None
    whole: bool
    is_word: bool = False
    percent: bool = False


def written_numbers(doc: Doc) -> list[WrittenNumber]:
    """Every number of the article and every run of digits that is none, from left to right, without overlaps.

    The readers look at whole tokens (:func:`number_tokens`); the ledger owes an account of each digit.
    """
    cached = doc.cache.get(_WRITTEN)
    if isinstance(cached, list):
        return cached
    tokens, text = doc.tokens, doc.folded.text
    out: list[WrittenNumber] = []
    figures, starts, size = tokens.figures(), tokens.start, len(tokens)
    at = n = i = 0
    for mention in doc.numbers:
        while n < len(figures) and tokens.end[figures[n]] <= at:
            n += 1
        if n < len(figures) and starts[figures[n]] < mention.start:
            out += _runs(doc, at, mention.start)
        at = mention.end
        i = bisect_right(starts, mention.start, i) - 1
        j = i + 1
        while j < size and starts[j] < mention.end:
            j += 1
        whole = starts[i] == mention.start and tokens.end[j - 1] == mention.end
        out.append(
            WrittenNumber(mention.start, mention.end, i, j, mention.value, whole, mention.is_word, mention.percent)
        )
    if figures and tokens.end[figures[-1]] > at:
        out += _runs(doc, at, len(text))
    doc.cache[_WRITTEN] = out
    return out


def _runs(doc: Doc, start: int, end: int) -> list[WrittenNumber]:
    """The runs of digits between two offsets that no number takes in."""
    starts = doc.tokens.start
    found = [m.span() for m in _DIGITS.finditer(doc.folded.text, start, end)]
    return [WrittenNumber(s, e, bisect_right(starts, s) - 1, bisect_left(starts, e), None, False) for s, e in found]


def owned_tokens(doc: Doc) -> set[int]:
    """Tokens of numbers that count nobody by their form: dates, n/m ratios, percents, document numbers, ordinals."""
    tokens, low = doc.tokens, doc.tokens.low
    owned: set[int] = set()
    for date in find_dates(doc):
        owned.update(range(date.i, date.j))
    n = len(low)
    for number in number_tokens(doc):
        i, j = number.i, number.j
        before, after = low[i - 1] if i else "", low[j] if j < n else ""
        if (
            number.percent
            or before == "/"
            or after == "/"
            or (before in ("số", "thứ", "khóa") and not _counts(low, i))
            or ((before == ":" or after == ":") and _in_clock(tokens, i, j))
            or ((before in _DASHES or (i > 1 and low[i - 2] == "(")) and _is_label(tokens, before, i))
        ):
            owned.update(range(i, j))
    return owned


_DASHES = ("-", "–")


def _is_label(tokens: Tokens, before: str, i: int) -> bool:
    """ "(PC 67)", "15-16 người": a number at token ``i`` behind an acronym in brackets, or the end of a range."""
    two = tokens.low[i - 2] if i >= 2 else ""
    if two == "(":
        return before.isalpha() and len(before) <= 4 and tokens.slice(i - 1, i).isupper()
    return before in _DASHES and two[:1].isdigit() and tokens.start[i] == tokens.end[i - 1]


def _in_clock(tokens: Tokens, i: int, j: int) -> bool:
    """ "07:30": hours and minutes at tokens ``i`` to ``j`` with nothing between them and their colon."""
    if tokens.padded[i - 1] == ":" and tokens.padded[i - 2][-1:].isdigit():
        return tokens.start[i] - tokens.end[i - 2] == 1
    return tokens.at(j) == ":" and tokens.at(j + 1)[:1].isdigit() and tokens.start[j + 1] - tokens.end[j - 1] == 1


def _counts(low: list[str], i: int) -> bool:
    """Whether "số" before token ``i`` announces a count ("tổng số 44", "trong số 44") and no label ("Quyết định số
    44")."""
    return low[i - 1] == "số" and i >= 2 and low[i - 2] in ("tổng", "trong", "con", "nhân", "thiểu")
