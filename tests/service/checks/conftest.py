"""Extractions to check: written by hand in a few lines, or made from gold articles."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from eval.convert import to_extraction
from eval.gold_set import GoldArticle, load_gold
from schemas import (
    Breakdown,
    Check,
    CheckStatus,
    Count,
    Extraction,
    Figure,
    FigureStatus,
    Part,
    Post,
    RotationEvent,
    RotationSummary,
    TextSpan,
)
from service.checks import run_checks
from service.folding import fold, fold_key
from service.numbers import find_numbers

_REACH = 2500  # code points behind a total in which its parts are looked for


class Draft:
    """An extraction in the making, over one text; `unused` numbers are unexplained in the ledger, all others used."""

    def __init__(self, text: str, published_on: str | None = None, unused: tuple[str, ...] = ()) -> None:
        self.text = text
        self.unused = unused
        article = {"text": text, "sha256": hashlib.sha256(text.encode()).hexdigest(), "published_on": published_on}
        review, run = {"status": "clean"}, {"reader": "test"}
        self.extraction = Extraction.model_validate({"id": "x", "article": article, "review": review, "run": run})
        self.extraction.figures = list(_ledger(text, unused))

    def span(self, quote: str) -> TextSpan:
        """The span of the first place that says so; the quote has to be in the text."""
        start = self.text.index(quote)
        return TextSpan(start=start, end=start + len(quote), exact=quote)

    def total(self, value: int, *quotes: str, parts: dict[str, int] | None = None, **fields: Any) -> RotationSummary:
        """Add a summary; each key of `parts` quotes one part. `by`, `exhaustive`, `unit`, `qualifier` shape it."""
        by, exhaustive = fields.pop("by", "position"), fields.pop("exhaustive", True)
        count = {"unit": fields.pop("unit", "person"), "qualifier": fields.pop("qualifier", "exact")}
        unit = fields.pop("part_unit", count["unit"])
        breakdowns = []
        if parts is not None:
            made = [
                Part(label=quote, count=Count(value=n, unit=unit), evidence=[self.span(quote)])
                for quote, n in parts.items()
            ]
            breakdowns.append(Breakdown(by=by, exhaustive=exhaustive, parts=made))
        spans = [self.span(quote) for quote in quotes]
        fields = {"actions": ["rotation"], **fields}
        total = Count(value=value, **count)
        summary = RotationSummary(total=total, breakdowns=breakdowns, evidence=spans, **fields)
        self.extraction.summaries.append(summary)
        return summary

    def event(self, name: str, quote: str, to: str = "", left: str = "", **fields: Any) -> RotationEvent:
        """Add an event with one post moved to and one left."""
        levels = {"to": fields.pop("to_level", None), "left": fields.pop("from_level", None)}
        posts = {
            "to": [Post(title=to, level=levels["to"])] if to else [],
            "from": [Post(title=left, level=levels["left"])] if left else [],
        }
        person = {"name": name, "birth_year": fields.pop("birth_year", None)}
        fields = {"actions": ["appointment"], "evidence": [self.span(quote)], **posts, **fields}
        event = RotationEvent.model_validate({"person": person, **fields})
        self.extraction.events.append(event)
        return event

    def outcomes(self, code: str, lang: str = "vi") -> list[Check]:
        """The outcomes of one check."""
        return [check for check in run_checks(self.extraction, lang) if check.code == code]

    def alarms(self, code: str, lang: str = "vi") -> list[Check]:
        """The outcomes of one check that did not pass."""
        return [check for check in self.outcomes(code, lang) if check.status is not CheckStatus.PASS]


@pytest.fixture
def draft() -> type[Draft]:
    """The class `Draft`, to write an extraction with."""
    return Draft


@pytest.fixture(scope="session")
def gold_extractions() -> Callable[[Path], Iterator[tuple[GoldArticle, Extraction]]]:
    """Each gold article of a folder with its facts as an extraction without checks, optional facts included."""

    def read(folder: Path) -> Iterator[tuple[GoldArticle, Extraction]]:
        for article in load_gold(folder):
            yield article, _as_extraction(article)

    return read


def _ledger(text: str, unused: tuple[str, ...] = ()) -> Iterator[Figure]:
    """Every number of a text as a figure: used, or unexplained when it is written like one of `unused`."""
    folded = fold(text)
    for number in find_numbers(folded.text):
        span = folded.span(number.start, number.end)
        value = int(number.value) if number.value == int(number.value) else float(number.value)
        status = FigureStatus.UNEXPLAINED if span.exact in unused else FigureStatus.USED
        yield Figure(value=value, text=span.exact, span=span, status=status)


def _as_extraction(article: GoldArticle) -> Extraction:
    """The gold facts as an Extraction: parts get a span where gold has none, and no number is left unexplained."""
    extraction = Extraction.model_validate({**to_extraction(article), "checks": []})
    extraction.article.published_on = article.published_on or extraction.article.published_on
    extraction.figures = list(_ledger(article.text))
    for summary in extraction.summaries:
        taken: set[int] = set()
        for part in (part for breakdown in summary.breakdowns for part in breakdown.parts):
            if not part.evidence and summary.evidence:
                span = _find_part(extraction, part, summary.evidence[0].start, taken)
                if span is not None:
                    part.evidence.append(span)
    return extraction


def _find_part(extraction: Extraction, part: Part, start: int, taken: set[int]) -> TextSpan | None:
    """The span of a part's count, and of its label where that follows; None where the count is not near."""
    text, label = extraction.article.text, part.label
    found = [
        figure
        for figure in extraction.figures
        if figure.value == part.count.value and start - 100 <= figure.span.start < start + _REACH
    ]
    found = [figure for figure in found if figure.span.start not in taken] or found
    if not found:
        return None
    words = fold_key(label).split()

    def unlike(figure: Figure) -> int:
        around = fold_key(text[max(0, figure.span.start - 80) : figure.span.end + 80])
        return -sum(word in around for word in words)

    best = min(found, key=unlike)
    taken.add(best.span.start)
    at = text.find(label, best.span.end, best.span.end + len(label) + 40)
    end = at + len(label) if at >= 0 else best.span.end
    return TextSpan(start=best.span.start, end=end, exact=text[best.span.start : end])
