"""Which drafts of a sentence are moves, and what they take from the posts said beside the name and from other moves."""

from __future__ import annotations

from schemas import Action, Level, Role
from service.rules.announcements import Announcement
from service.rules.completing import complete_titles
from service.rules.doc import Doc
from service.rules.drafts import Draft
from service.rules.merging import fuller, same_post
from service.rules.posts import PostMention

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
        if draft.decider is None and told is not None and _governs(doc, told, draft, number):
            draft.decider, draft.lent = told.decider, number != told.sentence
        if _tells(draft, told, number):
            complete_titles(doc.tokens, draft, kept + out)
            _keep_own_post(draft)
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


_FAR = 14
"""Sentences within which an announcement says who decides the moves told after it."""
_ASSEMBLIES = frozenset(["hđnd", "quốc", "đại", "hội"])


def _complete(draft: Draft, here: list[Draft], kept: list[Draft]) -> None:
    """Fill in the post left and the post taken from the successor's or predecessor's move."""
    previous = draft.replaces
    if previous is not None:
        if draft.taken or draft.toward is not None:
            if not draft.left and not _real(draft.held):
                source = previous if previous.taken else _last_taken(previous.name, kept)
                draft.left = [post for post in source.taken if not post.member] if source is not None else []
            draft.told = draft.told or previous.told
            if not draft.actions:
                draft.add(tuple(previous.actions))
        elif draft.removed and not draft.left:
            draft.left = list(previous.taken)
    if draft.successor_of is not None and not draft.taken and draft.toward is None:
        other = _last_of(draft.successor_of, here) or _last_of(draft.successor_of, kept)
        if other is not None:
            draft.taken = [post for post in other.left if not post.member]
            draft.inherited = bool(draft.taken)
            draft.told = draft.told or bool(draft.taken)
            draft.actions = draft.actions or list(other.actions)
    _leave_held(draft)
    if draft.taken and not draft.removed:
        draft.left = [post for post in draft.left if not _seat_kept(post)] or draft.left
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


_RANKS = ("kiểm sát viên", "thẩm phán", "chuyên viên", "điều tra viên", "thẩm tra viên", "kiểm tra viên")
"""Ranks of the civil service: beside a post they are no post of their own."""


def _real(held: list[PostMention]) -> list[PostMention]:
    real = [post for post in held if not _kept(post)]
    posts = [post for post in real if not post.title.lower().startswith(_RANKS)]
    return posts or real


def _kept(post: PostMention) -> bool:
    """Whether a post in apposition is one that stays: a seat in the Central Committee or the Assembly."""
    title = post.title.lower()
    if Role.MEMBER not in post.roles:
        return title == "thường trực ban bí thư" or title.startswith(("bí thư trung ương đảng", "bí thư tw đảng"))
    central = post.level is Level.CENTRAL or "tư đảng" in title or "t.ư đảng" in title
    return central or title.startswith(("đại biểu", "đảng ủy")) or " ủy viên" in title


def _seat_kept(post: PostMention) -> bool:
    """Whether a post that somebody was in before his move is a seat that no move takes: the Central Committee's."""
    secretary = post.title.lower().startswith("bí thư trung ương đảng")
    return secretary or (Role.MEMBER in post.roles and post.level is Level.CENTRAL and _kept(post))


def _leave_held(draft: Draft) -> None:
    """The posts left: those a verb names, in the fuller words of the apposition; else those in apposition."""
    if draft.holder.new:
        return
    held = _real(draft.held)
    if draft.told and not draft.taken and held and held[-1].title.lower().startswith(("phụ trách", "điều hành")):
        draft.taken, held = [held[-1]], held[:-1]
    if Action.RETURN in draft.actions and not draft.left:
        draft.left = held
        return
    if draft.left:
        named = [post for post in draft.left if not post.title.lower().startswith(("ban chấp hành", "ban thường vụ"))]
        left: list[PostMention] = []
        for post in named or draft.left:
            match = next((other for other in held if same_post(other, post) and _covers(other, post)), None)
            if match is not None and match in left:
                continue
            left.append(fuller(post, match) if match is not None else post)
        draft.left = left if named or not (draft.taken or draft.toward) else held + left
        return
    if Action.REAPPOINTMENT in draft.actions and (again := [post for post in held if _is_again(post, draft)]):
        draft.taken = again
        return
    taken = draft.taken
    if taken and all(post.member for post in taken):
        return
    draft.left = [
        post for post in held if _is_elsewhere(post, draft) or not any(_is_new(post, other) for other in taken)
    ]
    if len(draft.left) < len(held):  # elected again: a seat beside the post stays too
        draft.left = [post for post in draft.left if Role.MEMBER not in post.roles]


def _is_again(post: PostMention, draft: Draft) -> bool:
    """Whether one appointed again takes the post said beside his name: no post is told, or its head alone."""
    return all(other.bare and same_post(other, post) for other in draft.taken)


def _is_elsewhere(post: PostMention, draft: Draft) -> bool:
    """Whether a post held names a body other than the one the person is sent to, where he takes a post told short."""
    sent = draft.toward
    short = any(not _names_a_body(other) for other in draft.taken)
    return sent is not None and short and _names_a_body(post) and sent.title.lower() not in post.title.lower()


def _names_a_body(post: PostMention) -> bool:
    """Whether a title names its body: "Phó giám đốc Sở Y tế", not "Phó giám đốc Sở"."""
    kinds = ("sở", "ban", "cục", "phòng", "huyện", "tỉnh", "chi", "trung")
    return any(word[:1].isupper() and word.lower() not in kinds for word in post.title.split()[1:])


def _covers(held: PostMention, named: PostMention) -> bool:
    return set(named.roles) <= set(held.roles)


_MOVED = frozenset([Action.TRANSFER, Action.ROTATION, Action.SECONDMENT, Action.REINFORCEMENT, Action.REMOVAL])


_OWN = ("bộ", "sở", "ban", "cục", "viện", "trường")


def _keep_own_post(draft: Draft) -> None:
    """Who is put in charge of his own body keeps his post in it: "giao ông A, Phó Giám đốc Sở B, phụ trách Sở B"."""
    charge = draft.taken[0].title.lower() if draft.taken else ""
    if charge.startswith(("phụ trách", "điều hành")) and _MOVED.isdisjoint(draft.actions):
        body = set(charge.split()[2:]) - {"điều", "hành", "trách,"}
        party = "đảng bộ" in charge[:30]
        own = party or charge.split()[-1] in _OWN  # "phụ trách công việc của Bộ"
        draft.left = [
            post for post in draft.left
            if post not in draft.held or not (own or post.bare or len(body & set(post.title.lower().split())) > 1)
        ]  # fmt: skip


_UNIT_KINDS = frozenset(["quận", "huyện", "tp", "thị", "xã", "phường", "tỉnh", "phố"])


def _is_new(post: PostMention, taken: PostMention) -> bool:
    """Whether the post in apposition is the new one, as in a caption after the move."""
    if post.former:
        return False
    wider = set(taken.roles) < set(post.roles) and post.place is not None and post.place == taken.place
    if wider and same_post(post, taken):
        return True  # "ông A, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh X, được bầu làm Chủ tịch UBND tỉnh X"
    if "khóa" in post.title.lower().split() and same_post(post, taken):
        return True  # "ông A, Bí thư Huyện ủy khóa XX, tái cử Bí thư Huyện ủy"
    if post.title.lower().startswith(("tập sự", "phụ trách")) and not taken.title.lower().startswith("phụ"):
        return False
    first, second = set(post.title.lower().split()), set(taken.title.lower().split())
    kinds = first & _UNIT_KINDS, second & _UNIT_KINDS
    if kinds[0] and kinds[1] and kinds[0].isdisjoint(kinds[1]):
        return False  # of the district before, of the city made of it now
    return first == second or (
        (first <= second or second <= first or post.place is not None)
        and same_post(post, taken)
        and set(post.roles) == set(taken.roles)
        and (post.place or "") == (taken.place or "")
    )


def _tells(draft: Draft, spoken: Announcement | None, number: int) -> bool:
    """Whether a draft tells a move: a verb of moving with a post, or a verb of holding under an announced decision."""
    if draft.denied or not (draft.taken or draft.toward or draft.left):
        return False
    if draft.told:
        return bool(draft.taken or draft.toward) or (draft.removed and bool(draft.left))
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
