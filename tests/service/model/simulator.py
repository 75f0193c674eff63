"""The scripted model server, for the tests of this folder; it stands in `eval/simulator`, where the benches use it."""

from eval.simulator import *  # noqa: F403 - every name of the package, none of our own
from eval.simulator import __all__  # noqa: F401 - the same list
