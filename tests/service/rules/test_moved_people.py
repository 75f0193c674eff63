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
    """ "Bộ cử 25 công chức tăng cường về địa phương": from the centre; a body of the army there is none."""
    (summary,) = _read("Bộ Nội vụ cử 25 công chức là chuyên gia tăng cường về các địa phương trong hai tháng.")
    assert summary.flow == Flow(from_level=Level.CENTRAL, to_level=None)
    (summary,) = _read("Bộ Chỉ huy Quân sự tỉnh tăng cường 9 sĩ quan về xã.")
    assert summary.flow == Flow(from_level=Level.PROVINCE, to_level=Level.COMMUNE)


def test_a_list_that_names_persons_too_is_not_added_up() -> None:
    """ "gồm: ông Lê Văn Hà, 2 phó phòng, cùng 5 người khác": the counts leave out who is named."""
    (summary,) = _read(
        "Có 8 cá nhân bị luân chuyển về văn phòng sở, gồm: ông Lê Văn Hà (Chánh thanh tra), 2 phó chánh thanh tra,"
        " cùng 5 cán bộ khác."
    )
    assert [b.exhaustive for b in summary.breakdowns] == [False]


def test_who_decides_ends_before_what_the_decision_is_about() -> None:
    """ "quyết định của Chủ tịch UBND tỉnh về việc điều động": the body's name ends before "về việc"."""
    (summary,) = _read(
        "Tỉnh trao các quyết định của Chủ tịch UBND tỉnh về việc điều động và bổ nhiệm đối với 9 cán bộ."
    )
    assert summary.decided_by == "Chủ tịch UBND tỉnh"


def test_what_is_approved_has_its_own_verb() -> None:
    """ "phê chuẩn đề nghị bổ nhiệm" appoints, and it is done; "trình miễn nhiệm" is still to be decided."""
    (summary,) = _read("Quốc hội đã phê chuẩn đề nghị bổ nhiệm 3 Phó Thủ tướng.")
    assert (summary.actions, summary.status) == ([Action.APPOINTMENT], MoveStatus.DONE)
    (summary,) = _read("Thủ tướng trình Quốc hội phê chuẩn miễn nhiệm 12 bộ trưởng.")
    assert (summary.actions, summary.status) == ([Action.REMOVAL], MoveStatus.PLANNED)
    (summary,) = _read("Huyện thực hiện đúng quy trình bổ nhiệm 12 cán bộ.")
    assert summary.status is MoveStatus.DONE


def test_committees_elected_in_a_row_are_not_added_up() -> None:
    """ "bầu 7 ủy viên Ban Chấp hành, 3 ủy viên Ban Thường vụ và 4 ủy viên Ủy ban Kiểm tra": 3 and 4 make no 7."""
    summaries = _read(
        "Hội nghị bầu bổ sung 7 ủy viên Ban Chấp hành, 3 ủy viên Ban Thường vụ và 4 ủy viên Ủy ban Kiểm tra Tỉnh đoàn."
    )
    assert [(s.total and s.total.value, s.breakdowns) for s in summaries] == [(7, []), (3, []), (4, [])]


def test_the_youth_union_is_not_in_ho_chi_minh_city() -> None:
    """The name in "Đoàn TNCS Hồ Chí Minh" is no place."""
    (summary,) = _read("Hội nghị Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh bầu bổ sung 6 ủy viên.")
    assert summary.jurisdiction is None


def test_so_many_of_all() -> None:
    """ "22/29 cán bộ luân chuyển đã được bố trí chức vụ cao hơn" counts 22; votes and those present are none."""
    (summary,) = _read("Sau ba năm, 22/29 cán bộ luân chuyển đã được bố trí giữ chức vụ cao hơn.")
    assert summary.total is not None
    assert (summary.total.value, summary.actions) == (22, [Action.PROMOTION])
    assert _read("Với 45/45 đại biểu tán thành, kỳ họp thông qua nghị quyết.") == []


def test_sent_to_strengthen_communes() -> None:
    """ "cử 19 cán bộ tăng cường xã" sends them there."""
    (summary,) = _read("Bộ đội Biên phòng tỉnh đã cử 19 cán bộ tăng cường xã, trong đó 7 đồng chí là phó bí thư.")
    assert summary.actions == [Action.REINFORCEMENT]
    assert summary.flow is not None
    assert summary.flow.to_level is Level.COMMUNE


def test_committees_in_a_row_share_the_verb() -> None:
    """ "bầu Ban Thường vụ gồm 13 đồng chí, ..., Ủy ban Kiểm tra gồm 9 đồng chí" elects both; a sentence of its own with
    a committee's size elects nobody."""
    summaries = _read("Hội nghị bầu Ban Thường vụ gồm 13 đồng chí, Ủy ban Kiểm tra gồm 9 đồng chí.")
    assert [s.total and s.total.value for s in summaries] == [13, 9]
    (summary,) = _read("Đại hội bầu Ban Chấp hành gồm 35 đồng chí. Ban Thường vụ gồm 9 đồng chí.")
    assert summary.roles == [Role.MEMBER]


def test_seats_in_the_highest_bodies() -> None:
    """ "được bầu vào Bộ Chính trị" makes members; "thôi làm nhiệm vụ" removes."""
    elected, removed = _read("Đầu khóa có 18 người được bầu vào Bộ Chính trị, sau đó 6 đồng chí thôi làm nhiệm vụ.")
    assert (elected.roles, removed.actions) == ([Role.MEMBER], [Action.REMOVAL])


def test_a_bare_number_shares_the_noun_of_the_next() -> None:
    """ "biệt phái 14, luân chuyển 6 cán bộ": both count officials."""
    first, second = _read("Tỉnh ủy đã biệt phái 14, luân chuyển 6 cán bộ về các xã khó khăn.")
    assert (first.total and first.total.value, first.actions) == (14, [Action.SECONDMENT])
    assert (second.total and second.total.value, second.actions) == (6, [Action.ROTATION])


def test_posts_counted_decide_nothing() -> None:
    """ "95 phó bí thư thường trực, 95 chủ tịch UBND xã": the standing deputies appoint nobody."""
    summaries = _read("Có 95 bí thư, 95 phó bí thư thường trực, 95 chủ tịch UBND xã được trao quyết định chỉ định.")
    assert [s.decided_by for s in summaries] == [None, None, None]


def test_the_verb_that_says_which_people() -> None:
    """ "18 cử nhân mới tốt nghiệp được tăng cường về xã": they are sent; graduating says who they are."""
    (summary,) = _read("Tỉnh có 18 cử nhân mới tốt nghiệp được tăng cường về công tác ở các xã khó khăn.")
    assert summary.actions == [Action.REINFORCEMENT]
    assert _read("Qua kiểm tra, có 7 cán bộ bị kỷ luật.") == []


def test_what_became_of_people_behind_a_rotation() -> None:
    """ "Sau luân chuyển có 33 cán bộ được bổ nhiệm, bầu giữ chức vụ cao hơn": what the last verbs tell."""
    (summary,) = _read("Sau luân chuyển có 33 cán bộ được bổ nhiệm, bầu giữ chức vụ cao hơn.")
    assert summary.actions == [Action.APPOINTMENT, Action.ELECTION, Action.PROMOTION]


def test_an_officer_with_his_name_behind_a_dash() -> None:
    """ "Chủ tịch UBND tỉnh - ông Hà Văn Nam - đã điều động": the office decides."""
    (summary,) = _read("Chủ tịch UBND tỉnh - ông Hà Văn Nam - vừa ký quyết định điều động 12 cán bộ về xã.")
    assert summary.decided_by == "Chủ tịch UBND tỉnh"


def test_bodies_named_on_the_way() -> None:
    """A body's long name, a body of the centre and a district's departments tell the tiers of a move."""
    (summary,) = _read("Ngành Giáo dục đã biệt phái 16 giáo viên về công tác tại phòng Giáo dục và Đào tạo các huyện.")
    assert summary.flow == Flow(from_level=None, to_level=Level.DISTRICT)
    (summary,) = _read("Bộ Y tế điều động 90 bác sĩ từ các bệnh viện trung ương về các bệnh viện tuyến tỉnh.")
    assert summary.flow == Flow(from_level=Level.CENTRAL, to_level=Level.PROVINCE)
    (summary,) = _read("Huyện điều động 5 bí thư, chủ tịch UBND xã về làm trưởng, phó các phòng, ban của huyện.")
    assert summary.flow == Flow(from_level=Level.COMMUNE, to_level=Level.DISTRICT)


def test_member_units_are_no_members() -> None:
    """ "giữa các đơn vị thành viên": units, no seats."""
    (summary,) = _read("Tổng công ty đã luân chuyển 24 cán bộ giữa các đơn vị thành viên.")
    assert summary.roles == []


def test_who_is_only_nominated_or_still_to_be_arranged() -> None:
    """Nominations behind a move are none, nor are people whose posts have to be arranged again."""
    (summary,) = _read("Huyện đoàn luân chuyển 4 bí thư đoàn xã, giới thiệu 9 cán bộ đoàn tham gia cấp ủy.")
    assert summary.total is not None
    assert summary.total.value == 4
    assert _read("Có 17 phó giám đốc sở, 52 trưởng phòng thuộc diện phải sắp xếp lại sau hợp nhất.") == []


def test_bare_numbers_in_a_bracket_make_up_the_count_before_it() -> None:
    """ "tỉnh luân chuyển 95 lượt (từ tỉnh về huyện 40, từ huyện về xã 55)" inside parts: parts of that part."""
    total, part = _read(
        "Cả nước đã luân chuyển 120 lượt cán bộ; trong đó, các bộ luân chuyển 25 lượt; các tỉnh luân chuyển 95 lượt (từ"
        " tỉnh về huyện 40, từ huyện về xã 55)."
    )
    assert [p.count.value for p in total.breakdowns[0].parts] == [25, 95]
    assert [p.count.value for p in part.breakdowns[0].parts] == [40, 55]
    assert part.flow is None


def test_parts_sent_to_hold_a_post() -> None:
    """ "7 đồng chí là trưởng, phó phòng về làm bí thư xã": a part's post is the one given."""
    (summary,) = _read(
        "Huyện luân chuyển 20 đồng chí, trong đó có 7 đồng chí là trưởng, phó phòng về làm bí thư xã; 13 đồng chí từ xã"
        " về huyện."
    )
    assert summary.breakdowns[0].parts[0].roles == [Role.SECRETARY]


def test_who_asks_to_be_moved_is_not_moved() -> None:
    """ "150 giáo viên xin thuyên chuyển, nhưng chỉ 30 được giải quyết chuyển về xuôi": 30 are moved."""
    (summary,) = _read("Có 150 giáo viên xin thuyên chuyển, nhưng chỉ 30 giáo viên được giải quyết chuyển về xuôi.")
    assert summary.total is not None
    assert summary.total.value == 30


def test_posts_given_are_no_origin() -> None:
    """ "bố trí 26 phó chủ tịch UBND xã về các huyện nghèo": the posts are given, nobody comes from a commune."""
    (summary,) = _read("Năm qua, tỉnh tuyển chọn, bố trí 26 phó chủ tịch UBND xã về các huyện nghèo.")
    assert summary.flow == Flow(from_level=None, to_level=Level.DISTRICT)


def test_the_details_of_a_plan_are_planned() -> None:
    """ "Dự kiến bố trí được 90 trường hợp. Cụ thể: điều động ... 40 công chức": those too are still to go."""
    summaries = _read(
        "Dự kiến bố trí được 90 trường hợp. Cụ thể: điều động đến các xã khác 40 công chức; điều động đến sở, ngành 7"
        " công chức."
    )
    assert {s.status for s in summaries} == {MoveStatus.PLANNED}
    assert [s.total and s.total.value for s in summaries] == [90, 40, 7]


def test_moved_to_a_committee_office_is_no_seat() -> None:
    """ "điều động đến Đảng ủy xã khác 5 công chức": they work there and are no members; surplus staff are not moved."""
    (summary,) = _read("Đã điều động đến Đảng ủy xã khác 5 công chức.")
    assert summary.roles == []
    assert _read("Toàn thành phố có 443 công chức đang bố trí thừa.") == []


def test_a_heading_of_a_plan() -> None:
    """A heading without tense and the plan that the text tells are one planned total."""
    (summary,) = _read(
        "Tỉnh điều động gần 300 công chức cấp tỉnh về cơ sở\nNgày 5/5, tỉnh họp.\nGiai đoạn 1, tỉnh sẽ tăng"
        " cường, điều động, biệt phái gần 300 công chức về công tác tại các xã."
    )
    assert summary.status is MoveStatus.PLANNED
    assert summary.actions == [Action.REINFORCEMENT, Action.TRANSFER, Action.SECONDMENT]
    assert summary.flow == Flow(from_level=Level.PROVINCE, to_level=Level.COMMUNE)


def test_an_average_age_counts_nobody() -> None:
    """ "với độ tuổi trung bình là 38": no part."""
    (summary,) = _read("Tỉnh điều động 50 công chức về xã, gồm 21 nam, 29 nữ với độ tuổi trung bình là 38.")
    assert [[p.count.value for p in b.parts] for b in summary.breakdowns] == [[21, 29]]
