"""The direction of a part inside its total's: what the total says already, sources named by tier, the way back."""

from __future__ import annotations

from schemas import Flow, Level
from service.rules.clauses import Clause
from service.rules.flows import reverse, says_reverse
from service.rules.tiers import find_tiers
from service.rules.tokens import Tokens
from service.rules.totals import Board, Total, TotalPart

_SAID = 60  # tokens before a part in which its sentence may say that it tells the sources


def within(flow: Flow | None, whole: Flow | None) -> Flow | None:
    """A part's direction inside its total's: the tier that the part leaves open is the total's; the same one is not
    repeated."""
    if flow is None or whole is None:
        return flow
    if flow.from_level is None and whole.from_level is not None and whole.from_level is flow.to_level:
        return Flow(from_level=whole.to_level, to_level=flow.to_level)  # "trong đó 40 người đã trở về huyện"
    full = Flow(from_level=flow.from_level or whole.from_level, to_level=flow.to_level or whole.to_level)
    return None if full == whole else full


_ORDER = (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)


def lead(board: Board, part: TotalPart, parent: Total) -> None:
    """Give a part its direction inside its total's.

    Of people sent down from a tier that the total leaves open, a part that names a higher tier tells where they come
    from: "nguồn điều động lấy từ Công an tỉnh 205 đồng chí", "151 người được điều từ công an các huyện".
    """
    part.flow, whole = within(part.flow, parent.flow), parent.flow
    if part.flow is not None or whole is None or whole.from_level is not None or part.tier is None:
        return
    if whole.to_level not in _ORDER or _ORDER.index(part.tier) >= _ORDER.index(whole.to_level):
        return
    tokens, (begin, end) = board.doc.tokens, board.doc.sentence_of(part.i)
    if "từ" in tokens.low[part.i : part.j] or "nguồn" in tokens.low[max(begin, part.i - _SAID) : min(end, part.j)]:
        part.flow = Flow(from_level=part.tier, to_level=whole.to_level)


_PASSIVE = frozenset(["được", "người", "chí", "bộ", "sĩ", "sỹ", "chức", "viên"])
_AT = frozenset(["tại", "ở", "vào"])
_PLACED = 7  # tokens between "bố trí tại" and the tier of the body


def placed_at(tokens: Tokens, i: int, j: int) -> Flow | None:
    """Where people are placed, told as a place: "480 người được bố trí tại công an cấp xã"."""
    for k in range(i, j - 3):
        if tokens.low[k] == "trí" and tokens.low[k - 1] == "bố" and tokens.low[k - 2] in _PASSIVE:
            at = k + 3 if tokens.low[k + 1 : k + 3] == ["công", "tác"] else k + 1
            tier = next(iter(find_tiers(tokens, at, min(j, at + _PLACED))), None)
            if tokens.at(at) in _AT and tier is not None and tier.level in _ORDER:
                return Flow(from_level=None, to_level=tier.level)
    return None


def turn_round(board: Board, part: TotalPart, clause: Clause, before: Flow | None) -> None:
    """ "ba người theo chiều ngược lại": the direction told before, the other way round."""
    if part.flow is None and before is not None and says_reverse(board.doc.tokens, clause.i, clause.j):
        part.flow = reverse(before)
