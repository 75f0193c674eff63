"""Errors as RFC 9457 problem documents, in the caller's language, without a word of what was sent."""

import json
from collections.abc import Mapping
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from schemas import Problem, ProblemItem, RequestPart
from service.errors import (
    InternalError,
    InvalidShape,
    LuanChuyenError,
    MethodNotAllowed,
    ModelError,
    ModelUnavailable,
    NotFound,
    UnsupportedMediaType,
    WrongField,
    all_errors,
)
from service.web.language import preferred_language

MEDIA_TYPE = "application/problem+json"


def problem_response(error: LuanChuyenError, request: Request, headers: Mapping[str, str] | None = None) -> Response:
    """The problem document of an error, in the language that the request prefers."""
    lang = preferred_language(request.headers.get("accept-language"), request.app.state.settings.lang)
    items: list[ProblemItem] = []
    if isinstance(error, InvalidShape):
        items = [
            ProblemItem(part=RequestPart(error.part), pointer=field.pointer, detail=field.message(lang))
            for field in error.problems
        ]
    request_id = getattr(request.state, "request_id", None)
    problem = Problem(
        type=f"/problems/{error.code}",
        title=error.heading(lang),
        status=error.status,
        detail=error.message(lang),
        code=error.code,
        request_id=request_id,
        errors=items,
    )
    content = problem.model_dump(mode="json", exclude_defaults=True)
    if isinstance(error, ModelError) and error.fallback is not None:
        content["fallback"] = error.fallback.model_dump(mode="json")
    request.state.problem_code = error.code
    return Response(
        json.dumps(content, ensure_ascii=False).encode(),
        status_code=error.status,
        media_type=MEDIA_TYPE,
        headers={"Content-Language": lang, "Vary": "Accept-Language", **(headers or {})},
    )


async def on_our_error(request: Request, error: Exception) -> Response:
    """One of our own errors."""
    assert isinstance(error, LuanChuyenError)
    headers: dict[str, str] = {}
    if isinstance(error, ModelUnavailable) and error.retry_after:
        headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, UnsupportedMediaType) and error.header == "Content-Encoding":
        headers["Accept-Encoding"] = "identity"  # RFC 9110, section 12.5.3
    return problem_response(error, request, headers)


async def on_wrong_query(request: Request, error: Exception) -> Response:
    """A query that FastAPI refuses; bodies are read and checked by `service.web.body`."""
    assert isinstance(error, RequestValidationError)
    problems = [wrong_field({**item, "loc": item["loc"][1:]}) for item in error.errors()]  # without "query"
    return problem_response(InvalidShape(problems, part="query"), request)


async def on_http_exception(request: Request, error: Exception) -> Response:
    """An error that the framework raises: no such path, no such method."""
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return problem_response(NotFound(), request)
    if error.status_code == 405:
        methods = {method.strip() for method in (error.headers or {}).get("Allow", "").split(",")}
        allowed = ", ".join(sorted(methods | {"HEAD"} if "GET" in methods else methods))
        return problem_response(MethodNotAllowed(allowed), request, {"Allow": allowed})
    return problem_response(InternalError(), request)


_KINDS = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "model_type": "object",
    "model_attributes_type": "object",
    "dict_type": "object",
    "string_type": "string",
    "string_too_long": "too_long",
    "string_too_short": "too_short",
    "string_unicode": "unicode",
    "int_type": "number",
    "int_parsing": "number",
    "float_type": "number",
    "float_parsing": "number",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
    "enum": "choice",
    "literal_error": "choice",
    "json_invalid": "json",
    "json_type": "json",
    **{f"article_{kind}": kind for kind in ("date", "address", "control")},  # of `schemas.ArticleIn` itself
}
"""What an error's type of pydantic means in the words of `service.messages.FIELDS`; any other is "other"."""


def wrong_field(item: Mapping[str, Any]) -> WrongField:
    """One pydantic error as the field that is wrong, without the value, unknown names and pydantic's own words."""
    kind, context = _KINDS.get(item["type"], "other"), item.get("ctx", {})
    location = list(item["loc"])[: -1 if kind == "unknown" else None]
    return WrongField(_pointer(location), kind, context.get("max_length") or context.get("min_length"))


def _pointer(location: list[int | str]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in location)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an operation: each status with the codes that it can carry."""
    by_status: dict[int, list[str]] = {}
    for error in (kind for kind in all_errors() if kind.over_http):
        by_status.setdefault(error.status, []).append(error.code)
    return {
        status: {"model": Problem, "description": "Problem: " + ", ".join(by_status.get(status, []))}
        for status in statuses
    }
