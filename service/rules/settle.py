"""Which drafts of a sentence are moves, and what they take from the posts said beside the name and from other moves."""

from __future__ import annotations

from schemas import Action
from service.rules.announcements import Announcement
from service.rules.completing import complete_titles
from service.rules.deciders import decider_in
from service.rules.doc import Doc
from service.rules.drafts import Draft
from service.rules.held_posts import is_seat_kept, keep_own_post, leave_held, real_posts

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
        _complete(draft, out, kept)
        told = news if news is not None and (news.i <= draft.j or spoken is None) else spoken
        last = out[-1] if out and out[-1].sentence == number and out[-1].formal else None
        if draft.decider is None and draft.formal and draft.leaves_only:
            draft.decider = _relieves(doc, draft, last)
        if draft.decider is None and told is not None and _governs(doc, told, draft, number):
            draft.decider = told.decider
            draft.lent = told.decider is not None and told.decider[0] < doc.sentences[number][0]
        if draft.decider is None and Action.ELECTION in draft.actions and last is not None and last.leaves_only:
            draft.decider = last.decider  # "HĐND tỉnh miễn nhiệm ông A và bầu ông B"
        if _tells(draft, told, number):
            complete_titles(doc.tokens, draft, kept + out)
            keep_own_post(draft)
            out.append(draft)
        elif ((draft.told and draft.left) or (draft.took and draft.taken)) and not (draft.denied or draft.passing):
            draft.support = True
            out.append(draft)
    return out


def _governs(doc: Doc, told: Announcement, draft: Draft, number: int) -> bool:
    """Whether who decides the announced moves decides this one: not a predecessor's or successor's, told in passing;
    an assembly elects, and others appoint."""
    if told.decider is None or draft.replaces is not None or draft.successor_of is not None or not draft.carries:
        return False
    if number == told.sentence:
        return True
    if number - told.sentence > (_LISTED if draft.listed else _FAR):
        return False
    assembly = doc.tokens.low[told.decider[0]] in _ASSEMBLIES
    chosen = draft.formal or (Action.ELECTION in draft.actions and Action.APPOINTMENT not in draft.actions)
    return assembly == chosen or not (draft.actions or draft.formal)


def _relieves(doc: Doc, draft: Draft, last: Draft | None) -> tuple[int, int] | None:
    """Who relieves a person of a post, where the body stands before the verb ("HĐND tỉnh đã miễn nhiệm POST"), or who
    relieves the person named before him of the same post."""
    before = last.decider if last is not None else None
    if doc.tokens.low[draft.i] not in _RELIEVING:
        return before if last is not None and last.left == draft.left else None
    begin, end = doc.sentence_of(draft.i)
    own = decider_in(doc.tokens, max(begin, draft.i - _BEFORE), min(end, draft.j + 1), draft.i)
    return own or (before if doc.tokens.at(draft.i - 1) in ("và", ",", ";") else None)


_RELIEVING = frozenset(["miễn", "bãi", "cho"])
"""First syllables of the verbs that relieve."""
_BEFORE = 60
"""Tokens before a verb of relieving in which the body that decides is looked for."""
_FAR = 14
"""Sentences within which an announcement says who decides the moves told after it."""
_ASSEMBLIES = frozenset(["hđnd", "quốc", "đại", "hội"])


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
    if explicit and spoken is not None:
        draft.add(spoken.actions)
        return True
    if spoken is not None and number - spoken.sentence <= (_LISTED if draft.listed else _NEAR):
        draft.add(spoken.actions)
        return number > 0 or spoken.i < draft.i
    return False
