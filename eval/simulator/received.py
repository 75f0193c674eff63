"""A request as the simulator received it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


def count_tokens(text: str) -> int:
    """Tokens of a text by a fixed rule, three characters to a token rounded up: made up, the same on every machine."""
    return -(-len(text) // 3)


@dataclass(slots=True)
class Received:
    """One request and what became of it.

    `outcome` is the kind of the answer that was played; `input_tokens` and `output_tokens` are what a provider would
    have charged, 0 for an answer that a provider does not charge (429, 5xx, a connection that broke before the body).
    """

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    at: float
    outcome: str = ""
    input_tokens: int = 0
    output_tokens: int = 0
    said: str = field(default="", repr=False)

    @property
    def model(self) -> str:
        """The name of the model that was asked."""
        return str(self.body.get("model", ""))

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The conversation as sent."""
        return list(self.body.get("messages") or [])

    @property
    def prompt(self) -> str:
        """All text of the conversation, message by message."""
        return "\n".join(_text(message.get("content")) for message in self.messages)

    @property
    def user(self) -> str:
        """The text of the last message of the user."""
        return next((_text(m.get("content")) for m in reversed(self.messages) if m.get("role") == "user"), "")

    @property
    def mode(self) -> str:
        """How structure was asked for: `tools`, `json_schema`, `json_object`, or `text` where it was not."""
        if self.body.get("tools"):
            return "tools"
        return str((self.body.get("response_format") or {}).get("type", "text"))

    @property
    def shape(self) -> dict[str, Any]:
        """The JSON Schema that the reply was to follow; empty where none was sent."""
        if self.mode == "tools":
            return dict(self.body["tools"][0]["function"].get("parameters") or {})
        return dict(((self.body.get("response_format") or {}).get("json_schema") or {}).get("schema") or {})


def _text(content: Any) -> str:
    if isinstance(content, str):
        return content
    return "".join(str(part.get("text", "")) for part in content or [])
