"""Moves of people who are counted first and named in the next sentence.

"Hai trường hợp được điều động về Sở Nội vụ làm Phó giám đốc. Hai trường hợp này gồm anh A và chị B": the first sentence
tells the move, the second names who moved.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.rules.drafts import Pending
from service.rules.move_words import Kind
from service.rules.moves import Mark, find_marks
from service.rules.people import read_items
from service.rules.posts import PostMention
from service.rules.tokens import Tokens

_LEAD = 9
_SUBJECT = 24  # tokens in which a counted post ends


def goes_on(words: Sequence[str]) -> bool:
    """Whether a sentence without a person goes on about the one before: "Đồng thời được bổ nhiệm giữ chức POST"."""
    lead = [word for word in words[:6] if word not in (",", "đã", "cũng", "ông", "bà")]
    return lead[:2] in (["đồng", "thời"], ["sau", "đó"], ["tiếp", "đó"]) and lead[2:3] == ["được"] and "sự" not in lead


def names_the_counted(words: Sequence[str]) -> bool:
    """Whether a sentence, given by its lower-case tokens, says who those counted before are: "Đó là", "... này gồm"."""
    lead = list(words[:_LEAD])
    if "là" not in lead and "gồm" not in lead:
        return False
    return lead[:2] == ["đó", "là"] or ("này" in lead and ("gồm" in lead or lead.index("này") + 1 == _at(lead, "là")))


def counts_first(words: Sequence[str], elected: bool) -> bool:
    """Whether a sentence, by its lower-case tokens, begins with a number and says who: "Hai POST là A và B".

    Behind an election (``elected``) "Các POST gồm A và B" does so too.
    """
    counted = words[:1] and (words[0].isdigit() or words[0] in ("hai", "ba", "bốn") or (elected and words[0] == "các"))
    return bool(counted) and any(word in ("là", "gồm") for word in words[:_SUBJECT])


def held_before(words: list[str]) -> bool:
    """Whether a sentence, given by its lower-case tokens, says who held a post before: "POST trước đó là ông A"."""
    at = words.index("là")
    return words[max(0, at - 2) : at] == ["trước", "đó"]


def _at(lead: list[str], word: str) -> int:
    return lead.index(word) if word in lead else -1


def _counted(tokens: Tokens, i: int, verb: int) -> bool:
    """Whether a number stands before a post, a word or two behind its verb: "bầu bổ sung 2 POST"."""
    return 0 < i - verb <= _BEHIND and (tokens.low[i - 1].isdigit() or tokens.low[i - 1] in ("hai", "ba", "bốn"))


_BEHIND = 4
"""Tokens between the end of a verb and the post of those whom it counts."""


def counted_move(tokens: Tokens, i: int, j: int) -> Pending | None:
    """The move that the sentence at tokens ``i`` up to ``j`` tells of people it does not name; None for none."""
    pending: Pending | None = None
    takes = False
    for item in read_items(tokens, [], find_marks(tokens, i, j), i, j):
        if isinstance(item, Mark) and item.kind is Kind.MOVE:
            if pending is None or pending.taken:
                pending = Pending(item.i, item.j, [])
            pending.actions += [action for action in item.actions if action not in pending.actions]
        elif isinstance(item, Mark):
            takes = takes or item.kind is Kind.TAKE
        elif isinstance(item, PostMention) and pending is not None:
            if not item.roles:
                pending.toward = pending.toward or item
            elif (takes or _counted(tokens, item.i, pending.j)) and not pending.taken:
                pending.taken = [item]
                pending.j = item.j
    return pending if pending is not None and pending.taken else None
