"""What is no fact: office-holders of other countries, clubs, firms; failed elections, sizes of committees, requests."""

import pytest

from schemas import Action, CheckStatus
from service.folding import fold
from service.pipeline import extract
from service.prepare import Submission
from service.readers import get_reader
from service.reading import Reader
from service.rules.doc import read_doc
from service.rules.events import read_events
from service.rules.explain import explain
from service.rules.summaries import find_summaries


@pytest.mark.parametrize(
    "text",
    [
        "Quốc hội Lào bầu ông Khăm Văn Sơn làm Chủ tịch nước.",
        "Ủy ban Thường vụ Quốc hội Trung Quốc bổ nhiệm ông Lý Đại Quân làm Bộ trưởng Quốc phòng.",
        "Ông Kim Văn Triết được Tổng thống Hàn Quốc bổ nhiệm làm Thủ tướng.",
        "Bà Lâm Thu Nga được bầu làm Trưởng đặc khu Hong Kong.",
        "Trung Quốc bổ nhiệm Thứ trưởng mới\nÔng Vương Hải được bổ nhiệm làm Thứ trưởng Bộ Thương mại.",
    ],
)
def test_moves_in_other_countries_are_no_events(text: str) -> None:
    """Who takes a post in another country is no official of the political system."""
    assert read_events(read_doc(fold(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch nước bổ nhiệm ông Lê Hữu Bằng làm Đại sứ Việt Nam tại Hàn Quốc.",
        "Bộ trưởng bổ nhiệm ông Lê Hữu Bằng làm Phó Vụ trưởng Vụ Trung Quốc, Bộ Công Thương.",
        "Thủ tướng Lào gửi điện mừng tới ông Lê Hữu Bằng vừa được bầu làm Chủ tịch nước.",
        "Ông Lê Hữu Bằng được bầu làm Chủ tịch Hội hữu nghị Việt Nam - Nhật Bản tỉnh Hà Nam.",
        "Tỉnh ủy Hà Nam điều động ông Lê Hữu Bằng làm Bí thư Huyện ủy Thanh Liêm, trước khi Tổng thống Nga đến.",
    ],
)
def test_moves_at_home_with_a_foreign_name_beside_them_stay(text: str) -> None:
    """An envoy, a department, a society or a greeting names another country, and the move is one at home."""
    assert [event.person.name for event in read_events(read_doc(fold(text)))] == ["Lê Hữu Bằng"]


def test_ministers_of_other_countries_are_not_counted() -> None:
    """How many ministers a foreign president appoints is no total, and the number is told as foreign."""
    doc = read_doc(fold("Tổng thống Hàn Quốc ngày 10/5 đã ký bổ nhiệm 7 bộ trưởng."))
    assert find_summaries(doc) == []
    assert "foreign" in explain(doc).values()


@pytest.mark.parametrize(
    "text",
    [
        "CLB Hải Triều thay HLV. Ông Lê Hữu Bằng được bổ nhiệm làm Trưởng đoàn CLB TP.HCM.",
        "Công ty cổ phần Thép Việt Thắng bổ nhiệm ông Lê Hữu Bằng làm Phó Tổng giám đốc.",
        "Ngân hàng TMCP Sông Đà bổ nhiệm ông Lê Hữu Bằng giữ chức Tổng giám đốc. Bộ Tài chính đang kiểm tra tỉnh.",
        "Tại Sondabank, ông Lê Hữu Bằng được bầu làm Thành viên HĐQT. Ngân hàng Nhà nước chưa có ý kiến.",
        "Đức Thánh Cha bổ nhiệm Cha Giuse Lê Hữu Bằng, Giám đốc Văn phòng, làm Tổng thư ký Hội đồng.",
        "Kỳ họp của Đại hội đại biểu nhân dân toàn quốc bế mạc. Ông Lê Hữu Bằng được bầu làm Chủ nhiệm Văn phòng.",
        "Trung Quốc bổ nhiệm Thứ trưởng\nTin được gửi về Việt Nam. Ông Vương Hải được bầu làm Bộ trưởng.",
        "Tổng thống Kim chọn nội các\nÔng Kim Văn Triết được bổ nhiệm làm Bộ trưởng Tư pháp.",
    ],
)
def test_clubs_and_firms_have_no_officials(text: str) -> None:
    """A club named after a city and a firm that no body of state is named with appoint no official."""
    assert read_events(read_doc(fold(text))) == []


def test_a_firm_of_the_state_has_officials() -> None:
    """A firm named with a body of the state appoints officials."""
    text = "Bộ Công Thương bổ nhiệm ông Lê Hữu Bằng làm Phó Tổng giám đốc Tổng công ty Giấy."
    assert len(read_events(read_doc(fold(text)))) == 1
    text = "Hội đồng quản trị Vietcombank bổ nhiệm ông Lê Hữu Bằng làm Phó Tổng giám đốc theo ý kiến của tỉnh."
    assert len(read_events(read_doc(fold(text)))) == 1


def test_a_regime_named_after_a_man_is_nobody() -> None:
    """The name in "chế độ ..." is no person that "ông" could mean behind it."""
    text = (
        "Ông Trần Hữu Vinh hoạt động chống chế độ Ngô Đình Cẩn. Năm 1978, ông được bầu làm Bí thư Huyện ủy Giồng Trôm."
    )
    assert [event.person.name for event in read_events(read_doc(fold(text)))] == ["Trần Hữu Vinh"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Hữu Bằng, Bí thư Đảng ủy xã Tân Hòa, viết đơn xin nghỉ hưu trước tuổi.",
        "Ông Lê Hữu Bằng, Bí thư Đảng ủy xã Tân Hòa, còn 6 năm nữa mới đến tuổi nghỉ hưu, được phân công xây nhà.",
        "Ông Lê Hữu Bằng, Trưởng phòng Nội vụ, nộp đơn xin nghỉ để chuyển sang làm Giám đốc Bảo tàng tỉnh.",
        "Ông Lê Hữu Bằng vẫn là đảng ủy viên, chỉ xin thôi chức danh Chủ tịch UBND xã Tân Hòa vì đau yếu.",
        "Ông Lê Hữu Bằng và bà Vũ Thị Mơ đều bước sang nhiệm kỳ thứ hai làm Chủ tịch UBND xã.",
        "Năm học ấy, cô Vũ Thị Mơ được phân công chủ nhiệm và giảng dạy lớp 5B.",
        "Ông Lê Hữu Bằng được bầu làm chủ nhiệm câu lạc bộ cờ tướng của huyện Nho Quan.",
    ],
)
def test_a_request_and_an_age_are_no_retirement(text: str) -> None:
    """Who asks to leave, or has years to go, has not left the post; nor do a further term and a class make one."""
    assert read_events(read_doc(fold(text))) == []


def test_a_request_that_is_granted_is_a_move() -> None:
    """What a body does about a request is told in the same sentence."""
    text = "HĐND huyện Nho Quan miễn nhiệm ông Lê Hữu Bằng, Phó Chủ tịch UBND huyện, theo đơn xin thôi giữ chức."
    assert [event.person.name for event in read_events(read_doc(fold(text)))] == ["Lê Hữu Bằng"]


def test_the_size_of_a_committee_is_no_part_of_those_elected() -> None:
    """A committee's size in the sentence behind is no part of the total, so the source contradicts nothing."""
    text = (
        "Đại hội đã bầu 33 đồng chí vào Ban Chấp hành Đảng bộ huyện. Theo kết quả phiên họp thứ nhất, "
        "Ban Thường vụ Huyện ủy Yên Lạc, nhiệm kỳ 2020 - 2025 gồm 11 đồng chí."
    )
    [summary] = find_summaries(read_doc(fold(text)))
    assert summary.total is not None
    assert (summary.total.value, summary.breakdowns) == (33, [])


def test_who_is_not_elected_is_not_counted() -> None:
    """Those who could stand again but failed are no total."""
    text = "Tỉnh bầu 300 cấp ủy viên. 12 trường hợp đủ điều kiện tái cử, nhưng bầu không trúng ban chấp hành."
    totals = [s.total.value for s in find_summaries(read_doc(fold(text))) if s.total is not None]
    assert totals == [300]


def test_other_moves_that_add_up_by_chance_are_no_parts() -> None:
    """Totals of other actions are no parts of the first one, even where their numbers make it up."""
    text = "Trong năm, huyện điều động 9 cán bộ, bổ nhiệm 6 trưởng phòng, bổ nhiệm lại 3 người."
    assert all(not s.breakdowns for s in find_summaries(read_doc(fold(text))))


def test_a_share_behind_a_comma_belongs_to_the_count_before_it() -> None:
    """Each share goes with its own count, and the labels are the words before the counts."""
    text = (
        "Xã có số người trúng cử là 20 người. Trong đó, người là nữ có 05 người, đạt 25%, người dân tộc thiểu số 19 "
        "người, đạt 95%, người ngoài Đảng: 03 người, đạt 15%."
    )
    reader = get_reader("rules")
    assert isinstance(reader, Reader)
    found = extract(Submission(text=text), reader)
    parts = [(p.label, p.count.value) for s in found.summaries for b in s.breakdowns for p in b.parts]
    assert [value for _, value in parts] == [5, 19, 3]
    assert not any("%" in label for label, _ in parts)
    assert all(check.status is CheckStatus.PASS for check in found.checks)


@pytest.mark.parametrize(
    "text",
    [
        "Để khống chế dịch bệnh, Bộ Y tế đã điều động khoảng 900 bác sĩ từ các bệnh viện trung ương.",
        "Tỉnh bổ nhiệm thêm một phó giám đốc Sở Y tế, đưa số người giữ chức vụ này lên bốn người.",
        "Đến hết quý II, tất cả 63/63 xã của tỉnh có từ 4 đồng chí công an chính quy.",
        "Xã còn bố trí 13 công an viên phụ trách 7 thôn.",
        "Đại hội đồng cổ đông thông qua việc miễn nhiệm 4 nhân sự. UBND tỉnh chưa có ý kiến.",
        "Dự đại hội có 30 đại biểu đương nhiệm và 200 đại biểu được bầu từ cơ sở.",
    ],
)
def test_errands_and_sizes_are_no_totals(text: str) -> None:
    """People called to an epidemic, how many a body or each commune has, helpers given a task: nobody is moved."""
    assert [s.total.value for s in find_summaries(read_doc(fold(text))) if s.total and s.total.value > 1] == []


def test_regulars_placed_in_communes_are_a_total() -> None:
    """Police by profession who are placed in communes take posts there; one part of them is no whole."""
    text = "Năm 2021, tỉnh bố trí công an chính quy ở 31/31 xã, tổng số 170 đồng chí (từ huyện 120 đồng chí)."
    [summary] = find_summaries(read_doc(fold(text)))
    assert summary.total is not None
    assert summary.total.value == 170
    assert [(b.exhaustive, [p.count.value for p in b.parts]) for b in summary.breakdowns] == [(False, [120])]


def test_a_note_in_a_bracket_counts_nobody() -> None:
    """The mark of a note glued to the last word is left aside, and nothing has to be looked at again."""
    text = "Trung ương luân chuyển 44 vụ trưởng về làm phó chủ tịch tỉnh(1)."
    doc = read_doc(fold(text))
    assert explain(doc)[text.index("1)")] == "label"


def test_the_number_of_a_decree_counts_nobody() -> None:
    """A decree's number without "số" is a label, also beside people moved."""
    text = "Tỉnh bố trí lại 190 công chức, 70 người nghỉ theo Nghị định 178."
    doc = read_doc(fold(text))
    assert explain(doc)[text.index("178")] == "label"


@pytest.mark.parametrize(
    "text",
    [
        "Huyện điều động 12 công an chính quy về xã. Theo đó, mỗi xã sẽ có trưởng công an và 2 phó trưởng công an xã.",
        "Ba năm qua, huyện luân chuyển 12 cán bộ. Riêng năm 2022, huyện luân chuyển thêm 8 cán bộ.",
    ],
)
def test_what_is_planned_or_added_is_no_part(text: str) -> None:
    """A plan's sizes and those moved besides are no parts of a total of what is done."""
    first = find_summaries(read_doc(fold(text)))[0]
    assert first.total is not None
    assert (first.total.value, first.breakdowns) == (12, [])


def test_finding_work_is_no_appointment() -> None:
    """People given something to do are appointed to nothing."""
    assert find_summaries(read_doc(fold("Sở có thông báo về việc bố trí việc làm cho hai cá nhân trên."))) == []


def test_who_leads_a_house_or_a_parish_is_no_official() -> None:
    """What neighbours or believers form among themselves is no part of the political system."""
    text = "Hội nghị nhà chung cư bầu ông Lê Hữu Bằng làm Trưởng ban quản trị chung cư."
    assert read_events(read_doc(fold(text))) == []


def test_a_later_rise_of_those_moved_is_a_total_of_its_own() -> None:
    """Those of a total who go back up to higher posts, after a time told between commas, contradict no direction."""
    text = (
        "Huyện luân chuyển 70 cán bộ từ huyện xuống xã. Đã có 25 người trong số này, sau hai năm ở cơ sở, được điều về "
        "huyện giữ chức vụ cao hơn."
    )
    first, second = find_summaries(read_doc(fold(text)))
    assert first.breakdowns == []
    assert second.actions == [Action.TRANSFER, Action.PROMOTION]
