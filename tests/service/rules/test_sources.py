"""Where people come from: sources told part by part, and bodies that lend their own people."""

import pytest

from schemas import RotationSummary
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.summaries import find_summaries

Way = tuple[str | None, str | None]


def _read(text: str) -> RotationSummary:
    (summary,) = find_summaries(read_doc(fold(text)))
    return summary


def _ways(summary: RotationSummary) -> list[tuple[int, Way | None]]:
    parts = [part for breakdown in summary.breakdowns for part in breakdown.parts]
    return [(p.count.value, (p.flow.from_level, p.flow.to_level) if p.flow else None) for p in parts]


@pytest.mark.parametrize(
    "text",
    [
        "Công an điều động 688 cán bộ về xã. Nguồn lấy từ Công an tỉnh 205 đồng chí, Công an các huyện 483 đồng chí.",
        "Công an tỉnh điều động 688 cán bộ về xã, gồm 205 người từ công an tỉnh, 483 người từ công an các huyện.",
    ],
)
def test_the_sources_of_a_total_are_directions(text: str) -> None:
    """A part that names a tier above the target tells where its people come from."""
    assert _ways(_read(text)) == [(205, ("province", "commune")), (483, ("district", "commune"))]


def test_a_tier_without_a_source_word_is_no_direction() -> None:
    """A tier named in a part tells no direction by itself."""
    ways = _ways(_read("Tỉnh điều động 60 cán bộ về xã, trong đó 20 người thuộc diện huyện quản lý."))
    assert ways == [(20, None)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Sở Tư pháp biệt phái 2 công chức xuống phường.", "province"),
        ("Bệnh viện Đa khoa tỉnh tăng cường 21 bác sĩ xuống các trung tâm y tế huyện.", "province"),
        ("Huyện ủy biệt phái 2 công chức xuống xã.", None),
    ],
)
def test_a_body_of_the_province_lends_its_own_people(text: str, start: str | None) -> None:
    """Secondment and reinforcement by a sở or a body of the province start in the province."""
    summary = _read(text)
    assert summary.flow is not None
    assert summary.flow.from_level == start


def test_two_titles_in_one_count_are_two_roles() -> None:
    """ "14 hiệu trưởng, phó hiệu trưởng" are heads and deputies."""
    assert set(_read("Phòng GD-ĐT luân chuyển 14 hiệu trưởng, phó hiệu trưởng.").roles) == {"head", "deputy_head"}
