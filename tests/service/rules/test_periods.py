"""Which period governs a count."""

from datetime import date

import pytest

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.periods import period_for


def _period(text: str, number: str) -> tuple[str | None, str | None]:
    doc = read_doc(fold(text))
    i = doc.tokens.low.index(number)
    found = period_for(doc, i, i + 1)
    return (found.edtf, found.term) if found is not None else (None, None)


def test_a_period_before_the_count_governs_it() -> None:
    """A period that opens a sentence governs the counts behind it."""
    assert _period("Từ năm 2014 đến nay, huyện đã luân chuyển 23 cán bộ.", "23") == ("2014/..", None)


def test_a_heading_reaches_over_the_sentences_that_go_on_from_it() -> None:
    """A sentence that goes on with "Trong đó" keeps the period of the one before it."""
    text = "Giai đoạn 2015-2018, tỉnh điều động 80 cán bộ. Trong đó, 31 người về xã."
    assert _period(text, "31") == ("2015/2018", None)


def test_a_new_paragraph_ends_the_reach_of_a_period() -> None:
    """A paragraph that does not go on from the one before it has no period of it."""
    assert _period("Năm 2015, tỉnh điều động 80 cán bộ.\nHuyện hiện cần 31 người.", "31") == (None, None)


def test_a_since_word_without_now_is_open_where_it_heads_the_sentence() -> None:
    """ "Từ năm 2017, ..." runs from 2017 on."""
    assert _period("Từ năm 2017, thành phố luân chuyển 12 cán bộ.", "12") == ("2017/..", None)


def test_a_term_is_a_period_where_it_is_the_time_told() -> None:
    """ "trong nhiệm kỳ ..." gives both the years and the term."""
    assert _period("Trong nhiệm kỳ 2010-2015, tỉnh luân chuyển 64 cán bộ.", "64") == ("2010/2015", "2010/2015")


def test_people_elected_at_a_congress_are_of_its_term() -> None:
    """A count of people elected takes the term of the congress told of before."""
    text = "Đảng bộ huyện tổ chức đại hội nhiệm kỳ 2015-2020. Đại hội bầu 41 người vào ban chấp hành."
    assert _period(text, "41") == (None, "2015/2020")


def test_the_dates_of_birth_and_documents_govern_nothing() -> None:
    """Neither a document's date nor the years of its title are the time of a count."""
    text = "Thực hiện Nghị quyết số 12-NQ/TU ngày 4/5/2015, huyện luân chuyển 15 cán bộ."
    assert _period(text, "15") == (None, None)


@pytest.mark.parametrize(
    ("text", "number", "edtf"),
    [
        ("Thanh tra rà soát giai đoạn 2012-2015.\nGiai đoạn này, sở đã bổ nhiệm 24 người.", "24", "2012/2015"),
        ("Đề án thực hiện giai đoạn 2021-2025.\nTrong cả giai đoạn, tỉnh sẽ luân chuyển 60 cán bộ.", "60", "2021/2025"),
        ("Báo cáo về các năm 2014 - 2016.\nTrong ba năm, ngành đã điều động 75 công chức.", "75", "2014/2016"),
        ("Trong hai năm 2018 và 2019, huyện đã luân chuyển 19 cán bộ.", "19", "2018/2019"),
        ("Các năm 2017, 2018, 2019, huyện đã luân chuyển 33 cán bộ.", "33", "2017/2019"),
        ("Trong 12 tháng (từ 1/7/2020 đến 30/6/2021), ngành đã điều động 28 người.", "28", "2020-07-01/2021-06-30"),
        ("Nhiệm kỳ 2010 - 2015, các huyện đã luân chuyển 90 cán bộ.", "90", "2010/2015"),
        ("Trong 9 tháng đầu năm 2022, sở đã điều động 14 viên chức.", "14", "2022-01/2022-09"),
        ("Năm 2018, tỉnh luân chuyển 30 cán bộ, nhiều hơn so với năm 2015.", "30", "2018"),
        ("Huyện đã luân chuyển 44 cán bộ, tăng so với năm 2015.", "44", None),
        ("Ngày 3/4/2019, ông Lâm cho biết huyện đã luân chuyển 16 cán bộ.", "16", None),
        ("Sáng 5/6/2021, Huyện ủy tổ chức hội nghị.\nTại hội nghị, Huyện ủy trao quyết định cho 13 cán bộ.", "13",
         "2021-06-05"),
        ("Tính từ đầu năm 2016 đến nay, tỉnh đã luân chuyển 52 cán bộ.", "52", "2016/.."),
        ("Từ tháng 3/2018 đến tháng 9/2019, tỉnh luân chuyển 31 cán bộ.", "31", "2018-03/2019-09"),
    ],
)  # fmt: skip
def test_a_period_told_in_another_way_governs_the_count(text: str, number: str, edtf: str | None) -> None:
    """References, lengths, years in a row, terms as headings; comparisons and days of saying govern nothing."""
    assert _period(text, number)[0] == edtf


@pytest.mark.parametrize(
    ("text", "number", "edtf"),
    [
        ("Trong 9 tháng đầu năm, sở đã điều động 14 viên chức.", "14", "2020-01/2020-09"),
        ("Dự kiến quý IV, sở sẽ điều động 14 viên chức.", "14", "2020-10/2020-12"),
        ("Quý II, sở đã điều động 14 viên chức.", "14", "2020-04/2020-06"),
        ("Cuối tháng 8, sở đã điều động 14 viên chức.", "14", "2020-08"),
        ("Từ ngày 12/8, sở biệt phái 14 viên chức.", "14", "2020-08-12/.."),
    ],
)
def test_a_year_left_open_is_the_articles(text: str, number: str, edtf: str) -> None:
    """Months, quarters and days without a year take it from the date of publication."""
    doc = read_doc(fold(text), date(2020, 9, 30))
    i = doc.tokens.low.index(number)
    found = period_for(doc, i, i + 1)
    assert found is not None
    assert found.edtf == edtf
