"""The command group: version, schema, commands of other packages, and what a cold start costs."""

import json
import subprocess
import sys
from importlib.metadata import EntryPoint

import click
import pytest
from click.testing import CliRunner

from service.cli import main as module
from service.cli.main import main
from service.version import version


def test_version_is_printed() -> None:
    """`--version` prints the name and the installed version."""
    assert CliRunner().invoke(main, ["--version"]).output == f"luanchuyen {version()}\n"


def test_schema_is_printed_as_json() -> None:
    """`schema` prints the JSON Schema of the Extraction."""
    assert json.loads(CliRunner().invoke(main, ["schema"]).output)["title"] == "Extraction"


def test_commands_of_other_packages_are_found_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command registered in the group `luanchuyen.commands` is listed and run."""
    point = EntryPoint("greet", "tests_greet:command", module.GROUP)

    @click.command()
    def greet() -> None:
        click.echo("xin chào")

    monkeypatch.setattr(EntryPoint, "load", lambda _self: greet)
    monkeypatch.setattr(module, "entry_points", lambda group: [point] if group == module.GROUP else [])
    assert "greet" in CliRunner().invoke(main, ["--help"]).output
    assert CliRunner().invoke(main, ["greet"]).output == "xin chào\n"
    assert CliRunner().invoke(main, ["grete"]).exit_code == 2


def test_extract_imports_neither_web_nor_tables() -> None:
    """Reading one article to JSON imports no FastAPI, uvicorn, structlog or rich, which would slow each start."""
    script = (
        "import sys; from service.cli.main import main\n"
        "main(['extract', '-'], standalone_mode=False)\n"
        "print([name for name in ('fastapi', 'uvicorn', 'structlog', 'rich') if name in sys.modules])"
    )
    text = "Huyện đã luân chuyển 12 cán bộ từ huyện về xã."
    done = subprocess.run([sys.executable, "-c", script], input=text, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
