"""Frames of the verbs: moving, taking, nominating, returning, replacing."""

from __future__ import annotations

from schemas import Action, MoveStatus
from service.rules.deciders import agent_between
from service.rules.drafts import Pending
from service.rules.frame_leaving import LeaveFrames
from service.rules.holders import Holder, Item
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import PostMention

_BETWEEN = (Kind.MOVE, Kind.FOR, Kind.GIVE, Kind.WEAK, Kind.NOMINATE)
"""Marks that may stand between a verb and the person it moves."""


class VerbFrames(LeaveFrames):
    """Reads the verbs of a sentence into the state."""

    def _move(self, mark: Mark) -> None:
        following = self._next(skip=_BETWEEN)
        draft = self.draft
        near = isinstance(following, Holder) and following.person.i - mark.j <= 14 and following.i >= mark.j
        same = isinstance(following, Holder) and draft is not None and following.person.name == draft.name
        if near and not self.passive and (not same or (draft is not None and (draft.taken or draft.toward))):
            self._await(mark)
            return
        if draft is None or (self._object_later(mark) and not self.passive and not draft.told):
            self._await(mark)
            if self.passive and self.pending is not None:
                if self.subjects and _SENT.issuperset(
                    mark.actions
                ):  # "2 Phó Giám đốc Sở được điều chuyển là ông A và ông B"
                    self.pending.left += self.subjects
                else:
                    self.pending.successor = True
                    self.pending.taken = self.pending.taken + self.subjects
                self.subjects = []
            return
        going = draft.replaces is not None and self.tokens.low[mark.i] == "chuyển"  # "thay ông B chuyển công tác khác"
        going = going or self.tokens.at(mark.i - 1) == "phiếu"  # "đạt 100% số phiếu bầu giữ chức POST"
        suffers = self.passive or draft.told or draft.started or going
        if not suffers and (not self._adjacent(mark) or self._transitive(mark)):
            self.draft = None
            return
        chosen = self.tokens.low[mark.i] in _CHOSEN
        if draft.formal and draft.left and not self.passive and not chosen:
            self.turned, self.slot = True, None  # "...; đồng thời bầu chức danh POST": somebody else's
            return
        if draft.formal and draft.left:
            self._fork(MoveStatus.DONE)
            draft = self.draft
            assert draft is not None
            draft.carries, draft.date_from = False, mark.i
        if draft.taken and Action.ELECTION in mark.actions and Action.ELECTION not in draft.actions:
            if draft.status is MoveStatus.PLANNED:
                draft.add(mark.actions)
            return
        if draft.taken and not self.passive and draft.told and self.slot is None and self._denies(mark):
            return
        following = self._next(skip=(Kind.MOVE,))
        if self._gives_more(mark, following):
            return
        if (
            _main(draft.taken)
            and draft.told
            and not (isinstance(following, Mark) and following.kind in (Kind.JOIN, Kind.TAKE))
        ):
            return
        if not draft.taken:
            draft.denied = draft.denied or self._denies(mark)
        if self.passive and draft.decider is None:
            draft.decider = agent_between(self.tokens, self.passive_at, mark.i)
        draft.add(mark.actions)
        draft.told = draft.started = True
        draft.i = min(draft.i, mark.i)
        draft.reach(mark.j)
        following = self._next()
        sent = isinstance(following, PostMention) and not following.roles and following.i - mark.j in (0, 3)
        self.slot = "toward" if sent else None  # "được điều về Sở Y tế"

    def _gives_more(self, mark: Mark, following: Item | None) -> bool:
        """Whether a second verb gives the person a further post: "bổ nhiệm ông A làm POST, giao quyền POST"."""
        draft, before = self.draft, self.items[self.at - 1] if self.at else None
        if draft is None or not (draft.told and _main(draft.taken)) or self.passive or before not in (",", ";"):
            return False
        if self.tokens.low[mark.i] != "giao" or not isinstance(following, PostMention) or following.i - mark.j > 1:
            return False
        draft.taken = [*draft.taken, following]
        self._reach(following.j)
        self.slot = None
        return True

    def _transitive(self, mark: Mark) -> bool:
        """Whether a verb without "được" makes the person before it the one who moves others."""
        if Action.ROTATION in mark.actions or Action.TRANSFER in mark.actions or Action.SECONDMENT in mark.actions:
            following = self._next(skip=(Kind.MOVE, Kind.WEAK))
            if not isinstance(following, Mark) or following.kind not in (Kind.TAKE, Kind.TOWARD, Kind.FROM):
                return True
            return following.i - mark.j > 3
        return self.tokens.low[mark.i] not in _CHOSEN

    def _take(self, mark: Mark) -> None:
        following = self._next(skip=(Kind.WEAK, Kind.PLANNED))
        if self.tokens.at(mark.j) == "này" and self.draft is not None:
            self.draft.settled = True
            self._refer(mark.j)
        if not isinstance(following, PostMention) or following.i - mark.j > 4:
            goes = self.draft
            if goes is not None and goes.replaces is not None and self.tokens.low[mark.i] == "nhận" and not goes.told:
                goes.removed = goes.started = True  # "thay ông B nhận nhiệm vụ khác"
                goes.reach(mark.j)
            return
        if self.tokens.low[mark.i] == "trở" and self.draft is not None and _main(self.draft.taken):
            self.slot = None  # "được bổ nhiệm làm POST, trở thành nữ POST trẻ nhất"
            return
        told = self.draft is not None and self.draft.told and not self.draft.taken
        if self._has_served(mark):
            self.slot, self.hold_now = "held", True
            return
        if self.slot == "held" and not (told and isinstance(self.items[self.at - 1], PostMention)):
            return
        holds = self.tokens.low[mark.i] in ("giữ", "đảm", "làm") and self._formerly()
        if holds and self.draft is not None and self.pending is None and not self._telling():
            self.slot, self.hold_now = "held", True  # "Trước đó, ông A giữ chức POST"
            return
        if self.draft is not None and self.pending is None and not (self._adjacent(mark) and self._at_present()):
            self.draft = None
            return
        if self.draft is not None and _main(self.draft.taken) and self.tokens.at(mark.i - 1) in ("đó", "rồi"):
            held = _main(self.draft.taken)
            self._fork(self.draft.status)  # "..., sau đó làm POST": the next move
            self.draft.held, self.draft.took, self.draft.given = held, True, True
            self.draft.carries, self.draft.date_from = False, mark.i
            self.slot = "take"
            return
        if self.draft is not None and not self._telling() and self._till_now(mark):
            if self._held_since(mark):
                self.slot, self.hold_now = "held", True
            else:
                self.draft = None
            return
        if self.slot == "replace" and self.pending is None and self.draft is None:
            self.pending = Pending(mark.i, mark.j, [], successor=True)
        if self.given and self.draft is None and self.pending is None:
            self.pending = Pending(mark.i, mark.j, [], given=True)  # "trao quyết định giữ chức POST cho ông A"
        if self.draft is not None and self.pending is None:
            self._appoint_the_listed(self.draft)
            self.draft.took = self.draft.started = True
            if "kiêm" in self.tokens.low[mark.i : mark.j] and not _main(self.draft.taken):
                self.draft.held = []  # "kiêm nhiệm POST": he stays what he is
            self.draft.denied = self.draft.denied or (self._denies(mark) and not self._served(mark))
            self.draft.reach(mark.j)
        elif self.pending is not None and self.pending.loose and not self.pending.taken and not self.pending.removed:
            self.pending.left, self.pending.loose = self.pending.left + self.pending.loose, []
        former = (
            (self.past or self._served(mark)) and self.draft is not None and self.draft.taken and not self.draft.left
        )
        self.slot = "left" if former and self.pending is None else "take"  # "Trước khi làm POST, ông A giữ chức POST"

    def _nominate(self, mark: Mark) -> None:
        """A nomination: a planned election of the draft's person, apart from the move told before it."""
        following = self._next(skip=(Kind.FOR,))
        draft = self.draft
        if self.pending is not None and self.pending.actions:
            return
        if isinstance(following, Holder) and (draft is None or following.person.name != draft.name):
            self._await(mark)
            if self.pending is not None:
                self.pending.status = MoveStatus.PLANNED
            return
        if draft is None:
            self.slot = None
            if self._object_later(mark):
                self._await(mark)  # "Giới thiệu để bầu giữ chức POST đối với ông A"
                if self.pending is not None:
                    self.pending.status = MoveStatus.PLANNED
            return
        if draft.taken or draft.toward is not None or draft.left:
            self._fork(MoveStatus.PLANNED)
        else:
            draft.status = MoveStatus.PLANNED
        assert self.draft is not None
        self.draft.add(mark.actions)
        self.draft.told = self.draft.started = True

    def _return(self, mark: Mark) -> None:
        draft = self.draft
        if draft is None:
            return
        if draft.taken:
            draft.dated = False
            self._fork(draft.status)
        assert self.draft is not None
        self.draft.add((Action.RETURN,))
        self.draft.told = self.draft.started = True
        self.draft.reach(mark.j)
        self.slot = "take"

    def _replace(self, mark: Mark) -> None:
        draft = self.draft
        if draft is not None and draft.told and not draft.taken and self.tokens.at(mark.j) == "này":
            self._refer(mark.j)  # "bổ nhiệm ông A lên thay vị trí này"
            if draft.taken:
                return
        if draft is not None and not self._telling():
            self._close()
            self.draft = draft = None if self.tokens.at(mark.i - 1) in ("người", "nhân", "để") else draft
        one_who = self.tokens.at(mark.i - 1) in ("người", "nhân", "để")
        if (
            draft is None
            and self.pending is None
            and self.drafts
            and self.items[self.at - 1] in (";", ",")
            and not one_who
        ):
            self.draft = draft = self.drafts.pop()
        if draft is None and self.pending is None:
            self.pending = Pending(mark.i, mark.j, [], successor=True)
            if self.tokens.at(mark.j) == "này" or self.tokens.at(mark.j - 1) == "này":
                self.pending.refers = self.carried.name if self.carried is not None else None
        following = self._next(skip=(Kind.FOR, Kind.WEAK))
        if draft is not None and draft.taken and not isinstance(following, (Holder, PostMention)):
            self._close()
            return
        self.slot = "replace"


_SENT = frozenset([Action.TRANSFER, Action.ROTATION, Action.SECONDMENT, Action.REINFORCEMENT])
"""Verbs that send the holder of a post away from it, where the post suffers them."""
_CHOSEN = frozenset(["trúng", "đắc", "tái"])
"""First syllables of the verbs by which one is elected oneself: "vừa đắc cử chức POST"."""


def _main(posts: list[PostMention]) -> list[PostMention]:
    """The posts that are more than a seat in a committee."""
    return [post for post in posts if not post.member]
