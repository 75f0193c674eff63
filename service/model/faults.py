"""What goes wrong with one call to a model, and the one boundary that turns vendors' exceptions into it.

A `Fault` stays inside this package: `provider` decides by its kind whether to try again, to go to the next model or
to give up, and raises an error of `service.errors` when nothing is left. No vendor's message is kept, since it can
repeat the article. The table knows classes by name, so that it needs no vendor's library to be imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from service.model.waits import retry_after

FaultKind = Literal[
    "rate_limited",  # 429
    "overloaded",  # 503, 529
    "server_error",  # other 5xx, an answer that is no JSON
    "timeout",  # no whole answer in time
    "connection",  # refused, reset, no such host
    "auth",  # 401, 403
    "quota",  # nothing left to pay with
    "not_found",  # no such model or address
    "bad_request",  # the provider calls the request wrong
    "unsupported",  # it does not know the structured mode or a parameter
    "context_too_long",  # the prompt is longer than the model can read
    "refused",  # the model or a filter declines
    "empty",  # an answer without a word
    "wrong_shape",  # an answer without a JSON object
    "bad_output",  # turned down by the caller: another language, say
    "breaker_open",  # not called: it failed too often just now
    "over_budget",  # not called: it could cost too much
    "price_unknown",  # not called: there is a budget, and no price to reckon with
    "unknown",  # anything else
]
"""Every way in which a call fails."""

TRANSIENT: frozenset[str] = frozenset({"rate_limited", "overloaded", "server_error", "timeout", "connection"})
"""Faults that may pass by themselves; the breaker counts them."""

RETRIED: frozenset[str] = TRANSIENT | {"empty"}
"""Faults after which the same model is asked again; an empty answer is most often a hiccup of the server."""

LASTING: frozenset[str] = frozenset({"auth", "quota", "not_found"})
"""Faults that every further call meets too: the breaker opens at once."""


@dataclass(eq=False)
class Fault(Exception):
    """One failed call: its kind, and how many seconds the provider asks to wait (`Retry-After`), where it says.

    `detail` is a short word of ours or a vendor's class, never a message; `param` the request's parameter that the
    provider refuses, where it names one; `status` the HTTP status, where there was an answer. `sent` says that the
    provider may have worked, and billed, although no usage came back.
    """

    kind: FaultKind
    retry_after: float | None = None
    detail: str = ""
    param: str = ""
    status: int | None = None
    sent: bool = False

    def __str__(self) -> str:
        return f"{self.kind} ({self.detail})" if self.detail else self.kind


CLASSES: dict[str, FaultKind] = {
    # openai; litellm's classes of these names are subclasses of them
    "AuthenticationError": "auth",
    "OAuthError": "auth",
    "PermissionDeniedError": "auth",
    "SubjectTokenProviderError": "auth",
    "NotFoundError": "not_found",
    "RateLimitError": "rate_limited",
    "BadRequestError": "bad_request",
    "UnprocessableEntityError": "bad_request",
    "ConflictError": "server_error",
    "InternalServerError": "server_error",
    "APITimeoutError": "timeout",
    "APIConnectionError": "connection",
    "APIResponseValidationError": "server_error",
    "APIStatusError": "server_error",
    "APIError": "server_error",
    "LengthFinishReasonError": "wrong_shape",
    "ContentFilterFinishReasonError": "refused",
    "WebSocketConnectionClosedError": "connection",
    "WebSocketQueueFullError": "overloaded",
    "InvalidWebhookSignatureError": "bad_request",
    # litellm
    "Timeout": "timeout",
    "ContextWindowExceededError": "context_too_long",
    "ContentPolicyViolationError": "refused",
    "RejectedRequestError": "refused",
    "GuardrailRaisedException": "refused",
    "BlockedPiiEntityError": "refused",
    "ModifyResponseException": "refused",
    "SensitiveDataRouteException": "refused",
    "PaymentRequiredError": "quota",
    "BudgetExceededError": "quota",
    "ServiceUnavailableError": "overloaded",
    "BadGatewayError": "server_error",
    "UnsupportedParamsError": "unsupported",
    "LiteLLMUnknownProvider": "not_found",
    "ModelNotMappedError": "not_found",
    "JSONSchemaValidationError": "wrong_shape",
    "BaseLLMException": "server_error",
    "RouterRateLimitErrorBasic": "rate_limited",
    "RouterRateLimitError": "rate_limited",
    "ToolLoopMaxRoundsExceeded": "bad_request",
    "OpenAIError": "server_error",  # litellm's own of this name wraps any failed call; openai's without status: no key
    # instructor; what wraps another exception is looked through before this table is asked
    "IncompleteOutputException": "wrong_shape",
    "ResponseParsingError": "wrong_shape",
    "ValidationError": "wrong_shape",
    "AsyncValidationError": "wrong_shape",
    "InstructorRetryException": "wrong_shape",
    "ProviderError": "server_error",
    "ModeError": "unsupported",
    "ConfigurationError": "bad_request",
    "ClientError": "bad_request",
    "MultimodalError": "bad_request",
    "InstructorError": "unknown",
    # httpx
    "TimeoutException": "timeout",
    "TransportError": "connection",
    "HTTPStatusError": "server_error",
    "HTTPError": "server_error",
    "RequestError": "connection",
    "TooManyRedirects": "connection",
    "DecodingError": "server_error",
    "InvalidURL": "not_found",
    "StreamError": "connection",
    "CookieConflict": "bad_request",
    # Python
    "TimeoutError": "timeout",
    "ConnectionError": "connection",
    "JSONDecodeError": "server_error",
    "UnicodeDecodeError": "server_error",
    "OSError": "connection",
}
"""The kind of each class; the nearest class in the order of inheritance counts."""

_STATUS: dict[int, FaultKind] = {
    400: "bad_request",
    401: "auth",
    402: "quota",
    403: "auth",
    404: "not_found",
    408: "timeout",
    409: "server_error",
    413: "context_too_long",
    422: "bad_request",
    429: "rate_limited",
    503: "overloaded",
    504: "timeout",
    529: "overloaded",
}
_NOT_SENT = {"ConnectError", "ConnectTimeout", "ClientConnectorError", "ConnectionRefusedError", "gaierror"}
"""Classes at whose sight the request has not left this machine."""
_TOO_LONG = re.compile(
    r"context.{0,12}(length|size|window)|maximum context|prompt is too long|too many (input )?tokens|string_above_max",
    re.IGNORECASE,
)
_FILTERED = re.compile(r"content.?(filter|policy|management)|safety|moderation", re.IGNORECASE)
_QUOTA = re.compile(r"insufficient.?quota|billing|credit balance|payment", re.IGNORECASE)
_PARAMS = re.compile(r"response_format|json_schema|tool_choice|\btools\b|max_completion_tokens|max_tokens|temperature")


def translate(error: BaseException) -> Fault:
    """The fault that an exception of instructor, litellm, openai, httpx or Python means; never raises."""
    chain = list(_chain(error))
    for link in chain:
        if isinstance(link, Fault):
            return link
    root = next((link for link in chain if _status(link) is not None), None) or _told(chain)
    status, kind = _status(root), kind_of(type(root))
    fault = Fault(kind or "unknown", retry_after=retry_after(_headers(root)), detail=type(root).__name__, status=status)
    if status is not None and (kind in (None, "server_error", "bad_request", "unknown")):
        fault.kind = _STATUS.get(status, "server_error" if status >= 500 else "bad_request")
    _read_words(root, fault)
    fault.sent = fault.kind in ("timeout", "connection") and not any(type(link).__name__ in _NOT_SENT for link in chain)
    return fault


def from_body(error: Any) -> Fault:
    """The fault of an error that a provider sends with status 200, as {"error": {"code": ..., "message": ...}}."""
    code = error.get("code") if isinstance(error, dict) else None
    status = int(str(code)) if str(code).isdigit() else None
    fault = Fault(_STATUS.get(status or 0, "server_error"), detail="error in a 200", status=status)
    _match_words(str(error), fault)
    return fault


def kind_of(cls: type[BaseException]) -> FaultKind | None:
    """The kind of an exception's class by its nearest ancestor in the table; None where there is none."""
    return next((CLASSES[base.__name__] for base in cls.__mro__ if base.__name__ in CLASSES), None)


def _told(chain: list[BaseException]) -> BaseException:
    """The exception that says most: instructor wraps the one that matters, the others come first."""
    return next((link for link in chain if type(link).__module__.split(".")[0] != "instructor"), chain[0])


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _status(error: BaseException) -> int | None:
    status = getattr(error, "status_code", None)
    if status is None:
        status = getattr(getattr(error, "response", None), "status_code", None)
    return status if isinstance(status, int) and status >= 400 else None


def _headers(error: BaseException) -> Any:
    for owner in (getattr(error, "response", None), error):
        headers = getattr(owner, "headers", None)
        if headers and "retry-after" in {str(name).lower() for name in headers}:
            return headers
    return getattr(error, "litellm_response_headers", None)


def _read_words(error: BaseException, fault: Fault) -> None:
    """Make the kind more exact by the provider's code and words, and note the parameter that it refuses."""
    if fault.kind not in ("bad_request", "rate_limited", "auth", "unsupported", "context_too_long"):
        return
    body = getattr(error, "body", None)
    _match_words(f"{getattr(error, 'code', '')} {getattr(error, 'param', '')} {body or error}"[:4000], fault)


def _match_words(words: str, fault: Fault) -> None:
    if fault.kind in ("rate_limited", "auth", "server_error"):
        fault.kind = "quota" if _QUOTA.search(words) else fault.kind
    elif _TOO_LONG.search(words):
        fault.kind = "context_too_long"
    elif param := _PARAMS.search(words):
        fault.kind, fault.param = "unsupported", param[0]
    elif _FILTERED.search(words):
        fault.kind = "refused"
