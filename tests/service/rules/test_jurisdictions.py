"""Which place a count is about."""

import datetime

import pytest

from schemas import Level
from service.folding import fold
from service.rules.doc import Doc, read_doc
from service.rules.places import find_places
from service.rules.summaries import find_summaries


def _doc(text: str, published_on: datetime.date | None = None) -> Doc:
    return read_doc(fold(text), published_on)


def _about(text: str) -> tuple[str, Level | None] | None:
    """Name and tier of the place of the first total."""
    place = find_summaries(_doc(text))[0].jurisdiction
    return (place.name, place.level) if place else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh ủy Hưng Yên đã luân chuyển 12 cán bộ.", ("Hưng Yên", Level.PROVINCE)),
        ("Huyện Kim Động đã luân chuyển 12 cán bộ.", ("Kim Động", Level.DISTRICT)),
        ("Bộ Chính trị đã luân chuyển 12 cán bộ.", None),
        ("Lạng Sơn, Cao Bằng, Hà Giang đều có tên. Cả nước đã luân chuyển 12 cán bộ.", None),
        (
            "Huyện Kim Động (Hưng Yên) khó khăn.\nTừ năm 2016, huyện đã luân chuyển 3 cán bộ.",
            ("Kim Động", Level.DISTRICT),
        ),
        (
            "Tỉnh Hưng Yên họp.\nKim Động thuộc huyện Kim Động. Kim Động đã luân chuyển 3 cán bộ.",
            ("Kim Động", Level.DISTRICT),
        ),
        ("Tỉnh Hưng Yên đã luân chuyển 5 cán bộ về huyện Kim Động.", ("Hưng Yên", Level.PROVINCE)),
    ],
)
def test_the_place_a_total_is_about(text: str, expected: tuple[str, Level | None] | None) -> None:
    """The body that acts names the place; the state's bodies name none; where people go to is not the place."""
    assert _about(text) == expected


def test_a_ministrys_article_is_about_the_ministry() -> None:
    """Where a ministry is named in headline and lead and no province is, the total is the ministry's."""
    text = "Bộ Công Thương rà soát cán bộ\nBộ Công Thương báo cáo.\nNăm 2017, Bộ Công Thương bổ nhiệm 163 người."
    assert _about(text) == ("Bộ Công Thương", Level.CENTRAL)


def test_a_name_of_a_person_is_no_province() -> None:
    """ "Trương Hòa Bình" does not name Hòa Bình."""
    assert find_places(_doc("Phó Thủ tướng Trương Hòa Bình phát biểu.")) == []


def test_what_exists_depends_on_the_day() -> None:
    """A province merged away is known by its last day; one that keeps its name goes on."""
    (merged,) = find_places(_doc("Tỉnh Hà Giang họp.", datetime.date(2020, 5, 1)))
    assert (merged.unit.name, merged.unit.valid_to) == ("Hà Giang", datetime.date(2025, 6, 30))
    (kept,) = find_places(_doc("Tỉnh Lâm Đồng họp.", datetime.date(2025, 9, 1)))
    assert (kept.unit.name, kept.unit.valid_to) == ("Lâm Đồng", None)
