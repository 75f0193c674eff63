"""The results of a run as one JSON document: provenance, tables with intervals, and every article's outcome.

`compare`, `gate` and `report` need nothing else. A baseline is the same document less the quotations (`as_baseline`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from . import measure, stats, trust
from .gold_set import GoldArticle
from .kinds import SPECS
from .record import RunFile
from .runner import score_run
from .score import ArticleScore, Cell, Counts, Mistake
from .sentences import plain, quote, sentence_at
from .signals import signals_of

FORMAT = "luanchuyen-eval/1"

Json = dict[str, Any]


def build(gold: Sequence[GoldArticle], run: RunFile) -> Json:
    """Score a run. Counts of an article are summed over its scored repeats."""
    by_repeat = [score_run(list(gold), run, repeat) for repeat in range(run.provenance.repeats)]
    articles = [_article(article, run, [scores[i] for scores in by_repeat]) for i, article in enumerate(gold)]
    return {
        "format": FORMAT,
        "provenance": {**asdict(run.provenance), "key": run.provenance.key},
        "tables": tables(articles),
        "measures": _measures(articles),
        "check_codes": _check_codes(articles),
        "trust": trust.judge(articles),
        "states": {s: sum(a["state"] == s for a in articles) for s in ("scored", "crashed", "not_scorable")},
        "articles": articles,
    }


def _article(article: GoldArticle, run: RunFile, scores: list[ArticleScore]) -> Json:
    records = run.repeats_of(article.id)
    scored = [score for score in scores if score.state == "scored"]
    first = scored[0] if scored else scores[0]
    failed = [score for score in scores if score.state != "scored"]
    read = [r for r in records if r.extraction is not None]
    review = (read[0].extraction or {}).get("review") or {} if read else {}
    return {
        "id": article.id,
        "class": article.source.get("class"),
        "out_of_scope": article.out_of_scope,
        "characters": len(article.text),
        "state": first.state,
        "detail": f"{len(failed)} of {len(scores)} readings {failed[0].state}: {failed[0].detail}" if failed else "",
        "wholly_right": first.wholly_right,
        "review": review.get("status"),
        "levels": _sum(scored, "levels"),
        "fields": _sum(scored, "fields"),
        "check_codes": {code: [c.tp, c.fp, c.fn] for code, c in first.check_codes.items()},
        "span_overlaps": [round(value, 3) for value in first.span_overlaps],
        "measures": [asdict(measure.measure(r.extraction or {}, r.seconds)) for r in read],
        "flaky": _flaky(scored),
        "facts": _facts(read[0].extraction or {}, first) if read and scored else [],
        "mistakes": [_mistake(article.text, mistake) for mistake in first.mistakes],
    }


def _sum(scores: list[ArticleScore], table: str) -> dict[str, list[int]]:
    sums: dict[Cell, Counts] = {}
    for score in scores:
        for cell, counts in getattr(score, table).items():
            sums[cell] = sums.get(cell, Counts()) + counts
    return {"/".join(cell): [c.tp, c.fp, c.fn] for cell, c in sums.items() if c != Counts()}


def _facts(extraction: Mapping[str, Any], score: ArticleScore) -> list[Json]:
    """Every predicted fact with its signals; `right` is null for what an optional gold fact excuses."""
    wrong = {mistake.pointer for mistake in score.mistakes if mistake.what in ("spurious", "wrong")}
    return [
        {"pointer": pointer, "kind": kind, "right": None if pointer in score.neutral else pointer not in wrong,
         "signals": signals}
        for pointer, (kind, signals) in signals_of(extraction).items()
    ]  # fmt: skip


def _flaky(scores: list[ArticleScore]) -> Json:
    """Gold facts found in some repeats but not in others: their pointers with the share of repeats that found them."""
    found: dict[str, int] = {}
    for score in scores:
        for pairs in score.pairs.values():
            for gold, _ in pairs:
                found[gold] = found.get(gold, 0) + 1
    return {pointer: round(n / len(scores), 3) for pointer, n in found.items() if n < len(scores)}


def _mistake(text: str, mistake: Mistake) -> Json:
    entry: Json = {"kind": mistake.kind, "what": mistake.what, "label": mistake.label, "pointer": mistake.pointer}
    entry["fields"] = {name: [plain(want), plain(got)] for name, (want, got) in mistake.fields.items()}
    if mistake.span:
        start, end = mistake.span
        left, right = sentence_at(text, start, end)
        left, right = max(left, start - 160), min(right, end + 160)
        entry["quote"] = [text[left:start], text[start:end], text[end:right]]
        entry["line"] = quote(text, mistake.span)
    return entry


def counts_of(articles: Sequence[Mapping[str, Any]], name: str, table: str = "levels") -> list[Counts]:
    """One Counts per article for a cell such as 'figure/strict'; empty where the article has none."""
    return [Counts(*article[table].get(name, (0, 0, 0))) for article in articles]


def cells(table: str) -> list[str]:
    """All cells of a table, 'kind/level' or 'kind/field', in the order of the specification."""
    extra = {kind: ("slots",) if table == "levels" and spec.slots else () for kind, spec in SPECS.items()}
    return [f"{kind}/{name}" for kind, spec in SPECS.items() for name in (*getattr(spec, table), *extra[kind])]


def tables(articles: Sequence[Mapping[str, Any]]) -> Json:
    """Precision, recall, F1 with intervals, and counts for each level and field, over the scored articles."""
    scored = [article for article in articles if article["state"] == "scored"]
    samples = stats.resamples(len(scored))
    result: Json = {}
    for table in ("levels", "fields"):
        result[table] = {}
        for name in cells(table):
            rows = counts_of(scored, name, table)
            whole = sum(rows, Counts())
            spread = stats.f1_interval(rows, samples)
            result[table][name] = {
                "precision": whole.precision, "recall": whole.recall, "f1": spread.value,
                "low": spread.low, "high": spread.high, "right": whole.tp, "spurious": whole.fp, "missing": whole.fn,
            }  # fmt: skip
    for name, members in _trust_groups(scored).items():
        flags = [article["wholly_right"] for article in members]
        result[name] = {**asdict(stats.share_interval(flags, stats.resamples(len(flags)))),
                        "right": sum(flags), "articles": len(flags)}  # fmt: skip
    return result


def _check_codes(articles: Sequence[Mapping[str, Any]]) -> Json:
    """Per check: how often rightly raised, a false alarm, missed."""
    sums: dict[str, Counts] = {}
    for article in articles:
        for code, counts in article["check_codes"].items():
            sums[code] = sums.get(code, Counts()) + Counts(*counts)
    return {code: {"right": c.tp, "false_alarms": c.fp, "missed": c.fn} for code, c in sorted(sums.items())}


def _trust_groups(scored: list[Mapping[str, Any]]) -> Mapping[str, list[Mapping[str, Any]]]:
    return {
        "wholly_right": scored,
        "clean_wholly_right": [article for article in scored if article["review"] == "clean"],
        "flagged_wholly_right": [article for article in scored if article["review"] == "needs_review"],
    }


def _measures(articles: Sequence[Mapping[str, Any]]) -> Json:
    rows = [m for article in articles for m in article["measures"]]
    sums = {name: sum(row[name] for row in rows) for name in rows[0]} if rows else {}
    overlaps = [value for article in articles for value in article["span_overlaps"]]

    def share(part: str, *whole: str) -> float | None:
        base = sum(sums.get(name, 0) for name in whole)
        return sums[part] / base if base else None

    return {
        "spans_exact": share("exact", "spans"),
        "grounded": share("grounded", "values"),
        "ledger_covered": share("entered", "digits"),
        "ledger_explained": (1 - (share("unexplained", "used", "excluded", "unexplained") or 0)) if sums else None,
        "evidence_overlap": sum(overlaps) / len(overlaps) if overlaps else None,
        "evidence_in_place": sum(value >= 0.5 for value in overlaps) / len(overlaps) if overlaps else None,
        "seconds_per_article": sums["seconds"] / len(rows) if rows else None,
        "input_tokens_per_article": sums["input_tokens"] / len(rows) if rows else None,
        "output_tokens_per_article": sums["output_tokens"] / len(rows) if rows else None,
        "usd_per_article": sums["cost_usd"] / len(rows) if rows else None,
        "flaky_facts": sum(len(article["flaky"]) for article in articles),
    }


def as_baseline(results: Mapping[str, Any]) -> Json:
    """The results less everything that quotes an article or depends on the machine: fit to be committed."""
    kept = ("id", "state", "wholly_right", "review", "levels")
    return {
        "format": FORMAT,
        "provenance": results["provenance"],
        "states": results["states"],
        "articles": [{name: article[name] for name in kept} for article in results["articles"]],
    }


def save(results: Mapping[str, Any], path: Path, compact: bool = False) -> None:
    """Write as JSON; `compact` puts one article on a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if compact:
        head = {name: value for name, value in results.items() if name != "articles"}
        rows = ",\n".join(json.dumps(article, ensure_ascii=False) for article in results["articles"])
        content = json.dumps(head, ensure_ascii=False, indent=1)[:-2] + f',\n "articles": [\n{rows}\n]}}\n'
    else:
        content = to_text(results)
    path.write_text(content, encoding="utf-8")


def to_text(value: Mapping[str, Any]) -> str:
    """JSON with unescaped Vietnamese, one blank per level, ending in a line feed."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def load(path: Path) -> Json:
    """Read results or a baseline. Raises ValueError, naming the file, when it is neither."""
    try:
        results: Json = json.loads(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path}: not JSON ({error})") from error
    if not isinstance(results, dict) or results.get("format") != FORMAT:
        raise ValueError(f"{path}: not results of 'luanchuyen eval run' (format {FORMAT})")
    return results
