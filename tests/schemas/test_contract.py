"""The models against the contract: names, validation, JSON."""

import ast
import inspect
import re
import timeit
from enum import StrEnum
from pathlib import Path
from typing import Any

import pydantic
import pytest

import schemas
from schemas import Count, Extraction, Flow, Model, Person, Post, RotationEvent, RotationSummary, TextSpan, Value

MODELS = [item for item in vars(schemas).values() if inspect.isclass(item) and issubclass(item, Model)]
ENUMS = [item for item in vars(schemas).values() if inspect.isclass(item) and issubclass(item, StrEnum)]


def contract_objects(shared: Path) -> dict[str, str]:
    """Name of each object in the shape block of CONTRACT.md, and the lines that list its fields."""
    block = (shared / "CONTRACT.md").read_text(encoding="utf-8").split("## Extraction")[1].split("```")[1]
    objects: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        head = re.match(r"([A-Z][A-Za-z]+)\s*(.*)", line)
        name = head[1] if head else name
        if name:
            objects[name] = objects.get(name, "") + " " + (head[2] if head else line)
    return objects


def test_fields_are_those_of_the_contract(shared_dir: Path) -> None:
    """Each object of the contract has a model, and each field of the model stands in the object's lines."""
    by_name = {model.__name__: model for model in MODELS}
    objects = contract_objects(shared_dir)
    assert len(objects) >= 14
    for name, text in objects.items():
        fields = set(by_name[name].model_json_schema(mode="serialization")["properties"])
        assert fields <= set(re.findall(r"[a-z_0-9]+", text)), name


def test_contract_has_no_field_that_the_models_lack(shared_dir: Path) -> None:
    """Each name followed by a comma, a question mark or a type in an object's lines is a field somewhere in it."""
    everywhere = {name for model in MODELS for name in model.model_json_schema(mode="serialization")["properties"]}
    values = {member.value for enum in ENUMS for member in enum}
    types = {"string", "action", "role"}
    for name, text in contract_objects(shared_dir).items():
        if name == "Extraction":  # its lines explain each field in prose; the test above holds its fields
            continue
        plain = re.sub(r"\([^)]*\)|\"[^\"]*\"|half-open.*", "", text)
        found = set(re.findall(r"\b([a-z][a-z_0-9]+)(?=[?,:]|\s+[\[{A-Z]|$)", plain)) - values - types
        assert found <= everywhere, name


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_described(model: type[Model]) -> None:
    """Every model has a docstring, and every field a description in plain ASCII, which models' prompts can hold."""
    assert model.__doc__
    for name, field in model.model_fields.items():
        described = field.description or str(field.metadata)
        assert described, name
    for name, described in model.model_json_schema().get("properties", {}).items():
        assert described.get("description"), name
        assert described["description"].isascii(), name


@pytest.mark.parametrize("enum", ENUMS)
def test_enumerations_stand_once(enum: type[StrEnum]) -> None:
    """Each enumeration is defined in enums.py and says what it is."""
    assert enum.__module__ == "schemas.enums"
    assert enum.__doc__
    assert len({member.value for member in enum}) == len(enum)


def test_schemas_import_nothing_of_ours(repo_root: Path) -> None:
    """The package's modules import each other, pydantic and the standard library."""
    for path in (repo_root / "schemas").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                assert node.module in ("typing", "enum", "pydantic", "pydantic_core"), path
            if isinstance(node, ast.Import):
                assert {alias.name for alias in node.names} <= {"datetime", "re"}, path


def test_unknown_fields_are_refused() -> None:
    """A misspelt field is an error and not dropped."""
    with pytest.raises(pydantic.ValidationError, match="extra_forbidden"):
        Count.model_validate({"value": 1, "units": "person"})


@pytest.mark.parametrize(("start", "end"), [(3, 1), (-1, 2)])
def test_spans_are_ordered(start: int, end: int) -> None:
    """A span starts at 0 or later and does not end before it starts."""
    with pytest.raises(pydantic.ValidationError):
        TextSpan(start=start, end=end, exact="")


def test_event_speaks_of_from_on_the_wire() -> None:
    """`from_` in Python is `from` in JSON, both ways and in both schemas."""
    event = RotationEvent(person=Person(name="A"), from_=[Post(title="Bí thư")])
    assert '"from":[{' in event.model_dump_json()
    assert RotationEvent.model_validate_json(event.model_dump_json()) == event
    assert "from" in RotationEvent.model_json_schema(mode="validation")["properties"]
    assert "from" in RotationEvent.model_json_schema(mode="serialization")["properties"]


def test_a_fact_is_built_from_few_arguments_and_lists_are_its_own() -> None:
    """Everything a text may leave unsaid has a default, and two facts never share a list."""
    first, second = RotationSummary(), RotationSummary()
    first.evidence.append(TextSpan(start=0, end=1, exact="a"))
    assert second.evidence == []
    assert second.total is None


@pytest.mark.parametrize("value", [Count(value=1), Flow(), TextSpan(start=0, end=1, exact="a")])
def test_values_are_frozen_and_hashable(value: Value) -> None:
    """Values cannot be changed in place and can be members of sets."""
    assert len({value, value.model_copy()}) == 1
    with pytest.raises(pydantic.ValidationError):
        setattr(value, next(iter(type(value).model_fields)), 2)


def test_models_are_cheap_to_build() -> None:
    """A summary with total and span takes below 0.2 ms, so that a reader can build thousands a second."""

    def build() -> Any:
        span = TextSpan(start=0, end=1, exact="a")
        return RotationSummary(total=Count(value=3), evidence=[span])

    assert min(timeit.repeat(build, number=200, repeat=5)) / 200 < 0.0002


def test_extraction_needs_only_what_always_exists() -> None:
    """Required of an Extraction are id, article, review and run; every list may be left out."""
    assert set(Extraction.model_json_schema()["required"]) == {"id", "article", "review", "run"}
