"""The baselines: what was reached is held."""

from pathlib import Path

import pytest

from eval import compare, results
from eval.cli import BASELINES
from eval.gold_set import GoldArticle, gold_hash

FILES = sorted(BASELINES.glob("*.json"))


def test_the_rule_reader_holds_its_baseline(own_gold: list[GoldArticle], rules_results: dict[str, object]) -> None:
    """No kind of fact is significantly worse on our own gold than the committed baseline, and no article crashes."""
    assert compare.gate(results.load(BASELINES / "own-rules.json"), rules_results) == []


def test_the_baseline_is_of_the_gold_that_is_here(own_gold: list[GoldArticle]) -> None:
    """After a change to the gold, a new baseline is due: `luanchuyen eval gate --update`."""
    assert results.load(BASELINES / "own-rules.json")["provenance"]["gold"] == gold_hash(own_gold)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_baselines_are_sound(path: Path) -> None:
    """Every baseline has all its articles scored and names its reader and gold as its file does."""
    baseline = results.load(path)
    made = baseline["provenance"]
    assert f"{made['gold_name']}-{made['reader']}" == path.stem
    assert baseline["states"]["scored"] == made["articles"] == len(baseline["articles"])
