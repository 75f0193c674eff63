"""Bounded quantities, the core of a rule with a number: "ít nhất 3 năm (36 tháng)", "không quá ba người".

A bound is a word that limits ("ít nhất", "không quá", "tối đa", "dưới", "trở lên"), a number in digits or words, and a
unit. Where the number is restated in a finer unit in brackets, that one needs no conversion and is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from service.number_words import UNITS, parse_prefix
from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.tokens import Lexicon, Tokens


class Limit(Enum):
    """Which way a bound limits: from below, from above, or to just that value."""

    LEAST = "least"
    MOST = "most"
    FIXED = "fixed"


@dataclass(frozen=True)
class Bound:
    """A bound at tokens ``i`` to ``j``; ``unit`` is month, year, term, age, percent, person or "" for none said.

    ``at`` is the token of the number.
    """

    i: int
    j: int
    limit: Limit
    value: int | float  # as written: mypyc makes a float of every number that is called one
    unit: str
    at: int


_LIMITS: Lexicon[Limit] = Lexicon(
    [
        (word, Limit.LEAST)
        for word in ("ít nhất", "tối thiểu", "không dưới", "không ít hơn", "không thấp hơn", "không được ít hơn",
                     "không được dưới", "không được thấp hơn", "chí ít", "đủ", "từ đủ", "trọn", "tròn", "hết")
    ]
    + [
        (word, Limit.MOST)
        for word in ("không quá", "không vượt quá", "không được quá", "không được vượt quá", "không hơn", "tối đa",
                     "quá", "vượt quá", "dưới", "không nhiều hơn", "không được nhiều hơn", "không cao hơn",
                     "nhiều nhất", "không trên", "không kéo dài quá", "không được kéo dài quá", "trên", "hơn",
                     "chỉ được bố trí", "chỉ được có", "chỉ được bầu", "chỉ được bổ nhiệm", "chỉ bố trí", "chỉ có")
    ]
    + [
        (word, Limit.FIXED)
        for word in ("trong", "trong vòng", "trong thời gian", "trong thời hạn", "sau", "chậm nhất", "chậm nhất sau")
    ]
)  # fmt: skip
LIMIT_STARTS = frozenset(
    ["ít", "tối", "không", "chí", "đủ", "trọn", "tròn", "hết", "quá", "vượt", "dưới", "trên", "hơn", "nhiều", "trong",
     "chỉ", "sau", "chậm"]
)  # fmt: skip
BARE = frozenset(["quá", "vượt", "dưới", "trên", "hơn", "đủ", "trọn", "tròn", "hết", "từ", "trong", "sau", "chỉ"])
"""First words of limits that state a fact as often as they set a rule ("đủ 3 năm ở xã", "quá 8 năm")."""
_FILLERS = frozenset(["là", "trọn", "phải", "từ", "đủ", "cũng", "mỗi", "có", "đạt", "thêm"])
_PEOPLE: dict[str, frozenset[str] | None] = {
    "người": None, "cán": None, "đồng": None, "ủy": None, "phó": None, "bí": None, "thứ": None, "nhân": None,
    "chủ": frozenset(["tịch"]), "cấp": frozenset(["phó", "trưởng", "ủy"]), "thành": frozenset(["viên"]),
    "trường": frozenset(["hợp"]), "công": frozenset(["chức", "an"]), "viên": frozenset(["chức"]),
    "giáo": frozenset(["viên"]), "hiệu": frozenset(["trưởng", "phó"]), "giám": frozenset(["đốc"]),
    "lãnh": frozenset(["đạo"]), "trưởng": frozenset(["phòng", "ban", "khoa"]),
    "biên": frozenset(["chế"]),
}  # fmt: skip
_NUMBER_STARTS = UNITS.keys() | {"mười"}
_WHOLE_TIMES = frozenset(["đủ", "tức", "tròn", "là"])  # "2 năm (đủ 24 tháng)"
_COUNTED = frozenset(["hành", "vụ", "thư", "viên", "ủy", "lượng"])  # "Ban chấp hành: từ 27 - 33"
_FINER = {"year": ("month",), "term": ("year", "month")}


def number_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A whole number of up to three digits, or number words, at token ``i``, and the token behind it; or None."""
    word = tokens.padded[i]
    if word.isdecimal() and word.isascii() and len(word) <= 3:
        return int(word), i + 1
    if word not in _NUMBER_STARTS:
        return None
    value, used = parse_prefix(tokens.low[i : i + 3])
    return (value, i + used) if used and value < 1000 else None


def _mean_at(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """A mean number of people at token ``i`` and the token behind it: "2,5 phó chủ tịch"; or None."""
    whole, comma, tenth = tokens.at(i).partition(",")
    if not (comma and whole.isdecimal() and len(whole) <= 2 and tenth.isdecimal() and len(tenth) == 1):
        return None
    return (float(f"{whole}.{tenth}"), i + 1) if unit_at(tokens, i + 1)[0] == "person" else None


def unit_at(tokens: Tokens, j: int) -> tuple[str, int]:
    """The unit at token ``j`` and the token behind it; ("", j) where none is said."""
    word, after = tokens.padded[j], tokens.padded[j + 1]
    if word == "năm":
        return "year", j + 1
    if word == "tháng":
        return "month", j + 1
    if word == "nhiệm" and after in ("kỳ", "kì"):
        return "term", j + 2
    if word == "khóa" and after == "liên":  # "hai khóa liên tiếp"
        return "term", j + 1
    if word == "tuổi":
        return "age", j + 1
    if word == "%":
        return "percent", j + 1
    if word == "phần" and after == "trăm":
        return "percent", j + 2
    if word in _PEOPLE:
        follows = _PEOPLE[word]
        if follows is None or after in follows:
            return "person", j + 1
    return "", j


def bound_at(tokens: Tokens, i: int) -> Bound | None:
    """The bound whose limiting word begins at token ``i``, or None."""
    hit = _LIMITS.match(tokens, i)
    if hit is None:
        return None
    limit, k = hit.value, hit.j
    inner = _LIMITS.match(tokens, k) if k < len(tokens.low) else None
    if inner is not None:  # "sau ít nhất"; but "chức vụ trên trong thời hạn" is no bound from above
        limit, k = inner.value if inner.value is not Limit.FIXED else limit, inner.j
    while k - hit.j < 4 and tokens.padded[k] in _FILLERS:
        k += 1
    word = tokens.padded[k]
    if word not in _NUMBER_STARTS and not word[:1].isdecimal():
        return None
    number = number_at(tokens, k) or _mean_at(tokens, k)
    if number is None:
        return None
    value, behind = number
    unit, j = unit_at(tokens, behind)
    if (unit == "year" and tokens.at(j).isdigit()) or (unit == "month" and tokens.at(j) == "tuổi"):
        return None
    at = k
    if unit != "term" or limit is not Limit.MOST:  # the most terms in a row are terms, also where years are added
        value, unit, j, at = _restated(tokens, k, value, unit, j)
    return Bound(i, j, limit, value, unit, at)


def _restated(tokens: Tokens, at: int, value: int | float, unit: str, j: int) -> tuple[int | float, str, int, int]:
    """The value in the finer unit of a bracket just behind it: "3 năm (36 tháng)" is 36 months."""
    noun = j + 2 if unit == "year" and tokens.low[j : j + 2] == ["công", "tác"] else j  # "5 năm công tác (60 tháng)"
    if tokens.at(noun) == "(":
        j = noun
        inner = j + 1 + (tokens.at(j + 1) in _WHOLE_TIMES)
        other = number_at(tokens, inner)
        if other is not None:
            finer, behind = unit_at(tokens, other[1])
            if finer in _FINER.get(unit, ()) and tokens.at(behind) == ")":
                return other[0], finer, behind + 1, inner
    return value, unit, j, at


def open_bound_at(tokens: Tokens, i: int) -> Bound | None:
    """The bound told behind its number at token ``i``: "từ 40 tuổi trở xuống", "3 năm trở lên"; None where none is."""
    number = number_at(tokens, i)
    if number is None:
        return None
    value, unit, j, at = _restated(tokens, i, number[0], *unit_at(tokens, number[1]))
    while unit == "term" and tokens.at(j) in ("cấp", "ủy", "hđnd", "ubnd"):
        j += 1
    if unit in ("year", "month") and tokens.low[j : j + 2] == ["công", "tác"]:  # "còn từ 15 tháng công tác trở lên"
        j += 2
    if unit == "person" and tokens.at(i - 1) in ("từ", "đủ"):  # "từ 5 đồng chí công an chính quy trở lên"
        while tokens.at(j).isalpha() and tokens.at(j) != "trở" and j - i < 9:
            j += 1
        j = j if tokens.at(j + 1) in ("lên", "xuống") else i
    if tokens.at(j) != "trở" or tokens.at(j + 1) not in ("lên", "xuống", "lại"):
        return None
    limit = Limit.LEAST if tokens.low[j + 1] == "lên" else Limit.MOST
    begin = i
    while tokens.at(begin - 1) in ("từ", "đủ", "trọn") and i - begin < 2:
        begin -= 1
    return Bound(begin, j + 2, limit, value, unit, at)


def range_at(tokens: Tokens, i: int) -> list[Bound]:
    """ "từ 3 đến 5 năm", "từ đủ 2 năm đến dưới 5 năm" at token ``i``: both ends of a range, each a bound; or []."""
    k = i + 1
    while tokens.padded[k] in _FILLERS and k - i < 3:
        k += 1
    first = number_at(tokens, k)
    if first is None:
        return []
    low, unit, j, k = _restated(tokens, k, first[0], *unit_at(tokens, first[1]))
    if tokens.at(j) not in ("đến", "tới", "-", "–"):
        return []
    at = j + 1
    while tokens.at(at) in ("dưới", "đủ", "hết", "không", "quá") and at - j < 3:
        at += 1
    last = number_at(tokens, at)
    if last is None:
        return []
    high, unit_last, end, at = _restated(tokens, at, last[0], *unit_at(tokens, last[1]))
    if not unit_last and tokens.at(i - 1) == ":" and tokens.at(i - 2) in _COUNTED:
        unit_last = "person"
    if unit_last not in ("year", "month", "term", "person", "percent") or unit not in ("", unit_last) or high <= low:
        return []
    return [Bound(i, end, Limit.FIXED, low, unit_last, k), Bound(j, end, Limit.FIXED, high, unit_last, at)]


def clause_start(doc: Doc, i: int, reach: int = 40) -> int:
    """The first token of the clause that holds token ``i``: behind the last semicolon, colon or sentence start.

    A colon just before the token is no end: what stands before it is the label of a list item.
    """
    begin = max(nearby(doc, i)[0], i - reach)
    low = doc.tokens.low
    k = i - (i > begin and low[i - 1] == ":")  # "Thời gian biệt phái: không quá 3 năm"
    while k > begin and low[k - 1] not in ";:":
        k -= 1
    return k
