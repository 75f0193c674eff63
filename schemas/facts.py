"""The facts an article states: totals, moves of persons, ratios, provisions and documents."""

from pydantic import Field

from .base import Count, Edtf, Flow, Model, Period, Place, TextSpan
from .enums import Action, Grouping, Level, Measure, MoveStatus, ProvisionKind, ProvisionUnit, Role

_EVIDENCE = "Where the article says so; spans over article.text"
_ROLES = "Kinds of post concerned; empty where none is named"


class Part(Model):
    """One part of a breakdown."""

    label: str = Field(description="What the part is, as written")
    flow: Flow | None = Field(default=None, description="Tiers the part's officials move between")
    roles: list[Role] = Field(default=[], description=_ROLES)
    place: Place | None = Field(default=None, description="Unit the part belongs to")
    period: Period | None = Field(default=None, description="Time the part covers, where the parts are by time")
    count: Count = Field(description="How many officials the part has")
    evidence: list[TextSpan] = Field(default=[], description=_EVIDENCE)


class Breakdown(Model):
    """One grouping of a total into parts."""

    by: Grouping = Field(description="What the parts are grouped by")
    exhaustive: bool | None = Field(
        default=None, description="Whether the source says that the parts are the whole; null where it does not say"
    )
    parts: list[Part] = Field(default=[], description="The parts, in the order of the text")


class RotationSummary(Model):
    """A stated total of officials moved, with its breakdowns. A total stated twice is one summary with two spans."""

    status: MoveStatus = Field(default=MoveStatus.DONE, description="Took place, is planned, or was revoked")
    actions: list[Action] = Field(default=[], description="What was done; a joint action has several")
    jurisdiction: Place | None = Field(default=None, description="Unit or body whose officials are counted")
    decided_by: str | None = Field(default=None, description="Body that decides the moves, as written")
    period: Period | None = Field(default=None, description="Time in which the moves took or take place")
    flow: Flow | None = Field(default=None, description="Tiers all the officials move between")
    roles: list[Role] = Field(default=[], description=_ROLES)
    cadre_level: Level | None = Field(
        default=None, description="Tier whose management the counted officials are under (can bo dien ... quan ly)"
    )
    total: Count | None = Field(default=None, description="The stated total; null where only parts are stated")
    breakdowns: list[Breakdown] = Field(default=[], description="Groupings of the total, each complete in itself")
    evidence: list[TextSpan] = Field(default=[], description=_EVIDENCE)


class Person(Model):
    """A named official."""

    name: str = Field(min_length=1, description="Name as written, without honorific or rank")
    honorific: str | None = Field(default=None, description="Form of address before the name, as written")
    birth_year: int | None = Field(default=None, ge=1850, le=2100, description="Year of birth, where stated")


class Post(Model):
    """A post moved to or left, or a body without a named post."""

    title: str = Field(min_length=1, description="As written, with body and place, without honorific or 'former'")
    roles: list[Role] = Field(default=[], description=_ROLES)
    organization: str | None = Field(default=None, description="Body the post is in, as written")
    level: Level | None = Field(default=None, description="Tier of the post")
    place: str | None = Field(default=None, description="Name of the unit the post is in, without the unit's kind")


class Decision(Model):
    """The decision a move rests on."""

    number: str | None = Field(default=None, description="Number or sign of the decision, as written")
    date: Edtf | None = Field(default=None, description="Date of the decision (EDTF)")


class RotationEvent(Model):
    """One person, one move. A move and the return from it are two events."""

    status: MoveStatus = Field(default=MoveStatus.DONE, description="Took place, is planned, or was revoked")
    actions: list[Action] = Field(default=[], description="What was done; a joint action has several")
    person: Person = Field(description="Who moves")
    from_: list[Post] = Field(
        default=[],
        validation_alias="from",
        serialization_alias="from",
        description="Posts left; a post that is kept is not among them",
    )
    to: list[Post] = Field(default=[], description="Posts taken up")
    decided_by: str | None = Field(default=None, description="Body or official that decides the move, as written")
    decision: Decision | None = Field(default=None, description="The decision, where it has a number or date")
    date: Edtf | None = Field(
        default=None, description="When it took effect or was decided, as precise as the text says (EDTF)"
    )
    until: Edtf | None = Field(default=None, description="When the move ended or is to end (EDTF)")
    evidence: list[TextSpan] = Field(default=[], description=_EVIDENCE)


class CoverageRatio(Model):
    """The share of localities or posts that meet a personnel rule: 'n of m districts', in percent, or both."""

    measure: Measure = Field(description="The rule met")
    label: str = Field(default="", description="What the share is of, as written")
    roles: list[Role] = Field(default=[], description=_ROLES)
    numerator: int | None = Field(default=None, ge=0, description="Units that meet the rule")
    denominator: int | None = Field(default=None, ge=0, description="All units")
    percent: float | None = Field(default=None, ge=0, description="Share in percent, as stated")
    unit_level: Level | None = Field(default=None, description="Tier of the units counted")
    jurisdiction: Place | None = Field(default=None, description="Unit whose localities or posts are counted")
    members: list[str] = Field(default=[], description="Names of the units that meet the rule, where listed")
    evidence: list[TextSpan] = Field(default=[], description=_EVIDENCE)


class Provision(Model):
    """A rule for rotation and posts that a plan, regulation or official sets."""

    kind: ProvisionKind = Field(description="What the rule sets")
    value: int | float | None = Field(default=None, description="The rule's number, in the unit as written")
    unit: ProvisionUnit | None = Field(default=None, description="Unit of the value")
    flow: Flow | None = Field(default=None, description="Tiers the rule is about")
    roles: list[Role] = Field(default=[], description=_ROLES)
    text: str = Field(default="", description="The rule as written")
    evidence: list[TextSpan] = Field(default=[], description=_EVIDENCE)


class DocumentReference(Model):
    """A decision, regulation, plan or resolution that the article cites."""

    kind: str = Field(min_length=1, description="Kind of document as written, e.g. the Vietnamese for 'regulation'")
    number: str | None = Field(default=None, description="Number or sign, as written")
    date: Edtf | None = Field(default=None, description="Date of issue (EDTF)")
    issuer: str | None = Field(default=None, description="Body that issued it, as written")
    title: str | None = Field(default=None, description="Title or subject, as written")
    evidence: list[TextSpan] = Field(default=[], description=_EVIDENCE)
