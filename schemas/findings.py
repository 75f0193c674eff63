"""What the service finds out about its own reading: the ledger of figures, the checks, the verdict."""

from pydantic import Field

from .base import JsonPointer, Model, TextSpan
from .enums import Cause, CheckCode, CheckStatus, FigureStatus, ReviewStatus


class Figure(Model):
    """One number of the text, in digits or words, and what became of it."""

    value: int | float | None = Field(description="The number; null where it is too irregular to have one value")
    text: str = Field(description="The number as written")
    span: TextSpan = Field(description="Where it stands")
    status: FigureStatus = Field(description="used by a fact, excluded with a reason, or unexplained")
    target: JsonPointer | None = Field(default=None, description="The field that uses it, when used")
    reason: str | None = Field(default=None, description="Why it counts no moved officials, when excluded")


class Check(Model):
    """The outcome of one check at one place of the extraction."""

    code: CheckCode = Field(description="Which check; also the name of its function")
    status: CheckStatus = Field(description="pass, warn or fail")
    target: JsonPointer = Field(default="", description="What was checked")
    cause: Cause = Field(default=Cause.UNKNOWN, description="Who is wrong: the source, the reader, or not known")
    message: str = Field(default="", description="One sentence for an editor, in the language asked for")
    expected: int | float | str | None = Field(default=None, description="The value the check calls for")
    actual: int | float | str | None = Field(default=None, description="The value found")
    evidence: list[TextSpan] = Field(default=[], description="The spans compared")


class Review(Model):
    """Whether an editor has to look, and at what."""

    status: ReviewStatus = Field(description="needs_review when any check warns or fails")
    reasons: list[JsonPointer] = Field(default=[], description="The checks that did not pass, e.g. /checks/3")
