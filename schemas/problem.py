"""The shape of an error over HTTP."""

from pydantic import Field

from .base import JsonPointer, Model


class ProblemItem(Model):
    """One thing that is wrong with the request."""

    pointer: JsonPointer = Field(description="The field of the request that is wrong")
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
