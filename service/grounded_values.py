"""Whether one value stands in the article, and how: numbers, persons, phrases, signs of documents, dates.

Each function answers for one kind of value with a `Held`, or None when the article does not have it. Nothing here knows
which fact a value belongs to; that is `service.grounding`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from schemas import TextSpan
from service.folding import fold, fold_key, holds
from service.numbers import find_numbers, parse_number_words
from service.prepare import Prepared
from service.quotes import Finder, Match, Place

_ADDRESS = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|đồng chí|đ/c)(?= ?[^\W\d_])", re.IGNORECASE)
_NAME_AHEAD = 60  # code points behind a form of address in which a name ends
_WORD = re.compile(r"[^\s,;:.()“”\"–—-]+")
_SIGN_SPACE = re.compile(r" ?([-–/.]) ?")
_DIGITS = re.compile(r"[0-9]+")
_MONTH_WORD = re.compile(r"\btháng (giêng|tư|chạp|một|hai|ba|năm|sáu|bảy|tám|chín|mười(?: một| hai)?)\b", re.IGNORECASE)
_MONTH_NAMES = {"giêng": 1, "tư": 4, "chạp": 12}
_RELATIVE_YEAR = re.compile(r"\bnăm (?:ngoái|trước|qua|sau|tới|nay)\b", re.IGNORECASE)

_SENTENCE_END = re.compile(r"[.?!;](?=\s|$)|\n")
_SENTENCE_AHEAD = 200  # code points
_WINDOW_BEFORE = 250  # code points before a span in which the pieces of a title may stand
_MAX_PIECES = 3
_MIN_PIECE = 2  # words; one word alone can be anybody's name
_MAX_WORDS = 40


class Held(NamedTuple):
    """How a value stands in the article, and where; no place for the headline, the date of publication, or pieces."""

    status: Match
    start: int | None = None
    end: int | None = None


class Values:
    """Looks values up in one article."""

    def __init__(self, prepared: Prepared) -> None:
        self.finder = Finder(prepared)
        self._submission = prepared.submission
        self._phrases: dict[str, Held | None] = {}
        title = prepared.submission.title
        self._headline = f" {fold_key(title)} " if title else ""
        self._headline_numbers = _values_in(fold(title).text) if title else frozenset()
        self._signs: str | None = None
        self._months: frozenset[int] | None = None

    def number(self, value: float, spans: Sequence[TextSpan], *, count: bool = False) -> Held | None:
        """A number in one of the spans, in digits or words; with `count`, not inside a date or a document's sign."""
        for span in spans:
            place = self.finder.number(value, span.start, span.end, count=count)
            if place:
                return _held(place)
        return None

    def percent_behind(self, percent: float, spans: Sequence[TextSpan]) -> list[TextSpan]:
        """The span of a percentage behind one of the spans, in the same sentence; none, or one.

        "18/20 xã có bí thư không phải người địa phương, đạt 90%": quotes tend to stop before the last words.
        """
        for span in spans:
            ahead = self.finder.source[span.end : span.end + _SENTENCE_AHEAD]
            stop = _SENTENCE_END.search(ahead)
            end = span.end + (stop.start() if stop else len(ahead))
            place = self.finder.number(percent, span.end, end, percent=True)
            if place:
                return [self.finder.span(place)]
        return []

    def person(self, name: str, spans: Sequence[TextSpan]) -> Held | None:
        """A person's name in one of the spans; or in the article, where the spans call nobody by another name.

        Later sentences call a person "ông Quang", "vị này", or leave the name out.
        """
        for span in spans:
            place = self.finder.words(name, span.start, span.end)
            if place:
                return _held(place)
        held = self._anywhere(name)
        if held is None:
            return None
        called = {given for span in spans for given in _given_names(span.exact)}
        return held if not called or fold_key(name.split()[-1]) in called else None

    def phrase(self, phrase: str, spans: Sequence[TextSpan]) -> Held | None:
        """A title, place or body: in a span, anywhere in the article or its headline, or around a span in pieces.

        A piece is a phrase of the article, and no piece ends inside a name: "Sở Nội vụ có hai phó giám đốc" holds "phó
        giám đốc Sở Nội vụ", but "xã Đồng Văn, huyện Kim Động" does not hold "xã Kim Văn".
        """
        for span in spans:
            at = span.exact.find(phrase)
            if at >= 0:
                place = self.finder.words(phrase, span.start + at, span.start + at + len(phrase))
                if place:
                    return _held(place)
        return self._anywhere(phrase) or self._assembled(phrase, spans)

    def sign(self, sign: str, spans: Sequence[TextSpan]) -> Held | None:
        """A document's number, whatever the spaces around its dashes: in a span, or as a whole word in the article."""
        for span in spans:
            place = self.finder.words(sign, span.start, span.end)
            if place:
                return _held(place)
        wanted = _sign_key(sign)
        if any(holds(_sign_key(span.exact), wanted) for span in spans):
            return Held(Match.FOLDED)
        return self._anywhere(sign) or (Held(Match.FOLDED) if holds(self._sign_text, wanted) else None)

    def date(self, edtf: str) -> bool:
        """Whether the article says the years of a date or period, and the month and day of a single date.

        Years, months and days of the headline and of the date of publication count. The months of an interval are not
        looked for: "6 tháng đầu năm 2018" names no January.
        """
        single = "/" not in edtf
        for part in edtf.split("/"):
            numbers = [int(digits) for digits in _DIGITS.findall(part)[:3]]
            if numbers and not self._says_year(numbers[0], part):
                return False
            if single and len(numbers) > 1 and not self._says_month(numbers[1]):
                return False
            if single and len(numbers) > 2 and not self._says(numbers[2], "day"):
                return False
        return True

    def year(self, year: int) -> bool:
        """Whether the article has a number of this value anywhere."""
        return year in self.finder.values or year in self._headline_numbers

    def _says_year(self, year: int, part: str) -> bool:
        if not re.match(r"-?[0-9]{4}(?![0-9X])", part) or self._says(year, "year"):
            return True
        published = self._submission.published_on
        near = published is not None and abs(published.year - year) == 1
        return near and _RELATIVE_YEAR.search(self.finder.text) is not None

    def _says_month(self, month: int) -> bool:
        # EDTF writes seasons and quarters as months from 21 on.
        return month > 12 or self._says(month, "month") or month in self._month_words

    def _says(self, number: int, of_publication: str) -> bool:
        published = self._submission.published_on
        return self.year(number) or (published is not None and getattr(published, of_publication) == number)

    @property
    def _sign_text(self) -> str:
        if self._signs is None:
            self._signs = _sign_key(self.finder.text)
        return self._signs

    @property
    def _month_words(self) -> frozenset[int]:
        if self._months is None:
            words = [match[1].lower() for match in _MONTH_WORD.finditer(self.finder.text)]
            self._months = frozenset(
                [_MONTH_NAMES.get(word) or parse_number_words(word.split()) or 0 for word in words]
            )
        return self._months

    def _anywhere(self, phrase: str) -> Held | None:
        """A phrase as whole words in the article or its headline; each phrase is looked for once."""
        if phrase not in self._phrases:
            place = self.finder.words(phrase)
            held = _held(place) if place else None
            if held is None and holds(self._headline, fold_key(phrase)):
                held = Held(Match.FOLDED)
            self._phrases[phrase] = held
        return self._phrases[phrase]

    def _assembled(self, phrase: str, spans: Sequence[TextSpan]) -> Held | None:
        words = _WORD.findall(fold(phrase).text)[:_MAX_WORDS]
        if len(words) < 3:
            return None
        for span in spans:
            start = max(span.start - _WINDOW_BEFORE, 0)
            window = " ".join(_WORD.findall(fold_key(self.finder.source[start : span.end])))
            if _in_pieces(words, f" {window} "):
                return Held(Match.ASSEMBLED)
        return None


def _values_in(text: str) -> frozenset[int | Decimal]:
    return frozenset([number.value for number in find_numbers(text)])


def _in_pieces(words: list[str], window: str) -> bool:
    """Whether the words stand in a window of lower-case words in at most three pieces, longest first."""
    at = 0
    for _ in range(_MAX_PIECES):
        end = next(
            (
                j
                for j in range(len(words), at + _MIN_PIECE - 1, -1)
                if _may_part(words, j) and _phrase(words[at:j]) in window
            ),
            at,
        )
        if end == at:
            return False
        if end == len(words):
            return True
        at = end
    return False


def _phrase(words: Sequence[str]) -> str:
    return f" {' '.join(words).lower()} "


def _may_part(words: list[str], at: int) -> bool:
    """Whether a piece may end before word `at`: not between two words of a name, nor at a number."""
    if at == len(words):
        return True
    return not (words[at - 1][0].isupper() and words[at][0].isupper()) and not words[at][0].isdigit()


def _held(place: Place) -> Held:
    return Held(place.match, place.start, place.end)


def _sign_key(text: str) -> str:
    return _SIGN_SPACE.sub(r"\1", fold_key(text))


def _given_names(text: str) -> set[str]:
    """Return the key of the last word of each name behind a form of address: "quang" in "ông Lê Hồng Quang"."""
    names = set()
    for match in _ADDRESS.finditer(text):
        given = ""
        for word in text[match.end() : match.end() + _NAME_AHEAD].split():
            bare = word.strip("“”\"'(").rstrip(",.;:)")
            if not bare[:1].isupper():
                break
            given = bare
            if not word.endswith(bare):
                break
        if given:
            names.add(fold_key(given))
    return names
