"""Who decides a move, and what lies outside the political system."""

from __future__ import annotations

from schemas import Action
from service.rules.clauses import Clause, Governor
from service.rules.denials import is_rumour
from service.rules.doc import Doc
from service.rules.tokens import Lexicon, Tokens
from service.rules.verbs import find_verbs

_ERRANDS: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "giải cứu|chi viện|chống dịch|phòng dịch|tìm kiếm|mất tích|truy quét|mùa giải|giải đấu|trọng tài|con tin"
        "|hiện trường|chữa cháy|cứu hộ|cứu nạn|coi thi|làm công tác coi thi|chấm thi|khắc phục hậu quả|dập lửa|dập dịch"
        "|bảo vệ an ninh trật tự|phương tiện|xe|hàng hóa|tàu|chốt chặn|trực chốt|tuần tra|truy bắt|cầu thủ"
        "|vận động viên|bệnh nhân"
    ).split("|")
)
_BODIES: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "ban thường vụ|ban chấp hành|bộ chính trị|ban bí thư|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|ubnd"
        "|ủy ban nhân dân"
        "|hđnd|hội đồng nhân dân|thủ tướng|bộ|sở|chủ tịch|giám đốc|tổng giám đốc|ban tổ chức|đảng ủy"
        "|thường trực|bộ trưởng"
        "|văn phòng|công an|tổng cục|tổng công ty|phòng|cục|quân khu|bộ tư lệnh|tòa án|viện kiểm sát|đại hội"
        "|hội nghị|chính phủ"
        "|quốc hội|tổng thanh tra|lãnh đạo|cấp ủy|các cấp ủy|cơ quan|đơn vị|bệnh viện|viện trưởng|tổng cục trưởng"
    ).split("|")
)
_BEFORE_VERB = frozenset(
    "đã quyết định ra ban hành ký tiếp tục cũng vừa tiến hành thực hiện chủ động xem xét thống nhất sẽ được các việc"
    " mới tổ chức công bố trao tham mưu triển khai địa phương này trên cơ sở đó đề xuất kiến nghị phấn đấu dự kiến cho"
    " về lễ chiều sáng nay tiếp thêm hằng năm bổ sung".split()
)


_NOT_A_BODY = frozenset([";", ":", "được", "(", ")", "có", "trong", "là", "cho", "do", "gồm", "đối"])


_GOES_ON = frozenset(["còn", "không", "chưa", "vẫn", "luôn"])  # what a body does is told from here on
_PRIVATE: Lexicon[bool] = Lexicon(
    (t, True) for t in ("công ty cổ phần", "cổ đông", "hđqt", "hội đồng quản trị", "ctcp")
)
_FICTION: Lexicon[bool] = Lexicon(
    (t, True) for t in ("khán giả", "bộ phim", "tập phim", "diễn viên", "kịch bản", "vai diễn")
)
_SCENES: Lexicon[bool] = Lexicon((t, True) for t in ("phân đoạn", "phân cảnh", "cảnh phim"))
_NEAR = 4  # tokens before a clause in which its subject may stand
_STATE: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|ban thường vụ|bộ chính trị|ban bí thư|ubnd"
        "|ủy ban nhân dân|hđnd|bộ trưởng"
        "|sở nội vụ|công an|bộ nội vụ|quân khu|quân sự|tòa án|viện kiểm sát|tổng công ty"
    ).split("|")
)


def _is_private(doc: Doc) -> bool:
    """Whether the article is about private firms or a film, and names no body of the political system."""
    known = doc.cache.get("private")
    if not isinstance(known, bool):
        tokens, n = doc.tokens, len(doc.tokens)
        known = (_PRIVATE.any(tokens, 0, n) or _FICTION.any(tokens, 0, n)) and not _STATE.any(tokens, 0, n)
        doc.cache["private"] = known
    return known


def is_in_scope(doc: Doc, clause: Clause, governor: Governor) -> bool:
    """False for people sent on an errand (to a fire, to exams), for goods, patients or players that are moved, and for
    rumours."""
    if is_rumour(doc.tokens, *doc.sentence_of(clause.i)):
        return False
    if _is_private(doc) or _ERRANDS.any(doc.tokens, clause.counted.i, clause.j):
        return False
    return not _SCENES.any(doc.tokens, max(0, clause.i - _NEAR), clause.j)


def decided_by_of(doc: Doc, begin: int, verb: int) -> str | None:
    """The body or officer right before the verb, as written: "Ban Thường vụ Tỉnh ủy đã quyết định luân chuyển ..."."""
    tokens, low = doc.tokens, doc.tokens.low
    k = _behind(low, begin, verb)
    start = _start_of_body(tokens, begin, k)
    if start is None or k - start > 16:
        return None
    acted = next((v for v in find_verbs(tokens, start, k) if isinstance(v.kind, Action)), None)
    if acted is not None:  # "HĐND tỉnh miễn nhiệm 4 ủy viên, bầu 5 ủy viên": the same body again
        k = _behind(low, start, acted.i)
    k = next((t for t in range(start, k) if low[t] in _GOES_ON), k)
    if k <= start or any(low[t] in _NOT_A_BODY for t in range(start, k)):
        return None
    if tokens.at(start + 2) == "viên" and low[start + 1] == "ủy":  # "cấp ủy viên" are people
        return None
    return doc.written(start, k)


def _behind(low: list[str], begin: int, verb: int) -> int:
    """The token behind the words of deciding, commas and brackets that stand before a verb."""
    k = verb
    while k > begin:
        if low[k - 1] == ")" and "(" in low[begin:k]:
            k -= 1
            while k > begin and low[k] != "(":
                k -= 1
        elif low[k - 1] in _BEFORE_VERB:
            k -= 1
        else:
            break
    while k > begin and low[k - 1] in (",", "và"):
        k -= 1
    return k


def _start_of_body(tokens: Tokens, begin: int, k: int) -> int | None:
    """Where the body or officer that ends at token ``k`` begins; a new subject behind a comma begins anew."""
    low, start = tokens.low, None
    for hit in _BODIES.find(tokens, max(begin, k - 16), k):
        if low[hit.i] in ("bộ", "phòng", "cục", "văn") and (
            not tokens.cap[hit.i] or (tokens.cap[hit.i - 1] and hit.i > begin)
        ):
            continue
        fresh = start is not None and any(low[t] in (",", ";", ":") for t in range(start, hit.i))
        led = any(
            word in ("theo", "của", "trên", "gửi") for word in low[max(begin, (start or hit.i) - 4) : start or hit.i]
        )
        named = low[hit.i - 1] in ("của", "mưu", "xuất", "trình") and hit.i > begin and tokens.cap[hit.i]
        if start is None or named or (fresh and (led or not tokens.cap[hit.i])):
            start = hit.i
    while start is not None and start > begin and low[start - 1] in ("các", "những", "toàn"):
        start -= 1
    return start
