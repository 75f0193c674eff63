"""Whole reports of a term's rotation work: parts, totals beside them, and numbers that belong to neither."""

from schemas import Flow, Level, MoveStatus, ProvisionKind, RotationSummary
from service.folding import fold
from service.ledger import balance
from service.prepare import Submission, prepare
from service.rules.doc import read_doc
from service.rules.provisions import find_provisions
from service.rules.reader import RuleReader
from service.rules.summaries import find_summaries

_P, _D, _C = Level.PROVINCE, Level.DISTRICT, Level.CENTRAL


def _read(text: str) -> list[RotationSummary]:
    return find_summaries(read_doc(fold(text)))


def _totals(text: str) -> list[int | None]:
    return [s.total.value if s.total else None for s in _read(text)]


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
    (summary,) = _read("Điều động, chỉ định 4 cán bộ vào Ban Thường vụ và giữ chức Phó Bí thư Tỉnh ủy.")
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


def test_parts_of_the_total_before_the_last() -> None:
    """ "Theo đó" tells the parts of the total that they make, also behind another; both then make a later sum."""
    text = (
        "Tỉnh ủy công bố quyết định luân chuyển 9 cán bộ. Đợt trước, tỉnh đã luân chuyển 14 cán bộ. Theo đó, có 4 Bí"
        " thư Huyện ủy được điều về làm giám đốc sở; 5 Phó Giám đốc sở về làm Chủ tịch UBND huyện."
    )
    first, second = _read(text)
    assert [p.count.value for p in first.breakdowns[0].parts] == [4, 5]
    assert second.breakdowns == []


def test_who_speaks_counts_nobody_moved() -> None:
    """How many teachers a school has, said by one who was moved, is no total."""
    assert _totals("Thầy Hùng mới được chuyển về thành phố, cho biết trường có 42 giáo viên thì 30 người xa nhà.") == []


def test_a_named_city_is_as_small_as_a_district() -> None:
    """ "từ các huyện về TP.Long Khánh" stays within districts; a municipality is a province."""
    (small,) = _read("Sở điều động 24 giáo viên từ các huyện Tân Phú, Xuân Lộc về TP.Long Khánh.")
    assert small.flow == Flow(from_level=_D, to_level=_D)
    (large,) = _read("Thành ủy điều động 24 cán bộ từ các huyện về thành phố.")
    assert large.flow == Flow(from_level=_D, to_level=_P)


def test_a_heading_of_posts_moved_is_told_again_below() -> None:
    """The heading's verb may be another one of moving; doctors of several kinds are counted; sums of heads too."""
    text = "Luân chuyển 6 hạt trưởng kiểm lâm\n\nChi cục vừa hoán đổi vị trí 6 hạt trưởng và 31 kiểm lâm viên."
    assert _totals(text) == [6, 31]
    assert _totals("Bệnh viện cử 48 y, bác sĩ luân phiên ra đảo.") == [48]
    (summary,) = _read("Có 19 người được bầu giữ các chức vụ: 3 phó bí thư đảng ủy, 16 trưởng các đoàn thể.")
    assert [p.count.value for p in summary.breakdowns[0].parts] == [3, 16]


def test_what_others_move_is_no_part() -> None:
    """Behind ";" another body's total is none of the parts before it, whether smaller or larger than the whole."""
    text = "Tỉnh ủy luân chuyển 64 cán bộ, trong đó có 9 cán bộ nữ; các huyện ủy luân chuyển {} cán bộ."
    assert _totals(text.format(320)) == [64, 320]
    assert _totals(text.format(41)) == [64, 41]


def test_posts_of_some_are_not_the_whole() -> None:
    """ "Trong đó" in a sentence of its own tells of some."""
    (summary,) = _read(
        "Tỉnh đã luân chuyển 35 đồng chí. Trong đó, bố trí giữ chức bí thư huyện ủy 4, phó bí thư 7, phó chủ tịch UBND"
        " huyện 6."
    )
    assert [b.exhaustive for b in summary.breakdowns] == [False]


def test_a_range_behind_the_copula_is_a_rule() -> None:
    """ "thời hạn chuyển đổi ... là từ 3 năm đến 5 năm" has both its ends."""
    rules = find_provisions(read_doc(fold("Thời hạn chuyển đổi đối với công chức kiểm lâm là từ 2 năm đến 4 năm.")))
    assert [rule.value for rule in rules] == [2, 4]


def test_rates_and_those_left_over_are_no_totals() -> None:
    """A number a month, those whose post was never changed, and who grew after a rotation count nobody moved."""
    assert _totals("Sở Y tế luân phiên 3 bác sĩ/tháng xuống trung tâm y tế huyện.") == []
    assert _totals(
        "Huyện đã chuyển đổi vị trí công tác 38 người; còn 61 trường hợp giữ vị trí kế toán quá 5 năm chưa được chuyển"
        " đổi."
    ) == [38]
    assert _totals("Huyện bố trí 5 viên chức làm việc tại phòng chuyên môn.") == []
    assert _totals("Bí thư cho biết, sau luân chuyển có 6 cán bộ trẻ trưởng thành.") == []
