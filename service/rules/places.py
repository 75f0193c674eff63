"""Provinces and districts named in the text.

A province is found by its name alone, a district where its kind stands before it ("huyện Kim Động", "Thành ủy Quy
Nhơn") and, once so named or known to no other reading, by its bare name at the start of a sentence. The gazetteer
says what exists on the article's date (before and after 1 July 2025).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from schemas import Level
from service.gazetteer import Unit, find_units, province_names
from service.rules.doc import Doc
from service.rules.names import FAMILY
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
_LONGEST_KIND = 3  # tokens of the longest kind


@dataclass
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


@cache
def _starts() -> frozenset[str]:
    """First words of all kinds and names."""
    return frozenset(_KIND_WORDS.first | _province_terms().first)


def find_places(doc: Doc) -> list[PlaceMention]:
    """Every province and district the text names with certainty, from left to right; computed once per document."""
    cached = doc.cache.get(_CACHE)
    if isinstance(cached, list):
        return cached
    tokens, terms, behind = doc.tokens, _province_terms(), 0
    out: list[PlaceMention] = []
    units: dict[str, Unit | None] = {}
    low, cap, kinds = tokens.low, tokens.cap, _KIND_WORDS.first
    for i in tokens.where(_starts()):
        if i < behind:
            continue
        found = _district_at(doc, i) if low[i] in kinds else None
        if found is None and cap[i]:
            hit = terms.match(tokens, i)
            if (
                hit is not None
                and not _is_person(tokens, i)
                and all(tokens.cap[k] or not tokens.low[k].isalpha() for k in range(hit.i, hit.j))
            ):
                if hit.value not in units:
                    units[hit.value] = _province(doc, hit.value)
                unit = units[hit.value]
                found = PlaceMention(hit.i, hit.j, unit, doc.written(hit.i, hit.j)) if unit is not None else None
        if found is not None:
            out.append(found)
            behind = found.j
    out = _with_bare_names(doc, out)
    doc.cache[_CACHE] = out
    return out


def _with_bare_names(doc: Doc, found: list[PlaceMention]) -> list[PlaceMention]:
    """The bare names too of districts that the text names once with their kind ("Kim Động đã có 3 cán bộ ...")."""
    tokens = doc.tokens
    known = {tuple(tokens.low[m.i : m.j]): m for m in found if m.unit.level is Level.DISTRICT}
    if not known:
        return found
    firsts = {name[0] for name in known}
    taken = {k for m in found for k in range(m.i, m.j)}
    more: list[PlaceMention] = []
    for i in tokens.where(firsts):
        for name, mention in known.items():
            j = i + len(name)
            if i not in taken and tuple(tokens.low[i:j]) == name and all(tokens.cap[i:j]) and not _is_person(tokens, i):
                more.append(PlaceMention(i, j, mention.unit, doc.written(i, j)))
    return sorted([*found, *more], key=lambda m: m.i)


_NAMED_AFTER_HIM = frozenset(
    "tncs sản tịch tưởng gia thưởng chương tàng lăng mòn cách phong niên đội đoàn đại bác quang".split()
)
"""Words before the name of Hồ Chí Minh where it is not the city's: "Đoàn TNCS", "Chủ tịch", "tư tưởng", "Học viện ...
quốc gia"."""


def _is_person(tokens: Tokens, i: int) -> bool:
    """Whether a family name stands right before: "Trương Hòa Bình" is no province; nor is the man Hồ Chí Minh."""
    before = tokens.padded[i - 1]
    if tokens.low[i : i + 3] == ["hồ", "chí", "minh"] and before in _NAMED_AFTER_HIM:
        return True
    return i > 0 and tokens.cap[i - 1] and before in FAMILY and tokens.start[i] == tokens.end[i - 1] + 1


def _province(doc: Doc, name: str) -> Unit | None:
    units = find_units(name, Level.PROVINCE, doc.published_on) or find_units(name, Level.PROVINCE)
    return units[0] if units else None


def _district_at(doc: Doc, i: int) -> PlaceMention | None:
    tokens, cap = doc.tokens, doc.tokens.cap
    if True not in cap[i + 1 : i + 1 + _LONGEST_KIND]:
        return None
    kind = _KIND_WORDS.match(tokens, i)
    if kind is None or kind.j >= len(tokens.low) or not cap[kind.j]:
        return None
    run = cap[kind.j : kind.j + 4]
    for width in range(run.index(False) if False in run else len(run), 0, -1):
        end = kind.j + width
        units = list(find_units(doc.tokens.slice(kind.j, end), Level.DISTRICT))
        if units:
            return PlaceMention(kind.j, end, units[0], doc.written(kind.j, end))
    return None
