"""No finder looks further than a fixed reach: twice the text is about twice the time, whatever the text."""

import pytest

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.documents import find_documents
from service.rules.events import read_events
from service.rules.numerals import REACH, nearby, number_tokens
from service.rules.periods import period_for
from service.rules.provisions import find_provisions
from service.rules.ratios import find_ratios
from service.rules.summaries import find_summaries
from tests.growth import cpu_seconds, fresh, growth


def _seconds(text: str) -> float:
    doc = read_doc(fold(text))

    def work() -> None:
        find_documents(doc)
        find_ratios(doc)
        find_provisions(doc)
        for i in range(0, len(doc.tokens), 200):
            period_for(doc, i, i + 1)

    return cpu_seconds(work)


@pytest.mark.parametrize(
    "unit",
    [
        "1/1/",
        "cùng ngày ngày 3/4 ",
        "((((ngày 3/4",
        "không quá 3 người cán bộ ",
        "phấn đấu 100% ",
        "nghị quyết 42 và ",
        "7/9 xã không là người địa phương gồm A, ",
        "phạm vi luân chuyển từ tỉnh về huyện; ",
        "theo hướng từ tỉnh về huyện, ",
        "5 năm phải luân chuyển ",
        "từ 3 đến 5 năm giữ chức ",
        "không quá 45 tuổi với nam, ",
        "giai đoạn này trong 5 năm ",
        "giai đoạn 2011-2015 giai đoạn này ",
        "luật số 5/QĐ, ",
        "tỷ lệ bí thư đạt 5% ",
        "khi bố trí giữ chức ",
        "nữ 2 năm, nam 3 năm luân chuyển ",
        "cứ 3 năm một lần luân chuyển ",
        "mỗi xã thêm 1 phó bí thư, 1 phó chủ tịch, ",
        "cấp huyện có 7/10 bí thư, ",
        "năm 2017 và 2018 ",
    ],
)
def test_time_grows_with_the_length_and_not_faster(unit: str) -> None:
    """A text of 160,000 letters without a sentence end takes about four times that of 40,000."""
    assert growth(lambda size: _seconds(fresh(unit * (size // len(unit)))), 40_000, 160_000, most=9) <= 9


@pytest.mark.parametrize("unit", ["luân chuyển 5 cán bộ, ", "ông Lê Văn An được điều động giữ chức Bí thư Huyện ủy; "])
def test_totals_and_moves_are_read_in_linear_time(unit: str) -> None:
    """One endless sentence of totals or of moves: four times the text is nowhere near sixteen times the time."""

    def seconds(size: int) -> float:
        doc = read_doc(fold(fresh(unit * (size // len(unit)))))
        return cpu_seconds(lambda: (find_summaries(doc), read_events(doc)))

    assert growth(seconds, 40_000, 160_000, most=8) <= 8


def test_nearby_is_the_sentence_clipped() -> None:
    """The window never exceeds REACH tokens on a side, nor the sentence."""
    doc = read_doc(fold("xã " * 1000 + "họp. Huyện nghỉ."))
    assert nearby(doc, 500) == (500 - REACH, 500 + REACH)
    assert nearby(doc, len(doc.tokens) - 1) == doc.sentence_of(len(doc.tokens) - 1)


def test_numbers_are_tokens_that_begin_with_a_digit() -> None:
    """Dotted numbers are one token; digits of other scripts are no numbers."""
    doc = read_doc(fold("có 1.644 lượt, 98,39% và ٣ người"))
    assert [doc.tokens.low[i] for i in number_tokens(doc)] == ["1.644", "98,39"]
