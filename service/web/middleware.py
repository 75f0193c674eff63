"""One log entry and one request id per request, an answer where everything else failed, and HEAD wherever GET is."""

import re
import time
import uuid

import structlog
from fastapi import Request
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import InternalError
from service.web.problems import problem_response

_log = structlog.get_logger("luanchuyen.web")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class RequestLog:
    """ASGI middleware: takes X-Request-Id or makes one, answers with it, logs the request without its content.

    An exception that no handler knows becomes the problem `internal_error`; its class and frames go to the log.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        given = request.headers.get("x-request-id", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        request.state.request_id = request_id
        began = time.perf_counter()
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self._app(scope, receive, send_with_id)
            except ClientDisconnect:
                _log.info("client_left", method=request.method)
                return
            except Exception:
                _log.error("request_failed", exc_info=True)
                if status:  # the answer has begun: nothing better can be said now
                    raise
                await problem_response(InternalError(), request)(scope, receive, send_with_id)
            route = scope.get("route")
            _log.info(
                "request",
                method=request.method,
                route=getattr(route, "path", None),
                status=status,
                code=getattr(request.state, "problem_code", None),
                elapsed_ms=round((time.perf_counter() - began) * 1000, 1),
            )


class HeadAsGet:
    """ASGI middleware: answers HEAD as the GET of the same path, without the content (RFC 9110, section 9.3.2)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        # A copy: the server goes by the method of its own scope when it counts the bytes of the answer.
        as_get = {**scope, "method": "GET"}

        async def send_without_content(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        try:
            await self._app(as_get, receive, send_without_content)
        finally:
            scope["route"] = as_get.get("route")  # for the log
