"""The grounding probe: quotes that stand in an article, as written or in another spelling, and quotes that do not.

A probe is a gold fact's evidence, unchanged or with one thing changed. What only spells differently must be found, at
the right place; what says something else must not be found at all.
"""

import re
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from service.prepare import Submission, prepare
from service.quotes import find_quote

from ..gold_set import GoldArticle

Span = tuple[int, int]
Find = Callable[[str, str], Span | None]
"""Looks for a quote in a text: its offsets, or None."""

_TONES = {"óa": "oá", "òa": "oà", "ủy": "uỷ", "úy": "uý", "ụy": "uỵ", "Ủy": "Uỷ", "ỏe": "oẻ", "ọa": "oạ"}
_BOTH_WAYS = {**_TONES, **{newer: classic for classic, newer in _TONES.items()}}
_OPEN_ENDING = re.compile(rf"(?<![qQ])(?:{'|'.join(_BOTH_WAYS)})\b")


@dataclass(frozen=True, slots=True)
class Probe:
    """A quote to look for in a text; `span` is where it stands, None where it must not be found."""

    kind: str
    text: str
    quote: str
    span: Span | None


def probes(gold: Sequence[GoldArticle]) -> list[Probe]:
    """All probes of a gold set: one of each kind that fits for every evidence span of at most 200 characters."""
    return [probe for article in gold for span in _spans(article) for probe in _variants(article.text, span)]


def _spans(article: GoldArticle) -> list[Span]:
    facts = [fact for name in ("summaries", "events", "documents", "ratios") for fact in article.gold.get(name) or ()]
    spans = {(s["start"], s["end"]) for fact in facts for s in fact["evidence"]}
    return sorted((a, b) for a, b in spans if b - a <= 200 and article.text.count(article.text[a:b]) == 1)


def _variants(text: str, span: Span) -> Iterator[Probe]:
    quote = text[slice(*span)]
    yield Probe("right: as written", text, quote, span)
    yield Probe("right: NFD", text, unicodedata.normalize("NFD", quote), span)
    respelled = _OPEN_ENDING.sub(lambda match: _BOTH_WAYS[match.group()], quote)
    if respelled != quote:
        yield Probe("right: other tone placement", text, respelled, span)
    number = re.search(r"(?<![\d./-])\d+(?![\d./-])", quote)
    if number:
        changed = str(int(number.group()) + 2)
        yield from _wrong("wrong: number off by two", text, quote[: number.start()] + changed + quote[number.end() :])
    name = re.search(r"\b(?:ông|bà|đồng chí) ((?:[A-ZĐÀ-Ỹ]\w+ ){2,3})", quote)
    if name:
        first = name.group(1).split()[0]
        other = "Trần" if first != "Trần" else "Lê"
        yield from _wrong(
            "wrong: another person", text, quote.replace(name.group(1), other + name.group(1)[len(first) :])
        )
    place = re.search(r"\b(?:xã|huyện|tỉnh|phường) ([A-ZĐÀ-Ỹ]\w+ [A-ZĐÀ-Ỹ]\w+)", quote)
    if place:
        yield from _wrong("wrong: another place", text, quote.replace(place.group(1), "Kim Sơn"))


def _wrong(kind: str, text: str, quote: str) -> Iterator[Probe]:
    if quote not in text:
        yield Probe(kind, text, quote, None)


def ours() -> Find:
    """Our search: exact after folding, or not at all."""

    def find(text: str, quote: str) -> Span | None:
        span = find_quote(prepare(Submission(text=text)), quote)
        return (span.start, span.end) if span else None

    return find


def langextract(exact_only: bool) -> Find:
    """langextract's aligner with its defaults, or restricted to exact matches. Raises ImportError without the extra."""
    from langextract.core.data import AlignmentStatus, Extraction
    from langextract.resolver import WordAligner

    settings = {"enable_fuzzy_alignment": not exact_only, "accept_match_lesser": not exact_only}

    def find(text: str, quote: str) -> Span | None:
        wanted = [[Extraction(extraction_class="quote", extraction_text=quote)]]
        found = WordAligner().align_extractions(wanted, text, **settings)[0][0]
        if found.char_interval is None or (exact_only and found.alignment_status != AlignmentStatus.MATCH_EXACT):
            return None
        return found.char_interval.start_pos, found.char_interval.end_pos

    return find


def right(probe: Probe, found: Span | None) -> bool:
    """True where a probe was answered as it must be: a quote that stands there at its place (blanks and full stops at
    the ends aside), a wrong one not at all."""
    if probe.span is None or found is None:
        return probe.span == found
    return abs(found[0] - probe.span[0]) <= 1 and abs(found[1] - probe.span[1]) <= 1


def score(find: Find, chosen: Sequence[Probe]) -> tuple[dict[str, tuple[int, int]], float]:
    """Per kind of probe how many were answered right and how many there are; milliseconds a probe."""
    counts: dict[str, tuple[int, int]] = {}
    begin = time.perf_counter()
    for probe in chosen:
        ok, n = counts.get(probe.kind, (0, 0))
        counts[probe.kind] = ok + right(probe, find(probe.text, probe.quote)), n + 1
    return counts, (time.perf_counter() - begin) * 1000 / max(1, len(chosen))


def table(chosen: Sequence[Probe]) -> str:
    """The comparison as a Markdown table; contenders that are not installed are left out.

    Every probe is a call of its own for each contender, from the plain text, so that the times compare.
    """
    contenders: dict[str, Find] = {"ours": ours()}
    try:
        contenders["langextract, defaults"] = langextract(exact_only=False)
        contenders["langextract, exact only"] = langextract(exact_only=True)
    except ImportError:
        pass
    scores = {name: score(find, chosen) for name, find in contenders.items()}
    lines = ["| probe | n | " + " | ".join(scores) + " |", "|---|---|" + "---|" * len(scores)]
    for kind in sorted(scores["ours"][0]):
        cells = [f"{counts[kind][0] / counts[kind][1]:.1%}" for counts, _ in scores.values()]
        lines.append(f"| {kind} | {scores['ours'][0][kind][1]} | " + " | ".join(cells) + " |")
    base = scores["ours"][1]
    lines.append("| time a probe, ours = 1 | | " + " | ".join(f"{ms / base:.1f}" for _, ms in scores.values()) + " |")
    return "\n".join(lines)
