"""The verdict: whether an editor has to look at an extraction, and at which checks."""

from collections.abc import Sequence

from schemas import Check, CheckStatus, Review, ReviewStatus


def decide(checks: Sequence[Check]) -> Review:
    """Return `needs_review` with a pointer to each check that warns or fails, or `clean` when all pass.

    The pointers are positions in `checks` as the Extraction holds them: `/checks/3`.
    """
    passed = CheckStatus.PASS
    reasons = [f"/checks/{i}" for i, check in enumerate(checks) if check.status is not passed]
    return Review(status=ReviewStatus.NEEDS_REVIEW if reasons else ReviewStatus.CLEAN, reasons=reasons)
