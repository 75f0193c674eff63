"""Bounded quantities, the core of a rule with a number: "ít nhất 3 năm (36 tháng)", "không quá ba người".

A bound is a word that limits ("ít nhất", "không quá", "tối đa", "dưới", "trở lên"), a number in digits or words, and a
unit. Where the number is restated in a finer unit in brackets, that one needs no conversion and is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.tokens import Lexicon, Tokens


class Limit(Enum):
    """Which way a bound limits: from below, from above, or to just that value."""

    LEAST = "least"
    MOST = "most"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound at tokens ``i`` to ``j``; ``unit`` is month, year, term, age, percent, person or "" for none said.

    ``at`` is the token of the number.
    """

    i: int
    j: int
    limit: Limit
    value: int
    unit: str
    at: int


_LIMITS: Lexicon[Limit] = Lexicon(
    [(word, Limit.LEAST) for word in ("ít nhất", "tối thiểu", "không dưới", "không ít hơn", "đủ", "trọn", "tròn")]
    + [
        (word, Limit.MOST)
        for word in ("không quá", "không vượt quá", "không được quá", "không được vượt quá", "không hơn", "tối đa",
                     "quá", "dưới", "không nhiều hơn",
                     "chỉ được bố trí", "chỉ được có", "chỉ được bầu", "chỉ được bổ nhiệm")
    ]
    + [(word, Limit.FIXED) for word in ("trong vòng", "trong thời gian", "trong thời hạn")]
)  # fmt: skip
LIMIT_STARTS = frozenset(["ít", "tối", "không", "đủ", "trọn", "tròn", "quá", "dưới", "trong", "chỉ"])
_FILLERS = frozenset(["là", "trọn", "phải", "từ", "đủ", "cũng", "mỗi"])
_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_PEOPLE = frozenset(["người", "cán", "đồng", "ủy", "phó", "cấp", "thành", "trường", "bí", "chủ"])
_FINER = {"year": ("month",), "term": ("year", "month")}


def number_value(tokens: Tokens, i: int) -> int | None:
    """A whole number of up to three digits, or a number word, at token ``i``; None where none stands there."""
    word = tokens.at(i)
    if word.isdigit() and len(word) <= 3:
        return int(word)
    return _WORDS.get(word)


def unit_at(tokens: Tokens, j: int) -> tuple[str, int]:
    """The unit at token ``j`` and the token behind it; ("", j) where none is said."""
    word, after = tokens.at(j), tokens.at(j + 1)
    if word == "năm":
        return "year", j + 1
    if word == "tháng":
        return "month", j + 1
    if word == "nhiệm" and after in ("kỳ", "kì"):
        return "term", j + 2
    if word == "tuổi":
        return "age", j + 1
    if word == "%":
        return "percent", j + 1
    if word == "phần" and after == "trăm":
        return "percent", j + 2
    if word in _PEOPLE and (word not in ("cấp", "thành", "trường") or after in ("phó", "trưởng", "ủy", "viên")):
        return "person", j + 1
    return "", j


def bound_at(tokens: Tokens, i: int) -> Bound | None:
    """The bound whose limiting word begins at token ``i``, or None."""
    hit = _LIMITS.match(tokens, i)
    if hit is None:
        return None
    limit, k = hit.value, hit.j
    inner = _LIMITS.match(tokens, k) if k < len(tokens) else None
    if inner is not None:
        limit, k = inner.value, inner.j
    while k - hit.j < 4 and tokens.at(k) in _FILLERS:
        k += 1
    value = number_value(tokens, k)
    if value is None:
        return None
    unit, j = unit_at(tokens, k + 1)
    if (unit == "year" and tokens.at(j).isdigit()) or (unit == "month" and tokens.at(j) == "tuổi"):
        return None
    value, unit, j, at = _restated(tokens, k, value, unit, j)
    return Bound(i, j, limit, value, unit, at)


def _restated(tokens: Tokens, at: int, value: int, unit: str, j: int) -> tuple[int, str, int, int]:
    """The value in the finer unit of a bracket just behind it: "3 năm (36 tháng)" is 36 months."""
    if tokens.at(j) == "(":
        other = number_value(tokens, j + 1)
        finer, behind = unit_at(tokens, j + 2)
        if other is not None and finer in _FINER.get(unit, ()) and tokens.at(behind) == ")":
            return other, finer, behind + 1, j + 1
    return value, unit, j, at


def open_bound_at(tokens: Tokens, i: int) -> Bound | None:
    """The bound told behind its number at token ``i``: "từ 40 tuổi trở xuống", "3 năm trở lên"; None where none is."""
    value = number_value(tokens, i)
    if value is None:
        return None
    unit, j = unit_at(tokens, i + 1)
    if not unit or tokens.at(j) != "trở" or tokens.at(j + 1) not in ("lên", "xuống", "lại"):
        return None
    limit = Limit.LEAST if tokens.low[j + 1] == "lên" else Limit.MOST
    begin = i - 1 if tokens.at(i - 1) == "từ" else i
    return Bound(begin, j + 2, limit, value, unit, i)


def clause_start(doc: Doc, i: int, reach: int = 40) -> int:
    """The first token of the clause that holds token ``i``: behind the last semicolon, colon or sentence start."""
    begin = max(nearby(doc, i)[0], i - reach)
    low = doc.tokens.low
    k = i
    while k > begin and low[k - 1] not in ";:":
        k -= 1
    return k
