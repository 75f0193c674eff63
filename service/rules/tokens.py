"""Words of a folded text, with their places: what every finder of the rule reader walks over.

A token is a run of letters, a number (``1.644``, ``98,39``), a line break or one other sign. Vietnamese writes a space
between syllables, so a term such as ``luân chuyển`` is two tokens; terms are matched by :class:`Lexicon`, a trie over
lower-case tokens, in one pass that costs one dictionary look-up a token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|\n[\s]*|[^\w\s]|_")
_GLUED_HONORIFIC = re.compile(r"(?<!\w)(ông|bà|Ông|Bà)(?=[A-ZĐÀ-ỸẠ-Ỵ])")

T = TypeVar("T")
_END = ""  # no token is empty: the key under which a trie node keeps the value of the term that ends there


@dataclass(slots=True)
class Tokens:
    """The tokens of one folded text as parallel lists; every offset is a code point of ``text``.

    ``low[i]`` is the lower-case form of token ``i``; ``cap[i]`` says that it begins with a capital letter. A line break
    (with the blank lines after it) is the token ``"\\n"``. A pronoun glued to a name ("ôngLê") is cut in two.
    """

    text: str
    start: list[int]
    end: list[int]
    low: list[str]
    cap: list[bool]

    def __len__(self) -> int:
        return len(self.low)

    def slice(self, i: int, j: int) -> str:
        """The text from token ``i`` up to, not including, token ``j``."""
        return self.text[self.start[i] : self.end[j - 1]] if j > i else ""

    def at(self, i: int) -> str:
        """Lower-case token ``i``, or an empty string outside the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def index_from(self, offset: int) -> int:
        """The first token that starts at or after ``offset``."""
        lo, hi = 0, len(self.start)
        while lo < hi:
            mid = (lo + hi) // 2
            if self.start[mid] < offset:
                lo = mid + 1
            else:
                hi = mid
        return lo


def tokenize(text: str) -> Tokens:
    """Cut a folded text into :class:`Tokens` in one linear pass."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as "İ" that grows when lowered
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    spans = [m.span() for m in _TOKEN.finditer(text)]
    if "ng" in lower or "bà" in lower:
        spans = _unglued(text, spans)
    starts, ends = [s for s, _ in spans], [e for _, e in spans]
    lows = [w if (w := lower[s:e])[0] != "\n" else "\n" for s, e in spans]
    caps = [text[s] != lower[s] for s in starts]
    return Tokens(text, starts, ends, lows, caps)


def _unglued(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    cuts = {m.start(): m.end() for m in _GLUED_HONORIFIC.finditer(text)}
    if not cuts:
        return spans
    out: list[tuple[int, int]] = []
    for start, end in spans:
        cut = cuts.get(start)
        out += [(start, end)] if cut is None else [(start, cut), (cut, end)]
    return out


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A term of a lexicon found at tokens ``i`` up to, not including, ``j``."""

    i: int
    j: int
    value: T


class Lexicon(Generic[T]):
    """Terms (each some lower-case tokens, written with blanks between them) and what they mean; the longest match wins.

    ``first`` holds the first tokens of all terms: a look-up there tells cheaply that no term begins at a token.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._root: dict[str, Any] = {}
        for term, value in entries:
            node = self._root
            for word in _TOKEN.findall(term):
                node = node.setdefault(word, {})
            node[_END] = value
        self.first: Set[str] = self._root.keys()

    def match(self, tokens: Tokens, i: int) -> Hit[T] | None:
        """The longest term that begins at token ``i``, or None."""
        low = tokens.low
        node = self._root.get(low[i])
        if node is None:
            return None
        best, j, n = None, i + 1, len(low)
        while True:
            if _END in node:
                best = Hit(i, j, node[_END])
            node = node.get(low[j]) if j < n else None
            if node is None:
                return best
            j += 1

    def find(self, tokens: Tokens, i: int = 0, j: int | None = None) -> Iterator[Hit[T]]:
        """Every term between tokens ``i`` and ``j``, from left to right, without overlaps."""
        root, low = self._root, tokens.low
        stop = len(low) if j is None else j
        while i < stop:
            if low[i] in root:
                hit = self.match(tokens, i)
                if hit is not None and hit.j <= stop:
                    yield hit
                    i = hit.j
                    continue
            i += 1

    def any(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether some term stands between tokens ``i`` and ``j``."""
        return next(self.find(tokens, i, j), None) is not None
