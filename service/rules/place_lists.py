"""Bare names of a list of localities: "gồm: Thành ủy Tam Kỳ, các Huyện ủy: Đại Lộc, Nông Sơn" names three."""

from __future__ import annotations

from service.rules.tokens import Tokens

_OPENERS = frozenset(["gồm", "bao", "là", ":", "(", "đó", "cụ", "thể", "các", "những", "tại", "ở", ",", "như"])
_OPENING_WORDS = frozenset(["gồm", ":", "("])
_KIND_WORDS = frozenset(
    [
        "thành", "huyện", "thị", "tỉnh", "quận", "đảng", "ủy", "xã", "phường", "trấn", "phố", "tp", "tx", "tt", "các",
        ":", "đảo", "bộ", "những", "(", ")", "và", ",", ";", "-", "–",
    ]
)  # fmt: skip
_LOWER_KIND = frozenset(["ủy", "xã", "phố", "trấn", "bộ"])


def listed_places(tokens: Tokens, i: int, end: int, count: int | None) -> list[str]:
    """The names of the places listed at token ``i``, as written, without the words of their kind; [] where none are.

    Behind a bare "là" they are a list only where they are as many as the ``count`` that announces them.
    """
    opened = tokens.at(i) == "là"
    names = _names(tokens, i, end, opened)
    return names if not opened or len(names) == count else []


def _names(tokens: Tokens, i: int, end: int, opened: bool) -> list[str]:
    """The names behind the words that open a list at token ``i``; ``opened`` where one is open without them."""
    k = i
    while k < end and k - i < 6 and tokens.low[k] in _OPENERS:
        opened = opened or tokens.low[k] in _OPENING_WORDS
        k += 1
    if not opened:
        return []
    names: list[str] = []
    while k < end:
        word = tokens.low[k]
        if word in _KIND_WORDS and not _part_of_name(tokens, k):
            if word == ")":
                break
            k += 1
            continue
        if not tokens.cap[k]:
            break
        j = k
        while j < end and tokens.cap[j] and (j == k or not _new_kind(tokens, j)):
            j += 1
        names.append(tokens.slice(k, j))
        k = j
        if tokens.at(k) not in (",", ";", "và", ")", "-", "–"):
            break
    return names


def _part_of_name(tokens: Tokens, k: int) -> bool:
    """Whether a word that can name a kind of unit is here a name's first word: "Thành Mỹ", "Quận" never."""
    word, after = tokens.low[k], tokens.padded[k + 1]
    if not tokens.cap[k] or not word.isalpha():
        return False
    if word in ("thành", "thị", "đảng"):
        return after not in _LOWER_KIND and tokens.cap[k + 1] if k + 1 < len(tokens) else False
    return False


def _new_kind(tokens: Tokens, j: int) -> bool:
    """Whether a capital word inside a run begins the next unit: "Tam Kỳ Huyện ủy Đại Lộc"."""
    return tokens.low[j] in ("huyện", "thành", "thị", "tỉnh", "quận") and tokens.at(j + 1) in _LOWER_KIND
