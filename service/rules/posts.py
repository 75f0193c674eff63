"""Posts: how far a title reaches, what role and tier it has, and which place it names.

A post is a head, then the body it is in and the place of that body: "Phó giám đốc | Sở Nội vụ | tỉnh Bình Định". Its
title is quoted as written. Two heads are one post when the first stands without a place and the second brings it
("Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Phú Xuyên").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from schemas import Level, Post, Role
from service.rules.body_words import BODY, BODY_STARTS
from service.rules.extent import extend
from service.rules.names import PROVINCES, glued_unit, run_end
from service.rules.roles import chaired_body, level_of, title_head
from service.rules.serving import SERVING, SERVING_ENDS, past_address, past_name
from service.rules.terms import terms
from service.rules.tokens import Lexicon, Tokens


@dataclass
class PostMention:
    """A post (or, with ``roles`` empty, a body) at tokens ``i`` up to ``j``.

    ``member`` marks a seat in a committee; ``former`` a title behind "nguyên" or before "cũ"; ``bare`` a head without a
    body.
    """

    i: int
    j: int
    title: str
    roles: tuple[Role, ...]
    level: Level | None
    place: str | None
    member: bool = False
    former: bool = False
    bare: bool = False

    def as_post(self) -> Post:
        """The post in the contract's shape; the body stays inside the title."""
        return Post(title=self.title, roles=list(self.roles), level=self.level, place=self.place)


_MEMBERSHIPS: Lexicon[bool] = Lexicon(
    (term, True)
    for term in terms(
        """
        ban chấp hành | ban thường vụ | ban cán sự đảng | ban cán sự | đảng đoàn | bch | btv | ban chấp hành
        đảng bộ
        """
    )
)
_SEATS: Lexicon[bool] = Lexicon(
    (term, True) for term in ("bộ chính trị", "ban bí thư", "đoàn chủ tịch", "ban chủ tịch", "ủy ban kiểm tra", "ubkt")
)
"""Bodies that one is elected into: seats only behind "vào", for they also decide."""
_EQUAL = Lexicon(
    (term, True) for term in ("chức vụ tương đương", "chức tương đương", "vị trí tương đương", "chức danh tương đương")
)
_LEADS = frozenset(["tập", "hàm"])
_STAFF = {"cán": "bộ", "công": "chức"}
"""Staff without a post of their own, by the two syllables: "cán bộ Công an huyện", "công chức Phòng Tư pháp"."""
_CHARGED = BODY_STARTS | frozenset("cơ khoa trạm hội đồn đội trại điều công tạm bv bệnh đơn đoàn liên".split())
"""First syllables of the bodies that one is put in charge of; a field of work ("khối kinh tế") is no post."""
_ODD_STARTS = frozenset([*_LEADS, *_STAFF, *_MEMBERSHIPS.first, "chức", "vị", "phụ", "điều"])
"""First syllables of posts that are more than the head of a title with its body."""
_UNIT_KINDS: Lexicon[bool] = Lexicon(
    (term, True)
    for term in terms(
        """
        tỉnh | thành phố | tp | tp . | t . p | huyện | quận | thị xã | xã | phường | thị trấn | tỉnh ủy | thành ủy |
        huyện ủy | quận ủy | thị ủy | huyện đảo | đặc khu | huyện đoàn | tỉnh đoàn | thành đoàn | quận đoàn |
        ubnd | hđnd | công an | caq | cah | thành ủy tp | thành ủy thành phố | đảng ủy xã | đảng ủy phường | báo
        | chủ tịch | bí thư | phó bí thư | thường trực | công an tỉnh | cục thuế | tx | tt | thị đoàn | p . | q . | h .
        """
    )
)


def post_at(tokens: Tokens, i: int, stop: int) -> PostMention | None:
    """The post whose title begins at token ``i`` and ends before ``stop``; None where no title begins.

    A second head joins the first when both name one unit and only the second says which.
    """
    first = _single(tokens, i, stop)
    if first is None:
        return None
    joined = _joined(tokens, first, stop)
    return joined or first


def _single(tokens: Tokens, i: int, stop: int) -> PostMention | None:
    low, word = tokens.low, tokens.low[i]
    start = i
    if word in _ODD_STARTS:
        if word in _LEADS and i + 2 < stop:
            start = i + (2 if word == "tập" and low[i + 1] == "sự" else 1)
        equal = _EQUAL.match(tokens, i) if word in ("chức", "vị") else None
        if equal is not None:
            j = extend(tokens, equal.j, stop)
            return _mention(tokens, i, j, (Role.HEAD,), j == equal.j) if j > equal.j else None
        if word in _STAFF and tokens.padded[i + 1] == _STAFF[word] and i + 2 < stop and tokens.cap[i + 2]:
            j = extend(tokens, i + 2, stop)
            return _mention(tokens, i, j, (Role.OTHER,), False) if j > i + 2 else None
        if word == "cán":
            return None
        if word == "phụ" or (word == "điều" and tokens.at(i + 1) == "hành"):
            return _in_charge(tokens, i, stop)
        member = _MEMBERSHIPS.match(tokens, i) if word in ("ban", "đảng", "bch", "btv") else None
        if member is not None:
            return _membership(tokens, i, member.j, stop)
    seat = _SEATS.match(tokens, i) if i and low[i - 1] == "vào" else None
    if seat is not None:
        return _membership(tokens, i, seat.j, stop)
    head = title_head(tokens, start) if start < stop else None
    if head is None and start > i:
        start, head = i, title_head(tokens, i)
    if head is None or head.j > stop:
        return None
    serves = low[head.j - 1] in SERVING_ENDS and low[head.j - 2 : head.j] in SERVING
    at = past_address(low, head.j, stop) if serves else stop
    served = title_head(tokens, at) if at < stop else None
    j = extend(tokens, served.j if served is not None else head.j, stop)  # "Trợ lý Bộ trưởng Bộ Quốc phòng"
    if at < stop:
        j = past_name(tokens, j if served is not None else at, stop) or j
    if word == "hàm":
        return _mention(tokens, i, j, (Role.OTHER,), False)
    return _mention(tokens, i, j, head.roles, j == head.j)


def _in_charge(tokens: Tokens, i: int, stop: int) -> PostMention | None:
    """The duty of one who is put in charge without a title: "phụ trách điều hành Hội đồng thành viên"."""
    if tokens.at(i + 1) not in ("trách", "hành") or i + 2 >= stop:
        return None
    k = i + 2
    while k < stop and tokens.low[k] in (",", "điều", "hành", "chung"):  # "phụ trách, điều hành Sở"
        k += 1
    head = title_head(tokens, k) if k < stop and tokens.at(k - 1) == "trách" else None
    if head is not None and head.j < stop and head.roles[0] in (Role.HEAD, Role.DEPUTY_HEAD):
        j = extend(tokens, head.j, stop)  # "phụ trách Tư lệnh Quân khu 3"
        return _mention(tokens, i, j, head.roles, False) if j > head.j else None
    j = extend(tokens, k, stop)
    handed = tokens.at(i - 1) in ("vụ", "quyền") and tokens.at(j) == "cho"  # "giao nhiệm vụ phụ trách trường cho bà A"
    named = j - i > 3 or (j - i == 3 and (tokens.at(j) == "này" or handed))
    work = tokens.low[k : k + 3] == ["hoạt", "động", "của"]
    charged = k < j and (tokens.low[k] in _CHARGED or work)  # "điều hành hoạt động của trường"
    return _mention(tokens, i, j, (Role.HEAD,), False) if named and charged else None


def _membership(tokens: Tokens, i: int, k: int, stop: int) -> PostMention:
    """One seat in one or more committees: "Ban Chấp hành, Ban Thường vụ Tỉnh ủy"."""
    j = extend(tokens, k, stop)
    for _ in range(2):
        m = j
        while m < stop and tokens.low[m] in (",", "và"):
            m += 1
        again = _MEMBERSHIPS.match(tokens, m) if m < stop and m > j else None
        if again is None:
            break
        j = extend(tokens, again.j, stop)
    return replace(_mention(tokens, i, j, (Role.MEMBER,), False), member=True)


_MEMBER = (Role.MEMBER,)


def _mention(tokens: Tokens, i: int, j: int, roles: tuple[Role, ...], bare: bool) -> PostMention:
    behind = tokens.padded[j + 1] if tokens.padded[j] == "(" else tokens.padded[j]
    former = behind == "cũ" or (i > 0 and tokens.low[i - 1] in ("nguyên", "cựu"))
    member = roles == _MEMBER
    return PostMention(
        i, j, tokens.slice(i, j), roles, level_of(tokens, i, j), place_in(tokens, i, j), member, former, bare
    )


def body_at(tokens: Tokens, i: int, stop: int) -> PostMention | None:
    """The body at token ``i`` that someone is sent to without a named post; None for a mere word."""
    office = tokens.low[i : i + 2] == ["cơ", "quan"] and i + 2 < stop and tokens.cap[i + 2]
    if i >= stop or not (tokens.cap[i] or tokens.low[i] in BODY_STARTS or office):
        return None
    if title_head(tokens, i) is not None:
        return None
    hit = BODY.match(tokens, i)
    if hit is None and not tokens.cap[i]:
        return None
    j = extend(tokens, i, stop)
    if j - i < 2 and tokens.low[i] not in ("ubnd", "hđnd"):
        return None
    if not any(tokens.cap[i:j]) and j - i < 4:
        return None
    return PostMention(i, j, tokens.slice(i, j), (), level_of(tokens, i, j), place_in(tokens, i, j))


def place_in(tokens: Tokens, i: int, j: int) -> str | None:
    """The name of the unit a title names, without the unit's kind: the first one named, else a province's bare name."""
    for hit in _UNIT_KINDS.find(tokens, i, j):
        k = hit.j
        while k < j and tokens.low[k] in (".", "thành", "phố", "tp", "tx", "tt"):
            k += 1
        if tokens.low[k : k + 3] == ["t", ".", "p"]:
            k += 3
        if k + 2 < j and glued_unit(tokens, k + 1):
            k += 2  # "UBND | P.Bến Nghé"
        named_by_kind = k > hit.i and tokens.low[k - 1] in (".", "tp")
        body = BODY.match(tokens, k) if k < j and tokens.cap[k] else None
        if k < j and tokens.low[k] in ("bch", "btv"):
            continue
        if k < j and hit.j - hit.i > 1 and tokens.low[hit.j - 1] in ("tịch", "thư", "trực") and tokens.low[k] == "tổng":
            continue
        if k < j and tokens.cap[k] and (body is None or (body.j == k + 1 < j and tokens.low[k] not in BODY_STARTS)):
            e = min(run_end(tokens, k), j)
            province = PROVINCES.match(tokens, k)
            if province is not None and province.j <= j and (province.j == e or "huyện" not in tokens.low[hit.i : k]):
                e = province.j
            if tokens.low[k] == "hcm" and named_by_kind:
                k -= 2 if tokens.low[k - 1] == "." else 1
            return tokens.slice(k, e)
    for named in PROVINCES.find(tokens, i, j):
        if tokens.cap[named.i] and named.value not in ("Trung ương", "Việt Nam"):
            return tokens.slice(named.i, named.j)
    return None


def _chairs_of(tokens: Tokens, first: PostMention, second: PostMention, stop: int) -> tuple[Role, ...]:
    """The roles of a head without body, which presides over the body behind the next head."""
    head = title_head(tokens, second.i)
    body = chaired_body(tokens, head.j, stop) if first.bare and head is not None else None
    return tuple(_CHAIRS.get((role, body or ""), role) for role in first.roles)


_CHAIRS = {
    (Role.PEOPLES_COMMITTEE_CHAIR, "body"): Role.HEAD,
    (Role.PEOPLES_COMMITTEE_VICE_CHAIR, "body"): Role.DEPUTY_HEAD,
    (Role.PEOPLES_COMMITTEE_CHAIR, "council"): Role.PEOPLES_COUNCIL_CHAIR,
    (Role.PEOPLES_COMMITTEE_VICE_CHAIR, "council"): Role.PEOPLES_COUNCIL_VICE_CHAIR,
}


_STAFF_CHIEFS = ("tham mưu trưởng", "tham mưu phó", "chính ủy", "thủ trưởng cơ quan")
"""Second offices of a deputy commander: "Phó Tư lệnh, Tham mưu trưởng Quân khu 6" is one post."""


def _joined(tokens: Tokens, first: PostMention, stop: int) -> PostMention | None:
    """The post of two heads that share the second one's place, when the first names none."""
    low = tokens.low
    k = first.j
    if first.title.lower().startswith(("bí thư trung ương đảng", "bí thư tw đảng")):
        return None  # a seat beside the post: "Bí thư Trung ương Đảng, Giám đốc Học viện ..."
    if first.member or first.place is not None or k + 1 >= stop or low[k] not in (",", "-", "–", "kiêm"):
        return None
    if low[k + 1 : k + 3] in (["phụ", "trách"], ["điều", "hành"]):
        return None  # a charge beside the post
    second = _single(tokens, k + 1, stop)
    staff = first.bare and second is not None and second.title.lower().startswith(_STAFF_CHIEFS)
    staff = staff or (low[k - 2 : k] == ["bộ", "trưởng"] and low[k + 1 : k + 3] == ["chủ", "nhiệm"])
    if not any("secretary" in role for role in first.roles) and not staff and (low[k] == "," or not first.bare):
        return None
    if second is None or second.member:
        return None
    if second.place is None and low[k] == "," and not staff:
        return None
    if first.level is not None and second.level is not None and first.level is not second.level:
        return None
    own = _chairs_of(tokens, first, second, stop)
    roles = own + tuple(role for role in second.roles if role not in own)
    if (low[k] != "," or staff) and own == (Role.DEPUTY_HEAD,) and second.roles == (Role.HEAD,):
        roles = own  # "Phó Chỉ huy trưởng - Tham mưu trưởng": a deputy who heads the staff
    if own == (Role.OTHER,):
        roles = own  # "Thư ký Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc"
    if low[k] == "," and "secretary" in roles[-1]:
        return None
    return replace(
        first,
        j=second.j,
        title=tokens.slice(first.i, second.j),
        roles=roles,
        level=second.level or first.level,
        place=second.place,
        bare=False,
    )
