"""The frames of named moves: one walk over a sentence's persons, posts and marks, which leaves drafts of moves.

The walk keeps the move being told (the draft), the verb that still waits for its person (the pending), and the slot
that the next post fills: taken, left, held, or none. The grammar in short:

    PERSON được? MOVE* (từ POST)? TAKE POST          Ông A, POST, được điều động giữ chức POST
    MOVE PERSON (, POST)? TAKE POST                  điều động ông A, POST, giữ chức POST
    MOVE TAKE? POST cho|đối với|với PERSON           bổ nhiệm chức vụ POST cho bà A; miễn nhiệm POST với ông A
    PERSON LEAVE POST để TAKE POST                   Ông A thôi giữ chức POST để giữ chức POST
    ... thay PERSON (MOVE|TAKE) POST                 ..., thay ông B về làm POST: B leaves the post that A takes
    người thay PERSON TAKE? POST? là PERSON          the second takes the post that the first leaves
    ... SWAP PERSON                                  both posts change hands
"""

from __future__ import annotations

from service.rules.drafts import Draft, Pending
from service.rules.frame_fits import OF
from service.rules.frame_lists import ListFrames
from service.rules.holders import Holder, Item
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import PostMention

_COMMITTEES = ("ban", "đảng", "bch", "bộ chính", "đoàn chủ", "ủy ban", "ubkt")
_PLAN_WAYS = frozenset(["lên", "làm", "giữ", "chức", "vào"])

# An enumeration looks a member up each time it is named: where many are compared with in a row, they are bound once.
_MOVE, _TAKE, _NOMINATE, _RETURN, _REPLACE = Kind.MOVE, Kind.TAKE, Kind.NOMINATE, Kind.RETURN, Kind.REPLACE
_NAMING = (Kind.TAKE, Kind.WEAK)  # they name no post in "nhận nhiệm vụ mới", "chuyển vị trí công tác"
_LEAVING = (Kind.LEAVE, Kind.REMOVE, Kind.RETIRE)


class FrameWalk(ListFrames):
    """Reads one sentence's items into drafts; ``drafts`` holds them in the order of the text.

    The frames are a chain of classes, each with one base: state, marks, verbs, fitting, persons, lists, walk. That is
    what mypyc compiles.

    ``carried`` is the last draft of the sentence before, for "Thay thế vị trí này là ...".
    """

    def run(self) -> list[Draft]:
        """Walk over all items and return the drafts."""
        for at, item in enumerate(self.items):
            self.at = at
            if not isinstance(item, str) and item.i < self.aside_stop:
                continue
            if not isinstance(item, str):
                self._look_back(item)
            if isinstance(item, str):
                self._sign(item)
            elif isinstance(item, Holder):
                self._person(item)
                continue
            elif isinstance(item, PostMention):
                self._post(item)
            else:
                self._mark(item)
            self.filled = self.filled and (isinstance(item, str) or self._why(item))
        self._close()
        return self.drafts

    def _why(self, item: Item) -> bool:
        """Whether an item only says why someone is relieved: "để nghỉ hưu", "để nhận nhiệm vụ mới"."""
        if not isinstance(item, Mark) or self.draft is None or not self.draft.formal:
            return False
        return item.kind is Kind.RETIRE or (item.kind in _NAMING and not isinstance(self._next(), PostMention))

    def _sign(self, sign: str) -> None:
        on = self.listing and self.draft is not None and isinstance(self._next(), Holder)
        if sign == ";" and (on or self._lists_on()):
            self.listing = True
            return
        if sign == ";" and self._is_told_who():
            return
        if sign == "(":
            self._pass_reason()
        if sign == ";" and (self.draft is None or self._person_ahead()):
            self._close()
            self.pending = None
            self.planned = self.cancelled = self.passive = False
        elif sign == ":" or (self.slot in ("held", "is") and not self._holds_on(sign)) or self._settled_before(sign):
            self.slot = None
        self.bracket = sign == "(" or (self.bracket and sign != ")")

    def _holds_on(self, sign: str) -> bool:
        """Whether a comma stands between two posts held now: "hiện là POST, POST, được bổ nhiệm ..."."""
        around = self.items[self.at - 1 : self.at + 2]
        if sign != "," or self.slot != "held" or not self.hold_now or len(around) < 3:
            return False
        before, behind = around[0], around[2]
        return isinstance(before, PostMention) and isinstance(behind, PostMention) and behind.i == before.j + 1

    def _settled_before(self, sign: str) -> bool:
        """Whether a bracket or a semicolon ends what the person takes: no post behind it is his."""
        taken = self.draft is not None and bool(self.draft.taken)
        return taken and (sign == "(" or (sign == ";" and not self.listing))

    def _person_ahead(self) -> bool:
        """Whether a person comes before the next semicolon: else the clause goes on about the one before."""
        for item in self.items[self.at + 1 :]:
            if item == ";":
                return False
            if isinstance(item, Holder):
                return True
        return False

    def _post(self, post: PostMention) -> None:
        before = self.tokens.at(post.i - 1)
        committee = post.member and post.title.lower().startswith(_COMMITTEES)
        if self.slot in ("held", "is"):
            if committee:
                return
            if self.slot == "held" and self.hold_then and not self.hold_now:
                self._held_then(post)
            elif self.draft is not None and self.hold_now:
                self.holds.append((self.draft.name, post))
            return
        if self._shares_a_verb(post) or self._says_who_they_are(post):
            return
        if self._present(post):
            self._close()
            self.pending = None
            return
        if before == "của" and self.tokens.at(post.i - 2) in ("nghị", "trình"):
            return  # "theo đề nghị của Chủ tịch nước"
        if before in ("phong", "đương") or (before == "cho" and post.roles):
            return  # "được phong hàm Đại sứ", "phụ cấp tương đương Phó Vụ trưởng", "tư vấn cho Thủ tướng"
        if "hoạch" in (before, self.tokens.at(post.i - 2)) and _is_planned_for(self.tokens.low, post.i):
            return
        if before == "để" and post.member:
            return  # "giới thiệu ông A để đại biểu HĐND bầu ..."
        if before == "là" and self.tokens.at(post.i - 2) == "phải":
            return  # "chưa phải là chuyên viên chính"
        if (before in OF and self.slot not in ("left", "take")) or before == "ban":
            return
        target: Draft | Pending | None = (
            self.draft if self.draft is not None and not self._pending_rules() else self.pending
        )
        if not post.roles:
            if target is not None and self.slot == "toward":
                target.toward = target.toward or post
                self._reach(post.j)
            elif target is not None and self.slot == "left":
                target.left.append(post)
            return
        if committee and self.slot not in ("join", "left", "leave"):
            return
        last = self.drafts[-1] if self.drafts and target is None else None
        if last is not None and self._heads_a_list(last, post):
            self.pending = Pending(post.i, post.j, list(last.actions), [post])
            return
        if target is None:
            if self.slot == "replace":
                self.pending = Pending(post.i, post.j, [], [post], successor=True)
            elif self._counts_those_of(post) or self._names_a_slot(post):
                self.subjects = [post]
            return
        if isinstance(target, Draft) and self._heads_a_list(target, post):
            self._close()
            self.pending = Pending(post.i, post.j, list(target.actions), [post])
            return
        if before in ("nguyên", "cựu") and isinstance(target, Draft) and self.slot in ("take", "join"):
            target.held.append(post)  # "giữ chức POST, nguyên POST"
            return
        self._place(target, post)

    def _shares_a_verb(self, post: PostMention) -> bool:
        """Whether the verb told before goes on for a further post: "...; POST đối với ông B và POST đối với ông C"."""
        behind = [item for item in self.items[self.at + 1 : self.at + 5] if item != "-"][:2]
        mark, holder = behind[:1], behind[1:]
        if not (mark and holder and isinstance(mark[0], Mark) and isinstance(holder[0], Holder)):
            return False
        last = self.draft or (self.drafts[-1] if self.drafts else None)
        term = self.tokens.low[post.j : post.j + 2] == ["nhiệm", "kỳ"] and mark[0].i - post.j <= 5
        near = mark[0].kind is Kind.FOR and (mark[0].i == post.j or term) and holder[0].i == mark[0].j
        if not near or last is None or not last.told or self.pending is not None or not post.roles:
            return False
        before = self.items[self.at - 1]
        named = isinstance(before, Mark) and before.kind is Kind.WEAK and before.j == post.i
        start = before.i if isinstance(before, Mark) and named else post.i
        if not isinstance(before, str) and self.tokens.at(start - 1) != "và":
            return False
        self._close()
        posts = [post]
        left, taken = (posts, []) if last.removed else ([], posts)
        self.pending = Pending(post.i, mark[0].j, list(last.actions), taken, left, status=last.status)
        self.pending.removed, self.pending.formal = last.removed, last.formal
        return True

    def _names_a_slot(self, post: PostMention) -> bool:
        """Whether a post is spoken of as a place to fill: "chức danh POST", "ghế POST"."""
        before = self.items[self.at - 1] if self.at else None
        named = isinstance(before, Mark) and before.kind is Kind.WEAK and post.i - before.j <= 1
        following = self._next(skip=(Kind.PASSIVE, Kind.MOVE, Kind.IS))
        passive = self.tokens.at(post.j) == "được" and isinstance(following, Holder)
        return named or passive or self.tokens.at(post.i - 1) in ("ghế", "tân", "các")

    def _pending_rules(self) -> bool:
        return self.pending is not None

    def _held_then(self, post: PostMention) -> None:
        """A post held when the move came: "đang là POST thì được điều động", "khi đang là POST, ông A được ..."."""
        if self._formerly() and self.draft is not None and not self._telling():
            self.holds.append((self.draft.name, post))
        elif self.draft is None:
            self.waiting.append(post)
        elif not self.draft.taken or self.before:  # "Ông A trước khi được bầu làm POST đang giữ chức POST"
            for one in (self.draft, *self._group):
                one.held.append(post)

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
        elif target.told and all(known.member for known in target.taken) and not target.leaves_only:
            target.taken.append(post)
            if self.tokens.at(post.i - 1) == "kiêm":
                target.held = []  # "phân công Bộ trưởng A kiêm POST": he stays what he is
        else:
            return
        self._reach(post.j)

    def _mark(self, mark: Mark) -> None:
        kind = mark.kind
        if self.items[self.at - 1 : self.at] == ["("] and self.items[self.at + 1 : self.at + 2] == [")"]:
            return  # "Chủ nhiệm Ủy ban (biệt phái)"
        if kind is _MOVE:
            self._move(mark)
        elif kind is _TAKE:
            self._take(mark)
        elif kind in _LEAVING:
            self._leave(mark)
        elif kind is _NOMINATE:
            self._nominate(mark)
        elif kind is _RETURN:
            self._return(mark)
        elif kind is _REPLACE:
            self._replace(mark)
        else:
            self._light(mark)


def _is_planned_for(low: list[str], k: int) -> bool:
    """Whether the post at token ``k`` is one that a person is on the planning list of: "quy hoạch lên giám đốc"."""
    return low[k - 2 : k] == ["quy", "hoạch"] or (low[k - 3 : k - 1] == ["quy", "hoạch"] and low[k - 1] in _PLAN_WAYS)
