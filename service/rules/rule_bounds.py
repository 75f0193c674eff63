"""Where a rule with a number begins: the words that open or close a bound, and bounds told in other ways."""

from __future__ import annotations

from dataclasses import replace

from service.rules.bounds import LIMIT_STARTS, Bound, Limit, bound_at, number_at, open_bound_at, range_at, unit_at
from service.rules.case_times import PUNISHMENTS, TIME_UNITS, by_punishment, by_sex, each_time
from service.rules.consequences import leads_away
from service.rules.doc import Doc
from service.rules.fixed_bounds import every, fixed_tenure, fixed_terms
from service.rules.numerals import nearby
from service.rules.tokens import Tokens

_AIMS = {
    "bảo": ("đảm",), "đảm": ("bảo",), "phấn": ("đấu",), "mục": ("tiêu",), "chỉ": ("tiêu",),
}  # fmt: skip
_SEXES = frozenset(["nam", "nữ"])
_PASSED = frozenset(["đối", "với", "cả", "cán", "bộ", "công", "chức", "là", "và", ",", ";", "còn", "(", ")", "thì"])
_MORE_AGES = 9  # tokens between an age and the one coordinated with it


def bounds_at(doc: Doc, i: int) -> list[Bound]:
    """The bounds that the word at token ``i`` begins or ends."""
    tokens = doc.tokens
    word = tokens.low[i]
    if word == "từ":
        return range_at(tokens, i) or _one(bound_at(tokens, i) if tokens.at(i + 1) == "đủ" else None)
    if word == "sau" and tokens.at(i + 1) not in ("khi", "đó", "này"):
        return _one(bound_at(tokens, i))
    if word in _AIMS and tokens.at(i + 1) in _AIMS[word]:
        return _aimed_share(doc, i)
    if word in LIMIT_STARTS:
        bound = bound_at(tokens, i)
        return [bound, *_more_ages(tokens, bound)] if bound is not None else []
    if word == "trở":
        bound = next((b for k in range(max(0, i - 9), i) if (b := open_bound_at(tokens, k)) and b.j == i + 2), None)
        return [bound, *_more_ages(tokens, bound)] if bound is not None else []
    if word == "liên":
        return _terms_in_row(doc, i)
    if word == "phải":
        return _one(_due(tokens, i))
    if word == "tuổi" and tokens.low[i + 1 : i + 3] == ["đối", "với"] and tokens.at(i + 3) in ("nam", "nữ"):
        number = number_at(tokens, i - 1)
        if number is None or number[1] != i:
            return []
        bound = Bound(i - 1, i + 4, Limit.MOST, number[0], "age", i - 1)
        return [bound, *_more_ages(tokens, bound)]
    if word == "thời" and tokens.at(i + 1) in ("hạn", "gian"):
        return fixed_terms(doc, i)
    if word in ("nhiệm", "chu"):
        return fixed_tenure(doc, i)
    if (word == "hình" and tokens.at(i + 1) == "thức") or word in PUNISHMENTS:
        return by_punishment(doc, i)
    if word == "định":
        return every(doc, i)
    if word == "nữ":
        return by_sex(doc, i)
    if word == "lần":
        return each_time(doc, i)
    return []


def _one(bound: Bound | None) -> list[Bound]:
    return [bound] if bound is not None else []


def _due(tokens: Tokens, i: int) -> Bound | None:
    """ "5 năm phải đổi chỗ", "cứ ba năm là phải chuyển": a time told by what is due behind it."""
    k = i - 1
    while tokens.at(k) in ("là", "thì", "rồi") and i - k < 4:
        k -= 1
    if tokens.at(k) not in ("năm", "tháng", "kỳ", "kì") or not leads_away(tokens, i, i + 8):
        return None
    for begin in range(max(0, k - 4), k):
        number = number_at(tokens, begin)
        if number is None:
            continue
        unit, end = unit_at(tokens, number[1])
        if unit in TIME_UNITS and end == k + 1 and tokens.at(begin - 1) not in ("đã", "mới", "chỉ", "gần", "suốt"):
            return Bound(begin, end, Limit.MOST, number[0], unit, begin)
    return None


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
