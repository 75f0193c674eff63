"""A shape's JSON Schema as strict structured output wants it: closed objects, every property required."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import BaseModel

_DROPPED = frozenset({"title", "default"})
"""Keywords that say nothing about what is allowed, and that OpenAI's strict schemas refuse beside `$ref`."""


def strict_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The shape's schema, closed and with every property required; a new copy each time, since litellm changes it.

    Rules: OpenAI's guide to structured outputs, section on supported schemas. Optional fields of the shape must allow
    null, or the model has to make a value up.
    """
    schema: dict[str, Any] = json.loads(compact(shape))
    return schema


@cache
def compact(shape: type[BaseModel]) -> str:
    """The strict schema as text on one line, with letters as they are: for models that read it in the prompt."""
    return json.dumps(_closed(shape.model_json_schema()), ensure_ascii=False, separators=(",", ":"))


def _closed(node: Any, names: bool = False) -> Any:
    """The node without dropped keywords and with closed objects; `names` says that its keys are names, not keywords."""
    if isinstance(node, list):
        return [_closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    if names:
        return {key: _closed(value) for key, value in node.items()}
    out = {
        key: _closed(value, names=key in ("properties", "$defs")) if key not in ("enum", "const") else value
        for key, value in node.items()
        if key not in _DROPPED
    }
    if "properties" in out:
        out["additionalProperties"] = False
        out["required"] = list(out["properties"])
    return out
