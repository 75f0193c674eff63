"""Some of a total's people: women and the young with their share, "14 trong tổng số 44 ... đã trúng cử"."""

from __future__ import annotations

from schemas import Action, Role
from service.rules.clauses import Clause
from service.rules.given_posts import given_roles, is_seat, titles_in
from service.rules.governors import Governor
from service.rules.opening import open_total
from service.rules.parts import part_of
from service.rules.periods import period_for
from service.rules.tally import Told
from service.rules.tokens import Tokens
from service.rules.totals import Board, Group, Total
from service.rules.verbs import Verb, find_verbs
from service.rules.words import number_tokens


def tell_traits(board: Board, parent: Total, told: Told) -> bool:
    """Counts of women, of the young, of the learned behind a total, with their share of it ("chiếm 10,96%")."""
    if any(g and (g.no_move or (g.actions and not g.nominal)) for g in told.governors):
        return False
    wholes = [_whole_of(board, clause) for clause in told.clauses]
    if not any(wholes):
        return False
    for clause, whole in zip(told.clauses, wholes, strict=True):
        target = whole or parent
        if clause.counted.count.value < target.value:
            part = part_of(board.doc, clause)
            part.flow, part.trait = None, True
            if target.groups and target.groups[-1].whole is False:
                target.groups[-1].parts.append(part)
            else:
                target.groups.append(Group(False, [part]))
    board.current_at += 1
    return True


def _whole_of(board: Board, clause: Clause) -> Total | None:
    """The total of which a count followed by "chiếm x%" is that share, to the written digit."""
    for number in board.doc.within(number_tokens(board.doc), clause.counted.j, clause.counted.j + 10):
        if number.percent:
            share = float(number.value)
            digits = len(str(number.value).partition(".")[2])
            for total in board.recent():
                exact = 100 * clause.counted.count.value / total.value if total.value else 0.0
                if abs(exact - share) < 1.01 * 10**-digits:
                    return total
    return None


def share_of(board: Board, number: int, part: Clause, whole: Clause) -> bool:
    """ "14 trong tổng số 44 cán bộ được luân chuyển ... đã trúng cử ...": 14 are a part of the 44, and were elected."""
    doc, tokens, end = board.doc, board.doc.tokens, board.doc.sentences[number][1]
    verbs = [v for v in find_verbs(tokens, whole.counted.j, end) if isinstance(v.kind, Action)]
    parent = board.find(whole.counted.count) or _open_whole(board, number, whole, verbs, end)
    if parent is None:
        return False
    last = verbs[-1] if verbs else None
    told = part_of(doc, Clause(part.counted, part.i, end, (), False))
    told.flow, told.trait, told.roles = None, True, ()
    if last is not None and last.kind in (Action.ELECTION, Action.PROMOTION, Action.APPOINTMENT):
        told.roles = given_roles(titles_in(tokens, last.j, end))
        if not told.roles and any(is_seat(tokens, k) for k in range(last.j, min(end, last.j + 3))):
            told.roles = (Role.MEMBER,)
        told.label = doc.written(last.i, _unstopped(tokens, last.j, end))
        actions = (last.kind,) if isinstance(last.kind, Action) else ()
        total = Total(part.counted, actions, parent.status, number, [(part.counted.i, told.j)], roles=told.roles)
        total.period, total.jurisdiction = period_for(doc, last.i, end), parent.jurisdiction
        board.totals.append(total)
    parent.groups.append(Group(False, [told]))
    return True


def _open_whole(board: Board, number: int, whole: Clause, verbs: list[Verb], end: int) -> Total | None:
    """The total named first in "6 trong tổng số 54 cán bộ luân chuyển ...": governed by the verb right behind it."""
    if not verbs or not isinstance(verbs[0].kind, Action):
        return None
    stop = verbs[1].i if len(verbs) > 1 else end
    governor = Governor(verbs[0].i, verbs[0].j, (verbs[0].kind,), None, False)
    return open_total(board, number, Clause(whole.counted, whole.counted.i, stop, (), False), governor)


def is_share(part: Clause, whole: Clause) -> bool:
    """Whether two counts in a row are "14 trong (tổng) số 44"."""
    return (
        whole.topic and whole.counted.i - part.counted.j <= 5 and part.counted.count.value < whole.counted.count.value
    )


def _unstopped(tokens: Tokens, i: int, j: int) -> int:
    while j > i and tokens.low[j - 1] in (".", "…", ",", ";", "!"):
        j -= 1
    return j
