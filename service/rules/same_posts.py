"""Whether two mentions tell of one post, and which of them tells more of it."""

from __future__ import annotations

from schemas import Role
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
    if a.place and b.place and not names_meet(a.place.lower(), b.place.lower()):
        return False
    if a.roles and _roles_only(a) and _roles_only(b):
        if _bodies_apart(a, b):
            return False
        return a.level is b.level or a.level is None or b.level is None
    if a.member and b.member and _committee(a) and _committee(b):
        return True
    if _other_body(a, b) or _other_head(a, b) or _other_work(a, b):
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


_PARTY = (" tỉnh ủy ", " thành ủy ", " huyện ủy ", " quận ủy ", " thị ủy ", " đảng ủy ")
_YOUTH = "đoàn "  # "Tỉnh đoàn", "Huyện đoàn"


def _bodies_apart(a: PostMention, b: PostMention) -> bool:
    """Whether two secretaries or chairs are of bodies that differ in kind: of the Party and of the Youth Union."""
    first, second = _kinds_in(a.title), _kinds_in(b.title)
    return bool(first and second and first.isdisjoint(second))


def _kinds_in(title: str) -> set[str]:
    low = f" {title.lower()} "
    if _YOUTH in low:
        return {_YOUTH}
    return {kind for kind in _PARTY if kind in low} if "ủy" in low else set()


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


_NO_WORK = frozenset(
    "trưởng phó phòng giám đốc ban sở cục vụ viện chi tổng chủ tịch nhiệm quyền thường trực tỉnh huyện quận xã phường "
    "thị trấn thành phố tp của tại và trung ương công tác phụ trách chánh các cấp cơ quan khu vực".split()
)
"""Words of a head's title that do not say what his body works on."""


def _other_work(a: PostMention, b: PostMention) -> bool:
    """Whether two heads lead bodies of different work: "Trưởng Công an huyện A", "Trưởng phòng Nội vụ huyện A".

    Nothing is known of a body told by its letters ("PA83", "GD-ĐT") or not at all.
    """
    if not (_HEADING & set(a.roles) and _HEADING & set(b.roles)):
        return False
    works = []
    for post in (a, b):
        place = set((post.place or "").lower().split())
        words = [word.strip("(),.") for word in post.title.split()]
        if any(len(word) > 1 and word.isupper() for word in words):
            return False
        works.append({word.lower() for word in words} - _NO_WORK - place)
    return bool(works[0] and works[1]) and works[0].isdisjoint(works[1])


_HEADING = frozenset([Role.HEAD, Role.DEPUTY_HEAD])


def _each_names_another(a: PostMention, b: PostMention) -> bool:
    """Whether each title holds two capitalised words or more that the other lacks: names of two bodies."""
    first, second = ([word.strip("()") for word in post.title.split()] for post in (a, b))
    lows = {word.lower() for word in first}, {word.lower() for word in second}
    only_a = sum(word[0].isupper() and word.lower() not in lows[1] for word in first)
    only_b = sum(word[0].isupper() and word.lower() not in lows[0] for word in second)
    return only_a >= 2 and only_b >= 2


def _committee(post: PostMention) -> bool:
    return post.title.lower().startswith(("ban chấp hành", "ban thường vụ", "bch", "btv"))


def names_meet(a: str, b: str) -> bool:
    """Whether two names, in lower case, can be one place's or body's: one holds the other, or both are Saigon's."""
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
