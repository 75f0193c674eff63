"""Posts: how far a title reaches, and what it says."""

import pytest

from schemas import Level, Role
from service.folding import fold
from service.rules.posts import PostMention, body_at, post_at
from service.rules.tokens import tokenize


def _post(text: str) -> PostMention | None:
    tokens = tokenize(fold(text).text)
    return post_at(tokens, 0, len(tokens))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Phó giám đốc Sở Tài chính được điều động", "Phó giám đốc Sở Tài chính"),
        ("Chánh Văn phòng Tỉnh ủy Lý Văn Hải", "Chánh Văn phòng Tỉnh ủy"),
        ("Giám đốc Sở Văn hóa, Thể thao và Du lịch, ông", "Giám đốc Sở Văn hóa, Thể thao và Du lịch"),
        (
            "Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường Nam Sơn, bà",
            "Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường Nam Sơn",
        ),
        ("Vụ trưởng Vụ Pháp chế, Bộ Y tế, cho biết", "Vụ trưởng Vụ Pháp chế, Bộ Y tế"),
        ("Trưởng phòng Tham mưu (PC 01) Công an Gia Lai về", "Trưởng phòng Tham mưu (PC 01) Công an Gia Lai"),
        ("Bí thư Huyện ủy Mai Sơn nhiệm kỳ 2020-2025", "Bí thư Huyện ủy Mai Sơn"),
        ("Chủ tịch UBND TP.HCM và các sở", "Chủ tịch UBND TP.HCM"),
        ("Thứ trưởng Bộ NN&PTNT Hà Công Minh", "Thứ trưởng Bộ NN&PTNT"),
        ("Trưởng trạm Thuế khu vực Đồng Phú - Võ Nhai từ", "Trưởng trạm Thuế khu vực Đồng Phú - Võ Nhai"),
        ("chức vụ tương đương tại quận Lê Chân, thay", "chức vụ tương đương tại quận Lê Chân"),
        ("Bí thư Đảng ủy xã Chiềng Khoa và giới thiệu", "Bí thư Đảng ủy xã Chiềng Khoa"),
    ],
)  # fmt: skip
def test_a_title_ends_where_its_body_ends(text: str, title: str) -> None:
    """A title holds its body and place, and neither the holder's name, the term of office nor the verb behind it."""
    post = _post(text)
    assert post is not None
    assert post.title == fold(title).text


def test_two_heads_with_one_place_are_one_post() -> None:
    """A first head without a place joins the second that names it, and the post carries both roles."""
    post = _post("Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Sông Mã được")
    assert post is not None
    assert post.roles == (Role.DEPUTY_SECRETARY, Role.PEOPLES_COMMITTEE_CHAIR)
    assert (post.level, post.place) == (Level.DISTRICT, "Sông Mã")


def test_two_heads_with_their_own_bodies_are_two_posts() -> None:
    """A head that names its place is a post by itself."""
    post = _post("Bí thư Huyện ủy Sông Mã, Chủ tịch HĐND huyện Sông Mã")
    assert post is not None
    assert post.title == "Bí thư Huyện ủy Sông Mã"


def test_seats_in_committees_are_one_member_post() -> None:
    """Seats in several committees of one body are one post of a member."""
    post = _post("Ban Chấp hành, Ban Thường vụ Tỉnh ủy và giữ chức")
    assert post is not None
    assert (post.title, post.roles, post.member) == ("Ban Chấp hành, Ban Thường vụ Tỉnh ủy", (Role.MEMBER,), True)


def test_a_body_is_no_mere_word() -> None:
    """A body is named; "xã" or "cơ sở" alone is none."""
    tokens = tokenize("Ban Dân vận Tỉnh ủy để")
    body = body_at(tokens, 0, len(tokens))
    assert body is not None
    assert body.title == "Ban Dân vận Tỉnh ủy"
    assert body_at(tokenize("xã công tác"), 0, 3) is None
