"""The shape a model fills in: strict, compact, and without Vietnamese."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from service.model.shape import ITEMS, Answer, schema_text

# OpenAI's rules for strict schemas: what may stand in one, and how much of it.
_ALLOWED = {"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf", "$ref", "$defs"}
_MOST_PROPERTIES, _MOST_ENUM_VALUES, _MOST_NESTING = 5000, 1000, 10


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema in a schema; the names under `properties` and `$defs` are none."""
    if isinstance(schema, list):
        for part in schema:
            yield from nodes(part)
    elif isinstance(schema, dict):
        yield schema
        for key, part in schema.items():
            if key in ("properties", "$defs"):
                for inner in part.values():
                    yield from nodes(inner)
            elif key != "enum":
                yield from nodes(part)


def depth(schema: Any, definitions: dict[str, Any]) -> int:
    """How deep objects and arrays are nested, references followed."""
    if isinstance(schema, list):
        return max((depth(part, definitions) for part in schema), default=0)
    if not isinstance(schema, dict):
        return 0
    if "$ref" in schema:
        return depth(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    inner = [*schema.get("properties", {}).values(), schema.get("items"), schema.get("anyOf")]
    return (schema.get("type") in ("object", "array")) + max(depth(part, definitions) for part in inner)


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The JSON Schema that goes to the provider."""
    return Answer.model_json_schema()


def test_schema_keeps_the_rules_for_strict_output(schema: dict[str, Any]) -> None:
    """Each object closes itself and requires all it has; no keyword is used beyond the allowed."""
    assert schema["type"] == "object"
    for node in nodes(schema):
        assert set(node) <= _ALLOWED
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])
        if "anyOf" in node:
            assert {"type": "null"} in node["anyOf"]


def test_schema_is_within_the_limits_for_strict_output(schema: dict[str, Any]) -> None:
    """Properties, enumeration values and nesting stay below what strict output takes, and items are flat."""
    found = list(nodes(schema))
    assert sum(len(node.get("properties", ())) for node in found) < _MOST_PROPERTIES
    assert sum(len(node.get("enum", ())) for node in found) < _MOST_ENUM_VALUES
    assert depth({key: part for key, part in schema.items() if key != "$defs"}, schema["$defs"]) <= 6 < _MOST_NESTING


def test_schema_is_ascii(schema: dict[str, Any]) -> None:
    """No Vietnamese stands in the schema, so no client makes it longer by escaping."""
    assert json.dumps(schema, ensure_ascii=False).isascii()


def test_schema_text_names_every_field_and_value(schema: dict[str, Any]) -> None:
    """The prompt's rendering has each field and each enumeration value, in less than 0.4 of the length."""
    text = schema_text()
    for node in nodes(schema):
        assert all(f"{name}: " in text for name in node.get("properties", ()))
        assert all(value in text for value in node.get("enum", ()))
    assert len(text) < 0.4 * len(json.dumps(schema))


def test_every_list_has_its_item() -> None:
    """`ITEMS` has the lists of an answer, in order; a missing or unknown field is refused."""
    assert list(ITEMS) == list(Answer.model_fields)
    with pytest.raises(ValidationError):
        Answer.model_validate({name: [] for name in ITEMS} | {"notes": []})
    with pytest.raises(ValidationError):
        Answer.model_validate({"totals": []})
