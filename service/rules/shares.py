"""Shares of localities or posts in the text, before it is known which rule they are about.

"08/18 huyện", "7 trong 9 huyện", "100% bí thư đảng ủy", "12 xã": the numbers and the percentage beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.number_words import UNITS
from service.rules.doc import Doc
from service.rules.numerals import number_tokens
from service.rules.ratio_words import rule_words_in
from service.rules.tokens import Tokens

_UNIT_HEADS = frozenset("huyện xã phường quận thị thành tỉnh địa đơn đảng thôn bản cấp cơ sở tp nơi".split())
POST_HEADS = frozenset(
    ["bí", "chủ", "phó", "chức", "trưởng", "người", "vị", "chánh", "viện", "giám", "hiệu", "cấp trưởng"]
)
_LEADERS = POST_HEADS - {"người", "vị", "chức"}  # heads of posts, not words for their holders
_WHOLE = ("cả", "bộ")  # "cả 12 huyện", "toàn bộ 8 xã"
_PARTS_OF = _UNIT_HEADS | {"bí", "chủ"}  # what "7 trong 9" counts; "1 trong 3 chức danh" is no share of localities
_STATED = frozenset(["là", "đạt", "thì", "có", "chiếm"])  # before a share whose units are told before it
_CLAUSE_ENDS = frozenset([";", ".", "\n", "!", "?"])
_HOLDERS = frozenset(["người", "trường", "đồng", "vị", "nơi", "bí", "chủ", "giám"])
_AMONG_REACH = 24  # tokens between a whole and its part
_REACHED = frozenset(["là", "đạt", "tới", "chiếm", "gần", "khoảng", "trên", "hơn", "bằng"])
_RATE_REACH = 30  # tokens between "tỷ lệ" and its percentage
_UP_TO = frozenset(["tới", "đến", "hơn", "trên", "khoảng", "gần"])
_RULE_NEAR = 8  # tokens between a rule and the percentage of posts that meet it
_STATES_PERCENT = frozenset("( đạt chiếm lệ là bằng gần khoảng trên hơn tức đương tới".split())
_NEAR = 24  # tokens between a share and the percentage that restates it
_RESTATED = 10  # tokens between a share and its percentage in brackets
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_MAX_PERCENT = 100.0


@dataclass
class Share:
    """A share in the text: tokens ``i`` to ``j``, the token its unit begins at, and its values.

    ``posts`` says that posts or their holders are counted ("100% bí thư"), not localities.
    """

    i: int
    j: int
    numerator: int | None
    denominator: int | None
    percent: float | None
    posts: bool = False


_ALL = frozenset(["cả"])


def find_shares(doc: Doc) -> list[Share]:
    """Every number of localities, bodies or posts, whole or as a share, from left to right without overlaps."""
    tokens = doc.tokens
    out: list[Share] = []
    wholes = [k + 1 for k in tokens.where(_ALL) if tokens.at(k + 1) in UNITS]
    for i in sorted(number_tokens(doc) + wholes):
        if out and (i < out[-1].j or _restates(tokens, i, out[-1])):
            continue
        share = _share_at(doc, i, out[-1] if out else None)
        if share is not None:
            out.append(share)
    return out


def _restates(tokens: Tokens, i: int, last: Share) -> bool:
    """Whether the number at token ``i`` is the share before it in percent: "9/9 (100%) trưởng công an"."""
    restated = tokens.low[i - 1] == "(" and tokens.at(i + 1) == "%" and tokens.at(i + 2) == ")"
    return restated and last.denominator is not None and i - last.j <= _RESTATED


def _share_at(doc: Doc, i: int, last: Share | None) -> Share | None:
    """The share whose number is token ``i``; ``last`` is the share before it."""
    tokens, low = doc.tokens, doc.tokens.low
    after = tokens.padded[i + 1]
    if not low[i][0].isdigit():
        return _of_all(tokens, i, UNITS[low[i]]) if after in _UNIT_HEADS else None
    if after == "/" and (part := _whole(low[i])) is not None and (whole := _whole(tokens.padded[i + 2])) is not None:
        j = i + 3
        if tokens.padded[j] in ("/", "-") or part > whole or whole == 0:
            return None
        again = last is not None and last.denominator == whole and low[i - 1] in (";", ",", "và")
        if not (_counts_units(tokens, j) or again or tokens.at(i - 1) in _STATED):
            return None
        return Share(i, j, part, whole, _percent_near(tokens, j), _counts_posts(tokens, j))
    if after == "%" or (after == "phần" and tokens.at(i + 2) == "trăm"):
        j = i + (2 if after == "%" else 3)
        value = _decimal(low[i])
        if value is None or value > _MAX_PERCENT or not (_counts_units(tokens, j) or _is_rate(doc, i, last)):
            return None
        return Share(i, j, None, None, value, _counts_posts(tokens, j))
    if not low[i].isdigit() or len(low[i]) > 4:
        return None
    among = _among(doc, i) if "trong" in low[i - 3 if i > 3 else 0 : i] else None
    if among is not None:
        return among
    posts = _counts_posts(tokens, i + 1)
    if posts and _all_meet(doc, i):
        return Share(i, i + 1, int(low[i]), int(low[i]), None, True)
    if after in ("trong", "trên"):
        j = i + 2
        while tokens.at(j) in ("tổng", "số", "tổng số"):
            j += 1
        if tokens.at(j).isdigit() and int(low[i]) <= int(low[j]) and tokens.at(j + 1) in _PARTS_OF:
            return Share(i, j + 1, int(low[i]), int(low[j]), _percent_near(tokens, j + 1), _counts_posts(tokens, j + 1))
    elif after in _UNIT_HEADS and tokens.at(i - 1) not in ("/", "năm", "trong"):
        return _of_all(tokens, i, int(low[i]))
    elif (low[i - 1] in _COMES_TO and _stands_at(doc, i)) or (posts and _is_had(tokens, i, last)):
        return Share(i, i + 1, int(low[i]), None, _percent_near(tokens, i + 1), True)
    return None


def _all_meet(doc: Doc, i: int) -> bool:
    """Whether all of a number of posts meet a rule: "34 chủ tịch UBND tỉnh đều không phải là người địa phương"."""
    low = doc.tokens.low
    end = min(doc.sentence_of(i)[1], i + _AMONG_REACH)
    all_of = next((k for k in range(i + 2, end) if low[k] == "đều"), None)
    if all_of is None or any(word.isdigit() and len(word) < 4 for word in low[i + 1 : all_of]):
        return False
    rule = rule_words_in(doc.tokens, all_of + 1, min(len(low), all_of + 8))
    return rule is not None and rule.i <= all_of + 2


def _is_had(tokens: Tokens, i: int, last: Share | None) -> bool:
    """Whether a number of posts is what there is: "hiện có 12 bí thư", or the next such number behind a comma."""
    before = tokens.padded[i - 1]
    if tokens.padded[i + 1] in ("người", "vị") or "trong" in tokens.low[max(0, i - 5) : i]:
        return False
    if before == "có":
        return True
    return before in (",", "và") and last is not None and last.posts and last.denominator is None and i - last.j < _NEAR


_COMES_TO = ("là", "lên", "tới", "đạt")


def _stands_at(doc: Doc, i: int) -> bool:
    """Whether a number of holders is what the number of posts comes to: "số bí thư ... tăng lên 36 người"."""
    low = doc.tokens.low
    if low[i - 1] not in _COMES_TO or doc.tokens.at(i + 1) not in ("người", "đồng", "vị"):
        return False
    begin = max(doc.sentence_of(i)[0], i - _RATE_REACH)
    return any(low[k] == "số" and low[k - 1] != "trong" and _counts_posts(doc.tokens, k) for k in range(begin, i - 1))


def _among(doc: Doc, i: int) -> Share | None:
    """ "trong số 34 chủ tịch UBND tỉnh, có 20 người": the whole at token ``i``, its part behind "có"; or None."""
    tokens, low = doc.tokens, doc.tokens.low
    before = low[i - 3 if i > 3 else 0 : i]
    if not _counts_units(tokens, i + 1):
        return None
    told = {"số", "tổng"}.intersection(before) or _counts_posts(tokens, i + 1)
    end = min(doc.sentence_of(i)[1], i + _AMONG_REACH)
    led = [k + 1 + (low[k + 1] in _UP_TO) for k in range(i + 1, end - 2) if low[k] in ("có", "thì")]
    k = next((k for k in led if low[k].isdigit()), None)
    if k is None:
        return None
    if int(low[k]) > int(low[i]) or tokens.at(k + 1) not in _UNIT_HEADS | _HOLDERS:
        return None
    if not told and tokens.at(k + 1) not in ("nơi", low[i + 1]):  # "trong 8 huyện, có 5 nơi", not "có 5 xã"
        return None
    return Share(i, k + 1, int(low[k]), int(low[i]), _percent_near(tokens, k + 1), True)


def _of_all(tokens: Tokens, i: int, value: int) -> Share:
    """A number of localities; behind "cả", "tất cả", "toàn bộ" it is all of them."""
    k = i - 1
    while tokens.at(k) in ("số", "các", "những") and i - k < 3:
        k -= 1
    whole = value if tokens.at(k) in _WHOLE and tokens.at(k - 1) not in ("cán", "đảng") else None
    return Share(i, i + 1, value, whole, _percent_near(tokens, i + 1))


def _is_rate(doc: Doc, i: int, last: Share | None) -> bool:
    """Whether a percentage is what a rate told before it comes to: "tỷ lệ bí thư ... đạt 90%"."""
    low = doc.tokens.low
    if low[i - 1] not in _REACHED:
        return False
    begin = max(doc.sentence_of(i)[0], i - _RATE_REACH)
    if same_rate(doc.tokens, begin, i):
        return True
    restates = last is not None and (last.percent is None or last.numerator is not None)
    if last is not None and restates and i - last.j < _NEAR:
        return False
    if any(low[k] == "lệ" and low[k - 1] in ("tỷ", "tỉ") for k in range(begin + 1, i - 1)):
        return True
    reached = low[i - 1] == "đạt" or (low[i - 1] == "chiếm" and bool(_LEADERS.intersection(low[begin:i])))
    rule = rule_words_in(doc.tokens, begin, i) if reached else None
    return rule is not None and i - rule.j <= _RULE_NEAR  # "bí thư đồng thời là trưởng thôn đạt 72%"


def same_rate(tokens: Tokens, i: int, j: int) -> bool:
    """Whether "tỷ lệ này", "con số này" between two tokens takes up a rate told before."""
    low = tokens.low
    return any(low[k] in ("này", "đó") and low[k - 1] in ("lệ", "số") for k in range(i + 1, j))


def _whole(word: str) -> int | None:
    """A whole number, also with points at the thousands ("1.247")."""
    digits = word.replace(".", "") if _THOUSANDS.fullmatch(word) else word
    return int(digits) if digits.isdigit() and len(digits) <= 7 else None


def _decimal(word: str) -> float | None:
    parts = word.replace(",", ".").split(".")
    return float(".".join(parts)) if len(parts) <= 2 and all(p.isdigit() for p in parts) else None


def _counts_posts(tokens: Tokens, j: int) -> bool:
    """Whether posts are counted at token ``j``: "100% bí thư"."""
    word = tokens.padded[j]
    if word in "()":
        j = _behind_percent(tokens, j)
        word = tokens.at(j)
    while word in ("các", "số", "những", "đồng", "chí"):
        j += 1
        word = tokens.at(j)
    return word in POST_HEADS


def _behind_percent(tokens: Tokens, j: int) -> int:
    """The token behind a percentage in brackets, or behind its closing one: "9/9 (100%) trưởng công an"."""
    sign = tokens.padded[j]
    if sign == "(" and tokens.at(j + 2) == "%" and tokens.at(j + 3) == ")":
        return j + 4
    return j + 1 if sign == ")" else j


def _counts_units(tokens: Tokens, j: int) -> bool:
    """Whether localities, bodies or posts are counted at token ``j``."""
    j = _behind_percent(tokens, j)
    while tokens.padded[j] in ("các", "số", "chức", "những", "(", "của", "tổng", "là"):
        if tokens.at(j) == "chức":
            return tokens.at(j + 1) == "danh"
        j += 1
    return (
        tokens.padded[j] in _UNIT_HEADS
        or tokens.padded[j] in POST_HEADS
        or (tokens.at(j) == "đồng" and tokens.at(j + 1) == "chí")
    )


def _percent_near(tokens: Tokens, j: int) -> float | None:
    """The percentage that restates a share: "(98,39%)", "đạt 98,39%", "chiếm tỷ lệ 44,4%" nearby."""
    for k in range(j, min(j + _NEAR, len(tokens) - 1)):
        if tokens.low[k] in _CLAUSE_ENDS or (tokens.low[k] == "/" and tokens.low[k - 1].isdigit()):
            return None
        if tokens.low[k + 1] == "%" and tokens.low[k][0].isdigit():
            stated = tokens.low[k - 1] in _STATES_PERCENT
            return _decimal(tokens.low[k]) if stated else None
    return None
