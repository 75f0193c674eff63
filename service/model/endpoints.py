"""Which models the settings name, where they are, and which key goes where."""

from __future__ import annotations

from service.errors import InvalidSettings, ModelNotConfigured
from service.model.calls import Endpoint
from service.model.cost import providers
from service.settings import Settings


def endpoints_of(settings: Settings) -> list[Endpoint]:
    """The model and its fallbacks in order. Raises `ModelNotConfigured`, or `InvalidSettings` for a wrong list.

    With LUANCHUYEN_API_BASE the model is a name of that server, slashes and all. A fallback is NAME@ADDRESS, or NAME:
    at its provider where the name begins with one that litellm knows, else at LUANCHUYEN_API_BASE. The first model's
    key goes to the first model's address, or where no address is given; never to another.
    """
    if not settings.model:
        raise ModelNotConfigured
    key = settings.api_key.get_secret_value() if settings.api_key else None
    other = settings.fallback_api_key.get_secret_value() if settings.fallback_api_key else None
    found = [_at(settings.model, settings.api_base, key)]
    first_provider = _provider(settings.model) if not settings.api_base else None
    for item in filter(None, (part.strip() for part in (settings.fallback_models or "").split(","))):
        name, _, address = item.partition("@")
        if not name or (address and not address.startswith(("http://", "https://"))):
            raise InvalidSettings([("LUANCHUYEN_FALLBACK_MODELS", "must be NAME or NAME@http..., separated by commas")])
        if address:
            found.append(_at(name, address, key if address == settings.api_base else other))
        elif settings.api_base and not ("/" in name and _provider(name) in providers()):
            found.append(_at(name, settings.api_base, key))
        else:
            found.append(_at(name, None, key if _provider(name) == first_provider else None))
    return found


def _at(name: str, api_base: str | None, key: str | None) -> Endpoint:
    if api_base is not None:
        return Endpoint(name, "openai", api_base, key)
    if _provider(name) == "openai":
        return Endpoint(name.removeprefix("openai/"), "openai", None, key)
    return Endpoint(name, "litellm", None, key)


def _provider(name: str) -> str:
    """The provider of a name without an address: its first part, or OpenAI."""
    return name.split("/", 1)[0] if "/" in name else "openai"
