"""The bodies of HTTP beside the Extraction: an article to be read, a problem, the service's health."""

import datetime

from pydantic import Field

from .base import JsonPointer, Model
from .enums import RequestPart
from .extraction import Extraction


class ArticleIn(Model):
    """An article to be read: its plain text and what is known about its publication."""

    text: str = Field(description="Plain text of the article, in Vietnamese")
    title: str | None = Field(default=None, max_length=2000, description="Headline")
    url: str | None = Field(default=None, max_length=2000, description="Address of the article")
    outlet: str | None = Field(default=None, max_length=500, description="Newspaper or site")
    published_on: datetime.date | None = Field(default=None, description="Date of publication (ISO 8601)")


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
