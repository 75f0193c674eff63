"""Which drafts of a sentence are moves, and what they take from the posts said beside the name and from other moves."""

from __future__ import annotations

from schemas import Action
from service.rules.announcements import Announcement
from service.rules.completing import complete_titles
from service.rules.doc import Doc
from service.rules.drafts import Draft
from service.rules.held_posts import is_seat_kept, keep_own_post, leave_held, real_posts
from service.rules.lenders import lend_decider

_NEAR, _LISTED = 10, 40
"""Sentences within which an announced decision covers moves told with "giữ chức" or "làm" alone, and items of a
list "POST: PERSON"."""

_MEMORY = 200
"""How many of the last moves are looked through for the one that a sentence refers to."""


def settle(
    doc: Doc,
    drafts: list[Draft],
    kept: list[Draft],
    spoken: Announcement | None,
    news: Announcement | None,
    number: int,
) -> list[Draft]:
    """The drafts of sentence ``number`` that tell a move, completed from what stands beside and before them.

    ``news`` is what this sentence announces, ``spoken`` what the last one before it did.
    """
    out: list[Draft] = []
    for draft in drafts:
        _take_own(doc, draft)
        _complete(draft, out, kept)
        draft.listed = draft.listed or (draft.took and _is_numbered(doc, number))
        told = news if news is not None and (news.i <= draft.j or spoken is None) else spoken
        lend_decider(doc, draft, told, out, kept, number)
        if _tells(draft, told, number):
            complete_titles(doc.tokens, draft, kept + out)
            keep_own_post(draft)
            out.append(draft)
        elif ((draft.told and draft.left) or (draft.took and draft.taken)) and not (draft.denied or draft.passing):
            draft.support = True
            out.append(draft)
    return out


def _take_own(doc: Doc, draft: Draft) -> None:
    """Of posts named before a colon for all of a list, a person takes the one told behind his name: "chỉ định nhân sự
    giữ chức Chủ tịch, Phó Chủ tịch UBND xã: ông A giữ chức Chủ tịch"."""
    holder = draft.holder
    if len(draft.taken) > 1 and doc.tokens.at(holder.i - 1) == ":":
        own = [post for post in draft.taken if post.i >= holder.j]
        draft.taken = own or draft.taken


def _complete(draft: Draft, here: list[Draft], kept: list[Draft]) -> None:
    """Fill in the post left and the post taken from the successor's or predecessor's move."""
    previous = draft.replaces
    if previous is not None:
        if draft.taken or draft.toward is not None:
            if not draft.left and not real_posts(draft.held):
                source = previous if previous.taken else _last_taken(previous.name, kept)
                draft.left = [post for post in source.taken if not post.member] if source is not None else []
            draft.told = draft.told or previous.told
            if not draft.actions:
                draft.add(tuple(previous.actions))
        elif (draft.removed or draft.told) and not draft.left:
            draft.left = [post for post in previous.taken if not post.member] or list(previous.taken)
    if draft.successor_of is not None and not draft.taken and draft.toward is None:
        other = _last_of(draft.successor_of, here) or _last_of(draft.successor_of, kept)
        if other is not None:
            draft.taken = [post for post in other.left if not post.member]
            draft.inherited = bool(draft.taken)
            draft.told = draft.told or bool(draft.taken)
            draft.actions = draft.actions or list(other.actions)
    leave_held(draft)
    if draft.taken and not draft.removed:
        draft.left = [post for post in draft.left if not is_seat_kept(post)] or draft.left
    if Action.RETURN in draft.actions and not draft.taken and draft.toward is None:
        _turn_back(draft, here, kept)
    elif Action.RETURN in draft.actions and not draft.left:
        last = _last_taken(draft.name, here) or _last_taken(draft.name, kept)
        draft.left = [post for post in last.taken if not post.member] if last is not None else []


def _turn_back(draft: Draft, here: list[Draft], kept: list[Draft]) -> None:
    """A return to "the former post": the person leaves the post taken last for the one his last move left."""
    other = _last_of(draft.name, here) or _last_of(draft.name, kept)
    if other is not None and other.taken:
        last = _last_taken(draft.name, here) or _last_taken(draft.name, kept) or other
        draft.taken, draft.left = list(other.left), list(last.taken)


def _last_of(name: str, drafts: list[Draft]) -> Draft | None:
    for draft in reversed(drafts[-_MEMORY:]):
        if draft.name == name and draft.left:
            return draft
    return None


def _last_taken(name: str, drafts: list[Draft]) -> Draft | None:
    for draft in reversed(drafts[-_MEMORY:]):
        if draft.name == name and draft.taken:
            return draft
    return None


def _is_numbered(doc: Doc, number: int) -> bool:
    """Whether a sentence is an item of a numbered list: the number before it, "9.", is a sentence of its own."""
    begin, end = doc.sentences[number - 1] if number else (0, 0)
    return 0 < end - begin <= 2 and doc.tokens.at(begin).isdigit()


def _tells(draft: Draft, spoken: Announcement | None, number: int) -> bool:
    """Whether a draft tells a move: a verb of moving with a post, or a verb of holding under an announced decision."""
    if draft.denied or not (draft.taken or draft.toward or draft.left):
        return False
    draft.borrowed = draft.inherited or not (draft.told or draft.actions)
    if draft.told:
        leaves = draft.removed or draft.replaces is not None
        return bool(draft.taken or draft.toward) or (leaves and bool(draft.left))
    if draft.removed and draft.left and (not draft.taken or draft.took):
        if spoken is not None and number - spoken.sentence <= _NEAR and (draft.taken or draft.toward):
            draft.add(spoken.actions)
        return True
    if not draft.took or draft.passing or not (draft.taken or draft.toward):
        return False
    if draft.given and draft.taken:
        draft.add(spoken.actions if spoken is not None and number - spoken.sentence <= _NEAR else ())
        return True
    explicit = bool(draft.left) and not draft.held and draft.started and bool(draft.taken)
    if explicit:
        draft.add(spoken.actions if spoken is not None else ())
        return True
    if spoken is not None and number - spoken.sentence <= (_LISTED if draft.listed else _NEAR):
        draft.add(spoken.actions)
        return number > 0 or spoken.i < draft.i
    return False
