"""The assignment: optimal against scipy's, and what `align` leaves out."""

import random

import pytest

from eval.align import align, assign

scipy_optimize = pytest.importorskip("scipy.optimize")


def test_assignment_costs_what_scipys_costs() -> None:
    """On 400 random matrices of every shape up to 9 by 9, the total cost equals scipy's."""
    rng = random.Random(7)
    for _ in range(400):
        rows, columns = rng.randint(1, 9), rng.randint(1, 9)
        cost = [[rng.choice([rng.random(), rng.randint(-3, 3)]) for _ in range(columns)] for _ in range(rows)]
        pairs = assign(cost)
        oracle = scipy_optimize.linear_sum_assignment(cost)
        assert sum(cost[r][c] for r, c in pairs) == pytest.approx(sum(cost[r][c] for r, c in zip(*oracle, strict=True)))
        assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == min(rows, columns)


def test_empty_matrices_give_no_pairs() -> None:
    """No rows, or rows without columns, give no pairs."""
    assert assign([]) == assign([[], []]) == []


def test_pairs_that_cannot_be_the_same_stay_apart() -> None:
    """A pair that scores 0 is left unaligned even where a place is free."""
    assert align([1, 2], [2, 3], lambda g, p: float(g == p)) == [(1, 0)]


def test_alignment_prefers_the_greater_total_over_the_greedy_pair() -> None:
    """The best single pair is given up where two others are worth more together."""
    scores = {("a", "x"): 5.0, ("a", "y"): 4.0, ("b", "x"): 4.0}
    assert align(["a", "b"], ["x", "y"], lambda g, p: scores.get((g, p), 0.0)) == [(0, 1), (1, 0)]
