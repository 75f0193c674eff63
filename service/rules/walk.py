"""The walk through the counts of one sentence: which total is open, inside which bracket, and what is its part."""

from __future__ import annotations

from schemas import Action
from service.rules.clauses import Clause
from service.rules.counts import Noun
from service.rules.flows import reverse, says_reverse
from service.rules.governors import Governor, governor_of
from service.rules.inheriting import elected, inherited, share_plan, share_tail
from service.rules.opening import open_total
from service.rules.part_ends import heads, leaves
from service.rules.part_flows import lead, turn_round
from service.rules.parts import part_of
from service.rules.restating import claim, names_parent, said_again
from service.rules.totals import Board, Group, Total, TotalPart, same_people


class Walk:
    """One sentence's walk; :meth:`step` takes its counts from left to right, :meth:`close` ends it."""

    def __init__(self, board: Board, number: int) -> None:
        self.board, self.number = board, number
        self.tokens = board.doc.tokens
        self.stack: list[tuple[Total, Group, str]] = []
        self.last: Total | TotalPart | None = None
        self.previous: Governor | None = None
        self.opened: list[Total] = []

    def step(self, clause: Clause, governor: Governor | None) -> None:
        """Take the next count of the sentence."""
        for opener in clause.openers:
            self._open(opener, clause)
        if clause.topic and self._topic(clause):
            return
        among = bool(self.stack)
        aside = governor is not None and governor.before and ";" in clause.openers
        no_move = governor.no_move if governor is not None else None
        described = no_move is not None and (no_move.is_trait or self._nominates(governor))
        trait = among and not aside and described
        if governor is not None and governor.no_move is not None and not trait:
            self.previous, self.last = governor, None
            self.board.aside_at = self.number
            if governor.before and ";" in clause.openers and self.stack and self.stack[-1][2] != "(":
                self.stack.clear()  # "bổ nhiệm lại 9 người, gồm ...; kỷ luật 4 người, gồm ...": parts of others
            return
        if self.stack:
            if not leaves(self.tokens, self.stack[-1], clause, governor):
                self.stack[-1][1].verbal |= heads(self.tokens, clause, governor)
                self._add_part(clause)
                return
            self.stack.clear()
        self._total(clause, governor)

    def go_on(self, parent: Total, whole: bool | None, clauses: list[Clause], split: bool) -> None:
        """Take counts that a sentence behind a total tells as its parts, those in brackets as parts of theirs; where it
        is ``split``, all behind the first are the first one's."""
        group = Group(whole)
        parent.groups.append(group)
        self.stack.append((parent, group, "among"))
        for number, clause in enumerate(clauses):
            for opener in clause.openers if number else ():
                if opener in ("(", ")", ";", "list"):
                    self._open(opener, clause)
            if split and number == 1 and len(self.stack) == 1:
                self._descend("list", clause)
            self._add_part(clause)
        self.close()

    def close(self) -> None:
        """Drop empty groups; turn totals that add up to the first one of the sentence into its parts."""
        for total in self.board.recent():
            total.groups = [g for g in total.groups if g.parts]
        for total, group, _ in self.stack:
            if group.whole is not False and group.sum < total.value and self._leaves_rest():
                group.whole = False
        self._fold()

    def _leaves_rest(self) -> bool:
        """ "số còn lại chuyển giữa các sở": the sentence says itself that its numbers are not the whole."""
        begin, end = self.board.doc.sentences[self.number]
        return "còn" in self.tokens.low[begin:end] and any(
            w == "còn" and self.tokens.at(k + 1) == "lại" for k, w in enumerate(self.tokens.low[begin:end], begin)
        )

    def _nominates(self, governor: Governor | None) -> bool:
        """Whether those nominated are a part of a total that counts nominations too: "giới thiệu ứng cử 102"."""
        told = governor is not None and self.tokens.low[governor.i : governor.i + 2] == ["giới", "thiệu"]
        return told and bool(self.stack) and Action.ELECTION in self.stack[-1][0].actions

    # -- totals -------------------------------------------------------------------------------------------------

    def _total(self, clause: Clause, governor: Governor | None) -> None:
        governor = governor or inherited(self.board, self.number, self.previous, self.opened, clause)
        governor = governor or elected(self.board, self.number, clause)
        if governor is None or not governor.actions:
            self.last = said_again(self.board, self.number, clause)
            if self.last is not None:
                return
            part = part_of(self.board.doc, clause)
            if self.board.pending and self.board.pending[-1][0] == self.number - 1:
                turn_round(self.board, part, clause, self.board.pending[-1][1].flow)
            self.board.pending.append((self.number, part))
            return
        total = open_total(self.board, self.number, clause, governor)
        self.previous, self.last = governor, total
        if total is None:
            return
        if self.opened:
            share_tail(self.tokens, self.opened[-1], total, clause)
            share_plan(self.tokens, self.opened[-1], total, governor)
        if (
            total.flow is None
            and says_reverse(self.tokens, clause.i, clause.j)
            and self.opened
            and self.opened[-1].flow
        ):
            total.flow = reverse(self.opened[-1].flow)
        if total.decided_by is None and self.opened and governor.before:
            total.decided_by = self.opened[-1].decided_by
        claim(self.board, self.number, total)
        if clause.topic and total.value > 3:
            total.groups.append(Group(None))
            self.stack.append((total, total.groups[-1], "topic"))
        self.opened.append(total)
        self.board.pending.append((self.number, total))

    def _fold(self) -> None:
        """Totals behind the first one of the sentence that add up to it are its parts ("48; năm 2015 là 33, năm 2016
        là 15")."""
        if len(self.opened) < 3 or self.opened[0].groups:
            return
        first, rest = self.opened[0], self.opened[1:]
        if sum(t.value for t in rest) != first.value or any(t.groups for t in rest):
            return
        listed = ":" in self.tokens.low[first.counted.j : rest[0].counted.i]
        if not listed and any(not set(t.actions) & set(first.actions) for t in rest):
            return  # "điều động 9 cán bộ, bổ nhiệm 6 trưởng phòng, giới thiệu 3 người": sums by chance
        if all(t.counted.noun is Noun.TITLE for t in self.opened):
            return  # "bầu 5 ủy viên Ban Chấp hành, 2 ủy viên Ban Thường vụ và 3 ủy viên Ủy ban Kiểm tra"
        first.groups.append(Group(True, [t.part for t in rest if t.part is not None]))
        self.board.drop({id(t) for t in rest})
        self.opened, self.last = [first], first
        self.board.speak_of(first, self.number)

    # -- brackets and lists -------------------------------------------------------------------------------------

    def _open(self, opener: str, clause: Clause) -> None:
        if opener == ")":
            while self.stack and self.stack[-1][2] != "(":
                self.stack.pop()
            if self.stack:
                self.last = self.stack.pop()[0]
        elif opener == ";":
            if len(self.stack) > 1 and isinstance(self.last, TotalPart) and self.stack[-1][2] == "among":
                self.stack.pop()
        elif opener in ("among", "list", "(", "rest") and self.last is not None:
            if opener == "list" and self.stack and self.stack[-1][2] == "list" and not self.stack[-1][1].parts:
                return  # "gồm:" opens one list
            self._fold()
            self._descend(opener, clause)

    def _descend(self, opener: str, clause: Clause) -> None:
        last = self.last
        if isinstance(last, TotalPart):
            if opener == "rest" or clause.counted.count.value >= last.counted.count.value:
                return
            last = self.promote(last)
        if last is not None and last.roles and clause.counted.roles and not set(clause.counted.roles) & set(last.roles):
            last = self._of_posts(clause) or last
        if last is None or clause.counted.count.value > last.value:
            return
        part = opener == "among" or self._names(clause)
        group = Group(False if part else (None if opener == "rest" else True))
        last.groups.append(group)
        self.stack.append((last, group, opener))

    def _of_posts(self, clause: Clause) -> Total | None:
        """The total of this sentence whose posts are counted again: "bầu 90 bí thư, 60 phó bí thư; trong đó 40 bí thư
        là nữ"."""
        roles = set(clause.counted.roles)
        return next((t for t in self.opened if t.roles and roles <= set(t.roles)), None)

    def _names(self, clause: Clause) -> bool:
        """Whether a list names persons before its first count: "gồm ông Lê Văn Hà, 2 phó phòng": who are no count."""
        low, cap = self.tokens.low, self.tokens.cap
        return any(low[k] in ("ông", "bà") and cap[k + 1] for k in range(clause.i, clause.counted.i - 1))

    def promote(self, part: TotalPart, parent: Total | None = None) -> Total:
        """A part that is broken down further becomes a total of its own, with the part's direction."""
        parent = parent or self.stack[-1][0]
        total = Total(part.counted, self._actions(part, parent), parent.status, self.number, [(part.i, part.j)])
        total.flow, total.roles, total.period = part.flow or parent.flow, part.roles, part.period or parent.period
        total.jurisdiction, total.decided_by = parent.jurisdiction, parent.decided_by
        self.board.totals.append(total)
        return total

    def _actions(self, part: TotalPart, parent: Total) -> tuple[Action, ...]:
        """The part's own one of joint actions ("trong đó luân chuyển 60 đồng chí"), else the total's."""
        own = governor_of(self.tokens, Clause(part.counted, part.i, part.j, (), False))
        told = own is not None and own.before and bool(own.actions) and set(own.actions) < set(parent.actions)
        told = told or (own is not None and own.actions == (Action.RETURN,))  # "29 người đã trở về tỉnh"
        return own.actions if own is not None and told else parent.actions

    def _topic(self, clause: Clause) -> bool:
        """ "trong 20 lượt ... có": a total or part named again; what follows are its parts."""
        count = clause.counted.count
        total = self.board.find(count, clause.counted.roles)
        if total is None:
            found = self._part_named(clause)
            if found is None:
                return False
            total = self.promote(found[1], found[0])
            total.echo = found[1]
        if total.sentence != self.number or total.spots[0][0] != clause.counted.i:
            total.spots.append((clause.counted.i, clause.j))
        group = Group(None)
        total.groups.append(group)
        self.stack.append((total, group, "topic"))
        self.last = total
        self.board.speak_of(total, self.number)
        return True

    def _part_named(self, clause: Clause) -> tuple[Total, TotalPart] | None:
        if clause.counted.noun not in (Noun.OFFICIAL, Noun.PERSON, Noun.TITLE):
            return None
        for total in self.board.recent():
            for group in total.groups:
                for part in group.parts:
                    if same_people(part.counted.count, clause.counted.count):
                        return total, part
        return None

    def _add_part(self, clause: Clause) -> None:
        part = part_of(self.board.doc, clause)
        parent, group, _ = self.stack[-1]
        if part.flow is not None and self._told_before(part, parent):
            return
        if not group.parts and names_parent(part, parent):
            return
        lead(self.board, part, parent)
        turn_round(self.board, part, clause, group.last_flow)
        group.parts.append(part)
        self.last = part

    def _told_before(self, part: TotalPart, parent: Total) -> bool:
        """A count of another direction that is a total already, told again with its post: no part of this one."""
        for total in self.board.recent():
            if total is not parent and total.flow == part.flow and total.value == part.counted.count.value:
                total.spots.append((part.i, part.j))
                total.roles = total.roles or part.roles
                self.last = None
                return True
        return False
