"""POST /v1/extractions over the ASGI interface: what is answered to good and to bad input."""

import asyncio
import gzip
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from schemas import Extraction
from service.settings import Settings
from service.web import create_app, extractions

TEXT = (
    "Từ năm 2020 đến nay, huyện đã luân chuyển 12 cán bộ, gồm 7 đồng chí từ huyện về xã và 5 đồng chí từ xã lên huyện."
)
LIMIT = 4096
SECRET = "Nguyễn Văn Bímật"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """A client of an application with a small body limit."""
    with TestClient(create_app(Settings(max_body_bytes=LIMIT)), raise_server_exceptions=False) as made:
        yield made


def post(client: TestClient, body: Any = None, **kwargs: Any) -> Any:
    """The response to a POST of JSON or, with `content`, of bytes."""
    if body is not None:
        kwargs["content"] = json.dumps(body).encode()
        kwargs.setdefault("headers", {})["content-type"] = "application/json"
    return client.post("/v1/extractions", **kwargs)


def test_json_answers_200_with_the_extraction(client: TestClient) -> None:
    """An article as JSON gives an Extraction that keeps text and publication data as submitted."""
    response = post(client, {"text": TEXT, "title": "Tin", "outlet": "Báo Huyện", "published_on": "2023-05-12"})
    assert response.status_code == 200
    extraction = Extraction.model_validate_json(response.content)
    assert extraction.article.text == TEXT
    assert str(extraction.article.published_on) == "2023-05-12"
    assert extraction.run.reader == "rules"


@pytest.mark.parametrize("content_type", ["text/plain", "text/plain; charset=utf-8", 'text/plain; charset="UTF-8"'])
def test_plain_text_is_read_as_it_stands(client: TestClient, content_type: str) -> None:
    """Plain text in UTF-8 is an article without a title."""
    response = post(client, content=TEXT.encode(), headers={"content-type": content_type})
    assert response.status_code == 200
    assert response.json()["article"]["text"] == TEXT


def test_byte_order_mark_is_not_text(client: TestClient) -> None:
    """A byte order mark is left out, so that offsets count from the first letter."""
    response = post(client, content=TEXT.encode("utf-8-sig"), headers={"content-type": "text/plain"})
    assert response.json()["article"]["text"] == TEXT


BAD: list[tuple[str, bytes, str, int, str]] = [
    ("empty", b'{"text": ""}', "application/json", 422, "article_empty"),
    ("blank", '{"text": " \\n\u00a0"}'.encode(), "application/json", 422, "article_empty"),
    ("no body", b"", "text/plain", 422, "article_empty"),
    ("binary", b"\x89PNG\x00\x01", "text/plain", 400, "invalid_encoding"),
    ("NUL", TEXT.encode() + b"\x00", "text/plain", 422, "article_not_text"),
    ("lone surrogate", b'{"text": "C\\ud800"}', "application/json", 422, "article_invalid_unicode"),
    ("invalid UTF-8", b"hu\xff", "text/plain", 400, "invalid_encoding"),
    ("invalid UTF-8 in JSON", b'{"text": "\xff"}', "application/json", 400, "invalid_encoding"),
    ("English", b"The district has rotated twelve officials since 2020.", "text/plain", 422, "article_not_vietnamese"),
    ("not JSON", b"{text", "application/json", 400, "invalid_json"),
    ("NaN", b'{"text": NaN}', "application/json", 400, "invalid_json"),
    ("deep JSON", b"[" * 4000, "application/json", 400, "invalid_json"),
    ("long number", b"1" * 4000, "application/json", 422, "invalid_shape"),
    ("array", b"[]", "application/json", 422, "invalid_shape"),
    ("null", b"null", "application/json", 422, "invalid_shape"),
    ("no text", b"{}", "application/json", 422, "invalid_shape"),
    ("number for text", b'{"text": 5}', "application/json", 422, "invalid_shape"),
    ("unknown field", b'{"text": "a", "autor": "b"}', "application/json", 422, "invalid_shape"),
    ("wrong date", b'{"text": "a", "published_on": "12/5/2023"}', "application/json", 422, "invalid_shape"),
    ("HTML", b'{"html": "<p>a</p>"}', "application/json", 422, "unsupported_input"),
    ("ninjs", b'{"uri": "a", "headline": "b", "body_text": "c"}', "application/json", 422, "unsupported_input"),
    ("form", b"text=a", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
    ("other charset", b"a", "text/plain; charset=windows-1258", 415, "unsupported_media_type"),
    ("too large", b"a" * (LIMIT + 1), "text/plain", 413, "body_too_large"),
    ("far too large", b"a" * (LIMIT * 20), "text/plain", 413, "body_too_large"),
]


@pytest.mark.parametrize(("body", "kind", "status", "code"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_input_is_a_problem_document(client: TestClient, body: bytes, kind: str, status: int, code: str) -> None:
    """Each kind of bad input gets its own status and code, as a problem document with an explanation."""
    response = post(client, content=body, headers={"content-type": kind})
    problem = response.json()
    assert (response.status_code, problem["code"]) == (status, code)
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["status"] == status
    assert problem["type"] == f"/problems/{code}"
    assert problem["detail"]
    assert problem["request_id"] == response.headers["x-request-id"]


def test_streamed_body_is_refused_at_the_limit(client: TestClient) -> None:
    """A body of unknown length is counted while it comes and refused when it passes the limit."""
    taken = 0

    def chunks() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(8):
            taken += 1
            yield b"a" * 1024

    response = post(client, content=chunks(), headers={"content-type": "text/plain"})
    assert (response.status_code, response.json()["code"]) == (413, "body_too_large")
    assert taken


@pytest.mark.parametrize(
    "body",
    [
        {"text": TEXT, SECRET: 1},
        {"text": TEXT, "published_on": SECRET},
        {"text": {"a": SECRET}},
        {"html": SECRET},
        {"text": "\u0000" + SECRET},
    ],
)
def test_problems_never_repeat_the_input(client: TestClient, body: dict[str, Any]) -> None:
    """No word of what was sent comes back in a problem document."""
    response = post(client, body)
    assert response.status_code == 422
    assert "Bímật" not in response.text
    assert "mật" not in response.text


def test_wrong_fields_are_named(client: TestClient) -> None:
    """A wrong shape lists each wrong field as a JSON Pointer in the part of the request it is in."""
    errors = post(client, {"title": 5}).json()["errors"]
    assert [(item["part"], item["pointer"]) for item in errors] == [("body", "/text"), ("body", "/title")]


def test_a_parameter_given_twice_is_an_error(client: TestClient) -> None:
    """Of two readers neither is meant: the parameter is named, and the last one does not win."""
    response = client.post("/v1/extractions?reader=llm&reader=rules", json={"text": TEXT})
    assert (response.status_code, response.json()["code"]) == (422, "invalid_shape")
    assert [(item["part"], item["pointer"]) for item in response.json()["errors"]] == [("query", "/reader")]


@pytest.mark.parametrize(("query", "code"), [("reader=gpt", "reader_unknown"), ("raeder=rules", "invalid_shape")])
def test_wrong_query_is_an_error(client: TestClient, query: str, code: str) -> None:
    """A reader that does not exist and a misspelt parameter are errors, not ignored."""
    response = client.post(f"/v1/extractions?{query}", json={"text": TEXT})
    assert (response.status_code, response.json()["code"]) == (422, code)


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [("GET", "/nowhere", 404, "not_found"), ("GET", "/v1/extractions", 405, "method_not_allowed")],
)
def test_framework_errors_are_problems_too(client: TestClient, method: str, path: str, status: int, code: str) -> None:
    """A wrong path or method is answered in the same form; 405 says what is allowed."""
    response = client.request(method, path)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.headers["content-type"] == "application/problem+json"
    assert (status == 405) == (response.headers.get("allow") == "POST")


def test_a_compressed_body_is_told_so(client: TestClient) -> None:
    """A body with a Content-Encoding is 415, names that header, and says in Accept-Encoding what is read."""
    headers = {"content-type": "text/plain", "content-encoding": "gzip", "accept-language": "en"}
    response = post(client, content=gzip.compress(TEXT.encode()), headers=headers)
    assert (response.status_code, response.json()["code"]) == (415, "unsupported_media_type")
    assert "Content-Encoding" in response.json()["detail"]
    assert response.headers["accept-encoding"] == "identity"
    named = post(client, content=TEXT.encode(), headers={**headers, "content-encoding": "identity"})
    assert named.status_code == 200


@pytest.mark.parametrize(("header", "word"), [("vi", "Bài"), ("en-GB,vi;q=0.1", "The"), (None, "Bài")])
def test_accept_language_chooses_the_language(client: TestClient, header: str | None, word: str) -> None:
    """Messages come in the language that Accept-Language prefers, else in that of the settings."""
    headers = {"accept-language": header} if header else {}
    client.headers.pop("accept-language", None)
    response = post(client, {"text": ""}, headers=headers)
    assert response.json()["detail"].startswith(word)
    assert response.headers["content-language"] == ("en" if word == "The" else "vi")


def test_request_id_is_kept_or_made(client: TestClient) -> None:
    """A well-formed X-Request-Id is answered as given; any other is replaced by one of ours."""
    assert client.get("/healthz", headers={"x-request-id": "abc-1"}).headers["x-request-id"] == "abc-1"
    assert len(client.get("/healthz", headers={"x-request-id": "a b"}).headers["x-request-id"]) == 32


def test_unforeseen_exceptions_are_problems_and_logged_without_text(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A fault of ours is `internal_error`; neither answer nor log holds the exception's message, which may be text."""
    from service.logging import configure_logging

    def explode(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(extractions, "extract", explode)
    configure_logging(Settings())
    response = post(client, {"text": TEXT})
    assert (response.status_code, response.json()["code"]) == (500, "internal_error")
    assert SECRET not in response.text
    entries = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    failed = next(entry for entry in entries if entry["event"] == "request_failed")
    assert failed["exception"] == "builtins.RuntimeError"
    assert failed["request_id"] == response.json()["request_id"]
    assert any("explode" in frame for frame in failed["frames"])
    assert SECRET not in json.dumps(entries, ensure_ascii=False)


def test_reading_does_not_block_the_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The service answers /healthz while an article is being read."""
    import httpx2

    reading, go_on = threading.Event(), threading.Event()

    def slow(*_args: object) -> bytes:
        reading.set()
        assert go_on.wait(10)
        return b"{}"

    monkeypatch.setattr(extractions, "_extract_json", slow)

    async def scenario() -> tuple[int, int]:
        transport = httpx2.ASGITransport(create_app(Settings()))
        async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
            read = asyncio.create_task(client.post("/v1/extractions", json={"text": TEXT}))
            assert await asyncio.to_thread(reading.wait, 10)
            health = await client.get("/healthz")
            go_on.set()
            return health.status_code, (await read).status_code

    assert asyncio.run(scenario()) == (200, 200)
