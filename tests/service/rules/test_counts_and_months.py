"""Counts beside a month with a slash, and counts whose bracket says who they are."""

from service.pipeline import extract
from service.prepare import Submission
from service.readers import get_reader


def _totals(text: str) -> list[tuple[int, list[int]]]:
    found = extract(Submission(text), get_reader("rules"))
    return [
        (s.total.value, [part.count.value for b in s.breakdowns for part in b.parts])
        for s in found.summaries
        if s.total
    ]


def test_a_month_before_a_district_is_no_share_of_districts() -> None:
    """ "tháng 6/2019, huyện A có 38 cán bộ" counts the moved; "63/63 xã có 4 cán bộ" tells how many each has."""
    assert _totals("Tính đến tháng 6/2019, huyện Lý Nhân có 38 cán bộ được luân chuyển.") == [(38, [])]
    assert _totals("Đến nay, 63/63 xã có 4 cán bộ công an được điều động.") == []


def test_a_bracket_behind_comrades_holds_their_posts() -> None:
    """The posts in the bracket are parts, and not what all of those counted are."""
    text = "Năm 2018, toàn tỉnh đã luân chuyển 57 đồng chí (bí thư cấp ủy 28, chủ tịch UBND 19, phó bí thư 10)."
    assert _totals(text) == [(57, [28, 19, 10])]


def test_a_year_behind_to_is_no_direction() -> None:
    """ "Từ năm 2016 đến 2020, huyện đã luân chuyển": the huyện is the subject, not where people go."""
    text = "Từ năm 2016 đến 2020, huyện đã điều động, luân chuyển 67 lượt cán bộ."
    (summary,) = extract(Submission(text), get_reader("rules")).summaries
    assert summary.flow is None


def test_officers_sent_to_a_festival_or_a_flood_are_not_moved() -> None:
    """Sent on an errand they keep their posts; sent to the communes' police they do not."""
    assert _totals("Công an tỉnh điều động 90 cán bộ, chiến sĩ bảo đảm an ninh lễ hội.") == []
    assert _totals("Bộ CHQS tỉnh điều động 70 cán bộ, chiến sĩ giúp dân sơ tán khỏi vùng lũ.") == []
    assert _totals("Công an tỉnh đã điều động 90 công an chính quy về các xã bảo đảm an ninh trật tự.") == [(90, [])]
