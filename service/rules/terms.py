"""Lists of terms as text: one string with a bar between the terms, over as many lines as it takes."""

from __future__ import annotations


def terms(text: str) -> list[str]:
    """The terms of a list written with bars; blanks and line breaks around and inside a term count as one blank."""
    return [" ".join(term.split()) for term in text.split("|") if term.strip()]
