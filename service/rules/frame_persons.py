"""Frames of persons: what a person is to the move being told: mover, agent, predecessor, partner, or one of a list."""

from __future__ import annotations

from schemas import Action, MoveStatus
from service.rules.drafts import Draft, Pending
from service.rules.frame_fits import OF, PersonFits
from service.rules.holders import Holder, Item
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import PostMention

_KIN = frozenset(["vợ", "chồng", "con", "trai", "gái", "rể", "dâu", "ruột", "em", "cháu", "cha", "bố", "mẹ"])
"""Words that make a person someone's relative: "bà A, vợ ông B, được bổ nhiệm ..."."""


_SEVERAL = frozenset(["các", "hai", "ba", "bốn", "2", "3", "4"])
"""Words that give a post to all of a list."""
_BRACKET = 8  # items of a bracket behind a person that are read as said of him


class PersonFrames(PersonFits):
    """Reads the persons of a sentence into the state."""

    def _person(self, holder: Holder) -> None:
        draft = self.draft
        if self.tokens.padded[holder.i - 1] in _KIN and draft is not None:
            return
        self._relate(holder)
        if self._acts(holder):
            return
        if self._leaves_a_gap(holder):
            self._close()
            self.pending = Pending(holder.i, holder.j, [], successor=True, refers=holder.person.name)
        elif self._takes_subject(holder):
            self._close()
            if self._formerly():
                self.holds += [(holder.person.name, post) for post in self.subjects]
                self.subjects = []
                return
            self.draft = self._new(holder)
            self.draft.taken, self.subjects = self.subjects, []
            self.draft.took = self.draft.started = True
            number = self.tokens.at(self.draft.taken[0].i - 2)
            several = self.subject_counted or number.isdigit() or number in ("hai", "ba", "bốn")  # "3 tân POST là ..."
            self.draft.given, self.filled, self.listing = not self.subject_counted, several, several
            self.draft.i = self.draft.taken[0].i
        elif self.slot == "replace":
            self._predecessor(holder)
        elif self.slot == "swap" and draft is not None:
            self._partner(draft, holder)
        elif self._holds_too(holder):
            return
        elif self.pending is not None and self._fits(self.pending, holder):
            self._fill_pending(holder)
        elif self._listed():
            self._close()
            self.draft = self._new(holder)
            self.draft.taken = [item for item in self.items[: self.at] if isinstance(item, PostMention)]
            self.draft.took = self.draft.started = self.draft.listed = True
            self.draft.i = self.draft.taken[0].i
        elif draft is not None and self._coordinated(draft, holder):
            other = self._new(holder)
            if draft.holder.before and not holder.held and self.tokens.at(draft.holder.i - 1) in _SEVERAL:
                other.held = list(draft.held)  # "bổ nhiệm các POST: A, B và C"
            self._group.append(other)
            return
        elif (
            self.tokens.padded[holder.i - 1] in OF
            and self.tokens.padded[holder.i - 1] != "do"
            and not self._is_a_case(holder)
        ):
            return
        else:
            again = draft is not None and draft.name == holder.person.name and not self._telling()
            self.waiting += draft.held if draft is not None and again else []
            since = self._goes_on(holder)
            self._close()
            self.pending = None
            self.draft = self._new(holder)
            if since is not None:
                self.draft.carries, self.draft.date_from = False, since
            if self.drafts and self.tokens.low[holder.i - 2 : holder.i] == ["sau", "khi"]:
                self.draft.date_floor = holder.i  # "giao bà A phụ trách từ ngày ... sau khi ông B được điều động"
        self.slot = None
        self.passive = False

    def _goes_on(self, holder: Holder) -> int | None:
        """Where a further move of the person told of begins, with its own date: "..., đến năm 2021 anh được ..."."""
        draft = self.draft
        if draft is None or draft.name != holder.person.name or not self._telling():
            return None
        dated = any(word[0].isdigit() for word in self.tokens.low[draft.j : holder.i])
        return draft.j if dated else None

    def _relate(self, holder: Holder) -> None:
        """Note who takes whose post: "người tiền nhiệm của anh, chị B", "hoán đổi vị trí là ông A và bà B"."""
        name = holder.person.name
        if self.swapped is not None:
            self.succeeds += [pair for other in self.swapped for pair in ((other, name), (name, other))]
            self.swapped = [*self.swapped, name][-2:]
        low = self.tokens.low
        for k in range(max(self.items_start - 8, holder.i - 9, 0), holder.i - 1):
            if low[k] == "tiền" and low[k + 1] == "nhiệm":
                between = [
                    item.person.name for item in self.items[: self.at] if isinstance(item, Holder) and item.i > k
                ]
                telling = self.draft if self._telling() else self.drafts[-1] if self.drafts else self.carried
                named = between[-1] if between else telling.name if telling is not None else name
                if named != name:
                    self.succeeds.append((named, name))
                    self.undated = name

    def _holds_too(self, holder: Holder) -> bool:
        """Whether a person named again gets a further post of the move told: "riêng ông A kiêm POST"."""
        known = [*self.drafts, *([self.draft] if self.draft is not None else []), *self._group]
        following = self._next()
        if (
            self.tokens.padded[holder.j] != "kiêm"
            or not isinstance(following, PostMention)
            or following.i - holder.j > 1
        ):
            return False
        other = next((draft for draft in reversed(known) if draft.name == holder.person.name), None)
        if other is None or not (other.told or other.took):
            return False
        self._close()
        other.taken = [*other.taken, following]
        other.reach(following.j)
        return True

    def _is_a_case(self, holder: Holder) -> bool:
        """Whether a person is told of as a case: "là trường hợp của ông A, POST, được điều về giữ chức POST"."""
        return self.tokens.low[max(0, holder.i - 3) : holder.i] == ["trường", "hợp", "của"]

    def _leaves_a_gap(self, holder: Holder) -> bool:
        """Whether a person is named as the one whose post falls free: "vị trí ông A để lại được giao cho bà B"."""
        before = self.items[self.at - 1] if self.at else None
        low = self.tokens.low[holder.j : holder.j + 3]
        return isinstance(before, Mark) and before.kind is Kind.WEAK and ("để" in low or "bỏ" in low)

    def _predecessor(self, holder: Holder) -> None:
        """The person replaced. He moves too when a verb follows and the successor's own post has been told."""
        draft, pending = self.draft, self.pending
        self._say_aside(holder)
        if draft is not None:
            self.succeeds.append((draft.name, holder.person.name))
        if pending is not None and pending.successor:
            following = self._next()
            if isinstance(following, Mark) and following.kind is Kind.PASSIVE and not pending.taken:
                self.pending, self.draft = None, self._new(holder)
                return
            pending.refers = holder.person.name
            return
        if draft is None and pending is not None and not pending.taken:
            return
        after = self.items[self.at + 1] if self.at + 1 < len(self.items) else None
        if after == "," and holder.held and not holder.before and self.at + 2 < len(self.items):
            after = self.items[self.at + 2]  # "thay ông B, POST, được điều động làm POST": said of the predecessor
        suffers = isinstance(after, Mark) and after.kind is Kind.PASSIVE and after.i - holder.j <= 1
        goes = isinstance(after, Mark) and after.kind is Kind.MOVE and after.i - holder.j <= 1
        about_him = (
            suffers or goes or (self.tokens.at(holder.j) in (",", "-", "–") and self.tokens.at(holder.j + 1) == "người")
        )
        if draft is not None and not (draft.taken or draft.toward or draft.settled or about_him):
            draft.successor_of = holder.person.name
            draft.reach(holder.j)
            draft.started = draft.started or self.aside_stop > holder.j
            return
        self._close()
        if draft is not None and draft.took and draft.taken:
            draft.given = True  # "Bà A về làm POST thay ông B": a change of hands is a move
        other = self._new(holder)
        other.replaces = draft
        self.draft = other

    def _say_aside(self, holder: Holder) -> None:
        """Read what a bracket right behind a person says of him alone: "thay ông B (đã được phân công làm POST)"."""
        if self.tokens.at(holder.j) != "(":
            return
        inside: list[Item] = []
        for item in self.items[self.at + 2 : self.at + 2 + _BRACKET]:
            if item == ")":
                break
            inside.append(item)
        moves = [item for item in inside if isinstance(item, Mark) and item.kind is Kind.MOVE]
        posts = [item for item in inside if isinstance(item, PostMention) and item.roles]
        if not moves or not posts or any(isinstance(item, Holder) for item in inside):
            return
        self.aside_stop = posts[-1].j
        other = self._new(holder)
        other.taken, other.told, other.started, other.carries = posts, True, True, False
        for move in moves:
            other.add(move.actions)
        other.i, other.j = holder.i, posts[-1].j
        self.drafts.append(other)

    def _partner(self, draft: Draft, holder: Holder) -> None:
        """The person with whom the draft's person changes places, each into the other's post."""
        if not draft.taken and draft.held and holder.held:  # "ông A, POST, hoán đổi vị trí cho ông B, POST"
            draft.taken, draft.left = list(holder.held), list(draft.held)
            draft.add((Action.TRANSFER,))
            draft.told = draft.took = draft.started = True
            draft.held = []
            draft.reach(holder.j)
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
        if pending.taken:  # "các thành viên tham gia Ban Thường vụ gồm: ..."
            pending.loose = [post for post in pending.loose if not (post.bare and post.member)]
        told = pending.loose or pending.taken or pending.left or pending.removed
        listed = pending.row or self._introduced() or (pending.removed and holder.person.plural)
        self.listing = listed and bool(told)
        if self.listing and not pending.removed:
            self.counted = [] if draft.taken else list(pending.loose)
            draft.taken += pending.loose
        elif (
            pending.loose and holder.i - pending.loose[-1].j <= 3 and self.tokens.at(holder.i - 1) not in ("cho", "với")
        ):
            draft.held = pending.loose + draft.held
        elif pending.loose:
            if pending.removed:
                draft.left += pending.loose
            elif pending.taken:
                draft.held = pending.loose + draft.held
            else:
                draft.taken += pending.loose
        draft.given = pending.given
        draft.took = pending.given and bool(pending.taken)
        draft.removed, draft.formal = pending.removed, pending.formal
        self.front = not pending.refers and self.items[self.at - 1] == ","
        draft.agent = pending.decider
        if pending.successor:
            draft.took = True
            draft.successor_of = pending.refers
        self.draft = draft
        self.filled = True
        self.pending = None
