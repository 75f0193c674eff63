"""What a number is by its form and the words beside it: a date, an age, a label, a count of some named thing."""

from __future__ import annotations

import re
from decimal import Decimal

from service.rules.doc import Doc
from service.rules.roles import find_titles, title_head
from service.rules.tokens import Lexicon, Tokens
from service.rules.words import WrittenNumber

_MONEY = frozenset("đồng triệu tỷ tỉ usd vnđ vnd ngàn nghìn đô euro".split())
_TIME = frozenset("năm tháng ngày tuần giờ phút giây buổi quý".split())
_MEASURE = frozenset("km m km2 m2 ha kg tấn mét lít độ ki héc hecta m3 mm cm gb mb kwh mw feet".split())
_AGE = "tuổi"
_ORDINALS = frozenset(
    ["thứ", "khóa", "lần", "kỳ", "hạng", "cấp", "đợt", "loại", "bậc", "khoản", "điều", "mục", "chương", "tập"]
)
_LABELS = frozenset(
    "số đường quốc lộ tổ ấp khu lô phòng pc quận bản tel đt kênh báo vtv vov đoàn chỉ trường kv thôn xóm phường lớp"
    " ương ảnh khóm đai".split()
)
_NO_NOUNS = frozenset(
    "và hoặc hay từ đến tới ở tại trong ngoài trên dưới giữa của thuộc là được bị đã đang sẽ có còn thì mà do bằng so"
    " với cho để khi nếu nên nhưng giữ chiếm tăng giảm trở lên xuống về vào ra này đó ấy".split()
)
"""What may follow a number that stands without a noun."""
_PAPERS = frozenset(
    [("nghị", "định"), ("nghị", "quyết"), ("quy", "định"), ("thông", "tư"), ("chỉ", "thị"), ("kết", "luận")]
)
"""What is numbered without "số": "theo Nghị định 178"."""
_DOTTED_DATE = re.compile(r"(?:(?:0?[1-9]|[12]\d|3[01])\.)?(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d")
_DOTTED_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])")
_YEARS = re.compile(r"(?:19|20)\d\d(?:,(?:19|20)\d\d)+")
_LABEL = 6  # tokens before a number in which its label stands
_LABEL_ENDS = frozenset([",", ";", ".", "(", ")", "\n", "gồm", "đó", "và", "có", "là", "–", "-", "+", "•", "*"])


def by_form(doc: Doc, number: WrittenNumber) -> str:
    """The kind of a number that counts no people in so many words; ``no_noun`` where no noun says what it counts."""
    tokens = doc.tokens
    before, after = tokens.padded[number.i - 1], tokens.padded[number.j]
    if not number.whole:
        piece = _piece(tokens.slice(number.i, number.i + 1), number)
        if piece is not None:
            return piece
    if number.percent or after == "%" or (after == "phần" and tokens.at(number.j + 1) == "trăm"):
        return "percent"
    if "/" in (before, after):
        return "ratio"
    if after == _AGE or (_is_age(before, tokens.padded[number.i - 2]) and not number.is_word):
        return "age"
    if before in ("là", "khoảng", ":") and is_mean_age(tokens, number.i) and not after.isalpha():
        return "age"
    if _is_name(tokens, number):
        return "measure" if before in _MEASURE else "label"
    if after in _MONEY or after in ("$", "đ"):
        return "money"
    if after in _MEASURE:
        return "measure"
    if after in _TIME:
        return "duration"
    if before in _ORDINALS:
        return "ordinal"
    if after in ("h", "g") or _in_clock(tokens, number):
        return "time_of_day"
    if numbers_a_place(tokens, number.i) or before in _LABELS or before in ("-", "–") or after in ("-", "–"):
        return "label"
    if number.is_word and number.value == 1:
        return "indefinite"
    return _by_noun(tokens, number)


def numbers_a_place(tokens: Tokens, i: int) -> bool:
    """Whether the number at token ``i`` is the end of a commune's name: "xã Quế Xuân 1", "10 xã gồm Quế Xuân 2"."""
    if not (tokens.cap[i - 1] and tokens.low[i].isdigit() and len(tokens.low[i]) < 3 and i > 3):
        return False
    low = tokens.low
    return any(low[k] in _COMMUNES and (low[k] != "xã" or low[k - 1] != "thị") for k in range(i - 4, i - 1))


_COMMUNES = frozenset(["xã", "phường", "trấn", "thôn", "bản"])


def is_mean_age(tokens: Tokens, i: int) -> bool:
    """Whether a mean age is told before the number at token ``i``: "độ tuổi trung bình của số cán bộ này là 39"."""
    words = tokens.low[max(0, i - _MEAN) : i]
    return any(words[k] == _AGE and words[k + 1 : k + 3] in _MEANS for k in range(len(words)))


_MEAN = 14  # tokens before a number in which it is told to be a mean age
_MEANS = (["trung", "bình"], ["bình", "quân"])


def _is_age(before: str, earlier: str) -> bool:
    """ "tuổi 52", "tuổi dưới 40"; "trẻ tuổi 12" and "trên 50 tuổi 5" are labels with their counts."""
    if before == _AGE:
        return earlier not in ("trẻ", "cao", "lớn") and not earlier[:1].isdigit()
    return earlier == _AGE and before in ("dưới", "trên", "từ", "là", "khoảng", "đến", "hơn", "quá", ":")


def _piece(token: str, number: WrittenNumber) -> str | None:
    """A part of a date in dots ("6.2.2017"), of years in a row, or of a section's number; None for an item of a
    list ("12,15,18"), which is judged by the words around the list."""
    if number.value is None:
        return "label"
    if _DOTTED_DATE.fullmatch(token) or _YEARS.fullmatch(token):
        return "date"
    return "label" if "," not in token else None


def _is_name(tokens: Tokens, number: WrittenNumber) -> bool:
    """Whether a number is glued to letters or signs: "5G", "PA83", "VTC3", "m2", "GMT+7"; not "20km", "25m"."""
    i, j, n = number.i, number.j, len(tokens.low)
    if i and tokens.end[i - 1] == number.start and (tokens.low[i - 1].isalpha() or tokens.low[i - 1] in ("+", "_")):
        return True
    if j >= n or tokens.start[j] != number.end or not tokens.low[j].isalpha():
        return False
    return tokens.cap[j] and len(tokens.low[j]) <= 2


def _in_clock(tokens: Tokens, number: WrittenNumber) -> bool:
    """Whether a colon parts a number from another one: "08:06", "9 : 30"."""
    i, j = number.i, number.j
    behind = tokens.padded[j] == ":" and tokens.padded[j + 1][:1].isdigit()
    return behind or (tokens.padded[i - 1] == ":" and tokens.padded[i - 2][-1:].isdigit())


def _by_noun(tokens: Tokens, number: WrittenNumber) -> str:
    """A count of the noun behind the number; else a fraction, a list's number, the name of what stands before, or
    ``no_noun``."""
    i, j = number.i, number.j
    before, after = tokens.padded[i - 1], tokens.padded[j]
    named = j < len(tokens.low) and after.isalpha()
    if _YEAR.fullmatch(tokens.at(i)) and "luật" in tokens.low[max(0, i - _LAW) : i]:
        return "date"  # "Luật Phòng, chống tham nhũng 2018 quy định"
    if named and after not in _NO_NOUNS and not tokens.cap[j]:
        return "other_count"
    if j - i > 1 and tokens.low[j - 1] in ("triệu", "tỷ", "tỉ"):
        return "money"
    if isinstance(number.value, Decimal):
        return "date" if _DOTTED_DAY.fullmatch(tokens.slice(i, j)) else "measure"
    if before in ("", "\n", ".", "(", "[", "“", '"') or (after in (")", "]") and before != ":"):
        return "label"
    if (named and tokens.cap[j] and before.isalpha()) or (tokens.at(i - 2), before) in _PAPERS:
        return "label"
    return "no_noun"


_LAW = 12  # tokens of the longest name of a law


_RANKS: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "cấp trưởng|cấp phó|trưởng|phó|nam|nữ|lãnh đạo|lãnh đạo , quản lý|chuyên viên|cán bộ|công chức|viên chức"
        "|cán bộ nữ|cán bộ nam|nữ cán bộ|trưởng phòng|phó phòng|phó trưởng phòng|trưởng ban|phó ban|phó trưởng ban"
    ).split("|")
)


def names_officials(tokens: Tokens, number: WrittenNumber) -> bool:
    """Whether the label of a number is a role, a rank or a sex: "cấp trưởng 30", "phó phòng: 5", "nữ 20".

    The label ends with it, or goes on with where the post is ("chủ tịch UBND xã 5"), unless the number names that place
    ("chủ tịch UBND phường 5").
    """
    k = number.i
    if number.value is None or (tokens.at(k - 1).isalpha() and tokens.end[k - 1] == number.start):
        return False  # "phòng PV11"
    if tokens.at(k - 1) == "(" and tokens.at(number.j) == ")" and tokens.end[k - 2] == tokens.start[k - 1]:
        return False  # "thứ trưởng(1)": a note
    while tokens.at(k - 1) in _BEFORE_NUMBER:
        k -= 1
    begin = k
    while begin > max(0, k - _LABEL) and tokens.low[begin - 1] not in _LABEL_ENDS:
        begin -= 1
    hits = [(hit.i, hit.j) for hit in _RANKS.find(tokens, begin, k)]
    hits += [(hit.i, hit.j) for hit in find_titles(tokens, begin, k)]
    hits = [(i, j) for i, j in hits if i == begin or tokens.low[i] != "nam" or not tokens.cap[i]]
    if any(j == k for _, j in hits):
        return True
    return bool(hits) and tokens.at(k - 1) not in _LABELS and not tokens.cap[k - 1]


def in_a_list(tokens: Tokens, total: int, number: WrittenNumber) -> bool:
    """Whether a number behind its label stands in the list that a total opens: "45 cán bộ, gồm: khối đảng ba mươi"."""
    if not tokens.at(number.i - 1).isalpha() or _YEAR.fullmatch(tokens.at(number.i)):
        return False
    return any(word in _OPENS_LIST for word in tokens.low[max(total, number.i - _LISTED) : number.i])


_OPENS_LIST = frozenset(["gồm", "đó", "thể", "sau", "lại", ":", "("])
_YEAR = re.compile(r"(?:19|20)\d\d")
_LISTED = 60  # tokens behind the opener of a list in which its items are looked for


def counts_officials(tokens: Tokens, number: WrittenNumber) -> bool:
    """Whether what stands behind a number is an official, by rank or by title."""
    j = number.j
    return j < len(tokens) and (_RANKS.match(tokens, j) is not None or title_head(tokens, j) is not None)


_BEFORE_NUMBER = frozenset([":", "-", "–", "là", "có", "("])


_TOTALS_AGAIN = frozenset(["số", "cả", "bộ", "trong", "tất"])
_POINTING = frozenset(["này", "đó", "trên", "ấy"])
_POINTED = 6  # tokens behind a number in which its noun ends


def says_again(tokens: Tokens, number: WrittenNumber) -> bool:
    """Whether a count is one told before: "trong số 20 cán bộ", "cả 20 đồng chí", "20 cán bộ nói trên"."""
    if tokens.padded[number.i - 1] in _TOTALS_AGAIN:
        return True
    for word in tokens.low[number.j : number.j + _POINTED]:
        if not word.isalpha():
            return False
        if word in _POINTING:
            return True
    return False
