"""`luanchuyen extract FILE...`: read articles from files or standard input."""

import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from schemas import WEB_ADDRESS, Extraction
from service.cli.main import SOME_FILES_FAILED
from service.decoding import decode_utf8
from service.errors import ArticleTooLong, InternalError, LuanChuyenError, ModelError, UnreadableFile
from service.pipeline import extract
from service.prepare import MAX_CHARACTERS, Submission
from service.readers import default_reader, get_reader
from service.settings import load_settings

# No character takes more than four bytes: a file that is longer holds too many of them, and is not read on.
_MAX_BYTES = 4 * MAX_CHARACTERS


def _web_address(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(WEB_ADDRESS, value):
        raise click.BadParameter("it is not an http or https address")
    return value


@click.command(name="extract", short_help="Read articles from files.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--reader",
    metavar="NAME",
    help="The reader: rules, llm or hybrid. Default: LUANCHUYEN_READER; else hybrid with a model, rules without.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    help="table for people, json (one array, indented), jsonl (one Extraction a line). "
    "Default: table on a terminal, else jsonl.",
)
@click.option("--lang", type=click.Choice(["vi", "en"]), help="Language of messages. Default: LUANCHUYEN_LANG.")
@click.option("--title", help="Headline of the article; for one file.")
@click.option("--url", callback=_web_address, help="Web address (http or https) of the article; for one file.")
@click.option("--outlet", help="Newspaper or site of the articles.")
@click.option("--published-on", type=click.DateTime(["%Y-%m-%d"]), help="Date of publication, as 2023-05-31.")
def command(
    files: tuple[str, ...],
    reader: str | None,
    form: str | None,
    lang: str | None,
    title: str | None,
    url: str | None,
    outlet: str | None,
    published_on: datetime | None,
) -> None:
    """Read each FILE (UTF-8 text; - is standard input) and print what it says, in the order of the files.

    A file that cannot be read as an article is reported on standard error as FILE: code: message; the others are
    read all the same, and the exit code is 1. Where no model can read an article, the rule reader's reading is printed
    beside the error; its run says so.
    """
    if len(files) > 1 and (title or url):
        raise click.UsageError("--title and --url belong to one article: give one FILE with them.")
    settings = load_settings()
    chosen = get_reader(reader or default_reader(settings), settings)
    lang = lang or settings.lang
    date = published_on.date() if published_on else None
    failed = 0

    def read() -> Iterator[tuple[str, Extraction]]:
        nonlocal failed
        for name in _with_progress(files):
            try:
                submission = Submission(
                    text=decode_utf8(_bytes(name)), title=title, url=url, outlet=outlet, published_on=date
                )
                extraction = extract(submission, chosen, lang=lang)
            except LuanChuyenError as error:
                failed += 1
                click.echo(f"{name}: {error.code}: {error.message(lang)}", err=True)
                if isinstance(error, ModelError) and error.fallback is not None:
                    yield name, error.fallback
            except Exception as error:  # a fault of ours in one article must not cost the others
                failed += 1
                kind = f"{type(error).__module__}.{type(error).__qualname__}"
                click.echo(f"{name}: {InternalError.code}: {InternalError().message(lang)} ({kind})", err=True)
            else:
                yield name, extraction

    _print(read(), form or ("table" if sys.stdout.isatty() else "jsonl"), lang)
    if failed:
        raise click.exceptions.Exit(SOME_FILES_FAILED)


def _bytes(name: str) -> bytes:
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_MAX_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(error.strerror or type(error).__name__) from None
    if len(data) > _MAX_BYTES:
        raise ArticleTooLong(length=len(data) // 4, limit=MAX_CHARACTERS)
    return data


def _print(extractions: Iterator[tuple[str, Extraction]], form: str, lang: str) -> None:
    """Print each extraction as soon as it is there."""
    if form == "table":
        from service.cli.tables import console, print_extraction

        out = console()
        for name, extraction in extractions:
            print_extraction(out, extraction, lang, heading=name)
        return
    stream = sys.stdout.buffer
    if form == "jsonl":
        for _, extraction in extractions:
            stream.write(extraction.model_dump_json().encode() + b"\n")
            stream.flush()
        return
    opening = b"["
    for _, extraction in extractions:
        stream.write(opening + b"\n" + extraction.model_dump_json(indent=2).encode())
        opening = b","
    stream.write(b"[]\n" if opening == b"[" else b"\n]\n")
    stream.flush()


def _with_progress(files: tuple[str, ...]) -> Iterator[str]:
    """The files, with a progress bar on standard error where there are several and somebody watches."""
    if len(files) == 1 or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=len(files))
        for name in files:
            progress.update(task, description=Path(name).name.replace("[", r"\["))
            yield name
            progress.advance(task)
