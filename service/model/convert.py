"""From the items of a reply to facts of the contract, with quotes turned into spans; each item stands alone.

A quote has to stand in the article, in the passage the item names or else nearest to it; an item without such a quote
is refused, its neighbours stay. Whether the quote holds the value is the grounder's question (`service.grounding`), the
same for every reader. What the grounder does not look at and the model writes freely is settled here: a label or form
of address that the article does not have is replaced by the quote or left out, and every name and title is put back
into the article's own spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import ValidationError

from schemas import (
    Breakdown,
    Count,
    CoverageRatio,
    Decision,
    DocumentReference,
    Flow,
    Level,
    Part,
    Period,
    Person,
    Place,
    Post,
    Provision,
    RotationEvent,
    RotationSummary,
    TextSpan,
)
from service.edtf import parse_edtf
from service.folding import fold
from service.gazetteer import find_units
from service.model.passages import Passage
from service.model.salvage import Refused
from service.model.shape import Cited, Move, PartOf, PostHeld, Ratio, Rule, Shape, Total
from service.prepare import Prepared
from service.quotes import Finder
from service.reading import Reading

_LONGEST_QUOTE = 1500  # code points; a longer one would hold any number
_FIRST_YEAR, _LAST_YEAR = 1850, 2100

_T = TypeVar("_T")


@dataclass(slots=True)
class Converted:
    """The facts of a reply, not yet grounded, and what was refused of it."""

    reading: Reading = field(default_factory=Reading)
    refused: list[Refused] = field(default_factory=list)


def convert(prepared: Prepared, passages: Sequence[Passage], items: Iterable[tuple[str, Shape]]) -> Converted:
    """Turn the items of one reply into facts. `passages` are those of the request. Never raises."""
    return _Converter(prepared, passages).convert(items)


class _Refusal(Exception):
    """An item that cannot be taken."""

    def __init__(self, reason: str, value: str) -> None:
        super().__init__(reason)
        self.reason, self.value = reason, value


class _Converter:
    """Turns items into facts; `_kind` and `_at` are the list and the passage of the item at hand."""

    def __init__(self, prepared: Prepared, passages: Sequence[Passage]) -> None:
        cached = prepared.cache.get("finder")
        self._finder = cached if isinstance(cached, Finder) else Finder(prepared)
        prepared.cache["finder"] = self._finder
        self._published = prepared.submission.published_on
        self._passages = {passage.number: passage for passage in passages}
        self._out = Converted()
        self._kind = ""
        self._at = 0
        self._totals: dict[int, RotationSummary] = {}

    def convert(self, items: Iterable[tuple[str, Shape]]) -> Converted:
        reading = self._out.reading
        parts: list[PartOf] = []
        for kind, item in items:
            self._kind, self._at = kind, getattr(item, "at", 0)
            if isinstance(item, Total):
                summary = self._taken(self._total, item)
                if summary is not None:
                    reading.summaries.append(summary)
                    self._totals.setdefault(item.id, summary)
            elif isinstance(item, PartOf):
                parts.append(item)
            elif isinstance(item, Move):
                reading.events += self._listed(self._move, item)
            elif isinstance(item, Ratio):
                reading.ratios += self._listed(self._ratio, item)
            elif isinstance(item, Rule):
                reading.provisions += self._listed(self._rule, item)
            elif isinstance(item, Cited):
                reading.documents += self._listed(self._document, item)
        self._kind = "parts"
        for part in parts:
            self._at = part.at
            self._taken(self._part, part)
        return self._out

    def _taken(self, make: Callable[[Shape], _T] | Callable[..., _T], item: Shape) -> _T | None:
        """What an item becomes; None where it is refused."""
        try:
            return make(item)
        except _Refusal as refusal:
            self._refuse(refusal.reason, refusal.value)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            self._refuse("wrong_value", f"{'.'.join(map(str, first['loc']))}: {str(first['input'])[:80]}")
        return None

    def _listed(self, make: Callable[..., _T], item: Shape) -> list[_T]:
        made = self._taken(make, item)
        return [] if made is None else [made]

    def _refuse(self, reason: str, value: str) -> None:
        self._out.refused.append(Refused(self._kind, reason, value, self._at))

    def _total(self, item: Total) -> RotationSummary:
        count = Count(value=item.value, unit=item.unit, qualifier=item.qualifier) if item.value is not None else None
        return RotationSummary(
            status=item.status,
            actions=_once(item.actions),
            jurisdiction=self._place(item.place, item.place_level),
            decided_by=self._written(item.decided_by),
            period=self._period(item.period, item.term),
            flow=_flow(item.from_level, item.to_level),
            roles=_once(item.roles),
            cadre_level=item.cadre_level,
            total=count,
            evidence=self._spans(item.quotes),
        )

    def _part(self, item: PartOf) -> None:
        summary = self._totals.get(item.of)
        if summary is None:
            raise _Refusal("no_total", f"{item.label}: {item.value}")
        span = self._span(item.quote)
        part = Part(
            label=self._said(item.label) or span.exact,
            flow=_flow(item.from_level, item.to_level),
            roles=_once(item.roles),
            place=self._place(item.place, item.place_level),
            period=self._period(item.period, None),
            count=Count(value=item.value, unit=item.unit, qualifier=item.qualifier),
            evidence=[span],
        )
        breakdown = next((b for b in summary.breakdowns if b.by is item.by), None)
        if breakdown is None:
            breakdown = Breakdown(by=item.by, exhaustive=item.exhaustive)
            summary.breakdowns.append(breakdown)
        elif breakdown.exhaustive is not item.exhaustive:
            breakdown.exhaustive = None
        if part not in breakdown.parts:
            breakdown.parts.append(part)

    def _move(self, item: Move) -> RotationEvent:
        born = item.birth_year
        if born is not None and not _FIRST_YEAR <= born <= _LAST_YEAR:
            self._refuse("wrong_date", str(born))
            born = None
        number, decided = self._written(item.decision_number), self._date(item.decision_date)
        person = Person(name=self._needed(item.name), honorific=self._said(item.honorific), birth_year=born)
        return RotationEvent(
            status=item.status,
            actions=_once(item.actions),
            person=person,
            from_=self._posts(item.left),
            to=self._posts(item.taken),
            decided_by=self._written(item.decided_by),
            decision=Decision(number=number, date=decided) if number or decided else None,
            date=self._date(item.date),
            until=self._date(item.until),
            evidence=self._spans(item.quotes),
        )

    def _posts(self, posts: list[PostHeld]) -> list[Post]:
        return [
            Post(
                title=self._needed(post.title),
                roles=_once(post.roles),
                level=post.level,
                place=self._written(post.place),
            )
            for post in posts
            if post.title.strip()
        ]

    def _ratio(self, item: Ratio) -> CoverageRatio:
        if item.numerator is item.denominator is item.percent is None:
            raise _Refusal("nothing_left", item.label)
        span = self._span(item.quote)
        return CoverageRatio(
            measure=item.measure,
            label=self._said(item.label) or span.exact,
            roles=_once(item.roles),
            numerator=item.numerator,
            denominator=item.denominator,
            percent=item.percent,
            unit_level=item.unit_level,
            jurisdiction=self._place(item.place, item.place_level),
            members=[self._needed(member) for member in item.members if member.strip()],
            evidence=[span],
        )

    def _rule(self, item: Rule) -> Provision:
        span = self._span(item.quote)
        value = item.value
        return Provision(
            kind=item.kind,
            value=int(value) if value is not None and value.is_integer() else value,
            unit=item.unit if value is not None else None,
            flow=_flow(item.from_level, item.to_level),
            roles=_once(item.roles),
            text=span.exact,
            evidence=[span],
        )

    def _document(self, item: Cited) -> DocumentReference:
        return DocumentReference(
            kind=self._needed(item.kind),
            number=self._written(item.number),
            date=self._date(item.date),
            issuer=self._written(item.issuer),
            title=self._written(item.title),
            evidence=[self._span(item.quote)],
        )

    def _spans(self, quotes: list[str]) -> list[TextSpan]:
        """The spans of an item's quotes; one that is nowhere is refused alone as long as another is left."""
        spans: list[TextSpan] = []
        refusal = _Refusal("no_evidence", "")
        for quote in quotes:
            try:
                span = self._span(quote)
            except _Refusal as found:
                refusal = found
                if len(quotes) > 1:
                    self._refuse(found.reason, found.value)
                continue
            if span not in spans:
                spans.append(span)
        if not spans:
            raise refusal
        return spans

    def _span(self, quote: str) -> TextSpan:
        if len(quote) > _LONGEST_QUOTE:
            raise _Refusal("quote_too_long", quote[:80])
        passage = self._passages.get(self._at)
        place = self._finder.words(quote.strip(), passage.start, passage.end) if passage else None
        if place:
            return self._finder.span(place)
        span = self._finder.quote(quote.strip(), near=passage.start if passage else None)
        if span is None:
            raise _Refusal("evidence_not_in_text", quote)
        return span

    def _said(self, words: str | None) -> str | None:
        """Words as the article writes them; None where it does not have them."""
        place = self._finder.words(words.strip()) if words and words.strip() else None
        return " ".join(self._finder.span(place).exact.split()) if place else None

    def _written(self, words: str | None) -> str | None:
        """Words as the article writes them, or in our spelling where they do not stand there in one piece."""
        return (self._said(words) or " ".join(fold(words).text.split()) or None) if words else None

    def _needed(self, words: str) -> str:
        written = self._written(words)
        if written is None:
            raise _Refusal("wrong_value", words)
        return written

    def _place(self, name: str | None, level: Level | None) -> Place | None:
        written = self._written(name)
        if written is None:
            return None
        units = find_units(written, level, self._published) if level in (Level.PROVINCE, Level.DISTRICT) else []
        known = units[0] if len({unit.code for unit in units}) == 1 else None
        province = written if level is Level.PROVINCE else None
        return Place(name=written, level=level, province=province, code=known.code if known else None)

    def _date(self, edtf: str | None) -> str | None:
        if not edtf:
            return None
        if parse_edtf(edtf) is None:
            self._refuse("wrong_date", edtf[:40])
            return None
        return edtf

    def _period(self, edtf: str | None, term: str | None) -> Period | None:
        dated = self._date(edtf)
        years = term.replace("-", "/").replace(" ", "") if term else ""
        known = years if len(years) == 9 and parse_edtf(years) is not None else None
        return Period(edtf=dated, term=known) if dated or known else None


def _flow(from_level: Level | None, to_level: Level | None) -> Flow | None:
    return Flow(from_level=from_level, to_level=to_level) if from_level or to_level else None


def _once(values: list[_T]) -> list[_T]:
    return list(dict.fromkeys(values))
