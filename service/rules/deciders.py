"""Who decides a move: "được Ban Thường vụ Tỉnh ủy điều động", "quyết định của Bộ Chính trị", "HĐND tỉnh đã bầu"."""

from __future__ import annotations

from service.rules.extent import extend
from service.rules.names import person_in_run, run_end
from service.rules.posts import post_at
from service.rules.terms import terms
from service.rules.tokens import Lexicon, Tokens

_BODIES: Lexicon[bool] = Lexicon(
    (term, True)
    for term in terms(
        """
        bộ chính trị | ban bí thư | ban tuyên giáo | ban dân vận | ban nội chính | ban kinh tế |
        ban đối ngoại | ban chấp hành | ban thường vụ | ban tổ chức | btv | bch | tỉnh ủy | thành ủy
        | huyện ủy | quận ủy | thị ủy | đảng ủy | hđnd | ubnd | hội đồng nhân dân | ủy ban nhân dân | thủ tướng
        | quốc hội | chính phủ | bộ trưởng | bộ | chủ tịch nước | chủ tịch ubnd | chủ tịch tỉnh | chủ tịch | sở
        | tổng cục | trung ương đoàn | văn phòng chính phủ | ủy ban thường vụ quốc hội | thường trực tỉnh ủy |
        thường trực hđnd | giám đốc | chánh án | viện trưởng | tổng giám đốc | văn phòng quốc hội | thường vụ |
        thường trực | tandtc | vksndtc | tand | vksnd | công an tỉnh | cục thuế | cục | đại hội | tổng công ty |
        tập đoàn | thanh tra chính phủ | trung ương | thường trực thành ủy | chủ nhiệm | hội nghị | trưởng ban |
        cục trưởng | ban cán sự đảng | đảng đoàn | ủy ban | lãnh đạo | tập thể lãnh đạo | hội đồng thành viên |
        hội đồng quản trị | hđtv | hđqt |
        ban giám đốc | tư lệnh | hiệu trưởng | tổng cục trưởng | thủ trưởng | bộ tư lệnh | công an
        | kho bạc nhà nước | ngân hàng nhà nước | hội nông dân | hội liên hiệp phụ nữ | liên đoàn lao động | tỉnh đoàn
        | thành đoàn | huyện đoàn | bảo hiểm xã hội | kiểm toán nhà nước | kho bạc
        """
    )
)
_PASSED_OVER = frozenset(
    "đã vừa cũng tổ chức ký trao công bố ban hành các một những mới thống nhất có họp bỏ phiếu và thông báo về việc "
    "quyết định hội nghị lễ kỳ số nhiều loạt đồng thời thực hiện luôn chính thức tiếp tục tiến hành "
    "thủ tục quy biểu quyết thông qua phê chuẩn sẽ dự kiến".split()
)
_OCCASION = frozenset(
    "tại khóa thứ lần chuyên đề bất thường giữa cuối đầu sáng chiều nay ngày , ( ) - – nhiệm kỳ phiên họp xem xét "
    "cho toàn thể".split()
)
"""Words that name the occasion between a body and its verb: "HĐND thành phố khóa IX tại kỳ họp thứ 15 đã bầu"."""
_OBJECTS = frozenset(["chức", "vụ", "danh", "trí", "làm", "là"])
"""Words behind which an office is the post told of, not who decides: "rút khỏi chức vụ Chủ tịch Hội và bầu ..."."""
_DECIDING = frozenset(["ban", "btv", "thường"])
"""First syllables of the bodies that decide themselves what they hold a meeting to announce."""
_ASKING = (["trình", "của"], ["nghị", "của"])
"""Words behind which a body asks and does not decide: "xem xét Tờ trình của UBND về việc ..."."""
_SPEAKING = (["đại", "diện"],)
"""Words behind which a body is one that somebody stands for: "đại diện Ban Tổ chức Trung ương trao quyết định"."""
_STOPS = frozenset([";", "\n"])
_LONGEST = 16
_PLACE, _SOURCE = 16, 4
"""Tokens before a body in which it is said that something took place there, or that the news comes from it."""
_OPENING = 16
"""Tokens at the head of a sentence in which it says on whose behalf somebody hands decisions over."""
_SIGN = frozenset(["ký", "ban"])


def body_from(tokens: Tokens, k: int, stop: int) -> tuple[int, int] | None:
    """The deciding body or office that begins at token ``k``, with its holder's name where one follows; or None."""
    hit = _BODIES.match(tokens, k) if k < stop and tokens.low[k] in _BODIES.first else None
    if hit is None:
        return None
    post = post_at(tokens, k, stop)
    j = max(post.j if post is not None else 0, extend(tokens, hit.j, min(stop, hit.j + _LONGEST)))
    for m in range(hit.j, j - 1):
        if tokens.low[m] == "tổ" and tokens.low[m + 1] == "chức" and not tokens.cap[m]:  # "... tổ chức hội nghị"
            j = m
            break
    if tokens.low[j - 2 : j] == [",", "ban"]:
        j -= 2
    if tokens.low[j - 1] == "ban" and tokens.at(j) == "hành":
        j -= 1
    if j < stop and tokens.cap[j]:
        e = run_end(tokens, j)
        if person_in_run(tokens, j, e, True) == j and e <= stop:
            j = e
    if tokens.low[k] in ("bộ", "sở", "cục") and (not tokens.cap[k] and not tokens.cap[min(k + 1, stop - 1)]):
        return None
    return (k, j)


def agent_between(tokens: Tokens, i: int, j: int) -> tuple[int, int] | None:
    """The agent between "được" (which ends at token ``i``) and its verb at ``j``; None where nothing stands there."""
    return body_from(tokens, i, j) if 0 < j - i <= _LONGEST + 4 else None


def decider_in(tokens: Tokens, i: int, j: int, verb: int) -> tuple[int, int] | None:
    """Who decides, as sentence ``i`` to ``j`` says with a verb of moving at token ``verb``.

    First the body behind "quyết định ... của"; else the body before the verb that is its subject.
    """
    low, stop = tokens.low, (j if j < verb + 24 else verb + 24) - 1
    if "quyền" in low[i + 1 : i + _OPENING + 1]:
        for k in range(i, min(j - 3, i + _OPENING)):
            if low[k] == "ủy" and low[k + 1] == "quyền":  # "Thừa ủy quyền của Bộ trưởng Bộ Công an, ông A trao ..."
                found = body_from(tokens, k + 2 + (low[k + 2] == "của"), j)
                if found is not None:
                    return found
    for k in [k for k in range(i, stop) if low[k] == "của"] if "của" in low[i:stop] else ():
        if "định" in low[max(i, k - 12) : k] and low[k - 1] != "đạo":
            found = body_from(tokens, k + 1, j)
            if found is not None and not _is_meeting(tokens, found[0]):
                more = body_from(tokens, found[1] + 1, j) if found[1] + 1 < j and low[found[1]] == "," else None
                return (found[0], more[1]) if more is not None and tokens.cap[more[0]] else found
    signed = _signed(tokens, i, verb) if not _SIGN.isdisjoint(low[i:verb]) else None
    if signed is not None:
        return signed
    floor, cap, starts = max(i, verb - 30), tokens.cap, _BODIES.first
    if not _STOPS.isdisjoint(low[floor:verb]):
        floor = next(k for k in range(verb - 1, floor - 1, -1) if low[k] in _STOPS) + 1
    for k in [k for k in range(verb - 1, floor - 1, -1) if cap[k] and low[k] in starts]:
        if low[k - 2 : k] in _ASKING:
            continue
        found = body_from(tokens, k, verb)
        if found is None or not _only_passed_over(tokens, found, verb) or _in_a_deputys_title(tokens, k):
            continue
        found = _widest(tokens, found, floor, verb)
        if low[found[0] - 1] == "thư" and cap[found[1] - 1]:
            found = (found[0], min(found[1], extend(tokens, found[0], verb)))  # "Bí thư Tỉnh ủy A trao quyết định"
        if low[found[0] - 1] in _OBJECTS or low[found[0] - 2 : found[0]] in _ASKING + _SPEAKING:
            return None
        return found if not _is_meeting(tokens, found[0]) else None
    return None


def _is_meeting(tokens: Tokens, k: int) -> bool:
    """Whether a body that begins at token ``k`` is a meeting, where others decide: "hội nghị", "đại hội"."""
    return tokens.low[k] == "đại" or (tokens.low[k] == "hội" and tokens.low[k + 1] == "nghị")


def _signed(tokens: Tokens, i: int, stop: int) -> tuple[int, int] | None:
    """Who signs the decisions that a sentence goes by: "các quyết định được Chủ tịch UBND tỉnh ký"."""
    low = tokens.low
    if "định" not in low[max(0, i - 1) : stop]:
        return None
    for k in [k for k in range(i, stop) if low[k - 1] == "định"]:
        if low[k] in ("được", "do") and low[k - 2] == "quyết":
            found = body_from(tokens, k + 1, min(stop, k + _LONGEST))
            if found is not None and found[1] < stop and low[found[1]] in _SIGN:
                return found
    return None


def _in_a_deputys_title(tokens: Tokens, k: int) -> bool:
    """Whether a body belongs to the title of a deputy who hands a decision over: "Phó Bí thư Tỉnh ủy Y A trao ..."."""
    for m in range(k - 1, max(-1, k - 8), -1):
        if tokens.low[m] in ",.;\n":
            return False
        if tokens.low[m] in ("phó", "thứ"):
            post = post_at(tokens, m, k + 2)
            return post is not None and post.j > k
    return False


def _widest(tokens: Tokens, found: tuple[int, int], floor: int, verb: int) -> tuple[int, int]:
    """The body taken as far to the left as it goes: "Văn phòng | Chính phủ", "Bộ Chính trị, | Ban Bí thư"."""
    start, end = found
    for k in range(start - 1, max(floor, start - 9) - 1, -1):
        if tokens.low[k] in (";", "\n"):
            break
        wider = body_from(tokens, k, verb) if tokens.low[k] in _BODIES.first else None
        beside = wider is not None and tokens.cap[k] and wider[1] == start - 1 and tokens.low[start - 1] == ","
        if wider is not None and (wider[1] >= end or beside):
            start = k
    comma = next((k for k in range(start, end) if tokens.low[k] == ","), None)
    if comma is not None and _is_source(tokens, max(floor, start - _PLACE), start):
        start = comma + 1
    return start, end


def _is_source(tokens: Tokens, i: int, start: int) -> bool:
    """Whether the body at token ``start`` is not who decides: the news comes from it, or the news took place there.

    "Theo tin từ Văn phòng Chính phủ, Thủ tướng ...", "tại trụ sở Bộ Nội vụ, Bộ trưởng Bộ Nội vụ ...".
    """
    low = tokens.low
    for k in range(start - 1, i - 1, -1):
        if low[k] in (",", ";", "\n"):
            return False
        if low[k] == "tại" or (start - k <= _SOURCE and low[k] == "từ"):
            return True
        if start - k <= _SOURCE and low[k] == "theo" and low[k + 1] not in ("quyết", "đề", "đó"):
            return True
    return False


def _only_passed_over(tokens: Tokens, body: tuple[int, int], j: int) -> bool:
    """Whether nothing but auxiliaries, the occasion and the act of deciding stands between a body and the verb."""
    low, k = tokens.low, body[1]
    if "tổ" in low[k:j] and low[body[0]] not in _DECIDING:  # "UBND tỉnh tổ chức công bố quyết định" of others
        return False
    assembly = low[body[0]] in ("hđnd", "quốc")
    while k < j:
        if low[k] == "số" and low[k - 1] == "định":  # "ký Quyết định số 89/QĐ-TTg ngày 11/3/2024 phê chuẩn ..."
            k += 1
            while k < j and (tokens.cap[k] or not low[k].isalpha() or low[k] in ("ngày", "tháng", "năm", "qđ")):
                k += 1
        elif (
            low[k] in _PASSED_OVER
            or (low[k] == "trình" and low[k - 1] == "quy")
            or (assembly and (low[k] in _OCCASION or low[k][0].isdigit() or not low[k].strip("ivx")))
        ):
            k += 1
        else:
            return False
    return True
