"""One article's way through the service, top to bottom: prepare, read, ground, ledger, check, decide.

A reader that asks a model reads in a conversation: it is lent the stations behind it (`judge`) and may read again what
they find wrong, before the last station decides.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Collection
from functools import partial

from schemas import Extraction, Review, ReviewStatus, Run
from service.checks import run_checks
from service.decide import decide
from service.desk import Desk, Judged, ModelReader, Outcome, asks_model
from service.errors import ModelError
from service.grounding import ground
from service.ledger import balance, counted_at
from service.prepare import Prepared, Submission, prepare
from service.readers import get_reader
from service.reading import Reader, Reading
from service.version import version


def extract(submission: Submission, reader: Reader | ModelReader, lang: str = "vi") -> Extraction:
    """Read one article and say how far the reading can be trusted.

    ``lang`` ("vi" or "en") is the language of the checks' messages. Raises the errors of ``service.errors`` for text
    that cannot be read, and the ``Model...`` errors with the rule reading as their ``fallback`` when no model can
    read it; an article without facts is no error. From a running event loop, ``extract_async`` is the one to call.
    """
    if asks_model(reader):
        from service.model.portal import run_blocking

        return run_blocking(extract_async(submission, reader, lang))
    started = time.perf_counter()
    prepared = prepare(submission)
    reading = reader.read(prepared)
    judged = judge(prepared, lang, (), reading)
    return _concluded(judged, Outcome(judged, reader.name), started)


async def extract_async(submission: Submission, reader: Reader | ModelReader, lang: str = "vi") -> Extraction:
    """``extract`` for an event loop: what computes runs in threads, what waits for a model does not hold one."""
    import asyncio  # a reader without a model starts faster without it

    if not asks_model(reader):
        return await asyncio.to_thread(extract, submission, reader, lang)
    started = time.perf_counter()
    desk = await asyncio.to_thread(_desk, submission, lang)
    try:
        outcome = await reader.converse(desk)
    except ModelError as error:
        judged = await asyncio.to_thread(desk.judge, desk.rules)
        outcome = Outcome(judged, reader="rules", usage=error.usage, cost_usd=error.cost_usd)
        error.fallback = _concluded(judged, outcome, started)
        raise
    return _concluded(outcome.judged, outcome, started)


def judge(prepared: Prepared, lang: str, counts: Collection[int], reading: Reading) -> Judged:
    """The stations behind a reader: ground, ledger, check. ``counts`` as in ``service.ledger.balance``."""
    grounding = ground(prepared, reading)
    figures = balance(prepared, grounding.reading, counts)
    extraction = Extraction(
        id="-",
        article=prepared.article,
        summaries=grounding.reading.summaries,
        events=grounding.reading.events,
        ratios=grounding.reading.ratios,
        provisions=grounding.reading.provisions,
        documents=grounding.reading.documents,
        figures=figures,
        checks=[],
        review=Review(status=ReviewStatus.CLEAN),
        run=Run(reader="-"),
    )
    extraction.checks = run_checks(extraction, lang)
    return Judged(extraction, grounding)


def _desk(submission: Submission, lang: str) -> Desk:
    """Prepare an article for a reader that asks a model; the rule reading says which numbers count officials."""
    prepared = prepare(submission)
    reader = get_reader("rules")
    assert isinstance(reader, Reader)
    rules = ground(prepared, reader.read(prepared)).reading
    counts = counted_at(balance(prepared, rules))
    return Desk(prepared, rules, partial(judge, prepared, lang, counts), lang)


def _concluded(judged: Judged, outcome: Outcome, started: float) -> Extraction:
    """The last station: the verdict over all checks, and how the extraction came about."""
    extraction = judged.extraction
    extraction.checks = [*extraction.checks, *outcome.checks]
    extraction.review = decide(extraction.checks)
    extraction.run = Run(
        reader=outcome.reader,
        model=outcome.model,
        prompt_version=outcome.prompt_version,
        attempts=outcome.attempts,
        usage=outcome.usage,
        cost_usd=outcome.cost_usd,
        versions=versions(),
    )
    extraction.id = _identifier(extraction)
    extraction.run.elapsed_ms = round((time.perf_counter() - started) * 1000, 3)
    return extraction


def versions() -> dict[str, str]:
    """The version of each part that shapes a result."""
    return {"luanchuyen": version()}


def _identifier(extraction: Extraction) -> str:
    """The same text read by the same reader of the same version has the same id; with a model, the same answer too."""
    run = extraction.run
    parts = [extraction.article.sha256, run.reader, *(f"{k}={v}" for k, v in sorted(run.versions.items()))]
    if run.model is not None:
        facts = extraction.model_dump_json(include={"summaries", "events", "ratios", "provisions", "documents"})
        parts += [run.model, run.prompt_version or "", facts]
    return "x" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]
