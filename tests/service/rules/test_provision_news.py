"""Rules as news tells them: in brackets, as ranges of members, "mấy năm một lần", until numbers are as ruled."""

import pytest

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.provisions import find_provisions

_TIMES = [
    ("Hết thời hạn luân chuyển (4 năm với nam, 2 năm với nữ), thầy cô được về gần nhà.", "other 4 year; other 2 year"),
    ("Hết thời gian biệt phái (18 tháng), công chức được nhận lại vị trí cũ.", "other 18 month"),
    ("Sau khi luân chuyển (ít nhất 30 tháng), cán bộ được xét vào chức vụ khác.", "min_duration 30 month"),
    ("Thời gian luân phiên từ 15 đến 20 tháng.", "other 15 month; other 20 month"),
    ("Nhiệm kỳ đầu của các công chứng viên là 4 năm.", "other 4 year"),
    ("Cứ 4 năm một lần, kiểm lâm viên phải chuyển đổi vị trí công tác.", "max_duration 4 year"),
    ("Thủ kho phải định kỳ chuyển đổi vị trí công tác 3 năm/lần.", "max_duration 3 year"),
    ("Khi hợp nhất, cấp phó có thể nhiều hơn, song sau 4 năm số lượng phải theo đúng quy định.", "other 4 year"),
    ("Chậm nhất là 4 năm kể từ ngày hợp nhất, số lượng cấp phó phải đúng quy định.", "other 4 year"),
    ("Trong thời hạn 3 năm, số lượng phó trưởng ban giảm dần để đúng quy định.", "other 3 year"),
    ("Không luân chuyển giáo viên trên 52 tuổi.", "max_age 52 year"),
    ("Viên chức nam trên 54 tuổi, nữ trên 49 tuổi không thuộc diện luân phiên.", "max_age 54 year; max_age 49 year"),
    ("Tuổi của người đi luân chuyển không được quá 43 tuổi.", "max_age 43 year"),
    ("Nhân sự còn từ 14 tháng công tác trở lên thì có thể ứng cử.", "other 14 month"),
    ("Ai giữ chức hai nhiệm kỳ rồi thì phải luân chuyển đi nơi khác.", "max_consecutive_terms 2 term"),
    ("Công chức được tăng cường về xã với thời hạn 2 năm.", "other 2 year"),
    ("Giáo viên đi luân chuyển: nữ 2 năm, nam 4 năm.", "other 2 year; other 4 year"),
    ("Đảng viên bị cách chức thì trong thời hạn 2 năm không được bổ nhiệm chức vụ cao hơn.", "other 2 year"),
    ("Cán bộ kiểm lâm ở một hạt không quá 30 tháng.", "max_duration 30 month"),
    (
        "Bí thư, chủ tịch UBND không được giữ chức quá hai khóa liên tiếp ở một nơi.",
        "max_consecutive_terms 2 term secretary peoples_committee_chair",
    ),
    (
        "Tuổi luân chuyển lần đầu với cấp xã không quá 38, cấp huyện không quá 44.",
        "max_age 38 year; max_age 44 year",
    ),
    ("Tuổi ứng cử lần đầu: nam không quá 56 tuổi, nữ không quá 51 tuổi.", "max_age 56 year; max_age 51 year"),
    (
        "Trong thời hạn 3 tháng kể từ ngày hết hạn luân chuyển, cấp ủy phải bố trí công tác cho cán bộ.",
        "other 3 month",
    ),
    ("Mỗi nhiệm kỳ hiệu trưởng là 4 năm.", "other 4 year head"),
    (
        "Thời gian chưa được quy hoạch là 10 tháng với khiển trách, 20 tháng với cảnh cáo.",
        "other 10 month; other 20 month",
    ),
    ("Công chức được luân chuyển về xã trong thời gian 2 năm, sau đó trở lại.", "other 2 year"),
    ("Viện trưởng được bổ nhiệm với nhiệm kỳ 4 năm.", "other 4 year"),
    ("Ghế giám đốc để khuyết quá 4 tháng thì phải điều động người khác.", "other 4 month"),
    ("Viên chức được biệt phái có thời hạn 9 tháng, sau đó trở về.", "other 9 month"),
]  # fmt: skip
_QUOTAS = [
    ("Ban Thường vụ Đảng ủy xã sẽ từ 7 - 9 người.", "quota 7 person member; quota 9 person member"),
    ("Đối với Ban Chấp hành sẽ từ 21 đến 25 đồng chí.", "quota 21 person member; quota 25 person member"),
    (
        "Mỗi quận được tăng thêm 2 ủy viên ban thường vụ, trong đó có 1 phó bí thư, để nhận cán bộ luân chuyển.",
        "quota 2 person member; quota 1 person deputy_secretary",
    ),
    ("Số lượng phó bí thư được tăng thêm 1 người để luân chuyển.", "quota 1 person deputy_secretary"),
    ("Chi cục có dưới 5 phòng được bố trí 1 phó chi cục trưởng.", "quota 1 person deputy_head"),
    ("Cấp ủy phải có cán bộ trẻ dưới 38 tuổi từ 12% trở lên.", "quota 12 percent"),
    (
        "Mỗi quận được bố trí thêm 1 phó bí thư, 1 phó chủ tịch UBND để luân chuyển cán bộ.",
        "quota 1 person deputy_secretary; quota 1 person peoples_committee_vice_chair",
    ),
    ("Đề án đề ra 90% cán bộ quy hoạch chức danh chủ chốt phải qua luân chuyển.", "quota 90 percent"),
    (
        "Đến năm 2027, ít nhất 60% chủ tịch UBND cấp xã phải kinh qua thực tiễn ở tỉnh.",
        "quota 60 percent peoples_committee_chair",
    ),
    (
        "Số lượng cán bộ, công chức cấp xã: loại I là 18 người; loại II là 16 người.",
        "quota 18 person; quota 16 person",
    ),
    ("Mỗi phường bố trí không quá 27 biên chế công chức.", "quota 27 person"),
    ("Phòng có từ 12 biên chế trở lên được bố trí 2 phó trưởng phòng.", "quota 2 person deputy_head"),
    ("Mỗi đảng bộ phường có 2 phó bí thư theo quy định.", "quota 2 person deputy_secretary"),
    ("Đề án đặt chỉ tiêu luân chuyển mỗi năm 22% số cán bộ cấp phòng.", "quota 22 percent"),
    ("Xã có dưới 6.000 dân được bố trí 1 phó trưởng công an.", "quota 1 person deputy_head"),
    (
        "Số lượng phó chủ tịch UBND huyện loại I là 3 người, huyện loại II là 2 người.",
        "quota 3 person peoples_committee_vice_chair; quota 2 person peoples_committee_vice_chair",
    ),
    ("Phấn đấu mỗi năm luân chuyển 12 - 15% cán bộ cấp phòng.", "quota 12 percent; quota 15 percent"),
]
_NONE = [
    "Hết thời gian luân chuyển (3 năm), ông Hòa trở lại sở.",
    "Sau thời gian công tác (6 năm) ở đảo, nhiều người xin về đất liền.",
    "Cứ 3 năm một lần, xã tổ chức lễ hội; chủ tịch xã làm trưởng ban.",
    "Chậm nhất 2 năm nữa, cầu sẽ xong và xã có đường theo đúng quy định.",
    "Sau 5 năm sáp nhập, số lượng cấp phó đã giảm theo đúng quy định.",
    "Số lượng phó giám đốc sở hiện là 4 người.",
    "Ban Chấp hành được bầu thêm 2 ủy viên.",
    "Ông Đạt được bầu với nhiệm kỳ 5 năm.",
    "Lớp mẫu giáo có nữ 2 tuổi, nam 3 tuổi.",
    "Thôn loại I là 23 người nghèo, thôn loại II là 21 người.",
    "Ông Cường được bổ nhiệm chức vụ trên trong thời hạn 5 năm.",
    "Lớp bồi dưỡng cho cán bộ quy hoạch không quá 2 tháng.",
    "Luân chuyển giữa các xã còn khó khăn.",
    "Tòa phạt ông Hà 12 tháng tù; đảng ủy xử lý 3 người với cảnh cáo.",
    "Sở đạt chỉ tiêu tuyển 90% học sinh vào lớp 10.",
    "Giáo viên trên 50 tuổi chiếm một nửa số người luân chuyển.",
    "Sở biệt phái 9 công chức về xã với thời hạn 6 tháng.",
    "Ông Lâm được biệt phái về huyện đảo với thời hạn 2 năm.",
    "Xã loại I nhưng số lượng hộ nghèo chỉ là 3 hộ.",
]


def _read(text: str) -> list[str]:
    return [
        " ".join(
            [p.kind.value]
            + ([f"{p.value:g} {p.unit.value}"] if p.value is not None and p.unit is not None else [])
            + [role.value for role in p.roles]
        )
        for p in find_provisions(read_doc(fold(text)))
    ]


@pytest.mark.parametrize(("text", "rules"), [*_TIMES, *_QUOTAS])
def test_each_form_gives_its_rules(text: str, rules: str) -> None:
    """Kind, value, unit and the posts of a quota come out of the words."""
    assert _read(text) == rules.split("; ")


@pytest.mark.parametrize("text", _NONE)
def test_the_same_words_told_of_people_set_no_rule(text: str) -> None:
    """The time of one person, what has become of numbers, a feast, an election."""
    assert _read(text) == []


def test_a_move_that_opens_a_sentence_opens_directions() -> None:
    """ "Luân chuyển cán bộ thực hiện từ ..." sets a scope; told of people counted it sets none."""
    found = find_provisions(read_doc(fold("Luân chuyển cán bộ thực hiện từ tỉnh về xã và ngược lại.")))
    assert [(p.kind.value, p.flow.from_level, p.flow.to_level) for p in found if p.flow is not None] == [
        ("scope", "province", "commune"),
        ("scope", "commune", "province"),
    ]
    assert _read("Luân chuyển cán bộ thực hiện từ tỉnh về xã 12 người.") == []
