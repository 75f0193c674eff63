"""One instance of each error, for tests that hold for all of them."""

import inspect
import typing
from collections.abc import Sequence

from service.errors import LuanChuyenError, WrongField


def make(kind: type[LuanChuyenError]) -> LuanChuyenError:
    """An instance with sample values, chosen by the type of each parameter."""
    samples: dict[object, object] = {int: 7, float: 0.5, str: "x", Sequence[WrongField]: [WrongField("/a", "missing")]}
    parameters = [
        parameter
        for parameter in inspect.signature(kind).parameters.values()
        if parameter.default is parameter.empty and parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    hints = typing.get_type_hints(kind.__init__)
    return kind(*(samples.get(hints[parameter.name], [("/a", "b")]) for parameter in parameters))
