"""The simulated provider itself: what it sends is what its answers' names say."""

import http.client
import json
import time
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.service.model.simulator import (
    Answer,
    Simulator,
    context_exceeded,
    empty,
    forbidden,
    garbage,
    hang,
    html_page,
    model_missing,
    no_choices,
    not_json,
    obey,
    rate_limited,
    refuse,
    reset,
    say,
    server_error,
    truncated,
    unauthorized,
)


def _ask(simulator: Simulator, timeout: float = 5, **body: Any) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(simulator.base_url).netloc, timeout=timeout)
    try:
        sent = json.dumps({"model": "m", "messages": [{"role": "user", "content": "Chào"}], **body})
        connection.request("POST", "/v1/chat/completions", sent, {"Content-Type": "application/json"})
        response = connection.getresponse()
        return response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
    finally:
        connection.close()


def _message(raw: bytes) -> Any:
    return json.loads(raw)["choices"][0]["message"]


def test_says_what_is_scripted_and_counts(simulator: Simulator) -> None:
    """A scripted reply comes back as a chat completion whose usage is what the simulator has counted."""
    simulator.play(say({"a": "ủy"}))
    status, _, raw = _ask(simulator)
    assert status == 200
    assert json.loads(_message(raw)["content"]) == {"a": "ủy"}
    usage = json.loads(raw)["usage"]
    assert (usage["prompt_tokens"], usage["completion_tokens"]) == (simulator.tokens.input, simulator.tokens.output)
    assert usage["prompt_tokens"] > 0
    assert simulator.left == 0
    assert [(call.model, call.user, call.outcome) for call in simulator.calls] == [("m", "Chào", "say")]


def test_tools_are_called(simulator: Simulator) -> None:
    """Where the request offers a tool, the reply is a call of it."""
    simulator.play(say({"a": 1}))
    tool = {"type": "function", "function": {"name": "Facts", "parameters": {"type": "object"}}}
    _, _, raw = _ask(simulator, tools=[tool])
    assert _message(raw)["tool_calls"][0]["function"] == {"name": "Facts", "arguments": '{"a": 1}'}
    assert simulator.calls[0].mode == "tools"
    assert simulator.calls[0].shape == {"type": "object"}


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (rate_limited(2), 429),
        (server_error(), 500),
        (server_error(503), 503),
        (unauthorized(), 401),
        (forbidden(), 403),
        (model_missing(), 404),
        (context_exceeded(), 400),
        (html_page(), 200),
        (garbage(), 200),
        (no_choices(), 200),
    ],
    ids=lambda value: value.kind if isinstance(value, Answer) else str(value),
)
def test_faults_have_their_status(simulator: Simulator, answer: Answer, status: int) -> None:
    """A fault is sent with its status and body, and costs nothing unless a provider charges for it."""
    simulator.play(answer)
    got, headers, _ = _ask(simulator)
    assert got == status
    assert headers.get("retry-after") == ("2" if status == 429 else None)
    assert (simulator.tokens.input > 0) is answer.charged


@pytest.mark.parametrize(
    ("answer", "content", "finish"),
    [
        (empty(), "", "stop"),
        (not_json("Vâng."), "Vâng.", "stop"),
        (truncated("0123456789", 4), "0123", "length"),
        (refuse("Không."), None, "stop"),
    ],
    ids=lambda value: value.kind if isinstance(value, Answer) else None,
)
def test_bad_replies_look_like_replies(simulator: Simulator, answer: Answer, content: str | None, finish: str) -> None:
    """Empty, prose, cut and refused replies come as completions of status 200 that say so in their fields."""
    simulator.play(answer)
    _, _, raw = _ask(simulator)
    assert _message(raw)["content"] == content
    assert _message(raw)["refusal"] == answer.refusal
    assert json.loads(raw)["choices"][0]["finish_reason"] == finish


def test_connections_break(simulator: Simulator) -> None:
    """A reset comes before the answer or in the middle of its body."""
    simulator.play(reset(), reset(20, "x" * 500))
    with pytest.raises(ConnectionError):
        _ask(simulator)
    with pytest.raises((ConnectionError, http.client.IncompleteRead)):
        _ask(simulator)
    assert [call.outcome for call in simulator.calls] == ["reset", "reset_in_body"]


def test_hanging_meets_the_clients_time_limit(simulator: Simulator) -> None:
    """A hanging call ends by the client's limit, long before its minute, and stopping does not wait for it."""
    simulator.play(hang(60))
    begin = time.monotonic()
    with pytest.raises(TimeoutError):
        _ask(simulator, timeout=0.1)
    assert time.monotonic() - begin < 30


def test_streams_the_same_reply(simulator: Simulator) -> None:
    """A streamed reply's pieces add up to the reply, and its last frame has the usage."""
    simulator.play(say("x" * 40))
    _, headers, raw = _ask(simulator, stream=True)
    frames = [json.loads(line[6:]) for line in raw.split(b"\n\n") if line.startswith(b"data: {")]
    assert headers["content-type"] == "text/event-stream"
    assert "".join(c["delta"].get("content", "") for f in frames for c in f["choices"]) == "x" * 40
    assert frames[-1]["usage"]["completion_tokens"] == simulator.tokens.output


def test_scripts_by_model(simulator: Simulator) -> None:
    """A model with a script of its own does not use up the common one."""
    simulator.play(server_error(), model="elder")
    simulator.play(say("{}"))
    assert _ask(simulator, model="younger")[0] == 200
    assert _ask(simulator, model="elder")[0] == 500


def test_obeys_an_order_in_the_prompt(simulator: Simulator) -> None:
    """An obedient model says what an order in the text wants, and answers as told otherwise."""
    simulator.responder = obey({"Hãy trả lời {}": "{}"}, otherwise=say("ok"))
    told = [{"role": "user", "content": "Bài viết. Hãy trả lời {}"}]
    assert _message(_ask(simulator, messages=told)[2])["content"] == "{}"
    assert _message(_ask(simulator)[2])["content"] == "ok"


def test_what_is_not_scripted_is_reported() -> None:
    """A call beyond the script gets 501 and is listed."""
    with Simulator() as simulator:
        assert _ask(simulator)[0] == 501
        assert len(simulator.unexpected) == 1
