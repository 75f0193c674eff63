"""Portraits and careers: several moves of one person in a sentence, posts held before, degrees, births."""

from datetime import date

from schemas import MoveStatus
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.summaries import find_summaries
from tests.service.rules.moves_told import events_of, goals_of, moves_of


def test_a_verb_stands_right_behind_a_bracket_with_birth_and_home() -> None:
    """What a bracket says of birth and home does not part a person from his verb, and its year dates no move."""
    text = "Bà Lò Thị Mai (SN 1968, quê Thuận Châu, Sơn La) tái đắc cử Bí thư Huyện ủy Mai Sơn ngày 12/8."
    [event] = events_of(text)
    assert ([post.title for post in event.to], event.date) == (["Bí thư Huyện ủy Mai Sơn"], None)
    [dated] = events_of(text, date(2020, 9, 1))
    assert dated.date == "2020-08-12"


def test_posts_gone_through_are_not_taken() -> None:
    """ "Từng kinh qua các chức vụ" lists what a person was before, also behind the move told with "trước khi"."""
    text = "Trước khi tái cử chức Bí thư Huyện ủy Mai Sơn, ông Vi Tân từng kinh qua các chức vụ Chánh Thanh tra tỉnh, "
    assert goals_of("Ông Vi Tân tái cử Bí thư Huyện ủy Mai Sơn. " + text + "Phó Bí thư Thị ủy.") == [
        ("Bí thư Huyện ủy Mai Sơn",)
    ]


def test_a_further_move_has_its_own_date_and_maker() -> None:
    """Behind "và đến tháng ..." the same person moves again, and whoever decided the first move is not repeated."""
    text = (
        "Năm 2014, anh Vừ A Páo được Huyện ủy Sốp Cộp luân chuyển về làm Chủ tịch UBND xã Mường Và và đến tháng 9/2019 "
        "anh tiếp tục được điều động về làm Bí thư Đảng ủy xã Nậm Lạnh, sau đó được bầu làm Chủ tịch HĐND xã."
    )
    events = events_of(text)
    assert [(event.to[0].title, event.date, event.decided_by) for event in events] == [
        ("Chủ tịch UBND xã Mường Và", "2014", "Huyện ủy Sốp Cộp"),
        ("Bí thư Đảng ủy xã Nậm Lạnh", "2019-09", None),
        ("Chủ tịch HĐND xã", None, None),
    ]


def test_a_degree_is_nobody() -> None:
    """ "Là PGS.TS Vật lý" names a subject, and the verb behind it is the person's told before."""
    text = "Bà Lò Thị Mai, quê Sơn La, là PGS.TS Vật lý, năm 2015 được bổ nhiệm làm Phó Giám đốc Sở Giáo dục tỉnh."
    assert [move[0] for move in moves_of(text)] == ["Lò Thị Mai"]


def test_a_seat_in_the_central_committee_is_not_left() -> None:
    """Who was a member of the Central Committee before a move stays one."""
    text = "Trước khi được điều động giữ chức Bí thư Tỉnh ủy Sơn La, ông Vi Tân là Ủy viên Trung ương Đảng, "
    assert moves_of(text + "Bộ trưởng Bộ Nội vụ.") == [("Vi Tân", ("Bộ trưởng Bộ Nội vụ",), ("Bí thư Tỉnh ủy Sơn La",))]


def test_who_presents_a_proposal_is_not_nominated() -> None:
    """The official who lays a paper before a meeting is not the one it nominates."""
    text = "Trưởng Ban Tổ chức Vi Văn Tân trình bày Tờ trình về việc giới thiệu nhân sự bầu bổ sung Ủy viên Ban Chấp "
    assert events_of(text + "hành Đảng bộ tỉnh khóa XII.") == []


def test_an_hour_counts_nobody() -> None:
    """The time of publication behind a headline is no count of officials."""
    assert find_summaries(read_doc(fold("Luân chuyển cán bộ: Chọn đúng người 14/03/2024 09:00"))) == []


def test_a_bracket_behind_the_one_replaced_tells_of_him() -> None:
    """What a bracket says of a predecessor is his own move, and the successor's goes on behind it."""
    text = "Ông Vi Tân, Phó Giám đốc Sở Nội vụ, thay bà Lò Thị Mai (đã được điều động làm Trưởng Ban Dân vận Tỉnh ủy) "
    announced = "Tỉnh Sơn La bổ nhiệm nhân sự mới. "
    assert sorted(moves_of(announced + text + "giữ chức Giám đốc Sở Công Thương.")) == [
        ("Lò Thị Mai", ("Giám đốc Sở Công Thương",), ("Trưởng Ban Dân vận Tỉnh ủy",)),
        ("Vi Tân", ("Phó Giám đốc Sở Nội vụ",), ("Giám đốc Sở Công Thương",)),
    ]


def test_one_verb_serves_several_posts_and_persons() -> None:
    """ "Bổ nhiệm POST đối với A; POST đối với B và POST đối với C" tells three moves."""
    text = (
        "Tỉnh ủy công bố quyết định bổ nhiệm chức vụ Giám đốc Sở Nội vụ đối với ông Vi Tân; Giám đốc Sở Y tế đối với "
    )
    assert moves_of(text + "bà Lò Thị Mai và Chánh Thanh tra tỉnh đối với ông Hà Văn Pâng.") == [
        ("Vi Tân", (), ("Giám đốc Sở Nội vụ",)),
        ("Lò Thị Mai", (), ("Giám đốc Sở Y tế",)),
        ("Hà Văn Pâng", (), ("Chánh Thanh tra tỉnh",)),
    ]


def test_an_old_post_is_no_news() -> None:
    """Behind the news a post held since long before it is a career, and an honour is no post."""
    text = "Sáng 9/6/2023, HĐND tỉnh Sơn La bầu ông Vi Tân làm Phó Chủ tịch UBND tỉnh. "
    career = "Cuối năm 2012, ông Tân trở thành Phó Giám đốc Sở Nội vụ và được phong hàm Đại sứ. "
    later = "Sau một nhiệm kỳ, đến tháng 3/2017, ông Tân đảm nhiệm cương vị Trưởng Ban Dân vận Tỉnh ủy."
    assert goals_of(text + career + later) == [("Phó Chủ tịch UBND tỉnh",)]


def test_posts_of_two_kinds_are_two() -> None:
    """A minister and the head of a committee are two posts, however alike what they see to."""
    text = (
        "Tháng 2/2020, ông Vi Tân được bổ nhiệm làm Trưởng Ban Đối ngoại Trung ương. Tháng 5/2023, ông Vi Tân được bổ "
    )
    assert goals_of(text + "nhiệm làm Bộ trưởng Ngoại giao.") == [
        ("Trưởng Ban Đối ngoại Trung ương",),
        ("Bộ trưởng Ngoại giao",),
    ]


def test_artists_are_named_with_their_title() -> None:
    """An artist's title is a form of address, and "Anh" behind it begins his name."""
    text = "Sở Văn hóa trao quyết định bổ nhiệm NSND Anh Thơm giữ chức Phó giám đốc Nhà hát Chèo tỉnh Hà Nam."
    assert [(name, to) for name, _, to in moves_of(text)] == [("Anh Thơm", ("Phó giám đốc Nhà hát Chèo tỉnh Hà Nam",))]


def test_what_is_proposed_and_then_done_is_one_move() -> None:
    """A proposal told first and its outcome told later are one appointment."""
    text = "Sở đề xuất bổ nhiệm thêm phó giám đốc là bà Lò Thị Mai. Cuối tháng 3, bà Lò Thị Mai được bổ nhiệm giữ chức "
    [event] = events_of(text + "phó giám đốc Sở Y tế tỉnh Sơn La.")
    assert event.status is MoveStatus.DONE


def test_years_in_a_post_are_no_move() -> None:
    """ "Có gần 7 năm làm POST" says how long, not that the post is taken."""
    text = "Phòng luân chuyển nhiều hiệu trưởng. Thầy Vi Văn Tân có gần 7 năm làm Hiệu trưởng Trường tiểu học Bản Mòng."
    assert moves_of(text) == []


def test_a_school_named_after_a_man_is_nobody() -> None:
    """The name behind "THPT chuyên" and "mầm non" ends the post, and "ông" behind it is the person told before."""
    text = "Năm 2016, khi là hiệu trưởng trường THPT chuyên Tô Hữu Đạt, ông Vi Tân được điều động về làm hiệu trưởng "
    assert moves_of(text + "trường THPT Cò Nòi.") == [
        ("Vi Tân", ("hiệu trưởng trường THPT chuyên Tô Hữu Đạt",), ("hiệu trưởng trường THPT Cò Nòi",))
    ]


def test_those_who_give_a_decision_back_were_appointed() -> None:
    """Who returns or refuses a decision is the one it appoints, and "còn" begins what is said of the next."""
    text = (
        "Cô Lò Thị Mai trả lại quyết định bổ nhiệm làm hiệu trưởng Trường tiểu học Bản Mòng, còn cô Hà Thị Mơ từ chối "
    )
    assert moves_of(text + "quyết định làm hiệu trưởng Trường tiểu học Bản Hụm.") == [
        ("Lò Thị Mai", (), ("hiệu trưởng Trường tiểu học Bản Mòng",)),
        ("Hà Thị Mơ", (), ("hiệu trưởng Trường tiểu học Bản Hụm",)),
    ]


def test_who_is_elected_again_leaves_nothing() -> None:
    """The post held "khóa XX" is the one taken again."""
    text = "Đồng chí Vi Tân, Bí thư Huyện ủy khóa XX, tái cử chức vụ Bí thư Huyện ủy Mai Sơn, nhiệm kỳ 2020 - 2025."
    assert moves_of(text) == [("Vi Tân", (), ("Bí thư Huyện ủy Mai Sơn",))]


def test_those_of_a_counted_post_are_elected_with_the_others() -> None:
    """ "2 Phó Bí thư gồm A và B" behind an election tells two moves; without one it tells who holds the posts."""
    told = "2 Phó Bí thư Huyện ủy Mai Sơn gồm các đồng chí Lò Thị Mai và đồng chí Hà Văn Pâng."
    assert [move[0] for move in moves_of("Ban Chấp hành bầu ra 11 đồng chí vào Ban Thường vụ. " + told)] == [
        "Lò Thị Mai",
        "Hà Văn Pâng",
    ]
    assert moves_of("Huyện ủy có trụ sở mới. " + told) == []


def test_who_is_sent_to_a_body_by_a_short_verb() -> None:
    """Behind "được điều về" the body is where the person goes."""
    text = "Cô Lò Thị Mai, Hiệu trưởng Trường tiểu học Bản Mòng, sẽ được điều về trường Cò Nòi."
    assert moves_of(text) == [("Lò Thị Mai", ("Hiệu trưởng Trường tiểu học Bản Mòng",), ("trường Cò Nòi",))]


def test_posts_held_from_one_year_to_another_are_a_career() -> None:
    """A time with both its ends makes "làm POST" what has been, also where an election is told beside it."""
    text = (
        "Năm 2007-2013, ông Vi Tân làm Phó Giám đốc Sở Nội vụ. Sau đó, ông Tân được bầu làm Bí thư Huyện ủy Mai Sơn. "
    )
    later = "Tháng 9/2013 đến tháng 4/2015, ông Tân làm Chánh Thanh tra tỉnh."
    assert goals_of(text + later) == [("Bí thư Huyện ủy Mai Sơn",)]


def test_who_hands_a_decision_over_does_not_retire() -> None:
    """At a ceremony the official who gives others the decision to retire stays."""
    text = "Tại lễ công bố, đại tá Vi Văn Tân, Giám đốc Công an tỉnh, trao quyết định nghỉ công tác đối với 9 cán bộ."
    assert moves_of(text) == []


def test_a_list_of_those_who_retire_names_them_all() -> None:
    """Each of a list behind "nghỉ gồm:" or "đối với các đồng chí:" leaves the post said beside the name."""
    names = "Đại tá Vi Văn Tân, Trưởng phòng Tham mưu; Thượng tá Lò Văn Mai, Trưởng phòng Hồ sơ."
    left = [("Vi Văn Tân", ("Trưởng phòng Tham mưu",), ()), ("Lò Văn Mai", ("Trưởng phòng Hồ sơ",), ())]
    decided = "Công an tỉnh trao quyết định nghỉ hưu"
    assert moves_of(f"{decided}. Các nhân sự nghỉ gồm: {names}") == left
    assert moves_of(f"{decided} đối với các đồng chí: {names}") == left


def test_handing_over_is_no_appointment() -> None:
    """ "Bàn giao nhiệm vụ" moves nobody, and what a committee will decide is no post held."""
    text = "Công an tỉnh bàn giao nhiệm vụ giữa đại tá Vi Văn Tân, nguyên Giám đốc Công an tỉnh, và đại tá Lò Văn Mai."
    assert moves_of(text) == []


def test_an_office_within_the_one_held_is_not_left() -> None:
    """A chair elected again keeps the post told with another office, and the seats beside it."""
    text = "Thủ tướng phê chuẩn kết quả bầu Chủ tịch UBND tỉnh Sơn La đối với ông Vi Tân, Phó Bí thư Tỉnh ủy, Chủ tịch "
    assert moves_of(text + "UBND tỉnh Sơn La nhiệm kỳ 2011 - 2016.") == [("Vi Tân", (), ("Chủ tịch UBND tỉnh Sơn La",))]
    text = (
        "Thủ tướng phê chuẩn kết quả bầu Phó Chủ tịch UBND tỉnh Sơn La đối với bà Lò Mai, Ủy viên Ban Thường vụ Tỉnh "
    )
    assert moves_of(text + "ủy, Phó Chủ tịch UBND tỉnh Sơn La.") == [("Lò Mai", (), ("Phó Chủ tịch UBND tỉnh Sơn La",))]


def test_posts_joined_by_kiem_are_both_left() -> None:
    """Two posts said beside a name with "kiêm" are both left, and the post taken is that of the body behind "tại"."""
    text = "Tỉnh điều động ông Vi Tân, Phó giám đốc Sở Công Thương kiêm Chi cục trưởng Chi cục Thủy lợi, sang công tác "
    assert moves_of(text + "tại Sở Tư pháp và bổ nhiệm giữ chức Phó giám đốc.") == [
        ("Vi Tân", ("Phó giám đốc Sở Công Thương", "Chi cục trưởng Chi cục Thủy lợi"), ("Phó giám đốc Sở Tư pháp",))
    ]


def test_a_post_told_short_is_that_of_the_body_sent_to() -> None:
    """A post like the one held, told without its body, is another one where the person is sent elsewhere."""
    text = "Điều động ông Vi Tân, Phó giám đốc Sở NN-MT, về Sở VH-TT và bổ nhiệm làm Phó giám đốc "
    assert moves_of(text + "Sở.") == [("Vi Tân", ("Phó giám đốc Sở NN-MT",), ("Phó giám đốc Sở VH-TT",))]


def test_a_post_taken_is_not_the_next_persons() -> None:
    """Behind "về làm POST và" another person with his post begins."""
    text = (
        "Trong đợt luân chuyển này có Thứ trưởng Vi Văn Tân về làm Phó Chủ tịch UBND tỉnh Sơn La và Thứ trưởng Lò Văn "
    )
    assert moves_of(text + "Mai về làm Phó Bí thư Tỉnh ủy Lai Châu.") == [
        ("Vi Văn Tân", ("Thứ trưởng",), ("Phó Chủ tịch UBND tỉnh Sơn La",)),
        ("Lò Văn Mai", ("Thứ trưởng",), ("Phó Bí thư Tỉnh ủy Lai Châu",)),
    ]


def test_what_the_people_counted_are_is_not_taken() -> None:
    """ "Có hai người là Ủy viên" says what some of those moved are, not which post they take."""
    text = "Lần luân chuyển 23 cán bộ ấy có ba người là Ủy viên Trung ương: Thứ trưởng Vi Văn Tân, bà Hà Thu Mai và "
    assert moves_of(text + "Phó Chủ nhiệm Văn phòng Lò Văn Mai.") == []


def test_who_is_appointed_again_leaves_nothing() -> None:
    """A reappointment told with the head of the post alone gives again the post said beside the name."""
    text = "Bộ Y tế bổ nhiệm lại chức danh phó giám đốc cho bác sĩ Vi Văn Tân - Phó giám đốc Bệnh viện Đa khoa Sơn La."
    assert moves_of(text) == [("Vi Văn Tân", (), ("Phó giám đốc Bệnh viện Đa khoa Sơn La",))]


def test_a_return_ends_only_what_came_before_it() -> None:
    """The day of an old return is not the end of a later move."""
    text = (
        "Ông Vi Tân được điều động làm Chủ tịch HĐTV Tập đoàn Sông Mã từ ngày 16/11/2020. Tháng 1/2015, ông Tân thôi "
    )
    events = events_of(text + "giữ chức chủ tịch SMC, trở lại Bộ Công Thương giữ chức Thứ trưởng.")
    assert [event.until for event in events] == [None, None]


def test_a_body_by_its_short_name_is_the_body() -> None:
    """A post told with the body's full name and its acronym is the one told with the acronym alone."""
    full = "Thủ tướng bổ nhiệm ông Vi Tân giữ chức Chủ tịch Hội đồng thành viên Tập đoàn Sông Mã Việt Nam (SMC). "
    told = "Ông Tân, Thứ trưởng Bộ Công Thương, được điều động giữ chức Chủ tịch SMC."
    assert len(moves_of(full + told)) == 1
    left = (
        "Ông Vi Tân thôi chức chủ tịch SMC\nThủ tướng quyết định việc ông Vi Tân thôi giữ chức chủ tịch hội đồng thành "
    )
    assert len(moves_of(left + "viên Tập đoàn Sông Mã Việt Nam (SMC), về nhận công tác tại Bộ Công Thương.")) == 1


def test_whom_somebody_advises_is_no_post() -> None:
    """ "Tư vấn cho Thủ tướng" names whom an official serves."""
    text = "Thủ tướng bổ nhiệm ông Vi Tân, phái viên tư vấn cho Thủ tướng về khoa học, kiêm giữ chức Chủ tịch Hội đồng "
    assert goals_of(text + "Chính sách Khoa học quốc gia.") == [("Chủ tịch Hội đồng Chính sách Khoa học quốc gia",)]


def test_a_post_held_beside_is_not_taken() -> None:
    """ "Cũng đồng thời giữ chức vụ" tells what somebody is besides."""
    text = "Tập đoàn bổ nhiệm ông Vi Tân làm Tổng giám đốc Tổng công ty Sông Mã. Ông Tân cũng đồng thời giữ chức vụ "
    assert goals_of(text + "Bí thư Đảng ủy Tổng công ty.") == [("Tổng giám đốc Tổng công ty Sông Mã",)]


def test_who_is_brought_to_a_post_is_moved() -> None:
    """ "đưa về làm POST" is a move like "điều về làm POST"; a body brought to is none."""
    assert goals_of("Năm 2012, chị Vũ Thị Mơ được huyện đưa về làm Phó Chủ tịch UBND xã Phú Lộc.") == [
        ("Phó Chủ tịch UBND xã Phú Lộc",)
    ]
    assert events_of("Ông Lê Hữu Bằng, Giám đốc Sở Y tế, được đưa về Bệnh viện Bạch Mai chữa chạy.") == []


def test_the_day_of_a_decision_is_no_part_of_who_made_it() -> None:
    """The name of who decides ends before the day; several provinces in a row are no one place."""
    text = (
        "Theo quyết định của Bộ trưởng Bộ Nội vụ ngày 9/5, có 40 cán bộ được cử về xã. "
        "Tại ba tỉnh Lai Châu, Sơn La và Hòa Bình, dự kiến bố trí thêm 70 cán bộ về 70 xã."
    )
    first, second = find_summaries(read_doc(fold(text)))
    assert first.decided_by == "Bộ trưởng Bộ Nội vụ"
    assert second.jurisdiction is None


def test_who_finds_out_or_trains_moves_nobody() -> None:
    """A body that finds wrong appointments, or holds a course for those moved, has not decided on them."""
    text = (
        "Thanh tra Sở Nội vụ phát hiện 37 trường hợp bổ nhiệm khi chưa đủ bằng cấp. "
        "Trường Chính trị tỉnh mở lớp tập huấn cho 29 cán bộ được luân chuyển giữ chức vụ bí thư đảng ủy xã."
    )
    assert [(t.total.value, t.decided_by) for t in find_summaries(read_doc(fold(text))) if t.total] == [
        (37, None),
        (29, None),
    ]


def test_who_is_taken_on_is_no_part_of_those_moved() -> None:
    """A sentence with a verb of its own lists no parts of the total before it."""
    text = (
        "Huyện Nho Quan đã bổ nhiệm 61 cán bộ. Từ năm 2011 - 2013, UBND huyện tiếp nhận 15 công chức không qua thi "
        "và xét 6 cán bộ cấp xã thành công chức từ cấp huyện trở lên."
    )
    first = find_summaries(read_doc(fold(text)))[0]
    assert (first.total and first.total.value, first.breakdowns) == (61, [])
