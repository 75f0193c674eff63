"""How far the words of a title or body reach: capitalised words and words of bodies, with commas and brackets."""

from __future__ import annotations

from schemas import Role
from service.rules.body_words import BODY, BODY_STARTS, LIST_TAILS, SYLLABLES
from service.rules.names import PROVINCES, glued_unit, person_in_run, run_end
from service.rules.roles import TITLE_STARTS, title_head
from service.rules.terms import terms
from service.rules.tokens import Lexicon, Tokens

_LONGEST = 30
_TRAILING = frozenset(
    terms(
        """
        của | tại | các | thuộc | và | - | – | , | / | ( | cấp | công tác | ngành | chung | & | công
        """
    )
)
_RUN = (["đơn", "vị"], ["hoạt", "động"], ["công", "việc"])
_NUMBERED = frozenset(["biển", "khu", "lộ", "sát", "số", "đoàn", "quận", "phường", "phòng", "vực"])
"""Words behind which a number belongs to a body's name: "Quân khu 4", "quận 12", "khu vực 3"."""
_MEASURES = frozenset(["năm", "tháng", "ngày", "tuổi", "lần", "người"])
"""Words behind a number that make it a term or a count, and no part of a name."""
_JOINERS = frozenset(["và", "&", "-", "–", "/"])
_UNIT_AROUND: Lexicon[bool] = Lexicon((term, True) for term in ("huyện", "quận", "thị xã", "thành phố", "tp", "tp ."))
"""Units that a unit named before lies in: "xã Thổ Châu, thành phố Phú Quốc"."""
_ADDRESSED = frozenset(["ông", "bà", "theo", "ảnh", "chiều", "sáng", "ngày"])


_RANKS = frozenset(["thượng", "đại", "trung", "thiếu"])
_ENDING = TITLE_STARTS | _RANKS
"""First words of the titles and ranks that end a title."""
_ACTS = {"tại": "quyết", "báo": "cáo", "chính": "thức"}
"""Words behind a title that begin what is done, by their first syllable: "báo cáo", "chính thức"."""


_MEETINGS = frozenset(["nghị", "trường", "thảo"])
"""Words behind "hội" that make it a meeting and no body."""


def extend(tokens: Tokens, k: int, stop: int) -> int:
    """How far the words from token ``k`` still belong to a title or body; at most 30 tokens."""
    low, cap = tokens.low, tokens.cap
    begin, limit = k, stop if stop < k + _LONGEST else k + _LONGEST
    run, name = k, -1
    unknown_cap = False
    while k < limit:
        word = low[k]
        if cap[k] and k >= run:
            run = run_end(tokens, k)
            found = person_in_run(tokens, k, run, True) if run - k > 1 else None
            school = k > begin and low[k - 1] in ("chuyên", "non")  # "THPT chuyên Lê Quý Đôn", "mầm non Võ Thị Sáu"
            name = -1 if found is None or school or _is_body(tokens, found) else found
        if word in _ACTS and tokens.at(k + 1) == _ACTS[word]:
            break  # "Phó Tư lệnh Quân khu 5 | tại Quyết định 12/QĐ-TTg"
        if word == "hội" and tokens.at(k + 1) in _MEETINGS and k > begin:
            break  # "Bí thư Trung ương Đoàn | tại hội nghị"
        addressed = word in _ADDRESSED and not (cap[k] and k > begin and _is_unit_name(tokens, k))
        if k == name or addressed or (k > begin and word in _ENDING and (_new_title(tokens, k) or _rank(tokens, k))):
            break
        hit = BODY.match(tokens, k) or (PROVINCES.match(tokens, k) if cap[k] and name < 0 else None)
        if hit is not None and unknown_cap and hit.j == k + 2 and low[k + 1] == "bị":
            hit = None  # "TP Phan Thiết bị miễn nhiệm"
        if hit is not None and hit.j <= limit:
            if name > k and hit.j > name:
                break
            if k > begin and low[k] == "phụ" and low[k + 1 : k + 2] == ["trách"]:
                break  # "Phó Giám đốc Sở Y tế | phụ trách Sở này"
            if k > begin and low[k] == "điều" and low[k + 2 : k + 4] in _RUN:
                break  # "Phó Hiệu trưởng Đại học Tây Bắc | điều hành hoạt động của trường"
            k, unknown_cap = hit.j, False
        elif cap[k]:
            k, unknown_cap = k + 1, True
        elif word in "'’" and k + 1 < run:
            k, unknown_cap = k + 2, True  # "Cư M'gar", "Ia H'Drai"
        elif unknown_cap and (word in SYLLABLES or _second_syllable(tokens, k)):
            k, unknown_cap = k + 1, False
        else:
            after = _joint(tokens, k, limit)
            if after is None:
                break
            k, unknown_cap = after, False
    while k > begin and low[k - 1] in _TRAILING and not cap[k - 1]:
        k -= 1
    return k


_ENDERS = frozenset(
    """
    được bị đã đang sẽ vừa mới cũng là và có cho với để do vì bởi theo từ tại trong ngoài trên dưới trước sau khi
    lúc thì mà này kia đó ấy nay rồi nên hay hoặc như giữ làm nhận nói phát trao chủ dự đến tới về sang lên xuống
    ra vào đi thay thế kiêm kế phụ cùng lần thôi nghỉ rời xin ký chúc tặng yêu đề khẳng nhấn chia trả bày đồng đối
    chưa không còn cần phải tiếp bàn báo điều luân bổ chỉ phân giao cử bầu trúng đắc tái tham gia hiện nguyên sinh
    quê nhiệm khóa kỳ gồm bên một hai ba bốn năm các những mỗi mọi cả chính thức đảm quyết thông tuyên thành thực
    hoàn nêu gửi trình đọc tổ đại lại luôn bằng qua vốn từng nhằm nơi ở anh chị ông bà người nhưng nếu tuy cách
    đứng điện xác triển khai hỏi đánh bắt lãnh mong hứa cảm ơn khởi tạm đình kỷ khiển cảnh hầu tòa truy tố liên
    quan sai vi phạm mất chết qua đời tử bệnh vắng xuất thời hạn kể
    """.split()
)
"""Small words that may stand behind a title and are no part of it."""


def _second_syllable(tokens: Tokens, k: int) -> bool:
    """Whether a small word ends a word that a single capital begins: "Khoa Dinh dưỡng", "Vụ Chiến lược"."""
    low, cap, word = tokens.low, tokens.cap, tokens.low[k]
    if not word.isalpha() or word in _ENDERS or tokens.start[k] - tokens.end[k - 1] != 1 or k < 2:
        return False
    lone = not cap[k - 2] or BODY.match(tokens, k - 2) is not None
    shout = tokens.slice(k - 1, k).isupper()
    return lone and not shout and low[k - 2] not in _NAMED_UNITS


_NAMED_UNITS = frozenset("tỉnh phố tp . huyện quận xã phường trấn thị ủy đoàn thôn ấp bản công ông bà khu".split())
"""Words behind which a capital begins a place's or a person's name, with a verb behind it perhaps."""


def _is_unit_name(tokens: Tokens, k: int) -> bool:
    """Whether a word that also is a form of address begins a unit's name here: "Tỉnh ủy | Bà Rịa - Vũng Tàu"."""
    heroines = tokens.low[k - 1] == "hai" and tokens.at(k + 1) == "trưng"
    return tokens.low[k] == "bà" and (heroines or PROVINCES.match(tokens, k) is not None)


def _is_body(tokens: Tokens, k: int) -> bool:
    """Whether a body's word of two syllables begins at token ``k``, which then is no name ("Đoàn Đại biểu")."""
    hit = BODY.match(tokens, k)
    return hit is not None and hit.j - k > 1


def _new_title(tokens: Tokens, k: int) -> bool:
    """Whether another title's head begins at token ``k``; committees and staff of a holder stay inside."""
    head = title_head(tokens, k) if tokens.low[k] in TITLE_STARTS else None
    if head is None or tokens.low[k - 1] in ("của", "đoàn", "đồng") or tokens.low[k - 2 : k] == ["thành", "viên"]:
        return False
    if tokens.low[k : k + 2] == ["giám", "đốc"] and tokens.low[k - 1] in ("vụ", "phòng"):
        return False  # "Vụ Giám đốc kiểm tra I"
    if tokens.low[k - 1 : k + 1] in (["ban", "bí"], ["ban", "thư"]):
        return False  # "Ban Bí thư", "Ban Thư ký biên tập"
    return head.roles != (Role.MEMBER,) or tokens.low[k] not in ("ban", "bch", "btv", "đảng", "đại")


def _joint(tokens: Tokens, k: int, limit: int) -> int | None:
    """Where a title goes on behind the sign or number at token ``k``; None where it ends."""
    low, cap = tokens.low, tokens.cap
    word = low[k]
    if k + 1 >= limit:
        return k + 1 if word[0].isdigit() and len(word) <= 3 and cap[k - 1] and len(low[k - 1]) <= 3 else None
    nxt = low[k + 1]
    if word == "(":
        return _parenthesis(tokens, k, limit)
    if word == "số":
        return k + 2 if nxt.isdigit() and len(nxt) <= 2 and cap[k - 2] else None
    if word == "đầu" and low[k + 1 : k + 3] == ["tiên", "của"] and k + 3 < limit and cap[k + 3]:
        return k + 3  # "Chủ tịch đầu tiên của Hội Sinh viên"
    if word == "khóa":
        return (
            k + 2
            if cap[k + 1] and not low[k + 1].strip("ivx") and not (cap[k - 1] and low[k - 1] not in ("trị", "ủy"))
            else None
        )
    if word[0].isdigit():
        if nxt in _MEASURES:
            return None  # "biệt phái về Trường Tiểu học Mường Lý | 3 năm"
        glued = (
            (cap[k - 1] and (len(low[k - 1]) <= 3 or low[k - 1] in ("khu", "sát")))
            or low[k - 1] in _NUMBERED
            or (low[k - 1] == "ủy" and low[k - 2] == "quận")
        )
        apart = nxt in "-–" and tokens.start[k + 1] > tokens.end[k]  # "Sư đoàn 6 - Quân khu 7"
        return k + 1 if glued and len(word) <= 3 and (apart or nxt not in ("/", "-")) else None
    if word == ".":
        if glued_unit(tokens, k):
            return k + 2 if nxt.isdigit() else k + 1  # "P.Bến Nghé", "Q.12"
        return (
            k + 1
            if (low[k - 1] in ("tp", "tx", "tt") or (low[k - 1] == "t" and nxt in ("ư", "p"))) and cap[k + 1]
            else None
        )
    if word == "a" and low[k - 1].isdigit():
        return k + 1
    if word in "-–" and low[k + 1 : k + 3] == ["điều", "hành"] and not cap[k + 1]:
        return None  # "Phó Bí thư Thường trực Thành ủy - điều hành Thành ủy"
    if word in ("-", "–") and low[k + 1 : k + 3] == ["kế", "toán"]:
        return k + 3  # "phòng Tài chính - Kế toán"
    if low[k + 1] in _ADDRESSED or title_head(tokens, k + 1) is not None or _rank(tokens, k + 1):
        return None
    if word in _JOINERS:
        ahead = run_end(tokens, k + 1) if cap[k + 1] else k + 1
        if cap[k + 1] and person_in_run(tokens, k + 1, ahead, True) == k + 1:
            # "khu vực Đồng Hỷ - Võ Nhai": two words behind a dash are a place, though they could be a name
            return ahead if word in "-–" and ahead - k == 3 and cap[k - 1] else None
        follows = BODY.match(tokens, k + 1)
        if nxt == "các" and k + 2 < limit and cap[k + 2] and cap[k - 1] and follows is not None:
            return follows.j  # "Khu kinh tế Vũng Áng và các Khu công nghiệp tỉnh"
        if (
            follows is not None
            and nxt not in ("các", "của", "tại", "thuộc")
            and (cap[k + 1] or word in ("và", "&") or not cap[k - 1])
        ):
            return k + 1
        if word == "–" and cap[k + 1] and cap[k - 1] and _is_short(tokens, k - 1) and _is_short(tokens, k + 1):
            return k + 1  # "Phòng GD – ĐT"
        zone = low[k - 2] == "vực" and low[k - 1].isdigit()  # "TAND khu vực 5 - Đồng Nai"
        return k + 1 if cap[k + 1] and word in ("&", "/", "và", "-") and (cap[k - 1] or word == "và" or zone) else None
    if word == ",":
        return _behind_comma(tokens, k + 1, limit)
    return None


def _is_short(tokens: Tokens, k: int) -> bool:
    """Whether a word of up to four letters, all capital, stands at token ``k``."""
    return tokens.end[k] - tokens.start[k] <= 4 and tokens.slice(k, k + 1).isupper()


def _rank(tokens: Tokens, k: int) -> bool:
    """Whether a rank of army or police begins at token ``k``."""
    return tokens.low[k] in _RANKS and tokens.at(k + 1) in ("tá", "tướng", "úy")


def _behind_comma(tokens: Tokens, k: int, limit: int) -> int | None:
    """A comma inside a title: the body that the body is in, or a body's name that lists duties."""
    low, cap = tokens.low, tokens.cap
    if low[k : k + 3] == ["các", "đoàn", "thể"] and low[k - 2] in ("quốc", "mttq") and k + 3 < limit:
        return k + 3  # "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương"
    if (
        low[k] in LIST_TAILS
        and (cap[k] or low[k] in ("chống", "dân", "xử", "chăm"))
        and BODY.match(tokens, k) is not None
    ):
        if low[k] != "dân" or low[k - 2] == "thcs":
            return k
        return None
    if not cap[k] and cap[k - 2] and _UNIT_AROUND.match(tokens, k) is not None and low[k - 2] not in _ADDRESSED:
        hit = _UNIT_AROUND.match(tokens, k)
        return k if hit is not None and hit.j < limit and cap[hit.j] else None
    if low[k] in BODY_STARTS and cap[k]:
        return k if BODY.match(tokens, k) is not None and title_head(tokens, k) is None else None
    return None


def _parenthesis(tokens: Tokens, k: int, limit: int) -> int | None:
    """A short parenthesis that names the body or its abbreviation: "(PC 64)", "(thuộc Sở Tài chính)", "(khóa IX)"."""
    low = tokens.low
    e = k + 1
    while e < limit and low[e] not in ")(\n;," and e - k < 12:
        e += 1
    if e >= limit or low[e] != ")" or e == k + 1:
        return None
    first = low[k + 1]
    if not (tokens.cap[k + 1] or first in ("thuộc", "khóa")) or first in ("ảnh", "tp", "nhiệm"):
        return None
    place = PROVINCES.match(tokens, k + 1)
    if place is not None and place.j == e:
        return None
    if person_in_run(tokens, k + 1, run_end(tokens, k + 1), False) is not None:
        return None
    return e + 1
