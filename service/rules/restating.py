"""Totals told over again: a number said once more, a sum that claims the totals before it, a part that completes."""

from __future__ import annotations

from schemas import Qualifier
from service.rules.clauses import Clause
from service.rules.counts import Noun
from service.rules.parts import part_of
from service.rules.tally import Told
from service.rules.tokens import Lexicon
from service.rules.totals import Board, Group, Total, TotalPart, same_people

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
        if isinstance(told, Total) and not told.groups:
            totals.add(id(told))
    if added == total.value and len(parts) > 1:
        total.groups.append(Group(True, parts[::-1]))
        board.drop(totals)


def completes(board: Board, parent: Total, told: Told) -> bool:
    """ "Trưởng Công an huyện điều động 9 cán bộ": the last part behind those told before, which makes them whole."""
    clause, governor, group = told.clauses[0], told.governors[0], parent.groups[-1] if parent.groups else None
    if len(told.clauses) > 1 or governor is None or group is None or len(group.parts) < 2 or clause.topic:
        return False
    if not governor.before or not set(governor.actions) & set(parent.actions):
        return False
    count = clause.counted.count
    if count.qualifier is not Qualifier.EXACT or group.sum + count.value != parent.value:
        return False
    told_of = Clause(clause.counted, max(clause.i, governor.i), clause.j, clause.openers, False)
    group.parts.append(part_of(board.doc, told_of))
    group.whole = True
    board.speak_of(parent, told.sentence)
    return True


def is_whole(parent: Total, clause: Clause) -> bool:
    """Whether "trong đó có 94 công chức" is the total itself, told in a headline before, and no part of it."""
    return clause.counted.noun is Noun.OFFICIAL and same_people(parent.counted.count, clause.counted.count)


def names_parent(part: TotalPart, parent: Total) -> bool:
    """Whether a part is only the total said again: "trong số gần 80 đội viên ... theo Dự án tuyển 80 đội viên"."""
    told = part.flow in (None, parent.flow) and (not part.roles or not parent.roles or part.roles == parent.roles)
    return told and part.counted.noun is Noun.OFFICIAL and same_people(part.counted.count, parent.counted.count)


_SOON = 3  # sentences behind a total in which the last of its parts may be told


def add_missing(total: Total, others: list[Total]) -> None:
    """Add the part that makes told parts whole, told as a total of its own: "486 lượt. Trong đó, cấp tỉnh luân chuyển
    92 lượt, gồm ... Cấp huyện luân chuyển 394 lượt, gồm ..."."""
    for group in total.groups:
        lacking = total.value - group.sum
        if not group.parts or lacking <= _FEW:
            continue
        for other in others:
            near = other.sentence - total.sentence <= _SOON and other.told is not None
            if near and other.value == lacking and other.actions == total.actions and other.part is not None:
                group.parts.append(other.part)
                group.whole = True
                return


_FEW = 4  # a number that fits by chance
