"""Where a text has digits: the one scan that the finders of dates, documents, ratios and provisions share."""

from __future__ import annotations

from service.rules.doc import Doc

_CACHE = "number_tokens"


def number_tokens(doc: Doc) -> list[int]:
    """The tokens of a document that begin with a digit, from left to right; computed once per document."""
    found = doc.cache.get(_CACHE)
    if not isinstance(found, list):
        found = [i for i, word in enumerate(doc.tokens.low) if "0" <= word[0] <= "9"]
        doc.cache[_CACHE] = found
    return found
