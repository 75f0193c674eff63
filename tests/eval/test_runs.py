"""Runs: resumed where they stopped, begun anew when anything changed, flaky facts listed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval import record, results, runner
from eval.convert import to_extraction
from eval.gold_set import GoldArticle


def _counting(calls: list[str]) -> runner.Extract:
    def read(article: GoldArticle) -> dict[str, Any]:
        calls.append(article.id)
        return to_extraction(article)

    return read


def test_a_killed_run_goes_on(own_gold: list[GoldArticle], tmp_path: Path) -> None:
    """After a kill in the middle of a line, only the articles not wholly written are read again."""
    gold, calls, path = own_gold[:6], [], tmp_path / "run.jsonl"  # type: tuple[list[GoldArticle], list[str], Path]
    made = runner.provenance_of("r", None, None, gold, "g")
    runner.run_to_file(gold, _counting(calls), made, path, lambda _: None)
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rfind(b"\n", 0, -1) - 40])
    calls.clear()
    found = runner.run_to_file(gold, _counting(calls), made, path, lambda _: None)
    assert calls == [article.id for article in gold[4:]]
    assert [r.id for r in found.records] == [article.id for article in gold]


def test_another_provenance_begins_anew(own_gold: list[GoldArticle], tmp_path: Path) -> None:
    """A run with other code, model, prompt, reader or gold does not take over what is there."""
    gold, path = own_gold[:2], tmp_path / "run.jsonl"
    made = runner.provenance_of("r", None, None, gold, "g")
    runner.run_to_file(gold, to_extraction, made, path, lambda _: None)
    for change in ({"code": "2"}, {"model": "m"}, {"prompt_version": "p"}, {"reader": "s"}, {"gold": "h"}):
        calls: list[str] = []
        runner.run_to_file(gold, _counting(calls), replace(made, **change), path, lambda _: None)  # type: ignore[arg-type]
        assert len(calls) == 2


def test_more_repeats_add_to_a_run(own_gold: list[GoldArticle], tmp_path: Path) -> None:
    """Three repeats after a run with one read each article twice more."""
    gold, path, calls = own_gold[:3], tmp_path / "run.jsonl", []  # type: tuple[list[GoldArticle], Path, list[str]]
    made = runner.provenance_of("r", None, None, gold, "g")
    runner.run_to_file(gold, to_extraction, made, path, lambda _: None)
    found = runner.run_to_file(gold, _counting(calls), replace(made, repeats=3), path, lambda _: None)
    assert len(calls) == 6
    assert [r.repeat for r in found.repeats_of(gold[0].id)] == [0, 1, 2]


def test_facts_found_now_and_then_are_flaky(example: GoldArticle, tmp_path: Path) -> None:
    """An event that one reading of three leaves out is listed with two thirds, and counts two of three times."""
    turn = iter(range(3))

    def moody(article: GoldArticle) -> dict[str, Any]:
        extraction = to_extraction(article)
        if next(turn) == 1:
            del extraction["events"][1]
        return extraction

    made = replace(runner.provenance_of("r", None, None, [example], "g"), repeats=3)
    whole = results.build([example], runner.run_to_file([example], moody, made, tmp_path / "r.jsonl", lambda _: None))
    assert whole["articles"][0]["flaky"] == {"/events/1": 0.667}
    assert whole["articles"][0]["levels"]["event/strict"] == [5, 0, 1]
    assert whole["measures"]["flaky_facts"] == 1


def test_a_changed_text_is_not_scorable(example: GoldArticle) -> None:
    """Gold whose text differs from the annotated one is not read at all."""
    found = runner.read_article(replace(example, text=example.text + " "), to_extraction)
    assert (found.state, found.extraction) == ("not_scorable", None)


def test_an_article_without_prediction_is_not_scorable(own_gold: list[GoldArticle], tmp_path: Path) -> None:
    """Predictions are found by the hash of the text; an article that has none is neither right nor zero."""
    path = tmp_path / "p.jsonl"
    record.append(path, to_extraction(own_gold[0]))
    read = runner.from_predictions(path)
    assert [r.state for r in runner.run(own_gold[:2], read)] == ["read", "not_scorable"]


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    """Neither a run nor results: both loaders say so and name the file."""
    path = tmp_path / "x.json"
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.json"):
        record.load(path)
    with pytest.raises(ValueError, match=r"x\.json"):
        results.load(path)


def test_the_code_version_names_package_and_source() -> None:
    """Provenance holds a version and a hash of the source, without asking version control."""
    version, source = record.code_version().split("+")
    assert version
    assert len(source) == 12
