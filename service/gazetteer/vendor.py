"""Writes the vendored tables anew from the data set they come from; not used while the service runs.

    python -m service.gazetteer.vendor path/to/vietnamadminunits/data/dataset.db

The data set is the SQLite file of the Python package vietnamadminunits 1.0.4 (MIT licence, see NOTICE.md beside this
module). Its legacy table is the state of early 2025, its other table the state from 1 July 2025.
"""

from __future__ import annotations

import gzip
import re
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from service.folding import fold

_HERE = Path(__file__).parent
LAST_DAY = "2025-06-30"  # Resolution 202/2025/QH15 and Resolution 203/2025/QH15: two tiers from 1 July 2025
FIRST_DAY = "2025-07-01"

# Units that came into being while the legacy table was in force: code -> first day. The units they replaced stand in
# former.tsv with the resolutions.
_BEGAN = {
    ("p", "46"): "2025-01-01",  # Huế
    ("d", "019"): "2014-04-01",  # Nam Từ Liêm
    ("d", "021"): "2014-04-01",  # Bắc Từ Liêm
    ("d", "049"): "2020-03-01",  # Quảng Hòa
    ("d", "769"): "2021-01-01",  # Thủ Đức (city)
    ("d", "407"): "2020-06-01",  # Nghi Sơn
    ("d", "374"): "2025-01-01",  # Hoa Lư (city)
    ("d", "474"): "2025-01-01",  # Thuận Hóa
    ("d", "475"): "2025-01-01",  # Phú Xuân
    ("d", "753"): "2025-01-01",  # Long Đất
    ("d", "754"): "2018-04-12",  # Phú Mỹ
}

_HUE = "46"  # a province called Thừa Thiên Huế until 31 December 2024 (Resolution 175/2024/QH15)

Row = tuple[str, ...]  # level, code, kind, name, parent, province, first day, last day


def main(source: str) -> None:
    """Write `units.tsv.gz` and `communes.tsv.gz` beside this module."""
    with sqlite3.connect(source) as connection:
        upper, communes = _legacy(connection)
        upper_now, communes_now = _current(connection)
    _write(_HERE / "units.tsv.gz", _merged(upper, upper_now))
    _write(_HERE / "communes.tsv.gz", communes + communes_now)


def _legacy(connection: sqlite3.Connection) -> tuple[list[Row], list[Row]]:
    rows = connection.execute(
        "SELECT province, provinceShort, provinceCode, district, districtShort, districtCode, districtType,"
        " ward, wardShort, wardCode, wardType FROM admin_units_legacy ORDER BY provinceCode, districtCode, wardCode"
    ).fetchall()
    upper: dict[tuple[str, str], Row] = {}
    communes: list[Row] = []
    for province, bare, code, district, d_bare, d_code, d_kind, ward, w_bare, w_code, w_kind in rows:
        upper.setdefault(("p", code), ("p", code, _kind(province, bare), bare, "", bare, _began("p", code), LAST_DAY))
        row = ("d", d_code, d_kind.lower(), _bare(d_bare, district), code, bare, _began("d", d_code), LAST_DAY)
        if code == _HUE and not row[6]:
            upper.setdefault(("before 2025", d_code), (*row[:5], "Thừa Thiên Huế", "", "2024-12-31"))
            row = (*row[:6], "2025-01-01", LAST_DAY)
        upper.setdefault(("d", d_code), row)
        if ward:
            communes.append(("c", w_code, w_kind.lower(), _bare(w_bare, ward), d_code, bare, "", LAST_DAY))
    return list(upper.values()), communes


def _current(connection: sqlite3.Connection) -> tuple[list[Row], list[Row]]:
    rows = connection.execute(
        "SELECT province, provinceShort, provinceCode, ward, wardShort, wardCode, wardType FROM admin_units"
        " ORDER BY provinceCode, wardCode"
    ).fetchall()
    upper: dict[str, Row] = {}
    communes: list[Row] = []
    for province, bare, code, ward, w_bare, w_code, w_kind in rows:
        upper.setdefault(code, ("p", code, _kind(province, bare), bare, "", bare, FIRST_DAY, ""))
        communes.append(("c", w_code, w_kind.lower(), _bare(w_bare, ward), code, bare, FIRST_DAY, ""))
    return list(upper.values()), communes


def _merged(old: list[Row], new: list[Row]) -> list[Row]:
    """Join a unit that keeps its code, kind and name across 1 July 2025 into one row."""
    kept = {row[:6] for row in old} & {row[:6] for row in new}
    joined = [(*row[:7], "") if row[:6] in kept else row for row in old]
    return joined + [row for row in new if row[:6] not in kept]


def _kind(full: str, bare: str) -> str:
    return full.removesuffix(bare).strip().lower()


def _bare(bare: str, full: str) -> str:
    """A unit that only has a number is named with its kind: "Quận 1"; "Kỳ Anh (Huyện)" loses what tells it apart."""
    if bare.removeprefix("Quận ").removeprefix("Phường ").isdigit():
        return full
    return re.sub(r" \([^)]*\)$", "", bare)


def _began(level: str, code: str) -> str:
    return _BEGAN.get((level, code), "")


def _write(path: Path, rows: Iterable[Row]) -> None:
    text = "".join("\t".join(fold(field.strip()).text for field in row) + "\n" for row in rows)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main(sys.argv[1])
