"""What the finders of dates, documents, ratios and provisions share: where a text has digits, and how far they look.

No finder looks further than ``REACH`` tokens from where it stands, so that its time stays linear in the length of the
text even where a "sentence" has no end.
"""

from __future__ import annotations

from service.rules.doc import Doc

REACH = 160
_CACHE = "number_tokens"


def number_tokens(doc: Doc) -> list[int]:
    """The tokens of a document that begin with a digit from 0 to 9, from left to right; computed once per document."""
    cached = doc.cache.get(_CACHE)
    if isinstance(cached, list):
        return cached
    found = [k for k in doc.tokens.figures() if doc.tokens.low[k].isascii()]
    doc.cache[_CACHE] = found
    return found


def nearby(doc: Doc, i: int, reach: int = REACH) -> tuple[int, int]:
    """The sentence that holds token ``i``, clipped to ``reach`` tokens on either side."""
    begin, end = doc.sentence_of(i)
    floor, ceiling = i - reach, i + reach
    return begin if begin > floor else floor, end if end < ceiling else ceiling
