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
    if draft.told or draft.given or draft.removed or draft.listed or not draft.took or draft.date is None:
        return False
    year, month = draft.date[:4], draft.date[5:7]
    return _news(doc) - (int(year) * 12 + (int(month) if month.isdigit() else 12)) > _OLD


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
