"""Tiers and directions: "từ cấp tỉnh về cấp huyện", "giữa các xã với nhau", "huyện này sang huyện khác", "ngược lại".

The tiers are the contract's levels. A word that names bodies but no tier ("địa phương", "cơ sở") gives a known
direction with an unknown tier, so that "từ Trung ương về địa phương" is a flow from `central` to null.
"""

from __future__ import annotations

from functools import cache

from schemas import Flow, Level
from service.rules.origins import BODY_WORDS, REAL, is_whole_province, one_of_two, starts_there
from service.rules.post_levels import is_municipality
from service.rules.tiers import Tier, find_tiers
from service.rules.tokens import Tokens

_PARTING = frozenset([";", ".", "từ", ":"])  # what keeps a direction from the tier behind it
_BODIES = frozenset(["sở", "cơ", "đơn", "phòng", "ban", "ngành"])
_DIRECTION = frozenset("về lên xuống sang ra đến tới cho".split())
_TURNS = _DIRECTION | {"cường"}
_LISTING = frozenset(["các", "những", "một", "số", "với"])
_AGENCY, _PROVINCE = Level.AGENCY, Level.PROVINCE  # asked of each tier
_REACH = 16  # tokens between a direction word and the tier it leads to: "về giữ các chức danh chủ chốt ở cấp huyện"


def find_flow(tokens: Tokens, i: int, j: int, verb: int | None = None) -> Flow | None:
    """The direction told between tokens ``i`` and ``j``, or None where no direction is told.

    "từ A về B", "A về B", "giữa các A (với nhau)", "A này sang A khác", "về B" (from null). "ngược lại" is not resolved
    here: see :func:`says_reverse`. ``verb`` is the token of the verb of moving, where one is known: a direction before
    it counts only behind "từ" ("Về công tác cán bộ, thành phố đã luân chuyển" tells no direction).
    """
    tiers = _owned(tokens, find_tiers(tokens, i, j))
    if not tiers:
        return _way(Level.AGENCY, Level.AGENCY) if _between_bodies(tokens, i, j) else None
    low = tokens.low
    for tier in tiers:
        back = tier.i - 1
        while back > i and low[back] in _LISTING:
            back -= 1
        reach = back
        while reach > i and tier.i - reach <= 6 and low[reach] in BODY_WORDS:
            reach -= 1
        if reach >= i and low[reach] == "giữa" and _BODIES.intersection(low[tier.i : tier.i + 2]):
            return _way(Level.AGENCY, Level.AGENCY)  # bodies of one tier
        if reach >= i and low[reach] == "giữa":
            exact = next((t for t in tiers if t.i == tier.j), tier)  # "giữa các tòa án cấp tỉnh"
            return _known(_between(tokens, exact, tiers))
        if (
            tier.j + 1 < j
            and low[tier.j] == "này"
            and any(low[t] in _DIRECTION for t in range(tier.j, min(tier.j + 2, j)))
        ):
            other = next((t for t in tiers if t.i > tier.i), tier)
            return _known(_way(tier.level, other.level))
        if tier.level is _AGENCY or tier.level is None:
            continue
        if tier.j < j and low[tier.j] == "khác" and low[back] in _DIRECTION and not any(t.i < tier.i for t in tiers):
            level = Level.AGENCY if "sở" in low[tier.i : tier.j] else tier.level  # bodies of one tier
            return _way(level, level)
    return _directed(tokens, i, j, tiers, i if verb is None else verb)


@cache
def _way(start: Level | None, end: Level | None) -> Flow:
    """The direction from one tier to another: there are few, and equal ones are interchangeable."""
    return Flow(from_level=start, to_level=end)


def _known(flow: Flow) -> Flow | None:
    """A direction of which at least one tier is known."""
    return flow if flow.from_level is not None or flow.to_level is not None else None


def _owned(tokens: Tokens, tiers: list[Tier]) -> list[Tier]:
    """The tiers, a body's own in place of the body: "từ các phòng nghiệp vụ của Công an tỉnh" is from the province."""
    out: list[Tier] = []
    for tier in tiers:
        if tier.level is _AGENCY and (end := _ministrys(tokens, tier.j)):
            out.append(Tier(tier.i, end, Level.CENTRAL))
            continue
        body = out[-1] if out else None
        if body is not None and body.level is _PROVINCE and tier.city and tokens.low[body.j : tier.i] == ["của"]:
            out[-1] = Tier(tier.i, tier.j, Level.PROVINCE)  # "các sở, ngành của thành phố"
            continue
        if body is not None and body.level is _AGENCY and tier.level in REAL and tier.i - body.j <= _OWNER:
            back = body.i - 1
            while tokens.at(back) in _LISTING:
                back -= 1
            between = tokens.low[body.j : tier.i]
            owned = "của" in between or "thuộc" in between
            owned = owned or (between[-2:] == ["công", "an"] and _DIRECTION.isdisjoint(between) and "và" not in between)
            if tokens.at(back) in ("từ", "tại", "ở") and owned:
                out[-1] = Tier(body.i, tier.j, tier.level, tier.city)
                continue
        out.append(tier)
    return out


def _ministrys(tokens: Tokens, k: int) -> int:
    """Where "thuộc Bộ" or "trực thuộc Bộ Công an" behind a body ends, which makes it a ministry's; else 0."""
    k += tokens.at(k) == "trực"
    if tokens.at(k) not in ("thuộc", "của") or tokens.at(k + 1) != "bộ" or not tokens.cap[k + 1]:
        return 0
    return 0 if tokens.at(k + 2) in ("chỉ", "tư", "tham", "chính") else k + 2


_OWNER = 8  # tokens between a body and the tier that it belongs to


def _between_bodies(tokens: Tokens, i: int, j: int) -> bool:
    """ "giữa các bệnh viện", "giữa các tòa": from body to body, no tier named."""
    low = tokens.low
    return "giữa" in low[i:j] and any(
        low[k] == "giữa" and tokens.at(k + 1) in _LISTING and tokens.at(k + 2) in ("bệnh", "tòa", "khoa", "viện")
        for k in range(i, j)
    )


def _between(tokens: Tokens, tier: Tier, tiers: list[Tier]) -> Flow:
    """ "giữa các xã với nhau" and "giữa tỉnh với huyện"."""
    nxt = next((t for t in tiers if t.i >= tier.j), None)
    if nxt is not None and nxt.i - tier.j <= 3 and tokens.at(tier.j) in ("với", "và") and nxt.level is not tier.level:
        return _way(tier.level, nxt.level)
    return _way(tier.level, tier.level)


def _directed(tokens: Tokens, i: int, j: int, tiers: list[Tier], verb: int) -> Flow | None:
    low = tokens.low
    for k in [k for k, word in enumerate(low[i:j], i) if word in _TURNS]:
        if low[k] == "cường":
            if not any(t.i == k + 1 for t in tiers):  # "cán bộ tăng cường xã"
                continue
        elif k < verb and "từ" not in low[max(i, k - 8) : k]:
            continue
        if low[k - 1 if k > i else k] in ("đối", "nói"):
            continue
        if low[k] in ("đến", "tới") and tokens.at(k + 1)[:2] in ("19", "20") and len(low[k + 1]) == 4:
            continue  # "Từ năm 2016 đến 2020, huyện đã luân chuyển ..."
        target = next((t for t in tiers if t.i > k), None)
        if target is None:
            return _origin_only(tokens, i, tiers)
        if low[k] == "cường" and low[verb] == "rút":
            return _known(Flow(from_level=target.level, to_level=None))  # "rút 24 cán bộ tăng cường xã"
        target = _owner(low, target, tiers)
        gap = target.i - k - 1
        if gap > _REACH or not _PARTING.isdisjoint(low[k + 1 : target.i]):
            continue
        if low[k] == "cho" and (gap > 6 or not _leads(tokens, k + 1, target.i)):
            continue
        if gap and low[k] in ("đến", "về", "ra", "xuống") and not _leads(tokens, k + 1, target.i):
            continue
        origin = next((t for t in reversed(tiers) if t.j <= k), None)
        if origin is not None and not starts_there(tokens, origin, k, i, verb):
            origin = None
        if origin is not None and origin.level is _AGENCY and origin.i == i < verb:
            origin = None  # "Ngành Giáo dục biệt phái 12 giáo viên về ..."
        if origin is not None and target.level is _AGENCY and origin.j <= verb and origin.i - i <= 1:
            origin = None  # "Các huyện điều chuyển 412 người sang trường còn thiếu"
        whole = target.level is Level.COMMUNE or low[verb] == "rút"
        if origin is not None and whole and is_whole_province(tokens, origin, i, verb):
            origin = None
        if origin is not None and one_of_two(tokens, origin, tiers):
            return _known(_way(None, target.level))
        if origin is None and (target.level in (None, _AGENCY) or target.city):
            continue
        return _known(_flow(tokens, origin, target))
    return _origin_only(tokens, i, tiers)


def _owner(low: list[str], body: Tier, tiers: list[Tier]) -> Tier:
    """The tier whose body it is that people are sent to: "về các phòng, ban của huyện"."""
    if body.level is not _AGENCY:
        return body
    owner = next((t for t in tiers if t.i >= body.j), None)
    if owner is None or owner.level not in REAL or owner.i - body.j > 6:
        return body
    owned = {"của", "thuộc"} & set(low[body.j : owner.i]) or low[owner.i - 2 : owner.i] == ["công", "an"]
    return Tier(body.i, owner.j, owner.level, owner.city) if owned else body


def _flow(tokens: Tokens, origin: Tier | None, target: Tier) -> Flow:
    """A bare "thành phố" beside a quận or huyện is the province's city; one that is named is as small as a huyện."""
    start, end = (origin.level if origin else None), target.level
    if origin is not None and origin.city and end is Level.DISTRICT and not target.city:
        start = Level.PROVINCE
    name = target.j + (tokens.at(target.j) == ".")
    named = name < len(tokens.low) and tokens.cap[name] and not is_municipality(tokens, name)
    if target.city and start is Level.DISTRICT and origin is not None and not origin.city and not named:
        end = Level.PROVINCE
    return _way(start, end)


_LEADING = frozenset(
    "giữ các chức danh vụ chủ chốt ở tại làm công tác nhận nhiệm cấp cán bộ bí thư phó chủ tịch ubnd hđnd ủy"
    " ban nhân dân"
    " thường trực đảng và một số những lãnh đạo quản lý , đảm trưởng mới vị trí phụ trách tham gia cho trường"
    " trên dưới với"
    " hoặc phòng giám đốc người bố trí xã tác khác lại tăng cường đảm nhiệm công an trạm y tế biên giới hỗ trợ giúp"
    " bệnh viện trung tâm khu vực vùng việc đội phong trào thuộc của nghiệp đơn cơ quan sinh hoạt"
    " chỉ huy quân sự tuyến trực tiếp".split()
)


def _leads(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the words between a direction and a tier lead there: posts and bodies, numbers ("về 102 xã"), names."""
    named = i  # a body's name may go on up to here: "về Phòng Giáo dục và Đào tạo huyện"
    for t in range(i, j):
        word = tokens.low[t]
        if word in _NAMED:
            named = t + 7
        if not (word in _LEADING or word[0].isdigit() or tokens.cap[t] or (t < named and word.isalpha())):
            return False
    return True


_NAMED = frozenset(["phòng", "sở", "tâm", "viện"])


def _origin_only(tokens: Tokens, i: int, tiers: list[Tier]) -> Flow | None:
    for tier in tiers:
        back = tier.i - 1
        while back > i and tokens.low[back] in _LISTING:
            back -= 1
        if tier.level is _AGENCY and tier is not tiers[0]:
            continue
        if tier.level is not None and back >= i and tokens.low[back] == "từ":
            above = tier.city and any(t.level is Level.DISTRICT and not t.city for t in tiers)
            return _way(Level.PROVINCE if above else tier.level, None)
    return None


def says_reverse(tokens: Tokens, i: int, j: int) -> bool:
    """Whether "ngược lại", "chiều ngược lại" stands between tokens ``i`` and ``j``."""
    low = tokens.low
    return "ngược" in low[i:j] and any(low[k] == "ngược" and tokens.at(k + 1) == "lại" for k in range(i, j))


def reverse(flow: Flow) -> Flow:
    """The flow the other way round."""
    return _way(flow.to_level, flow.from_level)


def joined(a: Flow | None, b: Flow | None) -> Flow | None:
    """One direction of two tellings: each tier as the first one says it that says it."""
    if a is None or b is None:
        return a or b
    return _way(a.from_level or b.from_level, a.to_level or b.to_level)
