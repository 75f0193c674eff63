"""Numbers of people that a rule sets, and that are therefore no total of people moved.

"Được bố trí 1 phó trưởng phòng" reads as an appointment where only its sentence is looked at; where the same number of
the same place is a quota of the rule, nobody has been appointed.
"""

from __future__ import annotations

from schemas import Provision, ProvisionKind, ProvisionUnit, RotationSummary, TextSpan

_TAIL = 12  # code points at the end of a quota's evidence in which its number stands


def without_ruled(summaries: list[RotationSummary], provisions: list[Provision]) -> list[RotationSummary]:
    """The summaries whose total is not the number of a quota at the same place; breakdowns speak for a report."""
    ruled: dict[float, list[TextSpan]] = {}
    for rule in provisions:
        if rule.kind is ProvisionKind.QUOTA and rule.unit is ProvisionUnit.PERSON and rule.value is not None:
            ruled.setdefault(rule.value, []).extend(rule.evidence)
    return [s for s in summaries if s.breakdowns or s.total is None or not _at(s, ruled.get(s.total.value, []))]


def _at(summary: RotationSummary, spans: list[TextSpan]) -> bool:
    """Whether all that a summary stands on is where a rule has its number."""
    return all(any(e.start < q.end and q.end - _TAIL <= e.end for q in spans) for e in summary.evidence)
