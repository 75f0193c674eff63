"""The readers by name, and which one is used where none is named."""

import pytest

from service.desk import ModelReader
from service.errors import ModelNotConfigured, UnknownReader
from service.readers import READERS, default_reader, get_reader
from service.reading import Reader
from service.settings import Settings


def test_the_default_is_hybrid_with_a_model_and_rules_without() -> None:
    """LUANCHUYEN_READER says otherwise, in both cases."""
    assert default_reader(Settings()) == "rules"
    assert default_reader(Settings(model="m")) == "hybrid"
    assert default_reader(Settings(model="m", reader="rules")) == "rules"
    assert default_reader(Settings(reader="llm")) == "llm"


def test_each_reader_has_its_name_and_is_made_once() -> None:
    """The same name and settings give the same reader; another model gives another."""
    settings = Settings(model="openai/m", api_base="http://127.0.0.1:9/v1")
    for name in READERS:
        reader = get_reader(name, settings)
        assert reader.name == name
        assert reader is get_reader(name, settings)
    assert isinstance(get_reader("rules"), Reader)
    assert isinstance(get_reader("hybrid", settings), ModelReader)
    assert not isinstance(get_reader("rules"), ModelReader)
    other = Settings(model="openai/n", api_base="http://127.0.0.1:9/v1")
    assert get_reader("llm", other) is not get_reader("llm", settings)


@pytest.mark.parametrize("name", ["llm", "hybrid"])
def test_a_reader_without_its_model_is_an_error(name: str) -> None:
    """A reader that needs a model cannot be had where none is set; an unknown name is another error."""
    with pytest.raises(ModelNotConfigured):
        get_reader(name, Settings())
    with pytest.raises(UnknownReader):
        get_reader("magic", Settings())
