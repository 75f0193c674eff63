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
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from service.number_words import (
    MAX_DIGITS,
    NOT_SCALE,
    SCALES,
    UNITS,
    VOCABULARY,
    parse_number_words,
    parse_prefix,
    word_set,
)

__all__ = ["FIRST_WORDS", "NumberMention", "find_numbers", "find_numbers_at", "parse_number", "parse_number_words"]

# Nouns that "năm" counts; before anything else it is the year.
COUNTED = word_set(
    "đồng_chí người cán_bộ lượt huyện xã phường thị_trấn thị_xã tỉnh thành_phố quận sở ban phòng cơ_quan đơn_vị "
    "địa_phương vị_trí chức_danh chức_vụ bí_thư phó chủ_tịch ủy_viên giám_đốc trưởng trường_hợp tập_thể cá_nhân nữ nam "
    "đảng_viên công_chức viên_chức lãnh_đạo nhóm bước nội_dung nhiệm_vụ giải_pháp nhiệm_kỳ lần đợt điểm khâu mặt loại "
    "tổ_chức chi_bộ đảng_bộ thành_viên đại_biểu học_viên cặp ngày tuần quyết_định nghị_quyết văn_bản ngành lĩnh_vực "
    "nguyên_tắc tiêu_chí điều vị ông bà anh chị em trí_thức sĩ_quan chiến_sĩ giáo_viên hiệu_trưởng thẩm_phán kiểm_sát "
    "bộ trong phần chỉ_huy chuyên_viên nhân_sự tân đoàn tổ hướng trường"
)
# Words before "năm" that make it the year, whatever follows.
_BEFORE_YEAR = word_set(
    "mỗi hàng hằng đầu cuối giữa nửa một các những từng cả nhiều mấy vài mười mươi trăm nghìn ngàn hai ba bốn sáu bảy "
    "tám chín chục đang cùng"
)
_BEFORE_ORDINAL = frozenset(["thứ", "mùng", "mồng", "hạng"])
_BEFORE_NO_NUMBER = _BEFORE_ORDINAL | {"đòn", "vài", "dăm"}  # đòn bẩy: lever; vài ba: a few
_BEFORE_DAY = word_set("ngày sáng trưa chiều tối đêm hôm nay")
_IDIOMS = {  # number word -> next words with which it is none
    "một": word_set("số vài cách khi mặt chút trong là loạt mực chiều đôi ít thời phía phần"),
    "hai": word_set("là"),
    "ba": word_set("là mẹ má lô toong rọi hoa"),
    "bốn": word_set("là"),
    "năm": word_set("là"),
    "sáu": word_set("là"),
    "bảy": word_set("là"),
    "tám": word_set("là chuyện"),
    "chín": word_set("là muồi chắn mọng rộ suối bệ"),
    "mười": word_set("là"),
}
_SCALE_LETTERS = frozenset("nvtNVT")
FIRST_WORDS = frozenset([*UNITS, "mười"])
"""Words that a number in words begins with."""

_MAX_WORDS = 24

_FIGURES = re.compile("[0-9][0-9.,]*")
_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r"[ \n]{1,4}([^\W\d_]+)")
_SPACED_THOUSANDS = re.compile(r"(?: [0-9]{3}){1,4}(?![0-9])(?![.,][0-9])")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5}(?:,[0-9]{1,4})?")
_GROUPED_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,5}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}\.[0-9]{1,2}")
_DECIMAL = re.compile(r"([0-9]{1,9})(?:,([0-9]{1,3})|\.([0-9]{1,2}))")
_INTEGER = re.compile(r"[0-9]+")
_PERCENT = re.compile(r" ?%| {1,3}phần trăm", re.IGNORECASE)
_MAY_BE_PERCENT = "%pP "  # what a percent sign behind a blank begins with
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
    """Find every number of a folded text, in the order of the text. Time is linear in its length.

    The numbers of the last texts are kept, as passages are asked for more than once.
    """
    return list(_find_kept(text)) if _SHORT < len(text) <= _KEPT else _find(text)


_SHORT = 200
_KEPT = 100_000


def _find(text: str) -> list[NumberMention]:
    starts = [match.start() for match in _FIGURES.finditer(text)]
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as "İ" that grows when lowered
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for word in FIRST_WORDS:
        at = lower.find(word)
        while at >= 0:
            starts.append(at)
            at = lower.find(word, at + 1)
    return find_numbers_at(text, sorted(starts))


def find_numbers_at(text: str, starts: Iterable[int]) -> list[NumberMention]:
    """The numbers of a folded text that begin at some of these ascending offsets: of digits and of ``FIRST_WORDS``."""
    found: list[NumberMention] = []
    behind = 0
    for start in starts:
        if start < behind:
            continue
        run = _FIGURES.match(text, start)
        if run is not None:
            behind = _add_digits(text, start, run.end(), found)
        elif not (start and text[start - 1].isalnum()):
            word = _WORD.match(text, start)
            if word is not None and word[0].lower() in FIRST_WORDS:
                behind = _add_words(text, start, word.end(), found)
    return found


_find_kept = lru_cache(maxsize=2)(_find)


def parse_number(text: str) -> int | Decimal | None:
    """Return the value of a text that is one number, in digits or words, and nothing else; None otherwise."""
    folded = text.strip()
    if folded and "0" <= folded[0] <= "9":
        found = find_numbers(folded)
        return found[0].value if len(found) == 1 and found[0].text == folded else None
    return parse_number_words(folded.lower().split())


def _add_digits(text: str, start: int, end: int, found: list[NumberMention]) -> int:
    """Add the numbers of a run of digits, dots and commas; return where to go on."""
    run = text[start:end].rstrip(".,")
    end = start + len(run)
    plain = run.isdigit() and len(run) <= MAX_DIGITS
    value = int(run) if plain else _digits_value(run) if len(run) <= 2 * MAX_DIGITS else None
    if value is None or (isinstance(value, Decimal) and _is_day(text, start, run)):
        for match in _INTEGER.finditer(run):
            if len(match[0]) <= MAX_DIGITS:
                at = start + match.start()
                found.append(_mention(text, at, start + match.end(), int(match[0]), False))
        return end
    if text[end : end + 1] == " ":
        if plain and len(run) <= 3 and run[0] != "0" and text[end + 1 : end + 2].isdecimal():
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
    day, _, month = run.partition(".")
    if not day.isdigit() or not 1 <= int(day) <= 31 or not month.isdigit() or not 1 <= int(month) <= 12:
        return False
    return _previous_word(text, start).lower() in _BEFORE_DAY


def _number(digits: str) -> int | Decimal:
    return Decimal(digits) if "." in digits else int(digits)


def _scaled(text: str, end: int, value: int | Decimal) -> tuple[int, int | Decimal]:
    """Take "nghìn", "vạn", "triệu", "tỷ" behind digits into the number ("1,5 triệu")."""
    while text[end : end + 1] == " " and text[end + 1 : end + 2] in _SCALE_LETTERS:
        match = _NEXT_WORD.match(text, end)
        word = match[1].lower() if match else ""
        if not match or word not in SCALES or _next_word(text, match.end()) in NOT_SCALE.get(word, ()):
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
        # No number has two digits in a row; "năm năm năm" need not be read to its end from each word.
        if words[-1] not in VOCABULARY or (words[-1] in UNITS and words[-2] in UNITS):
            break
    lone = len(words) == 1 or words[1] not in VOCABULARY
    value, used = (UNITS.get(words[0], 10), 1) if lone else parse_prefix(words)
    if used and _is_number_here(text, start, words, used):
        found.append(_mention(text, start, ends[used - 1], value, True))
        return ends[used - 1]
    return end


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


_BEFORE_TERM = word_set("hạn gian sau trong được gần hơn đủ quá khoảng trên dưới tối")


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
    after = text[end : end + 1]
    percent = after == "%"
    if after == " " and text[end + 1 : end + 2] in _MAY_BE_PERCENT:
        percent = _PERCENT.match(text, end) is not None
    return NumberMention(start, end, value, text[start:end], is_word, percent)
