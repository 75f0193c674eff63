"""Totals as the contract's summaries: their parts as breakdowns, and whether the parts make up the whole."""

from __future__ import annotations

from schemas import (
    Breakdown,
    Flow,
    Grouping,
    MoveStatus,
    Part,
    Qualifier,
    RotationSummary,
)
from service.rules.doc import Doc
from service.rules.totals import Group, Total, TotalPart


def grouping_of(parts: list[TotalPart]) -> Grouping:
    """What the parts are grouped by: what most of them say; a trait (age, sex, schooling) makes them attributes."""
    n = len(parts)
    if sum(p.trait for p in parts) * 2 > n:
        return Grouping.ATTRIBUTE
    if sum(p.flow is not None for p in parts) * 2 >= n:
        return Grouping.DIRECTION
    if sum(bool(p.roles) or p.rank for p in parts) * 2 >= n:
        return Grouping.POSITION
    if sum(p.period is not None or p.label.lower().startswith(_TIMES) for p in parts) * 2 > n:
        return Grouping.TIME
    if sum(p.place is not None for p in parts) * 2 > n:
        return Grouping.LOCALITY
    return Grouping.ATTRIBUTE


_TIMES = ("quý ", "tháng ", "đợt ")  # how a label begins that tells a time without its year


def breakdowns_of(total: Total, doc: Doc) -> list[Breakdown]:
    """The groups of a total as breakdowns; a group whose prefix already makes the total is cut in two there."""
    out: list[Breakdown] = []
    for group in total.groups:
        out.append(_breakdown(total, group, doc))
    return out


def cut(parts: list[TotalPart], total: int) -> list[list[TotalPart]]:
    """Parts told in one breath, cut where they already make the total ("33 và 15; gồm 15 cấp Vụ, 33 cấp phòng" of
    48)."""
    out: list[list[TotalPart]] = []
    run: list[TotalPart] = []
    added = 0
    for part in parts:
        run.append(part)
        added += part.counted.count.value
        if added == total and len(run) > 1:
            out.append(run)
            run, added = [], 0
    if run:
        out.append(run)
    return out


def _breakdown(total: Total, group: Group, doc: Doc) -> Breakdown:
    by = group.by or grouping_of(group.parts)
    exhaustive = _exhaustive(total, group, by)
    return Breakdown(
        by=by,
        exhaustive=exhaustive,
        parts=[
            Part(
                label=p.label,
                flow=p.flow,
                roles=list(p.roles),
                place=p.place,
                period=p.period,
                count=p.counted.count,
                evidence=[doc.span(i, j) for i, j in [(p.i, p.j), *p.more]],
            )
            for p in group.parts
        ],
    )


def _exhaustive(total: Total, group: Group, by: Grouping) -> bool | None:
    """Whether the source says that the parts are the whole: parts that add up do; so do "gồm" and a list of all
    posts."""
    exact = total.counted.count.qualifier is Qualifier.EXACT
    if exact and group.sum == total.value and len(group.parts) > 1:
        return True
    if by in (Grouping.ATTRIBUTE, Grouping.ORIGIN_POSITION) and group.whole is not True:
        return False
    if len(group.parts) == 1 and (by is Grouping.ATTRIBUTE or group.sum < total.value):
        return False  # one part is no whole: "329 đồng chí (cấp xã 250 đồng chí)"
    if group.whole is False and len(group.parts) < 4:
        return False
    return group.whole


def _reached(total: Total) -> Flow | None:
    """The direction of a total; "về địa phương" leads to the tier that the parts name ("phó chủ tịch UBND tỉnh")."""
    flow = total.flow
    if flow is None or flow.to_level is not None or flow.from_level is None:
        return flow
    tiers = {p.tier for g in total.groups for p in g.parts if p.tier is not None}
    return flow.model_copy(update={"to_level": tiers.pop()}) if len(tiers) == 1 else flow


def _all_ahead(total: Total, doc: Doc) -> bool:
    """Whether the parts are told by years that all lie behind the year of publication: the total is a plan."""
    years = [p.period.edtf for g in total.groups for p in g.parts if p.period is not None and p.period.edtf is not None]
    year = doc.published_on.year if doc.published_on is not None else None
    return bool(years) and year is not None and all(y[:4].isdigit() and int(y[:4]) > year for y in years)


def finish(total: Total, doc: Doc) -> RotationSummary:
    """The total in the contract's shape, with spans of the text as submitted."""
    evidence = [doc.span(i, j) for i, j in total.spots]
    status = MoveStatus.PLANNED if total.status is MoveStatus.DONE and _all_ahead(total, doc) else total.status
    return RotationSummary(
        status=status,
        actions=list(total.actions),
        jurisdiction=total.jurisdiction,
        decided_by=total.decided_by,
        period=total.period,
        flow=_reached(total),
        roles=list(total.roles),
        cadre_level=total.cadre_level,
        total=total.counted.count,
        breakdowns=breakdowns_of(total, doc),
        evidence=evidence,
    )
