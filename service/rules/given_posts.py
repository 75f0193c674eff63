"""The posts that a clause gives people: behind "giữ chức", by rank ("cấp trưởng"), or by a seat in a committee."""

from __future__ import annotations

from schemas import Action, Role
from service.rules.clauses import Clause
from service.rules.counts import Noun
from service.rules.governors import Governor
from service.rules.roles import TitleHit, find_titles, roles_of, title_head
from service.rules.tokens import Lexicon, Tokens
from service.rules.verbs import find_verbs

_BODIES: Lexicon[bool] = Lexicon(
    (t, True) for t in ("ủy ban kiểm tra", "ban chấp hành", "ban thường vụ", "ubkt", "bch", "btv", "đảng ủy", "cấp ủy")
)


def only_planned(tokens: Tokens, i: int, title: int) -> bool:
    """Whether people are on a planning list for a post and do not hold it: "22 người được quy hoạch Bí thư"."""
    low = tokens.low
    return "quy" in low[i:title] and any(low[k] == "quy" and low[k + 1] == "hoạch" for k in range(i, title - 1))


def titles_in(tokens: Tokens, i: int, j: int) -> list[TitleHit]:
    """Titles between two tokens; "Ban Bí thư" is a body, and so is one that manages ("diện Ban Thường vụ quản lý")."""
    return [t for t in find_titles(tokens, i, j) if not _is_body(tokens, t) and not _manages(tokens, t)]


def _is_body(tokens: Tokens, title: TitleHit) -> bool:
    return tokens.padded[title.i - 1] == "ban" and tokens.low[title.i] == "bí"


def _manages(tokens: Tokens, title: TitleHit) -> bool:
    if tokens.low[title.i] not in ("ban", "btv", "bch"):
        return False
    return "diện" in tokens.low[max(0, title.i - 2) : title.i] or "quản" in tokens.low[title.j : title.j + 4]


_BESIDE = (Role.MEMBER, Role.OTHER)  # roles that go with a post


def given_roles(titles: list[TitleHit]) -> tuple[Role, ...]:
    """The roles of some titles; a seat in the committee that goes with a post is not counted beside the post."""
    roles = roles_of(titles)
    posts = tuple(role for role in roles if role not in _BESIDE)
    return posts or roles


_RANKS = frozenset(["phó", "trưởng", "cấp"])


def bare_rank(tokens: Tokens, i: int, j: int) -> tuple[Role, ...]:
    """ "cấp trưởng", "phó phòng, ban": a rank without a title's head."""
    low = tokens.low
    if _RANKS.isdisjoint(low[i:j]):
        return ()
    for k in range(i, j - 1):
        if low[k] == "phó" and low[k + 1] in ("phòng", "ban", "các", "trưởng"):
            return (Role.DEPUTY_HEAD,)
        if low[k] == "trưởng" and low[k + 1] in _RANKED and tokens.at(k - 1) != "thứ":
            return (Role.HEAD, Role.DEPUTY_HEAD) if tokens.at(k + 2) == "phó" else (Role.HEAD,)
        if low[k] == "cấp" and low[k + 1] in ("trưởng", "phó"):
            return (Role.HEAD,) if low[k + 1] == "trưởng" else (Role.DEPUTY_HEAD,)
    return ()


_RANKED = frozenset(["phòng", "ban", "các", "ngành", ",", "và"])


def is_seat(tokens: Tokens, k: int) -> bool:
    """Whether a committee follows "vào" or "tham gia" at token ``k``: those elected to it are its members."""
    return tokens.low[k] in ("vào", "gia") and (
        _BODIES.match(tokens, k + 1) is not None or _COMMITTEES.match(tokens, k + 1) is not None
    )


_COMMITTEES: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "trung ương đảng|bch trung ương|tỉnh ủy|thành ủy|huyện ủy|các cấp ủy|bộ chính trị|ban bí thư|quốc hội|hđnd"
        "|hội đồng nhân dân"
    ).split("|")
)


def names_committee(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a committee stands between two tokens: "bầu Ủy ban Kiểm tra gồm 7 đồng chí" elects its members."""
    return _BODIES.any(tokens, i, j)


def sizes_committee(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a committee that begins at token ``i`` is told to have as many members as the number at ``j`` says."""
    return tokens.at(j - 1) in ("gồm", "có", "với", "là") and _BODIES.match(tokens, i) is not None


def other_posts(tokens: Tokens, i: int, j: int) -> tuple[Role, ...]:
    """ "các chức danh khác là 21", "424 công an viên": posts of no named kind."""
    low, said = tokens.low, tokens.low[i:j]
    if "khác" not in said and "công" not in said:
        return ()
    for k in range(i, j - 2):
        if low[k] == "chức" and low[k + 1] in ("danh", "vụ") and low[k + 2] == "khác":
            return (Role.OTHER,)
        if low[k : k + 3] == ["công", "an", "viên"]:
            return (Role.OTHER,)
    return ()


_TAKING = (["vị", "trí"], ["đảm", "nhiệm"], ["đảm", "nhận"], ["cương", "vị"], ["đảm", "trách"])
_APPOINTING = (["bổ", "nhiệm"], ["bố", "trí"])


_SEATING = frozenset([Action.ELECTION, Action.APPOINTMENT, Action.REAPPOINTMENT, Action.REMOVAL])
_WAYS = frozenset(["về", "lên", "xuống", "sang"])
_HOLDING = frozenset(["làm", "giữ", "đảm", "nhận"])


def sent_to(tokens: Tokens, i: int, j: int) -> int | None:
    """Where between two tokens people are sent to hold a post: "về làm bí thư"; what they were stands before."""
    low = tokens.low
    if _HOLDING.isdisjoint(low[i + 1 : j]):
        return None
    return next((k for k in range(i, j - 1) if low[k] in _WAYS and _holds(tokens, k, j)), None)


def _holds(tokens: Tokens, k: int, j: int) -> bool:
    """Whether a post to be held follows a way, at once or behind the tier it leads to: "về phường làm bí thư"."""
    if tokens.low[k + 1] in _HOLDING:
        return True
    end = next((t for t in range(k + 1, min(k + 4, j)) if tokens.low[t] in _HOLDING), k)
    return end > k and all(word in _TIERS for word in tokens.low[k + 1 : end])


_TIERS = frozenset(["các", "xã", "phường", "huyện", "quận", "tỉnh", "sở", "cơ", "địa", "phương"])


def _row(titles: list[TitleHit]) -> list[TitleHit]:
    """The titles that go on from the first one, none of them far from the one before it."""
    last = next((k for k in range(1, len(titles)) if titles[k].i - titles[k - 1].i > 14), len(titles))
    return [t for k, t in enumerate(titles) if k < last or t.i - titles[0].i <= 16]


def _further(tokens: Tokens, j: int) -> list[TitleHit]:
    """The titles of the row's items behind ";" at token ``j``: "giữ chức Bí thư ...; Chủ tịch UBND ...".

    An item with a number or a verb of moving in it ends the row.
    """
    titles: list[TitleHit] = []
    while tokens.at(j) == ";" and title_head(tokens, j + 1) is not None:
        stop = next((k for k in range(j + 1, min(j + 20, len(tokens))) if tokens.low[k] in (";", ".", "\n")), None)
        if stop is None or any(low[0].isdigit() or low == ":" for low in tokens.low[j + 1 : stop]):
            break
        if any(isinstance(verb.kind, Action) for verb in find_verbs(tokens, j + 1, stop)):
            break
        titles += titles_in(tokens, j + 1, stop)
        j = stop
    return titles


def _takes(low: list[str], k: int) -> bool:
    """Whether people take the post told from here on: "đảm nhiệm", "vị trí", with no "chức danh" still to come."""
    return low[k - 1 : k + 1] in _TAKING and "chức" not in low[k + 1 : k + 3]


def roles_near(tokens: Tokens, clause: Clause, governor: Governor | None) -> tuple[Role, ...]:
    """The post that a total's people are given: "bổ nhiệm 7 cán bộ vào chức danh cấp phó", "giữ chức Phó Giám đốc"."""
    low, begin = tokens.low, clause.counted.j
    if clause.counted.noun is Noun.BARE:
        return tuple(r for r in roles_of(find_titles(tokens, clause.i, clause.counted.i)[:1]) if r is not Role.OTHER)
    stop = min(clause.j, begin + 30)
    for k in range(sent_to(tokens, begin, stop) or begin, stop):
        if low[k] not in _LEADING:
            continue
        if is_seat(tokens, k):
            held = next((t for t in range(k + 1, stop - 1) if low[t : t + 2] == ["giữ", "chức"]), None)
            posts = given_roles(titles_in(tokens, held + 2, clause.j)) if held is not None else ()
            return posts or (Role.MEMBER,)
        if low[k] == "là" and tokens.at(k + 1) in ("ông", "bà", "đồng", "các", "anh", "chị"):
            break  # "2 ủy viên là ông ..., Giám đốc Sở ...": names, no posts given
        if low[k] == "," and tokens.at(k + 1) in ("ông", "bà", "đồng", "đ") and _name_behind(tokens, k + 1):
            break  # "gồm 7 đồng chí, đồng chí Lê Văn Hà làm Chủ nhiệm"
        named = titles_in(tokens, k + 1, clause.j) if low[k - 1 : k + 1] in _APPOINTING else []
        if named and named[0].i == k + 1:  # "được bổ nhiệm Chỉ huy trưởng"
            return given_roles([t for t in named if t.i - named[0].i <= 16])
        k += low[k : k + 2] == ["giữ", "chức"]  # "giữ chức (vụ) trưởng, phó các sở": what is held stands behind "chức"
        if low[k] in _TO_POSTS or _takes(low, k):
            rank = bare_rank(tokens, k + 1, min(clause.j, k + 4))
            if rank:
                return rank
            titles = titles_in(tokens, k + 1, clause.j)
            if titles and titles[0].i - k <= 6 and (titles[0].roles != (Role.OTHER,) or titles[0].i == k + 1):
                return given_roles(_row(titles) + _further(tokens, clause.j))
    if governor is not None and governor.before:
        begin = governor.j if governor.i >= clause.i else clause.i
        if set(governor.actions) & _SEATING and names_committee(tokens, begin, clause.counted.i):
            return (Role.MEMBER,)
        titles = titles_in(tokens, begin, clause.counted.i)
        if titles:
            return given_roles(titles)
    return ()


_TO_POSTS = frozenset(["giữ", "làm", "vào", "danh", "chức", "giữa", "là"])
_LEADING = _TO_POSTS | {"gia", ","} | {pair[1] for pair in (*_TAKING, *_APPOINTING)}
"""Words that may lead to the post given, or end the search for it."""


def _name_behind(tokens: Tokens, i: int) -> bool:
    """Whether a form of address at token ``i`` has a name behind it."""
    return any(tokens.cap[t] and tokens.cap[t + 1] for t in range(i + 1, min(i + 4, len(tokens) - 1)))
