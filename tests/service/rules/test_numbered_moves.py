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


def test_a_reason_between_semicolons_breaks_no_list() -> None:
    """ "thông qua hai tờ trình về việc miễn nhiệm POST đối với các ông: A, POST, do ...; B" relieves both of it."""
    text = (
        "HĐND huyện đã xem xét và thông qua hai tờ trình về việc miễn nhiệm chức danh Ủy viên UBND huyện Mai Sơn đối "
        "với các ông: Vi Văn Tân, nguyên Trưởng phòng Nội vụ, do chuyển vị trí công tác; Lò Văn Ún, Trưởng phòng Văn "
        "hóa."
    )
    assert [(e.person.name, e.from_[0].title, e.status.value) for e in events_of(text)] == [
        ("Vi Văn Tân", "Ủy viên UBND huyện Mai Sơn", "done"),
        ("Lò Văn Ún", "Ủy viên UBND huyện Mai Sơn", "done"),
    ]


def test_who_relieves_is_not_who_elected_before() -> None:
    """ "HĐND tỉnh miễn nhiệm ông A, người vừa đắc cử chức Bí thư": another body elected A."""
    text = (
        "Các đại biểu HĐND tỉnh đã miễn nhiệm chức vụ Chủ tịch UBND tỉnh đối với đồng chí Vi Văn Tân, người vừa đắc cử "
        "chức Bí thư Tỉnh ủy Sơn La."
    )
    assert [e.decided_by for e in events_of(text)] == ["HĐND tỉnh", None]


def test_becoming_the_youngest_to_hold_a_post_adds_no_post() -> None:
    """ "được bổ nhiệm POST, trở thành nữ POST trẻ nhất" takes one post."""
    text = "Bà Lò Thị Ún được bổ nhiệm Phó hiệu trưởng Trường Đại học Vinh, trở thành nữ phó hiệu trưởng trẻ nhất."
    assert moves_of(text) == [("Lò Thị Ún", (), ("Phó hiệu trưởng Trường Đại học Vinh",))]


@pytest.mark.parametrize("act", ["đã xem xét, thông qua việc", "đã xem xét và thông qua việc", "xem xét, biểu quyết"])
def test_an_assembly_that_considers_decides(act: str) -> None:
    """ "HĐND huyện đã xem xét, thông qua việc miễn nhiệm ..." names who relieves."""
    text = f"HĐND huyện {act} miễn nhiệm chức danh Ủy viên UBND huyện đối với ông Vi Văn Tân."
    assert [(e.decided_by, e.status.value) for e in events_of(text)] == [("HĐND huyện", "done")]
