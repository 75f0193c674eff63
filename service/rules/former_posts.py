"""The posts that the people of a total held before they were moved, told in a sentence of their own."""

from __future__ import annotations

from schemas import Grouping, Role
from service.rules.parts import part_of
from service.rules.tally import Told
from service.rules.totals import Board, Group, Total


def came_from(board: Board, parent: Total, told: Told) -> bool:
    """ "Thời điểm luân chuyển có 19 thứ trưởng, 25 vụ trưởng": the posts that the people of a total came from.

    So are the posts of "trong số cán bộ luân chuyển có ..." where those given have been told of all of them already.
    """
    tokens, begin = board.doc.tokens, board.doc.sentences[told.sentence][0]
    head = (tokens.at(begin), tokens.at(begin + 1))
    placed = any(g.sum == parent.value and all(p.roles for p in g.parts) for g in parent.groups)
    if head not in _EARLIER and not (head == ("trong", "số") and placed and not told.clauses[0].topic):
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


_EARLIER = (("thời", "điểm"), ("trước", "khi"), ("tại", "thời"))
