"""Decisions, regulations, plans and resolutions on personnel work that an article cites by number or date.

A document is found from its number ("Quy định số 98-QĐ/TW", "Nghị định 24/2014", "Kết luận 24") or its date ("công văn
ngày 14-9-2017"). Date and issuer stand behind the number ("ngày 4/7/2007 của Bộ Chính trị") or before the verb of issue
("Ngày 1/12/2016, Ban Thường vụ Tỉnh ủy đã ban hành Đề án số 05"). Mentions of one document are one reference.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas import DocumentReference
from service.rules.date_mentions import DateMention
from service.rules.date_years import resolve_day
from service.rules.dates import dates_between, find_dates
from service.rules.doc import Doc
from service.rules.document_marks import (
    is_number,
    kind_before,
    kind_far_before,
    may_end_kind,
    number_sign,
    signed_paper,
)
from service.rules.document_titles import title_of
from service.rules.document_topics import on_personnel
from service.rules.issuers import issuer_before, issuer_behind, issuer_deciding
from service.rules.numerals import nearby, number_tokens
from service.rules.tokens import Tokens

_PLURALS = frozenset(["các", "những", "hai", "ba", "bốn", "loạt"])
_LIKE = 20  # documents of one kind and number that a mention is compared with


@dataclass
class _Mention:
    """One mention of a document: kind at ``i``, its number's tokens, and where what is told of it ends.

    ``head`` is the token behind a kind that stands apart from its number, else 0. ``listed`` is a number without a kind
    of its own, ``plural`` one of a list announced as several ("các Quyết định số").
    """

    i: int
    kind: str
    number: str | None
    digits: str
    sign: str
    j: int
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    head: int = 0
    listed: bool = False
    plural: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)


def find_documents(doc: Doc) -> list[DocumentReference]:
    """The documents on personnel work that the text cites by number or date, in the order of the text."""
    tokens = doc.tokens
    mentions: list[_Mention] = []
    for i in number_tokens(doc):
        found = _numbered(doc, i, mentions[-1] if mentions else None)
        if found is not None:
            mentions.append(found)
    mentions += _dated(doc)
    if not mentions:
        return []
    mentions.sort(key=lambda m: m.i)
    for k, mention in enumerate(mentions):
        _complete(doc, mention)
        earlier = mentions[k - 1] if k else None
        if earlier is not None and tokens.low[earlier.j : mention.i] == ["và"] and earlier.sign:
            earlier.date = earlier.date or mention.date
            earlier.issuer = earlier.issuer or mention.issuer
        if earlier is not None and mention.listed:
            _hand_back(mentions[: k + 1])
        if earlier is not None and mention.issuer is None and mention.i < doc.sentence_of(earlier.i)[1]:
            mention.issuer = earlier.issuer if earlier.kind.lower() == mention.kind.lower() else None
    out: list[_Mention] = []
    by_number: dict[tuple[str, str], list[_Mention]] = {}
    for mention in mentions:
        like = by_number.setdefault((mention.kind.lower(), mention.digits.lstrip("0")), [])
        same = next((other for other in like[:_LIKE] if _same(other, mention)), None)
        if same is not None:
            _merge(same, mention)
        elif on_personnel(doc, mention.kind, mention.sign, mention.issuer, mention.i, mention.j):
            mention.spans.append((mention.i, mention.j))
            out.append(mention)
            like.append(mention)
    return [
        DocumentReference(
            kind=m.kind, number=m.number, date=m.date, issuer=m.issuer, title=m.title,
            evidence=[doc.span(i, j) for i, j in m.spans],
        )
        for m in out
    ]  # fmt: skip


def _hand_back(mentions: list[_Mention]) -> None:
    """Give the earlier documents of a list ("số 11, 12, 13-QĐ/HU ngày ...") the last one's date and issuer."""
    last = mentions[-1]
    for k in range(len(mentions) - 2, max(-1, len(mentions) - 2 - _LIKE), -1):
        mentions[k].date = mentions[k].date or last.date
        mentions[k].issuer = mentions[k].issuer or last.issuer
        if not mentions[k].listed:
            break


def _numbered(doc: Doc, i: int, last: _Mention | None) -> _Mention | None:
    """The document whose number begins at the digits of token ``i``, or None."""
    tokens, padded = doc.tokens, doc.tokens.padded
    if not tokens.low[i].isdigit() or len(tokens.low[i]) > 5:
        return None
    k = i - 1
    said = False
    while padded[k] in ("số", ":") and i - k < 3:
        said = said or padded[k] == "số"
        k -= 1
    listed = last is not None and k == last.j and padded[k] in (",", "và")
    if not said and not listed and not may_end_kind(padded[k]):
        return None
    j, sign = number_sign(tokens, i)
    begin = kind_before(tokens, k)
    begin = signed_paper(tokens, k, sign) if begin is None else begin
    plural = begin is not None and tokens.at(begin - 1) in _PLURALS
    head = 0
    listed = listed and begin is None
    if begin is not None:
        kind = tokens.slice(begin, k + 1)
    elif listed and last is not None and (bool(sign) or said or last.plural):
        begin, kind, plural = i, last.kind, last.plural
    elif said and sign and (far := kind_far_before(tokens, k, doc.sentence_of(i)[0])) is not None:
        begin, kind = far[0], tokens.slice(*far)
        head = far[1]
    else:
        return None
    if not sign and not said and not is_number(tokens, i):
        return None
    return _Mention(begin, kind, tokens.slice(i, j), tokens.low[i], sign, j, head=head, listed=listed, plural=plural)


def _dated(doc: Doc) -> list[_Mention]:
    """Documents without number whose kind stands just before a full date: "công văn ngày 14-9-2017"."""
    out = []
    for date in find_dates(doc):
        if date.kind == "day" and date.year is not None and not date.birth:
            begin = kind_before(doc.tokens, date.i - 1)
            if begin is not None:
                kind = doc.tokens.slice(begin, date.i)
                out.append(_Mention(begin, kind, None, "", "", date.j, date.point))
    return out


def _complete(doc: Doc, mention: _Mention) -> None:
    """Read date, issuer and title around a mention."""
    tokens = doc.tokens
    _read_date(doc, mention)
    end = nearby(doc, mention.i)[1]
    found = issuer_behind(tokens, mention.j, end)
    if mention.head and (named := issuer_behind(tokens, mention.head, mention.j)) is not None:
        stop = min(named[1], mention.j)
        mention.issuer = tokens.slice(named[0], stop) if found is None else None
    if found is not None:
        mention.issuer, mention.j = tokens.slice(*found), found[1]
        if tokens.at(mention.j) in ("khóa", "(") and mention.j + 1 < end:
            k = mention.j + 2 + (tokens.low[mention.j] == "(")
            mention.j = k if tokens.at(k - 1) != ")" and tokens.at(k) != ")" else mention.j
        if mention.date is None:
            _read_date(doc, mention)
    elif mention.kind.lower() == "quyết định" and (
        mention.listed or tokens.at(mention.i - 1 - mention.plural) in ("theo", "tại", "bằng")
    ):
        decides = issuer_deciding(tokens, mention.j, end)
        mention.issuer = tokens.slice(*decides) if decides is not None else None
    if mention.date is None or len(mention.date) == 4 or mention.issuer is None:
        _read_before(doc, mention)
    mention.title = title_of(tokens, mention.j, end)


def _read_date(doc: Doc, mention: _Mention) -> None:
    """The date just behind a mention: "ngày 28/4/2022", ", ngày ...", "(năm 2012)", "ban hành ngày"."""
    tokens = doc.tokens
    k = mention.j
    while k - mention.j < 3 and tokens.at(k) in (",", "(", "ký", "ban", "hành", "cùng"):
        k += 1
    for date in dates_between(doc, k, k + 1):
        if date.kind in ("day", "month", "year") and (_near(tokens, date, mention.j, k)):
            mention.date = resolve_day(doc, date)
            mention.j = date.j + (tokens.at(date.j) == ")")


def _near(tokens: Tokens, date: DateMention, j: int, k: int) -> bool:
    """Whether a date at token ``k`` is that of the document that ends at ``j``: a day, or in brackets, or adjoined."""
    return date.kind == "day" or tokens.at(k - 1) == "(" or k == j


def _read_before(doc: Doc, mention: _Mention) -> None:
    """Issuer and date before a verb of issue, and a date of issue later in the sentence."""
    tokens = doc.tokens
    begin, end = nearby(doc, mention.i)
    found = issuer_before(tokens, begin, mention.i)
    dates = dates_between(doc, begin, end)
    if found is not None:
        first, last, issues = found
        if mention.issuer is None:
            mention.issuer = tokens.slice(first, last)
        if issues and (mention.date is None or len(mention.date) == 4):
            day = _date_before(doc, dates, begin, first)  # finer than "Quy định 98-QĐ/TW năm 2017"
            mention.date = day if mention.date is None or (day or "").startswith(mention.date) else mention.date
    if mention.date is None:
        for date in dates:
            if mention.j < date.i < end and date.point and tokens.low[date.i - 2 : date.i] == ["ban", "hành"]:
                mention.date = date.point


def _date_before(doc: Doc, dates: list[DateMention], begin: int, first: int) -> str | None:
    """The date that opens the clause of an issuer: "Ngày 12/4, Ban Bí thư có Quy định số ..."."""
    for date in dates:
        if begin <= date.i and first - 2 <= date.j <= first and date.kind in ("day", "month", "year"):
            return resolve_day(doc, date)
    return None


def _same(a: _Mention, b: _Mention) -> bool:
    """Whether two mentions of one kind and leading number are of one document."""
    if not a.digits:
        return a.date == b.date
    return a.sign == b.sign or not a.sign or not b.sign


def _merge(kept: _Mention, again: _Mention) -> None:
    """Add a second mention of a document to the first; the fuller number, the first date and issuer stay."""
    if again.sign and not kept.sign:
        kept.number, kept.sign = again.number, again.sign
    kept.date = kept.date or again.date
    kept.issuer = kept.issuer or again.issuer
    kept.title = kept.title or again.title
    kept.spans.append((again.i, again.j))
