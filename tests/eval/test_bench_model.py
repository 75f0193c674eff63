"""The benches of the model reader, each on a little: what they tell is what their tables say."""

from pathlib import Path

import pytest

from eval.bench.faults_seen import FAULTS, Bench
from eval.bench.overhead import long_document
from eval.bench.tokens import counter, ours, whole
from eval.gold_set import GoldArticle, load_gold
from eval.simulator import Simulator

GOLD = Path(__file__).resolve().parents[2] / "eval" / "gold"


@pytest.fixture(scope="module")
def gold() -> list[GoldArticle]:
    """Our own gold articles."""
    return load_gold(GOLD)


@pytest.mark.parametrize("fault", ["500", "reset within the reply", "empty", "wrong shape", "cut off", "refusal"])
def test_faults_as_callers_see_them(gold: list[GoldArticle], fault: str) -> None:
    """With a second model, or by the rule reading, the caller gets facts whatever the first one does; alone, `llm`
    gives an error that offers the rule reading, or what was whole, flagged."""
    article = next(a for a in gold if a.gold["summaries"] and a.gold["events"])
    with Simulator() as simulator:
        bench = Bench(article, simulator)
        assert bench.always(fault, "hybrid").got.startswith("200")
        assert bench.always(fault, second=True).got.startswith("200")
        alone = bench.always(fault)
    assert "rule reading offered" in alone.got or "flagged" in alone.got
    assert alone.calls[0] <= 12


def test_all_faults_of_the_list_are_played() -> None:
    """Every kind of fault that providers are known for has its row."""
    text = " ".join(FAULTS)
    for word in ("429", "Retry-After", "500", "in time", "reset", "refusal", "empty", "cut off", "shape", "language"):
        assert word in text


def test_tokens_of_passages_and_of_the_whole(gold: list[GoldArticle]) -> None:
    """The passages of an article are never more tokens than all of it, but for the numbers before them; the fixed part
    is counted once a call."""
    count = counter()
    for article in gold[:8]:
        part, all_of_it = ours(article, count), whole(article, count)
        assert part.calls <= all_of_it.calls
        assert part.tokens <= all_of_it.tokens + 5 * article.text.count("\n") + 100
        assert part.fixed % max(1, part.calls) == 0


def test_long_document_has_its_pages(gold: list[GoldArticle]) -> None:
    """Articles stand at the first and last page, and in between at even distances."""
    text = long_document(gold[:3], pages=101)
    assert text.startswith(gold[0].text)
    assert text.endswith(gold[2].text)
    assert abs(text.index(gold[1].text) / len(text) - 0.5) < 0.1
