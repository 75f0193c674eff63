"""Verbs near people that do not govern their count: which people they are, how many there are, what became of them."""

from __future__ import annotations

from schemas import Action
from service.rules.counts import Counted, Noun
from service.rules.tokens import Tokens
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
