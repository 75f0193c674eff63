"""A shape's JSON Schema as strict structured output wants it: closed objects, every property required."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import BaseModel

_DROPPED = frozenset({"title", "default"})
"""Keywords that say nothing about what is allowed, and that OpenAI's strict schemas refuse beside `$ref`."""


@cache
def strict_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The shape's schema, closed and with every property required; do not change what is returned.

    Rules: OpenAI's "Structured model outputs" guide, supported schemas. Optional fields must allow null in the shape.
    """
    closed = _closed(shape.model_json_schema())
    assert isinstance(closed, dict)
    return closed


@cache
def compact(shape: type[BaseModel]) -> str:
    """The strict schema as text on one line, with letters as they are: for models that read it in the prompt."""
    return json.dumps(strict_schema(shape), ensure_ascii=False, separators=(",", ":"))


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
