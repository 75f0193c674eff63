"""Numbers in digits and words are found with their value, and other senses of the words are not numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from service.folding import fold
from service.numbers import find_numbers, parse_number, parse_number_words
from tests.growth import cpu_seconds, fresh, growth


def _values(text: str) -> list[int | Decimal]:
    return [mention.value for mention in find_numbers(fold(text).text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("luân chuyển 1.644 cán bộ", [1644]),
        ("gồm 08 đồng chí", [8]),
        ("đạt 98,39%", [Decimal("98.39")]),
        ("1 644 người", [1644]),
        ("3,5 644 người", [Decimal("3.5"), 644]),
        ("1.234.567 lượt", [1234567]),
        ("1,234,567 lượt", [1234567]),
        ("1.234,5 ha", [Decimal("1234.5")]),
        ("12/2015", [12, 2015]),
        ("ngày 12.5.2018", [12, 5, 2018]),
        ("sáng 30.6", [30, 6]),
        ("sáng 1,234.5 người", [Decimal("1234.5")]),
        ("tăng 2.5 lần", [Decimal("2.5")]),
        ("2016-2020", [2016, 2020]),
        ("bài 12,15,18", [12, 15, 18]),
        ("2012,2013", [2012, 2013]),
        ("27/27 huyện", [27, 27]),
        ("2 nghìn cán bộ", [2000]),
        ("1,5 triệu đồng", [1_500_000]),
        ("1 triệu tỷ đồng", [10**15]),
        ("ngày 12 triệu tập hội nghị", [12]),
        ("3 tỷ lệ", [3]),
        ("Nghị quyết 11-NQ/TW", [11]),
        ("xã An 37, 127 người", [37, 127]),
        ("9" * 40, []),
        ("mười lăm người", [15]),
        ("hai mươi mốt xã", [21]),
        ("hai mươi tư huyện", [24]),
        ("hai lăm cán bộ", [25]),
        ("một trăm linh năm cán bộ", [105]),
        ("hai nghìn không trăm mười tám", [2018]),
        ("hai triệu rưỡi đồng", [2_500_000]),
        ("ba chục cán bộ", [30]),
        ("hai mươi năm qua", [20]),
        ("năm đồng chí", [5]),
        ("năm năm", [5]),
        ("trong năm năm qua", [5]),
        ("năm mươi người", [50]),
        ("Năm cán bộ được bổ nhiệm", [5]),
        ("HAI CÁN BỘ", [2]),
        ("bảy phó ban", [7]),
        ("một đồng chí", [1]),
    ],
)
def test_numbers_are_found_with_their_value(text: str, values: list[int | Decimal]) -> None:
    """Each way of writing a number gives its value, and a list of numbers gives each of them."""
    assert _values(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn Ba",
        "phường Quảng Ba",
        "huyện Năm Căn",
        "quận Hai Bà Trưng",
        "huyện Ba Vì",
        "các năm tiếp theo",
        "đầu năm cán bộ",
        "hằng năm người đứng đầu",
        "đầu tư",
        "một số cán bộ",
        "một phần giáo viên",
        "nhiệm kỳ thứ hai",
        "thứ Ba",
        "tháng ba",
        "chín muồi",
        "đòn bẩy",
        "vài ba cán bộ",
        "Hai là, thực hiện",
        "hàng trăm cán bộ",
        "chia tay",
        "triệu tập",
    ],
)
def test_other_senses_are_not_numbers(text: str) -> None:
    """Names, years, ordinals, vague amounts and idioms with a number word in them give no number."""
    assert _values(text) == []


def test_a_mention_knows_its_place_and_form() -> None:
    """Offsets quote the folded text; words and percents are marked, and the percent sign stays outside."""
    text = "có hai bí thư, chiếm 98,39 % và mười phần trăm"
    mentions = find_numbers(text)
    assert [text[m.start : m.end] for m in mentions] == [m.text for m in mentions] == ["hai", "98,39", "mười"]
    assert [(m.is_word, m.percent) for m in mentions] == [(True, False), (False, True), (True, True)]


@given(st.one_of(st.integers(0, 2000), st.integers(0, 10**12)))
def test_number_words_agree_with_num2words(value: int) -> None:
    """Every whole number spelt out by num2words is read back, as words and inside a sentence."""
    words = num2words(value, lang="vi")
    assert parse_number_words(words.split()) == value
    if value not in (0, 5):
        assert _values(f"gồm {words} đồng chí") == [value]


@given(st.integers(0, 10**9))
def test_dotted_thousands_are_read_back(value: int) -> None:
    """A number printed with dots between thousands has its value."""
    dotted = f"{value:,}".replace(",", ".")
    assert _values(f"có {dotted} người") == [value]
    assert parse_number(dotted) == value


@pytest.mark.parametrize("text", ["", "hai huyện", "37 cán bộ", "12/2015", "lăm", "mươi", "một trăm năm"])
def test_what_is_not_one_number_has_no_value(text: str) -> None:
    """Text beside the number, several numbers, or words that end in the middle of one, are refused."""
    assert parse_number(text) is None


@given(st.text(alphabet="0123456789., %năm hai mươi trăm nghìn tỷ ba NĂM", max_size=80))
def test_mentions_are_in_order_and_apart(text: str) -> None:
    """Whatever the text, mentions follow each other without overlap and quote it."""
    at = 0
    for mention in find_numbers(text):
        assert mention.start >= at
        assert mention.text == text[mention.start : mention.end] != ""
        at = mention.end


@pytest.mark.parametrize(
    "unit", ["1", "1,", "1.", "1 ", "1 234 ", "một ", "năm ", "hai nghìn ", "Ba ", "1.234.", "hai tỷ ", "BA", "((1"]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    """Four times the digits, commas or number words take about four times the time."""

    def seconds(size: int) -> float:
        text = fresh(unit * (size // len(unit)))
        return cpu_seconds(lambda: find_numbers(text))

    assert growth(seconds, 50_000, 200_000, most=9) <= 9
