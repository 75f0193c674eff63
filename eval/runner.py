"""Run a reader over a gold set, article by article, and keep what it says or how it failed."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import record
from .gold_set import GoldArticle, gold_hash
from .record import Provenance, Record, RunFile
from .score import ArticleScore, score_article

if TYPE_CHECKING:
    from service.desk import ModelReader
    from service.reading import Reader

Extract = Callable[[GoldArticle], Mapping[str, Any]]
"""Reads one article and returns the Extraction as JSON; raises whatever goes wrong."""


def with_reader(reader: "Reader | ModelReader") -> Extract:
    """Read through the production pipeline with the given reader; the pipeline is imported only when it is run."""
    from service.pipeline import extract
    from service.prepare import Submission

    def read(article: GoldArticle) -> Mapping[str, Any]:
        submission = Submission(
            text=article.text, outlet=article.source.get("outlet"), published_on=article.published_on
        )
        extraction: dict[str, Any] = extract(submission, reader).model_dump(mode="json", by_alias=True)
        return extraction

    return read


def from_predictions(path: Path) -> Extract:
    """Take Extractions from a JSON Lines file, found by the hash of the article's text.

    The returned function raises KeyError for an article that the file does not hold.
    """
    by_text: dict[str, Mapping[str, Any]] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                document = json.loads(line)
                by_text[document["article"]["sha256"]] = document
    return lambda article: by_text[article.sha256]


def provenance_of(
    reader: str, model: str | None, prompt: str | None, gold: list[GoldArticle], name: str, repeats: int = 1
) -> Provenance:
    """The provenance of a run on these gold articles with the code as it is now."""
    return Provenance(reader, model, prompt, record.code_version(), gold_hash(gold), name, len(gold), repeats)


def read_article(article: GoldArticle, read: Extract, repeat: int = 0) -> Record:
    """One article's record. Nothing that goes wrong inside the reader ends the run; it is written down instead."""
    if not article.intact:
        return Record(article.id, repeat, "not_scorable", detail="text differs from the annotated one (text_sha256)")
    begin = time.perf_counter()
    try:
        extraction = read(article)
    except KeyError as error:
        if error.args == (article.sha256,):
            return Record(article.id, repeat, "not_scorable", detail="no prediction for this article")
        return _crash(article, repeat, begin, error)
    except Exception as error:  # a crash is a result here, and is shown as such
        return _crash(article, repeat, begin, error)
    return Record(article.id, repeat, "read", time.perf_counter() - begin, extraction=extraction)


def _crash(article: GoldArticle, repeat: int, begin: float, error: Exception) -> Record:
    place, step = "", error.__traceback__
    while step:
        place, step = f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}", step.tb_next
    detail = f"{type(error).__name__}: {error} ({place})"
    return Record(article.id, repeat, "crashed", time.perf_counter() - begin, detail[:500])


def run(gold: Iterable[GoldArticle], read: Extract, repeats: int = 1) -> Iterator[Record]:
    """Records of every article, each read `repeats` times."""
    for article in gold:
        for repeat in range(repeats):
            yield read_article(article, read, repeat)


def run_to_file(
    gold: list[GoldArticle], read: Extract, provenance: Provenance, path: Path, step: Callable[[str], None]
) -> RunFile:
    """Run, appending to `path`; articles already there under the same provenance are not read again.

    `step` is called with the article's id after each reading, for a progress bar.
    """
    record.start(path, provenance)
    done = {(r.id, r.repeat) for r in record.load(path).records}
    for article in gold:
        for repeat in range(provenance.repeats):
            if (article.id, repeat) not in done:
                record.append(path, asdict(read_article(article, read, repeat)))
            step(article.id)
    return record.load(path)


def score_record(article: GoldArticle, reading: Record) -> ArticleScore:
    """Score one record; one that holds no extraction keeps its state and has no counts."""
    if reading.extraction is None:
        return ArticleScore(article.id, reading.state, reading.detail)
    return score_article(article.id, article.gold, reading.extraction)


def score_run(gold: list[GoldArticle], result: RunFile, repeat: int = 0) -> list[ArticleScore]:
    """Scores of one repeat of a run, in the order of the gold; an article without a record is not scorable."""
    records = {r.id: r for r in result.records if r.repeat == repeat}
    missing = Record("", repeat, "not_scorable", detail="the run holds no record of this article")
    return [score_record(article, records.get(article.id, missing)) for article in gold]
