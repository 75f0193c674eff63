"""Where two readings of one article agree: `readers_agree`, the one check that needs two readers.

Compared are the figures (totals, parts, ratios, rules with a number) and the people (moves of named persons), as the
contract says; documents and rules without a number are not. One fact, one outcome: both readers have it and tell it
alike (`pass`), tell it differently, or only one has it (`warn`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from schemas import (
    Breakdown,
    Cause,
    Check,
    CheckCode,
    CheckStatus,
    CoverageRatio,
    Flow,
    Part,
    Provision,
    RotationEvent,
    RotationSummary,
    TextSpan,
)
from service.folding import fold_key
from service.messages import message
from service.model.merge import counterparts, same_part, same_post
from service.reading import Reading

_CODE = CheckCode.READERS_AGREE

_F = TypeVar("_F", RotationSummary, RotationEvent, CoverageRatio, Provision)


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure or person of a reading: where it stands in it, in words what it says, and its quotes."""

    pointer: str
    words: str
    evidence: tuple[TextSpan, ...]


def readers_agree(final: Reading, rules: Reading, model: Reading, lang: str = "vi") -> Iterator[Check]:
    """The model's reading and the rule reader's give the same figures and people; else warn, one per difference.

    `final` is what came of the two: the outcomes point into it. A fact that neither kept there points to the whole.
    `expected` is what the rule reader says, `actual` what the model says; null for the reader that has no such fact.
    """
    for at, one, other in _pairs(final, rules, model):
        told = one or other
        if told is None:
            continue
        values = {"what": told.words, "rules": one.words if one else "", "model": other.words if other else ""}
        case = "pass" if one and other and one.words == other.words else "differs" if one and other else "only"
        if case == "only":
            case = "only_rules" if one else "only_model"
        yield Check(
            code=_CODE,
            status=CheckStatus.PASS if case == "pass" else CheckStatus.WARN,
            target=at,
            cause=Cause.UNKNOWN,
            message=message(f"{_CODE.value}.{case}", lang, values),
            expected=None if case == "pass" or one is None else one.words,
            actual=None if case == "pass" or other is None else other.words,
            evidence=list(told.evidence),
        )


_Triple = tuple[str, Claim | None, Claim | None]


def _pairs(final: Reading, rules: Reading, model: Reading) -> Iterator[_Triple]:
    """Each fact with where it stands in the final reading, and both readers' claims of it."""
    for at, one, other in _matched(final.summaries, rules.summaries, model.summaries, "summaries"):
        if (one or other) and any(summary is not None and summary.total is not None for summary in (one, other)):
            yield at, _of_summary(at, one), _of_summary(at, other)
        yield from _parts(final, at, one, other)
    for at, move, other_move in _matched(final.events, rules.events, model.events, "events"):
        yield at, _of_event(at, move, other_move), _of_event(at, other_move, move)
    for at, ratio, other_ratio in _matched(final.ratios, rules.ratios, model.ratios, "ratios"):
        yield at, _of_ratio(at, ratio), _of_ratio(at, other_ratio)
    numbered = [[rule for rule in reading.provisions if rule.value is not None] for reading in (final, rules, model)]
    places = [i for i, rule in enumerate(final.provisions) if rule.value is not None]
    for at, rule, other_rule in _matched(numbered[0], numbered[1], numbered[2], "provisions"):
        kind, index = at.split("/")[1:] if at else ("", "")
        at = f"/{kind}/{places[int(index)]}" if at else ""
        yield at, _of_rule(at, rule), _of_rule(at, other_rule)


def _matched(
    final: Sequence[_F], rules: Sequence[_F], model: Sequence[_F], kind: str
) -> Iterator[tuple[str, _F | None, _F | None]]:
    """Facts of the final reading with their counterparts, then those of either reader that are not in it."""
    ours, theirs = counterparts(final, rules, loose=True), counterparts(final, model, loose=True)
    for i in range(len(final)):
        yield (
            f"/{kind}/{i}",
            rules[ours[i]] if i in ours else None,
            model[theirs[i]] if i in theirs else None,
        )
    for j, fact in enumerate(rules):
        if j not in ours.values():
            yield "", fact, None
    for j, fact in enumerate(model):
        if j not in theirs.values():
            yield "", None, fact


def _parts(final: Reading, at: str, rules: RotationSummary | None, model: RotationSummary | None) -> Iterator[_Triple]:
    """The parts of one total."""
    summary = final.summaries[int(at.rpartition("/")[2])] if at else None
    ours, theirs = _flat(rules), _flat(model)
    for j, breakdown in enumerate(summary.breakdowns if summary else ()):
        for k, part in enumerate(breakdown.parts):
            pointer = f"{at}/breakdowns/{j}/parts/{k}"
            yield pointer, _take(pointer, part, ours), _take(pointer, part, theirs)
    for part in ours:
        yield "", _of_part("", part), _take("", part, theirs)
    for part in theirs:
        yield "", None, _of_part("", part)


def _flat(summary: RotationSummary | None) -> list[Part]:
    breakdowns: list[Breakdown] = summary.breakdowns if summary else []
    return [part for breakdown in breakdowns for part in breakdown.parts]


def _take(pointer: str, part: Part, parts: list[Part]) -> Claim | None:
    """The claim of a part's counterpart, which is taken out of the list."""
    found = next((other for other in parts if same_part(part, other)), None)
    if found is None:
        return None
    parts.remove(found)
    return _of_part(pointer, found)


def _of_summary(at: str, summary: RotationSummary | None) -> Claim | None:
    if summary is None or summary.total is None:
        return None
    what = [str(summary.total.value), summary.total.unit.value, summary.status.value, "+".join(sorted(summary.actions))]
    return Claim(at, _words(*what, _flow(summary.flow), *sorted(summary.roles)), tuple(summary.evidence))


def _of_part(at: str, part: Part) -> Claim:
    what = [str(part.count.value), part.count.unit.value, _flow(part.flow), *sorted(part.roles)]
    return Claim(at, _words(*what), tuple(part.evidence))


def _of_event(at: str, event: RotationEvent | None, other: RotationEvent | None) -> Claim | None:
    """A move in words; a post that the other reader tells in more or fewer words is told in the shorter ones."""
    if event is None:
        return None
    left = [_title(post.title, [p.title for p in other.from_] if other else []) for post in event.from_]
    taken = [_title(post.title, [p.title for p in other.to] if other else []) for post in event.to]
    moved = f"{', '.join(sorted(left))} -> {', '.join(sorted(taken))}"
    what = [fold_key(event.person.name).title(), event.status.value, "+".join(sorted(event.actions)), moved]
    return Claim(at, _words(*what, event.date or ""), tuple(event.evidence))


def _title(title: str, others: list[str]) -> str:
    same = [other for other in others if fold_key(other) in fold_key(title)]
    return fold_key(min(same, key=len)) if same else fold_key(title)


def _of_ratio(at: str, ratio: CoverageRatio | None) -> Claim | None:
    if ratio is None:
        return None
    share = "" if ratio.numerator is None else f"{ratio.numerator}/{ratio.denominator}"
    percent = "" if ratio.percent is None else f"{ratio.percent:g}%"
    level = ratio.unit_level.value if ratio.unit_level else ""
    return Claim(at, _words(share, percent, ratio.measure.value, level), tuple(ratio.evidence))


def _of_rule(at: str, rule: Provision | None) -> Claim | None:
    if rule is None or rule.value is None:
        return None
    return Claim(at, _words(rule.kind.value, f"{rule.value:g}", rule.unit or ""), tuple(rule.evidence))


def _flow(flow: Flow | None) -> str:
    return f"{flow.from_level or '?'} -> {flow.to_level or '?'}" if flow else ""


def _words(*pieces: str) -> str:
    return "; ".join(piece for piece in pieces if piece)


__all__ = ["Claim", "readers_agree", "same_post"]
