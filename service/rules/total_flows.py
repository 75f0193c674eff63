"""The direction that a clause tells of the people it counts."""

from __future__ import annotations

from schemas import Flow, Level
from service.rules.clauses import Clause
from service.rules.doc import Doc
from service.rules.flows import find_flow, joined, says_reverse
from service.rules.given_posts import titles_in
from service.rules.origins import REAL
from service.rules.places import find_places
from service.rules.senders import DOWN
from service.rules.tiers import find_tiers
from service.rules.tokens import Lexicon, Tokens

_LEADS = frozenset(["lên", "về", "xuống", "sang", "đến", "ra", "huyện"])


def flow_of(doc: Doc, clause: Clause, verb: int | None) -> Flow | None:
    """The direction told in a clause, none where it tells two; a place named bare ("lên Mường Tè") ends it."""
    tokens = doc.tokens
    if _names_two_ways(tokens, max(clause.i, verb or clause.i), clause.j):
        return None
    flow = find_flow(tokens, clause.i, clause.j, verb)
    if flow is None or flow.to_level is None:
        flow = joined(flow, to_post(tokens, clause))
    if flow is None or flow.to_level is not None or flow.from_level in (None, Level.CENTRAL):
        return flow
    named = [m for m in doc.within(find_places(doc), clause.counted.j, clause.j) if tokens.at(m.i - 1) in _LEADS]
    return flow.model_copy(update={"to_level": named[0].unit.level}) if named else flow


def to_post(tokens: Tokens, clause: Clause) -> Flow | None:
    """ "về làm bí thư huyện ủy": the tier of the post that people are sent to hold."""
    low = tokens.low
    for k in range(clause.counted.j, clause.j - 2):
        if low[k] in DOWN and low[k + 1] in ("làm", "giữ", "đảm", "nhận"):
            titles = titles_in(tokens, k + 2, min(clause.j, k + 16))
            level = next((t.level for t in titles if t.level is not None), None)
            return Flow(from_level=None, to_level=level) if level is not None else None
        if (
            low[k] in _HOLDING
            and low[k - 1] not in _KEPT
            and (level := _tier_held(tokens, k + 1, clause.j)) is not None
        ):
            return Flow(from_level=None, to_level=level)  # "luân chuyển 7 cán bộ giữ chức bí thư đảng ủy xã"
        if _is_communes(tokens, k) and _TAKING & set(low[k - 5 : k]):
            return Flow(from_level=None, to_level=Level.COMMUNE)  # "đảm nhiệm các chức danh công an xã"
    return None


_HOLDING = frozenset(["giữ", "đảm", "làm"])
_KEPT = frozenset(["thôi", "đang", "từng", "không", "cử", "đã"])
"""Words before "giữ" that tell of posts left or held already, or of an election behind the move."""


def _tier_held(tokens: Tokens, k: int, end: int) -> Level | None:
    """The tier of the posts told behind "giữ" at token ``k``: of a title, or of "các chức danh chủ chốt ở các xã"."""
    first = k
    while first - k < 3 and tokens.at(first) in ("các", "chức", "vụ", "danh"):
        first += 1
    titles = titles_in(tokens, first, min(end, k + 16))
    level = next((t.level for t in titles if t.level is not None), None)
    if level is not None or not _POSTS.intersection(tokens.low[k : k + 4]):
        return level
    tiers = find_tiers(tokens, k, min(end, k + 12))
    return next((t.level for t in tiers if t.level in REAL and not t.city and _in(tokens, t.i - 1)), None)


_POSTS = frozenset(["danh", "vụ"])


def _in(tokens: Tokens, k: int) -> bool:
    """Whether token ``k`` leads to where a post is: "tại các xã", "cấp xã"."""
    return tokens.at(k) in ("tại", "ở", "của") or (tokens.at(k) == "các" and tokens.at(k - 1) in ("tại", "ở", "của"))


_FORCES: Lexicon[bool] = Lexicon((t, True) for t in ("công an", "ban chỉ huy quân sự", "ban chqs", "trạm y tế"))
_OF = frozenset(["tại", "ở", "của", "các", "thuộc", "cấp"])


def _is_communes(tokens: Tokens, k: int) -> bool:
    """Whether a force at token ``k`` is that of communes: "công an xã", "công an tại 10 xã", "Ban CHQS các phường"."""
    hit = _FORCES.match(tokens, k)
    if hit is None:
        return False
    end = hit.j
    while end - hit.j < 3 and (tokens.at(end) in _OF or tokens.at(end).isdigit()):
        end += 1
    return tokens.at(end) in ("xã", "phường")


_TAKING = frozenset(["danh", "vụ", "nhiệm", "nhận", "giữ", "làm", "trưởng", "chức"])


def _names_two_ways(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a clause tells more than one direction ("từ huyện về xã và từ xã về huyện"): then the total has none."""
    starts = [k for k in range(i, j) if tokens.low[k] == "từ" and find_tiers(tokens, k + 1, min(k + 7, j))]
    return len(starts) > 1 or says_reverse(tokens, i, j)


def from_post(tokens: Tokens, clause: Clause, flow: Flow | None) -> Flow | None:
    """The way of holders of a post of one tier who go to a post of another: "3 phó giám đốc sở về giữ chức phó bí thư
    huyện ủy"."""
    counted = clause.counted
    sent = next((k for k in range(counted.j, min(clause.j, counted.j + _POST)) if tokens.low[k] in DOWN), None)
    if sent is None:
        return flow
    end = flow if flow is not None and flow.to_level is not None else to_post(tokens, clause)
    held = titles_in(tokens, counted.num_j, sent)
    level = next((t.level for t in held if t.level is not None), None)
    if end is None or end.to_level is None or level is None or level in (Level.AGENCY, end.to_level):
        return flow
    return Flow(from_level=level, to_level=end.to_level)


_POST = 8  # tokens behind a title that may still name its body
