"""The forms in which papers and regulations write rules, each in a sentence of our own, and sentences that set none."""

import pytest

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.provisions import find_provisions

_RULES = [
    ("Thời gian luân chuyển không dưới 36 tháng.", "min_duration 36 month"),
    ("Cán bộ phải luân chuyển từ đủ 2 năm trở lên mới được xem xét điều động về.", "min_duration 2 year"),
    ("Người được biệt phái ở nơi đến ít nhất 24 tháng.", "min_duration 24 month"),
    ("Cán bộ luân chuyển phải giữ chức vụ ở cơ sở tối thiểu 30 tháng.", "min_duration 30 month"),
    ("Mỗi đợt luân chuyển kéo dài ít nhất hai năm.", "min_duration 2 year"),
    ("Thời gian công tác tại nơi luân chuyển đến không ít hơn 3 năm.", "min_duration 3 year"),
    ("Cán bộ được luân chuyển phải công tác trọn một nhiệm kỳ.", "min_duration 1 term"),
    ("Thời gian luân chuyển ít nhất một nhiệm kỳ đại hội.", "min_duration 1 term"),
    ("Mỗi chức danh, cán bộ luân chuyển phải đảm nhiệm từ 3 năm trở lên.", "min_duration 3 year"),
    ("Thời hạn luân chuyển tối thiểu là 36 tháng, tối đa là 60 tháng.", "min_duration 36 month; max_duration 60 month"),
    ("Thời gian luân chuyển ít nhất 3 năm và không quá 5 năm.", "min_duration 3 year; max_duration 5 year"),
    ("Kế toán trưởng không làm việc ở một đơn vị quá 5 năm.", "max_duration 5 year"),
    ("Công chức địa chính không quá 4 năm tại một xã.", "max_duration 4 year"),
    ("Cán bộ thuế giữ một vị trí tối đa 3 năm.", "max_duration 3 year"),
    ("Mỗi cán bộ không ngồi một ghế quá 8 năm.", "max_duration 8 year"),
    ("Thời hạn biệt phái tối đa 12 tháng.", "max_duration 12 month"),
    ("Thời gian tăng cường không vượt quá 18 tháng.", "max_duration 18 month"),
    ("Người giữ chức chi cục trưởng quá 5 năm phải luân chuyển sang đơn vị khác.", "max_duration 5 year"),
    ("Hiệu trưởng đã công tác trên 10 năm ở một trường thì phải điều động đi nơi khác.", "max_duration 10 year"),
    ("Cán bộ làm công tác tổ chức 5 năm là phải đổi vị trí.", "max_duration 5 year"),
    ("Thủ quỹ cứ ba năm phải chuyển sang việc khác.", "max_duration 3 year"),
    ("Phải chuyển đổi vị trí khi cán bộ đã làm đủ 5 năm ở một chỗ.", "max_duration 5 year"),
    ("Công chức được hoán đổi vị trí sau tối đa 3 năm.", "max_duration 3 year"),
    (
        "Thời gian biệt phái không quá 03 năm, trường hợp đặc biệt do cấp có thẩm quyền quyết định.",
        "max_duration 3 year",
    ),
    ("Cán bộ luân chuyển không quá 50 tuổi đối với nam, 45 tuổi đối với nữ.", "max_age 50 year; max_age 45 year"),
    (
        "Nam không quá 50 tuổi, nữ không quá 45 tuổi mới được đưa vào diện luân chuyển.",
        "max_age 50 year; max_age 45 year",
    ),
    ("Độ tuổi luân chuyển lần đầu không quá 47 với nam và 42 với nữ.", "max_age 47 year; max_age 42 year"),
    ("Người được bổ nhiệm lần đầu phải dưới 45 tuổi.", "max_age 45 year"),
    ("Cán bộ được chọn phải dưới 45 tuổi (nam) và dưới 40 tuổi (nữ).", "max_age 45 year; max_age 40 year"),
    ("Yêu cầu tuổi đời của người được điều động không quá 40.", "max_age 40 year"),
    (
        "Tuổi bổ nhiệm lần đầu từ 50 trở xuống đối với nam, từ 45 trở xuống đối với nữ.",
        "max_age 50 year; max_age 45 year",
    ),
    ("Cán bộ được luân chuyển phải từ 30 tuổi trở lên.", "min_age 30 year"),
    ("Đối tượng luân chuyển: nam dưới 45 tuổi, nữ dưới 42 tuổi.", "max_age 45 year; max_age 42 year"),
    (
        "Tuổi của người luân chuyển tối đa là 48 tuổi đối với nam và 43 tuổi đối với nữ.",
        "max_age 48 year; max_age 43 year",
    ),
    ("Theo quy định, người được luân chuyển lần đầu không quá 45 tuổi.", "max_age 45 year"),
    ("Cán bộ luân chuyển phải còn đủ tuổi công tác ít nhất hai nhiệm kỳ.", "other 2 term"),
    ("Cán bộ được luân chuyển còn đủ hai nhiệm kỳ công tác.", "other 2 term"),
    ("Người được chọn phải còn ít nhất 8 năm công tác.", "other 8 year"),
    ("Cán bộ luân chuyển còn thời gian công tác tối thiểu 10 năm (120 tháng).", "other 120 month"),
    ("Cán bộ được bổ nhiệm phải đủ tuổi công tác trọn một nhiệm kỳ.", "other 1 term"),
    ("Người được bổ nhiệm hiệu trưởng phải có ít nhất 5 năm giảng dạy.", "other 5 year"),
    ("Viên chức được cử biệt phái phải có thời gian công tác từ đủ 3 năm trở lên.", "other 3 year"),
    ("Cán bộ còn dưới 24 tháng công tác thì không phải luân chuyển.", "other 24 month"),
    ("Chưa điều động người có thời gian công tác còn lại dưới 2 năm.", "other 2 year"),
    ("Không luân chuyển cán bộ còn dưới 5 năm công tác.", "other 5 year"),
    ("Người còn công tác không quá 12 tháng thì không bổ nhiệm lại.", "other 12 month"),
    ("Bí thư huyện ủy không giữ chức quá hai nhiệm kỳ liên tục ở một địa phương.", "max_consecutive_terms 2 term"),
    ("Chủ tịch UBND huyện không được ngồi quá 2 nhiệm kỳ liên tiếp tại một nơi.", "max_consecutive_terms 2 term"),
    ("Giám đốc sở giữ chức vụ không quá hai nhiệm kỳ.", "max_consecutive_terms 2 term"),
    ("Người đứng đầu giữ chức tối đa hai nhiệm kỳ liên tiếp.", "max_consecutive_terms 2 term"),
    ("Cấp trưởng phải chuyển công tác khi đủ hai nhiệm kỳ.", "max_consecutive_terms 2 term"),
    ("Đã giữ chức bí thư đủ hai nhiệm kỳ liên tiếp thì phải chuyển công tác khác.", "max_consecutive_terms 2 term"),
    ("Bí thư cấp ủy làm quá 2 nhiệm kỳ liên tiếp phải luân chuyển.", "max_consecutive_terms 2 term"),
    ("Sau hai nhiệm kỳ liên tiếp, bí thư phải được điều động đi nơi khác.", "max_consecutive_terms 2 term"),
    ("Mỗi sở không quá ba phó giám đốc.", "quota 3 person"),
    ("Số lượng cấp phó của phòng không quá 02 người.", "quota 2 person"),
    ("Mỗi huyện được bố trí tối đa 3 phó chủ tịch UBND.", "quota 3 person"),
    ("Mỗi đơn vị có không quá 03 cấp phó.", "quota 3 person"),
    ("Mỗi huyện phải luân chuyển ít nhất 2 cán bộ về xã.", "quota 2 person"),
    ("Hằng năm, mỗi sở cử tối thiểu một cán bộ đi luân chuyển.", "quota 1 person"),
    ("Cán bộ nữ chiếm tối thiểu 25% trong số cán bộ được luân chuyển.", "quota 25 percent"),
    ("Tỷ lệ cán bộ trẻ được luân chuyển không dưới 15%.", "quota 15 percent"),
    ("Cán bộ nữ trong diện luân chuyển đạt từ 20% trở lên.", "quota 20 percent"),
    ("Số viên chức biệt phái không quá 30% biên chế của phòng.", "quota 30 percent"),
    ("Phấn đấu đến năm 2025 có 70% bí thư cấp ủy cấp huyện không là người địa phương.", "quota 70 percent"),
    ("Kế hoạch xác định đến năm 2030 có trên 60% chủ tịch UBND xã không phải người địa phương.", "quota 60 percent"),
    ("Mục tiêu của tỉnh là ít nhất 50% bí thư đảng ủy cấp xã không phải là người địa phương.", "quota 50 percent"),
    ("Nghị quyết yêu cầu 100% trưởng công an huyện không là người địa phương.", "quota 100 percent"),
    ("Mỗi năm luân chuyển tối thiểu 10% số cán bộ trong quy hoạch.", "quota 10 percent"),
    (
        "Mỗi huyện tăng thêm không quá 2 cán bộ luân chuyển, gồm một phó bí thư và một phó chủ tịch UBND.",
        "quota 2 person",
    ),
    ("Phạm vi luân chuyển từ tỉnh về huyện, từ huyện về xã và ngược lại.", "scope; scope; scope"),
    ("Việc luân chuyển được thực hiện từ tỉnh về huyện; từ huyện này sang huyện khác.", "scope; scope"),
    ("Luân chuyển cán bộ theo hướng từ trung ương về địa phương.", "scope"),
    ("Hướng luân chuyển là từ huyện xuống xã và ngược lại.", "scope; scope"),
    ("Kế hoạch nêu rõ việc luân chuyển thực hiện giữa các cơ quan, đơn vị cùng cấp.", "scope"),
    ("Hình thức luân chuyển gồm: từ tỉnh về xã; từ xã này sang xã khác.", "scope; scope"),
    ("Cán bộ trẻ khi luân chuyển được bố trí làm cấp phó.", "placement"),
    ("Người đã là cấp trưởng thì bố trí làm cấp trưởng.", "placement"),
    ("Cán bộ phòng của sở khi luân chuyển chỉ bố trí giữ chức phó chủ tịch UBND xã.", "placement"),
    ("Phó giám đốc sở được luân chuyển về huyện thì giữ chức bí thư huyện ủy.", "placement"),
    ("Không luân chuyển cán bộ đang bị thi hành kỷ luật.", "other"),
    ("Không điều động, luân chuyển người đang bị kỷ luật, uy tín giảm sút.", "other"),
    ("Thời hạn bổ nhiệm là 5 năm.", "other 5 year"),
    ("Thời hạn giữ chức vụ cho mỗi lần bổ nhiệm là 05 năm.", "other 5 year"),
    ("Thời gian luân chuyển 3 năm (36 tháng) đối với một chức danh.", "other 36 month"),
    ("Thời hạn biệt phái là 36 tháng.", "other 36 month"),
    ("Thời gian luân chuyển từ 3 đến 5 năm.", "other 3 year; other 5 year"),
    ("Thời hạn định kỳ chuyển đổi vị trí từ đủ 2 năm đến 5 năm.", "other 2 year; other 5 year"),
    ("Cán bộ luân chuyển giữ chức từ 36 đến 60 tháng.", "other 36 month; other 60 month"),
    (
        "Cán bộ bị kỷ luật cảnh cáo thì trong vòng 2 năm kể từ ngày có quyết định không được bổ nhiệm chức vụ cao hơn.",
        "other 2 year",
    ),
    (
        "Người bị khiển trách không được bổ nhiệm trong thời hạn 12 tháng kể từ ngày có quyết định kỷ luật.",
        "other 12 month",
    ),
    ("Người bị cách chức sau 24 tháng mới được xem xét bổ nhiệm lại.", "other 24 month"),
]
_NO_RULES = [
    "Ông giữ chức giám đốc sở hơn 5 năm.",
    "Bà có ít nhất 10 năm kinh nghiệm trong ngành giáo dục.",
    "Tỉnh đã luân chuyển ít nhất 20 cán bộ.",
    "Trong 3 năm, huyện đã điều động 45 cán bộ.",
    "Ông Hòa được bổ nhiệm làm giám đốc sở, thời hạn 5 năm.",
    "Trong số 120 cán bộ, có 30 người dưới 40 tuổi.",
    "Số phiếu tán thành không dưới 90%.",
    "Đội bóng không được luân chuyển quá 3 cầu thủ.",
    "Tỷ lệ bí thư không phải người địa phương đạt 70%.",
    "Anh Hùng đã luân chuyển về xã được đủ 3 năm.",
    "Sau khi luân chuyển từ huyện về xã, ông làm bí thư.",
    "Tỉnh đã luân chuyển từ tỉnh về huyện và ngược lại 45 cán bộ.",
    "Cử tri phản ánh nhiều cán bộ ngồi một chỗ quá 10 năm.",
    "Công ty phải bảo hành ít nhất 12 tháng cho cán bộ mua xe.",
    "Bị cáo lĩnh án không quá 3 năm tù vì bổ nhiệm trái quy định.",
    "Phường phấn đấu kết nạp ít nhất 20 đảng viên.",
    "Dự án phải hoàn thành trong vòng 24 tháng, chủ tịch huyện nói.",
    "Mỗi cán bộ phải giúp ít nhất 2 hộ nghèo.",
    "Giá vé không quá 3 triệu đồng.",
    "Ông Nam không quá 40 tuổi khi được bổ nhiệm.",
]


def _read(text: str) -> list[str]:
    found = find_provisions(read_doc(fold(text)))
    return [
        p.kind.value + (f" {p.value:g} {p.unit.value}" if p.value is not None and p.unit is not None else "")
        for p in found
    ]


@pytest.mark.parametrize(("text", "rules"), _RULES)
def test_each_form_gives_its_rules(text: str, rules: str) -> None:
    """Kind, value and unit come out of the words, whichever of the usual forms the rule is written in."""
    assert sorted(_read(text)) == sorted(rule.strip() for rule in rules.split(";"))


@pytest.mark.parametrize("text", _NO_RULES)
def test_facts_and_other_matters_set_no_rule(text: str) -> None:
    """A career told, a count, a vote, a sentence of another field: a number with a limit alone is no provision."""
    assert _read(text) == []
