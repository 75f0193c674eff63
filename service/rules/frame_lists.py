"""Frames of lists: others who go the way just told, and further posts with those who take them."""

from __future__ import annotations

from dataclasses import replace

from service.rules.drafts import Draft
from service.rules.frame_persons import PersonFrames
from service.rules.holders import Holder
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import PostMention

_HOLDING = frozenset(["là", "giữ", "đảm", "làm", "trước"])
"""First syllables of the verbs of holding a post: "trước đó là" is one."""


class ListFrames(PersonFrames):
    """Tells where a sentence goes on to list persons."""

    def _look_back(self, item: Holder | PostMention | Mark) -> None:
        """Begin anew where a clause says what the person told of was before: "..., trước đó ông là POST"."""
        low, draft = self.tokens.low, self.draft
        if draft is None or not draft.taken or low[self.begin] == "trước":
            return
        verb = self._next() if isinstance(item, Holder) and item.person.name == draft.name else item
        if not isinstance(verb, Mark) or low[verb.i] not in _HOLDING:
            return
        for k in range(max(draft.j, item.i - 5), item.i + 1):
            if low[k : k + 2] == ["trước", "đó"] and low[k - 1] == ",":
                person = draft.holder.person
                self._close()
                self.pending, self.begin = None, k
                holder = Holder(k, k, replace(person, full=person.full or (person.k, person.j)))
                self.draft = Draft(holder, k, k, sentence=self.sentence)
                return

    def _lists_on(self) -> bool:
        """Whether others behind a semicolon go the way just told: "miễn nhiệm POST với ông A, POST; ông B, POST"."""
        draft, ahead = self.draft, self.items[self.at + 1 : self.at + 1 + _ITEM]
        if draft is None or not (draft.told or draft.removed) or not (draft.taken or draft.left):
            return False
        if not self.filled or not ahead or not isinstance(ahead[0], Holder) or ahead[0].before:
            return False
        inside = False
        for k, item in enumerate(ahead):
            if item == ";":
                break
            inside = item == "(" or (inside and item != ")")
            if isinstance(item, Mark) and item.kind in _VERBS and not inside:
                why = item.kind is Kind.TAKE and not isinstance(next(iter(ahead[k + 1 : k + 2]), None), PostMention)
                if not why:
                    return False
        return True

    def _is_told_who(self) -> bool:
        """Whether "gồm" behind a semicolon says who takes the posts before it: "bầu 2 POST; gồm các ông A, B"."""
        ahead, pending = self.items[self.at + 1 : self.at + 2], self.pending
        if pending is None or not (pending.loose or pending.taken) or not ahead or isinstance(ahead[0], str):
            return False
        return self.tokens.low[ahead[0].i] == "gồm"

    def _pass_reason(self) -> None:
        """Pass over what a bracket behind a person gives as the reason: "ông A, POST (do nghỉ hưu)"."""
        before = self.items[self.at - 1] if self.at else None
        low = self.tokens.low
        relieved = self.draft is not None and self.draft.formal and self.draft.leaves_only
        if not (isinstance(before, Holder) and low[before.j] == "("):
            return
        if low[before.j + 1] in ("do", "vì") or (relieved and low[before.j + 1] in ("nghỉ", "chuyển", "nhận")):
            ahead = low[before.j : before.j + _REASON]
            self.aside_stop = before.j + (ahead.index(")") if ")" in ahead else 0)

    def _heads_a_list(self, draft: Draft, post: PostMention) -> bool:
        """Whether others are listed for a further post: "A đắc cử bí thư, các phó bí thư gồm ông B, ông C"."""
        counted = self.tokens.padded[post.i - 1] in ("các", "hai", "ba", "bốn", "2", "3", "4")
        ahead = self.items[self.at + 1 : self.at + 3]
        is_mark = len(ahead) == 2 and isinstance(ahead[0], Mark) and ahead[0].kind is Kind.IS
        listed = is_mark or (len(ahead) == 2 and ahead[0] == ":")
        return bool(draft.told and draft.taken) and counted and listed and isinstance(ahead[1], Holder)

    def _says_who_they_are(self, post: PostMention) -> bool:
        """Whether "là" says of people counted what they are: "luân chuyển 44 cán bộ, có hai người là Ủy viên"."""
        low = self.tokens.low
        people = low[post.i - 2] in ("người", "chí", "bộ") and any(
            word in _NUMBERS for word in low[post.i - 5 : post.i]
        )
        return low[post.i - 1] == "là" and people and self.pending is not None

    def _present(self, post: PostMention) -> bool:
        """Whether a count tells how many there are now, not who came: "hiện có 9 thứ trưởng gồm ..."."""
        low = self.tokens.low
        counted = low[post.i - 1].isdigit() or low[post.i - 1] in ("hai", "ba", "bốn", "năm", "sáu")
        counted = counted and self.tokens.at(post.j) not in ("được", "vừa", "mới")  # "có 3 POST được bổ nhiệm là ..."
        return counted and (low[post.i - 2] == "có" or low[self.begin : self.begin + 2] == ["như", "vậy"])

    def _counts_those_of(self, post: PostMention) -> bool:
        """Whether a sentence begins with how many hold a post and goes on with who: "Hai Phó Bí thư là ..."."""
        start = post.i - 1
        counted = self.tokens.low[start].isdigit() or self.tokens.low[start] in ("hai", "ba", "bốn")
        counted = counted or (self.tokens.low[start] == "các" and self.tokens.at(post.j) in ("gồm", "là"))
        following = self._next(skip=(Kind.IS,))
        reach = 4 if self.tokens.at(post.j) in ("khóa", "nhiệm", "mới") else 2  # "Hai POST khóa mới là ông A"
        close = isinstance(following, Holder) and following.i - post.j <= reach
        several = sum(isinstance(item, Holder) for item in self.items[self.at + 1 : self.at + 5]) > 1
        named = close and isinstance(following, Holder) and (following.person.plural or several)
        self.subject_counted = counted and start == self.begin and named
        return self.subject_counted


_NUMBERS = frozenset(["một", "hai", "ba", "bốn", "năm", "2", "3", "4", "5"])
_REASON = 30
"""Tokens of a bracket that says why somebody leaves."""
_ITEM = 16
"""Items in which a person of a list is told with his posts."""
_VERBS = (Kind.MOVE, Kind.TAKE, Kind.LEAVE, Kind.REMOVE, Kind.PASSIVE, Kind.REPLACE, Kind.SPEAK, Kind.NOMINATE)
"""Marks by which a person behind a semicolon does or suffers something of his own."""
