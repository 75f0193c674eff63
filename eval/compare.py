"""Is B better than A? Paired comparison of two results on the same articles, and the gate that holds a baseline.

Only articles that both runs scored are compared; what crashed or could not be scored in one of them is listed beside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from . import stats
from .kinds import SPECS
from .results import counts_of
from .score import Counts
from .stats import Difference

ALPHA = 0.05
"""Level of significance, after Holm's adjustment over all comparisons that can reach it."""

Json = dict[str, Any]


class NotComparable(Exception):
    """Two results that were not made on the same gold; the message says how they differ."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """B against A. `adjusted` holds two-sided p-values and `worse` one-sided ones, both after adjustment, per cell.

    `better` and `worse_articles` list what changed article by article: id, cell, counts in A, counts in B. `states` are
    articles whose state differs: id, state in A, state in B.
    """

    differences: Mapping[str, Difference]
    adjusted: Mapping[str, float]
    worse: Mapping[str, float]
    better_articles: Sequence[tuple[str, str, Counts, Counts]]
    worse_articles: Sequence[tuple[str, str, Counts, Counts]]
    states: Sequence[tuple[str, str, str]]
    compared: int

    @property
    def told_apart(self) -> list[str]:
        """Cells in which A and B differ significantly."""
        return [name for name, p in self.adjusted.items() if p < ALPHA]

    @property
    def regressions(self) -> list[str]:
        """Cells in which B is significantly worse than A."""
        return [name for name, p in self.worse.items() if p < ALPHA]

    def as_json(self) -> Json:
        """The comparison as plain JSON."""
        return {
            "compared": self.compared,
            "told_apart": self.told_apart,
            "cells": {name: {**asdict(found), "p_adjusted": self.adjusted[name], "p_worse_adjusted": self.worse[name]}
                      for name, found in self.differences.items()},
            "better": [[i, cell, asdict(a), asdict(b)] for i, cell, a, b in self.better_articles],
            "worse": [[i, cell, asdict(a), asdict(b)] for i, cell, a, b in self.worse_articles],
            "states": [list(row) for row in self.states],
        }  # fmt: skip


def gate_cells() -> list[str]:
    """The cells a baseline holds: of every kind of fact the loosest level and the strict one."""
    return [f"{kind}/{level}" for kind, spec in SPECS.items() for level in dict.fromkeys((spec.found, spec.strict))]


def compare(a: Mapping[str, Any], b: Mapping[str, Any]) -> Comparison:
    """Compare two results (or a baseline and results). Raises NotComparable where the gold differs."""
    if a["provenance"]["gold"] != b["provenance"]["gold"]:
        raise NotComparable(
            "the two runs were scored against different gold "
            f"({a['provenance']['gold'][:12]} and {b['provenance']['gold'][:12]}); run both again on the same set"
        )
    left = {article["id"]: article for article in a["articles"]}
    right = {article["id"]: article for article in b["articles"]}
    shared = [i for i in left if i in right and left[i]["state"] == right[i]["state"] == "scored"]
    samples = stats.resamples(len(shared))
    differences: dict[str, Difference] = {}
    better: list[tuple[str, str, Counts, Counts]] = []
    worse: list[tuple[str, str, Counts, Counts]] = []
    for name in gate_cells():
        rows_a, rows_b = counts_of([left[i] for i in shared], name), counts_of([right[i] for i in shared], name)
        differences[name] = stats.paired(rows_a, rows_b, samples)
        for article, x, y in zip(shared, rows_a, rows_b, strict=True):
            if x != y:
                (better if y.fp + y.fn < x.fp + x.fn else worse).append((article, name, x, y))
    everything = sorted(set(left) | set(right))
    states = [(i, _state(left, i), _state(right, i)) for i in everything if _state(left, i) != _state(right, i)]
    return Comparison(
        differences,
        _adjust({n: d.p for n, d in differences.items()}, stats.reachable(differences, ALPHA, 2)),
        _adjust({n: d.p_worse for n, d in differences.items()}, stats.reachable(differences, ALPHA, 1)),
        better, worse, states, len(shared),
    )  # fmt: skip


def _state(articles: Mapping[str, Mapping[str, Any]], article: str) -> str:
    return str(articles[article]["state"]) if article in articles else "absent"


def _adjust(p_values: Mapping[str, float], within_reach: Sequence[str]) -> dict[str, float]:
    adjusted = stats.holm({name: p_values[name] for name in within_reach})
    return {name: adjusted.get(name, 1.0) for name in p_values}


def gate(baseline: Mapping[str, Any], results: Mapping[str, Any]) -> list[str]:
    """Reasons to stop, one sentence each; empty where the results hold the baseline.

    A kind of fact that got significantly worse is a reason, and so is an article that the baseline scored and the
    results did not: a crash must not hide among figures that leave it out.
    """
    found = compare(baseline, results)
    reasons = [
        f"{name}: F1 {d.a or 0:.3f} -> {d.b or 0:.3f} ({d.delta or 0:+.3f}, "
        f"95% {d.low or 0:+.3f} to {d.high or 0:+.3f}, p {found.worse[name]:.4f} adjusted, {d.changed} articles)"
        for name, d in found.differences.items()
        if name in found.regressions
    ]
    reasons += [f"article {i}: {before} -> {after}" for i, before, after in found.states if before == "scored"]
    return reasons
