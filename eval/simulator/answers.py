"""What the simulator can answer: a reply, or a fault, each by its name."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .received import Received


@dataclass(frozen=True, slots=True)
class Answer:
    """One scripted answer.

    `kind` is its name in the log of calls. `content` is what the model says; `refusal` what it says in refusing.
    `status` and `headers` are HTTP's. `body`, where given, is sent instead of a completion. `delay` is the number of
    seconds before the first byte. `breaks_after` is the number of body bytes after which the connection is reset (-1
    for before the status line). `charged` says whether a provider would charge for it.
    """

    kind: str
    content: str | None = None
    refusal: str | None = None
    finish: str = "stop"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    content_type: str = "application/json"
    delay: float = 0.0
    breaks_after: int | None = None
    charged: bool = True
    cached_tokens: int = 0

    def after(self, seconds: float) -> Answer:
        """The same answer, given so many seconds later."""
        return replace(self, delay=seconds)


Responder = Callable[[Received], Answer]
"""Decides on an answer when a request has come."""


def say(reply: str | Mapping[str, Any], finish: str = "stop", cached_tokens: int = 0) -> Answer:
    """A reply: text as it is, or an object as JSON with its Vietnamese unescaped."""
    content = reply if isinstance(reply, str) else json.dumps(reply, ensure_ascii=False)
    return Answer("say", content=content, finish=finish, cached_tokens=cached_tokens)


def truncated(reply: str | Mapping[str, Any], keep: int | float = 0.5) -> Answer:
    """A reply cut off by the token limit after `keep` characters, or that share of them."""
    content = say(reply).content or ""
    length = keep if isinstance(keep, int) else int(len(content) * keep)
    return Answer("truncated", content=content[:length], finish="length")


def refuse(words: str = "I cannot help with that.") -> Answer:
    """The model declines."""
    return Answer("refuse", refusal=words)


def content_filtered() -> Answer:
    """The provider's filter has cut the reply."""
    return Answer("content_filtered", content="", finish="content_filter")


def empty() -> Answer:
    """A completion that says nothing."""
    return Answer("empty", content="")


def no_choices() -> Answer:
    """A completion without any choice."""
    return Answer("no_choices", body=b'{"id":"x","object":"chat.completion","created":0,"model":"m","choices":[]}')


def not_json(words: str = "Sure! Here are the facts you asked for: there were 12 officials.") -> Answer:
    """Prose where JSON was asked for."""
    return Answer("not_json", content=words)


def wrong_shape(reply: Mapping[str, Any] | None = None) -> Answer:
    """JSON that is not what the schema says."""
    return replace(say(reply or {"answer": [{"officials": "twelve"}]}), kind="wrong_shape")


def rate_limited(retry_after: float | str | None = None) -> Answer:
    """429; `retry_after` goes into the header as it is (seconds, or an HTTP date)."""
    headers = {} if retry_after is None else {"Retry-After": f"{retry_after}"}
    return _error("rate_limited", 429, "rate_limit_exceeded", "Rate limit reached", headers)


def server_error(status: int = 500) -> Answer:
    """A 5xx."""
    return _error(f"server_error_{status}", status, "server_error", "The server had an error")


def unauthorized() -> Answer:
    """401: a key that is not valid. The message repeats a key, as real ones do."""
    return _error("unauthorized", 401, "invalid_api_key", "Incorrect API key provided: sk-simulated-0000")


def forbidden() -> Answer:
    """403: a key that may not use this model."""
    return _error("forbidden", 403, "insufficient_permissions", "You may not use this model")


def model_missing() -> Answer:
    """404: no such model."""
    return _error("model_missing", 404, "model_not_found", "The model does not exist")


def bad_request() -> Answer:
    """400: the provider does not take the request."""
    return _error("bad_request", 400, "invalid_request_error", "Unsupported value: 'response_format'")


def context_exceeded() -> Answer:
    """400: the prompt is longer than the model reads, in the words of OpenAI."""
    words = "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens."
    return _error("context_exceeded", 400, "context_length_exceeded", words)


def html_page() -> Answer:
    """200 with a web page: a proxy that has its own mind."""
    return Answer(
        "html_page", body=b"<html><body>Please sign in</body></html>", content_type="text/html", charged=False
    )


def garbage() -> Answer:
    """200 with bytes that are no JSON though they say so."""
    return Answer("garbage", body=b'{"id": "x", "choices": [\xff\xfe', charged=False)


def hang(seconds: float = 30.0) -> Answer:
    """No answer for so long; then the connection closes. Ends at once when the simulator stops."""
    return Answer("hang", delay=seconds, breaks_after=-1)


def reset(after: int | None = None, reply: str | Mapping[str, Any] = "{}") -> Answer:
    """The connection is reset before the status line, or `after` so many bytes of the body of a good reply."""
    kind = "reset" if after is None else "reset_in_body"
    return replace(say(reply), kind=kind, breaks_after=-1 if after is None else after, charged=after is not None)


def obey(orders: Mapping[str, str | Mapping[str, Any]], otherwise: Answer | Responder) -> Responder:
    """A model without a will of its own: where the prompt holds one of the `orders`, it says what that order wants."""

    def respond(received: Received) -> Answer:
        for order, reply in orders.items():
            if order in received.prompt:
                return replace(say(reply), kind="obey")
        return otherwise if isinstance(otherwise, Answer) else otherwise(received)

    return respond


def _error(kind: str, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> Answer:
    body = json.dumps({"error": {"message": message, "type": code, "param": None, "code": code}}).encode()
    return Answer(kind, status=status, headers=headers or {}, body=body, charged=False)
