"""Print scores on a terminal: the table per kind and level, fields, states, and mistakes one to a line."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from .gold_set import GoldArticle
from .kinds import SPECS
from .score import ArticleScore, Counts, total
from .sentences import quote

_MARKS = {
    "missing": "[red]missing [/red]",
    "spurious": "[yellow]spurious[/yellow]",
    "wrong": "[magenta]wrong   [/magenta]",
}


def number(value: float | None) -> str:
    """Three decimals, or a dash for a figure that does not exist."""
    return "–" if value is None else f"{value:.3f}"


def _row(table: Table, name: str, level: str, counts: Counts) -> None:
    table.add_row(name, level, number(counts.precision), number(counts.recall), number(counts.f1),
                  str(counts.tp), str(counts.fp), str(counts.fn))  # fmt: skip


def _table(title: str, second: str) -> Table:
    table = Table(title=title, title_justify="left")
    for name in ("kind", second):
        table.add_column(name)
    for name in ("P", "R", "F1", "right", "spurious", "missing"):
        table.add_column(name, justify="right")
    return table


def show_levels(console: Console, scores: Sequence[ArticleScore]) -> None:
    """Precision, recall and F1 per kind of fact and level of agreement."""
    sums, table = total(scores), _table("Facts", "level")
    for kind, spec in SPECS.items():
        for level in spec.levels:
            _row(table, kind, level, sums.get((kind, level), Counts()))
        table.add_section()
    console.print(table)


def show_fields(console: Console, scores: Sequence[ArticleScore]) -> None:
    """Precision, recall and F1 per field, over the facts aligned at each kind's first level."""
    sums, table = total(scores, "fields"), _table("Fields", "field")
    for kind, spec in SPECS.items():
        for name in spec.fields:
            _row(table, kind, name, sums.get((kind, name), Counts()))
        table.add_section()
    console.print(table)


def show_states(console: Console, gold: Sequence[GoldArticle], scores: Sequence[ArticleScore]) -> None:
    """How many articles were scored, wholly right, crashed or not scorable; out-of-scope articles that gave facts."""
    states = {state: [s for s in scores if s.state == state] for state in ("scored", "crashed", "not_scorable")}
    right = sum(score.wholly_right for score in scores)
    console.print(
        f"articles: {len(scores)}; scored {len(states['scored'])} (wholly right {right}), "
        f"crashed {len(states['crashed'])}, not scorable {len(states['not_scorable'])}"
    )
    for score in states["crashed"] + states["not_scorable"]:
        console.print(f"  {score.state} {score.id}: {escape(score.detail)}")
    groups = {"without any gold fact": [a.out_of_scope for a in gold]}
    if any(a.source.get("class") == "D" for a in gold):
        groups["of class D"] = [a.source.get("class") == "D" for a in gold]
    for name, members in groups.items():
        inside = [s for s, member in zip(scores, members, strict=True) if member and s.state == "scored"]
        loud = [s.id for s in inside if spurious(s)]
        if inside:
            console.print(f"articles {name}: {len(inside)}, of which {len(loud)} give a wrong fact  {' '.join(loud)}")


def spurious(score: ArticleScore) -> int:
    """Predicted facts that no gold fact, required or optional, answers to (checks aside)."""
    return sum(mistake.what == "spurious" and mistake.kind != "check" for mistake in score.mistakes)


def show_mistakes(console: Console, gold: Sequence[GoldArticle], scores: Sequence[ArticleScore]) -> None:
    """Every missing, spurious and wrong fact, one to a line, with the sentence it stands in."""
    texts = {article.id: article.text for article in gold}
    for score in scores:
        if not score.mistakes:
            continue
        console.print(f"[bold]{score.id}[/bold]")
        for mistake in score.mistakes:
            differ = "; ".join(f"{name}: {plain(want)} ≠ {plain(got)}" for name, (want, got) in mistake.fields.items())
            sentence = quote(texts[score.id], mistake.span)
            line = f"{escape(mistake.label)}{'  {' + escape(differ) + '}' if differ else ''}  « {escape(sentence)} »"
            console.print(f"  {_MARKS[mistake.what]} {mistake.kind:9} {line}", soft_wrap=True)


def plain(value: object) -> str:
    """A field's value in one short string; sets sorted, None as a dash."""
    if value is None:
        return "–"
    if isinstance(value, frozenset):
        return "+".join(sorted(map(str, value)))
    if isinstance(value, tuple):
        return "→".join("?" if item is None else str(item) for item in value)
    return str(value)
