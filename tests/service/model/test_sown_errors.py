"""Answers from our gold with errors sown in: whatever a model gets wrong, nothing comes out that is not in the text."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.gold_set import GoldArticle, load_gold
from eval.simulator.gold import GoldModel
from schemas import Extraction
from service.prepare import Submission, prepare
from service.quotes import Finder
from tests.service.model.scripted import Scripted, numbered, read

Json = dict[str, Any]
Sow = Callable[[Json], None]


def numbers_off(reply: Json) -> None:
    """Each figure is larger by a number that no article has."""
    for item in [*reply["totals"], *reply["parts"], *reply["rules"]]:
        if item["value"] is not None:
            item["value"] += 770_077
    for item in reply["ratios"]:
        item["numerator"] = 770_077


def names_invented(reply: Json) -> None:
    """Each person, title and place gets a syllable that no article has."""
    for item in reply["moves"]:
        item["name"] += " Ngzẵm"
        for post in [*item["left"], *item["taken"]]:
            post["title"] += " Ngzẵm"
    for item in [*reply["totals"], *reply["parts"], *reply["ratios"]]:
        item["place"] = "Ngzẵm"
    for item in reply["documents"]:
        item["number"] = "770077-QĐ/NGZ"


def titles_invented(reply: Json) -> None:
    """Persons are right; posts, bodies, labels and forms of address are not."""
    for item in reply["moves"]:
        item |= {"honorific": "Ngzẵm", "decided_by": "Ngzẵm", "decision_number": "770077-QĐ/NGZ"}
        for post in [*item["left"], *item["taken"]]:
            post |= {"title": "Ngzẵm huyện Ngzẵm", "place": "Ngzẵm"}
    for item in [*reply["totals"], *reply["parts"]]:
        item |= {"decided_by": "Ngzẵm", "label": "Ngzẵm", "period": "1770/1777"}


def quotes_merged(reply: Json) -> None:
    """Quotes are run together with words that no article has."""
    for items in reply.values():
        for item in items:
            for name in ("quote", "quotes"):
                if name in item:
                    quotes = [item[name]] if isinstance(item[name], str) else item[name]
                    merged = " Ngzẵm ".join([*quotes, quotes[0]])
                    item[name] = merged if isinstance(item[name], str) else [merged]


def decomposed(reply: Json) -> None:
    """All text is decomposed: no error, only another spelling."""
    for items in reply.values():
        for k, item in enumerate(items):
            items[k] = json.loads(unicodedata.normalize("NFD", json.dumps(item, ensure_ascii=False)))


def parts_dropped(reply: Json) -> None:
    """Every other part is missing."""
    del reply["parts"][::2]


@pytest.fixture(scope="module")
def articles(repo_root: Path) -> list[GoldArticle]:
    """Our gold."""
    return load_gold(repo_root / "eval" / "gold")


def reading(article: GoldArticle, model: GoldModel, sow: Sow | None) -> Extraction:
    """The article as a model reads it that knows the gold and always errs."""

    def script(request: str) -> Json:
        reply = model.reply(list(numbered(request).items()))
        if sow:
            sow(reply)
        return reply

    return read(Scripted(script), article.text, max_attempts=2)


def not_in_text(article: GoldArticle, extraction: Extraction) -> list[object]:
    """Figures and names of an extraction that its article does not have."""
    finder = Finder(prepare(Submission(article.text)))
    figures: list[float | None] = [rule.value for rule in extraction.provisions]
    figures += [value for r in extraction.ratios for value in (r.numerator, r.denominator, r.percent)]
    for summary in extraction.summaries:
        figures.append(summary.total.value if summary.total else None)
        figures += [part.count.value for breakdown in summary.breakdowns for part in breakdown.parts]
    missing: list[object] = [n for n in figures if n is not None and finder.number(n, 0, len(article.text)) is None]
    missing += [event.person.name for event in extraction.events if finder.words(event.person.name) is None]
    return missing


@pytest.mark.parametrize("sow", [numbers_off, names_invented, titles_invented, quotes_merged, parts_dropped])
def test_no_sown_value_comes_out(articles: list[GoldArticle], sow: Sow) -> None:
    """With a model that insists on its errors, every figure and name of every result is in the text, and no word is."""
    model = GoldModel(articles)
    for article in articles:
        extraction = reading(article, model, sow)
        assert not_in_text(article, extraction) == [], article.id
        said = extraction.model_dump_json(exclude={"article", "id"})
        assert "Ngzẵm" not in said
        assert "770077" not in said


def test_spelling_is_no_error(articles: list[GoldArticle]) -> None:
    """Answers in decomposed letters give the same facts as composed ones."""
    model = GoldModel(articles)
    for article in articles:
        one, other = reading(article, model, None), reading(article, model, decomposed)
        assert (one.summaries, one.events, one.ratios) == (other.summaries, other.events, other.ratios), article.id


def test_sown_errors_are_told(articles: list[GoldArticle]) -> None:
    """An article whose figures the model all got wrong is never marked clean."""
    model = GoldModel(articles)
    for article in articles:
        if article.gold.get("summaries"):
            assert reading(article, model, numbers_off).review.status == "needs_review", article.id
