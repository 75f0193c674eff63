"""The one adapter between the wire contract (or a gold file) and what the scorer compares.

Gold files and extractions differ in small ways: gold writes a person as a plain string, leaves `status` out when it is
`done`, and gives parts no evidence of their own. Here both become flat `Fact`s: one per figure (a total, or one part of
a breakdown), event, ratio, provision, document and non-passing check, with normalised fields. Absent is always None.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.folding import fold_key

KINDS = ("figure", "event", "ratio", "provision", "document", "check")

Raw = Mapping[str, Any]
Span = tuple[int, int]

_FORMER = re.compile(r"^(nguyên|cựu|tân) ")
_HONORIFIC = re.compile(r"^(ông|bà|anh|chị|đồng chí|đ/c|đc|thầy|cô) ")


@dataclass(frozen=True, slots=True)
class Fact:
    """One comparable statement: `fields` are normalised values, `spans` half-open offsets into the article."""

    kind: str
    pointer: str
    fields: Raw
    spans: tuple[Span, ...]
    label: str
    optional: bool = False

    def __getitem__(self, name: str) -> Any:
        """The field's value; None where the fact does not have it."""
        return self.fields.get(name)


def facts_of(document: Raw) -> list[Fact]:
    """All facts of a gold file or of an Extraction in JSON form, in document order."""
    facts: list[Fact] = []
    for index, item in enumerate(document.get("summaries") or ()):
        facts.extend(_figures(item, f"/summaries/{index}"))
    for index, item in enumerate(document.get("events") or ()):
        facts.append(_event(item, f"/events/{index}"))
    for index, item in enumerate(document.get("ratios") or ()):
        facts.append(_ratio(item, f"/ratios/{index}"))
    for index, item in enumerate(document.get("provisions") or ()):
        facts.append(_provision(item, f"/provisions/{index}"))
    for index, item in enumerate(document.get("documents") or ()):
        facts.append(_document(item, f"/documents/{index}"))
    for index, item in enumerate(document.get("checks") or ()):
        if item.get("status") != "pass":
            facts.append(_check(item, f"/checks/{index}"))
    return facts


def key(text: Any) -> str | None:
    """Equality key of a name or title: spelling variants folded, case and blanks ignored; None for nothing."""
    if not text:
        return None
    folded = fold_key(str(text)).strip(" .,;:\"'“”‘’")
    return re.sub(r"\s*([-–/(),])\s*", r"\1", folded).replace("–", "-") or None


def title_key(text: Any) -> str | None:
    """Equality key of a post's title: as `key`, without 'former' or 'new' and form of address before it."""
    found = key(text)
    return _HONORIFIC.sub("", _FORMER.sub("", found)) if found else None


def number_key(text: Any) -> str | None:
    """Equality key of a document number: no blanks, '68-QĐ/TW' with any case and spelling."""
    found = key(text)
    return re.sub(r"\s", "", found).removeprefix("số") if found else None


def _spans(item: Raw) -> tuple[Span, ...]:
    return tuple((int(span["start"]), int(span["end"])) for span in item.get("evidence") or ())


def _flow(item: Raw) -> tuple[str | None, str | None] | None:
    flow = item.get("flow") or {}
    ends = (flow.get("from_level"), flow.get("to_level"))
    return ends if any(ends) else None


def _set(values: Sequence[Any] | None) -> frozenset[Any] | None:
    return frozenset(values) if values else None


def _period(item: Raw) -> dict[str, str | None]:
    period = item.get("period") or {}
    return {"period": period.get("edtf"), "term": period.get("term")}


def _place(place: Raw | None) -> str | None:
    return key(place.get("name")) if place else None


def _count(count: Raw) -> dict[str, Any]:
    return {"value": count["value"], "unit": count.get("unit"), "qualifier": count.get("qualifier") or "exact"}


def _figures(summary: Raw, pointer: str) -> Iterator[Fact]:
    """A summary's total and every part. A part takes actions and status from its summary, and flow and roles where it
    states none of its own: the total's officials all move that way."""
    shared = {"actions": _set(summary.get("actions")), "status": summary.get("status") or "done"}
    optional, spans = bool(summary.get("optional")), _spans(summary)
    flow, roles = _flow(summary), _set(summary.get("roles"))
    actions = "+".join(sorted(summary.get("actions") or ()))
    if summary.get("total"):
        fields = {
            **shared, **_count(summary["total"]), **_period(summary),
            "form": "total", "flow": flow, "roles": roles,
            "jurisdiction": _place(summary.get("jurisdiction")),
            "decided_by": key(summary.get("decided_by")),
            "cadre_level": summary.get("cadre_level"),
        }  # fmt: skip
        yield Fact("figure", pointer, fields, spans, f"{_shown(fields)} {actions}", optional)
    for b, breakdown in enumerate(summary.get("breakdowns") or ()):
        for p, part in enumerate(breakdown.get("parts") or ()):
            fields = {
                **shared, **_count(part["count"]), **_period(part),
                "form": "part", "flow": _flow(part) or flow, "roles": _set(part.get("roles")) or roles,
                "label": key(part.get("label")), "by": breakdown.get("by"),
                "exhaustive": breakdown.get("exhaustive"),
            }  # fmt: skip
            where = f"{pointer}/breakdowns/{b}/parts/{p}"
            label = f"{_shown(fields)} {actions}: {part.get('label') or ''}"
            yield Fact("figure", where, fields, _spans(part) or spans, label, optional or bool(part.get("optional")))


def _shown(fields: Raw) -> str:
    flow = "→".join(end or "?" for end in fields["flow"]) if fields["flow"] else "–"
    roles = "+".join(sorted(fields["roles"] or ())) or "–"
    return f"{fields['form']} {fields['value']} [{flow}; {roles}]"


def _posts(posts: Sequence[Raw] | None) -> dict[str, Any]:
    posts = posts or ()
    return {
        "titles": tuple(sorted(t for t in (title_key(post.get("title")) for post in posts) if t)) or None,
        "roles": _set([role for post in posts for role in post.get("roles") or ()]),
        "levels": _set([post["level"] for post in posts if post.get("level")]),
        "places": _set([key(post["place"]) for post in posts if post.get("place")]),
    }


def _event(item: Raw, pointer: str) -> Fact:
    person = item.get("person")
    name = person.get("name") if isinstance(person, Mapping) else person
    name_key = key(name)
    left, taken = _posts(item.get("from")), _posts(item.get("to"))
    fields = {
        "person": _HONORIFIC.sub("", name_key) if name_key else None,
        "actions": _set(item.get("actions")), "status": item.get("status") or "done",
        "to": taken["titles"], "from": left["titles"],
        "to_roles": taken["roles"], "from_roles": left["roles"],
        "to_levels": taken["levels"], "from_levels": left["levels"],
        "to_places": taken["places"], "from_places": left["places"],
        "date": item.get("date"), "until": item.get("until"), "decided_by": key(item.get("decided_by")),
    }  # fmt: skip
    titles = [" + ".join(post.get("title", "") for post in item.get(end) or ()) or "–" for end in ("from", "to")]
    actions = "+".join(sorted(item.get("actions") or ()))
    label = f"{name}: {titles[0]} → {titles[1]} ({fields['date'] or 'no date'}; {actions})"
    return Fact("event", pointer, fields, _spans(item), label, bool(item.get("optional")))


def _ratio(item: Raw, pointer: str) -> Fact:
    percent = item.get("percent")
    fields = {
        "numerator": item.get("numerator"), "denominator": item.get("denominator"),
        "percent": None if percent is None else round(float(percent), 4),
        "measure": item.get("measure"), "unit_level": item.get("unit_level"), "roles": _set(item.get("roles")),
        "jurisdiction": _place(item.get("jurisdiction")),
        "members": _set([key(member) for member in item.get("members") or ()]),
    }  # fmt: skip
    label = f"{fields['measure']} {fields['numerator']}/{fields['denominator']} ({fields['percent']}%)"
    return Fact("ratio", pointer, fields, _spans(item), label, bool(item.get("optional")))


def _provision(item: Raw, pointer: str) -> Fact:
    fields = {
        "kind": item.get("kind"), "value": item.get("value"), "unit": item.get("unit"),
        "flow": _flow(item), "roles": _set(item.get("roles")),
    }  # fmt: skip
    label = f"{fields['kind']} {fields['value']} {fields['unit']}"
    return Fact("provision", pointer, fields, _spans(item), label, bool(item.get("optional")))


def _document(item: Raw, pointer: str) -> Fact:
    fields = {
        "kind": key(item.get("kind")), "number": number_key(item.get("number")), "date": item.get("date"),
        "issuer": key(item.get("issuer")), "title": key(item.get("title")),
    }  # fmt: skip
    label = f"{item.get('kind')} {item.get('number')} ({item.get('date')}; {item.get('issuer')})"
    return Fact("document", pointer, fields, _spans(item), label, bool(item.get("optional")))


def _check(item: Raw, pointer: str) -> Fact:
    values = [None if v is None else float(v) if isinstance(v, int | float) else v for v in
              (item.get("expected"), item.get("actual"))]  # fmt: skip
    fields = {
        "code": item.get("code"), "cause": item.get("cause"), "target": item.get("target"),
        "expected": values[0], "actual": values[1],
    }  # fmt: skip
    label = f"{fields['code']} {fields['target']}: expected {fields['expected']}, found {fields['actual']}"
    return Fact("check", pointer, fields, _spans(item), label, bool(item.get("optional")))
