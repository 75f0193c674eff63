"""What all tests share: no network but loopback, and the way to the material that lies beside the repository."""

import os
import socket
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
_LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test connect to loopback and Unix sockets only; anything else fails the test at once."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(_LOOPBACK):
            raise AssertionError(f"a test tried to reach {address[0]}; tests use loopback only")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The folder with pyproject.toml."""
    return ROOT


def find_shared() -> Path | None:
    """The folder `shared` with contract, articles and gold: LUANCHUYEN_SHARED, or beside the repository or a parent."""
    given = os.environ.get("LUANCHUYEN_SHARED")
    candidates = [Path(given)] if given else [parent / "shared" for parent in ROOT.parents]
    return next((path for path in candidates if (path / "CONTRACT.md").is_file()), None)


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder `shared`; the test is skipped where there is none."""
    found = find_shared()
    if found is None:
        pytest.skip("needs ../shared (contract, articles, gold); set LUANCHUYEN_SHARED to its path")
    return found
