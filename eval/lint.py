"""Find what is wrong in gold files before it becomes a wrong score: spans, sums, enumerations, dates, duplicates."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .convert import to_extraction
from .facts import facts_of
from .gold_set import FACT_LISTS, GoldArticle, GoldError, gold_files, load_article
from .measure import grounded_values

_MOMENT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a gold file. A `warning` may be meant; an `error` never is."""

    file: str
    severity: str
    pointer: str
    message: str


def lint(root: Path) -> list[Finding]:
    """All findings in a gold folder, by file. Raises GoldError where the folder has no gold."""
    findings: list[Finding] = []
    seen: dict[str, str] = {}
    for path in gold_files(root):
        try:
            article = load_article(path, root)
        except GoldError as error:
            findings.append(Finding(path.name, "error", "", str(error)))
            continue
        found = list(_findings(article))
        if article.id in seen:
            found.append(("error", "/id", f"id {article.id} is also that of {seen[article.id]}"))
        seen[article.id] = path.name
        findings += [Finding(path.name, *finding) for finding in found]
    return findings


Found = tuple[str, str, str]


def _findings(article: GoldArticle) -> Iterator[Found]:
    if article.gold.get("text_sha256") != article.sha256:
        yield "error", "/text_sha256", f"the text's hash is {article.sha256}; offsets may be wrong"
    yield from _spans(article)
    yield from _dates(article.gold, "")
    try:
        extraction = to_extraction(article)
    except ValidationError as error:
        for problem in error.errors():
            where = "/" + "/".join(map(str, problem["loc"]))
            yield "error", where, f"{problem['msg']} (found {str(problem.get('input'))[:60]!r})"
        return
    except (KeyError, TypeError, IndexError) as error:
        yield "error", "", f"a fact lacks a field or has one of the wrong type: {type(error).__name__} {error}"
        return
    for pointer, held in grounded_values(extraction).items():
        if not all(held):
            yield "warning", pointer, "the evidence holds not all of the fact's numbers and names"
    yield from _sums(article.gold)
    yield from _checks(article.gold)
    yield from _doubles(article.gold)


def _spans(article: GoldArticle) -> Iterator[Found]:
    for pointer, node in _nodes(article.gold, ""):
        if pointer.count("/") == 2 and pointer.split("/")[1] in FACT_LISTS and not node.get("evidence"):
            yield "error", pointer, "no evidence"
        for index, span in enumerate(node.get("evidence") or ()):
            where, quoted = f"{pointer}/evidence/{index}", article.text[span["start"] : span["end"]]
            if not 0 <= span["start"] < span["end"] <= len(article.text):
                yield "error", where, f"{span['start']}..{span['end']} is no range of a text of {len(article.text)}"
                continue
            if "exact" in span and span["exact"] != quoted:
                yield "error", where, f"'exact' differs from the text: {quoted[:60]!r}"
            if quoted != quoted.strip():
                yield "warning", where, "begins or ends with a blank"
            following = article.text[span["end"] : span["end"] + 1]
            if following and unicodedata.combining(following):
                yield "error", where, "ends between a letter and its combining mark"


def _nodes(value: Any, pointer: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, Mapping):
        yield pointer, value
        for name, inner in value.items():
            yield from _nodes(inner, f"{pointer}/{name}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _nodes(inner, f"{pointer}/{index}")


def _dates(value: Any, pointer: str) -> Iterator[Found]:
    for where, node in _nodes(value, pointer):
        for name in ("date", "until", "edtf"):
            written = node.get(name)
            if written is not None and not valid_edtf(written):
                yield "error", f"{where}/{name}", f"{written!r} is no date in EDTF"
        term = node.get("term")
        if term is not None and not re.fullmatch(r"\d{4}/\d{4}", str(term)):
            yield "error", f"{where}/term", f"{term!r} is no term such as 2020/2025"


def valid_edtf(written: Any) -> bool:
    """True for the EDTF the contract uses: a year, month or day, or an interval of them with '..' for an open end."""
    ends = str(written).split("/")
    return len(ends) <= 2 and any(end != ".." for end in ends) and all(end == ".." or _moment(end) for end in ends)


def _moment(written: str) -> bool:
    match = _MOMENT.fullmatch(written)
    if not match:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _sums(gold: Mapping[str, Any]) -> Iterator[Found]:
    """A breakdown that is the whole adds up, or its fault is listed among the checks; a subgroup is no larger than its
    total.
    """
    listed = {c.get("target") for c in gold.get("checks") or () if c.get("code") == "total_matches_parts"}
    for s, summary in enumerate(gold.get("summaries") or ()):
        whole = (summary.get("total") or {}).get("value")
        for b, breakdown in enumerate(summary.get("breakdowns") or ()):
            pointer = f"/summaries/{s}/breakdowns/{b}"
            counts = [part["count"]["value"] for part in breakdown["parts"]]
            if whole is None or pointer in listed:
                continue
            if breakdown["by"] == "attribute":
                if any(count > whole for count in counts):
                    yield "error", pointer, f"a subgroup is larger than its total {whole}"
            elif breakdown.get("exhaustive") and not _fits(sum(counts), summary["total"]):
                yield "error", pointer, f"the parts add up to {sum(counts)}, not {whole}, and no check lists it"
            elif breakdown.get("exhaustive") is False and sum(counts) == whole and len(counts) > 1:
                yield "warning", pointer, f"not exhaustive, yet the parts add up to the total {whole}"


def _fits(found: int, total: Mapping[str, Any]) -> bool:
    """True where a sum of parts is what a total of this qualifier allows: 'over 800' may be 813."""
    gap = found - int(total["value"])
    allowed = {"over": gap >= 0, "at_least": gap >= 0, "under": gap <= 0, "about": True}
    return allowed.get(str(total.get("qualifier") or "exact"), gap == 0)


def _checks(gold: Mapping[str, Any]) -> Iterator[Found]:
    for index, check in enumerate(gold.get("checks") or ()):
        pointer, value = f"/checks/{index}", gold
        try:
            for step in str(check.get("target", "")).split("/")[1:]:
                value = value[int(step)] if isinstance(value, list) else value[step]
        except (KeyError, IndexError, ValueError):
            yield "error", f"{pointer}/target", f"{check.get('target')} points at nothing"
            continue
        if check.get("code") == "total_matches_parts" and isinstance(value, Mapping) and "parts" in value:
            found = sum(part["count"]["value"] for part in value["parts"])
            if check.get("actual") is not None and check["actual"] != found:
                yield "error", f"{pointer}/actual", f"the parts add up to {found}, not {check['actual']}"


def _doubles(gold: Mapping[str, Any]) -> Iterator[Found]:
    seen: dict[str, str] = {}
    for fact in facts_of(gold):
        shown = json.dumps([fact.kind, fact.spans, *sorted((n, str(v)) for n, v in fact.fields.items())])
        if shown in seen and fact.fields.get("form") != "part":
            yield "warning", fact.pointer, f"says the same as {seen[shown]}"
        seen.setdefault(shown, fact.pointer)
