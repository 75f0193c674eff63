"""The exported JSON Schema, tested with a validator of its own on the gold facts."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from schemas import Extraction
from service.schema import json_schema
from tests.schemas.gold_shape import to_contract


def gold_extractions(shared: Path) -> list[tuple[str, dict[str, Any]]]:
    """Every gold file beside the repository in the contract's full shape."""
    found = []
    for folder in (shared, shared / "dev"):
        for path in sorted((folder / "gold").glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            text = (folder / "articles" / gold["text_path"]).read_bytes().decode()
            found.append((path.name, to_contract(gold, text)))
    return found


def test_schema_is_valid_and_complete() -> None:
    """The schema is valid draft 2020-12 and forbids unknown fields in every object."""
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    objects = [schema, *(part for part in schema["$defs"].values() if part.get("type") == "object")]
    assert all(part["additionalProperties"] is False for part in objects)


def test_gold_is_valid(shared_dir: Path) -> None:
    """Every gold fact of the shared folders has the schema's shape, for jsonschema and for the models alike."""
    validator = jsonschema.Draft202012Validator(json_schema())
    extractions = gold_extractions(shared_dir)
    assert len(extractions) >= 5
    wrong: dict[str, list[str]] = {}
    for name, data in extractions:
        Extraction.model_validate(data)
        full = json.loads(Extraction.model_validate(data).model_dump_json())
        problems = [error.message for error in validator.iter_errors(full)]
        if problems:
            wrong[name] = problems
    assert wrong == {}


@pytest.mark.parametrize(
    ("change", "value"), [("summaries", [{"total": {"value": -1}}]), ("events", [{}]), ("surplus", 1), ("id", None)]
)
def test_schema_refuses_what_the_models_refuse(change: str, value: object) -> None:
    """A negative count, an event without a person, an unknown field and a missing id are invalid for both."""
    data = {
        "id": "x",
        "article": {"text": "a", "sha256": "0" * 64},
        "review": {"status": "clean"},
        "run": {"reader": "rules"},
    }
    Extraction.model_validate(data)
    data[change] = value  # type: ignore[assignment]
    with pytest.raises(ValueError):
        Extraction.model_validate(data)
    assert list(jsonschema.Draft202012Validator(json_schema()).iter_errors(data))
