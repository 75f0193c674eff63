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

T = TypeVar("T")
_END = ""  # no token is empty: the key under which a trie node keeps the value of the term that ends there


_GLUED = ("ông", "bà", "tá", "tướng", "chí")
"""Ends of forms of address that a name may be glued to: "ôngLê", "Thượng táNguyễn"."""
_GLUED_HEADS = frozenset(word[:2] for word in _GLUED)


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
    starts, ends = [s for s, _ in spans], [e for _, e in spans]
    lows = [lower[s:e] for s, e in spans]
    caps = [text[s] != lower[s] for s in starts]
    for k in [k for k, word in enumerate(lows) if word[0] == "\n"]:
        lows[k] = "\n"
    tokens = Tokens(text, starts, ends, lows, caps)
    glued = [k for k, word in enumerate(lows) if len(word) > 3 and word[:2] in _GLUED_HEADS and word.startswith(_GLUED)]
    for k in reversed(glued):
        _unglue(tokens, k)
    return tokens


def _unglue(tokens: Tokens, k: int) -> None:
    """Cut a pronoun off the name it is glued to, if the name's capital shows that it is ("ôngLê", not "bàn")."""
    at = next(len(word) for word in _GLUED if tokens.low[k].startswith(word))
    if at == len(tokens.low[k]):
        return
    cut = tokens.start[k] + at
    if not tokens.text[cut].isupper() or tokens.text[cut - 1].isupper():
        return
    tokens.start.insert(k + 1, cut)
    tokens.end.insert(k, cut)
    tokens.low[k : k + 1] = [tokens.low[k][:at], tokens.low[k][at:]]
    tokens.cap.insert(k + 1, True)


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
        best, end, j, n = None, 0, i + 1, len(low)
        while node is not None:
            if _END in node:
                best, end = node, j
            node = node.get(low[j]) if j < n else None
            j += 1
        return None if best is None else Hit(i, end, best[_END])

    def find(self, tokens: Tokens, i: int = 0, j: int | None = None) -> Iterator[Hit[T]]:
        """Every term between tokens ``i`` and ``j``, from left to right, without overlaps."""
        root, low = self._root, tokens.low
        stop = len(low) if j is None else j
        for k in [k for k in range(i, stop) if low[k] in root]:
            if k >= i:
                hit = self.match(tokens, k)
                if hit is not None and hit.j <= stop:
                    yield hit
                    i = hit.j

    def any(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether some term stands between tokens ``i`` and ``j``."""
        root, low = self._root, tokens.low
        for k in range(i, j):
            if low[k] in root:
                hit = self.match(tokens, k)
                if hit is not None and hit.j <= j:
                    return True
        return False
