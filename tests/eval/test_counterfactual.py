"""Exchanged values: who reads survives, who knows by heart or copies elsewhere is found out."""

import copy
import re
from typing import Any

from eval import counterfactual
from eval.convert import to_extraction
from eval.gold_set import GoldArticle


def _echo(article: GoldArticle) -> dict[str, Any]:
    """A toy reader of '<n> cán bộ' and of two names, which really looks at the text."""
    extraction = copy.deepcopy(to_extraction(article))
    for summary in extraction["summaries"]:
        for fact, count in [(summary, summary["total"])] + [
            (part, part["count"]) for b in summary["breakdowns"] for part in b["parts"]
        ]:
            span = fact["evidence"][0]
            count["value"] = int(re.search(r"\d+", article.text[span["start"] : span["end"]]).group())  # type: ignore[union-attr]
    return extraction


def test_a_reader_that_looks_survives_numbers(example: GoldArticle) -> None:
    """A number read from its place changes there and only there."""
    outcomes = [o for o in counterfactual.run([example], _echo, per_kind=9) if o.kind == "number"]
    assert len(outcomes) == 4
    assert {o.outcome for o in outcomes} == {"survived"}


def test_a_reader_that_knows_by_heart_is_found_out(own_gold: list[GoldArticle]) -> None:
    """Answers that do not depend on the text are `ignored` in every variant."""
    known = {article.id: to_extraction(article) for article in own_gold}
    table = counterfactual.table(list(counterfactual.run(own_gold, lambda article: known[article.id])))
    for counts in table.values():
        assert counts["ignored"] == sum(counts.values()) > 0


def test_a_change_elsewhere_is_found_out(example: GoldArticle) -> None:
    """A reader that loses another fact when a number changes has not survived."""

    def fragile(article: GoldArticle) -> dict[str, Any]:
        extraction = _echo(article)
        if article.text != example.text:
            extraction["events"] = []
        return extraction

    outcomes = [o for o in counterfactual.run([example], fragile, per_kind=9) if o.kind == "number"]
    assert {o.outcome for o in outcomes} == {"elsewhere"}
    assert any(line.startswith("- event") for line in outcomes[0].detail)


def test_a_crash_on_a_variant_is_an_outcome(example: GoldArticle) -> None:
    """An exception on a changed article is listed, not raised."""

    def brittle(article: GoldArticle) -> dict[str, Any]:
        if article.text != example.text:
            raise ValueError("unseen")
        return _echo(article)

    assert {o.outcome for o in counterfactual.run([example], brittle)} == {"crashed"}


def test_variants_keep_the_given_name_and_the_width_of_numbers(own_gold: list[GoldArticle]) -> None:
    """Every variant differs from the article; persons keep their given name, numbers their digits."""
    made = [variant for article in own_gold for variant in counterfactual.variants(article)]
    assert all(variant.text != variant.article.text for variant in made)
    assert all(v.old.split()[-1] == v.new.split()[-1] for v in made if v.kind == "name")
    assert all(len(v.old) == len(v.new) for v in made if v.kind == "number")
