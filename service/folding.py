"""One spelling for text that is written in several, with the way back to the text as submitted.

Vietnamese is written with precomposed or combining marks, with the tone on either vowel of an open `oa`, `oe`, `uy`
(`hoá`/`hóa`, `thuỷ`/`thủy`), and pasted with no-break spaces, soft hyphens and a Đ that is really the Icelandic Eth.
None of that changes a word. `fold` removes it, so that every later station compares plain strings; `Folded` maps each
offset back, so that every span quotes the submitted text exactly.

What `fold` changes, and nothing else:

- canonical composition (NFC);
- the tone mark of an open final `oa`, `oe`, `uy` goes to the first vowel ("hòa", "khỏe", "ủy"), except after `q`;
- `Ð ð Ɖ` become `Đ đ Đ`;
- no-break, thin, ideographic spaces and tabs become a plain space, each foreign line end becomes a line feed;
- soft hyphens, zero-width and bidirectional control characters are dropped.

Time is linear in the length of the text. Text that is already composed costs two scans and no map.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from schemas import TextSpan

_DROPPED_CHARS = "\u00ad\u180e\ufeff" + "".join(
    map(chr, [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A)])
)
_DROPPED = re.compile(f"[{_DROPPED_CHARS}]")

# Characters that may compose with the one before, or are dropped: all but Latin letters and common punctuation.
_SUSPECT = re.compile("[\u00ad\u0300-\u1dff\u1f00-\u200f\u2028-\U0010ffff]+")

_SAME_LENGTH = {
    **dict.fromkeys("\t\v\f\u00a0\u1680\u202f\u205f\u3000", " "),
    **{chr(code): " " for code in range(0x2000, 0x200B)},
    **dict.fromkeys("\x85\u2028\u2029", "\n"),
    "\u00d0": "\u0110",
    "\u00f0": "\u0111",
    "\u0189": "\u0110",
}
_ODD_LETTERS = [odd for odd in _SAME_LENGTH if odd.isprintable()]  # no other odd character is printable

_LAST_PLAIN = "\u02ff"  # no mark stands before
_TONES = "\u0300\u0301\u0309\u0303\u0323"


def _tone_table() -> dict[str, str]:
    """Map each two-letter ending in the newer tone placement ("oá") to the classic one ("óa"), in every case."""
    table = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            for one in (first, first.upper()):
                for two in (second, second.upper()):
                    newer = one + unicodedata.normalize("NFC", two + tone)
                    table[newer] = unicodedata.normalize("NFC", one + tone) + two
    return table


_TONE_TABLE = _tone_table()
_TONED_A_E = "".join(sorted({pair[1] for pair in _TONE_TABLE if pair[0] in "oO"}))
_TONED_Y = "".join(sorted({pair[1] for pair in _TONE_TABLE if pair[0] in "uU"}))

# A letter after the pair makes the syllable closed ("hoàn", "khuỷu"), where the tone's place is not in question. One
# pattern for each first letter: a text is searched for a letter three times as fast as for one of several.
_NEWER_TONE = [
    re.compile(f"{first}[{second}](?![^\\W\\d_])")
    for first, second in (("o", _TONED_A_E), ("u", _TONED_Y), ("O", _TONED_A_E), ("U", _TONED_Y))
]
_ODD = re.compile(f"[{''.join(map(re.escape, _SAME_LENGTH))}]")
_ODD_OR_DROPPED = re.compile(f"[{''.join(map(re.escape, _SAME_LENGTH))}{_DROPPED_CHARS}\r]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in one spelling, and the map of its offsets to the text as submitted.

    `source` is the text as submitted, `text` the folded one; offsets count Unicode code points. `edits` holds the
    stretches whose length changed, in order, as (source start, source end, folded start, folded end); it is empty when
    both texts have the same offsets.
    """

    source: str
    text: str
    edits: tuple[tuple[int, int, int, int], ...] = ()

    def source_start(self, i: int) -> int:
        """Return the source offset at which the folded character `i` begins; the end of the text for its length."""
        if not self.edits:
            return i
        k = bisect_right(self.edits, i, key=_folded_start) - 1
        if k < 0:
            return i
        _, source_end, folded_start, folded_end = self.edits[k]
        if folded_start <= i < folded_end:
            return self.edits[k][0]
        return source_end + i - folded_end

    def source_end(self, j: int) -> int:
        """Return the source offset just after the folded character `j - 1`; 0 for `j` = 0."""
        if not self.edits or j <= 0:
            return j
        k = bisect_right(self.edits, j - 1, key=_folded_start) - 1
        # A dropped stretch has no folded character: it lies before the character at its offset, never inside.
        if k < 0:
            return j
        _, source_end, folded_start, folded_end = self.edits[k]
        if folded_start <= j - 1 < folded_end:
            return source_end
        return source_end + j - folded_end

    def folded_offset(self, source_offset: int) -> int:
        """Return the folded offset of a source offset; one inside a changed stretch goes to the stretch's start."""
        if not self.edits:
            return source_offset
        k = bisect_right(self.edits, source_offset, key=_source_start) - 1
        if k < 0:
            return source_offset
        _, source_end, folded_start, folded_end = self.edits[k]
        if source_offset < source_end:
            return folded_start
        return source_offset - source_end + folded_end

    def span(self, i: int, j: int) -> TextSpan:
        """Return the span of the source that the folded characters from `i` to `j` (exclusive) stand for.

        A base letter keeps its combining marks, so the span can be a little wider than asked for.

        Raises ValueError when the range is empty or outside the text.
        """
        start, end = self.source_range(i, j)
        return TextSpan(start=start, end=end, exact=self.source[start:end])

    def exact(self, i: int, j: int) -> str:
        """Return what the source has where `span` would be; raises like it."""
        start, end = self.source_range(i, j)
        return self.source[start:end]

    def source_range(self, i: int, j: int) -> tuple[int, int]:
        """Return where `span` begins and ends; raises like it."""
        text = self.text
        if not 0 <= i < j <= len(text):
            raise ValueError(f"no span from {i} to {j} in a folded text of {len(text)} characters")
        while i > 0 and text[i] > _LAST_PLAIN and _is_mark(text[i]):
            i -= 1
        while j < len(text) and text[j] > _LAST_PLAIN and _is_mark(text[j]):
            j += 1
        return (self.source_start(i), self.source_end(j)) if self.edits else (i, j)


def fold(text: str) -> Folded:
    """Fold a text to one spelling. Never fails: unpaired surrogates pass unchanged."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        usual = text.replace("\u00a0", " ")  # the one odd character that articles are full of
        if usual.replace("\n", " ").isprintable() and not any(map(usual.__contains__, _ODD_LETTERS)):
            return Folded(text, _place_tones(usual))
        odd = _ODD_OR_DROPPED.search(text)
        if odd is None:
            return Folded(text, _place_tones(text))
        if not _DROPPED.search(text, odd.start()):
            return Folded(text, _respell(text))
    composed, edits = _compose(text)
    return Folded(text, _respell(composed), edits)


def fold_key(text: str) -> str:
    """Return the key under which names and titles are equal: folded, lower case, whitespace collapsed and trimmed."""
    if text.isascii():
        return " ".join(text.lower().split())
    return _fold_key(text) if len(text) <= _KEY_CACHED else _make_key(text)


_KEY_CACHED = 120


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text with no letter or digit right before or behind; no words never do.

    Text and words are compared letter for letter: fold both, or make keys of both.
    """
    at = text.find(words) if words else -1
    while at >= 0:
        if not text[max(at - 1, 0) : at].isalnum() and not text[at + len(words) : at + len(words) + 1].isalnum():
            return True
        at = text.find(words, at + 1)
    return False


def _make_key(text: str) -> str:
    return " ".join(_respell(_compose(text)[0].lower()).split())


_fold_key = lru_cache(maxsize=8192)(_make_key)


def _folded_start(edit: tuple[int, int, int, int]) -> int:
    return edit[2]


def _source_start(edit: tuple[int, int, int, int]) -> int:
    return edit[0]


def _is_mark(char: str) -> bool:
    return char > _LAST_PLAIN and unicodedata.category(char)[0] == "M"


def _respell(text: str) -> str:
    """Apply the replacements that keep the length; `text` is composed."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")

    return _place_tones(_ODD.sub(_replace_odd, text))


def _place_tones(text: str) -> str:
    for newer in _NEWER_TONE:
        text = newer.sub(_place_tone, text)
    return text


def _place_tone(match: re.Match[str]) -> str:
    text, found, start, end = match.string, match[0], match.start(), match.end()
    # "quý" has its tone in place: the u belongs to the consonant. A further mark on the second vowel would compose
    # anew after the swap; no Vietnamese word has one.
    if (start and text[start - 1] in "qQ" and found[0] in "uU") or (end < len(text) and _is_mark(text[end])):
        return found
    return _TONE_TABLE[found]


def _replace_odd(match: re.Match[str]) -> str:
    return _SAME_LENGTH[match[0]]


def _compose(text: str) -> tuple[str, tuple[tuple[int, int, int, int], ...]]:
    """Compose and drop, stretch by stretch; return the new text and the stretches whose length changed."""
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    done = 0  # source characters written to pieces
    shift = 0  # folded offset minus source offset, after the last edit
    for match in _SUSPECT.finditer(text):
        at = max(match.start() - 1, 0)  # the letter before can be the base of the first mark
        raw = text[at : match.end()]
        for length, composed in _clusters_cached(raw) if len(raw) <= _CLUSTER_CACHED else _clusters(raw):
            if composed is not None:
                pieces.append(text[done:at])
                pieces.append(composed)
                done = at + length
                if len(composed) != length:
                    edits.append((at, done, at + shift, at + shift + len(composed)))
                    shift += len(composed) - length
            at += length
    if not pieces:
        return text, ()
    pieces.append(text[done:])
    return "".join(pieces), tuple(edits)


_CLUSTER_CACHED = 12
_UNIT_LIMIT = 64  # UAX #15 calls 30 marks on one letter the most that a text needs


def _clusters(run: str) -> list[tuple[int, str | None]]:
    """Split a run of suspects into units that compose alone: (source length, new text, or None when unchanged).

    A unit is a starter with the marks behind it. Dropped characters behind the last mark are units of their own, so
    that no span takes them along. A unit longer than any script writes stays as it is: the standard library sorts
    marks in quadratic time, and a megabyte of them would take hours.
    """
    units: list[tuple[int, str | None]] = []
    start = 0
    for end in range(1, len(run) + 1):
        if end < len(run) and _continues(run[end]):
            continue
        raw = run[start:end]
        tail = len(raw) - len(raw.rstrip(_DROPPED_CHARS))
        body = raw[: len(raw) - tail] if tail else raw
        if body:
            sane = len(body) <= _UNIT_LIMIT
            composed = unicodedata.normalize("NFC", _DROPPED.sub("", body)) if sane else body
            units.append((len(body), None if composed == body else composed))
        if tail:
            units.append((tail, ""))
        start = end
    return units


_clusters_cached = lru_cache(maxsize=4096)(_clusters)


def _continues(char: str) -> bool:
    """Whether a character can belong to the unit of the one before: marks, Hangul vowels and finals, dropped ones."""
    return (
        unicodedata.category(char)[0] == "M"
        or "\u1160" <= char <= "\u11ff"
        or "\U00016d63" <= char <= "\U00016d6a"
        or char in _DROPPED_CHARS
    )
