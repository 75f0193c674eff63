"""The exception tree: codes, messages, and its picture in the module's docstring."""

import pickle
import re

import pytest

from service import errors
from service.errors import LuanChuyenError, all_errors
from tests.service.sample_errors import make


@pytest.mark.parametrize("kind", all_errors())
def test_message_is_complete_in_both_languages(kind: type[LuanChuyenError]) -> None:
    """Each error fills its message in English and in Vietnamese, and the two differ."""
    error = make(kind)
    english, vietnamese = error.message("en"), error.message("vi")
    assert english == str(error) != vietnamese
    assert not re.search(r"\{[a-z]", english + vietnamese)
    assert kind.title == error.heading("en") != error.heading("vi") == kind.title_vi
    assert english.endswith(".")
    assert english.count(".") >= 2, "says what is wrong and how to put it right"


@pytest.mark.parametrize("kind", all_errors())
def test_tree_in_the_docstring_is_the_tree(kind: type[LuanChuyenError]) -> None:
    """The module's docstring shows each class with its code, status and values."""
    assert errors.__doc__
    values = [name for name in vars(make(kind)) if name not in ("summary", "names")]
    line = next(line for line in errors.__doc__.splitlines() if re.search(rf"\b{kind.__name__}\b", line))
    assert line.split()[line.split().index(kind.__name__) + 1 :][:2] == [kind.code, str(kind.status)]
    shown = re.sub(r"\(.*\)", "", line.split(str(kind.status), 1)[1]).replace(",", " ").split()
    assert set(shown) == set(values)


def test_codes_are_unique() -> None:
    """No two errors share a code."""
    codes = [kind.code for kind in all_errors()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("kind", all_errors())
def test_errors_cross_processes(kind: type[LuanChuyenError]) -> None:
    """An error keeps class, values and message through pickle."""
    error = make(kind)
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), vars(copy), str(copy)) == (type(error), vars(error), str(error))
