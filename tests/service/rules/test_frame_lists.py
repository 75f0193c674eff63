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
