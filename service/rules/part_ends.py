"""Where the parts of a total end: the count behind them is a total again."""

from __future__ import annotations

from service.rules.clauses import Clause
from service.rules.given_posts import names_committee
from service.rules.governors import Governor
from service.rules.tokens import Tokens
from service.rules.totals import Group, Total

_SUBJECT = 10  # tokens of who moves people, at the beginning of a clause
_MOVERS = frozenset("các cấp huyện tỉnh sở ubnd ban bộ ngành đảng thành quận công tòa".split())


def leaves(tokens: Tokens, top: tuple[Total, Group, str], clause: Clause, governor: Governor | None) -> bool:
    """Whether a count behind parts of the total at the ``top`` is a total again: its own verb differs, or the parts
    already make the whole."""
    parent, group, opener = top
    if opener == "(":
        return False
    own = governor is not None and governor.before and bool(governor.actions)
    if (
        own
        and governor is not None
        and governor.i >= clause.i
        and names_committee(tokens, governor.j, clause.counted.i)
    ):
        return True
    full = group.sum >= parent.value and group.sum > 0
    new_clause = ";" in clause.openers or ")" in clause.openers
    if own and governor is not None and new_clause and not set(governor.actions) & set(parent.actions):
        return True
    if own and clause.counted.count.value > parent.value:
        return True  # more than the whole is no part of it
    if new_clause and group.parts and not group.verbal and heads(tokens, clause, governor):
        return True  # "luân chuyển 79 cán bộ, trong đó 24 người về quận; phê chuẩn 11 chủ tịch"
    over = group.sum + clause.counted.count.value > parent.value
    passive = governor is not None and bool(governor.actions) and not governor.before
    if new_clause and passive and over and group.sum:
        return True  # "78 sĩ quan, trong đó 34 làm phó bí thư; 62 trí thức trẻ được bố trí về xã"
    return full and (own or group.sum + clause.counted.count.value > 2 * parent.value)


def heads(tokens: Tokens, clause: Clause, governor: Governor | None) -> bool:
    """Whether a clause begins with the verb of moving that governs its count, or with who moves people by it."""
    if governor is None or not governor.before or not governor.actions or governor.i < clause.i:
        return False
    subject = tokens.low[clause.i : governor.i]
    return len(subject) < 2 or (len(subject) <= _SUBJECT and subject[0] in _MOVERS)
