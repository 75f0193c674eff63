"""The commands: what they print, write and exit with, end to end on the worked example."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eval.cli import group
from eval.convert import to_extraction
from eval.gold_set import GoldArticle, load_gold
from service.cli.main import main

EXAMPLE = Path(__file__).parents[2] / "eval" / "example"


def _call(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


@pytest.fixture
def measured(tmp_path: Path) -> Path:
    """Results of the example's predictions, as `run` writes them."""
    done = _call("run", "--gold", EXAMPLE, "--predictions", EXAMPLE / "predicted.jsonl", "--out", tmp_path, "--errors",
                 "--fields")  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "missing" in done.output
    assert "part 3 [commune→commune" in done.output
    return tmp_path / "example-predicted.json"


def test_run_states_where_a_result_comes_from(measured: Path) -> None:
    """Results hold reader, code version, gold hash and number of articles."""
    made = json.loads(measured.read_text(encoding="utf-8"))["provenance"]
    assert (made["reader"], made["gold_name"], made["articles"]) == ("predictions predicted.jsonl", "example", 1)
    assert len(made["gold"]) == 64
    assert "+" in made["code"]


def test_the_rule_reader_runs_and_resumes(tmp_path: Path) -> None:
    """`run` reads with the embedded reader, and a second run finds all articles read."""
    for _ in range(2):
        done = _call("run", "--gold", EXAMPLE, "--out", tmp_path, "--counterfactual")
        assert done.exit_code == 0, done.output
    (records,) = tmp_path.glob("example-rules-*.jsonl")
    assert len(records.read_text(encoding="utf-8").splitlines()) == 2
    whole = json.loads(records.with_suffix(".json").read_text(encoding="utf-8"))
    assert whole["states"] == {"scored": 1, "crashed": 0, "not_scorable": 0}
    assert set(whole["counterfactual"]["table"]) == {"number", "name", "place"}


def test_only_scores_some_articles_and_writes_nothing(tmp_path: Path) -> None:
    """`--only` is for looking: no results file."""
    done = _call("run", "--gold", EXAMPLE, "--only", "thuan-son", "--out", tmp_path)
    assert done.exit_code == 0, done.output
    assert list(tmp_path.iterdir()) == []


def test_gate_stops_with_1_and_says_why(measured: Path, tmp_path: Path, own_gold: list[GoldArticle]) -> None:
    """A baseline is written, held by the same results with exit 0, and broken by lost articles with exit 1."""
    baseline = tmp_path / "baseline.json"
    assert _call("gate", measured, "--baseline", baseline, "--update").exit_code == 0
    assert _call("gate", measured, "--baseline", baseline).exit_code == 0
    whole = json.loads(measured.read_text(encoding="utf-8"))
    whole["articles"][0]["state"] = "crashed"
    measured.write_text(json.dumps(whole), encoding="utf-8")
    stopped = _call("gate", measured, "--baseline", baseline)
    assert stopped.exit_code == 1
    assert "thuan-son: scored -> crashed" in stopped.output


def test_gate_without_baseline_is_wrong_usage(measured: Path, tmp_path: Path) -> None:
    """A gate that cannot compare does not let pass: exit 2 and the way to write a baseline."""
    done = _call("gate", measured, "--baseline", tmp_path / "none.json")
    assert done.exit_code == 2
    assert "--update" in done.output


def test_compare_prints_and_gives_json(measured: Path) -> None:
    """Comparing results with themselves finds no difference, as a table and as JSON."""
    assert "significantly different: no kind of fact" in _call("compare", measured, measured).output
    found = json.loads(_call("compare", measured, measured, "--json").output)
    assert found["told_apart"] == []
    assert found["compared"] == 1


def test_table_sets_results_side_by_side(measured: Path) -> None:
    """The Markdown table has a column a run, F1 per kind and level, and how many articles are wholly right."""
    shown = _call("table", measured, measured).output.splitlines()
    assert shown[0] == "| F1 (95 % interval) | example (1) | example (1) |"
    assert "| figure, strict | 0.50 | 0.50 |" in shown
    assert shown[-1] == "| all: wholly right | 0 of 1, 0.00 | 0 of 1, 0.00 |"


def test_table_goes_between_the_marks_of_a_document(measured: Path, tmp_path: Path) -> None:
    """`--into` replaces the old figures and nothing else; a document without marks is refused."""
    document = tmp_path / "README.md"
    document.write_text("a\n<!-- figures: how -->\nold\n<!-- /figures -->\nb\n", encoding="utf-8")
    assert _call("table", measured, "--into", document).exit_code == 0
    lines = document.read_text(encoding="utf-8").splitlines()
    assert lines[:3] == ["a", "<!-- figures: how -->", "| F1 (95 % interval) | example (1) |"]
    assert lines[-2:] == ["<!-- /figures -->", "b"]
    document.write_text("no marks\n", encoding="utf-8")
    assert _call("table", measured, "--into", document).exit_code == 2


def test_an_unusable_file_is_wrong_usage(tmp_path: Path) -> None:
    """A file that is no results gives exit 2 and its name, not a traceback."""
    (tmp_path / "x.json").write_text("[]", encoding="utf-8")
    done = _call("report", tmp_path / "x.json")
    assert done.exit_code == 2
    assert "x.json" in done.output


def test_annotate_writes_gold_that_scores_1(tmp_path: Path) -> None:
    """A reviewed extraction becomes text and gold; against it the same extraction is wholly right."""
    (article,) = load_gold(EXAMPLE)
    reviewed = to_extraction(article)
    (tmp_path / "reviewed.json").write_text(json.dumps(reviewed), encoding="utf-8")
    folder = tmp_path / "gold"
    done = _call("annotate", tmp_path / "reviewed.json", "--id", "new", "--gold", folder)
    assert done.exit_code == 0, done.output
    assert _call("lint", folder).exit_code == 0
    assert (folder / "new.txt").read_text(encoding="utf-8") == article.text
    again = _call("annotate", tmp_path / "reviewed.json", "--id", "new", "--gold", folder)
    assert again.exit_code == 2
    assert "--force" in again.output


def test_annotate_takes_what_extract_prints(tmp_path: Path) -> None:
    """`extract --format json` prints an array: an array of one is taken, one of two refused."""
    (article,) = load_gold(EXAMPLE)
    reading, folder = tmp_path / "reading.json", tmp_path / "gold"
    options = ("--reader", "rules", "--format", "json")
    done = CliRunner().invoke(main, ["extract", *options, str(EXAMPLE / "thuan-son.txt")])
    reading.write_text(done.stdout, encoding="utf-8")
    assert _call("annotate", reading, "--id", "new", "--gold", folder).exit_code == 0
    assert (folder / "new.txt").read_text(encoding="utf-8") == article.text
    reading.write_text(json.dumps(json.loads(done.stdout) * 2), encoding="utf-8")
    refused = _call("annotate", reading, "--id", "two", "--gold", folder)
    assert refused.exit_code == 2
    assert "array of 2 Extractions" in refused.output


def test_lint_exits_with_1_on_errors(tmp_path: Path) -> None:
    """A folder with a faulty gold file is stopped."""
    for name in ("thuan-son.txt", "thuan-son.json"):
        content = (EXAMPLE / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(content.replace('"value": 9,', '"value": 8,'), encoding="utf-8")
    done = _call("lint", tmp_path)
    assert done.exit_code == 1
    assert "add up to 23" in done.output


class _Page(HTMLParser):
    """Collects tags that load something, ids, and links inside the page."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.plots = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.plots += tag == "svg"
        self.ids |= {values["id"] or ""} if "id" in values else set()
        for name in ("src", "href"):
            target = values.get(name) or ""
            if target.startswith("#"):
                self.links.add(target[1:])
            elif target:
                self.loads.append(target)


def test_the_report_stands_alone(measured: Path, tmp_path: Path) -> None:
    """The page loads nothing, its links lead somewhere, it has its plots, and shows each error in its sentence."""
    output = tmp_path / "report.html"
    assert _call("report", measured, "-o", output, "--against", measured).exit_code == 0
    content = output.read_text(encoding="utf-8")
    page = _Page()
    page.feed(content)
    assert page.loads == []
    assert page.links <= page.ids
    assert page.plots >= 5
    assert not re.search(r"@import|url\(", content)
    assert "<mark>bà Đỗ Thị Hạnh" in content
    assert content.count('class="mistake"') >= 5
    assert "Against the older run" in content


def test_the_report_escapes_what_an_article_says(measured: Path) -> None:
    """Markup in an article's text stays text."""
    whole = json.loads(measured.read_text(encoding="utf-8"))
    whole["articles"][0]["mistakes"][0]["quote"] = ["<script>alert(1)</script>", "<b>", "</q>"]
    measured.write_text(json.dumps(whole), encoding="utf-8")
    assert _call("report", measured).exit_code == 0
    content = measured.with_suffix(".html").read_text(encoding="utf-8")
    assert "<script>alert" not in content
    assert "&lt;script&gt;alert(1)" in content
