"""One call to a model, the only place that calls a vendor's library: instructor over openai or over litellm.

Both are imported when the first call is made. instructor turns the shape into the request of the chosen mode and reads
the reply; the raw reply is caught underneath it, so that one that is cut off, refused or of the wrong shape is kept.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import os
import sys
import warnings
import weakref
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, cast

from pydantic import BaseModel

from service.errors import ModelNotInstalled
from service.model.answers import Answer
from service.model.faults import translate
from service.model.strict import compact, strict_schema

Mode = Literal["json_schema", "tools", "json"]
MODES: tuple[Mode, ...] = ("json_schema", "tools", "json")
"""The structured modes, the strictest first."""

_Create = Callable[..., Awaitable[Any]]


@dataclass(frozen=True)
class Endpoint:
    """A model at a provider: the name as sent, and how to get there.

    `route` is "openai" for a server of that protocol at `api_base` (OpenAI's own without one), "litellm" for others.
    """

    model: str
    route: Literal["openai", "litellm"]
    api_base: str | None = None
    api_key: str | None = field(default=None, repr=False)

    @property
    def key(self) -> tuple[str, str]:
        """What tells endpoints apart: address and model."""
        return (self.api_base or self.route, self.model)


@dataclass(frozen=True)
class Request:
    """Everything of one call but the endpoint. `extra` are parameters that go to the provider as they are."""

    messages: list[dict[str, Any]]
    shape: type[BaseModel]
    mode: Mode
    max_tokens: int
    temperature: float | None
    timeout: float
    token_parameter: str = "max_tokens"


async def send(endpoint: Endpoint, request: Request) -> Answer:
    """Make one call. Raises `Fault`, or `ModelNotInstalled`; a reply of any kind is an `Answer`."""
    answer = Answer()
    try:
        create = await _creator(endpoint, request.mode)
        async with asyncio.timeout(request.timeout):
            parsed = await create(
                response_model=_wrapped(request.shape),
                max_retries=0,
                strict=False,
                messages=request.messages,
                model=endpoint.model,
                luanchuyen_call=(request, answer),
            )
        answer.parsed = parsed if isinstance(parsed, BaseModel) else None
    except ModuleNotFoundError as error:
        raise ModelNotInstalled((error.name or "instructor").split(".")[0]) from None
    except Exception as error:
        # What came back but did not validate is an answer all the same; the caller reads what is whole in it.
        if not answer.answered:
            raise translate(error) from error
    return answer


@cache
def _wrapped(shape: type[BaseModel]) -> type[BaseModel]:
    """The shape as instructor wants it, with the strict schema; it would make class and schema anew for every call."""
    import instructor

    wrapped: Any = instructor.response_schema(shape)
    wrapped.model_json_schema = lambda *_, **__: {"title": shape.__name__, **strict_schema(shape)}
    return cast("type[BaseModel]", wrapped)


_clients: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, dict[Any, Any]] = weakref.WeakKeyDictionary()
"""Connections belong to the event loop that opened them."""


async def _creator(endpoint: Endpoint, mode: Mode) -> _Create:
    """instructor's `create` for this endpoint and mode, with connections of the running loop."""
    kept = _clients.setdefault(asyncio.get_running_loop(), {})
    key = (endpoint, mode)
    if key not in kept:
        # Seconds of work for the processor, in which the loop's other calls must go on.
        await asyncio.to_thread(_load, endpoint.route)
        import instructor

        _quieten()
        raw = _openai_create(endpoint, kept) if endpoint.route == "openai" else _litellm_create(endpoint)
        modes = {
            "json_schema": instructor.Mode.JSON_SCHEMA,
            "tools": instructor.Mode.TOOLS,
            "json": instructor.Mode.JSON,
        }
        kept[key] = instructor.patch(create=_catching(raw, strict=endpoint.route == "openai"), mode=modes[mode])
    create: _Create = kept[key]
    return create


async def close_clients() -> None:
    """Close the connections of the running event loop."""
    kept = _clients.pop(asyncio.get_running_loop(), {})
    for key, client in kept.items():
        if key[0] == "client":
            await client.close()
    if litellm := sys.modules.get("litellm"):
        await litellm.close_litellm_async_clients()


def _load(route: str) -> None:
    """Import what the route needs; litellm fetches its price list from the network unless told not to."""
    os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        importlib.import_module(route)
        importlib.import_module("openai.resources.chat.completions")
        # Both import the rest of themselves at the first use of a name.
        instructor = importlib.import_module("instructor")
        names = (instructor.patch, instructor.Mode, instructor.response_schema)
        assert all(names)


def _quieten() -> None:
    """instructor logs the messages of exceptions, which can repeat the article."""
    logging.getLogger("instructor").setLevel(logging.CRITICAL + 1)


def _openai_create(endpoint: Endpoint, kept: dict[Any, Any]) -> _Create:
    import openai

    key = ("client", endpoint.api_base, endpoint.api_key)
    if key not in kept:
        # A server without keys still wants the header; OpenAI itself must get the real one.
        api_key = endpoint.api_key or ("none" if endpoint.api_base else os.environ.get("OPENAI_API_KEY", "none"))
        kept[key] = openai.AsyncOpenAI(api_key=api_key, base_url=endpoint.api_base, max_retries=0)
    create: _Create = kept[key].chat.completions.create
    return create


def _litellm_create(endpoint: Endpoint) -> _Create:
    # litellm imports on at the first call, and pydantic has a word on one of its types then.
    warnings.filterwarnings("ignore", message=".*`ReadOnly` qualifier", category=UserWarning)
    import litellm

    litellm.suppress_debug_info = True
    litellm.telemetry = False
    logging.getLogger("LiteLLM").setLevel(logging.CRITICAL + 1)

    async def create(**arguments: Any) -> Any:
        key = {"api_key": endpoint.api_key} if endpoint.api_key else {}
        return await litellm.acompletion(**arguments, **key, num_retries=0, max_retries=0, drop_params=True)

    return create


def _catching(raw: _Create, strict: bool) -> _Create:
    """A `create` for instructor to call: completes the request, and keeps the reply before anybody reads it."""

    async def create(**arguments: Any) -> Any:
        request, answer = arguments.pop("luanchuyen_call")
        _complete(arguments, request, strict)
        response = await raw(**arguments)
        answer.keep(response)
        return response

    return create


def _complete(arguments: dict[str, Any], request: Request, strict: bool) -> None:
    """Fill in what instructor leaves open: strictness, the length, and a compact schema where it goes as text."""
    arguments[request.token_parameter] = request.max_tokens
    arguments["timeout"] = request.timeout
    if request.temperature is not None:
        arguments["temperature"] = request.temperature
    if request.mode == "json_schema":
        schema = strict_schema(request.shape)
        name = request.shape.__name__
        arguments["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": name, "schema": schema, "strict": True},
        }
    elif request.mode == "tools":
        function = dict(arguments["tools"][0]["function"], parameters=strict_schema(request.shape))
        arguments["tools"] = [{"type": "function", "function": function | ({"strict": True} if strict else {})}]
    else:
        order = "Answer with one JSON object of this JSON Schema and nothing else:\n" + compact(request.shape)
        head, *rest = request.messages
        first = {**head, "content": f"{head['content']}\n\n{order}"}
        arguments["messages"] = [first, *rest]


__all__ = ["MODES", "Answer", "Endpoint", "Mode", "Request", "close_clients", "send"]
