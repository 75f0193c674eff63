"""The report's page, put together from a run's results."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib import resources
from typing import Any

from ..kinds import SPECS
from ..score import Counts
from . import plots
from .sections import checks, compared, counterfactuals, example, mistake, numbers, provenance, states, trust

Json = Mapping[str, Any]

PLURALS = {kind: f"{kind}s" for kind in SPECS}

_SCRIPT = """
for (const box of document.querySelectorAll('.filters input')) box.addEventListener('change', () => {
  const off = [...document.querySelectorAll('.filters input:not(:checked)')].map(b => b.value);
  for (const m of document.querySelectorAll('#errors .mistake'))
    m.hidden = off.includes(m.dataset.kind) || off.includes(m.dataset.what);
});
"""


def render(results: Json, comparison: Json | None = None) -> str:
    """The whole page as HTML with its style, plots and script inside. `comparison` is Comparison.as_json() of an older
    run against this one, where there is one."""
    style = resources.files(__package__).joinpath("style.css").read_text(encoding="utf-8")
    made = results["provenance"]
    title = f"{made['reader']} on {made['gold_name']}"
    body = [
        _top(results, title),
        _section(
            "Right, kind by kind", plots.bars(_level_rows(results), "F1 per kind of fact and level"), _LEVELS_NOTE
        ),
        _section("One example of each kind of error", _examples(results["articles"])),
        _section("Can an editor believe it?", trust(results)),
        compared(comparison) if comparison else "",
        _section("Fields", *_field_plots(results)),
        _section("Articles by kind of fact", f'<div class="scroll">{_heat(results["articles"])}</div>', _HEAT_NOTE),
        _section("Checks that did not pass", checks(results["check_codes"]), _CHECKS_NOTE),
        counterfactuals(results.get("counterfactual")),
        _section("Measured without gold", numbers(results["measures"])),
        _section("Every error in its sentence", _errors(results["articles"])),
        _section("Where this comes from", provenance(results)),
    ]
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{style}</style></head><body>{''.join(body)}<script>{_SCRIPT}</script></body></html>\n"
    )


_LEVELS_NOTE = (
    "Bars are F1, whiskers 95% intervals from a bootstrap over articles. The first level of each kind says whether "
    "the fact was found; strict asks that the named fields agree exactly."
)
_CHECKS_NOTE = (
    "A false alarm sends an editor to an article that is consistent; it may still point at something the reader missed."
)
_HEAT_NOTE = (
    "Strict F1 per article; an empty cell has no such fact in the gold and none was found. Worst articles first."
)


def _section(title: str, *content: str) -> str:
    notes = [c if c.startswith("<") else f'<p class="soft">{escape(c)}</p>' for c in content if c]
    return f"<section><h2>{escape(title)}</h2>{''.join(notes)}</section>"


def _top(results: Json, title: str) -> str:
    levels = results["tables"]["levels"]
    cards: list[str] = []
    grades: dict[str, list[str]] = {"good": [], "fair": [], "bad": []}
    for kind, spec in SPECS.items():
        cell = levels[f"{kind}/{spec.strict}"]
        loose = levels[f"{kind}/{spec.found}"]["f1"]
        if cell["f1"] is None:
            continue
        grades[plots.grade(cell["f1"])].append(f"{PLURALS[kind]} {cell['f1']:.2f}")
        cards.append(
            f'<div class="card {plots.grade(cell["f1"])}">{escape(PLURALS[kind])}, strict<b>{cell["f1"]:.2f}</b>'
            f'<span class="soft">found: {loose:.2f}</span></div>'
        )
    clean, whole = results["tables"]["clean_wholly_right"], results["tables"]["wholly_right"]
    cards.append(
        f'<div class="card {plots.grade(clean["value"])}">clean articles wholly right'
        f"<b>{clean['right']} of {clean['articles']}</b>"
        f'<span class="soft">all articles: {whole["right"]} of {whole["articles"]}</span></div>'
    )
    verdict = "; ".join(f"{name}: {', '.join(which)}" for name, which in grades.items() if which)
    return (
        f"<h1>{escape(title)}</h1><p class='soft'>{states(results)}</p><p><strong>{escape(verdict)}</strong> "
        f"<span class='soft'>(strict F1; good from {plots.GOOD}, fair from {plots.FAIR})</span></p>"
        f'<div class="cards">{"".join(cards)}</div>'
    )


def _level_rows(results: Json) -> list[tuple[str, Mapping[str, Any]]]:
    return [(name.replace("/", ", "), cell) for name, cell in results["tables"]["levels"].items()]


def _field_plots(results: Json) -> Iterable[str]:
    fields = results["tables"]["fields"]
    for kind, spec in SPECS.items():
        rows = [(name, fields[f"{kind}/{name}"]) for name in spec.fields if fields[f"{kind}/{name}"]["f1"] is not None]
        if rows:
            yield f"<h3>{escape(PLURALS[kind])}</h3>" + plots.bars(rows, f"F1 per field of {PLURALS[kind]}")


def _examples(articles: Sequence[Json]) -> str:
    """The first mistake of each kind and sort, preferring one that can be shown in its sentence."""
    chosen: dict[tuple[str, str], tuple[str, Json]] = {}
    for article in articles:
        for found in article["mistakes"]:
            place = (found["kind"], found["what"])
            if place not in chosen or ("quote" in found and "quote" not in chosen[place][1]):
                chosen[place] = article["id"], found
    if not chosen:
        return "<p>No errors.</p>"
    order = sorted(chosen, key=lambda place: (list(SPECS).index(place[0]), place[1]))
    return f'<div class="examples">{"".join(example(*chosen[place]) for place in order)}</div>'


def _heat(articles: Sequence[Json]) -> str:
    rows: list[tuple[float, tuple[str, str, list[tuple[float | None, str]]]]] = []
    for article in articles:
        if article["state"] != "scored":
            rows.append(
                (
                    0.0,
                    (f"{article['id']} ({article['state']})", f"a-{article['id']}", [(None, "no counts")] * len(SPECS)),
                )
            )
            continue
        cells: list[tuple[float | None, str]] = []
        wrong = 0
        for kind, spec in SPECS.items():
            counts = Counts(*article["levels"].get(f"{kind}/{spec.strict}", (0, 0, 0)))
            wrong += counts.fp + counts.fn
            cells.append((counts.f1, f"{PLURALS[kind]}: {counts.tp} right, {counts.fp} spurious, {counts.fn} missing"))
        rows.append((-wrong, (article["id"], f"a-{article['id']}", cells)))
    rows.sort(key=lambda row: row[0])
    return plots.heat([row for _, row in rows], [PLURALS[kind] for kind in SPECS])


def _errors(articles: Sequence[Json]) -> str:
    boxes = [("kind", kind, PLURALS[kind]) for kind in SPECS] + [
        ("what", w, w) for w in ("missing", "spurious", "wrong")
    ]
    filters = "".join(
        f'<label><input type="checkbox" checked value="{value}"> {escape(shown)}</label>' for _, value, shown in boxes
    )
    blocks = []
    for article in articles:
        found = article["mistakes"]
        if not found and not article["detail"]:
            continue
        inner = "".join(mistake(m) for m in found)
        note = f'<p class="soft">{escape(article["detail"])}</p>' if article["detail"] else ""
        blocks.append(
            f'<details open id="a-{escape(article["id"])}"><summary>{escape(article["id"])}: errors {len(found)}, '
            f"marked {escape(str(article['review']))}</summary>{note}{inner}</details>"
        )
    return f'<p class="filters">{filters}</p><div id="errors">{"".join(blocks) or "<p>None.</p>"}</div>'
