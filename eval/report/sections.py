"""The smaller pieces of the report's page, each from one part of the results."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from ..signals import SIGNALS
from . import plots

Json = Mapping[str, Any]


def mistake(found: Json, link: str = "") -> str:
    """One mistake with the sentence it stands in, the span marked; `link` is HTML put behind it."""
    differ = "".join(
        f"<div>{escape(name)}: <del>{escape(got)}</del> should be <ins>{escape(want)}</ins></div>"
        for name, (want, got) in found["fields"].items()
    )
    quoted = ""
    if "quote" in found:
        before, marked, after = map(escape, found["quote"])
        quoted = f'<q lang="vi">{before}<mark>{marked}</mark>{after}</q>'
    return (
        f'<div class="mistake" data-kind="{escape(found["kind"])}" data-what="{escape(found["what"])}">'
        f'<span class="tag {escape(found["what"])}">{escape(found["what"])}</span> <b>{escape(found["kind"])}</b> '
        f"{escape(found['label'])}{differ}{quoted}{link}</div>"
    )


def example(article: str, found: Json) -> str:
    """A mistake with a link to its article."""
    return mistake(found, f'<a href="#a-{escape(article)}">article {escape(article)}</a>')


def states(results: Json) -> str:
    """How many articles were scored, crashed or could not be scored."""
    s = results["states"]
    flaky = results["measures"].get("flaky_facts") or 0
    told = f"{sum(s.values())} articles: {s['scored']} scored, {s['crashed']} crashed, {s['not_scorable']} not scorable"
    if results["provenance"]["repeats"] > 1:
        told += f"; {results['provenance']['repeats']} readings each, {flaky} facts found in some readings only"
    return escape(told)


def grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A plain table; every cell is escaped. Without a head where `head` is empty."""
    top = "<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{f'<thead>{top}</thead>' if head else ''}<tbody>{body}</tbody></table>"


def trust(results: Json) -> str:
    """Clean against wholly right, the curve of error against review, the calibration of confidence."""
    tables, judged = results["tables"], results["trust"]
    groups = {"clean_wholly_right": "marked clean", "flagged_wholly_right": "needs review", "wholly_right": "all"}
    rows = [
        (label, str(cell["articles"]), str(cell["right"]), _share(cell["value"]), _range(cell))
        for label, cell in ((label, tables[name]) for name, label in groups.items())
    ]
    table = grid(("articles", "n", "wholly right", "share", "95% interval"), rows)
    told = "No facts were predicted."
    if judged["brier"] is not None:
        told = (
            f"{judged['facts']} predicted facts, {judged['right']:.0%} right. Brier score {judged['brier']:.3f}, "
            f"without signals {judged['brier_without_signals']:.3f}; all held out."
        )
    weights = [(SIGNALS[name], f"{weight:+.2f}") for name, weight in judged["weights"].items() if name in SIGNALS]
    series = [("facts", judged["fact_curve"]), ("articles", judged["article_curve"])]
    return (
        f"{table}<p class='soft'>{escape(told)}</p>"
        "<div class='row'><div><h3>Error among what is not reviewed</h3>"
        f"{plots.curve(series, 'share sent to review, least confident first', 'share wrong')}</div>"
        f"<div><h3>Is confidence honest?</h3>{plots.calibration(judged['bins'])}</div></div>"
        f"<details><summary>Weight of each signal (log odds)</summary>{grid((), weights)}</details>"
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"


def _range(cell: Json) -> str:
    return "–" if cell["low"] is None else f"{cell['low']:.0%} to {cell['high']:.0%}"


def compared(comparison: Json) -> str:
    """Against an older run: per kind the difference, its interval and p-value; the articles better and worse."""
    head = ("cell", "before", "now", "difference", "95% interval", "p (adjusted)", "articles changed")
    rows = [
        (name, _f(d["a"]), _f(d["b"]), _f(d["delta"], "+.3f"), f"{_f(d['low'], '+.3f')} to {_f(d['high'], '+.3f')}",
         f"{d['p_adjusted']:.4f}", str(d["changed"]))
        for name, d in comparison["cells"].items()
        if d["a"] is not None or d["b"] is not None
    ]  # fmt: skip
    lists = "".join(
        f"<p>{word}: {escape(', '.join(sorted({row[0] for row in comparison[name]})) or 'none')}</p>"
        for name, word in (("better", "Better articles"), ("worse", "Worse articles"))
    )
    told = escape(", ".join(comparison["told_apart"]) or "none")
    body = f"<p>Significant differences: {told}.</p>{grid(head, rows)}{lists}"
    return f"<section><h2>Against the older run</h2>{body}</section>"


def _f(value: float | None, form: str = ".3f") -> str:
    return "–" if value is None else format(value, form)


def counterfactuals(found: Json | None) -> str:
    """The table of variants that survived and failed, with the failures listed; nothing where none were run."""
    if not found:
        return ""
    names = list(next(iter(found["table"].values())))
    rows = [(kind, *(str(counts[name]) for name in names)) for kind, counts in found["table"].items()]
    failures = "".join(
        f"<li>{escape(o['article'])}: {escape(o['kind'])} {escape(o['old'])} → {escape(o['new'])}, "
        f"{escape(o['outcome'])}<br><span class='soft'>{'<br>'.join(map(escape, o['detail'][:6]))}</span></li>"
        for o in found["failures"]
    )
    return (
        "<section><h2>One value exchanged</h2><p class='soft'>A number, name or place is exchanged in the article; the "
        f"reading must change there and only there.</p>{grid(('', *(n.replace('_', ' ') for n in names)), rows)}"
        f"<details><summary>{len(found['failures'])} failures</summary><ul>{failures}</ul></details></section>"
    )


def checks(codes: Json) -> str:
    """Per check how often it was rightly raised, a false alarm, missed."""
    rows = [(code, str(c["right"]), str(c["false_alarms"]), str(c["missed"])) for code, c in codes.items()]
    return grid(("check", "discrepancies found", "false alarms", "missed"), rows) if rows else "<p>None was raised.</p>"


def numbers(measures: Json) -> str:
    """Spans, grounding, ledger, cost as a table."""
    return grid((), ((n.replace("_", " "), "–" if v is None else f"{v:.4g}") for n, v in measures.items()))


def provenance(results: Json) -> str:
    """Reader, model, prompt, code and gold of the run."""
    return grid((), ((name.replace("_", " "), str(value)) for name, value in results["provenance"].items()))
