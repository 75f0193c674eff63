"""Readers that do not exist."""

from collections.abc import Sequence

from service.errors.base import LuanChuyenError


class ReaderError(LuanChuyenError):
    """No such reader, or it cannot work now."""

    status = 503


class UnknownReader(ReaderError):
    """A reader's name that does not exist. `known` are the names that do."""

    code = "reader_unknown"
    status = 422
    title = "Unknown reader"
    title_vi = "Không có bộ đọc này"
    en = "There is no reader of this name. Choose one of: {names}."
    vi = "Không có bộ đọc tên này. Hãy chọn một trong: {names}."

    def __init__(self, reader: str, known: Sequence[str] = ("rules",)) -> None:
        self.reader = reader
        self.known = list(known)
        self.names = ", ".join(self.known)
        super().__init__()
