"""Who decides a move, and what lies outside the political system."""

from __future__ import annotations

from schemas import Action
from service.rules.clauses import Clause
from service.rules.denials import is_rumour
from service.rules.doc import Doc
from service.rules.governors import Governor
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
        "|quốc hội|tổng thanh tra|chánh án|tand|vksnd|lãnh đạo|cấp ủy|các cấp ủy|cơ quan|đơn vị|bệnh viện|viện trưởng"
        "|tổng cục trưởng"
    ).split("|")
)
_BEFORE_VERB: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "đã|từng|quyết định|ra quyết định|có quyết định|ra|ban hành|ký|tiếp tục|cũng|vừa|tiến hành|thực hiện|chủ động"
        "|xem xét|thống nhất|sẽ|được|các|việc|mới|tổ chức|công bố|trao|tham mưu|triển khai|địa phương này|trên cơ sở đó"
        "|trên cơ sở này|đề xuất|kiến nghị|phấn đấu|dự kiến|cho|về|lễ|chiều|sáng|nay|tiếp|thêm|hằng năm|hàng năm"
        "|bổ sung|năm nay|trong năm|mới đây|chủ trương"
    ).split("|")
)
"""Words of deciding and of time between a body and the verb of moving."""
_LONGEST = 3  # tokens of the longest of them


_NOT_A_BODY = frozenset([";", ":", "được", "(", ")", "có", "trong", "là", "cho", "do", "gồm", "đối"])


_HOLDERS = frozenset([",", "và", "phó", "giám", "đốc", "hiệu", "trưởng", "chủ", "tịch", "chánh", "viện"])
"""Between a number and a title: "34 giám đốc, phó giám đốc chi nhánh" are people, not who decides."""
_REPORTING = frozenset(["kê", "cáo", "liệu", "tin"])
"""Last syllables of what a body only tells: "theo thống kê của Ban Tổ chức", "số liệu của Sở"."""
_PLACING = frozenset(["gia", "vào", "từ", "lên", "xuống", "sang", "về"])
"""Words before a body that tell where people come from or go to."""
_WHERE = frozenset(["tỉnh", "huyện", "ngành"])  # "các cấp ủy trong tỉnh"
_GOES_ON = frozenset(
    ["đã", "còn", "không", "chưa", "vẫn", "luôn", "ký", "cũng", "chỉ"]
)  # what a body does is told from here on
_PRIVATE: Lexicon[bool] = Lexicon(
    (t, True) for t in ("công ty cổ phần", "cổ đông", "hđqt", "hội đồng quản trị", "ctcp")
)
_FICTION: Lexicon[bool] = Lexicon(
    (t, True) for t in ("khán giả", "bộ phim", "tập phim", "diễn viên", "kịch bản", "vai diễn")
)
_SCENES: Lexicon[bool] = Lexicon((t, True) for t in ("phân đoạn", "phân cảnh", "cảnh phim"))
_NEAR = 4  # tokens before a clause in which its subject may stand
_SAID = 60  # tokens around a clause in which its sentence may say that it is a rumour
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
    begin, end = doc.sentence_of(clause.i)
    if is_rumour(doc.tokens, max(begin, clause.i - _SAID), min(end, clause.j + _SAID)):
        return False
    if _is_private(doc) or _ERRANDS.any(doc.tokens, clause.counted.i, clause.j):
        return False
    return not _SCENES.any(doc.tokens, max(0, clause.i - _NEAR), clause.j)


def decided_by_of(doc: Doc, begin: int, verb: int) -> str | None:
    """The body or officer right before the verb, as written: "Ban Thường vụ Tỉnh ủy đã quyết định luân chuyển ..."."""
    tokens, low = doc.tokens, doc.tokens.low
    k = _behind(tokens, begin, verb)
    start = _start_of_body(tokens, begin, k)
    if start is None or k - start > 16:
        return None
    acted = next((v for v in find_verbs(tokens, start, k) if isinstance(v.kind, Action)), None)
    if acted is not None:  # "HĐND tỉnh miễn nhiệm 4 ủy viên, bầu 5 ủy viên": the same body again
        k = _behind(tokens, start, acted.i)
    start, k = _single(tokens, start, k)
    k = next((_behind(tokens, start, t) for t in range(start, k) if low[t] in _GOES_ON or _meets(tokens, t)), k)
    if k <= start or any(low[t] in _NOT_A_BODY and tokens.at(t + 1) not in _WHERE for t in range(start, k)):
        return None
    if any(word in _REPORTING for word in low[max(begin, start - 6) : start]):
        return None
    before = start - 1
    while before > begin and low[before] in _HOLDERS and low[start - 1] != ",":
        before -= 1
    if tokens.at(start - 1) in _PLACING or tokens.at(before)[:1].isdigit():
        return None  # "tham gia Ban Chấp hành" tells where to, "34 giám đốc" are people
    if tokens.at(start + 2) == "viên" and low[start + 1] == "ủy":
        return None  # "cấp ủy viên" are people
    return doc.written(start, k)


def _meets(tokens: Tokens, t: int) -> bool:
    """ "tổ chức Hội nghị", "tổ chức lễ": a body meets, and its name has ended."""
    return tokens.low[t] == "tổ" and tokens.at(t + 2) in ("hội", "lễ", "buổi", "họp") and not tokens.cap[t]


def _single(tokens: Tokens, start: int, k: int) -> tuple[int, int]:
    """Of two bodies with a comma between them both or the second; where only the first is one, it ends there.

    A body that is only quoted ("Theo Sở Nội vụ, ...", "Phó trưởng Ban Tổ chức, cho hay ...") decides nothing.
    """
    commas = [t for t in range(start, k) if tokens.low[t] == ","]
    if not commas or tokens.at(start - 1) in ("các", "những") or tokens.low[start] in ("các", "những"):
        return start, k
    last = commas[-1] + 1
    if last < k and tokens.cap[last] and _BODIES.match(tokens, last) is not None:
        return (start if tokens.cap[start] else last), k
    quoted = tokens.at(start - 1) in ("theo", "trưởng") or "cho" in tokens.low[commas[0] : k]
    return start, start if quoted else commas[0]


def _behind(tokens: Tokens, begin: int, verb: int) -> int:
    """The token behind the words of deciding, years, commas and brackets that stand before a verb."""
    low, k = tokens.low, verb
    while k > begin:
        if low[k - 1] == ")" and "(" in low[begin:k]:
            k -= 1
            while k > begin and low[k] != "(":
                k -= 1
            continue
        if k - begin > 2 and low[k - 2] == "năm" and low[k - 1].isdigit():
            k -= 3 if low[k - 3] == "trong" else 2
            continue
        back = _word_before(tokens, begin, k)
        if back == k and low[k - 1] == "," and _word_before(tokens, begin, k - 1) < k - 1:
            back = k - 1  # "đã công bố, trao quyết định"
        if back == k:
            break
        k = back
    while k > begin and low[k - 1] in (",", "và"):
        k -= 1
    return k


def _word_before(tokens: Tokens, begin: int, k: int) -> int:
    """Where the word of deciding begins that ends before token ``k``; ``k`` where there is none."""
    for width in range(min(_LONGEST, k - begin), 0, -1):
        i = k - width
        hit = _BEFORE_VERB.match(tokens, i)
        if hit is not None and hit.j == k and not (tokens.cap[i] and i > begin):
            return k if tokens.low[i] == "mới" and tokens.at(i - 1) == "khóa" else i
    return k


def _start_of_body(tokens: Tokens, begin: int, k: int) -> int | None:
    """Where the body or officer that ends at token ``k`` begins; a new subject behind a comma begins anew."""
    low, start = tokens.low, None
    for hit in _BODIES.find(tokens, max(begin, k - 16), k):
        if low[hit.i] in ("bộ", "phòng", "cục", "văn") and (
            not tokens.cap[hit.i] or (tokens.cap[hit.i - 1] and hit.i > begin)
        ):
            continue
        if low[hit.i] == "lãnh" and low[hit.i - 1] in ("bộ", "chức", "viên") and hit.i > begin:
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
