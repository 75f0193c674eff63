"""Score one article's predicted facts against its gold facts, and sum scores over articles.

Counts are kept per article so that a bootstrap can resample articles. An optional gold fact is neutral: what aligns
with it is neither right nor wrong, and nobody misses it. An article that could not be read or scored has no counts at
all; it is listed with its state, never mixed in as zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .align import align
from .facts import KINDS, Fact, facts_of
from .kinds import SPECS, KindSpec, Same, overlap

Cell = tuple[str, str]
"""(kind, level) or (kind, field)."""

STATES = ("scored", "crashed", "not_scorable")


@dataclass(frozen=True, slots=True)
class Counts:
    """Right, spurious and missing facts (or field values)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float | None:
        """Right among predicted; None where nothing was predicted."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Right among gold; None where there is no gold."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """2 tp / (2 tp + fp + fn); None where there is neither gold nor prediction."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None


@dataclass(frozen=True, slots=True)
class Mistake:
    """One fact that is not wholly right. `what` is missing, spurious or wrong; `fields` names what differs."""

    kind: str
    what: str
    label: str
    span: tuple[int, int] | None
    pointer: str
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One article's outcome. `spans` are overlaps (0 to 1) of aligned facts' evidence with the gold's evidence."""

    id: str
    state: str = "scored"
    detail: str = ""
    levels: Mapping[Cell, Counts] = field(default_factory=dict)
    fields: Mapping[Cell, Counts] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()
    pairs: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    neutral: tuple[str, ...] = ()
    span_overlaps: tuple[float, ...] = ()
    check_codes: Mapping[str, Counts] = field(default_factory=dict)

    @property
    def wholly_right(self) -> bool:
        """True where no fact is missing, spurious or wrong at the strict level (the checks are not facts)."""
        if self.state != "scored":
            return False
        strict = [self.levels[kind, SPECS[kind].strict] for kind in KINDS if kind != "check"]
        return not any(counts.fp or counts.fn for counts in strict)


def _pairs(
    gold: list[Fact], predicted: list[Fact], same: Same, spec: KindSpec, claimed: frozenset[int] = frozenset()
) -> list[tuple[int, int]]:
    """The alignment at one level. A required gold fact goes before an optional one; ties go to the pair that agrees
    strictly, then to the one that agrees in more fields and whose evidence lies together.

    `claimed` are predicted facts that the loosest level aligns with required gold: an optional fact does not excuse one
    of them for being wrong at a stricter level, unless it is that very fact.
    """

    def weight(g: int, p: int) -> float:
        wanted, given = gold[g], predicted[p]
        excused = wanted.optional and (same(wanted, given) or (p not in claimed and spec.neutral(wanted, given)))
        if not (excused if wanted.optional else same(wanted, given)):
            return 0.0
        alike = sum(bool(wanted[name] == given[name]) for name in spec.fields) + overlap(wanted, given)
        return (1.0 if wanted.optional else 1000.0) + spec.levels[spec.strict](wanted, given) + alike / 100

    return align(range(len(gold)), range(len(predicted)), weight)


def _level(gold: list[Fact], predicted: list[Fact], pairs: list[tuple[int, int]]) -> Counts:
    right = sum(not gold[g].optional for g, _ in pairs)
    neutral = len(pairs) - right
    return Counts(right, len(predicted) - neutral - right, sum(not g.optional for g in gold) - right)


def _by_code(code: str, gold: list[Fact], predicted: list[Fact], pairs: list[tuple[int, int]]) -> Counts:
    """How often one check was rightly raised, a false alarm, or missed."""
    excused = {p for g, p in pairs if gold[g].optional}
    right = sum(not gold[g].optional and gold[g]["code"] == code for g, _ in pairs)
    raised = sum(index not in excused and fact["code"] == code for index, fact in enumerate(predicted))
    wanted = sum(not fact.optional and fact["code"] == code for fact in gold)
    return Counts(right, raised - right, wanted - right)


def _field_counts(gold: list[Fact], predicted: list[Fact], pairs: list[tuple[int, int]], name: str) -> Counts:
    """Slot counts: a value is right when the aligned facts both have it and it is equal."""
    excused = {p for g, p in pairs if gold[g].optional}
    right = sum(not gold[g].optional and gold[g][name] is not None and gold[g][name] == predicted[p][name]
                for g, p in pairs)  # fmt: skip
    wanted = sum(not fact.optional and fact[name] is not None for fact in gold)
    given = sum(index not in excused and fact[name] is not None for index, fact in enumerate(predicted))
    return Counts(right, given - right, wanted - right)


def _mistakes(kind: str, gold: list[Fact], predicted: list[Fact], pairs: list[tuple[int, int]]) -> list[Mistake]:
    spec, found, matched = SPECS[kind], dict(pairs), {p for _, p in pairs}
    mistakes = []
    for index, fact in enumerate(gold):
        if fact.optional:
            continue
        if index not in found:
            mistakes.append(Mistake(kind, "missing", fact.label, _first(fact), fact.pointer))
        elif not spec.levels[spec.strict](fact, predicted[found[index]]):
            other = predicted[found[index]]
            differ = {n: (fact[n], other[n]) for n in spec.fields if fact[n] != other[n]}
            mistakes.append(Mistake(kind, "wrong", other.label, _first(other), other.pointer, differ))
    for index, fact in enumerate(predicted):
        if index not in matched:
            mistakes.append(Mistake(kind, "spurious", fact.label, _first(fact), fact.pointer))
    return mistakes


def _first(fact: Fact) -> tuple[int, int] | None:
    return fact.spans[0] if fact.spans else None


def score_article(article_id: str, gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> ArticleScore:
    """Compare the facts of a gold document with those of an extraction (both JSON objects of the contract)."""
    levels: dict[Cell, Counts] = {}
    fields: dict[Cell, Counts] = {}
    mistakes: list[Mistake] = []
    aligned: dict[str, tuple[tuple[str, str], ...]] = {}
    neutral: list[str] = []
    overlaps: list[float] = []
    codes: dict[str, Counts] = {}
    all_gold, all_predicted = facts_of(gold), facts_of(predicted)
    for kind, spec in SPECS.items():
        wanted = [fact for fact in all_gold if fact.kind == kind]
        given = [fact for fact in all_predicted if fact.kind == kind]
        pairs = _pairs(wanted, given, spec.levels[spec.found], spec)
        levels[kind, spec.found] = _level(wanted, given, pairs)
        claimed = frozenset(p for g, p in pairs if not wanted[g].optional)
        for name in list(spec.levels)[1:]:
            levels[kind, name] = _level(wanted, given, _pairs(wanted, given, spec.levels[name], spec, claimed))
        for name in spec.fields:
            fields[kind, name] = _field_counts(wanted, given, pairs, name)
        if spec.slots:
            levels[kind, "slots"] = sum((fields[kind, name] for name in spec.slots), Counts())
        mistakes += _mistakes(kind, wanted, given, pairs)
        if kind == "check":
            codes = {fact["code"]: _by_code(fact["code"], wanted, given, pairs) for fact in (*wanted, *given)}
        required = [(g, p) for g, p in pairs if not wanted[g].optional]
        aligned[kind] = tuple((wanted[g].pointer, given[p].pointer) for g, p in required)
        neutral += [given[p].pointer for g, p in pairs if wanted[g].optional]
        overlaps += [overlap(wanted[g], given[p]) for g, p in required if wanted[g].spans]
    return ArticleScore(
        article_id, levels=levels, fields=fields, mistakes=tuple(mistakes), pairs=aligned, neutral=tuple(neutral),
        span_overlaps=tuple(overlaps), check_codes=codes,
    )  # fmt: skip


def total(scores: Iterable[ArticleScore], table: str = "levels") -> dict[Cell, Counts]:
    """Sum of the counts of all scored articles, per (kind, level) or, with table="fields", per (kind, field)."""
    sums: dict[Cell, Counts] = {}
    for score in scores:
        cells: Mapping[Cell, Counts] = getattr(score, table)
        for cell, counts in cells.items():
            sums[cell] = sums.get(cell, Counts()) + counts
    return sums
