"""Whether the article's figures are all accounted for, and the same wherever they are given again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from schemas import (
    Cause,
    Check,
    CheckCode,
    CheckStatus,
    Count,
    FigureStatus,
    Flow,
    Grouping,
    Part,
    Period,
    Place,
    Qualifier,
    RotationSummary,
    TextSpan,
)
from service.checks.evidence import numbers_in
from service.checks.view import View
from service.folding import fold_key
from service.messages import cause_sentence

_COVERED = CheckCode.FIGURES_COVERED
_RESTATED = CheckCode.RESTATED_FIGURES_AGREE

_ANY_FLOW = Flow()
_LEAD = 600  # code points; headline, date line and lead of a news article end before


def figures_covered(view: View) -> Iterator[Check]:
    """Every count of officials in the text is used, or excluded with a reason; else warn, one per unexplained figure.

    The ledger leaves a figure unexplained only when it may count officials.
    """
    if not view.unexplained and view.extraction.figures:
        yield view.passed(_COVERED, "", evidence=(), figures=len(view.extraction.figures))
    for i, figure in view.unexplained:
        yield view.found(
            _COVERED,
            CheckStatus.WARN,
            f"/figures/{i}",
            "unexplained",
            Cause.READER,
            {"text": figure.text},
            evidence=[figure.span],
            actual=figure.value,
        )


def restated_figures_agree(view: View) -> Iterator[Check]:
    """A figure given twice is the same both times; else fail. Three ways of giving a figure twice are looked at:

    - a summary with two spans: both hold the total;
    - a part of one summary and the total of another, with the same actions, flow, roles, period and jurisdiction;
    - two summaries of the same officials, one in the article's headline or lead and one behind it.

    Counts that are not exact, or in different units, are not compared. There is a result only where there are two.
    """
    summaries = view.extraction.summaries
    for i, summary in enumerate(summaries):
        yield from _two_spans(view, f"/summaries/{i}", summary)
    totals: dict[Hashable, list[int]] = defaultdict(list)
    for i, summary in enumerate(summaries):
        if _exact(summary.total):
            totals[_summary_key(summary)].append(i)
    if len(totals) > 1:
        yield from _parts_and_totals(view, totals)
    yield from _lead_and_body(view)


def _two_spans(view: View, at: str, summary: RotationSummary) -> Iterator[Check]:
    """Compare the spans of one total: each that has a figure nobody else uses should have the total."""
    total = summary.total
    if total is None or len(summary.evidence) < 2:
        return
    holding = [span for span in summary.evidence if total.value in numbers_in(span.exact)]
    if len(holding) > 1:
        yield view.passed(_RESTATED, at, evidence=holding, value=total.value)
    known = {span.start for span in holding}
    for span in summary.evidence if holding else ():
        if span.start in known or total.qualifier is not Qualifier.EXACT:
            continue
        for figure in view.figures_within(span.start, span.end):
            if figure.status is FigureStatus.UNEXPLAINED and isinstance(figure.value, int):
                yield _differ(view, at, total.value, figure.value, [holding[0], span], Cause.UNKNOWN)
                break


def _parts_and_totals(view: View, totals: dict[Hashable, list[int]]) -> Iterator[Check]:
    """Compare each part of a breakdown with the one summary that is about the same officials."""
    summaries = view.extraction.summaries
    for i, summary in enumerate(summaries):
        whole = _summary_key(summary) if summary.breakdowns else None
        for j, breakdown in enumerate(summary.breakdowns):
            if breakdown.by in (Grouping.ATTRIBUTE, Grouping.ORIGIN_POSITION):
                continue
            keys = [_part_key(summary, part) for part in breakdown.parts]
            for k, part in enumerate(breakdown.parts):
                same = totals.get(keys[k], [])
                if len(same) != 1 or same[0] == i or keys[k] == whole or keys.count(keys[k]) > 1:
                    continue  # about nobody, the whole, or not the only part that is about the same officials
                if _exact(part.count):
                    child = summaries[same[0]]
                    if _told_together(view, part, child):
                        continue
                    at = f"/summaries/{i}/breakdowns/{j}/parts/{k}"
                    spans = [*(part.evidence or summary.evidence), *child.evidence]
                    yield from _compare(view, at, part.count, child.total, spans)


def _told_together(view: View, part: Part, child: RotationSummary) -> bool:
    """Whether one sentence tells a part and a total of another number: those are other officials."""
    if child.total is None or part.count.value == child.total.value or not (part.evidence and child.evidence):
        return False
    return bool(set(view.sentences(part.evidence)) & set(view.sentences(child.evidence[:1])))


def _lead_and_body(view: View) -> Iterator[Check]:
    """Compare a total told in the headline or lead with the one total behind it that is about the same officials.

    Both need a flow: "bầu 14 ủy viên" and "bầu 11 ủy viên" need not be about the same. A headline leaves out what the
    body tells: period, place and roles may be missing in it.
    """
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for i, summary in enumerate(view.extraction.summaries):
        if summary.flow is not None and summary.evidence and _exact(summary.total):
            key = (summary.status, frozenset(summary.actions), summary.flow, summary.cadre_level)
            groups[key].append(i)
    for same in groups.values():
        if len(same) < 2:
            continue
        first, *rest = sorted(same, key=lambda i: view.extraction.summaries[i].evidence[0].start)
        headline = view.extraction.summaries[first]
        start, first_line = headline.evidence[0].start, _first_line_end(view.text)
        fits = _says_no_more if start < first_line else _says_the_same
        if start < first_line <= headline.evidence[-1].start:
            continue  # the body tells the headline's number too: another one is of other officials
        behind = [i for i in rest if fits(headline, view.extraction.summaries[i])]
        if start < _LEAD and len(behind) == 1:
            body = view.extraction.summaries[behind[0]]
            if body.evidence[0].start >= _LEAD or fits is _says_no_more:
                spans = [*headline.evidence, *body.evidence]
                yield from _compare(view, f"/summaries/{behind[0]}", body.total, headline.total, spans)


def _first_line_end(text: str) -> int:
    end = text.find("\n", len(text) - len(text.lstrip()))
    return end if end >= 0 else len(text)


def _says_the_same(one: RotationSummary, other: RotationSummary) -> bool:
    return _summary_key(one) == _summary_key(other)


def _says_no_more(headline: RotationSummary, body: RotationSummary) -> bool:
    """Whether the headline's period, place and roles are missing or those of the body."""
    return (
        _time(headline.period) in (_time(None), _time(body.period))
        and _where(headline.jurisdiction) in (None, _where(body.jurisdiction))
        and (not headline.roles or set(headline.roles) == set(body.roles))
    )


def _compare(view: View, at: str, first: Count | None, second: Count | None, spans: list[TextSpan]) -> Iterator[Check]:
    """Yield the outcome for two counts of the same officials; nothing when their units differ."""
    if first is None or second is None or first.unit is not second.unit:
        return
    if first.value == second.value:
        yield view.passed(_RESTATED, at, evidence=spans, value=first.value)
        return
    held = [numbers_in(span.exact) for span in spans]
    grounded = all(any(value in h for h in held) for value in (first.value, second.value))
    yield _differ(view, at, first.value, second.value, spans, Cause.SOURCE if grounded else Cause.UNKNOWN)


def _differ(view: View, at: str, first: int, second: int, spans: Sequence[TextSpan], cause: Cause) -> Check:
    return view.found(
        _RESTATED,
        CheckStatus.FAIL,
        at,
        "differs",
        cause,
        {"first": first, "second": second},
        evidence=spans,
        expected=first,
        actual=second,
        why=cause_sentence("unknown", view.lang) if cause is Cause.UNKNOWN else "",
    )


def _exact(count: Count | None) -> bool:
    return count is not None and count.qualifier is Qualifier.EXACT


def _summary_key(summary: RotationSummary) -> Hashable:
    """What a total is about; two totals with equal keys count the same officials."""
    return (
        summary.status,
        frozenset(summary.actions),
        summary.flow or _ANY_FLOW,
        frozenset(summary.roles),
        _time(summary.period),
        _where(summary.jurisdiction),
        summary.cadre_level,
    )


def _part_key(summary: RotationSummary, part: Part) -> Hashable:
    """What a part is about, in the terms of `_summary_key`: what it does not say itself, its summary says."""
    return (
        summary.status,
        frozenset(summary.actions),
        part.flow or summary.flow or _ANY_FLOW,
        frozenset(part.roles or summary.roles),
        _time(part.period or summary.period),
        _where(part.place or summary.jurisdiction),
        summary.cadre_level,
    )


def _time(period: Period | None) -> Hashable:
    return (period.edtf, period.term) if period is not None else (None, None)


def _where(place: Place | None) -> Hashable:
    return (fold_key(place.name), place.level) if place is not None else None
