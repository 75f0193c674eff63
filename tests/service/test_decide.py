"""The verdict: clean, or which checks an editor has to look at."""

from schemas import Check
from service.decide import decide


def test_clean() -> None:
    """An extraction whose checks all pass, or that has none, is clean without reasons."""
    assert decide([]).status == "clean"
    review = decide([Check(code="figures_covered", status="pass")])
    assert (review.status, review.reasons) == ("clean", [])


def test_needs_review() -> None:
    """Any warning or failure needs a review, with a pointer to each such check."""
    statuses = ["pass", "warn", "pass", "fail"]
    review = decide([Check(code="figures_covered", status=status) for status in statuses])
    assert (review.status, review.reasons) == ("needs_review", ["/checks/1", "/checks/3"])
