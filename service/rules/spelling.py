"""Values as the article writes them: the grammar reads one spelling, and what it returns has the source's again.

Letters come composed (NFC) whatever the article's form, so that values of two submissions of one text are equal; only a
span's ``exact`` keeps the form.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from schemas import Model, Part, Period, Place, Post, RotationSummary, TextSpan
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
        spell = _speller(folded, event.evidence)
        _in_place(event, ("decided_by",), spell)
        _in_place(event.person, ("name",), spell)
        for posts in (event.from_, event.to):
            posts[:] = [_post(post, spell) for post in posts]
        if event.decision is not None:
            _in_place(event.decision, ("number",), spell)
    for ratio in reading.ratios:
        _in_place(ratio, ("label",), _speller(folded, ratio.evidence))
    for provision in reading.provisions:
        _in_place(provision, ("text",), _speller(folded, provision.evidence))
    for document in reading.documents:
        _in_place(document, ("kind", "number", "issuer", "title"), _speller(folded, document.evidence))


def _speller(folded: Folded, evidence: list[TextSpan]) -> Callable[[str], str]:
    """A function that finds a folded value in a fact's evidence, else near it, and returns what the source has."""
    if folded.edits:
        ranges = [(folded.folded_offset(span.start), folded.folded_offset(span.end)) for span in evidence]
    else:
        ranges = [(span.start, span.end) for span in evidence]
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
    _in_place(summary, ("decided_by",), spell)
    _time_and_place(summary, "jurisdiction", summary.jurisdiction, summary.period, spell)
    for breakdown in summary.breakdowns:
        for part in breakdown.parts:
            _in_place(part, ("label",), spell)
            _time_and_place(part, "place", part.place, part.period, spell)


def _time_and_place(
    fact: RotationSummary | Part, at: str, place: Place | None, period: Period | None, spell: Callable[[str], str]
) -> None:
    """Spell the place in the field ``at`` and the period of a fact, which are values: another one is a copy."""
    if place is not None and (name := spell(place.name)) != place.name:
        setattr(fact, at, place.model_copy(update={"name": name}))
    if period is not None and period.text and (text := spell(period.text)) != period.text:
        fact.period = period.model_copy(update={"text": text})


def _post(post: Post, spell: Callable[[str], str]) -> Post:
    title, place = spell(post.title), spell(post.place) if post.place else post.place
    changed = title != post.title or place != post.place
    return post.model_copy(update={"title": title, "place": place}) if changed else post


def _in_place(fact: Model, fields: Sequence[str], spell: Callable[[str], str]) -> None:
    """Spell some fields of a fact. Most values stay as they are, and to set one costs more than to look."""
    for field in fields:
        value = getattr(fact, field)
        if value and (written := spell(value)) != value:
            setattr(fact, field, written)
