"""Negotiation of the language."""

import pytest

from service.web.language import preferred_language


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, "vi"),
        ("", "vi"),
        ("en", "en"),
        ("en-US,en;q=0.9,vi;q=0.8", "en"),
        ("fr,vi;q=0.5,en;q=0.6", "en"),
        ("fr", "vi"),
        ("*", "vi"),
        ("en;q=0", "vi"),
        ("en;q=high", "vi"),
        ("en;q=7", "vi"),
        ("VI, en;q=0.3", "vi"),
    ],
)
def test_highest_quality_wins(header: str | None, expected: str) -> None:
    """The range of highest quality among ours wins; what is malformed or none of ours counts nothing."""
    assert preferred_language(header, "vi") == expected
