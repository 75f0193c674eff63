"""The bodies of HTTP beside the Extraction: an article to be read, a problem, the service's health."""

import datetime
import re
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from .base import JsonPointer, Model
from .enums import RequestPart
from .extraction import Extraction

WEB_ADDRESS: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]\S*$"
"""What the address of an article looks like: a web page, not a file or a script."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def _written_line(value: str) -> str:
    if _CONTROL.search(value):
        raise PydanticCustomError("article_control", "holds a control character")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(WEB_ADDRESS, value):
        raise PydanticCustomError("article_address", "is not an http or https address")
    return value


def _iso_date(value: object) -> object:
    """Refuse what pydantic takes for a date beside YYYY-MM-DD: seconds since 1970, as number or digits, and times."""
    if isinstance(value, datetime.date) or value is None:
        return value
    if not isinstance(value, str) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("article_date", "is not a date of the form YYYY-MM-DD")
    return value


# The length stands inside the union: only then pydantic looks for half surrogate pairs.
_Line = Annotated[str, Field(max_length=2000), AfterValidator(_written_line)]
_ShortLine = Annotated[str, Field(max_length=500), AfterValidator(_written_line)]
_WebAddress = Annotated[_Line, AfterValidator(_web_address), Field(json_schema_extra={"pattern": WEB_ADDRESS})]
_IsoDate = Annotated[datetime.date | None, BeforeValidator(_iso_date)]


class ArticleIn(Model):
    """An article to be read: its plain text and what is known about its publication."""

    text: str = Field(description="Plain text of the article, in Vietnamese")
    title: _Line | None = Field(default=None, description="Headline")
    url: _WebAddress | None = Field(default=None, description="Web address of the article")
    outlet: _ShortLine | None = Field(default=None, description="Newspaper or site")
    published_on: _IsoDate = Field(default=None, description="Date of publication (ISO 8601: YYYY-MM-DD)")


class ProblemItem(Model):
    """One thing that is wrong with the request."""

    part: RequestPart = Field(description="The part of the request that is wrong")
    pointer: JsonPointer = Field(description="The field in that part")
    detail: str = Field(description="What is wrong with it; never the value itself")


class Problem(Model):
    """A problem document of RFC 9457 (media type application/problem+json), with a stable code."""

    type: str = Field(description="URI reference of the kind of problem: /problems/ and the code")
    title: str = Field(description="The kind of problem in a few words")
    status: int = Field(ge=400, le=599, description="HTTP status")
    detail: str = Field(description="What is wrong here, and how to put it right")
    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="Stable code of the error")
    request_id: str | None = Field(default=None, description="Value of the response's X-Request-Id header")
    errors: list[ProblemItem] = Field(default=[], description="Each wrong field, where the shape is wrong")
    fallback: Extraction | None = Field(
        default=None, description="What the rule reader reads in the article, where no model could; run.reader says so"
    )


class Health(Model):
    """Says that the service answers."""

    status: str = Field(default="ok", description="Always ok; a service that is not well does not answer")
    version: str = Field(description="Version of the service")
