"""The checks on gold readings: they alarm where the gold says that the article errs, and nowhere else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eval.gold_set import GoldArticle
from schemas import CheckStatus, Extraction
from service.checks import run_checks

Reader = Callable[[Path], Iterator[tuple[GoldArticle, Extraction]]]


def _alarms(
    read: Reader, folder: Path
) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    """What the checks found, what the gold lists, and what of it is not optional: (article, code, target)."""
    found, listed, needed = set(), set(), set()
    for article, extraction in read(folder):
        for check in run_checks(extraction):
            if check.status is not CheckStatus.PASS:
                found.add((article.id, check.code.value, check.target))
        for expected in article.gold.get("checks") or ():
            key = (article.id, expected["code"], expected["target"])
            listed.add(key)
            if not expected.get("optional"):
                needed.add(key)
    return found, listed, needed


@pytest.mark.parametrize("folder", ["gold", "dev/gold"])
def test_no_false_alarm_on_shared_gold(gold_extractions: Reader, shared_dir: Path, folder: str) -> None:
    """On the articles beside the repository no check alarms that the gold does not list."""
    found, listed, _ = _alarms(gold_extractions, shared_dir / folder)
    assert found - listed == set()


@pytest.mark.parametrize("folder", ["gold", "dev/gold"])
def test_shared_discrepancies_are_found(gold_extractions: Reader, shared_dir: Path, folder: str) -> None:
    """Each discrepancy that the gold of the articles beside the repository lists is found."""
    found, _, needed = _alarms(gold_extractions, shared_dir / folder)
    assert needed
    assert needed - found == set()


def test_own_gold(gold_extractions: Reader, repo_root: Path) -> None:
    """On our own gold articles the checks find each listed discrepancy, and alarm nowhere else."""
    found, listed, needed = _alarms(gold_extractions, repo_root / "eval" / "gold")
    assert found - listed == set()
    assert needed - found == set()


def test_source_is_blamed(gold_extractions: Reader, shared_dir: Path) -> None:
    """Twenty turns told as 2 + 6 + 4 + 5 are the article's own discrepancy, with both sums in the result."""
    extraction = next(e for a, e in gold_extractions(shared_dir / "gold") if a.id == "quang-nam")
    (check,) = [check for check in run_checks(extraction) if check.status is not CheckStatus.PASS]
    assert (check.code, check.target) == ("total_matches_parts", "/summaries/0/breakdowns/0")
    assert (check.status, check.cause, check.expected, check.actual) == ("warn", "source", 20, 17)
