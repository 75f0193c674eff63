"""One article's way through the service, top to bottom: prepare, read, ground, ledger, check, decide."""

from __future__ import annotations

import hashlib
import time

from schemas import Extraction, Review, ReviewStatus, Run
from service.checks import run_checks
from service.decide import decide
from service.grounding import ground
from service.ledger import balance
from service.prepare import Submission, prepare
from service.reading import Reader
from service.version import version


def extract(submission: Submission, reader: Reader, lang: str = "vi") -> Extraction:
    """Read one article and say how far the reading can be trusted.

    ``lang`` ("vi" or "en") is the language of the checks' messages. Raises the errors of ``service.errors`` for text
    that cannot be read; an article without facts is no error.
    """
    started = time.perf_counter()
    prepared = prepare(submission)
    reading = reader.read(prepared)
    grounding = ground(prepared, reading)
    figures = balance(prepared, grounding.reading)
    extraction = Extraction(
        id=_identifier(prepared.article.sha256, reader.name),
        article=prepared.article,
        summaries=grounding.reading.summaries,
        events=grounding.reading.events,
        ratios=grounding.reading.ratios,
        provisions=grounding.reading.provisions,
        documents=grounding.reading.documents,
        figures=figures,
        checks=[],
        review=Review(status=ReviewStatus.CLEAN),
        run=Run(reader=reader.name, versions=versions()),
    )
    extraction.checks = run_checks(extraction, lang)
    extraction.review = decide(extraction.checks)
    extraction.run.elapsed_ms = round((time.perf_counter() - started) * 1000, 3)
    return extraction


def versions() -> dict[str, str]:
    """The version of each part that shapes a result."""
    return {"luanchuyen": version()}


def _identifier(sha256: str, reader: str) -> str:
    """The same text read by the same reader of the same version is the same extraction, and has the same id."""
    parts = (sha256, reader, *(f"{k}={v}" for k, v in sorted(versions().items())))
    return "x" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]
