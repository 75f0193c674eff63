"""From the bytes of a request to a `Submission`.

Bodies are read here and not by FastAPI, for two reasons: FastAPI answers a body over its limit with plain text, not a
problem document, and its errors for wrong JSON repeat the input.
"""

import json
from typing import Any

from fastapi import Request
from pydantic import ValidationError

from schemas import ArticleIn
from service.decoding import decode_utf8
from service.errors import (
    BodyTooLarge,
    InvalidJson,
    InvalidShape,
    UnsupportedInput,
    UnsupportedMediaType,
)
from service.prepare import Submission
from service.web.problems import wrong_field

# Fields by which a known form of article can be told that is not read: HTML, and IPTC ninjs 1 to 3.
_NINJS_FIELDS = ("body_html", "body_text", "bodies", "bodyText", "headline", "headlines", "versioncreated")

# A body over the limit is read on and thrown away up to this many times the limit, so that a client that sends first
# and reads then gets the answer and not a reset connection.
_DRAIN = 8


async def read_submission(request: Request, limit: int) -> Submission:
    """The article in a request's body.

    Raises BodyTooLarge, UnsupportedMediaType, InvalidEncoding, InvalidJson, InvalidShape or UnsupportedInput. `limit`
    counts bytes.
    """
    kind = _media_type(request)
    text = decode_utf8(await _read(request, limit))
    if kind == "text/plain":
        return Submission(text=text)
    article = _article(_parse(text))
    return Submission(
        text=article.text,
        title=article.title,
        url=article.url,
        outlet=article.outlet,
        published_on=article.published_on,
    )


def _media_type(request: Request) -> str:
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise UnsupportedMediaType("Content-Encoding")
    kind, *parameters = request.headers.get("content-type", "").lower().split(";")
    for parameter in parameters:
        name, _, value = parameter.strip().partition("=")
        if name == "charset" and value.strip('"') not in ("utf-8", "utf8", "us-ascii"):
            raise UnsupportedMediaType
    if kind.strip() not in ("application/json", "text/plain"):
        raise UnsupportedMediaType
    return kind.strip()


async def _read(request: Request, limit: int) -> bytes:
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:18]) > _DRAIN * limit:
        raise BodyTooLarge(limit)
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= limit:
            chunks.append(chunk)
        elif size > _DRAIN * limit:
            break
        else:
            chunks.clear()
    if size > limit:
        raise BodyTooLarge(limit)
    return b"".join(chunks)


def _parse(text: str) -> Any:
    def refuse(constant: str) -> Any:
        raise ValueError(constant)  # NaN and Infinity are no JSON (RFC 8259)

    try:
        return json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise InvalidJson(error.pos) from None
    except (RecursionError, ValueError):
        raise InvalidJson(0) from None


def _article(data: Any) -> ArticleIn:
    if isinstance(data, dict) and "text" not in data:
        if "html" in data:
            raise UnsupportedInput("HTML")
        if any(field in data for field in _NINJS_FIELDS):
            raise UnsupportedInput("IPTC ninjs")
    try:
        return ArticleIn.model_validate(data)
    except ValidationError as error:
        items = error.errors(include_url=False, include_input=False)
        raise InvalidShape([wrong_field(item) for item in items]) from None
