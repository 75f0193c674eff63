"""Errors as problem documents: none of the tree is forgotten."""

import pytest
from fastapi.testclient import TestClient

from schemas import Problem
from service.errors import LuanChuyenError, all_errors
from service.settings import Settings
from service.web import create_app, extractions
from tests.service.sample_errors import make


@pytest.mark.parametrize("kind", all_errors())
def test_each_error_becomes_its_problem(kind: type[LuanChuyenError], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever error the work raises, the answer has its status and code and the shape of the contract."""

    def fail(*_args: object) -> bytes:
        raise make(kind)

    monkeypatch.setattr(extractions, "_extract_json", fail)
    with TestClient(create_app(Settings())) as client:
        response = client.post("/v1/extractions", json={"text": "a"}, headers={"accept-language": "en"})
    problem = Problem.model_validate_json(response.content)
    assert (response.status_code, problem.status, problem.code) == (kind.status, kind.status, kind.code)
    assert problem.detail == str(make(kind))
    assert response.headers["content-type"] == "application/problem+json"
