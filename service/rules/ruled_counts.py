"""Numbers of people that a rule sets, and that are therefore no total of people moved.

"Được bố trí 1 phó trưởng phòng" reads as an appointment where only its sentence is looked at; where the same number of
the same place is a quota of the rule, nobody has been appointed.
"""

from __future__ import annotations

from bisect import bisect_right

from schemas import Action, Provision, ProvisionKind, ProvisionUnit, RotationSummary

_TAIL = 12  # code points at the end of a quota's evidence in which its number stands


def without_ruled(summaries: list[RotationSummary], provisions: list[Provision]) -> list[RotationSummary]:
    """The summaries whose total is not the number of a quota at the same place; breakdowns speak for a report."""
    ends: dict[float, list[int]] = {}
    for rule in provisions:
        if rule.kind is ProvisionKind.QUOTA and rule.unit is ProvisionUnit.PERSON and rule.value is not None:
            ends.setdefault(rule.value, []).extend(span.end for span in rule.evidence)
    for places in ends.values():
        places.sort()
    return [s for s in summaries if _is_told(s) or s.total is None or not _at(s, ends.get(s.total.value, []))]


def _is_told(summary: RotationSummary) -> bool:
    """Whether a summary stands beside the rule: it has parts, or people are to be moved ("luân chuyển ít nhất 20")."""
    return bool(summary.breakdowns) or bool(_MOVES.intersection(summary.actions))


_MOVES = frozenset([Action.ROTATION, Action.TRANSFER, Action.SECONDMENT, Action.REINFORCEMENT, Action.RETURN])


def _at(summary: RotationSummary, ends: list[int]) -> bool:
    """Whether all that a summary stands on is where a rule ends with its number; ``ends`` are sorted."""
    for span in summary.evidence:
        k = bisect_right(ends, span.start)
        if k == len(ends) or ends[k] - _TAIL > span.end:
            return False
    return True
