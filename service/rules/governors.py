"""Which verb governs a count in its clause."""

from __future__ import annotations

from dataclasses import dataclass

from schemas import Action
from service.rules.clauses import Clause
from service.rules.counts import Counted
from service.rules.names import FAMILY
from service.rules.near_verbs import became, describes, does_else, has_predicate, is_stock
from service.rules.placings import is_lone_placing, of_each
from service.rules.tokens import Lexicon, Tokens
from service.rules.verbs import NoMove, Verb, find_verbs, joint_actions

_NEAR = 26  # tokens between a verb and the number it governs


@dataclass
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
    none. Delegates of a congress hold no post, whoever elects them."""
    governor, counted = _governing(tokens, clause), clause.counted
    if (governor is None or governor.no_move is None) and _are_delegates(tokens, counted.num_j):
        return Governor(counted.i, counted.i, (), NoMove.ATTENDANCE, True)
    return governor


def _are_delegates(tokens: Tokens, k: int) -> bool:
    """Whether those counted are "đại biểu" of no assembly: "32 đại biểu dự Đại hội", not "5 đại biểu HĐND"."""
    return tokens.low[k : k + 2] == ["đại", "biểu"] and tokens.at(k + 2) not in ("quốc", "hội", "hđnd")


def _governing(tokens: Tokens, clause: Clause) -> Governor | None:
    counted = clause.counted
    near = counted.num_i - 12 if counted.num_i - 12 > clause.i else clause.i
    if tokens.low[clause.i] == "mỗi" or _QUOTAS.any(tokens, near, counted.num_i) or of_each(tokens, counted):
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
        if verb.nominal and gap > 6 and (right or is_stock(tokens, verb, counted)):
            continue
        if verb.nominal and tokens.at(verb.i - 1) == "sau" and has_predicate(tokens, counted.j):
            continue  # "sau luân chuyển có 4 cán bộ trẻ trưởng thành"
        if verb.nominal and right and "," in tokens.low[verb.j : counted.i]:
            continue  # "sau khi luân chuyển, 5 cán bộ bị kỷ luật"
        if verb.nominal and right and gap == 1 and became(tokens, counted, verbs[right[0]]):
            continue
        if verb.nominal and k and tokens.at(verb.i - 1) == "sau" and verb.i - verbs[k - 1].j <= 4:
            continue  # "bố trí công tác sau luân chuyển đối với 21 cán bộ"
        if isinstance(verb.kind, NoMove) and _yields(tokens, verbs, k, counted.i):
            continue
        if isinstance(verb.kind, NoMove) and right and _passive(tokens, counted.j, verbs[right[0]]):
            break
        if is_lone_placing(tokens, verbs, k, clause):
            continue
        return _governor(tokens, verbs, k, True)
    for k in right:
        if verbs[k].i - counted.j > (_NEAR if "được" in tokens.low[counted.j : verbs[k].i] else 22):
            break
        nxt = verbs[k + 1] if k + 1 < len(verbs) else None
        if nxt is not None and describes(tokens, verbs[k], nxt):
            continue
        if verbs[k].kind is Action.ELECTION and tokens.at(verbs[k].i - 1) == "về":
            continue  # "1 đồng chí về bầu giữ chức": sent, then elected
        if verbs[k].nominal and not _passive(tokens, counted.j, verbs[k]):
            continue
        if not _undergoes(tokens, counted.j, verbs[k].i):
            fails = verbs[k].kind is NoMove.NEGATED and "nhưng" in tokens.low[counted.j : verbs[k].i]
            return _governor(tokens, verbs, k, False) if fails else None  # "đủ điều kiện, nhưng bầu không trúng"
        if tokens.low[verbs[k].i] == "sắp" and tokens.at(verbs[k].i - 1) in ("phải", "cần"):
            continue  # "21 phó giám đốc thuộc diện phải sắp xếp lại"
        if tokens.low[verbs[k].i] == "sắp" and is_lone_placing(tokens, verbs, k, clause):
            continue
        if nxt is not None and nxt.kind is NoMove.DISCIPLINE and nxt.i - verbs[k].j <= 2 and verbs[k].i == counted.j:
            return _governor(tokens, verbs, k + 1, False)
        if k + 1 < len(verbs) and _is_relative(tokens, counted.j, verbs[k], verbs[k + 1]):
            continue
        if verbs[k].i == counted.j and does_else(tokens, verbs, k):
            return Governor(verbs[k].i, verbs[k].j, (), NoMove.HEADCOUNT, False)
        return _governor(tokens, verbs, k, False)
    return None


_BREAKS = frozenset([",", "nhưng", "nay", ":", "(", "gồm", "khi", "do", "vì", ";"])
_AGENT = frozenset(["trao", "ký", "dự", "chúc", "bố"])


def _undergoes(tokens: Tokens, noun_end: int, verb: int) -> bool:
    """Whether the people counted undergo the verb behind them: no new clause between, and they do not hand out
    decisions."""
    between = _uninserted(_unbracketed(tokens.low[noun_end:verb]))
    if between[-1:] == ["bị"] and between[-3:-1] == ["về", "việc"]:
        return False  # "đơn của 12 giáo viên về việc bị biệt phái"
    for k, word in enumerate(between):
        if word == "do" and k < 2:
            continue  # "5 bí thư do Trung ương luân chuyển về"
        if word in _BREAKS and not (word == "," and _goes_on(between[k + 1 :])):
            return False
    return "được" in between or "bị" in between or not any(word in _AGENT for word in between[:6])


def _goes_on(words: list[str]) -> bool:
    """Whether the words behind a comma go on about who or where: another noun, another post, "45 xã, 1 thị trấn"."""
    return bool(words) and (words[0] in _SAME_NOUN or (words[0].isdigit() and words[1:2] != ["người"]))


def _unbracketed(words: list[str]) -> list[str]:
    """The words without what stands in brackets among them; an open bracket stays."""
    while "(" in words and ")" in words[words.index("(") :]:
        at = words.index("(")
        words = words[:at] + words[words.index(")", at) + 1 :]
    return words


def _uninserted(words: list[str]) -> list[str]:
    """The words without a time put in between commas before the verb: "31 người, sau hai năm ở xã, được ..."."""
    if words[-2:-1] != [","] or words[-1] not in ("được", "đã", "bị"):
        return words
    at = next((k for k in range(len(words) - 3, max(-1, len(words) - 14), -1) if words[k] == ","), None)
    return words[:at] + words[-1:] if at is not None and words[at + 1] in ("sau", "trước", "qua", "trong") else words


_SAME_NOUN = frozenset(
    "quản công viên chiến đảng giáo nhân sĩ sỹ phường thị xã huyện quận thành ban ngành đơn người kiểm nữ thanh"
    " kế văn thủ điều bí chủ phó ủy giám trưởng thứ vụ cục hiệu tỉnh sở".split()
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
    if between[-2:] == ["tín", "nhiệm"]:
        between = between[:-2]  # "29 sĩ quan biệt phái được tín nhiệm bầu"
    elected = nxt.kind is Action.ELECTION and len(between) <= 2
    return (elected or not between or between[-1] in ("được", "đã")) and "," not in between and "và" not in between


def _rather_behind(tokens: Tokens, counted: Counted, before: Verb, behind: Verb) -> bool:
    """Whether the verb behind a count governs it and not the one before it, which a comma or many words cut off."""
    if tokens.low[before.i] == "cử" and behind.i == counted.j and isinstance(behind.kind, Action):
        return True  # "cử 120 bác sĩ luân phiên về xã"
    cut = counted.i - before.j > 6 or "," in tokens.low[before.j : counted.i]
    if not cut or (before.kind == behind.kind and not before.nominal and "," not in tokens.low[before.j : counted.i]):
        return False
    if behind.i == counted.j:
        return not behind.nominal and isinstance(behind.kind, Action)
    held = tokens.low[counted.j : behind.i]
    return ("được" in held or "bị" in held) and "," not in held and len(held) <= 12 and isinstance(behind.kind, Action)


_BARS: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "đưa số",
        "nâng số",
        "đưa tổng số",
        "nâng tổng số",
        "cho biết trường",
        "cho biết xã",
        "trường có",
        "có nơi",
        "có phòng",
        "có xã",
        "có huyện",
        "có sở",
        "có trường",
        "có đơn vị",
        "có người",
        '"',
        "”",
    )
)


def _is_named_pair(tokens: Tokens, counted: Counted) -> bool:
    """ "Hai đồng chí Mai Xuân Trường và Phùng Văn Lộc": two or three people named at once are events, no total."""
    n, k = len(tokens.low), counted.j
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
    if actions == (Action.ELECTION,) and tokens.low[verb.i] == "giới":
        return Governor(verb.i, verb.j, (), NoMove.HEADCOUNT, before)  # who is only nominated alone
    if (
        not before
        and k + 1 < len(verbs)
        and verbs[k + 1].kind is Action.PROMOTION
        and verb.kind is not Action.PROMOTION
    ):
        between = tokens.low[verb.j : verbs[k + 1].i]  # "được điều về huyện giữ chức vụ cao hơn"
        if between[:1] in (["về"], ["lên"], ["sang"]) and len(between) <= 6 and "," not in between:
            actions = (*actions, Action.PROMOTION)
    return Governor(first.i, verb.j, actions, None, before, verb.nominal)
