"""What an endpoint can do: the structured modes and parameters it takes, known beforehand or learned from refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from service.model.calls import MODES, Endpoint, Mode
from service.model.cost import known
from service.model.faults import Fault

_OF_MODES = {"response_format", "json_schema", "tools", "tool_choice"}


@dataclass
class Ability:
    """The modes that are left to try, the strictest first, and the request's details that differ by provider."""

    modes: list[Mode] = field(default_factory=lambda: list(MODES))
    token_parameter: str = "max_tokens"
    temperature: bool = True

    def adapt(self, fault: Fault, tried: list[Mode]) -> bool:
        """Learn from a refused request; True when the same call is worth another try in another form.

        `tried` are the modes left for this call; one that is refused is dropped there, and for all calls.
        """
        if fault.kind not in ("unsupported", "bad_request"):
            return False
        if fault.param == "temperature" and self.temperature:
            self.temperature = False
        elif fault.param.startswith("max_") and self.token_parameter == "max_tokens":
            self.token_parameter = "max_completion_tokens"
        elif fault.param.startswith("max_") or (fault.kind == "bad_request" and fault.status is None):
            return False
        elif (fault.param in _OF_MODES or fault.kind == "bad_request") and len(tried) > 1:
            refused = tried.pop(0)
            if fault.param in _OF_MODES and len(self.modes) > 1 and refused in self.modes:
                self.modes.remove(refused)
        else:
            return False
        return True


def ability_of(endpoint: Endpoint, wanted: str) -> Ability:
    """What is known of the endpoint; `wanted` is a mode, or "auto" for those that litellm's list does not rule out."""
    host = urlsplit(endpoint.api_base or "").hostname
    own = endpoint.route == "openai" and host in (None, "api.openai.com")
    parameter = "max_completion_tokens" if own else "max_tokens"
    if wanted != "auto":
        return Ability([mode for mode in MODES if mode == wanted], parameter)
    facts = known(endpoint.model) if own or endpoint.route == "litellm" else None
    ruled_out: set[Mode] = set()
    if facts:
        # The list marks what a model supports; where it has the model and no mark, the model does not.
        listed = facts.price is not None
        if facts.json_schema is False or (listed and facts.json_schema is None):
            ruled_out.add("json_schema")
        if facts.tools is False or (listed and facts.tools is None):
            ruled_out.add("tools")
    return Ability([mode for mode in MODES if mode not in ruled_out], parameter)
