"""Totals and their breakdowns: how the counts of a text belong together.

The walk goes sentence by sentence. A count governed by a verb of moving opens a total; counts behind "trong đó", "gồm",
"(" and the like are its parts, also in the next sentence; a sentence whose counts add up to the total before it tells
its parts; a sentence that names a known direction again tells the posts of that direction's total. A part that is
broken down further becomes a total of its own. Sums decide only where the words leave two readings.
"""

from __future__ import annotations

from schemas import Action, Level, Qualifier, RotationSummary
from service.rules.clauses import Clause, Governor, status_of
from service.rules.counts import Counted, Noun
from service.rules.doc import Doc
from service.rules.flows import find_flow, find_tiers, reverse, says_reverse
from service.rules.parts import given_roles, part_of, roles_near, titles_in
from service.rules.periods import period_for
from service.rules.scope import decided_by_of, is_in_scope, jurisdiction_of
from service.rules.tally import tally
from service.rules.tokens import Tokens
from service.rules.totals import Draft, DraftPart, Group, countable, finish, same_people
from service.rules.verbs import NoMove, Verb, find_verbs
from service.rules.words import number_tokens


class SummaryReader:
    """One walk over one article; ``read`` gives the summaries, ``no_moves`` the counts that are no move, with reasons."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.drafts: list[Draft] = []
        self.no_moves: list[tuple[Counted, NoMove]] = []
        self.current: Draft | None = None
        self.current_at = -9

    def read(self) -> list[RotationSummary]:
        """Every summary of the article in the order of the text."""
        for told in tally(self.doc):
            self._sentence(told.sentence, told.clauses, told.governors)
        self._merge()
        self._add_up()
        return [finish(draft, self.doc.span) for draft in self.drafts]

    # -- one sentence ---------------------------------------------------------------------------------------------

    def _sentence(self, number: int, clauses: list[Clause], governors: list[Governor | None]) -> None:
        if self._retells(number, clauses, governors) or self._continues(number, clauses, governors):
            return
        pair = next((k for k in range(len(clauses) - 1) if _is_share(clauses[k], clauses[k + 1])), None)
        if pair is not None and self._share(number, clauses[pair], clauses[pair + 1]):
            clauses, governors = clauses[:pair] + clauses[pair + 2 :], governors[:pair] + governors[pair + 2 :]
            if not clauses:
                return
        walk = _Walk(self, number, self.doc.sentences[number][0])
        for clause, governor in zip(clauses, governors, strict=True):
            walk.step(clause, governor)
        walk.close()

    def _share(self, number: int, part: Clause, whole: Clause) -> bool:
        """ "14 trong tổng số 44 cán bộ được luân chuyển ... đã trúng cử ...": 14 are a part of the 44, and were elected."""
        end = self.doc.sentences[number][1]
        whole = Clause(whole.counted, whole.i, end, whole.openers, False)
        verbs = [v for v in find_verbs(self.tokens, whole.counted.j, end) if isinstance(v.kind, Action)]
        parent = next((d for d in reversed(self.drafts) if same_people(d.counted.count, whole.counted.count)), None)
        if parent is None:
            parent = self._open_whole(number, whole, verbs)
        if parent is None:
            return False
        last = verbs[-1] if verbs else None
        told = part_of(self.doc, Clause(part.counted, part.i, end, (), False))
        told.flow, told.trait = None, True
        told.roles = ()
        if last is not None and last.kind in (Action.ELECTION, Action.PROMOTION, Action.APPOINTMENT):
            told.roles = given_roles(titles_in(self.tokens, last.j, end))
            told.label = self.doc.written(last.i, _unstopped(self.tokens, last.j, end))
            actions = (last.kind,) if isinstance(last.kind, Action) else ()
            draft = Draft(part.counted, actions, parent.status, number, [(part.counted.i, told.j)], roles=told.roles)
            draft.period, draft.jurisdiction = period_for(self.doc, last.i, end), parent.jurisdiction
            self.drafts.append(draft)
        parent.groups.append(Group(False, [told]))
        return True

    def _open_whole(self, number: int, whole: Clause, verbs: list[Verb]) -> Draft | None:
        """The total named first in "6 trong tổng số 54 cán bộ luân chuyển ...": governed by the verb right behind it."""
        if not verbs or not isinstance(verbs[0].kind, Action):
            return None
        stop = verbs[1].i if len(verbs) > 1 else whole.j
        governor = Governor(verbs[0].i, verbs[0].j, (verbs[0].kind,), None, False)
        clause = Clause(whole.counted, whole.counted.i, stop, (), False)
        return self.open_total(number, whole.counted.i, clause, governor)

    def _retells(self, number: int, clauses: list[Clause], governors: list[Governor | None]) -> bool:
        """A sentence that names a direction already counted and tells the posts of those people."""
        first = clauses[0]
        flow = find_flow(self.tokens, first.i, first.counted.j if first.topic else first.j)
        if flow is None or flow.from_level is None or flow.to_level is None or first.topic:
            return False
        parent = next((d for d in reversed(self.drafts) if d.flow == flow and d.sentence < number), None)
        if parent is None or any(g and g.no_move for g in governors):
            return False
        parts = [part_of(self.doc, clause) for clause in clauses]
        if len(parts) == 1 and parts[0].counted.count.value == parent.value:
            self._restate(parent, parts[0], number)
            return True
        if any(g.roles for g in [] if g) or not all(p.roles or p.rank for p in parts):
            return False
        for part in parts:
            part.flow = None
        if sum(p.counted.count.value for p in parts) > parent.value:
            return False
        parent.groups.append(Group(None, parts))
        return True

    def _restate(self, parent: Draft, part: DraftPart, number: int) -> None:
        parent.spots.append((part.i, part.j))
        parent.roles = parent.roles or part.roles
        self._now(parent, number)

    def _continues(self, number: int, clauses: list[Clause], governors: list[Governor | None]) -> bool:
        """A sentence right behind a total whose counts make up that total or are announced as its parts."""
        parent = self.current
        if parent is None or number - self.current_at > 2:
            return False
        first = clauses[0]
        values = [c.counted.count.value for c in clauses]
        announced = bool(first.openers) and first.openers[0] in ("among", "list", "rest") and not first.topic
        adds_up = sum(values) == parent.value and len(values) > 1
        if adds_up:
            parent.groups.append(Group(True, [part_of(self.doc, c) for c in clauses]))
            return True
        if self._traits(parent, clauses, governors):
            return True
        if not announced:
            return False
        fits = sum(values) <= parent.value
        others = any(g and g.actions and not set(g.actions) & set(parent.actions) for g in governors)
        if first.openers[0] == "among" and fits:
            kept = [c for c, g in zip(clauses, governors, strict=True) if not (g and g.no_move)]
            self._note_no_moves(clauses, governors)
            if kept:
                parent.groups.append(Group(False, [part_of(self.doc, c) for c in kept]))
            return True
        if first.openers[0] == "list" and fits and len(values) > 1 and not others and self._posts(clauses):
            parent.groups.append(Group(None, [part_of(self.doc, c) for c in clauses]))
            return True
        return False

    def _traits(self, parent: Draft, clauses: list[Clause], governors: list[Governor | None]) -> bool:
        """Counts of women, of the young, of the learned behind a total, with their share of it ("chiếm 10,96%")."""
        if any(g and (g.no_move or g.actions and not g.nominal) for g in governors):
            return False
        shared = [self._whole_of(clause) for clause in clauses]
        if not any(d is not None for d in shared):
            return False
        for clause, whole in zip(clauses, shared, strict=True):
            target = whole or parent
            if clause.counted.count.value < target.value:
                part = part_of(self.doc, clause)
                part.flow, part.trait = None, True
                if target.groups and target.groups[-1].whole is False:
                    target.groups[-1].parts.append(part)
                else:
                    target.groups.append(Group(False, [part]))
        self.current_at += 1
        return True

    def _whole_of(self, clause: Clause) -> Draft | None:
        """The total of which a count followed by "chiếm x%" is that share, to the written digit."""
        for number in number_tokens(self.doc):
            if number.i >= clause.counted.j and number.i <= clause.counted.j + 9 and number.percent:
                share = float(number.value)
                digits = len(str(number.value).partition(".")[2])
                for draft in reversed(self.drafts):
                    if draft.value and abs(100 * clause.counted.count.value / draft.value - share) < 1.01 * 10**-digits:
                        return draft
        return None

    def _posts(self, clauses: list[Clause]) -> bool:
        return all(p.roles or p.rank or p.flow for p in (part_of(self.doc, c) for c in clauses))

    def _note_no_moves(self, clauses: list[Clause], governors: list[Governor | None]) -> None:
        for clause, governor in zip(clauses, governors, strict=True):
            if governor and governor.no_move:
                self.no_moves.append((clause.counted, governor.no_move))

    # -- totals ---------------------------------------------------------------------------------------------------

    def open_total(self, number: int, begin: int, clause: Clause, governor: Governor) -> Draft | None:
        """A new total from a clause and the verb that governs it; None where the people counted are out of scope."""
        tokens, counted = self.tokens, clause.counted
        if not countable(counted.noun) and not _names_people(tokens, clause):
            return None
        if not is_in_scope(tokens, clause, governor):
            self.no_moves.append((counted, NoMove.MOBILISATION))
            return None
        inside = clause.i <= governor.i < clause.j
        flow = find_flow(tokens, clause.i, clause.j, governor.i if inside else None) if _moves(governor) else None
        given = Action.ELECTION in governor.actions or Action.APPOINTMENT in governor.actions
        draft = Draft(
            counted,
            governor.actions,
            status_of(tokens, clause.i if inside else begin, governor.i, clause.j),
            number,
            [_spot(tokens, clause, governor)],
            flow=flow,
            roles=roles_near(tokens, clause, governor) or (counted.roles if given else ()),
        )
        self._levels(draft, clause)
        draft.decided_by = decided_by_of(self.doc, begin, min(governor.i, counted.i))
        draft.jurisdiction = jurisdiction_of(self.doc, number)
        draft.period = period_for(self.doc, counted.i, counted.j)
        self.drafts.append(draft)
        self._now(draft, number)
        return draft

    def _now(self, draft: Draft, number: int) -> None:
        self.current, self.current_at = draft, number

    def _levels(self, draft: Draft, clause: Clause) -> None:
        """The tier of the officials: the missing start of a known direction, else ``cadre_level``."""
        tokens = self.tokens
        level = _managed_by(tokens, clause.i, clause.j)
        if level is None and draft.flow is None:
            tiers = find_tiers(tokens, clause.counted.num_j, clause.j)
            after = next((t for t in tiers if t.i - clause.counted.num_j <= 7), None)
            level = after.level if after else None
        if draft.flow is not None and draft.flow.from_level is None and level is not None and level is not draft.flow.to_level:
            draft.flow = draft.flow.model_copy(update={"from_level": level})
        elif draft.flow is None and level is not Level.AGENCY:
            draft.cadre_level = level or _scoped(tokens, clause, self.doc.sentences[draft.sentence][0])

    def _merge(self) -> None:
        """One total stated twice is one summary with two spans."""
        kept: list[Draft] = []
        for draft in self.drafts:
            twin = next((k for k in kept if _same_total(k, draft)), None)
            if twin is None:
                kept.append(draft)
                continue
            twin.spots += draft.spots
            twin.groups += [g for g in draft.groups if not any(_same_group(g, h) for h in twin.groups)]
            twin.flow = twin.flow or draft.flow
            twin.roles = twin.roles or draft.roles
            twin.period = _fuller(twin.period, draft.period)
            twin.decided_by = twin.decided_by or draft.decided_by
            if len(draft.actions) > len(twin.actions):
                twin.actions = draft.actions
        self.drafts = kept


    def _add_up(self) -> None:
        """A total without parts that the totals right behind it add up to: those are its parts too."""
        for k, draft in enumerate(self.drafts):
            if any(g.whole for g in draft.groups) or draft.counted.count.qualifier is not Qualifier.EXACT:
                continue
            added, parts = 0, []
            for other in self.drafts[k + 1 : k + 7]:
                if other.sentence - draft.sentence > 8 or other.part is None or not set(other.actions) & set(draft.actions):
                    break
                added += other.value
                parts.append(other.part)
                if added >= draft.value:
                    break
            if added == draft.value and len(parts) > 1:
                draft.groups.append(Group(True, parts))


class _Walk:
    """The walk through the counts of one sentence: which total is open, and inside which bracket."""

    def __init__(self, reader: SummaryReader, number: int, begin: int) -> None:
        self.reader, self.number, self.begin = reader, number, begin
        self.tokens = reader.tokens
        self.stack: list[tuple[Draft, Group, str]] = []
        self.last: Draft | DraftPart | None = None
        self.previous: Governor | None = None
        self.opened: list[Draft] = []

    def step(self, clause: Clause, governor: Governor | None) -> None:
        """Take the next count of the sentence."""
        for opener in clause.openers:
            self._open(opener, clause, governor)
        if clause.topic and self._topic(clause):
            return
        if governor is not None and governor.no_move is not None:
            self.reader.no_moves.append((clause.counted, governor.no_move))
            self.previous, self.last = governor, None
            return
        if self.stack:
            if not self._leaves(clause, governor):
                self._add_part(clause)
                return
            self.stack.clear()
        self._total(clause, governor)

    def _total(self, clause: Clause, governor: Governor | None) -> None:
        if governor is None:
            governor = self._inherited(clause)
        if governor is None or not governor.actions:
            self.last = None
            return
        draft = self.reader.open_total(self.number, self.begin, clause, governor)
        self.previous, self.last = governor, draft
        if draft is not None:
            draft.part = part_of(self.reader.doc, clause)
            if says_reverse(self.tokens, clause.i, clause.counted.num_i) and self.opened and self.opened[-1].flow:
                draft.flow = reverse(self.opened[-1].flow)
            self.opened.append(draft)

    def _inherited(self, clause: Clause) -> Governor | None:
        """A count without a verb in a list of totals takes the verb of the one before ("11 công chức và 3 lao động")."""
        if self.previous is None or self.previous.no_move or not countable(clause.counted.noun) or not self.opened:
            return None
        far = clause.counted.i - self.opened[-1].counted.j
        if far <= 6 or find_flow(self.tokens, clause.i, clause.j) is not None:
            return self.previous
        tail = self.tokens.low[clause.counted.j : clause.counted.j + 2]
        return self.previous if far <= 24 and ("gia" in tail or "giữ" in tail or "vào" in tail or "làm" in tail) else None

    def _open(self, opener: str, clause: Clause, governor: Governor | None) -> None:
        if opener == ")":
            while self.stack and self.stack[-1][2] != "(":
                self.stack.pop()
            if self.stack:
                self.last = self.stack.pop()[0]
        elif opener == ";":
            if self.stack and isinstance(self.last, DraftPart) and self.stack[-1][2] == "among" and len(self.stack) > 1:
                self.stack.pop()
        elif opener in ("among", "list", "(", "rest") and self.last is not None:
            self._fold()
            self._descend(opener, clause)

    def _descend(self, opener: str, clause: Clause) -> None:
        last = self.last
        if isinstance(last, DraftPart):
            if opener == "rest" or clause.counted.count.value >= last.counted.count.value:
                return
            last = self._promote(last)
        assert last is not None
        if clause.counted.count.value > last.value:
            return
        whole = False if opener == "among" else (None if opener == "rest" else True)
        group = Group(whole)
        last.groups.append(group)
        self.stack.append((last, group, opener))

    def _promote(self, part: DraftPart) -> Draft:
        """A part that is broken down further becomes a total of its own, with the part's direction."""
        parent = self.stack[-1][0]
        draft = Draft(part.counted, parent.actions, parent.status, self.number, [(part.i, part.j)])
        draft.flow, draft.roles, draft.period = part.flow or parent.flow, part.roles, part.period or parent.period
        draft.jurisdiction, draft.decided_by = parent.jurisdiction, parent.decided_by
        self.reader.drafts.append(draft)
        return draft

    def _topic(self, clause: Clause) -> bool:
        """ "trong 20 lượt ... có": the total named again; what follows are its parts."""
        value = clause.counted.count
        for draft in reversed(self.reader.drafts):
            if same_people(draft.counted.count, value):
                if draft.sentence != self.number:
                    draft.spots.append((clause.counted.i, clause.j))
                group = Group(None)
                draft.groups.append(group)
                self.stack.append((draft, group, "topic"))
                self.last = draft
                self.reader._now(draft, self.number)
                return True
        for draft in reversed(self.reader.drafts):
            for part in (p for g in draft.groups for p in g.parts):
                if same_people(part.counted.count, value) and clause.counted.noun in (Noun.OFFICIAL, Noun.PERSON):
                    self.stack.append((draft, Group(False), "topic"))
                    self.last = promoted = self._promote(part)
                    self.stack[-1] = (promoted, Group(None), "topic")
                    promoted.groups.append(self.stack[-1][1])
                    promoted.spots.append((clause.counted.i, clause.j))
                    return True
        return False

    def _leaves(self, clause: Clause, governor: Governor | None) -> bool:
        """Whether a count behind parts is a total again: its own verb differs, or the parts already make the whole."""
        parent, group, opener = self.stack[-1]
        if opener == "(":
            return False
        own = governor is not None and governor.before and bool(governor.actions)
        full = group.sum >= parent.value and group.sum > 0
        new_clause = ";" in clause.openers or ")" in clause.openers
        if own and governor is not None and new_clause and not set(governor.actions) & set(parent.actions):
            return True
        return full and (own or group.sum + clause.counted.count.value > 2 * parent.value)

    def _add_part(self, clause: Clause) -> None:
        part = part_of(self.reader.doc, clause)
        parent, group, _ = self.stack[-1]
        if part.flow is not None and self._told_before(part, parent):
            return
        if part.flow == parent.flow:
            part.flow = None
        if part.flow is None and says_reverse(self.tokens, clause.i, clause.j) and group.parts and group.parts[-1].flow:
            part.flow = reverse(group.parts[-1].flow)
        group.parts.append(part)
        self.last = part

    def _told_before(self, part: DraftPart, parent: Draft) -> bool:
        """A count of another direction that is a total already, told again with its post: no part of this one."""
        for draft in self.reader.drafts:
            if draft is not parent and draft.flow == part.flow and draft.value == part.counted.count.value:
                draft.spots.append((part.i, part.j))
                draft.roles = draft.roles or part.roles
                self.last = None
                return True
        return False

    def close(self) -> None:
        """Drop empty groups; turn totals that add up to the first one of the sentence into its parts."""
        for draft in self.reader.drafts:
            draft.groups = [g for g in draft.groups if g.parts]
        self._fold()

    def _fold(self) -> None:
        """Totals behind the first one of the sentence that add up to it are its parts ("48; năm 2015 là 33, năm 2016 là 15")."""
        if len(self.opened) < 3 or self.opened[0].groups:
            return
        first, rest = self.opened[0], self.opened[1:]
        if sum(d.value for d in rest) != first.value or any(d.groups for d in rest):
            return
        first.groups.append(Group(True, [d.part for d in rest if d.part is not None]))
        gone = {id(d) for d in rest}
        self.reader.drafts = [d for d in self.reader.drafts if id(d) not in gone]
        self.opened, self.last = [first], first


def _is_share(part: Clause, whole: Clause) -> bool:
    return whole.topic and whole.counted.i - part.counted.j <= 5 and part.counted.count.value < whole.counted.count.value


def _unstopped(tokens: Tokens, i: int, j: int) -> int:
    while j > i and tokens.low[j - 1] in (".", "…", ",", ";", "!"):
        j -= 1
    return j


def _moves(governor: Governor) -> bool:
    """Whether the verb moves people between tiers; an election or an appointment alone gives a post and no direction."""
    return any(a not in (Action.ELECTION, Action.APPOINTMENT, Action.REAPPOINTMENT) for a in governor.actions)


def _names_people(tokens: object, clause: Clause) -> bool:
    """Whether a bare number counts people named before it: "cán bộ ... luân chuyển về xã là 150 lượt"."""
    low = tokens.low[clause.i : clause.counted.num_i]  # type: ignore[attr-defined]
    return "bộ" in low or "viên" in low or "chức" in low or "người" in low


def _managed_by(tokens: object, i: int, j: int) -> Level | None:
    """The tier of "cán bộ diện Ban Thường vụ Huyện ủy quản lý"."""
    low = tokens.low  # type: ignore[attr-defined]
    for k in range(i, j):
        if low[k] == "diện" or low[k] == "thuộc":
            for t in range(k + 1, min(k + 8, j)):
                if low[t] == "ủy" and low[t - 1] in _BY_COMMITTEE:
                    return _BY_COMMITTEE[low[t - 1]]
                if low[t] == "trị" and low[t - 1] == "chính" or low[t] == "ương" and low[t - 1] == "trung":
                    return Level.CENTRAL
    return None


def _scoped(tokens: object, clause: Clause, begin: int) -> Level | None:
    """The tier of "đối với cấp tỉnh có ..." earlier in the sentence."""
    low = tokens.low  # type: ignore[attr-defined]
    for k in range(clause.counted.i - 1, begin, -1):
        if low[k] in ("với", "ở", "tại") and (low[k] != "với" or low[k - 1] == "đối"):
            tier = next(iter(find_tiers(tokens, k + 1, min(k + 4, clause.counted.i))), None)  # type: ignore[arg-type]
            if tier is not None and low[tier.i] == "cấp":
                return tier.level
    return None


_BY_COMMITTEE = {"tỉnh": Level.PROVINCE, "thành": Level.PROVINCE, "huyện": Level.DISTRICT, "quận": Level.DISTRICT,
                 "thị": Level.DISTRICT}  # fmt: skip


def _spot(tokens: object, clause: Clause, governor: Governor) -> tuple[int, int]:
    """The words that state a total: from its verb, its number or the tiers named before them to the end of the clause."""
    low, i, j = tokens.low, max(clause.i, min(governor.i, clause.counted.i)), clause.j  # type: ignore[attr-defined]
    tiers = find_tiers(tokens, clause.i, i)  # type: ignore[arg-type]
    near = [t for t in tiers if i - t.j <= 12]
    if near:
        i = near[0].i
    while i > clause.i and low[i - 1] in ("từ", "giữa", "các", "bộ", "cán", "cấp"):
        i -= 1
    while j > clause.counted.j and low[j - 1] in (",", "và", ".", "…", ":", "-", "–", ";"):
        j -= 1
    return i, j


def _same_total(a: Draft, b: Draft) -> bool:
    if not same_people(a.counted.count, b.counted.count) or a.status is not b.status:
        return False
    if not set(a.actions) & set(b.actions):
        return False
    if a.flow is not None and b.flow is not None and a.flow != b.flow:
        return False
    if a.sentence == b.sentence:
        return False
    if a.roles and b.roles and set(a.roles) != set(b.roles):
        return False
    return True


def _same_group(a: Group, b: Group) -> bool:
    return [p.counted.count.value for p in a.parts] == [p.counted.count.value for p in b.parts]


def _fuller(a: object, b: object) -> object:
    if a is None:
        return b
    if b is None:
        return a
    if a.edtf is None and b.edtf is not None:  # type: ignore[attr-defined]
        return b
    return a


