"""The state of one model at one address: its breaker, what it can do, how many calls it may have at once."""

from __future__ import annotations

import asyncio
import time
import weakref

from service.model.ability import ability_of
from service.model.breaker import Breaker
from service.model.calls import Endpoint
from service.model.faults import LASTING, Fault
from service.settings import Settings


class Line:
    """What is known of one endpoint, shared by all articles."""

    def __init__(self, endpoint: Endpoint, settings: Settings) -> None:
        self.endpoint = endpoint
        self.breaker = Breaker(settings.breaker_failures, settings.breaker_seconds)
        self.ability = ability_of(endpoint, settings.model_mode)
        self._limit = settings.model_concurrency
        self._not_before = 0.0
        self._slots: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = (
            weakref.WeakKeyDictionary()
        )

    def slots(self) -> asyncio.Semaphore:
        """The places for calls at the same time, in the running event loop."""
        return self._slots.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(self._limit))

    def hold_off(self, seconds: float) -> None:
        """Every call waits this long: a rate limit is the provider's, not one call's."""
        self._not_before = max(self._not_before, time.monotonic() + seconds)

    def held_off(self) -> float:
        """Seconds that a call has to wait for."""
        return self._not_before - time.monotonic()

    def failed(self, fault: Fault) -> None:
        """Tell the breaker. A rate limit, a refused request or an unknown fault says that the model is there."""
        if fault.kind in LASTING:
            self.breaker.failed(fault.kind, at_once=True)
        elif fault.kind in ("overloaded", "server_error", "timeout", "connection"):
            self.breaker.failed(fault.kind)
        else:
            self.breaker.given_up()
