"""Decisions, regulations, plans and resolutions on personnel work that an article cites by number or date.

A document is found from its number ("Quy định số 98-QĐ/TW", "Nghị định 24/2014", "Kết luận 24") or its date ("công văn
ngày 14-9-2017"). Date and issuer stand behind the number ("ngày 4/7/2007 của Bộ Chính trị") or before the verb of issue
("Ngày 1/12/2016, Ban Thường vụ Tỉnh ủy đã ban hành Đề án số 05"). Mentions of one document are one reference.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas import DocumentReference
from service.rules.dates import DateMention, dates_between, find_dates, resolve_day
from service.rules.doc import Doc
from service.rules.document_marks import is_number, kind_before, number_sign
from service.rules.issuers import issuer_before, issuer_behind
from service.rules.numerals import nearby, number_tokens
from service.rules.tokens import Lexicon, Tokens

_ON_PERSONNEL: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (
        "cán bộ", "công chức", "viên chức", "nhân sự", "luân chuyển", "điều động", "bổ nhiệm", "biệt phái",
        "miễn nhiệm", "biên chế", "chức danh", "chức vụ", "bộ máy", "kỷ luật", "đảng viên", "cấp ủy", "đại hội đảng",
        "người đứng đầu", "tuyển dụng", "nghỉ hưu", "chỉ định", "phê chuẩn", "phó giám đốc", "cấp phó", "cấp trưởng",
        "tổ chức các cơ quan", "công tác tổ chức", "cơ cấu tổ chức", "nhiệm kỳ", "lãnh đạo", "thuyên chuyển",
        "tiếp nhận", "phân công", "đội ngũ", "chuyển đổi vị trí", "định kỳ chuyển đổi", "kết quả bầu", "hiệu trưởng",
        "phân cấp quản lý", "thành lập đoàn kiểm tra",
    )
)  # fmt: skip
_OFF_TOPIC: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (
        "đất", "xe", "ô tô", "đấu giá", "đấu thầu", "dự án đầu tư", "khám chữa bệnh", "thi tuyển sinh", "học phí",
        "xây dựng nhà", "rừng", "khoáng sản", "hành khách", "vận tải", "luồng tuyến", "nước sạch", "biển số xe",
        "xe cơ giới", "sử dụng xe", "đi xe", "thu nhập tăng thêm",
    )
)  # fmt: skip
_PARTY_SIGNS = ("tw", "tu", "hu", "qđns", "btctw", "đu", "tỉnh ủy")
_PRIVATE_SIGNS = ("hđqt", "đhđcđ")  # boards and shareholders' meetings of companies
_LIKE = 20  # documents of one kind and number that a mention is compared with
_PARTY = ("bộ chính trị", "ban bí thư", "ban chấp hành trung ương", "tỉnh ủy", "thành ủy", "huyện ủy", "ban tổ chức")


@dataclass(slots=True)
class _Mention:
    """One mention of a document: kind at ``i``, its number's tokens, and where what is told of it ends."""

    i: int
    kind: str
    number: str | None
    digits: str
    sign: str
    j: int
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)


def find_documents(doc: Doc) -> list[DocumentReference]:
    """The documents on personnel work that the text cites by number or date, in the order of the text."""
    tokens = doc.tokens
    mentions: list[_Mention] = []
    for i in number_tokens(doc):
        found = _numbered(tokens, i, mentions[-1] if mentions else None)
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
        if earlier is not None and mention.issuer is None and mention.i < doc.sentence_of(earlier.i)[1]:
            mention.issuer = earlier.issuer if earlier.kind.lower() == mention.kind.lower() else None
    out: list[_Mention] = []
    by_number: dict[tuple[str, str], list[_Mention]] = {}
    for mention in mentions:
        like = by_number.setdefault((mention.kind.lower(), mention.digits.lstrip("0")), [])
        same = next((other for other in like[:_LIKE] if _same(other, mention)), None)
        if same is not None:
            _merge(same, mention)
        elif _on_personnel(doc, mention):
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


def _numbered(tokens: Tokens, i: int, last: _Mention | None) -> _Mention | None:
    """The document whose number begins at the digits of token ``i``, or None."""
    if not tokens.low[i].isdigit() or len(tokens.low[i]) > 5:
        return None
    k = i - 1
    said = False
    while tokens.at(k) in ("số", ":") and i - k < 3:
        said = said or tokens.low[k] == "số"
        k -= 1
    begin = kind_before(tokens, k)
    j, sign = number_sign(tokens, i)
    if begin is None:
        listed = last is not None and tokens.at(k) in (",", "và") and k == last.j and (bool(sign) or said)
        if not listed or last is None:
            return None
        begin, kind = i, last.kind
    else:
        kind = tokens.slice(begin, k + 1)
    if not sign and not said and not is_number(tokens, i):
        return None
    return _Mention(begin, kind, tokens.slice(i, j), tokens.low[i], sign, j)


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
    if found is not None:
        mention.issuer, mention.j = tokens.slice(*found), found[1]
        if tokens.at(mention.j) in ("khóa", "(") and mention.j + 1 < end:
            k = mention.j + 2 + (tokens.low[mention.j] == "(")
            mention.j = k if tokens.at(k - 1) != ")" and tokens.at(k) != ")" else mention.j
        if mention.date is None:
            _read_date(doc, mention)
    if mention.date is None or mention.issuer is None:
        _read_before(doc, mention)
    mention.title = _title(tokens, mention.j, end)


def _read_date(doc: Doc, mention: _Mention) -> None:
    """The date just behind a mention: "ngày 28/4/2022", ", ngày ...", "(năm 2012)", "ban hành ngày"."""
    tokens = doc.tokens
    k = mention.j
    while k - mention.j < 3 and tokens.at(k) in (",", "(", "ký", "ban", "hành"):
        k += 1
    for date in dates_between(doc, k, k + 1):
        if date.kind in ("day", "month", "year") and (date.kind == "day" or tokens.at(k - 1) == "("):
            mention.date = resolve_day(doc, date)
            mention.j = date.j + (tokens.at(date.j) == ")")


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
        if mention.date is None and issues:
            mention.date = _date_before(doc, dates, begin, first)
    if mention.date is None:
        for date in dates:
            if mention.j < date.i < end and date.point and tokens.low[date.i - 2 : date.i] == ["ban", "hành"]:
                mention.date = date.point


def _date_before(doc: Doc, dates: list[DateMention], begin: int, first: int) -> str | None:
    """The date that opens the clause of an issuer: "Ngày 25/2, Ban Chấp hành Trung ương có Quy định số ..."."""
    for date in dates:
        if begin <= date.i and first - 2 <= date.j <= first and date.kind in ("day", "month", "year"):
            return resolve_day(doc, date)
    return None


def _title(tokens: Tokens, j: int, end: int) -> str | None:
    """The clause "về ..." just behind a document, up to the next stop."""
    if tokens.at(j) != "về":
        return None
    k = j + 1
    while k < end and k - j < 40 and tokens.low[k] not in '.;()"”“\n:':
        if tokens.low[k] == "," and (tokens.cap[k + 1] if k + 1 < len(tokens) else True):
            break
        k += 1
    return tokens.slice(j, k)


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


def _on_personnel(doc: Doc, mention: _Mention) -> bool:
    """Whether a document is on personnel work: by its title, else by its issuer's kind, else by its sentence."""
    if mention.sign.endswith(_PRIVATE_SIGNS):
        return False
    tokens = doc.tokens
    begin, end = nearby(doc, mention.i)
    stop = min(end, mention.j + 24)
    clause = mention.j
    while clause < stop and tokens.low[clause] not in ",;.":
        clause += 1
    if next(_ON_PERSONNEL.find(tokens, mention.j, clause), None) is not None:
        return True
    if next(_OFF_TOPIC.find(tokens, max(begin, mention.i - 6), stop), None) is not None:
        return False
    if mention.sign.endswith(_PARTY_SIGNS) or "qđns" in mention.sign:
        return True
    if mention.issuer is not None and mention.issuer.lower().startswith(_PARTY):
        return True
    return next(_ON_PERSONNEL.find(tokens, max(begin, mention.i - 30), stop), None) is not None
