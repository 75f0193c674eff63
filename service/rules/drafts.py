"""Moves in the making: what the frames collect about one person's move before it becomes an event."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from schemas import Action, MoveStatus
from service.rules.holders import Holder
from service.rules.names import PROVINCES
from service.rules.posts import PostMention
from service.rules.tokens import Tokens


@dataclass
class Draft:
    """One move of one person at tokens ``i`` up to ``j``.

    ``taken`` and ``left`` are posts told by a verb, ``held`` those in apposition, ``toward`` the body one is sent to.
    ``given`` says that a decision is handed to the person, ``settled`` that the post taken was told before.
    ``formal`` says that an assembly or a decision relieves the person ("miễn nhiệm"); ``support`` that the draft tells
    no destination and only adds to another telling; ``listed`` that it is an item of a list "POST: PERSON";
    ``inherited`` that the post taken is only known as the predecessor's; ``carries`` that the day announced before may
    date the move; ``effective`` that ``date`` is when it takes effect; ``lent`` that ``decider`` is who decides what
    an earlier sentence announces; ``borrowed`` that ``actions`` are those announced, with no verb of their own.
    ``date_floor`` is the token before which no day dates it.
    ``told`` says that a verb of moving tells it, ``took`` that a verb of holding does ("giữ chức", "làm").
    """

    holder: Holder
    i: int
    j: int
    actions: list[Action] = field(default_factory=list)
    taken: list[PostMention] = field(default_factory=list)
    left: list[PostMention] = field(default_factory=list)
    held: list[PostMention] = field(default_factory=list)
    toward: PostMention | None = None
    status: MoveStatus = MoveStatus.DONE
    told: bool = False
    took: bool = False
    started: bool = False
    denied: bool = False
    removed: bool = False
    formal: bool = False
    settled: bool = False
    given: bool = False
    listed: bool = False
    inherited: bool = False
    dated: bool = True
    carries: bool = True
    date: str | None = None
    date_from: int = 0
    date_stop: int | None = None
    date_floor: int = 0
    until: str | None = None
    decision: tuple[str | None, str | None] | None = None
    effective: bool = False
    support: bool = False
    replaces: Draft | None = None
    successor_of: str | None = None
    decider: tuple[int, int] | None = None
    lent: bool = False
    borrowed: bool = False
    agent: tuple[int, int] | None = None
    sentence: int = 0
    passing: bool = False
    extra: list[tuple[int, int]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The full name of the person who moves."""
        return self.holder.person.name

    def add(self, actions: tuple[Action, ...]) -> None:
        """Add actions, each once."""
        self.actions += [action for action in actions if action not in self.actions]

    def reach(self, j: int) -> None:
        """Let the clause reach to token ``j``."""
        self.j = max(self.j, j)

    @property
    def leaves_only(self) -> bool:
        """Whether the move tells a post left and none taken."""
        return bool(self.left) and not self.taken and self.toward is None


@dataclass
class Pending:
    """A verb that waits for the person it moves: "bổ nhiệm ... ông X", "bầu chức danh ... đối với ông X".

    ``row`` says that it stands in the line above a list, of which this is a row.
    """

    i: int
    j: int
    actions: list[Action]
    taken: list[PostMention] = field(default_factory=list)
    left: list[PostMention] = field(default_factory=list)
    loose: list[PostMention] = field(default_factory=list)
    status: MoveStatus = MoveStatus.DONE
    removed: bool = False
    formal: bool = False
    decider: tuple[int, int] | None = None
    successor: bool = False
    given: bool = False
    refers: str | None = None
    denied: bool = False
    toward: PostMention | None = None
    row: bool = False


def copy_move(source: Draft, target: Draft) -> None:
    """Give a coordinated person the move told of the first one."""
    target.actions, target.taken, target.left = list(source.actions), list(source.taken), list(source.left)
    target.toward, target.status, target.told = source.toward, source.status, source.told
    target.took, target.started, target.denied = source.took, source.started, source.denied
    target.formal, target.given = source.formal, source.given
    target.removed, target.decider, target.j = source.removed, source.decider, max(source.j, target.j)


def name_own_post(draft: Draft) -> None:
    """A list may say of each person which of the posts announced is his: "3 Trưởng Công an huyện: A - Trưởng ... X"."""
    for taken in draft.taken[:1]:
        general = taken.title.lower()
        own = [post for post in draft.held if post.title.lower().startswith(general) and len(post.title) > len(general)]
        if own:
            draft.taken = own
            draft.held = [post for post in draft.held if post not in own]


def deal_places(tokens: Tokens, group: list[Draft]) -> None:
    """Deal the provinces out where a list of persons takes one post in as many: "Bí thư Tỉnh ủy A, B và C"."""
    post = group[0].taken[-1] if len(group) > 1 and group[0].taken else None
    if post is None or post.place is None or not post.title.endswith(post.place):
        return
    names, k = [post.place], post.j
    while k + 1 < len(tokens) and tokens.low[k] in (",", "và") and len(names) <= len(group):
        hit = PROVINCES.match(tokens, k + 1) if tokens.cap[k + 1] else None
        if hit is None:
            break
        names.append(tokens.slice(hit.i, hit.j))
        k = hit.j
    if len(names) == len(group):
        stem = post.title[: -len(post.place)]
        for draft, name in zip(group, names, strict=True):
            draft.taken = [*draft.taken[:-1], replace(post, title=stem + name, place=name)]
            draft.reach(k)


def deal_posts(group: list[Draft]) -> None:
    """Deal the posts out where a list of persons takes as many posts: "lần lượt giữ các chức vụ ..."."""
    posts = group[0].taken
    if len(group) > 1 and len(posts) == len(group):
        for draft, post in zip(group, list(posts), strict=True):
            draft.taken = [post]
