"""What is whole in a model's reply: items taken one by one, so that a broken one costs no other.

A reply can be cut off in the middle, stand in a Markdown fence, have talk around it, or one wrong value among a hundred
right ones. The object is read from its first brace, list by list and item by item; an item that is whole and has the
shape is kept, one that is not becomes a `Refused` with its reason. A wrong value that the item can do without is taken
out of it, one that it cannot sets it aside. Nothing is guessed: no brace is closed, no number is made from words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, get_origin

from pydantic import ValidationError

from service.model.shape import ITEMS, Shape

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[\s,]*")
_MOST_ITEMS = 20_000  # a reply of a few thousand tokens has some hundred


class Refused(NamedTuple):
    """An item of a reply that is not taken, or one value of it.

    `kind` is the list it stood in; `reason` a stable word: those of `service.grounding.SetAside`, and `not_json`,
    `wrong_shape`, `wrong_value`, `no_total`, `quote_too_long`, `wrong_date`. `value` is what was refused, `at` the
    number of the passage that the item names, None where it names none.
    """

    kind: str
    reason: str
    value: str
    at: int | None = None


@dataclass(slots=True)
class Salvaged:
    """The whole items of a reply, each with the list it stood in, what was refused, and whether the reply broke off."""

    items: list[tuple[str, Shape]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    broken_off: bool = False


def salvage(content: str) -> Salvaged:
    """Take what is whole from the text of a reply. Never raises; linear in its length."""
    out = Salvaged()
    at = content.find("{")
    if at < 0:
        out.broken_off = True
        out.refused.append(Refused("", "not_json", content[:80]))
        return out
    for kind, raw in _elements(content, at + 1, out):
        if len(out.items) >= _MOST_ITEMS:
            break
        item = _item(kind, raw, out.refused)
        if item is not None:
            out.items.append((kind, item))
    return out


def _elements(text: str, at: int, out: Salvaged) -> Iterator[tuple[str, Any]]:
    """Yield the elements of the known lists in the object that begins before `at`, up to where the text breaks off."""
    while True:
        at = _skip(text, at)
        if text[at : at + 1] == "}":
            return
        key, at = _value(text, at)
        at = _skip(text, at)
        if not isinstance(key, str) or text[at : at + 1] != ":":
            out.broken_off = True
            return
        at = _skip(text, at + 1)
        if key not in ITEMS or text[at : at + 1] != "[":
            _, end = _value(text, at)
            if end == at:
                out.broken_off = True
                return
            at = end
            continue
        at = _skip(text, at + 1)
        while text[at : at + 1] != "]":
            value, end = _value(text, at)
            if end > at:
                yield key, value
            else:
                past = _past_object(text, at)
                if past is None:
                    out.broken_off = True
                    if text[at:].strip():
                        out.refused.append(Refused(key, "not_json", text[at : at + 80]))
                    return
                out.refused.append(Refused(key, "not_json", text[at : min(past, at + 80)]))
                end = past
            at = _skip(text, end)
        at += 1


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int) -> tuple[Any, int]:
    """The JSON value at an offset and where it ends; the offset itself where there is no whole value."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, at
    return value, end


def _past_object(text: str, at: int) -> int | None:
    """Where a broken object ends by its braces, strings left out; None where it is cut off."""
    if text[at : at + 1] != "{":
        return None
    depth, in_string, k = 0, False, at
    while k < len(text):
        char = text[k]
        if in_string:
            k += char == "\\"
            in_string = char != '"'
        elif char == '"':
            in_string = True
        elif char in "{}":
            depth += 1 if char == "{" else -1
            if not depth:
                return k + 1
        k += 1
    return None


def _item(kind: str, raw: Any, refused: list[Refused]) -> Shape | None:
    """One item of its shape; missing values that may be missing are null or empty, unknown ones are left out."""
    shape = ITEMS[kind]
    if not isinstance(raw, dict):
        refused.append(Refused(kind, "wrong_shape", str(raw)[:80]))
        return None
    data = {name: raw[name] for name in shape.model_fields if name in raw}
    for name in _optional(shape) - data.keys():
        data[name] = _nothing(shape, name)
    at = raw.get("at")
    at = at if isinstance(at, int) else None
    for _ in range(len(shape.model_fields) + 1):
        try:
            return shape.model_validate(data)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            name = str(first["loc"][0]) if first["loc"] else ""
            refused.append(Refused(kind, "wrong_value", f"{name}: {str(raw.get(name))[:80]}", at))
            if name not in _optional(shape) or data[name] == _nothing(shape, name):
                break
            data[name] = _without(data[name], first["loc"]) if len(first["loc"]) > 1 else _nothing(shape, name)
    refused.append(Refused(kind, "wrong_shape", json.dumps(raw, ensure_ascii=False)[:200], at))
    return None


def _without(values: Any, location: tuple[int | str, ...]) -> Any:
    """A list without its element at a location of pydantic's."""
    index = location[1]
    return [value for k, value in enumerate(values) if k != index] if isinstance(index, int) else []


_CANNOT_MISS = frozenset(["quotes", "id", "of"])


def _optional(shape: type[Shape]) -> set[str]:
    """The fields that an item can do without: those that may be null, and lists but the quotes."""
    return {
        name
        for name, info in shape.model_fields.items()
        if name not in _CANNOT_MISS and (get_origin(info.annotation) is list or _may_be_null(info.annotation))
    }


def _may_be_null(annotation: Any) -> bool:
    return type(None) in getattr(annotation, "__args__", ())


def _nothing(shape: type[Shape], name: str) -> Any:
    return [] if get_origin(shape.model_fields[name].annotation) is list else None
