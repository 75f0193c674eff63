"""Loads what the model is told from `prompts/`, refuses what is not understood there, and puts the request together.

A prompt file is TOML with `version`, `variables` and `text`; an unknown key, a variable that is used and not declared,
or one that is declared and not used, is a `PromptError` that names it. The request begins with what never changes
(instructions, schema, examples), so that providers can serve it from their caches, and ends with the article between
two marks that do not occur in it.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from service.model.passages import Passage
from service.model.shape import Answer, schema_text
from service.prepare import Prepared

FOLDER = Path(__file__).resolve().parents[2] / "prompts"

_T = TypeVar("_T", bound="_File")

Messages = list[dict[str, Any]]


class PromptError(Exception):
    """A prompt file that cannot be used, or a variable that is missing; the message names file and key."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    version: int


class _Text(_File):
    variables: list[str]
    text: str


class Example(BaseModel):
    """One worked example: passages of a made-up article, and the answer to it as JSON text."""

    model_config = ConfigDict(extra="forbid")

    name: str
    published_on: str
    passages: list[str]
    answer: str


class _Examples(_File):
    example: list[Example]


@dataclass(frozen=True, slots=True)
class Prompt:
    """One text with variables."""

    name: str
    version: int
    variables: frozenset[str]
    text: str

    def fill(self, **values: str) -> str:
        """Return the text with its variables filled in; raises PromptError for a missing or unknown one."""
        for name in sorted(self.variables ^ values.keys()):
            raise PromptError(f"{self.name}: {'missing' if name in self.variables else 'unknown'} variable {name}")
        return Template(self.text).substitute(values).strip()


@dataclass(frozen=True, slots=True)
class Prompts:
    """Everything that a model is told. `version` is the versions of the four files and a hash over all they say."""

    system: Prompt
    reading: Prompt
    repair: Prompt
    examples: tuple[Example, ...]
    version: str

    def prefix(self) -> Messages:
        """The messages that every request begins with, the same letter for letter."""
        messages: Messages = [{"role": "system", "content": self.system.fill(schema=schema_text())}]
        for example in self.examples:
            marked = _marked(list(enumerate(example.passages, 1)), example.published_on)
            messages.append({"role": "user", "content": self.reading.fill(**marked)})
            messages.append({"role": "assistant", "content": _compact(example.answer)})
        return messages

    def ask(self, prepared: Prepared, passages: list[Passage]) -> Messages:
        """The request to read some passages of an article."""
        return [*self.prefix(), {"role": "user", "content": self.reading.fill(**_fenced(prepared, passages))}]

    def ask_again(self, prepared: Prepared, passages: list[Passage], problems: list[str]) -> Messages:
        """The request to read some passages again, for these reasons; each is one line of plain words."""
        listed = "\n".join(f"- {problem}" for problem in problems)
        content = self.repair.fill(**_fenced(prepared, passages), problems=listed)
        return [*self.prefix(), {"role": "user", "content": content}]


@cache
def load_prompts(folder: Path = FOLDER) -> Prompts:
    """Load the four files of a folder; raises PromptError for the first that cannot be used."""
    raw = {name: _read(folder / f"{name}.toml") for name in ("system", "reading", "repair", "examples")}
    texts = {name: _text(folder / f"{name}.toml", raw[name]) for name in ("system", "reading", "repair")}
    examples = _valid(_Examples, folder / "examples.toml", raw["examples"])
    for example in examples.example:
        try:
            Answer.model_validate_json(example.answer)
        except ValidationError as error:
            raise PromptError(f"examples.toml: example {example.name}: {_first(error)}") from None
    digest = hashlib.sha256(schema_text().encode())
    for content in raw.values():
        digest.update(b"\0" + json.dumps(content, ensure_ascii=False, sort_keys=True).encode())
    versions = ".".join(str(version) for version in (*(text.version for text in texts.values()), examples.version))
    return Prompts(**texts, examples=tuple(examples.example), version=f"{versions}+{digest.hexdigest()[:12]}")


def fence(text: str) -> tuple[str, str]:
    """Two marks around a text that do not occur in it: made from its hash, so that the same text has the same marks."""
    salt = 0
    while True:
        name = hashlib.sha256(f"{salt}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if name not in text:
            return f"<<<ARTICLE {name}>>>", f"<<<END {name}>>>"
        salt += 1


def _fenced(prepared: Prepared, passages: list[Passage]) -> dict[str, str]:
    published, title = prepared.submission.published_on, prepared.submission.title
    numbered = [(passage.number, prepared.folded.source[passage.start : passage.end]) for passage in passages]
    return _marked(numbered, published.isoformat() if published else "unknown", title)


def _marked(numbered: list[tuple[int, str]], published_on: str, title: str | None = None) -> dict[str, str]:
    lines = [f"headline: {' '.join(title.split())}"] if title else []
    lines += [f"[{number}] {' '.join(unicodedata.normalize('NFC', text).split())}" for number, text in numbered]
    passages = "\n".join(lines)
    begin, end = fence(passages)
    return {"begin": begin, "end": end, "published_on": published_on, "passages": passages}


def _compact(answer: str) -> str:
    return json.dumps(json.loads(answer), ensure_ascii=False, separators=(",", ":"))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PromptError(f"{path.name}: {error}") from None


def _text(path: Path, raw: dict[str, Any]) -> Prompt:
    file = _valid(_Text, path, raw)
    used = set(Template(file.text).get_identifiers())
    if not Template(file.text).is_valid():
        raise PromptError(f"{path.name}: a dollar sign that begins no variable; write two for one")
    for name in sorted(used ^ set(file.variables)):
        raise PromptError(f"{path.name}: variable {name} is {'used and not declared' if name in used else 'not used'}")
    return Prompt(path.name, file.version, frozenset(used), file.text)


def _valid(shape: type[_T], path: Path, raw: dict[str, Any]) -> _T:
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        raise PromptError(f"{path.name}: {_first(error)}") from None


def _first(error: ValidationError) -> str:
    item = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(step) for step in item['loc'])}: {item['msg']}"
