"""Comparison and gate: damaged readers are told apart and stopped, equal ones are not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval import compare, results, runner
from eval.convert import to_extraction
from eval.damage import DAMAGES, damaged
from eval.gold_set import GoldArticle
from eval.runner import Extract
from service.readers import get_reader

Measured = Callable[[list[GoldArticle], Extract, str], dict[str, Any]]


Results = dict[str, Any]


@pytest.fixture(scope="module")
def sound(own_gold: list[GoldArticle], measured: Measured) -> Results:
    """A perfect reader's results on our own gold."""
    return measured(own_gold, to_extraction, "sound")


@pytest.mark.parametrize("how", DAMAGES)
def test_a_damaged_reader_is_told_apart_and_stopped(
    own_gold: list[GoldArticle], measured: Measured, sound: Results, how: str
) -> None:
    """Dropped parts, shifted numbers and swapped posts are significant in `compare` and a reason for `gate`."""
    broken = measured(own_gold, damaged(to_extraction, how), how)
    assert compare.compare(sound, broken).told_apart
    assert compare.gate(results.as_baseline(sound), broken)


def test_two_runs_of_one_reader_are_not_told_apart(
    own_gold: list[GoldArticle], measured: Measured, sound: Results
) -> None:
    """The same readings twice give no difference and no reason to stop."""
    again = measured(own_gold, to_extraction, "again")
    found = compare.compare(sound, again)
    assert (found.told_apart, found.regressions, list(found.states)) == ([], [], [])
    assert compare.gate(results.as_baseline(sound), again) == []


def test_an_improvement_is_told_apart_but_not_stopped(
    own_gold: list[GoldArticle], measured: Measured, sound: Results
) -> None:
    """The sound reader against a damaged baseline differs, and the gate lets it through."""
    broken = measured(own_gold, damaged(to_extraction, "swap"), "broken")
    assert compare.compare(broken, sound).told_apart == ["event/strict"]
    assert compare.gate(broken, sound) == []


def _crashing(read: Extract, article_id: str) -> Extract:
    def crash(article: GoldArticle) -> Any:
        if article.id == article_id:
            raise RuntimeError("no more memory")
        return read(article)

    return crash


def test_a_crash_is_no_zero_and_stops_the_gate(own_gold: list[GoldArticle], measured: Measured, sound: Results) -> None:
    """A crashed article is shown with its error, leaves the figures of the others alone, and is a reason to stop."""
    crashed = measured(own_gold, _crashing(to_extraction, own_gold[0].id), "crashed")
    assert crashed["states"] == {"scored": len(own_gold) - 1, "crashed": 1, "not_scorable": 0}
    assert crashed["tables"]["levels"]["figure/value"]["f1"] == 1.0
    assert "no more memory" in crashed["articles"][0]["detail"]
    assert compare.gate(results.as_baseline(sound), crashed) == [f"article {own_gold[0].id}: scored -> crashed"]


def test_runs_on_different_gold_are_not_compared(own_gold: list[GoldArticle], measured: Measured) -> None:
    """Results scored against another gold set are refused, with the reason."""
    a, b = measured(own_gold[:3], to_extraction, "a"), measured(own_gold[3:6], to_extraction, "b")
    with pytest.raises(compare.NotComparable, match="different gold"):
        compare.compare(a, b)


def test_a_baseline_quotes_no_article(own_gold: list[GoldArticle], measured: Measured, tmp_path: Path) -> None:
    """What is committed as a baseline holds counts and ids only, and comes back as it was written."""
    baseline = results.as_baseline(measured(own_gold, damaged(to_extraction, "swap"), "swap"))
    results.save(baseline, tmp_path / "b.json", compact=True)
    assert results.load(tmp_path / "b.json") == baseline
    written = (tmp_path / "b.json").read_text(encoding="utf-8")
    assert not any(event["person"] in written for a in own_gold for event in a.gold["events"])


@pytest.mark.parametrize("how", DAMAGES)
def test_damage_to_the_rule_reader_is_told_apart_and_stopped(
    own_gold: list[GoldArticle], measured: Measured, rules: Extract, rules_results: Results, how: str
) -> None:
    """With the real reader, which makes errors of its own, each damage is still significant and stopped."""
    broken = measured(own_gold, damaged(rules, how), how)
    assert compare.compare(rules_results, broken).told_apart
    assert compare.gate(results.as_baseline(rules_results), broken)


def test_the_rule_reader_twice_is_one_reader(
    own_gold: list[GoldArticle], measured: Measured, rules_results: Results
) -> None:
    """Two runs of the rule reader are neither told apart nor stopped."""
    again = measured(own_gold, runner.with_reader(get_reader("rules")), "again")
    assert compare.compare(rules_results, again).told_apart == []
    assert compare.gate(rules_results, again) == []
