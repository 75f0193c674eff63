"""What goes wrong with one call to a model, and the one boundary that turns vendors' exceptions into it.

A `Fault` stays inside this package: `provider` decides by its kind whether to try again, to go to the next model or
to give up, and raises an error of `service.errors` when nothing is left. No vendor's message is kept, since it can
repeat the article.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Literal

FaultKind = Literal[
    "rate_limited",
    "overloaded",
    "server_error",
    "timeout",
    "connection",
    "auth",
    "quota",
    "not_found",
    "bad_request",
    "unsupported",
    "context_too_long",
    "refused",
    "empty",
    "wrong_shape",
    "bad_output",
    "breaker_open",
    "over_budget",
    "price_unknown",
    "unknown",
]
"""Every way in which a call fails; README's table of faults has a row for each."""

TRANSIENT: frozenset[FaultKind] = frozenset({"rate_limited", "overloaded", "server_error", "timeout", "connection"})
"""Faults that may pass by themselves: the same model is asked again, and the breaker counts them."""

RETRIED: frozenset[FaultKind] = TRANSIENT | {"empty"}
"""Faults after which the same model is asked again; an empty reply is most often a hiccup of the server."""


@dataclass(eq=False)
class Fault(Exception):
    """One failed call: its kind, and how many seconds the provider asks to wait (`Retry-After`), where it says.

    `detail` is a short word of ours or a vendor's error code, never a message; `param` the request's parameter that
    the provider refuses, where it names one; `status` the HTTP status, where there was an answer. `sent` says that the
    provider may have worked, and billed, although no usage came back.
    """

    kind: FaultKind
    retry_after: float | None = None
    detail: str = ""
    param: str = ""
    status: int | None = None
    sent: bool = False

    def __str__(self) -> str:
        return f"{self.kind} ({self.detail})" if self.detail else self.kind


def translate(error: BaseException) -> Fault:
    """The fault that an exception of instructor, litellm, openai, httpx or asyncio means; never raises."""
    if isinstance(error, Fault):
        return error
    if isinstance(error, (TimeoutError, asyncio.TimeoutError)):
        return Fault("timeout", sent=True)
    return Fault("unknown", detail=type(error).__name__)
