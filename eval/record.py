"""What a run leaves behind: one record per article and repeat, and where the whole came from.

A run is a JSON Lines file: the first line is the provenance, every further line one record. Appending a line per
article makes a run resumable: what is already there, under the same provenance, is not read again.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a result depends on. Equal provenance, equal results (but for readers that are not deterministic).

    `code` is the package version and a hash over the source of schemas, service and prompts; `gold` the hash of the
    gold set (texts and facts); `articles` how many it has.
    """

    reader: str
    model: str | None
    prompt_version: str | None
    code: str
    gold: str
    gold_name: str
    articles: int
    repeats: int = 1

    @property
    def key(self) -> str:
        """Twelve hexadecimal digits that name the run: everything but how often it is repeated."""
        values = {name: value for name, value in asdict(self).items() if name != "repeats"}
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Record:
    """One reading of one article. `state` is read, crashed or not_scorable; `extraction` is the contract's JSON."""

    id: str
    repeat: int
    state: str
    seconds: float = 0.0
    detail: str = ""
    extraction: Mapping[str, Any] | None = None


@dataclass(slots=True)
class RunFile:
    """All records of one run, in the order written."""

    provenance: Provenance
    records: list[Record] = field(default_factory=list)

    def repeats_of(self, article_id: str) -> list[Record]:
        """The article's records, by repeat."""
        return sorted((r for r in self.records if r.id == article_id), key=lambda r: r.repeat)


def source_hash() -> str:
    """Twelve hexadecimal digits over the source files that shape a result; needs no version control."""
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for folder in ("schemas", "service", "prompts"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def code_version() -> str:
    """Package version and source hash, as in '0.1.0+3f2a...'; version 0 where the package is not installed."""
    try:
        version = metadata.version("luanchuyen")
    except metadata.PackageNotFoundError:
        version = "0"
    return f"{version}+{source_hash()}"


def append(path: Path, line: Mapping[str, Any]) -> None:
    """Add one JSON line and hand it to the operating system at once, so that a kill loses one article at most."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def start(path: Path, provenance: Provenance) -> None:
    """Begin a run file, or keep the one that is there if it has the same provenance (then the run resumes)."""
    if path.exists() and path.stat().st_size:
        with path.open(encoding="utf-8") as file:
            head = file.readline()
        if json.loads(head).get("key") == provenance.key:
            _drop_torn_line(path)
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    append(path, {"key": provenance.key, "provenance": asdict(provenance)})


def _drop_torn_line(path: Path) -> None:
    content = path.read_bytes()
    if not content.endswith(b"\n"):
        path.write_bytes(content[: content.rfind(b"\n") + 1])


def load(path: Path) -> RunFile:
    """Read a run file. Raises ValueError, naming the file, when it is not one."""
    lines = _lines(path)
    try:
        head = next(lines)
        run = RunFile(Provenance(**head["provenance"]))
        run.records = [Record(**line) for line in lines]
    except (StopIteration, KeyError, TypeError) as error:
        raise ValueError(f"{path}: not a run file written by 'luanchuyen eval run'") from error
    return run


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise ValueError(f"{path}:{number}: not JSON ({error})") from error
