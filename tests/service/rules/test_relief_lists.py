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
    """A list "để Quốc hội xem xét phê chuẩn việc miễn nhiệm" is planned, in a row and in rows."""
    text = (
        "Danh sách để Quốc hội phê chuẩn việc miễn nhiệm có Phó Thủ tướng Vi Văn Tân, Bộ trưởng Bộ Y tế Lò Văn Ún.\n"
        "Những người trong danh sách để Quốc hội xem xét phê chuẩn việc miễn nhiệm gồm:\n"
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
