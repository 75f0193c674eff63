"""Totals while they are being read: their groups of parts, and how both turn into the contract's summaries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from schemas import (
    Action,
    Count,
    Flow,
    Grouping,
    Level,
    MoveStatus,
    Period,
    Place,
    Qualifier,
    Role,
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
    verbal: bool = False  # whether a part is told with a verb of its own

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


_MEMORY = 60  # totals that later sentences may refer to; keeps the walk linear in the length of the text


@dataclass
class Board:
    """What the walk over one article knows so far: the totals in order, the one spoken of last and where, and its
    open list.

    ``aside_at`` is the last sentence that counts people for another reason than a move ("kỷ luật 14 đảng viên").
    ``run`` is the group that bullets or following sentences may still add parts to; ``pending`` are counts (with their
    sentence) that no verb governs, which a total told behind them may claim.
    """

    doc: Doc
    totals: list[Total] = field(default_factory=list)
    current: Total | None = None
    current_at: int = -9
    aside_at: int = -9
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

    def find(self, count: Count, roles: tuple[Role, ...] = ()) -> Total | None:
        """The latest total with this number: of several, one of the posts counted."""
        alike = [t for t in self.recent() if same_people(t.counted.count, count)]
        return next((t for t in alike if roles and t.roles == roles), alike[0] if alike else None)

    def drop(self, gone: set[int]) -> None:
        """Take totals off the board that turned out to be parts; ``gone`` holds their identities."""
        tail = self.totals[-_MEMORY:]
        self.totals[-_MEMORY:] = [t for t in tail if id(t) not in gone]


def same_people(a: Count, b: Count) -> bool:
    """Whether two counts may be one figure stated twice: the same number; "12" and "gần 12" are two."""
    return a.value == b.value and (a.qualifier is b.qualifier or Qualifier.EXACT in (a.qualifier, b.qualifier))


_COUNTABLE = (Noun.OFFICIAL, Noun.PERSON, Noun.TITLE)


def countable(noun: Noun) -> bool:
    """Whether a noun can make a total on its own (an attribute or a bare number cannot)."""
    return noun in _COUNTABLE
