"""Vietnamese number words and their grammar: "hai mươi mốt", "một trăm linh năm", "hai nghìn rưỡi".

A group below one thousand is followed by its scale; scales fall from left to right. After tens five is "lăm", so that
"hai mươi năm" is twenty years; after a hundred or a scale a lone digit needs "linh" or "lẻ".
"""

from __future__ import annotations

from collections.abc import Sequence

UNITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_AFTER_TENS = {**UNITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_COLLOQUIAL = {"mốt": 1, "lăm": 5, "nhăm": 5}  # "hai lăm" for "hai mươi lăm"
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_TENS = {"mươi", "chục"}
_ZERO_TENS = {"linh", "lẻ"}

MAX_DIGITS = 18  # a longer number is an identifier


def word_set(text: str) -> frozenset[str]:
    """A set of words, written as one text."""
    return frozenset(text.split())


NOT_SCALE = {  # scale word -> next words with which it is none
    "tỷ": word_set("lệ trọng số giá suất mỉ"),
    "tỉ": word_set("lệ trọng số giá suất mỉ"),
    "triệu": word_set("tập hồi phú sơn phong"),
    "vạn": word_set("ninh an phúc thắng lý tường"),
}
VOCABULARY = frozenset([*_AFTER_TENS, *SCALES, *_TENS, *_ZERO_TENS, "mười", "trăm", "không", "rưỡi"])


def parse_number_words(words: Sequence[str]) -> int | None:
    """Return the value of lower-case, folded number words that are one whole number; None when they are not."""
    if not words:
        return None
    if list(words) == ["không"]:
        return 0
    value, used = parse_prefix(words)
    return value if used == len(words) else None


def parse_prefix(words: Sequence[str]) -> tuple[int, int]:
    """Read the longest number at the start of `words`; return its value and how many words it takes (0: none)."""
    total = 0
    limit = 10**MAX_DIGITS
    at = 0
    while at < len(words):
        if at and words[at] == "không" and words[at + 1 : at + 2] == ["trăm"]:
            group, used = _parse_group(words, at + 2, after_scale=True)
            used = used + 2 if used else 0
        else:
            group, used = _parse_group(words, at, after_scale=at > 0)
        if not used:
            break
        after = at + used
        scale = 1
        while after < len(words) and words[after] in SCALES and not _other_sense(words, after):
            scale *= SCALES[words[after]]
            after += 1
        if scale >= limit:
            break
        if scale > 1 and words[after : after + 1] == ["rưỡi"]:
            return total + group * scale + scale // 2, after + 1
        total += group * scale
        at, limit = after, scale
        if scale == 1:
            break
    return total, at


def _other_sense(words: Sequence[str], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1] in NOT_SCALE.get(words[at], ())


def _parse_group(words: Sequence[str], at: int, after_scale: bool) -> tuple[int, int]:
    """Read a number below one thousand at `at`; return its value and how many words it takes (0: none)."""
    first = words[at]
    if after_scale and first in _ZERO_TENS:
        tens, used = _parse_tens(words, at + 1) if at + 1 < len(words) else (0, 0)
        return tens, used + 1 if used else 0
    if first in UNITS and words[at + 1 : at + 2] == ["trăm"]:
        hundreds, used = UNITS[first] * 100, 2
        if at + 2 < len(words):
            if words[at + 2] == "rưỡi":
                return hundreds + 50, 3
            if words[at + 2] in _ZERO_TENS and at + 3 < len(words) and words[at + 3] in _AFTER_TENS:
                return hundreds + _AFTER_TENS[words[at + 3]], 4
            tens, more = _parse_tens(words, at + 2)
            if more > 1 or (more == 1 and tens == 10):
                return hundreds + tens, 2 + more
        return hundreds, used
    tens, used = _parse_tens(words, at)
    # After a scale a lone digit needs "linh" or "lẻ"; "một nghìn năm" is a thousand years.
    if after_scale and used == 1 and tens < 10 and words[at + 1 : at + 2] not in _SCALE_WORDS:
        return 0, 0
    return tens, used


_SCALE_WORDS = [[scale] for scale in SCALES]


def _parse_tens(words: Sequence[str], at: int) -> tuple[int, int]:
    """Read a number below one hundred at `at`; return its value and how many words it takes (0: none)."""
    first = words[at]
    second = words[at + 1] if at + 1 < len(words) else ""
    if first == "mười":
        if second in _AFTER_TENS and second not in ("năm", "mốt", "tư"):
            return 10 + _AFTER_TENS[second], 2
        return 10, 1
    if first not in UNITS:
        return 0, 0
    if second in _TENS:
        third = words[at + 2] if at + 2 < len(words) else ""
        # "hai mươi năm" is twenty years: five after tens is "lăm".
        if third in _AFTER_TENS and third != "năm":
            return UNITS[first] * 10 + _AFTER_TENS[third], 3
        return UNITS[first] * 10, 2
    if second in _COLLOQUIAL and first != "một":
        return UNITS[first] * 10 + _COLLOQUIAL[second], 2
    return UNITS[first], 1
