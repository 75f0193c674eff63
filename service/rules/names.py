"""Vietnamese names: the family names that begin them, and where a run of capitalised words is place, then person.

A title and its holder stand without a sign between them ("Bí thư Thành ủy Hà Nội Phạm Quang Nghị"), so the run "Hà
Nội Phạm Quang Nghị" has to be cut. The cut is made at a family name, after the place that the words before the run
call for.
"""

from __future__ import annotations

from service.rules.terms import terms
from service.rules.tokens import Lexicon, Tokens

_COMMON = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh mai cao lương tạ hà tô chu
triệu lại đàm lưu thái trương tăng từ quách phùng la kiều khuất khương lâm lục lã lữ mạc nghiêm ninh nông hứa giang
giáp doãn diệp đào đồng đậu đường cù chử châu cung bạch tôn tống thân thạch vương uông ứng phí phương quản thiều
thẩm sầm tiêu tiết tào khổng kim hàn lỗ dư chung cấn bế ma vi lò lô hầu giàng sùng thào vàng lù lường quàng cầm tòng
lầu vừ hạng bàn chẩu sử tất điểu danh sơn niê y văn trà trang thi hán
"""
_RARE = """
a bun mạ mã mùa cứ và xồng moong cụt pờ lỳ khang kha lừu thò tráng ly chảo phàn tẩn cháng lang ngân hờ giảng nay rah
rmah ama bloong bríu alăng zơrâm arất k ha kon touneh chau neáng siu rơ kpă ksor ksơr chế liêu viên an âu bàng bành
biện cái cổ chiêm đới hạ hoa hình hồng kỷ lều mẫn mạnh ngọ ngụy nhữ nhan phù quế sĩ ân ưng h blang êban hlong knul
mlô buôn hwing krông hữu lơ mu lồ long ông phó huyền phước đái đổng đan thoa thượng vòng lạc mông mè chíu lèo tếnh bạc
"""
FAMILY = frozenset(_COMMON.split())
"""Family names that begin a name wherever it stands."""
ANY_FAMILY = FAMILY | frozenset(_RARE.split())
"""Family names that begin a name where a form of address or a title calls for one."""

_FREQUENT = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh mai cao lương tạ hà tô".split()
)
"""Family names so frequent that two words behind a place or body are a name."""

_PROVINCE_NAMES = """
An Giang | Bà Rịa - Vũng Tàu | Bà Rịa – Vũng Tàu | Bà Rịa Vũng Tàu | Bạc Liêu | Bắc Giang | Bắc Kạn | Bắc Cạn | Bắc
Ninh | Bến Tre | Bình Dương | Bình Định | Bình Phước | Bình Thuận | Cà Mau | Cao Bằng | Cần Thơ | Đà Nẵng | Đắk Lắk |
Đăk Lăk | Đắc Lắc | Đắk Nông | Đăk Nông | Đắc Nông | Điện Biên | Đồng Nai | Đồng Tháp | Gia Lai | Hà Giang | Hà Nam |
Hà Nội | Hà Tĩnh | Hải Dương | Hải Phòng | Hậu Giang | Hòa Bình | Hưng Yên | Khánh Hòa | Kiên Giang | Kon Tum | Lai
Châu | Lạng Sơn | Lào Cai | Lâm Đồng | Long An | Nam Định | Nghệ An | Ninh Bình | Ninh Thuận | Phú Thọ | Phú Yên |
Quảng Bình | Quảng Nam | Quảng Ngãi | Quảng Ninh | Quảng Trị | Sóc Trăng | Sơn La | Tây Ninh | Thái Bình | Thái Nguyên
| Thanh Hóa | Thừa Thiên - Huế | Thừa Thiên Huế | Thừa Thiên – Huế | Tiền Giang | Hồ Chí Minh | HCM | TPHCM | Trà Vinh
| Tuyên Quang | Vĩnh Long | Vĩnh Phúc | Yên Bái | Huế | Trung ương | Việt Nam
"""
PROVINCE_NAMES = terms(_PROVINCE_NAMES)
PROVINCES: Lexicon[str] = Lexicon((name.lower(), name) for name in PROVINCE_NAMES)
"""Names of provinces of any time, for cutting runs; what exists when is the gazetteer's matter."""

_UNIT_WITH_NAME = frozenset(
    ["huyện", "xã", "phường", "quận", "trấn", "thôn", "ấp", "bản", "đường", "phố", "xóm", "đảo", "khu", "vực"]
)
_KINDS_IN_RUN = frozenset(
    "tp tx tt ubnd hđnd tand vksnd caq cah catp mttq thpt thcs đh cđ ubmttq lđlđ huyện xã phường quận đường phố".split()
)
_SHORT_UNITS = frozenset(["tp", "tx", "tt"])
_SEATS = frozenset(["ủy", "tp", "đoàn", "tỉnh"])
_SEATS_OR_BODIES = _SEATS | {"phố", "ubnd", "hđnd", "án", "sở", "bộ", "caq", "cah", "tx", "tt", "vksnd", "tand"}
_NEW_SENTENCE = frozenset(["theo", "ảnh", "trước", "ông", "bà", "sau", "tại", "ngày"])
_LONGEST_NAME = 5


def glued_unit(tokens: Tokens, k: int) -> bool:
    """Whether the full stop at token ``k`` stands inside a unit written short and glued: "P.Bến Nghé", "Q.12"."""
    low = tokens.low
    if k < 1 or k + 1 >= len(low) or low[k - 1] not in ("p", "q", "h") or not tokens.cap[k - 1]:
        return False
    glued = tokens.start[k + 1] - tokens.end[k - 1] == 1
    return glued and (tokens.cap[k + 1] or (low[k + 1].isdigit() and len(low[k + 1]) <= 2))


_APOSTROPHES = frozenset("'’")


_LONGEST_RUN = 9


def run_end(tokens: Tokens, k: int) -> int:
    """The end of the run of capitalised words that begins at token ``k``, with one blank between words."""
    low, cap, starts, ends = tokens.low, tokens.cap, tokens.start, tokens.end
    n, e, padded = len(low), k, tokens.padded
    stop = k + _LONGEST_RUN if k + _LONGEST_RUN < n else n
    while e < stop and cap[e]:
        if e > k:
            if not 1 <= starts[e] - ends[e - 1] <= 2 and low[e - 1] not in "'’":
                break
            if low[e] in _NEW_SENTENCE and not (low[e] == "bà" and low[e - 1] == "hai"):
                break
        e += 1
        if padded[e] in _APOSTROPHES and e + 1 < n and starts[e + 1] == ends[e] == starts[e] + 1:
            if cap[e + 1]:
                e += 1  # H'Yim
            elif len(low[e - 1]) == 1 and low[e + 1].isalpha():
                e += 2  # Cư M'gar
    return e


def person_in_run(tokens: Tokens, k: int, e: int, called: bool) -> int | None:
    """Where in the run from token ``k`` to ``e`` a person's name begins that ends with the run; None for no person.

    ``called`` says that a title stands before the run, so that a name of two words and rare family names count.
    """
    low = tokens.low
    while k < e and low[k] in _KINDS_IN_RUN:
        k += 1
    if k + 1 < e and low[k] == "đoàn" and low[k + 1] in _UNION_OF:
        k += 2  # "Bí thư Đoàn Khối các cơ quan tỉnh"
    if k >= e:
        return None
    if k >= 2 and (
        (low[k - 1] == "học" and low[k - 2] in ("tiểu", "trung", "đại")) or low[k - 1] in ("thpt", "thcs", "đh", "cđ")
    ):
        return None  # a school that bears a person's name
    if low[k] in FAMILY and e - k <= 4 and _named_after_a_person(tokens, k):
        return None
    before = low[k - 1] if k else ""
    if before == "." and low[k - 2] in _SHORT_UNITS:
        before = low[k - 2]  # "TP.Long Xuyên"
    elif before == "." and glued_unit(tokens, k - 1):
        before = "phường"  # "P.Tân Định"
    if e - k == 2 and (before in ("mở", "khẩu", "cảng") or low[k - 3 : k] == ["khu", "kinh", "tế"]):
        return None  # "Khu kinh tế mở Chu Lai", "cửa khẩu Cha Lo"
    if before == "thôn" and low[k - 2] == "nông":
        before = ""  # "Bộ Nông nghiệp và Phát triển nông thôn Lê Văn A"
    first = k
    if before in _UNIT_WITH_NAME or (before in _SEATS and low[k] not in FAMILY and PROVINCES.match(tokens, k) is None):
        return _after_unknown_place(tokens, k, e)
    place = PROVINCES.match(tokens, k)
    if place is not None and place.j <= e:
        if place.j == e or (low[k] == "hà" and low[place.j] not in FAMILY):
            return None
        first = place.j
    elif low[k] == "đoàn" and before in ("ương", "thành", "tỉnh", "huyện", "bí"):
        first = k + 1
    length = e - first
    family = ANY_FAMILY if called else FAMILY
    if low[first] in family and 2 <= length <= _LONGEST_NAME and (length > 2 or called):
        if length == _LONGEST_NAME and low[first + 2] in FAMILY and low[first] not in ("y", "lương"):
            return first + 2
        if length == 4 and before in _SEATS and low[first] not in _FREQUENT and low[first + 2] in _FREQUENT:
            return first + 2 if low[first + 1] not in ("thị", "văn") else first  # "Huyện ủy Kim Bôi | Hoàng Minh"
        if length == 2 and (before in _SEATS_OR_BODIES or (e < len(low) and low[e] == "và")):
            return None
        return first
    return _cut(tokens, first + 1, e, called) if length > 2 else None


_UNIONS = frozenset(["tỉnh", "thành", "huyện", "quận", "thị", "ương"])
"""Syllables before "Đoàn" with which it is the Youth Union of a tier."""
_UNION_OF = frozenset(["khối", "trường", "thanh", "xã", "phường", "tncs", "bộ", "cơ"])
"""Syllables behind "Đoàn" with which it is the Youth Union of a body."""
_NAMED_AFTER = frozenset(["trường", "viện", "hát", "quỹ"])
"""Last syllables of what is named after persons: a school, a hospital, a theatre, a fund."""
_SCHOOL_WORDS = frozenset(
    "cao đẳng y tế trung học cơ sở phổ thông tiểu chuyên chính trị mầm non mẫu giáo nghề dạy sư phạm dân tộc nội trú "
    "đa khoa thpt thcs đh cđ bệnh liên cấp năng khiếu".split()
)
_TITLE_ENDS = frozenset(["trưởng", "đốc", "phó", "nhiệm", "thư", "tịch"])


def _named_after_a_person(tokens: Tokens, k: int) -> bool:
    """Whether the name at token ``k`` is a school's or hospital's, and no title in front calls for its holder."""
    low, m = tokens.low, k - 1
    while m > 0 and k - m < 9 and low[m] in _SCHOOL_WORDS:
        m -= 1
    if (
        m < 0
        or low[m] not in _NAMED_AFTER
        or low[m - 1] in ("môi", "thị", "công")
        or (low[m] == "viện" and low[m - 1] != "bệnh")
    ):
        return False
    if low[m] == "viện" or m == k - 1:  # nobody heads "Bệnh viện" without a name
        return True
    ahead = m - 1 if low[m] == "trường" else m - 2
    return ahead < 0 or low[ahead] not in _TITLE_ENDS


def _cut(tokens: Tokens, k: int, e: int, pair: bool) -> int | None:
    """The first family name from token ``k`` that leaves a name of 3 or 4 words up to ``e``, or of 2 if ``pair``."""
    low = tokens.low
    for m in range(k, e - 2):
        union = low[m] == "đoàn" and low[m - 1] in _UNIONS  # "Bí thư Tỉnh Đoàn Nghệ An"
        if low[m] in FAMILY and e - m <= 4 and low[m - 1] not in _KINDS_IN_RUN and not union:
            rare = e - m == 4 and low[m] not in _FREQUENT and low[m + 1] in _FREQUENT
            return m + 1 if rare else m  # "Trường THPT Mai Châu | Phan Tấn Lực"
    if pair and e - 2 >= k and low[e - 2] in _FREQUENT and PROVINCES.match(tokens, e - 2) is None:
        return e - 2 if low[e - 3] not in _KINDS_IN_RUN else None
    return None


def _after_unknown_place(tokens: Tokens, k: int, e: int) -> int | None:
    """The start of a name behind a place that the gazetteer need not know; the place takes two words, one or three."""
    low = tokens.low
    for taken in (2, 1, 3):
        m = k + taken
        if m < e and low[m] in FAMILY and 2 <= e - m <= 4 and (e - m > 2 or taken == 2):
            return m
    return None
