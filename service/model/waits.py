"""How long to wait before a model is asked again: what the provider asks for, and growing pauses with jitter."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

FIRST = 0.5
"""The first pause, in seconds; each further one is twice as long."""
LONGEST = 20.0
"""The longest pause of our own, in seconds."""


def pause(attempt: int, asked: float | None, draw: Callable[[], float] = random.random) -> float:
    """Seconds to wait after failed attempt number `attempt` (from 0); never less than the provider has `asked` for.

    Between half and all of the doubled pause, by chance, so that clients that failed together do not return together.
    """
    own: float = min(LONGEST, FIRST * 2**attempt) * (0.5 + 0.5 * draw())
    if asked is not None and asked > own:
        return asked + own / 4
    return own


def retry_after(headers: Any, now: datetime | None = None) -> float | None:
    """The seconds of `retry-after-ms` or `Retry-After` (seconds or a date, RFC 9110 section 10.2.3); None without."""
    if not isinstance(headers, Mapping) and not hasattr(headers, "items"):
        return None
    found = {str(name).lower(): str(value).strip() for name, value in headers.items()}
    try:
        if "retry-after-ms" in found:
            return max(0.0, float(found["retry-after-ms"]) / 1000)
        value = found.get("retry-after", "")
        if value.replace(".", "", 1).isdigit():
            return float(value)
        return max(0.0, (parsedate_to_datetime(value) - (now or datetime.now(UTC))).total_seconds()) if value else None
    except (TypeError, ValueError):
        return None
