"""When a move took effect, from the dates of its clause, of its sentence, and of the announcement before it."""

from __future__ import annotations

from itertools import pairwise

from schemas import Action, MoveStatus
from service.rules.date_mentions import DateMention
from service.rules.date_years import resolve_day
from service.rules.day_values import end_of, opens, value_of
from service.rules.doc import Doc
from service.rules.drafts import Draft

_REACH, _SINCE_REACH = 14, 40
"""Tokens behind a clause in which a date, and "từ ngày ...", still date it."""
_LENT = (Action.SECONDMENT, Action.REINFORCEMENT, Action.ROTATION)
"""Moves that end: the text may say when."""
_CARRY = 12
"""Sentences through which the day of an announcement dates the moves told after it."""


_DATING = ("day", "month", "year", "relative", "since", "range", "until")


def _same(m: DateMention, after: DateMention | None) -> bool:
    """Whether "sáng nay" only leads to the day named right behind it ("Sáng nay 5.12.2019", "Chiều nay (3/4)")."""
    return m.kind == "relative" and after is not None and after.kind == "day" and after.i - m.j <= 2


def _pass(dates: list[DateMention], at: int, i: int) -> int:
    """The first date from number ``at`` on that begins at token ``i`` or behind it."""
    while at < len(dates) and dates[at].i < i:
        at += 1
    return at


class DateWalk:
    """Walks the article's dates together with its sentences; remembers the day of the last announcement."""

    def __init__(self, dates: list[DateMention]) -> None:
        self.dates = [m for m in dates if m.kind in _DATING and not m.birth and not m.paper]
        self.dates = [m for m, after in zip(self.dates, [*self.dates[1:], None], strict=False) if not _same(m, after)]
        self.papers = [m for m in dates if m.paper and m.kind == "day"]
        self.at = self.paper_at = 0
        self.announced: DateMention | None = None
        self.told: str | None = None
        self.announced_in = self.carried_in = -99

    def here(self, i: int, j: int) -> list[DateMention]:
        """The dates between tokens ``i`` and ``j``; to be asked for sentence after sentence."""
        if self.at == len(self.dates) or self.dates[self.at].i >= j:
            return []
        first = _pass(self.dates, self.at, i)
        self.at = _pass(self.dates, first, j)
        return self.dates[first : self.at]

    def decisions(self, doc: Doc, i: int, j: int) -> list[DateMention]:
        """The dates of decisions ("Quyết định số 12 ngày 3/4/2023") between tokens ``i`` and ``j``."""
        if self.paper_at == len(self.papers) or self.papers[self.paper_at].i >= j:
            return []
        first = _pass(self.papers, self.paper_at, i)
        self.paper_at = _pass(self.papers, first, j)
        return [m for m in self.papers[first : self.paper_at] if decision_before(doc, m) is not None]

    def pass_over(self, doc: Doc, kept: list[Draft], sentence: tuple[int, int], number: int) -> None:
        """Read a sentence without persons: it may announce, or say when the decision before it takes effect."""
        stop, dates, signed = sentence[1], self.dates, self.papers
        if (self.at == len(dates) or dates[self.at].i >= stop) and (
            self.paper_at == len(signed) or signed[self.paper_at].i >= stop
        ):
            return
        here, papers = self.here(*sentence), self.decisions(doc, *sentence)
        if not here and not papers:
            return
        found = [m for m in here if not _aside(doc, m)]
        if papers:
            self.announced, self.announced_in = papers[-1], number
            return
        if not found:
            return
        first = found[0]
        starting = doc.tokens.low[max(sentence[0], first.i - 6) : first.i]
        term = doc.tokens.low[sentence[0]] == "thời" and doc.tokens.at(sentence[0] + 1) in ("hạn", "gian")
        if "hiệu" in starting or (("nhận" in starting or term) and opens(doc, first)):
            date = value_of(doc, first)
            words = doc.tokens.low[sentence[0] : first.i]
            reach = 30 if any(words[k : k + 3] == ["các", "quyết", "định"] for k in range(len(words))) else 4
            self.announced, self.announced_in = first, number
            decided = {draft.name for draft in kept[-60:] if draft.decision is not None}
            for draft in kept[-60:]:
                dated = (draft.date is not None and draft.effective) or (reach > 4 and draft.name in decided)
                if number - draft.sentence <= reach and not dated:
                    draft.date, draft.effective = date, True
            return
        if first.kind in ("day", "relative") and _solemn(doc, sentence):
            self.announced, self.announced_in = first, number


def date_drafts(doc: Doc, drafts: list[Draft], walk: DateWalk, sentence: tuple[int, int], number: int) -> None:
    """Date the moves of a sentence: by "từ ngày" behind the clause, a date in it, one before it, else carried."""
    found = [m for m in walk.here(*sentence) if not _aside(doc, m)]
    papers = walk.decisions(doc, *sentence)
    for index, draft in enumerate(drafts):
        if not draft.dated:
            continue
        end = (
            drafts[index + 1].holder.i
            if index + 1 < len(drafts) and drafts[index + 1].holder.i > draft.j
            else sentence[1]
        )
        if index + 1 < len(drafts):
            end = next((k for k in range(draft.j, end) if doc.tokens.low[k] == ";"), end)
        usable = [m for m in found if m.i >= draft.date_floor and (draft.date_stop is None or m.i < draft.date_stop)]
        chosen, draft.effective = _choose(doc, draft, usable, end)
        if chosen is not None:
            draft.date = value_of(doc, chosen)
        _end(draft, found, chosen, end)
        if chosen is None and walk.told is not None and _at_that_time(doc, draft, end):
            draft.date, draft.effective = walk.told, True
        if papers:
            nearest = max((m for m in papers if m.i <= draft.j), key=lambda m: m.i, default=papers[0])
            draft.decision = (_number_of(doc, nearest), resolve_day(doc, nearest))
            draft.date = draft.date if draft.effective else draft.decision[1]
        elif (
            chosen is None
            and not usable
            and draft.replaces is None
            and (draft.carries and not draft.date_floor)
            and draft.status is not MoveStatus.PLANNED
            and walk.announced is not None
            and number - walk.announced_in <= _CARRY
            and not _earlier(doc, sentence)
        ):
            draft.date = value_of(doc, walk.announced)
            if number - walk.carried_in <= 3 or number - walk.announced_in <= 4:  # a list goes on
                walk.announced_in, walk.carried_in = max(walk.announced_in, number - 4), number
    for one, other in pairwise(drafts):
        same = other.effective and not one.effective and one.taken == other.taken and one.actions == other.actions
        if same and doc.tokens.at(other.holder.i - 1) in ("và", ","):
            one.date, one.effective = other.date, True  # "bầu POST đối với bà A và ông B kể từ ngày 15/6"
    walk.told = next((draft.date for draft in reversed(drafts) if draft.date is not None), walk.told)
    lead = [m for m in found if m.i - sentence[0] <= 20 and m.kind in ("day", "relative")]
    if papers and not drafts:
        walk.announced, walk.announced_in = papers[-1], number
    elif lead and not (drafts and _earlier(doc, sentence)):
        walk.announced, walk.announced_in = lead[0], number


def decision_before(doc: Doc, m: DateMention) -> int | None:
    """The token of the "quyết định" whose date a mention is; None where it dates another paper."""
    low = doc.tokens.low
    for k in range(m.i - 2, max(-1, m.i - 14), -1):
        if low[k] == "quyết" and low[k + 1] == "định":
            return k
        if low[k] in (";", "\n"):
            return None
    return None


def _number_of(doc: Doc, m: DateMention) -> str | None:
    """The number of the decision that a date belongs to, as written; None where it has none."""
    k = decision_before(doc, m)
    low = doc.tokens.low
    if k is None or doc.tokens.at(k + 2) != "số":
        return None
    end = m.i
    while end > k + 3 and low[end - 1] in (",", "ngày", "ký", "(", "của"):
        end -= 1
    return doc.tokens.slice(k + 3, end) if end > k + 3 and low[k + 3][0].isdigit() else None


def _end(draft: Draft, found: list[DateMention], chosen: DateMention | None, end: int) -> None:
    """When a move for a time ends: "từ ngày ... đến ngày ...", "đến hết năm 2027"."""
    if not any(action in draft.actions for action in _LENT):
        return
    ends = [m for m in found if m is chosen or (m.kind == "until" and draft.i <= m.i < min(end, draft.j + _REACH))]
    draft.until = next((date for date in map(end_of, ends) if date is not None), draft.until)


def _choose(doc: Doc, draft: Draft, found: list[DateMention], end: int) -> tuple[DateMention | None, bool]:
    begin = min(draft.i, draft.holder.i)
    for m in found:
        reach = _SINCE_REACH if m.kind == "day" else _REACH
        if begin <= m.i < min(end, draft.j + reach) and opens(doc, m) and m.kind != "until":
            return m, True
    opening = doc.sentence_of(begin)[0]
    for m in found:
        if draft.date_from <= m.i < begin and m.kind == "day" and _takes_effect(doc, m):
            return m, True
    found = [m for m in found if m.kind != "range" and (m.kind != "until" or _starts(draft, m, opening))]
    inside = [m for m in found if begin <= m.i < min(end, draft.j + 10)]
    before = [m for m in found if draft.date_from <= m.i and m.j <= begin] if draft.replaces is None else []
    clause = max((k for k in range(opening, begin) if doc.tokens.low[k] == ";"), default=opening)
    before = [m for m in before if m.i > clause] or before  # "...; tháng 5/2020, đại hội bầu ông làm ..."
    if inside and not (before and before[0].kind == "day"):
        return inside[0], False
    return (before[0], False) if before else (None, False)


def _starts(draft: Draft, m: DateMention, opening: int) -> bool:
    """Whether "đến" and a date open the clause of a move, and so say when: "Đến tháng 6/2018, ...", "và đến 2020"."""
    begin = draft.date_from
    led = 0 <= draft.holder.i - m.j <= 1 and draft.i >= draft.holder.i  # "..., đến tháng 3/2021, ông A đảm nhiệm POST"
    return m.i == opening or led or (begin > 0 and begin <= m.i <= begin + 2)


def _at_that_time(doc: Doc, draft: Draft, end: int) -> bool:
    """Whether the clause says that it holds from the day told before: "kể từ thời điểm trên", "từ cùng thời điểm"."""
    words = doc.tokens.low[draft.j : min(end, draft.j + _REACH)]
    pairs = [k for k in range(len(words) - 1) if words[k] == "thời" and words[k + 1] == "điểm"]
    return any("từ" in words[:k] and {"trên", "cùng", "này", "đó"} & set(words[k - 1 : k + 3]) for k in pairs)


def _takes_effect(doc: Doc, m: DateMention) -> bool:
    """Whether "kể từ ngày" leads to a day: from then on a decision holds."""
    low = doc.tokens.low
    return "kể" in low[max(0, m.i - 3) : m.i + 1] and opens(doc, m)


def _aside(doc: Doc, m: DateMention) -> bool:
    """Whether a date stands aside: a year of birth, the day of the news, a date inside a bracketed clause."""
    low = doc.tokens.low
    if m.kind == "year" and doc.tokens.at(m.i - 1) == "(" and doc.tokens.at(m.j) == ")":
        return low[m.i] != "năm"
    if doc.tokens.padded[m.i - 1] in ("biết", "tin"):
        return True
    for k in range(m.i - 1, max(-1, m.i - 12), -1):
        if low[k] == ")":
            return False
        if low[k] == "(":
            return m.i - k > 3
    return False


_OCCASIONS = frozenset(
    ["quyết định", "kỳ họp", "hội nghị", "lễ công", "lễ trao", "đại hội", "buổi lễ", "công bố", "bổ nhiệm"]
)
_OCCASION_STARTS = frozenset(occasion.split()[0] for occasion in _OCCASIONS)

_NORMS = frozenset(["kết luận", "quy định", "chỉ thị", "kế hoạch", "hướng dẫn", "thông tư", "nghị định", "đề án"])
"""Papers that set rules: the day on which one is issued is no occasion at which its topic is decided."""


def _solemn(doc: Doc, sentence: tuple[int, int]) -> bool:
    """Whether a sentence tells an occasion at which moves are decided or made known."""
    low = doc.tokens.low
    stop = min(sentence[1], sentence[0] + 80) - 1
    issued = [k for k in range(sentence[0], stop - 1) if low[k] == "ban" and low[k + 1] == "hành"]
    paper = next((k for k in issued if f"{low[k + 2]} {doc.tokens.at(k + 3)}" in _NORMS), stop)
    occasions = [k for k in range(sentence[0], paper) if low[k] in _OCCASION_STARTS]
    return any(f"{low[k]} {low[k + 1]}" in _OCCASIONS for k in occasions)


def _earlier(doc: Doc, sentence: tuple[int, int]) -> bool:
    """Whether a sentence begins with "Trước đó", which leaves the announced day."""
    low = doc.tokens.low
    return low[sentence[0]] == "trước" and doc.tokens.at(sentence[0] + 1) in ("đó", "đây")
