"""The house rules that tools hold: style, types, import directions, lock files."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent

TOOLS = {
    "ruff check": ["ruff", "check", "--no-cache", "."],
    "ruff format": ["ruff", "format", "--no-cache", "--check", "."],
    "mypy": ["mypy"],
    "import-linter": ["lint-imports", "--no-cache"],
}


@pytest.mark.parametrize("name", TOOLS)
def test_tool_has_no_complaint(name: str, repo_root: Path) -> None:
    """Linter, formatter, strict type checker and import contracts pass on the whole tree."""
    command = [str(BIN / TOOLS[name][0]), *TOOLS[name][1:]]
    done = subprocess.run(command, cwd=repo_root, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_lock_files_pin_hashes_and_name_no_host(repo_root: Path) -> None:
    """Every locked package has one exact version and at least one hash; no address stands in the files."""
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-model.lock"):
        text = (repo_root / name).read_text(encoding="utf-8")
        assert "://" not in text
        entries = re.split(r"\n(?=\S)", text.strip())
        assert len(entries) > 10
        for entry in entries:
            assert re.match(r"[a-z0-9.-]+==[^ ]+( ;.*)? \\\n", entry), entry.splitlines()[0]
            assert "--hash=sha256:" in entry


def test_runtime_lock_is_part_of_the_development_lock(repo_root: Path) -> None:
    """What runs is what was tested: the development lock has the same versions and more."""
    runtime, development = (
        set(re.findall(r"^[a-z0-9.-]+==\S+", (repo_root / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert runtime < development


def test_each_dependency_has_its_reason(repo_root: Path) -> None:
    """CONTRIBUTING.md gives a reason for every package that pyproject.toml asks for."""
    project = tomllib.loads((repo_root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(item for group in project["optional-dependencies"].values() for item in group)]
    text = (repo_root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = {
        name.strip() for row in re.findall(r"^\|([^|]+)\|[^|]{10,}\|$", text, re.MULTILINE) for name in row.split(",")
    }
    names = {re.split(r"[<>=\[]", item)[0] for item in asked} - {project["name"]}
    assert names <= rows


def test_each_lint_exemption_has_its_reason(repo_root: Path) -> None:
    """Every ignored rule, in pyproject.toml or in the code, has a comment beside it that says why."""
    lines = (repo_root / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    exemptions = [line for line in lines if re.match(r'\s+"[A-Z]+\d+",?', line)]
    assert exemptions
    assert [line for line in exemptions if "#" not in line] == []


def test_modules_have_one_job(repo_root: Path) -> None:
    """No module of ours is longer than 400 lines."""
    long = {
        str(path.relative_to(repo_root)): count
        for package in ("schemas", "service", "prompts", "eval", "tests")
        for path in (repo_root / package).rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}
