"""Where a rule with a number begins: the words that open or close a bound, and bounds told in other ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from service.rules.bounds import LIMIT_STARTS, Bound, Limit, bound_at, number_at, open_bound_at, range_at, unit_at
from service.rules.case_times import PUNISHMENTS, TIME_UNITS, by_punishment, by_sex, each_time
from service.rules.consequences import leads_away
from service.rules.doc import Doc
from service.rules.fixed_bounds import every, fixed_tenure, fixed_terms
from service.rules.numerals import nearby
from service.rules.tokens import Tokens

_AIMS = {"bảo": "đảm", "đảm": "bảo", "phấn": "đấu", "mục": "tiêu"}
_SEXES = frozenset(["nam", "nữ"])
_PASSED = frozenset(["đối", "với", "cả", "cán", "bộ", "công", "chức", "là", "và", ",", ";", "còn", "(", ")", "thì"])
_MORE_AGES = 9  # tokens between an age and the one coordinated with it


def bounds_at(doc: Doc, i: int) -> list[Bound]:
    """The bounds that the word at token ``i`` begins or ends."""
    read = _READERS.get(doc.tokens.low[i])
    return read(doc, i) if read is not None else []


def _one(bound: Bound | None) -> list[Bound]:
    return [bound] if bound is not None else []


def _with_ages(tokens: Tokens, bound: Bound | None) -> list[Bound]:
    """A bound and the further ages told with it, if there is one."""
    return [bound, *_more_ages(tokens, bound)] if bound is not None else []


def _from(doc: Doc, i: int) -> list[Bound]:
    """ "từ 3 đến 5 năm", "từ đủ 2 năm": a range, else what is asked for at least."""
    tokens = doc.tokens
    return range_at(tokens, i) or _one(bound_at(tokens, i) if tokens.padded[i + 1] == "đủ" else None)


def _limited(doc: Doc, i: int) -> list[Bound]:
    """ "không quá 45 tuổi", "tối đa 3 năm": the number behind a word that limits, or a share that is aimed at."""
    tokens = doc.tokens
    if tokens.low[i] == "chỉ" and tokens.at(i + 1) == "tiêu":
        return _aimed_share(doc, i)
    bound = bound_at(tokens, i)
    return _one(bound) if tokens.low[i] == "sau" else _with_ages(tokens, bound)


def _aimed(doc: Doc, i: int) -> list[Bound]:
    return _aimed_share(doc, i) if doc.tokens.at(i + 1) == _AIMS[doc.tokens.low[i]] else []


def _open(doc: Doc, i: int) -> list[Bound]:
    """ "45 tuổi trở xuống": the number before "trở" at token ``i``."""
    tokens = doc.tokens
    bound = next((b for k in range(max(0, i - 9), i) if (b := open_bound_at(tokens, k)) and b.j == i + 2), None)
    return _with_ages(tokens, bound)


def _age(doc: Doc, i: int) -> list[Bound]:
    """ "45 tuổi đối với nam": the age told before "tuổi" at token ``i``."""
    tokens = doc.tokens
    if tokens.low[i + 1 : i + 3] != ["đối", "với"] or tokens.at(i + 3) not in ("nam", "nữ"):
        return []
    number = number_at(tokens, i - 1)
    if number is None or number[1] != i:
        return []
    return _with_ages(tokens, Bound(i - 1, i + 4, Limit.MOST, number[0], "age", i - 1))


def _due(doc: Doc, i: int) -> list[Bound]:
    """ "5 năm phải đổi chỗ", "cứ ba năm là phải chuyển": a time told by what is due behind it."""
    tokens = doc.tokens
    k = i - 1
    while tokens.padded[k] in ("là", "thì", "rồi") and i - k < 4:
        k -= 1
    if tokens.padded[k] not in ("năm", "tháng", "kỳ", "kì") or not leads_away(tokens, i, i + 8):
        return []
    for begin in range(max(0, k - 4), k):
        number = number_at(tokens, begin)
        if number is None:
            continue
        unit, end = unit_at(tokens, number[1])
        if unit in TIME_UNITS and end == k + 1 and tokens.at(begin - 1) not in ("đã", "mới", "chỉ", "gần", "suốt"):
            return [Bound(begin, end, Limit.MOST, number[0], unit, begin)]
    return []


def _more_ages(tokens: Tokens, bound: Bound) -> list[Bound]:
    """ "không quá 45 tuổi với nam, 40 tuổi với nữ": the age of the other sex, under the same limit."""
    if bound.unit not in ("age", "") or not 20 <= bound.value <= 70:
        return []
    low = tokens.low
    sexed = bound.unit == "age" and (tokens.at(bound.i - 1) in _SEXES or tokens.at(bound.j - 1) in _SEXES)
    k = bound.j
    while k < min(len(low), bound.j + _MORE_AGES) and (low[k] in _PASSED or low[k] in _SEXES):
        sexed = sexed or low[k] in _SEXES
        k += 1
    number = number_at(tokens, k) if sexed and k > bound.j else None
    if number is None or not 20 <= number[0] <= 70:
        return []
    unit, end = unit_at(tokens, number[1])
    near = low[max(0, k - 3) : k] + low[end : end + 5]
    if unit not in ("age", "") or not _SEXES.intersection(near):
        return []
    return [Bound(k, end, bound.limit, number[0], "age", k)]


def _aimed_share(doc: Doc, i: int) -> list[Bound]:
    """ "bảo đảm 100% cán bộ", "phấn đấu đến cuối nhiệm kỳ có trên 80% số huyện": a share that is to be reached."""
    tokens = doc.tokens
    stop = min(nearby(doc, i)[1], i + 14)
    for k in range(i + 2, stop):
        if tokens.low[k] in ";:":
            break
        number = number_at(tokens, k)
        if number is not None and tokens.at(number[1]) in ("-", "–", "đến") and tokens.low[k - 1] != "từ":
            ends = range_at(tokens, k - 1)  # "luân chuyển 20 - 25% cán bộ"
            if ends and ends[0].unit == "percent":
                return [replace(ends[0], i=k), ends[1]]
        if number is not None and tokens.at(number[1]) in ("%", "phần"):
            return [Bound(i, unit_at(tokens, number[1])[1], Limit.FIXED, number[0], "percent", k)]
    return []


def _terms_in_row(doc: Doc, i: int) -> list[Bound]:
    """ "giữ chức 02 nhiệm kỳ liên tiếp ... thì không xem xét bổ nhiệm lại": a limit told by what follows from it."""
    tokens = doc.tokens
    number = number_at(tokens, i - 3)
    if number is None or tokens.at(i + 1) not in ("tiếp", "tục") or unit_at(tokens, i - 2) != ("term", i):
        return []
    behind = tokens.low[i + 2 : min(nearby(doc, i)[1], i + 14)]
    then = behind.index("thì") if "thì" in behind else -1
    due = then >= 0 and bool({"không", "phải", "được"}.intersection(behind[then + 1 : then + 3]))
    if not due and not leads_away(tokens, i + 2, min(nearby(doc, i)[1], i + 16)):
        return []
    return [Bound(i - 3, i + 2, Limit.MOST, number[0], "term", i - 3)]


_READERS: dict[str, Callable[[Doc, int], list[Bound]]] = {
    "từ": _from,
    "trở": _open,
    "liên": _terms_in_row,
    "phải": _due,
    "tuổi": _age,
    "thời": fixed_terms,
    "nhiệm": fixed_tenure,
    "chu": fixed_tenure,
    "hình": by_punishment,
    "định": every,
    "nữ": by_sex,
    "lần": each_time,
    **dict.fromkeys(LIMIT_STARTS, _limited),
    **dict.fromkeys(_AIMS, _aimed),
    **dict.fromkeys(PUNISHMENTS, by_punishment),
}
"""How a bound is read from each word that can begin or end one."""
