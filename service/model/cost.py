"""What a call costs: prices from litellm's list, which is read without importing litellm, and a safe estimate before.

litellm ships its list of models, prices (US dollars per token) and abilities as a file; importing the package takes
seconds and 160 MB, reading the file 40 ms. A server at an address of one's own has the prices that the settings give.
"""

from __future__ import annotations

import importlib.util
import json
import re
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from schemas import Usage
from service.errors import InvalidSettings
from service.model.calls import Endpoint, Request
from service.model.strict import compact

_FILE = "model_prices_and_context_window_backup.json"
_STEP = re.compile(r"input_cost_per_token_above_(\d+)k_tokens")
_PER_MESSAGE = 32
"""Tokens that a chat template puts around a message, at most."""


@dataclass(frozen=True)
class Price:
    """US dollars per token; `steps` are (more input tokens than this, input price, output price), ascending."""

    input: float
    output: float
    cached: float | None = None
    steps: tuple[tuple[int, float, float], ...] = ()

    def cost(self, usage: Usage) -> float:
        """What the tokens cost; input that the provider had cached counts at its own price where there is one."""
        incoming, outgoing, cached = self.input, self.output, self.cached
        for above, step_in, step_out in self.steps:
            if usage.input_tokens > above:
                incoming, outgoing, cached = step_in, step_out, None
        hits = min(usage.cached_tokens, usage.input_tokens) if cached is not None else 0
        return (usage.input_tokens - hits) * incoming + hits * (cached or 0.0) + usage.output_tokens * outgoing


@dataclass(frozen=True)
class Known:
    """What litellm's list says of a model; None where it says nothing."""

    price: Price | None = None
    json_schema: bool | None = None
    tools: bool | None = None


def parse_prices(text: str | None) -> dict[str, Price]:
    """The prices of LUANCHUYEN_MODEL_PRICES by model; raises `InvalidSettings`."""
    try:
        given: dict[str, list[float]] = json.loads(text) if text else {}
        prices = {}
        for name, numbers in given.items():
            incoming, outgoing, *cached = (float(number) / 1e6 for number in numbers)
            if min(incoming, outgoing, *cached) < 0 or len(cached) > 1:
                raise ValueError
            prices[name] = Price(incoming, outgoing, cached[0] if cached else None)
        return prices
    except (AttributeError, TypeError, ValueError):
        problem = 'must be JSON such as {"name": [0.15, 0.6]}, US dollars per million tokens'
        raise InvalidSettings([("LUANCHUYEN_MODEL_PRICES", problem)]) from None


@cache
def known(model: str) -> Known:
    """What litellm's list says of the model, under its full name or the name without its provider."""
    listed = _listed()
    entry = listed.get(model) or listed.get(model.split("/", 1)[-1])
    if not entry:
        return Known()
    return Known(_price(entry), _said(entry, "supports_response_schema"), _said(entry, "supports_function_calling"))


@cache
def providers() -> frozenset[str]:
    """The prefixes that name a provider of litellm, such as "anthropic" in "anthropic/..."."""
    return frozenset(str(entry.get("litellm_provider")) for entry in _listed().values()) | {"openai"}


@cache
def _listed() -> dict[str, dict[str, Any]]:
    spec = importlib.util.find_spec("litellm")
    folders = (spec.submodule_search_locations or []) if spec else []
    path = next((path for folder in folders if (path := Path(folder) / _FILE).is_file()), None)
    entries: dict[str, dict[str, Any]] = json.loads(path.read_bytes()) if path else {}
    entries.pop("sample_spec", None)
    wanted = re.compile(
        r"litellm_provider|(input|output)_cost_per_token(_above_\d+k_tokens)?|cache_read_input_token_cost"
    )
    abilities = {"supports_response_schema", "supports_function_calling"}
    return {
        name: {key: value for key, value in entry.items() if key in abilities or wanted.fullmatch(key)}
        for name, entry in entries.items()
    }


def _price(entry: dict[str, Any]) -> Price | None:
    incoming, outgoing = entry.get("input_cost_per_token"), entry.get("output_cost_per_token")
    if incoming is None or outgoing is None:
        return None
    steps = sorted(
        (int(match[1]) * 1000, float(value), float(entry.get(key.replace("input", "output"), outgoing)))
        for key, value in entry.items()
        if (match := _STEP.fullmatch(key))
    )
    return Price(float(incoming), float(outgoing), entry.get("cache_read_input_token_cost"), tuple(steps))


def _said(entry: dict[str, Any], ability: str) -> bool | None:
    return None if entry.get(ability) is None else bool(entry[ability])


class Estimator:
    """The most that a call can cost, before it is made. Threads may share it.

    A tokenizer of bytes gives at most one token a byte, so that is the bound for a model not asked before; then the
    highest share that it has used, and a quarter on top. The answer counts as long as it may become.
    """

    def __init__(self, prices: dict[str, Price]) -> None:
        self._prices = prices
        self._share: dict[tuple[str, str], float] = {}
        self._lock = threading.Lock()

    def price(self, endpoint: Endpoint) -> Price | None:
        """The price of the settings, else of litellm's list where the provider is the list's; None where unknown."""
        if endpoint.model in self._prices:
            return self._prices[endpoint.model]
        return known(endpoint.model).price if endpoint.api_base is None else None

    def cost(self, endpoint: Endpoint, usage: Usage) -> float | None:
        """US dollars of the tokens used; None where the price is unknown."""
        price = self.price(endpoint)
        return price.cost(usage) if price else None

    def most(self, endpoint: Endpoint, request: Request) -> float | None:
        """US dollars that the call costs at most; None where the price is unknown."""
        price = self.price(endpoint)
        if price is None:
            return None
        with self._lock:
            share = min(1.0, self._share.get(endpoint.key, 0.8) * 1.25)
        tokens = round(share * _size(request)) + _PER_MESSAGE * (len(request.messages) + 1)
        return price.cost(Usage(input_tokens=tokens, output_tokens=request.max_tokens))

    def learn(self, endpoint: Endpoint, request: Request, usage: Usage) -> None:
        """Remember how many tokens a byte became."""
        if usage.input_tokens and (size := _size(request)):
            with self._lock:
                seen = self._share.get(endpoint.key, 0.0)
                self._share[endpoint.key] = max(seen, min(1.0, usage.input_tokens / size))


def _size(request: Request) -> int:
    """Bytes of everything the provider may count as input: messages and schema."""
    texts = [str(message.get("content") or "") for message in request.messages]
    return sum(len(text.encode("utf-8", "replace")) for text in [*texts, compact(request.shape)])
