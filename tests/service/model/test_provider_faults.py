"""The boundary: vendors' exceptions become faults of ours, and every fault of a provider ends as one error of ours."""

import importlib
import inspect
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import openai
import pytest

from service.errors import ModelError, ModelFailed, ModelUnavailable
from service.model.faults import CLASSES, FaultKind, from_body, kind_of, translate
from tests.service.model.provider_tools import GOOD, Naps, ask, provider
from tests.service.model.simulator import (
    Answer,
    Simulator,
    bad_request,
    content_filtered,
    context_exceeded,
    empty,
    forbidden,
    garbage,
    hang,
    html_page,
    model_missing,
    no_choices,
    not_json,
    rate_limited,
    refuse,
    reset,
    say,
    server_error,
    truncated,
    unauthorized,
    wrong_shape,
)

VENDORS = (
    "openai",
    "openai._exceptions",
    "litellm",
    "litellm.exceptions",
    "litellm.llms.base_llm.chat.transformation",
    "instructor.core.exceptions",
    "instructor.v2.core.errors",
    "instructor.v2.core.exceptions",
    "httpx",
)
NOT_OF_A_CALL = {"ZoneInfoNotFoundError"}
"""Classes that these modules only hand on."""


def vendor_exceptions() -> Iterator[type[BaseException]]:
    """Every exception class that the vendors' modules name."""
    for name in VENDORS:
        for cls in list(vars(importlib.import_module(name)).values()):
            if inspect.isclass(cls) and issubclass(cls, Exception) and cls.__name__ not in NOT_OF_A_CALL:
                yield cls


def test_no_exception_of_a_vendor_is_forgotten() -> None:
    """Each exception class that openai, litellm, instructor and httpx define has a kind in the table."""
    classes = set(vendor_exceptions())
    assert len(classes) > 80
    assert {cls.__name__ for cls in classes if kind_of(cls) is None} == set()


def test_table_holds_no_class_that_is_gone() -> None:
    """Each name in the table is a class of one of the vendors, or Python's."""
    from litellm.types.router import RouterRateLimitErrorBasic

    names = {cls.__name__ for cls in [*vendor_exceptions(), RouterRateLimitErrorBasic, json.JSONDecodeError]}
    names |= {name for name in CLASSES if hasattr(__builtins__, name) or name in dir(__builtins__)}
    assert set(CLASSES) - names - set(__builtins__ if isinstance(__builtins__, dict) else ()) == set()


def status_error(status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> openai.APIStatusError:
    """The exception that openai's client raises for an answer."""
    client = openai.OpenAI(api_key="x", base_url="http://127.0.0.1:1")
    response = httpx.Response(status, json=body, headers=headers, request=httpx.Request("POST", "http://127.0.0.1:1"))
    return client._make_status_error_from_response(response)


@pytest.mark.parametrize(
    ("status", "error", "kind"),
    [
        (400, {"code": "context_length_exceeded"}, "context_too_long"),
        (
            400,
            {"type": "exceed_context_size_error", "message": "the request exceeds the context size"},
            "context_too_long",
        ),
        (400, {"code": "content_filter", "message": "The response was filtered"}, "refused"),
        (400, {"message": "Invalid schema for response_format 'Facts'", "param": "response_format"}, "unsupported"),
        (400, {"message": "tools is not supported"}, "unsupported"),
        (400, {"code": "unsupported_value", "param": "temperature"}, "unsupported"),
        (400, {"message": "no"}, "bad_request"),
        (401, {"code": "invalid_api_key"}, "auth"),
        (402, {"message": "Payment required"}, "quota"),
        (403, {}, "auth"),
        (404, {"code": "model_not_found"}, "not_found"),
        (408, {}, "timeout"),
        (409, {}, "server_error"),
        (413, {}, "context_too_long"),
        (418, {}, "bad_request"),
        (422, {"message": "extra fields"}, "bad_request"),
        (429, {"code": "rate_limit_exceeded"}, "rate_limited"),
        (429, {"code": "insufficient_quota"}, "quota"),
        (500, {}, "server_error"),
        (502, {}, "server_error"),
        (503, {}, "overloaded"),
        (504, {}, "timeout"),
        (529, {"type": "overloaded_error"}, "overloaded"),
    ],
)
def test_answers_that_are_errors(status: int, error: dict[str, str], kind: FaultKind) -> None:
    """The status decides on the kind, and the provider's code or words where it says too little."""
    fault = translate(status_error(status, {"error": error}))
    assert (fault.kind, fault.status, fault.sent) == (kind, status, kind == "timeout")


def test_litellm_errors_keep_status_and_wait() -> None:
    """litellm's classes are read as openai's are, with the headers where litellm keeps them."""
    import litellm

    limited = litellm.RateLimitError("slow down", "anthropic", "m", headers={"Retry-After": "7"})
    assert (translate(limited).kind, translate(limited).retry_after) == ("rate_limited", 7)
    late = litellm.ServiceUnavailableError("busy", "anthropic", "m")
    late.litellm_response_headers = {"retry-after": "3"}  # type: ignore[attr-defined]
    assert (translate(late).kind, translate(late).retry_after) == ("overloaded", 3)
    assert translate(litellm.ContextWindowExceededError("x", "m", "p")).kind == "context_too_long"
    assert translate(litellm.Timeout("x", "m", "p")).kind == "timeout"
    assert translate(litellm.APIConnectionError("x", "p", "m")).kind == "connection"


def test_cause_inside_a_wrapper_counts() -> None:
    """An exception that instructor wraps is what the fault is about, and no message is kept."""
    from instructor.core.exceptions import InstructorRetryException

    try:
        try:
            raise status_error(429, {"error": {"message": "bí mật"}}, {"retry-after": "2"})
        except openai.RateLimitError as error:
            raise InstructorRetryException("bí mật", n_attempts=1, total_usage=0) from error
    except InstructorRetryException as wrapped:
        fault = translate(wrapped)
    assert (fault.kind, fault.retry_after, str(fault)) == ("rate_limited", 2, "rate_limited (RateLimitError)")
    assert "bí mật" not in repr(fault)


def test_error_in_an_answer_of_status_200() -> None:
    """An error object where choices should be is read by its code and words."""
    assert from_body({"code": 429, "message": "slow"}).kind == "rate_limited"
    assert from_body({"code": 400, "message": "maximum context length"}).kind == "context_too_long"
    assert from_body("?").kind == "server_error"


def test_anything_else_is_unknown_and_never_escapes() -> None:
    """An exception that nobody has thought of is a fault of the kind `unknown` with its class."""
    assert str(translate(KeyError("x"))) == "unknown (KeyError)"


def fault_of(simulator: Simulator, answer: Answer, **values: Any) -> tuple[ModelError, Naps]:
    """What the caller gets when every call is answered alike."""
    simulator.responder = lambda _: answer
    naps = Naps()
    with pytest.raises(ModelError) as caught:
        ask(provider(simulator, naps, **values))
    return caught.value, naps


@pytest.mark.parametrize(
    ("answer", "kind", "calls", "error"),
    [
        (rate_limited(), "rate_limited", 3, ModelUnavailable),
        (server_error(500), "server_error", 3, ModelUnavailable),
        (server_error(503), "overloaded", 3, ModelUnavailable),
        (reset(), "connection", 3, ModelUnavailable),
        (reset(after=40, reply=GOOD), "connection", 3, ModelUnavailable),
        (hang(), "timeout", 3, ModelUnavailable),
        (empty(), "empty", 3, ModelUnavailable),
        (no_choices(), "empty", 3, ModelUnavailable),
        (garbage(), "server_error", 3, ModelUnavailable),
        (html_page(), "server_error", 3, ModelUnavailable),
        (
            Answer("error_in_a_200", body=b'{"error": {"code": 503, "message": "busy"}}'),
            "overloaded",
            3,
            ModelUnavailable,
        ),
        (unauthorized(), "auth", 1, ModelFailed),
        (forbidden(), "auth", 1, ModelFailed),
        (model_missing(), "not_found", 1, ModelFailed),
        (bad_request(), "unsupported", 3, ModelFailed),
        (context_exceeded(), "context_too_long", 1, ModelFailed),
        (refuse(), "refused", 1, ModelFailed),
        (content_filtered(), "refused", 1, ModelFailed),
        (not_json(), "wrong_shape", 2, ModelFailed),
        (wrong_shape(), "wrong_shape", 2, ModelFailed),
        (truncated(GOOD, 0), "wrong_shape", 2, ModelFailed),
    ],
    ids=lambda value: value.kind if isinstance(value, Answer) else str(value),
)
def test_each_fault_by_name(
    simulator: Simulator, answer: Answer, kind: str, calls: int, error: type[ModelError]
) -> None:
    """Each fault ends as one error that names it, after as many calls as may help and no more; none is paid twice."""
    raised, _ = fault_of(simulator, answer, model_timeout=0.2 if answer.kind == "hang" else 5.0)
    assert isinstance(raised, error)
    assert isinstance(raised, ModelFailed | ModelUnavailable)
    assert [cause.split()[0] for _, cause in raised.causes] == [kind]
    assert len(simulator.calls) == calls
    assert "small: " + kind in str(raised)
    assert "sk-simulated" not in str(raised), "no vendor's message is repeated"


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json"])
@pytest.mark.parametrize("answer", [truncated(GOOD), say({"moves": [{"name": 5}]}), say('{"moves": "?"} and so on')])
def test_replies_that_are_cut_or_misshapen_are_handed_on(simulator: Simulator, answer: Answer, mode: str) -> None:
    """What a model said is kept to the letter when it does not validate, with one call and its usage."""
    simulator.play(answer)
    reply = ask(provider(simulator, model_mode=mode))
    assert reply.content == answer.content
    assert (reply.parsed, reply.calls, reply.truncated) == (None, 1, answer.kind == "truncated")
    assert reply.usage.output_tokens == simulator.tokens.output > 0


def test_refusal_with_a_reply_is_handed_on(simulator: Simulator) -> None:
    """A filter that cuts a reply in the middle leaves what came before, marked as refused."""
    simulator.play(replace(truncated(GOOD), finish="content_filter"))
    reply = ask(provider(simulator))
    assert (reply.refused, reply.parsed) == (True, None)
    assert reply.content.startswith('{"moves"')


def test_no_server_is_a_connection_fault() -> None:
    """Where nobody listens, the error says so, and no cost is assumed."""
    asked = provider(None, api_base="http://127.0.0.1:9/v1", model_prices='{"small": [1, 1]}')
    with pytest.raises(ModelUnavailable) as caught:
        ask(asked)
    assert caught.value.causes[0][1].startswith("connection")
    assert (asked.spent.calls, asked.spent.failed, asked.spent.uncertain_usd) == (3, 3, 0)


def test_faults_are_not_logged_with_their_messages(simulator: Simulator) -> None:
    """Nothing that a vendor's message says reaches standard error: it can repeat the article."""
    simulator.responder = lambda _: unauthorized()
    code = (
        "import asyncio, logging, sys; logging.basicConfig(level=logging.DEBUG if False else logging.INFO)\n"
        "from tests.service.model.provider_tools import QUESTION, Settings, Provider\n"
        f"p = Provider.from_settings(Settings(model='m', api_base='{simulator.base_url}'))\n"
        "try:\n    asyncio.run(p.ask(QUESTION))\nexcept Exception as error:\n    print(type(error).__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "ModelFailed"
    assert "sk-simulated" not in done.stderr
