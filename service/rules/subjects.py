"""Who moves the people that a total counts: "Ban Thường vụ Tỉnh ủy đã quyết định luân chuyển 44 cán bộ"."""

from __future__ import annotations

from schemas import Action
from service.rules.deciders import agent_between, decider_in
from service.rules.doc import Doc
from service.rules.tokens import Lexicon, Tokens
from service.rules.verbs import find_verbs

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
        "|tổng cục trưởng|bộ , ngành|ban , bộ , ngành|ban , ngành"
    ).split("|")
)
_BEFORE_VERB: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "đã|từng|quyết định|ra quyết định|có quyết định|ra|ban hành|ký|tiếp tục|cũng|vừa|tiến hành|thực hiện|chủ động"
        "|xem xét|thống nhất|sẽ|được|các|việc|mới|tổ chức|công bố|trao|tham mưu|triển khai|địa phương này|trên cơ sở đó"
        "|trên cơ sở này|đề xuất|kiến nghị|phấn đấu|dự kiến|cho|về|lễ|chiều|sáng|nay|tiếp|thêm|hằng năm|hàng năm"
        "|phê chuẩn|phê chuẩn việc|phê chuẩn đề nghị|đề nghị|bổ sung|năm nay|đến nay|tới nay|trong năm|mới đây"
        "|chủ trương"
    ).split("|")
)
"""Words of deciding and of time between a body and the verb of moving."""
_LONGEST = 3  # tokens of the longest of them


_NOT_A_BODY = frozenset([";", ":", "được", "(", ")", "có", "trong", "là", "cho", "do", "gồm", "đối"])


_HOLDERS = frozenset([",", "và", "phó", "giám", "đốc", "hiệu", "trưởng", "chủ", "tịch", "chánh", "viện", "bí", "thư",
                     "nguyên", "tân", "cựu"])  # fmt: skip
"""Between a number and a title: "34 giám đốc, phó giám đốc chi nhánh" are people, not who decides."""
_FINDING = frozenset([("phát", "hiện"), ("chỉ", "ra"), ("kết", "luận"), ("lớp", "tập"), ("lớp", "bồi")])
"""A body that finds out about moves, or trains who was moved: "Thanh tra Bộ phát hiện 30 trường hợp bổ nhiệm sai"."""
_REPORTING = frozenset(["kê", "cáo", "liệu", "tin"])
"""Last syllables of what a body only tells: "theo thống kê của Ban Tổ chức", "số liệu của Sở"."""
_LED = frozenset(["theo", "của", "trên", "gửi", "tại"])
"""Words before a body that is told on the way to the one that acts: "Theo Sở Nội vụ, ...", "tại Phủ Chủ tịch, ..."."""
_TIMES = frozenset(["năm", "nay", "đoạn", "kỳ", "qua", "tháng", "ngày"])  # "..., trong hai năm qua Ban Thường vụ"
_PLACING = frozenset(["gia", "biểu", "vào", "từ", "lên", "xuống", "sang", "về", "thềm", "sau", "trước"])
"""Words before a body that tell where people come from or go to, or what is to come ("trước thềm Đại hội")."""
_WHERE = frozenset(["tỉnh", "huyện", "ngành"])  # "các cấp ủy trong tỉnh"
_TIER_ROW = frozenset(["tỉnh", "huyện", "quận", "thị", "thành", "ủy", ",", "và"])
_REACH = 60  # tokens around a verb in which a sentence may tell whose decision it is
_DOES = (["tham", "dự"], ["thống", "nhất"], ["thu", "hồi"], ["hủy", "quyết"], ["hủy", "bỏ"])
_GOES_ON = frozenset(
    "đã còn không chưa vẫn luôn ký cũng chỉ tại toàn đang trình vừa trao yêu phối cử".split()
)  # what a body does is told from here on


def decided_by_of(doc: Doc, begin: int, end: int, verb: int) -> str | None:
    """The body or officer that moves the people counted in the clauses ``begin`` to ``end``, as written.

    It stands right before the verb; else it is the one whose decision the sentence tells of ("trao quyết định của Ban
    Thường vụ Tỉnh ủy đối với 9 cán bộ").
    """
    written = _before(doc, begin, verb)
    if written is not None:
        return written
    first = doc.sentence_of(verb)[0]
    found = decider_in(doc.tokens, max(first, verb - _REACH), min(end, verb + _REACH), verb)
    return doc.written(*found) if found is not None else None


def agent_of(doc: Doc, i: int, verb: int) -> str | None:
    """The agent of a passive between the people counted and the verb: "12 sĩ quan được Quân khu điều động"."""
    passive = next((k for k in range(verb - 1, max(i, verb - _AGENT) - 1, -1) if doc.tokens.low[k] == "được"), None)
    found = agent_between(doc.tokens, passive + 1, verb) if passive is not None else None
    return doc.written(*found) if found is not None and found[1] == verb else None


_AGENT = 18  # tokens from "được" to the verb between which the agent stands


def _before(doc: Doc, begin: int, verb: int) -> str | None:
    """The body or officer right before the verb, as written."""
    tokens, low = doc.tokens, doc.tokens.low
    k = _behind(tokens, begin, verb)
    start = _start_of_body(tokens, begin, k)
    if start is None or k - start > 16 or ";" in low[start:k]:
        return None
    acted = next((v for v in find_verbs(tokens, start, k) if isinstance(v.kind, Action)), None)
    if acted is not None:  # "HĐND tỉnh miễn nhiệm 4 ủy viên, bầu 5 ủy viên": the same body again
        k = _behind(tokens, start, acted.i)
    start, k = _single(tokens, start, k)
    k = next((_behind(tokens, start, t) for t in range(start, k) if _goes_on(tokens, t)), k)
    if k <= start or any(low[t] in _NOT_A_BODY and tokens.at(t + 1) not in _WHERE for t in range(start, k)):
        return None
    if any((low[t], tokens.padded[t + 1]) in _FINDING for t in range(start, k)):
        return None
    told = max((t + 1 for t in range(begin, start) if low[t] == ","), default=begin)
    if any(word in _REPORTING for word in low[max(told, start - 6) : start]):
        return None  # "theo báo cáo, lãnh đạo bộ đã ký": behind a comma the body acts itself
    before = start - 1
    while before > begin and low[before] in _HOLDERS and low[start - 1] != ",":
        before -= 1
    if tokens.at(start - 1) in _PLACING or tokens.at(before)[:1].isdigit():
        return None  # "tham gia Ban Chấp hành" tells where to, "34 giám đốc" are people
    if tokens.at(start + 2) == "viên" and low[start + 1] == "ủy":
        return None  # "cấp ủy viên" are people
    return doc.written(start, k)


def _goes_on(tokens: Tokens, t: int) -> bool:
    """Whether a body's name has ended at token ``t``, and what it does is told: "đã ...", "tổ chức Hội nghị"."""
    if tokens.cap[t]:
        return False  # "Bộ Chỉ huy"
    if tokens.low[t] == "ngày" and tokens.at(t + 1)[:1].isdigit():
        return True  # "theo quyết định của Chủ tịch UBND tỉnh ngày 12/3"
    if tokens.low[t : t + 2] == ["về", "việc"] or (tokens.low[t] in "-–" and tokens.at(t + 1) in ("ông", "bà")):
        return True
    if (tokens.low[t] == "ngày" and tokens.at(t + 1)[:1].isdigit()) or tokens.low[t : t + 2] in _DOES:
        return True
    if tokens.low[t : t + 2] == ["dự", "kiến"]:
        return True
    return tokens.low[t] in _GOES_ON or (tokens.low[t] == "tổ" and tokens.at(t + 2) in ("hội", "lễ", "buổi", "họp"))


def _single(tokens: Tokens, start: int, k: int) -> tuple[int, int]:
    """Of two bodies with a comma between them both or the second; where only the first is one, it ends there.

    A body that is only quoted ("Theo Sở Nội vụ, ...", "Phó trưởng Ban Tổ chức, cho hay ...") decides nothing.
    """
    commas = [t for t in range(start, k) if tokens.low[t] == ","]
    if not commas or tokens.at(start - 1) in ("các", "những") or tokens.low[start] in ("các", "những"):
        return start, k
    last = commas[-1] + 1
    if last < k and tokens.cap[last] and _BODIES.match(tokens, last) is not None:
        stretches = zip([start, *(c + 1 for c in commas)], [*commas, k], strict=True)
        heads = [t for t, comma in stretches if tokens.cap[t] and not _dates(tokens.low[t:comma])]
        return (heads[0] if heads else last), k
    if last < k and tokens.low[last] == "người":
        return start, start  # "tân giám đốc, người trẻ nhất trong số 20 cán bộ vừa được bổ nhiệm"
    quoted = tokens.at(start - 1) in ("theo", "trưởng") or "cho" in tokens.low[commas[0] : k]
    return start, start if quoted else commas[0]


def _dates(words: list[str]) -> bool:
    """Whether a stretch before a comma is one of time, no body: "từ Đại hội XII đến nay, ..."."""
    return any(w in ("ngày", "nay") or w[:1].isdigit() for w in words)


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
        if low[hit.i] == "sở" and low[hit.i - 1] == "cơ":
            continue  # "cơ sở"
        if (
            hit.j - hit.i < 3
            and low[hit.i] in ("bộ", "phòng", "cục", "văn")
            and (not tokens.cap[hit.i] or (tokens.cap[hit.i - 1] and hit.i > begin))
        ):
            continue
        if low[hit.i] == "thường" and low[hit.i - 1] in ("thư", "tịch") and hit.i > begin:
            continue  # "168 phó bí thư thường trực"
        if low[hit.i] == "lãnh" and low[hit.i - 1] in ("bộ", "chức", "viên") and hit.i > begin:
            continue
        stop = next((t for t in range(hit.i - 1, start if start is not None else hit.i, -1) if low[t] in ",;:"), None)
        fresh = stop is not None
        led = any(word in _LED for word in low[max(begin, (start or hit.i) - 4) : start or hit.i]) or (
            stop is not None and any(word in _TIMES for word in low[stop + 1 : hit.i])
        )
        named = low[hit.i - 1] in ("của", "mưu", "xuất", "trình") and hit.i > begin and tokens.cap[hit.i]
        several = start is not None and low[start - 1] in ("các", "những")  # "các cơ quan, đơn vị": one row
        if start is None or named or (fresh and (led or not (tokens.cap[hit.i] or several))):
            start = hit.i
    if start is None:
        return None
    first = start
    while first > begin and low[first - 1] in _TIER_ROW:  # "các huyện, thị, thành ủy"
        first -= 1
    if low[first - 1] in ("các", "những") and first > begin:
        start = first
    while start > begin and low[start - 1] in ("các", "những", "toàn"):
        start -= 1
    return start
