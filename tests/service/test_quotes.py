"""Quotes, names and numbers are found exactly, after folding of spelling only, or not at all."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from schemas import TextSpan
from service.folding import fold, fold_key
from service.prepare import Prepared, Submission, prepare
from service.quotes import Finder, Match, find_quote, find_value
from tests.growth import cpu_seconds, fresh, growth


def _prepared(text: str) -> Prepared:
    return prepare(Submission(f"{text}\nBan Thường vụ Tỉnh ủy đã quyết định điều động cán bộ."))


# Text of the article, what is looked for, whether it is there.
_PAIRS = [
    ("luân chuyển 37 cán bộ", "37 cán bộ", True),
    ("luân chuyển 37 cán bộ", "39 cán bộ", False),
    ("luân chuyển 137 cán bộ", "37 cán bộ", False),
    ("tỷ lệ 1.37 cán bộ", "37 cán bộ", False),
    ("gồm 37.000 cán bộ", "gồm 37", False),
    ("gồm 37,5 cán bộ", "gồm 37", False),
    ("gồm 37, trong đó có nữ", "gồm 37", True),
    ("xã Đồng Văn", "xã Đồng Vân", False),
    ("xã Đồng Văn", "xã Đồng Văn", True),
    ("ông Nguyễn Văn An", "Nguyễn Văn A", False),
    ("ông Nguyễn Văn An", "Nguyễn Văn An", True),
    ("ông Nguyễn Văn An", "Nguyễn Vân An", False),
    ("ôngLê Hữu Tùng", "Lê Hữu Tùng", True),
    ("ÔNG LÊ HỮU TÙNG", "Lê Hữu Tùng", True),
    ("Uỷ viên Ban Thường vụ", "Ủy viên Ban Thường vụ", True),
    ("Phó Bí thư huyện uỷ Hoà Vang", "Phó Bí thư huyện ủy Hòa Vang", True),
    ("Phó  Bí thư\nhuyện ủy", "Phó Bí thư huyện ủy", True),
    ("Phó\u00a0Bí thư", "Phó Bí thư", True),
    ("Bí thư Huyện ủy", "Phó Bí thư Huyện ủy", False),
    (unicodedata.normalize("NFD", "xã Đồng Văn"), "xã Đồng Văn", True),
    ("xã Đồng Văn", unicodedata.normalize("NFD", "xã Đồng Văn"), True),
    (unicodedata.normalize("NFD", "xã Đồng Văn"), "xã Đồng Vân", False),
    ("lu\u00adân chuyển", "luân chuyển", True),
]


@pytest.mark.parametrize(("text", "quote", "there"), _PAIRS)
def test_a_quote_is_there_or_not(text: str, quote: str, there: bool) -> None:
    """Another number, commune or person is never found; another spelling of the same words always is."""
    prepared = _prepared(text)
    span = find_quote(prepared, quote)
    assert (span is not None) is there
    if span:
        assert span.exact == prepared.article.text[span.start : span.end]
        assert fold_key(span.exact) == fold_key(quote)


# Text of the article, number, whether a count of that number is there.
_NUMBERS = [
    ("có 37 cán bộ", 37, True),
    ("có 39 cán bộ", 37, False),
    ("có 15 cán bộ", 12, False),
    ("có 112 cán bộ", 12, False),
    ("có 1.200 cán bộ", 12, False),
    ("có 1.200 cán bộ", 1200, True),
    ("có 1.644 cán bộ", 1644, True),
    ("có 1 644 cán bộ", 1644, True),
    ("có 1644 cán bộ", 1644, True),
    ("có 1.644 cán bộ", 644, False),
    ("có 08 đồng chí", 8, True),
    ("có mười lăm đồng chí", 15, True),
    ("có mười lăm đồng chí", 10, False),
    ("có năm đồng chí", 5, True),
    ("trong năm 2015", 5, False),
    ("đạt 98,39%", 98.39, True),
    ("đạt 98,39%", 98, False),
    ("từ tháng 12/2015", 12, False),
    ("ngày 12/5/2018", 12, False),
    ("ngày 12 tháng 5", 12, False),
    ("sáng 12.5.2018", 12, False),
    ("Nghị quyết 12-NQ/TW", 12, False),
    ("đạt 12/15 đồng chí", 15, True),
    ("trúng cử khóa 12", 12, False),
    ("Bộ Tư lệnh Quân khu 4", 4, False),
    ("các trung tâm khu vực 32 người", 32, True),
]


@pytest.mark.parametrize(("text", "value", "there"), _NUMBERS)
def test_a_count_is_there_or_not(text: str, value: float, there: bool) -> None:
    """A count is found in digits and words, whole, and not inside a longer number, a date or a document's sign."""
    finder = Finder(_prepared(text))
    assert (finder.number(value, 0, len(text), count=True) is not None) is there


def test_numbers_and_words_are_found_inside_a_span_only() -> None:
    """A value outside the given span is not found in it; the found span quotes the article."""
    text = "12 cán bộ cấp tỉnh và mười lăm cán bộ cấp huyện uỷ"
    prepared = _prepared(text)
    first = TextSpan(start=0, end=18, exact=text[:18])
    assert find_value(prepared, 15, first) is None
    assert find_value(prepared, "huyện ủy", first) is None
    for value, exact in ((15, "mười lăm"), ("huyện ủy", "huyện uỷ")):
        found = find_value(prepared, value)
        assert found is not None
        assert found.exact == exact == text[found.start : found.end]


def test_the_closest_of_several_quotes_is_taken() -> None:
    """With `near`, the occurrence that begins closest to it is returned; without, the first."""
    text = "12 cán bộ ở tỉnh, 12 cán bộ ở huyện"
    prepared = _prepared(text)
    first, second = find_quote(prepared, "12 cán bộ"), find_quote(prepared, "12 cán bộ", near=20)
    assert first is not None
    assert second is not None
    assert (first.start, second.start) == (0, 18)


def test_the_way_of_matching_is_told() -> None:
    """Letter for letter is `exact`; another tone placement, case or spacing is `folded`."""
    finder = Finder(_prepared("Uỷ viên, ÔNG LÊ AN"))
    assert [place and place.match for place in map(finder.words, ("Uỷ viên", "Ủy viên", "Lê An", "Lê Ân"))] == [
        Match.EXACT,
        Match.FOLDED,
        Match.FOLDED,
        None,
    ]


_LETTERS = st.text(alphabet="aăâáạậđĐeễoớưửUỷyNn 12,.\n\u0301\u0323\u00a0\u200b", min_size=1, max_size=60)


@given(_LETTERS, st.data())
def test_whatever_is_quoted_stands_there(text: str, data: st.DataObject) -> None:
    """For any text and any words of it, in any form, a found span quotes the text and has the key of the quote."""
    prepared = _prepared(text)
    source = prepared.article.text
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    assume(fold(quote).text.strip())
    decomposed, spaced = unicodedata.normalize("NFD", quote), quote.replace(" ", "  ")
    found = find_quote(prepared, data.draw(st.sampled_from([quote, decomposed, spaced])))
    if found:
        assert found.exact == source[found.start : found.end]
        assert fold_key(found.exact) == fold_key(quote)


@pytest.mark.parametrize("unit", ["12 ", "ông Lê ", "((", "a,", "\n  ", "uỷ "])
def test_time_grows_with_the_length_only(unit: str) -> None:
    """Searches that fail take four times as long in four times the text, not sixteen times."""

    def seconds(size: int) -> float:
        prepared = prepare(Submission(fresh(unit * (size // len(unit)) + "ưởng " * (size // 5))))
        finder = Finder(prepared)

        def work() -> None:
            for i in range(20):
                assert finder.words(f"Nguyễn Văn {i}") is None
                assert finder.number(777 + i, 0, len(prepared.article.text)) is None

        return cpu_seconds(work)

    assert growth(seconds, 50_000, 200_000, most=9) <= 9
