"""Persons: names behind a form of address or a title, lists of names, and short references to them."""

import pytest

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.persons import find_persons


def _names(text: str) -> list[str]:
    return [person.name for person in find_persons(read_doc(fold(text)))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hôm qua ông Lò Văn Pẩu nhận nhiệm vụ.", ["Lò Văn Pẩu"]),
        ("Đồng chí Y Bhăm Êban và bà H'Lan Niê cùng dự.", ["Y Bhăm Êban", "H'Lan Niê"]),
        ("Đại tá Sùng A Páo phát biểu.", ["Sùng A Páo"]),
        ("Bí thư Tỉnh ủy Hà Nam Trịnh Công Lý trao hoa.", ["Trịnh Công Lý"]),
        ("Chủ tịch UBND huyện Mường Nhé Vừ Thị Say ký.", ["Vừ Thị Say"]),
        ("Thứ trưởng Bộ TN&MT Đoàn Quang Khải trả lời.", ["Đoàn Quang Khải"]),
        ("Ông Tạ Minh Đức Phó giám đốc sở cho biết.", ["Tạ Minh Đức"]),
    ],
)
def test_a_name_is_found_without_title_and_place(text: str, names: list[str]) -> None:
    """A person's name is what stands behind the form of address or the title, without body, place or next title."""
    assert _names(text) == names


def test_a_list_gives_each_name() -> None:
    """Behind "các ông" every name of the list is a person, with or without his own form of address."""
    assert _names("Các ông Lê An, Bùi Bình và Cao Văn Cường được mời.") == ["Lê An", "Bùi Bình", "Cao Văn Cường"]


def test_a_short_name_stands_for_the_full_one() -> None:
    """A given name alone means the person named in full before, or the only one named after it."""
    persons = find_persons(
        read_doc(fold("Ông Bế Xuân Trường đến. Sau đó ông Trường về. Anh Khoa, tức Vũ Đăng Khoa, ở lại."))
    )
    assert [(p.name, p.short) for p in persons] == [
        ("Bế Xuân Trường", False),
        ("Bế Xuân Trường", True),
        ("Vũ Đăng Khoa", True),
        ("Vũ Đăng Khoa", False),
    ]


def test_a_bare_pronoun_that_is_moved_stands_for_the_last_person_of_its_kind() -> None:
    """ "Bà" before "được" means the woman named last, never a man."""
    persons = find_persons(
        read_doc(fold("Bà Nông Thị Hà nhậm chức. Năm 2015 bà được luân chuyển. Năm sau ông được bầu."))
    )
    assert [p.name for p in persons] == ["Nông Thị Hà", "Nông Thị Hà"]


@pytest.mark.parametrize(
    "text",
    [
        "Xe dừng ở đường Nguyễn Văn Linh.",
        "Huyện Trần Văn Thời có 13 xã.",
        "Học tập tư tưởng Hồ Chí Minh.",
        "Đại biểu Quốc hội chất vấn.",
        "Bà con nông dân phấn khởi.",
        "UBND thành phố Hà Nội thông báo.",
    ],
)
def test_places_streets_and_bodies_are_no_persons(text: str) -> None:
    """Streets, districts named after people, bodies and common nouns give no person."""
    assert _names(text) == []


def test_a_counted_noun_at_the_end_of_a_sentence_addresses_nobody() -> None:
    """ "hai cán bộ. Ông A" is a count and then a person, not a person with two forms of address."""
    doc = read_doc(fold("Tỉnh vừa điều động hai cán bộ. Ông Lê Viết Chung được bổ nhiệm làm Giám đốc Sở Y tế."))
    assert [(person.name, person.honorific) for person in find_persons(doc)] == [("Lê Viết Chung", "Ông")]
