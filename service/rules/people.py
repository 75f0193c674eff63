"""Sentences as the frames see them: persons with the posts they hold, other posts, and the marks between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from service.rules.holders import POST_STARTS, Item, holder_of, past_whom_he_serves
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import body_at, post_at
from service.rules.references import PersonMention
from service.rules.serving import SERVING, SERVING_ENDS, past_address
from service.rules.tokens import Tokens

LONGEST_SENTENCE = 600
_SIGNS = frozenset([",", ";", "(", ")", "-", "–", ":", "\n", "+", "•", "*"])
_STARTS = _SIGNS | POST_STARTS


def read_items(tokens: Tokens, persons: Sequence[PersonMention], marks: dict[int, Mark], i: int, j: int) -> list[Item]:
    """The items of the sentence at tokens ``i`` up to ``j`` (at most 600 tokens of it), from left to right.

    ``persons`` and ``marks`` are those of the sentence, the persons in order.
    """
    stop = min(j, i + LONGEST_SENTENCE)
    persons = [person for person in persons if not _is_served(tokens, person)]
    starts = {person.i: person for person in persons}
    names = sorted(person.k for person in persons)
    items: list[Item] = []
    low = tokens.low
    behind = i
    for k in sorted({*marks, *starts, *[k for k, word in enumerate(low[i:stop], i) if word in _STARTS]}):
        if k >= stop:
            break
        if k < behind:
            continue
        person = starts.get(k)
        if person is not None:
            holder = holder_of(tokens, person, items, min(stop, _next_person(persons, person, stop)))
            items.append(holder)
            behind = holder.j
        elif k in marks or low[k] in POST_STARTS:
            behind = _step(tokens, k, stop, marks, names, items)
        else:
            items.append("-" if low[k] in "–•+*" else low[k])
    return items


def _is_served(tokens: Tokens, person: PersonMention) -> bool:
    """Whether a person is whom somebody serves: "Trợ lý đồng chí A", "Thư ký Phó Thủ tướng A"."""
    low = tokens.low
    for k in range(person.i, max(0, person.i - _TITLE), -1):
        if low[k - 1] in _SIGNS or low[k - 1] in (".", "là", "làm"):
            return False
        if k >= 2 and low[k - 1] in SERVING_ENDS and low[k - 2 : k] in SERVING:
            at = past_address(low, k, person.k)
            title = post_at(tokens, at, person.k) if at < person.i else None
            return at == person.k or (title is not None and title.j == person.i)
    return False


_TITLE = 12
"""Tokens of the title of one who is served."""


def _next_person(persons: Sequence[PersonMention], person: PersonMention, stop: int) -> int:
    for other in persons:
        if other.i >= person.j:
            return other.i
    return stop


def _step(tokens: Tokens, k: int, stop: int, marks: dict[int, Mark], names: list[int], items: list[Item]) -> int:
    """Read the mark or post that may begin at token ``k``, add it to the items, and return where to go on."""
    mark = marks.get(k)
    post = None
    if tokens.low[k] in POST_STARTS:
        post = post_at(tokens, k, _until_name(names, k, stop))
    if post is not None and (mark is None or post.j >= mark.j):
        items.append(post)
        return past_whom_he_serves(tokens, post, stop)
    if mark is not None:
        items.append(mark)
        if _leads_to_a_body(tokens, mark):
            at = mark.j + 3 * (tokens.low[mark.j : mark.j + 3] in _WORKING)  # "được chuyển về | công tác tại Sở Y tế"
            body = body_at(tokens, at, stop) if at < stop else None
            if body is not None:
                items.append(body)
                return body.j
        return mark.j
    return k + 1


_MOVE, _TOWARD, _FROM = Kind.MOVE, Kind.TOWARD, Kind.FROM
_WORKING = (["công", "tác", "tại"], ["công", "tác", "ở"], ["làm", "việc", "tại"])


def _leads_to_a_body(tokens: Tokens, mark: Mark) -> bool:
    """Whether a body without a post may follow a mark: "về Sở Y tế", "từ Sở Y tế", "được điều về Sở Y tế"."""
    kind = mark.kind
    if kind is _MOVE:
        return tokens.low[mark.j - 1] in ("về", "sang", "lên", "đến", "xuống", "ra")
    return kind is _TOWARD or (kind is _FROM and tokens.low[mark.i] == "từ")


def _until_name(names: list[int], k: int, stop: int) -> int:
    n = bisect_right(names, k)
    return names[n] if n < len(names) and names[n] < min(stop, k + 34) else stop
