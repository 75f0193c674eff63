"""The version of the installed distribution."""

from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as _installed


@cache
def version() -> str:
    """The version as installed, or "0+unknown" when run from a folder that is not installed."""
    try:
        return _installed("luanchuyen")
    except PackageNotFoundError:
        return "0+unknown"
