"""Whether what was read stands in the text: the quotes, and the numbers, names and titles they support."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from schemas import (
    Cause,
    Check,
    CheckCode,
    CheckStatus,
    CoverageRatio,
    DocumentReference,
    Provision,
    RotationEvent,
    RotationSummary,
    TextSpan,
)
from service.checks.view import View
from service.folding import fold, fold_key, holds
from service.numbers import find_numbers

_CODE = CheckCode.EVIDENCE_GROUNDED
_TITLE_REACH = 250  # code points before a span in which a title's words may stand
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_SIGN_SPACE = re.compile(r" ?([-–/]) ?")
# A person named behind a form of address.
_ADDRESS = re.compile(r"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Đđ]ồng chí|[Đđ]/c)\s{0,2}")
_LONGEST_NAME = 60  # code points
# Signs that stand between the words of one title in the text but not always in the title, and the other way round.
_TITLE_SIGNS = re.compile(r"[\s,;:.()“”\"–—-]+")


def evidence_grounded(view: View) -> Iterator[Check]:
    """Every span exists, and holds the value it supports: the number, the name, the title; else fail.

    One `pass` for the whole extraction, or one `fail` for each value that is not there. A number or a person's name
    has to stand in a span of its own fact; a part without a span of its own may use those of its summary. A post's
    title or a name of a list may stand anywhere in the article, as articles name a post once and mean it later.
    """
    probe = _Probe(view)
    extraction = view.extraction
    for i, summary in enumerate(extraction.summaries):
        probe.summary(f"/summaries/{i}", summary)
    for i, event in enumerate(extraction.events):
        probe.event(f"/events/{i}", event)
    for i, ratio in enumerate(extraction.ratios):
        probe.ratio(f"/ratios/{i}", ratio)
    for i, provision in enumerate(extraction.provisions):
        probe.provision(f"/provisions/{i}", provision)
    for i, document in enumerate(extraction.documents):
        probe.document(f"/documents/{i}", document)
    if probe.failures:
        yield from probe.failures
    elif probe.values:
        yield view.passed(_CODE, "", evidence=(), values=probe.values)


class _Probe:
    """Walks over the facts, counts the values looked at in `values`, and gathers what is not there in `failures`."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.text = view.text
        self.values = 0
        self.failures: list[Check] = []
        self._around: dict[TextSpan, set[str]] = {}
        self._signs: str | None = None

    def summary(self, at: str, summary: RotationSummary) -> None:
        self.spans(at, summary.evidence)
        if summary.total is not None:
            self.number(f"{at}/total", summary.total.value, summary.evidence)
        for j, breakdown in enumerate(summary.breakdowns):
            for k, part in enumerate(breakdown.parts):
                place = f"{at}/breakdowns/{j}/parts/{k}"
                if part.evidence:
                    self.spans(place, part.evidence)
                self.number(f"{place}/count", part.count.value, part.evidence or summary.evidence)

    def event(self, at: str, event: RotationEvent) -> None:
        self.spans(at, event.evidence)
        self.name(f"{at}/person/name", event.person.name, event.evidence)
        for side, posts in (("from", event.from_), ("to", event.to)):
            for k, post in enumerate(posts):
                self.title(f"{at}/{side}/{k}/title", post.title, event.evidence)

    def ratio(self, at: str, ratio: CoverageRatio) -> None:
        self.spans(at, ratio.evidence)
        for field, value in (
            ("numerator", ratio.numerator),
            ("denominator", ratio.denominator),
            ("percent", ratio.percent),
        ):
            if value is not None:
                self.number(f"{at}/{field}", value, ratio.evidence)
        for k, member in enumerate(ratio.members):
            self.title(f"{at}/members/{k}", member, ratio.evidence)

    def provision(self, at: str, provision: Provision) -> None:
        self.spans(at, provision.evidence)
        if provision.value is not None:
            self.number(f"{at}/value", provision.value, provision.evidence)

    def document(self, at: str, document: DocumentReference) -> None:
        self.spans(at, document.evidence)
        if document.number is not None:
            self.values += 1
            wanted = _sign(document.number)
            if not any(holds(_sign(span.exact), wanted) for span in document.evidence) and not holds(
                self._cited, wanted
            ):
                self.fail(f"{at}/number", "words", document.evidence, document.number)

    @property
    def _cited(self) -> str:
        """The quotes of all documents: an article that cites one again may leave out its number."""
        if self._signs is None:
            documents = self.view.extraction.documents
            self._signs = "\n".join([_sign(span.exact) for document in documents for span in document.evidence])
        return self._signs

    def spans(self, at: str, spans: Sequence[TextSpan]) -> None:
        """Fail for a fact without a span, and for each span that is empty or quotes something else."""
        if not spans:
            self.fail(at, "missing", ())
        for k, span in enumerate(spans):
            if not span.exact or self.text[span.start : span.end] != span.exact:
                self.fail(f"{at}/evidence/{k}", "span", (), start=span.start, end=span.end)

    def number(self, at: str, value: float, spans: Sequence[TextSpan]) -> None:
        """Fail unless one of the spans holds the number, in digits or words."""
        self.values += 1
        for span in spans:
            if value in numbers_in(span.exact):
                return
        if spans and not self._spelled(value, spans):
            self.fail(at, "number", spans, value)

    def _spelled(self, value: float, spans: Sequence[TextSpan]) -> bool:
        """Whether the ledger has the number in one of the spans, or its words stand there."""
        for span in spans:
            figures = self.view.figures_within(span.start, span.end)
            if any(figure.value == value and figure.span.end <= span.end for figure in figures):
                return True
        return any(value in _spelled_in(span.exact) for span in spans)

    def name(self, at: str, name: str, spans: Sequence[TextSpan]) -> None:
        """Fail unless one of the spans holds the person's name as whole words, or means the person by a shorter one.

        Later sentences say "ông Quang", "vị này" or nothing: then the article has the full name elsewhere, and the
        spans name nobody else behind a form of address.
        """
        self.values += 1
        if not spans or any(_named(span.exact, name) for span in spans):
            return
        given = name.rpartition(" ")[2]
        called = {name for span in spans for name in given_names(span.exact)}
        if not _named(self.text, name) or (called and given not in called):
            self.fail(at, "words", spans, name)

    def title(self, at: str, title: str, spans: Sequence[TextSpan]) -> None:
        """Fail unless the title stands in the article, or all its words do in a span and the 250 characters before.

        Articles take titles apart: "Sở Nội vụ có hai phó giám đốc" makes "phó giám đốc Sở Nội vụ".
        """
        self.values += 1
        if any(title in span.exact for span in spans) or title in self.text:
            return
        wanted = fold_key(title)
        if holds(self.view.key, wanted):
            return
        words = set(_TITLE_SIGNS.split(wanted))
        if not any(words <= self._words_around(span) for span in spans):
            self.fail(at, "words", spans, title)

    def _words_around(self, span: TextSpan) -> set[str]:
        if span not in self._around:
            words = _TITLE_SIGNS.split(fold_key(self.text[max(0, span.start - _TITLE_REACH) : span.end]))
            self._around[span] = {"", *words}
        return self._around[span]

    def fail(self, at: str, case: str, spans: Sequence[TextSpan], value: object = None, **values: object) -> None:
        """Keep a failure at `at`; `case` names the message."""
        quoted = [span for span in spans if span.end <= len(self.text)]
        expected = value if isinstance(value, (int, float, str)) else None
        check = self.view.found(
            _CODE,
            CheckStatus.FAIL,
            at,
            case,
            Cause.READER,
            {"value": value, **values},
            evidence=quoted,
            expected=expected,
        )
        self.failures.append(check)


@lru_cache(maxsize=4096)
def numbers_in(text: str) -> frozenset[float]:
    """Return every value that the digits of a text can mean: "3.504" is 3504 and 3.504, "98,39" is 98.39, "08" is 8."""
    values: set[float] = set()
    for match in _DIGITS.finditer(text):
        written = match[0]
        if len(written) > 300:
            continue  # no float
        if written.isdigit():
            values.add(int(written))
            continue
        if _THOUSANDS.fullmatch(written):
            values.add(int(written.replace(".", "").replace(",", "")))
        pieces = written.replace(",", ".").split(".")
        if len(pieces) == 2:
            values.add(float(f"{pieces[0]}.{pieces[1]}"))
        elif not _THOUSANDS.fullmatch(written):
            values.update(map(int, pieces))  # a date: 28.4.2022
    return frozenset(values)


@lru_cache(maxsize=1024)
def _spelled_in(text: str) -> frozenset[float]:
    """Return the values that a text has in words or with a scale ("hai mươi mốt", "1,5 triệu")."""
    return frozenset(float(number.value) for number in find_numbers(fold(text).text))


def _sign(text: str) -> str:
    """Return the key of a text in which a document's number stands as one word: "904 - QĐ / TU" is "904-qđ/tu"."""
    return _SIGN_SPACE.sub(r"\1", fold_key(text))


def _named(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words; a small letter glued before it ("ôngLê Hữu Tùng") is let pass."""
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not after.isalnum() and (not before.isalnum() or (before.islower() and name[:1].isupper())):
            return True
        at = text.find(name, at + 1)
    return holds(fold_key(text), fold_key(name))


def given_names(text: str) -> set[str]:
    """Return the last word of each name behind a form of address: "Quang" in "ông Lê Hồng Quang"."""
    names = set()
    for match in _ADDRESS.finditer(text):
        given = ""
        for word in text[match.end() : match.end() + _LONGEST_NAME].split():
            if not word[0].isupper():
                break
            given = word.rstrip(",.;:)")
            if given != word:
                break
        if given:
            names.add(given)
    return names
