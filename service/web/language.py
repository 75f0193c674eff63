"""Which of our two languages a caller prefers (RFC 9110, section 12.5.4)."""

_MAX_RANGES = 20  # a header may list thousands; nobody reads that many languages


def preferred_language(header: str | None, default: str) -> str:
    """The language, "vi" or "en", of highest quality in an Accept-Language header; `default` where it names neither.

    A range counts by its primary tag ("en-GB" is English); `*` stands for the default.
    """
    best, best_quality = default, 0.0
    for item in (header or "").split(",")[:_MAX_RANGES]:
        tag, _, parameters = item.partition(";")
        primary = tag.strip().lower().partition("-")[0]
        language = default if primary == "*" else primary
        quality = _quality(parameters)
        if language in ("vi", "en") and quality > best_quality:
            best, best_quality = language, quality
    return best


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        quality = float(value)
    except ValueError:
        return 0.0
    return quality if 0.0 <= quality <= 1.0 else 0.0
