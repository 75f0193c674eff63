"""Opening a total: a count, the verb that governs it, and what their clause says of tiers, posts, time and who
decided."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from schemas import Action, MoveStatus, Period, Role
from service.rules.clauses import Clause
from service.rules.counts import Counted, Noun
from service.rules.doc import Doc
from service.rules.flows import find_flow
from service.rules.given_posts import bare_rank, roles_near
from service.rules.governors import Governor
from service.rules.jurisdictions import place_for
from service.rules.parts import part_of
from service.rules.periods import period_for
from service.rules.roles import title_head
from service.rules.scope import is_in_scope
from service.rules.senders import add_owner, add_posts_tier, add_sender, add_tiers
from service.rules.statuses import status_of
from service.rules.subjects import agent_of, decided_by_of
from service.rules.tiers import find_tiers
from service.rules.tokens import Tokens
from service.rules.total_flows import flow_of
from service.rules.totals import Board, Total, countable

_GIVING = frozenset([Action.ELECTION, Action.APPOINTMENT, Action.REAPPOINTMENT])
_BACK = 80  # tokens before a clause in which its sentence may still say who decides and where


def open_total(board: Board, number: int, clause: Clause, governor: Governor) -> Total | None:
    """A new total on the board; None where the clause counts nobody whose move would be a fact."""
    doc, tokens, counted = board.doc, board.doc.tokens, clause.counted
    if not countable(counted.noun) and not _names_people(tokens, clause) and not _shares_noun(tokens, clause, governor):
        return None
    if not is_in_scope(doc, clause):
        return None
    begin = max(doc.sentences[number][0], clause.i - _BACK)
    inside = clause.i <= governor.i < clause.j
    moves = any(action not in _GIVING for action in governor.actions) or _places(tokens, governor)
    gives = Action.REMOVAL in governor.actions or any(action in _GIVING for action in governor.actions)
    total = Total(
        counted,
        governor.actions,
        status_of(tokens, clause.i if inside else begin, governor.i, clause.j),
        number,
        [_spot(tokens, clause, governor)],
        flow=flow_of(doc, clause, governor.i if inside else None) if moves else None,
        roles=_roles(tokens, clause, governor, counted.roles if gives else _held(tokens, counted)),
    )
    _read_on(doc, total, clause, moves)
    add_tiers(doc, total, clause, max(doc.sentences[number][0], clause.i - _BACK))
    agent = None if governor.before else agent_of(doc, counted.j, governor.i)
    total.decided_by = agent or decided_by_of(doc, begin, doc.sentence_of(clause.i)[1], min(governor.i, counted.i))
    add_sender(tokens, total, clause)
    add_owner(total)
    add_posts_tier(tokens, total)
    total.jurisdiction = place_for(doc, begin, counted.i, clause.j)
    total.period = period_for(doc, counted.i, counted.j)
    total.told = partial(part_of, doc, clause)
    if total.status is MoveStatus.DONE and (_is_ahead(doc, total.period) or _details_plan(board, number)):
        total.status = MoveStatus.PLANNED
    board.totals.append(total)
    board.speak_of(total, number)
    return total


def _places(tokens: Tokens, governor: Governor) -> bool:
    """Whether the verb is one of placing people ("bố trí", "sắp xếp", "phân công"), which may tell a direction."""
    return any(w in tokens.low[governor.i : governor.j] for w in ("trí", "xếp", "công", "chọn"))


def _read_on(doc: Doc, total: Total, clause: Clause, moves: bool) -> None:
    """The direction and the post told behind brackets that cut the clause off: "91 người (4 nữ) ... về làm ..."."""
    tokens, end = doc.tokens, doc.sentence_of(clause.i)[1]
    if tokens.padded[clause.j] != "(" or clause.j - clause.counted.j > 8:
        return
    close = next((k for k in range(clause.j, end) if tokens.low[k] == ")"), end)
    stop = next((k for k in range(close + 1, end) if _stops(tokens, k)), end)
    rest = Clause(replace(clause.counted, j=close), clause.i, stop, (), False)
    if moves and total.flow is None and tokens.at(close + 1) not in _STOPS and tokens.at(close + 1) != ",":
        total.flow = find_flow(tokens, close + 1, stop)
    if stop - close > 2 and tokens.at(close + 1) != ",":
        total.roles = total.roles or roles_near(tokens, rest, None)


_STOPS = frozenset([";", ".", "(", ":", "trong"])


def _stops(tokens: Tokens, k: int) -> bool:
    """Whether what is told of those counted ends at token ``k``; another post behind ";" still belongs to them."""
    if tokens.low[k] == ";" and title_head(tokens, k + 1) is not None:
        return False
    return tokens.low[k] in _STOPS or tokens.low[k][0].isdigit()


def _roles(tokens: Tokens, clause: Clause, governor: Governor, counted: tuple[Role, ...]) -> tuple[Role, ...]:
    """The post given: told behind the count, else the posts counted themselves, else told before the count."""
    behind = roles_near(tokens, clause, None)
    held = counted or bare_rank(tokens, clause.counted.num_j, clause.counted.j + 1)
    if held and tokens.low[clause.counted.i - 2 : clause.counted.i] == ["đối", "với"]:
        held = roles_near(tokens, clause, governor) or held  # "bầu ủy viên UBND đối với 4 giám đốc sở"
    return behind or held or roles_near(tokens, clause, governor)


def _held(tokens: Tokens, counted: Counted) -> tuple[Role, ...]:
    """The posts of people who are moved ("14 hiệu trưởng"); a seat in a committee and a rank of staff say only who
    they are."""
    judges = tokens.low[counted.num_j : counted.num_j + 2] in (["thẩm", "phán"], ["kiểm", "sát"])
    return tuple(role for role in counted.roles if role is not Role.MEMBER and (judges or role is not Role.OTHER))


_DETAILS = (["cụ", "thể"], ["hằng", "năm"], ["hàng", "năm"], ["mỗi", "năm"])


def _details_plan(board: Board, number: int) -> bool:
    """Whether "Cụ thể: ..." or "Hằng năm ..." goes on about a plan told right before it, and tells nothing done."""
    begin, end = board.doc.sentences[number]
    low = board.doc.tokens.low
    planned = board.current is not None and board.current.status is MoveStatus.PLANNED
    return (
        planned
        and number - board.current_at <= 1
        and low[begin : begin + 2] in _DETAILS
        and "đã" not in low[begin : min(end, begin + _BACK)]
    )


def _is_ahead(doc: Doc, period: Period | None) -> bool:
    """Whether a period begins behind the year of publication: what is told of it is a plan."""
    if doc.published_on is None or period is None or period.edtf is None or not period.edtf[:4].isdigit():
        return False
    return int(period.edtf[:4]) > doc.published_on.year


def _names_people(tokens: Tokens, clause: Clause) -> bool:
    """Whether a bare number counts people named before it: "cán bộ ... luân chuyển về xã là 150 lượt"."""
    low = tokens.low[clause.i : clause.counted.num_i]
    if clause.counted.noun is not Noun.BARE:
        return False
    return any(word in low for word in ("bộ", "viên", "chức", "người", "động", "chuyển", "nhiệm"))


def _shares_noun(tokens: Tokens, clause: Clause, governor: Governor) -> bool:
    """Whether a bare number behind its verb counts whom the next number counts: "biệt phái 15, luân chuyển 8 cán
    bộ"."""
    k = clause.counted.j
    if clause.counted.noun is not Noun.BARE or not governor.before or governor.j != clause.counted.i:
        return False
    nxt = next((t for t in range(k, min(k + 7, len(tokens) - 1)) if tokens.low[t][0].isdigit()), None)
    return tokens.at(k) in (",", "và") and nxt is not None and tokens.at(nxt + 1) in _STAFF


_STAFF = frozenset(["cán", "công", "viên", "giáo", "đồng", "chiến", "người", "lượt", "bác"])


def _spot(tokens: Tokens, clause: Clause, governor: Governor) -> tuple[int, int]:
    """The words that state a total: from its verb, its number or the tiers named before them to the end of the
    clause."""
    low, i, j = tokens.low, max(clause.i, min(governor.i, clause.counted.i)), clause.j
    near = [t for t in find_tiers(tokens, clause.i, i) if i - t.j <= 12]
    if near:
        i = near[0].i
    while i > clause.i and low[i - 1] in ("từ", "giữa", "các", "bộ", "cán", "cấp"):
        i -= 1
    while j > clause.counted.j and low[j - 1] in (",", "và", ".", "…", ":", "-", "–", ";"):
        j -= 1
    return i, j
