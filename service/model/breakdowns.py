"""The parts of a total in two readings: which are the same, and how two breakdowns become one."""

from __future__ import annotations

from collections.abc import Sequence

from schemas import Breakdown, Count, Part, TextSpan


def overlaps(first: Sequence[TextSpan], second: Sequence[TextSpan]) -> int:
    """How many code points the spans of two facts have in common at most, in any pair of them."""
    pairs = ((a, b) for a in first for b in second)
    return max((0, *(min(a.end, b.end) - max(a.start, b.start) for a, b in pairs)))


def same_part(one: Part, other: Part) -> bool:
    """Whether two parts are one: the same count in the same words."""
    return one.count.value == other.count.value and overlaps(one.evidence, other.evidence) > 0


def counterpart(part: Part, others: Sequence[Part]) -> int | None:
    """Where the same part stands in a list: in the same words, else of the same count where nothing speaks against it.

    Articles tell a part more than once, and two readers may quote it in two places.
    """
    near = next((k for k, other in enumerate(others) if same_part(part, other)), None)
    if near is not None:
        return near
    return next((k for k, other in enumerate(others) if _may_be_one(part, other)), None)


def _may_be_one(one: Part, other: Part) -> bool:
    return (
        one.count.value == other.count.value
        and (one.flow is None or other.flow is None or one.flow == other.flow)
        and (not one.roles or not other.roles or set(one.roles) == set(other.roles))
    )


def same_breakdown(one: Breakdown, other: Breakdown) -> bool:
    """Whether two breakdowns group alike, or share a part."""
    return one.by is other.by or any(same_part(a, b) for a in one.parts for b in other.parts)


def left_over(parts: Sequence[Part], others: Sequence[Part]) -> list[Part]:
    """The parts without a counterpart in the other list; each of the others is the counterpart of one part at most."""
    free = list(others)
    alone = []
    waiting = []
    for part in parts:
        near = next((k for k, other in enumerate(free) if same_part(part, other)), None)
        if near is None:
            waiting.append(part)
        else:
            del free[near]
    for part in waiting:
        found = counterpart(part, free)
        if found is None:
            alone.append(part)
        else:
            del free[found]
    return alone


def join_breakdowns(first: Breakdown, second: Breakdown, total: Count | None) -> Breakdown:
    """One breakdown of two: all parts of both, unless those of one alone make up the total and all together do not."""
    parts = [*first.parts, *left_over(second.parts, first.parts)]
    parts.sort(key=begin)
    if total is not None and sum(part.count.value for part in parts) != total.value:
        for alone in (first, second):
            if sum(part.count.value for part in alone.parts) == total.value:
                return alone
    exhaustive = first.exhaustive if first.exhaustive is not None else second.exhaustive
    return first.model_copy(update={"parts": parts, "exhaustive": exhaustive})


def tidy(breakdowns: Sequence[Breakdown]) -> list[Breakdown]:
    """Breakdowns of one total without parts that an earlier one of the same grouping has; none is left empty."""
    out: list[Breakdown] = []
    for breakdown in breakdowns:
        parts = breakdown.parts
        for earlier in out:
            if earlier.by is breakdown.by:
                parts = left_over(parts, earlier.parts)
        if parts:
            out.append(breakdown if parts is breakdown.parts else breakdown.model_copy(update={"parts": parts}))
    return out


def begin(part: Part) -> int:
    """Where a part's first quote begins."""
    return min((span.start for span in part.evidence), default=0)
