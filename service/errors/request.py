"""What is wrong with the request around an article."""

from collections.abc import Sequence

from service.errors.base import LuanChuyenError


class RequestError(LuanChuyenError):
    """The request around the article is wrong."""

    status = 400


class InvalidEncoding(RequestError):
    """Bytes that are not UTF-8. `position` counts bytes from 0."""

    code = "invalid_encoding"
    title = "Not UTF-8"
    en = "The bytes are not UTF-8 (first wrong byte at {position}). Save or send the text as UTF-8."
    vi = "Dữ liệu không phải UTF-8 (byte sai đầu tiên ở vị trí {position}). Hãy lưu hoặc gửi văn bản dạng UTF-8."

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__()


class InvalidJson(RequestError):
    """The body says it is JSON and is not. `position` counts characters from 0."""

    code = "invalid_json"
    title = "Not JSON"
    en = 'The body is not JSON (at character {position}). Send an object such as {{"text": "..."}}.'
    vi = 'Nội dung không phải JSON (tại ký tự {position}). Hãy gửi một đối tượng như {{"text": "..."}}.'

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__()


class InvalidShape(RequestError):
    """JSON or a query of the wrong shape.

    `problems` is a list of (JSON Pointer, what is wrong there) in the `part` "body" or "query".
    """

    code = "invalid_shape"
    status = 422
    title = "Wrong shape"
    en = "The request has the wrong shape: {summary}. See /openapi.json for the shape."
    vi = "Yêu cầu sai cấu trúc: {summary}. Xem cấu trúc đúng tại /openapi.json."

    def __init__(self, problems: Sequence[tuple[str, str]], part: str = "body") -> None:
        self.problems = list(problems)
        self.part = part
        self.summary = "; ".join(f"{part}{pointer}: {detail}" for pointer, detail in self.problems[:3])
        super().__init__()


class UnsupportedInput(RequestError):
    """An article in a form that is not read: HTML or a news item of a known standard. `given` names the form."""

    code = "unsupported_input"
    status = 422
    title = "Form of article not supported"
    en = 'Articles as {given} are not read. Send the plain text as {{"text": "..."}} or as text/plain.'
    vi = 'Chưa đọc được bài viết dạng {given}. Hãy gửi văn bản thuần dạng {{"text": "..."}} hoặc text/plain.'

    def __init__(self, given: str) -> None:
        self.given = given
        super().__init__()


class UnsupportedMediaType(RequestError):
    """A body that is neither JSON nor plain text in UTF-8."""

    code = "unsupported_media_type"
    status = 415
    title = "Media type not supported"
    en = "A body of this kind is not read. Send application/json, or text/plain in UTF-8."
    vi = "Không đọc được nội dung dạng này. Hãy gửi application/json, hoặc text/plain mã UTF-8."


class BodyTooLarge(RequestError):
    """A body over the limit; it is refused before it is read to the end. `limit` counts bytes."""

    code = "body_too_large"
    status = 413
    title = "Body too large"
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
    en = "There is nothing at this address. See /openapi.json for what there is."
    vi = "Không có gì ở địa chỉ này. Xem các địa chỉ có sẵn tại /openapi.json."


class MethodNotAllowed(RequestError):
    """The path is there, the method is not. `allowed` is the value of the Allow header."""

    code = "method_not_allowed"
    status = 405
    title = "Method not allowed"
    en = "This address does not know the method. Use {allowed}."
    vi = "Địa chỉ này không nhận phương thức đó. Hãy dùng {allowed}."

    def __init__(self, allowed: str) -> None:
        self.allowed = allowed
        super().__init__()
