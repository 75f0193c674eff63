"""Lists of officials who are relieved of the posts said before their names."""

from tests.service.rules.moves_told import events_of, moves_of


def test_rows_that_name_the_post_of_the_relieved() -> None:
    """Below "... miễn nhiệm gồm:" a row "POST NAME" relieves its person of its post."""
    text = (
        "Theo nghị quyết, 3 thành viên được Quốc hội phê chuẩn miễn nhiệm gồm:\n1. Phó Thủ tướng Vi Văn Tân\n"
        "2. Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc Lò Văn Ún\n"
        "3. Bộ trưởng Bộ Nông nghiệp và Phát triển Nông thôn Nguyễn Văn Sáu\n"
        "Tiếp đó, Quốc hội thảo luận."
    )
    assert moves_of(text) == [
        ("Vi Văn Tân", ("Phó Thủ tướng",), ()),
        ("Lò Văn Ún", ("Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc",), ()),
        ("Nguyễn Văn Sáu", ("Bộ trưởng Bộ Nông nghiệp và Phát triển Nông thôn",), ()),
    ]
    assert {event.status.value for event in events_of(text)} == {"done"}


def test_what_an_assembly_has_yet_to_do_is_planned() -> None:
    """A list "để Quốc hội phê chuẩn miễn nhiệm" is planned, in a row and in rows."""
    text = (
        "Tờ trình để Quốc hội phê chuẩn miễn nhiệm có Phó Thủ tướng Vi Văn Tân, Bộ trưởng Bộ Y tế Lò Văn Ún.\n"
        "Tờ trình để Quốc hội phê chuẩn miễn nhiệm gồm:\n"
        "- Phó Thủ tướng Vi Văn Tân;\n- Tổng Thanh tra Chính phủ Nguyễn Văn Sáu."
    )
    assert [(event.person.name, event.status.value) for event in events_of(text)] == [
        ("Vi Văn Tân", "planned"),
        ("Lò Văn Ún", "planned"),
        ("Nguyễn Văn Sáu", "planned"),
    ]


def test_an_acting_head_leaves_his_acting_post() -> None:
    """ "ông A, Quyền POST, giữ chức POST" leaves the acting post."""
    text = "UBND tỉnh bổ nhiệm ông Vi Văn Tân, Quyền Giám đốc Sở Y tế, giữ chức Giám đốc Sở Y tế."
    assert moves_of(text) == [("Vi Văn Tân", ("Quyền Giám đốc Sở Y tế",), ("Giám đốc Sở Y tế",))]


def test_titles_before_the_names_of_a_list() -> None:
    """ "bổ nhiệm POST A, POST B làm POST" and "bổ nhiệm các POST: A, B làm POST" tell what each leaves."""
    text = (
        "Bộ trưởng bổ nhiệm Phó Cục trưởng Cục Y tế Vi Văn Tân, Vụ trưởng Vụ Bảo hiểm Lò Văn Ún làm Thứ trưởng Bộ Y tế."
    )
    goal = ("Thứ trưởng Bộ Y tế",)
    assert moves_of(text) == [
        ("Vi Văn Tân", ("Phó Cục trưởng Cục Y tế",), goal),
        ("Lò Văn Ún", ("Vụ trưởng Vụ Bảo hiểm",), goal),
    ]
    text = "Chủ tịch nước bổ nhiệm các Vụ trưởng Ngoại giao: Vi Văn Tân, Lò Văn Ún làm Đại sứ Việt Nam tại Lào."
    assert [left for _, left, _ in moves_of(text)] == [("Vụ trưởng Ngoại giao",)] * 2


def test_those_counted_leave_the_post_for_a_body() -> None:
    """ "điều động hai POST là A và B đến nhận công tác tại Bộ" takes both out of the post counted."""
    text = (
        "Bộ trưởng ký quyết định điều động hai Phó Giám đốc Công an tỉnh Lai Châu là đại tá Vi Văn Tân và đại tá Lò "
        "Văn Ún đến nhận công tác tại Bộ Công an."
    )
    post, body = ("Phó Giám đốc Công an tỉnh Lai Châu",), ("Bộ Công an",)
    assert moves_of(text) == [("Vi Văn Tân", post, body), ("Lò Văn Ún", post, body)]


def test_a_career_told_in_months_is_no_move() -> None:
    """ "Từ tháng 8.2011 - 7.2012, ông giữ chức POST, sau đó làm POST" tells what he has been."""
    text = (
        "HĐND bầu ông Vi Văn Tân giữ chức Chủ tịch UBND huyện Mai Sơn. Từ tháng 8.2011 - 7.2012, ông Tân giữ chức Phó "
        "Chủ tịch UBND xã Mường Bú, sau đó làm Bí thư Đảng ủy xã Chiềng Ly."
    )
    assert [goal for _, _, goal in moves_of(text)] == [("Chủ tịch UBND huyện Mai Sơn",)]


def test_a_bureau_named_by_what_it_fights() -> None:
    """The commas of "tội phạm về tham nhũng, kinh tế, buôn lậu" end no title, nor does the dash of "GD – ĐT"."""
    for title in (
        "Cục trưởng Cục Cảnh sát điều tra tội phạm về tham nhũng, kinh tế, buôn lậu (C03)",
        "Trưởng phòng GD – ĐT huyện Mai Sơn",
    ):
        text = f"Ông Vi Văn Tân, {title}, được bổ nhiệm làm Thứ trưởng Bộ Y tế."
        assert moves_of(text) == [("Vi Văn Tân", (title,), ("Thứ trưởng Bộ Y tế",))]


def test_those_elected_into_a_body_take_a_seat_and_keep_their_posts() -> None:
    """ "bầu ông A, POST, và bà B, POST, vào Ban Bí thư ..." seats both; "Đoàn Chủ tịch" is a body too."""
    for seat in ("Ban Bí thư Trung ương Đoàn", "Đoàn Chủ tịch Hội Nông dân Việt Nam"):
        text = (
            "Hội nghị đã bầu bổ sung anh Vi Văn Tân (1980), Trưởng Ban Tuyên giáo Tỉnh đoàn và chị Lò Thị Ún (1982), "
            f"Trưởng Ban Tổ chức Tỉnh đoàn vào {seat}."
        )
        assert moves_of(text) == [("Vi Văn Tân", (), (seat,)), ("Lò Thị Ún", (), (seat,))]


def test_a_list_whose_posts_name_term_and_province() -> None:
    """ "khóa XII" and ", tỉnh X" behind a post in a list end nobody's turn."""
    text = (
        "Đại hội bầu 3 đồng chí sau đây là Phó Chủ tịch Hội Nông dân Việt Nam: đồng chí Vi Văn Tân, Bí thư Thành "
        "ủy Sơn La, tỉnh Sơn La; đồng chí Lò Thị Ún, Trưởng Ban Kinh tế khóa XII; đồng chí Nguyễn Văn Sáu, Giám đốc Sở "
        "Y tế."
    )
    goal = ("Phó Chủ tịch Hội Nông dân Việt Nam",)
    assert [(name, taken) for name, _, taken in moves_of(text)] == [
        ("Vi Văn Tân", goal),
        ("Lò Thị Ún", goal),
        ("Nguyễn Văn Sáu", goal),
    ]


def test_what_an_assembly_has_considered_is_done() -> None:
    """ "đã tiến hành xem xét miễn nhiệm" is done; "T.P" is a city written short."""
    text = "HĐND đã tiến hành xem xét miễn nhiệm chức vụ Chủ tịch UBND T.P Sơn La đối với ông Vi Văn Tân."
    assert [(event.status.value, event.from_[0].title) for event in events_of(text)] == [
        ("done", "Chủ tịch UBND T.P Sơn La")
    ]
