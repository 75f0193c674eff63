"""Totals told twice: one number said again, and a heading that tells a total in other words or in round numbers."""

from __future__ import annotations

from schemas import Action, Flow, MoveStatus, Qualifier, TextSpan
from service.rules.counts import Noun
from service.rules.doc import Doc
from service.rules.totals import Board, Total, same_people

_LEAD, _FEW = 4, 9  # sentences behind a heading; a number that two totals do not share by chance


def same_total(a: Total, b: Total) -> bool:
    """Whether two totals of one number, told in two sentences, are one: their moves, tiers and posts agree."""
    if not same_people(a.counted.count, b.counted.count) or a.sentence == b.sentence:
        return False
    return _alike(a, b)


def _alike(a: Total, b: Total) -> bool:
    """Whether the moves, tiers and posts of two totals agree, as far as each of them tells these."""
    if a.status is not b.status and not _heads_plan(a, b):
        return False
    if not set(a.actions) & set(b.actions) and not _heads_move(a, b):
        return False
    if a.flow is not None and b.flow is not None and not _one_way(a.flow, b.flow):
        return False
    return not (a.roles and b.roles and set(a.roles) != set(b.roles))


def drop_rounded(board: Board) -> None:
    """A heading that rounds the total told behind it ("hơn 120", then "126 lượt") is no total of its own."""
    first = board.totals[0] if board.totals else None
    if first is None or first.sentence != 0 or first.groups or first.counted.count.qualifier is Qualifier.EXACT:
        return
    if any(_is_rounded(first, other) for other in board.totals[1:_FEW]):
        board.totals = board.totals[1:]
        board.doc.cache[_ROUNDED] = first.spots


def rounded(doc: Doc) -> list[TextSpan]:
    """What a heading tells in round numbers of a total told behind it, once the summaries have been found."""
    spots = doc.cache.get(_ROUNDED)
    return [doc.span(i, j) for i, j in spots] if isinstance(spots, list) else []


_ROUNDED = "rounded"
_NEAR = 0.1  # share of a number by which a heading rounds it


def _is_rounded(a: Total, b: Total) -> bool:
    qualifier, off = a.counted.count.qualifier, b.value - a.value
    near = abs(off) <= b.value * _NEAR and b.counted.count.qualifier is Qualifier.EXACT and b.sentence <= _LEAD
    over = qualifier in (Qualifier.OVER, Qualifier.AT_LEAST)
    if not near or a.value <= _FEW or (over and off <= 0) or (qualifier is Qualifier.UNDER and off >= 0):
        return False
    return _alike(a, b)


def _heads_plan(a: Total, b: Total) -> bool:
    """Whether a heading, which has no tense, tells of the plan that the text behind it tells in full."""
    planned = (a.status, b.status) == (MoveStatus.DONE, MoveStatus.PLANNED)
    return planned and a.sentence == 0 and b.sentence <= _LEAD and a.value > _FEW


def heads_posts(board: Board, a: Total, b: Total) -> bool:
    """Whether a heading counts by their posts those of whom the text behind it tells in the same words what they are
    given, or what is planned: "Luân chuyển 7 phó giám đốc sở"."""
    low, one, two = board.doc.tokens.low, a.counted, b.counted
    if a.sentence != 0 or not 0 < b.sentence <= _LEAD or one.noun is not Noun.TITLE or a.actions != b.actions:
        return False
    words = low[one.num_i : one.j + 1]
    return a.value > 1 and words == low[two.num_i : two.j + 1] and set(a.roles) <= set(one.roles)


def _heads_move(a: Total, b: Total) -> bool:
    """Whether a heading names the move shortly ("tăng cường") that the text behind it names by its verb ("điều
    động")."""
    moves = set(a.actions) | set(b.actions) <= _MOVING
    alike = a.value > _FEW or (bool(a.roles) and a.roles == b.roles)
    return moves and a.sentence == 0 and b.sentence <= _LEAD and alike


_MOVING = frozenset([Action.ROTATION, Action.TRANSFER, Action.SECONDMENT, Action.REINFORCEMENT])


def _one_way(a: Flow, b: Flow) -> bool:
    """Whether two directions may be one, of which one telling leaves a tier open."""
    starts, ends = {a.from_level, b.from_level} - {None}, {a.to_level, b.to_level} - {None}
    return len(starts) < 2 and len(ends) < 2
