"""The state of a frame walk: the move being told, the verb that waits for its person, and what both share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schemas import MoveStatus
from service.rules.drafts import Draft, Pending, copy_move, deal_places, deal_posts, name_own_post
from service.rules.holders import Holder, Item
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import PostMention
from service.rules.tokens import Tokens

_DAYS = frozenset(["ngày", "sáng", "chiều", "hôm", "tối"])
"""Words behind "Trước đó" that date news: "Trước đó, ngày 2/3, ..."."""


class FrameState:
    """What the frames of one sentence share.

    ``draft`` is the move being told, ``pending`` the verb that waits for its person, ``slot`` what the next post is:
    taken, left, held, or nothing. ``drafts`` are the moves told so far, ``holds`` the posts that persons are said to
    hold now. ``subjects`` are posts named before any verb or person ("chức danh POST sẽ do ông A đảm nhiệm"),
    ``succeeds`` the pairs of names of which the first takes the second's post, ``listing`` says that a list of persons
    takes the post just told, ``counted`` is the post of a list whose verb may come behind the names, ``swapped``
    collects the persons who change places, ``undated`` is the predecessor whose move is told in passing. ``carried``
    is the last move of the sentence before, ``turned`` says that behind a removal the sentence goes on to who is
    chosen next.
    """

    def __init__(
        self, tokens: Tokens, items: Sequence[Item], sentence: int, carried: Draft | None, begin: int = 0
    ) -> None:
        self.tokens = tokens
        self.items = items
        self.sentence = sentence
        self.carried = carried
        self.drafts: list[Draft] = []
        self.draft: Draft | None = None
        self.pending: Pending | None = None
        self.slot: str | None = None
        self.planned = False
        self.cancelled = False
        self.passive = False
        self.given = False
        self.at = 0
        first = items[0] if items else None
        self.items_start = first.i if first is not None and not isinstance(first, str) else 0
        self.not_at = -9
        self.begin = begin
        self.turned = self.bracket = False
        self.before = False
        self.filled = False
        self.front = False
        self.past = False
        self.passive_at = self.aside_stop = 0
        self.hold_now = self.hold_then = False
        self.waiting: list[PostMention] = []
        self.holds: list[tuple[str, PostMention]] = []
        self.subjects: list[PostMention] = []
        self.subject_counted = False
        self.succeeds: list[tuple[str, str]] = []
        self.listing = False
        self.counted: list[PostMention] = []
        self.undated: str | None = None
        self.swapped: list[str] | None = None
        self._group: list[Draft] = []

    def resume(self) -> None:
        """Go on about the person of the sentence before: "Đồng thời được bổ nhiệm giữ chức POST"."""
        told = self.carried
        if told is None:
            return
        person = told.holder.person
        holder = Holder(self.begin, self.begin, replace(person, full=person.full or (person.k, person.j)))
        self.draft = Draft(holder, self.begin, self.begin, sentence=self.sentence, status=told.status)
        if told.leaves_only and not told.formal:
            self.draft.left = list(told.left)

    def _new(self, holder: Holder) -> Draft:
        draft = Draft(holder, holder.i, holder.j, held=self.waiting + holder.held, sentence=self.sentence)
        self.waiting, self.turned = [], False
        if self.planned:
            draft.status = MoveStatus.PLANNED
        if self.cancelled:
            draft.status = MoveStatus.CANCELLED
        draft.passing = self.past
        draft.carries = holder.person.name != self.undated and not self.past
        return draft

    def _close(self) -> None:
        draft = self.draft
        if draft is not None:
            for other in self._group:
                copy_move(draft, other)
            deal_posts([draft, *self._group])
            deal_places(self.tokens, [draft, *self._group])
            if self.listing:
                for one in (draft, *self._group):
                    name_own_post(one)
            self.drafts += [draft, *self._group]
        self._group = []
        self.draft = None
        self.slot = None

    def _fork(self, status: MoveStatus) -> None:
        """Begin a second move of the same person in the same sentence."""
        draft = self.draft
        assert draft is not None
        holder = draft.holder
        self._close()
        other = Draft(holder, holder.i, holder.j, sentence=self.sentence, status=status)
        other.started = True
        self.draft = other
        self.slot = None

    def _next(self, skip: tuple[Kind, ...] = ()) -> Item | None:
        """The next item that is no sign and no mark of the kinds to skip."""
        for item in self.items[self.at + 1 : self.at + 7]:
            if isinstance(item, str):
                if item in (";", ")") and not (item == ";" and self.listing):
                    return None
                continue
            if isinstance(item, Mark) and item.kind in skip:
                continue
            return item
        return None

    def _telling(self) -> bool:
        return self.draft is not None and (self.draft.told or self.draft.took or self.draft.started)

    def _removing(self) -> bool:
        if self.pending is not None:
            return self.pending.removed
        return self.draft is not None and self.draft.removed and not self.draft.taken

    def _refer(self, j: int) -> None:
        """Take the post told before where "này" at token ``j`` means it: "bầu ông A giữ chức vụ này"."""
        one = self.pending or self.draft
        waits = isinstance(one, Pending) and bool(one.actions)
        if one is None or self.tokens.at(j) != "này" or one.taken or one.removed or one.left:
            return
        if isinstance(one, Draft) and one.held and self.tokens.at(j - 3) in ("ở", "tại"):
            one.taken, one.held = one.held, []  # "ông A, POST, tiếp tục được bổ nhiệm ở vị trí này"
            return
        told = next((d for d in reversed(self.drafts) if d.taken or d.left or d.removed), self.carried)
        if told is not None and (waits or (isinstance(one, Draft) and one.told and _apart(one, told))):
            posts = told.taken or told.left or (told.held if told.removed else [])
            one.taken = [post for post in posts if not post.member]

    def _adjacent(self, mark: Mark) -> bool:
        """Whether a verb stands close enough behind the person (and his posts) to be his, or a verb is his already."""
        draft = self.draft
        last = self._group[-1] if self._group else draft
        return draft is not None and (
            draft.started or self.passive or (last is not None and mark.i - last.holder.j <= 7)
        )

    def _at_present(self) -> bool:
        """Whether the clause tells news: not "thời gian ông A làm ...", "khi ông A giữ chức ..."."""
        draft = self.draft
        return draft is None or draft.told or self.tokens.at(draft.holder.i - 1) not in ("gian", "khi", "lúc", "thời")

    def _formerly(self) -> bool:
        """Whether the sentence begins with "Trước đó" or "Trước khi ...,", and so tells what has been."""
        low = self.tokens.low
        if low[self.begin] != "trước" or self.tokens.at(self.begin + 1) in ("đó", "đây", "kia"):
            dated = not _DAYS.isdisjoint(low[self.begin + 2 : self.begin + 4])  # "Trước đó, ngày 2/3, ông A nhận ..."
            return low[self.begin] == "trước" and not dated
        person = self.draft.holder.i if self.draft is not None else self.begin
        clause = low[self.begin + 1 : min(person, self.begin + _CLAUSE)]
        return clause[:1] in (["khi"], ["lúc"]) and low[person - 1] == ","

    def _denies(self, mark: Mark) -> bool:
        """Whether "không" or "chưa" stands right before a verb."""
        return 0 <= mark.i - self.not_at <= 3

    def _reach(self, j: int) -> None:
        if self.draft is not None:
            self.draft.reach(j)
            for other in self._group:
                other.reach(j)

    def _status(self) -> MoveStatus:
        if self.cancelled:
            return MoveStatus.CANCELLED
        return MoveStatus.PLANNED if self.planned else MoveStatus.DONE

    def _step_on(self) -> None:
        """Begin the next move of a person whose first was told in the clause before his name."""
        if self.front and self.draft is not None and self.draft.taken:
            held = list(self.draft.taken)
            self._fork(MoveStatus.DONE)
            self.draft.held = held
        self.front = False

    def _served(self, mark: Mark) -> bool:
        """Whether a time served leads to the verb: "sau chưa đầy một năm làm POST"."""
        before = self.tokens.low[max(self.begin, mark.i - 7) : mark.i]
        return "sau" in before and ("năm" in before or "tháng" in before)

    def _has_served(self, mark: Mark) -> bool:
        """Whether a verb of holding tells what is or has been: "có gần 7 năm làm POST", "cũng đồng thời giữ POST"."""
        before = self.tokens.low[max(self.begin, mark.i - 5) : mark.i]
        beside = before[-3:] == ["cũng", "đồng", "thời"]
        return (beside or ("có" in before and before[-1:] == ["năm"])) and not self._telling()

    def _till_now(self, mark: Mark) -> bool:
        """Whether the clause tells what has been since: "Từ năm 2015 đến nay, ông A giữ chức POST"."""
        draft = self.draft
        low = self.tokens.low[max(self.begin, draft.holder.i - 3) : draft.holder.i] if draft is not None else []
        ahead = self.tokens.low[mark.j : mark.j + _CLAUSE]
        ahead = ahead[: ahead.index(".")] if "." in ahead else ahead
        begin = self.tokens.low[self.begin : draft.holder.i] if draft is not None else []
        served = (
            begin[:1] == ["từ"] and "đến" in begin and len(begin) <= _CLAUSE
        )  # "Từ năm 2008 đến năm 2011, ông A ..."
        since = (
            served
            or _names_a_span(begin)
            or ("từ" in ahead and any(ahead[k : k + 2] == ["đến", "nay"] for k in range(len(ahead))))
        )
        return since or ("nay" in low and "đến" in low)

    def _held_since(self, mark: Mark) -> bool:
        """Whether a post has been held "đến nay", and not only for a time now past."""
        around = self.tokens.low[max(self.begin, mark.i - _CLAUSE) : mark.j + _CLAUSE]
        return any(around[k : k + 2] == ["đến", "nay"] for k in range(len(around)))


def _apart(one: Draft, told: Draft) -> bool:
    """Whether a move told before is another person's, or was still planned: "... được bầu giữ chức vụ này"."""
    return one.name != told.name or told.status is MoveStatus.PLANNED


def _names_a_span(words: Sequence[str]) -> bool:
    """Whether words give a time with both its ends: "Năm 2007-2013", "Tháng 9/2013 đến tháng 4/2015"."""
    for k in range(1, min(len(words), _CLAUSE) - 1):
        before, behind = words[k - 1], words[k + 1 : k + 3]
        years = words[k] in ("-", "–") and before[-4:].isdigit() and behind[0][-4:].isdigit()
        years = years and len(before) >= 4 <= len(behind[0])  # "2007-2013", "8.2015 - 7.2016"
        until = words[k] in ("đến", "tới") and before[-1:].isdigit()
        if years or (until and any(word[:1].isdigit() for word in behind)):
            return True
    return False


_CLAUSE = 24
"""Tokens behind a verb in which "từ ... đến nay" says that its post has been held since."""
