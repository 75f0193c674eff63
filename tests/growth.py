"""How the time of something grows with the size of what it is given, told from a ratio and not from a clock alone.

A machine that is busy makes single measurements several times too long, never too short: so the shortest of several is
taken, small and large in turns, and only as many as it takes to see that the growth is within bounds.
"""

import gc
import itertools
import time
from collections.abc import Callable

FLOOR_S = 0.01  # what is shorter is not measured by this clock


_NUMBERS = itertools.count(1)


def fresh(text: str) -> str:
    """The text, begun unlike every other: what is kept of a text already seen would make the small one look quicker."""
    return f"Tin thứ {next(_NUMBERS)}: {text}"


def cpu_seconds(work: Callable[[], object]) -> float:
    """The CPU time that a call takes, in seconds, without the garbage collector: its time is that of the whole heap."""
    collecting = gc.isenabled()
    gc.disable()
    begun = time.process_time()
    try:
        work()
        return time.process_time() - begun
    finally:
        if collecting:
            gc.enable()


def growth(seconds: Callable[[int], float], small: int, large: int, most: float, rounds: int = 8) -> float:
    """How many times as long the large size takes as the small one, by the shortest of up to `rounds` tries.

    Measuring ends with the first round that shows `most` or less. Time that grows with the square shows the square of
    `large / small` however often it is measured.
    """
    least = {small: float("inf"), large: float("inf")}
    for _ in range(rounds):
        for size in least:
            least[size] = min(least[size], seconds(size))
        if least[large] <= most * max(least[small], FLOOR_S):
            break
    return least[large] / max(least[small], FLOOR_S)
