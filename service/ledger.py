"""The ledger: every number in the text, and whether a fact uses it, a reason excludes it, or nothing explains it.

A fact uses a number when one of its values equals it and the span that supports the value holds it; where a span holds
several, :mod:`service.claims` says which. What no fact uses is asked of the rule grammar
(``service/rules/explain.py``), whichever reader read the article.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from pydantic import TypeAdapter

from schemas import Figure, FigureStatus, TextSpan
from service.claims import Candidate, Claim, claims_of, settle_claims
from service.prepare import Prepared
from service.reading import Reading
from service.rules.doc import Doc, doc_of
from service.rules.explain import explain
from service.rules.number_forms import says_again
from service.rules.words import WrittenNumber, written_numbers


def balance(prepared: Prepared, reading: Reading, counts: Collection[int] = ()) -> list[Figure]:
    """Every number of the article in the order of the text; linear in the numbers and the facts.

    ``counts`` are source offsets at which another reader found a figure of officials (:func:`counted_at`): a number
    there that this reading does not use is unexplained, whatever it may look like alone.
    """
    doc = doc_of(prepared)
    source = doc.folded.source
    numbers = [(number, *doc.folded.source_range(number.start, number.end)) for number in written_numbers(doc)]
    reasons = explain(doc)
    targets = _targets(doc, reading, numbers, reasons)
    documents = _document_spans(reading)
    excluded = _Spans()
    for exclusion in reading.excluded:
        excluded.add_range(exclusion.start, exclusion.end, exclusion.reason)
    excluded.sort()
    figures: list[dict[str, object]] = []
    for number, start, end in numbers:
        text = source[start:end]
        figure: dict[str, object] = {
            "value": float(number.value) if isinstance(number.value, Decimal) else number.value,
            "text": text,
            "span": {"start": start, "end": end, "exact": text},
        }
        target = targets.get(start) or documents.around(start, end)
        if target is not None:
            figure |= {"status": _USED, "target": target}
        else:
            reason = None if start in counts else excluded.around(start, end) or reasons[number.start]
            figure |= {"status": _EXCLUDED if reason else _UNEXPLAINED, "reason": reason}
        figures.append(figure)
    return _FIGURES.validate_python(figures)


_FIGURES = TypeAdapter(list[Figure])
"""Makes all figures of an article in one call, which costs two thirds of making one by one."""
_USED, _EXCLUDED, _UNEXPLAINED = FigureStatus.USED, FigureStatus.EXCLUDED, FigureStatus.UNEXPLAINED


def _targets(
    doc: Doc,
    reading: Reading,
    numbers: Sequence[tuple[WrittenNumber, int, int]],
    reasons: Mapping[int, str | None],
) -> dict[int, str]:
    """The pointer of the fact that uses a number, by the number's source offset.

    ``numbers`` have their source offsets beside them.
    """
    claims: defaultdict[float, list[Claim]] = defaultdict(list)
    for claim in claims_of(reading):
        claims[claim.value].append(claim)
    mentions: defaultdict[float, list[tuple[WrittenNumber, int, int]]] = defaultdict(list)
    for mention in numbers:
        stated = mention[0].value
        if stated is not None and float(stated) in claims:
            mentions[float(stated)].append(mention)
    out: dict[int, str] = {}
    for value, found_at in mentions.items():
        several = len(found_at) > 1
        candidates = [
            Candidate(start, end, reasons[number.start], several and says_again(doc.tokens, number))
            for number, start, end in found_at
        ]
        out |= settle_claims(claims[value], candidates)
    return out


def counted_at(figures: Iterable[Figure]) -> frozenset[int]:
    """Where the figures stand that a reading's totals, parts and ratios use, as source offsets."""
    kinds = ("/summaries/", "/ratios/")
    return frozenset(f.span.start for f in figures if f.target is not None and f.target.startswith(kinds))


class _Spans:
    """Ranges of the text with a name each; :meth:`around` gives the name of the narrowest one that holds a span."""

    def __init__(self) -> None:
        self._ranges: list[tuple[int, int, str]] = []

    def add(self, name: str, spans: list[TextSpan]) -> None:
        """Add the same name for several spans."""
        for span in spans:
            self._ranges.append((span.start, span.end, name))

    def add_range(self, start: int, end: int, name: str) -> None:
        """Add one range by its offsets."""
        self._ranges.append((start, end, name))

    def sort(self) -> None:
        """Make ready for look-ups."""
        self._ranges.sort()

    def around(self, i: int, j: int) -> str | None:
        """The name of the narrowest range that holds ``i`` to ``j``: a part before the total that holds it. None where
        there is none."""
        if not self._ranges:
            return None
        k = bisect_right(self._ranges, (i, sys.maxsize, ""))
        best: tuple[int, str] | None = None
        for start, end, name in reversed(self._ranges[max(0, k - _NESTED) : k]):
            if j <= end and (best is None or end - start < best[0]):
                best = (end - start, name)
        return best[1] if best else None


_NESTED = 40  # ranges that can begin before a number and still hold it


def _document_spans(reading: Reading) -> _Spans:
    """Spans in which every number belongs to the fact: a document's number and date."""
    spans = _Spans()
    for i, document in enumerate(reading.documents):
        if document.number is not None or document.date is not None:
            spans.add(f"/documents/{i}/number", [s for s in document.evidence if len(s.exact) < 240])
    spans.sort()
    return spans
