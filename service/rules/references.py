"""Who a short reference means: "ông Tiến" and a bare "ông" stand for a person named in full elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.rules.names import FAMILY, run_end
from service.rules.tokens import Tokens


@dataclass
class PersonMention:
    """A person at tokens ``i`` up to ``j`` (form of address included); the name begins at token ``k``.

    ``name`` is the full name as the article writes it, also where the mention is short; ``short`` says that it is.
    ``full`` is where the full name stands then. ``honorific`` is the form of address as written, or None. ``plural``
    marks the first of "các ông A, B và C".
    """

    i: int
    j: int
    k: int
    name: str
    honorific: str | None
    short: bool = False
    plural: bool = False
    full: tuple[int, int] | None = None


def resolve(found: list[PersonMention]) -> list[PersonMention]:
    """Give each short mention the full name it stands for: the last one before it with that ending, else the next."""
    by_last: dict[str, list[PersonMention]] = {}
    for mention in found:
        words = mention.name.lower().split()
        if len(words) >= 2:
            known = by_last.setdefault(words[-1], [])
            if len(known) < _NAMESAKES:
                known.append(mention)
    out: list[PersonMention] = []
    last: PersonMention | None = None
    for mention in found:
        words = mention.name.lower().split()
        full = None
        if mention.k == mention.j:
            full = last if last is not None and mention.i - last.j < _PRONOUN_REACH and _alike(mention, last) else None
            if full is None:
                continue
        elif len(words) <= 2:
            full = _longer(by_last.get(words[-1], []), words, mention)
        if full is not None:
            where = full.full or (full.k, full.j)
            mention = replace(mention, name=full.name, short=True, full=where, honorific=mention.honorific)
        out.append(mention)
        last = mention
    return out


_NAMESAKES = 40
"""Mentions with one given name that are looked through for the full name behind a short one."""
_PRONOUN_REACH = 120
"""Tokens over which "ông", "bà" alone still mean the person named last."""
MALE, FEMALE = frozenset(["ông", "anh", "cụ"]), frozenset(["bà", "chị", "cô"])


def _alike(pronoun: PersonMention, person: PersonMention) -> bool:
    """Whether a bare "ông" or "bà" can mean the person, by the form of address he was named with."""
    said, named = (pronoun.honorific or "").lower(), (person.honorific or "").lower().split()
    other = FEMALE if said in MALE else MALE if said in FEMALE else frozenset[str]()
    return not person.plural and not any(word in other for word in named)


def _longer(candidates: list[PersonMention], words: list[str], short: PersonMention) -> PersonMention | None:
    """The full name of a short one: the last before it, of those called alike if any is; else the next behind it."""
    called = (short.honorific or "").lower()
    best: PersonMention | None = None
    for person in candidates:
        parts = person.name.lower().split()
        if len(parts) > len(words) and parts[-len(words) :] == words:
            if person.i > short.i and best is not None:
                break
            alike = (person.honorific or "").lower() == called
            if best is None or alike or (best.honorific or "").lower() != called or best.name == person.name:
                best = person
    return best


def with_full_names(tokens: Tokens, found: list[PersonMention]) -> list[PersonMention]:
    """Add the full names of those only known by the last word ("Bí thư Đảng ủy xã Lê Quốc An. Ông An ..."), if any."""
    known = {mention.name.lower().split()[-1] for mention in found if not mention.short and mention.name}
    unknown = {m.name.lower(): m for m in reversed(found) if m.short and m.name and m.name.lower() not in known}
    if not unknown:
        return found
    low, cap, added = tokens.low, tokens.cap, []
    for k in [k for k in tokens.where(unknown.keys()) if cap[k]]:
        begin = k - 2 if k >= 2 and low[k - 2] in FAMILY else k - 3
        whole = begin >= 0 and low[begin] in FAMILY and all(cap[begin : k + 1])
        if whole and run_end(tokens, begin) == k + 1:
            added.append(PersonMention(begin, k + 1, begin, tokens.slice(begin, k + 1), None))
            unknown.pop(low[k])
        if not unknown:
            break
    known_at = {m.k for m in found}
    return sorted([*found, *(m for m in added if m.k not in known_at)], key=lambda m: m.i)
