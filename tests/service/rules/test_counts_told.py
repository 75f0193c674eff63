"""What is told of the people counted: parts named again, plans, requests, headings, and verbs of many senses."""

from __future__ import annotations

from datetime import date

from schemas import Action, Flow, Level, MoveStatus, Role, RotationSummary
from service.prepare import Submission, prepare
from service.rules.reader import RuleReader


def _read(text: str) -> list[RotationSummary]:
    return RuleReader().read(prepare(Submission(text=text, published_on=date(2022, 6, 1)))).summaries


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


def test_what_befell_people_behind_a_time() -> None:
    """ "Sau khi luân chuyển, 5 cán bộ bị kỷ luật": none moves; "sang các sở khác" is between bodies."""
    assert _read("Sau khi luân chuyển, 5 cán bộ vi phạm bị kỷ luật.") == []
    (summary,) = _read("Có 9 đồng chí trưởng phòng được luân chuyển, điều động sang các sở khác.")
    assert summary.flow == Flow(from_level=Level.AGENCY, to_level=Level.AGENCY)


def test_people_taken_back_return() -> None:
    """ "rút 14 cán bộ tăng cường", "về trường cũ" and "điều 9 giáo viên ... về trường cũ" take people back."""
    for text in (
        "Huyện rút 14 cán bộ tăng cường về cơ quan.",
        "Phòng đã điều 14 giáo viên biệt phái về trường cũ.",
        "Tỉnh chuyển 14 công chức về đơn vị cũ.",
    ):
        (summary,) = _read(text)
        assert (summary.actions, summary.total and summary.total.value) == ([Action.RETURN], 14)
    (summary,) = _read("Sở rút 14 giáo viên từ trường thừa sang trường thiếu.")
    assert summary.actions == [Action.TRANSFER]
    (summary,) = _read("Huyện đã rút 14 cán bộ tăng cường xã.")
    assert summary.flow == Flow(from_level=Level.COMMUNE, to_level=None)


def test_who_is_struck_off_a_committee_leaves_it() -> None:
    """ "cho rút tên 4 ủy viên Ban Chấp hành do chuyển công tác" removes members, it transfers nobody."""
    (summary,) = _read("Hội nghị cho rút tên 4 ủy viên Ban Chấp hành do chuyển công tác.")
    assert (summary.actions, summary.roles) == ([Action.REMOVAL], [Role.MEMBER])


def test_a_total_named_again_is_no_part_of_the_next() -> None:
    """ "Trong 70 bí thư có 40 ..., 30 ..." tells of the 70, though all three numbers make the 140 deputies."""
    chiefs, deputies = _read(
        "Tỉnh ủy chỉ định 70 bí thư, 140 phó bí thư đảng ủy xã. Trong 70 bí thư có 40 người nguyên là bí thư huyện ủy,"
        " 30 người là lãnh đạo sở."
    )
    assert [p.count.value for b in chiefs.breakdowns for p in b.parts] == [40, 30]
    assert deputies.breakdowns == []


def test_the_posts_of_one_direction_are_that_parts() -> None:
    """ "Trong số cán bộ luân chuyển về huyện có 5 bí thư, 8 chủ tịch": of the 13 sent there, not of all 22."""
    _, part = _read(
        "Tỉnh luân chuyển 22 cán bộ, trong đó có 13 cán bộ sở, ngành về huyện; 9 cán bộ từ huyện về tỉnh. Trong số cán"
        " bộ luân chuyển về huyện, có 5 đồng chí giữ chức bí thư, 8 đồng chí giữ chức chủ tịch UBND huyện."
    )
    assert (part.total and part.total.value, part.flow) == (
        13,
        Flow(from_level=Level.PROVINCE, to_level=Level.DISTRICT),
    )
    assert [p.count.value for b in part.breakdowns for p in b.parts] == [5, 8]


def test_of_totals_of_one_number_the_one_of_those_posts() -> None:
    """ "Trong số 60 bí thư có ...": of three totals of 60, that of the secretaries; 120 deputies are not 60 and 60."""
    summaries = _read(
        "Tỉnh ủy đã chỉ định 60 bí thư, 60 phó bí thư thường trực, 60 phó bí thư, chủ tịch UBND xã. Trong số 60 bí thư"
        " có 45 người là lãnh đạo cấp huyện, 15 người là lãnh đạo sở. HĐND tỉnh cũng chỉ định 60 chủ tịch, 120 phó chủ"
        " tịch HĐND, UBND cấp xã."
    )
    assert [bool(s.breakdowns) for s in summaries] == [True, False, False, False, False]
    assert summaries[3].roles == [Role.PEOPLES_COUNCIL_CHAIR, Role.PEOPLES_COMMITTEE_CHAIR]
    assert summaries[4].roles == [Role.PEOPLES_COUNCIL_VICE_CHAIR, Role.PEOPLES_COMMITTEE_VICE_CHAIR]


def test_a_heading_counts_posts_that_the_text_sends_on() -> None:
    """A heading's "6 phó giám đốc sở" are those of whom the text tells the plan, and what they are given."""
    (summary,) = _read(
        "Vĩnh Sơn luân chuyển 6 phó giám đốc sở\n\nTừ nay đến cuối năm, Tỉnh ủy sẽ luân chuyển 6 phó giám đốc sở về làm"
        " phó bí thư huyện ủy."
    )
    assert (summary.status, summary.roles) == (MoveStatus.PLANNED, [Role.DEPUTY_SECRETARY])


def test_a_secondment_that_ends_is_a_return() -> None:
    """ "chấm dứt biệt phái đối với 7 giáo viên" sends them back; who waits to be placed is not placed yet."""
    (summary,) = _read("Phòng đã chấm dứt biệt phái đối với 7 giáo viên đang làm việc tại phòng.")
    assert (summary.actions, summary.total and summary.total.value) == ([Action.RETURN], 7)
    (summary,) = _read("Tỉnh bố trí 6 phó giám đốc sang đơn vị khác, 4 phó giám đốc giữ nguyên chờ sắp xếp.")
    assert summary.total is not None
    assert summary.total.value == 6


def test_a_total_told_again_before_its_parts() -> None:
    """ "30 cán bộ này đều trưởng thành: 18 người ..., 12 người ...": the 30 is no part of itself."""
    (summary,) = _read(
        "Tỉnh ủy đưa 30 cán bộ trẻ về xã. Sau năm năm, 30 cán bộ này đều trưởng thành: 18 người là bí thư đảng ủy xã,"
        " 12 người làm chủ tịch UBND xã."
    )
    assert [p.count.value for b in summary.breakdowns for p in b.parts] == [18, 12]
