"""Lists of those who retire or are relieved, and what becomes of the one whose post another takes."""

import pytest

from tests.service.rules.moves_told import events_of, moves_of


def test_a_list_says_who_retires() -> None:
    """ "Các cán bộ nghỉ hưu từ ngày ... gồm ông A, POST; ông B, POST" retires each from his post on that day."""
    text = (
        "Bộ trưởng đã ký quyết định về công tác cán bộ.\nCác cán bộ nghỉ hưu từ ngày 1/9/2019 gồm ông Vi Văn Tân, "
        "Vụ trưởng Vụ Bảo hiểm; bà Lò Thị Ún, Cục trưởng Cục Y tế."
    )
    assert [(e.person.name, e.from_[0].title, e.date) for e in events_of(text)] == [
        ("Vi Văn Tân", "Vụ trưởng Vụ Bảo hiểm", "2019-09-01"),
        ("Lò Thị Ún", "Cục trưởng Cục Y tế", "2019-09-01"),
    ]


def test_rows_may_tell_the_post_behind_the_name() -> None:
    """Below "miễn nhiệm 2 thành viên ..., gồm:" a row "NAME – POST" relieves too; a post still held is not taken."""
    text = (
        "Quốc hội phê chuẩn miễn nhiệm 2 thành viên Chính phủ, gồm:\n- Ông Vi Văn Tân – Bộ trưởng Bộ Y tế.\n"
        "- Bà Lò Thị Ún – Bộ trưởng Bộ Xây dựng (vẫn giữ chức Phó Thủ tướng)."
    )
    assert moves_of(text) == [
        ("Vi Văn Tân", ("Bộ trưởng Bộ Y tế",), ()),
        ("Lò Thị Ún", ("Bộ trưởng Bộ Xây dựng",), ()),
    ]


@pytest.mark.parametrize(
    "fate",
    ["nhận nhiệm vụ khác", "về tỉnh nhận nhiệm vụ mới", "chuyển công tác khác", "được điều động nhận nhiệm vụ mới"],
)
def test_a_predecessor_who_goes_elsewhere_leaves_the_post(fate: str) -> None:
    """ "A giữ chức POST thay ông B nhận nhiệm vụ khác": B leaves the post that A takes."""
    text = f"Tỉnh ủy điều động ông Vi Văn Tân giữ chức Bí thư Huyện ủy Mai Sơn thay ông Lò Văn Ún {fate}."
    assert moves_of(text)[1] == ("Lò Văn Ún", ("Bí thư Huyện ủy Mai Sơn",), ())


def test_who_held_the_post_before_moves_on_from_it() -> None:
    """ "POST trước đó là ông A" says what A leaves in the move told next."""
    text = "Giám đốc Sở Y tế trước đó là ông Vi Văn Tân.\nÔng Vi Văn Tân đã được bổ nhiệm làm Thứ trưởng Bộ Y tế."
    assert moves_of(text) == [("Vi Văn Tân", ("Giám đốc Sở Y tế",), ("Thứ trưởng Bộ Y tế",))]


def test_who_thanks_those_leaving_does_not_leave() -> None:
    """ "Ông A tặng hoa các đồng chí thôi giữ chức POST" relieves others."""
    text = "HĐND huyện miễn nhiệm một số chức danh.\n"
    assert moves_of(text + "Ông Vi Văn Tân tặng hoa các đồng chí thôi giữ chức Ủy viên UBND huyện.") == []


def test_a_council_that_goes_through_the_procedure_has_decided() -> None:
    """ "HĐND huyện thực hiện quy trình miễn nhiệm" is done; "đang thực hiện quy trình" of others is planned."""
    text = "Tại kỳ họp, HĐND huyện thực hiện quy trình miễn nhiệm Chủ tịch UBND huyện đối với ông Vi Văn Tân."
    assert [event.status.value for event in events_of(text)] == ["done"]


def test_names_that_end_in_a_verb() -> None:
    """A name's last syllable is no verb: "Sang giữ chức", "Điều", "Cử"."""
    text = (
        "HĐND tỉnh bầu lãnh đạo. Ông Lò Minh Sang giữ chức Chủ tịch HĐND tỉnh; ông Vi Văn Điều làm Chủ tịch UBND tỉnh."
    )
    assert [(e.person.name, [a.value for a in e.actions]) for e in events_of(text)] == [
        ("Lò Minh Sang", ["election"]),
        ("Vi Văn Điều", ["election"]),
    ]


def test_approval_of_a_relief_is_no_election() -> None:
    """ "phê chuẩn miễn nhiệm POST A" only relieves."""
    events = events_of("Quốc hội phê chuẩn miễn nhiệm Phó Thủ tướng Vi Văn Tân.")
    assert [action.value for action in events[0].actions] == ["removal"]
