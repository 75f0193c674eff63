"""Verbs near people that do not govern their count: which people they are, how many there are, what became of them."""

from __future__ import annotations

from schemas import Action
from service.rules.counts import Counted, Noun
from service.rules.tokens import Lexicon, Tokens
from service.rules.verbs import NoMove, Verb


def is_stock(tokens: Tokens, verb: Verb, counted: Counted) -> bool:
    """ "thực hiện việc bổ nhiệm theo nhiệm kỳ, cả nước có 2.105 chấp hành viên": how many there are."""
    return tokens.at(counted.i - 1) == "có" and "," in tokens.low[verb.j : counted.i] and counted.noun is Noun.TITLE


def became(tokens: Tokens, counted: Counted, behind: Verb) -> bool:
    """ "sau luân chuyển có 40 cán bộ được bổ nhiệm": the verb behind the people tells what became of them."""
    passive = tokens.at(behind.i - 1) in ("được", "đã") and "," not in tokens.low[counted.j : behind.i]
    return tokens.at(counted.i - 1) == "có" and passive and isinstance(behind.kind, Action)


def describes(tokens: Tokens, verb: Verb, nxt: Verb) -> bool:
    """ "22 cử nhân mới tốt nghiệp được tăng cường về xã": the first verb says which people, the next one is told."""
    between = tokens.low[verb.j : nxt.i]
    told = isinstance(verb.kind, NoMove) and isinstance(nxt.kind, Action)
    return told and 0 < len(between) <= 4 and between[-1] in ("được", "bị") and "," not in between


_PREDICATES: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "hoàn thành|cho biết|cho rằng|chia sẻ|có nguyện vọng|có đơn|gặp khó khăn|gặp khó|đạt|phát huy|trưởng thành"
        "|được đánh giá|được khen|được khen thưởng|được hưởng|được hỗ trợ|được tặng|chưa hoàn thành|không hoàn thành"
        "|không phát huy|chưa phát huy|mong muốn|xin|đề nghị|bị kỷ luật|vi phạm|bị xử lý|tâm tư|phải ở trọ"
    ).split("|")
)
"""What people do or meet with who were moved before."""


def does_else(tokens: Tokens, verbs: list[Verb], k: int) -> bool:
    """ "15 cán bộ luân chuyển hoàn thành xuất sắc nhiệm vụ": the verb right behind the people says which they are, and
    what is told of them is no move; so of "một cán bộ luân chuyển ở huyện"."""
    one = any(tokens.low[t] == "một" for t in range(max(0, verbs[k].i - 4), verbs[k].i))
    if one and tokens.at(verbs[k].j) in ("ở", "tại", "của", "nói", "cho", "kể", "chia"):
        return True
    while k + 1 < len(verbs) and verbs[k + 1].i - verbs[k].j <= 2 and isinstance(verbs[k + 1].kind, Action):
        k += 1
    return has_predicate(tokens, verbs[k].j)


def has_predicate(tokens: Tokens, k: int) -> bool:
    """Whether what people do or meet with who were moved before is told at token ``k``."""
    return k < len(tokens) and _PREDICATES.match(tokens, k) is not None
