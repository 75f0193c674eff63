"""The clause of each count: where it begins and ends, what opens it, and which verb governs the count."""

from __future__ import annotations

from dataclasses import dataclass

from schemas import Action, MoveStatus
from service.rules.counts import Counted
from service.rules.names import FAMILY
from service.rules.tokens import Hit, Lexicon, Tokens
from service.rules.verbs import NoMove, Verb, find_verbs, joint_actions

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
_NEAR = 26  # tokens between a verb and the number it governs
_TOPIC = frozenset(["trong", "số"])


@dataclass(frozen=True, slots=True)
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
        out.append(Clause(counted, start, max(right, counted.j), openers, _is_topic(tokens, counted)))
        openers = tuple(hit.value for hit in between)
        start = between[-1].j if between else right + (1 if tokens.at(right) in (",", "và") else 0)
    return out


_COMMITTEES: Lexicon[bool] = Lexicon(
    (t, True)
    for t in ("ủy ban kiểm tra", "ban chấp hành", "ban thường vụ", "thường trực", "ủy ban nhân dân", "thường vụ")
)  # "bầu Ủy ban Kiểm tra gồm 7 đồng chí" tells its size, no parts


def _of_those(tokens: Tokens, k: int) -> bool:
    """ "30 trong số đó", "31 người trong số này": a part of the total spoken of."""
    return tokens.low[k : k + 2] == ["trong", "số"] and tokens.at(k + 2) in ("đó", "này", "ấy", "họ", "trên")


def _bracketed(tokens: Tokens, counted: Counted) -> bool:
    """A count alone in brackets behind its label: "từ huyện về xã (201 lượt)"."""
    return tokens.at(counted.i - 1) == "(" and tokens.at(counted.j) == ")"


def _first(tokens: Tokens, begin: int, first: int) -> int:
    """Where the clause of a sentence's first count begins: behind the last semicolon before it."""
    for k in range(first - 1, begin, -1):
        if tokens.low[k] == ";":
            return k + 1
    return begin


_ANNOUNCING = frozenset(["gồm", "đó", "sau", "là", "thể", "có", ")"])


def _opened(tokens: Tokens, i: int, j: int) -> list[Hit[str]]:
    """The openers between two counts, without brackets that hold no count ("(chiếm 10,96%)")."""
    out: list[Hit[str]] = []
    for hit in _OPENERS.find(tokens, i, j):
        if tokens.low[hit.i] == ":" and hit.j == j and tokens.low[hit.i - 1] not in _ANNOUNCING:
            continue  # "từ tỉnh về huyện: 12 đồng chí": a label and its number
        if hit.value == "list" and _COMMITTEES.any(tokens, max(i, hit.i - 5), hit.i):
            continue
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
    while tokens.at(k) in _GROUP_WORDS:
        k -= 1
    return (tokens.at(k) in ("trong", "ngoài", "riêng") and tokens.at(k - 1) not in ("là", "một")) or (
        tokens.at(k) == "với" and tokens.at(k - 1) == "đối"
    )


def _clause_end(tokens: Tokens, i: int, end: int) -> int:
    depth = 0
    for hit in _OPENERS.find(tokens, i, end):
        if hit.value == "(":
            depth += 1
        elif hit.value == ")" and depth:
            depth -= 1
        elif hit.value in (";", ")") and not depth:
            return hit.i
    return end


def _comma(tokens: Tokens, i: int, j: int, topic: bool, enclosed: bool = False) -> int:
    """Between two counts with no opener: the mark behind a count whose label stands before it, or before the next
    count.

    A topic ("trong 20 lượt cán bộ lãnh đạo, quản lý ... có 02 lượt") reaches up to its "có".
    """
    low = tokens.low
    if enclosed:
        return next((k for k in range(i, j) if low[k] in (",", ";", "và")), i)
    if topic:
        for k in range(j - 1, max(i, j - 9) - 1, -1):
            if low[k] in ("có", "thì"):
                return k + (low[k] == "thì")
    if low[i] in (",", "và"):
        return i
    for k in range(j - 1, max(i, j - 5) - 1, -1):
        if low[k] in (",", "và"):
            return k
    return next((k for k in range(j - 1, i - 1, -1) if low[k] == ","), j)


@dataclass(frozen=True, slots=True)
class Governor:
    """What is done to the people counted: joint actions, or a reason why it is no move; ``i`` is where the verb
    begins."""

    i: int
    j: int
    actions: tuple[Action, ...]
    no_move: NoMove | None
    before: bool
    nominal: bool = False


_QUOTAS: Lexicon[bool] = Lexicon(
    (t, True)
    for t in ("không quá", "không nhận quá", "chỉ được", "tối đa", "mỗi sở", "mỗi xã", "mỗi huyện", "mỗi phòng", "mỗi")
)


def governor_of(tokens: Tokens, clause: Clause) -> Governor | None:
    """The verb nearest before the number in its clause, else the first one behind its noun; None where there is
    none."""
    counted = clause.counted
    if tokens.low[clause.i] == "mỗi" or _QUOTAS.any(tokens, max(clause.i, counted.num_i - 12), counted.num_i):
        return Governor(counted.i, counted.i, (), NoMove.QUOTA, True)
    verbs = find_verbs(tokens, clause.i, clause.j)
    if _is_named_pair(tokens, counted):
        return Governor(counted.i, counted.i, (), NoMove.NAMED, True)
    left = [k for k, v in enumerate(verbs) if v.j <= counted.i]
    right = [k for k, v in enumerate(verbs) if v.i >= counted.j]
    for k in reversed(left):
        verb = verbs[k]
        gap = counted.i - verb.j
        if right and _rather_behind(tokens, counted, verb, verbs[right[0]]):
            break
        if _BARS.any(tokens, verb.j, counted.i) or (counted.count.value == 1 and not counted.num_i - verb.j < 8):
            break
        if gap > _NEAR:
            break
        if verb.nominal and gap > 6 and right:
            continue
        if isinstance(verb.kind, NoMove) and _yields(tokens, verbs, k, counted.i):
            continue
        if isinstance(verb.kind, NoMove) and right and _passive(tokens, counted.j, verbs[right[0]]):
            break
        if _is_lone_placing(tokens, verbs, k, clause):
            continue
        return _governor(tokens, verbs, k, True)
    for k in right:
        if verbs[k].i - counted.j > 22:
            break
        if verbs[k].nominal and not _passive(tokens, counted.j, verbs[k]):
            continue
        if not _undergoes(tokens, counted.j, verbs[k].i):
            return None
        nxt = verbs[k + 1] if k + 1 < len(verbs) else None
        if nxt is not None and nxt.kind is NoMove.DISCIPLINE and nxt.i - verbs[k].j <= 2 and verbs[k].i == counted.j:
            return _governor(tokens, verbs, k + 1, False)
        if k + 1 < len(verbs) and _is_relative(tokens, counted.j, verbs[k], verbs[k + 1]):
            continue
        return _governor(tokens, verbs, k, False)
    return None


def _is_lone_placing(tokens: Tokens, verbs: list[Verb], k: int, clause: Clause) -> bool:
    """ "bố trí 2 người" alone places nobody in a post; with another verb of moving or a post it does."""
    if tokens.slice(verbs[k].i, verbs[k].j).lower() != "bố trí" or len(joint_actions(tokens, verbs, k)[0]) > 1:
        return False
    return not any(w in tokens.low[clause.i : clause.j] for w in ("giữ", "làm", "danh", "thay"))


_BREAKS = frozenset([",", "nhưng", "nay", ":", "(", "gồm", "khi", "do", "vì", ";"])
_AGENT = frozenset(["trao", "ký", "dự", "chúc", "bố"])


def _undergoes(tokens: Tokens, noun_end: int, verb: int) -> bool:
    """Whether the people counted undergo the verb behind them: no new clause between, and they do not hand out
    decisions."""
    between = tokens.low[noun_end:verb]
    for k, word in enumerate(between):
        if word in _BREAKS and not (word == "," and (between[k + 1 :] or [""])[0] in _SAME_NOUN):
            return False
    return "được" in between or "bị" in between or not any(word in _AGENT for word in between[:6])


_SAME_NOUN = frozenset(
    "quản công viên chiến đảng giáo nhân sĩ sỹ phường thị xã huyện quận thành ban ngành đơn người kiểm nữ thanh"
    " điều".split()
)


def _is_relative(tokens: Tokens, noun_end: int, verb: Verb, nxt: Verb) -> bool:
    """ "3 cán bộ luân chuyển trúng cử ...": the verb right behind the noun says which people, the next one what
    happened."""
    if nxt.kind is Action.RETURN and nxt.i - verb.j <= 24:
        return True
    listed = any(w in ("sách", "diện") for w in tokens.low[noun_end : verb.i])
    if (verb.i != noun_end and not listed) or isinstance(nxt.kind, NoMove) or nxt.i - verb.j > 12:
        return False
    between = tokens.low[verb.j : nxt.i]
    elected = nxt.kind is Action.ELECTION and len(between) <= 2
    return (elected or not between or between[-1] in ("được", "đã")) and "," not in between and "và" not in between


def _rather_behind(tokens: Tokens, counted: Counted, before: Verb, behind: Verb) -> bool:
    """Whether the verb behind a count governs it and not the one before it, which a comma or many words cut off."""
    cut = counted.i - before.j > 6 or "," in tokens.low[before.j : counted.i]
    if not cut or (before.kind == behind.kind and not before.nominal):
        return False
    if behind.i == counted.j:
        return not behind.nominal and isinstance(behind.kind, Action)
    held = tokens.low[counted.j : behind.i]
    return ("được" in held or "bị" in held) and "," not in held and len(held) <= 12 and isinstance(behind.kind, Action)


_BARS: Lexicon[bool] = Lexicon(
    (t, True)
    for t in ("có nơi", "có phòng", "có xã", "có huyện", "có sở", "có trường", "có đơn vị", "có người", '"', "”")
)


def _is_named_pair(tokens: Tokens, counted: Counted) -> bool:
    """ "Hai đồng chí Mai Xuân Trường và Phùng Văn Lộc": two or three people named at once are events, no total."""
    n, k = len(tokens), counted.j
    if (
        counted.count.value > 3
        or k + 1 >= n
        or tokens.low[k] not in FAMILY
        or not tokens.cap[k]
        or not tokens.cap[k + 1]
    ):
        return False
    return any(tokens.low[t] == "và" and tokens.cap[t + 1] for t in range(k + 1, min(k + 12, n - 1)))


def _yields(tokens: Tokens, verbs: list[Verb], k: int, number: int) -> bool:
    """Whether a no-move verb far from the number stands behind a move that governs it: "luân chuyển, đào tạo 20 cán
    bộ"."""
    return number - verbs[k].j > 8


def _passive(tokens: Tokens, noun_end: int, verb: Verb) -> bool:
    return verb.i - noun_end <= 16 and tokens.at(verb.i - 1) in ("được", "đã", "bị", "tín", "nhiệm", "lượt")


def _governor(tokens: Tokens, verbs: list[Verb], k: int, before: bool) -> Governor:
    verb = verbs[k]
    if isinstance(verb.kind, NoMove):
        return Governor(verb.i, verb.j, (), verb.kind, before)
    actions, first = joint_actions(tokens, verbs, k)
    return Governor(first.i, verb.j, actions, None, before, verb.nominal)


_PLANNED = ("sẽ", "dự kiến", "phấn đấu", "đề nghị", "đề xuất", "chuẩn bị", "kiến nghị", "giới thiệu", "mục tiêu")
_CANCELLED: Lexicon[bool] = Lexicon(
    (t, True)
    for t in ("hủy", "hủy bỏ", "thu hồi", "hủy quyết định", "thu hồi quyết định", "buộc phải hủy bỏ", "bãi bỏ")
)
_PLANS: Lexicon[bool] = Lexicon((t, True) for t in (*_PLANNED, "theo kế hoạch", "nếu được", "có kế hoạch", "dự định"))


def status_of(tokens: Tokens, i: int, verb: int, j: int) -> MoveStatus:
    """Planned or cancelled by a word before the verb (from ``i`` up to ``verb``), or a revocation behind it; else
    done."""
    if _CANCELLED.any(tokens, i, j):
        return MoveStatus.CANCELLED
    for hit in _PLANS.find(tokens, max(i, verb - 14), verb):
        if not any(tokens.low[k] in ("đã", "định") for k in range(hit.j, verb)):
            return MoveStatus.PLANNED
    return MoveStatus.DONE
