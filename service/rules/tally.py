"""Every count of people in the article with its clause and the verb that governs it, worked out once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.rules.clauses import Clause, clauses_of
from service.rules.counts import Counted, Noun, find_counts, loose_counts
from service.rules.doc import Doc
from service.rules.governors import Governor, governor_of
from service.rules.outsiders import tells_of_foreigners
from service.rules.tiers import find_tiers
from service.rules.verbs import NoMove
from service.rules.words import owned_tokens

_CACHE = "tally"
_ROW = 12  # tokens between two posts counted in a row
_NEAR = 3  # sentences behind a count in which a list of its parts may begin or go on


@dataclass(frozen=True)
class Told:
    """The counts of one sentence; ``governors[k]`` governs ``clauses[k]``, None where the clause has no verb.

    ``loose`` are the clauses when numbers that only a label marks as counts are taken in; empty where there are none.
    """

    sentence: int
    clauses: list[Clause]
    governors: list[Governor | None]
    loose: list[Clause]


def _shared(doc: Doc, clauses: list[Clause], governors: list[Governor | None]) -> list[Governor | None]:
    """Posts counted in a row before one verb share it: "96 bí thư, 88 chủ tịch UBND xã được luân chuyển"."""
    for k in range(len(clauses) - 2, -1, -1):
        first, second, governor = clauses[k].counted, clauses[k + 1].counted, governors[k + 1]
        if governors[k] is None and governor is not None and governor.actions and not governor.before:
            joined = doc.tokens.at(second.i - 1) in (",", "và", "cùng") and not clauses[k + 1].openers
            posts = first.noun is second.noun is Noun.TITLE
            tiers = first.noun is second.noun is Noun.OFFICIAL and find_tiers(doc.tokens, first.j, second.i)
            if joined and (posts or tiers) and second.i - first.j <= _ROW:
                governors[k] = governor
    return governors


def _over_brackets(doc: Doc, clauses: list[Clause], governors: list[Governor | None]) -> list[Governor | None]:
    """The verb behind a bracket that tells of some of those counted: "64 cán bộ (trong đó có 9 nữ) được điều động"."""
    tokens = doc.tokens
    for k, clause in enumerate(clauses[:-1]):
        if governors[k] is not None or tokens.padded[clause.j] != "(" or "(" not in clauses[k + 1].openers:
            continue
        end = min(doc.sentence_of(clause.i)[1], clause.j + _BRACKET)
        close = next((t for t in range(clause.j, end) if tokens.low[t] == ")"), end)
        stop = min(doc.sentence_of(clause.i)[1], close + _BEHIND)
        passive = next((t for t in range(close + 1, stop) if tokens.low[t] in ("được", "bị")), stop)
        if tokens.at(close + 1) == "," and tokens.at(close + 2) not in ("chiếm", "đạt", "được", "đã"):
            continue
        if tokens.at(close + 1) != "," and any(word in (",", ";", "(") for word in tokens.low[close + 1 : passive]):
            continue
        counted = replace(clause.counted, j=passive)
        governor = governor_of(tokens, Clause(counted, passive, stop, (), False)) if passive < stop else None
        if governor is not None and governor.actions and not governor.before:
            governors[k] = governor
    return governors


_BRACKET, _BEHIND = 40, 24  # tokens of a bracket behind a count, and behind that up to the verb


def tally(doc: Doc) -> list[Told]:
    """The counted sentences in the order of the text; computed once per document."""
    cached = doc.cache.get(_CACHE)
    if isinstance(cached, list):
        return cached
    owned = owned_tokens(doc)
    by_sentence: dict[int, list[Counted]] = {}
    for counted in find_counts(doc, owned):
        by_sentence.setdefault(doc.sentence_number(counted.num_i), []).append(counted)
    near = {n + d for n in by_sentence for d in range(_NEAR + 1)}
    out: list[Told] = []
    for number in sorted(n for n in near if n < len(doc.sentences)):
        begin, end = doc.sentences[number]
        counts = by_sentence.get(number, [])
        loose = loose_counts(doc, begin, end, owned)
        clauses = clauses_of(doc.tokens, counts, begin, end) if counts else []
        more = clauses_of(doc.tokens, loose, begin, end) if len(loose) > len(counts) else []
        if clauses or more:
            governors = _shared(doc, clauses, [governor_of(doc.tokens, clause) for clause in clauses])
            governors = _over_brackets(doc, clauses, governors)
            if clauses and any(governors) and tells_of_foreigners(doc, begin):
                abroad = Governor(begin, begin, (), NoMove.FOREIGN, True)
                governors, more = [abroad for _ in clauses], []
            out.append(Told(number, clauses, governors, more))
    doc.cache[_CACHE] = out
    return out
