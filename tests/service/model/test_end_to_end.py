"""The service with a model over HTTP: one article, fifty at once, a document of 500 pages. The model knows the gold."""

import re
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from eval.bench.overhead import long_document
from eval.bench.process import Service, running_service
from eval.gold_set import GoldArticle, load_gold
from eval.simulator.gold import GoldModel
from tests.conftest import ROOT
from tests.service.model.simulator import Simulator

GOLD = ROOT / "eval" / "gold"
CONCURRENCY = 8


@pytest.fixture(scope="module")
def gold() -> list[GoldArticle]:
    """Our own gold articles."""
    return load_gold(GOLD)


@pytest.fixture(scope="module")
def provider(gold: list[GoldArticle]) -> Iterator[Simulator]:
    """A provider whose model answers from gold."""
    with Simulator(GoldModel(gold)) as running:
        yield running


@pytest.fixture(scope="module")
def service(provider: Simulator) -> Iterator[Service]:
    """A running service that asks that provider."""
    settings = {
        "model": "simulated",
        "api_base": provider.base_url,
        "model_concurrency": CONCURRENCY,
        "max_attempts": 2,
        "model_prices": '{"simulated": [1.0, 4.0]}',
    }
    with running_service(settings) as running:
        yield running


def _post(service: Service, article: GoldArticle, reader: str | None) -> Any:
    published = {"published_on": article.published_on.isoformat()} if article.published_on else {}
    status, answer = service.post(article.text, reader, **published)
    assert status == 200, answer
    return answer


@pytest.mark.parametrize("reader", ["llm", "hybrid"])
def test_one_article(service: Service, provider: Simulator, gold: list[GoldArticle], reader: str) -> None:
    """An article read with a model has the model's facts, with exact spans, and says what it took."""
    article = next(a for a in gold if len(a.gold["summaries"]) >= 2 and a.gold["events"])
    provider.forget()
    answer = _post(service, article, reader)
    totals = {s["total"]["value"] for s in article.gold["summaries"] if s["total"] and not s.get("optional")}
    assert totals <= {s["total"]["value"] for s in answer["summaries"] if s["total"]}
    for kind in ("summaries", "events", "ratios", "provisions", "documents"):
        for fact in answer[kind]:
            assert all(article.text[s["start"] : s["end"]] == s["exact"] for s in fact["evidence"])
    run = answer["run"]
    assert (run["reader"], run["model"]) == (reader, "simulated")
    assert run["prompt_version"]
    assert run["usage"]["input_tokens"] == provider.tokens.input
    assert run["usage"]["output_tokens"] == provider.tokens.output
    assert run["cost_usd"] == pytest.approx((provider.tokens.input + 4 * provider.tokens.output) / 1e6)
    assert run["attempts"] == len(provider.calls)


def test_hybrid_is_the_default_with_a_model(service: Service, gold: list[GoldArticle]) -> None:
    """Where a model is configured and no reader is named, both readers read."""
    assert _post(service, gold[0], None)["run"]["reader"] == "hybrid"


def test_fifty_at_once(service: Service, provider: Simulator, gold: list[GoldArticle]) -> None:
    """Fifty articles sent at once are each answered with their own facts, with no more calls at once than allowed;
    meanwhile the service answers others."""
    articles = [gold[k % len(gold)] for k in range(50)]
    alone = {article.id: _facts(_post(service, article, "llm")) for article in gold[:5]}
    provider.forget()
    provider.latency = 0.05
    with ThreadPoolExecutor(50) as pool:
        waiting = [pool.submit(_post, service, article, "llm") for article in articles]
        time.sleep(0.3)
        with urllib.request.urlopen(f"{service.base}/healthz", timeout=10) as health:
            assert health.status == 200
        assert not all(future.done() for future in waiting)
        answers = [future.result() for future in waiting]
    provider.latency = 0.0
    for article, answer in zip(articles, answers, strict=True):
        assert answer["article"]["text"] == article.text
        assert article.id not in alone or _facts(answer) == alone[article.id]
    assert 1 < provider.peak_parallel <= CONCURRENCY
    assert sum(a["run"]["usage"]["input_tokens"] for a in answers if a["run"]["usage"]) == provider.tokens.input


def _facts(answer: Any) -> Any:
    return {kind: answer[kind] for kind in ("summaries", "events", "ratios", "provisions", "documents", "checks")}


@pytest.mark.parametrize("reader", ["llm", "hybrid"])
def test_five_hundred_pages(service: Service, provider: Simulator, gold: list[GoldArticle], reader: str) -> None:
    """A document of 500 pages goes out in pieces, only where facts can be; facts of its end come back like its
    beginning's, and memory stays in bounds."""
    chosen = [article for article in gold if article.gold["events"]][:12]
    text = long_document(chosen)
    provider.forget()
    status, answer = service.post(text, reader)
    assert status == 200, answer
    assert len(text) > 800_000
    assert len(provider.calls) > 3
    sent = sum(len(call.user) for call in provider.calls)
    assert sent < len(text) / 5
    names = {event["person"]["name"] for event in answer["events"]}
    for article in (chosen[0], chosen[-1]):
        wanted = {_name(event) for event in article.gold["events"] if not event.get("optional")}
        assert wanted <= names
    starts = [span["start"] for event in answer["events"] for span in event["evidence"]]
    assert min(starts) < len(text) * 0.1
    assert max(starts) > len(text) * 0.9
    assert service.memory()[1] < 1000


def _name(event: Any) -> str:
    person = event["person"]
    return re.sub(r"\s+", " ", person if isinstance(person, str) else person["name"])
