"""Budgets that stop before they are exceeded: the most that a call can cost is held back until its cost is known."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from service.errors import ModelOverBudget


class Budget:
    """One limit in US dollars (None: none), with what is spent and what is held for calls under way. For threads."""

    def __init__(self, scope: str, limit_usd: float | None) -> None:
        self.scope = scope
        self.limit_usd = limit_usd
        self.spent_usd = 0.0
        self.held_usd = 0.0
        self._lock = threading.RLock()

    def hold(self, usd: float) -> bool:
        """Hold `usd` for a call; False where calls under way have to end first. Raises `ModelOverBudget`."""
        with self._lock:
            spent = self._spent()
            if self.limit_usd is not None and spent + self.held_usd + usd > self.limit_usd:
                if spent + usd <= self.limit_usd:
                    return False
                raise ModelOverBudget(self.scope, self.limit_usd, spent, usd)
            self.held_usd += usd
            return True

    def settle(self, held: float, usd: float) -> None:
        """A call has ended that `held` was held for and that cost `usd`."""
        with self._lock:
            self.held_usd = max(0.0, self.held_usd - held)
            self._spend(usd)

    def _spent(self) -> float:
        return self.spent_usd

    def _spend(self, usd: float) -> None:
        self.spent_usd += usd


class DayBudget(Budget):
    """The limit of a day (UTC). With a file, processes share it: what one holds is spent for the others until settled.

    The file holds the day and the dollars as JSON; a process that dies leaves what it held as spent.
    """

    def __init__(
        self,
        limit_usd: float | None,
        file: Path | None = None,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        super().__init__("day", limit_usd)
        self._file = file if limit_usd is not None else None
        self._today = today
        self._day = today()

    def hold(self, usd: float) -> bool:
        """As `Budget.hold`; what is held stands in the file too."""
        with self._lock, self._shared() as book:
            done = super().hold(usd)
            if done and book is not None:
                book["usd"] += usd
            return done

    def settle(self, held: float, usd: float) -> None:
        """As `Budget.settle`."""
        with self._lock, self._shared() as book:
            super().settle(held, usd)
            if book is not None:
                book["usd"] = max(0.0, book["usd"] + usd - held)

    def _spent(self) -> float:
        if self._day != self._today():
            self._day, self.spent_usd = self._today(), 0.0
        return self.spent_usd

    @contextmanager
    def _shared(self) -> Iterator[dict[str, Any] | None]:
        """The file's content, locked against other processes and written back; None without a file."""
        if self._file is None:
            yield None
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8") as file, _locked(file):
            text, day = file.read(), self._today().isoformat()
            book: dict[str, Any] = json.loads(text) if text.strip() else {}
            if book.get("day") != day:
                book = {"day": day, "usd": 0.0}
            # What others spent and hold, without what this process holds and adds itself.
            self._day, self.spent_usd = self._today(), max(0.0, book["usd"] - self.held_usd)
            try:
                yield book
            finally:
                file.seek(0)
                file.truncate()
                json.dump(book, file)
                file.flush()


@contextmanager
def _locked(file: Any) -> Iterator[None]:
    """The file for this process alone; on systems without flock the lock inside the process has to do."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)
