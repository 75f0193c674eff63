"""A model server on loopback that says what it is told to: scripted replies and every fault a provider can show.

It speaks the protocol of OpenAI's chat completions over real sockets, so that clients, retries and time limits are the
real ones. What it says is made up; recordings of a real server are the cassettes beside the tests.

    with Simulator() as simulator:
        simulator.play(rate_limited(retry_after=0.1), say({"summaries": []}))
        ...                                   # point LUANCHUYEN_API_BASE to simulator.base_url
        assert [call.outcome for call in simulator.calls] == ["rate_limited", "say"]
"""

from .answers import (
    Answer,
    bad_request,
    content_filtered,
    context_exceeded,
    empty,
    forbidden,
    garbage,
    hang,
    html_page,
    model_missing,
    no_choices,
    not_json,
    obey,
    rate_limited,
    refuse,
    reset,
    say,
    server_error,
    truncated,
    unauthorized,
    wrong_shape,
)
from .received import Received
from .server import Simulator, Tokens

__all__ = [
    "Answer",
    "Received",
    "Simulator",
    "Tokens",
    "bad_request",
    "content_filtered",
    "context_exceeded",
    "empty",
    "forbidden",
    "garbage",
    "hang",
    "html_page",
    "model_missing",
    "no_choices",
    "not_json",
    "obey",
    "rate_limited",
    "refuse",
    "reset",
    "say",
    "server_error",
    "truncated",
    "unauthorized",
    "wrong_shape",
]
