"""Waiting, asking again, going to the next model, and letting a failing model rest."""

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import InvalidSettings, ModelFailed, ModelNotConfigured, ModelUnavailable
from service.model.breaker import Breaker
from service.model.endpoints import endpoints_of
from service.model.provider import Provider, Reply
from service.model.waits import FIRST, LONGEST, pause, retry_after
from service.settings import Settings
from tests.service.model.provider_tools import GOOD, QUESTION, Naps, ask, provider, run
from tests.service.model.simulator import (
    Simulator,
    empty,
    not_json,
    rate_limited,
    refuse,
    reset,
    say,
    server_error,
    truncated,
    unauthorized,
)


def test_passing_faults_are_sat_out(simulator: Simulator) -> None:
    """After faults that pass, the same model is asked again, each pause longer; the account counts every call."""
    simulator.play(server_error(), reset(), say(GOOD))
    naps = Naps()
    asked = provider(simulator, naps)
    reply = ask(asked)
    assert (reply.calls, asked.spent.calls, asked.spent.failed) == (3, 3, 2)
    assert FIRST / 2 <= naps.taken[0] <= FIRST <= naps.taken[1] <= 2 * FIRST


def test_retry_after_is_honoured(simulator: Simulator) -> None:
    """A rate limit is waited for as long as the provider asks, and a little longer, by chance."""
    simulator.play(rate_limited(retry_after=4), say(GOOD))
    naps = Naps()
    ask(provider(simulator, naps))
    assert all(4 <= nap <= 4 + LONGEST / 4 for nap in naps.taken)


def test_rate_limit_holds_every_call_off(simulator: Simulator) -> None:
    """While a rate limit lasts, other articles wait too, and nobody is turned away."""
    simulator.play(rate_limited(retry_after=2))
    simulator.responder = lambda _: say(GOOD)
    naps = Naps()
    asked = provider(simulator, naps)

    async def many() -> list[Reply]:
        first = asyncio.create_task(asked.ask(QUESTION))
        while not naps.taken:
            await asyncio.sleep(0.001)
        return [await first, *await asyncio.gather(*(asked.for_article().ask(QUESTION) for _ in range(5)))]

    assert len(run(asked, many)) == 6
    assert len(simulator.calls) == 7
    assert len([nap for nap in naps.taken if nap > 1]) >= 6


def test_wait_that_is_too_long_goes_to_the_next_model(simulator: Simulator) -> None:
    """A provider that asks for a minute is not waited for when there is another model."""
    simulator.play(rate_limited(retry_after=60), model="small")
    simulator.play(say(GOOD), model="other")
    naps = Naps()
    assert ask(provider(simulator, naps, fallback_models="other")).model == "other"
    assert naps.taken == []


def test_wait_that_is_too_long_is_told_to_the_caller(simulator: Simulator) -> None:
    """Without another model the error says when to come back."""
    simulator.play(rate_limited(retry_after=3600))
    with pytest.raises(ModelUnavailable) as caught:
        ask(provider(simulator))
    assert caught.value.retry_after == 3600
    assert len(simulator.calls) == 1


def test_models_are_asked_in_order(simulator: Simulator) -> None:
    """A model that cannot answer is followed by the next, and the reply says who answered and what all calls cost."""
    simulator.play(unauthorized(), model="small")
    simulator.play(refuse(), model="second")
    simulator.play(say(GOOD), model="third")
    asked = provider(simulator, fallback_models=" second , third ", model_prices='{"second": [1, 1], "third": [1, 1]}')
    reply = ask(asked)
    assert asked.models == ["small", "second", "third"]
    assert (reply.model, reply.calls) == ("third", 3)
    tokens = simulator.tokens
    assert (reply.usage.input_tokens, reply.usage.output_tokens) == (tokens.input, tokens.output)
    assert reply.cost_usd == pytest.approx((tokens.input + tokens.output) / 1e6)


def test_bad_output_goes_to_the_next_model(simulator: Simulator) -> None:
    """A reply that the caller turns down is paid for, kept for the caller, and followed by the next model."""
    simulator.play(say({"moves": [{"name": "Made up"}]}), model="small")
    simulator.play(say(GOOD), model="other")
    seen: list[Reply] = []

    def foreign(reply: Reply) -> str | None:
        seen.append(reply)
        return "wrong_language" if "Made up" in reply.content else None

    asked = provider(simulator, fallback_models="other")
    reply = ask(asked, reject=foreign)
    assert (reply.model, reply.calls, len(seen)) == ("other", 2, 2)
    assert "Made up" in seen[0].content


def test_error_names_the_cause_of_each_model(simulator: Simulator) -> None:
    """When no model is left, the error has a cause for each; one that waiting does not mend makes it `model_failed`."""
    simulator.play(say(GOOD), model="small")
    simulator.play(server_error(503), server_error(503), server_error(503), model="second")
    simulator.play(not_json(), not_json(), model="third")
    with pytest.raises(ModelFailed) as caught:
        ask(provider(simulator, fallback_models="second,third"), reject=lambda _: "wrong_language")
    assert caught.value.causes == [
        ("small", "bad_output (wrong_language)"),
        ("second", "overloaded (InternalServerError)"),
        ("third", "wrong_shape (no JSON object)"),
    ]


def test_truncated_reply_may_be_turned_down(simulator: Simulator) -> None:
    """A caller that has no use for half a reply says so, and gets a whole one from the next model."""
    simulator.play(truncated(GOOD), model="small")
    simulator.play(say(GOOD), model="other")
    asked = provider(simulator, fallback_models="other")
    assert ask(asked, reject=lambda reply: "truncated" if reply.truncated else None).model == "other"


def test_empty_answers_are_asked_for_again(simulator: Simulator) -> None:
    """An empty answer is a hiccup: the same model is asked again."""
    simulator.play(empty(), say(GOOD))
    assert ask(provider(simulator)).calls == 2


def test_no_retries_where_none_are_wanted(simulator: Simulator) -> None:
    """LUANCHUYEN_MODEL_RETRIES=0 makes one call."""
    simulator.play(server_error())
    with pytest.raises(ModelUnavailable):
        ask(provider(simulator, model_retries=0))
    assert len(simulator.calls) == 1


def test_breaker_spares_calls_to_a_failing_model(simulator: Simulator) -> None:
    """After so many passing faults in a row a model is not called; the next one is asked at once, and says so."""
    simulator.responder = lambda call: server_error() if call.model == "small" else say(GOOD)
    asked = provider(simulator, fallback_models="other", breaker_failures=4)
    for _ in range(5):
        assert ask(asked).model == "other"
    assert [call.model for call in simulator.calls].count("small") == 4
    lonely = provider(simulator, breaker_failures=1, breaker_seconds=7.0)
    with pytest.raises(ModelUnavailable) as caught:
        ask(lonely)
    assert caught.value.causes == [("small", "breaker_open (server_error)")]
    assert caught.value.retry_after == 7


def test_wrong_key_opens_the_breaker_and_stays_what_it_is(simulator: Simulator) -> None:
    """A refused key is met once, not by every article; the error keeps saying that waiting does not help."""
    simulator.responder = lambda _: unauthorized()
    asked = provider(simulator)
    for _ in range(3):
        with pytest.raises(ModelFailed):
            ask(asked)
    assert len(simulator.calls) == 1


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        """The time in seconds."""
        return self.now


def test_breaker_tries_once_after_the_rest() -> None:
    """After the rest one call goes through; its failure doubles the rest, its success closes the breaker."""
    clock = Clock()
    breaker = Breaker(2, 10, clock)
    breaker.failed("timeout")
    assert breaker.wait() == 0
    breaker.failed("timeout")
    assert breaker.wait() == 10
    clock.now = 10
    assert breaker.wait() == 0
    assert breaker.wait() > 0, "only one call tries"
    breaker.failed("timeout")
    assert breaker.wait() == 20
    clock.now = 30
    assert breaker.wait() == 0
    breaker.given_up()
    assert breaker.wait() == 0
    breaker.succeeded()
    assert (breaker.wait(), breaker.reason) == (0, "")


def test_breaker_lets_one_of_many_threads_try() -> None:
    """Of threads that ask at the same moment after the rest, one goes through."""
    clock = Clock()
    breaker = Breaker(1, 1, clock)
    breaker.failed("timeout")
    clock.now = 2
    waits: list[float] = []
    threads = [threading.Thread(target=lambda: waits.append(breaker.wait())) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert waits.count(0) == 1


@given(st.integers(0, 50), st.none() | st.floats(0, 10_000), st.floats(0, 1, exclude_max=True))
def test_pause_is_never_shorter_than_asked(attempt: int, asked: float | None, chance: float) -> None:
    """A pause lies between what is asked for and that plus a quarter of the longest; without, within our own bounds."""
    waited = pause(attempt, asked, lambda: chance)
    assert (asked or FIRST / 2) <= waited or waited >= FIRST / 2
    assert waited >= (asked or 0)
    assert waited <= max(LONGEST, (asked or 0) + LONGEST / 4)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "3"}, 3),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"Retry-After": format_datetime(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=30))}, 30),
        ({"Retry-After": format_datetime(datetime(2025, 1, 1, tzinfo=UTC))}, 0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-5"}, None),
        ({}, None),
        (None, None),
    ],
)
def test_forms_of_retry_after(headers: object, seconds: float | None) -> None:
    """Seconds, milliseconds and dates are read; anything else counts as not said."""
    assert retry_after(headers, datetime(2026, 1, 1, tzinfo=UTC)) == seconds


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"model": "gpt-4o-mini"}, [("gpt-4o-mini", "openai", None, "k")]),
        ({"model": "openai/gpt-4o"}, [("gpt-4o", "openai", None, "k")]),
        ({"model": "anthropic/claude"}, [("anthropic/claude", "litellm", None, "k")]),
        ({"model": "openai/gpt-oss", "api_base": "http://a/v1"}, [("openai/gpt-oss", "openai", "http://a/v1", "k")]),
        (
            {"model": "Qwen/Q", "api_base": "http://a/v1", "fallback_models": "Qwen/R, gemini/g, s@http://b/v1"},
            [
                ("Qwen/Q", "openai", "http://a/v1", "k"),
                ("Qwen/R", "openai", "http://a/v1", "k"),
                ("gemini/g", "litellm", None, None),
                ("s", "openai", "http://b/v1", None),
            ],
        ),
        (
            {"model": "gpt-4o", "fallback_models": "gpt-4o-mini,gemini/g"},
            [
                ("gpt-4o", "openai", None, "k"),
                ("gpt-4o-mini", "openai", None, "k"),
                ("gemini/g", "litellm", None, None),
            ],
        ),
    ],
)
def test_names_lead_to_endpoints(values: dict[str, str], expected: list[tuple[str | None, ...]]) -> None:
    """The names of the settings lead to a route, an address and the key that belongs there."""
    found = endpoints_of(Settings(**values, api_key="k"))
    assert [(e.model, e.route, e.api_base, e.api_key) for e in found] == expected


def test_settings_without_a_model_or_with_a_wrong_list() -> None:
    """No model is an error of its own; lists that cannot be read are refused at the start and name their variable."""
    with pytest.raises(ModelNotConfigured):
        Provider.from_settings(Settings())
    with pytest.raises(InvalidSettings, match="LUANCHUYEN_FALLBACK_MODELS"):
        Settings(model="m", fallback_models="a@ftp://x")
    with pytest.raises(InvalidSettings, match="LUANCHUYEN_MODEL_PRICES"):
        Settings(model_prices='{"m": 3}')


def test_keys_do_not_show() -> None:
    """No key stands in the text of an endpoint or of the settings."""
    values = Settings(model="m", api_key="sk-secret", fallback_api_key="sk-secret")
    assert "sk-secret" not in repr(endpoints_of(values)) + repr(values) + values.model_dump_json()
