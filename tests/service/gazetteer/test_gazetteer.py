"""Units are found by any spelling of their name, on the days they exist."""

import datetime
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from schemas import Level
from service.gazetteer import find_units, is_province, place_key, province, province_names, province_of
from service.gazetteer.tables import commune_rows, unit, upper_units

_BEFORE = datetime.date(2025, 6, 30)
_AFTER = datetime.date(2025, 7, 1)


def test_the_tables_hold_what_the_law_says() -> None:
    """63 provinces, 696 districts until 30 June 2025; 34 provinces, no district, 3,321 communes from the next day."""
    upper = [u for units in upper_units().values() for u in units]
    communes = [unit(row.split("\t")) for rows in commune_rows().values() for row in rows]

    def count(level: Level, on: datetime.date) -> int:
        return sum(u.level is level and u.exists(on) for u in upper + communes)

    assert (count(Level.PROVINCE, _BEFORE), count(Level.DISTRICT, _BEFORE)) == (63, 696)
    assert (count(Level.PROVINCE, _AFTER), count(Level.DISTRICT, _AFTER)) == (34, 0)
    assert (count(Level.COMMUNE, _BEFORE), count(Level.COMMUNE, _AFTER)) == (10_035, 3_321)


def test_a_district_is_found_with_its_province() -> None:
    """The bare name and the name with its kind give the same unit, which names kind, tier, code and province."""
    (found,) = find_units("Kim Động")
    assert find_units("huyện Kim Động") == [found]
    assert (found.name, found.kind, found.level, found.code, found.province) == (
        "Kim Động",
        "huyện",
        Level.DISTRICT,
        "331",
        "Hưng Yên",
    )
    assert find_units("Kim Động", on=_AFTER, level=Level.DISTRICT) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("TP.HCM", "Hồ Chí Minh"),
        ("TPHCM", "Hồ Chí Minh"),
        ("TP Hồ Chí Minh", "Hồ Chí Minh"),
        ("Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("tỉnh THỪA THIÊN HUẾ", "Thừa Thiên Huế"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Ðắk Nông", "Đắk Nông"),
        ("Đắc Nông", "Đắk Nông"),
        ("Bắc Cạn", "Bắc Kạn"),
        ("Hoà Bình", "Hòa Bình"),
        ("Khánh Hoà", "Khánh Hòa"),
        (unicodedata.normalize("NFD", "Quảng Ngãi"), "Quảng Ngãi"),
    ],
)
def test_provinces_are_known_by_their_other_spellings(written: str, name: str) -> None:
    """Abbreviations, dashes, tone placement, old spellings and NFD name the same province."""
    found = province(written, datetime.date(2018, 6, 1))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Hà Tây", datetime.date(2008, 7, 31), True),
        ("Hà Tây", datetime.date(2008, 8, 1), False),
        ("Hà Nam", _BEFORE, True),
        ("Hà Nam", _AFTER, False),
        ("Ninh Bình", _AFTER, True),
        ("Huế", _AFTER, True),
        ("Hà Nam", None, True),
        ("Sài Gòn", None, False),
        ("Đồng Văn", None, False),
    ],
)
def test_a_province_exists_on_its_days_only(name: str, day: datetime.date | None, expected: bool) -> None:
    """The day decides whether a name is a province's; without a day both sides of 1 July 2025 count."""
    assert is_province(name, day) is expected
    assert (place_key(name) in province_names(day)) is expected


@pytest.mark.parametrize(
    ("district", "day", "expected"),
    [
        ("Kim Động", None, "Hưng Yên"),
        ("Châu Thành", None, None),
        ("Kỳ Sơn", datetime.date(2015, 1, 1), None),
        ("Kỳ Sơn", datetime.date(2021, 1, 1), "Nghệ An"),
        ("Phú Lộc", datetime.date(2018, 1, 1), "Thừa Thiên Huế"),
        ("Phú Lộc", datetime.date(2025, 2, 1), "Huế"),
        ("Phú Lộc", None, "Thừa Thiên Huế"),
        ("quận Thủ Đức", datetime.date(2015, 1, 1), "Hồ Chí Minh"),
        ("Từ Liêm", datetime.date(2013, 1, 1), "Hà Nội"),
        ("Từ Liêm", datetime.date(2018, 1, 1), None),
        ("Kim Động", _AFTER, None),
        ("Không Có", None, None),
    ],
)
def test_a_district_names_its_province_where_only_one_has_it(
    district: str, day: datetime.date | None, expected: str | None
) -> None:
    """A district's province follows from its name unless two provinces have one of that name on the day."""
    assert province_of(district, day) == expected


def test_two_communes_of_similar_names_are_two() -> None:
    """Đồng Văn and Đồng Vân are different names; `within` tells communes of one name apart."""
    assert {u.name for u in find_units("xã Đồng Văn")} == {"Đồng Văn"}
    assert {u.name for u in find_units("xã Đồng Vân")} <= {"Đồng Vân"}
    found = find_units("xã Yên Viên", within="huyện Gia Lâm", on=_BEFORE)
    assert {(u.name, u.province) for u in found} == {("Yên Viên", "Hà Nội")}
    assert find_units("xã Yên Viên", within="Lâm Đồng") == []


def test_a_numbered_unit_keeps_its_kind_as_name() -> None:
    """ "Quận 1" is a name, and "1" alone is none."""
    assert [u.name for u in find_units("Quận 1")] == ["Quận 1"]
    assert find_units("1", level=Level.DISTRICT) == []


def test_communes_load_only_when_asked_for() -> None:
    """Looking up provinces and districts leaves the communes' table on disk."""
    code = (
        "from service.gazetteer import find_units, province_of\n"
        "from service.gazetteer.tables import commune_rows\n"
        "find_units('Kim Động'); province_of('Châu Thành')\n"
        "print(commune_rows.cache_info().currsize)"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
