"""Totals and their breakdowns: how the counts of a text belong together.

The walk goes sentence by sentence. A count governed by a verb of moving opens a total; counts behind "trong đó", "gồm",
"(" and the like are its parts, also in the next sentence; a sentence whose counts add up to the total before it tells
its parts; a sentence that names a known direction again tells the posts of that direction's total. A part that is
broken down further becomes a total of its own. Sums decide only where the words leave two readings.
"""

from __future__ import annotations

from schemas import Period, Qualifier, RotationSummary
from service.rules.breakdowns import cut, finish
from service.rules.clauses import Clause
from service.rules.continuation import go_on
from service.rules.counts import Noun
from service.rules.decided import add_decided
from service.rules.doc import Doc
from service.rules.flows import find_flow, joined
from service.rules.governors import governor_of
from service.rules.listed_parts import MISCOUNT
from service.rules.parts import part_of
from service.rules.restating import add_missing
from service.rules.subgroups import is_share, share_of
from service.rules.tally import Told, tally
from service.rules.tiers import find_tiers
from service.rules.tokens import Tokens
from service.rules.totals import Board, Group, Total, TotalPart
from service.rules.twins import drop_rounded, heads_posts, same_total
from service.rules.walk import Walk

_TWINS = 20  # totals of one number that a restated one is compared with
_SEXES = ("nam", "nữ")


def find_summaries(doc: Doc) -> list[RotationSummary]:
    """Every summary of the article in the order of the text."""
    board = Board(doc)
    for told in tally(doc):
        if not go_on(board, told):
            _read_sentence(board, told)
    add_decided(board)
    _merge(board)
    _hush(board)
    drop_rounded(board)
    _add_up(board)
    return [finish(total, doc) for total in board.totals]


def _read_sentence(board: Board, told: Told) -> None:
    clauses, governors = told.clauses, told.governors
    if told.loose and clauses and _fills(board, told):
        clauses = told.loose
        governors = [governor_of(board.doc.tokens, clause) for clause in clauses]
    pair = next((k for k in range(len(clauses) - 1) if is_share(clauses[k], clauses[k + 1])), None)
    if pair is not None and share_of(board, told.sentence, clauses[pair], clauses[pair + 1]):
        clauses, governors = clauses[:pair] + clauses[pair + 2 :], governors[:pair] + governors[pair + 2 :]
    walk = Walk(board, told.sentence)
    for clause, governor in zip(clauses, governors, strict=True):
        walk.step(clause, governor)
    walk.close()


def _fills(board: Board, told: Told) -> bool:
    """Whether bare numbers behind "trong đó" or "gồm" are the parts of the total before them: labelled, and they fit.

    "luân chuyển 96 cán bộ, trong đó từ tỉnh về huyện 21, từ huyện về xã 75".
    """
    if any(_fills_bracket(board, told.loose, k) for k, c in enumerate(told.loose) if k and "(" in c.openers):
        return True
    opened = next((k for k, c in enumerate(told.loose) if {"among", "list", "("} & set(c.openers)), None)
    if opened is None or opened == 0:
        return False
    total = told.loose[opened - 1].counted.count.value
    parts = [part_of(board.doc, clause) for clause in told.loose[opened:]]
    added = sum(p.counted.count.value for p in parts)
    if added == total:
        return True
    labelled = all(p.flow or p.roles or p.rank or p.label in _SEXES for p in parts)
    return labelled and (added <= total or (len(parts) > 1 and added <= total * MISCOUNT))


def _merge(board: Board) -> None:
    """One total stated twice is one summary with two spans."""
    kept: list[Total] = []
    by_value: dict[int, list[Total]] = {}
    for total in board.totals:
        groups = [Group(g.whole, parts, g.by) for g in total.groups for parts in cut(g.parts, total.value)]
        total.groups = _distinct(groups)
        alike = by_value.setdefault(total.value, [])
        twin = next((k for k in alike[:_TWINS] if same_total(k, total) or heads_posts(board, k, total)), None)
        if twin is None:
            kept.append(total)
            alike.append(total)
            continue
        twin.spots += total.spots
        twin.groups = _distinct(twin.groups + total.groups)
        twin.flow = joined(twin.flow, total.flow)
        twin.roles = (total.roles if heads_posts(board, twin, total) else twin.roles) or total.roles
        twin.period = _fuller(twin.period, total.period)
        twin.status = total.status
        if twin.sentence == 0 and twin.counted.count.qualifier is Qualifier.EXACT:
            twin.counted = total.counted  # a heading rounds: "Tăng cường 500 cán bộ", then "trên 500 cán bộ"
        twin.decided_by = twin.decided_by or total.decided_by
        if len(total.actions) > len(twin.actions) or not set(total.actions) & set(twin.actions):
            twin.actions = total.actions
    board.totals = kept


def _fills_bracket(board: Board, loose: list[Clause], k: int) -> bool:
    """Whether the numbers in a bracket make up the count before it, each with its direction or tier: "96 lượt (từ tỉnh
    về huyện 21, từ huyện về xã 75)", "96 lượt (cấp tỉnh 21, cấp huyện 75)"."""
    end = next((m for m in range(k + 1, len(loose)) if {"(", ")", ";", "among"} & set(loose[m].openers)), len(loose))
    inside = loose[k:end]
    added = sum(c.counted.count.value for c in inside)
    if len(inside) < 2 or added != loose[k - 1].counted.count.value:
        return False
    return all(_names_way(board.doc.tokens, c) for c in inside)


def _names_way(tokens: Tokens, clause: Clause) -> bool:
    return find_flow(tokens, clause.i, clause.j) is not None or bool(find_tiers(tokens, clause.i, clause.counted.i))


def _hush(board: Board) -> None:
    """Parts that are only named again ("Trong 13 đồng chí này đều ...") make no totals of their own."""
    for total in board.totals:
        if total.echo is not None and not total.groups:
            total.echo.more += total.spots[1:]
    board.totals = [t for t in board.totals if t.echo is None or t.groups]


def _distinct(groups: list[Group]) -> list[Group]:
    """Each grouping once; one told again lends its spans to the first."""
    kept: list[Group] = []
    for group in groups:
        twin = next((g for g in kept if _same_group(g, group)), None)
        if twin is None:
            kept.append(group)
        elif twin is not group:
            for part, again in zip(twin.parts, group.parts, strict=True):
                part.more.append((again.i, again.j))
                part.flow, part.roles = part.flow or again.flow, part.roles or again.roles
    return kept


def _same_group(a: Group, b: Group) -> bool:
    return [p.counted.count.value for p in a.parts] == [p.counted.count.value for p in b.parts]


def _fuller(a: Period | None, b: Period | None) -> Period | None:
    if a is None or b is None:
        return a or b
    return b if a.edtf is None and b.edtf is not None else a


def _add_up(board: Board) -> None:
    """A total without parts that the totals right behind or before it add up to: those are its parts too."""
    totals, bullets = board.totals, set[int]()
    for k, total in enumerate(totals):
        if (
            any(g.whole or g.sum == total.value for g in total.groups)
            or total.counted.count.qualifier is not Qualifier.EXACT
        ):
            continue
        behind = totals[k + 1 : k + 7]
        parts = _run(total, behind)
        if parts:
            bullets |= _bullets(board, total, behind[: len(parts)])
        else:
            parts = _run(total, totals[max(0, k - 6) : k][::-1])
            parts = parts[::-1] if parts else None
        if parts:
            total.groups.append(Group(True, parts))
        else:
            add_missing(total, totals[k + 1 : k + 5])
    board.totals = [t for t in totals if id(t) not in bullets]


def _bullets(board: Board, total: Total, parts: list[Total]) -> set[int]:
    """The totals told as bullets under one that ends with a colon: they are its parts, and no totals of their own."""
    tokens, sentences = board.doc.tokens, board.doc.sentences
    listed = tokens.low[sentences[total.sentence][1] - 1] == ":"
    if not listed or any(t.groups or tokens.low[sentences[t.sentence][0]] not in _BULLETS for t in parts):
        return set()
    return {id(t) for t in parts}


_BULLETS = frozenset(["-", "–", "+", "•", "*"])


def _run(total: Total, others: list[Total]) -> list[TotalPart] | None:
    added = 0
    run: list[Total] = []
    for other in others:
        near = abs(other.sentence - total.sentence) <= 8
        if not near or other.told is None or not set(other.actions) & set(total.actions):
            return None
        if other.status is not total.status:
            return None
        added += other.value
        run.append(other)
        if added >= total.value:
            break
    if added != total.value or len(run) < 2:
        return None
    if total.roles and any(t.roles and set(t.roles).isdisjoint(total.roles) for t in run):
        return None  # "chỉ định 70 chủ tịch ...; 140 phó chủ tịch"
    if all(t.sentence == total.sentence and t.counted.noun is Noun.TITLE for t in (total, *run)):
        return None  # "bầu 5 ủy viên Ban Chấp hành, 2 ủy viên Ban Thường vụ và 3 ủy viên Ủy ban Kiểm tra"
    return [other.part for other in run if other.part is not None]
