"""Change one number, name or place in an article: the reading must change there and only there.

The reading of the changed article is compared with the reading of the original in which the same value has been
exchanged, so the test asks nothing of the gold and holds a reader that is wrong to being wrong in the same way. A
reader that knows an article by heart, or takes a value from the wrong place, is found out.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from service.folding import fold

from .facts import Fact, facts_of, key
from .gold_set import GoldArticle, text_hash
from .runner import Extract

OUTCOMES = ("survived", "ignored", "elsewhere", "crashed", "not_read")
"""survived: changed there and only there; ignored: did not change; elsewhere: other facts changed too, or it became
something else; crashed: the variant could not be read; not_read: the original's reading lacks the value."""

_FAMILIES = ("Nguyễn", "Trần", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
_MIDDLES = ("Văn", "Hữu", "Đức", "Quang", "Minh", "Thanh", "Xuân", "Ngọc")
_PLACES = {
    "city": ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ"),
    "province": ("Hà Nam", "Bắc Giang", "Phú Yên", "Tiền Giang", "Lào Cai", "Sơn La"),
    "district": ("Yên Mô", "Cẩm Khê", "Phù Cát", "Châu Thành", "Lộc Ninh", "Sông Lô"),
    "commune": ("Tân Phước", "Bình Lợi", "Hòa Sơn", "Phú Mỹ", "An Khê", "Đông Hải"),
}


@dataclass(frozen=True, slots=True)
class Variant:
    """One article with one value exchanged: `kind` is number, name or place."""

    article: GoldArticle
    kind: str
    old: str
    new: str
    text: str

    @property
    def as_article(self) -> GoldArticle:
        """The changed article, to be read like any other."""
        gold = {**self.article.gold, "text_sha256": text_hash(self.text)}
        return replace(self.article, text=self.text, gold=gold)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one variant; `detail` lists the facts that differ from what was expected."""

    article: str
    kind: str
    old: str
    new: str
    outcome: str
    detail: tuple[str, ...] = ()


def variants(article: GoldArticle, per_kind: int = 2, seed: int = 0) -> Iterator[Variant]:
    """At most `per_kind` variants of each kind, chosen from the required gold facts by seed and article."""
    rng = random.Random(f"{seed}:{article.id}")
    for make in (_numbers, _names, _places):
        made = [variant for variant in make(article, rng) if variant]
        rng.shuffle(made)
        yield from made[:per_kind]


def _numbers(article: GoldArticle, rng: random.Random) -> Iterator[Variant | None]:
    """Exchange a counted number, written in digits, that stands in the article once."""
    values = {f["value"] for f in facts_of(article.gold) if f.kind == "figure" and not f.optional}
    taken = set(re.findall(r"\d+", article.text))
    for value in sorted(values):
        places = list(re.finditer(rf"(?<![\d.,/-])0*{value}(?![\d/-]|[.,]\d)", article.text))
        low, high = 10 ** (len(str(value)) - 1), 10 ** len(str(value))
        fresh = (
            [n for n in range(max(2, low), high) if str(n) not in taken and f"0{n}" not in taken]
            if high < 10**6
            else []
        )
        if value < 2 or len(places) != 1 or not fresh:
            continue
        old, new = places[0].group(), str(rng.choice(fresh)).rjust(len(places[0].group()), "0")
        text = article.text[: places[0].start()] + new + article.text[places[0].end() :]
        yield Variant(article, "number", old, new, text)


def _names(article: GoldArticle, rng: random.Random) -> Iterator[Variant | None]:
    """Exchange a person's family and middle name everywhere; the given name stays, for it may stand alone later."""
    people = {str(event["person"]) for event in article.gold.get("events") or () if not event.get("optional")}
    for person in sorted(people):
        parts = person.split()
        if len(parts) < 2:
            continue
        family = rng.choice([name for name in _FAMILIES if name != parts[0]])
        middles = [rng.choice([m for m in _MIDDLES if m != part]) for part in parts[1:-1]]
        yield _everywhere(article, "name", person, " ".join([family, *middles, parts[-1]]))


def _places(article: GoldArticle, rng: random.Random) -> Iterator[Variant | None]:
    """Exchange a place of the gold facts, everywhere in the text, for another of the same tier; a city under the centre
    for another such city. A name that stands for two tiers, or is an abbreviation, is left alone."""
    places: set[tuple[str, str]] = set()
    for name in ("summaries", "ratios"):
        owners = [fact.get("jurisdiction") or {} for fact in article.gold.get(name) or ()]
        places |= {(p["name"], p["level"]) for p in owners if p.get("name") and p.get("level")}
    for event in article.gold.get("events") or ():
        posts = [*event.get("from", ()), *event.get("to", ())]
        places |= {(p["place"], p["level"]) for p in posts if p.get("place") and p.get("level")}
    tiers: dict[str, set[str]] = {}
    for place, level in places:
        tiers.setdefault(place, set()).add(level)
    for place, levels in sorted(tiers.items()):
        tier = "city" if place in _PLACES["city"] else min(levels)
        fresh = [name for name in _PLACES.get(tier, ()) if name not in article.text]
        if len(levels) == 1 and fresh and not re.search(r"[.\d]|[A-ZĐ]{2}", place):
            yield _everywhere(article, "place", place, rng.choice(fresh))


def _everywhere(article: GoldArticle, kind: str, old: str, new: str) -> Variant | None:
    """Exchange every mention, however it is spelled; the text between stays. None where there is no mention."""
    folded = fold(article.text)
    pieces: list[str] = []
    done = 0
    for match in re.finditer(rf"{re.escape(fold(old).text)}(?!\w)", folded.text):
        span = folded.span(match.start(), match.end())
        pieces += [article.text[done : span.start], new]
        done = span.end
    return Variant(article, kind, old, new, "".join([*pieces, article.text[done:]])) if pieces else None


def check(variant: Variant, original: Mapping[str, Any], read: Extract) -> Outcome:
    """Read the variant and compare with the original's reading in which the value has been exchanged."""
    ids = (variant.article.id, variant.kind, variant.old, variant.new)
    before = [_content(fact) for fact in facts_of(original) if fact.kind != "check"]
    expected = [_exchange(fact, variant) for fact in before]
    if expected == before:
        return Outcome(*ids, "not_read")
    try:
        changed = read(variant.as_article)
    except Exception as error:  # a crash on a variant is a finding
        return Outcome(*ids, "crashed", (f"{type(error).__name__}: {error}",))
    after = [_content(fact) for fact in facts_of(changed) if fact.kind != "check"]
    lost, gained = _less(expected, after), _less(after, expected)
    if not lost and not gained:
        return Outcome(*ids, "survived")
    outcome = "ignored" if not _less(before, after) and not _less(after, before) else "elsewhere"
    return Outcome(*ids, outcome, tuple([f"- {shown}" for shown in lost] + [f"+ {shown}" for shown in gained]))


Content = tuple[str, tuple[tuple[str, Any], ...]]


def _content(fact: Fact) -> Content:
    return fact.kind, tuple(sorted((name, value) for name, value in fact.fields.items() if value is not None))


def _exchange(content: Content, variant: Variant) -> Content:
    kind, fields = content
    return kind, tuple((name, _exchanged(name, value, variant)) for name, value in fields)


def _exchanged(name: str, value: Any, variant: Variant) -> Any:
    if variant.kind == "number":
        if name in ("value", "numerator", "denominator"):
            return int(variant.new) if value == int(variant.old) else value
        return re.sub(rf"\b{variant.old}\b", variant.new, value) if name == "label" else value
    old, new = key(variant.old) or "", key(variant.new) or ""
    if isinstance(value, str):
        return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, value)
    if isinstance(value, frozenset):
        return frozenset(_exchanged(name, item, variant) for item in value)
    if isinstance(value, tuple) and name in ("to", "from"):
        return tuple(sorted(_exchanged(name, item, variant) for item in value))
    return value


def _less(left: Sequence[Content], right: Sequence[Content]) -> list[str]:
    rest, lost = list(right), []
    for content in left:
        if content in rest:
            rest.remove(content)
        else:
            lost.append(f"{content[0]} " + ", ".join(f"{name}={value}" for name, value in content[1]))
    return lost


def run(gold: Sequence[GoldArticle], read: Extract, per_kind: int = 2, seed: int = 0) -> Iterator[Outcome]:
    """Outcomes of all variants of all articles that can be read; an article that cannot gives none."""
    for article in gold:
        try:
            original = read(article)
        except Exception:  # the run itself reports crashes on originals
            continue
        for variant in variants(article, per_kind, seed):
            yield check(variant, original, read)


def table(outcomes: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    """How many variants of each kind had each outcome."""
    counts = {kind: dict.fromkeys(OUTCOMES, 0) for kind in ("number", "name", "place")}
    for outcome in outcomes:
        counts[outcome.kind][outcome.outcome] += 1
    return counts
