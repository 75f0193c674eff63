"""Asks a language model, whatever providers do: `Provider.ask` is all that the rest of the package needs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from schemas import Usage
from service.errors import ModelFailed, ModelNotConfigured
from service.model.calls import Answer, Endpoint, Request, send
from service.model.faults import Fault
from service.settings import Settings


@dataclass(frozen=True)
class Call:
    """One question: the messages, the shape of the answer, and how long it may be (the setting's length without).

    `label` says what it is for ("reading", "repair", "piece 3"); it goes into logs, not to the model.
    """

    messages: list[dict[str, Any]]
    shape: type[BaseModel]
    max_tokens: int | None = None
    label: str = ""


@dataclass(frozen=True)
class Reply:
    """An answer, good or partial.

    `content` is the JSON text as the model wrote it, possibly cut off; `parsed` what it validated to, None where it
    did not. `usage`, `cost_usd` (US dollars; None where a price is unknown) and `calls` count every call that was made
    for this answer, the failed ones included. `model` is the one that answered.
    """

    content: str
    parsed: BaseModel | None
    truncated: bool
    refused: bool
    model: str
    usage: Usage
    cost_usd: float | None
    calls: int


Reject = Callable[[Reply], str | None]
"""Looks at a reply and says in a stable word why it is no good ("wrong_language"), or None when it will do."""


@dataclass
class Spent:
    """What was used so far: calls, failed ones among them, tokens, and US dollars (None: a price is unknown)."""

    calls: int = 0
    failed: int = 0
    usage: Usage = field(default_factory=Usage)
    cost_usd: float | None = 0.0


class Provider:
    """The models of the settings, asked in their order. Make one per process, and `for_article()` per article."""

    def __init__(self, endpoints: list[Endpoint], settings: Settings) -> None:
        self._endpoints = endpoints
        self._settings = settings
        self.spent = Spent()

    @classmethod
    def from_settings(cls, settings: Settings) -> Provider:
        """The models that the settings name; raises `ModelNotConfigured` where they name none."""
        if not settings.model:
            raise ModelNotConfigured
        key = settings.api_key.get_secret_value() if settings.api_key else None
        return cls([Endpoint(settings.model, "openai", settings.api_base, key)], settings)

    def for_article(self) -> Provider:
        """The same models, connections and limits with an account of its own."""
        return Provider(self._endpoints, self._settings)

    async def ask(self, call: Call, reject: Reject | None = None) -> Reply:
        """Ask until a model gives a usable reply; raises the `Model...` errors of `service.errors`.

        `reject` may turn down a reply; the next model is asked then. It sees every reply, so that nothing paid is lost.
        """
        endpoint = self._endpoints[0]
        try:
            answer = await send(
                endpoint,
                Request(
                    messages=call.messages,
                    shape=call.shape,
                    mode="json_schema" if self._settings.model_mode == "auto" else self._settings.model_mode,
                    max_tokens=call.max_tokens or self._settings.model_max_tokens,
                    temperature=self._settings.model_temperature,
                    timeout=self._settings.model_timeout,
                ),
            )
        except Fault as fault:
            raise ModelFailed([(endpoint.model, fault.kind)]) from fault
        reply = self._reply(endpoint, answer)
        reason = reject(reply) if reject else None
        if reason:
            raise ModelFailed([(endpoint.model, reason)])
        return reply

    def _reply(self, endpoint: Endpoint, answer: Answer) -> Reply:
        usage = answer.usage or Usage()
        return Reply(answer.content, answer.parsed, answer.truncated, answer.refused, endpoint.model, usage, None, 1)


def run_blocking(work: Any) -> Any:
    """Run a coroutine from ordinary code and give its result."""
    return asyncio.run(work)
