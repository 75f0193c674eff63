"""The values that facts are made of: spans, counts, periods, places, flows.

These are frozen and hashable: equal values are interchangeable, and a change is a new value (`model_copy`).
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from .enums import CountUnit, Level, Qualifier

JsonPointer = Annotated[
    str,
    Field(
        pattern=r"^(/([^~/]|~[01])*)*$",
        description="RFC 6901 pointer into the Extraction, e.g. /summaries/0/breakdowns/1; empty for all of it",
    ),
]
Edtf = Annotated[
    str,
    Field(
        min_length=1,
        max_length=64,
        description="Date or interval in EDTF (ISO 8601-2): 2018-05, 2016/2020, 2012/..",
    ),
]


class Model(BaseModel):
    """Base of the contract's objects: unknown fields are refused, field names and aliases are both accepted."""

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


class Value(Model):
    """Base of the frozen, hashable values."""

    model_config = ConfigDict(frozen=True)


class TextSpan(Value):
    """A half-open range of the article's text and the text that stands there.

    W3C Web Annotation: a TextPositionSelector (`start`, `end`) and a TextQuoteSelector (`exact`) in one. Offsets count
    Unicode code points of `article.text` as submitted; `exact == article.text[start:end]`.
    """

    start: int = Field(ge=0, description="Offset of the first code point, from 0")
    end: int = Field(ge=0, description="Offset behind the last code point; not below start")
    exact: str = Field(description="The text of the range, unchanged")

    # Not a validator, which would run again in each object that takes the span in.
    def model_post_init(self, context: object) -> None:
        """Refuse an end below the start; it becomes a ValidationError."""
        if self.end < self.start:
            raise ValueError(f"end {self.end} is below start {self.start}")


class Count(Value):
    """How many, of what, and how exactly the source says so."""

    value: int = Field(ge=0, description="The number as stated; for 'over 70' it is 70")
    unit: CountUnit = Field(default=CountUnit.PERSON, description="person, or turn where one person may count twice")
    qualifier: Qualifier = Field(default=Qualifier.EXACT, description="How exactly the source states the number")


class Period(Value):
    """The time that a total or part covers."""

    edtf: Edtf | None = Field(default=None, description="The period in EDTF (ISO 8601-2), e.g. 2012/.. or 2016/2020")
    term: str | None = Field(
        default=None,
        pattern=r"^\d{4}/\d{4}$",
        description="The Party or council term of office the source names (nhiem ky), first and last year: 2020/2025",
    )
    text: str | None = Field(default=None, description="The period as written")


class Place(Value):
    """An administrative unit or body a total or ratio is about."""

    name: str = Field(min_length=1, description="Name without the unit's kind, as written")
    level: Level | None = Field(default=None, description="Tier of the unit; null where the text leaves it open")
    province: str | None = Field(default=None, description="Name of the province the unit lies in (or is)")
    code: str | None = Field(default=None, description="Code of the unit in the gazetteer, where it is known")


class Flow(Value):
    """From which tier to which an official moves; a tier the text does not tell is null."""

    from_level: Level | None = Field(default=None, description="Tier moved from")
    to_level: Level | None = Field(default=None, description="Tier moved to")
