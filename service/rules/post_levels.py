"""The tier a title or body belongs to, from the first word that names one: "Huyện ủy", "Sở", "Bộ", "Thành ủy Vinh"."""

from __future__ import annotations

from schemas import Level
from service.rules.names import glued_unit
from service.rules.terms import terms
from service.rules.tokens import Lexicon, Tokens

MUNICIPALITIES = frozenset(["hà nội", "hồ chí minh", "hcm", "đà nẵng", "hải phòng", "cần thơ"])
"""Cities that are provinces; Huế joins them on 1 January 2025 and is left to the gazetteer."""
_LEVELS: Lexicon[Level | str] = Lexicon(
    [
        (term, Level.CENTRAL)
        for term in terms(
            """
            trung ương | tw | t.ư | chính phủ | quốc hội | bộ chính trị | ban bí thư | tối cao | vksndtc |
            tandtc | tổng cục | thủ tướng | thứ trưởng | bộ trưởng | vụ trưởng | vụ phó | vụ | kiểm toán nhà
            nước | ngân hàng nhà nước | ủy ban dân tộc | ban cán sự đảng bộ | ban chỉ đạo tây bắc |
            quân khu | ban chỉ đạo tây nguyên | ban chỉ đạo tây nam bộ | tổng tham mưu | quân chủng | tổng liên
            đoàn | chủ tịch nước | thống đốc | viện hàn lâm | cấp cao | đại
            học quốc gia
            """
        )
    ]
    + [(term, Level.PROVINCE) for term in ("tỉnh", "tỉnh ủy", "sở", "catp", "tỉnh đoàn", "tỉnh ủy viên", "cấp tỉnh")]
    + [
        (term, Level.DISTRICT)
        for term in terms(
            """
            huyện | huyện ủy | quận | quận ủy | thị xã | thị ủy | huyện đoàn | quận đoàn | caq | cah | tx | thị
            đoàn | huyện ủy viên | quận ủy viên | thị ủy viên | cấp huyện
            """
        )
    ]
    + [(term, Level.COMMUNE) for term in ("xã", "phường", "thị trấn", "đặc khu", "tt", "cấp xã")]
    + [(term, "city") for term in ("thành phố", "tp", "thành ủy", "thành ủy viên", "thành đoàn", "t p", "t . p")]
    + [("p .", "p"), ("q .", "q"), ("h .", "q")]
    + [
        ("bộ", "ministry"),
        ("công an", "police"),
        ("cục", "cục"),
        ("tư", "tư"),
        ("việt nam", "nation"),
        ("đoàn đại biểu quốc hội", "nation"),
    ]
    + [
        (term, "none")
        for term in terms(
            """
            bộ chỉ huy | chi cục | bộ chqs | bộ tư lệnh | bộ đội biên phòng | bộ môn | bộ phận | bộ phận một cửa |
            cán bộ |
            đảng bộ | nội bộ | xã hội | văn xã | hợp
            tác xã | tỉnh lộ | liên tỉnh | chi bộ | bộ đội | đội ngũ cán bộ | tổng công ty | thông
            tấn xã | thường vụ | nghiệp vụ | chức vụ | nhiệm vụ | dịch vụ | giáo vụ | công vụ | nội vụ | tài vụ
            | phục vụ | thời vụ
            """
        )
    ]
)


def level_of(tokens: Tokens, i: int, j: int) -> Level | None:
    """The tier that the words from token ``i`` up to ``j`` name first; None where they name none.

    A city is a province when it is one of :data:`MUNICIPALITIES`, and a district when it carries another name; one
    without a name is left open.
    """
    nation: Level | None = None  # "Ủy ban MTTQ Việt Nam tỉnh Sơn La": the land's name stands in the body's
    for hit in _LEVELS.find(tokens, i, j):
        value = hit.value
        if isinstance(value, Level):
            return value
        if value == "city":
            level = _city_level(tokens, hit.j, j)
        elif value in ("p", "q"):  # "P.Bến Nghé", "Q.12"
            unit = Level.COMMUNE if value == "p" else Level.DISTRICT
            level = unit if glued_unit(tokens, hit.j - 1) else None
        elif value == "nation":
            nation, level = Level.CENTRAL, None
        elif value == "ministry":
            level = Level.CENTRAL if hit.j >= j or tokens.cap[hit.j] or tokens.cap[hit.i] else None
        elif value == "tư":  # "Ban Kinh tế TƯ", unlike "Kinh tế tư nhân"
            level = Level.CENTRAL if tokens.slice(hit.i, hit.j) == "TƯ" else None
        elif value == "cục":
            level = _bureau_level(tokens, hit.j, j)
        elif value == "police":
            named = hit.j < j and tokens.cap[hit.j] and not tokens.low[hit.j].startswith(("tp", "caq", "huyện", "quận"))
            named = named and not glued_unit(tokens, hit.j + 1)
            level = Level.PROVINCE if named else None
        else:
            level = None
        if level is not None:
            return level
    return nation


def _city_level(tokens: Tokens, i: int, j: int) -> Level | None:
    while i < j and tokens.low[i] in (".", "-", "thành", "phố", "tp"):
        i += 1
    if i >= j or not tokens.cap[i]:
        return None
    return Level.PROVINCE if is_municipality(tokens, i) else Level.DISTRICT


def _bureau_level(tokens: Tokens, i: int, j: int) -> Level | None:
    """A cục is a ministry's unless a province's or a city's name follows ("Cục Thuế tỉnh Hà Nam")."""
    for k in range(i, min(j, i + 10)):
        if tokens.low[k] in ("tỉnh", "tp") or tokens.low[k] == "thành" or is_municipality(tokens, k):
            return Level.PROVINCE
    return Level.CENTRAL if tokens.cap[i - 1] and i < j and tokens.cap[i] else None


def is_municipality(tokens: Tokens, i: int) -> bool:
    """Whether the name of a city that is a province begins at token ``i``."""
    low = tokens.low
    if low[i] in ("hcm", "tphcm"):
        return True
    pair = f"{low[i]} {tokens.at(i + 1)}"
    return pair in MUNICIPALITIES or (pair == "hồ chí" and tokens.at(i + 2) == "minh")
