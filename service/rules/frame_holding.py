"""Frames of posts held: now, when the move came, or before it."""

from __future__ import annotations

from schemas import Action
from service.rules.frame_state import FrameState
from service.rules.holders import Holder
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import PostMention

_SLOT = 3  # tokens between a verb of holding and the slot's name: "kinh qua nhiều chức vụ"


class HoldFrames(FrameState):
    """Reads what the words of holding say of the posts beside them."""

    def _names_what_is_held(self, mark: Mark) -> bool:
        """Whether a slot's name belongs to a verb of having held: "từng kinh qua các chức vụ POST, POST"."""
        before = self.items[self.at - 1] if self.at else None
        held = self.slot == "held" and isinstance(before, Mark) and before.kind is Kind.HOLD
        in_turn = isinstance(before, Mark) and self.tokens.low[before.i] == "lần"  # "lần lượt giữ chức POST, POST"
        return held and isinstance(before, Mark) and not in_turn and mark.i - before.j <= _SLOT

    def _counts_those_there(self, mark: Mark) -> bool:
        """Whether those listed are in office: "... lãnh đạo Đài hiện có 5 người, gồm Tổng Giám đốc A"."""
        low = self.tokens.low[max(self.begin, mark.i - 8) : mark.i]
        now = "có" in low and any(
            low[k : k + 2] in (["hiện", "có"], ["còn", "có"], ["nay", "có"]) for k in range(len(low))
        )
        return now and any(word[0].isdigit() for word in low)

    def _in_charge(self) -> bool:
        """Whether the person told of is said to be in charge of a body: "phân công ông A, POST, phụ trách Đảng bộ"."""
        draft = self.draft
        return draft is not None and bool(draft.held) and draft.held[-1].title.lower().startswith("phụ trách")

    def _hold(self, mark: Mark) -> None:
        """A post held, now or when the move came; one who returns takes the post that he goes on holding."""
        word = self.tokens.low[mark.i]
        before = self.items[self.at - 1] if self.at else None
        if self._is_now(mark):
            self.slot = "take"
            return
        if word == "trước" and isinstance(before, PostMention) and isinstance(self._next(), Holder):
            following = self._next()
            if isinstance(following, Holder):
                self.holds.append((following.person.name, before))
            if self.draft is None and self.pending is None:
                self.waiting.append(before)  # "POST trước đó là ông A"
            return
        goes_on = self.draft is not None and Action.RETURN in self.draft.actions and not self.draft.taken
        again = self.draft is not None and self.draft.told and not (self.draft.taken or self.draft.removed)
        self.slot = "take" if (goes_on or again) and word == "tiếp" else "held"
        self.hold_now = word == "hiện" or (word == "trước" and mark.i == self.begin)
        self.hold_then = "đang" in self.tokens.low[mark.i : mark.j] or word in ("khi", "lúc", "nguyên", "vốn")

    def _is_now(self, mark: Mark) -> bool:
        """Whether "nay là POST" tells what the person left a post for: "trước khi được luân chuyển là A, nay là B"."""
        draft = self.draft
        left = draft is not None and draft.told and bool(draft.left) and not draft.taken
        return left and "nay" in self.tokens.low[mark.i - 1 : mark.j]

    def _leads_from(self, mark: Mark) -> bool:
        """Whether a sentence begins with the post that its person left: "Từ POST, ông A được luân chuyển ..."."""
        following = self._next()
        fits = isinstance(following, PostMention) and bool(following.roles) and following.i == mark.j
        return fits and isinstance(following, PostMention) and self.tokens.at(following.j) == ","
