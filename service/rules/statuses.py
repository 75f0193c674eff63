"""Whether what is told of the people counted is done, planned or cancelled."""

from __future__ import annotations

from schemas import MoveStatus
from service.rules.tokens import Lexicon, Tokens

_PLANNED = ("sẽ", "dự kiến", "phấn đấu", "đề nghị", "đề xuất", "chuẩn bị", "kiến nghị", "giới thiệu", "mục tiêu")
_CANCELLED: Lexicon[bool] = Lexicon(
    (t, True)
    for t in ("hủy", "hủy bỏ", "thu hồi", "hủy quyết định", "thu hồi quyết định", "buộc phải hủy bỏ", "bãi bỏ")
)
_PLANS: Lexicon[bool] = Lexicon(
    (t, True) for t in (*_PLANNED, "theo kế hoạch", "nếu được", "có kế hoạch", "dự định", "trình", "yêu cầu")
)


def _submits(tokens: Tokens, i: int, verb: int) -> bool:
    """Whether "trình" at token ``i`` submits a move still to be decided: not "quy trình", "đã trình và được ..."."""
    named = tokens.at(i - 1) in ("quy", "quá", "chương", "công", "lộ", "tờ", "giáo", "tiến", "hành")
    return not named and tokens.at(i + 1) not in ("độ", "bày") and "được" not in tokens.low[i:verb]


_BODIES = frozenset("huyện ubnd sở ban các xã phòng giám chủ đảng thủ cơ tỉnh bộ công thành".split())
"""First words of whom an order is given to: "yêu cầu UBND huyện điều động ngay 2 cán bộ"."""


def _orders(tokens: Tokens, i: int, verb: int) -> bool:
    """Whether "yêu cầu" at token ``i`` orders somebody to move people: not "theo yêu cầu nhiệm vụ"."""
    return tokens.at(i + 2) in _BODIES and tokens.at(i - 1) not in ("theo", "ứng", "với") and verb - i <= _ORDER


_ORDER = 12  # tokens from an order to the move


_DONE = frozenset(["đã", "vừa", "hiện"])
_SUBMITTING = frozenset(["trình", "nghị", "xuất", "thiệu"])
"""Last syllables of "trình", "đề nghị", "đề xuất", "giới thiệu": a semicolon ends what is asked for."""


def goes_on_planning(tokens: Tokens, planned: tuple[int, int], verb: int) -> bool:
    """Whether the verb at token ``verb`` goes on with a plan told in the tokens ``planned`` before it: "sẽ điều động 7
    cán bộ, bổ nhiệm 3 trưởng phòng"; "đã" ends it."""
    between = tokens.low[planned[1] : verb]
    if not _DONE.isdisjoint(between):
        return False
    return ";" not in between or _SUBMITTING.isdisjoint(tokens.low[max(0, planned[0] - 14) : planned[1]])


def status_of(tokens: Tokens, i: int, verb: int, j: int) -> MoveStatus:
    """Planned or cancelled by a word before the verb (from ``i`` up to ``verb``), or a revocation behind it; else
    done."""
    if _CANCELLED.any(tokens, i, j):
        return MoveStatus.CANCELLED
    for hit in _PLANS.find(tokens, max(i, verb - 14), verb):
        if tokens.at(hit.i - 1) == "chuẩn" or (tokens.low[hit.i] == "trình" and not _submits(tokens, hit.i, verb)):
            continue  # "phê chuẩn đề nghị bổ nhiệm"
        if tokens.low[hit.i] == "yêu" and not _orders(tokens, hit.i, verb):
            continue
        if tokens.at(hit.i - 1) == "được" and "được" in tokens.low[hit.j : verb]:
            continue  # "đã được đề nghị từ trước, nay được bổ nhiệm"
        listed = tokens.low[hit.i] == "giới" and "," in tokens.low[hit.j : verb]  # "giới thiệu ứng cử, chỉ định"
        if not listed and not any(tokens.low[k] in ("đã", "định") for k in range(hit.j, verb)):
            return MoveStatus.PLANNED
    return MoveStatus.DONE
