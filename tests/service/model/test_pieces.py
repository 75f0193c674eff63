"""Long articles in pieces."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from service.model.passages import Passage
from service.model.pieces import cut, halves


def passages(lengths: list[int]) -> list[Passage]:
    """Passages of these lengths, one behind the other."""
    out: list[Passage] = []
    at = 0
    for number, length in enumerate(lengths, 1):
        out.append(Passage(number, at, at + length))
        at += length + 1
    return out


@given(st.lists(st.integers(1, 3000), max_size=60))
def test_pieces_hold_everything_within_the_limit(lengths: list[int]) -> None:
    """Every passage is in a piece, in order; a piece over the limit is one passage; each brings something new."""
    whole = passages(lengths)
    pieces = cut(whole, 2000, overlap=500)
    assert sorted({passage.number for piece in pieces for passage in piece}) == [p.number for p in whole]
    for piece in pieces:
        assert piece == sorted(piece, key=lambda passage: passage.number)
        assert len(piece) == 1 or sum(p.end - p.start for p in piece) <= 2000
    assert all(b[-1].number > a[-1].number for a, b in pairwise(pieces))


def test_neighbouring_pieces_overlap() -> None:
    """A piece begins with the last passages of the one before, as far as the overlap reaches."""
    pieces = cut(passages([400] * 6), 1000, overlap=500)
    assert [[p.number for p in piece] for piece in pieces] == [[1, 2], [2, 3], [3, 4], [4, 5], [5, 6]]


def test_halves_split_by_length() -> None:
    """A piece is split where half of its length is reached; one passage cannot be split."""
    assert [[p.number for p in half] for half in halves(passages([10, 10, 10, 30]))] == [[1, 2, 3], [4]]
    assert halves(passages([10])) == [passages([10])]
