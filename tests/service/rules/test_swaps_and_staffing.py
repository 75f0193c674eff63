"""Who changes places with whom, what is announced by nouns alone, and words that end a title or a name."""

import pytest

from tests.service.rules.moves_told import events_of, moves_of


def test_two_holders_change_places() -> None:
    """Each takes the post that stands beside the other's name."""
    text = (
        "UBND tỉnh quyết định điều động hai cán bộ. Ông Lê Viết Chung, Chánh Thanh tra tỉnh hoán đổi vị trí cho bà Bùi "
        "Thị Ba, Giám đốc Sở Nội vụ."
    )
    assert moves_of(text) == [
        ("Lê Viết Chung", ("Chánh Thanh tra tỉnh",), ("Giám đốc Sở Nội vụ",)),
        ("Bùi Thị Ba", ("Giám đốc Sở Nội vụ",), ("Chánh Thanh tra tỉnh",)),
    ]


@pytest.mark.parametrize(
    ("announced", "decider", "action"),
    [
        ("Ban Bí thư vừa ban hành quyết định về công tác cán bộ.", "Ban Bí thư", "appointment"),
        ("Tại kỳ họp thứ 9, HĐND tỉnh đã tiến hành công tác nhân sự.", "HĐND tỉnh", "election"),
    ],
)
def test_posts_are_announced_by_nouns(announced: str, decider: str, action: str) -> None:
    """ "công tác cán bộ" and "công tác nhân sự" announce whom the next sentences name."""
    (event,) = events_of(f"{announced}\nTheo đó, ông Lê Viết Chung giữ chức Chánh Văn phòng Tỉnh ủy.")
    assert (event.decided_by, [a.value for a in event.actions]) == (decider, [action])


def test_from_one_post_to_another_tells_a_move() -> None:
    """ "từ POST sang làm POST" needs no decision announced before."""
    text = "Sau hội nghị bầu, ông Lê Viết Chung từ Trưởng phòng Y tế huyện Ý Yên sang làm Bí thư Đảng ủy xã Yên Bình."
    assert moves_of(text) == [("Lê Viết Chung", ("Trưởng phòng Y tế huyện Ý Yên",), ("Bí thư Đảng ủy xã Yên Bình",))]


@pytest.mark.parametrize(
    ("sentence", "left", "taken"),
    [
        ("Ông Lê Viết Chung (Thứ trưởng Bộ Nội vụ) được bổ nhiệm làm Bí thư Tỉnh ủy Hà Nam.",
         ("Thứ trưởng Bộ Nội vụ",), ("Bí thư Tỉnh ủy Hà Nam",)),
        ("Hiệu trưởng Trường THPT Mai Châu Lê Viết Chung được điều động về làm Phó Giám đốc Sở Nội vụ.",
         ("Hiệu trưởng Trường THPT Mai Châu",), ("Phó Giám đốc Sở Nội vụ",)),
        ("Bổ nhiệm lại ông Lê Viết Chung giữ chức Phó Tổng Giám đốc Tổng công ty Điện lực miền Bắc thời hạn 5 năm.",
         (), ("Phó Tổng Giám đốc Tổng công ty Điện lực miền Bắc",)),
        ("Trước đó, ngày 2/3, ông Lê Viết Chung nhận quyết định làm Trưởng phòng Nội vụ thành phố Phủ Lý.",
         (), ("Trưởng phòng Nội vụ thành phố Phủ Lý",)),
    ],
)  # fmt: skip
def test_titles_end_where_another_word_begins(sentence: str, left: tuple[str, ...], taken: tuple[str, ...]) -> None:
    """Brackets, schools before a name, terms behind a title, and a day behind "Trước đó"."""
    assert moves_of(sentence) == [("Lê Viết Chung", left, taken)]


@pytest.mark.parametrize(
    ("left", "taken"),
    [
        ("Trưởng Công an huyện Lý Nhân", "Trưởng phòng Nội vụ huyện Lý Nhân"),
        ("Giám đốc Sở Nội vụ tỉnh Hà Nam", "Giám đốc Công an tỉnh Hà Nam"),
        ("Chủ tịch UBND huyện Giao Thủy", "Bí thư Huyện ủy Ý Yên"),
    ],
)
def test_heads_of_other_work_in_one_place_hold_other_posts(left: str, taken: str) -> None:
    """The post left is not the one taken because both are at the head of something in the same district."""
    (event,) = events_of(f"UBND tỉnh Hà Nam điều động ông Lê Viết Chung, {left}, giữ chức {taken}.")
    assert [post.title for post in event.from_] == [left]
    assert event.decided_by == "UBND tỉnh Hà Nam"


def test_a_place_behind_a_seat_is_no_family_name() -> None:
    """ "Huyện ủy Kim Bôi Hoàng Minh": the district of two words, then the person."""
    text = (
        "UBND tỉnh bổ nhiệm ông Hoàng Minh, Chánh Thanh tra tỉnh, giữ chức Bí thư Huyện ủy Kim Bôi. Phát biểu nhận "
        "nhiệm vụ, tân Bí thư Huyện ủy Kim Bôi Hoàng Minh cảm ơn Tỉnh ủy."
    )
    assert [event.person.name for event in events_of(text)] == ["Hoàng Minh"]
