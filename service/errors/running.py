"""Errors of the program itself: files, settings, faults of ours."""

from collections.abc import Sequence

from service.errors.base import LuanChuyenError


class UnreadableFile(LuanChuyenError):
    """A file that the command line cannot open. `reason` is the operating system's word for it."""

    code = "file_unreadable"
    status = 500
    over_http = False
    title = "File cannot be read"
    title_vi = "Không đọc được tệp"
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
    title_vi = "Cài đặt sai"
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
    title_vi = "Lỗi nội bộ"
    en = "The service failed on this article. Report it, with the request id where there is one."
    vi = "Dịch vụ gặp lỗi với bài viết này. Hãy báo lỗi, kèm mã yêu cầu (request id) nếu có."
