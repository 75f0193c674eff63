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
from service.rules.number_forms import by_form, counts_officials, in_a_list, names_officials
from service.rules.scope import is_in_scope
from service.rules.tally import Told, tally
from service.rules.verbs import find_verbs
from service.rules.words import WrittenNumber, written_numbers

_NEAR = 3  # sentences behind a total in which the list of its parts may go on


def explain(doc: Doc) -> dict[int, str | None]:
    """For each number, by its offset in the folded text: the reason why it counts no official moved, or None."""
    people, totals = _people(doc)
    dates = [(d.i, d.j) for d in find_dates(doc)]
    out: dict[int, str | None] = {}
    k = 0
    for number in written_numbers(doc):
        while k < len(dates) and dates[k][1] <= number.i:
            k += 1
        if k < len(dates) and dates[k][0] <= number.i:
            out[number.start] = "date"
        elif number.whole and number.i in people:
            out[number.start] = people[number.i]
        else:
            reason = by_form(doc, number)
            out[number.start] = None if _is_open(doc, number, reason, totals) else reason
    return out


_NO_NOUN = frozenset(["no_noun", "label"])


_GO_ON = (("trong", "đó"), ("cụ", "thể"), ("bao", "gồm"), ("gồm", "có"), ("gồm", ":"))
"""How a sentence begins that lists the parts of a total told in the one before."""


def _is_open(doc: Doc, number: WrittenNumber, reason: str, totals: dict[int, int]) -> bool:
    """Whether a number without a noun may count officials all the same, by its label and a total of officials moved.

    "luân chuyển 45 cán bộ, gồm: cấp trưởng 30, cấp phó 20": the label stands before the number and counts with it.
    """
    tokens, sentence = doc.tokens, doc.sentence_number(number.i)
    if not number.whole and reason == "other_count":
        return counts_officials(tokens, number)  # an item of "12,15,18 cán bộ"
    if reason not in _NO_NOUN or tokens.low[number.i - 2 : number.i] in (["dự", "án"], ["đề", "án"]):
        return False
    begin, end = doc.sentences[sentence]
    total = totals.get(sentence, number.i)
    if sentence - 1 in totals and tuple(tokens.low[begin : min(begin + 2, end)]) in _GO_ON:
        total = begin
    if reason == "no_noun" and total < number.i and in_a_list(tokens, total, number):
        return True
    told = any(totals.get(n, number.i) < number.i for n in range(sentence - _NEAR, sentence + 1))
    return told and names_officials(tokens, number)


def _people(doc: Doc) -> tuple[dict[int, str | None], dict[int, int]]:
    """Counts of people: excluded by their verb, by being a stock of office-holders, or left open under a verb of
    moving; and for each sentence with a total of officials moved, the token of the first one."""
    people: dict[int, str | None] = {}
    totals: dict[int, int] = {}
    for told in tally(doc):
        for clause, governor in zip(told.clauses, told.governors, strict=True):
            why = _why(doc, told, clause, governor)
            if why == "headcount" and clause.counted.noun is Noun.ATTRIBUTE and told.sentence in totals:
                why = None  # "luân chuyển 45 cán bộ: 30 nam"
            if why != "no_noun":
                people[clause.counted.num_i] = why
            if why is None:
                totals.setdefault(told.sentence, clause.counted.num_i)
    return people, totals


def _why(doc: Doc, told: Told, clause: Clause, governor: Governor | None) -> str | None:
    counted = clause.counted
    if governor is not None and governor.no_move is not None:
        return governor.no_move.value
    if governor is not None:
        return None if is_in_scope(doc, clause) else "out_of_scope"
    if counted.count.unit is CountUnit.TURN and _has_move(doc, told):
        return None
    if counted.noun is Noun.BARE:
        return "no_noun"
    return "not_officials" if counted.noun is Noun.PERSON else "headcount"


def _has_move(doc: Doc, told: Told) -> bool:
    begin, end = doc.sentences[told.sentence]
    return any(isinstance(v.kind, Action) and not v.nominal for v in find_verbs(doc.tokens, begin, end))
