"""Every error the service raises on purpose.

    LuanChuyenError
    ├── ArticleError            the article itself cannot be read
    │   ├── EmptyArticle        article_empty             422
    │   ├── NotText             article_not_text          422  position
    │   ├── InvalidUnicode      article_invalid_unicode   422  position
    │   ├── NotVietnamese       article_not_vietnamese    422
    │   └── ArticleTooLong      article_too_long          413  length, limit
    ├── RequestError            the request around it is wrong
    │   ├── InvalidEncoding     invalid_encoding          400  position
    │   ├── InvalidJson         invalid_json              400  position
    │   ├── InvalidShape        invalid_shape             422  problems, part
    │   ├── UnsupportedInput    unsupported_input         422  given
    │   ├── UnsupportedMediaType unsupported_media_type   415
    │   ├── BodyTooLarge        body_too_large            413  limit
    │   ├── NotFound            not_found                 404
    │   └── MethodNotAllowed    method_not_allowed        405  allowed
    ├── ReaderError             no such reader, or it cannot work now
    │   └── UnknownReader       reader_unknown            422  reader, known
    ├── ModelError              the language model cannot read; the rule reader still can
    │   ├── ModelNotConfigured  model_not_configured      503
    │   ├── ModelNotInstalled   model_not_installed       503  package
    │   ├── ModelUnavailable    model_unavailable         503  causes, retry_after
    │   ├── ModelFailed         model_failed              502  causes
    │   └── ModelOverBudget     model_over_budget         503  scope, limit_usd, spent_usd, needed_usd
    ├── UnreadableFile          file_unreadable           500  reason      (command line only)
    ├── InvalidSettings         settings_invalid          500  problems    (at start only)
    └── InternalError           internal_error            500

The class carries the stable `code`, the HTTP `status` and whether it can come `over_http` at all; the values are
attributes of the instance. `message(lang)` is one sentence or two in Vietnamese or English that say what is wrong and
how to put it right; it never repeats the article or other input, except names of settings and readers that are known
to be short. `str(error)` is the English.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from schemas import Extraction, Usage


class LuanChuyenError(Exception):
    """Base of all our errors; never raised itself."""

    code: ClassVar[str]
    status: ClassVar[int]
    title: ClassVar[str]
    en: ClassVar[str]
    vi: ClassVar[str]
    over_http: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()

    def message(self, lang: str = "en") -> str:
        """The message in `lang` ("vi", or English for anything else), with the values filled in."""
        template = self.vi if lang == "vi" else self.en
        return template.format_map(self.__dict__)

    def __str__(self) -> str:
        return self.message("en")

    def __reduce__(self) -> tuple[Any, ...]:
        # Exception's own way calls the class with `args`, which our keyword values are not.
        return (type(self).__new__, (type(self),), self.__dict__)


class ArticleError(LuanChuyenError):
    """The article itself cannot be read."""

    status = 422


class EmptyArticle(ArticleError):
    """No text, or nothing but white space and invisible characters."""

    code = "article_empty"
    title = "Article is empty"
    en = "The article has no text. Send the body of the article as plain text."
    vi = "Bài viết không có nội dung. Hãy gửi phần thân bài dưới dạng văn bản thuần."


class NotText(ArticleError):
    """NUL or another control character that no text has: a binary file. `position` counts code points from 0."""

    code = "article_not_text"
    title = "Article is not text"
    en = "The article holds a control character at position {position}, as binary files do. Send plain text."
    vi = "Bài viết chứa ký tự điều khiển ở vị trí {position}, như tệp nhị phân. Hãy gửi văn bản thuần."

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__()


class InvalidUnicode(ArticleError):
    """A lone surrogate: half of a character, which no UTF-8 text can hold. `position` counts code points from 0."""

    code = "article_invalid_unicode"
    title = "Article is not valid Unicode"
    en = "The article holds half a surrogate pair at position {position}. Send whole Unicode characters."
    vi = "Bài viết chứa nửa cặp surrogate ở vị trí {position}. Hãy gửi các ký tự Unicode hoàn chỉnh."

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__()


class NotVietnamese(ArticleError):
    """Too few letters with Vietnamese marks for the text to be Vietnamese."""

    code = "article_not_vietnamese"
    title = "Article is not in Vietnamese"
    en = "The article does not look Vietnamese. Send Vietnamese text with its tone and vowel marks."
    vi = "Bài viết không giống tiếng Việt. Hãy gửi văn bản tiếng Việt có dấu."


class ArticleTooLong(ArticleError):
    """More text than is read in one piece. `length` (or as much of it as was seen) and `limit` count code points."""

    code = "article_too_long"
    status = 413
    title = "Article is too long"
    en = "The article has more than {limit} characters, the most that are read at once. Send it in parts."
    vi = "Bài viết có hơn {limit} ký tự, mức tối đa cho một lần đọc. Hãy chia bài thành nhiều phần."

    def __init__(self, length: int, limit: int) -> None:
        self.length = length
        self.limit = limit
        super().__init__()


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


class ReaderError(LuanChuyenError):
    """No such reader, or it cannot work now."""

    status = 503


class UnknownReader(ReaderError):
    """A reader's name that does not exist. `known` are the names that do."""

    code = "reader_unknown"
    status = 422
    title = "Unknown reader"
    en = "There is no reader of this name. Choose one of: {names}."
    vi = "Không có bộ đọc tên này. Hãy chọn một trong: {names}."

    def __init__(self, reader: str, known: Sequence[str] = ("rules",)) -> None:
        self.reader = reader
        self.known = list(known)
        self.names = ", ".join(self.known)
        super().__init__()


class ModelError(LuanChuyenError):
    """The language model cannot read this article; the rule reader still can.

    `fallback` is what the rule reader reads in it, where the article was got that far: an Extraction marked as such.
    `usage` and `cost_usd` are what all calls about the article used, failed as they are.
    """

    status = 503
    fallback: Extraction | None = None
    usage: Usage | None = None
    cost_usd: float | None = None


class ModelNotConfigured(ModelError):
    """A reader that needs a model was asked for, and no model is set."""

    code = "model_not_configured"
    title = "No model configured"
    en = "No language model is set. Set LUANCHUYEN_MODEL (and LUANCHUYEN_API_BASE), or use the reader rules."
    vi = "Chưa cài đặt mô hình ngôn ngữ. Hãy đặt LUANCHUYEN_MODEL (và LUANCHUYEN_API_BASE), hoặc dùng bộ đọc rules."


class ModelNotInstalled(ModelError):
    """The optional extra `model` is not installed. `package` is the first package that is missing."""

    code = "model_not_installed"
    title = "Model libraries not installed"
    en = "The package {package} is missing. Install luanchuyen[model], or use the reader rules."
    vi = "Thiếu gói {package}. Hãy cài luanchuyen[model], hoặc dùng bộ đọc rules."

    def __init__(self, package: str) -> None:
        self.package = package
        super().__init__()


class ModelUnavailable(ModelError):
    """No model answers now, each for a reason that may pass.

    `causes` is a list of (model, kind of fault), one for each model in the order in which they were asked;
    `retry_after` the seconds after which the first of them may answer again, where that is known.
    """

    code = "model_unavailable"
    title = "Models not available now"
    en = "No language model answers now: {summary}. Try again later, or use the reader rules."
    vi = "Hiện không có mô hình ngôn ngữ nào trả lời: {summary}. Hãy thử lại sau, hoặc dùng bộ đọc rules."

    def __init__(self, causes: Sequence[tuple[str, str]], retry_after: int | None = None) -> None:
        self.causes = list(causes)
        self.retry_after = retry_after
        self.summary = "; ".join(f"{model}: {kind}" for model, kind in self.causes)
        super().__init__()


class ModelFailed(ModelError):
    """Every model failed, at least one for a reason that waiting does not mend. `causes` as in `ModelUnavailable`."""

    code = "model_failed"
    status = 502
    title = "Every model failed"
    en = "Every language model failed: {summary}. Check the model's settings, or use the reader rules."
    vi = "Mọi mô hình ngôn ngữ đều lỗi: {summary}. Hãy kiểm tra cài đặt mô hình, hoặc dùng bộ đọc rules."

    def __init__(self, causes: Sequence[tuple[str, str]]) -> None:
        self.causes = list(causes)
        self.summary = "; ".join(f"{model}: {kind}" for model, kind in self.causes)
        super().__init__()


class ModelOverBudget(ModelError):
    """The next call could cost more than is left, so it is not made.

    `scope` is "article" or "day"; `limit_usd`, `spent_usd` and `needed_usd` (the most that the call can cost) are US
    dollars.
    """

    code = "model_over_budget"
    title = "Budget used up"
    en = (
        "The budget of the {scope} does not allow another call: {spent_usd:.4f} of {limit_usd:.4f} US dollars"
        " are spent "
        "and up to {needed_usd:.4f} more are needed. Raise the budget, or use the reader rules."
    )
    vi = (
        "Ngân sách ({scope}) không đủ cho lần gọi tiếp theo: đã dùng {spent_usd:.4f} trên {limit_usd:.4f} USD,"
        " cần thêm "
        "tối đa {needed_usd:.4f}. Hãy tăng ngân sách, hoặc dùng bộ đọc rules."
    )

    def __init__(self, scope: str, limit_usd: float, spent_usd: float, needed_usd: float) -> None:
        self.scope = scope
        self.limit_usd = limit_usd
        self.spent_usd = spent_usd
        self.needed_usd = needed_usd
        super().__init__()


class UnreadableFile(LuanChuyenError):
    """A file that the command line cannot open. `reason` is the operating system's word for it."""

    code = "file_unreadable"
    status = 500
    over_http = False
    title = "File cannot be read"
    en = "The file cannot be read: {reason}. Check its name and permissions."
    vi = "Không đọc được tệp: {reason}. Hãy kiểm tra tên tệp và quyền đọc."

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__()


class InvalidSettings(LuanChuyenError):
    """An environment variable with a value that cannot be used. `problems` is a list of (variable, what is wrong)."""

    code = "settings_invalid"
    status = 500
    over_http = False
    title = "Wrong setting"
    en = "A setting is wrong: {summary}. The README lists every setting."
    vi = "Cài đặt sai: {summary}. README liệt kê mọi cài đặt."

    def __init__(self, problems: Sequence[tuple[str, str]]) -> None:
        self.problems = list(problems)
        self.summary = "; ".join(f"{name}: {detail}" for name, detail in self.problems)
        super().__init__()


class InternalError(LuanChuyenError):
    """A fault of ours. The log has the trace under the same request id."""

    code = "internal_error"
    status = 500
    title = "Internal error"
    en = "The service failed on this article. Report it, with the request id where there is one."
    vi = "Dịch vụ gặp lỗi với bài viết này. Hãy báo lỗi, kèm mã yêu cầu (request id) nếu có."


def all_errors() -> list[type[LuanChuyenError]]:
    """Every error that can be raised, in the order of the module: the leaves of the tree."""

    def leaves(cls: type[LuanChuyenError]) -> list[type[LuanChuyenError]]:
        below = cls.__subclasses__()
        return [leaf for sub in below for leaf in leaves(sub)] if below else [cls]

    return leaves(LuanChuyenError)
