"""HEAD wherever GET is."""

import json

import pytest
from fastapi.testclient import TestClient

from service.logging import configure_logging
from service.settings import Settings
from service.web import create_app

CLIENT = TestClient(create_app(Settings()))


@pytest.mark.parametrize("path", ["/healthz", "/docs", "/openapi.json"])
def test_head_is_get_without_the_content(path: str) -> None:
    """HEAD has the status and the headers of GET, the length of its content included, and no content."""
    got, head = CLIENT.get(path), CLIENT.head(path)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "content-length"):
        assert head.headers[name] == got.headers[name]


def test_head_of_other_paths_fails_as_get_does() -> None:
    """Where there is no GET, HEAD is 405 with what is allowed; where there is nothing, 404."""
    refused = CLIENT.head("/v1/extractions")
    assert (refused.status_code, refused.headers["allow"], refused.content) == (405, "POST", b"")
    assert CLIENT.head("/nowhere").status_code == 404


@pytest.mark.parametrize("path", ["/healthz", "/openapi.json"])
def test_allow_names_head_beside_get(path: str) -> None:
    """A method that is not allowed is answered with both that are."""
    assert CLIENT.post(path).headers["allow"] == "GET, HEAD"


def test_the_log_says_head(capfd: pytest.CaptureFixture[str]) -> None:
    """The log entry has the method as sent and the path's route."""
    configure_logging(Settings())
    CLIENT.head("/healthz")
    entry = json.loads(capfd.readouterr().err.splitlines()[-1])
    assert (entry["method"], entry["route"], entry["status"]) == ("HEAD", "/healthz", 200)
