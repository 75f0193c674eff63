"""A breaker for each model: one that fails again and again rests, so that articles go to the next model at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Breaker:
    """Opens after `failures` passing faults in a row, lets one call through after `seconds`, closes when it succeeds.

    Each failed trial doubles the rest, up to ten times `seconds`. Threads may share it. `clock` gives seconds.
    """

    def __init__(self, failures: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._failures = failures
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._row = 0
        self._rest = seconds
        self._until: float | None = None
        self._trial = False
        self.reason = ""

    def wait(self) -> float:
        """Seconds until a call is let through; 0 lets this one through, as the trial where the rest is over."""
        with self._lock:
            if self._until is None:
                return 0.0
            left = self._until - self._clock()
            if left > 0:
                return left
            if self._trial:
                return min(1.0, self._seconds)
            self._trial = True
            return 0.0

    def succeeded(self) -> None:
        """The model answered, well or badly: it is there."""
        with self._lock:
            self._row, self._rest, self._until, self._trial, self.reason = 0, self._seconds, None, False, ""

    def failed(self, reason: str, at_once: bool = False, asked: float | None = None) -> None:
        """A fault of the kind `reason`; `at_once` opens after a single one, and so does a rest that is `asked` for."""
        with self._lock:
            self._row += 1
            if not (at_once or self._trial or self._row >= self._failures or asked):
                return
            if self._trial:
                self._rest = min(self._rest * 2, self._seconds * 10)
            self._until = self._clock() + (asked or self._rest)
            self._trial = False
            self.reason = reason

    def given_up(self) -> None:
        """A trial ended without a verdict (cancelled, or stopped by the budget): the next call is the trial."""
        with self._lock:
            self._trial = False
