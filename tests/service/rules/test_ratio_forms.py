"""The forms in which papers write shares that meet a personnel rule, and shares that are aims, votes or of people."""

import pytest

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.ratios import find_ratios

_SHARES = [
    (
        "Toàn tỉnh có 9/12 huyện, thị xã bố trí bí thư không phải là người địa phương.",
        ["non_local_leader|9|12|.|district|secretary"],
    ),
    (
        "Đến nay 11/11 huyện có chủ tịch UBND không là người địa phương (100%).",
        ["non_local_leader|11|11|100|district|peoples_committee_chair"],
    ),
    (
        "Tỉnh đã bố trí 80/120 xã, phường có bí thư đảng ủy là người nơi khác, đạt 66,7%.",
        ["non_local_leader|80|120|66.7|commune|secretary"],
    ),
    ("100% bí thư huyện ủy không phải là người địa phương.", ["non_local_leader|.|.|100|district|secretary"]),
    ("Hiện 75% bí thư cấp ủy cấp xã không là người địa phương.", ["non_local_leader|.|.|75|commune|secretary"]),
    ("Tỷ lệ bí thư cấp huyện không phải người địa phương đạt 90%.", ["non_local_leader|.|.|90|district|secretary"]),
    (
        "Có 5/9 huyện thực hiện mô hình bí thư đồng thời là chủ tịch UBND.",
        ["secretary_is_chair|5|9|.|district|secretary+peoples_committee_chair"],
    ),
    (
        "12/130 xã có bí thư đảng ủy kiêm chủ tịch UBND, chiếm 9,2%.",
        ["secretary_is_chair|12|130|9.2|commune|secretary+peoples_committee_chair"],
    ),
    ("100% bí thư đảng ủy đồng thời là chủ tịch UBND phường.", ["secretary_is_chair|.|.|100|commune|."]),
    ("Cả 12 huyện đều có bí thư không phải người địa phương.", ["non_local_leader|12|12|.|district|secretary"]),
    (
        "Toàn bộ 10/10 huyện đã có bí thư không phải là người địa phương.",
        ["non_local_leader|10|10|.|district|secretary"],
    ),
    (
        "Tất cả 15 xã của huyện đều có chủ tịch UBND không là người địa phương.",
        ["non_local_leader|15|15|.|commune|peoples_committee_chair"],
    ),
    ("6 trong số 8 quận, huyện có bí thư là người nơi khác.", ["non_local_leader|6|8|.|district|secretary"]),
    (
        "6 trên tổng số 8 huyện đã bố trí chủ tịch UBND không phải người địa phương.",
        ["non_local_leader|6|8|.|district|peoples_committee_chair"],
    ),
    ("Bí thư không phải là người địa phương có ở 7/10 huyện.", ["non_local_leader|7|10|.|district|secretary"]),
    (
        "Số bí thư huyện ủy không phải người địa phương là 9/11, đạt 81,8%.",
        ["non_local_leader|9|11|81.8|district|secretary"],
    ),
    ("8/10 trưởng công an huyện không phải là người địa phương.", ["non_local_leader|8|10|.|district|head"]),
    ("10/10 chánh án tòa án cấp huyện không là người địa phương.", ["non_local_leader|10|10|.|district|head"]),
    (
        "Tỉnh có 4/9 huyện và 60/118 xã bố trí bí thư không phải là người địa phương.",
        ["non_local_leader|4|9|.|district|secretary", "non_local_leader|60|118|.|commune|secretary"],
    ),
    (
        "Có 7/9 đơn vị cấp huyện có bí thư không phải người địa phương; ở cấp xã là 55/126 đơn vị.",
        ["non_local_leader|7|9|.|district|secretary", "non_local_leader|55|126|.|commune|secretary"],
    ),
    (
        "Việc nhất thể hóa chức danh bí thư và chủ tịch UBND đã làm ở 3/8 huyện.",
        ["secretary_is_chair|3|8|.|district|secretary+peoples_committee_chair"],
    ),
    (
        "Có 3/7 huyện thực hiện nhất thể hóa chức danh bí thư, chủ tịch UBND huyện.",
        ["secretary_is_chair|3|7|.|district|secretary+peoples_committee_chair"],
    ),
    (
        "Ở 20/45 xã, chủ tịch UBND không phải con em địa phương.",
        ["non_local_leader|20|45|.|commune|peoples_committee_chair"],
    ),
    (
        "Huyện có 14/20 xã (70%) chủ tịch hoặc bí thư không phải người tại chỗ.",
        ["non_local_leader|14|20|70|commune|peoples_committee_chair+secretary"],
    ),
    (
        "Đã có 9 trên 11 huyện, thành phố có người đứng đầu cấp ủy không phải là người địa phương.",
        ["non_local_leader|9|11|.|district|head"],
    ),
    (
        "Có 7/9 huyện bố trí bí thư không là người địa phương, 2/9 đơn vị thực hiện bí thư đồng thời là chủ tịch UBND.",
        [
            "non_local_leader|7|9|.|district|secretary",
            "secretary_is_chair|2|9|.|district|secretary+peoples_committee_chair",
        ],
    ),
]
_NO_SHARES = [
    "Phấn đấu 100% huyện có bí thư không phải là người địa phương.",
    "Kế hoạch đặt ra ít nhất 35% bí thư đảng ủy cấp xã không phải là người địa phương.",
    "Có 27/30 đại biểu tán thành bầu bí thư.",
    "12/12 xã đạt chuẩn nông thôn mới, bí thư huyện ủy cho biết.",
    "Trong 45 cán bộ luân chuyển có 30% không phải người địa phương.",
    "70% hộ dân không phải là người địa phương.",
]


def _read(text: str) -> list[str]:
    return [
        "|".join(
            [
                r.measure.value,
                *("." if v is None else f"{v:g}" for v in (r.numerator, r.denominator, r.percent)),
                r.unit_level.value if r.unit_level else ".",
                "+".join(role.value for role in r.roles) or ".",
            ]
        )
        for r in find_ratios(read_doc(fold(text)))
    ]


@pytest.mark.parametrize(("text", "ratios"), _SHARES)
def test_each_form_gives_measure_numbers_tier_and_posts(text: str, ratios: list[str]) -> None:
    """Numbers in digits, "cả", "trong số", in percent or told as a rate; the posts are those the units have."""
    assert _read(text) == ratios


@pytest.mark.parametrize("text", _NO_SHARES)
def test_aims_votes_and_shares_of_people_are_no_ratios(text: str) -> None:
    """What is aimed at is a provision; what is not of localities or posts, or meets no rule, is no ratio."""
    assert _read(text) == []


def test_the_posts_of_a_named_person_are_no_ratio() -> None:
    """ "3 chủ tịch phường mới: ông ... - Bí thư Đảng ủy kiêm Chủ tịch UBND" tells of one person."""
    text = "Có 3 chủ tịch UBND phường mới: ông Lê Văn Tám - Bí thư Đảng ủy kiêm Chủ tịch UBND phường Đông."
    assert find_ratios(read_doc(fold(text))) == []
