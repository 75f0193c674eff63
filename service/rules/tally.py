"""Every count of people in the article with its clause and the verb that governs it, worked out once."""

from __future__ import annotations

from dataclasses import dataclass

from service.rules.clauses import Clause, Governor, clauses_of, governor_of
from service.rules.counts import Counted, find_counts
from service.rules.doc import Doc
from service.rules.words import owned_tokens

_CACHE = "tally"


@dataclass(frozen=True, slots=True)
class Told:
    """The counts of one sentence; ``governors[k]`` governs ``clauses[k]``, None where the clause has no verb."""

    sentence: int
    clauses: list[Clause]
    governors: list[Governor | None]


def tally(doc: Doc) -> list[Told]:
    """The counted sentences in the order of the text; computed once per document."""
    cached = doc.cache.get(_CACHE)
    if isinstance(cached, list):
        return cached
    by_sentence: dict[int, list[Counted]] = {}
    for counted in find_counts(doc, owned_tokens(doc)):
        by_sentence.setdefault(doc.sentence_number(counted.num_i), []).append(counted)
    out: list[Told] = []
    for number, counts in by_sentence.items():
        clauses = clauses_of(doc.tokens, counts, *doc.sentences[number])
        out.append(Told(number, clauses, [governor_of(doc.tokens, clause) for clause in clauses]))
    doc.cache[_CACHE] = out
    return out
