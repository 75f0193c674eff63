"""Named moves whose person, post, day or maker stands where other words part it from the verb."""

import pytest

from tests.service.rules.moves_told import events_of, goals_of, moves_of

_HEAD = ("Giám đốc Sở Y tế",)


def test_a_term_of_office_does_not_end_a_list() -> None:
    """Persons behind a semicolon go on with the list, though the post of the one before ends with its term."""
    text = (
        "Thủ tướng phê chuẩn kết quả bầu Phó Chủ tịch UBND tỉnh Lai Châu đối với: bà Hà Thị Mơ, Ủy viên Ban Thường vụ "
        "Tỉnh ủy nhiệm kỳ 2010 - 2015; ông Lò Văn Ún, ông Vi Văn Tân, ông Cầm Văn Én, Tỉnh ủy viên."
    )
    assert [name for name, _, _ in moves_of(text)] == ["Hà Thị Mơ", "Lò Văn Ún", "Vi Văn Tân", "Cầm Văn Én"]


def test_the_post_counted_is_the_one_held() -> None:
    """Where the verb's post comes behind the names, the post counted before them is what they are."""
    text = "Chủ tịch nước bổ nhiệm 2 Ủy viên Trung ương Đảng là Lò Văn Ún và Vi Văn Tân làm Thứ trưởng Bộ Y tế."
    assert [to for _, _, to in moves_of(text)] == [("Thứ trưởng Bộ Y tế",)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Bà Mùa Thị Sen thôi giữ chức Giám đốc Sở Y tế. Người được bổ nhiệm vào vị trí này là ông Vi Văn Tân.",
        "Bà Mùa Thị Sen được bầu làm Giám đốc Sở Y tế. Người thứ hai được bầu vào chức vụ này là ông Vi Văn Tân.",
        "HĐND tỉnh miễn nhiệm chức vụ Giám đốc Sở Y tế đối với bà Mùa Thị Sen, bầu ông Vi Văn Tân giữ chức vụ này.",
    ],
)
def test_this_post_is_the_one_told_before(text: str) -> None:
    """ "chức vụ này" is the post that the move before took or left."""
    assert moves_of(text)[-1] == ("Vi Văn Tân", (), _HEAD)


def test_the_one_replaced_moves_where_a_verb_follows() -> None:
    """ "thay ông B chuyển đến công tác tại X" tells where B goes; the successor's post, told later, is his."""
    text = (
        "Ông Vi Văn Tân nhận nhiệm vụ thay cho ông Lò Văn Ún chuyển đến nhận công tác tại Bộ Y tế. Ông Vi Văn Tân được "
        "bổ nhiệm làm Giám đốc Sở Y tế."
    )
    assert ("Lò Văn Ún", _HEAD, ("Bộ Y tế",)) in moves_of(text)


def test_a_post_and_a_dash_stand_before_a_person_of_a_list() -> None:
    """ "...; POST - ông A làm ..." names what A leaves."""
    text = (
        "Bộ bổ nhiệm ông Lò Văn Ún làm Vụ trưởng Vụ Pháp chế; Phó Giám đốc Sở Y tế tỉnh Hà Nam - bác sĩ Vi Văn Tân làm "
        "Giám đốc Bệnh viện Mắt."
    )
    assert moves_of(text)[-1] == ("Vi Văn Tân", ("Phó Giám đốc Sở Y tế tỉnh Hà Nam",), ("Giám đốc Bệnh viện Mắt",))


def test_who_is_in_charge_of_his_own_party_body_keeps_his_post() -> None:
    """A deputy secretary who is put in charge of the Party in his district leaves nothing."""
    text = "Ông Vi Văn Tân, Phó Bí thư Thường trực Huyện ủy, được Tỉnh ủy giao phụ trách Đảng bộ huyện Mai Sơn."
    assert moves_of(text) == [("Vi Văn Tân", (), ("phụ trách Đảng bộ huyện Mai Sơn",))]


def test_a_second_move_is_dated_by_until_when_the_first_lasted() -> None:
    """ "..., đến tháng 1/2020 được điều động ..." dates the move behind it."""
    text = (
        "Năm 2016, ông Vi Văn Tân được bổ nhiệm làm Phó Giám đốc Sở Y tế, đến tháng 1/2020 được điều động làm Bí thư "
        "Huyện ủy Mai Sơn."
    )
    assert [event.date for event in events_of(text)] == ["2016", "2020-01"]


@pytest.mark.parametrize(
    ("text", "decider"),
    [
        ("Theo tin từ Văn phòng Chính phủ, Thủ tướng quyết định bổ nhiệm ông Vi Văn Tân làm Thứ trưởng.", "Thủ tướng"),
        ("Ông Lò Văn Ún, Thứ trưởng Công an trao quyết định điều động ông Vi Văn Tân làm Trưởng phòng Tham mưu.", None),
        (
            "HĐND tỉnh Hà Nam bầu bà Hà Thị Mơ làm Chủ tịch. HĐND tỉnh Lai Châu tiến hành bầu các chức danh. Ông Vi "
            "Văn Tân được bầu giữ chức Chủ tịch UBND tỉnh.",
            "HĐND tỉnh Lai Châu",
        ),
    ],
)
def test_who_decides_is_no_source_and_no_part_of_a_title(text: str, decider: str | None) -> None:
    """The source of the news and the body in a deputy's title decide nothing; the assembly that votes does."""
    assert events_of(text)[-1].decided_by == decider


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tỉnh ủy bổ nhiệm ông Lò Văn Ún, bà Hà Thị Mơ, ông Vi Văn Tân làm Phó Chánh Văn phòng Tỉnh ủy.",
            ["Lò Văn Ún", "Hà Thị Mơ", "Vi Văn Tân"],
        ),
        (
            "Thủ tướng phê chuẩn kết quả bầu Ủy viên UBND tỉnh đối với ông Lò Văn Ún, Đại tá, Chỉ huy trưởng Bộ CHQS "
            "tỉnh Hà Nam; ông Vi Văn Tân, Giám đốc Sở Tài chính; ông Cầm Văn Én, Giám đốc Sở Nội vụ.",
            ["Lò Văn Ún", "Vi Văn Tân", "Cầm Văn Én"],
        ),
        (
            "Thủ tướng phê chuẩn miễn nhiệm Ủy viên UBND tỉnh đối với ông Lò Văn Ún, nguyên Giám đốc Sở Y tế; ông Vi "
            "Văn Tân, nguyên Giám đốc Sở Nội vụ để nhận nhiệm vụ mới.",
            ["Lò Văn Ún", "Vi Văn Tân"],
        ),
        (
            "HĐND bầu ông Lò Văn Ún làm Chủ tịch UBND huyện Mai Sơn; ông Vi Văn Tân, Giám đốc Sở Nội vụ, chúc mừng.",
            ["Lò Văn Ún"],
        ),
    ],
)
def test_a_list_of_persons_without_a_colon(text: str, names: list[str]) -> None:
    """Persons in a row, or with their posts between semicolons, go the way that the verb before them tells."""
    assert [name for name, _, _ in moves_of(text)] == names


def test_one_leaves_two_posts_before_being_named() -> None:
    """A removal and a further one before the name are one move; what came before it is another."""
    text = (
        "HĐND huyện miễn nhiệm chức danh Chủ tịch UBND huyện Mai Sơn, đồng thời cho thôi làm nhiệm vụ đại biểu HĐND "
        "huyện đối với ông Vi Văn Tân, do trước đó đã được Tỉnh ủy điều động làm Bí thư Huyện ủy Thuận Châu."
    )
    assert moves_of(text) == [
        ("Vi Văn Tân", ("Chủ tịch UBND huyện Mai Sơn", "đại biểu HĐND huyện"), ()),
        ("Vi Văn Tân", ("Chủ tịch UBND huyện Mai Sơn",), ("Bí thư Huyện ủy Thuận Châu",)),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kỳ họp xem xét, biểu quyết thông qua tờ trình về miễn nhiệm Chủ tịch xã đối với ông Vi Văn Tân.", "done"),
        ("HĐND thông qua tờ trình và bầu ông Vi Văn Tân giữ chức Chủ tịch UBND huyện Mai Sơn.", "done"),
        ("UBND huyện có tờ trình về việc bầu ông Vi Văn Tân giữ chức Chủ tịch UBND huyện Mai Sơn.", "planned"),
    ],
)
def test_what_is_adopted_is_done(text: str, status: str) -> None:
    """A paper that the assembly adopts is no plan any more."""
    assert [event.status for event in events_of(text)] == [status]


def test_a_decision_told_as_a_list_of_items() -> None:
    """Behind "BODY quyết định:" each item with "giữ chức" or "thôi giữ chức" is a move."""
    text = (
        "Bộ Chính trị quyết định:\n1- Ông Vi Văn Tân thôi giữ chức Thường trực Ban Bí thư để chữa bệnh.\n2- Ông Lò Văn "
        "Ún, Chủ nhiệm Ủy ban Kiểm tra Trung ương, giữ chức Thường trực Ban Bí thư."
    )
    assert moves_of(text) == [
        ("Vi Văn Tân", ("Thường trực Ban Bí thư",), ()),
        ("Lò Văn Ún", ("Chủ nhiệm Ủy ban Kiểm tra Trung ương",), ("Thường trực Ban Bí thư",)),
    ]


def test_a_sentence_without_a_subject_goes_on() -> None:
    """ "Đồng thời được bổ nhiệm ..." tells of the person named in the sentence before; a body's own does not."""
    text = (
        "Ông Vi Văn Tân thôi giữ chức Bí thư Tỉnh ủy Sơn La. Đồng thời được điều động, bổ nhiệm giữ chức Thứ trưởng "
        "Bộ Nội vụ. Đồng thời, Sở Y tế được giao làm Giám đốc dự án."
    )
    assert moves_of(text) == [("Vi Văn Tân", ("Bí thư Tỉnh ủy Sơn La",), ("Thứ trưởng Bộ Nội vụ",))]


def test_a_second_verb_gives_one_more_post() -> None:
    """ "..., giao quyền POST" behind an appointment gives the same person a further post."""
    text = "Tỉnh ủy bổ nhiệm ông Vi Văn Tân giữ chức Phó Giám đốc Sở Y tế; giao quyền Giám đốc Sở Y tế."
    assert moves_of(text) == [("Vi Văn Tân", (), ("Phó Giám đốc Sở Y tế", "quyền Giám đốc Sở Y tế"))]


def test_whoever_asks_to_leave_has_not_left() -> None:
    """A request to retire "và thôi giữ chức" removes nobody."""
    text = "Ông Vi Văn Tân xác nhận đã viết đơn xin nghỉ hưu và thôi giữ chức Chủ tịch UBND huyện Mai Sơn."
    assert moves_of(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ông Vi Văn Tân được bầu làm Chủ tịch UBND TX.Mường Lay.", "Chủ tịch UBND TX.Mường Lay"),
        (
            "Ông Vi Văn Tân được phân công giữ chức Bí thư Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương.",
            "Bí thư Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương",
        ),
    ],
)
def test_a_title_reaches_over_its_signs(text: str, title: str) -> None:
    """An abbreviated unit and a body's second half belong to the title."""
    assert [to for _, _, to in moves_of(text)] == [(title,)]


def test_how_long_a_post_was_held_gives_the_news_no_year() -> None:
    """ "từ tháng 3/2020 đến nay" leaves the year of "Sáng 19/5" open."""
    text = (
        "Sáng 19/5, Thành ủy điều động ông Vi Văn Tân làm Bí thư Quận ủy Gò Vấp. Ông Tân giữ vị trí Phó Chủ tịch UBND "
        "thành phố từ tháng 3/2020 đến nay."
    )
    assert [event.date for event in events_of(text)] == [None]


@pytest.mark.parametrize(
    "told",
    [
        "Từ tháng 9/2016 đến nay, ông Tân giữ chức Giám đốc Sở Y tế.",
        "Ông Tân giữ chức Giám đốc Sở Y tế từ 2016 đến nay.",
    ],
)
def test_a_post_held_until_now_is_the_one_left(told: str) -> None:
    """ "đến nay" says what the person leaves by the move told before."""
    assert moves_of(f"Ông Vi Văn Tân được điều động làm Bí thư Huyện ủy Mai Sơn. {told}") == [
        ("Vi Văn Tân", _HEAD, ("Bí thư Huyện ủy Mai Sơn",))
    ]


def test_a_short_name_means_the_person_called_so() -> None:
    """ "ông Tân" is the one called "ông" before, not the general of the same given name."""
    text = (
        "HĐND bầu ông Vi Văn Tân làm Chủ tịch UBND tỉnh Lai Châu. Dự họp có Thiếu tướng Lò Văn Tân. Năm 2007, ông Tân "
        "được điều động làm Bí thư Huyện ủy Mai Sơn."
    )
    assert {name for name, _, _ in moves_of(text)} == {"Vi Văn Tân"}


def test_posts_of_the_party_and_of_the_youth_union_are_two() -> None:
    """A deputy secretary of the Youth Union is not the one of the Party told before."""
    text = "Ông Vi Văn Tân được bầu làm Phó Bí thư Tỉnh ủy Lai Châu. Năm 1996, ông được bầu làm Phó Bí thư Tỉnh đoàn."
    assert [event.date for event in events_of(text)] == [None, "1996"]


def test_who_votes_is_no_post() -> None:
    """ "để đại biểu HĐND bầu giữ chức ..." names those who vote."""
    text = "Tỉnh ủy giới thiệu ông Vi Văn Tân để đại biểu HĐND tỉnh xem xét, bầu giữ chức Phó Chủ tịch UBND tỉnh."
    assert [to for _, _, to in moves_of(text)] == [("Phó Chủ tịch UBND tỉnh",)]


def test_a_day_behind_the_weekday_dates_the_text() -> None:
    """A dash between weekday and day is no stroke of the date."""
    text = "Thứ sáu - 27/03/2020 17:35\nChiều 27/3, HĐND bầu ông Vi Văn Tân làm Chủ tịch UBND huyện Mai Sơn."
    assert [event.date for event in events_of(text)] == ["2020-03-27"]


def test_titles_in_short_are_posts() -> None:
    """ "PGĐ Sở", "PCT UBND": posts by their first letters are taken like those written out."""
    assert goals_of("Ông Lê Văn An được bổ nhiệm làm PGĐ Sở Y tế.") == [("PGĐ Sở Y tế",)]
    assert goals_of("Bà Trần Thị Hoa được bầu làm PCT UBND huyện Sơn Tây.") == [("PCT UBND huyện Sơn Tây",)]
