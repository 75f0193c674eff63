"""Frames of the verbs by which one leaves a post, and of verbs whose person is still to be named."""

from __future__ import annotations

from schemas import Action, MoveStatus
from service.rules.drafts import Pending
from service.rules.frame_marks import MarkFrames
from service.rules.holders import Holder, Item
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import PostMention


class LeaveFrames(MarkFrames):
    """Reads the verbs of leaving into the state, and lets a verb wait for its person."""

    def _await(self, mark: Mark) -> None:
        """The verb's person comes later: close what is told and wait."""
        agent, told = self.draft, self.pending
        if agent is None and told is not None and not self.passive and _are_chosen(told, mark):
            told.j = mark.j  # "bầu hai POST tái đắc cử là ông A và ông B"
            return
        if agent is not None and not self._telling():
            span = (agent.i, agent.j)
            self.draft = None
        else:
            span = None
            self._close()
        waiting = self.pending
        if (
            waiting is not None
            and not (waiting.taken or waiting.loose)
            and (mark.i - waiting.j <= 6 or not waiting.actions)
        ):
            waiting.j = mark.j
            waiting.actions += [action for action in mark.actions if action not in waiting.actions]
        else:
            asked = " ".join(self.tokens.low[mark.i - 2 : mark.i]) in ("đề nghị", "kiến nghị", "đề xuất")
            asked = asked or self._still_to_vote(mark)
            status = MoveStatus.PLANNED if asked else self._status()
            self.pending = Pending(
                mark.i, mark.j, list(mark.actions), status=status, decider=span, denied=self._denies(mark)
            )
        self.slot = None

    def _still_to_vote(self, mark: Mark) -> bool:
        """Whether an assembly has yet to do what a verb tells: "danh sách để Quốc hội phê chuẩn việc miễn nhiệm"."""
        low = self.tokens.low[max(self.begin, mark.i - 8) : mark.i + 1]
        if _ASSEMBLIES.isdisjoint(low):
            return False
        asked = any(low[k : k + 2] == ["đề", "nghị"] and low[k + 2] in _ASSEMBLIES for k in range(len(low) - 2))
        return asked or any(low[k] == "để" and low[k + 1] in _ASSEMBLIES for k in range(len(low) - 1))

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

    def _leave(self, mark: Mark) -> None:
        following = self._next(skip=(Kind.WEAK, Kind.FOR, Kind.JOIN, Kind.MOVE))
        draft = self.draft
        moved = isinstance(following, Holder) and (draft is None or following.person.name != draft.name)
        if self._goes_on_leaving(mark) or self._of_predecessor(mark):
            return
        if self._of_others(mark):
            self.draft = None
            return
        if moved and not self.passive and mark.kind is not Kind.RETIRE:
            self._await_relief(mark)
            return
        if draft is None or (not self.passive and mark.kind is Kind.REMOVE and self._object_later(mark)):
            decided = self.tokens.at(mark.i - 1) == "định" or (self.given and self.tokens.at(mark.i - 1) == "việc")
            if mark.kind is Kind.RETIRE and not decided and not self._names_who(mark):
                return  # but "quyết định (về việc) nghỉ hưu đối với ông A"
            self._await_relief(mark)
            self.slot = "leave"
            return
        if mark.kind is Kind.RETIRE:
            draft.reach(mark.j if not (draft.left or draft.taken) else draft.j)
            draft.removed = draft.removed or not draft.taken
            draft.date_stop = mark.i if draft.left or draft.taken else draft.date_stop
            return
        if mark.kind is Kind.LEAVE and (not isinstance(following, PostMention) or self._asks(mark)):
            return
        if draft.taken:
            return
        draft.removed = draft.started = True
        draft.denied = draft.denied or self._denies(mark)
        if mark.kind is Kind.REMOVE:
            draft.formal = True
            draft.actions = [
                action for action in draft.actions if action is not Action.ELECTION
            ]  # "phê chuẩn miễn nhiệm"
            draft.add(mark.actions)
        draft.reach(mark.j)
        self.slot = "leave"

    def _of_others(self, mark: Mark) -> bool:
        """Whether people who are not named do what a verb says: "tặng hoa các đồng chí thôi giữ chức POST"."""
        low, i = self.tokens.low, mark.i
        draft = self.draft
        if low[i - 1] not in _UNNAMED or draft is None or self._telling() or self.pending is not None:
            return False
        start = next((k for k in range(i - 2, max(draft.holder.j, i - 5) - 1, -1) if low[k] in _SOME), None)
        return start is not None and low[start - 1] not in ("và", "cùng", "có", "với")

    def _of_predecessor(self, mark: Mark) -> bool:
        """Whether the one replaced is who retires: "ông A, người điều hành thay ông B, nghỉ hưu trước tuổi"."""
        near = [item for item in self.items[max(0, self.at - 2) : self.at] if isinstance(item, Holder)]
        draft = self.draft
        replaced = draft is not None and bool(near) and near[-1].person.name == draft.successor_of
        return mark.kind is Kind.RETIRE and replaced and mark.i - near[-1].j <= 2

    def _await_relief(self, mark: Mark) -> None:
        """Wait for whom a verb relieves; what is approved is then no election: "phê chuẩn miễn nhiệm"."""
        self._await(mark)
        pending = self.pending
        if pending is not None:
            pending.removed, pending.formal = True, mark.kind is Kind.REMOVE
            pending.actions = [action for action in pending.actions if action is not Action.ELECTION]

    def _names_who(self, mark: Mark) -> bool:
        """Whether a list behind a verb says who did it: "Các cán bộ nghỉ hưu từ ngày 1/6 gồm ông A, POST; ông B"."""
        if self.tokens.at(mark.i - 1) not in _PEOPLE and self.tokens.at(mark.i - 2) not in _PEOPLE:
            return False
        ahead = [item for item in self.items[self.at + 1 : self.at + 5] if item != ","][:2]
        led = len(ahead) == 2 and isinstance(ahead[1], Holder) and (ahead[0] == ":" or _is(ahead[0]))
        return led or (bool(ahead) and isinstance(ahead[0], Holder) and self.tokens.low[ahead[0].i] == "gồm")

    def _asks(self, mark: Mark) -> bool:
        """Whether one only asks to leave: "viết đơn xin nghỉ hưu và thôi giữ chức POST"."""
        words = self.tokens.low[max(self.begin, mark.i - 9) : mark.i]
        return words[-1:] == ["và"] and "xin" in words and "nghỉ" in words

    def _goes_on_leaving(self, mark: Mark) -> bool:
        """Whether one still to be named leaves a further post: "miễn nhiệm POST, cho thôi làm đại biểu đối với A"."""
        pending = self.pending
        if pending is None or not (pending.removed and pending.left) or mark.kind is Kind.RETIRE:
            return False
        if mark.i - pending.left[-1].j > _FURTHER:
            return False
        pending.j = mark.j
        self.slot = "leave"
        return True


_ASSEMBLIES = frozenset(["quốc", "hđnd", "hội"])
_UNNAMED = frozenset(["chí", "bộ", "người", "c", "biểu", "viên"])
"""Last syllables of the words for people who are told of without their names."""
_SOME = frozenset(["các", "những", "hai", "ba", "bốn", "nhiều", "số", "2", "3", "4", "5"])
_PEOPLE = frozenset(["bộ", "chí", "người", "đạo", "trưởng", "hợp", "viên"])
"""Last syllables of the words for people of whom a list says who they are."""


def _is(item: Item) -> bool:
    return isinstance(item, Mark) and item.kind is Kind.IS


_FURTHER = 14
"""Tokens between a post that somebody is relieved of and the verb that relieves him of another: a term of office."""


def _are_chosen(pending: Pending, mark: Mark) -> bool:
    """Whether a verb of being elected stands right behind the posts of a verb that waits for its persons."""
    posts = pending.loose
    return bool(posts and pending.actions) and posts[-1].j == mark.i and Action.ELECTION in mark.actions
