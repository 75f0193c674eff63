"""Which period governs a count."""

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
