"""What other sentences add to the moves told: decisions named later, posts held, posts that successors take."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from schemas import Action, Level, MoveStatus
from service.rules.drafts import Draft
from service.rules.posts import PostMention
from service.rules.same_posts import same_post

TELLINGS = 24
"""How many moves of one person are compared with a further one."""
_BACK = 2
"""Sentences before "Các quyết định trên" that it means."""


_MEANT = frozenset(["trên", "này", "nêu"])
"""Words that make decisions those told before: "Các quyết định trên"."""


def confirms(words: list[str]) -> bool:
    """Whether a sentence says that what stood before it was decided: "Các quyết định trên ..."."""
    if _MEANT.isdisjoint(words):
        return False
    at = [k for k, word in enumerate(words[:-2]) if word == "quyết"]
    return any(words[k + 1] == "định" and words[k + 2] in _MEANT for k in at)


def confirm(kept: list[Draft], number: int) -> None:
    """Make moves of the posts that the sentences just before say persons take, now that they are called decisions."""
    for draft in kept[-TELLINGS:]:
        if draft.support and number - draft.sentence <= _BACK and draft.took and draft.taken and draft.left:
            draft.support = False


def told_again(drafts: list[Draft], kept: list[Draft], number: int) -> tuple[Draft, ...]:
    """The draft and the last move, where sentence ``number`` goes on about it: "Ông A được bổ nhiệm kể từ ngày ..."."""
    last = kept[-1] if kept and len(drafts) == 1 else None
    if last is None or last.effective or number - last.sentence > _BACK or drafts[0].name != last.name:
        return ()
    if not drafts[0].told or drafts[0].denied or drafts[0].taken or drafts[0].left or drafts[0].toward:
        return ()
    if drafts[0].actions == last.actions == [Action.ELECTION]:
        last.status = drafts[0].status  # "Kết quả, ông A trúng cử với tỷ lệ 100%"
    return (drafts[0], last) if last.status is MoveStatus.DONE else ()


def fill_from_successors(drafts: list[Draft], succeeds: list[tuple[str, str]]) -> None:
    """Give a move that names no post left the one that the person's successor takes."""
    for successor, name in succeeds[:TELLINGS]:
        taken = next((d.taken for d in drafts if d.name == successor and d.taken and not d.removed), None)
        for draft in drafts if taken else ():
            if draft.name == name and not draft.left and _goes(draft) and not draft.holder.new:
                left = [_full(post) for post in taken or ()]
                draft.left = [post for post in left if not any(same_post(post, other) for other in draft.taken)]


def _goes(draft: Draft) -> bool:
    return bool(draft.taken) or draft.toward is not None


def _last_before(drafts: list[Draft], name: str, number: int) -> int | None:
    """The sentence of a person's last move told before sentence ``number``, where his moves are more than one."""
    told = [draft for draft in drafts if draft.name == name and draft.taken and draft.sentence < number]
    posts = [draft.taken[0] for draft in told]
    several = any(not same_post(posts[0], post) for post in posts[1:])
    return told[-1].sentence if several else None


def _full(post: PostMention) -> PostMention:
    """The post of one whose successor is only acting in it: "quyền Bộ trưởng" follows a minister."""
    acting = post.title.lower().startswith("quyền ")
    return replace(post, i=post.i + 1, title=post.title[6:]) if acting else post


def fill_from(drafts: list[Draft], holds: list[tuple[str, PostMention, int]]) -> None:
    """Give a move that names no post left the one that a sentence near it says the person holds."""
    by_name: dict[str, list[tuple[PostMention, int]]] = {}
    for name, post, number in holds:
        by_name.setdefault(name, []).append((post, number))
    relieved = {draft.name: draft for draft in drafts if draft.formal and draft.leaves_only}
    goals = Counter(draft.name for draft in drafts if draft.taken and draft.status is MoveStatus.DONE)
    last = {(name, number): _last_before(drafts, name, number) for name, _, number in holds[:TELLINGS]}
    for draft in drafts:
        if draft.left or not draft.taken or draft.status is not MoveStatus.DONE or draft.passing:
            continue
        if all(post.member for post in draft.taken):
            continue  # a seat in a committee takes no post away
        freed = relieved.get(draft.name)
        if freed is not None and goals[draft.name] == 1:
            draft.left = [post for post in freed.left if not post.member] or list(freed.left)
            continue
        draft.left = [
            post
            for post, number in by_name.get(draft.name, [])[:TELLINGS]
            if 0 < abs(number - draft.sentence) <= 8
            and last.get((draft.name, number)) in (None, draft.sentence)
            and not post.bare
            and not (post.member and post.level is Level.CENTRAL)
            and not post.title.lower().startswith("bí thư trung ương đảng")
            and not any(same_post(post, other) for other in draft.taken)
        ]  # fmt: skip
