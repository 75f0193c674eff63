"""Third station: keep what stands in the article, set aside what does not, and say why.

A fact's evidence has to quote the text at its offsets, and to hold the fact's value: the number, the person's name, the
post's title, the document's number. Numbers, dates and names match exactly or not at all, after folding what is only
spelling. A value that a fact can do without (a date, a place, the deciding body) is taken out of it; a value that it
cannot (the person, a ratio's figures) sets the fact aside. Each goes to `Grounding.set_aside` with its reason; the
facts beside it stay as they are.

Where a value may stand: a number in the fact's own spans (a part without spans uses its summary's); a person's name
there, or elsewhere in the article where the spans call nobody else; titles, places and bodies anywhere in the article
or its headline, whole or in whole phrases; the years, months and days of a date anywhere in the article, its headline
or its date of publication.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from schemas import (
    Breakdown,
    CoverageRatio,
    Decision,
    DocumentReference,
    Model,
    Part,
    Period,
    Place,
    Post,
    Provision,
    RotationEvent,
    RotationSummary,
    TextSpan,
)
from service.grounded_values import Held, Values
from service.prepare import Prepared
from service.quotes import Match
from service.reading import Reading

_F = TypeVar("_F", bound=RotationSummary | RotationEvent | CoverageRatio | Provision | DocumentReference)


class GroundedValue(NamedTuple):
    """How one value of a grounded fact stands in the article.

    `pointer` leads into the grounded reading, and so into the Extraction. `start` and `end` are offsets into the text
    as submitted; None where the value stands in the headline or in pieces.
    """

    pointer: str
    status: Match
    start: int | None
    end: int | None


class SetAside(NamedTuple):
    """A fact, part or value that is not grounded.

    `pointer` leads into the reading as the reader gave it. `status` is `not_found` when the quote is not in the text,
    `mismatch` when the evidence is there and does not hold the value. `reason` is one of `no_evidence`,
    `evidence_not_in_text`, `number_not_in_evidence`, `name_not_in_evidence`, `words_not_in_text`,
    `sign_not_in_evidence`, `date_not_in_text`, `nothing_left`. `value` is what was looked for.
    """

    pointer: str
    status: Match
    reason: str
    value: str


@dataclass
class Grounding:
    """The facts that stand in the text, how each of their values stands there, and what was set aside."""

    reading: Reading
    values: list[GroundedValue] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)


def ground(prepared: Prepared, reading: Reading) -> Grounding:
    """Ground every fact of a reading. The reading is not changed; a fact that loses a value is copied.

    Time is linear in the length of the article and in the number of facts.
    """
    grounding = Grounding(Reading(excluded=reading.excluded))
    grounder = _Grounder(prepared, grounding)
    kept = grounding.reading
    kept.summaries = grounder.each("summaries", reading.summaries, grounder.summary)
    kept.events = grounder.each("events", reading.events, grounder.event)
    kept.ratios = grounder.each("ratios", reading.ratios, grounder.ratio)
    kept.provisions = grounder.each("provisions", reading.provisions, grounder.provision)
    kept.documents = grounder.each("documents", reading.documents, grounder.document)
    return grounding


class _Grounder:
    """Walks over the facts. `_read` is the pointer of the fact as read, `_values` its grounded values so far."""

    def __init__(self, prepared: Prepared, grounding: Grounding) -> None:
        self._held = Values(prepared)
        self._source = prepared.folded.source
        self._grounding = grounding
        self._read = ""
        self._values: list[tuple[str, Held]] = []

    def each(self, kind: str, facts: Sequence[_F], ground_one: Callable[[_F], _F | None]) -> list[_F]:
        """Ground the facts of one kind; return those that are left."""
        kept: list[_F] = []
        for i, fact in enumerate(facts):
            self._read = f"/{kind}/{i}"
            self._values = []
            evidence = self._evidence(fact.evidence)
            if not evidence:
                if not fact.evidence:
                    self._set_aside("", "no_evidence", Match.NOT_FOUND)
                continue
            grounded = ground_one(fact if evidence == fact.evidence else _with(fact, evidence=evidence))
            if grounded is not None:
                at = f"/{kind}/{len(kept)}"
                self._grounding.values += [GroundedValue(at + pointer, *held) for pointer, held in self._values]
                kept.append(grounded)
        return kept

    def summary(self, summary: RotationSummary) -> RotationSummary | None:
        """A total and its parts, each by its number; the rest of a summary is what its numbers are about."""
        update: dict[str, object] = {}
        total = summary.total
        if total and not self._number("/total/value", total.value, summary.evidence, count=True):
            update["total"] = total = None
        breakdowns: list[Breakdown] = []
        for b, breakdown in enumerate(summary.breakdowns):
            parts: list[Part] = []
            for p, part in enumerate(breakdown.parts):
                at = f"/breakdowns/{len(breakdowns)}/parts/{len(parts)}"
                grounded = self._part(part, f"/breakdowns/{b}/parts/{p}", at, summary.evidence)
                if grounded:
                    parts.append(grounded)
            if parts:
                breakdowns.append(breakdown if parts == breakdown.parts else _with(breakdown, parts=parts))
        if total is None and not breakdowns:
            self._set_aside("", "nothing_left", Match.MISMATCH)
            return None
        if breakdowns != summary.breakdowns:
            update["breakdowns"] = breakdowns
        update |= self._place("/jurisdiction", "jurisdiction", summary.jurisdiction)
        update |= self._phrase("/decided_by", "decided_by", summary.decided_by, summary.evidence)
        update |= self._period("/period", summary.period)
        return _with(summary, **update)

    def _part(self, part: Part, read: str, at: str, around: list[TextSpan]) -> Part | None:
        evidence = self._evidence(part.evidence, read) if part.evidence else []
        if part.evidence and not evidence:
            return None
        held = self._held.number(part.count.value, evidence or around, count=True)
        if held is None:
            self._set_aside(f"{read}/count/value", "number_not_in_evidence", Match.MISMATCH, part.count.value)
            return None
        self._values.append((f"{at}/count/value", held))
        update = self._place(f"{read}/place", "place", part.place) | self._period(f"{read}/period", part.period)
        if evidence != part.evidence:
            update["evidence"] = evidence
        return _with(part, **update)

    def event(self, event: RotationEvent) -> RotationEvent | None:
        """A move by its person and at least one of its posts."""
        evidence = event.evidence
        held = self._held.person(event.person.name, evidence)
        if held is None:
            self._set_aside("/person/name", "name_not_in_evidence", Match.MISMATCH, event.person.name)
            return None
        self._values.append(("/person/name", held))
        update: dict[str, object] = {}
        born = event.person.birth_year
        if born is not None and not self._held.year(born):
            self._set_aside("/person/birth_year", "number_not_in_evidence", Match.MISMATCH, born)
            update["person"] = _with(event.person, birth_year=None)
        left = 0
        for name, posts in (("from_", event.from_), ("to", event.to)):
            kept = self._posts(f"/{name.rstrip('_')}", posts, evidence)
            left += len(kept)
            if kept != posts:
                update[name] = kept
        if not left and (event.from_ or event.to):
            self._set_aside("", "nothing_left", Match.MISMATCH)
            return None
        update |= self._phrase("/decided_by", "decided_by", event.decided_by, evidence)
        update |= self._decision(event.decision, evidence)
        update |= self._date("/date", "date", event.date) | self._date("/until", "until", event.until)
        return _with(event, **update)

    def _posts(self, at: str, posts: list[Post], evidence: list[TextSpan]) -> list[Post]:
        kept: list[Post] = []
        for k, post in enumerate(posts):
            held = self._held.phrase(post.title, evidence)
            if held is None:
                self._set_aside(f"{at}/{k}/title", "words_not_in_text", Match.MISMATCH, post.title)
                continue
            self._values.append((f"{at}/{len(kept)}/title", held))
            update = self._phrase(f"{at}/{k}/organization", "organization", post.organization, evidence)
            update |= self._phrase(f"{at}/{k}/place", "place", post.place, evidence)
            kept.append(_with(post, **update))
        return kept

    def _decision(self, decision: Decision | None, evidence: list[TextSpan]) -> dict[str, object]:
        update: dict[str, object] = {}
        if decision is None:
            return update
        if decision.number is not None and self._held.sign(decision.number, evidence) is None:
            self._set_aside("/decision/number", "sign_not_in_evidence", Match.MISMATCH, decision.number)
            update["number"] = None
        update |= self._date("/decision/date", "date", decision.date)
        return {"decision": _with(decision, **update)} if update else {}

    def ratio(self, ratio: CoverageRatio) -> CoverageRatio | None:
        """A share by all its figures; of its list, the names that stand in the article."""
        evidence = ratio.evidence
        if ratio.percent is not None and self._held.number(ratio.percent, evidence) is None:
            evidence = evidence + self._held.percent_behind(ratio.percent, evidence)
        for name in ("numerator", "denominator", "percent"):
            value = getattr(ratio, name)
            if value is not None and not self._number(f"/{name}", value, evidence):
                return None
        update: dict[str, object] = {} if evidence == ratio.evidence else {"evidence": evidence}
        members: list[str] = []
        for k, member in enumerate(ratio.members):
            held = self._held.phrase(member, ratio.evidence)
            if held is None:
                self._set_aside(f"/members/{k}", "words_not_in_text", Match.MISMATCH, member)
            else:
                self._values.append((f"/members/{len(members)}", held))
                members.append(member)
        if members != ratio.members:
            update["members"] = members
        update |= self._place("/jurisdiction", "jurisdiction", ratio.jurisdiction)
        return _with(ratio, **update)

    def provision(self, provision: Provision) -> Provision | None:
        """A rule by its number, where it has one; its text becomes the evidence where it is not as written."""
        if provision.value is not None and not self._number("/value", provision.value, provision.evidence):
            return None
        if provision.text and self._held.phrase(provision.text, provision.evidence) is None:
            self._set_aside("/text", "words_not_in_text", Match.MISMATCH, provision.text)
            return _with(provision, text=provision.evidence[0].exact)
        return provision

    def document(self, document: DocumentReference) -> DocumentReference | None:
        """A document by its number and kind."""
        evidence = document.evidence
        for name, value, hold in (
            ("number", document.number, self._held.sign),
            ("kind", document.kind, self._held.phrase),
        ):
            held = hold(value, evidence) if value is not None else Held(Match.EXACT)
            if held is None:
                reason = "sign_not_in_evidence" if name == "number" else "words_not_in_text"
                self._set_aside(f"/{name}", reason, Match.MISMATCH, value)
                return None
            if value is not None:
                self._values.append((f"/{name}", held))
        update = self._date("/date", "date", document.date)
        update |= self._phrase("/issuer", "issuer", document.issuer, evidence)
        update |= self._phrase("/title", "title", document.title, evidence)
        return _with(document, **update)

    def _evidence(self, spans: list[TextSpan], at: str = "") -> list[TextSpan]:
        """Return the spans that quote the article; a quote at wrong offsets is looked for, one that is nowhere goes."""
        kept: list[TextSpan] = []
        for k, span in enumerate(spans):
            if span.exact and self._source[span.start : span.end] == span.exact:
                kept.append(span)
                continue
            found = self._held.finder.quote(span.exact, near=span.start)
            if found:
                kept.append(found)
            else:
                self._set_aside(f"{at}/evidence/{k}", "evidence_not_in_text", Match.NOT_FOUND, span.exact)
        return kept

    def _number(self, at: str, value: float, evidence: list[TextSpan], *, count: bool = False) -> bool:
        held = self._held.number(value, evidence, count=count)
        if held is None:
            self._set_aside(at, "number_not_in_evidence", Match.MISMATCH, value)
            return False
        self._values.append((at, held))
        return True

    def _phrase(self, at: str, name: str, phrase: str | None, evidence: list[TextSpan]) -> dict[str, object]:
        """Return what to change in a fact: nothing, or the phrase to null when the article does not have it."""
        if phrase is None or self._held.phrase(phrase, evidence) is not None:
            return {}
        self._set_aside(at, "words_not_in_text", Match.MISMATCH, phrase)
        return {name: None}

    def _place(self, at: str, name: str, place: Place | None) -> dict[str, object]:
        return self._phrase(f"{at}/name", name, place.name if place else None, [])

    def _date(self, at: str, name: str, edtf: str | None) -> dict[str, object]:
        if edtf is None or self._held.date(edtf):
            return {}
        self._set_aside(at, "date_not_in_text", Match.MISMATCH, edtf)
        return {name: None}

    def _period(self, at: str, period: Period | None) -> dict[str, object]:
        for edtf in (period.edtf, period.term) if period else ():
            if self._date(at, "period", edtf):
                return {"period": None}
        return {}

    def _set_aside(self, at: str, reason: str, status: Match, value: object = "") -> None:
        self._grounding.set_aside.append(SetAside(self._read + at, status, reason, str(value)))


_M = TypeVar("_M", bound=Model)


def _with(fact: _M, **update: object) -> _M:
    return fact.model_copy(update=update) if update else fact
