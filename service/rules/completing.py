"""Titles that the sentence leaves short: "phó giám đốc sở này", "về Sở Nội vụ làm Phó giám đốc".

A title is quoted as written, complete with its body. Where the body stands beside the title or in a post told before,
it is added; where none is named, the title stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from service.rules.drafts import Draft
from service.rules.posts import PostMention
from service.rules.tokens import Tokens

_KINDS = frozenset(["sở", "phòng", "ban", "cục", "viện", "trường", "khoa", "trung tâm", "bệnh viện", "chi cục"])
_UNITS = frozenset(["huyện", "xã", "tỉnh", "quận", "phường", "thành phố", "thị xã", "đơn vị", "cơ quan"])
_NO_KIND = frozenset(["quốc", "biên", "dự", "môi", "thị", "đa", "chuyên", "giáo", "học"])
"""Syllables that make another word of the kind behind them: "Quốc phòng", "Môi trường", "đa khoa"."""
_NO_KIND_BEFORE = tuple(f"{word} " for word in [*_NO_KIND, "chi", "tổng"])
_REMEMBERED = 12
"""Moves before this one whose posts may name the body that "này" means."""


def complete_titles(tokens: Tokens, draft: Draft, before: list[Draft]) -> None:
    """Give the posts taken the body that the sentence or the moves before it name for them."""
    if draft.taken:
        draft.taken = [_completed(tokens, post, draft, before) for post in draft.taken]


def _completed(tokens: Tokens, post: PostMention, draft: Draft, before: list[Draft]) -> PostMention:
    if post.bare and draft.toward is not None and draft.toward.j <= post.i and draft.toward.i < post.i:
        words, body = post.title.split(), draft.toward.title
        if words[-1].lower() == body.split()[0].lower():  # "về Ban Nội chính, giữ chức Phó trưởng ban"
            own = words[-1] if len(words) > 1 and words[-2][0].isupper() else body.split()[0]
            words, body = [*words[:-1], own], " ".join(body.split()[1:])
        return _with_body(post, " ".join([*words, body]), draft.toward)
    kind = _last_kind(post.title)
    this = tokens.at(post.j) == "này"
    if kind is None or not (this or kind in _KINDS):
        return post
    near = [other for other in reversed(draft.taken) if this and other.j < post.i]
    near += [draft.toward] if draft.toward is not None else []
    near += draft.held + draft.left
    if this:
        near += _earlier(before)
    for other in near:
        at = _body_at(other, kind)
        if at is not None and other.i != post.i and other.title.lower().startswith("ủy ", at + len(kind) + 1):
            title = post.title + other.title[at + len(kind) + 3 :]  # "Huyện ủy Mai Sơn ... UBND huyện này"
            return _with_body(post, title, other)
        if at is not None and other.i != post.i:
            return _with_body(post, post.title[: len(post.title) - len(kind)] + other.title[at:].strip(" ()"), other)
    return post


def _earlier(before: list[Draft]) -> Iterable[PostMention]:
    for known in reversed(before[-_REMEMBERED:]):
        yield from known.taken + known.left + known.held


def _last_kind(title: str) -> str | None:
    """The kind of body that a title ends with, where its name is left out: "Sở", "trung tâm"."""
    words = title.lower().split()
    pair = " ".join(words[-2:])
    if len(words) > 2 and pair in _KINDS | _UNITS:
        return pair
    if len(words) < 2 or words[-1] not in _KINDS | _UNITS or words[-2] in _NO_KIND:
        return None
    return words[-1]


def _body_at(post: PostMention, kind: str) -> int | None:
    """Where in a post's title the body of a kind begins with its name behind it; None where there is none."""
    low = post.title.lower()
    at = low.rfind(kind)
    if (
        at < 0
        or (at > 0 and low[at - 1].isalpha())
        or low[:at].endswith(_NO_KIND_BEFORE)
        or at + len(kind) >= len(low)
        or low[at + len(kind)] != " "
    ):
        return None
    return at


def _with_body(post: PostMention, title: str, body: PostMention) -> PostMention:
    return replace(post, title=title, level=post.level or body.level, place=post.place or body.place, bare=False)
