"""`luanchuyen eval ...`: the commands of the evaluation. `python -m eval` is the same group."""

from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from . import runner, show
from .gold_set import GoldArticle, GoldError, load_gold

_OWN_GOLD = Path(__file__).parent / "gold"


def _gold(folder: Path, only: str | None = None) -> list[GoldArticle]:
    try:
        articles = load_gold(folder)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    chosen = set(only.split(",")) if only else None
    return [article for article in articles if chosen is None or article.id in chosen]


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip


@click.group(name="eval")
def group() -> None:
    """Measure how right a reader is, compare two runs, and hold a baseline."""


@group.command()
@click.option("--reader", default="rules", show_default=True, help="Reader to run: rules, llm or hybrid.")
@click.option("--model", default=None, help="Language model, for the readers that use one.")
@click.option("--gold", "folder", type=click.Path(path_type=Path, exists=True), default=_OWN_GOLD, help="Gold folder.")
@click.option(
    "--predictions", type=click.Path(path_type=Path, exists=True), help="Score these Extractions (JSON Lines)."
)
@click.option("--only", help="Ids of articles, separated by commas.")
@click.option("--errors", is_flag=True, help="List each missing, spurious and wrong fact in its sentence.")
@click.option("--fields", is_flag=True, help="Print the table of fields too.")
def run(reader: str, model: str | None, folder: Path, predictions: Path | None, only: str | None, errors: bool,
        fields: bool) -> None:  # fmt: skip
    """Read the gold articles and score the result."""
    gold = _gold(folder, only)
    if predictions:
        read = runner.from_predictions(predictions)
    else:
        from service.readers import get_reader

        read = runner.with_reader(get_reader(reader))
    scores = []
    with _progress() as progress:
        for article in progress.track(gold, description="reading"):
            scores.append(runner.score_record(article, runner.read_article(article, read)))
    console = Console(width=None if Console().is_terminal else 400, highlight=False)
    if errors:
        show.show_mistakes(console, gold, scores)
    show.show_levels(console, scores)
    if fields:
        show.show_fields(console, scores)
    show.show_states(console, gold, scores)
