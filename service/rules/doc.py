"""One article as the rule reader sees it: tokens, sentences, and the way back to the text as submitted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar

from schemas import TextSpan
from service.folding import Folded
from service.numbers import FIRST_WORDS, NumberMention, find_numbers_at
from service.prepare import NUMBERS, Prepared
from service.rules.tokens import Tokens, tokenize

_ABBREVIATIONS = frozenset(
    [
        "tp",
        "t",
        "q",
        "p",
        "h",
        "tx",
        "tt",
        "ts",
        "ths",
        "pgs",
        "gs",
        "bs",
        "ks",
        "cn",
        "đ",
        "ô",
        "v",
        "th",
        "st",
        "mr",
        "ls",
        "nsnd",
        "nsưt",
    ]
)
_STOPS = frozenset(["\n", ".", "!", "?", "…"])
_CLOSING = frozenset('"”’»)')


class Placed(Protocol):
    """Anything found at some tokens: ``i`` is the first of them."""

    @property
    def i(self) -> int:
        """The first token."""


P = TypeVar("P", bound=Placed)


_BEGIN = attrgetter("i")


@dataclass
class Doc:
    """Tokens of the folded article and its sentences.

    ``sentences`` are half-open token ranges in the order of the text; a line break always ends a sentence, so that a
    headline, a caption or a bullet is a sentence of its own. ``title`` is what the submission gives as headline (it is
    not part of the text and supports no evidence). ``published_on`` is the submission's date, if it gives one.
    """

    folded: Folded
    tokens: Tokens
    sentences: list[tuple[int, int]]
    published_on: date | None = None
    title: str | None = None
    cache: dict[str, object] = field(default_factory=dict)
    _ends: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._ends = [end for _, end in self.sentences[:-1]]

    @property
    def numbers(self) -> list[NumberMention]:
        """Every number of the article in digits or words, in the order of the text; found once."""
        found = self.cache.get(NUMBERS)
        if not isinstance(found, list):
            tokens = self.tokens
            starts = sorted([*tokens.figures(), *tokens.where(FIRST_WORDS)])
            found = self.cache[NUMBERS] = find_numbers_at(tokens.text, [tokens.start[k] for k in starts])
        return found

    def span(self, i: int, j: int) -> TextSpan:
        """Tokens ``i`` up to ``j`` as a span of the text as submitted."""
        return self.folded.span(self.tokens.start[i], self.tokens.end[j - 1])

    def written(self, i: int, j: int) -> str:
        """Tokens ``i`` up to ``j`` as the text submitted writes them."""
        return self.folded.exact(self.tokens.start[i], self.tokens.end[j - 1])

    def within(self, items: list[P], i: int, j: int) -> list[P]:
        """Those of some mentions in the order of the text that begin at token ``i`` or later, before token ``j``."""
        return items[bisect_left(items, i, key=_BEGIN) : bisect_left(items, j, key=_BEGIN)]

    def sentence_of(self, i: int) -> tuple[int, int]:
        """The sentence that holds token ``i`` (of a break between sentences: the next one)."""
        return self.sentences[self.sentence_number(i)]

    def sentence_number(self, i: int) -> int:
        """The index in ``sentences`` of the sentence that holds token ``i``."""
        return bisect_right(self._ends, i)


def doc_of(prepared: Prepared) -> Doc:
    """The document of a prepared article, made at the first call and kept with the article."""
    doc = prepared.cache.get("doc")
    if not isinstance(doc, Doc):
        submission = prepared.submission
        doc = read_doc(prepared.folded, submission.published_on, submission.title)
        prepared.cache["doc"] = doc
        prepared.cache[NUMBERS] = doc.numbers
    return doc


def read_doc(folded: Folded, published_on: date | None = None, title: str | None = None) -> Doc:
    """Tokenize a folded text and find its sentences; linear in the length of the text."""
    tokens = tokenize(folded.text)
    return Doc(folded, tokens, _sentences(tokens), published_on, title)


def _sentences(tokens: Tokens) -> list[tuple[int, int]]:
    low, n = tokens.low, len(tokens.low)
    out: list[tuple[int, int]] = []
    begin = 0
    for i in tokens.where(_STOPS):
        if i < begin:
            continue
        if low[i] == "\n":
            if i > begin:
                out.append((begin, i))
            begin = i + 1
        elif _ends_here(tokens, i):
            j = i + 1
            while j < n and low[j] in _CLOSING and tokens.start[j] == tokens.end[j - 1]:
                j += 1
            out.append((begin, j))
            begin = j
    if n > begin:
        out.append((begin, n))
    return out or [(0, n)]


_BEGINNING = frozenset(
    "trong theo đây ngoài việc các những đồng riêng trước sau tại từ khi nhưng đến toàn còn ông bà sáng chiều hiện "
    "cùng cũng phát với do nếu ngày tháng".split()
)
"""First words of a sentence that begin no city's name."""


def _ends_here(tokens: Tokens, i: int) -> bool:
    """Whether the full stop at token ``i`` ends a sentence: not inside a number, an abbreviation or before a small
    letter."""
    n = len(tokens.low)
    if i + 1 >= n:
        return True
    k = i + 1
    while k < n and tokens.low[k] in _CLOSING:
        k += 1
    if k >= n or tokens.low[k] == "\n":
        return True
    spaced = tokens.start[k] > tokens.end[k - 1] or k > i + 1
    if tokens.low[i] in "!?…":
        return spaced and (tokens.cap[k] or not tokens.low[k].isalpha())
    if not spaced:
        return False
    before = tokens.padded[i - 1]
    if before in ("tp", "tx") and tokens.low[k] in _BEGINNING and tokens.at(k + 1) != "rịa":
        return True  # "phó chủ tịch UBND tỉnh, TP. Trong số ..."
    if tokens.end[i - 1] == tokens.start[i] and (before in _ABBREVIATIONS or (len(before) == 1 and tokens.cap[i - 1])):
        return False
    return tokens.cap[k] or not tokens.low[k].isalpha()
