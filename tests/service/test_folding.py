"""Folding changes spelling only, and every span quotes the submitted text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.folding import fold, fold_key
from tests.growth import cpu_seconds, fresh, growth

_VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
_ALPHABET = st.one_of(
    st.sampled_from(_VIETNAMESE + _VIETNAMESE.upper() + " ,.0123456789"),
    st.sampled_from("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u00ad\u200b\u200d\ufeff\u00a0\r\n\tÐð"),
    st.characters(),
)
_MIXED = st.lists(_ALPHABET, max_size=60).map("".join)


@st.composite
def _texts_with_ranges(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(st.one_of(_MIXED, _MIXED.map(lambda x: unicodedata.normalize("NFD", x)), st.text(max_size=40)))
    length = len(fold(text).text)
    start = draw(st.integers(0, max(length - 1, 0)))
    end = draw(st.integers(start, length))
    return text, start, end


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("uỷ ban", "ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("Hoà Bình", "Hòa Bình"),
        ("khoẻ", "khỏe"),
        ("Thuỷ", "Thủy"),
        ("quý", "quý"),
        ("QUỲ", "QUỲ"),
        ("hoàn", "hoàn"),
        ("hoạt", "hoạt"),
        ("hoài", "hoài"),
        ("Huỳnh", "Huỳnh"),
        ("khuỷu", "khuỷu"),
        ("Ðồng Văn", "Đồng Văn"),
        ("37\u00a0cán bộ", "37 cán bộ"),
        ("lu\u00adân chu\u200byển", "luân chuyển"),
        ("một\r\nhai\rba", "một \nhai\nba"),
        ("a\u0302\u0323", "ậ"),
        ("a\u0323\u0302", "ậ"),
        ("e\u200b\u0301", "é"),
    ],
)
def test_spelling_variants_fold_to_one_form(written: str, folded: str) -> None:
    """Tone placement, Eth for Đ, spaces, dropped characters and mark order fold; nothing else does."""
    assert fold(written).text == folded


@given(_texts_with_ranges())
def test_a_span_quotes_the_submitted_text(case: tuple[str, int, int]) -> None:
    """For any text and range, `exact` is the text between the offsets and folds to what was asked for."""
    text, start, end = case
    folded = fold(text)
    if start == end:
        with pytest.raises(ValueError, match="no span"):
            folded.span(start, end)
        return
    span = folded.span(start, end)
    assert span.exact == text[span.start : span.end]
    assert folded.text[start:end] in folded.text[folded.folded_offset(span.start) : folded.folded_offset(span.end)]


@given(_texts_with_ranges())
def test_a_span_never_parts_a_letter_from_its_marks(case: tuple[str, int, int]) -> None:
    """No span begins with a combining mark of a letter before it, and none stops before a mark."""
    text, start, end = case
    if start == end:
        return
    span = fold(text).span(start, end)
    if span.end < len(text):
        assert not unicodedata.combining(text[span.end])
    if span.start > 0:
        assert not unicodedata.combining(text[span.start])


@given(_MIXED)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """The folded text is its own folding."""
    once = fold(text).text
    assert fold(once).text == once


@given(_MIXED)
def test_composed_and_decomposed_forms_fold_alike(text: str) -> None:
    """NFC and NFD of one text have one folding and one key."""
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed).text == fold(decomposed).text == fold(text).text
    assert fold_key(composed) == fold_key(decomposed)


@given(_MIXED)
def test_offsets_map_back_in_order(text: str) -> None:
    """Source offsets never decrease along the folded text, and cover it from end to end."""
    folded = fold(text)
    starts = [folded.source_start(i) for i in range(len(folded.text) + 1)]
    ends = [folded.source_end(i) for i in range(len(folded.text) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert ends[-1] <= starts[-1] == len(text) or not folded.text


def test_composed_text_keeps_its_offsets() -> None:
    """Text whose length does not change needs no map, even when its spelling does."""
    folded = fold("Uỷ viên\u00a0Hoà")
    assert folded.edits == ()
    assert folded.span(0, 2).exact == "Uỷ"


def test_a_decomposed_word_is_quoted_whole() -> None:
    """The span of a word in a decomposed text holds all marks of the word and no more."""
    text = unicodedata.normalize("NFD", "có 37 cán bộ, uỷ viên")
    folded = fold(text)
    at = folded.text.index("cán bộ")
    span = folded.span(at, at + len("cán bộ"))
    assert span.exact == unicodedata.normalize("NFD", "cán bộ")


def test_lone_surrogates_pass_unchanged() -> None:
    """A text with an unpaired surrogate folds without an error; `prepare` refuses it."""
    assert fold("a\ud800b").text == "a\ud800b"


def test_keys_ignore_case_and_whitespace() -> None:
    """A name in capitals, with double spaces and the other tone placement has the same key."""
    assert fold_key("  NGUYỄN  THỊ HOÀ\n") == fold_key("Nguyễn Thị Hòa") == "nguyễn thị hòa"
    assert fold_key("Đồng Vân") != fold_key("Đồng Văn")


@pytest.mark.parametrize(
    "unit",
    ["\u0301\u0323", "a\u0301", "\u1100\u1161\u11a8", "\u200b", "uỷ ", "\u00a0", "\ud800", "é\u200b\u0323", "a\u0323"],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    """Whatever is repeated, runs of marks too, four times the text folds in about four times the time."""

    def seconds(size: int) -> float:
        text = fresh(unit * (size // len(unit)))
        return cpu_seconds(lambda: fold(text))

    assert growth(seconds, 50_000, 200_000, most=9) <= 9
