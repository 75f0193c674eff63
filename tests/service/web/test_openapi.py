"""The OpenAPI document and the page made from it."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from openapi_spec_validator import validate

from service.errors import all_errors
from service.settings import Settings
from service.web import create_app


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The document as served."""
    with TestClient(create_app(Settings())) as client:
        found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def test_document_is_valid(document: dict[str, Any]) -> None:
    """The document is valid OpenAPI 3.1."""
    assert document["openapi"].startswith("3.1")
    validate(document)


def test_problems_are_documented(document: dict[str, Any]) -> None:
    """The call lists every status an error can have in the service, each as a problem document."""
    responses = document["paths"]["/v1/extractions"]["post"]["responses"]
    statuses = {str(error.status) for error in all_errors()} - {"404", "405"}  # those belong to other paths and methods
    assert statuses <= set(responses)
    assert all(list(responses[status]["content"]) == ["application/problem+json"] for status in statuses)


def test_both_forms_of_article_are_documented(document: dict[str, Any]) -> None:
    """The request body is described as JSON and as plain text."""
    content = document["paths"]["/v1/extractions"]["post"]["requestBody"]["content"]
    assert set(content) == {"application/json", "text/plain"}
    assert content["application/json"]["schema"]["required"] == ["text"]


def test_page_names_everything_and_loads_nothing() -> None:
    """The page at /docs shows every path and schema, without scripts and without other hosts."""
    with TestClient(create_app(Settings())) as client:
        document = client.get("/openapi.json").json()
        response = client.get("/docs")
    assert response.status_code == 200
    assert all(name in response.text for name in [*document["paths"], *document["components"]["schemas"]])
    assert "<script" not in response.text
    assert "src=" not in response.text
    assert "default-src 'none'" in response.headers["content-security-policy"]
