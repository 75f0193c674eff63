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
