"""Where the people counted come from, where they go to, and the posts they take there."""

from __future__ import annotations

from datetime import date

from schemas import Action, Flow, Grouping, Level, MoveStatus, Role, RotationSummary
from service.prepare import Submission, prepare
from service.rules.reader import RuleReader


def _read(text: str) -> list[RotationSummary]:
    return RuleReader().read(prepare(Submission(text=text, published_on=date(2022, 6, 1)))).summaries


def test_posts_of_commune_police_are_in_a_commune() -> None:
    """ "đảm nhiệm các chức danh công an xã" says where the police go, also without "về"."""
    (summary,) = _read("Công an tỉnh đã bố trí 142 cán bộ đảm nhiệm các chức danh công an xã trên toàn tỉnh.")
    assert summary.flow == Flow(from_level=None, to_level=Level.COMMUNE)


def test_work_at_a_body_before_the_move() -> None:
    """ "đang công tác tại Công an huyện ... về xã": people come from where they work."""
    (summary,) = _read("Điều động 26 cán bộ đang công tác tại Công an huyện Tam Nông về giữ chức trưởng công an xã.")
    assert summary.flow == Flow(from_level=Level.DISTRICT, to_level=Level.COMMUNE)


def test_two_tiers_of_origin_are_none() -> None:
    """People from two tiers have no one tier that they come from."""
    (summary,) = _read("Tỉnh đã luân chuyển 31 cán bộ từ tỉnh và huyện về xã.")
    assert summary.flow == Flow(from_level=None, to_level=Level.COMMUNE)
    (summary,) = _read("Đã điều động 58 chiến sĩ đang công tác ở Công an tỉnh và Công an các huyện về các xã.")
    assert summary.flow == Flow(from_level=None, to_level=Level.COMMUNE)


def test_the_post_behind_a_seat_or_a_task() -> None:
    """ "đảm nhiệm vị trí Trưởng Công an": a post that is taken."""
    (summary,) = _read("Công an huyện bố trí 9 đồng chí về đảm nhiệm vị trí Trưởng Công an ở 9 xã vùng cao.")
    assert summary.roles == [Role.HEAD]


def test_a_count_above_a_total_is_no_part_of_it() -> None:
    """A rounded total in the heading is not made up of the exact one and its women."""
    summaries = _read(
        "Bố trí hơn 60 công an chính quy về xã\nSáng 5/5, Công an tỉnh điều động 61 cán bộ (2 cán bộ nữ) về xã."
    )
    exact = next(s for s in summaries if s.total is not None and s.total.value == 61)
    assert exact.actions == [Action.TRANSFER]
    assert all(not s.breakdowns for s in summaries if s is not exact)


def test_posts_held_by_people_whose_new_posts_are_told() -> None:
    """ "Trong số cán bộ luân chuyển có 7 vụ trưởng" behind all posts given tells the posts left."""
    (summary,) = _read(
        "Luân chuyển 10 cán bộ. Trong đó, 6 người giữ chức phó bí thư tỉnh ủy; 4 người giữ chức phó chủ tịch UBND"
        " tỉnh. Trong số cán bộ được luân chuyển có 3 thứ trưởng, 7 vụ trưởng."
    )
    assert [b.by for b in summary.breakdowns] == [Grouping.POSITION, Grouping.ORIGIN_POSITION]


def test_graduates_sent_to_communes() -> None:
    """ "trí thức" are people; who "sẽ được cử về làm" is still to go."""
    (summary,) = _read("Năm tới sẽ có 300 trí thức trẻ ưu tú được cử về làm phó chủ tịch UBND xã nghèo.")
    assert (summary.status, summary.roles) == (MoveStatus.PLANNED, [Role.PEOPLES_COMMITTEE_VICE_CHAIR])


def test_a_body_dated_before_the_comma_does_not_decide() -> None:
    """ "Thực hiện Nghị quyết của Tỉnh ủy ngày ..., Huyện ủy đã": only the second body decides."""
    (summary,) = _read(
        "Thực hiện kết luận Hội nghị Ban Thường vụ Huyện ủy Ba Tơ ngày 14/3/2021, Huyện ủy Ba Tơ đã luân chuyển 8 cán"
        " bộ."
    )
    assert summary.decided_by == "Huyện ủy Ba Tơ"


def test_bodies_of_a_tier_named_behind_them() -> None:
    """ "các ban, ngành Trung ương" are of the centre; "giữa các cơ quan cấp tỉnh" is between bodies of one tier."""
    (summary,) = _read("Từ đầu năm có 11 bí thư tỉnh ủy được điều động về các ban, ngành Trung ương.")
    assert summary.flow == Flow(from_level=Level.PROVINCE, to_level=Level.CENTRAL)
    (summary,) = _read("Năm qua đã luân chuyển 27 người giữa các cơ quan cấp tỉnh.")
    assert summary.flow == Flow(from_level=Level.AGENCY, to_level=Level.AGENCY)


def test_departments_of_the_city_lend_people() -> None:
    """ "7 sở, ngành của thành phố đã tăng cường ... xuống xã": from the province's level."""
    (summary,) = _read(
        "Thời gian qua, 7 sở, ngành của thành phố đã phải tăng cường hơn 210 viên chức xuống hỗ trợ trực tiếp cho các"
        " xã."
    )
    assert summary.flow == Flow(from_level=Level.PROVINCE, to_level=Level.COMMUNE)


def test_where_people_come_from_by_post_not_by_seat() -> None:
    """Who sits in the central committee and leads a province comes from the province."""
    (summary,) = _read("Trước thềm Đại hội, 6 Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy được điều động về Trung ương.")
    assert summary.flow == Flow(from_level=Level.PROVINCE, to_level=Level.CENTRAL)
    assert summary.decided_by is None


def test_too_many_appointed() -> None:
    """ "bổ nhiệm thừa" appoints more than allowed: no payroll."""
    (summary,) = _read("Thanh tra kết luận huyện đã bổ nhiệm thừa 13 phó phòng.")
    assert (summary.actions, summary.roles) == ([Action.APPOINTMENT], [Role.DEPUTY_HEAD])


def test_arranging_a_body_places_nobody() -> None:
    """ "sắp xếp tổ chức bộ máy" is no appointment of those congratulated on their move."""
    (summary,) = _read(
        "Lãnh đạo tỉnh ghi nhận kết quả sắp xếp tổ chức, bộ máy và chúc mừng 77 cán bộ lãnh đạo, chỉ huy được điều"
        " động đợt này."
    )
    assert summary.actions == [Action.TRANSFER]


def test_judges_introduced_as_persons() -> None:
    """ "12 vị thẩm phán" are judges."""
    (summary,) = _read("Tại kỳ họp, Quốc hội phê chuẩn 12 vị Thẩm phán Tòa án nhân dân tối cao.")
    assert summary.roles == [Role.OTHER]


def test_the_part_of_one_of_joint_actions() -> None:
    """ "điều động, luân chuyển 90 ... Trong đó luân chuyển 40": the part broken down has its own action."""
    first, second = _read(
        "Đầu nhiệm kỳ đến nay đã điều động, luân chuyển 90 lượt cán bộ. Trong đó luân chuyển 40 đồng chí (từ tỉnh về"
        " huyện 25 người; từ huyện về tỉnh 15 người)."
    )
    assert first.actions == [Action.TRANSFER, Action.ROTATION]
    assert (second.total and second.total.value, second.actions) == (40, [Action.ROTATION])


def test_a_part_named_again_is_no_total() -> None:
    """ "Trong 16 đồng chí này đều ..." tells nothing more in numbers."""
    (summary,) = _read(
        "Huyện luân chuyển 30 cán bộ, trong đó từ huyện xuống xã là 16 đồng chí, từ xã về huyện là 14 đồng chí. Trong"
        " 16 đồng chí luân chuyển xuống xã đều có trình độ đại học."
    )
    assert summary.total is not None
    assert summary.total.value == 30


def test_the_post_that_is_left_is_not_the_one_given() -> None:
    """ "luân chuyển 2 đồng chí đang làm phó bí thư huyện đoàn về làm chủ tịch xã": sent to be chairs."""
    (summary,) = _read("Huyện luân chuyển 2 đồng chí làm phó bí thư huyện đoàn về làm chủ tịch UBND xã.")
    assert summary.roles == [Role.PEOPLES_COMMITTEE_CHAIR]


def test_placed_behind_a_rotation() -> None:
    """ "phân công, bố trí công tác sau luân chuyển đối với 21 cán bộ" appoints them."""
    (summary,) = _read("Năm qua đã phân công, bố trí công tác sau luân chuyển đối với 21 cán bộ.")
    assert summary.actions == [Action.APPOINTMENT]


def test_posts_go_on_behind_a_semicolon() -> None:
    """A row of posts that a semicolon divides is one row."""
    (summary,) = _read(
        "Đã điều động 18 cán bộ (trong đó có 5 nữ) giữ chức Bí thư, Phó Bí thư Tỉnh ủy; Chủ tịch, Phó Chủ tịch UBND"
        " tỉnh."
    )
    assert set(summary.roles) == {
        Role.SECRETARY,
        Role.DEPUTY_SECRETARY,
        Role.PEOPLES_COMMITTEE_CHAIR,
        Role.PEOPLES_COMMITTEE_VICE_CHAIR,
    }


def test_nominated_in_a_row_of_actions() -> None:
    """ "bổ nhiệm và giới thiệu ứng cử 52 lượt" counts elections too; who is only nominated is not moved."""
    (summary,) = _read("Tỉnh đã điều động, bổ nhiệm và giới thiệu ứng cử 52 lượt cán bộ.")
    assert summary.actions == [Action.TRANSFER, Action.APPOINTMENT, Action.ELECTION]
    assert _read("Hội nghị giới thiệu ứng cử 12 đồng chí.") == []


def test_an_officer_named_beside_others_decides_nothing() -> None:
    """ "Giám đốc, người trẻ nhất trong số 20 cán bộ vừa được bổ nhiệm" is one of them."""
    (summary,) = _read("Đại tá Hà An, Giám đốc Công an tỉnh, người trẻ nhất trong số 20 cán bộ vừa được bổ nhiệm.")
    assert summary.decided_by is None
    (summary,) = _read("Từ Đại hội XII đến nay, Bộ Chính trị, Ban Bí thư đã điều động 45 cán bộ.")
    assert summary.decided_by == "Bộ Chính trị, Ban Bí thư"


def test_a_ministry_lends_its_people() -> None:
    """ "Bộ cử 25 công chức tăng cường về địa phương": from the centre; a command of the army names no tier."""
    (summary,) = _read("Bộ Nội vụ cử 25 công chức là chuyên gia tăng cường về các địa phương trong hai tháng.")
    assert summary.flow == Flow(from_level=Level.CENTRAL, to_level=None)
    (summary,) = _read("Bộ Chỉ huy Quân sự tỉnh tăng cường 9 sĩ quan về xã.")
    assert summary.flow == Flow(from_level=None, to_level=Level.COMMUNE)


def test_a_list_that_names_persons_too_is_not_added_up() -> None:
    """ "gồm: ông Lê Văn Hà, 2 phó phòng, cùng 5 người khác": the counts leave out who is named."""
    (summary,) = _read(
        "Có 8 cá nhân bị luân chuyển về văn phòng sở, gồm: ông Lê Văn Hà (Chánh thanh tra), 2 phó chánh thanh tra,"
        " cùng 5 cán bộ khác."
    )
    assert [b.exhaustive for b in summary.breakdowns] == [False]


def test_posts_given_go_on_behind_a_semicolon() -> None:
    """Items of posts behind ";" belong to the people sent there; one with a number or a verb of moving does not."""
    text = "Tỉnh ủy luân chuyển 12 cán bộ giữ chức Phó Bí thư Huyện ủy; Chủ tịch, Phó Chủ tịch UBND huyện."
    (summary,) = _read(text)
    assert summary.roles == [Role.DEPUTY_SECRETARY, Role.PEOPLES_COMMITTEE_CHAIR, Role.PEOPLES_COMMITTEE_VICE_CHAIR]
    other = "Luân chuyển 12 cán bộ giữ chức Phó Bí thư Huyện ủy; Chủ tịch UBND huyện được điều động về tỉnh."
    assert _read(other)[0].roles == [Role.DEPUTY_SECRETARY]
