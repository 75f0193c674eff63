"""Where the people of a total come from: the tier of who manages or sends them, of their posts, of their committee."""

from __future__ import annotations

from schemas import Action, Flow, Level, Role
from service.rules.clauses import Clause
from service.rules.counts import Noun
from service.rules.doc import Doc
from service.rules.given_posts import titles_in
from service.rules.jurisdictions import committee_level
from service.rules.post_levels import MUNICIPALITIES
from service.rules.tiers import find_tiers
from service.rules.tokens import Tokens
from service.rules.totals import Total

DOWN = frozenset(["về", "xuống", "lên"])
"""Words that lead to where people are sent."""
_BY_COMMITTEE = {"tỉnh": Level.PROVINCE, "thành": Level.PROVINCE, "huyện": Level.DISTRICT, "quận": Level.DISTRICT,
                 "thị": Level.DISTRICT}  # fmt: skip


def add_tiers(doc: Doc, total: Total, clause: Clause, begin: int) -> None:
    """The tier of the officials: the missing start of a known direction, else ``cadre_level``."""
    tokens = doc.tokens
    level = _managed_by(tokens, clause.i, clause.j)
    if level is None and total.flow is None:
        tiers = find_tiers(tokens, clause.counted.num_j, clause.j)
        after = next((t for t in tiers if t.i - clause.counted.num_j <= 7), None)
        if after is not None and "(" in tokens.low[clause.counted.num_j : after.i]:
            after = None  # "167 đồng chí (cấp tỉnh 32, cấp huyện 135)"
        level = after.level if after else None
    flow = total.flow
    if level is None and flow is not None and flow.from_level is None:
        level = _own_tier(tokens, clause)
    if flow is not None and flow.from_level is None and level is not None and level is not flow.to_level:
        total.flow = flow.model_copy(update={"from_level": level})
    elif Role.MEMBER in total.roles and (seat := committee_level(tokens, clause.counted.j, clause.j)) is not None:
        total.cadre_level = seat
    elif flow is None and level is not Level.AGENCY:
        total.cadre_level = level or _scoped(tokens, clause, begin)


def _own_tier(tokens: Tokens, clause: Clause) -> Level | None:
    """The tier told of the people right behind their noun: "48 cán bộ cấp huyện", "6 lãnh đạo phòng, ban của huyện"."""
    for tier in find_tiers(tokens, clause.counted.num_j, min(clause.j, clause.counted.j + _OWN)):
        between = tokens.low[clause.counted.j : tier.i]
        named = tokens.low[tier.i] == "cấp" or tokens.at(tier.i - 1) == "tuyến" or {"của", "thuộc"} & set(between)
        if tier.level in _TIERS and named and _OF_BODIES.issuperset(between):
            return tier.level
    return None


_OWN = 10  # tokens behind the noun in which its tier stands
_OF_BODIES = frozenset("cấp của thuộc tuyến các phòng ban , và lãnh đạo quản lý cơ quan đơn vị chủ chốt".split())
_GIVING = frozenset([Action.APPOINTMENT, Action.REAPPOINTMENT, Action.ELECTION])
_LENDING = frozenset([Action.SECONDMENT, Action.REINFORCEMENT])
_NO_MINISTRY = ("bộ chỉ huy", "bộ đội", "bộ tư lệnh", "bộ phận", "bộ chính trị")
_DISTRICTS = frozenset(["huyện", "quận", "thị"])
_LENDERS = ("sở", "công an", "bệnh viện", "trung tâm")


def add_sender(tokens: Tokens, total: Total, clause: Clause) -> None:
    """A body that lends its own people down is where they come from: one of the province ("Sở Tư pháp biệt phái 2 công
    chức xuống phường"), or a ministry ("Bộ cử 30 công chức về địa phương")."""
    flow, body = total.flow, (total.decided_by or "").lower()
    if set(total.actions) <= _LENDING and (body.startswith("bộ ") and not body.startswith(_NO_MINISTRY)):
        told = find_tiers(tokens, clause.counted.j, clause.j)
        if flow is None and any(tokens.at(t.i - 1) in DOWN or tokens.at(t.i - 2) in DOWN for t in told):
            total.flow = Flow(from_level=Level.CENTRAL, to_level=None)
        elif flow is not None and flow.from_level is None:
            total.flow = flow.model_copy(update={"from_level": Level.CENTRAL})
        return
    if flow is not None and flow.from_level is None and "trung ương" in body and set(total.actions) <= _LENDING:
        total.flow = flow.model_copy(update={"from_level": Level.CENTRAL})  # "các bệnh viện Trung ương cử"
        return
    if flow is not None and flow.from_level is Level.DISTRICT and body.startswith("sở "):
        words = tokens.low[clause.counted.j : clause.j]
        if "tp" in words and not _DISTRICTS.intersection(words):  # "từ các bệnh viện của TP"
            total.flow = flow = flow.model_copy(update={"from_level": Level.PROVINCE})
    if flow is None or flow.from_level not in (None, Level.AGENCY) or not set(total.actions) <= _LENDING:
        return
    provincial = body.startswith("sở ") or (body.startswith(_LENDERS) and "tỉnh" in body.split())
    if provincial and flow.to_level in (Level.DISTRICT, Level.COMMUNE):
        total.flow = flow.model_copy(update={"from_level": Level.PROVINCE})


def add_owner(total: Total) -> None:
    """The tier of bodies whose tier is open is that of who moves their people to or from communes: "Huyện ủy luân
    chuyển 22 cán bộ từ các phòng, ban về xã", "Công an tỉnh ... từ các phòng nghiệp vụ về công an xã"."""
    flow = total.flow
    if flow is None or {flow.from_level, flow.to_level} != {Level.AGENCY, Level.COMMUNE}:
        return
    level = _owner_level((total.decided_by or "").lower())
    if level is not None:
        ends = {end: level for end in ("from_level", "to_level") if getattr(flow, end) is Level.AGENCY}
        total.flow = flow.model_copy(update=ends)


def _owner_level(body: str) -> Level | None:
    """The tier of the committee, council or police that decides, where its name says it."""
    words = body.split()
    if _DISTRICTS.intersection(words):
        return Level.DISTRICT
    city = next((body.split(lead)[-1].strip() for lead in _CITIES if lead in body), "")
    if city:
        return None if city in MUNICIPALITIES else Level.DISTRICT
    return Level.PROVINCE if "công an tỉnh" in body else None


_CITIES = ("thành ủy ", "ubnd thành phố ", "ubnd tp ", "ubnd tp.")


def add_posts_tier(tokens: Tokens, total: Total) -> None:
    """Posts of a tier that are counted are where their holders come from: "8 giám đốc sở về làm bí thư huyện ủy"; or
    where they are, of those told to come from elsewhere: "19 chủ tịch UBND xã được luân chuyển từ huyện về"."""
    flow, counted = total.flow, total.counted
    if flow is None or None not in (flow.from_level, flow.to_level) or counted.noun is not Noun.TITLE:
        return
    if set(total.actions) <= _GIVING:
        return  # "bố trí 28 phó chủ tịch xã về các huyện": the posts are given
    held = titles_in(tokens, counted.num_j, min(counted.j + 8, len(tokens)))
    level = next((t.level for t in held if t.level is not None and t.roles != (Role.MEMBER,)), None)
    if level in _TIERS and level not in (flow.to_level, flow.from_level):
        open_end = "from_level" if flow.from_level is None else "to_level"
        total.flow = flow.model_copy(update={open_end: level})


_TIERS = frozenset([Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE])


def _managed_by(tokens: Tokens, i: int, j: int) -> Level | None:
    """The tier of "cán bộ diện Ban Thường vụ Huyện ủy quản lý"."""
    low = tokens.low
    for k in [k for k in range(i, j) if low[k] in ("diện", "thuộc")]:
        for t in range(k + 1, min(k + 8, j)):
            if low[t] == "ủy" and low[t - 1] in _BY_COMMITTEE:
                return _BY_COMMITTEE[low[t - 1]]
            if (low[t - 1], low[t]) in (("chính", "trị"), ("trung", "ương"), ("bí", "thư")):
                return Level.CENTRAL
    return None


def _scoped(tokens: Tokens, clause: Clause, begin: int) -> Level | None:
    """The tier of "đối với cấp tỉnh có ..." or "ở cấp Trung ương" earlier in the sentence."""
    low = tokens.low
    for k in range(clause.counted.i - 1, begin - 1, -1):
        if low[k] in ("với", "ở", "tại") and (low[k] != "với" or low[k - 1] == "đối"):
            tier = next(iter(find_tiers(tokens, k + 1, min(k + 4, clause.counted.i))), None)
            if tier is not None and low[tier.i] == "cấp":
                return tier.level
    return None
