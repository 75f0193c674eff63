"""The title of a document: what it is on, told behind its number."""

from __future__ import annotations

from service.rules.tokens import Tokens

_TITLE_ENDS = frozenset(["thay", "có", "trong", "theo", "do", "ban", "được", "ngày", "tỉnh", "để", "nhằm"])


def title_of(tokens: Tokens, j: int, end: int) -> str | None:
    """The clause "về ..." behind a document that ends at token ``j``, up to the next stop; None for none."""
    if tokens.at(j) != "về":
        return None
    k = j + 1
    while k < end and k - j < 40 and tokens.low[k] not in '.;()"”“\n:':
        ends = k + 1 >= len(tokens.low) or tokens.cap[k + 1] or tokens.low[k + 1] in _TITLE_ENDS
        if (tokens.low[k] == "," and ends) or _says(tokens, k):
            break
        k += 1
    return tokens.slice(j, k)


_SAYING = (["đặt", "mục"], ["đặt", "ra"], ["đề", "ra"], ["nêu", "rõ"], ["ghi", "rõ"], ["chỉ", "rõ"], ["nói", "rõ"])
"""How what a document says begins behind its title."""


def _says(tokens: Tokens, k: int) -> bool:
    """Whether at token ``k`` a title is over and what the document says begins: "... quy định rõ số lượng"."""
    words = tokens.low[k : k + 3]
    return words[:2] in _SAYING or (words[2:] == ["rõ"] and words[0] in ("quy", "xác", "yêu"))
