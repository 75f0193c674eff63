"""Totals of people to whom decisions are handed: what is decided is told of their parts only.

"công bố quyết định đối với 9 cán bộ, gồm điều động 4, bổ nhiệm 3, bổ nhiệm lại 2": nine people, by all these verbs.
"""

from __future__ import annotations

from schemas import Action
from service.rules.totals import Board, Group, Total, TotalPart, countable

_BEFORE = 14  # tokens before a count in which it says that it is of decisions
_PARTS = 8  # totals that may be parts of one


def add_decided(board: Board) -> None:
    """Put the total before the totals that make it up; those stay on the board beside it."""
    for sentence, told in board.pending:
        if isinstance(told, Total) or not countable(told.counted.noun) or not _is_of_decisions(board, told):
            continue
        at = next((k for k, t in enumerate(board.totals) if t.spots[0][0] >= told.counted.j), None)
        if at is None:
            continue
        parts = _adding_up(board.totals[at : at + _PARTS], sentence, told.counted.count.value)
        if not parts:
            continue
        actions: list[Action] = []
        for part in parts:
            actions += [action for action in part.actions if action not in actions]
        total = Total(told.counted, tuple(actions), parts[0].status, sentence, [(told.i, told.counted.j)])
        total.jurisdiction, total.decided_by, total.period = parts[0].jurisdiction, parts[0].decided_by, parts[0].period
        total.groups.append(Group(True, [part.part for part in parts if part.part is not None]))
        board.totals.insert(at, total)


def _is_of_decisions(board: Board, told: TotalPart) -> bool:
    low, end = board.doc.tokens.low, told.counted.i
    words = low[max(told.i, end - _BEFORE) : end]
    return "quyết" in words and words[-1] in ("cho", "với")


def _adding_up(totals: list[Total], sentence: int, value: int) -> list[Total]:
    """The totals in a row, of this sentence and the next, that make the value; empty where they do not."""
    added, out = 0, []
    for total in totals:
        if total.sentence - sentence > 1 or added >= value:
            break
        added += total.value
        out.append(total)
    return out if added == value and len(out) > 1 else []
