"""Both readers on one article: what they agree on is marked, what they differ in is shown, one reading comes out.

The merge rule, in the order in which it is applied:

1. **Same fact, both have it.** It stands once. What has to be understood is the model's where it says something:
   actions, status, flow, roles, levels, jurisdiction, who decides, how a breakdown groups, the posts of a move. What
   can be read off the page is the rule reader's where it says something: number, unit, qualifier, dates, periods,
   signs of documents. What one leaves open, the other fills.
2. **A breakdown both have** has the parts of both, unless one alone makes up the total and both together do not.
3. **Only the rule reader has it.** It stands: the grammar invents nothing. But where one number is a total of its own
   to one reader and a part to the other, it is what the model says, as that has to be understood, too.
4. **Only the model has it.** It stands, as it is grounded, but for a figure whose number the grammar knows to count
   something else (discipline, training, votes ...): that one is left out.

Each difference, also one of rule 4, is a `readers_agree` warning with both readings, so nothing is settled unseen. The
rule is scored against each reader alone by `luanchuyen eval`. Where no model can read, the rule reading stands for
both, marked as such: `run.reader` is "rules" and a `readers_agree` warning names the error.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from schemas import (
    Cause,
    Check,
    CheckCode,
    CheckStatus,
    Count,
    CoverageRatio,
    DocumentReference,
    Figure,
    FigureStatus,
    Flow,
    Part,
    Provision,
    RotationEvent,
    RotationSummary,
    TextSpan,
)
from service.desk import Desk, Outcome
from service.errors import ModelError
from service.messages import message
from service.model.agree import readers_agree
from service.model.breakdowns import counterpart, join_breakdowns, overlaps, same_breakdown, tidy
from service.model.merge import KINDS, counterparts, fill
from service.model.reader import LlmReader
from service.reading import Reading

_UNDERSTOOD = ("status", "actions", "flow", "roles", "cadre_level", "jurisdiction", "decided_by")
# Why the grammar leaves a number out although it counts people: something else is done to them.
_NO_MOVES = frozenset(
    "discipline planning_list training party_admission payroll recruitment retirement vote inspection attendance "
    "mobilisation award case negated quota out_of_scope".split()
)

_F = TypeVar("_F", RotationSummary, RotationEvent, CoverageRatio, Provision, DocumentReference)


class HybridReader:
    """Reads by rules and by model, and compares."""

    name = "hybrid"

    def __init__(self, model_reader: LlmReader) -> None:
        self._model_reader = model_reader

    @property
    def model(self) -> str | None:
        """The name of the model that is asked first."""
        return self._model_reader.model

    @property
    def prompt_version(self) -> str:
        """The version of the prompts, for `run.prompt_version`."""
        return self._model_reader.prompt_version

    async def converse(self, desk: Desk) -> Outcome:
        """Read the article on the desk. Raises nothing when no model can read: the rule reading stands then."""
        try:
            outcome = await self._model_reader.converse(desk)
        except ModelError as error:
            judged = await asyncio.to_thread(desk.judge, desk.rules)
            checks = [_unavailable(error, desk.lang)]
            return Outcome(judged, reader="rules", usage=error.usage, cost_usd=error.cost_usd, checks=checks)
        return await asyncio.to_thread(self._combined, desk, outcome)

    def _combined(self, desk: Desk, outcome: Outcome) -> Outcome:
        model = outcome.judged.reading
        figures = desk.judge(desk.rules).extraction.figures
        judged = desk.judge(combine(desk.rules, model, figures))
        checks = [*outcome.checks, *readers_agree(judged.reading, desk.rules, model, desk.lang)]
        return Outcome(
            judged=judged,
            reader=self.name,
            model=outcome.model,
            prompt_version=outcome.prompt_version,
            attempts=outcome.attempts,
            usage=outcome.usage,
            cost_usd=outcome.cost_usd,
            checks=checks,
        )


def combine(rules: Reading, model: Reading, figures: Sequence[Figure]) -> Reading:
    """One reading of two by the merge rule. `figures` is the ledger of the rule reading; nothing given is changed."""
    vetoed = [f for f in figures if f.status is FigureStatus.EXCLUDED and f.reason in _NO_MOVES]
    out = Reading(excluded=[*rules.excluded, *model.excluded])
    ours = _as_understood(rules.summaries, model.summaries)
    out.summaries = _both(ours, [s for s in model.summaries if not _is_vetoed(s, vetoed)], _one_total)
    out.events = _both(rules.events, model.events, _one_move)
    out.ratios = _both(rules.ratios, model.ratios, fill)
    out.provisions = _both(rules.provisions, model.provisions, fill)
    out.documents = _both(rules.documents, model.documents, fill)
    for kind in KINDS:
        getattr(out, kind).sort(key=lambda fact: min((span.start for span in fact.evidence), default=0))
    return out


def _as_understood(rules: Sequence[RotationSummary], model: Sequence[RotationSummary]) -> list[RotationSummary]:
    """The rule reader's totals without those that are parts to the model, and without parts that are totals to it."""
    totals = [(s.total.value, s.evidence) for s in model if s.total]
    parts = [(p.count.value, p.evidence) for s in model for b in s.breakdowns for p in b.parts]

    def told(value: int, evidence: Sequence[TextSpan], claims: Sequence[tuple[int, Sequence[TextSpan]]]) -> bool:
        return any(value == other and overlaps(evidence, spans) for other, spans in claims)

    out = []
    for summary in rules:
        alone = summary.total if not summary.breakdowns else None
        if alone and told(alone.value, summary.evidence, parts) and not told(alone.value, summary.evidence, totals):
            continue
        breakdowns = []
        for breakdown in summary.breakdowns:
            kept = [
                part
                for part in breakdown.parts
                if not told(part.count.value, part.evidence, totals) or told(part.count.value, part.evidence, parts)
            ]
            if kept:
                breakdowns.append(breakdown.model_copy(update={"parts": kept}))
        out.append(summary.model_copy(update={"breakdowns": breakdowns}))
    return out


def _both(ours: list[_F], theirs: list[_F], join: Callable[[_F, _F], _F]) -> list[_F]:
    """The facts of both lists, those that both have joined."""
    found = counterparts(ours, theirs, loose=True)
    joined: list[_F] = [join(fact, theirs[found[i]]) if i in found else fact for i, fact in enumerate(ours)]
    matched = set(found.values())
    return joined + [fact for j, fact in enumerate(theirs) if j not in matched]


def _one_total(rules: RotationSummary, model: RotationSummary) -> RotationSummary:
    """Rules 1 and 2 for a total."""
    joined = fill(rules, model)
    update: dict[str, object] = {name: getattr(model, name) for name in _UNDERSTOOD if getattr(model, name)}
    update["flow"] = _one_flow(rules.flow, model.flow)
    breakdowns = list(rules.breakdowns)
    for breakdown in model.breakdowns:
        at = next((k for k, own in enumerate(breakdowns) if same_breakdown(own, breakdown)), None)
        if at is None:
            breakdowns.append(breakdown)
            continue
        own = breakdowns[at]
        parts = [_one_part(part, breakdown.parts) for part in own.parts]
        both = join_breakdowns(own.model_copy(update={"parts": parts}), breakdown, joined.total)
        breakdowns[at] = both.model_copy(update={"by": breakdown.by})
    return joined.model_copy(update=update | {"breakdowns": tidy(breakdowns)})


def _one_part(part: Part, theirs: Sequence[Part]) -> Part:
    found = counterpart(part, theirs)
    if found is None:
        return part
    other = theirs[found]
    update: dict[str, object] = {name: getattr(other, name) for name in ("roles", "place") if getattr(other, name)}
    update["flow"] = _one_flow(part.flow, other.flow)
    return fill(part, other).model_copy(update=update)


def _one_flow(rules: Flow | None, model: Flow | None) -> Flow | None:
    """The model's direction; a tier it leaves open is the rule reader's, unless the two differ in the other."""
    if rules is None or model is None:
        return model or rules
    ends = zip((rules.from_level, rules.to_level), (model.from_level, model.to_level), strict=True)
    if any(one and other and one is not other for one, other in ends):
        return model
    return Flow(from_level=model.from_level or rules.from_level, to_level=model.to_level or rules.to_level)


def _one_move(rules: RotationEvent, model: RotationEvent) -> RotationEvent:
    """Rule 1 for a move."""
    update: dict[str, object] = {
        name: getattr(model, name)
        for name in ("status", "actions", "from_", "to", "decided_by")
        if getattr(model, name)
    }
    return fill(rules, model).model_copy(update=update)


def _is_vetoed(summary: RotationSummary, vetoed: Sequence[Figure]) -> bool:
    """Whether the number of a total is one that the grammar knows to count something else."""
    total: Count | None = summary.total
    return total is not None and any(
        figure.value == total.value and any(_holds(span, figure.span) for span in summary.evidence) for figure in vetoed
    )


def _holds(outer: TextSpan, inner: TextSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _unavailable(error: ModelError, lang: str) -> Check:
    return Check(
        code=CheckCode.READERS_AGREE,
        status=CheckStatus.WARN,
        cause=Cause.UNKNOWN,
        message=message("readers_agree.unavailable", lang, {"error": error.message(lang), "code": error.code}),
        actual=error.code,
    )
