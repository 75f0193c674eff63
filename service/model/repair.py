"""What does not hold in a reading, in plain words, and the passages to read again for it.

A doubt comes from an item that was refused, a value that is not grounded, or a check that the reading failed. What the
source got wrong is no doubt: every figure of its sentences is used, so reading again would change nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from schemas import Cause, CheckStatus, TextSpan
from service.checks import run_checks
from service.desk import Judged
from service.folding import fold_key
from service.grounding import Grounding, SetAside
from service.model.merge import KINDS
from service.model.passages import Passage
from service.model.salvage import Refused
from service.reading import Reading

_QUOTED = 160  # code points of a quote in a reason
_MINOR = ("/decided_by", "/organization", "/place", "/issuer", "/jurisdiction/name", "/place/name", "/text")
_REFUSED = {
    "not_json": "an item was not whole JSON: {value}",
    "wrong_shape": "an item did not have the shape: {value}",
    "wrong_value": "a value is none of those the shape allows: {value}",
    "no_total": "a part points to a total that is not there: {value}",
    "quote_too_long": "a quote is too long to prove anything: {value} ...",
    "wrong_date": "not a date in EDTF: {value}",
    "no_evidence": "an item has no quote",
    "nothing_left": "an item has no figure: {value}",
    "evidence_not_in_text": 'this quote does not stand in the passages letter for letter: "{value}"',
}
_SET_ASIDE = {
    "number_not_in_evidence": 'the number {value} does not stand in "{quote}"',
    "name_not_in_evidence": 'the name {value} does not stand in "{quote}"',
    "words_not_in_text": '"{value}" does not stand in the passages',
    "sign_not_in_evidence": 'the document number {value} does not stand in "{quote}"',
    "date_not_in_text": 'the passages do not say the date {value} for "{quote}"',
    "nothing_left": 'nothing that was written for "{quote}" stands there',
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that does not hold, in words, and the numbers of the passages it is about (empty: not known).

    A `minor` one (a place, a deciding body) is asked about only when another doubt makes a call anyway. An `unproved`
    one is about something that was said and is not in the article.
    """

    words: str
    passages: tuple[int, ...]
    minor: bool = False
    unproved: bool = False


def unproved_of(
    refused: Sequence[Refused], grounding: Grounding, read: Reading, passages: Sequence[Passage]
) -> list[Doubt]:
    """The doubts about one answer: what conversion refused of it, and what is not grounded of `read`, the rest."""
    numbers = frozenset(passage.number for passage in passages)
    doubts = [_of_refused(item, numbers) for item in refused]
    return doubts + [_of_set_aside(item, read, passages) for item in grounding.set_aside]


def doubts_of(
    judged: Judged, unproved: Sequence[Doubt], passages: Sequence[Passage], rules: Reading | None = None
) -> list[Doubt]:
    """The doubts about a reading: what its answers left unproved, then what the checks say of it.

    A person whom the rule reader sees moved and of whom nothing is written is a doubt, too, as an unused number is.
    """
    doubts = list(unproved)
    named = {fold_key(event.person.name) for event in judged.reading.events}
    for event in rules.events if rules else ():
        if fold_key(event.person.name) not in named:
            quote = _short(event.evidence[0].exact)
            words = f'moves: nothing is written of {event.person.name} ("{quote}"); leave it so if that is no move'
            doubts.append(Doubt(words, _where(event.evidence, passages)))
    for check in run_checks(judged.extraction, "en"):
        if check.status is not CheckStatus.PASS and check.cause is not Cause.SOURCE:
            quoted = ", ".join(f'"{_short(span.exact)}"' for span in check.evidence[:3])
            words = f"{check.message} ({quoted})" if quoted else check.message
            doubts.append(Doubt(words, _where(check.evidence, passages)))
    return list(dict.fromkeys(doubts))


def scope(doubts: Sequence[Doubt], passages: Sequence[Passage], most: int) -> tuple[list[Doubt], list[Passage]]:
    """As many doubts, in order, as fit with their passages into `most` code points, and those passages.

    A doubt without a passage is asked about with the first passages that fit.
    """
    by_number = {passage.number: passage for passage in passages}
    first = [passage.number for passage in passages]
    asked: list[Doubt] = []
    chosen: dict[int, Passage] = {}
    size = 0
    for doubt in doubts:
        numbers = [number for number in doubt.passages if number in by_number] or first
        for number in numbers:
            if number in chosen:
                continue
            length = by_number[number].end - by_number[number].start
            if chosen and size + length > most:
                break
            chosen[number] = by_number[number]
            size += length
        if numbers is first or any(number in chosen for number in numbers):
            asked.append(doubt)
    return asked, [chosen[number] for number in sorted(chosen)]


def without_doubted(judged: Judged) -> Reading:
    """The grounded reading without the facts that a check failed by the reader's fault points to."""
    doubted: set[tuple[str, int]] = set()
    for check in judged.extraction.checks:
        _, kind, index, *_ = [*check.target.split("/"), "", "", ""]
        if check.status is not CheckStatus.PASS and check.cause is not Cause.SOURCE and kind in KINDS and index:
            doubted.add((kind, int(index)))
    kept = {
        kind: [fact for i, fact in enumerate(getattr(judged.reading, kind)) if (kind, i) not in doubted]
        for kind in KINDS
    }
    return Reading(**kept, excluded=judged.reading.excluded)


def _of_refused(item: Refused, numbers: Collection[int]) -> Doubt:
    words = _REFUSED[item.reason].format(value=_short(item.value))
    return Doubt(
        f"{item.kind or 'reply'}: {words}",
        (item.at,) if item.at is not None and item.at in numbers else (),
        minor=item.reason == "wrong_date",
        unproved=item.reason == "evidence_not_in_text",
    )


def _of_set_aside(item: SetAside, read: Reading, passages: Sequence[Passage]) -> Doubt:
    kind, spans = _fact(item.pointer, read)
    quote = _short(spans[0].exact) if spans else ""
    words = _SET_ASIDE.get(item.reason, item.reason).format(value=_short(item.value), quote=quote)
    minor = item.pointer.endswith(_MINOR) or (kind == "documents" and item.pointer.endswith("/title"))
    return Doubt(f"{kind}: {words}", _where(spans, passages), minor, unproved=True)


def _fact(pointer: str, read: Reading) -> tuple[str, list[TextSpan]]:
    """The kind and the spans of the fact, or part of one, that a pointer of the grounder leads to."""
    _, kind, index, *rest = pointer.split("/")
    fact = getattr(read, kind)[int(index)]
    spans: list[TextSpan] = fact.evidence
    if rest[:1] == ["breakdowns"]:
        spans = fact.breakdowns[int(rest[1])].parts[int(rest[3])].evidence or spans
    return kind, spans


def _where(spans: Sequence[TextSpan], passages: Sequence[Passage]) -> tuple[int, ...]:
    """The numbers of the passages that spans stand in; passages are in the order of the text."""
    found: dict[int, None] = {}
    for span in spans:
        k = bisect_right(passages, span.start, key=_end)
        while k < len(passages) and passages[k].start < span.end:
            found[passages[k].number] = None
            k += 1
    return tuple(sorted(found))


def _end(passage: Passage) -> int:
    return passage.end


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}..."
