"""Times set to just their value: "thời hạn bổ nhiệm là 5 năm", "nhiệm kỳ của hiệu trưởng là 4 năm", "định kỳ 3 năm".

A time told case by case ("18 tháng với nữ, 24 tháng với nam") is a bound each, a range its two ends.
"""

from __future__ import annotations

from service.rules.bounds import LIMIT_STARTS, Bound, Limit, number_at, range_at, unit_at
from service.rules.case_times import MOVED_IN_TURN, TIME_UNITS
from service.rules.consequences import leads_away
from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.roles import find_titles
from service.rules.rule_words import PERSONS, TIMED
from service.rules.tokens import Lexicon, Tokens

_TERM_OF = frozenset(
    [
        "cho", "mỗi", "lần", "đối", "với", "một", "chức", "vụ", "danh", "giữ", "lãnh", "đạo", "quản", "lý", "cán", "bộ",
        "viên", "công", "của", "các", "vị", "trí", "tác", ",",
    ]
)  # fmt: skip
_TIME_OF: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (
        "định kỳ chuyển đổi",
        "chuyển đổi",
        "hoán đổi",
        "luân phiên",
        "công tác tại nơi luân chuyển",
        "công tác",
    )
)
_SENT: Lexicon[bool] = Lexicon((term, True) for term in ("luân chuyển", "biệt phái", "tăng cường", "luân phiên"))
_SENT_REACH = 25  # tokens between a move and the time for which it is
_DONE = frozenset(["đã", "vừa", "hiện"])
_COUNTED = frozenset(["cán", "công", "người", "đồng", "viên", "giáo", "bác", "lượt", "trường"])
_ENDS = PERSONS | {"là", ";", ".", ":", "\n", "đã"}
_SAID = 4  # tokens before a time in which a person is named whose time it is
_TOLD_BEHIND = 30  # tokens behind a time in brackets in which a person is named whose time it is
_EACH = ["mỗi", "lần", "bổ", "nhiệm"]  # "thời gian bổ nhiệm chủ tịch ... cho mỗi lần bổ nhiệm là 5 năm"
_POST_HEADS = frozenset(["hiệu", "giám", "chủ", "bí", "viện", "chánh", "trưởng", "phó"])  # "của Hiệu trưởng"
_TENURE_OF = _POST_HEADS | {"của", "bổ", "giữ", "luân", "chuyển", "đầu", "tiếp", "mỗi"}


def fixed_terms(doc: Doc, i: int) -> list[Bound]:
    """ "Thời gian biệt phái là 18 tháng với nữ, 24 tháng với nam": a time set to just that value, case by case."""
    tokens = doc.tokens
    at = i + 4 if tokens.low[i + 2 : i + 4] == ["mỗi", "lần"] else i + 2
    hit = TIMED.match(tokens, at) or _TIME_OF.match(tokens, at) if at < len(tokens.low) else None
    if hit is None and (tokens.padded[i + 1] == "hạn" or tokens.padded[i - 1] == "trong"):
        return _sent_for(doc, i)
    if hit is None or PERSONS.intersection(tokens.low[max(doc.sentence_of(i)[0], i - _SAID) : i]):
        return []  # "bà có thời gian luân chuyển là 2 năm": a fact
    k = hit.j
    last = next((a for a in range(k, min(len(tokens), k + 24)) if tokens.low[a : a + 4] == _EACH), None)
    k = k if last is None or ";" in tokens.low[k:last] else last + 4
    while k - hit.j < 9 and k < len(tokens):
        again = TIMED.match(tokens, k)
        if again is None and tokens.low[k] not in _TERM_OF:
            break
        k = again.j if again is not None else k + 1
    k = _copula(tokens, k) or k
    said = tokens.at(k) in ("là", ":") or (
        tokens.at(k) == "(" and tokens.low[hit.i] != "công" and not _of_person(doc, k)
    )
    span = _range(tokens, i, k + said)
    if span:
        return span
    if not said and not (i == doc.sentence_of(i)[0] or tokens.at(i - 1) in (";", ":", "-")):
        return []
    k += said
    return _cases(tokens, i, k)


def _sent_for(doc: Doc, i: int) -> list[Bound]:
    """ "tăng cường về xã với thời hạn 3 năm": the time told behind a move of no named or counted people."""
    tokens = doc.tokens
    low = tokens.low
    k = i + 2 + (tokens.at(i + 2) == "là")
    number = number_at(tokens, k)
    if number is None or unit_at(tokens, number[1])[0] not in ("year", "month"):
        return []
    begin, end = nearby(doc, i)
    sent = next(_SENT.find(tokens, max(begin, i - _SENT_REACH), i), None)
    if sent is None or _DONE.intersection(low[begin:i]) or low[i - 1] in ("hết", "đủ", "quá"):
        return []
    named = any(low[at] in PERSONS and tokens.cap[at + 1] for at in range(begin, end - 1))
    counted = any(low[at].isdigit() and low[at + 1] in _COUNTED for at in range(begin, end - 1))
    return [] if named or counted else _cases(tokens, i, k)


def _of_person(doc: Doc, k: int) -> bool:
    """Whether a person is named behind a time told in brackets: "hết thời hạn luân chuyển (3 năm), ông An trở về"."""
    low, cap = doc.tokens.low, doc.tokens.cap
    stop = min(doc.sentence_of(k)[1], k + _TOLD_BEHIND)
    return any(low[at] in PERSONS and cap[at + 1] for at in range(k, stop - 1))


def _copula(tokens: Tokens, k: int) -> int | None:
    """ "Thời gian tăng cường cho xã biên giới là 36 tháng": the "là" before a time, behind words of no one's name."""
    for at in range(k, min(len(tokens), k + 8)):
        if tokens.low[at] == "là":
            number = number_at(tokens, at + 1 + (tokens.at(at + 1) == "từ"))
            return at if number is not None and unit_at(tokens, number[1])[0] in TIME_UNITS else None
        if not _in_name(tokens, at) or tokens.low[at] == "đã" or tokens.low[at] in LIMIT_STARTS:
            return None
    return None


def fixed_tenure(doc: Doc, i: int) -> list[Bound]:
    """ "Nhiệm kỳ của hiệu trưởng là 5 năm", "chu kỳ luân chuyển là 3 năm": the length of a term in a kind of post."""
    tokens = doc.tokens
    if tokens.padded[i - 1] == "mỗi" and number_at(tokens, i + 2) is not None:
        return _cases(tokens, i, i + 2)[:1]
    if tokens.padded[i - 1] == "với" and number_at(tokens, i + 2) is not None:  # "được bổ nhiệm với nhiệm kỳ 5 năm"
        begin, end = nearby(doc, i)
        told = any(tokens.low[k] in PERSONS and tokens.cap[k + 1] for k in range(begin, end - 1))
        return [] if told or not TIMED.any(tokens, begin, i) else _cases(tokens, i, i + 2)[:1]
    if tokens.padded[i + 2] not in _TENURE_OF:
        return []
    if tokens.at(i + 2) == "đầu" and tokens.at(i + 3) == "của":  # "nhiệm kỳ đầu của các thẩm phán"
        i += 1
    of = tokens.at(i + 2) == "của"
    titled = bool(find_titles(tokens, i + 2 + of, min(len(tokens), i + 4 + of)))
    if titled:  # "nhiệm kỳ của chánh án, phó chánh án là 4 năm"
        k = next((k for k in range(i + 4, min(len(tokens), i + 24)) if tokens.low[k] in _ENDS), i)
    else:
        k = next((k for k in range(i + 3, min(len(tokens), i + 9)) if not _in_name(tokens, k)), i)
    return _cases(tokens, i, k + 1)[:1] if tokens.at(k) == "là" else []


def every(doc: Doc, i: int) -> list[Bound]:
    """ "định kỳ 3 năm một lần phải chuyển đổi": the time after which a post is changed each time."""
    tokens = doc.tokens
    k = i + 2
    while tokens.at(k) in ("là", "từ", "cứ", "sau", "trong") and k - i < 4:
        k += 1
    out = range_at(tokens, k - 1)
    if not out:
        out = [Bound(k, b.j, Limit.MOST, b.value, b.unit, b.at) for b in _cases(tokens, i, k)[:1]]
    begin, end = nearby(doc, i)
    moved = leads_away(tokens, begin, end) or any(
        hit.i >= i - 12 and hit.j <= i + 16
        for lexicon in (TIMED, MOVED_IN_TURN)
        for hit in lexicon.find(tokens, begin, end)
    )
    return out if moved and out and out[0].unit in TIME_UNITS else []


def _in_name(tokens: Tokens, k: int) -> bool:
    """Whether a word can be of a kind of post: small letters, and no verb of being."""
    word = tokens.low[k]
    written = not tokens.cap[k] or word in _POST_HEADS
    return word != "là" and word not in PERSONS and word.isalpha() and written


def _cases(tokens: Tokens, i: int, k: int) -> list[Bound]:
    """The times set at token ``k``, one a case: "18 tháng với nữ, 24 tháng với nam"."""
    out: list[Bound] = []
    while True:
        number = number_at(tokens, k)
        if number is None:
            return out
        unit, j = unit_at(tokens, number[1])
        if unit not in TIME_UNITS:
            return out
        value, at = number[0], k
        finer = number_at(tokens, j + 1) if tokens.at(j) == "(" else None
        if finer is not None and unit_at(tokens, finer[1])[0] == "month" and unit == "year":
            value, unit, at, j = finer[0], "month", j + 1, unit_at(tokens, finer[1])[1] + 1
        out.append(Bound(i if not out else k, j, Limit.FIXED, value, unit, at))
        nxt = j
        while nxt < j + 8 and tokens.at(nxt) not in (",", "và", ";", ".", "\n", ""):
            nxt += 1
        if tokens.at(nxt) not in (",", "và"):
            return out
        k = _exception(tokens, nxt + 1)


def _exception(tokens: Tokens, k: int) -> int:
    """The number told of a case set apart at token ``k``: "riêng viên chức tin học là 12 tháng"; else ``k``."""
    if tokens.at(k) not in ("riêng", "còn"):
        return k
    said = next((t for t in range(k + 1, min(len(tokens), k + _APART)) if tokens.low[t] in ("là", ",", ";", ".")), k)
    return said + 1 if tokens.at(said) == "là" else k


_APART = 14  # tokens of a case set apart, up to the "là" before its time


def _range(tokens: Tokens, i: int, k: int) -> list[Bound]:
    """ "từ 3 đến 5 năm", "3-5 năm" at token ``k``: both ends, the first with the words from token ``i`` on."""
    span = range_at(tokens, k if tokens.at(k) == "từ" else k - 1)
    if not span or span[0].unit not in TIME_UNITS:
        return []
    first, last = span
    return [Bound(i, first.j, Limit.FIXED, first.value, first.unit, first.at), last]
