"""News of appointments and elections: who is moved by which clause, from which post, and from which day on."""

import pytest

from tests.service.rules.moves_told import events_of, goals_of, moves_of


@pytest.mark.parametrize(
    ("title", "tail"),
    [
        ("Chủ tịch UBND TP.Long Điền", ", nhiệm kỳ 2021-2026"),
        ("Tư lệnh Quân chủng Hải quân", ""),
        ("Phó Tư lệnh kiêm Tham mưu trưởng Bộ Tư lệnh Quân khu 6", ""),
        ("Phó Tư lệnh Quân khu 6, Bộ Quốc phòng", " tại Quyết định 12/QĐ-TTg ngày 3/4/2023"),
        ("Phó Chính ủy Bộ đội Biên phòng, Bộ Quốc phòng", ""),
        ("Cục trưởng Cục Giám định về chất lượng công trình xây dựng", ""),
        ("Trưởng Ban Quản lý Khu kinh tế Vạn Sa và các Khu công nghiệp tỉnh", ""),
        ("phụ trách Tư lệnh Quân khu 6", ""),
    ],
)
def test_a_title_reaches_to_its_last_word(title: str, tail: str) -> None:
    """Names of bodies, a joint "kiêm", a joined body and a duty in charge belong to a title; a decision does not."""
    text = f"Thủ tướng bổ nhiệm Thiếu tướng Vi Văn Tân, Chính ủy Học viện Biên phòng, giữ chức {title}{tail}."
    assert goals_of(text) == [(title,)]


def test_a_post_in_charge_is_left_for_the_post_itself() -> None:
    """Who was in charge as acting chief and becomes chief leaves the one and takes the other."""
    text = "Thủ tướng bổ nhiệm Thiếu tướng Vi Văn Tân, phụ trách Tư lệnh Quân khu 6, giữ chức Tư lệnh Quân khu 6."
    assert moves_of(text) == [("Vi Văn Tân", ("phụ trách Tư lệnh Quân khu 6",), ("Tư lệnh Quân khu 6",))]


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng phê chuẩn miễn nhiệm Ủy viên UBND tỉnh Sơn La là ông Vi Văn Tân, nguyên Giám đốc Sở Y tế.",
        "Thủ tướng quyết định phê chuẩn miễn nhiệm chức vụ Ủy viên UBND tỉnh Sơn La của ông Vi Văn Tân.",
        "HĐND tỉnh miễn nhiệm chức danh Ủy viên UBND tỉnh Sơn La đối với ông Vi Văn Tân; đồng thời bầu chức danh "
        "Chủ tịch UBND tỉnh.",
    ],
)
def test_a_removal_is_told_in_many_ways(text: str) -> None:
    """The person relieved may stand behind "là" or "của"; who is chosen next is not his matter."""
    assert moves_of(text) == [("Vi Văn Tân", ("Ủy viên UBND tỉnh Sơn La",), ())]


def test_retirement_by_decision_is_a_removal() -> None:
    """A decision on retirement relieves each person named with a post."""
    text = (
        "Thủ tướng ký quyết định nghỉ hưu đối với Thứ trưởng Bộ Môi trường Vi Văn Tân và Thứ trưởng Bộ Y tế Hà Thị Mơ."
    )
    assert moves_of(text) == [
        ("Vi Văn Tân", ("Thứ trưởng Bộ Môi trường",), ()),
        ("Hà Thị Mơ", ("Thứ trưởng Bộ Y tế",), ()),
    ]


def test_a_decision_about_a_retirement_is_a_removal() -> None:
    """ "công bố quyết định về việc nghỉ hưu đối với ông A - POST từ ngày ..." relieves him from that day on."""
    text = (
        "Hội nghị công bố quyết định của Tỉnh ủy về việc nghỉ hưu trước tuổi đối với ông Vi Văn Tân - Phó Chủ tịch "
        "HĐND tỉnh từ ngày 1/3/2025."
    )
    event = events_of(text)[0]
    assert ([post.title for post in event.from_], event.date) == (["Phó Chủ tịch HĐND tỉnh"], "2025-03-01")


def test_the_relieved_has_just_been_elected() -> None:
    """ "người vừa đắc cử chức POST" is a move of its own, not another post left."""
    text = (
        "HĐND tỉnh miễn nhiệm chức vụ Chủ tịch UBND tỉnh Sơn La với ông Vi Văn Tân, người vừa đắc cử chức "
        "Bí thư Tỉnh ủy."
    )
    assert goals_of(text) == [(), ("Bí thư Tỉnh ủy",)]


@pytest.mark.parametrize("until", ["cho đến khi kiện toàn", "cho tới khi có nhân sự giữ"])
def test_what_is_awaited_is_nobodys_post(until: str) -> None:
    """A post that is to be filled later is not taken by who is in charge until then."""
    text = f"Ban Thường vụ phân công ông Vi Văn Tân phụ trách Đảng bộ huyện {until} chức Bí thư Huyện ủy Mai Sơn."
    assert goals_of(text) == [("phụ trách Đảng bộ huyện",)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Kể từ ngày 1/6/2023, theo quyết định ngày 20/5/2023, UBND tỉnh điều động ông Vi Văn Tân làm {}.",
            "2023-06-01",
        ),
        ("Ông Vi Văn Tân được điều động làm {}. Ông nhận nhiệm vụ mới kể từ ngày 1/6/2023.", "2023-06-01"),
        ("Ngày 9/6/2023, HĐND bầu ông Vi Văn Tân làm {}.", "2023-06-09"),
    ],
)
def test_a_move_takes_effect_from_the_day_it_says(text: str, day: str) -> None:
    """ "kể từ ngày" dates a move before the clause, behind it and in the next sentence."""
    assert [event.date for event in events_of(text.format("Giám đốc Sở Y tế"))] == [day]


def test_before_he_became_one_he_was_the_other() -> None:
    """ "Trước khi được bổ nhiệm làm P, ông A giữ chức Q" tells a move from Q to P, of no day that is told."""
    text = (
        "Ngày 9/6/2023, HĐND tỉnh bầu ông Vi Văn Tân làm Chủ tịch UBND tỉnh Sơn La. Trước khi được bổ nhiệm làm Phó "
        "Chủ tịch UBND tỉnh Sơn La, ông Tân giữ chức Giám đốc Sở Y tế."
    )
    event = events_of(text)[-1]
    assert [post.title for post in event.from_] == ["Giám đốc Sở Y tế"]
    assert event.date is None


def test_a_post_held_before_is_the_one_left() -> None:
    """ "Trước đó, vị trí POST do ông A đảm nhiệm" tells what he held, and no move to it."""
    text = (
        "Bà Hà Thị Mơ được bổ nhiệm làm Giám đốc Sở Y tế. Trước đó, vị trí Giám đốc Sở Y tế do ông Vi Văn Tân đảm "
        "nhiệm. Ông Tân vừa được điều động làm Bí thư Huyện ủy Mai Sơn."
    )
    assert moves_of(text)[1:] == [("Vi Văn Tân", ("Giám đốc Sở Y tế",), ("Bí thư Huyện ủy Mai Sơn",))]


def test_what_has_been_since_is_no_move() -> None:
    """ "Từ năm 2015 đến nay, ông A giữ chức POST" tells a career."""
    text = (
        "HĐND tỉnh bầu ông Vi Văn Tân làm Chủ tịch UBND tỉnh Sơn La. Từ năm 2015 đến nay, ông Tân giữ chức Phó Bí thư "
        "Tỉnh ủy."
    )
    assert goals_of(text) == [("Chủ tịch UBND tỉnh Sơn La",)]


@pytest.mark.parametrize(
    "aside",
    [
        "(52 tuổi, thạc sĩ kinh tế, kỹ sư nông nghiệp), Chủ tịch UBND huyện Mai Sơn",
        "(sinh năm 1977, nguyên Chủ tịch UBND huyện Mai Sơn)",
        "(47 tuổi, Chủ tịch UBND huyện Mai Sơn)",
        "- Chủ tịch UBND huyện Mai Sơn (mới)",
        "nguyên là Chủ tịch UBND huyện Mai Sơn",
    ],
)
def test_age_and_degrees_do_not_hide_the_post(aside: str) -> None:
    """A bracket with age and degrees stands between a name and the post beside it."""
    left, goal = ("Chủ tịch UBND huyện Mai Sơn",), ("Giám đốc Sở Y tế",)
    assert moves_of(f"Sở Nội vụ bổ nhiệm ông Vi Văn Tân {aside} làm Giám đốc Sở Y tế.") == [("Vi Văn Tân", left, goal)]


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Tỉnh ủy trao quyết định giữ chức Giám đốc Sở Y tế cho ông Vi Văn Tân.",
        "Giám đốc Sở Y tế được chỉ định là ông Vi Văn Tân.",
        "Đại hội đã bầu đồng chí Vi Văn Tân, Giám đốc Sở Nội vụ, tiếp tục giữ chức Giám đốc Sở Y tế.",
        "HĐND tỉnh bầu 15 đồng chí. Đồng chí Vi Văn Tân được tín nhiệm bầu làm Giám đốc Sở Y tế.",
        "Ông Vi Văn Tân được giao làm Giám đốc Sở Y tế (hôm nay diễn ra lễ bàn giao nhiệm vụ Giám đốc Sở Nội vụ).",
    ],
)
def test_the_post_taken_is_told_in_many_ways(text: str) -> None:
    """The post may stand before the person, behind a decision handed over, or be held on; a bracket adds none."""
    assert [(name, to) for name, _, to in moves_of(text)] == [("Vi Văn Tân", ("Giám đốc Sở Y tế",))]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Phó Tư lệnh, Tham mưu trưởng Quân khu 6", "Phó Tư lệnh, Tham mưu trưởng Quân khu 6"),
        ("Sư đoàn trưởng Sư đoàn 6 - Quân khu 7", "Sư đoàn trưởng Sư đoàn 6 - Quân khu 7"),
        ("Ủy viên T.Ư Đảng, Bí thư Huyện ủy Mai Sơn", "Bí thư Huyện ủy Mai Sơn"),
        ("Bí thư Trung ương Đảng, Bí thư Huyện ủy Mai Sơn", "Bí thư Huyện ủy Mai Sơn"),
    ],
)
def test_the_post_left_is_the_one_beside_the_name(said: str, left: str) -> None:
    """The two offices of a deputy commander are one post, and seats in the Party's centre are kept."""
    assert moves_of(f"Ông Vi Văn Tân, {said}, được bổ nhiệm làm Thứ trưởng Bộ Y tế.")[0][1] == (left,)


@pytest.mark.parametrize(
    "text",
    [
        "Giám đốc Sở Nội vụ trước đó là ông Vi Văn Tân, ông Tân đã được bổ nhiệm làm Giám đốc Sở Y tế.",
        "Ông Vi Văn Tân được bổ nhiệm làm Giám đốc Sở Y tế. Trước đó, ông Tân giữ chức Giám đốc Sở Nội vụ.",
    ],
)
def test_what_he_was_before_is_the_post_left(text: str) -> None:
    """A post held before stands before the name or in a sentence of its own."""
    assert moves_of(text) == [("Vi Văn Tân", ("Giám đốc Sở Nội vụ",), ("Giám đốc Sở Y tế",))]


def test_who_leaves_a_committee_keeps_his_post() -> None:
    """ "thôi tham gia Ban Chấp hành" leaves that seat and no other."""
    text = "Hội nghị thống nhất cho ông Vi Văn Tân, Giám đốc Sở Y tế, thôi tham gia Ban Chấp hành Đảng bộ tỉnh."
    assert moves_of(text) == [("Vi Văn Tân", ("Ban Chấp hành Đảng bộ tỉnh",), ())]


def test_who_is_put_in_charge_of_his_own_body_keeps_his_post() -> None:
    """A deputy in charge of the body he is deputy in leaves nothing; sent to another body he leaves his post."""
    deputy = "ông Vi Văn Tân, Phó Giám đốc Sở Y tế tỉnh Sơn La,"
    assert moves_of(f"Chủ tịch UBND tỉnh giao {deputy} phụ trách Sở Y tế.") == [
        ("Vi Văn Tân", (), ("phụ trách Sở Y tế",))
    ]
    left = moves_of(f"Chủ tịch UBND tỉnh điều động {deputy} phụ trách Sở Nội vụ.")[0][1]
    assert left == ("Phó Giám đốc Sở Y tế tỉnh Sơn La",)


@pytest.mark.parametrize("body", ["Khoa Dinh dưỡng", "Vụ Chiến lược", "Sở Thủy sản"])
def test_a_single_capital_begins_a_word_of_two_syllables(body: str) -> None:
    """The small syllable behind a lone capital belongs to a body's name, known or not; a verb does not."""
    text = f"Ông Vi Văn Tân, Phó Giám đốc {body}, được bổ nhiệm làm Giám đốc {body} thay bà Hà Thị Mơ."
    assert moves_of(text)[0] == ("Vi Văn Tân", (f"Phó Giám đốc {body}",), (f"Giám đốc {body}",))


def test_a_time_served_is_no_move() -> None:
    """ "Từ tháng 8/2008 đến năm 2011, ông A giữ chức POST" tells a career, also under an announced decision."""
    text = (
        "Bộ Chính trị điều động ông Vi Văn Tân làm Bí thư Thành ủy Đà Nẵng. Từ tháng 8/2008 đến năm 2011, ông Tân giữ "
        "chức Giám đốc Sở Y tế."
    )
    assert goals_of(text) == [("Bí thư Thành ủy Đà Nẵng",)]


def test_the_end_of_a_rotation_is_a_return() -> None:
    """ "hết thời gian luân chuyển, được bố trí trở lại" tells the way back, and no rotation anew."""
    text = (
        "Ông Vi Văn Tân, Bí thư Huyện ủy Mai Sơn, hết thời gian luân chuyển, được bố trí trở lại làm Giám đốc Sở Y tế."
    )
    assert moves_of(text) == [("Vi Văn Tân", ("Bí thư Huyện ủy Mai Sơn",), ("Giám đốc Sở Y tế",))]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("nguyên Chủ tịch UBND phường Mai Sơn cũ,", "Chủ tịch UBND phường Mai Sơn"),
        ("Chủ tịch UBND phường Mai Sơn (cũ),", "Chủ tịch UBND phường Mai Sơn"),
        ("(bìa trái), Bí thư Đảng ủy xã Chiềng Ban,", "Bí thư Đảng ủy xã Chiềng Ban"),
    ],
)
def test_a_former_post_of_a_merged_place_is_left(said: str, left: str) -> None:
    """The post in the old unit is left, though the new unit bears its name; a picture's bracket hides nothing."""
    assert moves_of(f"Ông Vi Văn Tân {said} được bổ nhiệm làm Chủ tịch UBND phường Mai Sơn.")[0][1] == (left,)


def test_what_one_is_not_yet_is_no_post_taken() -> None:
    """ "được bổ nhiệm khi chưa phải là chuyên viên chính" names no post taken."""
    assert moves_of("Ông Vi Văn Tân được bổ nhiệm khi chưa phải là chuyên viên chính.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Chính trị phân công Bộ trưởng Vi Văn Tân kiêm Bí thư Thành ủy Đà Nẵng.",
        "Bộ Chính trị phân công ông Vi Văn Tân, Bộ trưởng Bộ Y tế, sẽ kiêm nhiệm chức vụ Bí thư Thành ủy Đà Nẵng.",
    ],
)
def test_a_further_post_leaves_none(text: str) -> None:
    """Who takes a post beside his own ("kiêm") leaves nothing."""
    assert moves_of(text) == [("Vi Văn Tân", (), ("Bí thư Thành ủy Đà Nẵng",))]


def test_an_election_planned_and_held_is_of_the_day_it_is_held() -> None:
    """The nomination and the election told later are one event, done on the later day."""
    text = (
        "Ngày 25/9/2020, Tỉnh ủy điều động ông Vi Văn Tân làm Phó Bí thư Thành ủy Sơn La và giới thiệu bầu làm "
        "Chủ tịch UBND thành phố Sơn La. Ngày 2/10/2020, ông Tân được bầu giữ chức Chủ tịch UBND thành phố Sơn La."
    )
    event = events_of(text)[-1]
    assert (event.date, event.status.value) == ("2020-10-02", "done")


def test_a_move_holds_from_the_time_told_before() -> None:
    """ "kể từ thời điểm trên" means the day of the move told just before."""
    text = (
        "Ông Vi Văn Tân, Cục trưởng Cục Việc làm, thôi giữ chức từ ngày 1/9/2022. Bộ giao bà Hà Thị Mơ làm quyền "
        "Cục trưởng Cục Việc làm kể từ thời điểm trên."
    )
    assert events_of(text)[-1].date == "2022-09-01"


def test_who_proposes_is_no_post_taken() -> None:
    """ "theo đề nghị của Chủ tịch nước" names no post."""
    text = "Quốc hội bầu ông Vi Văn Tân làm Viện trưởng VKSND Tối cao theo đề nghị của Chủ tịch nước."
    assert goals_of(text) == [("Viện trưởng VKSND Tối cao",)]


def test_the_day_of_a_rule_is_not_the_day_of_a_move() -> None:
    """A regulation on congresses that is issued on a day dates no appointment told after it."""
    text = (
        "Ngày 4/2/2015, Ban Bí thư ban hành Chỉ thị số 21-CT/TW về đại hội các cấp.\n\n"
        "Ông Vi Văn Tân được điều động giữ chức Bí thư Huyện ủy Mai Sơn."
    )
    assert [event.date for event in events_of(text)] == [None]


def test_this_province_is_the_one_of_the_post_named_last() -> None:
    """ "Chủ tịch tỉnh này" behind a post in the committee of another province is of that one."""
    text = (
        "Ông Vi Văn Tân, Chủ tịch UBND tỉnh Sơn La, được điều động giữ chức Phó Bí thư Tỉnh ủy Lai Châu và được bầu "
        "làm Chủ tịch tỉnh này."
    )
    assert goals_of(text) == [("Phó Bí thư Tỉnh ủy Lai Châu", "Chủ tịch tỉnh Lai Châu")]
