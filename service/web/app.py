"""Puts the application together: routes, error handlers, middleware, the OpenAPI document."""

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from schemas import Health
from service.errors import LuanChuyenError
from service.settings import Settings, load_settings
from service.version import version
from service.web import extractions, problems
from service.web.docs import CONTENT_SECURITY_POLICY, docs_page
from service.web.middleware import HeadAsGet, RequestLog

_PROBLEM_REF = "#/components/schemas/Problem"


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application with its own settings; those of the environment by default."""
    settings = settings or load_settings()
    app = FastAPI(
        title="Luân Chuyển",
        version=version(),
        summary="Reads Vietnamese articles on the rotation of officials into checked facts.",
        docs_url=None,  # FastAPI's own pages load scripts from other hosts; ours needs none
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.settings = settings
    app.include_router(extractions.router)

    @app.get(
        "/healthz", response_model=Health, summary="Say that the service answers", responses=problems.documented(500)
    )
    async def healthz() -> Health:
        return Health(version=version())

    @app.get("/docs", include_in_schema=False)
    async def docs() -> HTMLResponse:
        return HTMLResponse(docs_page(app.openapi()), headers={"Content-Security-Policy": CONTENT_SECURITY_POLICY})

    app.add_exception_handler(LuanChuyenError, problems.on_our_error)
    app.add_exception_handler(RequestValidationError, problems.on_wrong_query)
    app.add_exception_handler(HTTPException, problems.on_http_exception)
    app.add_middleware(HeadAsGet)
    app.add_middleware(RequestLog)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign] # FastAPI's documented way to change it
    return app


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's document, with problem documents under their own media type."""
    if app.openapi_schema is None:
        document = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        for path in document["paths"].values():
            for operation in path.values():
                for response in operation["responses"].values():
                    content = response.get("content", {})
                    if content.get("application/json", {}).get("schema", {}).get("$ref") == _PROBLEM_REF:
                        content[problems.MEDIA_TYPE] = content.pop("application/json")
        app.openapi_schema = document
    return app.openapi_schema
