"""Values as the article writes them: the grammar reads one spelling, and what it returns has the source's again.

Letters come composed (NFC) whatever the article's form, so that values of two submissions of one text are equal; only a
span's ``exact`` keeps the form.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from schemas import (
    Decision,
    DocumentReference,
    Period,
    Place,
    Post,
    Provision,
    RotationEvent,
    RotationSummary,
    TextSpan,
)
from service.folding import Folded
from service.reading import Reading

_AROUND = 2_000
"""Characters on each side of the evidence in which a value may still stand (the full name behind "ông Hoà")."""


def spell_as_written(folded: Folded, reading: Reading) -> None:
    """Give names, titles, texts, signs and issuers of a reading the spelling of the source ("Uỷ viên", "Hoà")."""
    if folded.text == folded.source:
        return
    for summary in reading.summaries:
        _summary(summary, _speller(folded, summary.evidence))
    for event in reading.events:
        _event(event, _speller(folded, event.evidence))
    for ratio in reading.ratios:
        ratio.label = _speller(folded, ratio.evidence)(ratio.label)
    for provision in reading.provisions:
        _provision(provision, _speller(folded, provision.evidence))
    for document in reading.documents:
        _document(document, _speller(folded, document.evidence))


def _speller(folded: Folded, evidence: list[TextSpan]) -> Callable[[str], str]:
    """A function that finds a folded value in a fact's evidence, else near it, and returns what the source has."""
    ranges = [(folded.folded_offset(span.start), folded.folded_offset(span.end)) for span in evidence]
    if ranges:
        ranges.append((max(0, min(ranges)[0] - _AROUND), max(end for _, end in ranges) + _AROUND))

    def spell(value: str) -> str:
        for begin, end in ranges:
            at = folded.text.find(value, begin, end)
            if value and at >= 0:
                return unicodedata.normalize("NFC", folded.exact(at, at + len(value)))
        return unicodedata.normalize("NFC", value)

    return spell


def _summary(summary: RotationSummary, spell: Callable[[str], str]) -> None:
    summary.period = _period(summary.period, spell)
    summary.jurisdiction = _place(summary.jurisdiction, spell)
    summary.decided_by = spell(summary.decided_by) if summary.decided_by else None
    for breakdown in summary.breakdowns:
        for part in breakdown.parts:
            part.label = spell(part.label)
            part.place = _place(part.place, spell)
            part.period = _period(part.period, spell)


def _place(place: Place | None, spell: Callable[[str], str]) -> Place | None:
    return place.model_copy(update={"name": spell(place.name)}) if place is not None else None


def _period(period: Period | None, spell: Callable[[str], str]) -> Period | None:
    return period.model_copy(update={"text": spell(period.text)}) if period is not None and period.text else period


def _event(event: RotationEvent, spell: Callable[[str], str]) -> None:
    event.person.name = spell(event.person.name)
    event.from_ = [_post(post, spell) for post in event.from_]
    event.to = [_post(post, spell) for post in event.to]
    event.decided_by = spell(event.decided_by) if event.decided_by else None
    if event.decision is not None and event.decision.number:
        event.decision = Decision(number=spell(event.decision.number), date=event.decision.date)


def _post(post: Post, spell: Callable[[str], str]) -> Post:
    place = spell(post.place) if post.place else None
    return post.model_copy(update={"title": spell(post.title), "place": place})


def _provision(provision: Provision, spell: Callable[[str], str]) -> None:
    provision.text = spell(provision.text)


def _document(document: DocumentReference, spell: Callable[[str], str]) -> None:
    document.kind = spell(document.kind)
    document.number = spell(document.number) if document.number else document.number
    document.issuer = spell(document.issuer) if document.issuer else document.issuer
    document.title = spell(document.title) if document.title else document.title
