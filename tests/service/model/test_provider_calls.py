"""The request that goes out in each mode and by each route, what comes back, and what is imported when."""

import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from service.errors import ModelFailed
from service.model.provider import Call, Engine, Provider
from service.model.strict import compact, strict_schema
from tests.service.model.provider_tools import GOOD, QUESTION, Facts, Move, ask, provider, settings
from tests.service.model.simulator import Answer, Simulator, bad_request, not_json, rate_limited, say


def objects(node: Any) -> list[dict[str, Any]]:
    """Every object schema in a schema."""
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    found = [item for part in below for item in objects(part)]
    return [node, *found] if isinstance(node, dict) and isinstance(node.get("properties"), dict) else found


def test_schema_is_strict_whatever_the_shape_leaves_open() -> None:
    """Every object is closed, every property required, and no default or title is left; names may be called title."""

    class Titled(Move):
        title: str = ""

    schema = strict_schema(Facts)
    assert len(objects(schema)) == 2
    assert all(
        o["additionalProperties"] is False and set(o["required"]) == set(o["properties"]) for o in objects(schema)
    )
    assert '"default"' not in compact(Facts)
    assert '"title"' not in compact(Facts)
    assert "title" in strict_schema(Titled)["required"]


def test_schema_is_a_copy() -> None:
    """Changing a schema, as litellm does, leaves the next one whole."""
    strict_schema(Facts).clear()
    assert strict_schema(Facts)["required"] == ["moves"]


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json"])
def test_each_mode_asks_for_the_same_shape(simulator: Simulator, mode: str) -> None:
    """The strict schema goes out in the mode's own place, and the messages unchanged but for a schema as text."""
    simulator.play(say(GOOD))
    reply = ask(provider(simulator, model_mode=mode))
    assert isinstance(reply.parsed, Facts)
    assert reply.parsed.moves[0].name == "Lê Ủy"
    assert json.loads(reply.content) == GOOD
    assert (reply.model, reply.calls, reply.truncated, reply.refused) == ("small", 1, False, False)
    assert reply.usage.input_tokens == simulator.tokens.input
    body = simulator.calls[0].body
    assert (body["model"], body["max_tokens"], body["temperature"]) == ("small", 4096, 0)
    assert body["messages"][1] == QUESTION.messages[1]
    if mode == "json_schema":
        assert body["response_format"]["json_schema"] == {
            "name": "Facts",
            "schema": strict_schema(Facts),
            "strict": True,
        }
    elif mode == "tools":
        function = body["tools"][0]["function"]
        assert (function["parameters"], function["strict"]) == (strict_schema(Facts), True)
        assert body["tool_choice"]["function"]["name"] == function["name"]
    else:
        assert body["response_format"] == {"type": "json_object"}
        assert body["messages"][0]["content"].startswith("Đọc bài.\n\n")
        assert body["messages"][0]["content"].endswith(compact(Facts))


def test_length_of_the_call_comes_before_that_of_the_settings(simulator: Simulator) -> None:
    """A call's own longest length is sent in place of the settings' one."""
    simulator.play(say(GOOD))
    ask(provider(simulator), Call(QUESTION.messages, Facts, max_tokens=77))
    assert simulator.calls[0].body["max_tokens"] == 77


def test_mode_that_the_server_refuses_is_left(simulator: Simulator) -> None:
    """A server that refuses the structured mode is asked in the next one, and later calls start with that."""
    asked = provider(simulator)
    simulator.play(bad_request(), bad_request(), say(GOOD))
    assert ask(asked).calls == 3
    simulator.play(say(GOOD))
    assert ask(asked).calls == 1
    assert [call.mode for call in simulator.calls] == ["json_schema", "tools", "json_object", "json_object"]


def refused(param: str) -> Answer:
    """400 for a parameter, in OpenAI's words."""
    error = {"message": f"Unsupported parameter: {param!r}", "param": param, "code": "unsupported_parameter"}
    return Answer("refused", status=400, body=json.dumps({"error": error}).encode(), charged=False)


def test_parameters_that_a_model_refuses_are_left_out(simulator: Simulator) -> None:
    """A temperature that is refused is left out, a length under another name sent so, and both are remembered."""
    asked = provider(simulator)
    simulator.play(refused("temperature"), refused("max_tokens"), say(GOOD), say(GOOD))
    assert (ask(asked).calls, ask(asked).calls) == (3, 1)
    last = simulator.calls[-1].body
    assert "temperature" not in last
    assert (last["max_completion_tokens"], last.get("max_tokens")) == (4096, None)
    assert last["response_format"]["type"] == "json_schema"


def test_each_call_is_logged_without_its_words(simulator: Simulator, caplog: pytest.LogCaptureFixture) -> None:
    """The log has one entry a call with model, outcome and tokens, and no word of the article or the reply."""
    caplog.set_level("INFO")
    simulator.play(rate_limited(), say(GOOD))
    ask(provider(simulator))
    entries = [record.getMessage() for record in caplog.records if record.name == "luanchuyen.model"]
    assert [entry.split(" ms=")[0] for entry in entries] == [
        "model_call model=small mode=json_schema outcome=rate_limited (RateLimitError)",
        "model_call model=small mode=json_schema outcome=answered",
    ]
    assert f"input_tokens={simulator.tokens.input} " in entries[1]
    assert "Ủy" not in caplog.text


def test_mode_that_is_set_is_kept(simulator: Simulator) -> None:
    """With a mode set, a server that refuses it is an error that says so."""
    simulator.play(bad_request())
    with pytest.raises(ModelFailed) as caught:
        ask(provider(simulator, model_mode="tools"))
    assert caught.value.causes == [("small", "unsupported (BadRequestError)")]


def test_server_that_ignores_the_schema_gets_it_in_the_prompt(simulator: Simulator) -> None:
    """Prose in answer to a schema makes the same model be asked once more, with the schema in the prompt."""
    simulator.play(not_json(), say(GOOD))
    assert ask(provider(simulator)).parsed is not None
    assert [call.mode for call in simulator.calls] == ["json_schema", "json_object"]


def test_key_goes_as_bearer_and_to_its_own_address_only() -> None:
    """The first model's key is sent to its server; a fallback elsewhere gets the fallback key, or none."""
    with Simulator() as first, Simulator() as second:
        first.play(say("no"), say("no"), model="small")
        second.play(say("no"), say("no"), model="b")
        second.play(say(GOOD), model="c")
        first.play(say(GOOD), model="d")
        values = {"api_key": "sk-first", "fallback_api_key": "sk-second", "model_mode": "json"}
        fallbacks = f"b@{second.base_url},c@{second.base_url}"
        assert ask(provider(first, fallback_models=fallbacks, **values)).model == "c"
        assert ask(provider(first, fallback_models="d", **values)).model == "d"
        keys = (
            {call.headers["authorization"] for call in first.calls},
            {c.headers["authorization"] for c in second.calls},
        )
    assert keys == ({"Bearer sk-first"}, {"Bearer sk-second"})


def test_threads_share_the_loop(simulator: Simulator) -> None:
    """Threads without a loop ask through the shared one, many at a time within the limit."""
    simulator.responder = lambda _: say(GOOD).after(0.05)
    asked = Provider(Engine(settings(simulator, model_concurrency=3)))
    threads = [threading.Thread(target=lambda: asked.for_article().ask_blocking(QUESTION)) for _ in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(simulator.calls) == 9
    assert simulator.peak_parallel == 3


def test_litellm_speaks_openai_protocol_for_other_providers(
    simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model of another provider goes over litellm, in each mode, with one call for each question."""
    monkeypatch.setenv("HOSTED_VLLM_API_BASE", simulator.base_url)
    for mode in ("json_schema", "tools", "json"):
        simulator.play(say(GOOD))
        reply = ask(provider(None, model="hosted_vllm/small", model_mode=mode))
        assert isinstance(reply.parsed, Facts)
        assert (json.loads(reply.content), reply.usage.output_tokens > 0) == (GOOD, True)
    assert [(call.model, call.mode) for call in simulator.calls] == [
        ("small", "json_schema"),
        ("small", "tools"),
        ("small", "json_object"),
    ]


class _Anthropic(BaseHTTPRequestHandler):
    """One reply in the protocol of Anthropic's messages."""

    requests: list[dict[str, Any]] = []

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.requests.append({"path": self.path, "key": self.headers["x-api-key"], **body})
        use = {"type": "tool_use", "id": "t", "name": body["tools"][0]["name"], "input": GOOD}
        reply = {"id": "m", "type": "message", "role": "assistant", "model": body["model"], "content": [use]}
        usage = {"input_tokens": 1000, "output_tokens": 100, "cache_read_input_tokens": 500}
        sent = json.dumps({**reply, "stop_reason": "tool_use", "usage": usage}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_litellm_speaks_another_protocol(monkeypatch: pytest.MonkeyPatch) -> None:
    """`anthropic/...` goes out as Anthropic's messages with a tool, and comes back with usage and cost."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Anthropic) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        monkeypatch.setenv("ANTHROPIC_API_BASE", f"http://127.0.0.1:{server.server_address[1]}")
        values = {"model": "anthropic/claude-sonnet-4-5", "api_key": "sk-a", "model_mode": "tools"}
        reply = ask(provider(None, **values))
        server.shutdown()
    assert isinstance(reply.parsed, Facts)
    assert (_Anthropic.requests[0]["path"], _Anthropic.requests[0]["key"]) == ("/v1/messages", "sk-a")
    assert (reply.usage.input_tokens, reply.usage.cached_tokens, reply.usage.output_tokens) == (1500, 500, 100)
    assert reply.cost_usd == pytest.approx((1000 * 3 + 500 * 0.3 + 100 * 15) / 1e6)


def test_loop_goes_on_while_vendors_are_imported() -> None:
    """The first call imports its library in a thread, so that the loop's other work does not stand still."""
    code = (
        "import asyncio, time\nfrom tests.service.model.provider_tools import provider, QUESTION\n"
        "async def main():\n"
        "    asked = provider(None, api_base='http://127.0.0.1:9/v1', model_retries=0)\n"
        "    task, longest, last = asyncio.create_task(asked.ask(QUESTION)), 0.0, time.monotonic()\n"
        "    begun = last\n"
        "    while not task.done():\n"
        "        await asyncio.sleep(0.005)\n"
        "        longest, last = max(longest, time.monotonic() - last), time.monotonic()\n"
        "    print(longest / (last - begun), type(task.exception()).__name__)\n"
        "asyncio.run(main())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    longest, error = done.stdout.split()
    assert error == "ModelUnavailable"
    assert float(longest) < 0.5, "the loop stood still for most of the call"


def test_vendors_are_imported_when_a_model_is_asked_and_not_before() -> None:
    """The rule reader, the provider's modules and a provider from settings import no vendor; nor do prices."""
    code = (
        "import sys, service.model.provider as p\n"
        "from service.settings import Settings\n"
        "from service.readers import get_reader\n"
        "get_reader('rules')\n"
        "p.Provider.from_settings(Settings(model='gpt-4o-mini'))._engine.estimator.price(\n"
        "    p.Engine(Settings(model='gpt-4o-mini')).lines[0].endpoint).cost(p.Usage())\n"
        "print([name for name in ('instructor', 'litellm', 'openai', 'httpx', 'tiktoken') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_missing_libraries_are_named(monkeypatch: pytest.MonkeyPatch, simulator: Simulator) -> None:
    """Without the extra `model` the error names what is missing."""
    from service.errors import ModelNotInstalled
    from service.model import calls

    calls._wrapped.cache_clear()
    monkeypatch.setitem(sys.modules, "instructor", None)
    with pytest.raises(ModelNotInstalled) as caught:
        ask(provider(simulator))
    assert caught.value.package == "instructor"
