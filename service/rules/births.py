"""When the persons of an article were born: "sinh năm 1970", "SN 1970", "(1970)" right behind a name."""

from __future__ import annotations

from collections.abc import Iterable

from service.rules.doc import Doc
from service.rules.references import PersonMention
from service.rules.tokens import Tokens

_EARLIEST = 1930
_LATEST = 2010
_GROWN = 18
"""Years that somebody who holds a post has at least lived when the article is published."""
_OFFICE = 25
_LATEST_BARE = 1995
"""A bare "(2005)" behind a name is as likely the year of a move: it is a year of birth only this long ago."""
_BEFORE = frozenset([",", "(", "-", "–", ":"])
_BETWEEN = frozenset(["năm", "ngày", "tháng", ":", "/", "-", "."])
_LONGEST_DATE = 9
"""Tokens of "ngày 12 tháng 12 năm 1960", with the colon that may follow "sinh"."""


def birth_years(doc: Doc, persons: Iterable[PersonMention]) -> dict[str, int]:
    """The year of birth by full name, of those of whom the article states one year; linear in the mentions.

    Where two years stand behind one name, there are two persons of this name or a mistake: neither is taken.
    """
    found: dict[str, set[int]] = {}
    for person in persons:
        year = _year_behind(doc, person)
        if year is not None:
            found.setdefault(person.name, set()).add(year)
    return {name: years.pop() for name, years in found.items() if len(years) == 1}


def _year_behind(doc: Doc, person: PersonMention) -> int | None:
    """The year of birth right behind a mention; a bare year in brackets counts behind a full name only."""
    tokens, published = doc.tokens, doc.published_on
    at = person.j
    if tokens.padded[at] in _BEFORE:
        at += 1
    if tokens.padded[at] in ("sinh", "sn"):
        latest = published.year - _GROWN if published else _LATEST
        return _within(_date_year(tokens, at + 1), latest)
    if person.short or at == person.j or tokens.at(person.j) != "(" or tokens.at(at + 1) != ")":
        return None
    return _within(_written_year(tokens.at(at)), published.year - _OFFICE if published else _LATEST_BARE)


def _date_year(tokens: Tokens, i: int) -> int | None:
    """The year of the date at token ``i``: "năm 1970", "1970", "ngày 12/12/1960", "12.12.1960"."""
    for k in range(i, i + _LONGEST_DATE):
        word = tokens.at(k)
        year = _written_year(word.rpartition(".")[2] if word[:1].isdigit() else word)
        if year is not None:
            return year
        if word not in _BETWEEN and not (word.isdecimal() and len(word) <= 2):
            return None
    return None


def _written_year(word: str) -> int | None:
    return int(word) if len(word) == 4 and word.isascii() and word.isdecimal() else None


def _within(year: int | None, latest: int) -> int | None:
    return year if year is not None and _EARLIEST <= year <= latest else None
