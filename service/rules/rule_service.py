"""Times of service done or left, which a rule asks for: "còn ít nhất 5 năm công tác", "đủ 3 năm kinh nghiệm"."""

from __future__ import annotations

from service.rules.bounds import Bound
from service.rules.doc import Doc
from service.rules.tokens import Lexicon

_SERVICE: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("thời gian công tác", "tuổi công tác", "đủ tuổi", "kinh nghiệm", "thâm niên", "còn thời gian",
                 "tuổi để công tác", "còn tuổi", "công tác còn lại", "thời gian còn lại", "còn công tác",
                 "thời gian giảng dạy", "năm công tác còn", "kinh qua", "đủ để công tác")
)  # fmt: skip
_CURRENT: Lexicon[bool] = Lexicon(
    (term, True) for term in ("đang đảm nhiệm", "đang giữ", "chức vụ hiện tại", "hiện đảm nhiệm", "hiện giữ")
)  # a post that is held, not the one that is given
_EXPERIENCE: Lexicon[bool] = Lexicon((term, True) for term in ("kinh nghiệm", "kinh qua"))
AT_PLACE: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("tại nơi", "ở nơi", "nơi luân chuyển", "nơi đến", "nơi được luân chuyển", "tại đơn vị luân chuyển")
)
_SERVED_AS = frozenset(["công", "giảng", "kinh", "làm", "giữ", "hoạt"])  # "5 năm công tác", "3 năm giữ chức"


def is_service(doc: Doc, bound: Bound, start: int) -> bool:
    """Whether a time is that of service left or done: "còn ít nhất 5 năm", "đủ 3 năm công tác"."""
    tokens, low = doc.tokens, doc.tokens.low
    if low[bound.i - 1] in ("có", "đủ", "còn") and tokens.at(bound.j) in _SERVED_AS:
        return True
    if AT_PLACE.any(tokens, max(start, bound.i - 10), bound.i):
        return False
    if "còn" in low[max(start, bound.i - 4) : bound.i] and low[bound.i - 1] not in ("một",):
        return True
    if _CURRENT.any(tokens, max(start, bound.i - 12), bound.i):
        return True
    if _EXPERIENCE.any(tokens, max(start, bound.i - 20), bound.i):
        return True
    return any(hit.j <= bound.i + 6 for hit in _SERVICE.find(tokens, max(start, bound.i - 10), bound.j))
