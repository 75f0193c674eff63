"""Single dates of a text, before words such as "từ ... đến" join them: days, months, years, quarters, year ranges.

An atom is a date written in digits ("12/4/2015", "5.6.2012", "tháng 6-2012"), in words ("ngày 1 tháng 7 năm 2025") or a
pair of years ("2016-2020"). Two numbers with a stroke are a date only where a word says so ("ngày 12-4", "sáng 9/7",
"tháng 6/2012"): without one they are a share ("27/27 huyện"), a vote ("51/55 đại biểu") or a document ("24/2014").
"""

from __future__ import annotations

from service.rules.date_mentions import (
    FIRST_YEAR,
    LAST_YEAR,
    DateMention,
    make_day,
    make_month,
    make_year,
    number_at,
    year_at,
)
from service.rules.tokens import Tokens
from service.rules.year_parts import half_year_before, quarter_of

_STROKES = frozenset("/-–—.")
_BEFORE_PLAIN = frozenset(["ngày", "mùng", "mồng", "tháng", "quý"])
_RANGE_STROKES = frozenset("-–—")
_DAY_WORDS = frozenset(["ngày", "sáng", "chiều", "trưa", "tối", "đêm", "hôm", "mùng", "mồng", "nay", "qua"])
_WEAK_DAY_WORDS = frozenset(["từ", "đến", "tới", "hết", "trước", "sau", "vào", "kể"])
_UNITS = frozenset(
    [
        "huyện",
        "xã",
        "tỉnh",
        "phường",
        "quận",
        "thị",
        "thành",
        "đại",
        "đảng",
        "chi",
        "sở",
        "cơ",
        "đơn",
        "đồng",
        "cán",
        "người",
        "số",
        "phiếu",
        "ủy",
        "thôn",
        "điểm",
        "ban",
        "tổ",
        "trường",
        "phòng",
        "bộ",
        "ngành",
        "địa",
        "trên",
        "chức",
        "doanh",
        "hộ",
        "vị",
        "cấp",
    ]
)
_PREFIXES = frozenset(["đầu", "cuối", "giữa"])
_PAPERS = frozenset(
    ["định", "quyết", "luật", "luận", "thị", "tư", "văn", "hoạch", "dẫn", "lệnh", "án", "số", "chế", "báo"]
)
_TERM_FILLER = frozenset(["(", "này", "hiện", "nay", "tới", "trước", "mới", "các", "giai", "đoạn", "là", ":", ","])
_ROMAN = frozenset(
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii"]
)
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _valid(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _DAYS_IN[month - 1]


def atom_at(tokens: Tokens, i: int) -> DateMention | None:
    """The date whose first digit is token ``i``; words before it ("ngày", "tháng", "cuối năm") belong to it."""
    word, before = tokens.low[i], tokens.padded[i - 1]
    if len(word) != 4 and before not in _BEFORE_PLAIN and tokens.padded[i + 1] not in _STROKES and "." not in word:
        return None  # a plain number that is no year, and no day or month either
    parts, j = _digits(tokens, i)
    if not parts:
        return None
    if before == "quý":
        return quarter_of(tokens, i)
    found = _numeric(tokens, i, j, parts, before)
    if found is None and (len(parts) == 1 or j > i + 1):
        found = _worded(tokens, i, before)
    if found is None:
        return None
    _widen(tokens, found)
    return found


def _digits(tokens: Tokens, i: int) -> tuple[list[int], int]:
    """One to three numbers joined by one kind of stroke at token ``i``, and the token behind them."""
    word = tokens.low[i]
    if "." in word:
        parts = word.split(".")
        if len(parts) > 3 or not all(0 < len(p) <= 4 and p.isascii() and p.isdigit() for p in parts):
            return [], i
        return [int(p) for p in parts], i + 1
    first = number_at(tokens, i)
    if first is None:
        return [], i
    out, j = [first], i + 1
    stroke = tokens.padded[j]
    while stroke in _STROKES and len(out) < 3 and tokens.at(j) == stroke:
        value = number_at(tokens, j + 1)
        if value is None:
            break
        out.append(value)
        j += 2
        if value >= FIRST_YEAR:
            break
    return out, j


def _glued(tokens: Tokens, i: int, before: str) -> bool:
    """Whether a dash ties the digits at token ``i`` to what stands before: not in "Thứ sáu - 27/03/2020"."""
    return before == "-" and tokens.end[i - 1] == tokens.start[i]


def _numeric(tokens: Tokens, i: int, j: int, parts: list[int], before: str) -> DateMention | None:
    """Digits with strokes as a date, where their values and the word before them allow it."""
    dotted = j == i + 1
    if len(parts) == 3:
        day, month, year = parts
        if _valid(day, month) and FIRST_YEAR <= year <= LAST_YEAR and before != "/" and not _glued(tokens, i, before):
            return make_day(i, j, day, month, year)
        return None
    if len(parts) != 2:
        return None
    first, second = parts
    if FIRST_YEAR <= first <= LAST_YEAR and FIRST_YEAR <= second <= LAST_YEAR and not dotted:
        return _years(tokens, i, j, first, second) if first <= second and tokens.at(i + 1) in _RANGE_STROKES else None
    if FIRST_YEAR <= second <= LAST_YEAR:
        named = before in ("tháng", "từ", "đến", "tới", "(", "-", "–", "vào", "hồi")
        if 1 <= first <= 12 and named and tokens.at(i - 2) not in _PAPERS:
            return make_month(i, j, first, second)
        return None
    if not _valid(first, second):
        return None
    if before in _DAY_WORDS or (before == "(" and tokens.at(i - 2) in _DAY_WORDS):
        return _more_days(tokens, i, j, first, second) or make_day(i, j, first, second, None)
    if before in ("", "\n", ".") and tokens.at(j) == "," and not dotted:
        return make_day(i, j, first, second, None)
    if before in _WEAK_DAY_WORDS and not dotted and tokens.at(j) not in _UNITS and tokens.at(i - 2) not in _PAPERS:
        return make_day(i, j, first, second, None)
    if before in ("và", "-", "–") and not dotted and (tokens.at(i - 3) in _DAY_WORDS or tokens.at(i - 5) in _DAY_WORDS):
        return make_day(i, j, first, second, None)
    return None


def _more_days(tokens: Tokens, i: int, j: int, first: int, second: int) -> DateMention | None:
    """ "ngày 9-10/7" and "9-10/7/2018": two days of one month."""
    month = number_at(tokens, j + 1)
    if tokens.at(j) != "/" or tokens.at(i + 1) == "/" or month is None or not _valid(second, month) or first >= second:
        return None
    year = year_at(tokens, j + 3) if tokens.at(j + 2) == "/" else None
    end = j + 4 if year else j + 2
    edtf = f"{year:04d}-{month:02d}-{first:02d}/{year:04d}-{month:02d}-{second:02d}" if year else None
    point = edtf.split("/")[0] if edtf else None
    return DateMention(i, end, "range", edtf, year, month, first, point)


def _years(tokens: Tokens, i: int, j: int, first: int, last: int) -> DateMention:
    """A pair of years: a term of office behind "nhiệm kỳ" or "khóa", else a range."""
    k = i - 1
    while k >= 0 and i - k < 6 and (tokens.low[k] in _TERM_FILLER or tokens.low[k] in _ROMAN):
        k -= 1
    word, earlier = tokens.at(k), tokens.at(k - 1)
    term = (word in ("kỳ", "kì") and earlier == "nhiệm") or (word == "khóa" and earlier != "niên")
    years = f"{first}/{last}"
    if not term and tokens.at(i - 1) == "-" and tokens.at(i - 2) in ("kỳ", "kì"):
        term = True
    if term:
        return DateMention(k - (word != "khóa"), j, "term", None, first, None, None, str(first), years)
    return DateMention(i, j, "range", years, first, None, None, str(first))


def _worded(tokens: Tokens, i: int, before: str) -> DateMention | None:
    """A plain number behind "ngày", "tháng" or "năm", with the month and year that follow in words."""
    value = number_at(tokens, i)
    if value is None:
        return None
    if before in ("ngày", "mùng", "mồng") and tokens.at(i + 1) == "tháng":
        month = number_at(tokens, i + 2)
        if month is None or not _valid(value, month):
            return None
        year, j = _year_behind(tokens, i + 3)
        return make_day(i, j, value, month, year)
    if before == "tháng" and 1 <= value <= 12:
        year, j = _year_behind(tokens, i + 1)
        return make_month(i, j, value, year)
    if FIRST_YEAR <= value <= LAST_YEAR and len(tokens.low[i]) == 4:
        return _bare_year(tokens, i, value, before)
    return None


def _year_behind(tokens: Tokens, j: int) -> tuple[int | None, int]:
    """The year at token ``j`` behind "năm", a comma or a stroke, and the token behind it."""
    if tokens.at(j) in ("năm", "/", "-", "."):
        year = year_at(tokens, j + 1)
        if year:
            return year, j + 2
    return None, j


def _bare_year(tokens: Tokens, i: int, year: int, before: str) -> DateMention | None:
    """A year of four digits, where a word, a bracket or another year before it says that it is one."""
    if before in ("năm", "niên"):
        return half_year_before(tokens, i, year) or make_year(i, i + 1, year)
    if before == "(" and tokens.at(i + 1) in (")", "-", ",", ";"):
        return make_year(i, i + 1, year)
    if before in ("từ", "đến", "tới", "trước", "sau", "sn") and tokens.at(i - 2) not in _PAPERS:
        return make_year(i, i + 1, year)
    if before in (",", "và") and year_at(tokens, i - 2) and tokens.at(i + 1) in (",", "và", ".", ")", ";", "\n", ""):
        return make_year(i, i + 1, year)
    if before == "và" and year_at(tokens, i - 2) == year - 1 and tokens.at(i - 3) in ("năm", ","):
        return make_year(i, i + 1, year)
    return None


def _widen(tokens: Tokens, date: DateMention) -> None:
    """Take in the words before a date that belong to it, and see whether it is a birth date or a document's date."""
    i = date.i
    if date.kind in ("day", "month", "year"):
        words = ("ngày", "mùng", "mồng") if date.kind == "day" else ("tháng",) if date.kind == "month" else ("năm",)
        while i > 0 and tokens.low[i - 1] in words:
            i -= 1
        if date.kind != "day" and tokens.at(i - 1) in _PREFIXES:
            i -= 1
    elif date.kind == "range":
        while tokens.at(i - 1) in ("năm", "học", "giai", "đoạn", "ngày"):
            i -= 1
    before = tokens.at(i - 1)
    date.birth = before in ("sinh", "sn") or (before == "năm" and tokens.at(i - 2) == "sinh")
    if before == "(" and date.kind == "year" and tokens.cap[i - 2] and (date.year or 0) < 2010:
        date.birth = True
    k = i - 2 if before in (",", "(") else i - 1
    date.paper = (
        date.kind == "day"
        and k > 1
        and ((tokens.low[k].isdigit() and tokens.low[k - 1] in _PAPERS) or tokens.low[k - 1] in ("/", "-"))
    )
    date.i = i
