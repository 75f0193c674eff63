"""Posts that change hands: who follows whom, lists of persons for one post, posts named before their holders."""

import pytest

from schemas import Action, Level, MoveStatus, Role
from tests.service.rules.moves_told import events_of, moves_of

_TAN = "Ông Vi Tân, Giám đốc Sở Y tế, được điều động làm Bí thư Huyện ủy Mai Sơn. "
_TAN_GOES = ("Vi Tân", ("Giám đốc Sở Y tế",), ("Bí thư Huyện ủy Mai Sơn",))
_MO_COMES = ("Hà Thị Mơ", ("Phó Giám đốc Sở Y tế",), ("Giám đốc Sở Y tế",))


@pytest.mark.parametrize(
    "text",
    [
        "Người thay ông Tân là bà Hà Thị Mơ, Phó Giám đốc Sở Y tế.",
        "Người được chọn thay ông Tân là bà Hà Thị Mơ, Phó Giám đốc Sở Y tế.",
        "Kế nhiệm ông Tân là bà Hà Thị Mơ, Phó Giám đốc Sở Y tế.",
        "Thay thế ông Tân ở Sở Y tế là bà Hà Thị Mơ, Phó Giám đốc Sở Y tế.",
        "Tiếp quản vị trí của ông Tân là bà Hà Thị Mơ, Phó Giám đốc Sở Y tế.",
        "Bà Hà Thị Mơ, Phó Giám đốc Sở Y tế, kế nhiệm ông Tân.",
        "Vị trí ông Tân để lại được giao cho bà Hà Thị Mơ, Phó Giám đốc Sở Y tế.",
        "Chức Giám đốc Sở Y tế được giao cho bà Hà Thị Mơ, Phó Giám đốc Sở Y tế.",
        "Ghế Giám đốc Sở Y tế nay thuộc về bà Hà Thị Mơ, Phó Giám đốc Sở Y tế.",
        "Vị trí Giám đốc Sở Y tế do bà Hà Thị Mơ, Phó Giám đốc Sở Y tế, đảm nhiệm.",
        "Tân Giám đốc Sở Y tế là bà Hà Thị Mơ, Phó Giám đốc Sở Y tế.",
    ],
)
def test_the_successor_is_told_in_many_ways(text: str) -> None:
    """Whoever follows takes the post that the sentence before leaves free, and leaves his own."""
    assert moves_of(_TAN + text) == [_TAN_GOES, _MO_COMES]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Tân thế chỗ bà Hà Thị Mơ. Bà Mơ được điều động làm Phó Trưởng ban Dân vận Tỉnh ủy.",
        "Người tiền nhiệm của ông, bà Hà Thị Mơ, được điều động làm Phó Trưởng ban Dân vận Tỉnh ủy.",
        "Ông thay bà Hà Thị Mơ được điều động làm Phó Trưởng ban Dân vận Tỉnh ủy.",
        "Đồng chí thay bà Hà Thị Mơ được điều động làm Phó Trưởng ban Dân vận Tỉnh ủy.",
    ],
)
def test_the_predecessor_leaves_the_post_now_taken(text: str) -> None:
    """Who is replaced, and moves, leaves the post that the successor takes."""
    leaves = ("Hà Thị Mơ", ("Bí thư Huyện ủy Mai Sơn",), ("Phó Trưởng ban Dân vận Tỉnh ủy",))
    assert moves_of(_TAN + text) == [_TAN_GOES, leaves]


@pytest.mark.parametrize(
    "text",
    [
        "HĐND huyện bầu 2 Phó Chủ tịch UBND huyện là ông Vi Tân và bà Hà Thị Mơ.",
        "HĐND huyện bầu bổ sung hai Phó Chủ tịch UBND huyện, gồm các ông bà: Vi Tân, Hà Thị Mơ.",
        "HĐND huyện bầu các Phó Chủ tịch UBND huyện: ông Vi Tân; bà Hà Thị Mơ.",
        "Các đồng chí được bầu giữ chức Phó Chủ tịch UBND huyện là đồng chí Vi Tân và đồng chí Hà Thị Mơ.",
    ],
)
def test_a_list_of_persons_takes_the_post_told_before_it(text: str) -> None:
    """Behind "là", "gồm" or a colon each person of a list takes the one post."""
    title = ("Phó Chủ tịch UBND huyện",)
    assert moves_of(text) == [("Vi Tân", (), title), ("Hà Thị Mơ", (), title)]


def test_a_list_says_which_post_is_whose() -> None:
    """Behind a general post ("3 Trưởng Công an huyện") the title beside a name is the post taken, not one left."""
    text = "Bổ nhiệm 2 Trưởng Công an huyện, gồm: Trung tá Vi Văn Tân - Trưởng Công an huyện Mai Sơn; "
    text += "Thiếu tá Hà Văn Mơ - Trưởng Công an huyện Yên Châu."
    assert moves_of(text) == [
        ("Vi Văn Tân", (), ("Trưởng Công an huyện Mai Sơn",)),
        ("Hà Văn Mơ", (), ("Trưởng Công an huyện Yên Châu",)),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("về công tác tại Sở Nội vụ, giữ chức Phó Giám đốc.", "Phó Giám đốc Sở Nội vụ"),
        ("đến nhận công tác tại Ban Nội chính Tỉnh ủy, giữ chức Phó trưởng ban.", "Phó trưởng Ban Nội chính Tỉnh ủy"),
        ("giữ chức Phó Giám đốc Sở này.", "Phó Giám đốc Sở Nội vụ"),
    ],
)
def test_a_short_title_takes_the_body_beside_it(text: str, title: str) -> None:
    """A head without body, or with "này", means the body that the sentence names."""
    events = events_of("Điều động ông Vi Tân, Trưởng phòng Công chức Sở Nội vụ, " + text)
    assert [post.title for event in events for post in event.to] == [title]


def test_an_acting_head_and_one_in_charge_keep_their_words() -> None:
    """ "quyền" and "phụ trách" belong to the title of the post taken."""
    text = (
        "Ông Vi Tân được giao quyền Viện trưởng VKSND huyện Mai Sơn. Bà Hà Thị Mơ được phân công phụ trách UBND huyện."
    )
    assert [event.to[0].title for event in events_of(text)] == [
        "quyền Viện trưởng VKSND huyện Mai Sơn",
        "phụ trách UBND huyện",
    ]


def test_a_move_for_a_time_ends_when_the_text_says() -> None:
    """Behind "từ ngày ... đến ngày ..." a secondment has its end."""
    text = "Ông Vi Tân được biệt phái về UBND xã Chiềng Mai từ ngày 1/10/2021 đến ngày 30/9/2024."
    event = events_of(text)[0]
    assert (event.date, event.until, event.actions) == ("2021-10-01", "2024-09-30", [Action.SECONDMENT])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sáng nay 5.12.2019, HĐND huyện bầu ông Vi Tân làm Chủ tịch UBND huyện.", "2019-12-05"),
        ("Ngày 3/3/2020, huyện họp. Chiều 27/2, huyện bổ nhiệm ông Vi Tân làm Trưởng phòng Nội vụ.", "2020-02-27"),
        ("Năm 2014 đã xa. Chiều 27/2, huyện bổ nhiệm ông Vi Tân làm Trưởng phòng Nội vụ.", None),
    ],
)
def test_a_day_takes_its_year_from_a_date_near_it(text: str, day: str | None) -> None:
    """ "Sáng nay" leads to the day beside it; a day without a year takes that of a full date at most two months off."""
    assert events_of(text)[0].date == day


def test_a_plan_has_no_date_of_its_announcement() -> None:
    """What is only planned does not take the day on which other moves were decided."""
    text = "Ngày 5/12/2019, Tỉnh ủy trao quyết định điều động ông Vi Tân làm Giám đốc Sở Y tế. "
    text += "Dự kiến chức danh Bí thư Thị ủy Mai Sơn sẽ do bà Hà Thị Mơ đảm nhiệm."
    first, second = events_of(text)
    assert (first.date, second.date, second.status) == ("2019-12-05", None, MoveStatus.PLANNED)


def test_a_revoked_appointment_is_cancelled() -> None:
    """ "bị hủy bỏ" behind the appointment revokes it."""
    text = "Quyết định bổ nhiệm ông Vi Tân làm Phó Giám đốc Sở Nội vụ bị hủy bỏ vì sai quy trình."
    assert events_of(text)[0].status is MoveStatus.CANCELLED


def test_a_relative_beside_the_name_does_not_move() -> None:
    """The person behind "vợ", "con trai" is no one's mover."""
    text = "Bà Hà Thị Mơ, vợ ông Vi Văn Tân, được bổ nhiệm làm Phó Trưởng phòng Nội vụ huyện Mai Sơn."
    assert [move[0] for move in moves_of(text)] == ["Hà Thị Mơ"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tỉnh ủy công bố quyết định của Ban Bí thư điều động ông Vi Tân làm Giám đốc Sở Y tế.", "Ban Bí thư"),
        ("Thủ tướng ký Quyết định số 89/QĐ-TTg ngày 1/3/2024 bổ nhiệm ông Vi Tân làm Thứ trưởng Bộ Y tế.", "Thủ tướng"),
        (
            "Thừa ủy quyền của Bộ trưởng Bộ Công an, Trung tướng Hà Mơ trao quyết định bổ nhiệm ông Vi Tân làm "
            "Giám đốc Công an tỉnh.",
            "Bộ trưởng Bộ Công an",
        ),
        ("Phó Bí thư Tỉnh ủy Hà Văn Mơ trao quyết định bổ nhiệm ông Vi Tân làm Giám đốc Sở Y tế.", None),
    ],
)
def test_who_decides_is_not_who_hands_over(text: str, who: str | None) -> None:
    """The body of the decision, the signer, or who is stood in for decides; a deputy who hands it over does not."""
    assert events_of(text)[0].decided_by == who


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Chỉ huy trưởng Bộ CHQS tỉnh Sơn La", Level.PROVINCE),
        ("Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Sơn La", Level.PROVINCE),
        ("Chủ tịch Hội Nông dân Việt Nam", Level.CENTRAL),
        ("Trưởng khoa Luật", Level.AGENCY),
        ("Phó Chi cục trưởng Chi cục Thuế huyện Mai Sơn", Level.DISTRICT),
    ],
)
def test_the_tier_of_a_post(title: str, level: Level) -> None:
    """A unit named in the title gives the tier, the land's name only where no unit is; else it is left open."""
    assert events_of(f"Bổ nhiệm ông Vi Tân giữ chức {title}.")[0].to[0].level is level


def test_a_deputy_who_heads_the_staff_is_a_deputy() -> None:
    """Two heads joined by a dash are one post, of the first one's rank."""
    event = events_of("Bổ nhiệm ông Vi Tân làm Phó Chỉ huy trưởng - Tham mưu trưởng Bộ CHQS tỉnh Sơn La.")[0]
    assert event.to[0].roles == [Role.DEPUTY_HEAD]


@pytest.mark.parametrize(
    "title",
    [
        "Trưởng CAQ Sơn Trà",
        "Trưởng phòng TN&MT TP Phan Thiết",
        "Bí thư Huyện ủy Anh Sơn",
        "Bí thư Tỉnh ủy Bà Rịa - Vũng Tàu",
        "Chủ tịch UBND quận Hai Bà Trưng",
        "Phó Bí thư Huyện ủy Cư M'gar",
        "Bí thư Quận ủy 3",
        "Giám đốc Bệnh viện Bạch Mai",
        "Hiệu trưởng Trường THPT Nguyễn Trãi",
        "Giám đốc Trung tâm Huấn luyện thi đấu thể thao tỉnh",
        "Trưởng phòng Cảnh sát điều tra tội phạm về ma túy",
    ],
)
def test_a_title_is_whole(title: str) -> None:
    """Places and bodies whose names look like persons or forms of address stay in the title, and the verb does not."""
    events = events_of(f"Ông Vi Tân, {title}, bị miễn nhiệm, chuyển làm chuyên viên Sở Nội vụ.")
    assert [post.title for event in events for post in event.from_] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Hai cán bộ được điều động về Sở Nội vụ làm Phó giám đốc. Hai cán bộ này gồm anh Vi Tân và chị Hà Thị Mơ.",
        "Tỉnh đã điều động hai cán bộ về Sở Nội vụ làm Phó giám đốc. Đó là anh Vi Tân và chị Hà Thị Mơ.",
    ],
)
def test_those_counted_are_named_in_the_next_sentence(text: str) -> None:
    """Who is counted in one sentence and named in the next takes the post that the first one tells."""
    title = ("Phó giám đốc Sở Nội vụ",)
    assert moves_of(text) == [("Vi Tân", (), title), ("Hà Thị Mơ", (), title)]


def test_a_name_without_form_of_address_is_known_by_the_short_one() -> None:
    """A name right behind a unit's word is found where "ông" and its last word follow."""
    text = "Chúng tôi gặp Bí thư Đảng ủy xã Trần Quốc Lãm. Ông Lãm được luân chuyển làm Bí thư Đảng ủy xã Chiềng Mai."
    assert [move[0] for move in moves_of(text)] == ["Trần Quốc Lãm"]


def test_each_clause_has_its_date() -> None:
    """Behind a semicolon the date of the clause counts, not the first one of the sentence."""
    text = "Tháng 6/2018, ông Vi Tân được luân chuyển làm Phó Bí thư Đảng ủy xã; tháng 5/2020, đại hội bầu ông làm "
    assert [event.date for event in events_of(text + "Bí thư Đảng ủy xã Chiềng Mai.")] == ["2018-06", "2020-05"]


def test_the_next_post_of_one_person_is_a_move_of_its_own() -> None:
    """Behind "sau đó" the second post is taken from the first."""
    text = "Ông Vi Tân được bổ nhiệm Phó giám đốc Sở Nội vụ tháng 6/2015, sau đó làm Bí thư Huyện ủy Mai Sơn."
    assert moves_of(text) == [
        ("Vi Tân", (), ("Phó giám đốc Sở Nội vụ",)),
        ("Vi Tân", ("Phó giám đốc Sở Nội vụ",), ("Bí thư Huyện ủy Mai Sơn",)),
    ]


def test_a_coach_is_no_official() -> None:
    """In an article on sport a post without a tier is left out, and an official's move beside it stays."""
    text = "Ông Hà Văn Mơ được điều chuyển làm giám đốc kỹ thuật, dẫn dắt các cầu thủ. "
    text += "Ông Vi Văn Tân được bổ nhiệm làm Phó giám đốc Sở Văn hóa tỉnh Sơn La."
    assert [move[0] for move in moves_of(text)] == ["Vi Văn Tân"]


def test_decisions_named_behind_the_posts_make_moves_of_them() -> None:
    """ "Các quyết định trên" says that the posts told with "giữ chức" alone were decided."""
    text = "Ông Vi Tân (Bí thư Huyện ủy Mai Sơn) giữ chức Giám đốc Sở Tài chính. Các quyết định trên được công bố, "
    assert moves_of(text + "bổ nhiệm từ hôm qua.") == [
        ("Vi Tân", ("Bí thư Huyện ủy Mai Sơn",), ("Giám đốc Sở Tài chính",))
    ]
