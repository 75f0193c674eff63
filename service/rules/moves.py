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


@dataclass
class _Meaning:
    """What a mark's words mean, and the words before and behind them with which they are something else."""

    kind: Kind
    actions: tuple[Action, ...]
    not_after: frozenset[str]
    not_before: frozenset[str]


def _meaning(term: str, kind: Kind, actions: tuple[Action, ...]) -> tuple[str, _Meaning]:
    none = frozenset[str]()
    return term, _Meaning(kind, actions, NO_MARK_AFTER.get(term, none), NO_MARK_BEFORE.get(term, none))


_MARKS: Lexicon[_Meaning] = Lexicon(
    [_meaning(term, Kind.TOWARD, ()) for term in terms(TOWARD)]
    + [_meaning(term, kind, actions) for kind, text, actions in CHANGES for term in terms(text)]
    + [_meaning(term, Kind.MOVE, (action,)) for action, text in MOVES.items() for term in terms(text)]
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
    low = tokens.low
    if low[i] == "xem" and "đã" in low[max(0, i - 3) : i]:
        return True  # "HĐND đã tiến hành xem xét miễn nhiệm"
    if low[j - 1] != "trình" or low[j - 2] != "quy":
        return False
    return low[i - 1] in ("đã", "hành", "hđnd") or (low[i] == "thực" and "hđnd" in low[max(0, i - 4) : i])


_UNITS = frozenset(["huyện", "xã", "phường", "quận"])


def _in_a_name(tokens: Tokens, k: int, j: int) -> bool:
    """Whether a word that also is a mark is the last of a name: "ông Lê Văn Sang giữ chức", "bà Trần Thị Cử"."""
    if tokens.low[k - 1] in _UNITS and tokens.cap[min(k + 1, len(tokens) - 1)]:
        return True  # "huyện Giao Thủy"
    if not tokens.cap[k - 1] or (j - k > 1 and (tokens.cap[k + 1] or tokens.low[k] != "sang")):
        return False  # "... Đà Nẵng Chỉ định ông A": a new sentence
    name, before = tokens.slice(k, k + 1), tokens.slice(k - 1, k)
    return name.isalpha() and before.isalpha() and not (name.isupper() or before.isupper())


def find_marks(tokens: Tokens, i: int, j: int, announced: bool = False) -> dict[int, Mark]:
    """The marks between tokens ``i`` and ``j`` by the token they begin at: the longest at each place, no overlaps.

    ``announced`` asks only for those that announce moves, for a sentence that names nobody.
    """
    out: dict[int, Mark] = {}
    low, cap, behind = tokens.low, tokens.cap, i
    for k in _MARKS.starts(tokens, i, j):
        if k < behind or (announced and low[k] not in _SAYING):
            continue
        hit = _MARKS.match(tokens, k)
        if hit is None or hit.j > j:
            continue
        if cap[k] and k > i and _in_a_name(tokens, k, hit.j):
            continue
        behind = end = hit.j
        meaning, nxt = hit.value, tokens.padded[end]
        before = low[k - 1] if k else ""
        if before in meaning.not_after or nxt in meaning.not_before:
            continue
        kind, last = meaning.kind, low[end - 1]
        if last == "cử" and before == "(" and nxt == ")":
            continue  # "(tái đắc cử)"
        if cap[k] and k > i and kind is Kind.SPEAK:
            continue  # "Ban Chỉ đạo", "Sở Thông tin"
        if nxt in ("bầu", "miễn", "bãi") and kind is Kind.PLANNED and _went_through(tokens, k, end):
            continue
        if kind is Kind.MOVE and nxt == "tại" and low[k] in ("phân", "giao") and tokens.at(end + 1) == "quyết":
            continue  # "bàn giao nhiệm vụ POST được phân công tại Quyết định số 12"
        if before == "bàn" and end - k == 3 and low[k] == "giao":
            continue  # "bàn giao nhiệm vụ"
        if last == "quyền" and end - k == 2 and nxt and title_head(tokens, end) is not None:
            end -= 1  # "giao quyền Viện trưởng": the post is that of an acting head
        elif nxt == "tương" and tokens.at(end + 1) == "đương" and kind in (Kind.TAKE, Kind.WEAK):
            while end > k + 1 and low[end - 1] in ("chức", "vụ", "vị", "trí", "danh"):
                end -= 1
            if kind is Kind.WEAK:
                continue
        if cap[end - 1] and low[end - 1] == "vụ" and end - k > 1 and title_head(tokens, end - 1):
            end -= 1
        out[k] = Mark(k, end, kind, meaning.actions)
    return out
