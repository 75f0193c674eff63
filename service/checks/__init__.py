"""The checks of the contract, one function for each code: function name, `code`, test and README row are the same.

Each takes a `View` of an extraction and yields its outcomes: `pass` for what it looked at and found right, `warn` and
`fail` for what it found wrong, with the cause and a message. Nothing for what is not there to be checked. They read
the contract's models only, change nothing, and never raise for a valid extraction. `readers_agree` compares two
readings and is not among them; it belongs to the reader that has two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from schemas import Check, Extraction
from service.checks.coverage import figures_covered, restated_figures_agree
from service.checks.dates import dates_plausible
from service.checks.evidence import evidence_grounded
from service.checks.levels import levels_consistent
from service.checks.members import members_match_count
from service.checks.ratios import percent_matches_ratio
from service.checks.totals import total_matches_parts
from service.checks.view import View

__all__ = ["CHECKS", "View", "run_checks"]

CHECKS: Final[tuple[Callable[[View], Iterator[Check]], ...]] = (
    evidence_grounded,
    total_matches_parts,
    percent_matches_ratio,
    members_match_count,
    restated_figures_agree,
    figures_covered,
    levels_consistent,
    dates_plausible,
)
"""Every check, in the order of the contract's table and of the results."""


def run_checks(extraction: Extraction, lang: str = "vi") -> list[Check]:
    """Return the outcomes of all checks on an extraction; its own `checks` and `review` are not looked at.

    The messages are in Vietnamese for "vi", in English for any other language.
    """
    view = View(extraction, lang)
    return [outcome for check in CHECKS for outcome in check(view)]
