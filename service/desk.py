"""What a reader that asks a model works with: the later stations as a function, and what it hands back.

Such a reader has to know what the ledger and the checks say of its reading while it can still ask again. The pipeline
owns those stations and lends them as `Desk.judge`; the reader returns the reading that it ends with, already judged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from schemas import Check, CheckStatus, Extraction, Usage
from schemas.enums import Cause
from service.grounding import Grounding
from service.prepare import Prepared
from service.reading import Reading

if TYPE_CHECKING:
    from typing_extensions import TypeIs  # comes with pydantic; asked for by the type checker alone


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading behind grounding, ledger and checks: `extraction` has no verdict and no run yet."""

    extraction: Extraction
    grounding: Grounding

    @property
    def reading(self) -> Reading:
        """The facts that are grounded."""
        return self.grounding.reading

    @property
    def rank(self) -> tuple[int, int]:
        """How good the reading is; less is better: checks that did not hold, then grounded values, more before fewer.

        A discrepancy of the source is no fault of the reading and is not counted.
        """
        checks = self.extraction.checks
        missed = sum(check.status is not CheckStatus.PASS and check.cause is not Cause.SOURCE for check in checks)
        return missed, -len(self.grounding.values)


@dataclass(frozen=True, slots=True)
class Desk:
    """One article on its way: `rules` is the rule reader's grounded reading, `lang` the language of messages."""

    prepared: Prepared
    rules: Reading
    judge: Callable[[Reading], Judged]
    lang: str = "vi"


@dataclass(slots=True)
class Outcome:
    """What a conversation with a model came to.

    `reader` is whose reading it is in the end: "rules" where no model answered. `checks` are the reader's own, to stand
    behind those of `judged`. `attempts` counts the readings made, `usage` and `cost_usd` all calls, failed ones too.
    """

    judged: Judged
    reader: str
    model: str | None = None
    prompt_version: str | None = None
    attempts: int = 1
    usage: Usage | None = None
    cost_usd: float | None = None
    checks: list[Check] = field(default_factory=list)


@runtime_checkable
class ModelReader(Protocol):
    """A reader that asks a model, and asks again."""

    @property
    def name(self) -> str:
        """The reader's name in `?reader=`."""

    async def converse(self, desk: Desk) -> Outcome:
        """Read the article on the desk. Raises the `Model...` errors of `service.errors` when no model can read it."""


def asks_model(reader: object) -> TypeIs[ModelReader]:
    """Whether a reader asks a model; told by one attribute, where the protocol's own test looks all of them up."""
    return hasattr(reader, "converse")
