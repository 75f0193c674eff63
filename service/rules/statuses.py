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
    (t, True) for t in (*_PLANNED, "theo kế hoạch", "nếu được", "có kế hoạch", "dự định", "trình")
)


def _submits(tokens: Tokens, i: int, verb: int) -> bool:
    """Whether "trình" at token ``i`` submits a move still to be decided: not "quy trình", "đã trình và được ..."."""
    named = tokens.at(i - 1) in ("quy", "quá", "chương", "công", "lộ", "tờ", "giáo", "tiến", "hành")
    return not named and tokens.at(i + 1) not in ("độ", "bày") and "được" not in tokens.low[i:verb]


def status_of(tokens: Tokens, i: int, verb: int, j: int) -> MoveStatus:
    """Planned or cancelled by a word before the verb (from ``i`` up to ``verb``), or a revocation behind it; else
    done."""
    if _CANCELLED.any(tokens, i, j):
        return MoveStatus.CANCELLED
    for hit in _PLANS.find(tokens, max(i, verb - 14), verb):
        if tokens.at(hit.i - 1) == "chuẩn" or (tokens.low[hit.i] == "trình" and not _submits(tokens, hit.i, verb)):
            continue  # "phê chuẩn đề nghị bổ nhiệm"
        listed = tokens.low[hit.i] == "giới" and "," in tokens.low[hit.j : verb]  # "giới thiệu ứng cử, chỉ định"
        if not listed and not any(tokens.low[k] in ("đã", "định") for k in range(hit.j, verb)):
            return MoveStatus.PLANNED
    return MoveStatus.DONE
