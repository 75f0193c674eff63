"""Why a number counts no official moved: by its form (a date, a percent) or by what is done to the people it counts.

The ledger asks this of every number that no fact uses; a number without an answer that counts officials beside a verb
of moving is left unexplained, and the checks warn of it.
"""

from __future__ import annotations

from schemas import Action, CountUnit
from service.rules.clauses import Clause
from service.rules.counts import Noun
from service.rules.dates import find_dates
from service.rules.doc import Doc
from service.rules.governors import Governor
from service.rules.scope import is_in_scope
from service.rules.tally import Told, tally
from service.rules.verbs import find_verbs
from service.rules.words import NumberToken, number_tokens

_MONEY = frozenset("đồng triệu tỷ tỉ usd vnđ vnd ngàn nghìn đô euro".split())
_TIME = frozenset("năm tháng ngày tuần giờ phút giây buổi quý".split())
_MEASURE = frozenset("km m km2 m2 ha kg tấn mét lít độ ki héc hecta m3 mm cm gb mb kwh mw".split())
_AGE = "tuổi"
_ORDINALS = frozenset(
    ["thứ", "khóa", "lần", "kỳ", "hạng", "cấp", "đợt", "loại", "bậc", "khoản", "điều", "mục", "chương", "tập"]
)
_LABELS = frozenset(
    "số đường quốc lộ tổ ấp khu lô phòng pc quận bản tel đt kênh báo vtv vov đoàn chỉ trường kv thôn xóm".split()
)


def explain(doc: Doc) -> dict[int, str | None]:
    """For each number, by its first token: the reason why it counts no official moved, or None where there is none."""
    people = _people(doc)
    dates = [(d.i, d.j) for d in find_dates(doc)]
    out: dict[int, str | None] = {}
    k = 0
    for number in number_tokens(doc):
        while k < len(dates) and dates[k][1] <= number.i:
            k += 1
        if k < len(dates) and dates[k][0] <= number.i:
            out[number.i] = "date"
        elif number.i in people:
            out[number.i] = people[number.i]
        else:
            out[number.i] = _by_form(doc, number)
    return out


def _people(doc: Doc) -> dict[int, str | None]:
    """Counts of people: excluded by their verb, by being a stock of office-holders, or left open under a verb of
    moving."""
    out: dict[int, str | None] = {}
    for told in tally(doc):
        for clause, governor in zip(told.clauses, told.governors, strict=True):
            out[clause.counted.num_i] = _why(doc, told, clause, governor)
    return out


def _why(doc: Doc, told: Told, clause: Clause, governor: Governor | None) -> str | None:
    counted = clause.counted
    if governor is not None and governor.no_move is not None:
        return governor.no_move.value
    if governor is not None:
        return None if is_in_scope(doc, clause, governor) else "out_of_scope"
    if counted.count.unit is CountUnit.TURN and _has_move(doc, told):
        return None
    if counted.noun in (Noun.BARE, Noun.ATTRIBUTE):
        return "other_count"
    return "not_officials" if counted.noun is Noun.PERSON else "headcount"


def _has_move(doc: Doc, told: Told) -> bool:
    begin, end = doc.sentences[told.sentence]
    return any(isinstance(v.kind, Action) and not v.nominal for v in find_verbs(doc.tokens, begin, end))


def _by_form(doc: Doc, number: NumberToken) -> str:
    tokens = doc.tokens
    before, after, second = tokens.at(number.i - 1), tokens.at(number.j), tokens.at(number.j + 1)
    if number.percent or after == "%" or (after == "phần" and second == "trăm"):
        return "percent"
    if "/" in (before, after):
        return "ratio" if after == "/" or before == "/" else "fraction"
    if after == _AGE or (before in ("tuổi", "tuổi:") and not number.is_word):
        return "age"
    if after in _MONEY or after in ("$", "đ"):
        return "money"
    if after in _MEASURE:
        return "measure"
    if after in _TIME:
        return "duration"
    if before in _ORDINALS:
        return "ordinal"
    if after in ("h", "g", ":") or before == ":":
        return "time_of_day"
    if before in _LABELS or before in ("-", "–") or after in ("-", "–"):
        return "label"
    if number.is_word and number.value == 1:
        return "indefinite"
    return "other_count"
