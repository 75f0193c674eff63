"""Sentences that go on about a total already told: its parts in the next sentence or in bullets, its posts, its
women."""

from __future__ import annotations

from schemas import Action, Grouping, Qualifier, Role
from service.rules.clauses import Clause
from service.rules.flows import find_flow
from service.rules.governors import Governor
from service.rules.opening import open_total
from service.rules.part_flows import lead, turn_round
from service.rules.parts import given_roles, part_of, titles_in
from service.rules.periods import period_for
from service.rules.tally import Told
from service.rules.tokens import Tokens
from service.rules.totals import Board, Group, Total, TotalPart
from service.rules.verbs import NoMove, Verb, find_verbs
from service.rules.words import number_tokens

MISCOUNT = 1.6  # parts that add up to more than this many times the total are no parts, not even of a wrong total
_NEXT = 2  # sentences between a total and a sentence that may still tell its parts


def go_on(board: Board, told: Told) -> bool:
    """Whether the sentence was taken as going on about a total; then it opens none of its own."""
    return _retells(board, told) or _continues(board, told)


def _retells(board: Board, told: Told) -> bool:
    """A sentence that names a direction already counted and tells the posts of those people."""
    if not told.clauses:
        return False
    first = told.clauses[0]
    flow = find_flow(board.doc.tokens, first.i, first.j)
    if first.topic or flow is None or flow.from_level is None or flow.to_level is None:
        return False
    parent = next((t for t in board.recent() if t.flow == flow and t.sentence < told.sentence), None)
    if parent is None or any(g and g.no_move for g in told.governors):
        return False
    parts = [part_of(board.doc, clause) for clause in told.clauses]
    if len(parts) == 1 and parts[0].counted.count.value == parent.value:
        parent.spots.append((parts[0].i, parts[0].j))
        parent.roles = parent.roles or parts[0].roles
        board.speak_of(parent, told.sentence)
        return True
    if not all(p.roles or p.rank for p in parts) or any(p.counted.count.value > parent.value for p in parts):
        return False
    for part in parts:
        part.flow = None
    parent.groups.append(Group(None, parts))
    return True


def _continues(board: Board, told: Told) -> bool:
    """A sentence right behind a total whose counts make it up, are announced as its parts, or are listed under it."""
    parent = board.current
    if parent is None or told.sentence - board.current_at > _NEXT:
        return False
    if _adds_up(board, parent, told.loose) or _adds_up(board, parent, told.clauses):
        return True
    if not told.clauses:
        return _listed(board, parent, told.loose, told.sentence)
    if _traits(board, parent, told) or _origins(board, parent, told):
        return True
    opener = told.clauses[0].openers[0] if told.clauses[0].openers else ""
    if told.clauses[0].topic:
        return False
    values = sum(c.counted.count.value for c in told.clauses)
    fits = values <= parent.value * MISCOUNT
    if opener == "among" and fits:
        kept = [
            c
            for c, g in zip(told.clauses, told.governors, strict=True)
            if not (g and g.no_move and not g.no_move.is_trait)
        ]
        _take(board, parent, kept, False, told.sentence)
        return True
    foreign = any(g and g.actions and not set(g.actions) & set(parent.actions) for g in told.governors)
    if opener == "list" and fits and len(told.clauses) > 1 and not foreign and _all_posts(board, told):
        _take(board, parent, told.clauses, None, told.sentence)
        return True
    begin, end = board.doc.sentences[told.sentence]
    if any(g is not None for g in told.governors) or board.doc.tokens.at(begin) in ("toàn", "cả", "hiện", "đến"):
        return False
    if any(isinstance(v.kind, Action) for v in find_verbs(board.doc.tokens, begin, end)):
        return False
    return _listed(board, parent, told.loose or told.clauses, told.sentence)


def _adds_up(board: Board, parent: Total, clauses: list[Clause]) -> bool:
    """Two or more counts of one sentence that make the total exactly (of "over 800": a little more)."""
    added = sum(c.counted.count.value for c in clauses)
    if len(clauses) < 2 or not _makes(parent, added):
        return False
    _take(board, parent, clauses, True, board.current_at + 1)
    return True


def _makes(parent: Total, added: int) -> bool:
    qualifier = parent.counted.count.qualifier
    if qualifier is Qualifier.OVER or qualifier is Qualifier.AT_LEAST:
        return parent.value <= added <= parent.value * 1.1
    if qualifier is Qualifier.UNDER:
        return parent.value * 0.9 <= added <= parent.value
    if qualifier is Qualifier.ABOUT:
        return parent.value * 0.95 <= added <= parent.value * 1.05
    return added == parent.value


def _listed(board: Board, parent: Total, clauses: list[Clause], sentence: int) -> bool:
    """Counts without any verb right under a total, each with a label of its own: bullets, "nhiều nhất là Yên Thành
    với 34"."""
    if not clauses or sentence - board.current_at > _NEXT:
        return False
    parts = [part_of(board.doc, c) for c in clauses]
    if not all(p.flow or p.roles or p.rank or p.place or p.named or p.period for p in parts):
        return False
    run = board.run
    before = run.sum if run is not None else 0
    added = sum(p.counted.count.value for p in parts)
    if any(p.counted.count.value > parent.value for p in parts):
        return False
    if before + added > parent.value * MISCOUNT or parts[0].counted.count.value == parent.value:
        return False
    if run is None or before == parent.value:
        run = Group(None)
        parent.groups.append(run)
        board.run = run
    for part, clause in zip(parts, clauses, strict=True):
        lead(board, part, parent)
        turn_round(board, part, clause, run.last_flow)
        run.parts.append(part)
    board.current_at = sentence
    return True


def _take(board: Board, parent: Total, clauses: list[Clause], whole: bool | None, sentence: int) -> None:
    group = Group(whole)
    for clause in clauses:
        part = part_of(board.doc, clause)
        lead(board, part, parent)
        turn_round(board, part, clause, group.last_flow)
        group.parts.append(part)
    if group.parts:
        parent.groups.append(group)
        board.speak_of(parent, max(sentence, board.current_at))


def _origins(board: Board, parent: Total, told: Told) -> bool:
    """ "Thời điểm luân chuyển có 19 thứ trưởng, 25 vụ trưởng": the posts that the people of a total came from."""
    tokens, begin = board.doc.tokens, board.doc.sentences[told.sentence][0]
    if (tokens.at(begin), tokens.at(begin + 1)) not in (("thời", "điểm"), ("trước", "khi"), ("tại", "thời")):
        return False
    if any(c.counted.count.value > parent.value for c in told.clauses):
        return False
    parts = [part_of(board.doc, c) for c in told.clauses]
    posts = [p for p in parts if p.roles and p.roles != (Role.MEMBER,)]
    if not posts:
        return False
    parent.groups.append(Group(None, posts, Grouping.ORIGIN_POSITION))
    others = [p for p in parts if p not in posts]
    if others:
        parent.groups.append(Group(False, others, Grouping.ATTRIBUTE))
    board.speak_of(parent, told.sentence)
    return True


def _all_posts(board: Board, told: Told) -> bool:
    return all(p.roles or p.rank or p.flow for p in (part_of(board.doc, c) for c in told.clauses))


def _traits(board: Board, parent: Total, told: Told) -> bool:
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


__all__ = ["NoMove", "TotalPart", "go_on", "is_share", "share_of"]
