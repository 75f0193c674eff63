"""Titles of posts: which words name a post, what role it is, and which tier its body belongs to.

A title begins with a head ("phó bí thư", "giám đốc", "chủ tịch"). Most heads say the role by themselves; "chủ tịch" and
its vice say it only together with the body behind them: UBND, HĐND, or any other (a Front, a union, a board), whose
chair is a `head`. The tier comes from the first word of the body that names one ("Huyện ủy", "Sở", "Bộ").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemas import Level, Role
from service.rules.post_levels import level_of as level_of
from service.rules.terms import terms
from service.rules.tokens import Hit, Lexicon, Tokens

_CHAIR, _VICE_CHAIR = "chair", "vice_chair"
_HEADS = terms(
    """
    giám đốc | tổng giám đốc | bộ trưởng | trưởng ban | trưởng phòng | trưởng khoa | trưởng đoàn | trưởng đại
    diện | trưởng công an | trưởng caq | trưởng cah | trưởng trạm | trưởng bộ phận | trưởng bộ môn | trưởng tiểu
    ban | chánh văn phòng | chánh thanh tra | chánh án | chánh tòa | viện trưởng | vụ trưởng | cục trưởng | tổng
    cục trưởng | chi cục trưởng | hiệu trưởng | tổng biên tập | chủ nhiệm | chỉ huy trưởng | tư lệnh | tư lệnh
    trưởng | chính ủy | chính trị viên | đội trưởng | đồn trưởng | trạm trưởng | tổng thư ký | tổng thanh tra |
    tổng kiểm toán | thủ tướng | thống đốc | thủ trưởng | tổ trưởng | kiểm toán trưởng | tổng tham mưu trưởng |
    tham mưu trưởng | kế toán trưởng | người đứng đầu | hạt trưởng | khoa trưởng | trung tâm trưởng | chi hội
    trưởng | hội trưởng | trưởng công an | trưởng thôn | trưởng đặc khu | giám thị | tổng đội trưởng | trung
    đoàn trưởng | sư đoàn trưởng | lữ đoàn trưởng | tiểu đoàn trưởng | đại đội trưởng | trung đội trưởng | phân
    viện trưởng | đại sứ | tổng lãnh sự | trưởng ty | trưởng chi nhánh | trưởng phòng khám | trưởng phòng giao dịch |
trưởng văn phòng | trưởng trung tâm
    """
)
_DEPUTY_ONLY = terms(
    """
    thứ trưởng | cấp phó | viện phó | hiệu phó | vụ phó | cục phó | phó ban | phó phòng | phó văn phòng | phó
    trưởng | phó tổng | phó đoàn | phó khoa | phó thường trực | phó công an | phó caq | phó chỉ huy | phó đội |
    phó chánh | chính trị viên phó | phó trạm | phó hội | phó viện | phó vụ | phó cục | trưởng phó phòng |
    phó thanh tra | đội phó | tổ phó | đồn phó | hạt phó
    """
)
_MEMBERS = terms(
    """
    ủy viên | ủy viên dự khuyết | ủy viên thường vụ | ủy viên ban thường vụ | ủy viên ban chấp hành | ủy viên
    ban cán sự đảng | tỉnh ủy viên | thành ủy viên | huyện ủy viên | quận ủy viên | thị ủy viên | đảng ủy viên |
    chi ủy viên | ban chấp hành | ban thường vụ | đại biểu | thành viên | cấp ủy viên | bch | btv | đảng đoàn |
    ủy viên ubnd | ủy viên thường trực | uvtv | uvbtv | uvbch
    """
)
_OTHERS = terms(
    """
    chuyên viên | chuyên viên chính | chuyên viên cao cấp | thẩm phán | kiểm sát viên | thư ký | trợ lý | điều
    tra viên | kiểm tra viên | thanh tra viên | công chức địa chính | công chức tư pháp | người phát ngôn | hàm
    vụ trưởng | hàm vụ phó | hàm cục trưởng | hàm phó vụ trưởng | kế toán | viên chức | nhân viên |
    thẩm phán sơ cấp | thẩm phán trung cấp | thẩm phán cao cấp | kiểm sát viên sơ cấp | kiểm sát viên trung cấp |
    kiểm sát viên cao cấp | chấp hành viên | điều tra viên sơ cấp | điều tra viên trung cấp | điều tra viên cao cấp |
    thẩm tra viên | hội thẩm nhân dân | hội thẩm | trưởng cơ quan đại diện | công sứ | tham tán | tùy viên |
    công an viên
    """
)


def _entries() -> list[tuple[str, tuple[str, ...]]]:
    """Every head of a title with its role, or the mark of a chair whose body decides."""
    out: list[tuple[str, tuple[str, ...]]] = [
        ("bí thư", (Role.SECRETARY,)),
        ("bí thư thứ nhất", (Role.SECRETARY,)),
        ("bí thư thường trực", (Role.SECRETARY,)),
        ("quyền bí thư", (Role.SECRETARY,)),
        ("tổng bí thư", (Role.SECRETARY,)),
        ("thường trực ban bí thư", (Role.OTHER,)),
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
        for term in terms(
            """
            tỉnh | huyện | xã | quận | phường | thành phố | tp | thị xã | thị trấn | đặc khu | các tỉnh | các
            huyện | các xã | các quận | các phường | một số tỉnh | một số huyện | cấp tỉnh | cấp huyện | cấp xã
            """
        )
    ]
    + [
        (term, "body")
        for term in terms(
            """
            hội | liên đoàn | liên minh | liên hiệp | công đoàn | ủy ban | ubmttq | ubmt | mttq | mặt trận |
            quốc hội | nước | hđqt | hđtv | hội đồng | tập đoàn | tổng công ty | công ty | tổng liên đoàn | viện
            | lđlđ | hnd | trung ương | đoàn | hiệp hội | ubkt | hội lhpn | câu lạc bộ
            """
        )
    ]
)


@dataclass
class TitleHit:
    """The head of a title at tokens ``i`` up to ``j``: its role, and the tier of the body behind it, if it says one."""

    i: int
    j: int
    roles: tuple[Role, ...]
    level: Level | None


def find_titles(tokens: Tokens, i: int = 0, j: int | None = None) -> list[TitleHit]:
    """Every title head between tokens ``i`` and ``j``, from left to right.

    A post that carries two roles ("Phó Bí thư, Chủ tịch UBND") is two hits; :func:`roles_of` joins them. Titles in a
    row share the body behind the last one ("chủ tịch, phó chủ tịch UBND tỉnh").
    """
    stop = len(tokens) if j is None else j
    found = [hit for hit in _heads(tokens, i, stop) if not _inside_a_body(tokens, hit.i)]
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


def _heads(tokens: Tokens, i: int, j: int) -> Iterator[Hit[tuple[str, ...]]]:
    """The heads of titles; behind "chức vụ" one begins with its next word ("chức vụ phó bí thư" has no "vụ phó")."""
    end = i
    for hit in _TITLES.find(tokens, i, j):
        if hit.i < end:
            continue
        if tokens.low[hit.i] == "vụ" and tokens.at(hit.i - 1) == "chức":
            later = _TITLES.match(tokens, hit.i + 1)
            hit = later if later is not None and later.j <= j else hit
        end = hit.j
        yield hit


TITLE_STARTS = _TITLES.first
"""First words of title heads."""


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
    while i < j and (low[i] in ("thường", "trực", "chuyên", "trách", "của", "lâm", "thời") or low[i] in '("“'):
        i += 1
    if i >= j:
        return None
    hit = _CHAIRED.match(tokens, i)
    if hit is not None:
        return hit.value
    if _is_acronym(tokens, i):
        return "body"  # "Chủ tịch EVN"
    return "unit" if tokens.cap[i] and low[i] not in _NAME_STARTS else None


def _is_acronym(tokens: Tokens, i: int) -> bool:
    """Whether a body's short name of plain capitals stands at token ``i``, outside a headline in capitals."""
    word, before = tokens.slice(i, i + 1), tokens.slice(i - 1, i) if i else ""
    plain = len(word) > 2 and word.isascii() and word.isalpha() and word.isupper()
    return plain and not before.isupper() and not word.startswith("TP") and word != "HCM"


_NAME_STARTS = frozenset(
    terms(
        """
        nguyễn | trần | lê | phạm | hoàng | huỳnh | phan | vũ | võ | đặng | bùi | đỗ | hồ | ngô | dương | lý |
        đinh | đoàn | trịnh | mai | cao | lương | tạ
        """
    )
)


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


_CLASSES = frozenset(["lớp", "khối", "clb"])
_TASKS = frozenset([("đề", "tài"), ("câu", "lạc"), ("dự", "án"), ("và", "giảng"), ("và", "dạy"), (",", "giảng")])


def _inside_a_body(tokens: Tokens, i: int) -> bool:
    """Whether the words at token ``i`` are part of a name ("Hội đồng thành viên", "đơn vị thành viên").

    Nor does "chủ nhiệm" name a post where it is a teacher's task, or the lead of a club or of research.
    """
    low = tokens.low
    if low[i] == "chủ" and tokens.at(i + 1) == "nhiệm":
        return tokens.at(i - 1) == "viên" or tuple(low[i + 2 : i + 4]) in _TASKS or tokens.at(i + 2) in _CLASSES
    return (low[i] == "thành" and tokens.at(i - 1) in ("đồng", "vị", "ty")) or (
        low[i] == "đại" and tokens.at(i - 1) == "đoàn"
    )


def _only_joints(tokens: Tokens, i: int, j: int) -> bool:
    """Whether only a comma or "và" stands between two heads, and the number of the second ("1 chủ tịch, 2 phó ...")."""
    return i < j and j - i <= 2 and all(word in _JOINTS or word.isdigit() for word in tokens.low[i:j])


_JOINTS = frozenset([",", "và", "hoặc", "-", "/", "kiêm", "hay", "các"])


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
