"""A long article in pieces that a model can answer in one go, with overlap, so that no sentence loses its neighbour."""

from __future__ import annotations

from collections.abc import Sequence

from service.model.passages import Passage

OVERLAP = 800
"""Code points at the end of a piece that the next one begins with, in whole passages."""


def cut(passages: Sequence[Passage], most: int, overlap: int | None = None) -> list[list[Passage]]:
    """Group passages into pieces of at most `most` code points; a longer passage is a piece of its own.

    Each piece but the first begins with the last passages of the one before, up to `overlap` code points and never
    all of them, so that every piece brings something new. Without `overlap` it is `OVERLAP`, but no more than a quarter
    of a piece.
    """
    overlap = min(OVERLAP, most // 4) if overlap is None else overlap
    pieces: list[list[Passage]] = []
    piece: list[Passage] = []
    size = 0
    for passage in passages:
        length = passage.end - passage.start
        if piece and size + length > most:
            pieces.append(piece)
            piece = _tail(piece, min(overlap, most - length))
            size = sum(kept.end - kept.start for kept in piece)
        piece.append(passage)
        size += length
    return [*pieces, piece] if piece else pieces


def halves(piece: Sequence[Passage]) -> list[list[Passage]]:
    """A piece in two of about the same length, without overlap; the whole again when it is one passage."""
    if len(piece) < 2:
        return [list(piece)]
    whole = sum(passage.end - passage.start for passage in piece)
    done, k = 0, 0
    while k < len(piece) - 1 and (k == 0 or done + piece[k].end - piece[k].start <= whole / 2):
        done += piece[k].end - piece[k].start
        k += 1
    return [list(piece[:k]), list(piece[k:])]


def _tail(piece: Sequence[Passage], most: int) -> list[Passage]:
    tail: list[Passage] = []
    size = 0
    for passage in reversed(piece[1:]):
        size += passage.end - passage.start
        if size > most:
            break
        tail.insert(0, passage)
    return tail
