"""Parts told without any verb right under a total: bullets, and rows of labels with their numbers."""

from __future__ import annotations

from schemas import MoveStatus
from service.rules.clauses import Clause
from service.rules.given_posts import names_committee
from service.rules.part_flows import lead, turn_round
from service.rules.parts import part_of
from service.rules.tokens import Lexicon
from service.rules.totals import Board, Group, Total, TotalPart

MISCOUNT = 1.6  # parts that add up to more than this many times the total are no parts, not even of a wrong total
_LABEL = 10  # tokens from a time to the number that it labels
NEXT = 2  # sentences between a total and a sentence that may still tell its parts


def listed(board: Board, parent: Total, clauses: list[Clause], sentence: int) -> bool:
    """Counts without any verb right under a total, each with a label of its own: bullets, "nhiều nhất là Yên Thành
    với 34"."""
    if not clauses or sentence - board.current_at > NEXT:
        return False
    if any(_sizes_committee(board, c) for c in clauses) or _counts_bodies(board, clauses[0], sentence):
        return False
    if (
        parent.status is MoveStatus.DONE
        and "sẽ" in board.doc.tokens.low[board.doc.sentences[sentence][0] : clauses[0].counted.i]
    ):
        return False  # "mỗi xã sẽ có 2 phó trưởng công an": a plan tells no parts of what is done
    parts = [part_of(board.doc, c) for c in clauses]
    if not all(p.flow or p.roles or p.rank or p.place or p.named or _dated(p) for p in parts):
        return False
    run = board.run
    before = run.sum if run is not None else 0
    added = sum(p.counted.count.value for p in parts)
    if any(p.counted.count.value > parent.value for p in parts):
        return False
    if before + added > parent.value * MISCOUNT or parts[0].counted.count.value == parent.value:
        return False
    if run is None or before == parent.value:
        begin, end = _head(board, sentence)
        some = board.doc.tokens.low[begin : begin + 2] == ["trong", "đó"] or _EXAMPLES.any(board.doc.tokens, begin, end)
        run = Group(False if some else None)
        parent.groups.append(run)
        board.run = run
    for part, clause in zip(parts, clauses, strict=True):
        lead(board, part, parent)
        turn_round(board, part, clause, run.last_flow)
        run.parts.append(part)
    board.current_at = sentence
    return True


_EXAMPLES: Lexicon[bool] = Lexicon((t, True) for t in ("một số", "như", "tiêu biểu", "điển hình", "nhất là", "nổi bật"))
"""Words of a sentence that names some of many: "một số đơn vị làm tốt như huyện A (67 người)"."""


def _head(board: Board, sentence: int) -> tuple[int, int]:
    begin, end = board.doc.sentences[sentence]
    return begin, min(end, begin + _BEFORE)


def _counts_bodies(board: Board, first: Clause, sentence: int) -> bool:
    """Whether bodies are counted before the people: "Có 7 vụ, cục có số cấp phó vượt quy định với 11 người"."""
    low, begin = board.doc.tokens.low, board.doc.sentences[sentence][0]
    near = range(max(begin, first.counted.i - _BEFORE), first.counted.i - 1)
    return any(low[k].isdigit() and low[k + 1] in _BODIES for k in near)


_BEFORE = 24  # tokens before a count in which bodies are counted
_BODIES = frozenset(["vụ", "cục", "sở", "phòng", "đơn", "cơ", "ban", "bộ", "tòa", "trường", "viện"])


def _sizes_committee(board: Board, clause: Clause) -> bool:
    """ "Ban Thường vụ gồm 11 đồng chí": how many sit in another committee, no part of those elected before."""
    tokens, num = board.doc.tokens, clause.counted.num_i
    return tokens.at(num - 1) in ("gồm", "có") and names_committee(tokens, board.doc.sentence_of(num)[0], num)


def _dated(part: TotalPart) -> bool:
    """Whether a time labels the part: "năm 2016 là 33", not "trong năm 2016, các cơ quan phát hiện 40 người"."""
    return part.period is not None and part.counted.i - part.i <= _LABEL
