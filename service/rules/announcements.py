"""What a sentence announces for the moves told after it: the actions, who decided, and when."""

from __future__ import annotations

from dataclasses import dataclass

from schemas import Action
from service.rules.doc import Doc
from service.rules.moves import Kind, Mark, find_marks


@dataclass(frozen=True, slots=True)
class Announcement:
    """The actions a sentence announces, the sentence's number, and the tokens from its first verb of moving to its end."""

    actions: tuple[Action, ...]
    sentence: int
    i: int
    j: int


_TRIGGERS = frozenset("luân điều bổ bầu chỉ phân biệt bổ cử thuyên tăng".split())


def announcement_in(doc: Doc, number: int, i: int, j: int) -> Announcement | None:
    """The announcement a sentence makes ("công bố quyết định điều động, bổ nhiệm ..."); None where it makes none."""
    tokens = doc.tokens
    stop = min(j, i + 400)
    low = tokens.low
    if not any(low[k] in _TRIGGERS for k in range(i, stop)):
        return None
    marks: list[Mark] = [mark for mark in find_marks(tokens, i, stop).values() if mark.kind in (Kind.MOVE, Kind.GIVE)]
    moves = [mark for mark in marks if mark.kind is Kind.MOVE]
    if not moves:
        return None
    actions: list[Action] = []
    for mark in moves:
        actions += [action for action in mark.actions if action not in actions]
    return Announcement(tuple(actions), number, moves[0].i, stop)
