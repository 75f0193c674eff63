"""`POST /v1/extractions`: an article in, checked facts out."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from schemas import ArticleIn, Extraction
from service.desk import asks_model
from service.errors import InvalidShape, WrongField
from service.pipeline import extract, extract_async
from service.prepare import Submission
from service.readers import READERS, default_reader, get_reader
from service.reading import Reader
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


def _each_once(request: Request) -> None:
    """Refuse a parameter given twice, of which FastAPI would silently take the last. Raises InvalidShape."""
    given = request.query_params
    repeated = [name for name in _Options.model_fields if len(given.getlist(name)) > 1]
    if repeated:
        raise InvalidShape([WrongField(f"/{name}", "repeated") for name in repeated], part="query")


@router.post(
    "/v1/extractions",
    response_model=Extraction,
    summary="Read one article",
    description="Reads a Vietnamese article and answers with its facts, the ledger of its figures and the checks.",
    dependencies=[Depends(_each_once)],
    responses=documented(400, 413, 415, 422, 500, 502, 503),
    openapi_extra={"requestBody": _REQUEST_BODY, "parameters": [_ACCEPT_LANGUAGE]},
)
async def create_extraction(request: Request, options: Annotated[_Options, Query()]) -> Response:
    """Read the body, then the article in a worker thread, so that the event loop never waits for it.

    A reader that asks a model waits in the event loop, where waiting holds no thread.
    """
    settings: Settings = request.app.state.settings
    lang = preferred_language(request.headers.get("accept-language"), settings.lang)
    submission = await read_submission(request, settings.max_body_bytes)
    reader = get_reader(options.reader or default_reader(settings), settings)
    if asks_model(reader):
        extraction = await extract_async(submission, reader, lang=lang)
        body = await run_in_threadpool(_json, extraction)
    else:
        body = await run_in_threadpool(_extract_json, submission, reader, lang)
    return Response(body, media_type="application/json", headers={"Content-Language": lang, "Vary": "Accept-Language"})


def _extract_json(submission: Submission, reader: Reader, lang: str) -> bytes:
    return _json(extract(submission, reader, lang=lang))


def _json(extraction: Extraction) -> bytes:
    return extraction.model_dump_json().encode()
