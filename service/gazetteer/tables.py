"""The vendored tables in memory: units by key, loaded when they are first asked for.

Where the data comes from, and what it does not hold, stands in NOTICE.md beside this module.
"""

from __future__ import annotations

import datetime
import gzip
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from schemas import Level
from service.folding import fold_key

_HERE = Path(__file__).parent
_LEVELS = {"p": Level.PROVINCE, "d": Level.DISTRICT, "c": Level.COMMUNE}
_DASHES = re.compile(r" ?[-‐‑–—.] ?| {2,}")
_DAK = re.compile(r"\b(?:đăk|đắc|đăc|đak|dak|đác)\b")


class Unit(NamedTuple):
    """One administrative unit, for the days from `valid_from` to `valid_to` (both included; None is open).

    `name` is the bare name ("Kim Động"); a unit that only has a number keeps its kind ("Quận 1"). `kind` is lower case
    ("huyện"). `code` is that of the statistics office, None where it is not known, and unique only within a level and
    one side of 1 July 2025. `parent` is the code of the district of a commune (of its province, from that day), or of
    the province of a district. `province` is the province's name, also for a province itself.
    """

    level: Level
    code: str | None
    kind: str
    name: str
    parent: str | None
    province: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None

    def exists(self, on: datetime.date | None) -> bool:
        """Whether the unit exists on a day; always true where the day is not known."""
        if on is None:
            return True
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


def place_key(name: str) -> str:
    """Return the key under which the spellings of a place's name are equal.

    Beyond `fold_key`: dashes and dots count as spaces ("Bà Rịa – Vũng Tàu", "TP.HCM"), and "Đăk", "Đắc" are "Đắk".
    """
    key = _DASHES.sub(" ", fold_key(name).replace("’", "'")).strip()
    return _DAK.sub("đắk", key) if key[:1] in "đd" or " đ" in key or " d" in key else key


@cache
def upper_units() -> dict[str, tuple[Unit, ...]]:
    """Provinces and districts by `place_key` of the bare name, provinces first."""
    rows = [line.split("\t") for line in _lines("units.tsv.gz")]
    former = (_HERE / "former.tsv").read_text(encoding="utf-8").splitlines()
    rows += [line.split("\t")[:8] for line in former if not line.startswith("#")]
    rows.sort(key=lambda row: row[0] != "p")
    return _by_key(rows)


@cache
def commune_rows() -> dict[str, tuple[str, ...]]:
    """Lines of the communes' table by key; a line becomes a Unit when it is asked for, which saves 10 MB."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines("communes.tsv.gz"):
        key = line.split("\t", 4)[3].lower()
        if "đ" in key or "-" in key:
            key = place_key(key)
        found[key] = (*found.get(key, ()), line)
    return found


def unit(row: list[str]) -> Unit:
    """Make a Unit of a table's row."""
    level, code, kind, name, parent, province, first, last = row
    return Unit(_LEVELS[level], code or None, kind, name, parent or None, province, _day(first), _day(last))


def _by_key(rows: Iterable[list[str]]) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, tuple[Unit, ...]] = {}
    for row in rows:
        key = place_key(row[3])
        found[key] = (*found.get(key, ()), unit(row))
    return found


def _lines(file: str) -> list[str]:
    return gzip.decompress((_HERE / file).read_bytes()).decode("utf-8").splitlines()


@cache
def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
