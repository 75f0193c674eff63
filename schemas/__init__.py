"""The wire contract as pydantic models: what the service takes and returns, and nothing else.

The HTTP API, the command line, the gold set and the scorer all speak these shapes. The package imports nothing of
ours and has no logic beyond validation. Offsets count Unicode code points of the article's text as submitted.
"""

from .base import Count, Edtf, Flow, JsonPointer, Model, Period, Place, TextSpan, Value
from .enums import (
    Action,
    Cause,
    CheckCode,
    CheckStatus,
    CountUnit,
    FigureStatus,
    Grouping,
    Level,
    Measure,
    MoveStatus,
    ProvisionKind,
    ProvisionUnit,
    Qualifier,
    RequestPart,
    ReviewStatus,
    Role,
)
from .extraction import Article, Extraction, Run, Usage
from .facts import (
    Breakdown,
    CoverageRatio,
    Decision,
    DocumentReference,
    Part,
    Person,
    Post,
    Provision,
    RotationEvent,
    RotationSummary,
)
from .findings import Check, Figure, Review
from .http import ArticleIn, Health, Problem, ProblemItem

__all__ = [
    "Action",
    "Article",
    "ArticleIn",
    "Breakdown",
    "Cause",
    "Check",
    "CheckCode",
    "CheckStatus",
    "Count",
    "CountUnit",
    "CoverageRatio",
    "Decision",
    "DocumentReference",
    "Edtf",
    "Extraction",
    "Figure",
    "FigureStatus",
    "Flow",
    "Grouping",
    "Health",
    "JsonPointer",
    "Level",
    "Measure",
    "Model",
    "MoveStatus",
    "Part",
    "Period",
    "Person",
    "Place",
    "Post",
    "Problem",
    "ProblemItem",
    "Provision",
    "ProvisionKind",
    "ProvisionUnit",
    "Qualifier",
    "RequestPart",
    "Review",
    "ReviewStatus",
    "Role",
    "RotationEvent",
    "RotationSummary",
    "Run",
    "TextSpan",
    "Usage",
    "Value",
]
