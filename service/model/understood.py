"""One reply of a model as far as it holds: salvaged, converted, grounded, and what is to be said of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.grounding import ground
from service.model.convert import convert
from service.model.merge import KINDS, merge
from service.model.passages import Passage
from service.model.repair import Doubt, unproved_of
from service.model.salvage import Refused, salvage
from service.prepare import Prepared
from service.reading import Reading


@dataclass(frozen=True, slots=True)
class Step:
    """One reply of a model as it was understood, before grounding, for whoever wants to see the conversation."""

    label: str
    content: str
    reading: Reading
    refused: tuple[Refused, ...]
    broken_off: bool


@dataclass(slots=True)
class Understood:
    """The grounded facts of one or more replies, the doubts about the rest, and whether the last one broke off."""

    reading: Reading
    unproved: list[Doubt] = field(default_factory=list)
    broken_off: bool = False

    @property
    def facts(self) -> int:
        """How many facts there are."""
        return sum(len(getattr(self.reading, kind)) for kind in KINDS)


def understand(
    prepared: Prepared, passages: Sequence[Passage], content: str, truncated: bool, label: str
) -> tuple[Understood, Step]:
    """Take from the text of a reply what holds. `truncated` says that the provider cut it off."""
    whole = salvage(content)
    converted = convert(prepared, passages, whole.items)
    refused = [*whole.refused, *converted.refused]
    grounding = ground(prepared, converted.reading)
    unproved = unproved_of(refused, grounding, converted.reading, passages)
    broken_off = whole.broken_off or truncated
    step = Step(label, content, converted.reading, tuple(refused), broken_off)
    return Understood(grounding.reading, unproved, broken_off), step


def together(found: Sequence[Understood]) -> Understood:
    """Several replies as one, without doubles."""
    unproved = [doubt for understood in found for doubt in understood.unproved]
    return Understood(merge([understood.reading for understood in found]), list(dict.fromkeys(unproved)))
