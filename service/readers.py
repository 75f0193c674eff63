"""The readers by name: which of them there are, and which can be used here."""

from __future__ import annotations

from functools import cache

from service.errors import ReaderUnavailable, UnknownReader
from service.reading import Reader

READERS = ("rules", "llm", "hybrid")
"""Every reader of the contract, in the order of its table."""


@cache
def get_reader(name: str) -> Reader:
    """The reader of this name; a reader is made once and shared.

    Raises UnknownReader for a name the contract does not have, ReaderUnavailable for one that cannot be used here.
    """
    if name == "rules":
        from service.rules.reader import RuleReader

        return RuleReader()
    if name in READERS:
        raise ReaderUnavailable(reader=name)
    raise UnknownReader(reader=name, known=READERS)
