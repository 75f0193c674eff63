"""The messages of the checks: complete, in both languages, with the same values."""

import string

import pytest

from schemas import Cause, CheckCode, CountUnit, Level
from service.checks import CHECKS
from service.messages import CAUSES, FIELDS, LANGUAGES, TEMPLATES, TERMS, cause_sentence, field_message, message, term


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", [check.__name__ for check in CHECKS])
def test_each_code_has_messages(code: str) -> None:
    """Every check has a message for passing and one for not, in each language."""
    cases = [name.partition(".")[2] for name in TEMPLATES if name.partition(".")[0] == code]
    assert "pass" in cases
    assert len(cases) > 1


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_languages_say_the_same(name: str) -> None:
    """Both languages have the template, differ, and take the same values; the name begins with a code."""
    vi, en = TEMPLATES[name]
    assert CheckCode(name.partition(".")[0])
    assert vi
    assert en
    assert vi != en
    assert _placeholders(vi) == _placeholders(en)
    assert len(LANGUAGES) == 2


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_what_is_wrong_with_a_field_is_said_in_both_languages(kind: str) -> None:
    """Both languages have the words, differ, and take the same values."""
    assert field_message(kind, "vi", 2000) != field_message(kind, "en", 2000)
    assert _placeholders(FIELDS[kind][0]) == _placeholders(FIELDS[kind][1])


def test_a_limit_is_written_in_the_language() -> None:
    """The limit of a length is grouped as the language does."""
    assert field_message("too_long", "vi", 2000) == "dài hơn 2.000 ký tự"
    assert field_message("too_long", "en", 2000) == "has more than 2,000 characters"


def test_causes_and_terms() -> None:
    """Each cause, level and unit of the contract has its words in both languages."""
    for cause in Cause:
        assert cause_sentence(cause.value, "vi") != cause_sentence(cause.value, "en")
    assert set(CAUSES) == {cause.value for cause in Cause}
    assert {level.value for level in Level} | {unit.value for unit in CountUnit} <= set(TERMS)
    assert term(None, "vi") == "không rõ"


def test_numbers_are_written_in_the_language() -> None:
    """Vietnamese groups thousands with dots and has a decimal comma; English the other way round."""
    values = {"numerator": 1644, "denominator": 20000, "percent": 8.22}
    assert message("percent_matches_ratio.pass", "vi", values) == "1.644/20.000 đúng bằng 8,22%."
    assert message("percent_matches_ratio.pass", "en", values) == "1,644/20,000 is 8.22%."


def test_missing_value_is_an_error() -> None:
    """A template without one of its values is a KeyError, never a half-filled sentence."""
    with pytest.raises(KeyError):
        message("members_match_count.pass", "vi", {})
