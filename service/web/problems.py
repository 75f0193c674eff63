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
            ProblemItem(part=RequestPart(error.part), pointer=pointer, detail=text) for pointer, text in error.problems
        ]
    request_id = getattr(request.state, "request_id", None)
    problem = Problem(
        type=f"/problems/{error.code}",
        title=error.title,
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
    wait = error.retry_after if isinstance(error, ModelUnavailable) else None
    return problem_response(error, request, {"Retry-After": str(wait)} if wait else None)


async def on_wrong_query(request: Request, error: Exception) -> Response:
    """A query that FastAPI refuses; bodies are read and checked by `service.web.body`."""
    assert isinstance(error, RequestValidationError)
    problems = [shape_problem(item) for item in error.errors()]
    return problem_response(InvalidShape([(p.removeprefix("/query"), d) for p, d in problems], part="query"), request)


async def on_http_exception(request: Request, error: Exception) -> Response:
    """An error that the framework raises: no such path, no such method."""
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return problem_response(NotFound(), request)
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "")
        return problem_response(MethodNotAllowed(allowed), request, {"Allow": allowed})
    return problem_response(InternalError(), request)


def shape_problem(item: Mapping[str, Any]) -> tuple[str, str]:
    """One pydantic error as (JSON Pointer, what is wrong), without the value and without unknown names."""
    location = list(item["loc"])
    if item["type"] == "extra_forbidden":
        return _pointer(location[:-1]), "a field of unknown name"
    if item["type"] == "missing":
        return _pointer(location), "is required"
    return _pointer(location), str(item["msg"])


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
