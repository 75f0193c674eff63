"""How cassettes are kept: none orphaned, none half played, nothing answered that was not recorded."""

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.service.model import recording
from tests.service.model.check_cassettes import problems
from tests.service.model.recording import cassette


def test_all_cassettes_are_in_order() -> None:
    """Every cassette has its test and every test its cassette, and no cassette holds a key."""
    assert problems() == []


def test_disorder_is_found(tmp_path: Path) -> None:
    """An orphaned cassette, a missing one, a key and a header that does not belong are each named."""
    module = tmp_path / "test_some.py"
    module.write_text("def test_one(played): ...\n\ndef test_two(other): ...\n")
    folder = tmp_path / "cassettes"
    folder.mkdir()
    request = {"headers": {"authorization": ["Bearer x"]}}
    (folder / "test_two.yaml").write_text(json.dumps({"interactions": [{"request": request, "response": request}]}))
    assert problems(folder, module) == [
        "test_two.yaml: no test plays it",
        "test_one: its cassette is missing",
        "test_two.yaml: holds 'authorization'",
        "test_two.yaml: holds 'bearer '",
        "test_two.yaml: keeps the header authorization",
    ]


def _record(folder: Path, *bodies: Any) -> None:
    def exchange(body: Any) -> dict[str, Any]:
        uri = "http://127.0.0.1:8089/v1/chat/completions"
        request = {"method": "POST", "uri": uri, "body": body, "headers": {"content-type": ["application/json"]}}
        return {"request": request, "response": {"status": {"code": 200, "message": "OK"}, "headers": {}, "body": {}}}

    text = json.dumps({"version": 1, "interactions": [exchange(body) for body in bodies]})
    (folder / "made.yaml").write_text(text)


async def _post(base: str, body: Any) -> int:
    async with httpx.AsyncClient() as client:
        return (await client.post(f"{base}/chat/completions", json=body)).status_code


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of cassettes for this test alone, played even while others are recorded."""
    monkeypatch.setattr(recording, "CASSETTES", tmp_path)
    monkeypatch.delenv("LUANCHUYEN_RECORD", raising=False)
    return tmp_path


async def _play(*bodies: Any) -> list[int]:
    with cassette("made") as played:
        return [await _post(played.base_url, body) for body in bodies]


def test_a_cassette_is_played_to_its_end(folder: Path) -> None:
    """A cassette whose second request is never made fails its test; one that is played whole does not."""

    _record(folder, {"a": "ủy"}, {"b": 2})
    assert asyncio.run(_play({"a": "ủy"}, {"b": 2})) == [200, 200]
    with pytest.raises(AssertionError, match=r"1 of 2 were played"):
        asyncio.run(_play({"a": "ủy"}))


def test_another_body_is_not_answered(folder: Path) -> None:
    """A request whose body differs from the recorded one gets no answer, and neither does one made twice."""

    from vcr.errors import CannotOverwriteExistingCassetteException

    _record(folder, {"a": 1})
    with pytest.raises(CannotOverwriteExistingCassetteException):
        asyncio.run(_play({"a": 2}))
    with pytest.raises(CannotOverwriteExistingCassetteException):
        asyncio.run(_play({"a": 1}, {"a": 1}))


def test_a_missing_cassette_says_how_to_make_it(folder: Path) -> None:
    """Without its file a test fails and names the command."""
    with pytest.raises(AssertionError, match="make record"), cassette("none"):
        pass
