"""Words that tell a named official's move: the verbs, and the marks that say which post is taken and which is left.

A :class:`Mark` is one such word or phrase in a sentence. The frames (:mod:`service.rules.frames`) walk over the marks,
the persons and the posts between them; no mark by itself makes an event.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas import Action
from service.rules.move_words import CHANGES, MOVES, NO_MARK_AFTER, NO_MARK_BEFORE, TOWARD, Kind
from service.rules.roles import title_head
from service.rules.terms import terms
from service.rules.tokens import Lexicon, Tokens


@dataclass
class Mark:
    """A mark at tokens ``i`` up to ``j`` and, for verbs, the actions it tells."""

    i: int
    j: int
    kind: Kind
    actions: tuple[Action, ...] = ()


_MARKS: Lexicon[tuple[Kind, tuple[Action, ...]]] = Lexicon(
    [(term, (Kind.TOWARD, ())) for term in terms(TOWARD)]
    + [(term, (kind, actions)) for kind, text, actions in CHANGES for term in terms(text)]
    + [(term, (Kind.MOVE, (action,))) for action, text in MOVES.items() for term in terms(text)]
)
_TELLING = (
    Kind.MOVE,
    Kind.TAKE,
    Kind.LEAVE,
    Kind.REMOVE,
    Kind.REPLACE,
    Kind.SWAP,
    Kind.MUTUAL,
    Kind.RETURN,
    Kind.NOMINATE,
)
STARTS = frozenset(
    term.split()[0]
    for text in [
        *MOVES.values(),
        *(text for kind, text, _ in CHANGES if kind in _TELLING),
        "hiện | nhận | từ | công",
    ]
    for term in terms(text)
) - frozenset(["về", "lên", "sang", "xuống", "ra", "để", "vị"])
"""First syllables of the marks without which a sentence tells nothing of a move."""
MOVE_STARTS = frozenset(term.split()[0] for text in MOVES.values() for term in terms(text))
"""First syllables of the verbs of moving."""
NEWS_STARTS = MOVE_STARTS | {"thôi", "miễn", "bãi", "quyết"}
"""First syllables of what makes an article one that can tell a move."""


_SAYING = MOVE_STARTS | {
    term.split()[0] for kind, text, _ in CHANGES if kind is Kind.GIVE for term in terms(text)
}  # fmt: skip
"""First syllables of what a sentence without persons can announce."""


def _went_through(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a procedure is told as done: "đã thực hiện quy trình miễn nhiệm"."""
    return tokens.low[j - 1] == "trình" and tokens.low[j - 2] == "quy" and tokens.at(i - 1) == "đã"


def find_marks(tokens: Tokens, i: int, j: int, announced: bool = False) -> dict[int, Mark]:
    """The marks between tokens ``i`` and ``j`` by the token they begin at: the longest at each place, no overlaps.

    ``announced`` asks only for those that announce moves, for a sentence that names nobody.
    """
    out: dict[int, Mark] = {}
    low = tokens.low
    first, behind = _SAYING if announced else _MARKS.first, i
    for k in [k for k in range(i, j) if low[k] in first]:
        hit = _MARKS.match(tokens, k) if k >= behind else None
        if hit is None or hit.j > j:
            continue
        behind = hit.j
        kind, actions = hit.value
        if kind is Kind.SPEAK and tokens.cap[hit.i] and hit.i > i:
            continue  # "Ban Chỉ đạo", "Sở Thông tin"
        if kind is Kind.PLANNED and tokens.at(hit.j) in ("bầu", "miễn", "bãi") and _went_through(tokens, hit.i, hit.j):
            continue
        if hit.j - hit.i == 3 and low[hit.i] == "giao" and tokens.at(hit.i - 1) == "bàn":
            continue  # "bàn giao nhiệm vụ"
        if hit.j - hit.i <= 2:
            term = low[hit.i] if hit.j - hit.i == 1 else f"{low[hit.i]} {low[hit.i + 1]}"
            if tokens.at(hit.i - 1) in NO_MARK_AFTER.get(term, ()) or tokens.at(hit.j) in NO_MARK_BEFORE.get(term, ()):
                continue
        end = hit.j
        if (
            hit.j - hit.i == 2
            and low[hit.j - 1] == "quyền"
            and hit.j < len(low)
            and title_head(tokens, hit.j) is not None
        ):
            end -= 1  # "giao quyền Viện trưởng": the post is that of an acting head
        if tokens.at(end) == "tương" and tokens.at(end + 1) == "đương" and kind in (Kind.TAKE, Kind.WEAK):
            while end > hit.i + 1 and low[end - 1] in ("chức", "vụ", "vị", "trí", "danh"):
                end -= 1
            if kind is Kind.WEAK:
                continue
        if tokens.cap[end - 1] and low[end - 1] == "vụ" and end - hit.i > 1 and title_head(tokens, end - 1):
            end -= 1
        out[hit.i] = Mark(hit.i, end, kind, actions)
    return out
