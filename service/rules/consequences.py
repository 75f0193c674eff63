"""What a rule says is to follow when its number is reached: an official leaves the post, or is not moved."""

from __future__ import annotations

from service.rules.tokens import Lexicon, Tokens

_DUE = frozenset(["phải", "cần", "được", "buộc", "bắt", "nên", "sẽ"])
_AWAY: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (
        "chuyển", "luân chuyển", "điều động", "điều chuyển", "đổi", "thay", "thay thế", "hoán đổi", "chuyển đổi",
        "luân phiên", "bố trí công tác khác", "bố trí vị trí khác", "bố trí sang", "phân công công tác", "thôi giữ",
        "phân công nhiệm vụ khác", "thôi làm", "rời", "sang vị trí khác", "xem xét luân chuyển", "xem xét điều động",
        "thực hiện luân chuyển", "thực hiện chuyển đổi", "thực hiện điều động", "giới thiệu ứng cử",
    )
)  # fmt: skip
_BETWEEN = frozenset(["được", "thực", "hiện", "xem", "xét", "định", "kỳ", "bị", "có", "kế", "hoạch", "để", "ngay"])
_ENDS = frozenset([";", ".", "\n"])
_EXEMPT = frozenset(["không", "chưa", "miễn", "khỏi"])


def leads_away(tokens: Tokens, i: int, j: int) -> bool:
    """Whether "phải chuyển", "được luân chuyển", "phải được điều động" stands between tokens ``i`` and ``j``."""
    low = tokens.low
    stop = min(j, len(low))
    for k in range(i, stop):
        if low[k] in _ENDS:
            return False
        if low[k] not in _DUE or low[k - 1] in ("không", "chưa") or (low[k] == "được" and not _then(low, i, k)):
            continue
        at = k + 1
        while at < stop and low[at] in _BETWEEN:
            at += 1
        if at < stop and _AWAY.match(tokens, at) is not None:
            return True
    return False


def _then(low: list[str], i: int, k: int) -> bool:
    """Whether "được" at token ``k`` says what follows ("thì được", "phải được", "sẽ được"), not what has been."""
    return bool({"thì", "phải", "sẽ", "cần"}.intersection(low[max(i, k - 2) : k]))


def exempts(tokens: Tokens, i: int, j: int) -> bool:
    """Whether "không phải luân chuyển", "chưa điều động", "được miễn" stands between tokens ``i`` and ``j``."""
    low = tokens.low
    for k in range(i, min(j, len(low))):
        if low[k] in _EXEMPT and tokens.at(k + 1) not in ("quá", "dưới", "ít", "hơn", "là"):
            return True
    return False
