"""The scorer: the worked example's figures, gold against itself, optional facts, strictness."""

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest

from eval.convert import to_extraction
from eval.facts import key, number_key, title_key
from eval.gold_set import GoldArticle, load_gold
from eval.kinds import SPECS, title_likeness
from eval.score import Counts, score_article, total

EVAL = Path(__file__).parents[2] / "eval"


def _predicted() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((EVAL / "example" / "predicted.jsonl").read_text(encoding="utf-8"))
    return loaded


def test_the_worked_example_gives_the_figures_of_the_docs(example: GoldArticle) -> None:
    """Each row of the README's hand-computed table is what the scorer gives."""
    readme = (EVAL / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) \| ([\w+]+) \| (\d+) \| (\d+) \| (\d+) \| ([\d.]+) \|", readme, re.MULTILINE)
    score = score_article(example.id, example.gold, _predicted())
    assert len(rows) == 9
    for kind, level, right, spurious, missing, f1 in rows:
        counts = score.levels[kind, level]
        assert counts == Counts(int(right), int(spurious), int(missing)), (kind, level)
        assert counts.f1 == pytest.approx(float(f1), abs=0.005)


def test_the_optional_fact_of_the_example_is_neutral(example: GoldArticle) -> None:
    """The five young officials, optional in the gold, are neither right nor spurious nor missing."""
    predicted = _predicted()
    score = score_article(example.id, example.gold, predicted)
    assert "/summaries/1" in score.neutral
    del predicted["summaries"][1]
    assert score_article(example.id, example.gold, predicted).levels == score.levels


def test_gold_against_itself_is_all_right(own_gold: list[GoldArticle]) -> None:
    """Every level and field of every kind is 1.0 for our own gold read perfectly, with or without optional facts."""
    for optional in (True, False):
        scores = [score_article(a.id, a.gold, to_extraction(a, optional)) for a in own_gold]
        assert all(score.wholly_right for score in scores)
        for table in ("levels", "fields"):
            assert {c.f1 for c in total(scores, table).values() if c != Counts()} == {1.0}


@pytest.mark.parametrize("name", ["gold", "dev"])
def test_the_given_gold_sets_score_1_against_themselves(name: str) -> None:
    """The gold sets outside the repository, where they are at hand, load and score 1.0 against themselves."""
    folder = Path(__file__).parents[3] / "shared" / name
    if not folder.is_dir():
        pytest.skip("the given gold sets are not at hand")
    scores = [score_article(a.id, a.gold, to_extraction(a)) for a in load_gold(folder)]
    assert all(score.wholly_right for score in scores)


def test_nothing_read_is_all_missing(example: GoldArticle) -> None:
    """An empty extraction has recall 0, no precision, and one mistake per required gold fact."""
    score = score_article(example.id, example.gold, {})
    figures = score.levels["figure", "value"]
    assert (figures.recall, figures.precision) == (0.0, None)
    assert [m.what for m in score.mistakes] == ["missing"] * 7


def test_a_fact_given_twice_is_spurious_once(example: GoldArticle) -> None:
    """Alignment is one to one: the second copy of a right event counts against precision."""
    extraction = to_extraction(example)
    extraction["events"].append(copy.deepcopy(extraction["events"][0]))
    assert score_article(example.id, example.gold, extraction).levels["event", "strict"] == Counts(2, 1, 0)


def _broken(extraction: dict[str, Any], how: str) -> None:
    summary, event = extraction["summaries"][0], extraction["events"][0]
    if how == "action":
        summary["actions"] = ["transfer"]
    elif how == "role":
        summary["breakdowns"][0]["parts"][0]["roles"] = ["head"]
    elif how == "value":
        summary["total"]["value"] = 25
    elif how == "title":
        event["to"][0]["title"] += " cũ"
    elif how == "date":
        event["date"] = "2021-05"
    elif how == "name":
        event["person"]["name"] = "Trần Văn Lam"


@pytest.mark.parametrize(
    ("how", "cell", "wrong"),
    [("action", ("figure", "strict"), 4), ("role", ("figure", "strict"), 1), ("value", ("figure", "value"), 1),
     ("title", ("event", "strict"), 1), ("date", ("event", "strict"), 1), ("name", ("event", "name"), 1)],
)  # fmt: skip
def test_strict_means_equal(example: GoldArticle, how: str, cell: tuple[str, str], wrong: int) -> None:
    """One changed action, role, number, title, date or letter of a name makes the fact wrong, and nothing else."""
    extraction = to_extraction(example)
    _broken(extraction, how)
    counts = score_article(example.id, example.gold, extraction).levels[cell]
    assert (counts.fp, counts.fn) == (wrong, wrong)


def test_a_part_takes_what_its_summary_states(example: GoldArticle) -> None:
    """A flow written on the total means the same as one written on each of its parts."""
    gold = copy.deepcopy(dict(example.gold))
    flow = {"from_level": "district", "to_level": "commune"}
    for part in gold["summaries"][0]["breakdowns"][0]["parts"]:
        part["flow"] = None
    gold["summaries"][0]["flow"] = flow
    spelled = to_extraction(GoldArticle("x", example.text, gold, example.path))
    for part in spelled["summaries"][0]["breakdowns"][0]["parts"]:
        part["flow"] = flow
    assert score_article("x", gold, spelled).levels["figure", "strict"] == Counts(4, 0, 0)


def _with_optional_past(example: GoldArticle) -> dict[str, Any]:
    """The example's gold with an optional past move of its first person."""
    gold = copy.deepcopy(dict(example.gold))
    past = {**copy.deepcopy(gold["events"][0]), "date": "2015", "optional": True}
    past["to"][0]["title"] = "Trưởng phòng Nội vụ huyện"
    gold["events"].append(past)
    return gold


def test_an_optional_fact_does_not_excuse_an_error(example: GoldArticle) -> None:
    """A wrong reading of a required move is spurious and missing even where the person has an optional one as well."""
    gold = _with_optional_past(example)
    extraction = to_extraction(example)
    extraction["events"][0]["date"] = "1999"
    assert score_article("x", gold, extraction).levels["event", "strict"] == Counts(1, 1, 1)


def test_an_optional_fact_that_is_read_right_is_excused(example: GoldArticle) -> None:
    """A reader that gives only the optional move of a person misses the required one and gives nothing spurious."""
    gold = _with_optional_past(example)
    extraction = to_extraction(GoldArticle("x", example.text, gold, example.path))
    del extraction["events"][0]
    assert score_article("x", gold, extraction).levels["event", "strict"] == Counts(1, 0, 1)


def test_spelling_is_folded_and_nothing_more() -> None:
    """Tone placement, case and blanks are spelling; a letter, a mark or a digit is not."""
    assert key("Tỉnh uỷ  Hoá An") == key("tỉnh ủy hóa an")
    assert key("Hạnh") != key("Hanh")
    assert title_key("nguyên Bí thư Huyện ủy") == title_key("Bí thư Huyện uỷ")
    assert number_key("số 68 - QĐ/TW") == number_key("68-QĐ/TW") != number_key("69-QĐ/TW")


def test_near_titles_share_most_words() -> None:
    """An abbreviation is near its long form; another post is not."""
    assert title_likeness("phó chủ tịch ubnd tỉnh", "phó chủ tịch ủy ban nhân dân tỉnh") == 1.0
    assert title_likeness("bí thư huyện ủy tân lập", "trưởng phòng nội vụ huyện") < 0.5


def test_every_kind_has_a_strict_level_above_the_first() -> None:
    """Each kind of fact is aligned by its first level and judged by its strict one."""
    for spec in SPECS.values():
        assert spec.strict in spec.levels
        assert spec.found != spec.strict
