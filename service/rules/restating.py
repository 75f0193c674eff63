"""Totals told over again: a number said once more without a verb, and a sum that claims the totals before it."""

from __future__ import annotations

from service.rules.clauses import Clause
from service.rules.counts import Noun
from service.rules.tokens import Lexicon
from service.rules.totals import Board, Group, Total

_FEW, _SOON = 9, 4  # a number that two totals do not share by chance; sentences in which it is the same one
_SUMMING: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "tính chung",
        "tổng cộng",
        "như vậy",
        "cả thảy",
        "tất cả",
        "tổng số",
        "nâng tổng số",
        "cộng lại",
        "tính ra",
        "tính đến nay",
    )
)


def said_again(board: Board, number: int, clause: Clause) -> Total | None:
    """A total told a little before, its number said again without a verb: "danh sách 836 giáo viên này gồm ..."."""
    if clause.counted.noun is not Noun.OFFICIAL or clause.counted.count.value <= _FEW:
        return None
    total = board.find(clause.counted.count)
    if total is None or not 0 < number - total.sentence <= _SOON:
        return None
    total.spots.append((clause.counted.i, clause.counted.j))
    board.speak_of(total, number)
    return total


def claim(board: Board, number: int, total: Total) -> None:
    """ "Tính chung, ... 34 công chức": counts told right before it that make it up exactly are its parts."""
    begin = board.doc.sentences[number][0]
    if not _SUMMING.any(board.doc.tokens, begin, min(begin + 24, total.counted.i)):
        return
    added, parts = 0, []
    totals: set[int] = set()
    for sentence, told in reversed(board.pending):
        part = told.part if isinstance(told, Total) else told
        if number - sentence > 6 or added >= total.value or part is None:
            break
        added += part.counted.count.value
        parts.append(part)
        if isinstance(told, Total):
            totals.add(id(told))
    if added == total.value and len(parts) > 1:
        total.groups.append(Group(True, parts[::-1]))
        board.drop(totals)
