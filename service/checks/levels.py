"""Whether the tiers fit: a flow and its parts, a flow and the posts beside it, a post's tier and its title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from schemas import (
    Breakdown,
    Cause,
    Check,
    CheckCode,
    CheckStatus,
    Flow,
    Grouping,
    Level,
    Part,
    Post,
    RotationEvent,
    RotationSummary,
)
from service.checks.view import View
from service.folding import fold_key
from service.messages import term

_CODE = CheckCode.LEVELS_CONSISTENT

# Words that name one tier whatever stands around them. The first group takes away words that only look like one; the
# second leaves the tier open: a city may be of any tier, and "trực thuộc Trung ương" says where a province belongs.
_WORD = re.compile(
    r"\b(?:(hợp tác xã|xã hội|văn xã|thông tấn xã|các cấp|liên huyện|liên xã|liên tỉnh)"
    r"|(thành phố|thành ủy|tp|trung ương)"
    r"|((?:cấp )?tỉnh(?: ủy| đoàn)?)"
    r"|((?:cấp )?huyện(?: ủy| đoàn)?|thị xã|thị ủy|quận(?: ủy| đoàn)?)"
    r"|((?:cấp )?xã|phường|thị trấn))\b"
)
_LEVELS = (None, Level.AGENCY, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_NEAR = 20  # totals before an event that are looked at; more do not stand in one sentence
_DIRECTION = re.compile(r"\b(?:về|lên|xuống|sang|đến|tới)\b")


def levels_consistent(view: View) -> Iterator[Check]:
    """A flow fits the levels of the posts beside it; else warn.

    - A part's flow does not contradict the flow of its total.
    - In a breakdown by direction the words of a part ("từ cấp tỉnh về cấp huyện") fit its flow; by position, its posts
      are of the tier moved to; by former position, of the tier moved from.
    - A post's title that names one tier only ("Bí thư Đảng ủy xã Song Mai") fits the post's tier.
    - An event told within the evidence of a total with a flow moves the way of that flow.

    `agency` fits every tier, and so does an unknown one. One `pass` for each summary or event with something to
    compare.
    """
    for i, summary in enumerate(view.extraction.summaries):
        yield from _summary(view, f"/summaries/{i}", summary)
    around = _totals_with_flow(view)
    for i, event in enumerate(view.extraction.events):
        yield from _event(view, f"/events/{i}", event, around)


def _summary(view: View, at: str, summary: RotationSummary) -> Iterator[Check]:
    compared, bad = 0, 0
    for j, breakdown in enumerate(summary.breakdowns):
        for k, part in enumerate(breakdown.parts):
            place = f"{at}/breakdowns/{j}/parts/{k}"
            if part.flow is not None and summary.flow is not None:
                compared += 1
                if _clash(summary.flow.from_level, part.flow.from_level) or _clash(
                    summary.flow.to_level, part.flow.to_level
                ):
                    bad += 1
                    yield _contradicts(view, place, summary, part)
                    continue
            expected, actual = _label_levels(summary, breakdown, part)
            compared += expected is not None and actual is not None
            if _clash(expected, actual):
                bad += 1
                yield _misfit(view, place, part.label, expected, actual, part)
    if compared and not bad:
        yield view.passed(_CODE, at, evidence=summary.evidence)


def _label_levels(summary: RotationSummary, breakdown: Breakdown, part: Part) -> tuple[Level | None, Level | None]:
    """Return the tier a part should be of and the one its words name; None for either that is not known."""
    flow = part.flow or summary.flow
    if flow is None:
        return None, None
    match breakdown.by:
        case Grouping.POSITION:
            return flow.to_level, title_level(part.label)
        case Grouping.ORIGIN_POSITION:
            return flow.from_level, title_level(part.label)
        case Grouping.DIRECTION:
            source, target = direction_levels(part.label)
            if _clash(flow.from_level, source):
                return flow.from_level, source
            return flow.to_level, target
    return None, None


def _event(view: View, at: str, event: RotationEvent, around: _Around) -> Iterator[Check]:
    compared, bad = 0, 0
    for posts in (event.from_, event.to):
        for post in posts:
            named = title_level(post.title)
            compared += post.level is not None and named is not None
            if _clash(post.level, named):
                bad += 1
                yield _misfit(view, at, post.title, post.level, named, event)
    flow = _flow_around(around, event)
    if flow is not None and not bad:
        for posts, level in ((event.from_, flow.from_level), (event.to, flow.to_level)):
            levels = [post.level for post in posts]
            compared += bool(levels)
            if levels and all(_clash(level, other) for other in levels):
                bad += 1
                yield _misfit(view, at, _titles(posts), level, levels[0], event)
    if compared and not bad:
        yield view.passed(_CODE, at, evidence=event.evidence)


_Around = list[tuple[int, int, RotationSummary]]


def _totals_with_flow(view: View) -> _Around:
    """The spans of all totals that have a flow, in the order of the text."""
    around = [
        (span.start, span.end, summary)
        for summary in view.extraction.summaries
        if summary.flow is not None
        for span in summary.evidence
    ]
    return sorted(around, key=_start)


def _start(item: tuple[int, int, RotationSummary]) -> int:
    return item[0]


def _flow_around(around: _Around, event: RotationEvent) -> Flow | None:
    """Return the flow of a total whose evidence holds that of the event, and which is about the same actions."""
    for span in event.evidence:
        last = bisect_right(around, span.start, key=_start)
        for _, end, summary in reversed(around[max(0, last - _NEAR) : last]):
            if span.end <= end and set(summary.actions) & set(event.actions):
                return summary.flow
    return None


def _contradicts(view: View, at: str, summary: RotationSummary, part: Part) -> Check:
    expected, actual = _arrow(summary.flow, view.lang), _arrow(part.flow, view.lang)
    return view.found(
        _CODE,
        CheckStatus.WARN,
        at,
        "flow",
        Cause.READER,
        {"label": part.label, "whole": expected, "part": actual},
        evidence=part.evidence or summary.evidence,
        expected=expected,
        actual=actual,
    )


def _misfit(
    view: View, at: str, label: str, expected: Level | None, actual: Level | None, fact: Part | RotationEvent
) -> Check:
    return view.found(
        _CODE,
        CheckStatus.WARN,
        at,
        "label",
        Cause.READER,
        {"label": label, "tier": term(actual, view.lang), "recorded": term(expected, view.lang)},
        evidence=fact.evidence,
        expected=expected.value if expected else None,
        actual=actual.value if actual else None,
    )


def _titles(posts: list[Post]) -> str:
    return "; ".join(post.title for post in posts)


def _arrow(flow: Flow | None, lang: str) -> str:
    if flow is None:
        return term(None, lang)
    return f"{term(flow.from_level, lang)} → {term(flow.to_level, lang)}"


def _clash(one: Level | None, other: Level | None) -> bool:
    """Whether two tiers are both known and differ; `agency` leaves the tier open."""
    return one is not None and other is not None and one is not other and Level.AGENCY not in (one, other)


@lru_cache(maxsize=4096)
def title_level(title: str) -> Level | None:
    """Return the one tier that the words of a title name; None where they name none, or more than one."""
    levels = _levels_in(fold_key(title))
    return levels.pop() if len(levels) == 1 else None


@lru_cache(maxsize=1024)
def direction_levels(label: str) -> tuple[Level | None, Level | None]:
    """Return the tiers before and behind the word of direction in "từ cấp tỉnh về cấp huyện"; None where not one."""
    key = fold_key(label)
    pieces = _DIRECTION.split(key)
    if len(pieces) != 2:
        return None, None
    source, target = (_levels_in(piece) for piece in pieces)
    return (source.pop() if len(source) == 1 else None), (target.pop() if len(target) == 1 else None)


def _levels_in(key: str) -> set[Level]:
    levels = {_LEVELS[(match.lastindex or 1) - 1] for match in _WORD.finditer(key)}
    return {level for level in levels if level is not None}
