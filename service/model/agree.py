"""Where two readings of one article agree: `readers_agree`, the one check that needs two readers.

Compared are the figures (totals, parts, ratios, rules with a number) and the people (moves of named persons), as the
contract says; documents and rules without a number are not. One fact, one outcome: both readers have it and tell it
alike (`pass`), tell it differently, or only one has it (`warn`). What one reader alone leaves open (a direction, a
date) is a difference, too: an editor looks wherever only one of them is sure.
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
    Post,
    Provision,
    RotationEvent,
    RotationSummary,
    TextSpan,
)
from service.folding import fold_key
from service.messages import message
from service.model.breakdowns import counterpart
from service.model.merge import counterparts
from service.reading import Reading

_CODE = CheckCode.READERS_AGREE

_F = TypeVar("_F", RotationSummary, RotationEvent, CoverageRatio, Provision)


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure or person of a reading: what it says, value by value (empty where it says nothing), and its quotes."""

    says: tuple[str, ...]
    evidence: tuple[TextSpan, ...]

    @property
    def words(self) -> str:
        """What it says, in one line."""
        return "; ".join(value for value in self.says if value)


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
        case = "only_rules" if other is None else "only_model"
        if one and other:
            case = "pass" if one.says == other.says else "differs"
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
            yield at, _of_summary(one), _of_summary(other)
        yield from _parts(final, at, one, other)
    for at, move, other_move in _matched(final.events, rules.events, model.events, "events"):
        yield at, _of_event(move, other_move), _of_event(other_move, move)
    for at, ratio, other_ratio in _matched(final.ratios, rules.ratios, model.ratios, "ratios"):
        yield at, _of_ratio(ratio), _of_ratio(other_ratio)
    numbered = [[rule for rule in reading.provisions if rule.value is not None] for reading in (final, rules, model)]
    places = [i for i, rule in enumerate(final.provisions) if rule.value is not None]
    for at, rule, other_rule in _matched(numbered[0], numbered[1], numbered[2], "provisions"):
        kind, index = at.split("/")[1:] if at else ("", "")
        at = f"/{kind}/{places[int(index)]}" if at else ""
        yield at, _of_rule(rule), _of_rule(other_rule)


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
            yield pointer, _take(part, ours), _take(part, theirs)
    for part in ours:
        yield "", _of_part(part), _take(part, theirs)
    for part in theirs:
        yield "", None, _of_part(part)


def _flat(summary: RotationSummary | None) -> list[Part]:
    breakdowns: list[Breakdown] = summary.breakdowns if summary else []
    return [part for breakdown in breakdowns for part in breakdown.parts]


def _take(part: Part, parts: list[Part]) -> Claim | None:
    """The claim of a part's counterpart, which is taken out of the list."""
    found = counterpart(part, parts)
    return None if found is None else _of_part(parts.pop(found))


def _of_summary(summary: RotationSummary | None) -> Claim | None:
    if summary is None or summary.total is None:
        return None
    total = summary.total
    says = (str(total.value), total.unit.value, summary.status.value, _listed(summary.actions))
    return Claim((*says, *_flow(summary.flow), _listed(summary.roles)), tuple(summary.evidence))


def _of_part(part: Part) -> Claim:
    says = (str(part.count.value), part.count.unit.value, *_flow(part.flow), _listed(part.roles))
    return Claim(says, tuple(part.evidence))


def _of_event(event: RotationEvent | None, other: RotationEvent | None) -> Claim | None:
    """A move; a post that the other reader tells in more or fewer words is told in the shorter ones."""
    if event is None:
        return None
    left = _titles(event.from_, other.from_ if other else [])
    taken = _titles(event.to, other.to if other else [])
    says = (
        event.person.name,
        event.status.value,
        _listed(event.actions),
        left and f"from {left}",
        taken and f"to {taken}",
    )
    return Claim((*says, event.date or ""), tuple(event.evidence))


def _titles(posts: list[Post], others: list[Post]) -> str:
    """The titles of some posts as keys, each in the shorter form of two that are one."""
    keys = [fold_key(post.title) for post in others]
    told = []
    for title in (fold_key(post.title) for post in posts):
        told.append(min((key for key in keys if key in title), key=len, default=title))
    return ", ".join(sorted(told))


def _of_ratio(ratio: CoverageRatio | None) -> Claim | None:
    if ratio is None:
        return None
    share = "" if ratio.numerator is None else f"{ratio.numerator}/{ratio.denominator}"
    percent = "" if ratio.percent is None else f"{ratio.percent:g}%"
    return Claim((share, percent, ratio.measure.value, ratio.unit_level or ""), tuple(ratio.evidence))


def _of_rule(rule: Provision | None) -> Claim | None:
    if rule is None or rule.value is None:
        return None
    return Claim((rule.kind.value, f"{rule.value:g}", rule.unit or ""), tuple(rule.evidence))


def _flow(flow: Flow | None) -> tuple[str, str]:
    ends = (flow.from_level, flow.to_level) if flow else (None, None)
    return (f"from {ends[0]}" if ends[0] else "", f"to {ends[1]}" if ends[1] else "")


def _listed(values: Sequence[str]) -> str:
    return "+".join(sorted(values))
