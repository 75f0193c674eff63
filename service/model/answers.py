"""What comes back from a model, in whatever state, taken from a reply in the shape of OpenAI's chat completions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from schemas import Usage
from service.model.faults import Fault, from_body


@dataclass
class Answer:
    """What came back: the reply's text as the model wrote it, and what it validated to, if it did."""

    content: str = ""
    parsed: BaseModel | None = None
    finish_reason: str = ""
    refusal: str = ""
    usage: Usage | None = None
    answered: bool = False

    @property
    def truncated(self) -> bool:
        """Whether the reply was cut off at the longest length."""
        return self.finish_reason == "length"

    @property
    def refused(self) -> bool:
        """Whether the model or the provider's filter declined."""
        return bool(self.refusal) or self.finish_reason == "content_filter"

    def keep(self, response: Any) -> None:
        """Copy what matters of a reply in OpenAI's shape; parts that are missing stay empty."""
        if isinstance(response, str):  # openai's client hands on what does not say that it is JSON: a proxy's page
            raise Fault("server_error", detail="no completion")
        self.answered = True
        self.usage = _usage(getattr(response, "usage", None))
        choices = getattr(response, "choices", None) or []
        if not choices:
            if error := getattr(response, "error", None):
                self.answered = False
                raise from_body(error)
            return
        self.finish_reason = str(getattr(choices[0], "finish_reason", "") or "")
        message = getattr(choices[0], "message", None)
        self.refusal = str(getattr(message, "refusal", None) or "")
        calls = getattr(message, "tool_calls", None) or []
        arguments = getattr(getattr(calls[0], "function", None), "arguments", None) if calls else None
        self.content = str(arguments or getattr(message, "content", None) or "")


def _usage(usage: Any) -> Usage | None:
    if usage is None:
        return None
    details = getattr(usage, "prompt_tokens_details", None)
    return Usage(
        input_tokens=getattr(usage, "prompt_tokens", 0) or 0,
        output_tokens=getattr(usage, "completion_tokens", 0) or 0,
        cached_tokens=getattr(details, "cached_tokens", 0) or 0,
    )
