"""Whether the parts of a total add up to it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from schemas import (
    Breakdown,
    Check,
    CheckCode,
    CheckStatus,
    Count,
    CountUnit,
    Grouping,
    Part,
    Qualifier,
    RotationSummary,
    TextSpan,
)
from service.checks.view import View
from service.messages import term

_CODE = CheckCode.TOTAL_MATCHES_PARTS

_ABOUT = 0.1  # "khoảng 100" is taken to be within a tenth of the count
_INFINITY = math.inf
_Range = tuple[float, float]  # least and greatest number
_EXACT: Final = Qualifier.EXACT


def total_matches_parts(view: View) -> Iterator[Check]:
    """The parts of a breakdown that claims the whole add up to the total; else fail, or warn where it is not claimed.

    One result for each breakdown of a summary with a total:

    - `exhaustive` true: parts that do not add up fail; null: they warn; false: they may be fewer, not more.
    - Parts that add up to more than the total fail whatever is claimed, except turns in a total of persons.
    - An `attribute` part only has to be no more than the total, as attributes overlap; where the source claims the
      whole, a sum that differs warns.
    - A count that is not exact agrees with any value its words allow: "hơn 70" with 75. A value that they allow but
      nobody would say so ("hơn 70" for 95) warns.
    """
    for i, summary in enumerate(view.extraction.summaries):
        if summary.total is None:
            continue
        for j, breakdown in enumerate(summary.breakdowns):
            if not breakdown.parts:
                continue
            at = f"/summaries/{i}/breakdowns/{j}"
            large = [k for k, part in enumerate(breakdown.parts) if _exceeds(part.count, summary.total)]
            if breakdown.by is Grouping.ATTRIBUTE and large:
                for k in large:
                    yield _part_too_large(view, f"{at}/parts/{k}", summary, breakdown.parts[k])
            else:
                yield _balance(view, at, summary, breakdown, summary.total)


def _balance(view: View, at: str, summary: RotationSummary, breakdown: Breakdown, total: Count) -> Check:
    """Compare a total with the sum of the parts of one breakdown."""
    counts = [part.count for part in breakdown.parts]
    stated = sum(count.value for count in counts)
    status = _verdict(total, counts, breakdown)
    values: dict[str, object] = {"total": total.value, "parts": stated, "unit": term(total.unit, view.lang)}
    if status is CheckStatus.PASS:
        listed = " + ".join(str(count.value) for count in counts)
        return view.passed(_CODE, at, evidence=summary.evidence, total=total.value, parts=listed)
    spans = _spans(summary, breakdown)
    difference = abs(total.value - stated)
    cause, why = view.blame(spans, difference)
    return view.found(
        _CODE,
        status,
        at,
        "short" if stated < total.value else "excess",
        cause,
        {**values, "difference": difference},
        evidence=spans,
        expected=total.value,
        actual=stated,
        why=why,
    )


def _verdict(total: Count, counts: Sequence[Count], breakdown: Breakdown) -> CheckStatus:
    """Decide on one breakdown by the ranges of values that the total and the sum of the parts allow."""
    may_exceed = total.unit is CountUnit.PERSON and any(count.unit is CountUnit.TURN for count in counts)
    short, excess = _outside([_allowed(count) for count in counts], _allowed(total), may_exceed)
    if breakdown.by is Grouping.ATTRIBUTE:
        return CheckStatus.WARN if breakdown.exhaustive and (short or excess) else CheckStatus.PASS
    if excess:
        return CheckStatus.FAIL
    if breakdown.exhaustive is False:
        return CheckStatus.PASS
    if short:
        return CheckStatus.FAIL if breakdown.exhaustive else CheckStatus.WARN
    unusual = any(_outside([_usual(count) for count in counts], _usual(total), may_exceed))
    return CheckStatus.WARN if unusual else CheckStatus.PASS


def _outside(parts: Sequence[_Range], total: _Range, may_exceed: bool) -> tuple[bool, bool]:
    """Whether all sums that the parts allow lie below the total, and whether all lie above it."""
    low, high = sum(part[0] for part in parts), sum(part[1] for part in parts)
    return high < total[0], low > total[1] and not may_exceed


def _exceeds(part: Count, total: Count) -> bool:
    """Whether a part is more than the total allows; turns may outnumber persons."""
    if part.unit is CountUnit.TURN and total.unit is CountUnit.PERSON:
        return False
    return _allowed(part)[0] > _allowed(total)[1]


def _part_too_large(view: View, at: str, summary: RotationSummary, part: Part) -> Check:
    total = summary.total.value if summary.total else 0
    spans = part.evidence or summary.evidence
    cause, why = view.blame(spans, abs(part.count.value - total))
    return view.found(
        _CODE,
        CheckStatus.FAIL,
        at,
        "part",
        cause,
        {"label": part.label, "part": part.count.value, "total": total},
        evidence=spans,
        expected=total,
        actual=part.count.value,
        why=why,
    )


def _allowed(count: Count) -> _Range:
    """Return the least and the greatest number that the words of a count allow."""
    value = count.value
    if count.qualifier is _EXACT:
        return value, value
    match count.qualifier:
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return value, _INFINITY
        case Qualifier.UNDER:
            return 0, value
        case Qualifier.ABOUT:
            return 0, _INFINITY


def _usual(count: Count) -> _Range:
    """Return the range that a writer means: "hơn 70" is up to 80, "gần 180" from 162, "khoảng 100" from 90 to 110."""
    value = count.value
    if count.qualifier is _EXACT:
        return value, value
    match count.qualifier:
        case Qualifier.AT_LEAST:
            return value, _INFINITY
        case Qualifier.OVER:
            return value, value + _step(value)
        case Qualifier.UNDER:
            return value - _step(value), value
        case Qualifier.ABOUT:
            margin = max(1, math.ceil(value * _ABOUT))
            return value - margin, value + margin


def _step(value: int) -> int:
    """Return the round step a number is told in: 10 for 70, 1,000 for 42,000; at least a tenth of it."""
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return max(step, math.ceil(value * _ABOUT))


def _spans(summary: RotationSummary, breakdown: Breakdown) -> list[TextSpan]:
    """The spans of a total and of all parts of one breakdown."""
    return [*summary.evidence, *(span for part in breakdown.parts for span in part.evidence)]
