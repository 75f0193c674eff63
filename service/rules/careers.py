"""Careers told behind the news: posts taken long before the decision that an article reports."""

from __future__ import annotations

from service.rules.date_mentions import DateMention
from service.rules.dates import find_dates
from service.rules.doc import Doc
from service.rules.drafts import Draft

_OLD = 6
"""Months before the news from which on a post taken is a career's."""
_NEWS = "news_month"


def is_career(doc: Doc, draft: Draft) -> bool:
    """Whether a verb of holding alone tells a post taken long before the news: "Tháng 3/2015, ông A đảm nhiệm POST"."""
    if draft.told or draft.given or draft.removed or draft.listed or not draft.took:
        return False
    if draft.date is None:
        return _when_merged(doc, draft)
    year, month = draft.date[:4], draft.date[5:7]
    return _news(doc) - (int(year) * 12 + (int(month) if month.isdigit() else 12)) > _OLD


def _when_merged(doc: Doc, draft: Draft) -> bool:
    """Whether a sentence begins with a province's merging or parting: "Khi tỉnh A sáp nhập vào B, ông C làm POST"."""
    begin, _ = doc.sentence_of(draft.i)
    words = doc.tokens.low[begin : min(draft.i, begin + _CLAUSE)]
    return words[:2] == ["khi", "tỉnh"] and not _MERGING.isdisjoint(words)


_CLAUSE = 14
_MERGING = frozenset(["sáp", "hợp", "tách", "chia", "tái"])
"""First syllables of the verbs by which provinces merge or part."""


def free_careers(doc: Doc, drafts: list[Draft], kept: list[Draft]) -> None:
    """Take from moves of another time the decider that others lend: "Năm 2015, ông được bầu làm POST".

    Another time is long before the news, or months away from the move of which the decider was told.
    """
    for draft in drafts:
        told = _told(draft)
        if not (draft.lent and told):
            continue
        news = _news(doc)
        career = draft.date is not None and len(draft.date) < _DAY and (not news or news - told > _OLD)
        if career or _apart(told, draft, kept):
            draft.decider, draft.lent = None, False


def _apart(told: int, draft: Draft, kept: list[Draft]) -> bool:
    """Whether the move of whose decider this one is told too was made months before or after."""
    for other in reversed(kept[-_LAST:]):
        if other.decider == draft.decider and not other.lent and _told(other):
            return abs(_told(other) - told) > _MONTHS
    return False


def _told(draft: Draft) -> int:
    """The month of a move as a number, the last of the year where none is told; 0 for none."""
    year, month = (draft.date[:4], draft.date[5:7]) if draft.date is not None else ("", "")
    return int(year) * 12 + (int(month) if month.isdigit() else 12) if year.isdigit() else 0


_DAY = len("2015-03-12")
_LAST, _MONTHS = 40, 3
"""How many moves back that of the same decider is looked for, and months that one decision's moves are apart."""


def _news(doc: Doc) -> int:
    """The month of the news as a number: of publication, else of the latest day that the text names; 0 for none."""
    known = doc.cache.get(_NEWS)
    if not isinstance(known, int):
        told = doc.published_on
        days = [m for m in find_dates(doc) if m.kind == "day" and m.year and m.month and not m.birth]
        known = told.year * 12 + told.month if told else max((_month(day) for day in days), default=0)
        doc.cache[_NEWS] = known
    return known


def _month(day: DateMention) -> int:
    return (day.year or 0) * 12 + (day.month or 0)
