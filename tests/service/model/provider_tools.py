"""What the tests of the provider share: a small shape, questions, and providers pointed to the simulator."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Literal

from pydantic import BaseModel, Field

from service.model.provider import Call, Engine, Provider, Reply
from service.settings import Settings
from tests.service.model.simulator import Simulator


class Move(BaseModel):
    """One move."""

    name: str
    kind: Literal["done", "planned"] = "done"
    year: int | None = None


class Facts(BaseModel):
    """Everything found."""

    moves: list[Move] = Field(default=[], description="Moves")


GOOD = {"moves": [{"name": "Lê Ủy", "kind": "done", "year": 2020}]}
QUESTION = Call([{"role": "system", "content": "Đọc bài."}, {"role": "user", "content": "Ông Lê Ủy {{ x }}"}], Facts)


class Naps:
    """Stands in for sleeping: notes how long, and takes no time."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Note the wait, and let others run."""
        self.taken.append(seconds)
        await asyncio.sleep(0)


def settings(simulator: Simulator | None, **values: Any) -> Settings:
    """Settings for one model at the simulator, without those of the environment."""
    base = {"model": "small", "api_base": simulator.base_url if simulator else None, "model_timeout": 5.0}
    return Settings(**(base | values))


def provider(simulator: Simulator | None, naps: Naps | None = None, **values: Any) -> Provider:
    """A provider at the simulator that does not really wait between two calls."""
    return Provider(Engine(settings(simulator, **values), sleep=naps or Naps()))


def run(asked: Provider, work: Callable[[], Awaitable[Any]]) -> Any:
    """Run a coroutine in a loop of its own and close the connections."""

    async def closing() -> Any:
        try:
            return await work()
        finally:
            await asked.aclose()

    return asyncio.run(closing())


def ask(asked: Provider, call: Call = QUESTION, reject: Callable[[Reply], str | None] | None = None) -> Reply:
    """Ask once."""
    reply = run(asked, lambda: asked.ask(call, reject))
    assert isinstance(reply, Reply)
    return reply
