"""Sentences that go on about a total already told: its parts in the next sentence or in bullets, its posts, its
women."""

from __future__ import annotations

from schemas import Action, Flow, Qualifier
from service.rules.clauses import Clause
from service.rules.flows import find_flow
from service.rules.former_posts import came_from
from service.rules.given_posts import roles_near
from service.rules.governors import Governor
from service.rules.listed_parts import MISCOUNT, NEXT, listed
from service.rules.part_flows import lead, turn_round
from service.rules.parts import part_of, span_of
from service.rules.restating import completes, is_whole
from service.rules.subgroups import tell_traits
from service.rules.tally import Told
from service.rules.tokens import Lexicon
from service.rules.totals import Board, Group, Total, TotalPart
from service.rules.verbs import NoMove, find_verbs
from service.rules.walk import Walk


def go_on(board: Board, told: Told) -> bool:
    """Whether the sentence was taken as going on about a total; then it opens none of its own."""
    return _retells(board, told) or _continues(board, told)


def _retells(board: Board, told: Told) -> bool:
    """A sentence that names a direction already counted and tells the posts of those people."""
    if not told.clauses:
        return False
    first = told.clauses[0]
    directed = [t for t in board.recent() if t.flow is not None and t.sentence < told.sentence]
    flow = find_flow(board.doc.tokens, first.i, first.j) if directed and not first.topic else None
    if flow is None or flow.from_level is None or flow.to_level is None:
        return False
    parent = next((t for t in directed if t.flow == flow), None)
    if parent is None or any(g and g.no_move for g in told.governors):
        return False
    alone = len(told.clauses) == 1 and first.counted.count.value == parent.value
    values = [clause.counted.count.value for clause in told.clauses]
    if not alone and (max(values) > parent.value or sum(values) > parent.value * MISCOUNT):
        return False
    if not alone and any(g and _is_another_move(g, parent) for g in told.governors):
        return False
    if alone:
        parent.spots.append(span_of(board.doc.tokens, first))
        parent.roles = parent.roles or roles_near(board.doc.tokens, first, told.governors[0])
        board.speak_of(parent, told.sentence)
        return True
    parts: list[TotalPart] = []
    for clause in told.clauses:
        part = part_of(board.doc, clause)
        if not (part.roles or part.rank):
            return False
        part.flow = None
        parts.append(part)
    parent.groups.append(Group(None, parts))
    return True


_MOVES = frozenset([Action.ROTATION, Action.TRANSFER, Action.SECONDMENT, Action.REINFORCEMENT, Action.RETURN])


def _is_another_move(governor: Governor, parent: Total) -> bool:
    """Whether people are moved by a verb of moving that is not the total's."""
    return (
        set(governor.actions) <= _MOVES and bool(governor.actions) and not set(governor.actions) & set(parent.actions)
    )


def _continues(board: Board, told: Told) -> bool:
    """A sentence right behind a total whose counts make it up, are announced as its parts, or are listed under it."""
    parent = board.current
    if parent is None or told.sentence - board.current_at > NEXT:
        return parent is not None and _adds_up_later(board, parent, told)
    if _adds_up_before(board, parent, told):
        return True
    if told.clauses and (came_from(board, parent, told) or completes(board, parent, told)):
        return True
    if _adds_up(board, parent, told.loose) or _adds_up(board, parent, told.clauses):
        return True
    if not told.clauses:
        return listed(board, parent, told.loose, told.sentence)
    if tell_traits(board, parent, told):
        return True
    opener = told.clauses[0].openers[0] if told.clauses[0].openers else ""
    if told.clauses[0].topic or (opener == "among" and _turned_aside(board, told.sentence)):
        return False
    if opener == "among" and len(told.clauses) == 1 and is_whole(parent, told.clauses[0]):
        parent.spots.append((told.clauses[0].counted.i, told.clauses[0].j))
        board.speak_of(parent, told.sentence)
        return True
    turn = _turn(parent, told)
    values = sum(c.counted.count.value for c in told.clauses[:turn])
    fits = values <= parent.value * MISCOUNT
    adds = board.doc.tokens.at(told.clauses[0].counted.i - 1) == "thêm"  # "riêng năm 2022 luân chuyển thêm 8 cán bộ"
    if opener == "among" and fits and (adds or _rises(board, told)):
        return False
    meant = _part_meant(board, parent, told, values) if opener == "among" and turn == len(told.clauses) else None
    if meant is not None:
        _take(board, Walk(board, told.sentence).promote(meant, parent), told.clauses, None, told.sentence)
        return True
    if opener == "among" and fits and not _told_of_each(board, told.sentence - 1):
        kept = [
            c
            for c, g in zip(told.clauses[:turn], told.governors[:turn], strict=True)
            if not (g and g.no_move and not g.no_move.is_trait)
        ]
        _take(board, parent, kept, False, told.sentence)
        walk = Walk(board, told.sentence)
        for clause, governor in zip(told.clauses[turn:], told.governors[turn:], strict=True):
            walk.step(clause, governor)
        walk.close()
        return True
    foreign = any(g and g.actions and not set(g.actions) & set(parent.actions) for g in told.governors)
    if opener == "list" and fits and len(told.clauses) > 1 and not foreign and _all_posts(board, told):
        _take(board, parent, told.clauses, None, told.sentence)
        return True
    begin, end = board.doc.sentences[told.sentence]
    if (
        any(g is not None for g in told.governors)
        or board.doc.tokens.at(begin)
        in (
            "toàn",
            "cả",
            "hiện",
            "đến",
        )
        or _FINDS.any(board.doc.tokens, begin, end)
    ):
        return False
    if any(isinstance(v.kind, Action) for v in find_verbs(board.doc.tokens, begin, end)):
        return False
    return listed(board, parent, told.loose or told.clauses, told.sentence)


def _turned_aside(board: Board, sentence: int) -> bool:
    """Whether the sentence before tells of other people: counted for another reason, or punished."""
    if board.aside_at > board.current_at:
        return True
    if sentence - board.current_at < 2:
        return False
    begin, end = board.doc.sentences[sentence - 1]
    return any(v.kind is NoMove.DISCIPLINE for v in find_verbs(board.doc.tokens, begin, min(end, begin + _SAID)))


_SAID = 40  # tokens of a sentence in which it says whom it is about


def _adds_up_before(board: Board, current: Total, told: Told) -> bool:
    """Parts behind "Theo đó" that make not the total told last but one before it exactly."""
    begin = board.doc.sentences[told.sentence][0]
    if len(told.clauses) < 2 or board.doc.tokens.low[begin : begin + 2] not in _AS_TOLD:
        return False
    added = sum(clause.counted.count.value for clause in told.clauses)
    if added <= _LATER or _makes(current, added):
        return False
    earlier = (t for t in board.recent() if told.sentence - t.sentence <= _LATER)
    parent = next((t for t in earlier if t.value == added and not t.groups), None)
    return parent is not None and _adds_up(board, parent, told.clauses)


_AS_TOLD = (["theo", "đó"], ["cụ", "thể"])


def _adds_up_later(board: Board, parent: Total, told: Told) -> bool:
    """Parts that make a total exactly, told behind "trong đó" a few sentences later."""
    first = told.clauses[0] if told.clauses else None
    if first is None or first.openers[:1] != ("among",) or told.sentence - board.current_at > _LATER:
        return False
    return parent.value > _LATER and _adds_up(board, parent, told.clauses)


_LATER = 4  # sentences behind a total in which its parts may still be told where they make it exactly


def _part_meant(board: Board, parent: Total, told: Told, values: int) -> TotalPart | None:
    """The part that "trong số cán bộ luân chuyển về huyện có 9 bí thư, 5 chủ tịch" tells of: those of its direction,
    as many as the numbers make."""
    begin, first = board.doc.sentences[told.sentence][0], told.clauses[0]
    alike = [p for g in parent.groups for p in g.parts if p.flow and p.counted.count.value == values]
    if len(told.clauses) < 2 or values >= parent.value or not alike:
        return None
    way = find_flow(board.doc.tokens, begin, first.counted.i)
    return next((p for p in alike if way and p.flow and p.flow.to_level is way.to_level is not None), None)


def _turn(parent: Total, told: Told) -> int:
    """Which count of the sentence is the first behind parts that make the whole, with ";" and a verb of its own: a
    total again. As many as there are counts where none is."""
    added = 0
    for k, (clause, governor) in enumerate(zip(told.clauses, told.governors, strict=True)):
        own = governor is not None and governor.before and bool(governor.actions)
        if k and own and ";" in clause.openers and added == parent.value:
            return k
        added += clause.counted.count.value
    return len(told.clauses)


_FINDS: Lexicon[bool] = Lexicon((t, True) for t in ("phát hiện", "ghi nhận", "thụ lý", "tiếp nhận"))
"""What inspectors, courts and who takes people on do: those they count are no parts of people moved."""


def _rises(board: Board, told: Told) -> bool:
    """ "31 người trong số này được điều về huyện giữ chức vụ cao hơn": another move of theirs, in a sentence of its
    own."""
    clause, governor = told.clauses[0], told.governors[0]
    if len(told.clauses) > 1 or governor is None or governor.before or Action.PROMOTION not in governor.actions:
        return False
    return board.doc.tokens.low[clause.counted.j : clause.counted.j + 2] == ["trong", "số"]


def _told_of_each(board: Board, sentence: int) -> bool:
    """ "Mỗi xã bố trí 2 chiến sĩ. Trong đó, ...": what follows is part of a rule, not of a total."""
    return board.doc.tokens.low[board.doc.sentences[sentence][0]] == "mỗi"


def _adds_up(board: Board, parent: Total, clauses: list[Clause]) -> bool:
    """Two or more counts of one sentence that make the total exactly (of "over 800": a little more)."""
    again = len(clauses) > 2 and clauses[0].counted.count.value == parent.value and not clauses[0].topic
    if again and board.doc.tokens.at(clauses[0].counted.j) in ("này", "trên", "đó", "ấy"):
        clauses = clauses[1:]  # "45 cán bộ này đều trưởng thành: 12 người ..., 33 người ..."
    added = sum(c.counted.count.value for c in clauses)
    if len(clauses) < 2 or clauses[0].topic:
        return False
    if not _makes(parent, added) or any(c.counted.count.value >= parent.value for c in clauses):
        return False
    if parent.flow is not None and any(_turns_back(board, parent.flow, clause) for clause in clauses):
        return False
    _take(board, parent, clauses, True, board.current_at + 1)
    return True


def _turns_back(board: Board, way: Flow, clause: Clause) -> bool:
    """Whether those counted went the other way: up from communes, not down to them like the total before."""
    flow = find_flow(board.doc.tokens, clause.i, clause.j)
    if flow is None or flow.from_level is None or flow.from_level is not way.to_level:
        return False
    return flow.to_level not in (None, way.to_level)


def _makes(parent: Total, added: int) -> bool:
    qualifier = parent.counted.count.qualifier
    if qualifier is Qualifier.OVER or qualifier is Qualifier.AT_LEAST:
        return parent.value <= added <= parent.value * 1.1
    if qualifier is Qualifier.UNDER:
        return parent.value * 0.9 <= added <= parent.value
    if qualifier is Qualifier.ABOUT:
        return parent.value * 0.95 <= added <= parent.value * 1.05
    return added == parent.value


def _take(board: Board, parent: Total, clauses: list[Clause], whole: bool | None, sentence: int) -> None:
    values = [clause.counted.count.value for clause in clauses]
    split = len(values) > 2 and values[0] == sum(values[1:])
    if whole is not True and (split or any({"(", "list"} & set(clause.openers) for clause in clauses[1:])):
        walk = Walk(board, sentence)
        walk.go_on(parent, whole, clauses, split)
        board.speak_of(parent, max(sentence, board.current_at))
        return
    group = Group(whole)
    for clause in clauses:
        part = part_of(board.doc, clause)
        lead(board, part, parent)
        turn_round(board, part, clause, group.last_flow)
        group.parts.append(part)
    if group.parts:
        parent.groups.append(group)
        board.speak_of(parent, max(sentence, board.current_at))


def _all_posts(board: Board, told: Told) -> bool:
    return all(p.roles or p.rank or p.flow for p in (part_of(board.doc, c) for c in told.clauses))
