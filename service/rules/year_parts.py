"""Parts of a year: "quý I/2023", "6 tháng đầu năm 2024", "2 tháng cuối năm"."""

from __future__ import annotations

from service.rules.date_mentions import DateMention, number_at, year_at
from service.rules.tokens import Tokens

_NUMBER_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def quarter_of(tokens: Tokens, i: int) -> DateMention | None:
    """The quarter whose numeral is token ``i``, with the year behind it; None where the numeral is none."""
    number = _QUARTERS.get(tokens.low[i])
    if number is None:
        return None
    j = i + 1
    year = None
    if tokens.at(j) in ("/", "-", "năm"):
        year = year_at(tokens, j + 1)
        j += 2 if year else 0
    first, last = 3 * number - 2, 3 * number
    edtf = f"{year}-{first:02d}/{year}-{last:02d}" if year else None
    point = edtf.split("/")[0] if edtf else None
    return DateMention(i - 1, j, "range", edtf, year, first, None, point, last_month=last)


def quarter_at(tokens: Tokens, i: int) -> DateMention | None:
    """The quarter at the word "quý" (token ``i``): "quý I/2023", "quý II năm 2024"; None where no numeral follows."""
    return quarter_of(tokens, i + 1) if i + 1 < len(tokens) and tokens.low[i + 1] in _QUARTERS else None


def open_half_year_at(tokens: Tokens, i: int) -> DateMention | None:
    """ "2 tháng đầu năm", "6 tháng cuối năm nay" at the word "tháng" (token ``i``): months of a year left open."""
    count = number_at(tokens, i - 1) or _NUMBER_WORDS.get(tokens.at(i - 1))
    side = tokens.at(i + 1)
    if count is None or not 1 <= count <= 11 or side not in ("đầu", "cuối") or tokens.at(i + 2) != "năm":
        return None
    j = i + 4 if tokens.at(i + 3) == "nay" else i + 3
    if year_at(tokens, j) or (side == "cuối" and count == 1):
        return None
    first, last = (1, count) if side == "đầu" else (13 - count, 12)
    return DateMention(i - 1, j, "range", None, None, first, last_month=last)


def half_year_before(tokens: Tokens, i: int, year: int) -> DateMention | None:
    """ "6 tháng đầu năm 2024", "hai tháng đầu năm 2019", "9 tháng năm 2023", "6 tháng cuối năm 2024"."""
    k = i - 2
    side = tokens.padded[k] if tokens.padded[k] in ("đầu", "cuối") else "đầu"
    if tokens.at(k) in ("đầu", "cuối"):
        k -= 1
    if tokens.at(k) != "tháng":
        return None
    count = number_at(tokens, k - 1) or _NUMBER_WORDS.get(tokens.at(k - 1))
    if count is None or not 1 <= count <= 11:
        return None
    first, last = (1, count) if side == "đầu" else (13 - count, 12)
    edtf = f"{year}-{first:02d}/{year}-{last:02d}"
    return DateMention(k - 1, i + 1, "range", edtf, year, first, None, edtf.split("/")[0])
