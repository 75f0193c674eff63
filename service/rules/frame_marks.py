"""Frames of the light marks: slots, directions, decisions handed over, plans, exchanges."""

from __future__ import annotations

from schemas import Action, MoveStatus
from service.rules.drafts import Draft, Pending
from service.rules.frame_holding import HoldFrames
from service.rules.holders import Holder
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import PostMention

# An enumeration looks a member up each time it is named: where many are compared with in a row, they are bound once.
_WEAK, _JOIN, _BEFORE, _IS, _FROM, _TOWARD = Kind.WEAK, Kind.JOIN, Kind.BEFORE, Kind.IS, Kind.FROM, Kind.TOWARD
_SWAP, _MUTUAL, _HOLD, _SPEAK, _UNTIL = Kind.SWAP, Kind.MUTUAL, Kind.HOLD, Kind.SPEAK, Kind.UNTIL
_PASSIVE, _GIVE, _PLANNED = Kind.PASSIVE, Kind.GIVE, Kind.PLANNED
_CANCELLED, _NOT, _FOR = Kind.CANCELLED, Kind.NOT, Kind.FOR


class MarkFrames(HoldFrames):
    """Reads the marks that open a slot or set a flag."""

    def _light(self, mark: Mark) -> None:
        """Marks that only set the slot or a flag."""
        kind = mark.kind
        if kind is _WEAK:
            self._name_slot(mark)
        elif kind is _JOIN:
            self._join(mark)
        elif kind is _BEFORE:
            self.before = True
            self.past = self.draft is None
            if self.draft is not None and self._telling() and self.draft.date_stop is None:
                self.draft.date_stop = mark.i
        elif kind is _IS:
            self._is(mark)
        elif kind is _FROM:
            if self.draft is not None or self.pending is not None:
                self.slot = "left"
            elif self._leads_from(mark):
                self.slot, self.hold_then, self.hold_now = "held", True, False
        elif kind is _TOWARD:
            self._go(mark)
        elif kind is _SWAP:
            self.slot = "swap"
        elif kind is _MUTUAL:
            self._exchange(mark)
        elif kind is _HOLD:
            self._hold(mark)
        elif kind is _SPEAK:
            if self.draft is not None and not self._telling():
                self.draft = None
            else:
                self._close()
            self.pending = None
        elif kind is _UNTIL and self.draft is not None and (self._telling() or self._in_charge()):
            self._close()
        elif kind is _PASSIVE:
            self._be_moved(mark)
        elif kind is _GIVE:
            self._give()
        elif kind is _PLANNED:
            self._plan(MoveStatus.PLANNED, self.tokens.low[mark.i])
        elif kind is _CANCELLED:
            self._plan(MoveStatus.CANCELLED, self.tokens.low[mark.i])
        elif kind is _NOT:
            self.not_at = mark.j
        elif kind is _FOR and self.slot == "take":
            self.slot = None

    def _name_slot(self, mark: Mark) -> None:
        """A slot's name ("chức vụ", "chức danh"): the next post is the one taken or left."""
        self._refer(mark.j)
        turned = self._removing() and self.turned
        aside = self.bracket and self.draft is not None and bool(self.draft.taken)
        if self._names_what_is_held(mark):
            return
        if turned or aside or self.tokens.at(mark.i - 1) == "toàn":
            self.slot = None  # "... cho đến khi kiện toàn chức vụ POST"
        elif self.slot not in ("left", "leave", "replace") and (self.pending is not None or self._telling()):
            self.slot = "leave" if self._removing() else "take"

    def _is(self, mark: Mark) -> None:
        """ "là": who is counted, what was left, what is held now, or the post just taken."""
        if self._counts_those_there(mark):
            self._close()
            self.pending = None
        elif self.before and self.draft is not None and (self.draft.taken or self.draft.told):
            self.slot, self.before = "left", False
        elif self._is_now(mark):
            self.slot = "take"
        elif self.pending is not None and self.pending.successor:
            self.slot = None
        elif self.draft is not None and not self._telling() and self.pending is None:
            self.slot, self.hold_now = "is", True
            if self.tokens.at(mark.j) == "tân":  # "Ông A là tân POST"
                self.draft.took = self.draft.given = self.draft.started = True
                self.slot = "take"

    def _be_moved(self, mark: Mark) -> None:
        """ "được": what follows is done to the person before it."""
        if self._group and self.tokens.at(mark.i - 1) == "người" and not self._telling():
            self.draft, self._group = self._group[-1], []  # "ông A và ông B, người vừa được ...": of B alone
        self._step_on()
        self._next_move(mark)
        if self.slot == "held" and self.hold_now and self.draft is not None and not self._telling():
            name = self.draft.name  # "Ông A hiện là POST được bổ nhiệm ..."
            self.draft.held += [post for other, post in self.holds if other == name]
        self.passive, self.passive_at = True, mark.j
        if self.draft is not None and self.tokens.low[mark.j - 1] == "định":
            self.draft.given = True
        self.slot = None if self.slot in ("held", "is") else self.slot

    def _join(self, mark: Mark) -> None:
        """A seat in a committee: "tham gia Ban Thường vụ", "bầu vào", "chuẩn y ông A vào Ban Thường vụ"."""
        word = self.tokens.low[mark.i]
        draft, following = self.draft, self._next()
        seat = isinstance(following, PostMention) and following.member and following.i - mark.j <= 1
        if word == "tham" and seat and draft is not None and self.pending is None and self._adjacent(mark):
            draft.took = draft.started = True  # "...: ông A, POST, tham gia Ban Thường vụ, giữ chức POST"
        if word == "tham" and (self._telling() or self.pending is not None):
            self.slot = "join"
        elif self.slot != "leave" and word == "vào":
            before = self.items[self.at - 1] if self.at else None
            chosen = isinstance(before, Mark) and Action.ELECTION in before.actions and mark.i == before.j
            elected = draft is not None and Action.ELECTION in draft.actions and not draft.taken
            self.slot = "join" if chosen or (seat and elected) else None

    def _next_move(self, mark: Mark) -> None:
        """A further move of the person: "..., đến tháng 1/2020 được điều động ...", "sau đó được bầu ..."."""
        draft, low = self.draft, self.tokens.low
        lately = low[mark.i] in ("mới", "vừa") and low[mark.i - 1] == "," and draft is not None and bool(draft.taken)
        if draft is None or not draft.told or (all(post.member for post in draft.taken) and not lately):
            return
        k = mark.i
        while k > draft.j and low[k - 1] not in ",;":
            k -= 1
        parted = k > draft.j or low[k] in ("và", "rồi", "đến", "tới")
        later = parted and any(low[m][0].isdigit() for m in range(k, mark.i))
        then = low[mark.i - 1] == "rồi" or low[mark.i - 2 : mark.i] == ["sau", "đó"]
        before = low[mark.i - 2 : mark.i] == ["sau", "khi"]
        if later or before or then or lately:
            following = self._next()
            chosen = isinstance(following, Mark) and Action.ELECTION in following.actions  # to a seat beside his post
            held = [] if before or (then and chosen) else [post for post in draft.taken if not post.member]
            self._fork(MoveStatus.DONE)
            assert self.draft is not None
            self.draft.held, self.draft.carries, self.draft.date_from = held, False, k if later else mark.i

    def _exchange(self, mark: Mark) -> None:
        """Two persons of one list change places: each takes what the other holds."""
        draft = self.draft
        if draft is None or len(self._group) != 1:
            self.swapped = [] if draft is None else None
            return
        for one in (draft, self._group[0]):
            one.told = one.started = True
            one.add(tuple(draft.actions))
            one.reach(mark.j)
        other = self._group[0]
        draft.taken, other.taken = list(other.held), list(draft.held)
        draft.left, other.left = list(draft.held), list(other.held)
        self.drafts += [draft, other]
        self._group = []
        self.draft = None

    def _go(self, mark: Mark) -> None:
        """A direction: the body behind it is where the person goes; "công tác tại" tells a move by itself."""
        if (self.draft is None and self.pending is None) or (self.slot == "held" and not self._telling()):
            return  # "từng kinh qua các vị trí công tác tại huyện A"
        if self.tokens.low[mark.i] == "công" and self._formerly() and not self._telling():
            return  # "Trước đó, ông A công tác tại huyện A với cương vị POST"
        following = self._next()
        if not isinstance(following, PostMention) or following.i > mark.j + 1:
            return
        draft = self.draft
        if following.roles:
            charged = following.title.lower().startswith("phụ trách") and self._adjacent(mark)
            if self.slot in ("left", None) and draft is not None and (draft.told or draft.left or charged):
                draft.took = draft.started = True
                self.slot = "take"
        else:
            if draft is not None and self.pending is None and self._adjacent(mark):
                self._appoint_the_listed(draft)  # "điều động hai POST là ông A và ông B đến công tác tại Bộ"
            self.slot = "toward"
            sends = any(word in ("tác", "nhận") for word in self.tokens.low[mark.i : mark.j])
            last = next((known for known in reversed(self.drafts) if known.told), None)
            alike = last is not None and last.toward is not None and not self._telling()
            if alike and last is not None and self.draft is not None and self.pending is None and self._adjacent(mark):
                self.draft.add(tuple(last.actions))  # "...; bà B, POST, về Tỉnh ủy X": moved like the one before
                self.draft.told = self.draft.started = True
            elif self.draft is not None and self.pending is None and sends and self._adjacent(mark):
                self.draft.took = self.draft.started = True

    def _appoint_the_listed(self, draft: Draft) -> None:
        """Behind "bổ nhiệm 3 POST là A, B và C làm ..." the post counted is the one they hold."""
        if self.counted and draft.taken and all(post in self.counted for post in draft.taken):
            for one in (draft, *self._group):
                one.held = draft.taken + one.held
            draft.taken = []
        self.counted = []

    def _give(self) -> None:
        """A decision is handed over or taken: a person before it who is not its object is its agent."""
        if self.passive:
            return
        draft = self.draft
        empty = draft is not None and not (draft.told or draft.took or draft.taken or draft.left or draft.removed)
        if draft is not None and (empty or not self._telling()):
            self.draft = None  # "Tại lễ công bố, ông A, POST, trao quyết định": he hands it over
        elif draft is not None and draft.taken:
            self._close()
        following = self._next(skip=(Kind.FOR,))
        if isinstance(following, Holder) and self.pending is None:
            self.pending = Pending(following.i, following.i, [], given=True)
        self.given = True

    def _plan(self, status: MoveStatus, word: str) -> None:
        draft = self.draft
        bare = word == "sẽ" and draft is not None and not (draft.taken or draft.left or draft.toward)
        if self.pending is not None and not self.pending.actions:
            self.pending.status = status
        if status is MoveStatus.CANCELLED and self.passive and draft is not None and draft.taken:
            draft.status = status  # "quyết định bổ nhiệm ông A làm POST bị hủy bỏ"
            return
        if draft is not None and not (draft.taken or draft.left or draft.told):
            draft.status = status
        elif draft is not None and self._telling() and not (self.passive and draft.taken) and not bare:
            self._fork(status)
        if status is MoveStatus.PLANNED:
            self.planned = draft is None
        else:
            self.cancelled = draft is None
            if draft is not None and not draft.taken:
                for known in self.drafts:
                    if known.name == draft.name:
                        known.status = status
