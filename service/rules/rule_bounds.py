"""Where a rule with a number begins: the words that open or close a bound, and bounds told in other ways."""

from __future__ import annotations

from service.rules.bounds import LIMIT_STARTS, Bound, Limit, bound_at, number_value, open_bound_at, unit_at
from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.rule_words import TIMED
from service.rules.tokens import Tokens

_AIMS = {
    "bảo": ("đảm",), "đảm": ("bảo",), "phấn": ("đấu",), "mục": ("tiêu",),
}  # fmt: skip
_TERM_OF = frozenset(
    [
        "cho", "mỗi", "lần", "đối", "với", "một", "chức", "vụ", "danh", "giữ", "lãnh", "đạo", "quản", "lý", "cán", "bộ",
        "viên", "công", "của", "các",
    ]
)  # fmt: skip


def bounds_at(doc: Doc, i: int) -> list[Bound]:
    """The bounds that the word at token ``i`` begins or ends."""
    tokens = doc.tokens
    word = tokens.low[i]
    if word in LIMIT_STARTS:
        bound = bound_at(tokens, i)
        return [bound] if bound is not None else []
    if word == "trở":
        bound = next((b for k in range(max(0, i - 3), i) if (b := open_bound_at(tokens, k)) and b.j == i + 2), None)
        return [bound] if bound is not None else []
    if word == "liên":
        return _terms_in_row(doc, i)
    if word == "tuổi" and tokens.low[i + 1 : i + 3] == ["đối", "với"] and tokens.at(i + 3) in ("nam", "nữ"):
        value = number_value(tokens, i - 1)
        return [Bound(i - 1, i + 4, Limit.MOST, value, "age", i - 1)] if value is not None else []
    if word in _AIMS and tokens.at(i + 1) in _AIMS[word]:
        return _aimed_share(doc, i)
    if word == "thời" and tokens.at(i + 1) in ("hạn", "gian"):
        return _fixed_terms(tokens, i)
    return []


def _aimed_share(doc: Doc, i: int) -> list[Bound]:
    """ "bảo đảm 100% cán bộ", "phấn đấu đến cuối nhiệm kỳ có trên 80% số huyện": a share that is to be reached."""
    tokens = doc.tokens
    stop = min(nearby(doc, i)[1], i + 14)
    for k in range(i + 2, stop):
        if tokens.low[k] in ";:":
            break
        value = number_value(tokens, k)
        if value is not None and tokens.at(k + 1) in ("%", "phần"):
            return [Bound(i, unit_at(tokens, k + 1)[1], Limit.FIXED, value, "percent", k)]
    return []


def _terms_in_row(doc: Doc, i: int) -> list[Bound]:
    """ "giữ chức 02 nhiệm kỳ liên tiếp ... thì không xem xét bổ nhiệm lại": a limit told by what follows from it."""
    tokens = doc.tokens
    value = number_value(tokens, i - 3)
    if value is None or tokens.at(i + 1) not in ("tiếp", "tục") or unit_at(tokens, i - 2) != ("term", i):
        return []
    behind = tokens.low[i + 2 : min(nearby(doc, i)[1], i + 14)]
    then = behind.index("thì") if "thì" in behind else -1
    if then < 0 or not {"không", "phải", "được"}.intersection(behind[then + 1 : then + 3]):
        return []
    return [Bound(i - 3, i + 2, Limit.MOST, value, "term", i - 3)]


def _fixed_terms(tokens: Tokens, i: int) -> list[Bound]:
    """ "Thời gian biệt phái là 18 tháng với nữ, 24 tháng với nam": a time set to just that value, case by case."""
    hit = TIMED.match(tokens, i + 2) if i + 2 < len(tokens) else None
    if hit is None:
        return []
    k = hit.j
    again = TIMED.match(tokens, k) if k < len(tokens) else None
    k = again.j if again is not None else k
    while k - hit.j < 9 and tokens.at(k) in _TERM_OF:
        k += 1
    out: list[Bound] = []
    span = _range(tokens, i, k + (tokens.at(k) == "là"))
    if span:
        return span
    if tokens.at(k) != "là":
        return []
    k += 1
    while True:
        value = number_value(tokens, k)
        unit, j = unit_at(tokens, k + 1)
        if value is None or unit not in ("year", "month", "term"):
            return out
        out.append(Bound(i if not out else k, j, Limit.FIXED, value, unit, k))
        nxt = j
        while nxt < j + 8 and tokens.at(nxt) not in (",", "và", ";", ".", "\n", ""):
            nxt += 1
        if tokens.at(nxt) not in (",", "và"):
            return out
        k = nxt + 1


def _range(tokens: Tokens, i: int, k: int) -> list[Bound]:
    """ "từ 3 đến 5 năm" at token ``k``: both ends of a range, each a bound of its own."""
    if tokens.at(k) != "từ":
        return []
    first = number_value(tokens, k + 1)
    unit, j = unit_at(tokens, k + 2)
    if first is None or tokens.at(j) not in ("đến", "-", "–"):
        return []
    last = number_value(tokens, j + 1)
    unit_last, end = unit_at(tokens, j + 2)
    if last is None or unit_last not in ("year", "month", "term"):
        return []
    return [
        Bound(i, end, Limit.FIXED, first, unit or unit_last, k + 1),
        Bound(j, end, Limit.FIXED, last, unit_last, j + 1),
    ]
