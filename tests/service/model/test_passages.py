"""Which passages are sent: no evidence is left out, and what cannot hold a fact is."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from eval.gold_set import FACT_LISTS, GoldArticle, load_gold
from service.model.passages import Passage, find_passages
from service.prepare import Prepared, Submission, prepare
from tests.service.model.scripted import ARTICLE


def spans(fact: Any) -> Iterator[tuple[int, int]]:
    """Every evidence span in a gold fact, those of parts included."""
    if isinstance(fact, dict):
        for span in fact.get("evidence") or ():
            yield span["start"], span["end"]
        for value in fact.values():
            yield from spans(value)
    elif isinstance(fact, list):
        for value in fact:
            yield from spans(value)


def prepared(article: GoldArticle) -> Prepared:
    """A gold article, prepared."""
    return prepare(Submission(article.text, published_on=article.published_on))


def left_out(article: GoldArticle, passages: list[Passage]) -> list[str]:
    """The gold's quotes, optional ones too, of which a letter is in no passage."""
    sent = bytearray(len(article.text))
    for passage in passages:
        sent[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
    evidence = [span for name in FACT_LISTS for span in spans(article.gold.get(name))]
    return [
        article.text[i:j]
        for i, j in evidence
        if any(not sent[k] and not article.text[k].isspace() for k in range(i, j))
    ]


def test_no_evidence_of_our_gold_is_left_out(repo_root: Path) -> None:
    """Recall is 1.0: every quote of every fact in `eval/gold`, optional or not, lies in the passages sent."""
    missed = {a.id: left_out(a, find_passages(prepared(a))) for a in load_gold(repo_root / "eval" / "gold")}
    assert {name: quotes for name, quotes in missed.items() if quotes} == {}


@pytest.mark.parametrize("folder", ["", "dev"])
def test_no_evidence_of_the_shared_gold_is_left_out(shared_dir: Path, folder: str) -> None:
    """Recall is 1.0 on the gold sets outside the repository, too."""
    missed = {a.id: left_out(a, find_passages(prepared(a))) for a in load_gold(shared_dir / folder)}
    assert {name: quotes for name, quotes in missed.items() if quotes} == {}


def test_passages_are_numbered_and_do_not_overlap(repo_root: Path) -> None:
    """Passages count from 1 in the order of the text, begin and end at letters, and none is longer than 1,500."""
    for article in load_gold(repo_root / "eval" / "gold"):
        passages = find_passages(prepared(article))
        assert [passage.number for passage in passages] == list(range(1, len(passages) + 1))
        assert all(a.end <= b.start for a, b in pairwise(passages))
        for passage in passages:
            text = article.text[passage.start : passage.end]
            assert text == text.strip()
            assert 0 < len(text) <= 1500


def test_a_report_on_other_matters_is_mostly_left_out() -> None:
    """In a long report of which one paragraph is on moves, less than a tenth is sent."""
    other = "Sản lượng lúa vụ mùa tăng nhờ thời tiết thuận lợi và giống mới. Nông dân phấn khởi ra đồng.\n"
    text = other * 200 + ARTICLE + other * 200
    passages = find_passages(prepare(Submission(text)))
    assert 0 < sum(passage.end - passage.start for passage in passages) < len(text) / 10
    assert any("24 cán bộ" in text[passage.start : passage.end] for passage in passages)


def test_an_article_without_moves_has_no_passage() -> None:
    """Nothing is sent of an article that has no telling sentence."""
    assert find_passages(prepare(Submission("Hôm nay trời mưa to ở nhiều nơi. Đường phố ngập nước."))) == []


def test_a_sentence_without_end_is_cut() -> None:
    """A text of 100,000 characters without a full stop becomes passages of at most 1,500, with nothing lost."""
    text = "huyện luân chuyển 5 cán bộ về xã, " * 3000
    passages = find_passages(prepare(Submission(text)))
    assert max(passage.end - passage.start for passage in passages) <= 1500
    assert sum(passage.end - passage.start for passage in passages) >= len(text.rstrip(", ")) - len(passages)
