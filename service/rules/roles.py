"""Titles of posts: which words name a post, what role it is, and which tier its body belongs to.

A title begins with a head ("phó bí thư", "giám đốc", "chủ tịch"). Most heads say the role by themselves; "chủ tịch" and
its vice say it only together with the body behind them: UBND, HĐND, or any other (a Front, a union, a board), whose
chair is a `head`. The tier comes from the first word of the body that names one ("Huyện ủy", "Sở", "Bộ").
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas import Level, Role
from service.rules.tokens import Hit, Lexicon, Tokens

MUNICIPALITIES = frozenset(["hà nội", "hồ chí minh", "hcm", "đà nẵng", "hải phòng", "cần thơ"])
"""Cities that are provinces; Huế joins them on 1 January 2025 and is left to the gazetteer."""

_CHAIR, _VICE_CHAIR = "chair", "vice_chair"

_HEADS = (
    "giám đốc", "tổng giám đốc", "bộ trưởng", "trưởng ban", "trưởng phòng", "trưởng khoa", "trưởng đoàn", "trưởng đại diện",
    "trưởng công an", "trưởng caq", "trưởng cah", "trưởng trạm", "trưởng bộ phận", "trưởng bộ môn", "trưởng tiểu ban",
    "chánh văn phòng", "chánh thanh tra", "chánh án", "chánh tòa", "viện trưởng", "vụ trưởng", "cục trưởng",
    "tổng cục trưởng", "chi cục trưởng", "hiệu trưởng", "tổng biên tập", "chủ nhiệm", "chỉ huy trưởng", "tư lệnh",
    "tư lệnh trưởng", "chính ủy", "chính trị viên", "đội trưởng", "đồn trưởng", "trạm trưởng", "tổng thư ký", "tổng thanh tra",
    "tổng kiểm toán", "thủ tướng", "thống đốc", "thủ trưởng", "tổ trưởng", "kiểm toán trưởng", "tổng tham mưu trưởng",
    "tham mưu trưởng", "kế toán trưởng", "người đứng đầu", "hạt trưởng", "khoa trưởng", "trung tâm trưởng", "chi hội trưởng",
    "hội trưởng", "trưởng công an", "trưởng thôn", "trưởng đặc khu", "giám thị", "tổng đội trưởng", "trung đoàn trưởng",
    "sư đoàn trưởng", "lữ đoàn trưởng", "tiểu đoàn trưởng", "đại đội trưởng", "trung đội trưởng", "phân viện trưởng",
    "trưởng ty", "trưởng chi nhánh", "trưởng văn phòng", "trưởng trung tâm",
)  # fmt: skip
_DEPUTY_ONLY = (
    "thứ trưởng", "cấp phó", "viện phó", "hiệu phó", "vụ phó", "cục phó", "phó ban", "phó phòng", "phó văn phòng",
    "phó trưởng", "phó tổng", "phó đoàn", "phó khoa", "phó thường trực", "phó công an", "phó caq", "phó chỉ huy", "phó đội",
    "phó chánh", "phó trạm", "phó hội", "phó viện", "phó vụ", "phó cục", "trưởng phó phòng", "phó thanh tra",
)  # fmt: skip
_MEMBERS = (
    "ủy viên", "ủy viên dự khuyết", "ủy viên thường vụ", "ủy viên ban thường vụ", "ủy viên ban chấp hành",
    "ủy viên ban cán sự đảng", "tỉnh ủy viên", "thành ủy viên", "huyện ủy viên", "quận ủy viên", "thị ủy viên", "đảng ủy viên",
    "chi ủy viên", "ban chấp hành", "ban thường vụ", "đại biểu", "thành viên", "cấp ủy viên", "bch", "btv", "đảng đoàn",
    "ủy viên ubnd", "ủy viên thường trực",
)  # fmt: skip
_OTHERS = (
    "chuyên viên", "chuyên viên chính", "chuyên viên cao cấp", "thẩm phán", "kiểm sát viên", "thư ký", "trợ lý",
    "điều tra viên", "kiểm tra viên", "thanh tra viên", "công chức địa chính", "công chức tư pháp", "người phát ngôn",
    "hàm vụ trưởng", "hàm vụ phó", "hàm cục trưởng", "hàm phó vụ trưởng", "kế toán", "đại sứ", "tổng lãnh sự",
)  # fmt: skip


def _entries() -> list[tuple[str, tuple[str, ...]]]:
    """Every head of a title with its role, or the mark of a chair whose body decides."""
    out: list[tuple[str, tuple[str, ...]]] = [
        ("bí thư", (Role.SECRETARY,)),
        ("bí thư thứ nhất", (Role.SECRETARY,)),
        ("bí thư thường trực", (Role.SECRETARY,)),
        ("quyền bí thư", (Role.SECRETARY,)),
        ("tổng bí thư", (Role.SECRETARY,)),
        ("phó bí thư", (Role.DEPUTY_SECRETARY,)),
        ("phó bí thư chuyên trách", (Role.DEPUTY_SECRETARY,)),
        ("phó bí thư thường trực", (Role.STANDING_DEPUTY_SECRETARY,)),
        ("phó bí thư - thường trực", (Role.STANDING_DEPUTY_SECRETARY,)),
        ("thường trực phó bí thư", (Role.STANDING_DEPUTY_SECRETARY,)),
        ("chủ tịch", (_CHAIR,)),
        ("quyền chủ tịch", (_CHAIR,)),
        ("phó chủ tịch", (_VICE_CHAIR,)),
        ("phó chủ tịch thường trực", (_VICE_CHAIR,)),
        ("phó chủ tịch chuyên trách", (_VICE_CHAIR,)),
        ("cấp trưởng", (Role.HEAD,)),
    ]
    for term in _HEADS:
        out += [(term, (Role.HEAD,)), ("phó " + term, (Role.DEPUTY_HEAD,)), ("quyền " + term, (Role.HEAD,))]
        out.append((f"phó {term} thường trực", (Role.DEPUTY_HEAD,)))
    out += [(term, (Role.DEPUTY_HEAD,)) for term in _DEPUTY_ONLY]
    out += [(term, (Role.MEMBER,)) for term in _MEMBERS]
    out += [(term, (Role.OTHER,)) for term in _OTHERS]
    return out


_TITLES: Lexicon[tuple[str, ...]] = Lexicon(_entries())

_CHAIRED: Lexicon[str] = Lexicon(
    [(term, "committee") for term in ("ubnd", "ubdn", "ủy ban nhân dân", "ủy ban hành chính")]
    + [(term, "council") for term in ("hđnd", "hội đồng nhân dân")]
    + [
        (term, "unit")
        for term in (
            "tỉnh", "huyện", "xã", "quận", "phường", "thành phố", "tp", "thị xã", "thị trấn", "đặc khu", "các tỉnh",
            "các huyện", "các xã", "các quận", "các phường", "một số tỉnh", "một số huyện", "cấp tỉnh", "cấp huyện", "cấp xã",
        )
    ]
    + [
        (term, "body")
        for term in (
            "hội", "liên đoàn", "liên minh", "liên hiệp", "công đoàn", "ủy ban", "ubmttq", "ubmt", "mttq", "mặt trận", "quốc hội",
            "nước", "hđqt", "hđtv", "hội đồng", "tập đoàn", "tổng công ty", "công ty", "tổng liên đoàn", "viện", "lđlđ", "hnd",
            "trung ương", "đoàn", "hiệp hội", "ubkt", "hội lhpn", "câu lạc bộ",
        )
    ]
)

_LEVELS: Lexicon[Level | str] = Lexicon(
    [
        (term, Level.CENTRAL)
        for term in (
            "trung ương", "tw", "t.ư", "chính phủ", "quốc hội", "bộ chính trị", "ban bí thư", "tối cao", "vksndtc", "tandtc",
            "tổng cục", "thủ tướng", "thứ trưởng", "bộ trưởng", "vụ trưởng", "vụ phó", "vụ", "kiểm toán nhà nước",
            "ngân hàng nhà nước", "ủy ban dân tộc", "ban cán sự đảng bộ", "việt nam", "ban chỉ đạo tây bắc", "quân khu",
            "ban chỉ đạo tây nguyên", "ban chỉ đạo tây nam bộ", "tổng tham mưu", "quân chủng", "tổng liên đoàn", "chủ tịch nước",
            "thống đốc", "viện hàn lâm",
        )
    ]
    + [(term, Level.PROVINCE) for term in ("tỉnh", "tỉnh ủy", "sở", "catp", "tỉnh đoàn", "tỉnh ủy viên", "cấp tỉnh")]
    + [
        (term, Level.DISTRICT)
        for term in (
            "huyện", "huyện ủy", "quận", "quận ủy", "thị xã", "thị ủy", "huyện đoàn", "quận đoàn", "caq", "cah", "tx", "thị đoàn",
            "huyện ủy viên", "quận ủy viên", "thị ủy viên", "cấp huyện",
        )
    ]
    + [(term, Level.COMMUNE) for term in ("xã", "phường", "thị trấn", "đặc khu", "tt", "cấp xã")]
    + [(term, "city") for term in ("thành phố", "tp", "thành ủy", "thành ủy viên", "thành đoàn", "t p")]
    + [("bộ", "ministry"), ("công an", "police"), ("cục", "cục")]
    + [(term, "none") for term in ("bộ chỉ huy", "bộ môn", "bộ phận", "bộ phận một cửa", "cán bộ", "đảng bộ", "nội bộ", "xã hội",
                                   "văn xã", "hợp tác xã", "tỉnh lộ", "liên tỉnh", "chi bộ", "bộ đội", "đội ngũ cán bộ",
                                   "y tế huyện", "tổng công ty", "thông tấn xã", "thường vụ", "nghiệp vụ", "chức vụ", "nhiệm vụ",
                                   "dịch vụ", "giáo vụ", "công vụ", "nội vụ", "tài vụ", "phục vụ", "thời vụ")]
)


@dataclass(frozen=True, slots=True)
class TitleHit:
    """The head of a title at tokens ``i`` up to ``j``: its role, and the tier of the body behind it, where it says one."""

    i: int
    j: int
    roles: tuple[Role, ...]
    level: Level | None


def find_titles(tokens: Tokens, i: int = 0, j: int | None = None) -> list[TitleHit]:
    """Every title head between tokens ``i`` and ``j``, from left to right.

    A post that carries two roles ("Phó Bí thư, Chủ tịch UBND") is two hits; :func:`roles_of` joins them. Titles in a row
    share the body behind the last one ("chủ tịch, phó chủ tịch UBND tỉnh").
    """
    stop = len(tokens) if j is None else j
    found = [hit for hit in _TITLES.find(tokens, i, stop) if not _inside_a_body(tokens, hit.i)]
    hits: list[TitleHit] = []
    bare: list[tuple[int, Level | None]] = []
    for number, hit in enumerate(found):
        body_stop = min(stop, hit.j + 14, found[number + 1].i if number + 1 < len(found) else stop)
        mark = hit.value[0]
        level = level_of(tokens, hit.i, body_stop)
        body = chaired_body(tokens, hit.j, body_stop) if mark in (_CHAIR, _VICE_CHAIR) else None
        hits.append(TitleHit(hit.i, hit.j, (_role(mark, body),), level))
        if body is None and _only_joints(tokens, hit.j, body_stop):
            bare.append((number, level))
            continue
        _share(hits, bare, found, body, level)
        bare = []
    return hits


def roles_of(hits: list[TitleHit]) -> tuple[Role, ...]:
    """The roles of several heads, each once, in the order of the text."""
    out: list[Role] = []
    for hit in hits:
        out += [role for role in hit.roles if role not in out]
    return tuple(out)


def title_head(tokens: Tokens, i: int) -> TitleHit | None:
    """The title head that begins at token ``i``, with its role read from the next 14 tokens; None if none begins."""
    hit = _TITLES.match(tokens, i)
    if hit is None or _inside_a_body(tokens, i):
        return None
    stop = min(len(tokens), hit.j + 14)
    mark = hit.value[0]
    body = chaired_body(tokens, hit.j, stop) if mark in (_CHAIR, _VICE_CHAIR) else None
    return TitleHit(hit.i, hit.j, (_role(mark, body),), None)


def chaired_body(tokens: Tokens, i: int, j: int) -> str | None:
    """What a chair presides over: "committee", "council", "unit", "body", or None where the title stands bare."""
    low = tokens.low
    while i < j and (low[i] in ("thường", "trực", "chuyên", "trách", "của", "lâm", "thời") or low[i] in "(\"“"):
        i += 1
    if i >= j:
        return None
    hit = _CHAIRED.match(tokens, i)
    if hit is not None:
        return hit.value
    return "unit" if tokens.cap[i] and low[i] not in _NAME_STARTS else None


def level_of(tokens: Tokens, i: int, j: int) -> Level | None:
    """The tier that the words from token ``i`` up to ``j`` name first; None where they name none.

    A city is a province when it is one of :data:`MUNICIPALITIES`, and a district when it carries another name; one
    without a name is left open.
    """
    for hit in _LEVELS.find(tokens, i, j):
        value = hit.value
        if isinstance(value, Level):
            return value
        if value == "city":
            level = _city_level(tokens, hit.j, j)
        elif value == "ministry":
            level = Level.CENTRAL if hit.j >= j or tokens.cap[hit.j] or tokens.cap[hit.i] else None
        elif value == "cục":
            level = _bureau_level(tokens, hit.j, j)
        elif value == "police":
            named = hit.j < j and tokens.cap[hit.j] and not tokens.low[hit.j].startswith(("tp", "caq", "huyện", "quận"))
            level = Level.PROVINCE if named else None
        else:
            level = None
        if level is not None:
            return level
    return None


_NAME_STARTS = frozenset(
    ("nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý",
     "đinh", "đoàn", "trịnh", "mai", "cao", "lương", "tạ")
)  # fmt: skip


def _city_level(tokens: Tokens, i: int, j: int) -> Level | None:
    while i < j and tokens.low[i] in (".", "-", "thành", "phố", "tp"):
        i += 1
    if i >= j or not tokens.cap[i]:
        return None
    return Level.PROVINCE if is_municipality(tokens, i) else Level.DISTRICT


def _bureau_level(tokens: Tokens, i: int, j: int) -> Level | None:
    """A cục is a ministry's unless a province's or a city's name follows ("Cục Thuế tỉnh Hà Nam", "Cục Thuế Hà Nội")."""
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


def _role(mark: str, body: str | None) -> Role:
    if mark == _CHAIR:
        if body == "council":
            return Role.PEOPLES_COUNCIL_CHAIR
        return Role.HEAD if body == "body" else Role.PEOPLES_COMMITTEE_CHAIR
    if mark == _VICE_CHAIR:
        if body == "council":
            return Role.PEOPLES_COUNCIL_VICE_CHAIR
        return Role.DEPUTY_HEAD if body == "body" else Role.PEOPLES_COMMITTEE_VICE_CHAIR
    return Role(mark)


def _inside_a_body(tokens: Tokens, i: int) -> bool:
    """Whether the words at token ``i`` are part of a body's name ("Hội đồng thành viên", "Đoàn Đại biểu Quốc hội")."""
    low = tokens.low
    return (low[i] == "thành" and tokens.at(i - 1) == "đồng") or (low[i] == "đại" and tokens.at(i - 1) == "đoàn")


def _only_joints(tokens: Tokens, i: int, j: int) -> bool:
    return i < j and j - i <= 2 and all(tokens.low[k] in (",", "và", "hoặc", "-", "/", "kiêm", "hay", "các") for k in range(i, j))


def _share(
    hits: list[TitleHit],
    bare: list[tuple[int, Level | None]],
    found: list[Hit[tuple[str, ...]]],
    body: str | None,
    level: Level | None,
) -> None:
    """Give the titles that stand bare before the last hit the body and tier of that hit."""
    for number, own in bare:
        mark = found[number].value[0]
        hit = hits[number]
        shared = body if mark in (_CHAIR, _VICE_CHAIR) else None
        hits[number] = TitleHit(hit.i, hit.j, (_role(mark, shared),), own or level)
