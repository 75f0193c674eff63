"""Bytes to text."""

import pytest

from service.decoding import decode_utf8
from service.errors import InvalidEncoding


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_mark_is_dropped_and_the_rest_kept(mark: bytes) -> None:
    """A byte order mark goes; line ends, NFD and everything else stay as they are."""
    text = "Huye\u0323\u0302n\r\nủy\t"
    assert decode_utf8(mark + text.encode()) == text


@pytest.mark.parametrize(("data", "position"), [(b"ab\xff", 2), (b"\xef\xbb\xbfa\xc3", 4), (b"\xed\xa0\x80", 0)])
def test_wrong_bytes_are_located(data: bytes, position: int) -> None:
    """What is not UTF-8, encoded surrogates included, is an error with the offset of the first wrong byte."""
    with pytest.raises(InvalidEncoding) as caught:
        decode_utf8(data)
    assert caught.value.position == position
