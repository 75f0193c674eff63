"""Lint: every sort of fault in a gold file is found at its place; good gold has none."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.convert import to_extraction, to_gold
from eval.gold_set import GoldArticle, load_article
from eval.lint import lint, valid_edtf
from eval.score import score_article

Gold = dict[str, Any]


def _part(gold: Gold) -> Any:
    return gold["summaries"][0]["breakdowns"][0]["parts"][0]


def _set(path: Callable[[Gold], Any], name: str, value: object) -> Callable[[Gold], None]:
    def change(gold: Gold) -> None:
        path(gold)[name] = value

    return change


FAULTS: dict[str, tuple[Callable[[Gold], None], str, str]] = {
    "hash": (_set(lambda g: g, "text_sha256", "0" * 64), "/text_sha256", "hash"),
    "sum": (_set(lambda g: _part(g)["count"], "value", 8), "/summaries/0/breakdowns/0", "add up to 23"),
    "enumeration": (_set(lambda g: _part(g)["flow"], "to_level", "village"), "to_level", "village"),
    "unknown field": (_set(_part, "colour", "red"), "colour", "Extra"),
    "date": (_set(lambda g: g["events"][0], "date", "2021-13"), "/events/0/date", "EDTF"),
    "span": (_set(lambda g: g["events"][0]["evidence"][0], "end", 99999), "/events/0/evidence/0", "no range"),
    "no evidence": (_set(lambda g: g["events"][0], "evidence", []), "/events/0", "no evidence"),
    "missing field": (lambda g: g["summaries"][0]["total"].pop("value"), "value", "required"),
    "check": (_set(lambda g: g, "checks", [{"code": "figures_covered", "status": ["warn"], "cause": "source",
                                            "target": "/summaries/7"}]), "/checks/0/target", "points at nothing"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found(example: GoldArticle, tmp_path: Path, fault: str) -> None:
    """A gold file with one fault gives an error that names the place and the reason."""
    change, place, reason = FAULTS[fault]
    gold = copy.deepcopy(dict(example.gold))
    change(gold)
    (tmp_path / "thuan-son.txt").write_text(example.text, encoding="utf-8")
    (tmp_path / "thuan-son.json").write_text(json.dumps(gold), encoding="utf-8")
    errors = [finding for finding in lint(tmp_path) if finding.severity == "error"]
    assert any(place in finding.pointer and reason in finding.message for finding in errors), errors


@pytest.mark.parametrize("name", ["gold", "example"])
def test_our_gold_has_no_errors(name: str) -> None:
    """Our own gold set and the worked example pass."""
    folder = Path(__file__).parents[2] / "eval" / name
    assert [finding for finding in lint(folder) if finding.severity == "error"] == []


@pytest.mark.parametrize("written", ["2018", "2018-05", "2018-05-12", "2012/..", "../2025", "2016/2020-06"])
def test_dates_of_the_contract_are_valid(written: str) -> None:
    """Years, months, days, intervals and open ends are EDTF."""
    assert valid_edtf(written)


@pytest.mark.parametrize("written", ["2018-02-30", "12/5/2018", "..", "../..", "2018-5", "2018/2019/2020", ""])
def test_other_dates_are_not(written: str) -> None:
    """Impossible days, other notations and intervals without any end are not."""
    assert not valid_edtf(written)


def test_a_reviewed_extraction_becomes_the_gold_it_came_from(example: GoldArticle, tmp_path: Path) -> None:
    """Gold to Extraction and back scores 1.0 against the first, and has no fault."""
    again = to_gold(to_extraction(example, optional=False), "thuan-son", "thuan-son.txt")
    (tmp_path / "thuan-son.txt").write_text(example.text, encoding="utf-8")
    (tmp_path / "thuan-son.json").write_text(json.dumps(again), encoding="utf-8")
    assert lint(tmp_path) == []
    assert (
        score_article("x", load_article(tmp_path / "thuan-son.json").gold, to_extraction(example)).wholly_right is False
    )
    assert score_article("x", example.gold, to_extraction(load_article(tmp_path / "thuan-son.json"))).wholly_right
