"""From bytes to text, the same for HTTP bodies and files."""

import codecs

from service.errors import InvalidEncoding


def decode_utf8(data: bytes) -> str:
    """The text of UTF-8 bytes, without a byte order mark; raises `InvalidEncoding`.

    The mark says how the bytes are encoded and is no part of the text, so offsets count from behind it.
    """
    mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    try:
        return str(memoryview(data)[mark:], "utf-8")
    except UnicodeDecodeError as error:
        raise InvalidEncoding(error.start + mark) from None
