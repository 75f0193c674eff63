"""Provinces and districts named in the text, and which of them a count is about.

A province is found by its name alone, a district where its kind stands before it ("huyện Kim Động", "Thành ủy Quy
Nhơn") and, once so named or known to no other reading, by its bare name at the start of a sentence. The gazetteer
says what exists on the article's date (before and after 1 July 2025).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from schemas import Level, Place
from service.gazetteer import Unit, find_units, province_names
from service.rules.doc import Doc
from service.rules.tokens import Lexicon, Tokens

_CACHE = "places"
_KINDS = {
    "huyện": Level.DISTRICT, "quận": Level.DISTRICT, "thị xã": Level.DISTRICT, "thành phố": None, "tp": None,
    "tx": Level.DISTRICT,
    "huyện ủy": Level.DISTRICT, "quận ủy": Level.DISTRICT, "thị ủy": Level.DISTRICT, "thành ủy": None, "tp .": None,
    "tx .": Level.DISTRICT, "ubnd huyện": Level.DISTRICT, "ubnd quận": Level.DISTRICT, "huyện đảo": Level.DISTRICT,
    "thành phố thuộc": None, "ubnd thành phố": None, "ubnd tp": None, "ubnd thị xã": Level.DISTRICT,
}  # fmt: skip
_KIND_WORDS: Lexicon[Level | None] = Lexicon(_KINDS.items())
_WHOLE_STATE: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "bộ chính trị",
        "ban bí thư",
        "cả nước",
        "toàn quốc",
        "trung ương",
        "chính phủ",
        "quốc hội",
        "bộ trưởng",
        "thủ tướng",
    )
)
_DISTRICT_BODY: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "huyện đã",
        "huyện ủy",
        "thị ủy",
        "quận ủy",
        "toàn huyện",
        "toàn quận",
        "quận đã",
        "thị xã đã",
        "huyện cũng",
    )
)
_PROVINCE_BODY: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "tỉnh ủy",
        "toàn tỉnh",
        "tỉnh đã",
        "ubnd tỉnh",
        "thành ủy",
        "toàn thành phố",
        "toàn tp",
        "hđnd tỉnh",
        "tỉnh",
    )
)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A province or district named at tokens ``i`` up to ``j``."""

    i: int
    j: int
    unit: Unit
    written: str


@cache
def _province_terms() -> Lexicon[str]:
    terms = {name: name for name in province_names()}
    terms |= {
        "tp hcm": "hồ chí minh",
        "tphcm": "hồ chí minh",
        "hcm": "hồ chí minh",
        "thừa thiên - huế": "thừa thiên huế",
    }
    terms |= {"bà rịa - vũng tàu": "bà rịa vũng tàu", "bà rịa – vũng tàu": "bà rịa vũng tàu", "tp . hcm": "hồ chí minh"}
    return Lexicon(terms.items())


def find_places(doc: Doc) -> list[PlaceMention]:
    """Every province and district the text names with certainty, from left to right; computed once per document."""
    cached = doc.cache.get(_CACHE)
    if isinstance(cached, list):
        return cached
    tokens, out, behind = doc.tokens, list[PlaceMention](), 0
    terms = _province_terms()
    low, cap, kinds, names = tokens.low, tokens.cap, _KIND_WORDS.first, terms.first
    for i, word in enumerate(low):
        if i < behind or (word not in kinds and word not in names):
            continue
        found = _district_at(doc, i) if word in kinds else None
        if found is None and cap[i]:
            hit = terms.match(tokens, i)
            if hit is not None and all(tokens.cap[k] or not tokens.low[k].isalpha() for k in range(hit.i, hit.j)):
                found = _province(doc, hit.i, hit.j, hit.value)
        if found is not None:
            out.append(found)
            behind = found.j
    doc.cache[_CACHE] = out
    return out


def _province(doc: Doc, i: int, j: int, name: str) -> PlaceMention | None:
    units = find_units(name, Level.PROVINCE, doc.published_on) or find_units(name, Level.PROVINCE)
    return PlaceMention(i, j, units[0], doc.written(i, j)) if units else None


def _district_at(doc: Doc, i: int) -> PlaceMention | None:
    tokens = doc.tokens
    kind = _KIND_WORDS.match(tokens, i)
    if kind is None or kind.j >= len(tokens) or not tokens.cap[kind.j]:
        return None
    for width in (4, 3, 2, 1):
        end = kind.j + width
        if end > len(tokens) or not all(tokens.cap[k] for k in range(kind.j, end)):
            continue
        units = list(find_units(doc.tokens.slice(kind.j, end), Level.DISTRICT))
        if units:
            return PlaceMention(kind.j, end, units[0], doc.written(kind.j, end))
    return None


def main_place(doc: Doc, level: Level) -> PlaceMention | None:
    """The province or district that the article names most; the headline and the lead count double."""
    key = f"main-{level}"
    if key not in doc.cache:
        votes: Counter[str] = Counter()
        first: dict[str, PlaceMention] = {}
        for mention in find_places(doc):
            if mention.unit.level is level:
                first.setdefault(mention.unit.name, mention)
                votes[mention.unit.name] += 3 if doc.sentence_number(mention.i) < 3 else 1
        doc.cache[key] = first[votes.most_common(1)[0][0]] if votes else None
    found = doc.cache[key]
    return found if isinstance(found, PlaceMention) else None


def place_for(doc: Doc, i: int, j: int) -> Place | None:
    """The place whose officials a count in the clause from token ``i`` (its sentence's start) up to ``j`` is about.

    A district whose body acts, or that the sentence begins with; else the article's main province; none where a body of
    the whole state decides.
    """
    tokens = doc.tokens
    inside = doc.within(find_places(doc), i, j)
    subject = next((m for m in inside if m.i - i <= 4), None)
    if subject is not None and tokens.at(subject.i - 1) not in ("về", "sang", "đến", "tại"):
        return _place(doc, subject)
    if _WHOLE_STATE.any(tokens, i, j):
        return None
    district, province = main_place(doc, Level.DISTRICT), main_place(doc, Level.PROVINCE)
    if district is not None and _DISTRICT_BODY.any(tokens, i, j):
        named = next((m for m in inside if m.unit.level is Level.DISTRICT), district)
        return _place(doc, named)
    if next(_PROVINCE_BODY.find(tokens, i, j), None) is None and _is_local(doc, district, province):
        return _place(doc, district) if district else None
    return _place(doc, province) if province else None


def _is_local(doc: Doc, district: PlaceMention | None, province: PlaceMention | None) -> bool:
    """Whether the article is a district's: its headline or lead names the district and no province before it."""
    if district is None:
        return False
    if province is None:
        return True
    return doc.sentence_number(district.i) < 3 and district.i < province.i


def _place(doc: Doc, mention: PlaceMention) -> Place:
    unit = mention.unit
    if unit.level is Level.PROVINCE:
        return Place(name=mention.written, level=unit.level, province=mention.written, code=unit.code)
    province = _province_of(doc, unit)
    return Place(name=mention.written, level=unit.level, province=province, code=unit.code if province else None)


def _province_of(doc: Doc, unit: Unit) -> str | None:
    """The province of a district: the one the article names, or the only one that has a district of this name."""
    candidates = {u.province for u in find_units(unit.name, Level.DISTRICT)}
    main = main_place(doc, Level.PROVINCE)
    if main is not None and main.unit.name in candidates:
        return main.unit.name
    return next(iter(candidates)) if len(candidates) == 1 else None


__all__ = ["PlaceMention", "Tokens", "find_places", "main_place", "place_for"]
