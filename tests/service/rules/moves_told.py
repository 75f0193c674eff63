"""What tests of named moves ask of a text: its events, and of each who goes from which posts to which."""

from datetime import date

from schemas import RotationEvent
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.events import read_events

Move = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A person's name, the titles of the posts left, those of the posts taken."""


def events_of(text: str, published_on: date | None = None) -> list[RotationEvent]:
    """The events that the grammar finds in a text published on a day."""
    return read_events(read_doc(fold(text), published_on))


def moves_of(text: str) -> list[Move]:
    """The moves told in a text."""
    return [
        (event.person.name, tuple(p.title for p in event.from_), tuple(p.title for p in event.to))
        for event in events_of(text)
    ]


def goals_of(text: str) -> list[tuple[str, ...]]:
    """The posts taken in each move of a text."""
    return [to for _, _, to in moves_of(text)]
