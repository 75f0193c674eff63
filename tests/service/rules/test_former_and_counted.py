"""Posts told before the move or behind it, and persons named in the sentence after those counted."""

import pytest

from tests.service.rules.moves_told import events_of, moves_of


@pytest.mark.parametrize(
    ("sentence", "left", "taken"),
    [
        ("Từ Phó Trưởng phòng Nội vụ huyện, tháng 5/2018, anh Lê Viết Chung được luân chuyển về làm Chủ tịch UBND xã "
         "Yên Bình.", ("Phó Trưởng phòng Nội vụ huyện",), ("Chủ tịch UBND xã Yên Bình",)),
        ("Anh Lê Viết Chung, trước khi được luân chuyển là Phó Chánh Văn phòng Huyện ủy, nay là Bí thư Đảng ủy xã Yên "
         "Bình.", ("Phó Chánh Văn phòng Huyện ủy",), ("Bí thư Đảng ủy xã Yên Bình",)),
        ("Ông Lê Viết Chung, Bí thư Tỉnh đoàn Hà Nam, được bầu giữ chức Bí thư Trung ương Đoàn tại hội nghị lần thứ 5.",
         ("Bí thư Tỉnh đoàn Hà Nam",), ("Bí thư Trung ương Đoàn",)),
    ],
)  # fmt: skip
def test_the_post_left_stands_before_the_move(sentence: str, left: tuple[str, ...], taken: tuple[str, ...]) -> None:
    """At the head of the sentence, or behind "trước khi được luân chuyển là"; a meeting is no part of a title."""
    assert moves_of(sentence) == [("Lê Viết Chung", left, taken)]


def test_what_somebody_was_before_is_no_destination() -> None:
    """ "trước khi được luân chuyển là POST" alone tells no post taken."""
    assert moves_of("Anh Lê Viết Chung trước khi được luân chuyển về xã là Phó Chánh Văn phòng Huyện ủy.") == []


def test_those_counted_are_named_in_the_next_sentence() -> None:
    """ "đã bầu bổ sung 2 POST. Đó là ông A và bà B" needs no verb of holding."""
    text = (
        "HĐND tỉnh Hà Nam đã bầu bổ sung 2 Phó Chủ tịch UBND tỉnh. Đó là ông Lê Viết Chung, Giám đốc Sở Tài chính và "
        "bà Bùi Thị Ba, Bí thư Thị ủy Duy Tiên."
    )
    assert moves_of(text) == [
        ("Lê Viết Chung", ("Giám đốc Sở Tài chính",), ("Phó Chủ tịch UBND tỉnh",)),
        ("Bùi Thị Ba", ("Bí thư Thị ủy Duy Tiên",), ("Phó Chủ tịch UBND tỉnh",)),
    ]


def test_a_board_in_letters_decides() -> None:
    """ "HĐTV" and "HĐQT" are boards as their full names are."""
    (event,) = events_of("HĐTV Tổng công ty Sông Hồng bổ nhiệm ông Lê Viết Chung giữ chức Phó Tổng giám đốc.")
    assert event.decided_by == "HĐTV Tổng công ty Sông Hồng"


def test_a_term_behind_a_school_is_no_part_of_its_name() -> None:
    """ "Trường Tiểu học Mường Lý 3 năm" ends before the number; "Trường Mầm non số 3" does not."""
    (event,) = events_of("Cô Bùi Thị Ba được biệt phái về Trường Tiểu học Mường Lý 3 năm.")
    assert [post.title for post in event.to] == ["Trường Tiểu học Mường Lý"]


def test_posts_named_for_a_whole_list_are_not_all_the_first_ones() -> None:
    """Before the colon stand the posts of all; each person takes the one told behind the name."""
    text = (
        "UBND tỉnh chỉ định nhân sự giữ chức Chủ tịch, Phó Chủ tịch UBND xã Lý Nhân: ông Lê Viết Chung giữ chức Chủ "
        "tịch UBND xã; bà Bùi Thị Ba giữ chức Phó Chủ tịch UBND xã."
    )
    assert [taken for _, _, taken in moves_of(text)] == [("Chủ tịch UBND xã",), ("Phó Chủ tịch UBND xã",)]
