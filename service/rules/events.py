"""Named moves: from the sentences of an article to the contract's events.

Sentences without a person or without a mark of moving are skipped. Each of the others is walked by the frames; the
drafts get what other sentences say (the decision announced before a list, its date and its maker), drafts of one move
are joined, and what stays becomes an event with the clause that tells it as evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from schemas import Action, Decision, Person, Post, RotationEvent, TextSpan
from service.rules.announcements import Announcements, announces_staff
from service.rules.births import birth_years
from service.rules.careers import free_careers, is_career
from service.rules.date_mentions import DateMention
from service.rules.dates import find_dates
from service.rules.denials import attends, may_be_untold, untold
from service.rules.doc import Doc
from service.rules.drafts import Draft
from service.rules.filling import TELLINGS, confirm, confirms, fill_from, fill_from_successors, told_again
from service.rules.frames import FrameWalk
from service.rules.lenders import named_in_full
from service.rules.merging import merge, one_move
from service.rules.moves import NEWS_STARTS, STARTS, find_marks
from service.rules.names import ANY_FAMILY
from service.rules.orphans import counted_move, counts_first, goes_on, held_before, names_the_counted
from service.rules.outsiders import officials_only
from service.rules.people import LONGEST_SENTENCE, read_items
from service.rules.persons import find_persons
from service.rules.posts import PostMention
from service.rules.references import PersonMention
from service.rules.row_lists import RowList, is_row_of_post
from service.rules.seats import Seats
from service.rules.settle import settle
from service.rules.when import DateWalk, date_drafts


@dataclass
class ReadContext:
    """What the frames use beside the text: the dates found in it."""

    dates: list[DateMention] = field(default_factory=list)


def read_events(doc: Doc) -> list[RotationEvent]:
    """The named moves of an article, with a context built from the article itself."""
    return find_events(doc, build_context(doc))


def build_context(doc: Doc) -> ReadContext:
    """The context of an article: its dates."""
    return ReadContext(find_dates(doc))


def _date_a_list(doc: Doc, drafts: list[Draft], dates: list[DateMention]) -> None:
    """Give a list of undated rotations the one year in which the lead says that so many officials were rotated."""
    undated = [draft for draft in drafts if draft.date is None and Action.ROTATION in draft.actions]
    if len(undated) < _LIST:
        return
    low = doc.tokens.low
    for i, j in doc.sentences[:_LEAD]:
        words = low[i:j]
        counted = any(a.isdigit() and b in ("cán", "người", "đồng") for a, b in pairwise(words))
        years = [m.point for m in dates if i <= m.i < j and m.kind == "year"]
        if counted and len(years) == 1 and "luân" in words:
            for draft in undated:
                draft.date = years[0]
            return


_LIST = 5
"""Undated rotations that make an article a list of them."""
_LEAD = 4
"""Sentences that make up headline and lead."""


def find_events(doc: Doc, context: ReadContext) -> list[RotationEvent]:
    """The named moves of an article in the order of the text, each with evidence that holds the name and the title."""
    if NEWS_STARTS.isdisjoint(doc.tokens.low):
        return []
    persons = find_persons(doc)
    drafts = _joined(_walk(doc, persons, context)) if persons else []
    drafts = officials_only(doc, drafts) if drafts else drafts
    if not drafts:
        return []
    _date_a_list(doc, drafts, context.dates)
    seats, born = Seats(doc), birth_years(doc, persons)
    return [_event(doc, draft, seats, born.get(draft.name)) for draft in drafts]


def _walk(doc: Doc, persons: list[PersonMention], context: ReadContext) -> list[Draft]:
    """Walk every sentence that names a person; keep the drafts that tell a move."""
    kept: list[Draft] = []
    carried: Draft | None = None
    holds: list[tuple[str, PostMention, int]] = []
    succeeds: list[tuple[str, str]] = []
    when, rows = DateWalk(context.dates), RowList(doc.tokens)
    tokens, low = doc.tokens, doc.tokens.low
    announced, doubtful = Announcements(tokens), may_be_untold(tokens)
    at = 0
    for number, (i, j) in enumerate(doc.sentences):
        here: list[PersonMention] = []
        while at < len(persons) and persons[at].i < j:
            if persons[at].i >= i:
                here.append(persons[at])
            at += 1
        stop = j if j - i < LONGEST_SENTENCE else i + LONGEST_SENTENCE
        words = low[i:stop]
        if kept and "định" in words and confirms(words):
            confirm(kept, number)
        quiet = not here and NEWS_STARTS.isdisjoint(words)
        if quiet or (doubtful and untold(tokens, i, stop)) or attends(words):
            when.pass_over(doc, kept, (i, j), number)
            continue
        named = bool(here) and number > 0 and names_the_counted(words)
        resumed = not here and bool(kept) and kept[-1].sentence == number - 1 and goes_on(words)
        telling = named or not STARTS.isdisjoint(words) or _tells_without_a_verb(words, announced, kept, number)
        row = rows.row(here, number, i, stop) if here else None
        if words[-1] == ":":
            rows.head(here, number, i, stop)
        if not (here or resumed):
            if telling or announces_staff(words):
                announced.pass_by(number, i, stop)
            when.pass_over(doc, kept, (i, j), number)
            continue
        marks = find_marks(tokens, i, stop) if telling else {}
        if not (marks or row or (is_row_of_post(words) and announced.lists(number))):
            when.pass_over(doc, kept, (i, j), number)
            continue
        items = read_items(tokens, here, marks, i, j)
        walk = FrameWalk(tokens, items, number, carried, i)
        if resumed:
            walk.resume()
        walk.pending = counted_move(tokens, *doc.sentences[number - 1]) if named else row
        walked = drafts = walk.run()
        before = announced.last() if drafts else None
        announced.pass_by(number, i, stop, marks.values())
        news = announced.last() if drafts else None
        drafts = settle(doc, drafts, kept, before, news if news is not before else None, number)
        for draft in drafts if kept and words[:2] == ["sau", "đó"] else ():
            draft.carries = draft.carries and draft.name != kept[-1].name  # his next move has a day of its own
        again = told_again(walked, kept, number) if not drafts else ()
        date_drafts(doc, drafts or [*again][:1], when, (i, j), number)
        if again and again[0].effective:
            again[1].date, again[1].effective = again[0].date, True
        free_careers(doc, drafts, kept)
        holds += [(name, post, number + (i < walk.begin <= post.i)) for name, post in walk.holds]
        holds += [(d.name, post, number) for d in drafts if d.support and d.told for post in d.left]
        succeeds += walk.succeeds
        drafts = [draft for draft in drafts if not is_career(doc, draft)]
        kept += drafts
        carried = drafts[-1] if drafts else carried
    fill_from(kept, holds)
    fill_from_successors(kept, succeeds)
    return kept


def _tells_without_a_verb(words: list[str], announced: Announcements, kept: list[Draft], number: int) -> bool:
    """Whether sentence ``number`` tells of posts though none of its words begins a verb that tells a move."""
    if "là" in words and ("trước" in words[:2] or "tân" in words or held_before(words)):
        return True  # "Trước đó, ông A là ...", "Tân POST là ...", "POST trước đó là ông A"
    if ("ghế" in words and "thuộc" in words) or words[-3:] == ["quyết", "định", ":"]:
        return True
    return counts_first(words, _elected(kept, number)) and announced.last() is not None


def _elected(drafts: list[Draft], number: int) -> bool:
    """Whether the move told last, a sentence or two before sentence ``number``, is an election."""
    return bool(drafts) and number - drafts[-1].sentence <= 2 and Action.ELECTION in drafts[-1].actions


def _joined(drafts: list[Draft]) -> list[Draft]:
    """Drafts with those of one move taken together, at the place of the first telling."""
    out: list[Draft] = []
    by_name: dict[str, list[Draft]] = {}
    for draft in drafts:
        for known in by_name.get(draft.name, [])[-TELLINGS:]:
            if one_move(known, draft):
                merge(known, draft, draft.sentence - known.sentence <= 12)
                break
        else:
            out.append(draft)
            by_name.setdefault(draft.name, []).append(draft)
    for draft in out:
        if Action.RETURN in draft.actions and draft.date is not None:
            for known in by_name[draft.name][-TELLINGS:]:
                later = known.date is not None and known.date > draft.date
                if known is not draft and known.until is None and known.sentence <= draft.sentence and not later:
                    known.until = draft.date
    firm = {draft.name for draft in out if draft.taken and not draft.passing}
    return [
        draft for draft in out
        if not draft.support and _is_official(draft.name) and (draft.taken or draft.toward or draft.left)
        and not (draft.passing and not draft.left and draft.name in firm)  # "Trước khi ông A được điều động ..."
    ]  # fmt: skip


def _is_official(name: str) -> bool:
    """Whether a name is whole and Vietnamese: more than one word, a family name or Vietnamese letters."""
    first, *others = name.lower().split()
    return (bool(others) and (first in ANY_FAMILY or not name.isascii())) or first[1:2] in ("'", "’")


def _event(doc: Doc, draft: Draft, seats: Seats, born: int | None) -> RotationEvent:
    """The event of a settled draft, whose person was born in the year given."""
    person = draft.holder.person
    to = [seats.seat(post, _beside(draft, post)) for post in draft.taken]
    if draft.toward is not None and all(post.member for post in draft.taken):
        to.insert(0, seats.seat(draft.toward, []))
    left = [seats.seat(post, draft.left + draft.held) for post in draft.left]
    actions = draft.actions or [Action.APPOINTMENT if to else Action.REMOVAL]
    return RotationEvent(
        status=draft.status,
        actions=actions,
        person=Person(name=person.name, honorific=person.honorific, birth_year=born),
        from_=left,
        to=to,
        decided_by=_words(doc, named_in_full(doc, draft.decider) if draft.decider else None),
        decision=Decision(number=draft.decision[0], date=draft.decision[1]) if draft.decision else None,
        date=draft.date,
        until=draft.until,
        evidence=_evidence(doc, draft, to),
    )


def _beside(draft: Draft, post: PostMention) -> list[PostMention]:
    """The posts and the body that stand with a post taken."""
    others = [other for other in draft.taken if other is not post]
    return others + ([draft.toward] if draft.toward is not None else [])


def _words(doc: Doc, span: tuple[int, int] | None) -> str | None:
    return doc.tokens.slice(*span) if span is not None else None


def _evidence(doc: Doc, draft: Draft, to: list[Post]) -> list[TextSpan]:
    """The clause that tells the move, and further ones where a title stands elsewhere."""
    spans = [(draft.i, draft.j)]
    for post in draft.taken or ([draft.toward] if draft.toward else []):
        if not (draft.i <= post.i and post.j <= draft.j):
            spans.append((post.i, post.j))
    full = draft.holder.person.full
    if full is not None and not (draft.i <= full[0] and full[1] <= draft.j):
        spans.append(full)
    spans += draft.extra[:3]
    out: list[TextSpan] = []
    for i, j in spans:
        span = doc.span(i, max(j, i + 1))
        if span not in out:
            out.append(span)
    return out
