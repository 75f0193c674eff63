"""The article, the run, and the Extraction that holds everything read from one article."""

import datetime

from pydantic import Field

from .base import Model
from .facts import CoverageRatio, DocumentReference, Provision, RotationEvent, RotationSummary
from .findings import Check, Figure, Review


class Article(Model):
    """The text as submitted, and what is known about its publication."""

    text: str = Field(description="The text as submitted; all offsets count its Unicode code points")
    title: str | None = Field(default=None, description="Headline, where submitted beside the text")
    url: str | None = Field(default=None, description="Address of the article")
    outlet: str | None = Field(default=None, description="Newspaper or site")
    published_on: datetime.date | None = Field(default=None, description="Date of publication (ISO 8601)")
    language: str = Field(default="vi", description="BCP 47 tag of the text's language")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the text in UTF-8, lower-case hexadecimal")


class Usage(Model):
    """Tokens over all calls to a model, the failed ones included."""

    input_tokens: int = Field(default=0, ge=0, description="Tokens sent")
    output_tokens: int = Field(default=0, ge=0, description="Tokens received")
    cached_tokens: int = Field(default=0, ge=0, description="Tokens sent that the provider had cached")


class Run(Model):
    """How an extraction came about."""

    reader: str = Field(description="Name of the reader: rules, llm or hybrid")
    model: str | None = Field(default=None, description="Name of the language model; null without one")
    prompt_version: str | None = Field(default=None, description="Version of the prompts; null without a model")
    attempts: int = Field(default=1, ge=0, description="Readings made until this one was taken")
    usage: Usage | None = Field(default=None, description="Tokens used; null without a model")
    cost_usd: float | None = Field(
        default=None, ge=0, description="Cost of all calls in US dollars; null without a model"
    )
    elapsed_ms: float = Field(default=0, ge=0, description="Wall time of the run in milliseconds")
    versions: dict[str, str] = Field(default={}, description="Version of each part that shaped the result, by name")


class Extraction(Model):
    """Everything read from one article, with its evidence, ledger, checks and verdict."""

    id: str = Field(min_length=1, description="Identifier of this extraction")
    article: Article = Field(description="The article that was read")
    summaries: list[RotationSummary] = Field(default=[], description="Stated totals and their breakdowns")
    events: list[RotationEvent] = Field(default=[], description="Moves of named persons")
    ratios: list[CoverageRatio] = Field(default=[], description="Shares of localities or posts that meet a rule")
    provisions: list[Provision] = Field(default=[], description="Rules a plan or regulation sets")
    documents: list[DocumentReference] = Field(default=[], description="Documents the article cites")
    figures: list[Figure] = Field(default=[], description="The ledger: every number in the text, and what became of it")
    checks: list[Check] = Field(default=[], description="Outcomes of the checks")
    review: Review = Field(description="Whether an editor has to look, and at what")
    run: Run = Field(description="How this extraction came about")
