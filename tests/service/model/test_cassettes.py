"""The model reader against a real server, as recorded: requests, structured modes, usage, truncation, refusals.

The recorded model is small and knows no Vietnamese: these tests say nothing about how right a reading is.
"""

import json
from collections.abc import Iterator

import pytest
from pydantic import BaseModel, ConfigDict

from service.errors import ModelFailed
from service.model.provider import Call, Provider
from tests.service.model.recording import KEY, Played, cassette

_ASKED = [
    {"role": "system", "content": "Answer with one JSON object."},
    {"role": "user", "content": "Xã Lâm Thủy có 12 cán bộ. Which commune, and how many officials?"},
]


class Commune(BaseModel):
    """A small shape that a small model can fill in."""

    model_config = ConfigDict(extra="forbid")

    commune: str
    officials: int


@pytest.fixture
def played(request: pytest.FixtureRequest) -> Iterator[Played]:
    """The cassette named after the test."""
    with cassette(request.node.name) as running:
        yield running


def test_strict_schema(played: Played) -> None:
    """A strict JSON schema goes out, the reply has its shape, and the usage is what the server counted."""
    reply = Provider.from_settings(played.settings()).ask_blocking(Call(_ASKED, Commune, max_tokens=60))
    assert isinstance(reply.parsed, Commune)
    assert not reply.truncated
    assert (reply.calls, reply.model) == (1, "smollm2")
    assert reply.usage.input_tokens > 30
    assert 0 < reply.usage.output_tokens <= 60
    (sent,) = played.requests
    assert sent.url.path == "/v1/chat/completions"
    assert sent.headers["authorization"] == f"Bearer {KEY}"
    assert "Xã Lâm Thủy".encode() in sent.content
    (body,) = played.bodies
    assert body["messages"] == _ASKED
    assert body["max_tokens"] == 60
    assert body["temperature"] == 0
    asked = body["response_format"]
    assert asked["type"] == "json_schema"
    assert asked["json_schema"]["strict"] is True
    assert asked["json_schema"]["schema"]["additionalProperties"] is False
    assert asked["json_schema"]["schema"]["required"] == ["commune", "officials"]


def test_plain_json_mode(played: Played) -> None:
    """In JSON mode the schema stands in the prompt, unescaped, and the server is asked for an object."""
    settings = played.settings(model_mode="json")
    reply = Provider.from_settings(settings).ask_blocking(Call(_ASKED, Commune, max_tokens=60))
    assert "{" in reply.content
    (body,) = played.bodies
    assert body["response_format"] == {"type": "json_object"}
    assert '"officials"' in body["messages"][0]["content"]


def test_cut_off_by_the_token_limit(played: Played) -> None:
    """A reply that hits the token limit comes back as far as it goes, marked as cut off."""
    reply = Provider.from_settings(played.settings()).ask_blocking(Call(_ASKED, Commune, max_tokens=6))
    assert reply.truncated
    assert reply.parsed is None
    assert reply.content.startswith("{")
    with pytest.raises(json.JSONDecodeError):
        json.loads(reply.content)
    assert reply.usage.output_tokens == 6


def test_longer_than_the_context(played: Played) -> None:
    """A prompt longer than the model reads is refused by the server, at once and for good."""
    long = [{"role": "user", "content": "Ẵ" * 4500}]
    with pytest.raises(ModelFailed) as caught:
        Provider.from_settings(played.settings()).ask_blocking(Call(long, Commune, max_tokens=10))
    assert [cause.split()[0] for _, cause in caught.value.causes] == ["context_too_long"]
    assert len(played.requests) == 1


def test_wrong_key(played: Played) -> None:
    """A key that the server does not know fails at once, and neither key is in the error."""
    provider = Provider.from_settings(played.settings(api_key="another-key"))
    with pytest.raises(ModelFailed) as caught:
        provider.ask_blocking(Call(_ASKED, Commune, max_tokens=10))
    assert [cause.split()[0] for _, cause in caught.value.causes] == ["auth"]
    assert "another-key" not in str(caught.value)
    assert len(played.requests) == 1
