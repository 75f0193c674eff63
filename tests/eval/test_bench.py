"""The grounding probe: our search answers every probe right; contenders are asked the same."""

from pathlib import Path

import pytest

from eval.bench import grounding, speed
from eval.gold_set import GoldArticle


def test_our_search_answers_every_probe_right(own_gold: list[GoldArticle]) -> None:
    """Right quotes are found in every spelling and at their place; a wrong number, person or place is never found."""
    counts, _ = grounding.score(grounding.ours(), grounding.probes(own_gold))
    assert len(counts) == 6
    assert [kind for kind, (right, n) in counts.items() if right < n] == []
    assert all(n >= 20 for _, n in counts.values())


def test_a_search_that_takes_anything_fails_the_wrong_probes(own_gold: list[GoldArticle]) -> None:
    """The probe tells a careless search from a careful one."""
    counts, _ = grounding.score(lambda text, quote: (0, len(quote)), grounding.probes(own_gold[:5]))
    assert all(right == 0 for kind, (right, _) in counts.items() if kind.startswith("wrong"))


def test_langextract_is_asked_the_same(own_gold: list[GoldArticle]) -> None:
    """Where the extra is installed, langextract finds what is written exactly as it stands."""
    pytest.importorskip("langextract")
    chosen = [probe for probe in grounding.probes(own_gold[:2]) if probe.kind == "right: as written"]
    counts, _ = grounding.score(grounding.langextract(exact_only=True), chosen)
    assert counts["right: as written"][0] >= 0.9 * len(chosen)


def test_speed_is_measured_in_a_process_of_its_own() -> None:
    """The table has the rule reader's articles a second, start-up and peak memory."""
    shown = speed.table(Path(__file__).parents[2] / "eval" / "example", rounds=1)
    assert "articles a second" in shown
    assert "rules" in shown.splitlines()[0]
