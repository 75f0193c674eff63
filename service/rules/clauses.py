"""The clause of each count: where it begins and ends, and what opens it."""

from __future__ import annotations

from dataclasses import dataclass

from service.rules.counts import Counted, Noun
from service.rules.tokens import Hit, Lexicon, Tokens

_OPENERS: Lexicon[str] = Lexicon(
    [(t, "among") for t in ("trong đó", "trong số đó", "trong số này", "trong số trên", "riêng", "trong đó có",
                            "chủ yếu",
                            "phần lớn", "nhiều nhất")]
    + [(t, "list") for t in ("gồm", "bao gồm", "cụ thể", "cụ thể là", "gồm có", "như sau", "chia ra", "chia theo", ":")]
    + [(t, "rest") for t in ("còn lại", "số còn lại")]
    + [(t, "sum") for t in ("tổng cộng", "cả thảy", "nâng tổng số")]
    + [("(", "("), (")", ")"), (";", ";")]
    + [(t, ";") for t in ("trong khi đó", "ngoài ra", "bên cạnh đó", "đồng thời", "trong khi")]
)  # fmt: skip


@dataclass
class Clause:
    """A count with its clause ``i`` to ``j`` and the openers ("trong đó", "gồm", "(", ")", ";") read just before it.

    ``topic`` is true for "trong (tổng) số N ...", which names a total again to tell its parts.
    """

    counted: Counted
    i: int
    j: int
    openers: tuple[str, ...]
    topic: bool


def clauses_of(tokens: Tokens, counts: list[Counted], begin: int, end: int) -> list[Clause]:
    """One clause for each count of the sentence ``begin`` to ``end``, in order; the clauses do not overlap."""
    out: list[Clause] = []
    start, openers = _first(tokens, begin, counts[0].i), _leading(tokens, begin, counts[0].i)
    for k, counted in enumerate(counts):
        last = k + 1 == len(counts)
        between = [] if last else _opened(tokens, counted.j, counts[k + 1].i)
        if between and _bracketed(tokens, counted):
            between = between[1:] if between[0].value == ")" else between
        enclosed = not last and _bracketed(tokens, counts[k + 1])
        if enclosed:
            between = between[:-1] if between and between[-1].value == "(" else between
        if last:
            right = _clause_end(tokens, counted.j + _bracketed(tokens, counted), end)
        elif between:
            right = between[0].i
        else:
            right = _comma(tokens, counted.j, counts[k + 1].i, enclosed or _is_topic(tokens, counted), enclosed)
        if _of_those(tokens, counted.j):
            openers = (*openers, "among")
        out.append(
            Clause(counted, start, right if right > counted.j else counted.j, openers, _is_topic(tokens, counted))
        )
        openers = tuple(hit.value for hit in between)
        start = (
            _behind_and(tokens, between[-1].j, counts[k + 1].i)
            if between
            else right + (1 if tokens.padded[right] in (",", "và") else 0)
        )
    return out


_LABEL = 8  # tokens of the longest label before a count


def _behind_and(tokens: Tokens, i: int, count: int) -> int:
    """Where a clause behind an opener begins: at a count that "và" adds to a long text without one."""
    return count if count - i > _LABEL and tokens.low[count - 1] == "và" else i


_COMMITTEES: Lexicon[bool] = Lexicon(
    (t, True)
    for t in ("ủy ban kiểm tra", "ban chấp hành", "ban thường vụ", "thường trực", "ủy ban nhân dân", "thường vụ")
)  # "bầu Ủy ban Kiểm tra gồm 7 đồng chí" tells its size, no parts


def _of_those(tokens: Tokens, k: int) -> bool:
    """ "30 trong số đó", "31 người trong số này": a part of the total spoken of."""
    return tokens.low[k : k + 2] == ["trong", "số"] and tokens.at(k + 2) in ("đó", "này", "ấy", "họ", "trên")


def _bracketed(tokens: Tokens, counted: Counted) -> bool:
    """A count alone in brackets behind its label: "từ huyện về xã (201 lượt)"."""
    if tokens.padded[counted.i - 1] != "(" or tokens.padded[counted.j] != ")":
        return False
    # "(4 cán bộ nữ)" tells of some of those counted before it
    return counted.noun is not Noun.ATTRIBUTE and "nữ" not in tokens.low[counted.num_j : counted.j]


def _first(tokens: Tokens, begin: int, first: int) -> int:
    """Where the clause of a sentence's first count begins: behind the last semicolon before it."""
    if ";" in tokens.low[begin + 1 : first]:
        for k in range(first - 1, begin, -1):
            if tokens.low[k] == ";":
                return k + 1
    return begin


_ANNOUNCING = frozenset(["gồm", "đó", "sau", "là", "thể", "có", ")"])


def _opened(tokens: Tokens, i: int, j: int) -> list[Hit[str]]:
    """The openers between two counts, without brackets that hold no count ("(chiếm 10,96%)")."""
    out: list[Hit[str]] = []
    for hit in _OPENERS.find(tokens, i, j):
        if hit.value == "rest" and hit.i == i:
            continue  # "35 người còn lại từ các phòng": the rest is what was counted
        if tokens.low[hit.i] == ":" and hit.j == j and tokens.low[hit.i - 1] not in _ANNOUNCING:
            continue  # "từ tỉnh về huyện: 12 đồng chí": a label and its number
        if hit.value == "list" and _COMMITTEES.any(tokens, max(i, hit.i - 5), hit.i):
            continue
        if hit.value == "list" and out and out[-1].value == ";" and hit.i - out[-1].j >= 2 and tokens.low[hit.i] != ":":
            continue  # "...; đoàn kiểm tra gồm 20 thành viên": the size of somebody else
        if hit.value == ")" and any(h.value == "(" for h in out):
            while out.pop().value != "(":
                pass
            continue
        out.append(hit)
    return out


def _leading(tokens: Tokens, begin: int, first: int) -> tuple[str, ...]:
    """The opener that begins the sentence, and those that stand right before its first count."""
    found = tuple(
        h.value
        for h in _OPENERS.find(tokens, begin, first)
        if h.i <= begin + 1 or (h.j >= first - 1 and (tokens.low[h.i] != ":" or tokens.low[h.i - 1] in _ANNOUNCING))
    )
    if tokens.low[begin] == "trong" and tokens.at(begin + 1) in ("số", "tổng") and first - begin > 4:
        return ("among", *found)  # "Trong tổng số lượt cán bộ luân chuyển có 33 lượt nữ"
    return found


_GROUP_WORDS = frozenset(["số", "sách", "tổng", "danh", "nhóm", "ở"])


def _is_topic(tokens: Tokens, counted: Counted) -> bool:
    k = counted.i - 1
    while (word := tokens.padded[k]) in _GROUP_WORDS:
        k -= 1
    if word == "với":  # "điều động đối với 24 cán bộ" counts those moved
        return tokens.at(k - 1) == "đối" and tokens.at(k - 2) in ("", ",", ";", ".", ":", "\n", "riêng", "còn")
    return word in ("trong", "ngoài", "riêng") and tokens.at(k - 1) not in ("là", "một")


def _clause_end(tokens: Tokens, i: int, end: int) -> int:
    depth = 0
    for hit in _OPENERS.find(tokens, i, end):
        if hit.value == "(":
            depth += 1
        elif hit.value == ")" and depth:
            depth -= 1
        elif hit.value in (";", ")") and not depth:
            return hit.i
        elif hit.value in ("among", "rest") and not depth and tokens.low[hit.i - 1] == ",":
            return hit.i - 1
    return end


_SHARE = frozenset(["đạt", "chiếm", "tỷ", "tỉ", "bằng"])


def states_share(tokens: Tokens, i: int) -> bool:
    """Whether the comma at token ``i`` leads to the share of those counted before it: ", đạt 23,8%"."""
    return tokens.padded[i] == "," and tokens.padded[i + 1] in _SHARE and "%" in tokens.low[i + 2 : i + 6]


def _behind_share(tokens: Tokens, i: int, j: int) -> int:
    """The mark at token ``i`` behind a count, or the one behind its share: "05 người, đạt 23,8%, người trẻ 8"."""
    if not states_share(tokens, i):
        return i
    return next((k for k in range(i + 3, min(j, i + 8)) if tokens.low[k] == "," and tokens.low[k - 1] == "%"), i)


def _comma(tokens: Tokens, i: int, j: int, topic: bool, enclosed: bool = False) -> int:
    """Between two counts with no opener: the mark behind a count whose label stands before it, or before the next
    count.

    A topic ("trong 20 lượt cán bộ lãnh đạo, quản lý ... có 02 lượt") reaches up to its "có".
    """
    low = tokens.low
    if enclosed:
        return next((k for k in range(i, j) if low[k] in (",", ";", "và")), i)
    if topic:
        near = range(j - 1, max(i, j - 9) - 1, -1)
        then = next((k for k in near if low[k] == "thì"), None)
        has = next((k for k in near if low[k] == "có"), None)
        if then is not None or has is not None:
            return then + 1 if then is not None else has or j
    if low[i] in (",", "và"):
        return _behind_share(tokens, i, j)
    for k in range(j - 1, max(i, j - 5) - 1, -1):
        if low[k] in (",", "và"):
            return k
    return next((k for k in range(j - 1, i - 1, -1) if low[k] == ","), j)
