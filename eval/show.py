"""Print scores on a terminal: the table per kind and level, fields, states, and mistakes one to a line."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from .compare import Comparison
from .gold_set import GoldArticle
from .score import ArticleScore
from .sentences import plain, quote

_MARKS = {
    "missing": "[red]missing [/red]",
    "spurious": "[yellow]spurious[/yellow]",
    "wrong": "[magenta]wrong   [/magenta]",
}


def number(value: float | None) -> str:
    """Three decimals, or a dash for a figure that does not exist."""
    return "–" if value is None else f"{value:.3f}"


def interval(cell: Mapping[str, Any]) -> str:
    """The 95 percent interval of a cell of the tables, or a dash."""
    return "–" if cell.get("low") is None else f"{cell['low']:.3f} – {cell['high']:.3f}"


def _show_table(console: Console, title: str, second: str, table: Mapping[str, Mapping[str, Any]]) -> None:
    shown = Table(title=title, title_justify="left")
    for name in ("kind", second):
        shown.add_column(name, no_wrap=True)
    for name in ("P", "R", "F1", "95% of F1", "right", "spurious", "missing"):
        shown.add_column(name, justify="right", no_wrap=True)
    last = ""
    for name, cell in table.items():
        kind, level = name.split("/")
        if last and kind != last:
            shown.add_section()
        last = kind
        figures = [number(cell[part]) for part in ("precision", "recall", "f1")]
        counts = [str(cell[part]) for part in ("right", "spurious", "missing")]
        shown.add_row(kind, level, *figures, interval(cell), *counts)
    console.print(shown)


def show_levels(console: Console, results: Mapping[str, Any]) -> None:
    """Precision, recall and F1 with its interval per kind of fact and level of agreement."""
    _show_table(console, "Facts", "level", results["tables"]["levels"])


def show_fields(console: Console, results: Mapping[str, Any]) -> None:
    """Precision, recall and F1 with its interval per field, over the facts aligned at each kind's first level."""
    _show_table(console, "Fields", "field", results["tables"]["fields"])


def show_summary(console: Console, results: Mapping[str, Any]) -> None:
    """States, clean-and-wholly-right, and what is measured without gold."""
    states, tables, measures = results["states"], results["tables"], results["measures"]
    console.print(
        f"articles: {sum(states.values())}; scored {states['scored']}, crashed {states['crashed']}, "
        f"not scorable {states['not_scorable']}"
    )
    for article in results["articles"]:
        if article["detail"]:
            console.print(f"  {article['state']} {article['id']}: {escape(article['detail'])}")
    for name, label in (
        ("wholly_right", "wholly right"),
        ("clean_wholly_right", "of those marked clean, wholly right"),
    ):
        cell = tables[name]
        console.print(f"{label}: {cell['right']} of {cell['articles']} ({interval(cell)})")
    told = [f"{name.replace('_', ' ')} {value:.4g}" for name, value in measures.items() if value is not None]
    console.print("; ".join(told), soft_wrap=True)
    for code, counts in results["check_codes"].items():
        console.print(f"check {code}: right {counts['right']}, false alarms {counts['false_alarms']}, "
                      f"missed {counts['missed']}")  # fmt: skip
    if "counterfactual" in results:
        for kind, counts in results["counterfactual"]["table"].items():
            told = [f"{name.replace('_', ' ')} {count}" for name, count in counts.items() if count]
            console.print(f"{kind} exchanged: {', '.join(told) or 'no variants'}")


def show_loud(console: Console, gold: Sequence[GoldArticle], scores: Sequence[ArticleScore]) -> None:
    """Articles that have nothing to give (no gold fact; class D where the set has classes) and give wrong facts."""
    groups = {"without any gold fact": [a.out_of_scope for a in gold]}
    if any(a.source.get("class") == "D" for a in gold):
        groups["of class D"] = [a.source.get("class") == "D" for a in gold]
    for name, members in groups.items():
        inside = [s for s, member in zip(scores, members, strict=True) if member and s.state == "scored"]
        loud = [s.id for s in inside if spurious(s)]
        if inside:
            console.print(f"articles {name}: {len(inside)}, of which {len(loud)} give a wrong fact  {' '.join(loud)}")


def show_comparison(console: Console, found: Comparison) -> None:
    """The difference per kind with interval and p-values, and the articles that got better and worse."""
    table = Table(title=f"B against A on {found.compared} articles", title_justify="left")
    table.add_column("cell", no_wrap=True)
    for name in ("A", "B", "B - A", "95%", "p", "p adjusted", "articles changed"):
        table.add_column(name, justify="right", no_wrap=True)
    for name, d in found.differences.items():
        if d.a is None and d.b is None:
            continue
        gap = "–" if d.delta is None else f"{d.delta:+.3f}"
        spread = "–" if d.low is None else f"{d.low:+.3f} – {d.high:+.3f}"
        mark = "*" if name in found.told_apart else ""
        table.add_row(name, number(d.a), number(d.b), gap, spread, f"{d.p:.4f}", f"{found.adjusted[name]:.4f}{mark}",
                      str(d.changed))  # fmt: skip
    console.print(table)
    for label, rows in (("better", found.better_articles), ("worse", found.worse_articles)):
        for article, cell, a, b in rows:
            console.print(f"{label}  {article:8} {cell:18} right {a.tp} -> {b.tp}, spurious {a.fp} -> {b.fp}, "
                          f"missing {a.fn} -> {b.fn}")  # fmt: skip
    for article, before, after in found.states:
        console.print(f"state   {article:8} {before} -> {after}")
    told = ", ".join(found.told_apart) or "no kind of fact"
    console.print(f"significantly different: {told}")


def markdown(results: Sequence[Mapping[str, Any]]) -> str:
    """The README's table: per kind and level the F1 of each run with its interval; below, clean and wholly right."""
    names = [f"{run['provenance']['gold_name']} ({run['provenance']['articles']})" for run in results]
    lines = ["| F1 (95 % interval) | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for cell in results[0]["tables"]["levels"]:
        shown = [_brief(run["tables"]["levels"][cell], "f1") for run in results]
        lines.append(f"| {cell.replace('/', ', ')} | " + " | ".join(shown) + " |")
    for name, label in (("clean_wholly_right", "marked clean: wholly right"), ("wholly_right", "all: wholly right")):
        cells = [run["tables"][name] for run in results]
        shown = [f"{cell['right']} of {cell['articles']}, {_brief(cell, 'value')}" for cell in cells]
        lines.append(f"| {label} | " + " | ".join(shown) + " |")
    return "\n".join(lines)


def _brief(cell: Mapping[str, Any], value: str) -> str:
    if cell[value] is None:
        return "–"
    spread = "" if cell["low"] is None else f" ({cell['low']:.2f}–{cell['high']:.2f})"
    return f"{cell[value]:.2f}{spread}"


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
