"""Rows of persons below a sentence that ends with a colon: "bổ nhiệm 3 Phó Giám đốc Sở Y tế gồm:", a line for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schemas import Action, MoveStatus
from service.rules.drafts import Pending
from service.rules.holders import Holder
from service.rules.move_words import Kind
from service.rules.moves import NEWS_STARTS, Mark, find_marks
from service.rules.people import read_items
from service.rules.posts import PostMention, post_at
from service.rules.references import PersonMention
from service.rules.tokens import Tokens

_NEXT = 3
"""Sentences from one row to the next: a number with its stop, a caption."""
_COUNTED = 8
"""Tokens behind a verb of relieving that count who they are: "miễn nhiệm 12 thành viên Chính phủ, gồm:"."""
_BULLETS = frozenset("-–+•*.)")
_BEHIND = frozenset(",;.(-–:")
_OPEN = (Kind.PLANNED, Kind.CANCELLED, Kind.NOT, Kind.UNTIL, Kind.NOMINATE, Kind.TOWARD, Kind.FROM)
_TELLING = (Kind.MOVE, Kind.TAKE, Kind.LEAVE, Kind.REMOVE, Kind.PASSIVE, Kind.RETURN, Kind.REPLACE, Kind.SPEAK)


class RowList:
    """The move that a sentence with a colon at its end tells of the persons in the rows below it."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.told: Pending | None = None
        self.last = -1
        self.marked: bool | None = None

    def head(self, here: Sequence[PersonMention], number: int, i: int, j: int) -> None:
        """Note what sentence ``number``, which ends with a colon, tells of the rows below it."""
        low = self.tokens.low
        if not NEWS_STARTS.isdisjoint(low[i:j]):
            self.told, self.last, self.marked = _told(self.tokens, here, i, j), number, None

    def row(self, here: Sequence[PersonMention], number: int, i: int, j: int) -> Pending | None:
        """The verb that waits for the person of a row, or None where the sentence from token ``i`` to ``j`` is none."""
        if self.told is None or number - self.last > _NEXT:
            return None
        low, first = self.tokens.low, here[0]
        start = first.i
        if self.told.removed and not self.told.left:  # the rows say of what they are relieved
            start = next((k for k in range(i, min(i + _NEXT, first.i)) if low[k].isalpha()), first.i)
            if not _is_title(self.tokens, start, first.i):
                start = first.i
                if not _has_title(self.tokens, first.j, j):
                    return None
        lead = low[i:start]
        numbered = i >= 2 and low[i - 1] == "." and low[i - 2].isdigit()
        marked = numbered or bool(lead)
        lines = all(word in _BULLETS or word.isdigit() for word in lead) and len(lead) <= _NEXT
        ends = first.j >= j or low[first.j] in _BEHIND
        if not (lines and ends) or (self.marked is not None and marked != self.marked):
            return None
        if any(mark.kind in _TELLING for mark in find_marks(self.tokens, i, j).values()):
            self.told = None
            return None
        self.last, self.marked = number, marked
        return replace(self.told, i=start, j=first.i, row=True)


def _is_title(tokens: Tokens, k: int, stop: int) -> bool:
    """Whether posts and commas are all that stands from token ``k`` up to a name at ``stop``."""
    titled = k < stop
    while k < stop:
        post = post_at(tokens, k, stop)
        if post is None:
            return False
        k = post.j + (tokens.at(post.j) == "," and post.j + 1 < stop)
    return titled and k == stop


def _has_title(tokens: Tokens, k: int, stop: int) -> bool:
    """Whether a sign and a post stand behind a name that ends before token ``k``: "Ông A - Bộ trưởng"."""
    return k + 1 < stop and tokens.low[k] in ",-–:(" and post_at(tokens, k + 1, stop) is not None


def _told(tokens: Tokens, here: Sequence[PersonMention], i: int, j: int) -> Pending | None:
    """The one post that the sentence says its rows take or leave; None where it is planned, or none or several are.

    Whom it relieves of no post told is relieved of the one told in his row: "13 người được miễn nhiệm gồm:".
    """
    pending: Pending | None = None
    posts: list[PostMention] = []
    asked, last = False, i
    for item in read_items(tokens, here, find_marks(tokens, i, j), i, j):
        if isinstance(item, Holder):
            if pending is not None:
                return None
        elif isinstance(item, PostMention):
            if pending is not None and item.roles and not item.title.lower().startswith("thành viên chính phủ"):
                posts.append(item)
        elif isinstance(item, Mark):
            asked = asked or item.kind is Kind.PLANNED
            if item.kind in _OPEN and item.kind is not Kind.PLANNED:
                return None
            if item.kind in (Kind.MOVE, Kind.REMOVE):
                pending = pending or Pending(item.i, item.j, [])
                pending.actions += [action for action in item.actions if action not in pending.actions]
                pending.removed = pending.formal = item.kind is Kind.REMOVE
                last = item.j
    reach = _COUNTED if "gồm" in tokens.low[last:j] else _NEXT
    own = pending is not None and pending.removed and not posts and j - last <= reach
    if pending is None or (asked and not own) or (len(posts) != 1 and not own):
        return None
    if pending.removed:
        pending.left, pending.status = posts, MoveStatus.PLANNED if asked else MoveStatus.DONE
        pending.actions = [action for action in pending.actions if action is not Action.ELECTION]
    else:
        pending.taken = posts
    return pending


def is_row_of_post(words: Sequence[str]) -> bool:
    """Whether a sentence may be "POST: PERSON"; "Các thứ trưởng gồm: ông A, bà B" moves nobody."""
    if ":" not in words:
        return False
    return words[words.index(":") - 1] not in ("gồm", "là")
