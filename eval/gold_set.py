"""Load gold articles: our own set, or any folder of texts with gold of the same shape.

A gold file is JSON in the shape of the wire contract, less `id`, `article`, `figures` and `run`, with `text_path` and
`text_sha256` beside the facts. Four layouts are read, tried in this order for each gold file:

    <root>/<id>.json + <root>/<id>.txt                    our own set, eval/gold
    <root>/<id>.json + <root>/../articles/<text_path>     gold with the articles in the folder beside it
    <root>/gold/<id>.json + <root>/articles/<text_path>   a set given by its parent folder
    <root>/<id>.json + <root>/articles/<text_path>
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FACT_LISTS = ("summaries", "events", "ratios", "provisions", "documents")


class GoldError(Exception):
    """A gold file that cannot be used; the message names the file and what to repair."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with its gold facts; offsets are Unicode code points into `text` as read from disk."""

    id: str
    text: str
    gold: Mapping[str, Any]
    path: Path

    @property
    def source(self) -> Mapping[str, Any]:
        """What is known of the publication: outlet, published_on, province, class."""
        return self.gold.get("source") or {}

    @property
    def published_on(self) -> date | None:
        """The day of publication, where the gold file knows it."""
        raw = self.source.get("published_on")
        return date.fromisoformat(raw) if raw else None

    @property
    def out_of_scope(self) -> bool:
        """True where the gold holds no fact at all, not even an optional one: a reader must find nothing here."""
        return not any(self.gold.get(name) for name in FACT_LISTS)

    @property
    def sha256(self) -> str:
        """Hash of the text, UTF-8, in hexadecimal."""
        return text_hash(self.text)

    @property
    def intact(self) -> bool:
        """True where the text is the one that was annotated."""
        return self.gold.get("text_sha256") in (None, self.sha256)


def text_hash(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read_text(path: Path) -> str:
    """The file's text, line ends untouched, so that offsets hold on every platform."""
    return path.read_bytes().decode("utf-8")


def _text_file(gold_file: Path, gold: Mapping[str, Any], root: Path) -> Path:
    name = str(gold.get("text_path") or f"{gold_file.stem}.txt")
    candidates = [gold_file.with_suffix(".txt"), gold_file.parent / name]
    candidates += [folder / "articles" / name for folder in (gold_file.parent.parent, root, gold_file.parent)]
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    raise GoldError(f"{gold_file}: no text found; looked for {name} beside it and in a folder 'articles'")


def load_article(gold_file: Path, root: Path | None = None) -> GoldArticle:
    """One gold file with its text. Raises GoldError where either cannot be read."""
    try:
        gold = json.loads(gold_file.read_bytes())
    except (OSError, ValueError) as error:
        raise GoldError(f"{gold_file}: {error}") from error
    if not isinstance(gold, dict) or not any(name in gold for name in FACT_LISTS):
        raise GoldError(f"{gold_file}: not a gold file; expected an object with {', '.join(FACT_LISTS)}")
    text = read_text(_text_file(gold_file, gold, root or gold_file.parent))
    return GoldArticle(id=str(gold.get("id") or gold_file.stem), text=text, gold=gold, path=gold_file)


def gold_files(root: Path) -> list[Path]:
    """The gold files of a folder (or of its subfolder `gold`), by name. Raises GoldError where there is none."""
    folder = root / "gold" if (root / "gold").is_dir() else root
    files = sorted(folder.glob("*.json")) if folder.is_dir() else [root] if root.suffix == ".json" else []
    if not files:
        raise GoldError(f"{root}: no gold files (*.json) here or in its subfolder 'gold'")
    return files


def load_gold(root: Path) -> list[GoldArticle]:
    """All gold articles of a folder, ordered by file name. Raises GoldError on the first that cannot be read."""
    return [load_article(path, root) for path in gold_files(root)]


def gold_hash(articles: list[GoldArticle]) -> str:
    """One hash over texts and gold facts: two runs with the same hash were scored against the same truth."""
    digest = hashlib.sha256()
    for article in sorted(articles, key=lambda a: a.id):
        facts = json.dumps(article.gold, ensure_ascii=False, sort_keys=True)
        digest.update(f"{article.id}\0{article.sha256}\0{facts}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
