"""Which facts of two readings are the same, and how they become one: across pieces, repairs and readers.

Two facts are the same when they give the same figures or name at the same place of the text; a total also when
everything but its quotes is equal, as an article that states it again does. Each fact has one counterpart at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from schemas import (
    CoverageRatio,
    DocumentReference,
    Model,
    Part,
    Post,
    Provision,
    RotationEvent,
    RotationSummary,
)
from service.folding import fold_key
from service.model.breakdowns import join_breakdowns, overlaps, same_breakdown, same_part, tidy
from service.reading import Reading

Fact = RotationSummary | RotationEvent | CoverageRatio | Provision | DocumentReference
KINDS = ("summaries", "events", "ratios", "provisions", "documents")
"""The lists of facts of a reading."""

_T = TypeVar("_T", bound=Model)
_F = TypeVar("_F", RotationSummary, RotationEvent, CoverageRatio, Provision, DocumentReference)


def same_post(one: Post, other: Post) -> bool:
    """Whether one title is the other, or lies in it."""
    a, b = fold_key(one.title), fold_key(other.title)
    return a in b or b in a


def same_fact(one: Fact, other: Fact) -> bool:
    """Whether two facts of one kind with the same `key` are one."""
    if isinstance(one, RotationEvent) and isinstance(other, RotationEvent):
        if one.to and other.to:
            return one.status is other.status and any(same_post(a, b) for a in one.to for b in other.to)
        alike = not one.actions or not other.actions or set(one.actions) & set(other.actions)
        return one.status is other.status and bool(alike) and overlaps(one.evidence, other.evidence) > 0
    if isinstance(one, RotationSummary) and isinstance(other, RotationSummary):
        bare: dict[str, object] = {"evidence": [], "breakdowns": []}
        if one.total is not None and one.model_copy(update=bare) == other.model_copy(update=bare):
            return True
        if one.flow and other.flow and one.flow != other.flow and one.evidence == other.evidence:
            return False
    elif isinstance(one, DocumentReference) and one.number is not None:
        return True
    return overlaps(one.evidence, other.evidence) > 0


def key(fact: Fact) -> Hashable:
    """What two facts must have in common to be compared at all."""
    if isinstance(fact, RotationSummary):
        return fact.total.value if fact.total else None
    if isinstance(fact, RotationEvent):
        return fold_key(fact.person.name)
    if isinstance(fact, CoverageRatio):
        return fact.numerator, fact.denominator, None if fact.numerator is not None else fact.percent
    if isinstance(fact, Provision):
        return fact.kind if fact.value is None else float(fact.value)
    return fold_key(fact.kind), fold_key(fact.number or "").replace(" ", "")


def counterparts(first: Sequence[_F], second: Sequence[_F], *, loose: bool = False) -> dict[int, int]:
    """For each fact of the first list that has one, its counterpart in the second; those in the same words go first.

    With `loose`, facts left over on both sides with one key whose words overlap are counterparts too: two readers
    may tell one move with posts that differ.
    """
    by_key: dict[Hashable, list[int]] = defaultdict(list)
    for j, fact in enumerate(second):
        by_key[key(fact)].append(j)
    found: dict[int, int] = {}
    taken: set[int] = set()
    # Same and in the same words, then the same elsewhere, then only in the same words.
    for alike, near in ((True, True), (True, False), (False, True))[: 3 if loose else 2]:
        for i, fact in enumerate(first):
            if i in found:
                continue
            free = {
                j: overlaps(fact.evidence, second[j].evidence)
                for j in by_key.get(key(fact), ())
                if j not in taken and (not alike or same_fact(fact, second[j]))
            }
            best = max(free, key=free.__getitem__, default=None)
            if best is not None and (free[best] or not near):
                found[i] = best
                taken.add(best)
    return found


def merge(readings: Sequence[Reading]) -> Reading:
    """One reading of several, without doubles; where two have a value of one fact, the earlier reading's is taken.

    The facts stand in the order of the text. The readings are not changed.
    """
    out = Reading()
    for reading in readings:
        out.excluded += reading.excluded
        out.summaries = _joined(out.summaries, _single(reading.summaries, join_summaries), join_summaries)
        out.events = _joined(out.events, _single(reading.events, join_events), join_events)
        out.ratios = _joined(out.ratios, _single(reading.ratios, fill), fill)
        out.provisions = _joined(out.provisions, _single(reading.provisions, fill), fill)
        out.documents = _joined(out.documents, _single(reading.documents, fill), fill)
    out.summaries = _absorbed(out.summaries)
    for kind in KINDS:
        getattr(out, kind).sort(key=_begin)
    return out


def without(reading: Reading, other: Reading) -> Reading:
    """A reading without the facts that have a counterpart in the other."""
    return Reading(
        summaries=_rest(reading.summaries, other.summaries),
        events=_rest(reading.events, other.events),
        ratios=_rest(reading.ratios, other.ratios),
        provisions=_rest(reading.provisions, other.provisions),
        documents=_rest(reading.documents, other.documents),
        excluded=reading.excluded,
    )


def fill(first: _T, second: _T) -> _T:
    """The first fact with what only the second has: null values, empty lists and further spans."""
    update: dict[str, object] = {}
    for name in type(first).model_fields:
        own, other = getattr(first, name), getattr(second, name)
        if name == "evidence":
            update[name] = own + [span for span in other if not overlaps([span], own)]
        elif own in (None, [], "") and other not in (None, [], ""):
            update[name] = other
    return first.model_copy(update=update)


def join_events(first: RotationEvent, second: RotationEvent) -> RotationEvent:
    """One move told in two readings: the first's, filled with what only the second has."""
    return fill(first, second)


def join_summaries(first: RotationSummary, second: RotationSummary) -> RotationSummary:
    """One total with the breakdowns of both readings."""
    joined = fill(first, second)
    breakdowns = list(first.breakdowns)
    for breakdown in second.breakdowns:
        at = next((k for k, own in enumerate(breakdowns) if same_breakdown(own, breakdown)), None)
        if at is None:
            breakdowns.append(breakdown)
        else:
            breakdowns[at] = join_breakdowns(breakdowns[at], breakdown, joined.total)
    return joined.model_copy(update={"breakdowns": tidy(breakdowns)})


def _joined(first: list[_F], second: list[_F], join: Callable[[_F, _F], _F]) -> list[_F]:
    found = counterparts(second, first)
    out = list(first)
    for j, fact in enumerate(second):
        if j in found:
            out[found[j]] = join(out[found[j]], fact)
        else:
            out.append(fact)
    return out


def _absorbed(summaries: list[RotationSummary]) -> list[RotationSummary]:
    """The totals, and of those without a number the ones that tell a part that no other total has."""
    parts = [part for summary in summaries if summary.total for b in summary.breakdowns for part in b.parts]
    known: dict[int, list[Part]] = defaultdict(list)
    for part in parts:
        known[part.count.value].append(part)
    return [
        summary
        for summary in summaries
        if summary.total
        or not all(
            any(same_part(part, other) for other in known[part.count.value])
            for breakdown in summary.breakdowns
            for part in breakdown.parts
        )
    ]


def _single(facts: list[_F], join: Callable[[_F, _F], _F]) -> list[_F]:
    """The facts of one list without doubles."""
    out: list[_F] = []
    at: dict[Hashable, list[int]] = defaultdict(list)
    for fact in facts:
        same = next((k for k in at[key(fact)] if same_fact(out[k], fact)), None)
        if same is None:
            at[key(fact)].append(len(out))
            out.append(fact)
        else:
            out[same] = join(out[same], fact)
    return out


def _rest(facts: list[_F], other: list[_F]) -> list[_F]:
    found = counterparts(facts, other)
    return [fact for i, fact in enumerate(facts) if i not in found]


def _begin(fact: Fact) -> int:
    return min((span.start for span in fact.evidence), default=0)
