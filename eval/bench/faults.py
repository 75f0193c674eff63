"""`python -m eval.bench.faults`: every fault of a provider, what the caller gets, how many calls it takes.

The demonstration's article is asked about with the real prompts, over HTTP, from the simulator. Pauses are noted and
not slept. Each fault is answered to every call of the first model: once alone, once with a second model that is sound.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from importlib.resources import files

from service.errors import ModelError, ModelFailed, ModelUnavailable
from service.model.passages import find_passages
from service.model.prompts import load_prompts
from service.model.provider import Call, Engine, Provider, Reply, run_blocking
from service.model.shape import Answer as Shape
from service.prepare import Submission, prepare
from service.settings import Settings

from .. import simulator as sim

PRICES = '{"first": [0.25, 2.0], "second": [0.25, 2.0]}'
"""US dollars per million tokens, as of a small hosted model."""
GOOD: dict[str, list[object]] = {name: [] for name in Shape.model_json_schema()["properties"]}
"""A reply of the right shape without a fact."""

FAULTS: dict[str, sim.Answer] = {
    "429 without Retry-After": sim.rate_limited(),
    "429, Retry-After: 5": sim.rate_limited(5),
    "429, Retry-After: 3600": sim.rate_limited(3600),
    "500": sim.server_error(500),
    "503": sim.server_error(503),
    "no answer in time": sim.hang(),
    "connection reset": sim.reset(),
    "reset within the reply": sim.reset(after=60, reply=GOOD),
    "401": sim.unauthorized(),
    "403": sim.forbidden(),
    "404, no such model": sim.model_missing(),
    "400, mode not known": sim.bad_request(),
    "400, prompt too long": sim.context_exceeded(),
    "refusal": sim.refuse(),
    "content filter": sim.content_filtered(),
    "empty": sim.empty(),
    "no choices": sim.no_choices(),
    "a proxy's web page": sim.html_page(),
    "bytes that are no JSON": sim.garbage(),
    "prose": sim.not_json(),
    "another shape": sim.wrong_shape(),
    "cut off": sim.truncated(GOOD, 0.5),
    "another language": sim.say({**GOOD, "note": "The officials were moved."}),
}
"""What the first model answers to every call."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question: the caller's result in a word, calls, seconds waited, US dollars."""

    got: str
    calls: int
    waited: float
    cost_usd: float
    uncertain_usd: float


def outcome(simulator: sim.Simulator, fault: sim.Answer, fallback: bool) -> Outcome:
    """Ask once while the first model answers with `fault`."""
    waits: list[float] = []

    async def nap(seconds: float) -> None:
        waits.append(seconds)
        await asyncio.sleep(0)

    simulator.forget()
    simulator.responder = lambda call: fault if call.model == "first" else sim.say(GOOD)
    settings = Settings(
        model="first",
        api_base=simulator.base_url,
        fallback_models="second" if fallback else None,
        model_timeout=0.3 if fault.kind == "hang" else 30.0,
        model_prices=PRICES,
    )
    provider = Provider(Engine(settings, sleep=nap))
    try:
        reply = run_blocking(provider.ask(_question(), _foreign))
        got = f"reply of {reply.model}" + (", cut off, kept" if reply.truncated else "")
    except (ModelUnavailable, ModelFailed) as error:
        got = f"{error.code}: {error.causes[0][1].split(' (')[0]}"
    except ModelError as error:
        got = error.code
    spent = provider.spent
    return Outcome(got, len(simulator.calls), sum(waits), spent.cost_usd or 0.0, spent.uncertain_usd)


def table() -> str:
    """All faults as Markdown."""
    lines = [
        "| fault | alone: caller gets | calls | waits | cost, US cents | with a second model | calls | cost |",
        "|---|---|---|---|---|---|---|---|",
    ]
    with sim.Simulator() as simulator:
        for name, fault in FAULTS.items():
            one, two = outcome(simulator, fault, False), outcome(simulator, fault, True)
            lines.append(
                f"| {name} | {one.got} | {one.calls} | {one.waited:.1f} s | {_cents(one)} "
                f"| {two.got} | {two.calls} | {_cents(two)} |"
            )
    return "\n".join(lines)


def _cents(result: Outcome) -> str:
    unsure = f", up to {100 * result.uncertain_usd:.2f} more" if result.uncertain_usd else ""
    return f"{100 * result.cost_usd:.2f}{unsure}"


def _foreign(reply: Reply) -> str | None:
    return "wrong_language" if "The officials" in reply.content else None


def _question() -> Call:
    text = files("service.demo").joinpath("article.txt").read_text(encoding="utf-8")
    prepared = prepare(Submission(text=text))
    return Call(load_prompts().ask(prepared, find_passages(prepared)), Shape, label="reading")


if __name__ == "__main__":
    print(table())
