"""What the caller of the service sees of a provider's faults: the answer, the calls that were made, what they cost.

`eval.bench.faults` asks one question; here a whole article is read, with repair and both readers. Each fault is played
over real sockets in three ways: once before good replies, always with a second model to fall back to, and always
without one. Pauses are noted, not slept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from schemas import CheckStatus, Extraction
from service.desk import ModelReader
from service.errors import ModelError
from service.model.hybrid import HybridReader
from service.model.provider import Engine, Provider
from service.model.reader import LlmReader
from service.pipeline import extract
from service.prepare import Submission
from service.settings import Settings

from .. import simulator as sim
from ..gold_set import GoldArticle
from ..simulator.gold import GoldModel
from .sown import leaves

PRICES = (0.15, 0.60)
"""US dollars per million tokens of input and output that the table reckons with."""

_Respond = Callable[[sim.Received, int], sim.Answer]
"""From a request and its number, from 1, to the answer."""

_LETTERS = re.compile(r"[^\W\d_]+")


def translated(good: sim.Answer) -> sim.Answer:
    """The reply in another language: every word of a text that is not ASCII becomes an English one."""

    def english(value: Any) -> Any:
        if isinstance(value, str):
            return value if value.isascii() else _LETTERS.sub("word", value)
        if isinstance(value, list):
            return [english(inner) for inner in value]
        return {key: english(inner) for key, inner in value.items()} if isinstance(value, dict) else value

    return sim.Answer("wrong_language", content=json.dumps(english(json.loads(good.content or "{}"))))


FAULTS: Mapping[str, Callable[[sim.Answer], sim.Answer]] = {
    "429, Retry-After: 2": lambda good: sim.rate_limited(2),
    "429 without Retry-After": lambda good: sim.rate_limited(),
    "500": lambda good: sim.server_error(500),
    "503": lambda good: sim.server_error(503),
    "no answer in time": lambda good: sim.hang(5),
    "reset before the reply": lambda good: sim.reset(),
    "reset within the reply": lambda good: sim.reset(200, good.content or ""),
    "refusal": lambda good: sim.refuse(),
    "content filter": lambda good: sim.content_filtered(),
    "empty": lambda good: sim.empty(),
    "no choices": lambda good: sim.no_choices(),
    "cut off": lambda good: sim.truncated(good.content or "", 0.6),
    "wrong shape": lambda good: sim.wrong_shape(),
    "prose": lambda good: sim.not_json(),
    "wrong language": translated,
    "a proxy's web page": lambda good: sim.html_page(),
    "bytes that are no JSON": lambda good: sim.garbage(),
    "401": lambda good: sim.unauthorized(),
    "403": lambda good: sim.forbidden(),
    "404, no such model": lambda good: sim.model_missing(),
    "400, mode not known": lambda good: sim.bad_request(),
    "400, prompt too long": lambda good: sim.context_exceeded(),
}
"""Each fault, made from the good reply in whose place it comes."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one article: the answer in words, calls to the first and second model, US dollars, pauses."""

    got: str
    calls: tuple[int, int]
    cost_usd: float
    waits: tuple[float, ...]
    result: Extraction | None


class Bench:
    """Plays faults while one article is read."""

    def __init__(self, article: GoldArticle, simulator: sim.Simulator) -> None:
        self._article = article
        self._simulator = simulator
        self._good = GoldModel([article])
        self._sound: dict[str, Seen] = {}
        self._sound = {
            name: self._play(name, "", lambda received, n: self._good(received)) for name in ("llm", "hybrid")
        }

    def once(self, fault: str, reader: str = "llm") -> Seen:
        """The fault comes first, then all is well."""

        def respond(received: sim.Received, n: int) -> sim.Answer:
            good = self._good(received)
            return FAULTS[fault](good) if n == 1 else good

        return self._play(reader, fault, respond)

    def always(self, fault: str, reader: str = "llm", second: bool = False) -> Seen:
        """Every call of the first model meets the fault; with `second` there is another model, which is sound."""

        def respond(received: sim.Received, n: int) -> sim.Answer:
            good = self._good(received)
            return FAULTS[fault](good) if received.model == "first" else good

        return self._play(reader, fault, respond, second)

    def _play(self, name: str, fault: str, respond: _Respond, second: bool = False) -> Seen:
        simulator = self._simulator
        simulator.forget()
        simulator.responder = lambda received: respond(received, len(simulator.calls))
        waits: list[float] = []
        result = None
        submission = Submission(text=self._article.text, published_on=self._article.published_on)
        try:
            result = extract(submission, self._reader(name, fault, second, waits), lang="en")
            got = self._words(name, result)
        except ModelError as error:
            got = f"{error.status} `{error.code}`" + (", rule reading offered" if error.fallback else "")
        calls = [sum(call.model == model for call in simulator.calls) for model in ("first", "second")]
        cost = (simulator.tokens.input * PRICES[0] + simulator.tokens.output * PRICES[1]) / 1e6
        return Seen(got, (calls[0], calls[1]), cost, tuple(waits), result)

    def _reader(self, name: str, fault: str, second: bool, waits: list[float]) -> ModelReader:
        async def skip(seconds: float) -> None:
            waits.append(round(seconds, 1))

        settings = Settings(
            model="first",
            api_base=self._simulator.base_url,
            fallback_models="second" if second else None,
            model_timeout=0.4 if fault == "no answer in time" else 60,
            model_prices=json.dumps({"first": PRICES, "second": PRICES}),
        )
        llm = LlmReader(Provider(Engine(settings, sleep=skip)), settings)
        return HybridReader(llm) if name == "hybrid" else llm

    def _words(self, name: str, result: Extraction) -> str:
        sound = self._sound.get(name)
        if sound is None or sound.result is None:
            return "200"
        if result.run.reader != name:
            return "200, rule reading, marked"
        got, wanted = (sorted(map(str, leaves(extraction))) for extraction in (result, sound.result))
        if got == wanted:
            return "200, all facts"
        told = any(check.status is not CheckStatus.PASS for check in result.checks)
        return f"200, {len(got) / len(wanted):.0%} of the values, {'flagged' if told else 'not flagged'}"


def table(article: GoldArticle) -> str:
    """All faults as a Markdown table; costs in thousandths of a US dollar."""
    lines = [
        "| fault | once: `llm` caller gets | calls | m$ | always, with a second model | calls | m$ "
        "| always, alone | calls | m$ | `hybrid` caller gets |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    with sim.Simulator() as simulator:
        bench = Bench(article, simulator)
        for fault in FAULTS:
            once, second, alone = bench.once(fault), bench.always(fault, second=True), bench.always(fault)
            cells = [fault, once.got, str(once.calls[0]), _cost(once)]
            cells += [second.got, f"{second.calls[0]} + {second.calls[1]}", _cost(second)]
            cells += [alone.got, str(alone.calls[0]), _cost(alone), bench.always(fault, "hybrid").got]
            lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cost(seen: Seen) -> str:
    return f"{seen.cost_usd * 1000:.2f}"
