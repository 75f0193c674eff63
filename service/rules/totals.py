"""Totals while they are being read: their groups of parts, and how both turn into the contract's summaries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from schemas import (
    Action,
    Breakdown,
    Count,
    Flow,
    Grouping,
    Level,
    MoveStatus,
    Part,
    Period,
    Place,
    Qualifier,
    Role,
    RotationSummary,
)
from service.rules.counts import Counted, Noun
from service.rules.doc import Doc


@dataclass
class TotalPart:
    """One part: its count, its clause ``i`` to ``j``, and what the clause says of direction, post and time."""

    counted: Counted
    i: int
    j: int
    label: str
    flow: Flow | None = None
    roles: tuple[Role, ...] = ()
    period: Period | None = None
    place: Place | None = None
    trait: bool = False
    rank: bool = False
    named: bool = False
    tier: Level | None = None
    more: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Group:
    """Parts told together. ``whole``: True when the words claim the whole ("gồm"), False for "trong đó có", else
    None."""

    whole: bool | None
    parts: list[TotalPart] = field(default_factory=list)
    by: Grouping | None = None

    @property
    def last_flow(self) -> Flow | None:
        """The direction of the last part."""
        return self.parts[-1].flow if self.parts else None

    @property
    def sum(self) -> int:
        """The parts added up."""
        return sum(part.counted.count.value for part in self.parts)


@dataclass
class Total:
    """A total being read; ``spots`` are the token ranges that state it."""

    counted: Counted
    actions: tuple[Action, ...]
    status: MoveStatus
    sentence: int
    spots: list[tuple[int, int]]
    flow: Flow | None = None
    roles: tuple[Role, ...] = ()
    cadre_level: Level | None = None
    decided_by: str | None = None
    period: Period | None = None
    jurisdiction: Place | None = None
    groups: list[Group] = field(default_factory=list)
    _part: TotalPart | None = None
    told: Callable[[], TotalPart] | None = None
    echo: TotalPart | None = None  # the part that it only names again, until it is broken down itself

    @property
    def part(self) -> TotalPart | None:
        """The total as a part of another one: what its clause says, worked out when first asked for."""
        if self.told is not None and self._part is None:
            self._part = self.told()
            self._part.flow = self.flow
        return self._part

    @property
    def value(self) -> int:
        """The stated total."""
        return self.counted.count.value


def grouping_of(parts: list[TotalPart]) -> Grouping:
    """What the parts are grouped by: what most of them say; a trait (age, sex, schooling) makes them attributes."""
    n = len(parts)
    if sum(p.trait for p in parts) * 2 > n:
        return Grouping.ATTRIBUTE
    if sum(p.flow is not None for p in parts) * 2 >= n:
        return Grouping.DIRECTION
    if sum(bool(p.roles) or p.rank for p in parts) * 2 >= n:
        return Grouping.POSITION
    if sum(p.period is not None for p in parts) * 2 > n:
        return Grouping.TIME
    if sum(p.place is not None for p in parts) * 2 > n:
        return Grouping.LOCALITY
    return Grouping.ATTRIBUTE


def breakdowns_of(total: Total, doc: Doc) -> list[Breakdown]:
    """The groups of a total as breakdowns; a group whose prefix already makes the total is cut in two there."""
    out: list[Breakdown] = []
    for group in total.groups:
        out.append(_breakdown(total, group, doc))
    return out


def cut(parts: list[TotalPart], total: int) -> list[list[TotalPart]]:
    """Parts told in one breath, cut where they already make the total ("33 và 15; gồm 15 cấp Vụ, 33 cấp phòng" of
    48)."""
    out: list[list[TotalPart]] = []
    run: list[TotalPart] = []
    added = 0
    for part in parts:
        run.append(part)
        added += part.counted.count.value
        if added == total and len(run) > 1:
            out.append(run)
            run, added = [], 0
    if run:
        out.append(run)
    return out


def _breakdown(total: Total, group: Group, doc: Doc) -> Breakdown:
    by = group.by or grouping_of(group.parts)
    exhaustive = _exhaustive(total, group, by)
    return Breakdown(
        by=by,
        exhaustive=exhaustive,
        parts=[
            Part(
                label=p.label,
                flow=p.flow,
                roles=list(p.roles),
                place=p.place,
                period=p.period,
                count=p.counted.count,
                evidence=[doc.span(i, j) for i, j in [(p.i, p.j), *p.more]],
            )
            for p in group.parts
        ],
    )


def _exhaustive(total: Total, group: Group, by: Grouping) -> bool | None:
    """Whether the source says that the parts are the whole: parts that add up do; so do "gồm" and a list of all
    posts."""
    exact = total.counted.count.qualifier is Qualifier.EXACT
    if exact and group.sum == total.value and len(group.parts) > 1:
        return True
    if by in (Grouping.ATTRIBUTE, Grouping.ORIGIN_POSITION) and group.whole is not True:
        return False
    if len(group.parts) == 1 and (by is Grouping.ATTRIBUTE or group.sum < total.value):
        return False  # one part is no whole: "329 đồng chí (cấp xã 250 đồng chí)"
    if group.whole is False and len(group.parts) < 4:
        return False
    return group.whole


def _reached(total: Total) -> Flow | None:
    """The direction of a total; "về địa phương" leads to the tier that the parts name ("phó chủ tịch UBND tỉnh")."""
    flow = total.flow
    if flow is None or flow.to_level is not None or flow.from_level is None:
        return flow
    tiers = {p.tier for g in total.groups for p in g.parts if p.tier is not None}
    return flow.model_copy(update={"to_level": tiers.pop()}) if len(tiers) == 1 else flow


def _all_ahead(total: Total, doc: Doc) -> bool:
    """Whether the parts are told by years that all lie behind the year of publication: the total is a plan."""
    years = [p.period.edtf for g in total.groups for p in g.parts if p.period is not None and p.period.edtf is not None]
    year = doc.published_on.year if doc.published_on is not None else None
    return bool(years) and year is not None and all(y[:4].isdigit() and int(y[:4]) > year for y in years)


def finish(total: Total, doc: Doc) -> RotationSummary:
    """The total in the contract's shape, with spans of the text as submitted."""
    evidence = [doc.span(i, j) for i, j in total.spots]
    status = MoveStatus.PLANNED if total.status is MoveStatus.DONE and _all_ahead(total, doc) else total.status
    return RotationSummary(
        status=status,
        actions=list(total.actions),
        jurisdiction=total.jurisdiction,
        decided_by=total.decided_by,
        period=total.period,
        flow=_reached(total),
        roles=list(total.roles),
        cadre_level=total.cadre_level,
        total=total.counted.count,
        breakdowns=breakdowns_of(total, doc),
        evidence=evidence,
    )


_MEMORY = 60  # totals that later sentences may refer to; keeps the walk linear in the length of the text


@dataclass
class Board:
    """What the walk over one article knows so far: the totals in order, the one spoken of last and where, and its
    open list.

    ``run`` is the group that bullets or following sentences may still add parts to; ``pending`` are counts (with their
    sentence) that no verb governs, which a total told behind them may claim.
    """

    doc: Doc
    totals: list[Total] = field(default_factory=list)
    current: Total | None = None
    current_at: int = -9
    run: Group | None = None
    pending: list[tuple[int, TotalPart | Total]] = field(default_factory=list)

    def speak_of(self, total: Total, sentence: int) -> None:
        """Make a total the one that the next sentences may add to."""
        if total is not self.current:
            self.run = None
        self.current, self.current_at = total, sentence

    def recent(self) -> Iterator[Total]:
        """The latest totals, newest first: as far back as a sentence can still speak of them."""
        return islice(reversed(self.totals), _MEMORY)

    def find(self, count: Count) -> Total | None:
        """The latest total with this number."""
        return next((t for t in self.recent() if same_people(t.counted.count, count)), None)

    def drop(self, gone: set[int]) -> None:
        """Take totals off the board that turned out to be parts; ``gone`` holds their identities."""
        tail = self.totals[-_MEMORY:]
        self.totals[-_MEMORY:] = [t for t in tail if id(t) not in gone]


def same_people(a: Count, b: Count) -> bool:
    """Whether two counts may be one figure stated twice: the same number; "12" and "gần 12" are two."""
    return a.value == b.value and (a.qualifier is b.qualifier or Qualifier.EXACT in (a.qualifier, b.qualifier))


def countable(noun: Noun) -> bool:
    """Whether a noun can make a total on its own (an attribute or a bare number cannot)."""
    return noun in (Noun.OFFICIAL, Noun.PERSON, Noun.TITLE)
