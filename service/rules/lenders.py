"""Who decides a move that does not say so itself: who decided what was announced, or on the person told before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from schemas import Action, MoveStatus
from service.rules.announcements import Announcement
from service.rules.deciders import body_from, decider_in
from service.rules.doc import Doc
from service.rules.drafts import Draft

_LISTED, _FAR = 40, 14
"""Sentences within which an announcement says who decides the items of its list, and the moves told after it."""
_RELIEVING = frozenset(["miễn", "bãi", "cho"])
"""First syllables of the verbs that relieve."""
_BEFORE = 60
"""Tokens before a verb of relieving in which the body that decides is looked for."""
_ASSEMBLIES = frozenset(["hđnd", "quốc", "đại", "hội"])
"""First syllables of the bodies that elect and relieve, and do not appoint."""
_PLACES = frozenset(["tỉnh", "huyện", "xã", "phường", "quận", "trường", "ngành"])
_WITHIN = frozenset(["ủy", "của", "cấp", "thuộc", "ubnd", "hđnd", "an", "trong", "toàn", "tại", "ở", "dân"])
"""Places that may stand without a name for who governs there, and words behind which they do not."""
_ALONE = frozenset(["bộ trưởng", "giám đốc", "chánh án", "viện trưởng", "hiệu trưởng", "cục trưởng", "tổng giám đốc"])
_OF_A_BODY = frozenset(["bộ", "sở", "công", "tand", "vksnd", "trường", "cục", "tổng", "đại", "học", "bệnh"])
"""Offices that may stand for themselves once they were named with their body, and how the name of that body begins."""
_RECALLED, _LONGEST = 400, 16
"""Tokens before such an office in which its body is looked for, and tokens that the two together have at most."""


def lend_decider(
    doc: Doc, draft: Draft, told: Announcement | None, here: Sequence[Draft], kept: Sequence[Draft], number: int
) -> None:
    """Give a move of sentence ``number`` that names nobody who decides the one that others name.

    ``told`` is what was announced last, ``here`` the moves told before it in its sentence, ``kept`` those before.
    """
    if Action.ELECTION in draft.actions and draft.status is MoveStatus.PLANNED:
        draft.decider = draft.decider or _will_elect(doc, draft)
        return
    last = here[-1] if here and here[-1].sentence == number and here[-1].formal else None
    if draft.decider is None and draft.formal and draft.leaves_only:
        draft.decider = _relieves(doc, draft, last)
    if draft.decider is None and told is not None:
        draft.decider = _announced(doc, told, draft, number)
        draft.lent = draft.decider is not None and draft.decider[0] < doc.sentences[number][0]
    if draft.decider is None and Action.ELECTION in draft.actions:
        if last is not None and last.leaves_only and last.name == draft.name and not draft.carries:
            return  # "HĐND tỉnh miễn nhiệm ông A, người vừa đắc cử chức Bí thư Tỉnh ủy"
        if last is not None and last.leaves_only:
            draft.decider = last.decider  # "HĐND tỉnh miễn nhiệm ông A và bầu ông B"
        else:
            draft.decider = _assembly_before(doc, kept, number)
            draft.lent = draft.decider is not None


def _will_elect(doc: Doc, draft: Draft) -> tuple[int, int] | None:
    """The assembly that a person is presented to: "được giới thiệu để HĐND huyện bầu giữ chức POST"."""
    tokens = doc.tokens
    for k in range(draft.i, min(draft.j, draft.i + _BEFORE)):
        found = body_from(tokens, k + 1, min(len(tokens), k + _LONGEST)) if tokens.low[k] in ("để", "ra") else None
        if found is not None and not {"bầu", "xem", "hiệp"}.isdisjoint(tokens.low[found[1] : found[1] + 2]):
            return found
    return None


def _announced(doc: Doc, told: Announcement, draft: Draft, number: int) -> tuple[int, int] | None:
    """Who decides a move as what was announced says; None where that tells of others.

    An assembly elects, and others appoint: what this sentence does not say itself is the last one's of the right kind.
    Whom the person relieves or who follows him is moved by the same decision where a verb of moving tells of him.
    """
    if not draft.carries or _aside(draft):
        return None
    if number == told.sentence and told.decider is not None and told.decider[0] >= doc.sentences[number][0]:
        return told.decider
    far = number - told.sentence > (_LISTED if draft.listed else _FAR)
    if far or draft.status is MoveStatus.PLANNED or _by_the_place(doc, draft):
        return None
    if not (draft.actions or draft.formal):
        elects = told.decider is not None and doc.tokens.low[told.decider[0]] in _ASSEMBLIES
        return None if elects and Action.ELECTION not in told.actions else told.decider
    chosen = draft.formal or (Action.ELECTION in draft.actions and Action.APPOINTMENT not in draft.actions)
    one: Announcement | None = told
    while one is not None and number - one.sentence <= _FAR:
        if one.decider is not None and _may(doc, one.decider, chosen):
            return one.decider
        one = one.before
    return None


def _by_the_place(doc: Doc, draft: Draft) -> bool:
    """Whether a place with no name is the subject of the verb that tells a move: "nay tỉnh điều động ông A ..."."""
    low, k = doc.tokens.low, draft.i - 1
    while k > 0 and low[k] in ("đã", "vừa", "cũng", "mới", "tiếp", "tục"):
        k -= 1
    return k > 0 and low[k] in _PLACES and low[k - 1] not in _WITHIN


def _aside(draft: Draft) -> bool:
    """Whether a move is told in passing: of who was there before, or of who follows with no verb of his own."""
    main = draft.replaces
    if main is not None:
        return draft.leaves_only or not (draft.told or draft.actions) or not (main.taken and (main.told or main.took))
    return draft.successor_of is not None and draft.inherited


def _may(doc: Doc, body: tuple[int, int], chosen: bool) -> bool:
    """Whether a body is of the kind that elects, or of the kind that appoints; a Party committee does both."""
    first = doc.tokens.low[body[0]]
    if first == "bch" or doc.tokens.low[body[0] : body[0] + 2] == ["ban", "chấp"]:
        return True
    return (first in _ASSEMBLIES) == chosen


def _assembly_before(doc: Doc, kept: Sequence[Draft], number: int) -> tuple[int, int] | None:
    """The assembly that relieved or elected the persons told last: it goes on to elect."""
    for draft in reversed(kept[-_FAR:]):
        if number - draft.sentence > _FAR:
            break
        if draft.decider is not None and doc.tokens.low[draft.decider[0]] in _ASSEMBLIES:
            return draft.decider
    return None


def _relieves(doc: Doc, draft: Draft, last: Draft | None) -> tuple[int, int] | None:
    """Who relieves a person of a post, where the body stands before the verb ("HĐND tỉnh đã miễn nhiệm POST"), or who
    relieves the person named before him of the same post."""
    before = last.decider if last is not None else None
    if doc.tokens.low[draft.i] not in _RELIEVING:
        return before if last is not None and last.left == draft.left else None
    begin, end = doc.sentence_of(draft.i)
    own = decider_in(doc.tokens, max(begin, draft.i - _BEFORE), min(end, draft.j + 1), draft.i)
    return own or (before if doc.tokens.at(draft.i - 1) in ("và", ",", ";") else None)


def named_in_full(doc: Doc, body: tuple[int, int]) -> tuple[int, int]:
    """An office that stands alone as it was last named with its body: "Bộ trưởng" for "Bộ trưởng Bộ Công an"."""
    tokens, size = doc.tokens, body[1] - body[0]
    words = tokens.low[body[0] : body[1]]
    if " ".join(words) not in _ALONE:
        return body
    at = tokens.index[words[0]]
    for k in reversed(at[bisect_right(at, body[0] - _RECALLED) : bisect_left(at, body[0])]):
        if tokens.low[k : k + size] == words:
            whole = body_from(tokens, k, min(len(tokens), k + _LONGEST))
            if whole is not None and whole[1] - k > size and tokens.low[k + size] in _OF_A_BODY:
                return whole
    return body
