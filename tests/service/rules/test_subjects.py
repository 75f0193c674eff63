"""Who moves the people that a total counts."""

import pytest

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.summaries import find_summaries


def _deciders(text: str) -> list[str | None]:
    """Who decides each total of a text."""
    return [summary.decided_by for summary in find_summaries(read_doc(fold(text), None))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ban Thường vụ Tỉnh ủy đã quyết định luân chuyển 8 cán bộ.", "Ban Thường vụ Tỉnh ủy"),
        (
            "Theo quy định của Sở Nội vụ, Phòng Giáo dục huyện Yên Mỹ điều động 8 giáo viên.",
            "Phòng Giáo dục huyện Yên Mỹ",
        ),
        (
            "Chủ tịch UBND huyện Ngọc Lặc (Thanh Hóa) vừa ký quyết định điều động 8 giáo viên.",
            "Chủ tịch UBND huyện Ngọc Lặc",
        ),
        ("Ban Tổ chức đã tham mưu Ban Thường vụ Tỉnh ủy điều động 8 đồng chí.", "Ban Thường vụ Tỉnh ủy"),
        (
            "Theo bà Lê Thu An, Phó Trưởng Ban Tổ chức Tỉnh ủy, trong ba năm qua Ban Thường vụ Tỉnh ủy đã "
            "luân chuyển 8 cán bộ.",
            "Ban Thường vụ Tỉnh ủy",
        ),
        ("Theo báo cáo, nhiệm kỳ này lãnh đạo sở đã bổ nhiệm 8 người.", "lãnh đạo sở"),
        (
            "Theo chỉ đạo của Tỉnh ủy, từ năm 2018 Bộ Chỉ huy Quân sự tỉnh đã điều động 8 sĩ quan.",
            "Bộ Chỉ huy Quân sự tỉnh",
        ),
        ("Tại Văn phòng Tỉnh ủy, Ban Tổ chức Tỉnh ủy đã trao quyết định bổ nhiệm 8 cán bộ.", "Ban Tổ chức Tỉnh ủy"),
        ("Ông Lê Thu công bố quyết định của Ban Thường vụ Thành ủy điều động 8 cán bộ.", "Ban Thường vụ Thành ủy"),
        ("Năm qua, các huyện, thị, thành ủy đã điều động 8 cán bộ.", "các huyện, thị, thành ủy"),
        ("Sau rà soát, các sở, đơn vị đã luân chuyển 8 công chức.", "các sở, đơn vị"),
        ("Từ đầu năm đến nay có 8 cán bộ được luân chuyển.", None),
    ],
)
def test_who_decides(text: str, expected: str | None) -> None:
    """The body or officer right before the verb decides, as written, or the one whose decision is told of."""
    assert _deciders(text)[0] == expected


def test_the_body_of_a_list_decides_all_of_it() -> None:
    """Totals in a row have the body of the first one."""
    assert _deciders("HĐND tỉnh miễn nhiệm 4 ủy viên UBND tỉnh, bầu bổ sung 5 ủy viên.") == ["HĐND tỉnh", "HĐND tỉnh"]
