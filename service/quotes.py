"""Finding a quote, name or number in an article: exactly, or not at all.

Three ways of writing count as the same, tried in this order: letter for letter; one spelling (`service.folding`); one
case and one space (a name in capitals, a quote across a line break). No distance, no ratio: "39 cán bộ" is no quote of
"37 cán bộ". A match never cuts a word or number of the article: "12" does not stand in "112", "1.200" or "1,12", nor
"Nguyễn Văn A" in "Nguyễn Văn An".
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from schemas import TextSpan
from service.folding import Folded, fold
from service.numbers import NumberMention, find_numbers
from service.prepare import NUMBERS, Prepared

_WIDE_SPACE = re.compile(r"\s{2,}|[^\S ]")
# What makes a number part of a date ("12/2015", "12/5/2018", "12.5.2018") or of a document's sign ("12-NQ/TW").
_DATE_OR_SIGN_AFTER = re.compile(
    r"/[12][0-9]{3}(?![0-9])|/[0-9]{1,2}[/.-][12][0-9]{3}|[.-][0-9]{1,2}[.-][12][0-9]{3}|[/-][A-ZĐ]"
)
_DAY_OR_MONTH_BEFORE = re.compile(r"(?:ngày|tháng|mùng|mồng) $", re.IGNORECASE)
# What makes it the name of a term, congress, zone or document ("khóa 12", "Quân khu 4", "Nghị quyết 12").
_LABEL_BEFORE = re.compile(
    r"(?<!\w)(?:khóa|đại hội|quân khu|khu vực|quốc lộ|điều|khoản|lần thứ|kỳ họp thứ"
    r"|nghị quyết|nghị định|quyết định|quy định|kết luận|hướng dẫn|chỉ thị|kế hoạch|đề án)(?: số)? $",
    re.IGNORECASE,
)
_LABEL_ENDS = tuple(
    f"{word} " for word in "khóa hội khu vực lộ điều khoản thứ quyết định luận dẫn thị hoạch án số".split()
)
# Behind a count, whatever stands before it ("các trung tâm khu vực 32 người").
_COUNTED_AFTER = re.compile(
    r" (?:người|đồng chí|cán bộ|lượt|trường hợp|công chức|viên chức|giáo viên|nhân viên"
    r"|bác s[ĩỹ]|chiến s[ĩỹ]|s[ĩỹ] quan)"
    r"(?!\w)",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"(?:năm |[0-9][/.-])$", re.IGNORECASE)
_START = attrgetter("start")
_LAST_DAY = 31
_FIRST_YEAR = 1900


class Match(StrEnum):
    """How a value stands in the article."""

    EXACT = "exact"  # letter for letter
    FOLDED = "folded"  # in another spelling, case or spacing
    ASSEMBLED = "assembled"  # in pieces of whole phrases, as articles take the titles of posts apart
    NOT_FOUND = "not_found"  # nowhere
    MISMATCH = "mismatch"  # the evidence is there and says something else


_EXACT, _FOLDED = Match.EXACT, Match.FOLDED


class Place(NamedTuple):
    """Where a value stands: offsets into the text as submitted, and in which spelling."""

    start: int
    end: int
    match: Match


class Finder:
    """One article, searched as often as needed. What a search needs is built once, and only when it is needed."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self.folded: Folded = prepared.folded
        self.source = prepared.folded.source
        self.text = prepared.folded.text
        self._numbers: list[NumberMention] | None = None
        self._values: dict[float | Decimal, list[NumberMention]] | None = None
        self._squeezed: Folded | None = None

    @property
    def numbers(self) -> list[NumberMention]:
        """Every number of the folded text, in order."""
        if self._numbers is None:
            known = self._prepared.cache.get(NUMBERS)
            self._numbers = known if isinstance(known, list) else find_numbers(self.text)
        return self._numbers

    @property
    def values(self) -> Mapping[float | Decimal, list[NumberMention]]:
        """The values of all numbers in the article, and where each stands; a fraction is found as ``float`` too."""
        if self._values is None:
            self._values = {}
            for number in self.numbers:
                self._values.setdefault(number.value, []).append(number)
                if isinstance(number.value, Decimal) and float(number.value) != number.value:
                    self._values.setdefault(float(number.value), []).append(number)
        return self._values

    def quote(self, quote: str, near: int | None = None) -> TextSpan | None:
        """Return the span of a quote; with several, the one that begins closest to the source offset `near`."""
        places = self._places(quote, 0, len(self.source))
        if near is None:
            found = next(places, None)
        else:
            found = min(places, key=lambda place: abs(place.start - near), default=None)
        return self.span(found) if found else None

    def words(self, value: str, start: int = 0, end: int | None = None) -> Place | None:
        """Return where a name or title stands as whole words between two source offsets."""
        if end is None:
            end = len(self.source)
        at = self.source.find(value, start, end)
        if at >= 0 and value and not self.folded.edits and not _cuts(self.source, at, at + len(value)):
            return Place(at, at + len(value), _EXACT)
        return next(self._places(value, start, end), None)

    def number(
        self, value: float | Decimal, start: int, end: int, *, count: bool = False, percent: bool = False
    ) -> Place | None:
        """Return where a number stands between two source offsets, in digits or words.

        With `count`, the parts of dates, of signs of documents and of names ("12/2015", "12-NQ/TW", "khóa 12") are not;
        with `percent`, only a number with a percent sign is.
        """
        first, last = self.folded.folded_offset(start), self.folded.folded_offset(end)
        mentions: Sequence[NumberMention] = self.values.get(value, ())
        for k in range(bisect_left(mentions, first, key=_START), len(mentions)):
            mention = mentions[k]
            if mention.start > last:
                break
            if mention.end > last or (percent and not mention.percent) or (count and _is_label(self.text, mention)):
                continue
            plain = not mention.is_word and mention.text == str(value)
            return Place(
                self.folded.source_start(mention.start),
                self.folded.source_end(mention.end),
                _EXACT if plain else _FOLDED,
            )
        return None

    def span(self, place: Place) -> TextSpan:
        """Return the span over the text as submitted."""
        return TextSpan(start=place.start, end=place.end, exact=self.source[place.start : place.end])

    def _places(self, value: str, start: int, end: int) -> Iterator[Place]:
        """Yield where a value stands, in the strictest of the three ways that finds it at all."""
        if not value or value.isspace():
            return
        found = False
        # Where folding moved offsets, a word's end in the source can be hidden by a mark or a soft hyphen.
        for at in _occurrences(self.source, value, start, end) if not self.folded.edits else ():
            found = True
            yield Place(at, at + len(value), _EXACT)
        if found:
            return
        folded = fold(value).text.strip()
        first, last = self.folded.folded_offset(start), self.folded.folded_offset(end)
        for at in _occurrences(self.text, folded, first, last):
            found = True
            place = self._place(at, at + len(folded))
            same = self.source[place.start : place.end] == value
            yield Place(place.start, place.end, _EXACT) if same else place
        if found:
            return
        loose = " ".join(_lower(folded).split())
        squeezed = self._squeezed = self._squeezed or _squeeze(self.text)
        for at in _occurrences(squeezed.text, loose, squeezed.folded_offset(first), squeezed.folded_offset(last)):
            yield self._place(squeezed.source_start(at), squeezed.source_end(at + len(loose)))

    def _place(self, first: int, last: int) -> Place:
        span = self.folded.span(first, last)
        return Place(span.start, span.end, _FOLDED)


def find_quote(prepared: Prepared, quote: str, near: int | None = None) -> TextSpan | None:
    """Return the span of a quote in the article as submitted; None when it does not stand there.

    Spelling, case and spacing may differ, nothing else. With several occurrences the first is taken, or the one that
    begins closest to the source offset `near`. Whoever has many quotes keeps a `Finder`.
    """
    return Finder(prepared).quote(quote, near)


def find_value(prepared: Prepared, value: float | Decimal | str, within: TextSpan | None = None) -> TextSpan | None:
    """Return the span of a number or of whole words, in the article or in a span of it; None when it is not there."""
    finder = Finder(prepared)
    start, end = (within.start, within.end) if within else (0, len(finder.source))
    found = finder.words(value, start, end) if isinstance(value, str) else finder.number(value, start, end)
    return finder.span(found) if found else None


def _squeeze(text: str) -> Folded:
    """A folded text in lower case with single spaces; the source of the result is the folded text."""
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    done = shift = 0
    for match in _WIDE_SPACE.finditer(text):
        start, end = match.span()
        pieces.append(text[done:start])
        edits.append((start, end, start + shift, start + shift + 1))
        shift += 1 - (end - start)
        done = end
    pieces.append(text[done:])
    return Folded(text, _lower(" ".join(pieces)), tuple(edits))


def _is_label(text: str, mention: NumberMention) -> bool:
    """Whether a number is part of a date, of a document's sign, or the name of a term, zone or document."""
    if text[mention.end : mention.end + 1] in "/.-" and _DATE_OR_SIGN_AFTER.match(text, mention.end):
        return True
    if _COUNTED_AFTER.match(text, mention.end):
        return False
    before = text[max(mention.start - 20, 0) : mention.start]
    if before.rstrip("\n").lower().endswith(_LABEL_ENDS) and _LABEL_BEFORE.search(before):
        return True
    if mention.value <= _LAST_DAY:
        return _DAY_OR_MONTH_BEFORE.search(before) is not None
    return mention.value >= _FIRST_YEAR and _YEAR_BEFORE.search(before) is not None


def _lower(text: str) -> str:
    """Lower case of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_mark(char: str) -> bool:
    return char > "\u02ff" and unicodedata.category(char)[0] == "M"


def _occurrences(text: str, value: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets at which a value stands in a text without cutting a word or number there."""
    at = text.find(value, start, end)
    while at >= 0:
        if not _cuts(text, at, at + len(value)):
            yield at
        at = text.find(value, at + 1, end)


def _cuts(text: str, start: int, end: int) -> bool:
    """Whether a range begins or ends inside a word or number.

    A capital behind a small letter begins a word: newspapers print "ôngLê Hữu Tùng".
    """
    before, first, last, after = text[start - 1 : start], text[start], text[end - 1], text[end : end + 1]
    if _is_mark(first) or _is_mark(after):
        return True
    if start and before.isalnum() and first.isalnum() and not (before.islower() and first.isupper()):
        return True
    if after.isalnum() and last.isalnum():
        return True
    if first.isdigit() and start > 1 and before in ".," and text[start - 2].isdigit():
        return True
    return last.isdigit() and after != "" and after in ".," and text[end + 1 : end + 2].isdigit()
