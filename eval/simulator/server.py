"""The simulator's server: a thread per connection on a free port of loopback."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from .answers import Answer, Responder
from .received import Received, count_tokens


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens over all calls that a provider would charge."""

    input: int
    output: int


class Simulator:
    """Plays a script, then asks `responder`; a call for which there is neither gets 501 and is listed in `unexpected`.

    `play(..., model=name)` scripts the calls to one model, so that a fallback can be told from its elder. `latency` is
    added to every answer, in seconds.
    """

    def __init__(self, responder: Responder | None = None, latency: float = 0.0) -> None:
        self.responder = responder
        self.latency = latency
        self.calls: list[Received] = []
        self.unexpected: list[Received] = []
        self.peak_parallel = 0
        self.stopping = threading.Event()
        self._scripts: dict[str | None, deque[Answer]] = {}
        self._lock = threading.Lock()
        self._running = 0
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.simulator = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Simulator:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def base_url(self) -> str:
        """What LUANCHUYEN_API_BASE is set to."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def tokens(self) -> Tokens:
        """What a provider would charge for all calls."""
        return Tokens(sum(c.input_tokens for c in self.calls), sum(c.output_tokens for c in self.calls))

    @property
    def left(self) -> int:
        """Scripted answers that nobody has called for yet."""
        return sum(map(len, self._scripts.values()))

    def play(self, *answers: Answer, model: str | None = None) -> None:
        """Add answers to the script, for the calls to `model` or for those to any model that has no script."""
        with self._lock:
            self._scripts.setdefault(model, deque()).extend(answers)

    def forget(self) -> None:
        """Drop the script and the log of calls."""
        with self._lock:
            self._scripts.clear()
            self.calls.clear()
            self.unexpected.clear()
            self.peak_parallel = 0

    def answer(self, received: Received) -> Answer:
        """Decide on the answer to one request and enter it into the log."""
        with self._lock:
            self.calls.append(received)
            self._running += 1
            self.peak_parallel = max(self.peak_parallel, self._running)
            script = self._scripts.get(received.model) or self._scripts.get(None)
            answer = script.popleft() if script else None
            if answer is None and self.responder is None:
                self.unexpected.append(received)
        if answer is None:
            answer = self.responder(received) if self.responder else _NOT_SCRIPTED
        received.outcome = answer.kind
        received.said = answer.content or answer.refusal or ""
        if answer.charged:
            received.input_tokens = count_tokens(json.dumps(received.body, ensure_ascii=False))
            received.output_tokens = count_tokens(received.said)
        return answer

    def done(self) -> None:
        """Count a request as answered."""
        with self._lock:
            self._running -= 1


_NOT_SCRIPTED = Answer("not_scripted", status=501, body=b'{"error": {"message": "not scripted"}}', charged=False)


class _Server(ThreadingHTTPServer):
    """Keeps quiet about clients that hang up, as tests of time limits make them do."""

    simulator: Simulator
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else a kept connection waits 40 ms between head and body
    server: _Server

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        if self.path.rstrip("/").endswith("/models"):
            self._send(200, json.dumps({"object": "list", "data": [{"id": "simulated", "object": "model"}]}).encode())
        else:
            self._send(404, b'{"error": {"message": "no such path"}}')

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self.path.endswith("/chat/completions"):
            self._send(404, b'{"error": {"message": "no such path"}}')
            return
        simulator = self.server.simulator
        headers = {name.lower(): value for name, value in self.headers.items()}
        received = Received(self.command, self.path, headers, json.loads(raw), time.monotonic())
        answer = simulator.answer(received)
        try:
            simulator.stopping.wait(answer.delay + simulator.latency)
            self._play(answer, received)
        finally:
            simulator.done()

    def _play(self, answer: Answer, received: Received) -> None:
        if answer.breaks_after == -1:
            self._break()
        elif received.body.get("stream") and answer.body is None and answer.status == 200:
            self._send(200, b"".join(_events(answer, received)), "text/event-stream", answer)
        else:
            body = answer.body if answer.body is not None else json.dumps(_completion(answer, received)).encode()
            self._send(answer.status, body, answer.content_type, answer)

    def _send(
        self, status: int, body: bytes, content_type: str = "application/json", answer: Answer | None = None
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (answer.headers if answer else {}).items():
            self.send_header(name, value)
        self.end_headers()
        if answer is not None and answer.breaks_after is not None:
            self.wfile.write(body[: answer.breaks_after])
            self.wfile.flush()
            self._break()
        else:
            self.wfile.write(body)

    def _break(self) -> None:
        """Reset the connection: closing with a linger of 0 sends RST."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.rfile.close()
        self.wfile.close()
        self.connection.close()


def _usage(answer: Answer, received: Received) -> dict[str, Any]:
    total = received.input_tokens + received.output_tokens
    usage = {"prompt_tokens": received.input_tokens, "completion_tokens": received.output_tokens, "total_tokens": total}
    return {**usage, "prompt_tokens_details": {"cached_tokens": answer.cached_tokens}}


def _message(answer: Answer, received: Received) -> tuple[dict[str, Any], str]:
    """The message and why it ended: a call of the tool where tools were given, text otherwise."""
    message: dict[str, Any] = {"role": "assistant", "content": answer.content, "refusal": answer.refusal}
    if received.mode == "tools" and answer.kind != "not_json" and answer.content:
        function = {"name": received.body["tools"][0]["function"]["name"], "arguments": answer.content}
        message |= {"content": None, "tool_calls": [{"id": "call_1", "type": "function", "function": function}]}
        return message, "tool_calls" if answer.finish == "stop" else answer.finish
    return message, answer.finish


def _completion(answer: Answer, received: Received) -> dict[str, Any]:
    message, finish = _message(answer, received)
    return {
        "id": "chatcmpl-simulated",
        "object": "chat.completion",
        "created": 0,
        "model": received.model,
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
        "usage": _usage(answer, received),
    }


def _events(answer: Answer, received: Received) -> Iterator[bytes]:
    """The same completion in pieces of sixteen characters, as server-sent events."""
    frame = {"id": "chatcmpl-simulated", "object": "chat.completion.chunk", "created": 0, "model": received.model}
    content = answer.content or ""
    deltas: list[tuple[dict[str, Any], str | None]] = [({"role": "assistant"}, None)]
    deltas += [({"content": content[i : i + 16]}, None) for i in range(0, len(content), 16)]
    deltas += [({"refusal": answer.refusal} if answer.refusal else {}, answer.finish)]
    for delta, finish in deltas:
        choices = [{"index": 0, "delta": delta, "finish_reason": finish}]
        yield b"data: " + json.dumps({**frame, "choices": choices}, ensure_ascii=False).encode() + b"\n\n"
    yield b"data: " + json.dumps({**frame, "choices": [], "usage": _usage(answer, received)}).encode() + b"\n\n"
    yield b"data: [DONE]\n\n"
