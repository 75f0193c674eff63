"""Asks a language model, whatever providers do: `Provider.ask` is all that the rest of the package needs.

A call goes to the first model; a fault that may pass is met by waiting and asking again, anything else by the next
model, and so is an answer that is no good. When none is left, the error names the cause for each model.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from schemas import Usage
from service.errors import ModelOverBudget
from service.model.accounts import Held, Spent, held
from service.model.budget import Budget, DayBudget
from service.model.calls import Answer, Request, close_clients, send
from service.model.cost import Estimator, parse_prices
from service.model.endpoints import endpoints_of
from service.model.faults import RETRIED, Fault
from service.model.lines import Line
from service.model.portal import run_blocking
from service.model.verdicts import error_of, note, unusable
from service.model.waits import pause
from service.settings import Settings

PATIENCE = 10.0
"""Seconds for which a model is waited for when there is another one to ask; the last one may take a whole timeout."""


@dataclass(frozen=True)
class Call:
    """One question: the messages, the shape of the answer, and how long it may be (the setting's length without).

    `label` says what it is for ("reading", "repair", "piece 3"); it does not go to the model.
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


class Engine:
    """What all articles share: the models with their states, prices, the day's budget. `sleep` is for tests."""

    def __init__(self, settings: Settings, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self.settings = settings
        self.sleep = sleep
        self.estimator = Estimator(parse_prices(settings.model_prices))
        self.day = DayBudget(settings.budget_day_usd, Path(settings.budget_file) if settings.budget_file else None)
        self.lines = [Line(endpoint, settings) for endpoint in endpoints_of(settings)]


class Provider:
    """The models of the settings, asked in their order. Make one per process, and `for_article()` per article.

    `ask` is a coroutine; `ask_blocking` is for threads without an event loop, which then share connections.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._article = Budget("article", engine.settings.budget_article_usd)
        self.spent = Spent()

    @classmethod
    def from_settings(cls, settings: Settings) -> Provider:
        """The models that the settings name; raises `ModelNotConfigured` where none, `InvalidSettings` where wrong."""
        return cls(Engine(settings))

    @property
    def models(self) -> list[str]:
        """The models' names in the order in which they are asked."""
        return [line.endpoint.model for line in self._engine.lines]

    def for_article(self) -> Provider:
        """The same models, connections and limits with an account and a budget of its own."""
        return Provider(self._engine)

    def ask_blocking(self, call: Call, reject: Reject | None = None) -> Reply:
        """`ask`, for threads without a running event loop."""
        return run_blocking(self.ask(call, reject))

    async def ask(self, call: Call, reject: Reject | None = None) -> Reply:
        """Ask until a model gives a usable reply; raises the `Model...` errors of `service.errors`.

        A reply is usable when it holds the beginning of a JSON object, cut off or of the wrong shape though it may be,
        and `reject` finds nothing wrong with it. `reject` sees every such reply, so that nothing paid is lost.
        """
        bill = Spent()
        faults: list[tuple[str, Fault]] = []
        for number, line in enumerate(self._engine.lines):
            patience = PATIENCE if number + 1 < len(self._engine.lines) else self._engine.settings.model_timeout
            try:
                return await self._ask_model(line, call, reject, bill, patience)
            except Fault as fault:
                faults.append((line.endpoint.model, fault))
        raise error_of(faults)

    async def aclose(self) -> None:
        """Close the connections of the running event loop."""
        await close_clients()

    async def _ask_model(self, line: Line, call: Call, reject: Reject | None, bill: Spent, patience: float) -> Reply:
        """Ask one model, again where that may help; raises the last `Fault`."""
        attempt = 0
        modes = list(line.ability.modes)
        while True:
            await self._wait_for(line, patience)
            request = self._request(line, call, modes)
            try:
                answer = await self._call(line, request, bill)
                reply = self._reply(line, answer, bill)
                if reason := reject(reply) if reject else None:
                    raise Fault("bad_output", detail=reason)
                return reply
            except Fault as fault:
                if line.ability.adapt(fault, modes):
                    continue
                if fault.kind == "wrong_shape" and len(modes) > 1:
                    del modes[:-1]  # the server may ignore the schema; the last mode puts it into the prompt
                    continue
                too_long = (fault.retry_after or 0.0) > patience
                if fault.kind not in RETRIED or attempt >= self._engine.settings.model_retries or too_long:
                    raise
                wait = pause(attempt, fault.retry_after)
                attempt += 1
                if fault.kind == "rate_limited":
                    line.hold_off(wait)  # every call waits, this one with them
                else:
                    await self._engine.sleep(wait)

    async def _wait_for(self, line: Line, patience: float) -> None:
        """Wait while the provider wants no calls; raises `Fault` while the breaker is open."""
        if (left := line.held_off()) > 0:
            await self._engine.sleep(min(left, patience) * (1 + random.random() / 10))
        if (left := line.breaker.wait()) > 0:
            raise Fault("breaker_open", retry_after=left, detail=line.breaker.reason)

    def _request(self, line: Line, call: Call, modes: list[Any]) -> Request:
        settings = self._engine.settings
        return Request(
            messages=call.messages,
            shape=call.shape,
            mode=modes[0],
            max_tokens=call.max_tokens or settings.model_max_tokens,
            temperature=settings.model_temperature if line.ability.temperature else None,
            timeout=settings.model_timeout,
            token_parameter=line.ability.token_parameter,
        )

    async def _call(self, line: Line, request: Request, bill: Spent) -> Answer:
        """One call within the limits: concurrency, budgets, the account, the breaker."""
        estimator = self._engine.estimator
        budgets = [budget for budget in (self._article, self._engine.day) if budget.limit_usd is not None]
        most = estimator.most(line.endpoint, request)
        if budgets and most is None:
            line.breaker.given_up()
            raise Fault("price_unknown", detail="set LUANCHUYEN_MODEL_PRICES")
        try:
            async with line.slots(), held(most or 0.0, budgets) as hold:
                started = time.monotonic()
                try:
                    answer = await send(line.endpoint, request)
                except Fault as fault:
                    hold.cost_usd = hold.most_usd if fault.sent else 0.0
                    self._count(None, None, bill, failed=True, uncertain_usd=hold.cost_usd)
                    line.failed(fault)
                    note(line.endpoint.model, request, started, fault)
                    raise
                except asyncio.CancelledError:
                    self._count(None, None, bill, failed=True, uncertain_usd=hold.most_usd)
                    raise
                note(line.endpoint.model, request, started, unusable(answer, request), answer.usage)
                line.breaker.succeeded()
                self._settle(line, request, answer, bill, hold)
        except ModelOverBudget as error:
            line.breaker.given_up()
            raise Fault("over_budget") from error
        except BaseException:
            line.breaker.given_up()
            raise
        if bad := unusable(answer, request):
            raise bad
        return answer

    def _settle(self, line: Line, request: Request, answer: Answer, bill: Spent, hold: Held) -> None:
        """Count an answer: its usage as the provider says, or as much as it can have been where it says nothing."""
        usage, bad = answer.usage, unusable(answer, request) is not None
        if usage is None:
            hold.cost_usd = hold.most_usd
            self._count(None, None, bill, failed=bad, uncertain_usd=hold.most_usd)
            return
        self._engine.estimator.learn(line.endpoint, request, usage)
        cost = self._engine.estimator.cost(line.endpoint, usage)
        hold.cost_usd = cost or 0.0
        self._count(usage, cost, bill, failed=bad)

    def _count(
        self, usage: Usage | None, cost: float | None, bill: Spent, failed: bool, uncertain_usd: float = 0.0
    ) -> None:
        for account in (bill, self.spent):
            account.add(usage, cost, failed, uncertain_usd)

    def _reply(self, line: Line, answer: Answer, bill: Spent) -> Reply:
        return Reply(
            content=answer.content,
            parsed=answer.parsed,
            truncated=answer.truncated,
            refused=answer.refused,
            model=line.endpoint.model,
            usage=bill.usage,
            cost_usd=bill.cost_usd,
            calls=bill.calls,
        )


__all__ = ["Call", "Engine", "Provider", "Reject", "Reply", "Spent", "run_blocking"]
