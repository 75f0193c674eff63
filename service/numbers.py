"""Numbers in Vietnamese text, in digits and in words, found in one pass.

Digits follow Vietnamese print: a dot groups thousands ("1.644"), a comma is the decimal sign ("98,39"), and a leading
zero means nothing ("08"). What fits neither is read number by number: "12.5.2018" and "12/2015" are dates to others,
and three or two numbers here. Words follow Vietnamese grammar ("hai mươi mốt", "một trăm linh năm", "hai nghìn rưỡi").

Many number words have other senses: "năm" is also year, "ba" father, "chín" ripe, and all of them are syllables of
names (Ba Vì, Năm Căn). A word is a number only where its neighbours allow it; "một" before a noun is reported, since
only the caller knows whether "một đồng chí" is a count or an article. Ordinals ("thứ hai", "tháng ba") are not numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

UNITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_AFTER_TENS = {**UNITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_COLLOQUIAL = {"mốt": 1, "lăm": 5, "nhăm": 5}  # "hai lăm" for "hai mươi lăm"
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_TENS = {"mươi", "chục"}
_ZERO_TENS = {"linh", "lẻ"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nouns that "năm" counts; before anything else it is the year.
COUNTED = _words(
    "đồng_chí người cán_bộ lượt huyện xã phường thị_trấn thị_xã tỉnh thành_phố quận sở ban phòng cơ_quan đơn_vị "
    "địa_phương vị_trí chức_danh chức_vụ bí_thư phó chủ_tịch ủy_viên giám_đốc trưởng trường_hợp tập_thể cá_nhân nữ nam "
    "đảng_viên công_chức viên_chức lãnh_đạo nhóm bước nội_dung nhiệm_vụ giải_pháp nhiệm_kỳ lần đợt điểm khâu mặt loại "
    "tổ_chức chi_bộ đảng_bộ thành_viên đại_biểu học_viên cặp ngày tuần quyết_định nghị_quyết văn_bản ngành lĩnh_vực "
    "nguyên_tắc tiêu_chí điều vị ông bà anh chị em trí_thức sĩ_quan chiến_sĩ giáo_viên hiệu_trưởng thẩm_phán kiểm_sát "
    "bộ trong phần chỉ_huy chuyên_viên nhân_sự tân đoàn tổ hướng trường"
)
# Words before "năm" that make it the year, whatever follows.
_BEFORE_YEAR = _words(
    "mỗi hàng hằng đầu cuối giữa nửa một các những từng cả nhiều mấy vài mười mươi trăm nghìn ngàn hai ba bốn sáu bảy "
    "tám chín chục đang cùng"
)
_BEFORE_ORDINAL = frozenset(["thứ", "mùng", "mồng", "hạng"])
_BEFORE_NO_NUMBER = _BEFORE_ORDINAL | {"đòn", "vài", "dăm"}  # đòn bẩy: lever; vài ba: a few
_BEFORE_DAY = _words("ngày sáng trưa chiều tối đêm hôm nay")
_IDIOMS = {  # number word -> next words with which it is none
    "một": _words("số vài cách khi mặt chút trong là loạt mực chiều đôi ít thời phía phần"),
    "hai": _words("là"),
    "ba": _words("là mẹ má lô toong rọi hoa"),
    "bốn": _words("là"),
    "năm": _words("là"),
    "sáu": _words("là"),
    "bảy": _words("là"),
    "tám": _words("là chuyện"),
    "chín": _words("là muồi chắn mọng rộ suối bệ"),
    "mười": _words("là"),
}
_NOT_SCALE = {  # scale word -> next words with which it is none
    "tỷ": _words("lệ trọng số giá suất mỉ"),
    "tỉ": _words("lệ trọng số giá suất mỉ"),
    "triệu": _words("tập hồi phú sơn phong"),
    "vạn": _words("ninh an phúc thắng lý tường"),
}

_FIRST_WORDS = frozenset([*UNITS, "mười"])

MAX_DIGITS = 18  # a longer run of digits is an identifier, not a number
_MAX_WORDS = 24

# The words come first and the looks behind last: four letters in ten can begin a number word, and most go no further.
_START = re.compile(
    r"[0-9mhbnstcMHBNSTC]"
    r"(?:(?:ột|ai|a|ốn|ăm|áu|ảy|ẩy|ám|hín|ười|ỘT|AI|A|ỐN|ĂM|ÁU|ẢY|ẨY|ÁM|HÍN|ƯỜI)(?!\w)|(?<=[0-9])[0-9.,]*)"
)
_NEXT_WORD = re.compile(r"[ \n]{1,4}([^\W\d_]+)")
_SPACED_THOUSANDS = re.compile(r"(?: [0-9]{3}){1,4}(?![0-9])(?![.,][0-9])")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5}(?:,[0-9]{1,4})?")
_GROUPED_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,5}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}\.[0-9]{1,2}")
_DECIMAL = re.compile(r"([0-9]{1,9})(?:,([0-9]{1,3})|\.([0-9]{1,2}))")
_INTEGER = re.compile(r"[0-9]+")
_PERCENT = re.compile(r" ?%| {1,3}phần trăm", re.IGNORECASE)
_OPENS_SENTENCE = frozenset(".!?:;\"“”‘'’(–—-•*+…\n/»«[")


class NumberMention(NamedTuple):
    """One number of a folded text.

    `start` and `end` are offsets into the folded text, a percent sign not included; `text` is what stands there.
    `value` is an int, or a Decimal where the text has a fraction.
    """

    start: int
    end: int
    value: int | Decimal
    text: str
    is_word: bool
    percent: bool


def find_numbers(text: str) -> list[NumberMention]:
    """Find every number of a folded text, in the order of the text. Time is linear in its length."""
    found: list[NumberMention] = []
    search = _START.search
    match = search(text)
    while match:
        start, end = match.span()
        if text[start] <= "9":
            end = _add_digits(text, start, end, found)
        elif not (start and text[start - 1].isalnum()) and text[start:end].lower() in _FIRST_WORDS:
            end = _add_words(text, start, end, found)
        match = search(text, end)
    return found


def parse_number(text: str) -> int | Decimal | None:
    """Return the value of a text that is one number, in digits or words, and nothing else; None otherwise."""
    folded = text.strip()
    if folded and "0" <= folded[0] <= "9":
        found = find_numbers(folded)
        return found[0].value if len(found) == 1 and found[0].text == folded else None
    return parse_number_words(folded.lower().split())


def parse_number_words(words: Sequence[str]) -> int | None:
    """Return the value of lower-case, folded number words that are one whole number; None when they are not."""
    if not words:
        return None
    if list(words) == ["không"]:
        return 0
    value, used = _parse_prefix(words, whole=True)
    return value if used == len(words) else None


def _add_digits(text: str, start: int, end: int, found: list[NumberMention]) -> int:
    """Add the numbers of a run of digits, dots and commas; return where to go on."""
    while text[end - 1] in ".,":
        end -= 1
    run = text[start:end]
    value = _digits_value(run) if len(run) <= 2 * MAX_DIGITS else None
    if value is None or (isinstance(value, Decimal) and _is_day(text, start, run)):
        for match in _INTEGER.finditer(run):
            if len(match[0]) <= MAX_DIGITS:
                at = start + match.start()
                found.append(_mention(text, at, start + match.end(), int(match[0]), False))
        return end
    if len(run) <= 3 and run[0] != "0":
        spaced = _SPACED_THOUSANDS.match(text, end)
        if spaced and not _follows_number(text, start):
            end = spaced.end()
            value = int(text[start:end].replace(" ", ""))
    end, value = _scaled(text, end, value)
    found.append(_mention(text, start, end, value, False))
    return end


def _follows_number(text: str, start: int) -> bool:
    """Whether digits stand just before, so that a space between figures parts columns, not thousands."""
    before = text[max(start - 3, 0) : start].rstrip(" ,;/-–")
    return before[-1:].isdigit()


def _digits_value(run: str) -> int | Decimal | None:
    """Return the value of one number in digits; None when the run is several numbers."""
    if run.isdigit():
        return int(run) if len(run) <= MAX_DIGITS else None
    if _GROUPED.fullmatch(run):
        return _number(run.replace(".", "").replace(",", "."))
    if _GROUPED_ENGLISH.fullmatch(run):
        return _number(run.replace(",", ""))
    decimal = _DECIMAL.fullmatch(run)
    if decimal:
        return Decimal(f"{decimal[1]}.{decimal[2] or decimal[3]}")
    return None


def _is_day(text: str, start: int, run: str) -> bool:
    """Whether "30.6" is a day and a month, as after "ngày" or "sáng"."""
    day, dot, month = run.partition(".")
    if not dot or not 1 <= int(day) <= 31 or not month.isdigit() or not 1 <= int(month) <= 12:
        return False
    return _previous_word(text, start).lower() in _BEFORE_DAY


def _number(digits: str) -> int | Decimal:
    return Decimal(digits) if "." in digits else int(digits)


def _scaled(text: str, end: int, value: int | Decimal) -> tuple[int, int | Decimal]:
    """Take "nghìn", "vạn", "triệu", "tỷ" behind digits into the number ("1,5 triệu")."""
    while text[end : end + 1] == " ":
        match = _NEXT_WORD.match(text, end)
        word = match[1].lower() if match else ""
        if not match or word not in SCALES or _next_word(text, match.end()) in _NOT_SCALE.get(word, ()):
            break
        scaled = value * SCALES[word]
        value = int(scaled) if scaled == int(scaled) else scaled
        end = match.end()
        if value >= 10**MAX_DIGITS:
            break
    return end, value


def _add_words(text: str, start: int, end: int, found: list[NumberMention]) -> int:
    """Add the number that begins with the number word at `start`, if it is one; return where to go on."""
    words = [text[start:end].lower()]
    ends = [end]
    at = end
    while len(words) < _MAX_WORDS:
        match = _NEXT_WORD.match(text, at)
        if not match:
            break
        at = match.end()
        words.append(match[1].lower())
        ends.append(at)
        if words[-1] not in _VOCABULARY:
            break
    value, used = _parse_prefix(words)
    if used and _is_number_here(text, start, words, used):
        found.append(_mention(text, start, ends[used - 1], value, True))
        return ends[used - 1]
    return end


_VOCABULARY = frozenset([*_AFTER_TENS, *SCALES, *_TENS, *_ZERO_TENS, "mười", "trăm", "không", "rưỡi"])


def _is_number_here(text: str, start: int, words: list[str], used: int) -> bool:
    """Whether the number words at `start` are a number, judged by their case and their neighbours."""
    first = text[start]
    following = words[used] if len(words) > used else ""
    previous = _previous_word(text, start)
    if first.isupper() and not _may_be_capital(text, start, words, used, previous, following):
        return False
    previous = previous.lower()
    if previous in _BEFORE_NO_NUMBER:
        return False
    if used > 1:
        return True
    if previous == "tháng" and following not in ("lần", "một"):
        return False
    if following in _IDIOMS.get(words[0], ()):
        return False
    return words[0] != "năm" or _counts(previous, words, used, text, start)


def _may_be_capital(text: str, start: int, words: list[str], used: int, previous: str, following: str) -> bool:
    """A capitalised number word counts at the start of a sentence and in a line of capitals, not inside a name."""
    at = start + len(words[0])
    rest = text[at : at + 8].lstrip(" ")
    if len(words[0]) > 1 and text[start + 1].isupper():
        return following in _COUNTED_HEADS or used > 1
    if previous and text[start - 1] == " " and text[max(start - 2, 0)] not in _OPENS_SENTENCE:
        return False
    before = text[max(start - 4, 0) : start].rstrip(" ")
    opens = not before or before[-1] in _OPENS_SENTENCE
    return opens and not rest[:1].isupper()


_COUNTED_HEADS = frozenset(noun.split("_")[0] for noun in COUNTED)


def _counts(previous: str, words: list[str], used: int, text: str, start: int) -> bool:
    """Whether a lone "năm" is five: before a noun that is counted, and not where a year is meant."""
    following = words[used] if len(words) > used else ""
    if not following or previous in _BEFORE_YEAR or previous.isdigit():
        return False
    end = start + len(words[0])
    match = _NEXT_WORD.match(text, end)
    second = _next_word(text, match.end()) if match else ""
    if following in ("năm", "tháng"):
        return second != "qua" if following == "tháng" and previous not in _BEFORE_TERM else not second.isdigit()
    return following in COUNTED or f"{following}_{second}" in COUNTED


_BEFORE_TERM = _words("hạn gian sau trong được gần hơn đủ quá khoảng trên dưới tối")


def _previous_word(text: str, start: int) -> str:
    """Return the word before `start` on the same line, or an empty string when a sign stands between."""
    if text[start - 1 : start] != " ":
        return ""
    before = text[max(start - 16, 0) : start - 1].rstrip(" ")
    if not before[-1:].isalnum():
        return ""
    return before.split()[-1].lstrip("\"'“‘(«[–-")


def _next_word(text: str, at: int) -> str:
    match = _NEXT_WORD.match(text, at)
    return match[1].lower() if match else ""


def _mention(text: str, start: int, end: int, value: int | Decimal, is_word: bool) -> NumberMention:
    return NumberMention(start, end, value, text[start:end], is_word, _PERCENT.match(text, end) is not None)


def _parse_prefix(words: Sequence[str], whole: bool = False) -> tuple[int, int]:
    """Read the longest number at the start of `words`; return its value and how many words it takes (0: none).

    With `whole`, all words are known to belong to the number, and "trăm năm" needs no look at what follows.
    """
    total = 0
    limit = 10**MAX_DIGITS
    at = 0
    while at < len(words):
        if at and words[at] == "không" and words[at + 1 : at + 2] == ["trăm"]:
            group, used = _parse_group(words, at + 2, after_scale=True)
            used = used + 2 if used else 0
        else:
            group, used = _parse_group(words, at, after_scale=at > 0)
        if not used:
            break
        after = at + used
        scale = 1
        while after < len(words) and words[after] in SCALES and not _other_sense(words, after):
            scale *= SCALES[words[after]]
            after += 1
        if scale >= limit:
            break
        if scale > 1 and words[after : after + 1] == ["rưỡi"]:
            return total + group * scale + scale // 2, after + 1
        total += group * scale
        at, limit = after, scale
        if scale == 1:
            break
    return total, at


def _other_sense(words: Sequence[str], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1] in _NOT_SCALE.get(words[at], ())


def _parse_group(words: Sequence[str], at: int, after_scale: bool) -> tuple[int, int]:
    """Read a number below one thousand at `at`; return its value and how many words it takes (0: none)."""
    first = words[at]
    if after_scale and first in _ZERO_TENS:
        tens, used = _parse_tens(words, at + 1) if at + 1 < len(words) else (0, 0)
        return tens, used + 1 if used else 0
    if first in UNITS and words[at + 1 : at + 2] == ["trăm"]:
        hundreds, used = UNITS[first] * 100, 2
        if at + 2 < len(words):
            if words[at + 2] == "rưỡi":
                return hundreds + 50, 3
            if words[at + 2] in _ZERO_TENS and at + 3 < len(words) and words[at + 3] in _AFTER_TENS:
                return hundreds + _AFTER_TENS[words[at + 3]], 4
            tens, more = _parse_tens(words, at + 2)
            if more > 1 or (more == 1 and tens == 10):
                return hundreds + tens, 2 + more
        return hundreds, used
    tens, used = _parse_tens(words, at)
    # After a scale a lone digit needs "linh" or "lẻ"; "một nghìn năm" is a thousand years.
    if after_scale and used == 1 and tens < 10 and words[at + 1 : at + 2] not in _SCALE_WORDS:
        return 0, 0
    return tens, used


_SCALE_WORDS = [[scale] for scale in SCALES]


def _parse_tens(words: Sequence[str], at: int) -> tuple[int, int]:
    """Read a number below one hundred at `at`; return its value and how many words it takes (0: none)."""
    first = words[at]
    second = words[at + 1] if at + 1 < len(words) else ""
    if first == "mười":
        if second in _AFTER_TENS and second not in ("năm", "mốt", "tư"):
            return 10 + _AFTER_TENS[second], 2
        return 10, 1
    if first not in UNITS:
        return 0, 0
    if second in _TENS:
        third = words[at + 2] if at + 2 < len(words) else ""
        # "hai mươi năm" is twenty years: five after tens is "lăm".
        if third in _AFTER_TENS and third != "năm":
            return UNITS[first] * 10 + _AFTER_TENS[third], 3
        return UNITS[first] * 10, 2
    if second in _COLLOQUIAL and first != "một":
        return UNITS[first] * 10 + _COLLOQUIAL[second], 2
    return UNITS[first], 1
