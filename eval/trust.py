"""When may an editor believe a result without looking: confidence, its calibration, and what review buys.

Confidence is a logistic regression over the signals of `signals.py` and the kind of fact, with a ridge penalty, fitted
by Newton's method in plain Python. Every figure reported comes from held-out folds: an article's facts are judged by a
fit that has not seen the article.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .kinds import SPECS
from .signals import SIGNALS

FOLDS = 5
RIDGE = 4.0
"""Penalty on every weight but the constant: with few articles, confidence stays near the share that is right."""
_KINDS = [kind for kind in SPECS if kind != "check"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One predicted fact: the article it is in, its features, whether it is wholly right."""

    article: str
    kind: str
    features: tuple[float, ...]
    right: bool


def features(kind: str, signals: Mapping[str, int]) -> tuple[float, ...]:
    """The regression's inputs: a constant, the kind of fact (one of several), the signals."""
    return (1.0, *(float(kind == other) for other in _KINDS[1:]), *(float(signals[name]) for name in SIGNALS))


def _solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Gaussian elimination with pivoting; the matrix is positive definite thanks to the ridge."""
    n = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            for c in range(i, n + 1):
                rows[r][c] -= factor * rows[i][c]
    solution = [0.0] * n
    for i in reversed(range(n)):
        known = sum(rows[i][c] * solution[c] for c in range(i + 1, n))
        solution[i] = (rows[i][n] - known) / rows[i][i]
    return solution


def fit(facts: Sequence[Judged], steps: int = 25) -> list[float]:
    """Weights of the regression. Zero weights (confidence one half) where there is nothing to learn from."""
    if not facts:
        return [0.0] * len(features(_KINDS[0], dict.fromkeys(SIGNALS, 0)))
    n = len(facts[0].features)
    weights = [0.0] * n
    for _ in range(steps):
        hessian = [[(RIDGE if i else 1e-6) * (i == j) for j in range(n)] for i in range(n)]
        gradient = [-RIDGE * w if i else 0.0 for i, w in enumerate(weights)]
        for fact in facts:
            p = confidence(weights, fact.features)
            for i, x in enumerate(fact.features):
                if x:
                    gradient[i] += (fact.right - p) * x
                    for j, y in enumerate(fact.features):
                        hessian[i][j] += p * (1 - p) * x * y
        move = _solve(hessian, gradient)
        weights = [w + m for w, m in zip(weights, move, strict=True)]
        if max(map(abs, move)) < 1e-8:
            break
    return weights


def confidence(weights: Sequence[float], inputs: Sequence[float]) -> float:
    """Probability, from 0 to 1, that a fact with these features is wholly right."""
    score = sum(w * x for w, x in zip(weights, inputs, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def held_out(facts: Sequence[Judged], folds: int = FOLDS) -> list[float]:
    """Every fact's confidence by a fit without the articles of its fold. Folds take articles in turn."""
    order = {article: index for index, article in enumerate(dict.fromkeys(fact.article for fact in facts))}
    values = [0.0] * len(facts)
    for fold in range(folds):
        weights = fit([fact for fact in facts if order[fact.article] % folds != fold])
        for index, fact in enumerate(facts):
            if order[fact.article] % folds == fold:
                values[index] = confidence(weights, fact.features)
    return values


def curve(items: Sequence[tuple[float, bool]], steps: int = 20) -> list[tuple[float, float]]:
    """Share sent to review (least confident first) against the share of errors among what is not reviewed."""
    ordered = sorted(items, key=lambda item: item[0])
    points = []
    for step in range(steps):
        rest = ordered[round(len(ordered) * step / steps) :]
        if rest:
            points.append((step / steps, sum(not right for _, right in rest) / len(rest)))
    return points


def _bins(items: Sequence[tuple[float, bool]], count: int = 5) -> list[Json]:
    ordered = sorted(items, key=lambda item: item[0])
    groups = [ordered[len(ordered) * b // count : len(ordered) * (b + 1) // count] for b in range(count)]
    return [{"facts": len(g), "confidence": sum(p for p, _ in g) / len(g), "right": sum(r for _, r in g) / len(g)}
            for g in groups if g]  # fmt: skip


def judge(articles: Sequence[Mapping[str, Any]]) -> Json:
    """Everything on trust for the scored articles of a run's results; `articles` hold `facts`, `id`, `wholly_right`."""
    scored = [article for article in articles if article["state"] == "scored"]
    facts = [
        Judged(article["id"], fact["kind"], features(fact["kind"], fact["signals"]), fact["right"])
        for article in scored
        for fact in article["facts"]
        if fact["right"] is not None
    ]
    values = held_out(facts)
    items = [(value, fact.right) for value, fact in zip(values, facts, strict=True)]
    base = sum(right for _, right in items) / len(items) if items else None
    whole = _article_confidence(scored, facts, values)
    names = ["constant", *_KINDS[1:], *SIGNALS]
    return {
        "facts": len(facts),
        "right": base,
        "brier": sum((p - r) ** 2 for p, r in items) / len(items) if items else None,
        "brier_without_signals": base * (1 - base) if base is not None else None,
        "bins": _bins(items),
        "fact_curve": curve(items),
        "article_curve": curve([(whole[article["id"]], article["wholly_right"]) for article in scored]),
        "weights": dict(zip(names, (round(w, 3) for w in fit(facts)), strict=True)),
    }


def _article_confidence(
    scored: Sequence[Mapping[str, Any]], facts: Sequence[Judged], values: Sequence[float]
) -> dict[str, float]:
    """An article is as sure as all its facts together; what is flagged for review comes after all that is clean."""
    whole = {article["id"]: 1.0 if article["review"] == "clean" else 0.5 for article in scored}
    for fact, value in zip(facts, values, strict=True):
        whole[fact.article] *= value
    return whole
