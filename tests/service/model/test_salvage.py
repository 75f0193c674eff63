"""What is whole in a reply: cut off anywhere, broken anywhere, in whatever wrapping."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.model.salvage import salvage
from tests.service.model.scripted import good, part, total

WHOLE = json.dumps(good(), ensure_ascii=False)
ITEMS = salvage(WHOLE).items


def test_a_whole_reply_gives_every_item() -> None:
    """Every item of a sound reply is taken, in order, and nothing is refused."""
    found = salvage(WHOLE)
    assert [kind for kind, _ in found.items] == ["totals", "parts", "parts", "parts", "moves"]
    assert (found.refused, found.broken_off) == ([], False)


@given(st.integers(0, len(WHOLE) - 1))
def test_a_reply_cut_off_gives_what_is_whole_before_the_cut(at: int) -> None:
    """Whatever is left of a reply, its items are the first of the whole one's, unchanged, and the cut is noticed."""
    found = salvage(WHOLE[:at])
    assert found.items == ITEMS[: len(found.items)]
    assert found.broken_off


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    """Text that is no answer gives no item and never an exception."""
    assert salvage(text).items == []
    assert salvage('{"totals": [' + text).items == []


@pytest.mark.parametrize("wrapped", [f"```json\n{WHOLE}\n```", f"Here it is:\n{WHOLE}\nAnything else?"])
def test_wrapping_does_not_matter(wrapped: str) -> None:
    """A Markdown fence or talk around the object changes nothing."""
    assert salvage(wrapped).items == ITEMS
    assert not salvage(wrapped).broken_off


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"value": 9,', '"value": nine,', "not_json"),
        ('"value": 9,', '"value": "nine",', "wrong_shape"),
        ('"unit": "person", "qualifier": "exact", "from_level": "district"', '"from_level": "district"', "wrong_shape"),
    ],
)
def test_a_broken_item_costs_no_other(old: str, new: str, reason: str) -> None:
    """An item that is no JSON, has a wrong value or misses one is refused with its reason; its neighbours stay."""
    broken = WHOLE.replace(old, new, 1)
    assert broken != WHOLE
    found = salvage(broken)
    assert len(found.items) == len(ITEMS) - 1
    assert reason in [refused.reason for refused in found.refused]
    assert not found.broken_off


def test_a_value_that_can_be_missing_is_taken_out() -> None:
    """Wrong values that an item can do without become null or leave their list; unknown fields are left out."""
    raw = total(24, "luân chuyển 24 cán bộ", cadre_level="county", roles=["secretary", "king"], mood="good")
    del raw["term"]
    [(_, item)] = salvage(json.dumps({"totals": [raw]})).items
    assert item.model_dump()["cadre_level"] is None
    assert item.model_dump()["roles"] == ["secretary"]
    assert item.model_dump()["term"] is None


def test_unknown_lists_and_elements_are_passed_over() -> None:
    """A list of unknown name is skipped; an element that is no object is refused alone."""
    reply = {"notes": [{"totals": [total(5, "x")]}], "parts": [7, part(9, "9 đồng chí", "x")], "moves": None}
    found = salvage(json.dumps(reply))
    assert [kind for kind, _ in found.items] == ["parts"]
    assert [refused.reason for refused in found.refused] == ["wrong_shape"]


def test_depth_and_length_are_survived() -> None:
    """A hundred thousand open brackets, or a megabyte of a broken string, end in no item and no crash."""
    assert salvage('{"totals": [' + "[" * 100_000).items == []
    assert salvage('{"totals": [{"quotes": ["' + "a" * 1_000_000).broken_off
