"""The period that governs a count: "từ năm 2016 đến nay, ... đã luân chuyển 20 lượt cán bộ" is 2016/..

A period reaches over its sentence and, where it heads one ("Từ năm 2016 đến nay, ..."), over the sentences that go on
from it ("Trong đó, ...", "Cụ thể, ..."); the period of a report or inspection reaches over the paragraphs that tell it.
A term of office counts where it is the time told ("trong nhiệm kỳ 2011-2016"), where it stands behind the count in its
clause, or where the count is of people elected.
"""

from __future__ import annotations

from bisect import bisect_left

from schemas import Period
from service.rules.date_mentions import DateMention
from service.rules.date_years import resolve_span
from service.rules.dates import dates_between
from service.rules.doc import Doc
from service.rules.numerals import REACH, nearby
from service.rules.period_references import referred
from service.rules.tokens import Lexicon

_GOES_ON: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (
        "trong khi đó", "trong đó", "cụ thể", "theo đó", "bên cạnh đó", "ngoài ra", "cùng với đó", "đồng thời",
        "trong số", "riêng", "số còn lại", "còn lại", "cũng trong", "trong các", "trong thời gian", "với số lượng",
        "đối với", "qua đó",
    )
)  # fmt: skip
_REPORTS: Lexicon[bool] = Lexicon(
    (term, True) for term in ("tổng kết", "sơ kết", "báo cáo kết quả", "kết luận thanh tra", "tiến hành thanh tra")
)
_BRACKETS, _BOTH_BRACKETS = "brackets", frozenset(["(", ")"])
_ELECTED = frozenset(["bầu", "trúng"])
_AT_CONGRESS: Lexicon[bool] = Lexicon([("tại đại hội", True), ("tại các đại hội", True)])
_NAMED: Lexicon[bool] = Lexicon(
    (f"chỉ định {body}", True)
    for body in ("ban chấp hành", "ban thường vụ", "cấp ủy", "các đồng chí tham gia ban chấp hành", "bch", "btv")
)
_COMPARED = frozenset(["so"])  # "so với năm 2015"
_SAYING: Lexicon[bool] = Lexicon((t, True) for t in ("cho biết", "cho hay", "nói", "trao đổi", "thông tin", "xác nhận"))
_SPEAKER = 24  # tokens between the day of saying and the verb, over the speaker's name and posts
_MEETING: Lexicon[bool] = Lexicon(
    (f"{at} {what}", True)
    for at in ("tại", "cũng tại")
    for what in ("hội nghị", "buổi lễ", "lễ công bố", "buổi công bố", "lễ trao quyết định", "kỳ họp", "phiên họp")
)
_HANDED: Lexicon[bool] = Lexicon((t, True) for t in ("công bố", "trao", "quyết định", "bầu", "thông qua"))
_MEETING_REACH = 400  # tokens back to the day of the meeting
_BYLINE = 8  # tokens before the day in the sentence that opens the report: "BNP - Sáng 28/3"
_HEADS = frozenset(["since", "range"])
_CLAUSE_ENDS = frozenset([";", "\n", "."])
_REPORT_REACH = 3  # paragraphs the period of a report reaches over
_TERM_REACH = 1200  # tokens back to the congress whose term people are elected for
_REACH = 8  # sentences a heading may reach over


def period_for(doc: Doc, i: int, j: int) -> Period | None:
    """The period of a count at tokens ``i`` to ``j``, or None.

    The nearest date before the count in its sentence wins, then one behind it in its clause, then the heading of an
    earlier sentence. ``edtf`` and ``term`` are found apart: a count of 2014 may be of officials of the term 2010-2015.
    """
    number = doc.sentence_number(i)
    when = _in_sentence(doc, i) or referred(doc, i, *nearby(doc, i))
    term = _term(doc, i, j)
    if when is None and term is None:
        when = _heading(doc, number) or _of_meeting(doc, i)
    if when is None:
        return Period(edtf=None, term=term.term, text=doc.tokens.slice(term.i, term.j)) if term is not None else None
    edtf = when.term if when.kind == "term" else resolve_span(doc, when)
    if when.opens and when.kind in ("year", "month", "day") and edtf and doc.tokens.at(when.j) == ",":
        edtf = f"{edtf}/.."
    name = when.term or (term.term if term is not None else None)
    return Period(edtf=edtf, term=name, text=doc.tokens.slice(when.i, when.j)) if edtf or name else None


def _usable(doc: Doc, mention: DateMention) -> bool:
    """Whether a mention can be the time of what is told: not a birth, a document's date, a comparison ("so với năm
    2015"), the day somebody says it, nor without year."""
    if mention.birth or mention.paper or mention.kind in ("relative", "term") or resolve_span(doc, mention) is None:
        return False
    low = doc.tokens.low
    if _COMPARED.intersection(low[max(0, mention.i - 3) : mention.i]):
        return False
    end = min(doc.sentence_of(mention.i)[1], mention.j + _SPEAKER)
    return mention.kind != "day" or mention.opens or not _SAYING.any(doc.tokens, mention.j, end)


def _of_meeting(doc: Doc, i: int) -> DateMention | None:
    """The day of the meeting that "Tại hội nghị, ..." at the start of a sentence means: where decisions are handed
    over, they are of that day."""
    tokens = doc.tokens
    begin, end = nearby(doc, i)
    meeting = _MEETING.match(tokens, begin) if begin < end else None
    if meeting is None or not _HANDED.any(tokens, begin, i):
        return None
    for mention in reversed(dates_between(doc, begin - _MEETING_REACH, begin)):
        if mention.kind == "day" and not (mention.birth or mention.paper or mention.opens):
            first, last = nearby(doc, mention.i)
            held = tokens.low[meeting.j - 1] in tokens.low[mention.j : last] and mention.i - first <= _BYLINE
            return mention if held and resolve_span(doc, mention) else None
    return None


def _bracketed(doc: Doc, mention: DateMention, begin: int) -> bool:
    """Whether a mention stands in brackets (its own, not those of the sentence's end)."""
    low = doc.tokens.low
    brackets = doc.cache.get(_BRACKETS)
    if not isinstance(brackets, list):
        brackets = doc.cache[_BRACKETS] = doc.tokens.where(_BOTH_BRACKETS)
    last = bisect_left(brackets, mention.i) - 1
    return last >= 0 and brackets[last] >= begin and low[brackets[last]] == "("


def _in_sentence(doc: Doc, i: int) -> DateMention | None:
    begin, end = nearby(doc, i)
    before: DateMention | None = None
    after: DateMention | None = None
    for mention in dates_between(doc, begin, end):
        if (_bracketed(doc, mention, begin) and not _apposed(doc, mention)) or _planned(doc, mention):
            continue
        if not (_usable(doc, mention) or (mention.kind == "term" and _is_time(doc, mention))):
            continue
        if mention.i < i:
            before = mention
        elif after is None and not _CLAUSE_ENDS.intersection(doc.tokens.low[i : mention.i]):
            after = mention
    return before or after


def _planned(doc: Doc, mention: DateMention) -> bool:
    """Whether a date is part of a document's title: "Đề án ... giai đoạn 2016-2020 và những năm tiếp theo"."""
    low = doc.tokens.low
    return low[mention.j : mention.j + 3] == ["và", "những", "năm"] or low[mention.j : mention.j + 3] == [
        "và",
        "các",
        "năm",
    ]


def _apposed(doc: Doc, mention: DateMention) -> bool:
    """Whether a bracket tells the dates of a length before it: "trong 18 tháng (từ 1/12/2020 đến 31/5/2022)"."""
    return doc.tokens.at(mention.i - 1) == "(" and doc.tokens.at(mention.i - 2) in ("năm", "tháng", "kỳ", "đoạn")


def _is_time(doc: Doc, term: DateMention) -> bool:
    """Whether a term of office is the time of what is told ("trong nhiệm kỳ 2011-2016"), not of a post or body."""
    tokens = doc.tokens
    if tokens.at(term.i - 1) in ("trong", "qua") or tokens.low[term.i - 2 : term.i] == ["trong", "cả"]:
        return True
    return tokens.at(term.j) == "," and (tokens.at(term.i - 1) in (",", ":") or term.i == doc.sentence_of(term.i)[0])


def _term(doc: Doc, i: int, j: int) -> DateMention | None:
    """The term of office of a count: behind it in its clause, or of the congress told of where people are elected."""
    begin, end = nearby(doc, i)
    low = doc.tokens.low
    earlier: DateMention | None = None
    for mention in dates_between(doc, i - _TERM_REACH, end):
        if mention.term is None:
            continue
        if mention.i < i:
            if "hoạch" not in low[max(0, mention.i - 12) : mention.i] and mention.kind == "term":
                earlier = mention
            continue
        between = low[j : mention.i]
        if not _CLAUSE_ENDS.intersection(between) and "hoạch" not in between and not any(w.isdigit() for w in between):
            return mention
        break
    near = low[begin : min(end, j + 14)]
    if earlier is not None and earlier.i >= begin and any(w.isdigit() for w in low[earlier.j : i]):
        return None
    if (
        _ELECTED.intersection(near)
        or _NAMED.any(doc.tokens, begin, i)
        or next(_AT_CONGRESS.find(doc.tokens, begin, end), None) is not None
    ):
        return earlier
    return None


def _heading(doc: Doc, number: int) -> DateMention | None:
    """The period that heads an earlier sentence, where the sentences between go on from it."""
    tokens = doc.tokens
    crossed = 0  # paragraphs left that do not go on from the one before
    for back in range(number, max(number - _REACH, -1), -1):
        begin, end = doc.sentences[back]
        end = min(end, begin + REACH)
        if back != number:
            report = next(_REPORTS.find(tokens, begin, end), None) is not None
            for mention in dates_between(doc, begin, end):
                if _usable(doc, mention) and (report or not crossed) and _heads(doc, mention, begin, report):
                    return mention
        starts_paragraph = begin == 0 or tokens.low[begin - 1] == "\n"
        if starts_paragraph and _GOES_ON.match(tokens, begin) is None:
            crossed += 1
            if crossed > _REPORT_REACH:
                return None
    return None


def _heads(doc: Doc, mention: DateMention, begin: int, report: bool) -> bool:
    """Whether a period reaches beyond its sentence: "từ ... đến nay", a range, a starting or reported year."""
    if _bracketed(doc, mention, begin) or _planned(doc, mention):
        return False
    if mention.kind in _HEADS:
        return True
    if mention.kind in ("year", "month") and mention.i <= begin + 1 and doc.tokens.at(mention.j) == ",":
        return True
    return report and mention.kind == "year"
