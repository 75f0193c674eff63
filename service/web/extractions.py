"""`POST /v1/extractions`: an article in, checked facts out."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from schemas import ArticleIn, Extraction
from service.pipeline import extract_async
from service.readers import READERS, default_reader, get_reader
from service.settings import Settings
from service.web.body import read_submission
from service.web.language import preferred_language
from service.web.problems import documented

router = APIRouter()

_REQUEST_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/json": {"schema": ArticleIn.model_json_schema()},
        "text/plain": {"schema": {"type": "string", "description": "The article's plain text in UTF-8"}},
    },
}
_ACCEPT_LANGUAGE: dict[str, Any] = {
    "name": "Accept-Language",
    "in": "header",
    "required": False,
    "description": "vi or en: the language of the checks' messages and of errors",
    "schema": {"type": "string"},
}


class _Options(BaseModel):
    """The query of the call."""

    model_config = ConfigDict(extra="forbid")

    reader: str | None = Field(default=None, max_length=32, description=f"Name of the reader: {', '.join(READERS)}")


@router.post(
    "/v1/extractions",
    response_model=Extraction,
    summary="Read one article",
    description="Reads a Vietnamese article and answers with its facts, the ledger of its figures and the checks.",
    responses=documented(400, 413, 415, 422, 500, 502, 503),
    openapi_extra={"requestBody": _REQUEST_BODY, "parameters": [_ACCEPT_LANGUAGE]},
)
async def create_extraction(request: Request, options: Annotated[_Options, Query()]) -> Response:
    """Read the body, then the article; what computes runs in worker threads, so that the event loop never waits."""
    settings: Settings = request.app.state.settings
    lang = preferred_language(request.headers.get("accept-language"), settings.lang)
    submission = await read_submission(request, settings.max_body_bytes)
    reader = get_reader(options.reader or default_reader(settings), settings)
    extraction = await extract_async(submission, reader, lang=lang)
    body = extraction.model_dump_json().encode()
    return Response(body, media_type="application/json", headers={"Content-Language": lang, "Vary": "Accept-Language"})
