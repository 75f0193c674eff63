"""Moves that the sentence itself says do not take place: refused, opposed, or a rumour that somebody denies."""

from __future__ import annotations

from service.rules.tokens import Lexicon, Tokens

REFUSING = (
    "không đồng ý|không nhất trí|không chấp thuận|không chấp nhận|không tán thành|không ủng hộ|không thông qua"
    "|chưa đồng ý|chưa nhất trí|chưa chấp thuận|chưa thông qua|từ chối|bác|bác bỏ|phản đối|phủ nhận"
)
"""Words behind which a move is refused: "Tỉnh ủy không đồng ý luân chuyển 12 cán bộ"."""
_REFUSING: Lexicon[bool] = Lexicon((term, True) for term in REFUSING.split("|"))
_RUMOURS: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (
        "tin đồn|đồn đoán|đồn thổi|tin giả|bịa đặt|thất thiệt|bác bỏ thông tin|bác thông tin|bác tin|phủ nhận thông tin"
        "|không có chuyện|không có việc"
    ).split("|")
)
_ASKING: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (
        "đơn xin|viết đơn|làm đơn|nộp đơn|gửi đơn|xin thôi|xin từ chức|xin từ nhiệm|xin nghỉ|xin rút khỏi"
    ).split("|")
)
_GRANTING: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (
        "quyết định|nghị quyết|chấp thuận|chấp nhận|đồng ý|thống nhất|nhất trí|tán thành|thông qua|phê duyệt|phê chuẩn"
        "|cho phép|cho thôi|cho nghỉ|miễn nhiệm|bãi nhiệm|bầu|bổ nhiệm|chỉ định|điều động|luân chuyển|phân công|thay"
        "|theo đơn|sau khi|sau đó|giải quyết"
    ).split("|")
)
_CASES = frozenset([("trường", "hợp"), ("đối", "với"), ("nơi", "nào")])
_CASE_REACH = 25  # tokens between a case and the "thì" behind it
_REACH = 6  # tokens between the refusal and the verb: "không đồng ý với đề nghị luân chuyển"


def attends(words: list[str]) -> bool:
    """Whether a sentence lists who came: "Cùng dự có các đồng chí ...", "Tham dự buổi lễ có ..."."""
    return "dự" in words[:3] and "có" in words[1:7] and "quyết" not in words[:7]


def is_refused(tokens: Tokens, verb: int) -> bool:
    """Whether a word of refusal governs the verb at token ``verb``; a comma or the end of a clause cuts it off."""
    if not _REFUSING.occurs(tokens):
        return False
    for hit in _REFUSING.find(tokens, max(0, verb - _REACH - 3), verb):
        if tokens.low[hit.i] == "bác" and tokens.at(hit.j) in ("sĩ", "sỹ"):
            continue
        if verb - hit.j <= _REACH and not any(w in (",", ";", ".", ":", "và") for w in tokens.low[hit.j : verb]):
            return True
    return False


def is_hypothetical(tokens: Tokens, verb: int) -> bool:
    """Whether a move is what a rule has follow from a case: "nếu khuyết bí thư thì điều động 1 đồng chí"."""
    low = tokens.low
    near = low[max(0, verb - _REACH + 1) : verb]
    if "thì" not in near:
        return False
    then = next(k for k in range(verb - 1, max(-1, verb - _REACH), -1) if low[k] == "thì")
    for k in range(then - 1, max(-1, then - _CASE_REACH), -1):
        if low[k] in (".", ";", "\n"):
            return False
        if low[k] == "nếu" or (low[k], tokens.at(k + 1)) in _CASES:
            return True
    return False


def is_rumour(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the sentence from token ``i`` to ``j`` denies what it reports, or reports a rumour."""
    return _RUMOURS.occurs(tokens) and _RUMOURS.any(tokens, i, j)


def is_asked(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the sentence from token ``i`` to ``j`` says only what somebody asks for: "làm đơn xin thôi giữ chức".

    What a body does about it, told in the same sentence, is a move: "theo đơn xin thôi, HĐND miễn nhiệm ông A".
    """
    return _ASKING.occurs(tokens) and _ASKING.any(tokens, i, j) and not _GRANTING.any(tokens, i, j)


def may_be_untold(tokens: Tokens) -> bool:
    """Whether a text has the words of a rumour or of a request at all."""
    return _RUMOURS.occurs(tokens) or _ASKING.occurs(tokens)


def untold(tokens: Tokens, i: int, j: int) -> bool:
    """Whether no move that the sentence from token ``i`` to ``j`` names is told to be made: denied, or asked for."""
    return is_rumour(tokens, i, j) or is_asked(tokens, i, j)
