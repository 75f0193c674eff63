"""What a caller over HTTP gets when the model fails: the problem, when to come back, and the rule reading."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from service.web import create_app
from tests.service.model.provider_tools import settings
from tests.service.model.simulator import Simulator, rate_limited, unauthorized

TEXT = "Từ năm 2020 đến nay, huyện Yên Lạc đã luân chuyển 24 cán bộ từ huyện về xã."


def post(simulator: Simulator, **values: Any) -> Any:
    """The answer to an article read by the model."""
    with TestClient(create_app(settings(simulator, model_retries=0, **values))) as client:
        return client.post("/v1/extractions?reader=llm", json={"text": TEXT}, headers={"Accept-Language": "en"})


def test_model_that_is_busy_says_when_to_come_back(simulator: Simulator) -> None:
    """A rate limit of an hour is 503 with Retry-After, and the rule reading is in the problem, marked as such."""
    simulator.responder = lambda _: rate_limited(3600)
    answer = post(simulator)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "3600")
    problem = answer.json()
    assert problem["code"] == "model_unavailable"
    assert "small: rate_limited" in problem["detail"]
    assert problem["fallback"]["run"]["reader"] == "rules"
    assert problem["fallback"]["summaries"][0]["total"]["value"] == 24


def test_model_that_cannot_work_is_a_bad_gateway(simulator: Simulator) -> None:
    """A wrong key is 502 without Retry-After and without the provider's words."""
    simulator.responder = lambda _: unauthorized()
    answer = post(simulator)
    assert (answer.status_code, answer.json()["code"]) == (502, "model_failed")
    assert "retry-after" not in answer.headers
    assert "sk-simulated" not in answer.text


def test_budget_that_is_used_up_is_said(simulator: Simulator) -> None:
    """An article that could cost more than its budget is 503 with the figures, and no call is made."""
    answer = post(simulator, budget_article_usd=0.01, model_prices='{"small": [1000, 1000]}')
    assert (answer.status_code, answer.json()["code"]) == (503, "model_over_budget")
    assert "0.0000 of 0.0100 US dollars" in answer.json()["detail"]
    assert simulator.calls == []


@pytest.mark.parametrize("reader", ["llm", "hybrid"])
def test_reader_without_a_model_says_what_to_set(reader: str) -> None:
    """A reader that needs a model is 503 with the name of the setting where none is set."""
    with TestClient(create_app(settings(None, model=None))) as client:
        answer = client.post(f"/v1/extractions?reader={reader}", json={"text": TEXT})
    assert (answer.status_code, answer.json()["code"]) == (503, "model_not_configured")
    assert "LUANCHUYEN_MODEL" in answer.json()["detail"]
