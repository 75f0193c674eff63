"""Several persons in one text: lists, rows, predecessors and successors, those who are only named beside them."""

import pytest

from tests.service.rules.moves_told import goals_of, moves_of


def test_two_are_relieved_for_two_reasons() -> None:
    """A reason behind the first person does not keep the second from being relieved of the same post."""
    text = (
        "Thủ tướng phê chuẩn miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh Sơn La đối với ông Vi Văn Tân để nghỉ hưu và bà "
        "Hà Thị Mơ để nhận nhiệm vụ mới."
    )
    left = ("Phó Chủ tịch UBND tỉnh Sơn La",)
    assert moves_of(text) == [("Vi Văn Tân", left, ()), ("Hà Thị Mơ", left, ())]


def test_a_list_names_those_newly_appointed_but_not_those_there_are() -> None:
    """A list behind "được bổ nhiệm gồm" is of moves; "hiện có 9 thứ trưởng gồm" counts who is there."""
    text = (
        "Các Thứ trưởng mới được bổ nhiệm gồm: ông Vi Văn Tân, Vụ trưởng Vụ Pháp chế; bà Hà Thị Mơ, Giám đốc Sở Y tế. "
        "Với quyết định bổ nhiệm mới này, Bộ hiện có 9 thứ trưởng gồm: ông Lò Văn Ún, ông Cầm Văn Én."
    )
    assert [name for name, _, _ in moves_of(text)] == ["Vi Văn Tân", "Hà Thị Mơ"]


def test_an_announced_list_goes_on_behind_a_semicolon() -> None:
    """Each person behind the colon of a decision moves, also one only told with "tham gia ..., giữ chức"."""
    text = (
        "Hội nghị công bố quyết định của Bộ Chính trị về việc điều động, chỉ định: Ông Vi Văn Tân, Giám đốc Sở Y tế, "
        "tham gia Ban Thường vụ và giữ chức Phó Bí thư Tỉnh ủy Sơn La; giới thiệu để bầu giữ chức Chủ tịch UBND tỉnh "
        "Sơn La; bà Hà Thị Mơ, Giám đốc Sở Nội vụ, tham gia Ban Thường vụ và giữ chức Phó Bí thư Thường trực Tỉnh ủy "
        "Sơn La."
    )
    assert moves_of(text)[-1] == (
        "Hà Thị Mơ",
        ("Giám đốc Sở Nội vụ",),
        ("Ban Thường vụ", "Phó Bí thư Thường trực Tỉnh ủy Sơn La"),
    )


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        (
            "Ông Vi Văn Tân được điều động làm Phó Bí thư Tỉnh ủy Sơn La sau chưa đầy một năm làm Giám đốc Sở Y tế.",
            [(("Giám đốc Sở Y tế",), ("Phó Bí thư Tỉnh ủy Sơn La",))],
        ),
        (
            "Năm 2016, ông Vi Văn Tân được bổ nhiệm làm Giám đốc Sở Y tế, đến tháng 1/2020 được điều động làm Bí thư "
            "Huyện ủy Mai Sơn.",
            [((), ("Giám đốc Sở Y tế",)), (("Giám đốc Sở Y tế",), ("Bí thư Huyện ủy Mai Sơn",))],
        ),
        (
            "Ông Vi Văn Tân được bầu giữ chức Chủ tịch UBND tỉnh Sơn La, sau khi được điều động giữ chức Phó Bí thư "
            "Tỉnh ủy Sơn La.",
            [((), ("Chủ tịch UBND tỉnh Sơn La",)), ((), ("Phó Bí thư Tỉnh ủy Sơn La",))],
        ),
        (
            "Thường trực Tỉnh ủy trao quyết định kiêm nhiệm chức vụ Bí thư Huyện ủy Mai Sơn đối với ông Vi Văn Tân.",
            [((), ("Bí thư Huyện ủy Mai Sơn",))],
        ),
    ],
)
def test_one_persons_moves_are_told_apart(text: str, moves: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    """Time served tells the post left; a further date or "sau khi" begins a further move."""
    assert [(left, to) for _, left, to in moves_of(text)] == moves


def test_those_who_are_in_office_are_no_move() -> None:
    """ "Như vậy, tỉnh có Chủ tịch và bốn phó chủ tịch, gồm ..." counts who is in office."""
    text = (
        "HĐND tỉnh bầu ông Vi Văn Tân làm Chủ tịch UBND tỉnh. Như vậy, tỉnh đã kiện toàn chức danh Chủ tịch và bốn phó "
        "chủ tịch UBND tỉnh, gồm các ông: Lò Văn Ún, Cầm Văn Én."
    )
    assert [name for name, _, _ in moves_of(text)] == ["Vi Văn Tân"]


def test_the_predecessor_leaves_what_his_successor_takes() -> None:
    """ "thay cho người tiền nhiệm là ông B được điều động ..." tells what B leaves, whoever was told of before."""
    text = (
        "Ông Lò Văn Ún được bổ nhiệm làm Giám đốc Sở Nội vụ. Bà Hà Thị Mơ được bổ nhiệm làm Giám đốc Sở Y tế, thay cho "
        "người tiền nhiệm là ông Vi Văn Tân được điều động làm Bí thư Huyện ủy Mai Sơn."
    )
    assert moves_of(text)[-1] == ("Vi Văn Tân", ("Giám đốc Sở Y tế",), ("Bí thư Huyện ủy Mai Sơn",))


def test_persons_of_one_list_go_the_same_way() -> None:
    """Behind the first, who is rotated to a body, the others are only told with the body they go to."""
    text = (
        "Ông Vi Văn Tân, Vụ trưởng Vụ Pháp chế, được luân chuyển về Tỉnh ủy Sơn La; bà Hà Thị Mơ, Cục trưởng Cục Việc "
        "làm, về Tỉnh ủy Lai Châu."
    )
    assert goals_of(text) == [("Tỉnh ủy Sơn La",), ("Tỉnh ủy Lai Châu",)]


def test_who_attends_does_not_move() -> None:
    """A list of those who came to hear a decision is no list of moves."""
    text = (
        "Tỉnh ủy công bố các quyết định điều động cán bộ. Cùng dự có các đồng chí là Ủy viên Ban Thường vụ Tỉnh ủy: Lò "
        "Văn Ún, Trưởng Ban Dân vận. Tỉnh ủy điều động ông Vi Văn Tân làm Bí thư Huyện ủy Mai Sơn."
    )
    assert [name for name, _, _ in moves_of(text)] == ["Vi Văn Tân"]


def test_several_are_relieved_of_one_seat_in_a_list() -> None:
    """Each person of a list behind a colon leaves the seat named before it."""
    text = (
        "Quốc hội miễn nhiệm các Ủy viên Ủy ban Thường vụ Quốc hội: Vi Văn Tân - Chủ nhiệm Ủy ban Đối ngoại, Lò Văn Ún "
        "- Chủ nhiệm Ủy ban Pháp luật."
    )
    left = ("Ủy viên Ủy ban Thường vụ Quốc hội",)
    assert moves_of(text) == [("Vi Văn Tân", left, ()), ("Lò Văn Ún", left, ())]


def test_persons_in_a_row_take_one_post() -> None:
    """Persons with a form of address each, divided by commas alone, suffer one verb."""
    text = "Bà Hà Thị Mơ, ông Vi Văn Tân, ông Lò Văn Ún được bổ nhiệm làm Phó Giám đốc Sở Y tế."
    assert goals_of(text) == [("Phó Giám đốc Sở Y tế",)] * 3


def test_as_many_provinces_as_persons_are_dealt_out() -> None:
    """ "Bí thư Tỉnh ủy A, B, C" gives each of three persons a province."""
    text = "Bà Hà Thị Mơ, ông Vi Văn Tân, ông Lò Văn Ún được bầu giữ chức Bí thư Tỉnh ủy Sơn La, Lai Châu và Yên Bái."
    assert goals_of(text) == [("Bí thư Tỉnh ủy Sơn La",), ("Bí thư Tỉnh ủy Lai Châu",), ("Bí thư Tỉnh ủy Yên Bái",)]
