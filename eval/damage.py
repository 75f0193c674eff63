"""Readers broken on purpose, to show that the comparison and the gate notice.

Each takes the JSON of a sound extraction and returns a worse one. The choice of what breaks depends on the seed and on
the article's hash only, so that one damage is the same in every run.
"""

import copy
import random
from collections.abc import Callable, Mapping
from typing import Any

from .runner import Extract

Json = dict[str, Any]


def drop_parts(extraction: Json, rng: random.Random) -> None:
    """Leave out one part of a breakdown in ten."""
    for summary in extraction["summaries"]:
        for breakdown in summary["breakdowns"]:
            breakdown["parts"] = [part for part in breakdown["parts"] if rng.random() >= 0.1]


def shift_numbers(extraction: Json, rng: random.Random) -> None:
    """Make one count in twenty larger by one."""
    for summary in extraction["summaries"]:
        counts = [summary["total"]] + [part["count"] for b in summary["breakdowns"] for part in b["parts"]]
        for count in counts:
            if count and rng.random() < 0.05:
                count["value"] += 1


def swap_ends(extraction: Json, rng: random.Random) -> None:
    """Exchange the post left and the post taken of every event."""
    for event in extraction["events"]:
        event["from"], event["to"] = event["to"], event["from"]


DAMAGES: Mapping[str, Callable[[Json, random.Random], None]] = {
    "drop": drop_parts,
    "shift": shift_numbers,
    "swap": swap_ends,
}


def damaged(read: Extract, how: str, seed: int = 0) -> Extract:
    """A reader that reads as `read` does and then breaks the result as DAMAGES[how] says."""

    def broken(article: Any) -> Json:
        extraction: Json = copy.deepcopy(dict(read(article)))
        DAMAGES[how](extraction, random.Random(f"{seed}:{how}:{article.sha256}"))
        return extraction

    return broken
