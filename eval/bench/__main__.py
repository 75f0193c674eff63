"""`python -m eval.bench`: run a comparison with another project and print its table."""

from pathlib import Path

import click

from ..gold_set import load_gold
from . import faults_seen, grounding, overhead, sown, speed, tokens

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


@group.command("sown")
@_FOLDER
@click.option("--reader", type=click.Choice(["llm", "hybrid"]), default="llm", show_default=True)
@click.option("--stubborn", is_flag=True, help="The model says the same when it is asked again.")
@click.option("--articles", type=int, default=None, help="Take only so many articles.")
def sown_command(folder: Path, reader: str, stubborn: bool, articles: int | None) -> None:
    """What becomes of a model's errors, by kind: each is sown into a right reply alone."""
    click.echo(sown.table(sown.run(load_gold(folder)[:articles], reader, stubborn)))


@group.command("faults-seen")
@_FOLDER
def faults_seen_command(folder: Path) -> None:
    """What callers see of every fault of a provider, the calls and the cost."""
    fits = (a for a in load_gold(folder) if a.gold.get("summaries") and a.gold.get("events"))
    click.echo(faults_seen.table(next(fits)))


@group.command("overhead")
@_FOLDER
def overhead_command(folder: Path) -> None:
    """Our time above the bare provider call, and memory: one article, fifty at once, 500 pages."""
    click.echo(overhead.table(load_gold(folder)))


@group.command("tokens")
@_FOLDER
def tokens_command(folder: Path) -> None:
    """Tokens sent per article, beside the whole article and langextract; the part that caching saves."""
    click.echo(tokens.table([(folder.name, load_gold(folder))]))


if __name__ == "__main__":
    group(prog_name="python -m eval.bench")
