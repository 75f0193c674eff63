"""The model readers over HTTP and on the command line, against a model server on loopback."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from service.cli.main import main
from service.settings import Settings
from service.web import create_app
from tests.service.model.scripted import ARTICLE, good
from tests.service.model.simulator import Received, Simulator, say, server_error

BODY = {"text": ARTICLE, "published_on": "2023-05-31"}


def settings(simulator: Simulator, **changes: Any) -> Settings:
    """Settings that lead to the simulator."""
    return Settings(model="sim", api_base=simulator.base_url, api_key="k", model_retries=0, **changes)  # type: ignore[arg-type]


@pytest.fixture
def answering(simulator: Simulator) -> Simulator:
    """A model server that reads the article right."""

    def respond(_: Received) -> Any:
        return say(json.dumps(good(), ensure_ascii=False))

    simulator.responder = respond
    return simulator


@pytest.mark.parametrize(("query", "reader"), [("", "hybrid"), ("?reader=llm", "llm"), ("?reader=rules", "rules")])
def test_the_reader_of_a_request(answering: Simulator, query: str, reader: str) -> None:
    """With a model set, a request without `reader` gets `hybrid`; the query says otherwise."""
    with TestClient(create_app(settings(answering))) as client:
        answer = client.post(f"/v1/extractions{query}", json=BODY)
    assert answer.status_code == 200
    extraction = answer.json()
    assert extraction["run"]["reader"] == reader
    assert [summary["total"]["value"] for summary in extraction["summaries"]] == [24]
    assert (extraction["run"]["model"] is None) == (reader == "rules")


def test_without_a_model_the_rules_are_the_default() -> None:
    """No model set: the default is `rules`, and `llm` is a problem that says what to set."""
    with TestClient(create_app(Settings())) as client:
        assert client.post("/v1/extractions", json=BODY).json()["run"]["reader"] == "rules"
        problem = client.post("/v1/extractions?reader=llm", json=BODY)
    assert (problem.status_code, problem.json()["code"]) == (503, "model_not_configured")


def test_a_failing_model_is_a_problem_with_the_rule_reading(simulator: Simulator) -> None:
    """`llm` without an answer: a problem document whose `fallback` is the whole rule reading, marked as such."""
    simulator.responder = lambda _: server_error()
    with TestClient(create_app(settings(simulator, breaker_failures=50))) as client:
        problem = client.post("/v1/extractions?reader=llm", json=BODY)
        kept = client.post("/v1/extractions?reader=hybrid", json=BODY)
    assert problem.status_code == 503
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["code"] == "model_unavailable"
    fallback = problem.json()["fallback"]
    assert fallback["run"]["reader"] == "rules"
    assert [summary["total"]["value"] for summary in fallback["summaries"]] == [24]
    assert set(fallback) >= {"figures", "checks", "review"}
    assert (kept.status_code, kept.json()["run"]["reader"]) == (200, "rules")


def test_the_command_line_takes_the_same_readers(
    answering: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`extract` uses `hybrid` where a model is set, and the reader that is named otherwise."""
    monkeypatch.setenv("LUANCHUYEN_MODEL", "sim")
    monkeypatch.setenv("LUANCHUYEN_API_BASE", answering.base_url)
    monkeypatch.setenv("LUANCHUYEN_API_KEY", "k")
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    for arguments, reader in (([], "hybrid"), (["--reader", "llm"], "llm"), (["--reader", "rules"], "rules")):
        done = CliRunner().invoke(main, ["extract", str(path), "--format", "jsonl", *arguments])
        assert done.exit_code == 0, done.output
        assert json.loads(done.stdout)["run"]["reader"] == reader


def test_the_command_line_prints_the_rule_reading_beside_the_error(
    simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When no model answers `--reader llm`, the error is told, the rule reading printed, and the exit code is 1."""
    simulator.responder = lambda _: server_error()
    monkeypatch.setenv("LUANCHUYEN_MODEL", "sim-down")
    monkeypatch.setenv("LUANCHUYEN_API_BASE", simulator.base_url)
    monkeypatch.setenv("LUANCHUYEN_API_KEY", "k")
    monkeypatch.setenv("LUANCHUYEN_MODEL_RETRIES", "0")
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    done = CliRunner().invoke(main, ["extract", str(path), "--format", "jsonl", "--reader", "llm"])
    assert done.exit_code == 1
    assert "model_unavailable" in done.stderr
    assert json.loads(done.stdout)["run"]["reader"] == "rules"
