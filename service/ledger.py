"""The ledger: every number in the text, and whether a fact uses it, a reason excludes it, or nothing explains it.

A fact uses a number when one of its values equals it and the span that supports the value holds it. What no fact uses
is asked of the rule grammar (``service/rules/explain.py``), whichever reader read the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from schemas import Figure, FigureStatus, TextSpan
from service.prepare import Prepared
from service.reading import Exclusion, Reading
from service.rules.doc import doc_of
from service.rules.explain import explain
from service.rules.words import number_tokens

Claim = tuple[float, str, list[TextSpan]]
"""A value that a fact states, the JSON Pointer of the field, and the spans that support it."""


def balance(prepared: Prepared, reading: Reading) -> list[Figure]:
    """Every number of the article in the order of the text; linear in the numbers and the facts."""
    doc = doc_of(prepared)
    by_value: dict[float, list[tuple[str, TextSpan]]] = {}
    for value, pointer, spans in _claims(reading):
        by_value.setdefault(value, []).extend((pointer, span) for span in spans)
    whole = _whole_spans(reading)
    reasons = explain(doc)
    out: list[Figure] = []
    for number in number_tokens(doc):
        span = doc.span(number.i, number.j)
        value = _plain(number.value)
        target = _target(by_value.get(float(value), []), span) or _within(whole, span)
        if target is not None:
            out.append(Figure(value=value, text=span.exact, span=span, status=FigureStatus.USED, target=target))
            continue
        reason = _excluded(reading.excluded, span) or reasons.get(number.i)
        status = FigureStatus.EXCLUDED if reason else FigureStatus.UNEXPLAINED
        out.append(Figure(value=value, text=span.exact, span=span, status=status, reason=reason))
    return out


def _plain(value: int | Decimal) -> int | float:
    return value if isinstance(value, int) else float(value)


def _target(claims: list[tuple[str, TextSpan]], span: TextSpan) -> str | None:
    """The claim with the shortest span around the number: a part before the total that holds it."""
    best: tuple[int, str] | None = None
    for pointer, around in claims:
        if around.start <= span.start and span.end <= around.end:
            width = around.end - around.start
            if best is None or width < best[0]:
                best = (width, pointer)
    return best[1] if best else None


def _within(whole: list[tuple[str, TextSpan]], span: TextSpan) -> str | None:
    return next((p for p, around in whole if around.start <= span.start and span.end <= around.end), None)


def _excluded(exclusions: list[Exclusion], span: TextSpan) -> str | None:
    return next((e.reason for e in exclusions if e.start <= span.start and span.end <= e.end), None)


def _claims(reading: Reading) -> Iterator[Claim]:
    for i, summary in enumerate(reading.summaries):
        if summary.total is not None:
            yield float(summary.total.value), f"/summaries/{i}/total", summary.evidence
        for b, breakdown in enumerate(summary.breakdowns):
            for p, part in enumerate(breakdown.parts):
                pointer = f"/summaries/{i}/breakdowns/{b}/parts/{p}/count"
                yield float(part.count.value), pointer, part.evidence or summary.evidence
    for i, ratio in enumerate(reading.ratios):
        for name in ("numerator", "denominator", "percent"):
            value = getattr(ratio, name)
            if value is not None:
                yield float(value), f"/ratios/{i}/{name}", ratio.evidence
    for i, provision in enumerate(reading.provisions):
        if provision.value is not None:
            yield float(provision.value), f"/provisions/{i}/value", provision.evidence
            if provision.unit == "month":  # "3 năm (36 tháng)" states one value twice
                yield float(provision.value) / 12, f"/provisions/{i}/value", provision.evidence


def _whole_spans(reading: Reading) -> list[tuple[str, TextSpan]]:
    """Spans in which every number belongs to the fact: a document's number and date."""
    return [
        (f"/documents/{i}/number", span)
        for i, document in enumerate(reading.documents)
        for span in document.evidence
        if document.number is not None and len(span.exact) < 240
    ]
