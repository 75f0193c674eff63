"""The one event loop in which calls to models run, so that ordinary threads share connections and limits."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")

_lock = threading.Lock()
_loop: asyncio.AbstractEventLoop | None = None
_owner = 0


def run_blocking(work: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine in the shared loop and give its result; for threads without a running loop of their own.

    An interrupt of the waiting thread cancels the coroutine. A forked process starts a loop of its own.
    """
    future = asyncio.run_coroutine_threadsafe(work, shared_loop())
    try:
        return future.result()
    except BaseException:
        future.cancel()
        raise


def shared_loop() -> asyncio.AbstractEventLoop:
    """The loop, running in a thread that ends with the process."""
    global _loop, _owner
    with _lock:
        if _loop is None or _owner != os.getpid() or _loop.is_closed():
            _loop, _owner = asyncio.new_event_loop(), os.getpid()
            threading.Thread(target=_loop.run_forever, name="models", daemon=True).start()
        return _loop
