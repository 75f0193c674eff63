"""The README against the code: nothing is missing, and what it claims is run."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from schemas import CheckCode, Extraction
from service.cli import main as cli
from service.demo.__main__ import main as demo
from service.errors import all_errors
from service.model.faults import LASTING, RETRIED, TRANSIENT, FaultKind
from service.settings import PREFIX, Settings
from service.web import create_app


@pytest.fixture(scope="module")
def readme(repo_root: Path) -> str:
    """The README's text."""
    return (repo_root / "README.md").read_text(encoding="utf-8")


def rows(readme: str, heading: str) -> dict[str, list[str]]:
    """The rows of the first table under a heading: the first cell, without backticks, and the other cells."""
    section = readme.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    found = {}
    for line in section.splitlines():
        if line.startswith("|") and not line.startswith("|-"):
            first, *rest = (cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|")))
            found[first.strip("`")] = rest
    return found


def test_every_setting_is_documented(readme: str) -> None:
    """The table of settings has each setting with its default, and no other."""
    table = rows(readme, "Settings")
    table.pop("variable")
    expected = {PREFIX + name.upper(): f"`{field.default}`" for name, field in Settings.model_fields.items()}
    assert {name: cells[0] for name, cells in table.items()} == expected


def test_every_error_is_documented(readme: str) -> None:
    """The table of errors has each code with its HTTP status, and no other."""
    table = rows(readme, "Errors")
    table.pop("code")
    assert {code: cells[0] for code, cells in table.items()} == {e.code: str(e.status) for e in all_errors()}


def test_every_fault_of_a_model_is_documented(readme: str) -> None:
    """The table of faults has each kind, and says truly which pass, which are waited for and which open the breaker."""
    table = rows(readme, "When a model fails")
    table.pop("fault")
    assert set(table) == set(get_args(FaultKind))
    assert {kind for kind, cells in table.items() if cells[2] == "yes"} == RETRIED
    assert {kind for kind, cells in table.items() if cells[1].startswith("waits")} == RETRIED
    assert {kind for kind, cells in table.items() if "breaker" in cells[1]} == TRANSIENT - {"rate_limited"}
    assert {kind for kind, cells in table.items() if "rests at once" in cells[1]} == LASTING


def test_every_check_is_documented(readme: str) -> None:
    """The table of checks has each code of the contract, and no other."""
    table = rows(readme, "Checks")
    table.pop("code")
    assert set(table) == {code.value for code in CheckCode}


def test_every_field_of_the_extraction_is_documented(readme: str) -> None:
    """The table of the Extraction has each of its fields but the article itself and the id."""
    table = rows(readme, "The Extraction")
    table.pop("field")
    assert set(table) == set(Extraction.model_fields) - {"id", "article"}


def test_every_path_is_documented(readme: str) -> None:
    """The table of calls has each path of the OpenAPI document."""
    paths = create_app(Settings()).openapi()["paths"]
    calls = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert calls <= set(rows(readme, "HTTP"))


def test_every_command_option_and_exit_code_is_documented(readme: str) -> None:
    """Each own command, each option of `extract` and each exit code of ours stands in the section."""
    section = readme.split("\n## Command line\n", 1)[1].split("\n## ", 1)[0]
    assert all(f"luanchuyen {name}" in section for name in cli._OWN)
    from service.cli.extract import command

    assert all(f"`{param.opts[0]}" in section for param in command.params if param.opts[0].startswith("--"))
    assert all(f"| {code} |" in section for code in (0, cli.SOME_FILES_FAILED, 2, cli.CANNOT_START, cli.READER_LEFT))


def test_every_make_target_is_documented(readme: str, repo_root: Path) -> None:
    """Each target of the Makefile, but clean, has its row; the first screen names demo and test."""
    targets = re.search(r"^\.PHONY: (.*)$", (repo_root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets
    assert {f"make {name}" for name in targets[1].split()} - {"make clean"} == set(rows(readme, "Make")) - {"target"}
    first_screen = "\n".join(readme.splitlines()[:12])
    assert "make demo" in first_screen
    assert "make test" in first_screen


def test_ci_runs_what_the_readme_names(repo_root: Path) -> None:
    """`.ci/run` can be executed and calls `make test`."""
    script = repo_root / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "make test"


def normalised(output: str) -> str:
    """The demonstration's output without what differs from run to run: port, time, trailing blanks."""
    output = re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:PORT", output)
    output = re.sub(r"in \d+ ms", "in N ms", output)
    return "\n".join(line.rstrip() for line in output.strip().splitlines())


def test_demo_prints_what_the_readme_shows(readme: str, repo_root: Path) -> None:
    """`make demo` starts the real service, sends the article over HTTP, and prints what stands in the README."""
    shown = readme.split("<!-- output of make demo -->", 1)[1].split("<!-- end -->")[0].strip()
    shown = shown.removeprefix("```text").removesuffix("```")
    command = [sys.executable, "-m", demo.__module__]
    done = subprocess.run(command, cwd=repo_root, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    assert normalised(done.stdout) == normalised(shown)
