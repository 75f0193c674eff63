"""The verb of a count that has none of its own: that of the count before it in a list, or of the total it raises."""

from __future__ import annotations

from service.rules.clauses import Clause
from service.rules.counts import Noun
from service.rules.flows import find_flow, says_reverse
from service.rules.governors import Governor
from service.rules.totals import Board, Total, countable

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
    if previous is None or previous.no_move or not countable(clause.counted.noun) or not opened:
        return None
    if ";" in clause.openers and "gồm" in tokens.low[clause.i : clause.counted.i]:
        return None  # "; đoàn kiểm tra gồm 20 thành viên" is about somebody else
    far = clause.counted.i - opened[-1].counted.j
    if "nhưng" in tokens.low[opened[-1].counted.j : clause.counted.i]:
        return None
    turned = says_reverse(tokens, clause.i, clause.j)
    if far <= 6 or turned or find_flow(tokens, clause.i, clause.j) is not None:
        return previous
    if far <= 24 and clause.counted.i == clause.i and clause.counted.noun is Noun.TITLE:
        return previous  # "bổ nhiệm 33 giám đốc sở ở ..., 29 cục trưởng"
    tail = tokens.low[clause.counted.j : clause.counted.j + 2]
    return previous if far <= 24 and any(w in tail for w in ("gia", "giữ", "vào", "làm")) else None


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
