"""Gold articles as the extraction a reader without faults would give: parts with spans, and a ledger without rests."""

from collections.abc import Iterator
from pathlib import Path

from eval.convert import to_extraction
from eval.gold_set import GoldArticle, load_gold
from schemas import Extraction, Figure, FigureStatus, TextSpan
from service.folding import fold, fold_key
from service.numbers import find_numbers

_REACH = 2500  # code points behind a total in which its parts are looked for


def gold_extractions(*folders: Path) -> Iterator[tuple[GoldArticle, Extraction]]:
    """Each gold article of the folders with its extraction, optional facts included, checks left out."""
    for folder in folders:
        for article in load_gold(folder):
            yield article, as_extraction(article)


def as_extraction(article: GoldArticle) -> Extraction:
    """The gold facts as an Extraction whose every number of the text counts as accounted for."""
    extraction = Extraction.model_validate({**to_extraction(article), "checks": []})
    extraction.article.published_on = article.published_on
    folded = fold(article.text)
    for number in find_numbers(folded.text):
        span = folded.span(number.start, number.end)
        value = int(number.value) if number.value == int(number.value) else float(number.value)
        extraction.figures.append(Figure(value=value, text=span.exact, span=span, status=FigureStatus.USED))
    for summary in extraction.summaries:
        taken: set[int] = set()
        for part in (part for breakdown in summary.breakdowns for part in breakdown.parts):
            if not part.evidence and summary.evidence:
                span = _find_part(extraction, part.count.value, part.label, summary.evidence[0].start, taken)
                if span is not None:
                    part.evidence.append(span)
    return extraction


def _find_part(extraction: Extraction, value: int, label: str, start: int, taken: set[int]) -> TextSpan | None:
    """The span of the part's count, and of its label where that follows; None where the gold's count is elsewhere."""
    text = extraction.article.text
    found = [f for f in extraction.figures if f.value == value and start - 100 <= f.span.start < start + _REACH]
    found = [f for f in found if f.span.start not in taken] or found
    if not found:
        return None
    words = fold_key(label).split()

    def likeness(figure: Figure) -> int:
        around = fold_key(text[max(0, figure.span.start - 80) : figure.span.end + 80])
        return -sum(word in around for word in words)

    best = min(found, key=likeness)
    taken.add(best.span.start)
    end = best.span.end
    at = text.find(label, end, end + len(label) + 40)
    end = at + len(label) if at >= 0 else end
    return TextSpan(start=best.span.start, end=end, exact=text[best.span.start : end])
