"""What a reader hands to the pipeline, and what every reader must offer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from schemas import CoverageRatio, DocumentReference, Provision, RotationEvent, RotationSummary
from service.prepare import Prepared


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A stretch of the text as submitted whose numbers count no official moved, and why.

    ``reason`` is a stable word of the ledger (see ``service/ledger.py``), such as ``date``, ``discipline``, ``vote``.
    """

    start: int
    end: int
    reason: str


@dataclass(slots=True)
class Reading:
    """Facts read from one article, with evidence spans over the text as submitted, not yet grounded or checked."""

    summaries: list[RotationSummary] = field(default_factory=list)
    events: list[RotationEvent] = field(default_factory=list)
    ratios: list[CoverageRatio] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    documents: list[DocumentReference] = field(default_factory=list)
    excluded: list[Exclusion] = field(default_factory=list)


@runtime_checkable
class Reader(Protocol):
    """Reads facts from a prepared article."""

    @property
    def name(self) -> str:
        """The reader's name in ``?reader=`` and in ``run.reader``."""

    def read(self, prepared: Prepared) -> Reading:
        """Every fact the reader finds; an article without facts gives an empty reading, never an error."""
