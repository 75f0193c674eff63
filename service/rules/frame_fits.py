"""Whether a person is the one that a verb, a post or a list waits for."""

from __future__ import annotations

from schemas import Action
from service.rules.drafts import Draft, Pending
from service.rules.frame_verbs import VerbFrames
from service.rules.holders import Holder
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import PostMention

OF = frozenset(["của", "do", "bởi", "theo", "cùng"])
"""Words before a person or post that make it an owner or an agent."""
_BRACKET = 32
"""Tokens of a bracket that says of one of several relieved of one post why."""
_REASON = 14
"""Tokens in which a reason for leaving stands between two persons relieved of one post."""


class PersonFits(VerbFrames):
    """What a person is to the verb, the post or the list before him."""

    def _takes_subject(self, holder: Holder) -> bool:
        """Whether a post named before is this person's: "chức POST do ông A đảm nhiệm", "ghế POST thuộc về ông A"."""
        if not self.subjects or self.draft is not None or self.pending is not None:
            return False
        before = self.tokens.low[max(0, holder.i - 2) : holder.i]
        if before == ["thuộc", "về"] or (before[-1:] == ["là"] and self.tokens.at(self.subjects[0].i - 1) == "tân"):
            return True
        if self.subject_counted and (
            before[-1:] == ["là"] or self.tokens.low[holder.i] == "gồm" or before[-1:] == ["gồm"]
        ):
            return True
        takes = any(isinstance(item, Mark) and item.kind is Kind.TAKE for item in self.items[self.at + 1 : self.at + 5])
        return before[-1:] == ["do"] and takes

    def _introduced(self) -> bool:
        """Whether "là", "gồm" or a colon leads from the post told to the persons who take it."""
        before = self.items[self.at - 1] if self.at else None
        item = self.items[self.at]
        named = isinstance(item, Holder) and self.tokens.low[item.i] == "gồm"
        return named or before == ":" or (isinstance(before, Mark) and before.kind is Kind.IS)

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
        """Whether a person is the one a verb waits for: right behind it, behind "cho" or "là", or its subject."""
        before = self.items[self.at - 1] if self.at else None
        if self._owns(pending, holder) or pending.row:
            return True
        if self.tokens.at(holder.i - 1) == "còn" and before != ":":
            return False  # "bổ nhiệm làm POST, còn bà B ...": of somebody else
        if self.tokens.at(holder.i - 1) in OF or self.tokens.at(holder.i - 1) in ("gian", "khi", "lúc", "thời"):
            return False
        if isinstance(before, Mark) and before.kind is Kind.FOR:
            return True
        if self._introduced() and (pending.actions or before != ":"):
            told = pending.taken or pending.loose or pending.left or pending.removed
            return bool(pending.successor or (pending.actions and told)) or before == ":"
        if pending.successor or (before == "," and pending.actions and pending.i - self.items_start <= 8):
            return bool(pending.taken or pending.refers or pending.toward)
        bare = not (pending.taken or pending.left)
        return bare and (not pending.loose or holder.i - pending.loose[-1].j <= 3) and holder.person.i - pending.j <= 26

    def _owns(self, pending: Pending, holder: Holder) -> bool:
        """Whether the post that a verb takes away or confirms is this person's: "miễn nhiệm chức vụ POST của ông A"."""
        posts = pending.left + pending.loose if pending.removed else pending.taken
        given = pending.removed or Action.ELECTION in pending.actions
        return (
            given
            and bool(posts)
            and self.tokens.at(holder.i - 1) == "của"
            and posts[-1].j == holder.i - 1 - (self.tokens.at(holder.i - 2) == "này")
            and holder.person.honorific is not None
            and not holder.before
        )

    def _acts(self, holder: Holder) -> bool:
        """Whether a person is the agent of a passive ("được ông A bổ nhiệm") or of "do": then the draft goes on."""
        before = self.items[self.at - 1] if self.at else None
        if isinstance(before, Mark) and before.kind is Kind.PASSIVE and holder.i - before.j <= 1:
            return self.draft is not None
        following = self._next()
        suffers = isinstance(following, Mark) and following.kind is Kind.PASSIVE
        return self.tokens.padded[holder.i - 1] == "do" and not suffers and not self._takes_subject(holder)

    def _coordinated(self, draft: Draft, holder: Holder) -> bool:
        """Whether this person and the last stand in one list ("các ông A và B được bầu ...")."""
        if (draft.started or draft.told or draft.took) and not self.filled:
            return False
        before = self.tokens.at(holder.i - 1)
        last = self._group[-1] if self._group else draft
        gap = holder.i - last.holder.j
        listed = draft.holder.person.plural or self._group or self.listing
        named = holder.person.honorific is not None or (holder.before and draft.holder.before)
        reasons = draft.formal and self.filled and self.tokens.at(holder.i - 2) == ")"  # "ông A (nghỉ hưu), ông B"
        aside = reasons and gap <= _BRACKET and self.tokens.at(last.holder.j) == "("
        row = before == "," and (gap == 1 or aside) and named and (draft.told or not draft.started or aside)
        if before != "và" and not row and not (before in (",", ";") and listed):
            return False
        caused = before == ";" and not {"do", "vì"}.isdisjoint(self.tokens.low[last.holder.j : last.holder.j + 2])
        reason = (before == "và" or caused) and draft.formal and self.filled  # "... với ông A để nghỉ hưu và ông B ..."
        return gap <= (_REASON if reason else 2) or (gap <= 6 and self.tokens.at(holder.i - 2) == ")") or aside
