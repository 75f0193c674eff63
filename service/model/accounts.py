"""What calls to models used, per answer and per article, and the budgets that they are held against."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from schemas import Usage
from service.model.budget import Budget

_POLL: Final = 0.02
"""Seconds between two looks at whether calls under way have ended."""


@dataclass
class Spent:
    """What was used: calls, failed ones among them, tokens, US dollars (None: a price is unknown).

    `uncertain_usd` is the most that calls may have cost whose answer never came; it is not part of `cost_usd`, but
    the budgets count it.
    """

    calls: int = 0
    failed: int = 0
    usage: Usage = field(default_factory=Usage)
    cost_usd: float | None = 0.0
    uncertain_usd: float = 0.0

    def add(self, usage: Usage | None, cost_usd: float | None, failed: bool, uncertain_usd: float = 0.0) -> None:
        """Count one call."""
        self.calls += 1
        self.failed += failed
        self.uncertain_usd += uncertain_usd
        if usage is None:
            return
        self.usage = Usage(
            input_tokens=self.usage.input_tokens + usage.input_tokens,
            output_tokens=self.usage.output_tokens + usage.output_tokens,
            cached_tokens=self.usage.cached_tokens + usage.cached_tokens,
        )
        self.cost_usd = None if cost_usd is None or self.cost_usd is None else self.cost_usd + cost_usd


@dataclass
class Held:
    """What is held for one call, and what it turns out to have cost."""

    most_usd: float
    cost_usd: float = 0.0


@asynccontextmanager
async def held(most_usd: float, budgets: list[Budget]) -> AsyncIterator[Held]:
    """Hold `most_usd` in every budget for the time of a call, then settle what `Held.cost_usd` says.

    Waits for calls under way to end where the call would fit afterwards. Raises `ModelOverBudget`. A call that is
    cancelled counts as if it had cost the most.
    """
    taken: list[Budget] = []
    hold = Held(most_usd)
    try:
        for budget in budgets:
            while not budget.hold(most_usd):
                await asyncio.sleep(_POLL)
            taken.append(budget)
    except BaseException:
        for budget in taken:
            budget.settle(most_usd, 0.0)
        raise
    try:
        yield hold
    except asyncio.CancelledError:
        hold.cost_usd = most_usd
        raise
    finally:
        for budget in taken:
            budget.settle(most_usd, hold.cost_usd)
