"""What can be measured on one extraction without gold: spans, grounding, ledger, cost.

The tests here are the evaluation's own, not the service's: they would notice a grounder that lets a wrong value
through.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .facts import key

_LISTS = ("summaries", "events", "ratios", "provisions", "documents")
_DIGIT_RUN = re.compile(r"\d+")
_DIGITS = re.compile(r"\d+(?:[.,\s]\d{3})*")
_NUMBER_WORD = re.compile(
    r"\b(một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|chục|trăm|nghìn|ngàn|tá|duy nhất)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Measures:
    """Counts over one extraction.

    `spans` of which `exact` quote the text as submitted; `values` (numbers and names) of which `grounded` stand in
    their fact's evidence; ledger `figures` by status; runs of `digits` in the article, of which `entered` lie in some
    figure of the ledger; tokens, dollars and seconds of the reading.
    """

    spans: int
    exact: int
    values: int
    grounded: int
    used: int
    excluded: int
    unexplained: int
    digits: int
    entered: int
    seconds: float
    input_tokens: int
    output_tokens: int
    cost_usd: float

    @property
    def figures(self) -> int:
        """Numbers in the ledger."""
        return self.used + self.excluded + self.unexplained


def measure(extraction: Mapping[str, Any], seconds: float) -> Measures:
    """Measure one extraction in JSON form; `seconds` is the wall time of its reading."""
    text = extraction["article"]["text"]
    spans = [span for name in _LISTS for fact in extraction.get(name) or () for span in _spans(fact)]
    values = [held for stated in grounded_values(extraction).values() for held in stated]
    status = [figure["status"] for figure in extraction.get("figures") or ()]
    run = extraction.get("run") or {}
    usage = run.get("usage") or {}
    runs = [match.span() for match in _DIGIT_RUN.finditer(text)]
    return Measures(
        spans=len(spans),
        exact=sum(text[span["start"] : span["end"]] == span["exact"] for span in spans),
        values=len(values),
        grounded=sum(values),
        used=status.count("used"),
        excluded=status.count("excluded"),
        unexplained=status.count("unexplained"),
        digits=len(runs),
        entered=_entered(runs, extraction.get("figures") or ()),
        seconds=seconds,
        input_tokens=usage.get("input_tokens", 0),
        output_tokens=usage.get("output_tokens", 0),
        cost_usd=run.get("cost_usd") or 0.0,
    )


def _entered(runs: Iterable[tuple[int, int]], figures: Iterable[Mapping[str, Any]]) -> int:
    """How many runs of digits lie whole inside the span of some figure."""
    held = {at for figure in figures for at in range(figure["span"]["start"], figure["span"]["end"])}
    return sum(held.issuperset(range(start, end)) for start, end in runs)


def _spans(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        if {"start", "end", "exact"} <= set(value):
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


def grounded_values(extraction: Mapping[str, Any]) -> dict[str, list[bool]]:
    """Per fact (JSON Pointer): for each number or name it states, whether its evidence holds it.

    A part without evidence of its own stands in its summary's. A number is held by equal digits (with or without
    separators of thousands) or, for want of better, by any number word; a name by the same words in any spelling.
    """
    found: dict[str, list[bool]] = {}
    for s, summary in enumerate(extraction.get("summaries") or ()):
        where, own = f"/summaries/{s}", _quotes(summary)
        if summary.get("total"):
            found[where] = [holds_number(own, summary["total"]["value"])]
        for b, breakdown in enumerate(summary.get("breakdowns") or ()):
            for p, part in enumerate(breakdown.get("parts") or ()):
                quotes = _quotes(part) or own
                found[f"{where}/breakdowns/{b}/parts/{p}"] = [holds_number(quotes, part["count"]["value"])]
    for e, event in enumerate(extraction.get("events") or ()):
        name = key((event.get("person") or {}).get("name")) or ""
        found[f"/events/{e}"] = [any(name in (key(quote) or "") for quote in _quotes(event))]
    for r, ratio in enumerate(extraction.get("ratios") or ()):
        stated = [ratio.get(name) for name in ("numerator", "denominator") if ratio.get(name) is not None]
        found[f"/ratios/{r}"] = [holds_number(_quotes(ratio), value) for value in stated]
    for p, provision in enumerate(extraction.get("provisions") or ()):
        value = provision.get("value")
        found[f"/provisions/{p}"] = [] if value is None else [holds_number(_quotes(provision), value)]
    for d, document in enumerate(extraction.get("documents") or ()):
        number = (key(document.get("number")) or "").replace(" ", "")
        quotes = ["".join((key(quote) or "").split()) for quote in _quotes(document)]
        found[f"/documents/{d}"] = [any(number in quote for quote in quotes)] if number else []
    return found


def _quotes(fact: Mapping[str, Any]) -> list[str]:
    return [span["exact"] for span in fact.get("evidence") or ()]


def holds_number(quotes: list[str], value: float) -> bool:
    """True where a quote has the number in digits, or has number words and the value is below 10,000."""
    for quote in quotes:
        for match in _DIGITS.finditer(quote):
            written = match.group()
            if value in (float(re.sub(r"\D", "", written)), *(float(d) for d in re.findall(r"\d+", written))):
                return True
        if value < 10_000 and _NUMBER_WORD.search(quote):
            return True
    return any(f"{value:g}".replace(".", ",") in quote for quote in quotes)
