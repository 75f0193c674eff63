"""When a move took effect and who decided it, from the words of its clause and sentence."""

from __future__ import annotations

from service.rules.dates import DateMention, resolve_day
from service.rules.doc import Doc
from service.rules.drafts import Draft


def date_of(doc: Doc, draft: Draft, dates: list[DateMention]) -> tuple[str | None, str | None]:
    """The date of a move in EDTF and the body that decided it; None for what the text leaves open."""
    i, j = doc.sentence_of(draft.holder.person.i)
    here = [m for m in dates if i <= m.i < j and m.kind in ("day", "month", "year", "relative", "since")]
    if not here:
        return None, None
    after = [m for m in here if m.i >= draft.j - 1 and doc.tokens.at(m.i - 1) in ("từ", "kể", "ngày")]
    chosen = after[0] if after else here[0]
    return resolve_day(doc, chosen), None
