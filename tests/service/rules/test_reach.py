"""No finder looks further than a fixed reach: twice the text is about twice the time, whatever the text."""

from time import process_time

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

_SLACK = 3.5  # times the doubled time that a busy machine may add before growth counts as more than linear


pytestmark = pytest.mark.usefixtures("own_heap")


def _seconds(text: str) -> float:
    doc = read_doc(fold(text))
    started = process_time()
    find_documents(doc)
    find_ratios(doc)
    find_provisions(doc)
    for i in range(0, len(doc.tokens), 200):
        period_for(doc, i, i + 1)
    return process_time() - started


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
    short, long = (unit * (size // len(unit)) for size in (40_000, 160_000))
    assert _seconds(long) <= 4 * _SLACK * max(_seconds(short), 0.01)


@pytest.mark.parametrize("unit", ["luân chuyển 5 cán bộ, ", "ông Lê Văn An được điều động giữ chức Bí thư Huyện ủy; "])
def test_totals_and_moves_are_read_in_linear_time(unit: str) -> None:
    """One endless sentence of totals or of moves: four times the text is nowhere near sixteen times the time."""

    def seconds(size: int) -> float:
        doc = read_doc(fold(unit * (size // len(unit))))
        started = process_time()
        find_summaries(doc)
        read_events(doc)
        return process_time() - started

    short, long = seconds(40_000), seconds(160_000)
    assert long <= 2 * 4 * max(short, 0.01)


def test_nearby_is_the_sentence_clipped() -> None:
    """The window never exceeds REACH tokens on a side, nor the sentence."""
    doc = read_doc(fold("xã " * 1000 + "họp. Huyện nghỉ."))
    assert nearby(doc, 500) == (500 - REACH, 500 + REACH)
    assert nearby(doc, len(doc.tokens) - 1) == doc.sentence_of(len(doc.tokens) - 1)


def test_numbers_are_tokens_that_begin_with_a_digit() -> None:
    """Dotted numbers are one token; digits of other scripts are no numbers."""
    doc = read_doc(fold("có 1.644 lượt, 98,39% và ٣ người"))
    assert [doc.tokens.low[i] for i in number_tokens(doc)] == ["1.644", "98,39"]
