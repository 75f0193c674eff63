"""Optimal one-to-one alignment of two lists of facts.

The assignment is the Hungarian method with potentials (Kuhn 1955, Munkres 1957; the shortest-augmenting-path form),
O(n^2 m). scipy's `linear_sum_assignment` is the oracle in the tests and is not needed at run time.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

G = TypeVar("G")
P = TypeVar("P")


def assign(cost: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) of least total cost; each row and column occurs at most once, the shorter side wholly.

    `cost` is a rectangular matrix of finite numbers; an empty one gives no pairs. Pairs come ordered by row.
    """
    rows, columns = len(cost), len(cost[0]) if cost else 0
    if not rows or not columns:
        return []
    if rows > columns:
        flipped = assign([[cost[r][c] for r in range(rows)] for c in range(columns)])
        return sorted((r, c) for c, r in flipped)
    infinity = float("inf")
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, seen = [infinity] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            seen[column] = True
            here, delta, following = owner[column], infinity, 0
            for c in range(1, columns + 1):
                if seen[c]:
                    continue
                reduced = cost[here - 1][c - 1] - u[here] - v[c]
                if reduced < least[c]:
                    least[c], way[c] = reduced, column
                if least[c] < delta:
                    delta, following = least[c], c
            for c in range(columns + 1):
                if seen[c]:
                    u[owner[c]] += delta
                    v[c] -= delta
                else:
                    least[c] -= delta
            column = following
        while column:
            owner[column] = owner[way[column]]
            column = way[column]
    return sorted((owner[c] - 1, c - 1) for c in range(1, columns + 1) if owner[c])


def align(gold: Sequence[G], predicted: Sequence[P], score: Callable[[G, P], float]) -> list[tuple[int, int]]:
    """Index pairs (gold, predicted) of the greatest total score; a pair that scores 0 or less is no pair.

    `score` says how well two facts go together; 0 says that they cannot be the same fact.
    """
    scores = [[max(0.0, score(g, p)) for p in predicted] for g in gold]
    pairs = assign([[-value for value in row] for row in scores])
    return [(g, p) for g, p in pairs if scores[g][p] > 0]
