"""The verb of a count that has none of its own: that of the count before it in a list, or of the total it raises."""

from __future__ import annotations

from schemas import Action, MoveStatus
from service.rules.clauses import Clause
from service.rules.counts import Noun
from service.rules.flows import find_flow, says_reverse
from service.rules.given_posts import names_committee, roles_near, sizes_committee
from service.rules.governors import Governor
from service.rules.statuses import goes_on_planning
from service.rules.tokens import Tokens
from service.rules.totals import Board, Total, countable
from service.rules.verbs import find_verbs

_OTHERWISE = frozenset(["nhưng", "thiệu", "chọn", "tuyển", "dạy"])
"""Words before a count that tell something else of it: "luân chuyển 6 bí thư, giới thiệu 11 cán bộ"."""
_WAITS = frozenset(["sẽ", "chưa", "chờ", "đang"])
_LEFT = 16  # tokens behind those left over in which what they wait for is told
_HEADED = 14  # tokens between two counts of which the second is headed by its time
_NAMED = 24  # tokens of the longest name of a committee with its term of office
_SAID = 2  # sentences before the size of a committee in which its election may be told
_NEAR = 60  # tokens between the beginning of a clause and its count


def inherited(
    board: Board, number: int, previous: Governor | None, opened: list[Total], clause: Clause
) -> Governor | None:
    """A count without a verb in a list of totals takes the verb of the one before ("11 công chức và 3 lao
    động")."""
    tokens = board.doc.tokens
    raised = _raised(board, number, clause)
    if raised is not None:
        return raised
    if tokens.at(clause.counted.i - 1) == "còn" and _WAITS.intersection(
        tokens.low[clause.counted.j : clause.counted.j + _LEFT]
    ):
        return None  # "còn 162 người sẽ giải quyết sau"
    if previous is None or previous.no_move or not countable(clause.counted.noun) or not opened:
        return None
    if ";" in clause.openers and "gồm" in tokens.low[clause.i : clause.counted.i]:
        return None  # "; đoàn kiểm tra gồm 20 thành viên" is about somebody else
    far = clause.counted.i - opened[-1].counted.j
    if _OTHERWISE.intersection(tokens.low[max(clause.i, opened[-1].counted.j) : clause.counted.i]):
        return None
    turned = says_reverse(tokens, clause.i, clause.j)
    if far <= 6 or turned or find_flow(tokens, clause.i, clause.j) is not None:
        return previous
    if far <= 24 and clause.counted.i == clause.i and clause.counted.noun is Noun.TITLE:
        return previous  # "bổ nhiệm 33 giám đốc sở ở ..., 29 cục trưởng"
    if far <= _HEADED and clause.counted.i == clause.i and tokens.at(clause.counted.j) == "từ":
        return previous  # "120 công chức từ cục xuống chi cục và 64 công chức từ chi cục lên cục"
    if far <= _NEAR and clause.counted.i == clause.i and _goes_off(tokens, clause):
        return previous  # "...; 8 cán bộ chủ chốt của các xã lên giữ chức vụ lãnh đạo"
    if far <= _HEADED and tokens.at(clause.counted.i - 1) == "với" and tokens.cap[clause.i]:
        return previous  # "Yên Thành với 41 người, Kỳ Sơn với 57 người"
    if far <= _HEADED and tokens.low[clause.i] in ("năm", "quý", "tháng") and tokens.at(clause.i + 1)[:1].isdigit():
        return previous  # "năm 2016 có 12 cán bộ được luân chuyển, năm 2017 có 18 cán bộ"
    if previous.actions == (Action.ELECTION,) and previous.before and far <= 24 and _elects_committee(tokens, clause):
        return previous  # "bầu Ban Thường vụ gồm 15 đồng chí, Ủy ban Kiểm tra gồm 11 đồng chí"
    tail = tokens.low[clause.counted.j : clause.counted.j + 2]
    return previous if far <= 24 and any(w in tail for w in ("gia", "giữ", "vào", "làm")) else None


def _goes_off(tokens: Tokens, clause: Clause) -> bool:
    """Whether those counted go to a post elsewhere, told without a verb of moving: "lên giữ chức vụ"."""
    near = range(clause.counted.j, min(clause.j, clause.counted.j + _OFF) - 1)
    return any(tokens.low[k] in ("lên", "về", "xuống", "sang") and tokens.low[k + 1] in _TAKING for k in near)


_OFF = 10  # tokens from a count to the way its people go
_TAKING = frozenset(["giữ", "làm", "đảm", "nhận"])


def _elects_committee(tokens: Tokens, clause: Clause) -> bool:
    """Whether the clause is a committee and its size, told in a row of those elected."""
    at = clause.counted.i - 1
    return tokens.at(at) in ("gồm", "với") and ";" not in clause.openers and names_committee(tokens, clause.i, at)


def elected(board: Board, number: int, clause: Clause) -> Governor | None:
    """The verb of "Ban Chấp hành khóa mới gồm 40 đồng chí" right behind a sentence that tells of its election."""
    tokens, sentences = board.doc.tokens, board.doc.sentences
    begin, end = sentences[number]
    if clause.i != begin or clause.counted.i - begin > _NAMED or not sizes_committee(tokens, begin, clause.counted.i):
        return None
    if find_verbs(tokens, begin, min(end, begin + _NEAR)):
        return None
    before, name = max(sentences[max(0, number - _SAID)][0], begin - _NEAR), tokens.low[begin : begin + 2]
    for verb in find_verbs(tokens, before, begin):
        behind = range(verb.j, min(verb.j + 3, begin))
        if verb.kind is Action.ELECTION and any(tokens.low[k : k + 2] == name for k in behind):
            return Governor(begin, begin, (Action.ELECTION,), None, True)
    return None


def _raised(board: Board, number: int, clause: Clause) -> Governor | None:
    """ "Nâng tổng số cán bộ về các xã lên 461 người": the verb is that of the total told right before."""
    current, i = board.current, clause.i
    if current is None or number - board.current_at > 1 or clause.counted.i - i > _NEAR:
        return None
    low = board.doc.tokens.low
    starts = (i, i + 1) if low[i] in (",", "qua", "và") else (i,)
    if not any(low[k] in ("nâng", "đưa") and board.doc.tokens.at(k + 1) in ("tổng", "số") for k in starts):
        return None
    return Governor(i, i + 1, current.actions, None, True)


def share_tail(tokens: Tokens, before: Total, total: Total, clause: Clause) -> None:
    """Posts counted in a row share the way and the post told behind the last: "4 thứ trưởng, 3 vụ trưởng về làm phó bí
    thư tỉnh ủy"."""
    nouns = (before.counted.noun, total.counted.noun)
    if clause.counted.i - before.counted.j > 2 or nouns != (Noun.TITLE, Noun.TITLE) or before.actions != total.actions:
        return
    before.flow = before.flow or total.flow
    before.roles = roles_near(tokens, clause, None) or before.roles


def share_plan(tokens: Tokens, before: Total, total: Total, governor: Governor) -> None:
    """What is told in one row with a plan is planned too: "sẽ điều động 7 cán bộ, bổ nhiệm 3 trưởng phòng"."""
    if before.status is not MoveStatus.PLANNED or total.status is not MoveStatus.DONE or not governor.before:
        return
    if goes_on_planning(tokens, before.spots[0], governor.i):
        total.status = MoveStatus.PLANNED
