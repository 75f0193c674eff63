"""What calls cost, and budgets that stop before they are exceeded."""

import asyncio
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Usage
from service.errors import ModelFailed, ModelOverBudget, ModelUnavailable
from service.model.budget import Budget, DayBudget
from service.model.calls import Endpoint, Request
from service.model.cost import Estimator, Price, known, parse_prices, providers
from service.model.provider import Call
from tests.service.model.provider_tools import GOOD, QUESTION, Facts, ask, provider, run
from tests.service.model.simulator import Simulator, hang, refuse, reset, say, server_error

DEAR = '{"small": [1000, 1000]}'
"""A tenth of a cent for each token."""


@pytest.mark.parametrize(
    "model", ["gpt-4o-mini", "anthropic/claude-sonnet-4-5", "gemini/gemini-2.5-pro", "mistral/mistral-large-latest"]
)
@pytest.mark.parametrize("tokens", [(1000, 500, 0), (1000, 500, 400), (250_000, 1000, 0)])
def test_prices_are_those_of_litellm(model: str, tokens: tuple[int, int, int]) -> None:
    """The price list read without importing litellm gives the cost that litellm's own reckoning gives."""
    import litellm
    from litellm.types.utils import PromptTokensDetailsWrapper
    from litellm.types.utils import Usage as Theirs

    sent, received, cached = tokens
    details = PromptTokensDetailsWrapper(cached_tokens=cached)
    usage = Theirs(
        prompt_tokens=sent, completion_tokens=received, total_tokens=sent + received, prompt_tokens_details=details
    )
    name, _, rest = model.rpartition("/")
    expected = sum(litellm.cost_per_token(rest, custom_llm_provider=name or "openai", usage_object=usage))
    price = known(model).price
    assert price is not None
    cost = price.cost(Usage(input_tokens=sent, output_tokens=received, cached_tokens=cached))
    assert cost == pytest.approx(expected, rel=1e-6)


def test_abilities_and_providers_come_from_the_list() -> None:
    """The list says what a model can do and which prefixes name a provider; a model that is not there is unknown."""
    assert (known("gpt-4o-mini").json_schema, known("gpt-4o-mini").tools) == (True, True)
    assert known("gpt-3.5-turbo").json_schema is None
    assert (known("no-such-model").price, known("no-such-model").tools) == (None, None)
    assert {"openai", "anthropic", "gemini", "mistral"} <= providers()
    assert not {"Qwen", "meta-llama"} & providers()


def test_set_prices_come_first_and_a_servers_own_model_has_no_other() -> None:
    """A price of the settings counts for any address; litellm's does not for a server at an address of one's own."""
    estimator = Estimator(parse_prices('{"gpt-4o-mini": [1, 2, 0.5]}'))
    own = Endpoint("gpt-4o-mini", "openai", "http://127.0.0.1/v1")
    assert estimator.price(own) == Price(1e-6, 2e-6, 0.5e-6)
    assert Estimator({}).price(own) is None
    assert Estimator({}).price(Endpoint("gpt-4o-mini", "openai")) == known("gpt-4o-mini").price


def test_cost_counts_failed_and_refused_calls(simulator: Simulator) -> None:
    """What a refused call used is part of the account; what a lost call may have cost is said apart."""
    simulator.play(refuse(), model="small")
    simulator.play(reset(), say(GOOD, cached_tokens=20), model="other")
    asked = provider(simulator, fallback_models="other", model_prices='{"small": [1, 2], "other": [1, 2, 0.1]}')
    reply = ask(asked)
    tokens = simulator.tokens
    expected = (tokens.input - 20) + 20 * 0.1 + tokens.output * 2
    assert (reply.calls, asked.spent.failed, reply.usage.cached_tokens) == (3, 2, 20)
    assert reply.cost_usd == asked.spent.cost_usd == pytest.approx(expected / 1e6)
    assert asked.spent.uncertain_usd > 4096 * 2 / 1e6, "a whole reply may have been written before the connection broke"


def test_unknown_price_is_no_cost_of_nothing(simulator: Simulator) -> None:
    """Without a price the cost is unknown, not zero; the tokens are counted."""
    simulator.play(say(GOOD))
    reply = ask(provider(simulator))
    assert reply.cost_usd is None
    assert reply.usage.input_tokens == simulator.tokens.input


def test_budget_without_a_price_makes_no_call(simulator: Simulator) -> None:
    """A budget cannot be kept for a model without a price, so that the model is not asked and the error says why."""
    with pytest.raises(ModelFailed) as caught:
        ask(provider(simulator, budget_day_usd=1.0))
    assert caught.value.causes == [("small", "price_unknown (set LUANCHUYEN_MODEL_PRICES)")]
    assert simulator.calls == []


def test_article_budget_stops_before_it_is_exceeded(simulator: Simulator) -> None:
    """Calls are made while the dearest next one fits; then the error says what is spent. Other articles go on."""
    simulator.responder = lambda _: say(GOOD)
    asked = provider(simulator, budget_article_usd=2.0, model_prices=DEAR)
    short = Call(QUESTION.messages, Facts, max_tokens=100)
    made = 0

    async def until_it_stops() -> ModelOverBudget:
        nonlocal made
        while True:
            try:
                await asked.ask(short)
                made += 1
            except ModelOverBudget as error:
                await asked.for_article().ask(short)
                return error

    error = run(asked, until_it_stops)
    assert made >= 2
    assert asked.spent.cost_usd is not None
    assert asked.spent.cost_usd <= 2.0
    assert error.spent_usd == pytest.approx(asked.spent.cost_usd)
    assert (error.scope, error.limit_usd) == ("article", 2.0)
    assert error.spent_usd + error.needed_usd > 2.0
    assert len(simulator.calls) == made + 1


def test_day_budget_counts_all_articles(simulator: Simulator) -> None:
    """The day's budget is one for all articles."""
    simulator.responder = lambda _: say(GOOD)
    asked = provider(simulator, budget_day_usd=2.5, model_prices=DEAR)

    articles = [asked.for_article() for _ in range(20)]

    async def read_all() -> None:
        for article in articles:
            await article.ask(Call(QUESTION.messages, Facts, max_tokens=100))

    with pytest.raises(ModelOverBudget, match="day"):
        run(asked, read_all)
    assert 0 < sum(article.spent.cost_usd or 0.0 for article in articles) <= 2.5


def test_parallel_calls_do_not_exceed_together(simulator: Simulator) -> None:
    """Of many calls at once only as many are made as fit; those that may fit later wait for the ones under way."""
    simulator.responder = lambda _: say(GOOD).after(0.02)
    asked = provider(simulator, budget_article_usd=3.0, model_prices=DEAR)
    short = Call(QUESTION.messages, Facts, max_tokens=100)
    results = run(asked, lambda: asyncio.gather(*(asked.ask(short) for _ in range(20)), return_exceptions=True))
    stopped = [result for result in results if isinstance(result, ModelOverBudget)]
    assert asked.spent.cost_usd is not None
    assert asked.spent.cost_usd <= 3.0
    assert len(simulator.calls) == 20 - len(stopped) >= 3
    assert asked._article.held_usd == pytest.approx(0)


def test_cheaper_model_is_asked_when_the_dear_one_does_not_fit(simulator: Simulator) -> None:
    """A model that is too dear for what is left is passed over for the next one."""
    simulator.play(say(GOOD), model="cheap")
    asked = provider(
        simulator,
        fallback_models="cheap",
        budget_article_usd=0.5,
        model_prices='{"small": [1000, 1000], "cheap": [1, 1]}',
    )
    assert ask(asked).model == "cheap"
    assert [call.model for call in simulator.calls] == ["cheap"]


def test_lost_calls_count_against_the_budget(simulator: Simulator) -> None:
    """A call whose answer never comes may be billed: the budget counts the most that it can have cost."""
    simulator.responder = lambda _: hang()
    asked = provider(simulator, budget_article_usd=10.0, model_prices=DEAR, model_timeout=0.1)
    with pytest.raises(ModelOverBudget):
        ask(asked)
    assert 1 <= len(simulator.calls) <= 2
    assert asked._article.spent_usd <= 10.0
    simulator.responder = lambda _: server_error()
    free = provider(simulator, budget_article_usd=10.0, model_prices=DEAR)
    with pytest.raises(ModelUnavailable):
        ask(free)
    assert free._article.spent_usd == 0.0, "a 5xx is not billed"


def test_cancelled_call_counts_and_leaves_nothing_held(simulator: Simulator) -> None:
    """A caller that goes away leaves the most that its call can have cost as spent, and nothing held."""
    simulator.responder = lambda _: hang()
    asked = provider(simulator, budget_article_usd=10.0, model_prices=DEAR)

    async def leave() -> None:
        task = asyncio.create_task(asked.ask(QUESTION))
        while not simulator.calls:
            await asyncio.sleep(0.005)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(asked, leave)
    assert (asked._article.held_usd, asked._article.spent_usd > 4) == (0, True)
    assert (asked.spent.failed, asked.spent.uncertain_usd) == (1, asked._article.spent_usd)


@given(st.text(max_size=400), st.integers(1, 5000))
def test_estimate_is_never_below_what_bytes_can_become(text: str, longest: int) -> None:
    """Before a model has been asked, the estimate covers one token a byte and a reply of full length."""
    estimator = Estimator({"m": Price(1.0, 1.0)})
    request = Request([{"role": "user", "content": text}], Facts, "json", longest, None, 1.0)
    most = estimator.most(Endpoint("m", "openai", "http://x"), request)
    assert most is not None
    assert most >= len(text.encode("utf-8", "replace")) + longest


def test_estimate_learns_how_many_tokens_a_byte_becomes() -> None:
    """After an answer the estimate is a quarter above the highest share of tokens seen, and never sinks below it."""
    estimator, endpoint = Estimator({"m": Price(1.0, 0.0)}), Endpoint("m", "openai", "http://x")
    request = Request([{"role": "user", "content": "ă" * 5000}], Facts, "json", 10, None, 1.0)
    first = estimator.most(endpoint, request)
    estimator.learn(endpoint, request, Usage(input_tokens=4000))
    estimator.learn(endpoint, request, Usage(input_tokens=1000))
    later = estimator.most(endpoint, request)
    assert first is not None
    assert later is not None
    assert first > 10_000
    assert 5000 <= later <= 5200


@given(st.lists(st.tuples(st.floats(0, 2), st.floats(0, 1)), max_size=30))
def test_budget_is_never_exceeded(calls: list[tuple[float, float]]) -> None:
    """However calls are held and settled for a part of what was held, spending stays within the limit."""
    budget = Budget("article", 5.0)
    for most, share in calls:
        try:
            assert budget.hold(most)
        except ModelOverBudget:
            continue
        budget.settle(most, most * share)
    assert budget.spent_usd <= 5.0
    assert budget.held_usd == 0


def test_day_begins_anew(tmp_path: Path) -> None:
    """On another day nothing is spent, with a file and without."""
    for file in (None, tmp_path / "day.json"):
        day = [date(2026, 1, 1)]
        budget = DayBudget(1.0, file, lambda day=day: day[0])  # type: ignore[misc]
        assert budget.hold(0.9)
        budget.settle(0.9, 0.9)
        with pytest.raises(ModelOverBudget):
            budget.hold(0.2)
        day[0] = date(2026, 1, 2)
        assert budget.hold(0.2)
        budget.settle(0.2, 0.1)
        assert budget.spent_usd == pytest.approx(0.1)


def test_processes_share_the_day(tmp_path: Path) -> None:
    """With a file the budget is one for several processes, and the next one starts where the last one stopped."""
    file = tmp_path / "budget" / "day.json"
    code = (
        "from pathlib import Path\nfrom service.errors import ModelOverBudget\n"
        f"from service.model.budget import DayBudget\nb, n = DayBudget(1.0, Path({str(file)!r})), 0\n"
        "try:\n    while b.hold(0.03):\n        b.settle(0.03, 0.01)\n        n += 1\n"
        "except ModelOverBudget:\n    print(n)\n"
    )
    commands = [[sys.executable, "-c", code]] * 3
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]
    made = sum(int(process.communicate()[0]) for process in running)
    assert made in range(92, 99)
    assert json.loads(file.read_text())["usd"] == pytest.approx(made * 0.01)
    assert subprocess.run(commands[0], capture_output=True, text=True, check=True).stdout.strip() in ("0", "1", "2")
