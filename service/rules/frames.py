"""The frames of named moves: one walk over a sentence's persons, posts and marks, which leaves drafts of moves.

The walk keeps the move being told (the draft), the verb that still waits for its person (the pending), and the slot that
the next post fills: taken, left, held, or none. The grammar in short:

    PERSON được? MOVE* (từ POST)? TAKE POST          Ông A, POST, được điều động giữ chức POST
    MOVE PERSON (, POST)? TAKE POST                  điều động ông A, POST, giữ chức POST
    MOVE TAKE? POST cho|đối với|với PERSON           bổ nhiệm chức vụ POST cho bà A; miễn nhiệm POST với ông A
    PERSON LEAVE POST để TAKE POST                   Ông A thôi giữ chức POST để giữ chức POST
    ... thay PERSON (MOVE|TAKE) POST                 ..., thay ông B về làm POST: B leaves the post that A takes
    người thay PERSON TAKE? POST? là PERSON          the second takes the post that the first leaves
    ... SWAP PERSON                                  both posts change hands
"""

from __future__ import annotations

from collections.abc import Sequence

from schemas import Action, MoveStatus
from service.rules.deciders import agent_between
from service.rules.drafts import Draft, Pending
from service.rules.moves import Kind, Mark
from service.rules.people import Holder, Item
from service.rules.posts import PostMention
from service.rules.tokens import Tokens

_OF = frozenset(["của", "do", "bởi", "theo", "cùng"])


class FrameWalk:
    """Reads one sentence's items into drafts; ``drafts`` holds them in the order of the text.

    ``carried`` is the last draft of the sentence before, for "Thay thế vị trí này là ...".
    """

    def __init__(self, tokens: Tokens, items: Sequence[Item], sentence: int, carried: Draft | None) -> None:
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
        self.before = False
        self.filled = False
        self.front = False
        self.past = False
        self.passive_at = 0
        self.hold_now = False
        self.holds: list[tuple[str, PostMention]] = []
        self._group: list[Draft] = []

    def run(self) -> list[Draft]:
        """Walk over all items and return the drafts."""
        for self.at, item in enumerate(self.items):
            if isinstance(item, str):
                self._sign(item)
            elif isinstance(item, Holder):
                self._person(item)
                continue
            elif isinstance(item, PostMention):
                self._post(item)
            else:
                self._mark(item)
            self.filled = self.filled and isinstance(item, str)
        self._close()
        return self.drafts

    # signs

    def _sign(self, sign: str) -> None:
        if sign == ";" and (self.draft is None or self._person_ahead()):
            self._close()
            self.pending = None
            self.planned = self.cancelled = self.passive = False
        elif sign == ":" or self.slot in ("held", "is"):
            self.slot = None

    def _person_ahead(self) -> bool:
        """Whether a person comes before the next semicolon: else the clause goes on about the one before."""
        for item in self.items[self.at + 1 :]:
            if item == ";":
                return False
            if isinstance(item, Holder):
                return True
        return False

    # persons

    def _person(self, holder: Holder) -> None:
        draft = self.draft
        if self._acts(holder):
            return
        if self.slot == "replace":
            self._predecessor(holder)
        elif self.slot == "swap" and draft is not None:
            self._partner(draft, holder)
        elif self.pending is not None and self._fits(self.pending, holder):
            self._fill_pending(holder)
        elif self._listed():
            self._close()
            self.draft = self._new(holder)
            self.draft.taken = [item for item in self.items[: self.at] if isinstance(item, PostMention)]
            self.draft.took = self.draft.started = True
            self.draft.i = self.draft.taken[0].i
        elif draft is not None and self._coordinated(draft, holder):
            other = self._new(holder)
            self.drafts.append(other)
            self._group.append(other)
            return
        elif self.tokens.at(holder.i - 1) in _OF and self.tokens.at(holder.i - 1) != "do":
            return
        else:
            self._close()
            self.pending = None
            self.draft = self._new(holder)
        self.slot = None
        self.passive = False

    def _listed(self) -> bool:
        """Whether posts and a colon are all that stands before the person: "Bí thư Đảng ủy xã A: bà B, POST"."""
        before = self.items[: self.at]
        return (
            len(before) >= 2
            and before[-1] == ":"
            and isinstance(before[-2], PostMention)
            and all(isinstance(item, PostMention) or item in (",", "-", ":") for item in before)
        )

    def _fits(self, pending: Pending, holder: Holder) -> bool:
        """Whether the person at hand is the one a verb waits for: right behind it, behind "cho" or "là", or its subject."""
        before = self.items[self.at - 1] if self.at else None
        if self.tokens.at(holder.i - 1) in _OF:
            return False
        if isinstance(before, Mark) and before.kind in (Kind.FOR, Kind.IS):
            return before.kind is Kind.FOR or pending.successor
        if pending.successor or (before == "," and pending.actions and pending.i - self.items_start <= 8):
            return bool(pending.taken or pending.refers or pending.toward)
        bare = not (pending.taken or pending.left)
        return bare and (not pending.loose or holder.i - pending.loose[-1].j <= 3) and holder.person.i - pending.j <= 26

    def _acts(self, holder: Holder) -> bool:
        """Whether a person is the agent of a passive ("được ông A bổ nhiệm") or of "do": then the draft goes on."""
        before = self.items[self.at - 1] if self.at else None
        if isinstance(before, Mark) and before.kind is Kind.PASSIVE and holder.i - before.j <= 1:
            return self.draft is not None
        following = self._next()
        suffers = isinstance(following, Mark) and following.kind is Kind.PASSIVE
        return self.tokens.at(holder.i - 1) == "do" and not suffers

    def _new(self, holder: Holder) -> Draft:
        draft = Draft(holder, holder.i, holder.j, held=list(holder.held), sentence=self.sentence)
        if self.planned:
            draft.status = MoveStatus.PLANNED
        if self.cancelled:
            draft.status = MoveStatus.CANCELLED
        draft.passing = self.past
        return draft

    def _coordinated(self, draft: Draft, holder: Holder) -> bool:
        """Whether this person and the last stand in one list ("các ông A và B được bầu ...")."""
        if (draft.started or draft.told or draft.took) and not self.filled:
            return False
        before = self.tokens.at(holder.i - 1)
        last = self._group[-1] if self._group else draft
        gap = holder.i - last.holder.j
        if before != "và" and not (before == "," and (draft.holder.person.plural or self._group)):
            return False
        return gap <= 2 or (gap <= 6 and self.tokens.at(holder.i - 2) == ")")

    def _predecessor(self, holder: Holder) -> None:
        """The person replaced. He moves too when a verb follows and the successor's own post has been told."""
        draft, pending = self.draft, self.pending
        if pending is not None and pending.successor:
            following = self._next()
            if isinstance(following, Mark) and following.kind is Kind.PASSIVE and not pending.taken:
                self.pending, self.draft = None, self._new(holder)
                return
            pending.refers = holder.person.name
            return
        if draft is None and pending is not None and not pending.taken:
            return
        about_him = self.tokens.at(holder.j) in (",", "-", "–") and self.tokens.at(holder.j + 1) == "người"
        if draft is not None and not (draft.taken or draft.toward or draft.settled or about_him):
            draft.successor_of = holder.person.name
            draft.reach(holder.j)
            return
        self._close()
        other = self._new(holder)
        other.replaces = draft
        self.draft = other

    def _partner(self, draft: Draft, holder: Holder) -> None:
        """The person with whom the draft's person changes places."""
        self._close()
        other = self._new(holder)
        other.actions, other.told, other.took, other.started = list(draft.actions), draft.told, draft.took, True
        other.taken, other.left = list(draft.left or draft.held), list(draft.taken)
        other.i, other.j = draft.i, holder.j
        other.held = []
        self.drafts.append(other)
        self.draft = None

    def _fill_pending(self, holder: Holder) -> None:
        pending = self.pending
        assert pending is not None
        self._close()
        draft = self._new(holder)
        draft.i = min(pending.i, draft.i)
        draft.add(tuple(pending.actions))
        draft.told = bool(pending.actions) or pending.successor
        draft.started = True
        draft.status = pending.status if draft.status is MoveStatus.DONE else draft.status
        draft.denied = draft.denied or pending.denied
        draft.taken, draft.left, draft.toward = list(pending.taken), list(pending.left), pending.toward
        if pending.loose and holder.i - pending.loose[-1].j <= 3 and self.tokens.at(holder.i - 1) not in ("cho", "với"):
            draft.held = pending.loose + draft.held
        elif pending.loose:
            if pending.removed:
                draft.left += pending.loose
            elif pending.taken:
                draft.held = pending.loose + draft.held
            else:
                draft.taken += pending.loose
        draft.removed, draft.formal = pending.removed, pending.formal
        self.front = not pending.refers and self.items[self.at - 1] == ","
        draft.agent = pending.decider
        if pending.successor:
            draft.took = True
            draft.successor_of = pending.refers
        self.draft = draft
        self.filled = True
        self.pending = None

    # posts

    def _post(self, post: PostMention) -> None:
        before = self.tokens.at(post.i - 1)
        if self.slot in ("held", "is"):
            if self.draft is not None and self.hold_now:
                self.holds.append((self.draft.name, post))
            return
        if (before in _OF and self.slot not in ("left", "take")) or before == "ban":
            return
        target: Draft | Pending | None = self.draft if self.draft is not None and not self._pending_rules() else self.pending
        if not post.roles:
            if target is not None and self.slot == "toward":
                target.toward = target.toward or post
                self._reach(post.j)
            elif target is not None and self.slot == "left":
                target.left.append(post)
            return
        committee = post.member and post.title.lower().startswith(("ban", "đảng", "bch"))
        if committee and self.slot not in ("join", "left", "leave"):
            return
        if target is None:
            if self.slot == "replace":
                self.pending = Pending(post.i, post.j, [], [post], successor=True)
            return
        self._place(target, post)

    def _pending_rules(self) -> bool:
        return self.pending is not None

    def _place(self, target: Draft | Pending, post: PostMention) -> None:
        if self.slot in ("left", "leave"):
            target.left.append(post)
            if isinstance(target, Draft):
                target.started = True
        elif self.slot in ("take", "join"):
            target.taken.append(post)
        elif self.slot == "replace":
            if isinstance(target, Pending):
                target.successor = target.successor or not target.actions
                target.taken.append(post)
            return
        elif isinstance(target, Pending):
            target.loose.append(post)
        elif target.told and not target.taken and not target.leaves_only:
            target.taken.append(post)
        else:
            return
        self._reach(post.j)

    def _reach(self, j: int) -> None:
        if self.draft is not None:
            self.draft.reach(j)
            for other in self._group:
                other.reach(j)

    # marks

    def _mark(self, mark: Mark) -> None:
        kind = mark.kind
        if kind is Kind.MOVE:
            self._move(mark)
        elif kind is Kind.TAKE:
            self._take(mark)
        elif kind in (Kind.LEAVE, Kind.REMOVE, Kind.RETIRE):
            self._leave(mark)
        elif kind is Kind.NOMINATE:
            self._nominate(mark)
        elif kind is Kind.RETURN:
            self._return(mark)
        elif kind is Kind.REPLACE:
            self._replace(mark)
        else:
            self._light(mark)

    def _light(self, mark: Mark) -> None:
        """Marks that only set the slot or a flag."""
        kind = mark.kind
        if kind is Kind.WEAK:
            if self.slot not in ("left", "leave", "replace") and (self.pending is not None or self._telling()):
                self.slot = "leave" if self._removing() else "take"
        elif kind is Kind.JOIN:
            if self.tokens.low[mark.i] == "tham" and (self._telling() or self.pending is not None):
                self.slot = "join"
            elif self.slot != "leave" and self.tokens.low[mark.i] == "vào":
                self.slot = None
        elif kind is Kind.BEFORE:
            self.before = True
            self.past = self.draft is None
        elif kind is Kind.IS:
            if self.before and self.draft is not None and self.draft.taken:
                self.slot, self.before = "left", False
            elif self.pending is not None and self.pending.successor:
                self.slot = None
            elif self.draft is not None and not self._telling() and self.pending is None:
                self.slot = "is"
                self.hold_now = True
        elif kind is Kind.FROM:
            if self.draft is not None or self.pending is not None:
                self.slot = "left"
        elif kind is Kind.TOWARD:
            self._go(mark)
        elif kind is Kind.SWAP:
            self.slot = "swap"
        elif kind is Kind.MUTUAL:
            self._exchange(mark)
        elif kind is Kind.HOLD:
            self.slot = "held"
            self.hold_now = self.tokens.low[mark.i] == "hiện"
        elif kind is Kind.SPEAK:
            if self.draft is not None and not self._telling():
                self.draft = None
            else:
                self._close()
            self.pending = None
        elif kind is Kind.PASSIVE:
            self._step_on()
            self.passive, self.passive_at = True, mark.j
            self.slot = None if self.slot in ("held", "is") else self.slot
        elif kind is Kind.GIVE:
            self._give()
        elif kind is Kind.PLANNED:
            self._plan(MoveStatus.PLANNED)
        elif kind is Kind.CANCELLED:
            self._plan(MoveStatus.CANCELLED)
        elif kind is Kind.NOT:
            self.not_at = mark.j
        elif kind is Kind.FOR and self.slot == "take":
            self.slot = None

    def _exchange(self, mark: Mark) -> None:
        """Two persons of one list change places: each takes what the other holds."""
        draft = self.draft
        if draft is None or len(self._group) != 1:
            return
        for one in (draft, self._group[0]):
            one.told = one.started = True
            one.add(draft.actions and tuple(draft.actions))
            one.reach(mark.j)
        other = self._group[0]
        draft.taken, other.taken = list(other.held), list(draft.held)
        draft.left, other.left = list(draft.held), list(other.held)
        self.drafts.append(draft)
        self._group = []
        self.draft = None

    def _step_on(self) -> None:
        """Begin the next move of a person whose first was told in the clause before his name."""
        if self.front and self.draft is not None and self.draft.taken:
            held = list(self.draft.taken)
            self._fork(MoveStatus.DONE)
            self.draft.held = held
        self.front = False

    def _go(self, mark: Mark) -> None:
        """A direction: the body behind it is where the person goes; "công tác tại" tells a move by itself."""
        if self.draft is None and self.pending is None:
            return
        following = self._next()
        if isinstance(following, PostMention) and following.roles and following.i - mark.j <= 0 and self.slot in ("left", None):
            if self.draft is not None and (self.draft.told or self.draft.left) and self.tokens.low[mark.i] != "tại":
                self.draft.took = self.draft.started = True
                self.slot = "take"
        elif isinstance(following, PostMention) and not following.roles and following.i - mark.j <= 1:
            self.slot = "toward"
            sends = any(word in ("tác", "nhận") for word in self.tokens.low[mark.i : mark.j])
            if self.draft is not None and self.pending is None and sends and self._adjacent(mark):
                self.draft.took = self.draft.started = True

    def _adjacent(self, mark: Mark) -> bool:
        """Whether a verb stands close enough behind the person (and his posts) to be his, or a verb is his already."""
        draft = self.draft
        return draft is not None and (draft.started or self.passive or mark.i - draft.holder.j <= 7)

    def _at_present(self) -> bool:
        """Whether the clause tells news: not "thời gian ông A làm ...", "khi ông A giữ chức ..."."""
        draft = self.draft
        return draft is None or draft.told or self.tokens.at(draft.holder.i - 1) not in ("gian", "khi", "lúc", "thời")

    def _denies(self, mark: Mark) -> bool:
        """Whether "không" or "chưa" stands right before a verb."""
        return 0 <= mark.i - self.not_at <= 3

    def _telling(self) -> bool:
        return self.draft is not None and (self.draft.told or self.draft.took or self.draft.started)

    def _removing(self) -> bool:
        if self.pending is not None:
            return self.pending.removed
        return self.draft is not None and self.draft.removed and not self.draft.taken

    def _give(self) -> None:
        """A decision is handed over or taken: a person before it who is not its object is its agent."""
        if self.passive:
            return
        if self.draft is not None and not self._telling():
            self.draft = None
        elif self.draft is not None and self.draft.taken:
            self._close()
        following = self._next(skip=(Kind.FOR,))
        if isinstance(following, Holder) and self.pending is None:
            self.pending = Pending(following.i, following.i, [])
        self.given = True

    def _plan(self, status: MoveStatus) -> None:
        draft = self.draft
        if self.pending is not None and not self.pending.actions:
            self.pending.status = status
        if draft is not None and not (draft.taken or draft.left or draft.told):
            draft.status = status
        elif draft is not None and self._telling() and not (self.passive and draft.taken):
            self._fork(status)
        if status is MoveStatus.PLANNED:
            self.planned = draft is None
        else:
            self.cancelled = draft is None
            if draft is not None and not draft.taken:
                for known in self.drafts:
                    if known.name == draft.name:
                        known.status = status

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
                if item in (";", ")"):
                    return None
                continue
            if isinstance(item, Mark) and item.kind in skip:
                continue
            return item
        return None

    def _move(self, mark: Mark) -> None:
        following = self._next(skip=(Kind.MOVE, Kind.FOR, Kind.GIVE, Kind.WEAK, Kind.NOMINATE))
        draft = self.draft
        near = isinstance(following, Holder) and following.person.i - mark.j <= 14 and following.i >= mark.j
        same = isinstance(following, Holder) and draft is not None and following.person.name == draft.name
        if near and not self.passive and (not same or (draft is not None and (draft.taken or draft.toward))):
            self._await(mark)
            return
        if draft is None or (self._object_later(mark) and not self.passive and not draft.told):
            self._await(mark)
            if self.passive and self.pending is not None:
                self.pending.successor = True
            return
        if not (self.passive or draft.told or draft.started) and (not self._adjacent(mark) or self._transitive(mark)):
            self.draft = None
            return
        if draft.formal and draft.left and self.passive:
            self._fork(MoveStatus.DONE)
            draft = self.draft
            assert draft is not None
        if draft.taken and Action.ELECTION in mark.actions and Action.ELECTION not in draft.actions:
            if draft.status is MoveStatus.PLANNED:
                draft.add(mark.actions)
            return
        if draft.taken and not self.passive and draft.told and self.slot is None and self._denies(mark):
            return
        if not draft.taken:
            draft.denied = draft.denied or self._denies(mark)
        if self.passive and draft.decider is None:
            draft.decider = agent_between(self.tokens, self.passive_at, mark.i)
        draft.add(mark.actions)
        draft.told = draft.started = True
        draft.i = min(draft.i, mark.i)
        draft.reach(mark.j)
        self.slot = None

    def _transitive(self, mark: Mark) -> bool:
        """Whether a verb without "được" makes the person before it the one who moves others."""
        if Action.ROTATION in mark.actions or Action.TRANSFER in mark.actions or Action.SECONDMENT in mark.actions:
            following = self._next(skip=(Kind.MOVE, Kind.WEAK))
            goes = isinstance(following, Mark) and following.kind in (Kind.TAKE, Kind.TOWARD, Kind.FROM)
            return not goes or following.i - mark.j > 3  # type: ignore[union-attr]
        return self.tokens.low[mark.i] not in ("trúng", "đắc", "tái")

    def _status(self) -> MoveStatus:
        if self.cancelled:
            return MoveStatus.CANCELLED
        return MoveStatus.PLANNED if self.planned else MoveStatus.DONE

    def _await(self, mark: Mark) -> None:
        """The verb's person comes later: close what is told and wait."""
        agent = self.draft
        if agent is not None and not self._telling():
            span = (agent.i, agent.j)
            self.draft = None
        else:
            span = None
            self._close()
        if self.pending is not None and not self.pending.taken and not self.pending.loose:
            self.pending.j = mark.j
            self.pending.actions += [action for action in mark.actions if action not in self.pending.actions]
        else:
            self.pending = Pending(mark.i, mark.j, list(mark.actions), status=self._status(), decider=span, denied=self._denies(mark))
        self.slot = None

    def _object_later(self, mark: Mark) -> bool:
        """Whether the person a verb moves comes behind "cho", "đối với" or "với" later in the clause."""
        for index in range(self.at + 1, min(len(self.items), self.at + 14)):
            item = self.items[index]
            if item == ";" or (isinstance(item, Mark) and item.kind in (Kind.PASSIVE, Kind.REPLACE, Kind.SWAP)):
                return False
            if isinstance(item, Holder):
                before = self.items[index - 1]
                return isinstance(before, Mark) and before.kind is Kind.FOR and item.i - before.j <= 1
        return False

    def _take(self, mark: Mark) -> None:
        following = self._next(skip=(Kind.WEAK, Kind.PLANNED))
        if self.tokens.at(mark.j) == "này" and self.draft is not None:
            self.draft.settled = True
        if not isinstance(following, PostMention) or following.i - mark.j > 4:
            return
        if self.slot == "held":
            return
        if self.draft is not None and self.pending is None and not (self._adjacent(mark) and self._at_present()):
            self.draft = None
            return
        if self.slot == "replace" and self.pending is None and self.draft is None:
            self.pending = Pending(mark.i, mark.j, [], successor=True)
        if self.draft is not None and self.pending is None:
            self.draft.took = self.draft.started = True
            self.draft.denied = self.draft.denied or self._denies(mark)
            self.draft.reach(mark.j)
        elif self.pending is not None and self.pending.loose and not self.pending.taken and not self.pending.removed:
            self.pending.left, self.pending.loose = self.pending.left + self.pending.loose, []
        self.slot = "take"

    def _leave(self, mark: Mark) -> None:
        following = self._next(skip=(Kind.WEAK, Kind.FOR, Kind.JOIN, Kind.MOVE))
        draft = self.draft
        moved = isinstance(following, Holder) and (draft is None or following.person.name != draft.name)
        if moved and not self.passive and mark.kind is not Kind.RETIRE:
            self._await(mark)
            if self.pending is not None:
                self.pending.removed, self.pending.formal = True, mark.kind is Kind.REMOVE
            return
        if draft is None or (not self.passive and mark.kind is Kind.REMOVE and self._object_later(mark)):
            if mark.kind is Kind.RETIRE:
                return
            self._await(mark)
            if self.pending is not None:
                self.pending.removed, self.pending.formal = True, mark.kind is Kind.REMOVE
                self.pending.actions = [action for action in self.pending.actions if action is not Action.ELECTION]
            self.slot = "leave"
            return
        if mark.kind is Kind.RETIRE:
            draft.removed = draft.removed or not draft.taken
            draft.date_stop = mark.i if draft.left or draft.taken else draft.date_stop
            return
        if mark.kind is Kind.LEAVE and not isinstance(following, PostMention):
            return
        if draft.taken:
            return
        draft.removed = draft.started = True
        draft.denied = draft.denied or self._denies(mark)
        if mark.kind is Kind.REMOVE:
            draft.formal = True
            draft.add(mark.actions)
        draft.reach(mark.j)
        self.slot = "leave"

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
        if draft is not None and not self._telling():
            self._close()
            self.draft = draft = None if self.tokens.at(mark.i - 1) in ("người", "nhân", "để") else draft
        if draft is None and self.pending is None and self.drafts and self.items[self.at - 1] in (";", ","):
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

    # the end

    def _close(self) -> None:
        draft = self.draft
        if draft is not None:
            for other in self._group:
                _copy(draft, other)
            _deal([draft, *self._group])
            self.drafts.append(draft)
        self._group = []
        self.draft = None
        self.slot = None


def _copy(source: Draft, target: Draft) -> None:
    """Give a coordinated person the move told of the first one."""
    target.actions, target.taken, target.left = list(source.actions), list(source.taken), list(source.left)
    target.toward, target.status, target.told = source.toward, source.status, source.told
    target.took, target.started, target.denied = source.took, source.started, source.denied
    target.removed, target.decider, target.j = source.removed, source.decider, max(source.j, target.j)


def _deal(group: list[Draft]) -> None:
    """Deal the posts out where a list of persons takes as many posts: "lần lượt giữ các chức vụ ..."."""
    posts = group[0].taken
    if len(group) > 1 and len(posts) == len(group):
        for draft, post in zip(group, list(posts), strict=True):
            draft.taken = [post]
