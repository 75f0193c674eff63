"""The forms in which papers cite documents, each in a sentence of our own, and documents that are none of personnel."""

import pytest

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.documents import find_documents

_CITED = [
    (
        "Nghị định 77/2014/NĐ-CP về sửa đổi, bổ sung một số điều của Nghị định 91/2009/NĐ-CP về chuyển đổi vị trí.",
        ["Nghị định|77/2014/NĐ-CP|.|.", "Nghị định|91/2009/NĐ-CP|.|."],
    ),
    (
        "Theo Nghị định 91/2009/NĐ-CP, thời hạn chuyển đổi vị trí là 4 năm với người quản lý ngân sách.",
        ["Nghị định|91/2009/NĐ-CP|.|."],
    ),
    (
        "Hội nghị bàn việc xây dựng đất nước và công tác cán bộ (Tờ trình số 71-TTr/BTCTW, ngày 2-3-2011).",
        ["Tờ trình|71-TTr/BTCTW|2011-03-02|."],
    ),
    (
        "Kết luận số 41-KL/TW ngày 5/6/2013 về tổng kết Nghị quyết số 9-NQ/TW bàn cả việc luân chuyển cán bộ.",
        ["Kết luận|41-KL/TW|2013-06-05|.", "Nghị quyết|9-NQ/TW|.|."],
    ),
    (
        "Các Quyết định số 61-QĐ/HU và 62-QĐ/HU cùng ngày 4/3/2016 về điều động cán bộ đã có hiệu lực.",
        ["Quyết định|61-QĐ/HU|2016-03-04|.", "Quyết định|62-QĐ/HU|2016-03-04|."],
    ),
    (
        "Phó Bí thư Tỉnh ủy thay mặt Ban Thường vụ Tỉnh ủy ký Quyết định số 305-QĐ/TU điều động cán bộ.",
        ["Quyết định|305-QĐ/TU|.|Ban Thường vụ Tỉnh ủy"],
    ),
    (
        "Tại các Quyết định số 71/QĐ-TTg, 72/QĐ-TTg ngày 2/10/2019, Thủ tướng bổ nhiệm hai thứ trưởng.",
        ["Quyết định|71/QĐ-TTg|2019-10-02|Thủ tướng", "Quyết định|72/QĐ-TTg|2019-10-02|Thủ tướng"],
    ),
    (
        "Theo Quyết định số 417/QĐ-TTg, Thủ tướng Chính phủ quyết định điều động ông Lò Văn Tú về Bộ Nội vụ.",
        ["Quyết định|417/QĐ-TTg|.|Thủ tướng Chính phủ"],
    ),
    (
        "Sáng 4/3, Chủ tịch UBND huyện Mộc Châu ký và ban hành quyết định số 88/QĐ-UBND về điều động cán bộ.",
        ["quyết định|88/QĐ-UBND|.|Chủ tịch UBND huyện Mộc Châu"],
    ),
    (
        "UBND tỉnh vừa ra văn bản số 2210/UBND-NC về việc bố trí trưởng công an xã.",
        ["văn bản|2210/UBND-NC|.|UBND tỉnh"],
    ),
    (
        "Ngày 3/6/2016, Bộ Chính trị, Ban Bí thư ban hành Quy định 61-QĐ/TW năm 2016 về luân chuyển cán bộ.",
        ["Quy định|61-QĐ/TW|2016-06-03|Bộ Chính trị, Ban Bí thư"],
    ),
    (
        "Thực hiện các Nghị quyết 18, 19 của Trung ương về sắp xếp bộ máy, tỉnh đã giảm 12 đầu mối.",
        ["Nghị quyết|18|.|Trung ương", "Nghị quyết|19|.|Trung ương"],
    ),
    (
        "Căn cứ các Quy định số 214, 205-QĐ/TW của Bộ Chính trị về công tác cán bộ.",
        ["Quy định|214|.|Bộ Chính trị", "Quy định|205-QĐ/TW|.|Bộ Chính trị"],
    ),
    (
        "Theo Quyết định số 12/QĐ-UBND ngày 3 tháng 5 năm 2021 của UBND tỉnh về điều động công chức.",
        ["Quyết định|12/QĐ-UBND|2021-05-03|UBND tỉnh"],
    ),
    ("Quyết định điều động ông Nam mang số 145/QĐ-SNV ngày 2/3/2020.", ["Quyết định|145/QĐ-SNV|2020-03-02|."]),
    (
        "Ngày 12/6/2019, Bộ Chính trị ban hành Quy định số 205-QĐ/TW về kiểm soát quyền lực trong công tác cán bộ.",
        ["Quy định|205-QĐ/TW|2019-06-12|Bộ Chính trị"],
    ),
    ("Kế hoạch số 12 của Huyện ủy Ba Vì về luân chuyển cán bộ đã được thông qua.", ["Kế hoạch|12|.|Huyện ủy Ba Vì"]),
    ("Luật Cán bộ, công chức số 22/2008/QH12 quy định việc điều động công chức.", ["Luật|22/2008/QH12|.|."]),
    ("Theo Luật số 52/2019/QH14 về cán bộ, công chức và viên chức.", ["Luật|52/2019/QH14|.|."]),
    ("Việc biệt phái theo Nghị định số 138/2020/NĐ-CP của Chính phủ.", ["Nghị định|138/2020/NĐ-CP|.|Chính phủ"]),
    (
        "Hướng dẫn 36-HD/BTCTW ngày 20-1-2022 của Ban Tổ chức Trung ương về quy hoạch cán bộ.",
        ["Hướng dẫn|36-HD/BTCTW|2022-01-20|Ban Tổ chức Trung ương"],
    ),
    (
        "Bộ Chính trị (khóa XII) ban hành Quy định số 98-QĐ/TW, ngày 7-10-2017, về luân chuyển cán "
        "bộ. Quy định 98 nêu rõ nguyên tắc luân chuyển.",
        ["Quy định|98-QĐ/TW|2017-10-07|Bộ Chính trị"],
    ),
    (
        "Quy định số 98-QĐ/TW (ngày 7/10/2017) của Bộ Chính trị về luân chuyển cán bộ.",
        ["Quy định|98-QĐ/TW|2017-10-07|Bộ Chính trị"],
    ),
    (
        "Thông tư số 03/2021/TT-BNV, ngày 29/6/2021 của Bộ Nội vụ về nâng lương, tuyển dụng viên chức.",
        ["Thông tư|03/2021/TT-BNV|2021-06-29|Bộ Nội vụ"],
    ),
    (
        "Thông tư liên tịch số 10/2014/TTLT-BNV về bổ nhiệm công chức thanh tra.",
        ["Thông tư liên tịch|10/2014/TTLT-BNV|.|."],
    ),
    (
        "Công văn số 567/SNV-CCVC ngày 1/4/2022 của Sở Nội vụ về việc biệt phái viên chức.",
        ["Công văn|567/SNV-CCVC|2022-04-01|Sở Nội vụ"],
    ),
    ("Tỉnh ủy có Thông báo số 45-TB/TU về phân công Ủy viên Ban Thường vụ.", ["Thông báo|45-TB/TU|.|Tỉnh ủy"]),
    (
        "Ban Thường vụ Huyện ủy ban hành các quyết định số 11, 12, 13-QĐ/HU ngày 5/5/2020 điều động ba cán bộ.",
        [
            "quyết định|11|2020-05-05|Ban Thường vụ Huyện ủy",
            "quyết định|12|2020-05-05|Ban Thường vụ Huyện ủy",
            "quyết định|13-QĐ/HU|2020-05-05|Ban Thường vụ Huyện ủy",
        ],
    ),
    ("Đề án số 07-ĐA/HU về luân chuyển cán bộ giai đoạn 2021-2025.", ["Đề án|07-ĐA/HU|.|."]),
    (
        "Nghị quyết số 26-NQ/TW, Hội nghị Trung ương 7 khóa XII, về xây dựng đội ngũ cán bộ.",
        ["Nghị quyết|26-NQ/TW|.|."],
    ),
    (
        "Theo Kết luận 71-KL/TW năm 2020 của Bộ Chính trị về luân chuyển cán bộ.",
        ["Kết luận|71-KL/TW|2020|Bộ Chính trị"],
    ),
    (
        "Chỉ thị số 35-CT/TW ngày 30/5/2019 và Hướng dẫn số 26-HD/BTCTW ngày 18/10/2019 về nhân sự đại hội.",
        ["Chỉ thị|35-CT/TW|2019-05-30|.", "Hướng dẫn|26-HD/BTCTW|2019-10-18|."],
    ),
    ("Nghị quyết số 39-NQ/TW về tinh giản biên chế được thực hiện nghiêm.", ["Nghị quyết|39-NQ/TW|.|."]),
    (
        "UBND huyện ban hành Quyết định 1234/QĐ-UBND bổ nhiệm ông Trần Văn A làm trưởng phòng.",
        ["Quyết định|1234/QĐ-UBND|.|UBND huyện"],
    ),
    (
        "Quyết định số 1234 /QĐ-UBND ngày 01 tháng 02 năm 2018 bổ nhiệm hiệu trưởng.",
        ["Quyết định|1234 /QĐ-UBND|2018-02-01|."],
    ),
    (
        "Quyết định số: 88/QĐ-BNV của Bộ trưởng Bộ Nội vụ bổ nhiệm vụ trưởng.",
        ["Quyết định|88/QĐ-BNV|.|Bộ trưởng Bộ Nội vụ"],
    ),
    (
        "Theo Quyết định số 77-QĐNS/TW, Ban Bí thư điều động ông Lê Văn B giữ chức Phó Bí thư Tỉnh ủy.",
        ["Quyết định|77-QĐNS/TW|.|Ban Bí thư"],
    ),
    ("Pháp lệnh cán bộ, công chức số 11/2003/PL-UBTVQH11 sửa đổi năm 2003.", ["Pháp lệnh|11/2003/PL-UBTVQH11|.|."]),
    ("Ông được nghỉ hưu trước tuổi theo Nghị định 178/2024/NĐ-CP.", ["Nghị định|178/2024/NĐ-CP|.|."]),
    ("Tờ trình số 15-TTr/BTC của Ban Tổ chức Huyện ủy về nhân sự.", ["Tờ trình|15-TTr/BTC|.|Ban Tổ chức Huyện ủy"]),
    ("Chương trình hành động số 20-CTr/TU về công tác cán bộ.", ["Chương trình hành động|20-CTr/TU|.|."]),
    (
        "Quyết định số 45/2013/QĐ-UBND của UBND tỉnh về phân cấp quản lý cán bộ, công chức.",
        ["Quyết định|45/2013/QĐ-UBND|.|UBND tỉnh"],
    ),
    (
        "Tại Quyết định số 33/QĐ-TTg, Thủ tướng điều động ông A giữ chức Thứ trưởng.",
        ["Quyết định|33/QĐ-TTg|.|Thủ tướng"],
    ),
    (
        "Căn cứ Luật Viên chức số 58/2010/QH12 ngày 15/11/2010 và Nghị định số 115/2020/NĐ-CP ngày "
        "25/9/2020, sở biệt phái 5 viên chức.",
        ["Luật|58/2010/QH12|2010-11-15|.", "Nghị định|115/2020/NĐ-CP|2020-09-25|."],
    ),
    ("Nghị quyết Trung ương 7 khóa XII (Nghị quyết số 26-NQ/TW) về đội ngũ cán bộ.", ["Nghị quyết|26-NQ/TW|.|."]),
    ("Quy định của Bộ Chính trị số 80-QĐ/TW về phân cấp quản lý cán bộ.", ["Quy định|80-QĐ/TW|.|Bộ Chính trị"]),
    ("Bộ Nội vụ vừa có Công văn 1234/BNV-CCVC hướng dẫn điều động công chức.", ["Công văn|1234/BNV-CCVC|.|Bộ Nội vụ"]),
    ("Ông An được bổ nhiệm theo quyết định số 44 ngày 1/3/2019.", ["quyết định|44|2019-03-01|."]),
    (
        "Thực hiện Kết luận số 24-KL/TW, ngày 5/6/2012 và Kết luận số 202-KL/TW, ngày 26/5/2015 "
        "của Bộ Chính trị về luân chuyển cán bộ.",
        ["Kết luận|24-KL/TW|2012-06-05|Bộ Chính trị", "Kết luận|202-KL/TW|2015-05-26|Bộ Chính trị"],
    ),
    (
        "Ngày 5-6, Tỉnh ủy ban hành Kế hoạch số 77-KH/TU về luân chuyển cán bộ năm 2019.",
        ["Kế hoạch|77-KH/TU|.|Tỉnh ủy"],
    ),
    (
        "Quyết định số 2217/QĐ-UBND do Chủ tịch UBND tỉnh ký ngày 9/9/2021 bổ nhiệm giám đốc sở.",
        ["Quyết định|2217/QĐ-UBND|2021-09-09|Chủ tịch UBND tỉnh"],
    ),
    (
        "Tỉnh ủy Hòa Bình đã ban hành Đề án 03-ĐA/TU (2017) về luân chuyển cán bộ.",
        ["Đề án|03-ĐA/TU|2017|Tỉnh ủy Hòa Bình"],
    ),
    (
        "Chủ tịch UBND tỉnh ký Quyết định số 900/QĐ-UBND về việc điều động, bổ nhiệm cán bộ.",
        ["Quyết định|900/QĐ-UBND|.|Chủ tịch UBND tỉnh"],
    ),
    ("Nghị quyết 19 yêu cầu giảm 10% biên chế.", ["Nghị quyết|19|.|."]),
    (
        "Kết luận của Thanh tra tỉnh số 15/KL-TTr về bổ nhiệm cán bộ sai quy định.",
        ["Kết luận|15/KL-TTr|.|Thanh tra tỉnh"],
    ),
    ("Quy chế số 06-QC/TU của Tỉnh ủy về luân chuyển.", ["Quy chế|06-QC/TU|.|Tỉnh ủy"]),
    (
        "Hai nghị định 107 và 108 của Chính phủ về số lượng cấp phó có hiệu lực.",
        ["nghị định|107|.|Chính phủ", "nghị định|108|.|Chính phủ"],
    ),
    (
        "Nghị định số 107/2020/NĐ-CP và 108/2020/NĐ-CP ngày 14/9/2020 quy định số lượng cấp phó.",
        ["Nghị định|107/2020/NĐ-CP|2020-09-14|.", "Nghị định|108/2020/NĐ-CP|2020-09-14|."],
    ),
    (
        "Theo công văn số 12 (ngày 3/2/2021) của Sở Nội vụ, 4 công chức được biệt phái.",
        ["công văn|12|2021-02-03|Sở Nội vụ"],
    ),
    ("Quyết định số 01 của Ban Thường vụ Quận ủy điều động bà Lan.", ["Quyết định|01|.|Ban Thường vụ Quận ủy"]),
    ("Quyết định số 15-QĐ/TU ký ngày 4/4/2022 điều động ông Minh.", ["Quyết định|15-QĐ/TU|2022-04-04|."]),
    ("Sắc lệnh số 76 năm 1950 về công chức.", ["Sắc lệnh|76|1950|."]),
    ("Nghị quyết liên tịch số 05/2008/NQLT về tổ chức cán bộ.", ["Nghị quyết liên tịch|05/2008/NQLT|.|."]),
    (
        "Ông trao Quyết định số 66/QĐ-BCT ngày mùng 8 tháng 3 năm 2023 bổ nhiệm cục trưởng.",
        ["Quyết định|66/QĐ-BCT|2023-03-08|."],
    ),
]
_NOT_CITED = [
    "Quyết định số 55/QĐ-UBND ngày 1/2/2020 về thu hồi đất của 12 hộ dân.",
    "Theo Thông tư 91/2015/TT-BGTVT, tốc độ tối đa trong khu dân cư là 50 km/h.",
    "Nghị định 100/2019/NĐ-CP xử phạt người uống rượu lái xe.",
    "Kế hoạch 5 năm phát triển kinh tế đã hoàn thành, cán bộ phấn khởi.",
    "HĐND tỉnh ban hành Nghị quyết số 12/NQ-HĐND về dự toán ngân sách năm 2022.",
    "Quyết định số 1719/QĐ-TTg về chương trình mục tiêu quốc gia phát triển vùng dân tộc.",
    "Hợp đồng số 12/HĐKT giữa hai công ty.",
    "Tỉnh có quyết định 3 đợt luân chuyển cán bộ.",
    "Theo quy định 2 năm một lần, cán bộ được xét nâng lương.",
    "Tỉnh ủy ra nghị quyết 5 năm một lần.",
    "Tỉnh ủy ban hành Nghị quyết số 08-NQ/TU về phát triển du lịch.",
    "Quyết định số 3 người được hưởng lương.",
    "Chỉ thị số 16/CT-TTg về phòng, chống dịch Covid-19 được thực hiện.",
    "Theo Quyết định 1722/QĐ-TTg, các xã nghèo được hỗ trợ làm đường, cán bộ xã vui mừng.",
    "Ông Nam, giám đốc sở, ký Quyết định số 45/QĐ-SGTVT về phân luồng giao thông.",
    "Nghị quyết số 06-NQ/TU về phát triển kinh tế biển được Tỉnh ủy ban hành.",
    "UBND tỉnh ban hành Kế hoạch số 120/KH-UBND về phòng chống lũ.",
    "Kế hoạch 3 năm của trường được hiệu trưởng trình bày.",
    "Bộ Công an có Thông tư 58/2020/TT-BCA về đăng ký xe, cán bộ đăng ký phải làm đúng.",
    "Chủ tịch huyện ký quyết định 12 lần xử phạt.",
    "Chỉ thị 15 về giãn cách xã hội được cán bộ xã thực hiện nghiêm.",
    "Bản án số 12/2020/HS-ST của Tòa án tuyên phạt cựu chủ tịch xã.",
    "Nghị định 15/2020/NĐ-CP xử phạt tin giả, một cán bộ bị phạt 7,5 triệu đồng.",
    "Sở ra Công văn số 99/SYT-NVY ngày 3/3/2020 về phòng chống dịch gửi giám đốc các bệnh viện.",
    "Luật Đất đai năm 2013 và Nghị định 43/2014/NĐ-CP quy định việc cấp sổ đỏ.",
]


def _read(text: str) -> list[str]:
    return [
        "|".join(v or "." for v in (d.kind, d.number, d.date, d.issuer)) for d in find_documents(read_doc(fold(text)))
    ]


@pytest.mark.parametrize(("text", "documents"), _CITED)
def test_each_form_gives_kind_number_date_and_issuer(text: str, documents: list[str]) -> None:
    """What the text says of a document is read wherever it stands; what it does not say is left out."""
    assert _read(text) == documents


@pytest.mark.parametrize("text", _NOT_CITED)
def test_documents_of_other_fields_and_plain_numbers_are_left_out(text: str) -> None:
    """Land, traffic, budgets and tourism are no personnel work, and a count behind a kind is no number."""
    assert _read(text) == []


def test_a_bare_number_before_what_is_decided() -> None:
    """ "ký Quyết định 217 bổ nhiệm ông A" cites decision 217."""
    text = "Thủ tướng đã ký Quyết định 217 bổ nhiệm lại ông Vi Văn Tân giữ chức Thứ trưởng Bộ Y tế."
    assert [document.number for document in find_documents(read_doc(fold(text)))] == ["217"]


def test_a_title_ends_where_the_document_speaks() -> None:
    """ "nêu rõ" and "đặt mục tiêu" begin what it says; the last word of the title stays."""
    text = (
        "Quy định số 15-QĐ/TU ngày 3/4/2018 về luân chuyển cán bộ nêu rõ thời gian tối thiểu. "
        "Đề án số 6-ĐA/TU ngày 15/3/2021 về điều động cán bộ trẻ đặt mục tiêu có thêm 9 bí thư."
    )
    assert [d.title for d in find_documents(read_doc(fold(text)))] == [
        "về luân chuyển cán bộ",
        "về điều động cán bộ trẻ",
    ]
