"""Words of a folded text, with their places: what every finder of the rule reader walks over.

A token is a run of letters, a number (``1.644``, ``98,39``), a line break or one other sign. Vietnamese writes a space
between syllables, so a term such as ``luân chuyển`` is two tokens; terms are matched by :class:`Lexicon`, a trie over
lower-case tokens, in one pass that costs one dictionary look-up a token.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import Any, Generic, TypeAlias, TypeVar, cast

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|\n[\s]*|[^\w\s]|_")
_CUT = re.compile(f"({_TOKEN.pattern})")

_LETTERS = "a-z\xdf-\xf6\xf8-\u024f\u1e00-\u1eff"
"""Small letters of Latin and Vietnamese; the ranges hold capitals too, and no sign."""
_USUAL = re.compile(rf"[\n -@\[-~\xa1-\xa9\xab\xb0\xb7\xbb\xd7{_LETTERS}\u2010-\u2027\u2030-\u203e]*")
"""A small text whose letters are those, whose digits are 0 to 9, and whose white space is blanks and line breaks."""
_CUT_USUAL = re.compile(rf"([^ ](?:(?<=[{_LETTERS}])[{_LETTERS}]*|(?<=[0-9])[0-9]*(?:[.,][0-9]+)*|(?<=\n)[ \n]*|))")
"""Cuts a usual text as ``_CUT`` does, in two thirds of the time: the first sign of a token tells how it goes on."""

T = TypeVar("T")
_Node: TypeAlias = tuple[Any, Mapping[str, Any] | None]
_OUTSIDE = [""] * 8
"""What stands behind the last token for who looks a few tokens ahead, and before the first one for who looks back."""


_FIGURES = "figures"
_BREAK = re.compile(r"\n\s*")
_GLUED = ("ông", "bà", "tá", "tướng", "chí")
"""Ends of forms of address that a name may be glued to: "ôngLê", "Thượng táNguyễn"."""


@dataclass
class Tokens:
    """The tokens of one folded text as parallel lists; every offset is a code point of ``text``.

    ``low[i]`` is the lower-case form of token ``i``; ``cap[i]`` says that it begins with a capital letter. A line break
    (with the blank lines after it) is the token ``"\\n"``. A pronoun glued to a name ("ôngLê") is cut in two.
    ``padded`` is ``low`` with eight empty strings behind: an index up to eight tokens outside the text, on either side,
    finds one of them. ``known`` keeps what is worked out once a text: by a lexicon, or by a finder under its own name.
    """

    text: str
    start: list[int]
    end: list[int]
    low: list[str]
    cap: list[bool]
    index: Mapping[str, list[int]] = field(repr=False)
    padded: list[str] = field(repr=False)
    known: dict[object, Any] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.low)

    def slice(self, i: int, j: int) -> str:
        """The text from token ``i`` up to, not including, token ``j``."""
        return self.text[self.start[i] : self.end[j - 1]] if j > i else ""

    def at(self, i: int) -> str:
        """Lower-case token ``i``, or an empty string outside the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def where(self, words: Set[str]) -> list[int]:
        """The tokens whose lower-case form is one of some words, in the order of the text."""
        index = self.index
        return sorted(chain.from_iterable(map(index.__getitem__, index.keys() & words)))

    def figures(self) -> list[int]:
        """The tokens that begin with a digit, in the order of the text."""
        found = self.known.get(_FIGURES)
        if found is None:
            found = sorted(chain.from_iterable([at for word, at in self.index.items() if word[0].isdecimal()]))
            self.known[_FIGURES] = found
        return cast(list[int], found)

    def index_from(self, offset: int) -> int:
        """The first token that starts at or after ``offset``."""
        return bisect_left(self.start, offset)


def tokenize(text: str) -> Tokens:
    """Cut a folded text into :class:`Tokens` in one linear pass."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as "İ" that grows when lowered
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    cut = _CUT_USUAL if _USUAL.fullmatch(lower) else _CUT
    pieces = cut.split(lower)  # what lies before the first token, a token, what lies between it and the next ...
    lows, offsets = pieces[1::2], list(accumulate(map(len, pieces)))
    starts, ends = offsets[:-1:2], offsets[1::2]
    caps = [text[s] != lower[s] for s in starts]
    index = _by_word(lows)
    breaks = set(_BREAK.findall(lower))
    if breaks - {"\n"}:
        at = index["\n"] = sorted(chain.from_iterable(map(index.pop, breaks)))
        for k in at:
            lows[k] = "\n"
    cuts = _glued(text, lower, lows, starts)
    if cuts:
        lows, starts, ends, caps = _unglued(cuts, lows, starts, ends, caps)
        index = _by_word(lows)
    return Tokens(text, starts, ends, lows, caps, index, lows + _OUTSIDE)


def _by_word(words: list[str]) -> defaultdict[str, list[int]]:
    """Where each word stands, in the order of the text."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for k, word in enumerate(words):
        index[word].append(k)
    return index


def _glued(text: str, lower: str, lows: list[str], starts: list[int]) -> dict[int, int]:
    """The tokens that are a pronoun and a name, as the name's capital shows ("ôngLê", not "bàn"), and how long the
    pronoun is."""
    found = {}
    for pronoun in _GLUED:
        at = lower.find(pronoun)
        while at >= 0:
            name = at + len(pronoun)
            if text[name : name + 1].isupper() and not text[name - 1].isupper():
                k = bisect_right(starts, at) - 1
                if starts[k] == at and lows[k] != pronoun:
                    found[k] = len(pronoun)
            at = lower.find(pronoun, name)
    return found


def _unglued(
    cuts: Mapping[int, int], lows: list[str], starts: list[int], ends: list[int], caps: list[bool]
) -> tuple[list[str], list[int], list[int], list[bool]]:
    """The tokens with those cut in two that :func:`_glued` found."""
    pieces, begins, stops, capitals = list[str](), list[int](), list[int](), list[bool]()
    done = 0
    for k in sorted(cuts):
        cut = starts[k] + cuts[k]
        pieces += [*lows[done:k], lows[k][: cuts[k]], lows[k][cuts[k] :]]
        begins += [*starts[done : k + 1], cut]
        stops += [*ends[done:k], cut, ends[k]]
        capitals += [*caps[done : k + 1], True]
        done = k + 1
    return pieces + lows[done:], begins + starts[done:], stops + ends[done:], capitals + caps[done:]


class Hit(Generic[T]):
    """A term of a lexicon found at tokens ``i`` up to, not including, ``j``."""

    def __init__(self, i: int, j: int, value: T) -> None:
        self.i = i
        self.j = j
        self.value = value


class Lexicon(Generic[T]):
    """Terms (each some lower-case tokens, written with blanks between them) and what they mean; the longest match wins.

    ``first`` holds the first tokens of all terms: a look-up there tells cheaply that no term begins at a token.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        terms = [(words, value) for term, value in entries if (words := _TOKEN.findall(term))]
        self._root: dict[str, _Node] = _children(terms) or {}
        self.first = frozenset(self._root)

    def match(self, tokens: Tokens, i: int) -> Hit[T] | None:
        """The longest term that begins at token ``i``, or None."""
        node = self._root.get(tokens.low[i])
        if node is None:
            return None
        best, following = node
        if following is None or (node := following.get(tokens.padded[i + 1])) is None:
            return None if best is _NONE else Hit(i, i + 1, best)
        padded, end, j = tokens.padded, i + 1, i + 1
        while node is not None:
            j += 1
            value, following = node
            if value is not _NONE:
                best, end = value, j
            if following is None:
                break
            node = following.get(padded[j])
        return None if best is _NONE else Hit(i, end, best)

    def find(self, tokens: Tokens, i: int = 0, j: int | None = None) -> Iterator[Hit[T]]:
        """Every term between tokens ``i`` and ``j``, from left to right, without overlaps."""
        low = tokens.low
        stop = len(low) if j is None else j
        if stop - i == len(low):
            starts = tokens.where(self.first)
        else:
            words, first = low[i:stop], self.first
            if first.isdisjoint(words):
                return iter(())
            starts = [k for k, word in enumerate(words, i) if word in first]
        out: list[Hit[T]] = []
        for k in starts:
            if k >= i:
                hit = self.match(tokens, k)
                if hit is not None and hit.j <= stop:
                    out.append(hit)
                    i = hit.j
        return iter(out)

    def any(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether some term stands between tokens ``i`` and ``j``."""
        words, first = tokens.low[i:j], self.first
        if first.isdisjoint(words):
            return False
        for k in [k for k, word in enumerate(words, i) if word in first]:
            hit = self.match(tokens, k)
            if hit is not None and hit.j <= j:
                return True
        return False

    def occurs(self, tokens: Tokens) -> bool:
        """Whether some term stands anywhere in the text; worked out once a text, for terms that few texts have."""
        key = (self, "occurs")
        if key not in tokens.known:
            tokens.known[key] = self._occurs(tokens)
        return bool(tokens.known[key])

    def _occurs(self, tokens: Tokens) -> bool:
        index = tokens.index
        for word in index.keys() & self.first:
            value, following = self._root[word]
            if value is not _NONE:
                return True
            if following is not None and not index.keys().isdisjoint(following.keys()):
                for k in index[word]:
                    if self.match(tokens, k) is not None:
                        return True
        return False

    def starts(self, tokens: Tokens, i: int, j: int) -> list[int]:
        """The tokens from ``i`` up to, not including, ``j`` with which a term may begin: for who asks often."""
        starts = tokens.known.get(self)
        if starts is None:
            starts = tokens.known[self] = tokens.where(self.first)
        return starts[bisect_left(starts, i) : bisect_left(starts, j)]


_NONE = object()  # what a node of the trie means where no term ends


def _children(terms: Sequence[tuple[list[str], Any]]) -> dict[str, _Node] | None:
    """The trie of some terms: under the first token of each what it means alone, and the trie of what may follow."""
    alone: dict[str, Any] = {}
    longer: dict[str, list[tuple[list[str], Any]]] = {}
    for words, value in terms:
        rest = longer.setdefault(words[0], [])
        if words[1:]:
            rest.append((words[1:], value))
        else:
            alone[words[0]] = value
    return {word: (alone.get(word, _NONE), _children(rest)) for word, rest in longer.items()} or None
