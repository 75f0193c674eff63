"""People placed: when "bố trí" puts somebody in a post, and when a count tells how many each place has."""

from __future__ import annotations

from schemas import Role
from service.rules.clauses import Clause
from service.rules.counts import Counted, Noun
from service.rules.tokens import Lexicon, Tokens
from service.rules.verbs import Verb, joint_actions

_REGULARS: Lexicon[bool] = Lexicon([("công an chính quy", True)])
"""Policemen by profession: where they are placed they take a post of the commune."""


_BESIDE = 4  # tokens behind a noun that say which people it means


def is_lone_placing(tokens: Tokens, verbs: list[Verb], k: int, clause: Clause) -> bool:
    """ "bố trí 2 người" alone places nobody in a post; with another verb of moving or a post it does."""
    if tokens.low[verbs[k].i] not in ("bố", "sắp"):
        return False
    actions, first = joint_actions(tokens, verbs, k)
    if len(actions) > 1 or any(" ".join(tokens.low[v.i : v.j]) not in ("bố trí", "sắp xếp") for v in (verbs[k], first)):
        return False
    if tokens.at(verbs[k].j) == "được":
        return _settles(tokens, clause)  # "dự kiến bố trí được 332 trường hợp"
    if clause.counted.noun is Noun.TITLE and set(clause.counted.roles) - {Role.OTHER}:
        return clause.counted.i - verbs[k].j > 3  # "bố trí 23 giám đốc" places them
    behind = tokens.low[clause.counted.j : min(clause.j, clause.counted.j + 10)]
    end = min(clause.j, clause.counted.j + _BESIDE)
    if "/" in tokens.low[clause.counted.j : end + 1]:
        return True  # "5 chiến sĩ công an chính quy/xã"
    if clause.counted.noun is not Noun.BARE and _REGULARS.any(tokens, verbs[k].j, end):
        return False  # "bố trí công an chính quy tại 47 xã, với tổng số 329 đồng chí"
    if any(w in behind for w in ("về", "xuống", "nhiệm")):  # "bố trí 60 người về xã", "đảm nhiệm"
        return False
    said = tokens.low[clause.i : clause.j]
    if any(w in said for w in ("giữ", "danh", "thay")):
        return False
    return not any(said[t] == "làm" and said[t + 1 : t + 2] != ["việc"] for t in range(len(said)))


def _settles(tokens: Tokens, clause: Clause) -> bool:
    """Whether those placed are told to retire or leave in part: "sắp xếp được 487 người, trong đó nghỉ hưu 168"."""
    before = tokens.low[max(0, clause.counted.i - _SURPLUS) : clause.counted.i]
    if any(before[t : t + 2] == ["dôi", "dư"] for t in range(len(before))):
        return True  # "số dôi dư là 1.467 người. Đến nay, tỉnh đã bố trí, sắp xếp được 1.305 người"
    behind = tokens.low[clause.counted.j : clause.counted.j + _TOLD]
    behind = behind[: behind.index(".")] if "." in behind else behind
    return any(behind[t : t + 2] in _LEAVING for t in range(len(behind)))


_SURPLUS = 40  # tokens before a count in which it is told that people are too many
_TOLD = 30  # tokens behind a count in which its parts are told
_LEAVING = (["nghỉ", "hưu"], ["thôi", "việc"], ["nghỉ", "việc"], ["tinh", "giản"])


def of_each(tokens: Tokens, counted: Counted) -> bool:
    """Whether a count tells how many each of n places has: "tất cả 63/63 xã có 4 đồng chí công an"."""
    k = counted.i - 1
    while tokens.padded[k] in ("từ", "đủ", "có", "ít", "nhất"):
        k -= 1
    if k == counted.i - 1:
        return False
    low = tokens.low
    if "có" not in low[k + 1 : counted.i]:
        return False
    for m in range(max(1, k - 6), k):
        if low[m] == "/" and low[m - 1].isdigit() and low[m + 1].isdigit():
            return not _ALL_OF.isdisjoint(low[m + 2 : m + 4]) and low[m + 2] != ","  # not "tháng 6/2019, huyện A có"
    return False


_ALL_OF = frozenset(["xã", "phường", "trấn", "huyện"])
