"""Whether a share is aimed at or reached: "có trên 50% bí thư ..." is a rule in a plan and a ratio in a report."""

from __future__ import annotations

from service.rules.doc import Doc
from service.rules.numerals import REACH, nearby
from service.rules.tokens import Lexicon

_AIM_WORDS = frozenset(["phấn", "đảm", "bảo", "mục", "tiêu", "sẽ", "dự", "yêu", "chỉ"])
_LEAST = frozenset(["nhất", "thiểu", "dưới", "đa", "quá"])  # "ít nhất 35%", "tối thiểu 20%"
_LOWEST = frozenset(["nhất", "thiểu"])
_AIMS: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (
        "phấn đấu", "mục tiêu", "chỉ tiêu", "kế hoạch", "đề án", "nghị quyết", "quy định", "chương trình", "yêu cầu",
        "lộ trình", "đặt ra", "đề ra", "xác định", "chỉ đạo", "phải", "dự kiến", "chủ trương", "hướng tới",
    )
)  # fmt: skip
_ORDERS: Lexicon[bool] = Lexicon((term, True) for term in ("bố trí", "hoàn thành", "thực hiện", "triển khai"))
_DEADLINES: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("hoàn thành trước", "trước ngày", "chậm nhất", "xong trước", "hoàn thành trong", "trước năm",
                 *(f"trước {day}" for day in ("tháng", "quý", "đại hội")))
)  # fmt: skip
_STATE = frozenset(["đã", "hiện", "nay", "được", "đạt", "mới", "vừa", "thực"])
_STRONG = frozenset([("phấn", "đấu"), ("mục", "tiêu"), ("chỉ", "tiêu")])
_NEAR = 5


def is_strong_aim(doc: Doc, i: int) -> bool:
    """Whether "phấn đấu", "mục tiêu" or "chỉ tiêu" leads to the share at token ``i``: an aim also where it is told as
    part and whole."""
    low = doc.tokens.low
    begin = nearby(doc, i)[0]
    last = next((k for k in range(i - 1, begin - 1, -1) if (low[k], doc.tokens.padded[k + 1]) in _STRONG), None)
    return last is not None and not _STATE.intersection(low[last:i])


def is_aim(doc: Doc, i: int) -> bool:
    """Whether the share at token ``i`` is an aim or a duty ("phấn đấu 100%", "kế hoạch đặt ra 50%"), not a state.

    A sentence that begins with the share goes on from an aim in the sentence before it, in the same paragraph.
    """
    low = doc.tokens.low
    begin = nearby(doc, i)[0]
    if _AIM_WORDS.intersection(low[max(begin, i - _NEAR) : i]):
        return True
    least = bool(_LOWEST.intersection(low[max(begin, i - 2) : i]))
    state = any(low[k] in _STATE and low[k - 1 : k + 1] != ["đổi", "mới"] for k in range(begin, i)) if least else False
    if _is_ordered(doc, begin, i) or (least and not state):
        return True
    if _aims_in(doc, begin, i):
        return True
    if i - begin > 3 or not begin or low[begin - 1] == "\n" or _STATE.intersection(low[begin : nearby(doc, i)[1]]):
        return False
    number = doc.sentence_number(i) - 1
    first, last = doc.sentences[number] if number >= 0 else (0, 0)
    first = max(first, last - REACH)
    share = next((k for k in range(last - 1, first, -1) if low[k] == "%"), None)
    return share is not None and (_aims_in(doc, first, share) or bool(_AIM_WORDS.intersection(low[first:share])))


def _is_ordered(doc: Doc, begin: int, i: int) -> bool:
    """Whether a share is ordered: "Bố trí 100% ... trước 15.12", "100% ... không được là người địa phương"."""
    low = doc.tokens.low
    end = nearby(doc, i)[1]
    if _STATE.intersection(low[begin:i]):
        return False
    if any(doc.tokens.slice(k, k + 3).lower() == "không được là" for k in range(i, end - 2) if low[k] == "không"):
        return True
    if not (_ORDERS.any(doc.tokens, begin, i) or i - begin <= 1):
        return False
    dated = any(low[k] == "trước" and low[k + 1][0].isdigit() for k in range(i, end - 1))
    return dated or _DEADLINES.any(doc.tokens, i, end)


def _aims_in(doc: Doc, begin: int, i: int) -> bool:
    """Whether a word of planning stands before a share, and none behind it that tells a state."""
    low = doc.tokens.low
    last = -1
    for hit in _AIMS.find(doc.tokens, begin, i):
        if low[hit.i] != "phải" or low[hit.i - 1] not in ("không", "chưa"):
            last = hit.j
    if last < 0:
        return False
    return not _STATE.intersection(low[last:i]) or bool(_LEAST.intersection(low[i - 2 : i]))
