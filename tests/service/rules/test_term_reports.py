"""Whole reports of a term's rotation work: what reads as a total and what only tells of people moved before."""

import pytest

from schemas import Flow, Level, MoveStatus, ProvisionKind, RotationSummary
from service.folding import fold
from service.ledger import balance
from service.prepare import Submission, prepare
from service.rules.doc import read_doc
from service.rules.provisions import find_provisions
from service.rules.reader import RuleReader
from service.rules.summaries import find_summaries

_P, _D, _X, _C = Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.CENTRAL


def _read(text: str) -> list[RotationSummary]:
    return find_summaries(read_doc(fold(text)))


def _totals(text: str) -> list[int | None]:
    return [s.total.value if s.total else None for s in _read(text)]


def test_one_way_beside_others_is_no_breakdown_of_the_heading() -> None:
    """A sentence that tells the heading's total again and two other ways tells three totals."""
    text = (
        "Luân chuyển 83 cán bộ huyện về xã\n\nNhiệm kỳ qua, tỉnh có 83 cán bộ cấp huyện được luân chuyển về cấp xã,"
        " 41 cán bộ cấp xã được luân chuyển lên cấp huyện và 67 cán bộ cấp xã luân chuyển với nhau."
    )
    assert _totals(text) == [83, 41, 67]
    assert all(not s.breakdowns for s in _read(text))


def test_a_row_behind_a_plan_is_planned() -> None:
    """What stands in one row with "sẽ" or "trình" is planned; "đã" and a new sentence end the plan."""
    planned = (
        "Sang năm, huyện sẽ điều động 7 cán bộ về xã, luân chuyển 9 người giữa các phòng và bổ nhiệm 3 hiệu trưởng."
    )
    assert {s.status for s in _read(planned)} == {MoveStatus.PLANNED}
    mixed = "Dự kiến quý tới bổ nhiệm 4 trưởng phòng, đã luân chuyển 11 phó trưởng phòng."
    assert [s.status for s in _read(mixed)] == [MoveStatus.PLANNED, MoveStatus.DONE]
    submitted = "Sở trình Bộ trưởng bổ nhiệm 2 vụ phó; bổ nhiệm lại 13 trưởng khoa."
    assert [s.status for s in _read(submitted)] == [MoveStatus.PLANNED, MoveStatus.DONE]


@pytest.mark.parametrize(
    "text",
    [
        "Có 17 cán bộ luân chuyển hoàn thành xuất sắc nhiệm vụ, 26 cán bộ luân chuyển hoàn thành tốt nhiệm vụ.",
        "Qua khảo sát, 31 cán bộ biệt phái có nguyện vọng ở lại.",
        "Năm ngoái, 22 giáo viên luân chuyển đạt danh hiệu giáo viên giỏi.",
        "Đã có 4 hội viên xin thôi tham gia dự án.",
    ],
)
def test_what_people_moved_before_do_is_no_move(text: str) -> None:
    """Where the verb of moving only says which people they are, the count is no total."""
    assert _totals(text) == []


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        (
            "Dịp này, 58 cán bộ (trong đó có 7 nữ) được điều động về các xã biên giới.",
            Flow(from_level=None, to_level=_X),
        ),
        ("Có 39 cán bộ cấp huyện được luân chuyển giữ chức Bí thư Đảng ủy xã.", Flow(from_level=_D, to_level=_X)),
        (
            "Đã luân chuyển 8 lãnh đạo các phòng, ban cấp huyện giữ chức danh chủ chốt tại các xã.",
            Flow(from_level=_D, to_level=_X),
        ),
        ("Đơn vị tiếp nhận 5 công chức từ Tổng cục về công tác.", Flow(from_level=_C, to_level=None)),
        (
            "Anh là một trong 18 trí thức trẻ được tuyển chọn về làm phó chủ tịch các xã.",
            Flow(from_level=None, to_level=_X),
        ),
        (
            "Đã điều chuyển 44 chiến sĩ thuộc Phòng Cảnh sát giao thông về công an các huyện.",
            Flow(from_level=_P, to_level=_D),
        ),
        ("Các bệnh viện Trung ương cử 36 lượt bác sĩ lên giúp bệnh viện tỉnh.", Flow(from_level=_C, to_level=_P)),
    ],
)
def test_ways_told_beside_the_verb(text: str, flow: Flow) -> None:
    """The way is told behind a bracket, by the post given, or by whose people they are."""
    (summary,) = _read(text)
    assert summary.flow == flow


def test_the_rest_of_a_row_takes_its_verb() -> None:
    """Staff of any kind go on a row; so do those sent up from communes behind a semicolon."""
    assert _totals("Năm qua, Chi cục điều động 6 lãnh đạo đội, 23 kiểm lâm viên, 75 công chức thừa hành.") == [
        6,
        23,
        75,
    ]
    rows = (
        "Đã luân chuyển 9 cán bộ từ huyện về xã; 4 cán bộ chủ chốt của các xã lên giữ chức vụ lãnh đạo phòng của huyện."
    )
    assert _totals(rows) == [9, 4]


def test_parts_with_verbs_of_their_own_behind_a_colon() -> None:
    """Counts behind a colon that make up the total are its parts, whatever is done to them."""
    (summary,) = _read(
        "Huyện bố trí chuyển công tác 50 cán bộ Đoàn: 19 người được luân chuyển về làm bí thư đảng ủy xã; 31 người được"
        " bố trí sang chức danh khác."
    )
    assert [p.count.value for p in summary.breakdowns[0].parts] == [19, 31]


def test_nominations_are_a_part_of_a_total_that_counts_them() -> None:
    """ "giới thiệu ứng cử 41" counts where the total has it among its actions."""
    (summary,) = _read(
        "Tỉnh đã bổ nhiệm, luân chuyển, giới thiệu ứng cử 135 cán bộ; trong đó bổ nhiệm 68, luân chuyển 26, giới thiệu"
        " ứng cử 41."
    )
    assert [p.count.value for p in summary.breakdowns[0].parts] == [68, 26, 41]


def test_a_heading_in_round_numbers_is_no_total_of_its_own() -> None:
    """The exact total right behind it counts; the ledger says that the heading rounds."""
    text = "Cục Thuế luân chuyển hơn 90 công chức\n\nTrong năm, Cục đã luân phiên, luân chuyển 94 lượt công chức."
    prepared = prepare(Submission(text=text))
    reading = RuleReader().read(prepared)
    assert [s.total.value for s in reading.summaries if s.total] == [94]
    assert {f.text: f.reason for f in balance(prepared, reading)}["90"] == "rounded"


def test_time_served_by_those_counted_is_no_rule() -> None:
    """ "24 công chức đủ 3 năm" says which people; a case set apart behind a fixed time has its own."""
    counted = "Quý tới, chi cục sẽ chuyển đổi vị trí công tác đối với 16 công chức đủ 3 năm trở lên ở một vị trí."
    assert find_provisions(read_doc(fold(counted))) == []
    cases = find_provisions(read_doc(fold("Thời gian biệt phái là 9 tháng, riêng viên chức tin học là 15 tháng.")))
    assert [(p.kind, p.value) for p in cases] == [(ProvisionKind.OTHER, 9), (ProvisionKind.OTHER, 15)]


def test_who_goes_up_behind_a_semicolon_goes_by_the_same_verb() -> None:
    """A count without a verb that goes to a post elsewhere shares the verb of the row."""
    row = "Đã điều động 3 cán bộ cấp huyện về các xã; 5 cán bộ chủ chốt của các xã lên giữ chức vụ mới."
    assert _totals(row) == [3, 5]


def test_brackets_labelled_by_tier_are_parts() -> None:
    """ "(cấp tỉnh 21, cấp huyện 75)" makes the total; the tier of its first part is not the total's."""
    first, second = _read(
        "Năm qua đã điều động 96 cán bộ (cấp tỉnh 21, cấp huyện 75), bổ nhiệm 58 cán bộ (cấp tỉnh 13, cấp huyện 45)."
    )
    assert [[p.count.value for p in s.breakdowns[0].parts] for s in (first, second)] == [[21, 75], [13, 45]]
    assert first.cadre_level is None


def test_settling_who_retires_is_no_appointment() -> None:
    """Who is "settled" by retirement too is not placed; those of them who are moved count."""
    text = (
        "Đến nay đã sắp xếp được 240 người, trong đó điều động sang xã khác 110 người, nghỉ hưu trước tuổi 130 người."
    )
    assert _totals(text) == [110]


def test_professional_policemen_placed_in_communes() -> None:
    """Policemen by profession placed in communes take posts there, whichever word stands first."""
    (summary,) = _read(
        "Công an tỉnh đã bố trí 210 cán bộ, chiến sĩ công an chính quy tại 30 xã. Trong đó, có 30 trưởng công an xã,"
        " 180 công an viên."
    )
    assert [p.count.value for p in summary.breakdowns[0].parts] == [30, 180]


def test_parts_behind_a_sentence_of_discipline_are_not_the_headings() -> None:
    """ "Trong đó" behind people punished tells of them."""
    text = (
        "Kỷ luật 3 cán bộ, luân chuyển 4 kế toán xã\n\nĐảng ủy đã thi hành kỷ luật 9 đảng viên. Trong đó có 2 nguyên"
        " Chủ tịch UBND huyện."
    )
    (summary,) = _read(text)
    assert (summary.total and summary.total.value, summary.breakdowns) == (4, [])


def test_posts_counted_again_are_parts_of_their_own_total() -> None:
    """Of secretaries and deputies elected, the secretaries who are women are a part of the secretaries."""
    first, second = _read("Đã bầu 240 bí thư, 120 phó bí thư; trong đó 70 bí thư là nữ.")
    assert [p.count.value for p in first.breakdowns[0].parts] == [70]
    assert second.breakdowns == []


def test_teachers_who_change_school_are_moved() -> None:
    """ "chuyển trường" moves teachers; people in rehabilitation are no officials."""
    assert _totals("Huyện giải quyết cho 8 giáo viên chuyển công tác ra ngoài huyện, 13 giáo viên chuyển trường.") == [
        8,
        13,
    ]
    assert _totals("Cơ sở đã luân chuyển 120 học viên cai nghiện giữa các phân khu.") == []


def test_others_behind_a_semicolon_are_no_part_of_a_full_total() -> None:
    """Who is placed behind ";" is no part of those before it where the parts would be more than the total."""
    first, second = _read(
        "Có 56 sĩ quan Biên phòng được tăng cường về 20 xã, trong đó 20 đồng chí làm Phó Bí thư Đảng ủy xã; 43 trí thức"
        " trẻ được bố trí làm Phó Chủ tịch UBND xã theo Dự án 600."
    )
    assert [p.count.value for p in first.breakdowns[0].parts] == [20]
    assert (second.total and second.total.value, second.breakdowns) == (43, [])


def test_the_number_in_a_projects_name_is_explained() -> None:
    """ "Dự án 600" counts nobody, also behind a total."""
    text = "Tỉnh đã bố trí 43 trí thức trẻ làm Phó Chủ tịch UBND xã theo Dự án 600."
    prepared = prepare(Submission(text=text))
    figures = balance(prepared, RuleReader().read(prepared))
    assert {f.text: f.status.value for f in figures} == {"43": "used", "600": "excluded"}


def test_bodies_counted_before_people_are_no_parts() -> None:
    """How many are too many in how many bodies is no part of those appointed."""
    (summary,) = _read(
        "Bộ đã bổ nhiệm 640 công chức lãnh đạo; trong đó 18 trường hợp thiếu chứng chỉ. Có 5 vụ, cục có số cấp phó vượt"
        " quy định với 9 người."
    )
    assert [p.count.value for b in summary.breakdowns for p in b.parts] == [18]


def test_departments_of_a_ministry_are_central() -> None:
    """ "từ các cục nghiệp vụ của Bộ về địa phương" begins at the centre."""
    (summary,) = _read("Năm qua có 14 cán bộ được điều động từ các cục nghiệp vụ của Bộ về địa phương.")
    assert summary.flow == Flow(from_level=_C, to_level=None)


def test_posts_left_give_no_way() -> None:
    """Who leaves a post of a district is sent nowhere; staff counted for each commune are no total."""
    (summary,) = _read("Có 3 cán bộ thôi giữ chức vụ Trưởng phòng Nội vụ huyện.")
    assert summary.flow is None
    assert _totals("Huyện đã bố trí đủ 6 cán bộ, chiến sĩ công an chính quy/xã ở 11 xã.") == []


def test_bullets_under_a_colon_are_parts_only() -> None:
    """Bullets that repeat the verb make up the total before the colon and are no totals of their own."""
    (summary,) = _read(
        "Huyện đã luân chuyển được 30 lượt cán bộ, cụ thể:\n- Luân chuyển từ huyện về xã: 14 đồng chí.\n"
        "- Luân chuyển từ xã lên huyện: 16 đồng chí."
    )
    assert [p.count.value for p in summary.breakdowns[0].parts] == [14, 16]


def test_people_of_another_term_are_no_parts_by_chance() -> None:
    """Numbers that add up by chance are parts neither of those who went one way nor of those whose move is done."""
    assert _totals(
        "Năm ấy huyện cử 24 cán bộ tăng cường xuống 8 xã. Nhiệm kỳ sau, đã có 15 cán bộ xã được rút lên huyện, 9 cán bộ"
        " huyện được đưa về xã giữ chức bí thư."
    ) == [24, 15, 9]
    done = (
        "Phòng GD&ĐT biệt phái 33 giáo viên xuống tiểu học, 8 giáo viên xuống mầm non. Huyện đã thu hồi quyết định biệt"
    )
    (whole, *others) = _read(done + " phái đối với 5 giáo viên. Năm tới, huyện dự kiến biệt phái 20 giáo viên.")
    assert (whole.breakdowns, [s.total and s.total.value for s in others]) == ([], [8, 5, 20])


def test_seconded_officers_who_are_elected() -> None:
    """The verb right behind the people says which they are, also where they are elected by trust."""
    (summary,) = _read("Đến nay có 21 sĩ quan biệt phái được tín nhiệm bầu vào Ban Chấp hành Đảng bộ xã.")
    assert [a.value for a in summary.actions] == ["election"]


def test_complaints_are_no_totals() -> None:
    """Who complains about a secondment, and a teacher who says something, are no count of people moved."""
    assert _totals("Báo nhận đơn của 15 giáo viên về việc bị biệt phái xa nhà.") == []
    (summary,) = _read('Huyện biệt phái 27 giáo viên. "Trong 27 người có 4 nữ", một giáo viên nói.')
    assert [p.count.value for b in summary.breakdowns for p in b.parts] == [4]


def test_a_higher_post_is_no_qualifier() -> None:
    """ "chức vụ cao hơn 28 đồng chí" counts just 28."""
    (summary,) = _read(
        "Đã bổ nhiệm 45 sĩ quan, trong đó bổ nhiệm chức vụ cao hơn 28 đồng chí, chức vụ tương đương 17 đồng chí."
    )
    assert [(p.count.value, p.count.qualifier.value) for p in summary.breakdowns[0].parts] == [
        (28, "exact"),
        (17, "exact"),
    ]


def test_done_moves_are_no_parts_of_a_plan() -> None:
    """What is planned next is not made up of what is done, whatever the numbers; an order is planned."""
    *_, planned = _read(
        "Huyện đã điều chuyển 8 công chức địa chính, 6 công chức kế toán. Dự kiến tháng 9 sẽ điều chuyển tiếp 14 người."
    )
    assert (planned.status, planned.breakdowns) == (MoveStatus.PLANNED, [])
    (ordered,) = _read("Chủ tịch tỉnh yêu cầu huyện điều động ngay 3 cán bộ địa chính xã.")
    assert ordered.status is MoveStatus.PLANNED
    (asked,) = _read("Theo yêu cầu nhiệm vụ, huyện điều động 3 cán bộ địa chính xã.")
    assert asked.status is MoveStatus.DONE


def test_parts_by_the_posts_left_and_taken() -> None:
    """A part's way is told by the post left and the post taken."""
    (summary,) = _read(
        "Tỉnh ủy luân chuyển 7 cán bộ. Cụ thể, 4 phó giám đốc sở về giữ chức phó bí thư huyện ủy; 3 phó chủ tịch UBND"
        " huyện về làm phó giám đốc các sở."
    )
    assert [p.flow for p in summary.breakdowns[0].parts] == [
        Flow(from_level=_P, to_level=_D), Flow(from_level=_D, to_level=_P),
    ]  # fmt: skip


def test_who_came_back_of_those_moved_is_a_return() -> None:
    """A part that came back and is broken down is a return; somebody moved who speaks is no total."""
    text = (
        "Trong tổng số 40 cán bộ luân chuyển, 21 người đã trở về tỉnh, trong đó 12 người được bổ nhiệm chức vụ cao hơn,"
        ' 9 người giữ chức vụ tương đương. "Tôi mừng lắm", một cán bộ luân chuyển ở huyện nói.'
    )
    whole, back = _read(text)
    assert ([a.value for a in whole.actions], [a.value for a in back.actions]) == (["rotation"], ["return"])


def test_what_is_done_each_year_of_a_plan_is_planned() -> None:
    """ "Hằng năm ..." behind a plan goes on about it."""
    whole, yearly = _read("Mục tiêu là luân chuyển 40 cán bộ. Hằng năm luân chuyển từ 8 đến 10 cán bộ.")
    assert (whole.status, yearly.status) == (MoveStatus.PLANNED, MoveStatus.PLANNED)


def test_surplus_staff_who_are_settled_are_not_placed() -> None:
    """Where people are too many, "bố trí, sắp xếp được" settles them; who is still left waits."""
    text = (
        "Số cán bộ xã dôi dư là 870 người. Đến nay, tỉnh đã bố trí, sắp xếp được 760 người; còn 110 người sẽ giải"
        " quyết sau."
    )
    assert _totals(text) == []
    assert (
        _totals("Đã tinh giản 97 người, trong đó nghỉ hưu 88 người, chuyển sang tổ chức không hưởng lương 9 người.")
        == []
    )


def test_a_clause_with_its_own_verb_ends_parts_without_one() -> None:
    """ "; phê chuẩn 13 ..." is told beside the total, not among its parts."""
    text = (
        "Thành ủy đã luân chuyển, bổ nhiệm, giới thiệu ứng cử 68 cán bộ, trong đó có 19 cán bộ từ quận lên thành phố;"
        " phê chuẩn nhân sự 13 chức danh chủ tịch, phó chủ tịch UBND quận."
    )
    assert _totals(text) == [68, 13]


def test_the_post_beside_a_seat_is_what_is_given() -> None:
    """A seat in the committee goes with the post."""
    (summary,) = _read(
        "Điều động, chỉ định 4 cán bộ tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Phó Bí thư Tỉnh ủy."
    )
    assert [r.value for r in summary.roles] == ["deputy_secretary"]


def test_years_of_good_work_that_a_rule_asks_for() -> None:
    """ "phải có ít nhất 2 năm liên tục hoàn thành tốt nhiệm vụ" is a rule with a number."""
    (rule,) = find_provisions(
        read_doc(fold("Cán bộ luân chuyển phải có ít nhất 2 năm liên tục hoàn thành tốt nhiệm vụ."))
    )
    assert (rule.kind, rule.value) == (ProvisionKind.OTHER, 2)


def test_districts_with_bare_numbers_are_parts() -> None:
    """Districts and the numbers behind them make the total; "thị xã" and its name are no numbered commune."""
    (summary,) = _read(
        "Tỉnh biệt phái 25 giáo viên lên vùng cao, trong đó huyện Quế Phong 11, Kỳ Sơn 8, thị xã Hoàng Mai 6."
    )
    assert [p.count.value for p in summary.breakdowns[0].parts] == [11, 8, 6]


def test_a_mean_age_counts_nobody() -> None:
    """ "Độ tuổi trung bình ... là 41" is an age; who teaches at several schools is not transferred."""
    text = "Huyện điều động 18 cán bộ. Độ tuổi trung bình của số cán bộ này là 41."
    prepared = prepare(Submission(text=text))
    figures = balance(prepared, RuleReader().read(prepared))
    assert {f.text: f.reason for f in figures}["41"] == "age"
    assert _totals("Huyện tự điều chuyển nội bộ 29 người, dạy liên trường 16 người.") == [29]


def test_staff_of_several_kinds_undergo_the_verb_behind() -> None:
    """A comma may part kinds of staff before their verb; districts that move their own between schools tell no way."""
    assert _totals("Hơn 700 viên chức thiết bị, kế toán trường học bị điều chuyển.") == [700]
    (moved,) = _read("Các huyện đã điều chuyển 205 người sang trường còn thiếu.")
    assert moved.flow is None


def test_the_post_behind_the_tier_people_go_to() -> None:
    """ "về phường làm bí thư" gives the post behind the tier."""
    (summary,) = _read(
        "Quận luân chuyển 9 cán bộ, trong đó 5 trưởng phòng về phường làm bí thư, 4 phó phòng về phường làm chủ tịch."
    )
    assert [r.value for p in summary.breakdowns[0].parts for r in p.roles] == ["secretary", "peoples_committee_chair"]
