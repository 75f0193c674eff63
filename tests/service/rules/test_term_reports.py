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
