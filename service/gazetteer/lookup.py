"""Looking units up by name, tier, day and the unit they lie in."""

from __future__ import annotations

import datetime
import re
from functools import cache

from schemas import Level
from service.gazetteer.tables import Unit, commune_rows, place_key, unit, upper_units

_KIND_LEVELS = {
    "thành phố trực thuộc trung ương": (Level.PROVINCE,),
    "tỉnh": (Level.PROVINCE,),
    "thành phố": (Level.PROVINCE, Level.DISTRICT),
    "tp": (Level.PROVINCE, Level.DISTRICT),
    "huyện": (Level.DISTRICT,),
    "quận": (Level.DISTRICT,),
    "thị xã": (Level.DISTRICT,),
    "tx": (Level.DISTRICT,),
    "thị trấn": (Level.COMMUNE,),
    "phường": (Level.COMMUNE,),
    "xã": (Level.COMMUNE,),
    "đặc khu": (Level.COMMUNE,),
}
_KIND = re.compile(f"({'|'.join(_KIND_LEVELS)}) +(?=\\S)")

# Other names of provinces, as keys: what newspapers write -> the name in the table.
_PROVINCE_ALIASES = {
    "hcm": "hồ chí minh",
    "tphcm": "hồ chí minh",
    "tp hcm": "hồ chí minh",
    "thừa thiên": "thừa thiên huế",
    "huế": "thừa thiên huế",
    "vũng tàu bà rịa": "bà rịa vũng tàu",
    "brvt": "bà rịa vũng tàu",
    "đắk lắc": "đắk lắk",
    "đắk lăk": "đắk lắk",
    "đắk lak": "đắk lắk",
    "daklak": "đắk lắk",
    "đắclắc": "đắk lắk",
    "đắklắk": "đắk lắk",
    "đắk nong": "đắk nông",
    "daknông": "đắk nông",
    "bắc cạn": "bắc kạn",
    "bắccạn": "bắc kạn",
    "kontum": "kon tum",
    "kon tom": "kon tum",
    "qui nhơn": "quy nhơn",
}


def find_units(
    name: str, level: Level | None = None, on: datetime.date | None = None, within: str | None = None
) -> list[Unit]:
    """Return the units of a name, provinces before districts before communes.

    The name may carry its kind ("huyện Kim Động"), which then decides the tier. `on` is a day, usually that of the
    article; without it units of all times are returned. `within` is the name of a province or district the unit lies
    in. Communes are searched only for `level` commune, a name with a commune's kind, or when no province or district
    has the name.
    """
    key = place_key(name)
    levels, bare = _split_kind(key)
    if level is not None:
        levels = (level,)
    found: list[Unit] = []
    if Level.COMMUNE not in levels or len(levels) > 1:
        for each in dict.fromkeys((key, bare, _PROVINCE_ALIASES.get(bare, bare))):
            found += [u for u in upper_units().get(each, ()) if u.level in levels and u.exists(on) and u not in found]
    if Level.COMMUNE in levels and not found:
        for each in dict.fromkeys((key, bare)):
            rows = commune_rows().get(each, ())
            found += [u for u in (unit(row.split("\t")) for row in rows) if u.exists(on)]
    return [u for u in found if _lies_in(u, within)] if within else found


def province(name: str, on: datetime.date | None = None) -> Unit | None:
    """Return the province of a name, with or without its kind; None where there is none on the day.

    Where the name is that of a province before and after 1 July 2025 and the day is not known, the earlier is returned.
    """
    found = find_units(name, Level.PROVINCE, on)
    return found[0] if found else None


def is_province(name: str, on: datetime.date | None = None) -> bool:
    """Whether a province has this name, or had it on the day."""
    return province(name, on) is not None


@cache
def province_names(on: datetime.date | None = None) -> frozenset[str]:
    """Return the keys (`place_key`) of all provinces' names that are in use on a day, or ever; aliases included."""
    keys = {key for key, units in upper_units().items() if any(_is_province_on(u, on) for u in units)}
    return frozenset(keys | {alias for alias, key in _PROVINCE_ALIASES.items() if key in keys})


def province_of(district: str, on: datetime.date | None = None) -> str | None:
    """Return the name of the province a district lies in; None where no or more than one province has such a district.

    Without a day the name is that before 1 July 2025, when there were districts.
    """
    first: dict[str | None, str] = {}
    for found in find_units(district, Level.DISTRICT, on):
        first.setdefault(found.parent, found.province)
    return next(iter(first.values())) if len(first) == 1 else None


def _is_province_on(candidate: Unit, on: datetime.date | None) -> bool:
    return candidate.level is Level.PROVINCE and candidate.exists(on)


def _split_kind(key: str) -> tuple[tuple[Level, ...], str]:
    match = _KIND.match(key)
    # "Quận 1" and "Phường 2" are names.
    if not match or key[match.end() :].isdigit():
        return (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE), key
    return _KIND_LEVELS[match[1]], key[match.end() :]


def _lies_in(candidate: Unit, within: str) -> bool:
    _, bare = _split_kind(place_key(within))
    if place_key(candidate.province) in (bare, _PROVINCE_ALIASES.get(bare)):
        return True
    if candidate.level is not Level.COMMUNE or candidate.parent is None:
        return False
    districts = upper_units().get(bare, ())
    return any(d.level is Level.DISTRICT and d.code == candidate.parent for d in districts)
