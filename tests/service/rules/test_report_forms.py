"""How reports tell totals: posts counted in a row, sums raised, places of work left, people in brackets."""

from schemas import Action, Flow, Level, Role, RotationSummary
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.summaries import find_summaries


def _read(text: str) -> list[RotationSummary]:
    return find_summaries(read_doc(fold(text)))


def _values(text: str) -> list[int | None]:
    return [s.total.value if s.total else None for s in _read(text)]


def test_posts_counted_in_a_row_share_the_verb() -> None:
    """Each count of posts behind one verb is a total of its own, whatever the first one says of its people."""
    first, second = _read("Bộ đã điều động 17 vụ trưởng không là người địa phương, 21 viện trưởng và tương đương.")
    assert (first.total and first.total.value, second.total and second.total.value) == (17, 21)
    assert second.actions == [Action.TRANSFER]


def test_chiefs_and_deputies_without_a_head_of_a_title() -> None:
    """ "trưởng, phó các phòng" are both roles, and the heads of schools behind them are a second total."""
    first, second = _read(
        "Sở đã công bố, trao quyết định bổ nhiệm 16 trưởng, phó các phòng thuộc Sở và 44 hiệu trưởng các trường."
    )
    assert (first.roles, second.roles) == ([Role.HEAD, Role.DEPUTY_HEAD], [Role.HEAD])
    assert first.decided_by == "Sở"


def test_a_deputy_secretary_behind_chuc_vu() -> None:
    """ "chức vụ phó bí thư" names a deputy secretary, no "vụ phó" and no secretary."""
    (summary,) = _read("Tỉnh luân chuyển 9 cán bộ giữ chức vụ phó bí thư huyện ủy.")
    assert summary.roles == [Role.DEPUTY_SECRETARY]


def test_people_placed_in_a_commune_are_appointed() -> None:
    """ "bố trí N người về xã" moves people; "bố trí N người" alone moves nobody."""
    assert _values("Giai đoạn 2, bố trí gần 130 người về 41 xã, thị trấn.") == [130]
    assert _values("Trạm bố trí 3 người bán vé.") == []


def test_a_sum_raised_by_the_totals_before_it() -> None:
    """ "nâng tổng số ... lên N người" is a total; those told before it that make it up are its parts."""
    (summary,) = _read(
        "Đợt 1, điều động 20 chiến sĩ về công tác tại 6 xã. Đợt 2 điều động 35 người về công tác tại 9 xã."
        " Như vậy, nâng tổng số cán bộ được điều động xuống xã lên 55 người."
    )
    assert (summary.total and summary.total.value, summary.actions) == (55, [Action.TRANSFER])
    assert [p.count.value for p in summary.breakdowns[0].parts] == [20, 35]


def test_a_team_of_a_department_as_the_place_to_go_to() -> None:
    """The tier reached may be named behind the body and the work there."""
    first, second = _read(
        "Công an thành phố điều động 80 chiến sĩ đang công tác ở các đội về làm việc tại công an các phường.\n"
        "Công an tỉnh điều chuyển 30 chiến sĩ về các đội phong trào của công an cấp huyện."
    )
    assert first.flow == Flow(from_level=None, to_level=Level.COMMUNE)
    assert second.flow == Flow(from_level=None, to_level=Level.DISTRICT)


def test_sent_with_the_short_verb() -> None:
    """ "được điều về" sends people; "được điều trị" and "được điều chỉnh" do not."""
    (summary,) = _read("Đợt này, 1.320 công an chính quy được điều về 470 xã.")
    assert summary.actions == [Action.TRANSFER]
    assert _values("Có 12 cán bộ được điều trị tại viện; 5 cán bộ được điều chỉnh lương.") == []


def test_brackets_between_people_and_their_verb() -> None:
    """What stands in brackets does not cut people off the verb behind them."""
    assert _values("Theo đó, 53 chiến sĩ đang ở Phòng Kỹ thuật (Công an tỉnh) được điều động về huyện.") == [53]


def test_a_sentence_behind_the_short_word_for_a_city() -> None:
    """ "..., TP. Trong số ..." ends a sentence: the posts given, the posts left and the women are three breakdowns."""
    (summary,) = _read(
        "Đợt một luân chuyển 30 người. Trong đó, 18 người giữ chức phó bí thư tỉnh ủy; 12 người giữ chức phó chủ tịch"
        " UBND tỉnh, TP. Trong số cán bộ luân chuyển có 11 vụ trưởng, 3 cán bộ nữ."
    )
    assert [[p.count.value for p in b.parts] for b in summary.breakdowns] == [[18, 12], [11], [3]]


def test_the_head_named_behind_a_committee_is_not_its_members_role() -> None:
    """ "bầu Ban Chấp hành gồm 7 đồng chí, đồng chí X được bầu làm Bí thư" elects seven members."""
    (summary,) = _read("Đại hội bầu Ban Chấp hành gồm 7 đồng chí, đồng chí Lê Văn Tám được bầu làm Bí thư.")
    assert summary.roles == [Role.MEMBER]


def test_the_rest_told_in_words_is_no_role_of_the_part() -> None:
    """ "4 hiệu trưởng, còn lại là phó hiệu trưởng" counts four heads."""
    (summary,) = _read("Sở điều động 22 cán bộ quản lý, trong đó có 6 hiệu trưởng, còn lại là phó hiệu trưởng.")
    assert summary.breakdowns[0].parts[0].roles == [Role.HEAD]


def test_the_number_of_a_round_counts_nobody() -> None:
    """ "đợt 2" behind a total is no part of it."""
    (summary,) = _read("Sở luân chuyển 32 cán bộ. Việc luân chuyển ở huyện Cẩm Giàng sẽ làm trong đợt 2.")
    assert summary.breakdowns == []


def test_the_verb_of_transfer_keeps_its_company_behind_the_passive() -> None:
    """Three verbs joined by a comma and "hoặc" are one joint action."""
    (summary,) = _read("Trong quý có 7 trưởng phòng được điều động, bổ nhiệm lại hoặc thôi chức.")
    assert summary.actions == [Action.TRANSFER, Action.REAPPOINTMENT, Action.REMOVAL]


def test_with_regard_to_some_officials() -> None:
    """ "điều động đối với 24 cán bộ; ... đối với 46 trường hợp" does not make the second a part of the first."""
    (summary,) = _read(
        "Huyện điều động đối với 24 cán bộ; xét chuyển công chức xã thành công chức huyện đối với 46 trường hợp."
    )
    assert (summary.total and summary.total.value, summary.breakdowns) == (24, [])


def test_women_in_brackets_before_the_way() -> None:
    """Brackets with a subgroup do not cut off the direction and the posts told behind them."""
    (summary,) = _read(
        "Đã điều động 64 cán bộ (5 cán bộ nữ) đang công tác ở các đội về đảm nhiệm chức danh trưởng, phó công an xã."
    )
    assert summary.flow == Flow(from_level=None, to_level=Level.COMMUNE)
    assert [(p.count.value, b.exhaustive) for b in summary.breakdowns for p in b.parts] == [(5, False)]


def test_one_total_told_with_and_without_its_start() -> None:
    """A total told again with the tier it comes from is one total, of the fuller direction."""
    (summary,) = _read(
        "109 chiến sĩ được điều về các phường, xã.\nCông an thành phố điều động 109 chiến sĩ từ quận về các phường, xã."
    )
    assert summary.flow == Flow(from_level=Level.DISTRICT, to_level=Level.COMMUNE)


def test_a_post_in_apposition_before_the_verb() -> None:
    """A second post behind a comma does not cut people off the verb behind it."""
    (summary,) = _read("6 Ủy viên Trung ương Đảng, Bí thư Thành ủy vừa được luân chuyển về Trung ương làm Vụ trưởng.")
    assert (summary.flow, summary.roles) == (Flow(from_level=None, to_level=Level.CENTRAL), [Role.HEAD])


def test_bodies_are_no_people() -> None:
    """ "10 Ban Thường vụ" counts bodies; "22 thủ trưởng" that inspectors find are no part of people moved."""
    assert _values("Bộ luân chuyển cán bộ và kiểm tra 10 Ban Thường vụ Tỉnh ủy.") == []
    (summary,) = _read("Các bộ đã chuyển đổi vị trí công tác 900 công chức. Các cơ quan phát hiện 40 người vi phạm.")
    assert summary.breakdowns == []


def test_brackets_in_a_sentence_that_goes_on() -> None:
    """In a sentence that tells a total's parts, the counts in brackets are parts of the part before them."""
    whole, province = _read(
        "Đến nay toàn tỉnh có 142 cán bộ được luân chuyển. Trong đó: Cấp tỉnh luân chuyển 42 đồng chí (từ sở, ngành về"
        " huyện 18 đồng chí; từ huyện lên sở, ngành 24 đồng chí); cấp huyện luân chuyển 100 đồng chí."
    )
    assert [[p.count.value for p in s.breakdowns[0].parts] for s in (whole, province)] == [[42, 100], [18, 24]]


def test_between_departments_is_from_body_to_body() -> None:
    """Moves between bodies of one tier are from agency to agency, also between a province's departments."""
    (summary,) = _read("Tỉnh luân chuyển 12 cán bộ giữa các sở, ngành.")
    assert summary.flow == Flow(from_level=Level.AGENCY, to_level=Level.AGENCY)


def test_placing_may_tell_a_direction() -> None:
    """ "bố trí N cán bộ cấp huyện về xã" is an appointment with a direction; staff made redundant are not placed."""
    (summary,) = _read("Tỉnh bố trí 1.245 cán bộ cấp huyện về công tác tại 95 xã, phường.")
    assert (summary.actions, summary.flow) == (
        [Action.APPOINTMENT],
        Flow(from_level=Level.DISTRICT, to_level=Level.COMMUNE),
    )
    assert _values("Gần 450 công chức dôi dư được sắp xếp theo diện tinh giản biên chế.") == []


def test_a_court_that_people_leave_decides_nothing() -> None:
    """The body behind "từ" is where people come from; who decides is named before the first verb."""
    first, second = _read(
        "TAND tỉnh đã điều động 6 thẩm phán từ TAND cấp huyện lên TAND tỉnh, biệt phái 3 thẩm phán sang TAND tỉnh bạn."
    )
    assert (first.decided_by, second.decided_by) == ("TAND tỉnh", "TAND tỉnh")


def test_taken_from_a_department_down_to_a_district() -> None:
    """ "đưa" and "rút" move officials when a way follows; a list of planning or a course is no way."""
    first, second = _read(
        "Tỉnh đã đưa 23 cán bộ từ các sở, ngành về làm bí thư huyện ủy; rút 11 cán bộ từ huyện về tỉnh."
    )
    assert (first.flow, second.flow) == (
        Flow(from_level=Level.PROVINCE, to_level=Level.DISTRICT),
        Flow(from_level=Level.DISTRICT, to_level=Level.PROVINCE),
    )
    assert _values("Tỉnh ủy đã đưa 450 lượt cán bộ vào quy hoạch, cử 90 cán bộ đi đào tạo ở huyện.") == []


def test_sent_to_hold_a_post_of_a_tier() -> None:
    """ "về làm phó bí thư tỉnh ủy" leads to the tier of the post; "ngược lại" leaves a direction told in words."""
    first, second = _read(
        "Trung ương đã luân chuyển 12 đồng chí về làm phó bí thư tỉnh ủy; ngược lại, có 7 đồng chí từ địa phương được"
        " điều động về Trung ương."
    )
    assert (first.flow, second.flow) == (
        Flow(from_level=None, to_level=Level.PROVINCE),
        Flow(from_level=None, to_level=Level.CENTRAL),
    )


def test_doctors_are_not_refused() -> None:
    """The first syllable of "bác sĩ" is no word of refusal, and a body ends where it begins to act."""
    first, second = _read(
        "Đơn vị này đã cử 120 bác sĩ luân phiên về tuyến xã, tăng cường 35 bác sĩ cho các trung tâm y tế huyện."
    )
    assert (first.total and first.total.value, second.flow) == (120, Flow(from_level=None, to_level=Level.DISTRICT))
    assert second.decided_by == "Đơn vị này"
