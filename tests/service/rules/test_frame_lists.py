"""Lists of persons and posts in one sentence: who takes what, and who only is there."""

import pytest

from tests.service.rules.moves_told import events_of, moves_of


@pytest.mark.parametrize(
    "text",
    [
        "Bà Hà Thị Mơ tái đắc cử chức danh bí thư Tỉnh ủy, các phó bí thư gồm ông Vi Văn Tân, ông Lò Văn Ún.",
        "Bà Hà Thị Mơ được bầu làm bí thư Tỉnh ủy; hai phó bí thư là ông Vi Văn Tân và ông Lò Văn Ún.",
    ],
)
def test_further_posts_name_those_who_take_them(text: str) -> None:
    """Behind the first elected a post with "gồm" or "là" goes to those named, not to her."""
    assert moves_of(text) == [
        ("Hà Thị Mơ", (), ("bí thư Tỉnh ủy",)),
        ("Vi Văn Tân", (), ("phó bí thư",)),
        ("Lò Văn Ún", (), ("phó bí thư",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Với nhân sự vừa được kiện toàn, lãnh đạo Đài hiện có 5 người, gồm Tổng Giám đốc Vi Văn Tân và 4 Phó Tổng Giám "
        "đốc: Lò Văn Ún, Cầm Văn Én.",
        "Ông Vi Văn Tân từng kinh qua các vị trí công tác tại huyện Mai Sơn như Phó Trưởng phòng Nội vụ. Huyện điều "
        "động nhiều cán bộ.",
    ],
)
def test_those_in_office_and_careers_are_no_moves(text: str) -> None:
    """Who is there now and what somebody has been through are not told as moves."""
    assert moves_of(text) == []


def test_a_seat_takes_no_post_away() -> None:
    """Who is elected into a committee keeps the post told elsewhere."""
    text = (
        "Trước khi được điều động, ông Vi Văn Tân là Phó Chủ tịch Hội Nông dân tỉnh. Tại đại hội, ông Vi Văn Tân được "
        "bầu là Ủy viên Ban Chấp hành Trung ương."
    )
    assert moves_of(text)[-1] == ("Vi Văn Tân", (), ("Ủy viên Ban Chấp hành Trung ương",))


def test_who_withdraws_leaves() -> None:
    """ "rút khỏi chức vụ" leaves a post, and that post's holder does not decide what follows."""
    text = (
        "Hội nghị cho ông Vi Văn Tân rút khỏi chức vụ Chủ tịch Hội Nông dân tỉnh và bầu ông Lò Văn Ún giữ chức Chủ "
        "tịch Hội Nông dân tỉnh."
    )
    post = ("Chủ tịch Hội Nông dân tỉnh",)
    assert moves_of(text) == [("Vi Văn Tân", post, ()), ("Lò Văn Ún", (), post)]
    assert [event.decided_by for event in events_of(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "HĐND tỉnh bầu bổ sung một số chức danh. Cụ thể, 3 tân Phó Chủ tịch UBND tỉnh là ông Vi Văn Tân (Giám đốc "
            "Sở Y tế), ông Lò Văn Ún (Chánh Văn phòng) và bà Hà Thị Mơ.",
            ["Vi Văn Tân", "Lò Văn Ún", "Hà Thị Mơ"],
        ),
        (
            "HĐND tỉnh miễn nhiệm 3 Phó Chủ tịch UBND tỉnh Lai Châu gồm các ông Vi Văn Tân, Lò Văn Ún và Cầm Văn Én.",
            ["Vi Văn Tân", "Lò Văn Ún", "Cầm Văn Én"],
        ),
        (
            "Hội nghị bầu bà Hà Thị Mơ làm Bí thư Tỉnh ủy. Hai Phó Bí thư Tỉnh ủy là ông Lò Văn Ún và ông Cầm Văn Én.",
            ["Hà Thị Mơ", "Lò Văn Ún", "Cầm Văn Én"],
        ),
    ],
)
def test_those_counted_are_all_named(text: str, names: list[str]) -> None:
    """A number of posts with "là" or "gồm" goes to each person behind it."""
    assert [name for name, _, _ in moves_of(text)] == names


def test_a_post_before_and_is_the_first_persons() -> None:
    """ "A về làm POST và Thứ trưởng B về làm POST": the post before "và" is A's."""
    text = (
        "Bộ luân chuyển cán bộ. Đợt này có Thứ trưởng Vi Văn Tân về làm Phó Chủ tịch UBND tỉnh Hà Nam và Thứ trưởng Lò "
        "Văn Ún về làm Phó Bí thư Tỉnh ủy Hà Tĩnh."
    )
    assert moves_of(text) == [
        ("Vi Văn Tân", ("Thứ trưởng",), ("Phó Chủ tịch UBND tỉnh Hà Nam",)),
        ("Lò Văn Ún", ("Thứ trưởng",), ("Phó Bí thư Tỉnh ủy Hà Tĩnh",)),
    ]


def test_the_same_day_may_be_a_decisions() -> None:
    """ "Cùng ngày" behind a dated decision is its day."""
    text = (
        "Thủ tướng ký Quyết định số 13/QĐ-TTg ngày 7-8-2010 phê chuẩn bãi nhiệm chức vụ Chủ tịch UBND tỉnh Hà Giang "
        "đối với ông Vi Văn Tân. Cùng ngày, Thủ tướng giao ông Lò Văn Ún phụ trách UBND tỉnh Hà Giang."
    )
    assert [event.date for event in events_of(text)] == ["2010-08-07"] * 2


def test_deputies_named_behind_an_election() -> None:
    """ "Các POST gồm ..." goes on with an election; behind other news it tells who is there."""
    those = "Các phó chủ tịch UBND tỉnh gồm ông Lò Văn Ún và bà Lê Thị Sáu."
    elected = f"HĐND tỉnh Lai Châu bầu ông Vi Văn Tân làm Chủ tịch UBND tỉnh. {those}"
    moved = f"Tỉnh Lai Châu công bố quyết định điều động ông Vi Văn Tân làm Giám đốc Sở Y tế. {those}"
    assert [name for name, _, _ in moves_of(elected)] == ["Vi Văn Tân", "Lò Văn Ún", "Lê Thị Sáu"]
    assert [name for name, _, _ in moves_of(moved)] == ["Vi Văn Tân"]


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        (
            "Theo đó, 2 Phó Giám đốc Sở Nội vụ tỉnh Hải Dương được điều chuyển là ông Vi Văn Tân và ông Lò Văn Ún. Ông "
            "Vi Văn Tân chuyển về làm Phó Giám đốc Sở Y tế, ông Lò Văn Ún chuyển về làm Chủ tịch Hội Nông dân tỉnh.",
            [
                ("Vi Văn Tân", ("Phó Giám đốc Sở Nội vụ tỉnh Hải Dương",), ("Phó Giám đốc Sở Y tế",)),
                ("Lò Văn Ún", ("Phó Giám đốc Sở Nội vụ tỉnh Hải Dương",), ("Chủ tịch Hội Nông dân tỉnh",)),
            ],
        ),
        (
            "Ông Lò Văn Ún được bầu làm Chủ tịch UBND tỉnh Lai Châu thay ông Vi Văn Tân. Ông Tân được điều động đến "
            "công tác tại Ban Tổ chức Trung ương.",
            [
                ("Lò Văn Ún", (), ("Chủ tịch UBND tỉnh Lai Châu",)),
                ("Vi Văn Tân", ("Chủ tịch UBND tỉnh Lai Châu",), ("Ban Tổ chức Trung ương",)),
            ],
        ),
        (
            "Ban Thường vụ điều động ông Vi Văn Tân, Giám đốc Sở Y tế, làm Bí thư Huyện ủy Mai Sơn, kiêm nhiệm Trưởng "
            "ban Dân vận Huyện ủy.",
            [
                (
                    "Vi Văn Tân",
                    ("Giám đốc Sở Y tế",),
                    ("Bí thư Huyện ủy Mai Sơn", "Trưởng ban Dân vận Huyện ủy"),
                )
            ],
        ),
    ],
)
def test_what_the_counted_the_followed_and_the_charged_leave(
    text: str, moves: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    """The post counted is left by those sent away, the successor's by who goes to an office, one's own despite more."""
    assert moves_of(text) == moves


def test_a_verb_goes_on_behind_a_term_of_office() -> None:
    """ "... và chức vụ POST nhiệm kỳ 2011 - 2016 đối với ông B" is B's move."""
    text = (
        "Thủ tướng phê chuẩn việc bầu bổ sung: chức vụ Chủ tịch UBND tỉnh Lai Châu nhiệm kỳ 2011 - 2016 đối với ông Vi "
        "Văn Tân, Phó bí thư Tỉnh ủy và chức vụ Phó chủ tịch UBND tỉnh Lai Châu nhiệm kỳ 2011 - 2016 đối với ông Lò "
        "Văn Ún, Bí thư Huyện ủy Mai Sơn."
    )
    assert moves_of(text) == [
        ("Vi Văn Tân", ("Phó bí thư Tỉnh ủy",), ("Chủ tịch UBND tỉnh Lai Châu",)),
        ("Lò Văn Ún", ("Bí thư Huyện ủy Mai Sơn",), ("Phó chủ tịch UBND tỉnh Lai Châu",)),
    ]


def test_who_decides_is_told_with_the_move() -> None:
    """What an earlier sentence announces decides a headline only until the move is told in full."""
    text = (
        "Bộ Chính trị đã có quyết định chỉ định Phó bí thư Đảng ủy Chính phủ. Thủ tướng Chính phủ đã ban hành các "
        "quyết định điều động, bổ nhiệm 4 nhân sự.\nBà Lê Thị Sáu làm Phó bí thư Đảng ủy Chính phủ\nBà Lê Thị Sáu, Chủ "
        "tịch Hội Phụ nữ Việt Nam, được Bộ Chính trị điều động, phân công giữ chức Phó bí thư Đảng ủy Chính phủ."
    )
    assert [event.decided_by for event in events_of(text)] == ["Bộ Chính trị"]


@pytest.mark.parametrize(
    "told", ["Năm thứ trưởng đương nhiệm gồm:", "Các thứ trưởng của Bộ gồm:", "Hai thứ trưởng khác là:"]
)
def test_who_holds_the_posts_already_is_not_moved(told: str) -> None:
    """ "Các POST gồm: ông A, bà B" behind somebody's appointment says who holds them and moves nobody."""
    news = "Thủ tướng bổ nhiệm ông Lò Văn Ún giữ chức Thứ trưởng Bộ Y tế."
    assert [name for name, _, _ in moves_of(f"{news} {told} ông Vi Văn Tân, bà Hà Thị Mơ.")] == ["Lò Văn Ún"]
