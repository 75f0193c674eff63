"""The numbers of an article as token ranges, from the shared number finder."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal

from service.numbers import find_numbers
from service.rules.dates import find_dates
from service.rules.doc import Doc

_CACHE = "numbers"


@dataclass(frozen=True, slots=True)
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
    tokens = doc.tokens
    out: list[NumberToken] = []
    starts, ends, n = tokens.start, tokens.end, len(tokens)
    for mention in find_numbers(doc.folded.text):
        k = bisect_left(starts, mention.start)
        j = k
        while j < n and ends[j] <= mention.end:
            j += 1
        if j > k:
            out.append(NumberToken(k, j, mention.value, mention.is_word, mention.percent))
    doc.cache[_CACHE] = out
    return out


def owned_tokens(doc: Doc) -> set[int]:
    """Tokens of numbers that count nobody by their form: dates, n/m ratios, percents, document numbers, ordinals."""
    low, owned = doc.tokens.low, set[int]()
    for date in find_dates(doc):
        owned.update(range(date.i, date.j))
    for number in number_tokens(doc):
        before, after = doc.tokens.at(number.i - 1), doc.tokens.at(number.j)
        if (
            _is_label(doc, number)
            or number.percent
            or before == "/"
            or after == "/"
            or (before in ("số", "thứ", "khóa") and not _counts(low, number.i))
        ):
            owned.update(range(number.i, number.j))
    return owned


def _is_label(doc: Doc, number: NumberToken) -> bool:
    """ "(PC 67)", "15-16 người": a number behind an acronym in brackets, or the end of a range."""
    tokens, i = doc.tokens, number.i
    before, two = tokens.at(i - 1), tokens.at(i - 2)
    if two == "(" and before.isalpha() and len(before) <= 4 and tokens.slice(i - 1, i).isupper():
        return True
    return before in ("-", "–") and two[:1].isdigit() and tokens.start[i] == tokens.end[i - 1]


def _counts(low: list[str], i: int) -> bool:
    """Whether "số" before token ``i`` announces a count ("tổng số 44", "trong số 44") and no label ("Quyết định số
    44")."""
    return low[i - 1] == "số" and i >= 2 and low[i - 2] in ("tổng", "trong", "con", "nhân")
