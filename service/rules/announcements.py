"""What a sentence announces for the moves told after it: the actions, who decided, and when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from schemas import Action
from service.rules.deciders import decider_in
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a sentence announces: the actions, and the tokens of who decides them.

    ``sentence`` is its number, ``i`` and ``j`` the tokens from its first verb of moving to its end.
    """

    actions: tuple[Action, ...]
    sentence: int
    i: int
    j: int
    decider: tuple[int, int] | None


_NOUNS = frozenset(["hoạch", "trương", "tác", "đợt", "án"])
"""Last syllables of nouns that take a verb of moving: "kế hoạch luân chuyển", "công tác điều động"."""


def announcement_of(
    tokens: Tokens, marks: Collection[Mark], number: int, i: int, stop: int, before: Announcement | None
) -> Announcement | None:
    """What the marks of a sentence announce ("quyết định điều động, bổ nhiệm ..."); None where no verb of moving is."""
    moves = [mark for mark in marks if mark.kind is Kind.MOVE]
    recent = before is not None and number - before.sentence <= 5
    if not moves:
        handed = [mark for mark in marks if mark.kind is Kind.GIVE and tokens.low[mark.i] in ("trao", "công", "ký")]
        words = tokens.low[i:stop]
        if not handed or "định" not in words or not ("cán" in words or "nhân" in words):
            return None
        decider = decider_in(tokens, i, stop, handed[0].i)
        if before is not None and recent:
            return Announcement(before.actions, number, handed[0].i, stop, decider or before.decider)
        return Announcement((), number, handed[0].i, stop, decider)
    actions: list[Action] = []
    for mark in moves:
        actions += [action for action in mark.actions if action not in actions]
    first = next((mark for mark in moves if tokens.at(mark.i - 1) not in _NOUNS), moves[0])
    decider = decider_in(tokens, i, stop, first.i)
    if decider is None and before is not None and recent:
        decider = before.decider
    return Announcement(tuple(actions), number, moves[0].i, stop, decider)
