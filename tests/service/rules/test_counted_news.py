"""Counts in short news: congresses, police and army posts of communes, headlines and what the body tells."""

from schemas import Action, Flow, Level, MoveStatus, Qualifier, Role, RotationSummary
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.summaries import find_summaries


def _read(text: str) -> list[RotationSummary]:
    return find_summaries(read_doc(fold(text)))


def _totals(text: str) -> list[int | None]:
    return [s.total.value if s.total else None for s in _read(text)]


def test_committees_told_by_their_size_behind_an_election() -> None:
    """A committee's size right behind its own election is a count of those elected; elsewhere it is a headcount."""
    (elected,) = _read(
        "Đại hội đã bầu Ban Chấp hành khóa mới. Ban Chấp hành nhiệm kỳ 2023 - 2028 gồm 37 anh chị. Ban Thường vụ gồm 11"
        " anh chị."
    )
    assert elected.total is not None
    assert (elected.total.value, elected.actions, elected.roles) == (37, [Action.ELECTION], [Role.MEMBER])
    assert _totals("Ban Chấp hành hội có 37 người. Hội họp mỗi quý một lần.") == []


def test_the_front_chooses_its_members() -> None:
    """ "hiệp thương cử" elects; delegates to a congress above and a seat left vacant count nobody."""
    (summary,) = _read("Đại hội đã hiệp thương cử 58 vị làm Ủy viên Ủy ban Mặt trận huyện khóa mới.")
    assert (summary.actions, summary.roles) == ([Action.ELECTION], [Role.MEMBER])
    assert _totals(
        "Đại hội đã bầu Ban Chấp hành gồm 29 đồng chí; bầu đoàn dự đại hội cấp trên gồm 9 đại biểu chính thức, 2 đại"
        " biểu dự khuyết."
    ) == [29]
    assert _totals("Đại hội lần này bầu khuyết một nhân sự trong cơ cấu ủy viên.") == []


def test_commands_of_communes() -> None:
    """People made chiefs of commune commands are sent to the commune, however far the verb stands behind them."""
    (summary,) = _read(
        "Có 52 sĩ quan thuộc Bộ Chỉ huy Quân sự tỉnh Phú Yên và các đơn vị trực thuộc được Bộ Tư lệnh Quân khu 5 điều"
        " động, bổ nhiệm giữ chức vụ Chỉ huy trưởng Ban Chỉ huy Quân sự xã, phường."
    )
    assert (summary.total and summary.total.value, summary.roles) == (52, [Role.HEAD])
    assert summary.flow is not None
    assert summary.flow.to_level is Level.COMMUNE


def test_a_headline_and_its_body() -> None:
    """A number said again behind "trong đó có" is the headline's; who speaks gives no post to those counted."""
    (summary,) = _read(
        "71 công chức ở Hòa Bình được bổ nhiệm trái quy định\nThanh tra nêu nhiều thiếu sót, trong đó có tới 71 công"
        " chức được bổ nhiệm khi chưa đủ bằng cấp."
    )
    assert summary.breakdowns == []
    (sent,) = _read(
        "Tỉnh điều động 43 công chức về cấp xã\nPhó Vụ trưởng Lê Minh Tâm cho biết địa phương này đã điều động 43 công"
        " chức ở các sở, ngành của tỉnh về hỗ trợ cấp xã."
    )
    assert (sent.flow, sent.roles) == (Flow(from_level=Level.PROVINCE, to_level=Level.COMMUNE), [])


def test_a_heading_that_names_the_move_shortly() -> None:
    """The move, and how exact its count is, are what the text behind the heading says."""
    (summary,) = _read(
        "Tăng cường 700 công an xuống xã\nĐến nay tỉnh đã điều động trên 700 công an chính quy xuống các xã."
    )
    assert summary.total is not None
    assert (summary.total.qualifier, summary.actions) == (Qualifier.OVER, [Action.TRANSFER])


def test_seats_given_to_holders_of_posts() -> None:
    """ "bầu ủy viên UBND đối với 4 giám đốc sở" gives seats; "bầu 3 chức danh ủy viên" counts those elected."""
    (seats,) = _read("HĐND tỉnh Yên Bái đã bầu bổ sung Ủy viên UBND tỉnh đối với 4 Giám đốc Sở mới nhận nhiệm vụ.")
    assert (seats.actions, seats.roles) == ([Action.ELECTION], [Role.MEMBER])
    (named,) = _read("HĐND tỉnh Yên Bái bầu bổ sung 3 chức danh Ủy viên UBND tỉnh.")
    assert named.roles == [Role.MEMBER]


def test_doctors_sent_in_turn() -> None:
    """ "cử 11 bác sĩ ... luân phiên" sends them, however much is said of them first; a sở sends its province's own."""
    (sent,) = _read(
        "Sở Y tế sẽ cử 11 bác sĩ, kỹ thuật viên có tay nghề vững và nhiều năm làm nghề luân phiên về các trạm y tế."
    )
    assert sent.total is not None
    assert sent.total.value == 11
    (city,) = _read("Sở Y tế điều động 9 bác sĩ từ các bệnh viện của TP về công tác tại các xã.")
    assert city.flow == Flow(from_level=Level.PROVINCE, to_level=Level.COMMUNE)


def test_police_posts_in_so_many_communes() -> None:
    """ "chức danh công an tại 14 xã" is in the communes; a sentence that completes the parts adds the last of them."""
    (summary,) = _read(
        "Có 40 công an chính quy của huyện Phù Cát được điều động làm nhiệm vụ công an tại 14 xã. Trong"
        " đó, 14 cán bộ do Công an tỉnh điều động làm Trưởng Công an xã, 16 cán bộ làm Phó"
        " Trưởng Công an xã. Trưởng Công an huyện điều động 10 cán bộ làm Công an viên."
    )
    assert summary.flow is not None
    assert summary.flow.to_level is Level.COMMUNE
    assert [(p.count.value, p.roles) for p in summary.breakdowns[0].parts] == [
        (14, [Role.HEAD]),
        (16, [Role.DEPUTY_HEAD]),
        (10, [Role.OTHER]),
    ]


def test_numbers_in_the_name_of_a_project() -> None:
    """The number in a project's name counts nobody again."""
    (summary,) = _read(
        "Gần 80 trí thức trẻ đã được tăng cường về làm Phó Chủ tịch UBND xã (Dự án 80 Phó Chủ tịch xã), nhiều người đã"
        " ở lại."
    )
    assert summary.breakdowns == []


def test_sent_to_help_those_below() -> None:
    """ "về giúp 9 xã" leads to the communes; nurses ("điều dưỡng") sent down are in no course."""
    (sent,) = _read("Huyện ủy Ba Tơ tăng cường 11 cán bộ huyện về giúp 9 xã vùng cao.")
    assert sent.flow is not None
    assert sent.flow.to_level is Level.COMMUNE
    (nurses,) = _read("Bệnh viện tỉnh cử 18 lượt bác sĩ, điều dưỡng về hỗ trợ 6 trung tâm y tế huyện.")
    assert nurses.actions == [Action.REINFORCEMENT]


def test_who_cancels() -> None:
    """What a body does ends its name."""
    (summary,) = _read("Ban Thường vụ Huyện ủy thống nhất hủy quyết định điều động đối với 3 hiệu trưởng.")
    assert (summary.status, summary.decided_by) == (MoveStatus.CANCELLED, "Ban Thường vụ Huyện ủy")
