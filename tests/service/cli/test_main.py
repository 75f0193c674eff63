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


ARTICLE = "Từ năm 2020, huyện đã luân chuyển 12 cán bộ, gồm 7 đồng chí từ huyện về xã và 5 đồng chí từ xã lên huyện."


def extract_in_a_new_process() -> tuple[float, float, list[str]]:
    """Seconds of processor time, peak memory in MB, and which slow packages were imported.

    Processor time and not time on the clock: the clock runs on while other processes have the machine.
    """
    script = (
        "import resource, sys; from pathlib import Path; from service.cli.main import main\n"
        "main(['extract', '-'], standalone_mode=False)\n"
        "slow = [name for name in ('fastapi', 'uvicorn', 'structlog', 'rich') if name in sys.modules]\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "status = Path('/proc/self/status')\n"  # on Linux ru_maxrss starts from the parent's peak, VmHWM from zero
        "lines = status.read_text().splitlines() if status.exists() else []\n"
        "peak = next((line.split()[1] for line in lines if line.startswith('VmHWM')), used.ru_maxrss)\n"
        "print(used.ru_utime + used.ru_stime, peak, *slow)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input=ARTICLE, capture_output=True, text=True, encoding="utf-8", check=True
    )
    seconds, peak, *slow = done.stdout.splitlines()[-1].split()
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return float(seconds), int(peak) / unit, slow


def test_cold_start_is_quick_and_small() -> None:
    """One article from a cold start takes below 1 s (best of three) and 150 MB, and imports nothing it does not use."""
    runs = [extract_in_a_new_process() for _ in range(3)]
    assert min(seconds for seconds, _, _ in runs) < 1.0
    assert max(peak for _, peak, _ in runs) < 150
    assert [slow for _, _, slow in runs] == [[], [], []]
