"""What an answer is worth, what is written down about it, and which error the caller gets when nothing is left."""

from __future__ import annotations

import json
import logging
import math
import time
from collections.abc import Sequence

from schemas import Usage
from service.errors import ModelError, ModelFailed, ModelOverBudget, ModelUnavailable
from service.model.calls import Answer, Request
from service.model.faults import LASTING, TRANSIENT, Fault
from service.model.strict import strict_schema

_log = logging.getLogger("luanchuyen.model")


def unusable(answer: Answer, request: Request) -> Fault | None:
    """Why nothing can be read in an answer, or None; another object than was asked for is not an empty one."""
    if answer.refused and "{" not in answer.content:
        return Fault("refused")
    if not answer.content.strip():
        # Cut off before the first word: the model thought until the tokens ran out, and would do so again.
        return Fault("wrong_shape", detail="cut off before the answer") if answer.truncated else Fault("empty")
    if "{" not in answer.content:
        return Fault("wrong_shape", detail="no JSON object")
    try:
        names = json.loads(answer.content)
    except ValueError:
        return None
    wanted = strict_schema(request.shape).get("properties", names)
    if isinstance(names, dict) and names and not set(names) & set(wanted):
        return Fault("wrong_shape", detail="another object")
    return None


def note(model: str, request: Request, started: float, fault: Fault | None, usage: Usage | None = None) -> None:
    """One log entry for a call: names, time, tokens, and no word of what was sent or said.

    `started` is the `time.monotonic` of the call.
    """
    tokens = (usage.input_tokens, usage.output_tokens) if usage else (0, 0)
    took = (time.monotonic() - started) * 1000
    said = "answered" if fault is None else str(fault)
    _log.info(
        "model_call model=%s mode=%s outcome=%s ms=%.0f input_tokens=%d output_tokens=%d",
        *(model, request.mode, said, took, *tokens),
    )


def error_of(faults: Sequence[tuple[str, Fault]]) -> ModelError:
    """The error for the caller when no model is left, from each model and its last fault."""
    budget = next((fault.__cause__ for _, fault in faults if isinstance(fault.__cause__, ModelOverBudget)), None)
    if budget is not None and all(fault.kind == "over_budget" for _, fault in faults):
        return budget
    causes = [(model, str(fault)) for model, fault in faults]
    passing = TRANSIENT | {"breaker_open", "empty"}
    if all(fault.kind in passing and fault.detail not in LASTING for _, fault in faults):
        waits = [fault.retry_after for _, fault in faults if fault.retry_after]
        return ModelUnavailable(causes, math.ceil(min(waits)) if waits else None)
    return ModelFailed(causes)
