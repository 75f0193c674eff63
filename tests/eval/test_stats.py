"""Intervals and p-values: known cases, and that chance is not taken for a difference."""

import random

import pytest

from eval import stats
from eval.score import Counts


def _articles(rng: random.Random, n: int, right: float) -> list[Counts]:
    rows = []
    for _ in range(n):
        tp = sum(rng.random() < right for _ in range(6))
        rows.append(Counts(tp, 6 - tp, 6 - tp))
    return rows


def test_the_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    """Of 100 samples of 40 articles, the 95 percent interval holds the true F1 of 0.8 in 86 or more."""
    rng, samples = random.Random(3), stats.resamples(40, 200)
    hits = 0
    for _ in range(100):
        found = stats.f1_interval(_articles(rng, 40, 0.8), samples)
        assert found.low is not None
        assert found.high is not None
        hits += found.low <= 0.8 <= found.high
    assert hits >= 86


def test_the_same_run_twice_does_not_differ() -> None:
    """Equal counts give a difference of 0 with p-values of 1."""
    rows = _articles(random.Random(1), 20, 0.7)
    found = stats.paired(rows, rows, stats.resamples(20, 50))
    assert (found.delta, found.p, found.p_worse, found.changed) == (0.0, 1.0, 1.0, 0)


def test_few_articles_are_counted_out() -> None:
    """Five articles that all got worse: of 32 exchanges one is as bad, and two are as far from nothing."""
    a, b = [Counts(4, 0, 0)] * 5, [Counts(3, 1, 1)] * 5
    assert stats.sign_flip(a, b) == (2 / 32, 1 / 32)


def test_chance_is_significant_as_often_as_alpha_says() -> None:
    """Of 120 pairs of runs that differ by chance only, 13 or fewer come out below 0.05."""
    rng, low = random.Random(11), 0
    for _ in range(120):
        low += stats.sign_flip(_articles(rng, 25, 0.8), _articles(rng, 25, 0.8), count=200)[0] < 0.05
    assert low <= 13


def test_facts_of_one_article_are_not_independent() -> None:
    """The same wrong facts give a wider interval when they sit in few articles than when spread over many."""
    together = [Counts(0, 6, 6)] * 4 + [Counts(6, 0, 0)] * 20
    spread = [Counts(5, 1, 1)] * 24
    samples = stats.resamples(24, 400)
    widths = []
    for rows in (together, spread):
        found = stats.f1_interval(rows, samples)
        widths.append((found.high or 0) - (found.low or 0))
    assert widths[0] > 5 * widths[1]


def test_one_article_has_no_interval() -> None:
    """Nothing can be resampled from one article, so no interval is claimed."""
    assert stats.f1_interval([Counts(3, 1, 1)], stats.resamples(1, 10)) == stats.Interval(0.75)


def test_holm_multiplies_in_order() -> None:
    """The smallest p-value counts for all comparisons, the next for one fewer, and none falls below one before it."""
    assert stats.holm({"a": 0.01, "b": 0.04, "c": 0.03}) == pytest.approx({"a": 0.03, "c": 0.06, "b": 0.06})


def test_percentiles_interpolate() -> None:
    """The 25th percentile of 0, 1, 2, 3 lies between 0 and 1."""
    assert stats.percentile([0, 1, 2, 3], 0.25) == pytest.approx(0.75)
