"""Times that a rule sets to just their value, as provisions: fixed terms, times to wait, the ends of a range."""

from __future__ import annotations

from schemas import Provision, ProvisionKind
from service.rules.bounds import Bound
from service.rules.consequences import leads_away
from service.rules.doc import Doc
from service.rules.roles import find_titles, roles_of
from service.rules.rule_words import OFFICE, PERSONS, ROTATED, make_provision
from service.rules.tokens import Lexicon

_PUNISHED = frozenset(["luật", "cáo", "trách", "cách", "giáng"])  # "kỷ luật", "khiển trách", "cách chức"
_NUMBERS: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("số lượng", "cấp phó", "biên chế", "bố trí nhân sự", "bố trí cán bộ", "cấp ủy viên", "phó chủ tịch")
)
_RETURN = 48  # tokens behind a time in which it is told that numbers are as ruled by then
_BEHIND = 16  # tokens behind a time in which what is due is told


def fixed_time(doc: Doc, bound: Bound, start: int, end: int, due: bool) -> Provision | None:
    """A time set to just its value, a time to wait ("trong vòng", "sau"), or the end of a range."""
    tokens, low = doc.tokens, doc.tokens.low
    word = low[bound.i]
    if word in ("sau", "trong", "chậm") and _back_to_rule(doc, bound, start, end):
        return make_provision(doc, ProvisionKind.OTHER, bound, bound.i, [])
    if word == "sau":
        if due and bound.unit == "term":
            return make_provision(doc, ProvisionKind.MAX_CONSECUTIVE_TERMS, bound, bound.i, [])
        near = leads_away(tokens, max(start, bound.i - 6), bound.i)
        raised = low[bound.j : bound.j + _BEHIND]  # "sau 2 năm được xem xét điều động về vị trí cao hơn"
        if due and any(raised[k : k + 2] == ["cao", "hơn"] for k in range(len(raised))):
            return make_provision(doc, ProvisionKind.OTHER, bound, start, [])
        if due and (near or leads_away(tokens, bound.j, min(end, bound.j + _BEHIND))):
            return make_provision(doc, ProvisionKind.MAX_DURATION, bound, bound.i, [])
        waits = tokens.at(bound.j) == "mới" or "mới" in low[bound.j : min(end, bound.j + 14)]
        punished = bool((_PUNISHED | {"chức"}).intersection(low[start : bound.i + 12]))
        return make_provision(doc, ProvisionKind.OTHER, bound, start, []) if waits and punished else None
    if word == "trong":
        behind = bound.j + (tokens.at(bound.j) == ",")
        waits = (
            bool({"không", "chưa"}.intersection(low[start:end]))
            and not PERSONS.intersection(low[start:end])
            and (tokens.at(behind) in ("kể", "tính", "từ") or _bars(doc, start, end))
        )
        ordered = tokens.at(behind) in ("kể", "tính") and "phải" in low[behind : min(end, behind + _RETURN)]
        ordered = ordered and OFFICE.any(doc.tokens, start, end) and not PERSONS.intersection(low[start:end])
        return make_provision(doc, ProvisionKind.OTHER, bound, start, []) if waits or ordered else None
    if word == "chậm":
        return None
    ranged = word in ("từ", "đến", "tới", "-", "–")
    if ranged and (not (due or ROTATED.any(tokens, start, bound.i)) or "đã" in low[start : bound.i][-8:]):
        return None
    stop = next((k for k in range(bound.j, end) if low[k] == ";"), end)
    titles = find_titles(tokens, bound.i, bound.at)  # "nhiệm kỳ của hiệu trưởng là 5 năm"
    if not titles and tokens.at(bound.j) in ("đối", "với", "cho"):
        titles = find_titles(tokens, bound.j, stop)
    return make_provision(doc, ProvisionKind.OTHER, bound, bound.i, list(roles_of(titles)))


def _back_to_rule(doc: Doc, bound: Bound, start: int, end: int) -> bool:
    """Whether numbers of posts are to be as ruled again by then: "sau 5 năm, số lượng cấp phó theo đúng quy định"."""
    low = doc.tokens.low
    stop = min(end, bound.j + _RETURN)
    ruled = any(
        low[k : k + 2] == ["quy", "định"] and low[k - 1] in ("theo", "đúng") for k in range(bound.j + 1, stop - 1)
    )
    return ruled and "đã" not in low[bound.j : stop] and _NUMBERS.any(doc.tokens, start, stop)


def _bars(doc: Doc, start: int, end: int) -> bool:
    """Whether a clause bars those who were punished from a post: "bị kỷ luật ... không được bổ nhiệm"."""
    low = doc.tokens.low
    barred = any(
        low[k] == "không" and low[k + 1] in ("được", "thực", "quy", "bổ", "xem") for k in range(start, end - 1)
    )
    return barred and bool(_PUNISHED.intersection(low[start:end])) and OFFICE.any(doc.tokens, start, end)
