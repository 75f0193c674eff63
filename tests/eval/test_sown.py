"""Errors sown into what a model says: none that the article does not bear out gets through."""

from collections import Counter
from pathlib import Path

import pytest

from eval.bench.sown import FATES, fate, run, table
from eval.convert import to_extraction
from eval.gold_set import GoldArticle, load_gold
from eval.simulator.gold import GoldModel
from eval.simulator.sowing import KINDS, Error, Sower
from schemas import Cause, Check, CheckCode, CheckStatus, Extraction

GOLD = Path(__file__).resolve().parents[2] / "eval" / "gold"
FOREIGN = [kind for kind, (group, _) in KINDS.items() if group == "not in the text"]
SPELLED = ["nfd", "tone_placement"]


@pytest.fixture(scope="module")
def articles() -> list[GoldArticle]:
    """Two of our own gold articles, one with totals, parts and ratios, one with moves and documents."""
    gold = load_gold(GOLD)
    counted = next(a for a in gold if a.gold["summaries"] and a.gold["ratios"] and a.gold["provisions"])
    moved = next(a for a in gold if len(a.gold["events"]) > 2 and a.gold["documents"])
    return [counted, moved]


@pytest.mark.parametrize("reader", ["llm", "hybrid"])
def test_nothing_foreign_gets_through(articles: list[GoldArticle], reader: str) -> None:
    """Of values that are not in the text none comes out, though the model repeats each when it is asked again."""
    chosen = articles if reader == "llm" else articles[1:]
    fates = run(chosen, reader, stubborn=True, kinds=FOREIGN)
    assert sum(counts.total() for counts in fates.values()) >= 8
    wrong = {kind: counts for kind, counts in fates.items() if counts["let through"] or counts["wrong, flagged"]}
    assert wrong == {}


def test_another_spelling_is_no_error(articles: list[GoldArticle]) -> None:
    """A reply in NFD or with tone marks on the other vowel gives the same facts, and is not asked about again."""
    fates = run(articles, "llm", stubborn=False, kinds=SPELLED)
    assert all(counts["undone"] == counts.total() > 0 for counts in fates.values())


def test_each_kind_changes_a_reply(articles: list[GoldArticle]) -> None:
    """Every kind of error finds a place in some gold article, and the same seed finds the same one."""
    gold = load_gold(GOLD)
    model = GoldModel(gold)
    for kind in KINDS:
        found = []
        for article in gold:
            passages = [(n, " ".join(line.split())) for n, line in enumerate(article.text.splitlines(), 1) if line]
            reply = model.reply(passages)
            sowers = [Sower(kind, article.id, article.text) for _ in range(2)]
            for sower in sowers:
                sower(model.reply(passages))
            assert sowers[0].error == sowers[1].error
            sown = model.reply(passages)
            Sower(kind, article.id, article.text)(sown)
            if sowers[0].error is not None and sown != reply:
                found.append(article.id)
                break
        assert found, kind


def test_fates_are_told_apart(articles: list[GoldArticle]) -> None:
    """A wrong value in the result is let through where no new check came with it, flagged where one did."""
    document = to_extraction(articles[0])
    sound = Extraction.model_validate(document)
    total = next(summary["total"] for summary in document["summaries"] if summary["total"])
    total["value"] += 1000
    result = Extraction.model_validate(document)
    error = Error("totals", {}, {}, total["value"])
    assert fate(error, sound, result) == "let through"
    new = Check(code=CheckCode.EVIDENCE_GROUNDED, status=CheckStatus.WARN, cause=Cause.READER, message="khác")
    assert fate(error, sound, result.model_copy(update={"checks": [new]})) == "wrong, flagged"
    assert fate(error, sound, sound) == "undone"
    assert fate(error, sound, sound.model_copy(update={"run": sound.run.model_copy(update={"attempts": 2})})) == (
        "repaired"
    )
    lost = sound.model_copy(update={"summaries": sound.summaries[1:]})
    assert fate(error, sound, lost) == "left out"


def test_table_has_a_row_for_each_kind() -> None:
    """The table names every kind that was sown, and its columns are the fates."""
    text = table({"nfd": Counter({"undone": 3, "let through": 1})})
    assert all(name in text.splitlines()[0] for name in FATES)
    assert "| quoted otherwise | `nfd` | 4 | 75% |" in text
