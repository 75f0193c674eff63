"""Summaries while they are being read: a total, its groups of parts, and how they turn into the contract's shape."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    TextSpan,
)
from service.rules.counts import Counted, Noun


@dataclass(slots=True)
class DraftPart:
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


@dataclass(slots=True)
class Group:
    """Parts told together. ``whole``: True when the words claim the whole ("gồm"), False for "trong đó có", else None."""

    whole: bool | None
    parts: list[DraftPart] = field(default_factory=list)

    @property
    def sum(self) -> int:
        """The parts added up."""
        return sum(part.counted.count.value for part in self.parts)


@dataclass(slots=True)
class Draft:
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
    part: DraftPart | None = None

    @property
    def value(self) -> int:
        """The stated total."""
        return self.counted.count.value


def grouping_of(parts: list[DraftPart]) -> Grouping:
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


def breakdowns_of(draft: Draft, span: object) -> list[Breakdown]:
    """The groups of a draft as breakdowns; a group whose prefix already makes the total is cut in two there."""
    out: list[Breakdown] = []
    for group in draft.groups:
        for parts in _cut(group.parts, draft.value):
            out.append(_breakdown(draft, Group(group.whole, parts), span))
    return out


def _cut(parts: list[DraftPart], total: int) -> list[list[DraftPart]]:
    out: list[list[DraftPart]] = []
    run: list[DraftPart] = []
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


def _breakdown(draft: Draft, group: Group, span: object) -> Breakdown:
    by = grouping_of(group.parts)
    exhaustive = _exhaustive(draft, group, by)
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
                evidence=[span(p.i, p.j)],  # type: ignore[operator]
            )
            for p in group.parts
        ],
    )


def _exhaustive(draft: Draft, group: Group, by: Grouping) -> bool | None:
    """Whether the source says that the parts are the whole: parts that add up do; so do "gồm" and a list of all posts."""
    exact = draft.counted.count.qualifier is Qualifier.EXACT
    if exact and group.sum == draft.value and len(group.parts) > 1:
        return True
    if by is Grouping.ATTRIBUTE and group.whole is not True:
        return False
    if group.whole is False and len(group.parts) < 4:
        return False
    return group.whole


def finish(draft: Draft, span: object) -> RotationSummary:
    """The draft in the contract's shape; ``span`` makes a TextSpan of a token range."""
    evidence: list[TextSpan] = [span(i, j) for i, j in draft.spots]  # type: ignore[operator]
    return RotationSummary(
        status=draft.status,
        actions=list(draft.actions),
        jurisdiction=draft.jurisdiction,
        decided_by=draft.decided_by,
        period=draft.period,
        flow=draft.flow,
        roles=list(draft.roles),
        cadre_level=draft.cadre_level,
        total=draft.counted.count,
        breakdowns=breakdowns_of(draft, span),
        evidence=evidence,
    )


def same_people(a: Count, b: Count) -> bool:
    """Whether two counts may be one figure stated twice: the same number; "12" and "gần 12" are two."""
    return a.value == b.value and (a.qualifier is b.qualifier or Qualifier.EXACT in (a.qualifier, b.qualifier))


def countable(noun: Noun) -> bool:
    """Whether a noun can make a total on its own (an attribute or a bare number cannot)."""
    return noun in (Noun.OFFICIAL, Noun.PERSON, Noun.TITLE)
