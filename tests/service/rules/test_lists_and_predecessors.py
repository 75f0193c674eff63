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


def test_brackets_that_give_reasons_do_not_cut_a_list() -> None:
    """ "miễn nhiệm POST đối với ông A (do ...); bà B (do ...) và ông C (nghỉ hưu)" relieves all three."""
    text = (
        "HĐND huyện miễn nhiệm Ủy viên UBND huyện đối với ông Vi Văn Tân, Trưởng phòng Nội vụ (do về làm Bí thư Đảng "
        "ủy xã Chiềng Mai); bà Lò Thị Ún, Chánh Thanh tra huyện (do xin thôi việc) và ông Hà Văn Mơ (nghỉ hưu)."
    )
    left = ("Ủy viên UBND huyện",)
    assert moves_of(text) == [("Vi Văn Tân", left, ()), ("Lò Thị Ún", left, ()), ("Hà Văn Mơ", left, ())]


def test_an_assembly_that_is_asked_has_yet_to_decide() -> None:
    """ "đề nghị HĐND huyện miễn nhiệm POST" is planned."""
    text = "Chủ tịch UBND huyện Vi Văn Tân đề nghị HĐND huyện miễn nhiệm Ủy viên UBND huyện đối với bà Lò Thị Ún."
    assert [(event.person.name, event.status.value) for event in events_of(text)] == [("Lò Thị Ún", "planned")]


def test_a_semicolon_before_who_is_elected() -> None:
    """ "bầu 2 POST, nhiệm kỳ ...; gồm các ông A và B" elects both; a day behind the last is the day of all."""
    text = "HĐND huyện đã bầu 2 Phó Chủ tịch HĐND huyện, nhiệm kỳ 2021 - 2026; gồm các ông Vi Văn Tân và Hà Văn Mơ."
    assert [move[2] for move in moves_of(text)] == [("Phó Chủ tịch HĐND huyện",)] * 2
    text = "HĐND huyện bầu Phó Chủ tịch UBND huyện đối với bà Lò Thị Ún và ông Hà Văn Mơ kể từ ngày 15/6/2021."
    assert [event.date for event in events_of(text)] == ["2021-06-15"] * 2


def test_a_move_made_just_before_an_election_is_another() -> None:
    """ "bầu POST đối với ông A, mới được bổ nhiệm làm POST" tells two moves."""
    text = "HĐND huyện bầu Ủy viên UBND huyện đối với ông Vi Văn Tân, mới được bổ nhiệm làm Chánh Thanh tra huyện."
    assert [move[2] for move in moves_of(text)] == [("Ủy viên UBND huyện",), ("Chánh Thanh tra huyện",)]


def test_the_body_one_is_moved_to_without_a_post() -> None:
    """ "được chuyển về công tác tại UBND tỉnh" leads to the body, and "POST này của ông A" relieves him of it."""
    text = "Ông Vi Văn Tân, Bí thư Huyện ủy Mai Sơn, được chuyển về công tác tại UBND tỉnh."
    assert moves_of(text) == [("Vi Văn Tân", ("Bí thư Huyện ủy Mai Sơn",), ("UBND tỉnh",))]
    text = "Thủ tướng miễn nhiệm chức vụ Chủ tịch UBND tỉnh này của ông Vi Văn Tân để nghỉ hưu."
    assert moves_of(text) == [("Vi Văn Tân", ("Chủ tịch UBND tỉnh",), ())]


def test_acting_deputies_and_titles_written_short() -> None:
    """ "giao quyền Phó Tổng Giám đốc", "PTGĐ" and "Tỉnh Đoàn" belong to titles, and "Đoàn" there begins no name."""
    text = "Bộ Công Thương giao quyền Phó Tổng Giám đốc cho ông Vi Văn Tân; giao Quyền PTGĐ cho bà Lò Thị Ún."
    assert [move[2] for move in moves_of(text)] == [("quyền Phó Tổng Giám đốc",), ("Quyền PTGĐ",)]
    text = "Anh Vi Văn Tân, Bí thư Tỉnh Đoàn Sơn La, được bổ nhiệm giữ chức Bí thư Huyện ủy Mai Sơn."
    assert moves_of(text) == [("Vi Văn Tân", ("Bí thư Tỉnh Đoàn Sơn La",), ("Bí thư Huyện ủy Mai Sơn",))]


def test_the_one_replaced_is_who_retires() -> None:
    """ "A, người điều hành thay B, nghỉ hưu" says nothing of A."""
    text = (
        "Tỉnh đã điều động 3 cán bộ. Phó Chủ tịch UBND tỉnh Sơn La Vi Văn Tân, người điều hành thay thế cho Chủ tịch "
    )
    assert moves_of(text + "UBND tỉnh Sơn La Hà Văn Mơ, nghỉ hưu trước tuổi.") == []


def test_who_is_meant_by_a_clause_behind_two_persons() -> None:
    """ "ông A, POST, và ông B, người vừa được bổ nhiệm ..." moves B alone."""
    text = "Ông Vi Văn Tân, Bí thư Tỉnh ủy Sơn La và bà Lò Thị Ún, người vừa được bổ nhiệm giữ chức Giám đốc Sở Y tế."
    assert moves_of(text) == [("Lò Thị Ún", (), ("Giám đốc Sở Y tế",))]


def test_an_election_proposed_and_then_held() -> None:
    """ "được giới thiệu bầu POST. Kết quả, ông A được bầu giữ chức vụ này" is done."""
    text = (
        "Ông Vi Văn Tân được giới thiệu tái cử Chủ tịch HĐND huyện Mai Sơn. Kết quả, ông Tân được bầu giữ chức vụ này."
    )
    assert [(e.status.value, e.to[0].title) for e in events_of(text)] == [("done", "Chủ tịch HĐND huyện Mai Sơn")]


def test_the_same_day_is_not_one_in_brackets() -> None:
    """ "Cùng ngày" means the day of the news, not that of a meeting told in brackets."""
    text = (
        "Chiều 25-5-2016, Tỉnh ủy bổ nhiệm ông Vi Văn Tân giữ chức Trưởng Ban Dân vận Tỉnh ủy.\nHội nghị lần thứ 5 "
        "(diễn ra ngày 6-5-2016) đã bàn.\nCùng ngày, Tỉnh ủy bổ nhiệm bà Lò Thị Ún giữ chức Chánh Văn phòng Tỉnh ủy."
    )
    assert [event.date for event in events_of(text)] == ["2016-05-25"] * 2


def test_a_zone_named_by_two_words() -> None:
    """ "Khu kinh tế mở Chu Lai" is a place, though "Chu Lai" could be a name."""
    text = "UBND tỉnh bổ nhiệm ông Vi Văn Tân, Phó Trưởng ban Khu kinh tế mở Chu Lai, giữ chức Giám đốc Sở Y tế."
    assert moves_of(text)[0][1] == ("Phó Trưởng ban Khu kinh tế mở Chu Lai",)


def test_bodies_of_a_numbered_area() -> None:
    """ "khu vực 5 - Đồng Nai" and "khu vực 1 Quân khu 2" belong to the title."""
    text = "Tòa án tối cao bổ nhiệm ông Vi Tân, Phó Chánh án TAND khu vực 3, làm Chánh án TAND khu vực 5 - Đồng Nai."
    assert moves_of(text) == [("Vi Tân", ("Phó Chánh án TAND khu vực 3",), ("Chánh án TAND khu vực 5 - Đồng Nai",))]
    text = "Ông Vi Văn Tân, Chánh án Tòa án Quân sự khu vực 1 Quân khu 2 được bổ nhiệm làm Phó Tư lệnh Quân khu 2."
    assert moves_of(text)[0][1] == ("Chánh án Tòa án Quân sự khu vực 1 Quân khu 2",)


def test_the_sentence_behind_says_from_when() -> None:
    """ "Ông A được bổ nhiệm kể từ ngày" and "Thời hạn bổ nhiệm ..., kể từ ngày" date the move before."""
    text = "Chủ tịch UBND tỉnh ngày 31/10/2014 bổ nhiệm ông Vi Văn Tân giữ chức Giám đốc Sở Y tế. "
    for behind in (
        "Ông Vi Văn Tân được bổ nhiệm có thời hạn 5 năm kể từ ngày 1/11/2014.",
        "Thời hạn bổ nhiệm 5 năm, kể từ ngày 1/11/2014.",
    ):
        assert [event.date for event in events_of(text + behind)] == ["2014-11-01"]


def test_a_post_held_beside_a_former_post_and_an_own_post_again() -> None:
    """ "kiêm nhiệm giữ chức" keeps the post held; ", nguyên POST" is left; "ở vị trí này" is one's own post."""
    text = (
        "Chủ tịch UBND tỉnh bổ nhiệm ông Vi Văn Tân, Phó Giám đốc Sở Y tế, kiêm nhiệm giữ chức Giám đốc Bệnh viện tỉnh."
    )
    assert moves_of(text) == [("Vi Văn Tân", (), ("Giám đốc Bệnh viện tỉnh",))]
    text = "UBND tỉnh bổ nhiệm ông Vi Văn Tân giữ chức Giám đốc Sở Y tế, nguyên Giám đốc Bệnh viện tỉnh."
    assert moves_of(text) == [("Vi Văn Tân", ("Giám đốc Bệnh viện tỉnh",), ("Giám đốc Sở Y tế",))]
    text = "Sở bổ nhiệm bà Lò Thị Ún làm Phó Giám đốc Trung tâm Tin học. Ông Vi Văn Tân, Phó Giám đốc Bệnh viện tỉnh, "
    assert moves_of(text + "tiếp tục được bổ nhiệm ở vị trí này.")[1][1:] == ((), ("Phó Giám đốc Bệnh viện tỉnh",))


def test_being_put_in_charge_of_the_work_of_a_body() -> None:
    """ "giao phụ trách hoạt động của Sở cho ông A" is a move."""
    text = "Tỉnh ủy giao phụ trách hoạt động của Sở Y tế cho ông Vi Văn Tân, Phó Giám đốc Sở Y tế."
    assert moves_of(text) == [("Vi Văn Tân", (), ("phụ trách hoạt động của Sở Y tế",))]


def test_an_election_proposed_and_won_without_a_post() -> None:
    """ "Kết quả, bà A trúng cử" and "đạt 100% số phiếu bầu giữ chức POST" make the proposal before it done."""
    text = "Đoàn xã giới thiệu để bầu chức danh Bí thư Huyện đoàn Mai Sơn đối với bà Lò Thị Ún. "
    for behind in ("Kết quả, bà Lò Thị Ún trúng cử.", "Bà Lò Thị Ún đạt 100% số phiếu bầu giữ chức Bí thư Huyện đoàn."):
        assert [event.status.value for event in events_of(text + behind)] == ["done"]


def test_a_day_told_of_another_does_not_date_what_came_before() -> None:
    """ "giao bà A phụ trách từ ngày ... sau khi ông B được điều động": the day is A's."""
    text = (
        "Tỉnh ủy phân công bà Lò Thị Ún phụ trách Đoàn Thanh niên tỉnh, kể từ ngày 01/5/2020 sau khi ông Vi Văn Tân "
        "được điều động làm Bí thư Huyện ủy Mai Sơn."
    )
    assert [(event.person.name, event.date) for event in events_of(text)] == [
        ("Lò Thị Ún", "2020-05-01"),
        ("Vi Văn Tân", None),
    ]


def test_a_new_head_is_one_just_taken() -> None:
    """ "Ông A là tân POST" tells an appointment; "tương đương POST" none; "Thư ký Bộ trưởng, Chủ nhiệm ..." is one."""
    text = "UBND tỉnh công bố quyết định bổ nhiệm. Ông Vi Văn Tân là tân Giám đốc Sở Y tế."
    assert moves_of(text) == [("Vi Văn Tân", (), ("Giám đốc Sở Y tế",))]
    text = (
        "Bộ trưởng bổ nhiệm ông Vi Văn Tân làm Thư ký Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc, tương đương Phó Vụ trưởng."
    )
    assert moves_of(text) == [("Vi Văn Tân", (), ("Thư ký Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc",))]


def test_a_list_of_youth_unions() -> None:
    """ "Bí thư Đoàn Khối ..." in brackets names no person and does not end a list."""
    text = (
        "Hội nghị bầu bổ sung Ủy viên Ban Chấp hành Tỉnh đoàn gồm: Vi Văn Tân (Bí thư Đoàn Khối các cơ quan tỉnh); "
        "Lò Thị Ún (Bí thư Huyện đoàn Mai Sơn)."
    )
    assert [move[0] for move in moves_of(text)] == ["Vi Văn Tân", "Lò Thị Ún"]
