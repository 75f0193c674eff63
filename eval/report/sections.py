"""The smaller pieces of the report's page, each from one part of the results."""

from collections.abc import Mapping
from html import escape
from typing import Any

from ..signals import SIGNALS
from . import plots

Json = Mapping[str, Any]


def mistake(found: Json) -> str:
    """One mistake with the sentence it stands in, the span marked."""
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
        f"{escape(found['label'])}{differ}{quoted}</div>"
    )


def example(article: str, found: Json) -> str:
    """A mistake with a link to its article."""
    link = f'<a class="soft" href="#a-{escape(article)}">article {escape(article)}</a>'
    return mistake(found).replace("</div>", f" {link}</div>", 1) if not found["fields"] else mistake(found) + link


def states(results: Json) -> str:
    """How many articles were scored, crashed or could not be scored."""
    s = results["states"]
    flaky = results["measures"].get("flaky_facts") or 0
    told = f"{sum(s.values())} articles: {s['scored']} scored, {s['crashed']} crashed, {s['not_scorable']} not scorable"
    if results["provenance"]["repeats"] > 1:
        told += f"; {results['provenance']['repeats']} readings each, {flaky} facts found in some readings only"
    return escape(told)


def trust(results: Json) -> str:
    """Clean against wholly right, the curve of error against review, the calibration of confidence."""
    tables, judged = results["tables"], results["trust"]
    rows = "".join(
        f"<tr><td>{escape(label)}</td><td>{tables[name]['articles']}</td><td>{tables[name]['right']}</td>"
        f"<td>{_share(tables[name]['value'])}</td><td>{_range(tables[name])}</td></tr>"
        for name, label in (("clean_wholly_right", "marked clean"), ("flagged_wholly_right", "marked needs_review"),
                            ("wholly_right", "all"))
    )  # fmt: skip
    table = (
        "<table><thead><tr><th>articles</th><th>n</th><th>wholly right</th><th>share</th><th>95% interval</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )
    series = [("facts", judged["fact_curve"]), ("articles", judged["article_curve"])]
    brier = ""
    if judged["brier"] is not None:
        brier = (f"<p class='soft'>{judged['facts']} predicted facts, {judged['right']:.0%} right. Brier score "
                 f"{judged['brier']:.3f}, without signals {judged['brier_without_signals']:.3f}; all held out.</p>")  # fmt: skip
    weights = "".join(
        f"<tr><td>{escape(SIGNALS.get(name, name))}</td><td>{weight:+.2f}</td></tr>"
        for name, weight in judged["weights"].items() if name in SIGNALS
    )  # fmt: skip
    return (
        f"{table}{brier}<div class='row'><div><h3>Error among what is not reviewed</h3>"
        f"{plots.curve(series, 'share sent to review, least confident first', 'share wrong')}</div>"
        f"<div><h3>Is confidence honest?</h3>{plots.calibration(judged['bins'])}</div></div>"
        f"<details><summary>Weight of each signal (log odds)</summary><table>{weights}</table></details>"
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"


def _range(cell: Json) -> str:
    return "–" if cell["low"] is None else f"{cell['low']:.0%} to {cell['high']:.0%}"


def compared(comparison: Json) -> str:
    """The comparison with an older run: per kind the difference, its interval and p-values; articles better and worse."""
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td>{_f(d['a'])}</td><td>{_f(d['b'])}</td><td>{_f(d['delta'], '+.3f')}</td>"
        f"<td>{_f(d['low'], '+.3f')} to {_f(d['high'], '+.3f')}</td><td>{d['p_adjusted']:.4f}</td><td>{d['changed']}</td></tr>"
        for name, d in comparison["cells"].items()
        if d["a"] is not None or d["b"] is not None
    )
    lists = "".join(
        f"<p>{word}: {escape(', '.join(sorted({row[0] for row in comparison[name]})) or 'none')}</p>"
        for name, word in (("better", "Better articles"), ("worse", "Worse articles"))
    )
    told = ", ".join(comparison["told_apart"]) or "none"
    return (
        f"<section><h2>Against the older run</h2><p>Significant differences: {escape(told)}.</p><table><thead><tr><th>cell"
        "</th><th>before</th><th>now</th><th>difference</th><th>95% interval</th><th>p (adjusted)</th><th>articles changed"
        f"</th></tr></thead><tbody>{rows}</tbody></table>{lists}</section>"
    )


def _f(value: float | None, form: str = ".3f") -> str:
    return "–" if value is None else format(value, form)


def counterfactuals(found: Json | None) -> str:
    """The table of variants that survived and failed, with the failures listed; nothing where none were run."""
    if not found:
        return ""
    names = list(next(iter(found["table"].values())))
    head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in names)
    rows = "".join(
        f"<tr><td>{escape(kind)}</td>{''.join(f'<td>{counts[name]}</td>' for name in names)}</tr>"
        for kind, counts in found["table"].items()
    )
    failures = "".join(
        f"<li>{escape(o['article'])}: {escape(o['kind'])} {escape(o['old'])} → {escape(o['new'])}, {escape(o['outcome'])}"
        f"<br><span class='soft'>{'<br>'.join(map(escape, o['detail'][:6]))}</span></li>"
        for o in found["failures"]
    )
    return (
        "<section><h2>One value exchanged</h2><p class='soft'>A number, name or place is exchanged in the article; the reading "
        f"must change there and only there.</p><table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f"<details><summary>{len(found['failures'])} failures</summary><ul>{failures}</ul></details></section>"
    )


def numbers(measures: Json) -> str:
    """Spans, grounding, ledger, cost as a table."""
    rows = "".join(
        f"<tr><td>{escape(name.replace('_', ' '))}</td><td>{'–' if value is None else f'{value:.4g}'}</td></tr>"
        for name, value in measures.items()
    )
    return f"<table>{rows}</table>"


def provenance(results: Json) -> str:
    """Reader, model, prompt, code and gold of the run."""
    rows = "".join(
        f"<tr><td>{escape(name.replace('_', ' '))}</td><td>{escape(str(value))}</td></tr>"
        for name, value in results["provenance"].items()
    )
    return f"<table>{rows}</table>"
