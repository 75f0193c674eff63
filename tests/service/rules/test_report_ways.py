"""How reports tell totals: where people come from, what posts they get, how counts in a row share words."""

from schemas import Action, Flow, Level, MoveStatus, Role, RotationSummary
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.summaries import find_summaries


def _read(text: str) -> list[RotationSummary]:
    return find_summaries(read_doc(fold(text)))


def _values(text: str) -> list[int | None]:
    return [s.total.value if s.total else None for s in _read(text)]


def test_from_bodies_of_a_tier() -> None:
    """People from the departments of the province's police come from the province."""
    (summary,) = _read("Đã điều động 35 người từ các phòng nghiệp vụ của Công an tỉnh về các xã.")
    assert summary.flow == Flow(from_level=Level.PROVINCE, to_level=Level.COMMUNE)


def test_who_manages_officials_is_not_their_post() -> None:
    """ "diện Ban Thường vụ Tỉnh ủy quản lý" makes nobody a member of the committee."""
    (summary,) = _read("Tỉnh luân chuyển 63 cán bộ, trong đó 17 người thuộc diện Ban Thường vụ Tỉnh ủy quản lý.")
    assert summary.breakdowns[0].parts[0].roles == []


def test_the_rest_behind_a_number_is_what_was_counted() -> None:
    """ "35 người còn lại từ ..." is one clause: the words behind "còn lại" tell of the 35."""
    (summary,) = _read(
        "Công an tỉnh điều động 50 người về xã. Cụ thể, 15 người từ huyện; 35 người còn lại từ các phòng của Công an"
        " tỉnh."
    )
    last = summary.breakdowns[0].parts[-1]
    assert (last.count.value, last.flow and last.flow.from_level) == (35, Level.PROVINCE)


def test_planned_for_a_post_is_not_in_it() -> None:
    """ "22 người được quy hoạch Bí thư" tells no post that the people hold."""
    (summary,) = _read("Tỉnh luân chuyển 44 cán bộ, trong đó có 22 người được quy hoạch chức danh Bí thư Huyện ủy.")
    assert summary.breakdowns[0].parts[0].roles == []


def test_elected_to_a_committee_by_its_short_name() -> None:
    """Who is elected "vào Tỉnh ủy" is a member; "bầu không trúng" elects nobody."""
    (summary,) = _read("Có 9 cán bộ luân chuyển trúng cử vào Tỉnh ủy khóa mới.")
    assert (summary.actions, summary.roles) == ([Action.ELECTION], [Role.MEMBER])
    assert _values("Có 35 trường hợp bầu không trúng cấp ủy.") == []


def test_posts_in_a_row_before_one_verb() -> None:
    """ "96 bí thư, 88 chủ tịch xã được luân chuyển" is two totals; who counted them decided nothing."""
    first, second = _read("Theo thống kê của Tỉnh ủy, có 96 bí thư, 88 chủ tịch UBND cấp xã được luân chuyển.")
    assert (first.total and first.total.value, second.total and second.total.value) == (96, 88)
    assert (first.roles, second.roles, first.decided_by) == ([Role.SECRETARY], [Role.PEOPLES_COMMITTEE_CHAIR], None)


def test_decisions_for_people_told_by_their_parts() -> None:
    """ "trao quyết định cho 36 cán bộ" is a total of all that its parts tell, and the parts are totals too."""
    whole, *parts = _read(
        "UBND thị xã trao quyết định cho 36 cán bộ. Trong đó, bổ nhiệm 12 trưởng phòng, 20 phó trưởng phòng; điều động"
        " 4 công chức."
    )
    assert (whole.total and whole.total.value, whole.actions) == (36, [Action.APPOINTMENT, Action.TRANSFER])
    assert [p.count.value for p in whole.breakdowns[0].parts] == [12, 20, 4]
    assert [s.total and s.total.value for s in parts] == [12, 20, 4]


def test_holders_of_a_tiers_posts_come_from_it() -> None:
    """Who holds a department's post and goes to a district's comes from the province."""
    (summary,) = _read("Tỉnh luân chuyển 8 giám đốc sở về làm bí thư, chủ tịch các huyện.")
    assert summary.flow == Flow(from_level=Level.PROVINCE, to_level=Level.DISTRICT)


def test_back_to_where_the_total_came_from() -> None:
    """A part that goes to its total's start goes the way back."""
    (summary,) = _read("Đã có 124 cán bộ huyện được tăng cường về các xã, trong đó 40 người đã trở về huyện.")
    assert summary.breakdowns[0].parts[0].flow == Flow(from_level=Level.COMMUNE, to_level=Level.DISTRICT)


def test_a_post_right_behind_the_verb_of_appointing() -> None:
    """ "được điều động, bổ nhiệm Chỉ huy trưởng" tells the post; placing directors appoints them."""
    (summary,) = _read("Danh sách 124 sĩ quan được điều động, bổ nhiệm Chỉ huy trưởng Ban Chỉ huy quân sự xã.")
    assert summary.roles == [Role.HEAD]
    (placed,) = _read("Tổng cục trưởng vừa ký quyết định bố trí 18 Cục trưởng thuế tỉnh mới.")
    assert (placed.actions, placed.roles) == ([Action.APPOINTMENT], [Role.HEAD])


def test_chief_and_deputy_of_a_part() -> None:
    """ "8 đồng chí đảm nhiệm chức danh trưởng, phó công an xã" hold both posts."""
    (summary,) = _read(
        "Điều động 15 chiến sĩ về xã. Trong đó, 9 đồng chí nhận chức danh trưởng, phó Công an xã và 6 đồng chí"
        " nhận chức danh Công an viên."
    )
    assert [p.roles for p in summary.breakdowns[0].parts] == [[Role.HEAD, Role.DEPUTY_HEAD], [Role.OTHER]]


def test_numbers_in_communes_names_and_rules_for_each() -> None:
    """ "xã Quế Xuân 1" counts nobody, and neither does what is told of each commune."""
    (summary,) = _read(
        "Điều động 30 chiến sĩ về xã. Trước đó, các xã gồm Quế Xuân 2, Quế Phú và xã Quế Xuân 1 đã có công an."
        " Mỗi xã bố trí 2 chiến sĩ trực. Trong đó, thị trấn bố trí 4 chiến sĩ trực."
    )
    assert (summary.total and summary.total.value, summary.breakdowns) == (30, [])


def test_posts_in_a_row_share_what_is_told_behind_the_last() -> None:
    """ "4 thứ trưởng, 3 vụ trưởng về làm phó bí thư tỉnh ủy": both go there, to that post."""
    first, second = _read("Ban Bí thư luân chuyển 4 thứ trưởng, 3 vụ trưởng về làm phó bí thư tỉnh ủy.")
    assert first.roles == second.roles == [Role.DEPUTY_SECRETARY]
    assert first.flow == Flow(from_level=Level.CENTRAL, to_level=Level.PROVINCE)


def test_counts_headed_by_their_years() -> None:
    """ "năm 2016 có 12 cán bộ được luân chuyển, năm 2017 có 18 cán bộ" tells two totals."""
    assert _values("Năm 2016 có 12 cán bộ được luân chuyển, năm 2017 có 18 cán bộ, năm 2018 có 25 cán bộ.") == [
        12,
        18,
        25,
    ]


def test_cu_sends_people_down() -> None:
    """ "được cử xuống" reinforces; "cử đi đào tạo" and "ứng cử" move nobody."""
    (summary,) = _read("Có 23 bác sĩ bệnh viện tỉnh được cử xuống hỗ trợ bệnh viện huyện.")
    assert (summary.actions, summary.flow and summary.flow.to_level) == ([Action.REINFORCEMENT], Level.DISTRICT)
    assert _values("Tỉnh cử 340 cán bộ đi đào tạo ở huyện bạn; 12 đồng chí ứng cử.") == []


def test_listed_for_election_and_designated_at_once() -> None:
    """ "giới thiệu ứng cử, chỉ định tham gia cấp ủy 112 đồng chí" is done, not planned."""
    (summary,) = _read("Bộ Chính trị đã giới thiệu ứng cử, chỉ định tham gia cấp ủy 112 đồng chí.")
    assert summary.status is MoveStatus.DONE


def test_by_whom_people_are_moved_behind_their_noun() -> None:
    """ "5 bí thư do Trung ương luân chuyển về" are rotated."""
    (summary,) = _read("Tỉnh có 5 bí thư do Trung ương luân chuyển về.")
    assert summary.actions == [Action.ROTATION]


def test_from_base_to_base_tells_no_tier() -> None:
    """ "từ cơ sở này sang cơ sở khác" names no tier, so there is no direction."""
    (summary,) = _read("Huyện luân chuyển 14 đồng chí từ cơ sở này sang cơ sở khác.")
    assert summary.flow is None


def test_comrades_with_their_post() -> None:
    """ "22 đồng chí Bí thư trúng cử" elects secretaries; a reshuffle told before a stock of them appoints nobody."""
    (summary,) = _read("Trong số 63 bí thư, có 22 đồng chí Bí thư trúng cử khóa đầu tiên.")
    assert summary.roles == [Role.SECRETARY]
    assert _values("Sau đợt sắp xếp cán bộ đầu nhiệm kỳ, vùng này có 4 Bí thư Tỉnh ủy từ 45 tuổi trở xuống.") == []


def test_a_year_of_a_total_told_with_its_posts() -> None:
    """ "Riêng năm 2019 luân chuyển 14 đồng chí: 3 ..., 5 ..., 6 ...": the 14 are a part, the others parts of the 14."""
    whole, year = _read(
        "Giai đoạn 2015 - 2020, tỉnh đã luân chuyển 243 lượt cán bộ. Riêng năm 2019, Ban Thường vụ Tỉnh ủy đã luân"
        " chuyển 14 đồng chí về cấp huyện: 3 đồng chí làm bí thư, 5 đồng chí làm phó bí thư, 6 đồng chí làm phó chủ"
        " tịch UBND."
    )
    assert [[p.count.value for p in s.breakdowns[0].parts] for s in (whole, year)] == [[14], [3, 5, 6]]
    assert (whole.breakdowns[0].parts[0].roles, year.flow) == ([], Flow(from_level=None, to_level=Level.DISTRICT))


def test_a_chair_and_the_deputies_counted_beside_it() -> None:
    """ "1 chủ tịch, 2 phó chủ tịch HĐND": the chair is the council's, too."""
    chair, _ = _read("Kỳ họp đã bầu 1 chủ tịch, 2 phó chủ tịch HĐND huyện.")
    assert chair.roles == [Role.PEOPLES_COUNCIL_CHAIR]


def test_officials_of_two_tiers_before_one_verb() -> None:
    """ "36 cán bộ cấp tỉnh, 52 cán bộ cấp huyện được luân chuyển" is two totals; guests of a meeting are none."""
    assert _values("Có 36 cán bộ cấp tỉnh, 52 cán bộ cấp huyện được luân chuyển trong nhiệm kỳ.") == [36, 52]
    assert _values("Hội nghị có 200 cán bộ, 15 đồng chí được luân chuyển.") == [15]


def test_ways_of_leaving() -> None:
    """Who leaves a committee is removed, who leaves the force retires, who moves by himself is no transfer."""
    (summary,) = _read("Đảng ủy quyết định cho 9 đồng chí thôi tham gia cấp ủy; cho 5 đồng chí xuất ngũ.")
    assert (summary.total and summary.total.value, summary.actions) == (9, [Action.REMOVAL])
    assert _values("Một công chức vừa từ Chi Ma chuyển về Hữu Nghị kể lại.") == []
    assert _values("31 giáo viên đã hết thời hạn được chuyển về vùng thuận lợi.") == [31]


def test_a_total_said_again_without_a_verb_tells_its_parts() -> None:
    """The number of a total, said again in the next sentence, takes the parts told behind it."""
    (summary,) = _read(
        "Biệt phái 836 giáo viên trong năm học mới.\nSở Giáo dục và Đào tạo công bố danh sách 836 giáo viên này, cụ thể"
        " có 142 giáo viên mẫu giáo, 290 giáo viên tiểu học và 404 giáo viên trung học cơ sở."
    )
    assert [p.count.value for p in summary.breakdowns[0].parts] == [142, 290, 404]


def test_a_stock_behind_an_activity() -> None:
    """ "thực hiện việc bổ nhiệm ..., cả nước có 2.105 chấp hành viên" counts how many there are."""
    assert _values("Thực hiện việc bổ nhiệm theo nhiệm kỳ, cả nước có 2.105 chấp hành viên.") == []


def test_chosen_to_be_placed() -> None:
    """Who is chosen "để bố trí làm" a post is appointed to it; "Đội trưởng, Phó Đội trưởng" are no bare chiefs."""
    (summary,) = _read(
        "Công an tỉnh lựa chọn 45 sĩ quan để bố trí làm trưởng công an phường. Trong đó, 30 sĩ quan là Phó Đội"
        " trưởng, Phó Trưởng Công an xã."
    )
    assert (summary.actions, summary.roles) == ([Action.APPOINTMENT], [Role.HEAD])
    assert summary.breakdowns[0].parts[0].roles == [Role.DEPUTY_HEAD]


def test_places_with_their_numbers_in_a_row() -> None:
    """ "A với 41 người, B với 57 người" behind one verb are a total each."""
    assert _values("Biệt phái nhiều nhất là ở các huyện Yên Thành với 41 người, Kỳ Sơn với 57 người.") == [41, 57]


def test_from_a_ministrys_own_bodies() -> None:
    """ "các đơn vị trực thuộc Bộ Công an" are central; who decided is named without "từng"."""
    (summary,) = _read("Bộ Công an đã điều động 14 sĩ quan ở các đơn vị trực thuộc Bộ về công an xã đảo.")
    assert summary.flow == Flow(from_level=Level.CENTRAL, to_level=Level.COMMUNE)
    assert summary.decided_by == "Bộ Công an"


def test_who_only_counted_decided_nothing() -> None:
    """ "34 giám đốc, phó giám đốc" are people, "theo thống kê của Ban Tổ chức Tỉnh ủy" tells: neither decides."""
    *_, removed = _read("Ngân hàng đã bổ nhiệm 34 giám đốc, phó giám đốc chi nhánh và miễn nhiệm 8 cán bộ.")
    assert removed.decided_by is None
    (summary,) = _read("Theo thống kê của Ban Tổ chức Tỉnh ủy, tính đến nay có 96 bí thư xã được luân chuyển.")
    assert summary.decided_by is None


def test_sent_to_take_turns() -> None:
    """ "cử 120 bác sĩ luân phiên về tuyến xã" rotates them, down to the commune."""
    (summary,) = _read("Sở Y tế đã cử 120 bác sĩ luân phiên về tuyến xã.")
    assert (summary.actions, summary.flow and summary.flow.to_level) == ([Action.ROTATION], Level.COMMUNE)
