"""`python -m eval.bench`: run a comparison with another project and print its table."""

from pathlib import Path

import click

from ..gold_set import load_gold
from . import grounding, speed

_OWN_GOLD = Path(__file__).parent.parent / "gold"
_FOLDER = click.option(
    "--gold", "folder", type=click.Path(path_type=Path, exists=True), default=_OWN_GOLD, help="Gold folder."
)


@click.group(name="bench")
def group() -> None:
    """Set this project beside others that do part of the same work."""


@group.command("grounding")
@_FOLDER
def grounding_command(folder: Path) -> None:
    """Right quotes found, and wrong ones taken for right, by kind of probe."""
    click.echo(grounding.table(grounding.probes(load_gold(folder))))


@group.command("speed")
@_FOLDER
@click.option("--rounds", default=3, show_default=True, help="Passes over the articles; the fastest counts.")
def speed_command(folder: Path, rounds: int) -> None:
    """Articles a second and peak memory, each contender in a process of its own."""
    click.echo(speed.table(folder, rounds))


if __name__ == "__main__":
    group(prog_name="python -m eval.bench")
