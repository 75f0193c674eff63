"""Dates and periods: what the words say in EDTF, which year a day has, and what is no date."""

from datetime import date

import pytest

from service.folding import fold
from service.rules.date_mentions import DateMention
from service.rules.date_years import resolve_day
from service.rules.dates import find_dates
from service.rules.doc import Doc, read_doc


def _doc(text: str, published_on: date | None = None) -> Doc:
    return read_doc(fold(text), published_on)


def _only(text: str) -> DateMention:
    (found,) = find_dates(_doc(text))
    return found


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        ("Ngày 3/9/2016, tỉnh công bố", "day", "2016-09-03"),
        ("ký ngày 7.11.2013.", "day", "2013-11-07"),
        ("từ ngày 1 tháng 3 năm 2024", "day", "2024-03-01"),
        ("vào tháng 8 năm 2017", "month", "2017-08"),
        ("tháng 2/2011", "month", "2011-02"),
        ("hồi tháng 10-2009", "month", "2009-10"),
        ("năm 2018", "year", "2018"),
        ("giữa năm 2014, ông", "year", "2014"),
        ("từ năm 2013 đến nay", "since", "2013/.."),
        ("Từ đầu năm 2019 cho đến nay", "since", "2019/.."),
        ("từ sau đại hội (tháng 3/2016) đến nay", "since", "2016-03/.."),
        ("giai đoạn 2011-2015", "range", "2011/2015"),
        ("từ năm 2008 đến 2012", "range", "2008/2012"),
        ("từ tháng 2 đến 5-2017", "range", "2017-02/2017-05"),
        ("từ 1/3/2014 đến 31/8/2015", "range", "2014-03-01/2015-08-31"),
        ("từ 3/2012-7/2014", "range", "2012-03/2014-07"),
        ("trong ba tháng đầu năm 2018", "range", "2018-01/2018-03"),
        ("6 tháng cuối năm 2022", "range", "2022-07/2022-12"),
        ("9 tháng năm 2021", "range", "2021-01/2021-09"),
        ("quý III/2020", "range", "2020-07/2020-09"),
        ("quý II năm 2021", "range", "2021-04/2021-06"),
        ("Đến giữa năm 2017, xã", "until", "../2017"),
        ("năm học 2018-2019", "range", "2018/2019"),
        ("ngày 9-10/7/2018", "range", "2018-07-09/2018-07-10"),
    ],
)
def test_a_period_is_read_to_edtf(text: str, kind: str, edtf: str) -> None:
    """Each way of writing a date or period gives its kind and its EDTF."""
    found = _only(text)
    assert (found.kind, found.edtf) == (kind, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "có 7/9 huyện hoàn thành",
        "được 51/52 đại biểu tán thành",
        "Nghị định 24/2014 nêu",
        "đạt 45/60 phiếu",
        "trung bình 12,5 điểm",
        "chiếm 2015 người",
        "5/12 xã chưa đạt",
        "Nghị quyết 11/2016",
    ],
)
def test_two_numbers_without_a_word_of_time_are_no_date(text: str) -> None:
    """Shares, votes and document numbers are not taken for days or months."""
    assert find_dates(_doc(text)) == []


@pytest.mark.parametrize(
    "text", ["nhiệm kỳ 2015-2020", "(nhiệm kỳ 2015 – 2020)", "nhiệm kỳ này (2015 - 2020)", "HĐND khóa XII (2015-2020)"]
)
def test_a_term_of_office_is_a_term_and_no_period(text: str) -> None:
    """Years behind "nhiệm kỳ" or "khóa" name a term of office."""
    found = _only(text)
    assert (found.kind, found.edtf, found.term) == ("term", None, "2015/2020")


def test_since_the_start_of_a_term_is_a_period_with_its_term() -> None:
    """ "từ đầu nhiệm kỳ ... đến nay" is open from the term's first year and names the term."""
    found = _only("từ đầu nhiệm kỳ 2015-2020 đến nay")
    assert (found.kind, found.edtf, found.term) == ("since", "2015/..", "2015/2020")


def test_a_date_takes_in_its_words() -> None:
    """The tokens of a mention hold "cuối năm", "ngày" and "từ ... đến"."""
    doc = _doc("Xã họp cuối năm 2012. Từ năm 2013 đến năm 2015 thì khác.")
    assert [doc.tokens.slice(m.i, m.j) for m in find_dates(doc)] == ["cuối năm 2012", "Từ năm 2013 đến năm 2015"]


@pytest.mark.parametrize(
    "text", ["sinh ngày 2/5/1961", "sinh năm 1961", "SN 1961", "ông Lê Văn Tám (1961), trưởng ban"]
)
def test_a_date_of_birth_is_marked(text: str) -> None:
    """Dates of birth are told apart from dates of moves."""
    assert _only(text).birth


def test_the_date_of_a_document_is_marked() -> None:
    """A date just behind a document's number is the document's."""
    assert _only("theo Quyết định số 12-QĐ/TU ngày 4/5/2015").paper


def test_a_day_takes_the_nearest_past_year_of_the_article() -> None:
    """A day without year is the last such day on or before the article's date."""
    doc = _doc("Chiều 20-12, hội nghị khai mạc.", date(2018, 1, 5))
    assert resolve_day(doc, find_dates(doc)[0]) == "2017-12-20"


def test_a_day_takes_the_year_of_the_latest_month_named() -> None:
    """Without an article's date, a month named 0 to 3 months before the day gives its year."""
    doc = _doc("Sáng 6-11, ông nhận nhiệm vụ. Trước đó, ông nghỉ phép từ ngày 2-10-2017.")
    assert resolve_day(doc, find_dates(doc)[0]) == "2017-11-06"


def test_a_year_long_past_gives_a_day_no_year() -> None:
    """A month named more than 3 months before the day leaves its year open."""
    doc = _doc("Sáng 6-11, ông nhận nhiệm vụ. Ông làm giám đốc từ tháng 5-2015.")
    assert resolve_day(doc, find_dates(doc)[0]) is None


def test_the_same_day_is_the_day_named_last() -> None:
    """ "cùng ngày" leans on the day told before it, not on one from which something is in force."""
    doc = _doc("Ngày 8/6/2017, bộ công bố việc điều động từ ngày 1/6/2017. Cùng ngày, bộ giao việc khác.")
    assert resolve_day(doc, find_dates(doc)[-1]) == "2017-06-08"


def test_today_is_the_day_of_the_article() -> None:
    """ "hôm nay" needs the article's date."""
    text = "Hôm nay, tỉnh công bố quyết định."
    assert resolve_day(_doc(text), find_dates(_doc(text))[0]) is None
    doc = _doc(text, date(2019, 3, 4))
    assert resolve_day(doc, find_dates(doc)[0]) == "2019-03-04"
