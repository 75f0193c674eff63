"""One event for one person and one move: what headline, lead, body and caption tell of it becomes one draft."""

from __future__ import annotations

from schemas import Action, MoveStatus, Role
from service.rules.drafts import Draft
from service.rules.posts import PostMention


def same_post(a: PostMention, b: PostMention) -> bool:
    """Whether two mentions can be one post: shared role, no two places, and the words of the shorter in the longer.

    "Phó ban Kinh tế Trung ương" and "Phó trưởng ban Kinh tế Trung ương" are one, "Phó bí thư Huyện ủy A" and
    "Phó bí thư Huyện ủy B" are two.
    """
    if _abbreviated(a, b):
        return True
    if set(a.roles) != set(b.roles) and not (set(a.roles) & set(b.roles)):
        return False
    if a.place and b.place and not _names_meet(a.place.lower(), b.place.lower()):
        return False
    if a.roles and _roles_only(a) and _roles_only(b):
        if _bodies_apart(a, b):
            return False
        return a.level is b.level or a.level is None or b.level is None
    if a.member and b.member and _committee(a) and _committee(b):
        return True
    if _other_body(a, b) or _other_head(a, b):
        return False
    if (a.place is None or b.place is None) and _each_names_another(a, b):
        return False
    first, second = ({word.strip("()") for word in post.title.lower().split()} for post in (a, b))
    shorter = min(len(first), len(second))
    return len(first & second) >= max(1, round(0.6 * shorter))


_HEADS = (
    "bộ trưởng", "thứ trưởng", "trưởng ban", "giám đốc", "vụ trưởng", "cục trưởng", "viện trưởng", "chánh văn phòng",
    "chánh thanh tra", "chánh án", "hiệu trưởng", "tổng giám đốc", "tư lệnh", "chính ủy", "tham mưu trưởng",
)  # fmt: skip


def _other_head(a: PostMention, b: PostMention) -> bool:
    """Whether two titles begin with the names of two kinds of post: "Bộ trưởng Ngoại giao", "Trưởng ban Đối ngoại"."""
    heads = [next((head for head in _HEADS if post.title.lower().startswith(head)), None) for post in (a, b)]
    return None not in heads and heads[0] != heads[1]


def _abbreviated(a: PostMention, b: PostMention) -> bool:
    """Whether one title names by its letters the body that the other spells out: "chủ tịch EVN", "... Nam (EVN)"."""
    short, long = sorted((a.title, b.title), key=len)
    letters = short.split()[-1]
    heads = short.lower().split()[:-1] == long.lower().split()[: len(short.split()) - 1]
    return len(letters) > 2 and letters.isupper() and f"({letters})" in long and heads


_PARTY = {"tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy"}
_YOUTH = {"đoàn", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "quận đoàn", "thị đoàn"}


def _bodies_apart(a: PostMention, b: PostMention) -> bool:
    """Whether two secretaries or chairs are of bodies that differ in kind: of the Party and of the Youth Union."""
    first, second = _kinds_in(a.title), _kinds_in(b.title)
    return bool(first and second and first.isdisjoint(second))


def _kinds_in(title: str) -> set[str]:
    low = f" {title.lower()} "
    youth = {"youth" for kind in _YOUTH if f"{kind} " in low}
    return youth or {kind for kind in _PARTY if f" {kind} " in low}


_BODY_KINDS = ("sở", "cục", "ban")


def _other_body(a: PostMention, b: PostMention) -> bool:
    """Whether two titles name two bodies of one kind: "Giám đốc Sở Y tế" and "Giám đốc Sở Nội vụ"."""
    first, second = a.title.split(), b.title.split()
    lows = [word.lower() for word in first], [word.lower() for word in second]
    for kind in _BODY_KINDS:
        if kind in lows[0][:-1] and kind in lows[1][:-1]:
            x = first[len(first) - lows[0][::-1].index(kind) :]
            y = second[len(second) - lows[1][::-1].index(kind) :]
            short = [bool(words) and words[0].isupper() and len(words[0]) > 1 for words in (x, y)]
            alike = bool(x and y) and short[0] == short[1]  # "Sở TT-TT" and "Sở Thông tin" may be one
            return alike and x[0].lower() != y[0].lower()
    return False


def _each_names_another(a: PostMention, b: PostMention) -> bool:
    """Whether each title holds two capitalised words or more that the other lacks: names of two bodies."""
    first, second = ([word.strip("()") for word in post.title.split()] for post in (a, b))
    lows = {word.lower() for word in first}, {word.lower() for word in second}
    only_a = sum(word[0].isupper() and word.lower() not in lows[1] for word in first)
    only_b = sum(word[0].isupper() and word.lower() not in lows[0] for word in second)
    return only_a >= 2 and only_b >= 2


def _committee(post: PostMention) -> bool:
    return post.title.lower().startswith(("ban chấp hành", "ban thường vụ", "bch", "btv"))


def _names_meet(a: str, b: str) -> bool:
    return a in b or b in a or {a, b} <= _SAIGON


_SAIGON = frozenset(["hcm", "tp hcm", "tp.hcm", "tphcm", "hồ chí minh"])
"""The names of one city, long and short."""


def _roles_only(post: PostMention) -> bool:
    """Whether a role says nearly all: secretaries and chairs of a place, told with or without their committee."""
    return all(role not in (Role.HEAD, Role.DEPUTY_HEAD, Role.MEMBER, Role.OTHER) for role in post.roles)


def fuller(a: PostMention, b: PostMention) -> PostMention:
    """The better-told of two mentions of one post: with a place, then the one of more words."""
    return b if _fullness(b) > _fullness(a) else a


def _fullness(post: PostMention) -> tuple[int, bool, int]:
    seats = post.title.count(",") if post.member else 0
    return seats, bool(post.place) or bool(post.level), len(post.title.split())


def merge_posts(mine: list[PostMention], theirs: list[PostMention]) -> list[PostMention]:
    """The posts of two tellings of one move: the same post once, in its fuller form."""
    out = list(mine)
    for post in theirs:
        for index, known in enumerate(out):
            if same_post(known, post):
                out[index] = fuller(known, post)
                break
        else:
            out.append(post)
    return out


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
        return a.toward is None or b.toward is None or _names_meet(a.toward.title.lower(), b.toward.title.lower())
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
