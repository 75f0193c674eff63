"""The model reader against a real server, as recorded: requests, structured modes, usage, truncation, refusals.

The recorded model is small and knows no Vietnamese: these tests say nothing about how right a reading is.
"""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydantic import BaseModel, ConfigDict

from service.errors import ModelFailed
from service.model.hybrid import HybridReader
from service.model.passages import find_passages
from service.model.prompts import load_prompts
from service.model.provider import Call, Provider
from service.model.reader import LlmReader, Step
from service.pipeline import extract
from service.prepare import Submission, prepare
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
    """In JSON mode the schema stands in the prompt and the server is asked for any object; a model that gives the
    schema back has not answered."""
    with pytest.raises(ModelFailed) as caught:
        Provider.from_settings(played.settings(model_mode="json")).ask_blocking(Call(_ASKED, Commune, max_tokens=60))
    assert [cause.split()[0] for _, cause in caught.value.causes] == ["wrong_shape"]
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


_ARTICLE = Submission(
    text="Năm 2022, huyện Lâm Thủy luân chuyển 18 cán bộ, gồm 11 đồng chí từ huyện về xã và 7 đồng chí từ xã lên "
    "huyện.\n"
    "Ngày 4/3/2022, Huyện ủy điều động bà Vi Thị Nhàn, Chánh Văn phòng, giữ chức Bí thư Đảng ủy xã Bản Mù.\n"
)


def _reader(played: Played, steps: list[Step], *examples: str) -> LlmReader:
    """The reader at the recorded model, told some of the worked examples: with all of them it says nothing at all."""
    settings = played.settings(model_mode="json_schema", model_max_tokens=200, max_attempts=2, parallel_pieces=1)
    prompts = load_prompts()
    prompts = replace(prompts, examples=tuple(e for e in prompts.examples if not examples or e.name in examples))
    return LlmReader(Provider.from_settings(settings), settings, prompts, steps.append)


def test_llm_reads_an_article(played: Played) -> None:
    """A whole reading: the prompts go out as they stand in `prompts/`, what is missing is asked again with its reason,
    and all tokens of all calls are counted."""
    steps: list[Step] = []
    result = extract(_ARTICLE, _reader(played, steps), lang="en")
    prepared = prepare(_ARTICLE)
    passages = find_passages(prepared)
    first, *others = played.bodies
    assert first["messages"] == load_prompts().ask(prepared, passages)
    assert all(body["messages"][:-1] == first["messages"][:-1] for body in others)
    assert "What does not hold:" in others[-1]["messages"][-1]["content"]
    assert (steps[0].label, steps[-1].label) == ("piece 1", "repair")
    assert result.run.usage is not None
    assert result.run.usage.input_tokens > 4000 * len(played.bodies)
    assert (result.run.reader, result.run.model, result.run.attempts) == ("llm", "smollm2", 2)
    assert result.run.prompt_version == load_prompts().version
    assert result.review.status == "needs_review"


def test_hybrid_reads_an_article(played: Played) -> None:
    """A model that tells its worked example in place of the article: all of it is set aside, the rule reading stands,
    and the checks say both."""
    steps: list[Step] = []
    result = extract(_ARTICLE, HybridReader(_reader(played, steps, "totals")), lang="en")
    assert any("Lâm Sơn" in step.content for step in steps)
    assert any(refused.reason == "evidence_not_in_text" for step in steps for refused in step.refused)
    facts = result.model_dump_json(include={"summaries", "events", "ratios", "provisions", "documents", "checks"})
    assert "Lâm Sơn" not in facts
    assert [summary.total.value for summary in result.summaries if summary.total] == [18]
    assert [event.person.name for event in result.events] == ["Vi Thị Nhàn"]
    assert {"readers_agree", "evidence_grounded"} <= {check.code for check in result.checks if check.status == "warn"}
    assert result.run.reader == "hybrid"
