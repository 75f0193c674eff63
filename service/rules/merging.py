"""One event for one person and one move: what headline, lead, body and caption tell of it becomes one draft."""

from __future__ import annotations

from schemas import Action, MoveStatus
from service.rules.drafts import Draft
from service.rules.posts import PostMention
from service.rules.same_posts import fuller, merge_posts, names_meet, same_post


def one_move(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one person tell one move; what a sentence tells with "sau đó" or a later date is not."""
    if a.sentence == b.sentence and 0 < a.j <= b.date_from:
        return False
    if (a.status is MoveStatus.PLANNED) != (b.status is MoveStatus.PLANNED):
        shared = set(a.actions) & set(b.actions)  # proposed, and done as it was proposed
        return bool(shared) and any(same_post(x, y) for x in _main(a.taken) for y in _main(b.taken))
    if (Action.RETURN in a.actions) != (Action.RETURN in b.actions):
        return False
    heads_a, heads_b = _main(a.taken), _main(b.taken)
    if heads_a and heads_b:
        return any(same_post(x, y) for x in heads_a for y in heads_b)
    if a.leaves_only or b.leaves_only:
        formal = (a.leaves_only and _formal(a)) or (b.leaves_only and _formal(b))
        if formal and not (a.leaves_only and b.leaves_only):
            return False
        return any(same_post(x, y) for x in (a.left or a.held) for y in (b.left or b.held))
    if not heads_a and not heads_b:
        return a.toward is None or b.toward is None or names_meet(a.toward.title.lower(), b.toward.title.lower())
    return abs(a.sentence - b.sentence) <= 12 and _heads_there(a, b)


def _heads_there(a: Draft, b: Draft) -> bool:
    """Whether the body one telling sends the person to is that of the post in the other."""
    with_post, without = (a, b) if a.taken else (b, a)
    if without.toward is None:
        return True
    if Action.ELECTION in with_post.actions and Action.ELECTION not in without.actions:
        return False
    place, named = without.toward.place or without.toward.title, without.toward.place is not None
    return any(
        place.lower() in post.title.lower() or (post.place is None and (named or post.bare)) for post in with_post.taken
    )


def _main(posts: list[PostMention]) -> list[PostMention]:
    return [post for post in posts if not post.member] or posts


def _formal(draft: Draft) -> bool:
    """Whether an assembly relieves someone, which is a move of its own beside the next appointment."""
    return draft.formal


def merge(first: Draft, second: Draft, together: bool) -> None:
    """Take the second telling into the first; the actions too when ``together`` says that one decision tells both."""
    if first.status is MoveStatus.PLANNED and second.status is MoveStatus.DONE and second.date is not None:
        first.date, first.effective = second.date, second.effective  # it was to be, and then was on that day
    if MoveStatus.DONE in (first.status, second.status):
        first.status = MoveStatus.DONE
    if first.inherited and second.taken and not second.inherited:
        first.taken, first.inherited = second.taken, False
    elif not (second.inherited and first.taken):
        first.taken = merge_posts(first.taken, second.taken)
    if second.support and first.left:
        first.left = [
            next((fuller(own, other) for other in second.left if same_post(own, other)), own) for own in first.left
        ]
    else:
        first.left = merge_posts(first.left, second.left)
    first.held = merge_posts(first.held, second.held)
    first.toward = first.toward or second.toward
    if second.date is not None and (
        first.date is None or (second.effective and not first.effective) or len(second.date) > len(first.date)
    ):
        first.date, first.effective = second.date, second.effective or first.effective
    first.formal, first.removed = first.formal or second.formal, first.removed or second.removed
    if first.borrowed and second.actions and not second.borrowed:
        first.actions, first.borrowed = list(second.actions), False
    elif (together and not second.borrowed) or not first.actions:
        first.add(tuple(second.actions))
    first.decision = first.decision or second.decision
    first.support = first.support and second.support
    first.told, first.took = first.told or second.told, first.took or second.took
    if len(first.extra) < 4:
        first.extra.append((second.i, second.j))
    own = second.decider is not None and not second.lent
    if first.decider is None or (first.lent and own) or (first.sentence == 0 and second.decider is not None):
        first.decider, first.lent = second.decider, second.lent  # a headline names it short
    first.passing = first.passing and second.passing
