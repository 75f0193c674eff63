"""Gold and readings shared by the tests of the evaluation."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval import results, runner
from eval.gold_set import GoldArticle, load_gold
from eval.runner import Extract
from service.readers import get_reader

EVAL = Path(__file__).parents[2] / "eval"


@pytest.fixture(scope="session")
def example() -> GoldArticle:
    """The worked example of the docs."""
    return load_gold(EVAL / "example")[0]


@pytest.fixture(scope="session")
def own_gold() -> list[GoldArticle]:
    """Our own gold set."""
    return load_gold(EVAL / "gold")


Measured = Callable[[list[GoldArticle], Extract, str], dict[str, Any]]


@pytest.fixture(scope="session")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """Runs a reading function over gold and returns the results, as `luanchuyen eval run` does."""

    def measure(gold: list[GoldArticle], read: Extract, name: str) -> dict[str, Any]:
        made = runner.provenance_of(name, None, None, gold, "test")
        folder = tmp_path_factory.mktemp(name)
        found = runner.run_to_file(gold, read, made, folder / "run.jsonl", lambda _: None)
        return results.build(gold, found)

    return measure


@pytest.fixture(scope="session")
def rules(own_gold: list[GoldArticle]) -> Extract:
    """The rule reader's readings of our own gold, read once."""
    read = runner.with_reader(get_reader("rules"))
    known = {article.sha256: read(article) for article in own_gold}
    return lambda article: known[article.sha256]


@pytest.fixture(scope="session")
def rules_results(own_gold: list[GoldArticle], measured: Measured, rules: Extract) -> dict[str, Any]:
    """The rule reader's results on our own gold."""
    return measured(own_gold, rules, "rules")
