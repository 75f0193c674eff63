"""Confidence: signals tell right from wrong, folds are held out, the curve falls."""

import random
from typing import Any

import pytest

from eval.convert import to_extraction
from eval.gold_set import GoldArticle
from eval.signals import SIGNALS, signals_of
from eval.trust import Judged, confidence, curve, features, fit, held_out, judge


def _facts(rng: random.Random, n: int) -> list[Judged]:
    """Facts of n articles whose signal `checks_pass` tells right from wrong in nine cases of ten; the others tell
    nothing.
    """
    facts = []
    for article in range(n):
        for _ in range(5):
            signals = {name: rng.randint(0, 1) for name in SIGNALS}
            right = bool(signals["checks_pass"]) == (rng.random() < 0.9)
            facts.append(Judged(str(article), "figure", features("figure", signals), right))
    return facts


def test_confidence_is_calibrated_on_articles_not_seen() -> None:
    """Held-out confidence is within 0.08 of the share right on both sides of the telling signal."""
    facts = _facts(random.Random(5), 120)
    values = held_out(facts)
    index = len(features("figure", dict.fromkeys(SIGNALS, 0))) - len(SIGNALS) + list(SIGNALS).index("checks_pass")
    for side, share in ((1.0, 0.9), (0.0, 0.1)):
        chosen = [value for value, fact in zip(values, facts, strict=True) if fact.features[index] == side]
        assert sum(chosen) / len(chosen) == pytest.approx(share, abs=0.08)


def test_no_article_judges_itself() -> None:
    """Where one article's facts are wrong against the rule of all others, its confidence does not know."""
    facts = [Judged(str(a), "figure", features("figure", dict.fromkeys(SIGNALS, 1)), a != 0) for a in range(20)]
    assert held_out(facts)[0] > 0.9


def test_without_facts_confidence_is_one_half() -> None:
    """Nothing to learn from gives weights of zero."""
    assert confidence(fit([]), features("event", dict.fromkeys(SIGNALS, 1))) == 0.5


def test_the_curve_starts_at_the_error_and_ends_without_the_least_confident() -> None:
    """With confidence that orders perfectly, reviewing half removes all errors."""
    items = [(0.1, False)] * 10 + [(0.9, True)] * 10
    points = dict(curve(items, steps=4))
    assert points == {0.0: 0.5, 0.25: pytest.approx(1 / 3), 0.5: 0.0, 0.75: 0.0}


def test_what_an_optional_fact_excuses_is_not_judged() -> None:
    """A fact whose `right` is null is in no fit and no curve."""
    signals = dict.fromkeys(SIGNALS, 1)
    article: dict[str, Any] = {"id": "a", "state": "scored", "review": "clean", "wholly_right": True}
    facts = [{"kind": "event", "right": right, "signals": signals} for right in (True, None)]
    assert judge([{**article, "facts": facts}])["facts"] == 1


def test_signals_notice_what_they_are_for(example: GoldArticle) -> None:
    """A quote that differs from the text, a failed check on the total and an unexplained number each clear their
    signal.
    """
    extraction = to_extraction(example)
    sound = signals_of(extraction)
    assert all(s["quotes_exact"] and s["value_in_quote"] and s["checks_pass"] for _, s in sound.values())
    extraction["events"][0]["evidence"][0]["exact"] = "ông Trần Văn Lam"
    extraction["checks"] = [{"code": "total_matches_parts", "status": "fail", "target": "/summaries/0/breakdowns/0"}]
    start = example.text.index("24")
    extraction["figures"] = [{"status": "unexplained", "span": {"start": start, "end": start + 2}}]
    broken = {pointer: signals for pointer, (_, signals) in signals_of(extraction).items()}
    assert not broken["/events/0"]["quotes_exact"]
    assert not broken["/summaries/0/breakdowns/0/parts/1"]["checks_pass"]
    assert broken["/events/0"]["sentence_explained"]
    assert not broken["/summaries/0"]["sentence_explained"]
    assert not broken["/documents/0"]["ledger_balanced"]
