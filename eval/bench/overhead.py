"""What reading with a model costs besides the model: time above the bare provider call, and memory.

The service runs as a process of its own and asks the simulator, which answers from gold at once. The bare call sends
the very requests that the service sent, again, over one kept connection: what is left is ours. The simulator's threads
and the service share the machine, so figures are medians.
"""

from __future__ import annotations

import http.client
import json
import statistics
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from ..gold_set import GoldArticle
from ..simulator import Received, Simulator
from ..simulator.gold import GoldModel
from .process import Service, running_service

_FILLER = (
    "Trời hôm ấy nắng nhẹ, gió từ sông thổi vào mát rượi. Bà con ra đồng từ sớm, tiếng cười nói rộn ràng khắp lối. "
    "Hàng cây bên đường vừa thay lá, mùi lúa chín thoảng theo chiều gió. Trẻ nhỏ theo mẹ ra chợ, tay cầm chiếc bánh. "
)
_PAGE = 1800  # code points


def long_document(articles: Sequence[GoldArticle], pages: int = 500) -> str:
    """A document of so many pages in which some articles stand, evenly spread among pages without a fact."""
    text = [_FILLER * (_PAGE // len(_FILLER))] * pages
    for k, article in enumerate(articles):
        text[k * (pages - 1) // max(1, len(articles) - 1)] = article.text
    return "\n\n".join(text)


def measure(articles: Sequence[GoldArticle]) -> dict[str, float]:
    """All figures by name: milliseconds per article, megabytes, calls."""
    figures: dict[str, float] = {}
    with Simulator(GoldModel(articles)) as simulator:
        with running_service(_settings(simulator)) as service:
            figures["memory at start, MB"] = service.memory()[0]
            figures |= _one_by_one(service, simulator, articles)
            figures["memory after one by one, peak MB"] = service.memory()[1]
        with running_service(_settings(simulator)) as service:
            figures |= _at_once(service, simulator, articles)
        with running_service(_settings(simulator)) as service:
            figures |= _long(service, simulator, articles)
    return figures


def _settings(simulator: Simulator) -> Mapping[str, object]:
    return {"model": "simulated", "api_base": simulator.base_url, "model_concurrency": 64, "model_mode": "json_schema"}


def _one_by_one(service: Service, simulator: Simulator, articles: Sequence[GoldArticle]) -> dict[str, float]:
    figures = {"first article with a model (imports), ms": _timed(service, articles[0], "llm")}
    figures["memory after the first, MB"] = service.memory()[0]
    times: dict[str, list[float]] = {"rules": [], "llm": [], "hybrid": []}
    bare: dict[str, list[float]] = {"llm": [], "hybrid": []}
    calls = 0
    for article in articles:
        times["rules"].append(_timed(service, article, "rules"))
        for reader in bare:
            simulator.forget()
            times[reader].append(_timed(service, article, reader))
            sent = list(simulator.calls)
            calls += len(sent) if reader == "llm" else 0
            bare[reader].append(_again(simulator, sent))
    figures["calls an article"] = calls / len(articles)
    for reader, values in times.items():
        figures[f"{reader}, ms"] = statistics.median(values)
        if reader in bare:
            above = [value - call for value, call in zip(values, bare[reader], strict=True)]
            figures[f"{reader}, bare calls, ms"] = statistics.median(bare[reader])
            figures[f"{reader}, above the bare calls, ms"] = statistics.median(above)
            figures[f"{reader}, above the bare calls, 95th of 100, ms"] = statistics.quantiles(above, n=20)[-1]
    return figures


def _timed(service: Service, article: GoldArticle, reader: str) -> float:
    begin = time.perf_counter()
    status, answer = service.post(article.text, reader)
    if status != 200:
        raise RuntimeError(f"{article.id}: {answer}")
    return (time.perf_counter() - begin) * 1000


def _again(simulator: Simulator, sent: Sequence[Received]) -> float:
    """Milliseconds for the same requests without us."""
    bodies = [json.dumps(call.body, ensure_ascii=False).encode() for call in sent]
    connection = http.client.HTTPConnection(urlsplit(simulator.base_url).netloc)
    connection.connect()
    begin = time.perf_counter()
    for body in bodies:
        connection.request("POST", "/v1/chat/completions", body, {"Content-Type": "application/json"})
        connection.getresponse().read()
    elapsed = (time.perf_counter() - begin) * 1000
    connection.close()
    return elapsed


def _at_once(service: Service, simulator: Simulator, articles: Sequence[GoldArticle]) -> dict[str, float]:
    """Fifty articles sent at once to a model that takes a second."""
    chosen = [articles[k % len(articles)] for k in range(50)]
    _timed(service, articles[0], "llm")
    simulator.forget()
    simulator.latency = 1.0
    begin = time.perf_counter()
    with ThreadPoolExecutor(50) as pool:
        list(pool.map(lambda article: _timed(service, article, "llm"), chosen))
    elapsed = time.perf_counter() - begin
    simulator.latency = 0.0
    return {
        "50 at once, model of 1 s: seconds": elapsed,
        "50 at once: calls": len(simulator.calls),
        "50 at once: most calls at the same time": simulator.peak_parallel,
        "50 at once: peak MB": service.memory()[1],
    }


def _long(service: Service, simulator: Simulator, articles: Sequence[GoldArticle]) -> dict[str, float]:
    text = long_document(articles[:12])
    _timed(service, articles[0], "llm")
    before = service.memory()[1]
    figures: dict[str, float] = {"500 pages: million code points": len(text) / 1e6}
    for reader in ("rules", "llm", "hybrid"):
        simulator.forget()
        begin = time.perf_counter()
        status, answer = service.post(text, reader)
        if status != 200:
            raise RuntimeError(str(answer))
        figures[f"500 pages, {reader}: seconds"] = time.perf_counter() - begin
        figures[f"500 pages, {reader}: calls"] = len(simulator.calls)
    figures["500 pages: peak MB"] = service.memory()[1]
    figures["500 pages: MB above one article"] = service.memory()[1] - before
    return figures


def table(articles: Sequence[GoldArticle]) -> str:
    """The figures as a Markdown table."""
    lines = ["| figure | value |", "|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {value:.3g} |" for name, value in measure(articles).items())])
