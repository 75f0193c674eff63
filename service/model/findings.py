"""What the model reader tells an editor of itself, as checks: pieces that were not read, items that stayed unproved."""

from __future__ import annotations

from collections.abc import Sequence

from schemas import Cause, Check, CheckCode, CheckStatus, TextSpan
from service.desk import Desk
from service.messages import message
from service.model.passages import Passage
from service.model.repair import Doubt


def unread(piece: Sequence[Passage], reason: str, desk: Desk) -> Check:
    """`figures_covered`, warn: no model could read this piece, so its figures are not covered. `reason` is a code.

    The evidence is the passages that were not read; the rule reader's ledger still explains their numbers.
    """
    values = {"start": piece[0].start, "end": piece[-1].end, "reason": reason}
    return Check(
        code=CheckCode.FIGURES_COVERED,
        status=CheckStatus.WARN,
        cause=Cause.READER,
        message=message("figures_covered.unread", desk.lang, values),
        evidence=_spans(piece, desk),
    )


def left_out(doubts: Sequence[Doubt], passages: Sequence[Passage], desk: Desk) -> list[Check]:
    """`evidence_grounded`, warn: what the model said and the article does not hold was left out; one check, or none.

    What was said is not repeated: nothing that is not in the article comes out, not even in a message.
    """
    if not doubts:
        return []
    numbers = {number for doubt in doubts for number in doubt.passages}
    return [
        Check(
            code=CheckCode.EVIDENCE_GROUNDED,
            status=CheckStatus.WARN,
            cause=Cause.READER,
            message=message("evidence_grounded.left_out", desk.lang, {"count": len(doubts)}),
            evidence=_spans([passage for passage in passages if passage.number in numbers], desk),
        )
    ]


def _spans(passages: Sequence[Passage], desk: Desk) -> list[TextSpan]:
    source = desk.prepared.folded.source
    return [TextSpan(start=p.start, end=p.end, exact=source[p.start : p.end]) for p in passages]
