"""Times that a rule tells by cases: after each so many years, of men and of women, by how one was punished."""

from __future__ import annotations

from service.rules.bounds import Bound, Limit, number_at, unit_at
from service.rules.consequences import leads_away
from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.rule_words import PERSONS
from service.rules.tokens import Lexicon, Tokens

TIME_UNITS = ("year", "month", "term")
PUNISHMENTS = frozenset(["khiển", "cảnh", "cách"])
"""First words of "khiển trách", "cảnh cáo", "cách chức"."""
_RULED = 60  # tokens before a punishment in which it is told what one who was punished waits for
MOVED_IN_TURN: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("luân chuyển", "luân phiên", "điều động", "chuyển đổi vị trí", "định kỳ chuyển đổi", "hoán đổi")
)
"""Moves that come in turn, after so many years each."""
_SENT_OR_MOVED: Lexicon[bool] = Lexicon(
    (term, True) for term in ("luân chuyển", "biệt phái", "tăng cường", "luân phiên", "điều động", "nghĩa vụ")
)


def by_punishment(doc: Doc, i: int) -> list[Bound]:
    """ "12 tháng đối với hình thức kỷ luật khiển trách", "24 tháng với cảnh cáo": the time to wait."""
    tokens = doc.tokens
    if tokens.at(i - 1) != "với":
        return []
    k = i - 1 - (tokens.at(i - 2) == "đối")  # the token behind the time
    number = number_at(tokens, k - 2)
    unit, j = unit_at(tokens, k - 1)
    begin = doc.sentence_of(i)[0]
    low = tokens.low[max(begin, i - _RULED) : i + 8]
    ruled = "luật" in low or (tokens.low[i] != "hình" and {"nhiệm", "hoạch"}.intersection(low))
    if number is None or number[1] != k - 1 or unit not in TIME_UNITS or j != k or not ruled:
        return []
    return [Bound(k - 2, j, Limit.FIXED, number[0], unit, k - 2)]


def each_time(doc: Doc, i: int) -> list[Bound]:
    """ "cứ 3 năm một lần phải luân chuyển", "2 năm/lần": the time between two moves, told with "lần" at token ``i``."""
    tokens = doc.tokens
    if tokens.at(i - 1) not in ("/", "một", "1", "mỗi"):
        return []
    begin, end = nearby(doc, i)
    for k in range(max(begin, i - 5), i - 2):
        number = number_at(tokens, k)
        if number is not None and unit_at(tokens, number[1]) in (("year", i - 1), ("month", i - 1)):
            moved = leads_away(tokens, begin, end) or any(
                hit.i >= i - 16 and hit.j <= i + 16 for hit in MOVED_IN_TURN.find(tokens, begin, end)
            )
            unit = unit_at(tokens, number[1])[0]
            return [Bound(k, i - 1, Limit.MOST, number[0], unit, k)] if moved else []
    return []


def by_sex(doc: Doc, i: int) -> list[Bound]:
    """ "giáo viên đi luân chuyển: nữ 2 năm, nam 3 năm": the time of each sex, from "nữ" at token ``i``; or []."""
    tokens, low = doc.tokens, doc.tokens.low
    own = _time_of(tokens, i)
    begin, end = nearby(doc, i)
    if own is None:
        return []
    near = (*range(max(begin, i - 8), i), *range(own.j, min(end, own.j + 8)))
    other = next((b for k in near if low[k] == "nam" and (b := _time_of(tokens, k)) is not None), None)
    named = any(low[k] in PERSONS and tokens.cap[k + 1] for k in range(begin, end - 1))
    if other is None or named or not _SENT_OR_MOVED.any(tokens, begin, end):
        return []
    return sorted((own, other), key=lambda bound: bound.i)


def _time_of(tokens: Tokens, i: int) -> Bound | None:
    """The time behind the sex at token ``i``: "nữ: 2 năm", "nam là 3 năm", "nam đi 5 năm"; or None."""
    k = i + 1 + (tokens.at(i + 1) in ("là", ":", "đi", "từ"))
    number = number_at(tokens, k)
    unit, j = unit_at(tokens, number[1]) if number is not None else ("", k)
    if number is None or unit not in ("year", "month") or tokens.at(j) == "tuổi":
        return None
    return Bound(i, j, Limit.FIXED, number[0], unit, k)
