"""Which passages of an article can hold a fact: what the model is sent, found by the rule reader's finders.

A sentence is *telling* when a word of moving stands in it with a number, person, post or document, when it cites a
document or sets a bound on personnel, or when the rule reader finds a ratio, rule or document there. A *hint* has one
such thing alone, or a scope: an item of a list, a second sentence on a person, a share told again. Sent are the telling
sentences, the hints within four sentences of one, lists of persons with posts from line to line, short lines between
two that are sent (headings of lists), and the opening two sentences, which say where and when. What is left out:
bylines, captions without names, talk. An article without a telling sentence has no passage. The tests measure on all
gold that no evidence is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from schemas import Action, CoverageRatio, DocumentReference, Provision, TextSpan
from service.prepare import Prepared
from service.rules.dates import find_dates
from service.rules.doc import Doc, doc_of
from service.rules.documents import find_documents
from service.rules.persons import find_persons
from service.rules.provisions import find_provisions
from service.rules.ratios import find_ratios
from service.rules.roles import find_titles
from service.rules.rule_words import REGULATING
from service.rules.verbs import find_verbs
from service.rules.words import number_tokens

_NEAR = 4  # sentences around a telling one in which hints are sent
_OPENING = 2  # sentences that say where and when
_HEADING = 80  # code points; a line no longer than this between two that are sent is sent too
_LONGEST = 1500  # code points; a longer stretch is cut at a sentence's end, so that passages stay easy to point at

_PAPER = re.compile(
    r"\b(?:luật|nghị quyết|nghị định|quyết định|quy định|kết luận|hướng dẫn|chỉ thị|kế hoạch|đề án|thông tư|thông báo"
    r"|công văn|quy chế|tờ trình)\b"
)
_PERSONNEL = re.compile(
    r"\b(?:cán bộ|công chức|viên chức|nhân sự|chức danh|cấp ủy|bổ nhiệm|luân chuyển|điều động|lãnh đạo)\b"
)
_SCOPE = re.compile(r"\b(?:giữa các|phạm vi|trong cùng|cùng cấp|ngược lại)\b")
_BOUND = re.compile(r"\b(?:ít nhất|tối thiểu|tối đa|không quá|không dưới)\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article under a number, from 1, that the model points to it by; offsets into the source."""

    number: int
    start: int
    end: int


def find_passages(prepared: Prepared) -> list[Passage]:
    """The passages that can hold a fact, in the order of the text; they do not overlap. Linear in the text's length."""
    doc = doc_of(prepared)
    found = _classify(doc)
    if not found.telling:
        return []
    kept = _reach(found.telling, found.named)
    kept |= found.hints & {k for n in kept for k in range(n - _NEAR, n + _NEAR + 1)}
    kept |= set(range(min(_OPENING, len(doc.sentences))))
    kept |= {k + 1 for k in kept if k + 2 in kept and _is_short(doc, k + 1)}
    runs = _runs(doc, sorted(kept))
    return [Passage(number, start, end) for number, (start, end) in enumerate(runs, 1)]


class _Found(NamedTuple):
    """The numbers of the telling sentences, of those with a hint, and of those hints that name a person with a post."""

    telling: set[int]
    hints: set[int]
    named: set[int]


def _reach(telling: set[int], named: set[int]) -> set[int]:
    """The telling sentences, and those that name persons with posts as far as no gap between them is too wide."""
    reached = set(telling)
    for order in (sorted(named), sorted(named, reverse=True)):
        for k in order:
            if any(n in reached for n in range(k - _NEAR, k + _NEAR + 1)):
                reached.add(k)
    return reached


def _classify(doc: Doc) -> _Found:
    tokens = doc.tokens
    in_dates = {k for date in find_dates(doc) for k in range(date.i, date.j)}
    numbers = {doc.sentence_number(number.i) for number in number_tokens(doc) if number.i not in in_dates}
    persons = {doc.sentence_number(person.i) for person in find_persons(doc)}
    telling: set[int] = set()
    hints: set[int] = set()
    named: set[int] = set()
    for k, (i, j) in enumerate(doc.sentences):
        if i >= j:
            continue
        words = " ".join(tokens.low[i:j])
        moving = any(isinstance(verb.kind, Action) for verb in find_verbs(tokens, i, j))
        post, paper = bool(find_titles(tokens, i, j)), _PAPER.search(words) is not None
        on_personnel = _PERSONNEL.search(words) is not None
        number, person = k in numbers, k in persons
        rule = paper or (number and REGULATING.any(tokens, i, j))
        bound = number and _BOUND.search(words) is not None
        cited = paper and number
        if (moving and (number or person or post or paper)) or (rule and on_personnel) or bound or cited:
            telling.add(k)
        elif moving or number or person or post or paper or _SCOPE.search(words):
            hints.add(k)
            if person and post:
                named.add(k)
    for span in _facts(doc):
        telling.add(doc.sentence_number(tokens.index_from(doc.folded.folded_offset(span.start))))
    return _Found(telling, hints - telling, named - telling)


def _facts(doc: Doc) -> list[TextSpan]:
    facts: list[CoverageRatio | DocumentReference | Provision] = []
    facts += find_ratios(doc)
    facts += find_documents(doc)
    facts += find_provisions(doc)
    return [span for fact in facts for span in fact.evidence]


def _begins_line(doc: Doc, k: int) -> bool:
    i = doc.sentences[k][0]
    return i > 0 and doc.tokens.low[i - 1] == "\n"


def _is_short(doc: Doc, k: int) -> bool:
    i, j = doc.sentences[k]
    return i < j and doc.tokens.end[j - 1] - doc.tokens.start[i] <= _HEADING


def _runs(doc: Doc, kept: list[int]) -> list[tuple[int, int]]:
    """The sentences as source ranges, neighbours of one line joined up to the longest passage."""
    tokens, folded = doc.tokens, doc.folded
    runs: list[tuple[int, int]] = []
    last = -2
    for k in kept:
        i, j = doc.sentences[k]
        if i >= j:
            continue
        start, end = folded.source_start(tokens.start[i]), folded.source_end(tokens.end[j - 1])
        if k == last + 1 and not _begins_line(doc, k) and end - runs[-1][0] <= _LONGEST:
            runs[-1] = (runs[-1][0], end)
        else:
            runs += _cut(folded.source, start, end)
        last = k
    return runs


def _cut(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """One sentence in stretches of at most the longest passage, cut at white space; nearly always one."""
    cuts: list[tuple[int, int]] = []
    while end - start > _LONGEST:
        at = source.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        at = at if at > start else start + _LONGEST
        cuts.append((start, at))
        start = at
    return [*cuts, (start, end)]
