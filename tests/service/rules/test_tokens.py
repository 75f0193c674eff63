"""Tokens, sentences and the trie of terms."""

from hypothesis import given
from hypothesis import strategies as st

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.tokens import _CUT, _CUT_USUAL, _USUAL, Lexicon, tokenize


def test_a_number_with_its_dots_is_one_token() -> None:
    """Dotted thousands and decimals are not cut; a date is cut at its slashes."""
    assert tokenize("1.644 lượt, 98,39% ngày 1/7").low == [
        "1.644", "lượt", ",", "98,39", "%", "ngày", "1", "/", "7",
    ]  # fmt: skip


def test_a_pronoun_glued_to_a_name_is_cut_off() -> None:
    """ "ôngLê" is two words, "bàn" is one."""
    tokens = tokenize("ôngLê Văn An ngồi vào bàn với bàNguyễn Thị Hoa")
    assert tokens.low[:2] == ["ông", "lê"]
    assert "bàn" in tokens.low
    assert tokens.low[-4:-2] == ["bà", "nguyễn"]
    assert tokens.cap[0] is False
    assert tokens.cap[1] is True
    assert tokenize("không, cônglê và xôngLê").low[-1] == "xônglê"


def test_a_usual_text_is_cut_like_any_other() -> None:
    """The quicker pattern cuts as the general one does, whatever sign of a usual text stands before or behind."""
    usual = [sign for sign in map(chr, range(0x2100)) if _USUAL.fullmatch(sign)]
    assert len(usual) > 700
    for sign in usual:
        for text in (f"{sign}{sign}a{sign}1{sign}.{sign}\n{sign} {sign}_", f"1{sign}2\n{sign} \n"):
            assert _CUT_USUAL.split(text) == _CUT.split(text)


@given(st.text(st.sampled_from("aă\u1ea1 12.,\n_-“")))
def test_signs_of_a_usual_text_stand_in_any_order(text: str) -> None:
    """The quicker pattern cuts as the general one does, in whatever order signs come."""
    assert _CUT_USUAL.split(text) == _CUT.split(text)


@given(st.text())
def test_tokens_cover_every_sign_but_space(text: str) -> None:
    """Whatever the text, the tokens are in order, do not overlap, and leave out white space only."""
    tokens = tokenize(text)
    end = 0
    for i in range(len(tokens)):
        assert tokens.start[i] >= end
        assert text[end : tokens.start[i]].strip() == ""
        end = tokens.end[i]
    assert text[end:].strip() == ""


def test_the_longest_term_wins() -> None:
    """A term that goes on beats the one it begins with."""
    terms = Lexicon([("bí thư", 1), ("phó bí thư", 2), ("phó bí thư thường trực", 3)])
    tokens = tokenize("bí thư, phó bí thư và phó bí thư thường trực")
    assert [hit.value for hit in terms.find(tokens)] == [1, 2, 3]


def test_a_term_may_mean_nothing() -> None:
    """None is a meaning of its own, told from no term."""
    terms = Lexicon[int | None]([("địa phương", None)])
    hit = terms.match(tokenize("địa phương"), 0)
    assert hit is not None
    assert hit.value is None
    assert terms.match(tokenize("địa bàn"), 0) is None


def test_sentences_end_at_stops_and_lines_but_not_at_abbreviations() -> None:
    """A stop behind "TP" or inside a number ends nothing; a line break always does."""
    doc = read_doc(fold("TP. Huế có 1.200 người. Ông A đi\nẢnh: B"))
    assert [doc.tokens.slice(i, j) for i, j in doc.sentences] == ["TP. Huế có 1.200 người.", "Ông A đi", "Ảnh: B"]
