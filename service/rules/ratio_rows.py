"""Rows of shares that have one rule, told once behind the last or before the first of them.

"11/11 huyện và 140/159 xã bố trí bí thư không là người địa phương"; "nhất thể hóa ở 5/14 huyện, 89/186 xã". A share
belongs to a row when only its units or posts, a joint and a bracket stand between it and its neighbour.
"""

from __future__ import annotations

from schemas import Measure
from service.rules.ratio_words import rule_words_in
from service.rules.shares import POST_HEADS, Share
from service.rules.tokens import Hit, Tokens

_LONGEST = 5  # shares in a row
_BETWEEN = 16  # tokens between two shares of a row
_JOINTS = frozenset(["và", ",", ";"])
_LED = frozenset(["có", "đã", "hiện", "trên", "hơn", "gần", "khoảng"])  # between a joint and its share
_LABELS = frozenset(["tỉnh", "huyện", "xã"])
_LABEL_REACH = 24  # tokens between a tier that labels shares and the last of them
_PREDICATES = frozenset("đạt được là hoàn chưa không đã có trí hiện thực còn chiếm bầu làm giữ . \n ? !".split(" "))
_PLACING = frozenset(["đạt", "ở", "tại", "có", "là"])  # before a share whose rule is told before it


def row_rule(tokens: Tokens, shares: list[Share], number: int, ends: list[int]) -> Hit[Measure] | None:
    """The rule behind the last share of the row that begins with share ``number``; ``ends`` are of their clauses."""
    for k in range(number + 1, min(number + _LONGEST, len(shares))):
        before, share = shares[k - 1], shares[k]
        if _kind(before) != _kind(share):
            return None
        between = _plain(tokens, before.j, share.i)
        while between and between[-1] in _LED:
            between.pop()
        if between[-2:-1] == ["cấp"] and between[-1] in _LABELS:  # "...; cấp xã có 90/120 bí thư"
            del between[-2:]
            if between[-1:] == ["ở"]:
                between.pop()
        if not between or between[-1] not in _JOINTS or _PREDICATES.intersection(between):
            return None
        hit = rule_words_in(tokens, share.j, ends[k - number])
        if hit is not None:
            return hit
    return None


def label_start(tokens: Tokens, i: int, begin: int) -> int:
    """Where the label can stand that tells the tier of shares in a row: "cấp huyện có 7/10 bí thư, 6/10 ..."."""
    k = i
    while k > max(begin, i - _LABEL_REACH) and tokens.low[k - 1] not in (";", ".", ":", "\n"):
        k -= 1
    return k


def joint_of(tokens: Tokens, before: Share, share: Share) -> int | None:
    """The token that joins a share to the one before it, whose rule was told before both; None where none does."""
    if _kind(before) != _kind(share) or share.i - before.j > _BETWEEN:
        return None
    if _kind(share) == "alone" and tokens.low[share.i - 1] not in ("là", "lên", "đạt"):
        return None
    if rule_words_in(tokens, before.j, share.i) is not None:
        return None
    joint = next((k for k in range(share.i - 1, before.j - 1, -1) if tokens.low[k] in _JOINTS), None)
    if joint is None or _PREDICATES.intersection(_plain(tokens, before.j, joint)):
        return None
    told = _PREDICATES.intersection(tokens.low[joint + 1 : share.i]) - _PLACING
    return joint if not told else None


def _kind(share: Share) -> str:
    if share.denominator is not None:
        return "of"
    return "percent" if share.percent is not None and share.numerator is None else "alone"


def _plain(tokens: Tokens, i: int, j: int) -> list[str]:
    """The words between two tokens, without what stands in brackets; a long stretch is cut, which ends the row."""
    out: list[str] = []
    depth = 0
    for k in range(i, min(j, i + 2 * _BETWEEN)):
        word = tokens.low[k]
        if word in ("chiếm", "đạt") and "%" in tokens.low[k + 1 : min(j, k + 5)]:  # the share again, in percent
            continue
        depth += (word == "(") - (word == ")")
        if not depth and word != ")":
            if out and out[-1] == "có" and word in POST_HEADS:  # "12/14 huyện có bí thư và 9/14 nơi có chủ tịch"
                out.pop()
            out.append(word)
    return out if len(out) <= _BETWEEN else []
