"""What keeps a language model from reading."""

from collections.abc import Sequence

from schemas import Extraction, Usage
from service.errors.base import LuanChuyenError


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
    title_vi = "Chưa cài đặt mô hình"
    en = "No language model is set. Set LUANCHUYEN_MODEL (and LUANCHUYEN_API_BASE), or use the reader rules."
    vi = "Chưa cài đặt mô hình ngôn ngữ. Hãy đặt LUANCHUYEN_MODEL (và LUANCHUYEN_API_BASE), hoặc dùng bộ đọc rules."


class ModelNotInstalled(ModelError):
    """The optional extra `model` is not installed. `package` is the first package that is missing."""

    code = "model_not_installed"
    title = "Model libraries not installed"
    title_vi = "Chưa cài thư viện cho mô hình"
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
    title_vi = "Mô hình hiện không trả lời"
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
    title_vi = "Mọi mô hình đều lỗi"
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
    title_vi = "Hết ngân sách"
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
