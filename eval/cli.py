"""`luanchuyen eval ...`: the commands of the evaluation. `python -m eval` is the same group.

Exit codes: 0 done; 1 the gate stops, or gold files have errors; 2 wrong usage, a file that cannot be used, or results
that cannot be compared, those of another gold.
"""

import os
import re
import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from service.cli.tables import PipedConsole

from . import compare as comparing
from . import counterfactual, damage, record, report, results, runner, show
from .cli_gold import annotate, lint
from .gold_set import GoldArticle, GoldError, load_gold

OWN_GOLD = Path(__file__).parent / "gold"
BASELINES = Path(__file__).parent / "baselines"
RUNS = Path("eval-runs")

_EXISTING = click.Path(path_type=Path, exists=True)
_WRITTEN = click.Path(path_type=Path, dir_okay=False)

_MARKED = re.compile(r"(<!-- figures[^\n]*-->\n).*?(<!-- /figures -->)", re.DOTALL)

Json = dict[str, Any]


class _Group(click.Group):
    """Lists commands in the order they are used; an unusable file or folder is a usage error, not a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["run", "report", "table", "compare", "gate", "lint", "annotate"]

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (GoldError, comparing.NotComparable, ValueError) as error:
            raise click.UsageError(str(error)) from error


@click.group(name="eval", cls=_Group)
def group() -> None:
    """Measure how right a reader is, compare two runs, and hold a baseline."""


group.add_command(lint)
group.add_command(annotate)


def _console() -> Console:
    return PipedConsole(width=None if sys.stdout.isatty() else 160, highlight=False, soft_wrap=False)


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _reader(name: str, model: str | None, how: str | None) -> tuple[runner.Extract, str | None, str | None]:
    """The reading function with the model and prompt version that the reader tells of itself."""
    from service.readers import get_reader

    if model:
        os.environ["LUANCHUYEN_MODEL"] = model
    reader = get_reader(name)
    read = runner.with_reader(reader)
    used, prompt = getattr(reader, "model", model), getattr(reader, "prompt_version", None)
    return (damage.damaged(read, how) if how else read), used, prompt


def _run(
    gold: list[GoldArticle], folder: Path, out: Path, reader: str, model: str | None, repeat: int, how: str | None
) -> tuple[record.RunFile, Path, runner.Extract]:
    """Run (or resume) and return the records, where they are, and the function that read them."""
    read, used, prompt = _reader(reader, model, how)
    name = f"{reader}, damaged ({how})" if how else reader
    made = runner.provenance_of(name, used, prompt, gold, _gold_name(folder), repeat)
    path = out / f"{_gold_name(folder)}-{re.sub(r'[^a-z]+', '-', name)}-{made.key}.jsonl"
    with _progress() as progress:
        task = progress.add_task(f"reading with {name}", total=len(gold) * repeat)
        found = runner.run_to_file(gold, read, made, path, lambda article: progress.advance(task))
    return found, path, read


def _gold_name(folder: Path) -> str:
    """'gold' says nothing: the name of the folder above it, where the folder is called so, or 'own' for our own set."""
    folder = folder.resolve()
    return "own" if folder == OWN_GOLD.resolve() else folder.parent.name if folder.name == "gold" else folder.name


def _variants(gold: list[GoldArticle], read: runner.Extract) -> Json:
    with _progress() as progress:
        outcomes = []
        for article in progress.track(gold, description="exchanging values"):
            outcomes += list(counterfactual.run([article], read))
    failures = [o for o in outcomes if o.outcome not in ("survived", "not_read")]
    return {
        "table": counterfactual.table(outcomes),
        "failures": [
            {"article": o.article, "kind": o.kind, "old": o.old, "new": o.new, "outcome": o.outcome,
             "detail": list(o.detail)}
            for o in failures
        ],
    }  # fmt: skip


@group.command()
@click.option("--reader", default="rules", show_default=True, help="Reader to run: rules, llm or hybrid.")
@click.option("--model", help="Language model, for the readers that use one.")
@click.option("--gold", "folder", type=_EXISTING, default=OWN_GOLD, help="Gold folder [default: our own].")
@click.option("--repeat", default=1, show_default=True, type=click.IntRange(1), help="Readings of each article.")
@click.option("--out", type=click.Path(path_type=Path), default=RUNS, show_default=True, help="Folder for the results.")
@click.option("--predictions", type=_EXISTING, help="Score these Extractions (JSON Lines) instead of reading.")
@click.option("--only", help="Ids of articles, separated by commas; prints scores and writes nothing.")
@click.option("--errors", is_flag=True, help="List each missing, spurious and wrong fact in its sentence.")
@click.option("--fields", is_flag=True, help="Print the table of fields too.")
@click.option("--counterfactual", "variants", is_flag=True, help="Exchange values and see what changes.")
@click.option("--damage", "how", type=click.Choice(list(damage.DAMAGES)), help="Break the readings on purpose.")
def run(
    reader: str,
    model: str | None,
    folder: Path,
    repeat: int,
    out: Path,
    predictions: Path | None,
    only: str | None,
    errors: bool,
    fields: bool,
    variants: bool,
    how: str | None,
) -> None:
    """Read the gold articles and score the result; a run that was interrupted goes on where it stopped."""
    gold = load_gold(folder)
    if only:
        gold = [article for article in gold if article.id in set(only.split(","))]
    exchanged = None
    if predictions or only:
        read = runner.from_predictions(predictions) if predictions else _reader(reader, model, how)[0]
        name = f"predictions {predictions.name}" if predictions else reader
        made = runner.provenance_of(name, model, None, gold, _gold_name(folder), 1)
        found, path = record.RunFile(made, list(runner.run(gold, read))), None
    else:
        found, path, read = _run(gold, folder, out, reader, model, repeat, how)
        exchanged = _variants(gold, read) if variants else None
    whole = results.build(gold, found)
    if exchanged:
        whole["counterfactual"] = exchanged
    if predictions and not only:
        path = out / f"{_gold_name(folder)}-{predictions.stem}.jsonl"
    console, scores = _console(), runner.score_run(gold, found)
    if errors:
        show.show_mistakes(console, gold, scores)
    show.show_levels(console, whole)
    if fields:
        show.show_fields(console, whole)
    show.show_summary(console, whole)
    show.show_loud(console, gold, scores)
    if path:
        results.save(whole, path.with_suffix(".json"))
        console.print(f"results: {path.with_suffix('.json')}")


@group.command("compare")
@click.argument("a", type=_EXISTING)
@click.argument("b", type=_EXISTING)
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
def compare_command(a: Path, b: Path, as_json: bool) -> None:
    """Compare results B with results A on the same articles."""
    found = comparing.compare(results.load(a), results.load(b))
    if as_json:
        click.echo(results.to_text(found.as_json()), nl=False)
    else:
        show.show_comparison(_console(), found)


def _results_for(given: Path | None, folder: Path, out: Path, reader: str) -> Json:
    if given:
        return results.load(given)
    gold = load_gold(folder)
    return results.build(gold, _run(gold, folder, out, reader, None, 1, None)[0])


@group.command()
@click.argument("given", metavar="[RESULTS]", type=_EXISTING, required=False)
@click.option(
    "--baseline", type=click.Path(path_type=Path), help="Baseline [default: eval/baselines/GOLD-READER.json]."
)
@click.option("--reader", default="rules", show_default=True, help="Reader to run where no RESULTS are given.")
@click.option("--gold", "folder", type=_EXISTING, default=OWN_GOLD, help="Gold folder [default: our own].")
@click.option("--out", type=click.Path(path_type=Path), default=RUNS, help="Folder for the run.")
@click.option("--update", is_flag=True, help="Write the results as the new baseline instead.")
def gate(given: Path | None, baseline: Path | None, reader: str, folder: Path, out: Path, update: bool) -> None:
    """Exit with 1 when a kind of fact got significantly worse than the baseline, or an article is no longer scored."""
    whole = _results_for(given, folder, out, reader)
    baseline = baseline or BASELINES / f"{whole['provenance']['gold_name']}-{reader}.json"
    if update:
        results.save(results.as_baseline(whole), baseline, compact=True)
        click.echo(f"baseline written: {baseline}")
        return
    if not baseline.exists():
        raise click.UsageError(f"no baseline at {baseline}; write one with --update")
    reasons = comparing.gate(results.load(baseline), whole)
    for reason in reasons:
        click.echo(f"worse than the baseline: {reason}", err=True)
    if reasons:
        raise SystemExit(1)
    click.echo(f"no kind of fact is significantly worse than {baseline.name}")


@group.command()
@click.argument("given", metavar="RESULTS...", type=_EXISTING, nargs=-1, required=True)
@click.option("--into", "documents", type=_EXISTING, multiple=True, help="Put it between the document's marks.")
def table(given: tuple[Path, ...], documents: tuple[Path, ...]) -> None:
    """Print the figures of one or more RESULTS side by side as a Markdown table.

    With --into, the table replaces what stands between `<!-- figures ... -->` and `<!-- /figures -->` in a document.
    """
    made = show.markdown([results.load(path) for path in given])
    for document in documents:
        content = document.read_text(encoding="utf-8")
        if not _MARKED.search(content):
            raise click.UsageError(f"{document}: no marks <!-- figures --> and <!-- /figures -->")
        written = _MARKED.sub(lambda marked: f"{marked.group(1)}{made}\n{marked.group(2)}", content)
        document.write_text(written, encoding="utf-8")
    click.echo(made)


@group.command("report")
@click.argument("given", metavar="RESULTS", type=_EXISTING)
@click.option("--output", "-o", type=_WRITTEN, help="HTML file [default: RESULTS with .html].")
@click.option("--against", type=_EXISTING, help="Older results to compare with.")
def report_command(given: Path, output: Path | None, against: Path | None) -> None:
    """Write one HTML page about a run, which opens from disk without network."""
    whole = results.load(given)
    compared = comparing.compare(results.load(against), whole).as_json() if against else None
    output = output or given.with_suffix(".html")
    output.write_text(report.render(whole, compared), encoding="utf-8")
    click.echo(f"report: {output}")
