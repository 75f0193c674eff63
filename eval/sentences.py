"""Show a fact to a person: the sentence around a span cut to one line, and a field's value in a few words."""

import re

_END = re.compile(r"(?<=[.!?…:;])[\"”’)]*\s+|\n+")


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence (or, if the span is longer, the sentences) that holds text[start:end]."""
    left = max((match.end() for match in _END.finditer(text, 0, min(start + 1, len(text))) if match.end() <= start),
               default=0)  # fmt: skip
    after = _END.search(text, max(0, end - 1))
    return left, after.start() if after else len(text)


def quote(text: str, span: tuple[int, int] | None, width: int = 240) -> str:
    """The span's sentence on one line, at most `width` characters, cut around the span; empty for no span."""
    if span is None:
        return ""
    start, end = sentence_at(text, *span)
    if end - start > width:
        start = max(start, span[0] - width // 4)
        end = min(end, start + width)
    return " ".join(text[start:end].split())


def plain(value: object) -> str:
    """A field's value in one short string; sets sorted, None as a dash."""
    if value is None:
        return "–"
    if isinstance(value, frozenset):
        return "+".join(sorted(map(str, value)))
    if isinstance(value, tuple):
        return "→".join("?" if item is None else str(item) for item in value)
    return str(value)
