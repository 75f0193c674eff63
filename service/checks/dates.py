"""Whether the dates make sense: valid, in order, not after publication, and fitting the durations beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Self

from schemas import (
    Cause,
    Check,
    CheckCode,
    CheckStatus,
    DocumentReference,
    MoveStatus,
    Period,
    Provision,
    ProvisionKind,
    ProvisionUnit,
    RotationEvent,
    RotationSummary,
    TextSpan,
)
from service.checks.evidence import numbers_in
from service.checks.view import View
from service.edtf import OPEN, DateRange, parse_edtf
from service.messages import term

_CODE = CheckCode.DATES_PLAUSIBLE

_LONGEST_TERM = 10  # years; terms of office are 5, and some articles name two as one
_YOUNGEST, _OLDEST = 18, 90  # years of age of an official who is moved
_ANNOUNCED_AHEAD = 92  # days
_EFFECT = re.compile(
    r"\b(?:từ|hiệu lực|thi hành)\b[^\d\n.;]{0,24}"
    r"(?:(?<!tháng )(\d{1,2})\s?(?:[/.-]|tháng)\s?(\d{1,2})|(?<=tháng )(\d{1,2}))\b",
    re.IGNORECASE,
)
_MONTHS = {ProvisionUnit.MONTH: 1, ProvisionUnit.YEAR: 12}
_YEARS_IN_MONTHS = re.compile(r"(\d{1,3}) năm \((?:tức )?(\d{1,4}) tháng\)|(\d{1,4}) tháng \((?:tức )?(\d{1,3}) năm\)")
_BOUNDS = (
    (ProvisionKind.MIN_DURATION, ProvisionKind.MAX_DURATION),
    (ProvisionKind.MIN_AGE, ProvisionKind.MAX_AGE),
)


def dates_plausible(view: View) -> Iterator[Check]:
    """A period starts before it ends, an event is not after publication, stated durations fit; else warn.

    Looked at for each summary (and the periods of its parts), event, document and pair of provisions:

    - a value that is no valid EDTF fails, as it is no date at all;
    - a period or term ends no earlier than it starts, and a term is at most 10 years long;
    - what is told as done does not start, and a document is not dated, after the day of publication, unless the
      article announces it as the effect of a decision up to 92 days ahead ("từ ngày 1/4", "có hiệu lực ngày 1/4");
    - an event ends (`until`) no earlier than it takes effect;
    - a person is 18 to 90 years old at the event, or else at publication;
    - a least duration or age is not above the greatest for the same posts; "3 năm (36 tháng)" says the same twice.

    One `pass` for each fact that has a date to look at.
    """
    dates = _Dates(view)
    for i, summary in enumerate(view.extraction.summaries):
        yield from dates.of(f"/summaries/{i}", summary.evidence).summary(summary)
    for i, event in enumerate(view.extraction.events):
        yield from dates.of(f"/events/{i}", event.evidence).event(event)
    for i, document in enumerate(view.extraction.documents):
        yield from dates.of(f"/documents/{i}", document.evidence).document(document)
    yield from _provisions(view)


class _Dates:
    """The dates of one fact after the other: how many there are, and what is wrong with them."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.published = view.extraction.article.published_on
        self.effects: set[tuple[int, int | None]] | None = None  # announced in the article: month and day

    def of(self, at: str, evidence: Sequence[TextSpan]) -> Self:
        """Turn to the fact at `at`."""
        self.at = at
        self.evidence = evidence
        self.seen = 0
        self.wrong: list[Check] = []
        return self

    def summary(self, summary: RotationSummary) -> Iterator[Check]:
        done = summary.status is MoveStatus.DONE
        for period in (summary.period, *(part.period for b in summary.breakdowns for part in b.parts)):
            if period is not None:
                self.period(period, done)
        return self.result()

    def event(self, event: RotationEvent) -> Iterator[Check]:
        done = event.status is MoveStatus.DONE
        date = self.date(event.date, done)
        until = self.date(event.until, False)
        if event.decision is not None and event.decision.date != event.date:
            self.date(event.decision.date, True)
        if date is not None and until is not None and until.before(date):
            self.warn(
                "until", self.cause(event.date, event.until), None, event.until, date=event.date, until=event.until
            )
        born = event.person.birth_year
        day = (date and date.first) or self.published
        if born is not None and day is not None:
            self.seen += 1
            age = day.year - born
            if not _YOUNGEST <= age <= _OLDEST:
                self.warn("birth", Cause.UNKNOWN, None, born, year=str(born), age=age)
        return self.result()

    def document(self, document: DocumentReference) -> Iterator[Check]:
        self.date(document.date, True)
        return self.result()

    def period(self, period: Period, done: bool) -> None:
        """Look at a period and the term of office it names."""
        self.date(period.edtf, done)
        if period.term is not None:
            self.seen += 1
            first, last = int(period.term[:4]), int(period.term[5:])
            if not 0 < last - first <= _LONGEST_TERM:
                self.warn("term", self.cause(period.term), None, period.term, value=period.term)

    def date(self, value: str | None, done: bool) -> DateRange | None:
        """Look at one EDTF value; return its range when it is valid and in order."""
        if value is None:
            return None
        self.seen += 1
        found = parse_edtf(value)
        if found is None:
            self.warn("invalid", Cause.READER, None, value, CheckStatus.FAIL, value=value)
            return None
        if found.reversed:
            self.warn("reversed", self.cause(value), None, value, value=value)
            return None
        if done and self.published is not None and found.after(self.published) and not self.announced(found):
            day = self.published.isoformat()
            self.warn("future", self.cause(value), day, value, value=value, published=day)
        return found

    def announced(self, found: DateRange) -> bool:
        """Whether a date after publication is the announced effect of a decision: "từ ngày 1/4", soon after."""
        if self.published is None or found.first is None or (found.first - self.published).days > _ANNOUNCED_AHEAD:
            return False
        if self.effects is None:
            matches = _EFFECT.finditer(self.view.text)
            self.effects = {(int(m[2]), int(m[1])) if m[1] else (int(m[3]), None) for m in matches}
        month, day = found.first.month, found.first.day
        if found.first == found.last:
            return (month, day) in self.effects or (month, None) in self.effects
        return any(month == announced for announced, _ in self.effects)

    def cause(self, *values: str | None) -> Cause:
        """The source, when the days, months and years of the values stand in the evidence; else not known."""
        stated = {number for span in self.evidence for number in numbers_in(span.exact)}
        wanted: set[int] = set()
        for date in (date for value in values if value for date in value.split("/") if date != OPEN):
            year, *rest = map(int, date.split("-"))
            wanted.update(rest or [year])
        return Cause.SOURCE if wanted <= stated else Cause.UNKNOWN

    def warn(
        self,
        case: str,
        cause: Cause,
        expected: str | None,
        actual: str | int | None,
        status: CheckStatus = CheckStatus.WARN,
        **values: object,
    ) -> None:
        """Keep what is wrong; `case` names the message, which `values` fill."""
        self.wrong.append(
            self.view.found(
                _CODE, status, self.at, case, cause, values, evidence=self.evidence, expected=expected, actual=actual
            )
        )

    def result(self) -> Iterator[Check]:
        """Yield what is wrong, or one `pass` when there was something to look at."""
        if self.wrong:
            yield from self.wrong
        elif self.seen:
            yield self.view.passed(_CODE, self.at, evidence=self.evidence)


def _provisions(view: View) -> Iterator[Check]:
    """Compare the durations and ages that rules for the same posts set, and those that one rule gives twice."""
    provisions = view.extraction.provisions
    for i, provision in enumerate(provisions):
        match = _YEARS_IN_MONTHS.search(provision.text) if provision.unit in _MONTHS else None
        if match is None:
            continue
        years, months = (match[1], match[2]) if match[1] else (match[4], match[3])
        if int(years) * 12 == int(months):
            yield view.passed(_CODE, f"/provisions/{i}", evidence=provision.evidence)
        else:
            stated = (f"{years} {term('year', view.lang)}", f"{months} {term('month', view.lang)}")
            yield _unfit(view, f"/provisions/{i}", provision.evidence, *stated)
    for lower, upper in _BOUNDS:
        least = [provision for provision in provisions if provision.kind is lower]
        greatest = [(i, provision) for i, provision in enumerate(provisions) if provision.kind is upper]
        for one, (i, other) in product(least, greatest):
            yield from _in_order(view, i, one, other)


def _in_order(view: View, at: int, least: Provision, greatest: Provision) -> Iterator[Check]:
    """Compare a lower and an upper bound when both have a value in months or years and are for the same posts."""
    if least.value is None or greatest.value is None or least.unit not in _MONTHS or greatest.unit not in _MONTHS:
        return
    if least.roles != greatest.roles or least.flow != greatest.flow:
        return
    evidence = [*least.evidence, *greatest.evidence]
    if least.value * _MONTHS[least.unit] <= greatest.value * _MONTHS[greatest.unit]:
        yield view.passed(_CODE, f"/provisions/{at}", evidence=evidence)
        return
    words = [f"{p.value} {term(p.unit, view.lang)}" for p in (least, greatest)]
    yield _unfit(view, f"/provisions/{at}", evidence, *words)


def _unfit(view: View, at: str, evidence: Sequence[TextSpan], first: str, second: str) -> Check:
    return view.found(
        _CODE,
        CheckStatus.WARN,
        at,
        "durations",
        Cause.UNKNOWN,
        {"first": first, "second": second},
        evidence=evidence,
        expected=first,
        actual=second,
    )
