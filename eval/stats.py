"""Uncertainty: intervals by a bootstrap over articles, and paired comparison of two runs on the same articles.

Facts of one article stand and fall together (one misread sentence spoils several), so articles are what is resampled,
never single facts. Everything is plain Python with a fixed seed: the same input gives the same figures.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from operator import itemgetter, mul

from .score import Counts

RESAMPLES = 1000
SEED = 20181


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its 95 percent interval; all None where the figure does not exist."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """F1 of B less F1 of A on the same articles, with its 95 percent interval.

    `p` is two-sided: how often chance alone, exchanging the runs article by article, gives a difference as great either
    way; `p_worse` counts only those as much to B's disadvantage. `changed` counts the articles whose counts differ.
    """

    a: float | None
    b: float | None
    delta: float | None
    low: float | None
    high: float | None
    p: float
    p_worse: float
    changed: int


def f1(rows: Sequence[Counts], weights: Sequence[int] | None = None) -> float | None:
    """F1 of the sum of counts, each taken `weights[i]` times."""
    right: Iterable[int] = (row.tp for row in rows)
    wrong: Iterable[int] = (row.fp + row.fn for row in rows)
    if weights is not None:
        right, wrong = map(mul, right, weights), map(mul, wrong, weights)
    hits, misses = sum(right), sum(wrong)
    return 2 * hits / (2 * hits + misses) if hits or misses else None


def _resampled(rows: Sequence[Counts], samples: Sequence[Sequence[int]]) -> list[float | None]:
    """F1 under each sample; `samples` hold the weights of these rows only, two rows or more."""
    hits, misses = [row.tp for row in rows], [row.fp + row.fn for row in rows]
    values: list[float | None] = []
    for weights in samples:
        right, wrong = sum(map(mul, hits, weights)), sum(map(mul, misses, weights))
        values.append(2 * right / (2 * right + wrong) if right or wrong else None)
    return values


def resamples(articles: int, count: int = RESAMPLES, seed: int = SEED) -> list[list[int]]:
    """`count` bootstrap samples of `articles` articles: how often each is drawn."""
    rng, samples = random.Random(seed), []
    for _ in range(count if articles else 0):
        times = [0] * articles
        for index in rng.choices(range(articles), k=articles):
            times[index] += 1
        samples.append(times)
    return samples


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the sorted values lie, linearly interpolated."""
    position = share * (len(values) - 1)
    lower = int(position)
    upper = min(lower + 1, len(values) - 1)
    return values[lower] + (values[upper] - values[lower]) * (position - lower)


def _ends(values: Sequence[float]) -> tuple[float | None, float | None]:
    ordered = sorted(values)
    return (percentile(ordered, 0.025), percentile(ordered, 0.975)) if ordered else (None, None)


def f1_interval(rows: Sequence[Counts], samples: Sequence[Sequence[int]]) -> Interval:
    """F1 with its interval; `rows` holds one entry per article, in the order of the samples' weights.

    Where fewer than two articles have such a fact there is nothing to resample, and no interval.
    """
    busy = [index for index, row in enumerate(rows) if row.tp or row.fp or row.fn]
    kept = [rows[index] for index in busy]
    if len(busy) < 2:
        return Interval(f1(kept))
    chosen = itemgetter(*busy)
    values = _resampled(kept, [chosen(sample) for sample in samples])
    low, high = _ends([value for value in values if value is not None])
    return Interval(f1(kept), low, high)


def share_interval(flags: Sequence[bool], samples: Sequence[Sequence[int]]) -> Interval:
    """The share of true flags among articles, with its interval."""
    if len(flags) < 2:
        return Interval(float(flags[0]) if flags else None)
    values = [sum(n for n, flag in zip(sample, flags, strict=True) if flag) / len(flags) for sample in samples]
    return Interval(sum(flags) / len(flags), *_ends(values))


def sign_flip(a: Sequence[Counts], b: Sequence[Counts], count: int = 4000, seed: int = SEED) -> tuple[float, float]:
    """P-values, two-sided and for 'B is worse', of the difference in F1 under exchange of A and B article by article.

    All exchanges are tried where at most 12 articles differ; otherwise `count` random ones, with the observed one
    counted.
    """
    differing = [index for index, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    observed = _gap(a, b)
    if not differing or observed is None:
        return 1.0, 1.0
    exact = len(differing) <= 12
    rng = random.Random(seed)
    flips = (product((False, True), repeat=len(differing)) if exact
             else ([rng.random() < 0.5 for _ in differing] for _ in range(count)))  # fmt: skip
    extra = 0 if exact else 1
    both = worse = tried = extra
    for flip in flips:
        left, right = list(a), list(b)
        for index, turned in zip(differing, flip, strict=True):
            if turned:
                left[index], right[index] = b[index], a[index]
        gap = _gap(left, right) or 0.0
        both += abs(gap) >= abs(observed) - 1e-12
        worse += gap <= observed + 1e-12
        tried += 1
    return both / tried, worse / tried


def _gap(a: Sequence[Counts], b: Sequence[Counts]) -> float | None:
    left, right = f1(a), f1(b)
    if left is None and right is None:
        return None
    return (right or 0.0) - (left or 0.0)


def paired(a: Sequence[Counts], b: Sequence[Counts], samples: Sequence[Sequence[int]]) -> Difference:
    """Compare two runs on the same articles, given in the same order. An F1 that does not exist counts as 0 beside one
    that does.
    """
    busy = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != Counts() or y != Counts()]
    left, right = [a[i] for i in busy], [b[i] for i in busy]
    gaps: list[float] = []
    if len(busy) > 1:
        chosen = itemgetter(*busy)
        weights = [chosen(sample) for sample in samples]
        both = zip(_resampled(left, weights), _resampled(right, weights), strict=True)
        gaps = [(y or 0.0) - (x or 0.0) for x, y in both if x is not None or y is not None]
    low, high = _ends(gaps)
    changed = sum(x != y for x, y in zip(a, b, strict=True))
    return Difference(f1(left), f1(right), _gap(left, right), low, high, *sign_flip(left, right), changed)


def reachable(differences: Mapping[str, Difference], alpha: float, sides: int) -> list[str]:
    """The comparisons that can come out significant at all: n articles that differ allow no p below sides / 2^n.

    The others cannot raise a false alarm and need no allowance for many comparisons (Tarone 1990).
    """
    return [name for name, found in differences.items() if sides / 2**found.changed <= alpha]


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Holm's adjustment: p-values that hold for all the comparisons made together."""
    adjusted, highest, left = {}, 0.0, len(p_values)
    for name, p in sorted(p_values.items(), key=lambda item: item[1]):
        highest = max(highest, min(1.0, p * left))
        adjusted[name] = highest
        left -= 1
    return adjusted
