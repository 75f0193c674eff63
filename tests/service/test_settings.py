"""Settings from the environment."""

import pytest

from service.errors import InvalidSettings
from service.settings import load_settings


def test_environment_sets_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable LUANCHUYEN_<FIELD> sets the field; an empty one leaves the default."""
    monkeypatch.setenv("LUANCHUYEN_PORT", "9001")
    monkeypatch.setenv("LUANCHUYEN_LANG", "en")
    monkeypatch.setenv("LUANCHUYEN_HOST", "")
    settings = load_settings()
    assert (settings.port, settings.lang, settings.host) == (9001, "en", "127.0.0.1")


def test_wrong_values_name_the_variable_and_not_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that cannot be used is an error that names the variable and does not repeat the value."""
    monkeypatch.setenv("LUANCHUYEN_PORT", "geheim")
    monkeypatch.setenv("LUANCHUYEN_LOG_FORMAT", "xml")
    with pytest.raises(InvalidSettings) as caught:
        load_settings()
    assert [name for name, _ in caught.value.problems] == ["LUANCHUYEN_PORT", "LUANCHUYEN_LOG_FORMAT"]
    assert "geheim" not in str(caught.value)
