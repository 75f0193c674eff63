"""Recordings of the local model server: how they are made, kept and played.

`make record` runs the tests of `test_cassettes.py` with LUANCHUYEN_RECORD=1 against a real server
(`service/demo/local_model.py`) and writes what both sides said to `cassettes/`, one file a test. Otherwise the tests
play these files: a request that is not in the file, letter for letter, fails, and so does a file that is not played to
its end. Only what matters is kept of the headers, and no key.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import vcr
import yaml
from vcr.record_mode import RecordMode

from service.demo.local_model import MODEL, running_model
from service.settings import Settings

CASSETTES = Path(__file__).with_name("cassettes")
KEY = "key-of-the-recording"
"""What the server asks for while it is recorded; it must not be found in any cassette."""

KEPT_HEADERS = ("content-type", "retry-after")
"""All that is kept of the headers."""

_ANYWHERE = "http://127.0.0.1:8089/v1"


def is_recording() -> bool:
    """True while cassettes are made anew."""
    return os.environ.get("LUANCHUYEN_RECORD") == "1"


@dataclass
class Played:
    """A running recording or playback: where the server is, and every request that was really made."""

    base_url: str
    requests: list[Any] = field(default_factory=list)

    def settings(self, **changes: Any) -> Settings:
        """Settings for the recorded server."""
        known = {"model": MODEL, "api_base": self.base_url, "api_key": KEY, "model_timeout": 600.0}
        return Settings(**{**known, **changes})

    @property
    def bodies(self) -> list[Any]:
        """The bodies of the requests, parsed."""
        return [json.loads(request.content) for request in self.requests]


@contextlib.contextmanager
def cassette(name: str) -> Iterator[Played]:
    """Record or play the cassette of a test. Raises AssertionError when a request is missing in it or left over."""
    path = CASSETTES / f"{name}.yaml"
    if not is_recording():
        assert path.is_file(), f"{path.name} is missing: `make record` makes it"
        with _play(path, RecordMode.NONE, Played(_ANYWHERE)) as played:
            yield played
        return
    path.unlink(missing_ok=True)
    with running_model(key=KEY) as base_url, _play(path, RecordMode.ALL, Played(base_url)) as played:
        yield played


@contextlib.contextmanager
def _play(path: Path, mode: RecordMode, played: Played) -> Iterator[Played]:
    machine = vcr.VCR(
        record_mode=mode,
        match_on=("method", "path", "query", "body"),
        filter_headers=["authorization"],
        decode_compressed_response=True,
    )
    machine.register_serializer("readable", _Readable)
    with _watching(played), machine.use_cassette(str(path), serializer="readable") as tape:
        yield played
    assert mode is not RecordMode.NONE or tape.all_played, f"{path.name}: {tape.play_count} of {len(tape)} were played"


@contextlib.contextmanager
def _watching(played: Played) -> Iterator[None]:
    """Note every request as the client builds it, before the recorder sees it: the live one, not the recorded one."""
    build = httpx.AsyncClient.build_request

    def noting(self: httpx.AsyncClient, *args: Any, **kwargs: Any) -> httpx.Request:
        request = build(self, *args, **kwargs)
        played.requests.append(request)
        return request

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(httpx.AsyncClient, "build_request", noting)
        yield


class _Readable:
    """Cassettes as YAML that people can read in a diff: JSON as structure, Vietnamese unescaped, few headers."""

    @staticmethod
    def serialize(cassette_dict: dict[str, Any]) -> str:
        """To text."""
        for interaction in cassette_dict["interactions"]:
            request, response = interaction["request"], interaction["response"]
            request["uri"] = _ANYWHERE + request["uri"].partition("/v1")[2]
            request["body"] = _parsed(request["body"])
            response["body"] = _parsed(response["body"]["string"])
            for side in (request, response):
                side["headers"] = {k.lower(): v for k, v in side["headers"].items() if k.lower() in KEPT_HEADERS}
        return str(yaml.safe_dump(cassette_dict, allow_unicode=True, width=120, sort_keys=False))

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        """From text."""
        loaded: dict[str, Any] = yaml.safe_load(text)
        for interaction in loaded["interactions"]:
            interaction["request"]["body"] = json.dumps(interaction["request"]["body"], ensure_ascii=False)
            body = json.dumps(interaction["response"]["body"], ensure_ascii=False)
            interaction["response"]["body"] = {"string": body.encode()}
        return loaded


def _parsed(body: Any) -> Any:
    return json.loads(body) if body else None
