"""Where totals of people come from and go to, as the sentence around them tells it."""

from __future__ import annotations

from datetime import date

import pytest

from schemas import Action, Level, Role, RotationSummary
from service.prepare import Submission, prepare
from service.rules.reader import RuleReader

P, D, C, A, T = Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.AGENCY, Level.CENTRAL
Way = tuple[Level | None, Level | None] | None


def _read(text: str) -> list[RotationSummary]:
    return RuleReader().read(prepare(Submission(text=text, published_on=date(2022, 6, 1)))).summaries


def _ways(text: str) -> list[Way]:
    return [(s.flow.from_level, s.flow.to_level) if s.flow else None for s in _read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trong hai năm qua, tỉnh luân chuyển 17 cán bộ về huyện.", (P, D)),
        ("Cũng trong quý này, các sở, ngành đã biệt phái 23 công chức về xã.", (P, C)),
        ("Tính đến nay, các bộ, ngành Trung ương đã cử 64 cán bộ tăng cường về 12 tỉnh.", (T, P)),
        ("Năm 2021, huyện Tân Sơn luân chuyển 8 cán bộ về xã.", (None, C)),
    ],
)
def test_who_sends_behind_a_time(text: str, expected: Way) -> None:
    """A tier behind the time that begins a sentence sends its own; a place named may only be where it happens."""
    assert _ways(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huyện ủy Tân Sơn luân chuyển 13 cán bộ từ các phòng, ban về xã.", (D, C)),
        ("UBND thị xã điều động 9 cán bộ xã lên các phòng, ban.", (C, D)),
        ("Thành ủy Việt Trì luân chuyển 9 cán bộ của các phòng, ban về phường.", (D, C)),
        ("Thành ủy Cần Thơ luân chuyển 9 cán bộ của các phòng, ban về phường.", (A, C)),
        ("Công an tỉnh điều động 52 cán bộ từ các phòng nghiệp vụ về công an xã.", (P, C)),
        ("Ban Thường vụ Tỉnh ủy điều động 7 cán bộ của các phòng, ban về xã.", (A, C)),
    ],
)
def test_whose_divisions_they_are(text: str, expected: Way) -> None:
    """Divisions whose tier is open are of the district, or of the province's police, that moves their people."""
    assert _ways(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 14 phó bí thư huyện ủy được điều động từ tỉnh về.", (P, D)),
        ("Có 14 phó bí thư huyện ủy được điều động từ huyện khác.", (D, None)),
        ("Công an huyện có 12 chiến sĩ được điều động về các phòng nghiệp vụ Công an tỉnh.", (None, P)),
        ("Sở biệt phái 6 viên chức về các Trung tâm Hành chính công cấp xã.", (P, C)),
    ],
)
def test_where_they_go(text: str, expected: Way) -> None:
    """The tier of posts counted is where people come to who come from another; a division's owner is its tier."""
    assert _ways(text)[0] == expected


def test_people_moved_on_by_the_short_verb() -> None:
    """ "chuyển 31 giáo viên về" moves people; who carries things or changes a rank moves nobody."""
    (summary,) = _read("Phòng Giáo dục đã chuyển 31 giáo viên sang dạy mầm non.")
    assert (summary.actions, summary.total and summary.total.value) == ([Action.TRANSFER], 31)
    assert _read("Đoàn xe vận chuyển 31 chiến sĩ về doanh trại.") == []
    assert _read("Huyện chuyển 31 hồ sơ cán bộ lên tỉnh.") == []


def test_chiefs_and_their_deputies() -> None:
    """ "giữ chức vụ trưởng, phó các phòng" gives both ranks; a vice minister is no chief."""
    (summary,) = _read("Huyện ủy bổ nhiệm 15 cán bộ giữ chức vụ trưởng, phó các phòng, ban.")
    assert summary.roles == [Role.HEAD, Role.DEPUTY_HEAD]
    (summary,) = _read("Bộ Chính trị điều động 3 cán bộ về các Bộ giữ chức Thứ trưởng và tương đương.")
    assert summary.roles == [Role.DEPUTY_HEAD]


def test_terms_of_office_prolonged_are_no_moves() -> None:
    """Those whose term is prolonged, and their parts, are none of the people appointed again before them."""
    (summary,) = _read(
        "Cục bổ nhiệm lại 12 người, gồm 8 người cấp phòng, 4 người cấp đội; kéo dài thời gian giữ chức vụ"
        " đến khi nghỉ hưu đối với 5 người, gồm 3 người cấp phòng, 2 người cấp đội."
    )
    assert summary.total is not None
    assert summary.total.value == 12
    assert [[p.count.value for p in b.parts] for b in summary.breakdowns] == [[8, 4]]


def test_a_new_total_behind_parts_that_are_whole() -> None:
    """Behind parts that make the whole, ";" and a verb of its own begin another total."""
    first, second = _read(
        "Năm 2021, Bộ bổ nhiệm 20 công chức. Trong đó, 6 công chức cấp vụ, 14 công chức cấp phòng; điều động 5 công"
        " chức, gồm 4 công chức cấp vụ, 1 công chức cấp phòng."
    )
    assert [p.count.value for b in first.breakdowns for p in b.parts] == [6, 14]
    assert (second.actions, second.total and second.total.value) == ([Action.TRANSFER], 5)
    assert [p.count.value for b in second.breakdowns for p in b.parts] == [4, 1]


def test_the_agent_of_a_passive_decides() -> None:
    """ "16 sĩ quan được Bộ Tư lệnh Quân khu 3 điều động": the body between "được" and the verb."""
    (summary,) = _read("Đợt này có 16 sĩ quan được Ban Thường vụ Tỉnh ủy điều động về làm phó bí thư xã.")
    assert summary.decided_by == "Ban Thường vụ Tỉnh ủy"


def test_a_province_sends_from_wherever_they_worked() -> None:
    """ "tỉnh bố trí 2.100 cán bộ về 70 xã" names no tier of origin; its parts do."""
    (summary,) = _read(
        "Từ tháng 7, tỉnh đã bố trí 2.100 cán bộ về làm việc tại 70 xã; trong đó 1.500 người từ cấp huyện."
    )
    assert summary.flow is not None
    assert (summary.flow.from_level, summary.flow.to_level) == (None, C)
    (part,) = summary.breakdowns[0].parts
    assert part.flow is not None
    assert part.flow.from_level is D


def test_a_part_goes_where_its_post_is() -> None:
    """ "từ các sở về giữ chức bí thư huyện ủy": the post's tier is where the part's people go."""
    (summary,) = _read(
        "Tỉnh ủy điều động 13 cán bộ. Cụ thể: 8 người từ các sở về giữ chức phó bí thư huyện ủy; 5 người từ huyện về"
        " tỉnh."
    )
    flows = [part.flow for part in summary.breakdowns[0].parts]
    assert [(f.from_level, f.to_level) for f in flows if f] == [(P, D), (D, P)]


def test_the_other_tier_makes_the_whole() -> None:
    """A part with its own list behind "gồm:" is one total; the tier told next, which makes the whole, is a part too."""
    whole, first, second = _read(
        "Nhiệm kỳ qua, tỉnh luân chuyển 94 lượt cán bộ. Trong đó, cấp tỉnh luân chuyển 30 lượt cán bộ, gồm: 18 đồng"
        " chí từ tỉnh về huyện, 12 đồng chí từ huyện về tỉnh. Cấp huyện luân chuyển 64 lượt, trong đó có 40 lượt từ"
        " huyện về xã, 24 lượt từ xã về huyện."
    )
    assert [p.count.value for b in whole.breakdowns for p in b.parts] == [30, 64]
    assert [p.count.value for b in first.breakdowns for p in b.parts] == [18, 12]
    assert [p.count.value for b in second.breakdowns for p in b.parts] == [40, 24]


def test_who_appoints_is_no_part_of_the_post() -> None:
    """ "Viện trưởng ... quyết định bổ nhiệm 3 Phó Viện trưởng": the officer who decides is not the post given."""
    (summary,) = _read(
        "VKSND tỉnh bổ nhiệm 12 cán bộ. Viện trưởng VKSND tối cao quyết định bổ nhiệm 3 Phó Viện trưởng VKSND tỉnh và"
        " 9 Viện trưởng VKSND cấp huyện."
    )
    assert [p.roles for p in summary.breakdowns[0].parts] == [[Role.DEPUTY_HEAD], [Role.HEAD]]


def test_another_move_in_the_same_direction_is_a_total() -> None:
    """Reinforcements told behind a rotation of the same direction are no part of it."""
    first, second = _read(
        "Huyện luân chuyển 40 cán bộ từ huyện về xã. Huyện còn tăng cường 12 cán bộ từ huyện về cấp xã."
    )
    assert (first.actions, second.actions) == ([Action.ROTATION], [Action.REINFORCEMENT])
    assert first.breakdowns == []


def test_where_parts_are_placed() -> None:
    """ "được bố trí tại công an cấp xã" and "về các phòng nghiệp vụ của Công an tỉnh" tell where a part goes."""
    (summary,) = _read(
        "Công an tỉnh điều động hơn 600 chiến sĩ; trong đó, 280 người được bố trí về các phòng nghiệp vụ của Công an"
        " tỉnh và 320 người được bố trí tại công an cấp xã."
    )
    flows = [part.flow for part in summary.breakdowns[0].parts]
    assert [(f.from_level, f.to_level) for f in flows if f] == [(None, P), (None, C)]


def test_titles_in_short() -> None:
    """ "2 PGĐ", "9 PCT xã": titles by their first letters are counted, and give their roles."""
    (summary,) = _read("Sở đã điều động 2 PGĐ sang cơ quan khác.")
    assert summary.roles == [Role.DEPUTY_HEAD]
    (summary,) = _read("Huyện có 9 PCT xã được luân chuyển về.")
    assert summary.roles == [Role.PEOPLES_COMMITTEE_VICE_CHAIR]
