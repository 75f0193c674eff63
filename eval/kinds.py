"""What it means that two facts are the same: per kind of fact the levels of agreement and the fields compared.

Every kind has a first level, by which facts are aligned ("found"), and stricter levels above it. Strict is the default
everywhere: numbers, names, dates and titles agree exactly after folding what is only spelling, or not at all. The one
tolerant comparison, `near` for titles, is a level of its own and says so in its name.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .facts import Fact, Span

Same = Callable[[Fact, Fact], bool]

NEAR_TITLE = 0.8
"""Least token F1 at which two titles count as near."""

_ABBREVIATIONS = (
    ("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"), ("mặt trận tổ quốc", "mttq"), ("trung ương", "tw"),
    ("thành phố", "tp"), ("t.ư", "tw"), ("công an nhân dân", "cand"), ("giáo dục và đào tạo", "gd-đt"),
    ("tài nguyên và môi trường", "tn-mt"), ("tn&mt", "tn-mt"), ("gd&đt", "gd-đt"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KindSpec:
    """How one kind of fact is compared: `levels` from the loosest (alignment) up; `neutral` tells which predicted facts
    an optional gold fact excuses; `fields` are scored one by one over the aligned pairs; `slots` are fields whose
    counts are also summed up to a level of that name: with three of four right, a fact is three quarters right."""

    levels: Mapping[str, Same]
    neutral: Same
    fields: tuple[str, ...]
    strict: str
    slots: tuple[str, ...] = ()

    @property
    def found(self) -> str:
        """Name of the level that aligns."""
        return next(iter(self.levels))


def agree(*names: str) -> Same:
    """Facts agree when all the named fields are equal, None included."""
    return lambda gold, predicted: all(gold[name] == predicted[name] for name in names)


def both(*tests: Same) -> Same:
    """Facts agree when every test says so."""
    return lambda gold, predicted: all(test(gold, predicted) for test in tests)


def overlap(gold: Fact, predicted: Fact) -> float:
    """Greatest share of the shorter of two spans that lies in the other, from 0 to 1, over all pairs of spans."""
    return max((_shared(a, b) for a in gold.spans for b in predicted.spans), default=0.0)


def _shared(a: Span, b: Span) -> float:
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(0.0, common / max(1, min(a[1] - a[0], b[1] - b[0])))


def _same_place(gold: Fact, predicted: Fact) -> bool:
    return overlap(gold, predicted) >= 0.5


def _tokens(title: str) -> Counter[str]:
    for long, short in _ABBREVIATIONS:
        title = title.replace(long, short)
    return Counter(title.replace(",", " ").split())


def title_likeness(a: str, b: str) -> float:
    """F1 over the words of two titles (a multiset), with usual abbreviations written alike; 1.0 for the same words."""
    first, second = _tokens(a), _tokens(b)
    common = sum((first & second).values())
    return 2 * common / max(1, sum(first.values()) + sum(second.values()))


def near(name: str) -> Same:
    """Two lists of titles agree when they are equally long and pair up with likeness of NEAR_TITLE or more."""

    def test(gold: Fact, predicted: Fact) -> bool:
        left, right = list(gold[name] or ()), list(predicted[name] or ())
        if len(left) != len(right):
            return False
        for title in left:
            best = max(right, key=lambda other: title_likeness(title, other))
            if title_likeness(title, best) < NEAR_TITLE:
                return False
            right.remove(best)
        return True

    return test


def _ratio_value(gold: Fact, predicted: Fact) -> bool:
    if gold["numerator"] is None and gold["denominator"] is None:
        return bool(gold["percent"] == predicted["percent"])
    return agree("numerator", "denominator")(gold, predicted)


def _provision_found(gold: Fact, predicted: Fact) -> bool:
    if not agree("kind", "value")(gold, predicted):
        return False
    if gold["value"] is None:
        return _same_place(gold, predicted)
    return bool(gold["unit"] == predicted["unit"])


def _document_found(gold: Fact, predicted: Fact) -> bool:
    if not agree("kind", "number")(gold, predicted):
        return False
    if gold["number"] is not None:
        return True
    return bool(gold["date"] == predicted["date"]) and (gold["date"] is not None or _same_place(gold, predicted))


def _document_neutral(gold: Fact, predicted: Fact) -> bool:
    same = gold["number"] is not None and gold["number"] == predicted["number"]
    unnumbered = predicted["number"] is None and gold["kind"] == predicted["kind"]
    return bool(same or unnumbered or _same_place(gold, predicted))


def _check_found(gold: Fact, predicted: Fact) -> bool:
    stated = [n for n in ("expected", "actual") if gold[n] is not None and predicted[n] is not None]
    return bool(gold["code"] == predicted["code"]) and all(gold[name] == predicted[name] for name in stated)


_FOUR = ("person", "to", "from", "date")

SPECS: Mapping[str, KindSpec] = {
    "figure": KindSpec(
        levels={"value": agree("value"), "strict": agree("value", "actions", "flow", "roles")},
        neutral=agree("value"),
        fields=("value", "actions", "flow", "roles", "unit", "qualifier", "status", "period", "term", "jurisdiction",
                "decided_by", "cadre_level", "by"),
        strict="strict",
    ),
    "event": KindSpec(
        levels={
            "name": agree("person"),
            "name+post": agree("person", "to"),
            "near": both(agree("person", "date"), near("to"), near("from")),
            "strict": agree(*_FOUR),
        },
        neutral=agree("person"),
        fields=("person", "to", "from", "date", "actions", "status", "until", "decided_by", "to_roles", "from_roles",
                "to_levels", "from_levels", "to_places", "from_places"),
        strict="strict",
        slots=_FOUR,
    ),
    "ratio": KindSpec(
        levels={"value": _ratio_value,
                "strict": both(_ratio_value, agree("percent", "measure", "unit_level", "roles", "members"))},
        neutral=lambda gold, predicted: _ratio_value(gold, predicted) or _same_place(gold, predicted),
        fields=("numerator", "denominator", "percent", "measure", "unit_level", "roles", "jurisdiction", "members"),
        strict="strict",
    ),
    "provision": KindSpec(
        levels={"rule": _provision_found, "strict": both(_provision_found, agree("unit", "flow", "roles"))},
        neutral=lambda gold, predicted: _provision_found(gold, predicted) or _same_place(gold, predicted),
        fields=("kind", "value", "unit", "flow", "roles"),
        strict="strict",
    ),
    "document": KindSpec(
        levels={"number": _document_found, "strict": both(_document_found, agree("date"))},
        neutral=_document_neutral,
        fields=("kind", "number", "date", "issuer"),
        strict="strict",
    ),
    "check": KindSpec(
        levels={"code": _check_found, "strict": both(_check_found, agree("cause"))},
        neutral=agree("code"),
        fields=("code", "cause", "expected", "actual"),
        strict="strict",
    ),
}  # fmt: skip
