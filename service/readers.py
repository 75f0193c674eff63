"""The readers by name: which of them there are, which is used where none is named, and which can be used here."""

from __future__ import annotations

from functools import cache, lru_cache

from service.desk import ModelReader
from service.errors import UnknownReader
from service.reading import Reader
from service.settings import Settings, load_settings

READERS = ("rules", "llm", "hybrid")
"""Every reader of the contract, in the order of its table."""


def default_reader(settings: Settings) -> str:
    """The reader used where none is named: LUANCHUYEN_READER; else hybrid where a model is set, rules where none is."""
    return settings.reader or ("hybrid" if settings.model else "rules")


def get_reader(name: str, settings: Settings | None = None) -> Reader | ModelReader:
    """The reader of this name; a reader is made once for the same settings, by default the environment's, and shared.

    Raises UnknownReader for a name the contract does not have, ModelNotConfigured for a reader that needs a model
    where none is set.
    """
    if name == "rules":
        return _rule_reader()
    if name not in READERS:
        raise UnknownReader(reader=name, known=READERS)
    return _model_reader(name, settings or load_settings())


@cache
def _rule_reader() -> Reader:
    from service.rules.reader import RuleReader

    return RuleReader()


@lru_cache(maxsize=16)
def _model_reader(name: str, settings: Settings) -> ModelReader:
    from service.model.hybrid import HybridReader
    from service.model.provider import Provider
    from service.model.reader import LlmReader

    if name == "hybrid":
        reader = _model_reader("llm", settings)
        assert isinstance(reader, LlmReader)
        return HybridReader(reader)
    return LlmReader(Provider.from_settings(settings), settings)
