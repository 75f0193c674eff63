"""Which number of the text each value of a fact is: what the ledger calls used.

A fact states a value and gives spans that support it. A span may hold the value more than once, and not every mention
is the one that is meant: in "luân chuyển 20 cán bộ về 20 xã trong 20 ngày" the total is the first. So each claim takes
one mention in each span, the one whose form fits the field best, and those that say the same count again ("trong số 20
cán bộ này"). A mention with a form of its own (a duration, a count of communes) is taken only where the evidence holds
no other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from schemas import TextSpan
from service.reading import Reading

_FITTING = {  # what the form of a number may be where a field states its value
    "numerator": ("ratio",),
    "denominator": ("ratio",),
    "percent": ("percent",),
    "month": ("duration", "age"),
    "year": ("age", "duration"),
    "term": ("duration", "ordinal"),
    "person": ("quota",),
}
_LOOSE = ("headcount", "not_officials", "no_noun", "label")
"""Forms that do not say what is counted, or that it is people."""


class Claim(NamedTuple):
    """A value that a fact states, the JSON Pointer of the field, the spans that support it, and the forms that fit."""

    value: float
    pointer: str
    spans: Sequence[TextSpan]
    fitting: Sequence[str] = ()


class Candidate(NamedTuple):
    """A number of the text: its span, why it would count no official moved, whether it says a count again."""

    start: int
    end: int
    reason: str | None
    again: bool


def claims_of(reading: Reading) -> Iterator[Claim]:
    """Every value that a reading's summaries, ratios and provisions state; where two share a number, it is the first's:
    a total's before a part's."""
    for i, summary in enumerate(reading.summaries):
        if summary.total is not None:
            yield Claim(float(summary.total.value), f"/summaries/{i}/total", summary.evidence)
    for i, summary in enumerate(reading.summaries):
        for b, breakdown in enumerate(summary.breakdowns):
            for p, part in enumerate(breakdown.parts):
                pointer = f"/summaries/{i}/breakdowns/{b}/parts/{p}/count"
                yield Claim(float(part.count.value), pointer, part.evidence or summary.evidence)
    for i, ratio in enumerate(reading.ratios):
        for name in ("numerator", "denominator", "percent"):
            value = getattr(ratio, name)
            if value is not None:
                yield Claim(float(value), f"/ratios/{i}/{name}", ratio.evidence, _FITTING[name])
    for i, provision in enumerate(reading.provisions):
        if provision.value is not None:
            fitting = _FITTING.get(provision.unit or "", ())
            yield Claim(float(provision.value), f"/provisions/{i}/value", provision.evidence, fitting)
            if provision.unit == "month":  # "3 năm (36 tháng)" states one value twice
                yield Claim(float(provision.value) / 12, f"/provisions/{i}/value", provision.evidence, fitting)


def settle_claims(claims: Sequence[Claim], numbers: Sequence[Candidate]) -> dict[int, str]:
    """The pointer of the claim that each used number answers, by the number's start.

    ``claims`` and ``numbers`` have one value; the numbers are in the order of the text. A number in several spans
    belongs to the narrowest: to a part before the total that holds it.
    """
    if len(claims) == len(numbers) == 1:
        only, number = claims[0], numbers[0]
        for span in only.spans:
            if span.start <= number.start and number.end <= span.end:
                return {number.start: only.pointer}
        return {}
    best: dict[int, int] = {}  # claim -> rank of its best mention in any span
    ranked: list[tuple[int, Candidate, list[tuple[int, tuple[int, int]]]]] = []
    for number, held in zip(numbers, _narrowest(claims, numbers), strict=True):
        own: list[tuple[int, tuple[int, int]]] = []
        for key in held:
            rank = _rank(number, claims[key[0]])
            own.append((rank, key))
            best[key[0]] = min(best.get(key[0], rank), rank)
        if own:
            ranked.append((min(own)[0], number, own))
    out: dict[int, str] = {}
    taken: set[tuple[int, int]] = set()
    for _, number, own in sorted(ranked, key=_least_rank):
        fit = [key for rank, key in own if rank < _SPECIFIC or best[key[0]] == rank]
        free = [key for key in fit if key not in taken]
        if free:
            taken.add(free[0])
        elif not (fit and number.again):
            continue
        out[number.start] = claims[(free or fit)[0][0]].pointer
    return out


_FITS, _VAGUE, _SPECIFIC = range(3)
_least_rank = itemgetter(0)


def _rank(number: Candidate, claim: Claim) -> int:
    if claim.fitting:
        return _FITS if number.reason in claim.fitting else _VAGUE
    return _FITS if number.reason is None else _VAGUE if number.reason in _LOOSE else _SPECIFIC


def _narrowest(claims: Sequence[Claim], numbers: Sequence[Candidate]) -> list[list[tuple[int, int]]]:
    """For each number: the claims with the narrowest span around it, each with the start of that span."""
    by_span: dict[tuple[int, int], list[int]] = {}
    for c, claim in enumerate(claims):
        for span in claim.spans:
            sharing = by_span.setdefault((span.start, span.end), [])
            if c not in sharing[-1:]:
                sharing.append(c)
    owners: list[list[tuple[int, int]]] = [[] for _ in numbers]
    starts = [number.start for number in numbers]
    for start, end in sorted(by_span, key=lambda span: span[0] - span[1]):  # wide ones first
        held = [(c, start) for c in by_span[start, end][:_SHARING]]
        for k in range(bisect_left(starts, start), len(numbers)):
            if numbers[k].end > end:
                break
            owners[k] = held
    return owners


_SHARING = 40  # claims of one value with one span that are told apart
