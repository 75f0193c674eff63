"""What the tests of the model reader share: a simulated provider."""

from collections.abc import Iterator

import pytest

from tests.service.model.simulator import Simulator


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    """A model server on loopback without a script; the test scripts it with `play` or `responder`."""
    with Simulator() as running:
        yield running
        assert not running.unexpected, [call.user[:200] for call in running.unexpected]
