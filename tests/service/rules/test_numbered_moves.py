"""Long numbered lists of moves, and what the same sentence says that a person was before."""

import pytest

from tests.service.rules.moves_told import events_of, moves_of

_PLACES = ["Long Thành", "Long Phước", "Phước Thái", "Bình An", "An Phước", "Tam Phước", "Phước Bình", "Lộc An"]
_NAMES = ["An", "Bình", "Cường", "Dũng", "Khoa", "Phúc", "Giang", "Hải"]


def test_a_numbered_list_goes_on_far_behind_its_head() -> None:
    """The last item "8. Ông A – POST: giữ chức POST" still is an item of the decision announced at the head."""
    rows = [
        f"{k}. Ông Vi Văn {name} – Chủ tịch UBND xã {place}: giữ chức Bí thư Đảng ủy xã {place}."
        for k, (name, place) in enumerate(zip(_NAMES, _PLACES, strict=True), 1)
    ]
    head = "Sáng 1/7, Tỉnh ủy Đồng Nai công bố quyết định điều động, bổ nhiệm lãnh đạo các xã:"
    found = events_of("\n".join([head, *rows]))
    assert [(e.person.name, e.to[0].title, e.decided_by) for e in found] == [
        (f"Vi Văn {name}", f"Bí thư Đảng ủy xã {place}", "Tỉnh ủy Đồng Nai")
        for name, place in zip(_NAMES, _PLACES, strict=True)
    ]


def test_a_bracket_on_who_is_elected_again_breaks_no_list() -> None:
    """ "gồm ông A, POST (tái đắc cử); ông B (POST)" elects both."""
    text = (
        "3 phó Bí thư Tỉnh ủy được bầu gồm ông Vi Văn Tân, Chủ tịch HĐND tỉnh (tái đắc cử); ông Lò Văn Ún (Trưởng Ban "
        "Tổ chức Tỉnh ủy) và ông Hà Văn Sáu (Chủ tịch UBND tỉnh)."
    )
    assert [name for name, _, _ in moves_of(text)] == ["Vi Văn Tân", "Lò Văn Ún", "Hà Văn Sáu"]


@pytest.mark.parametrize("clause", ["ông Tân là", "ông là", "là", "ông Tân giữ chức"])
def test_the_clause_behind_may_tell_the_former_post(clause: str) -> None:
    """ "bầu ông A giữ chức POST, trước đó ông A là POST" says what A leaves, and gives him no second post."""
    text = f"HĐND tỉnh bầu ông Vi Văn Tân giữ chức Phó Chủ tịch UBND tỉnh, trước đó {clause} Giám đốc Sở Y tế."
    assert moves_of(text) == [("Vi Văn Tân", ("Giám đốc Sở Y tế",), ("Phó Chủ tịch UBND tỉnh",))]
