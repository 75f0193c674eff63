"""What is wrong with the request around an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.errors.base import LuanChuyenError
from service.messages import field_message


class RequestError(LuanChuyenError):
    """The request around the article is wrong."""

    status = 400


class InvalidEncoding(RequestError):
    """Bytes that are not UTF-8. `position` counts bytes from 0."""

    code = "invalid_encoding"
    title = "Not UTF-8"
    title_vi = "Không phải UTF-8"
    en = "The bytes are not UTF-8 (first wrong byte at {position}). Save or send the text as UTF-8."
    vi = "Dữ liệu không phải UTF-8 (byte sai đầu tiên ở vị trí {position}). Hãy lưu hoặc gửi văn bản dạng UTF-8."

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__()


class InvalidJson(RequestError):
    """The body says it is JSON and is not. `position` counts characters from 0."""

    code = "invalid_json"
    title = "Not JSON"
    title_vi = "Không phải JSON"
    en = 'The body is not JSON (at character {position}). Send an object such as {{"text": "..."}}.'
    vi = 'Nội dung không phải JSON (tại ký tự {position}). Hãy gửi một đối tượng như {{"text": "..."}}.'

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__()


@dataclass(frozen=True, slots=True)
class WrongField:
    """A field that is wrong: a JSON Pointer to it, what is wrong (a key of `service.messages.FIELDS`), and the limit
    that it passes where it is too long or too short."""

    pointer: str
    kind: str
    limit: int | None = None

    def message(self, lang: str = "en") -> str:
        """What is wrong with it, in `lang`; never the value itself."""
        return field_message(self.kind, lang, self.limit)


class InvalidShape(RequestError):
    """JSON or a query of the wrong shape. `problems` are the fields that are wrong in the `part` "body" or "query"."""

    code = "invalid_shape"
    status = 422
    title = "Wrong shape"
    title_vi = "Sai cấu trúc"
    en = "The request has the wrong shape: {summary}. See /openapi.json for the shape."
    vi = "Yêu cầu sai cấu trúc: {summary}. Xem cấu trúc đúng tại /openapi.json."

    def __init__(self, problems: Sequence[WrongField], part: str = "body") -> None:
        self.problems = list(problems)
        self.part = part
        super().__init__()

    def message(self, lang: str = "en") -> str:
        """The message with the first three fields, each in the words of the language."""
        named = (f"{self.part}{field.pointer}: {field.message(lang)}" for field in self.problems[:3])
        return (self.vi if lang == "vi" else self.en).format(summary="; ".join(named))


class UnsupportedInput(RequestError):
    """An article in a form that is not read: HTML or a news item of a known standard. `given` names the form."""

    code = "unsupported_input"
    status = 422
    title = "Form of article not supported"
    title_vi = "Dạng bài viết không được hỗ trợ"
    en = 'Articles as {given} are not read. Send the plain text as {{"text": "..."}} or as text/plain.'
    vi = 'Chưa đọc được bài viết dạng {given}. Hãy gửi văn bản thuần dạng {{"text": "..."}} hoặc text/plain.'

    def __init__(self, given: str) -> None:
        self.given = given
        super().__init__()


class UnsupportedMediaType(RequestError):
    """A body that is neither JSON nor plain text in UTF-8, or is compressed. `header` is the header that says so."""

    code = "unsupported_media_type"
    status = 415
    title = "Form of body not supported"
    title_vi = "Dạng nội dung không được hỗ trợ"
    en = "A body with this {header} is not read. Send application/json, or text/plain in UTF-8, not compressed."
    vi = "Không đọc được nội dung có {header} này. Hãy gửi application/json, hoặc text/plain mã UTF-8, không nén."

    def __init__(self, header: str = "Content-Type") -> None:
        self.header = header
        super().__init__()


class BodyTooLarge(RequestError):
    """A body over the limit; it is refused before it is read to the end. `limit` counts bytes."""

    code = "body_too_large"
    status = 413
    title = "Body too large"
    title_vi = "Nội dung quá lớn"
    en = "The body is larger than {limit} bytes. Send less, or raise LUANCHUYEN_MAX_BODY_BYTES."
    vi = "Nội dung lớn hơn {limit} byte. Hãy gửi ít hơn, hoặc tăng LUANCHUYEN_MAX_BODY_BYTES."

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__()


class NotFound(RequestError):
    """No such path."""

    code = "not_found"
    status = 404
    title = "Not found"
    title_vi = "Không tìm thấy"
    en = "There is nothing at this address. See /openapi.json for what there is."
    vi = "Không có gì ở địa chỉ này. Xem các địa chỉ có sẵn tại /openapi.json."


class MethodNotAllowed(RequestError):
    """The path is there, the method is not. `allowed` is the value of the Allow header."""

    code = "method_not_allowed"
    status = 405
    title = "Method not allowed"
    title_vi = "Phương thức không được phép"
    en = "This address does not know the method. Use {allowed}."
    vi = "Địa chỉ này không nhận phương thức đó. Hãy dùng {allowed}."

    def __init__(self, allowed: str) -> None:
        self.allowed = allowed
        super().__init__()
