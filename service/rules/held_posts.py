"""Which of the posts held a move leaves, and which a person keeps."""

from __future__ import annotations

from schemas import Action, Level, Role
from service.rules.drafts import Draft
from service.rules.posts import PostMention
from service.rules.same_posts import fuller, same_post

_RANKS = ("kiểm sát viên", "thẩm phán", "chuyên viên", "điều tra viên", "thẩm tra viên", "kiểm tra viên")
"""Ranks of the civil service: beside a post they are no post of their own."""
_MOVED = frozenset([Action.TRANSFER, Action.ROTATION, Action.SECONDMENT, Action.REINFORCEMENT, Action.REMOVAL])
"""What takes a person out of the post held."""


def real_posts(held: list[PostMention]) -> list[PostMention]:
    """The posts held without seats that stay; ranks only where there is nothing else."""
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


def is_seat_kept(post: PostMention) -> bool:
    """Whether a post that somebody was in before his move is a seat that no move takes: the Central Committee's."""
    secretary = post.title.lower().startswith("bí thư trung ương đảng")
    return secretary or (Role.MEMBER in post.roles and post.level is Level.CENTRAL and _kept(post))


def leave_held(draft: Draft) -> None:
    """The posts left: those a verb names, in the fuller words of the apposition; else those in apposition."""
    if draft.holder.new:
        return
    held = real_posts(draft.held)
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
    sent = not _MOVED.isdisjoint(draft.actions) and any(post.title.lower().startswith("thành viên") for post in taken)
    if taken and all(post.member for post in taken) and not sent:
        return  # but "điều động ông A, POST, giữ chức Thành viên HĐTV Công ty B"
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


_OWN = ("bộ", "sở", "ban", "cục", "viện", "trường", "vị", "học", "quan")


def keep_own_post(draft: Draft) -> None:
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
    acting = post.title.lower().startswith("quyền ") and not taken.title.lower().startswith("quyền ")
    if post.former or acting:
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
