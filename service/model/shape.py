"""What the model is asked to fill in: one flat object with six lists, quotes in place of offsets.

Shorter and flatter than the contract, since a model pays for every name it writes: a part points to its total by a
number, a move's posts are the only objects inside an item, and every list may be empty. `service.model.convert` turns
it into the contract. The JSON Schema keeps to what strict structured output accepts: every property is required,
`additionalProperties` is false, what may be missing is a union with null, and no keyword limits a value. Nothing in it
is Vietnamese, as some clients escape what is not ASCII; what the fields mean is told by `prompts/`.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from schemas import (
    Action,
    CountUnit,
    Grouping,
    Level,
    Measure,
    MoveStatus,
    ProvisionKind,
    ProvisionUnit,
    Qualifier,
    Role,
)

_NOISE = ("title", "description", "default")


class Shape(BaseModel):
    """Base of what a model writes: no field may be missing, none be added."""

    model_config = ConfigDict(extra="forbid")

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the JSON Schema without titles, descriptions and defaults: they cost tokens and say nothing new."""
        schema: dict[str, Any] = _bare(super().model_json_schema(*args, **kwargs))
        return schema


class Total(Shape):
    """A stated total of officials moved. `id` is the model's own number for it; `at` is a passage's number."""

    id: int
    at: int
    quotes: list[str]
    value: int | None
    unit: CountUnit
    qualifier: Qualifier
    status: MoveStatus
    actions: list[Action]
    from_level: Level | None
    to_level: Level | None
    roles: list[Role]
    cadre_level: Level | None
    place: str | None
    place_level: Level | None
    decided_by: str | None
    period: str | None
    term: str | None


class PartOf(Shape):
    """One part of the total whose `id` is `of`; parts with the same `of` and `by` make one breakdown."""

    of: int
    by: Grouping
    exhaustive: bool | None
    at: int
    quote: str
    label: str
    value: int
    unit: CountUnit
    qualifier: Qualifier
    from_level: Level | None
    to_level: Level | None
    roles: list[Role]
    place: str | None
    place_level: Level | None
    period: str | None


class PostHeld(Shape):
    """A post taken up or left."""

    title: str
    roles: list[Role]
    level: Level | None
    place: str | None


class Move(Shape):
    """One named person, one move."""

    at: int
    quotes: list[str]
    name: str
    honorific: str | None
    birth_year: int | None
    status: MoveStatus
    actions: list[Action]
    left: list[PostHeld]
    taken: list[PostHeld]
    decided_by: str | None
    decision_number: str | None
    decision_date: str | None
    date: str | None
    until: str | None


class Ratio(Shape):
    """A share of localities or posts that meet a personnel rule."""

    at: int
    quote: str
    measure: Measure
    label: str
    roles: list[Role]
    numerator: int | None
    denominator: int | None
    percent: float | None
    unit_level: Level | None
    place: str | None
    place_level: Level | None
    members: list[str]


class Rule(Shape):
    """A rule for rotation and posts; its text is the quote."""

    at: int
    quote: str
    kind: ProvisionKind
    value: float | None
    unit: ProvisionUnit | None
    from_level: Level | None
    to_level: Level | None
    roles: list[Role]


class Cited(Shape):
    """A document that the article cites."""

    at: int
    quote: str
    kind: str
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None


class Answer(Shape):
    """Everything that a model reads from the passages it was given."""

    totals: list[Total]
    parts: list[PartOf]
    moves: list[Move]
    ratios: list[Ratio]
    rules: list[Rule]
    documents: list[Cited]


ITEMS: dict[str, type[Shape]] = {
    "totals": Total,
    "parts": PartOf,
    "moves": Move,
    "ratios": Ratio,
    "rules": Rule,
    "documents": Cited,
}
"""The lists of an `Answer` and what each holds."""


@cache
def schema_text() -> str:
    """The schema as the prompt tells it: one line a list, one an enumeration; a third of the JSON Schema's length."""
    schema = Answer.model_json_schema()
    definitions: dict[str, dict[str, Any]] = schema["$defs"]
    lines = ["{" + ", ".join(f"{name}: {_type(part)}" for name, part in schema["properties"].items()) + "}"]
    objects = [name for name, part in definitions.items() if part.get("type") == "object"]
    for name in sorted(objects, key=list(definitions).index):
        fields = ", ".join(f"{key}: {_type(part)}" for key, part in definitions[name]["properties"].items())
        lines.append(f"{name} = {{{fields}}}")
    lines += [f"{name} = {' | '.join(part['enum'])}" for name, part in definitions.items() if "enum" in part]
    return "\n".join(lines)


def _type(part: dict[str, Any]) -> str:
    if "anyOf" in part:
        return "|".join(_type(option) for option in part["anyOf"])
    if part.get("type") == "array":
        return f"[{_type(part['items'])}]"
    return _name(part) if "$ref" in part else str(part["type"])


def _name(part: dict[str, Any]) -> str:
    return str(part["$ref"]).rpartition("/")[2]


def _bare(schema: Any) -> Any:
    """A schema without noise; what stands under `properties` or `$defs` is a name and never noise."""
    if isinstance(schema, list):
        return [_bare(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    out: dict[str, Any] = {}
    for key, part in schema.items():
        if key in ("properties", "$defs"):
            out[key] = {name: _bare(inner) for name, inner in part.items()}
        elif key not in _NOISE:
            out[key] = _bare(part)
    return out
