"""`luanchuyen eval lint` and `annotate`: the commands of those who keep the gold."""

import json
from pathlib import Path
from typing import Any, TextIO

import click

from . import lint as linting
from .convert import to_gold
from .gold_set import text_hash

_OWN_GOLD = Path(__file__).parent / "gold"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True), default=_OWN_GOLD)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
def lint(folder: Path, strict: bool) -> None:
    """Check gold files: hashes, spans, enumerations, sums, dates, doubles. Exits with 1 when there are errors."""
    findings = linting.lint(folder)
    for finding in findings:
        click.echo(f"{finding.file}{finding.pointer}: {finding.severity}: {finding.message}")
    errors = sum(finding.severity == "error" for finding in findings)
    click.echo(f"{errors} errors, {len(findings) - errors} warnings in {folder}")
    if errors or (strict and findings):
        raise SystemExit(1)


@click.command()
@click.argument("extraction", type=click.File("r", encoding="utf-8"))
@click.option("--id", "article_id", required=True, help="Id of the gold article; also the name of its files.")
@click.option("--gold", "folder", type=click.Path(path_type=Path), default=_OWN_GOLD, help="Folder to write into.")
@click.option("--force", is_flag=True, help="Replace gold files that exist.")
def annotate(extraction: TextIO, article_id: str, folder: Path, force: bool) -> None:
    """Turn a reviewed EXTRACTION (JSON, or - for standard input) into a gold article: ID.txt and ID.json.

    The array of one Extraction that `luanchuyen extract --format json` prints for one file is taken as well.

    An extraction with an editor's corrections, as the service keeps it, is what this is meant for: what the reader got
    wrong has to be put right before, for everything in it becomes gold.
    """
    document = _only(json.load(extraction))
    article = document.get("article") if isinstance(document, dict) else None
    if not article or text_hash(article.get("text", "")) != article.get("sha256"):
        raise click.UsageError("not an Extraction: 'article.text' is missing or does not match 'article.sha256'")
    gold_file, text_file = folder / f"{article_id}.json", folder / f"{article_id}.txt"
    if not force and (gold_file.exists() or text_file.exists()):
        raise click.UsageError(f"{gold_file} or its text exists; use --force to replace it")
    folder.mkdir(parents=True, exist_ok=True)
    text_file.write_bytes(article["text"].encode("utf-8"))
    gold = to_gold(document, article_id, text_file.name)
    gold_file.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    click.echo(f"written: {gold_file} and {text_file.name}")
    for finding in linting.lint(gold_file):
        click.echo(f"{finding.file}{finding.pointer}: {finding.severity}: {finding.message}")


def _only(document: Any) -> Any:
    """The Extraction itself, or the only one of an array: a gold article is one article."""
    if not isinstance(document, list):
        return document
    if len(document) != 1:
        raise click.UsageError(f"an array of {len(document)} Extractions: give one article's, or an array of one")
    return document[0]
