"""Titles of posts: which words name a post, what role it is, and which tier its body belongs to.

A title begins with a head ("phó bí thư", "giám đốc", "chủ tịch"). Most heads say the role by themselves; "chủ tịch" and
its vice say it only together with the body behind them: UBND, HĐND, or any other (a Front, a union, a board), whose
chair is a `head`. The tier comes from the first word of the body that names one ("Huyện ủy", "Sở", "Bộ").
"""

from __future__ import annotations

from schemas import Level, Role
from service.rules.post_levels import level_of as level_of
from service.rules.terms import terms
from service.rules.title_words import CHAIR, CHAIRED, TITLES, VICE_CHAIR
from service.rules.tokens import Hit, Tokens


class TitleHit:
    """The head of a title at tokens ``i`` up to ``j``: its role, and the tier of the body behind it, if it says one.

    ``stretches`` are where the tier may be told, the title's own first; few of those who find titles ask for it.
    """

    def __init__(
        self, tokens: Tokens, i: int, j: int, roles: tuple[Role, ...], stretches: tuple[tuple[int, int], ...]
    ) -> None:
        self.tokens = tokens
        self.i = i
        self.j = j
        self.roles = roles
        self.stretches = stretches

    @property
    def level(self) -> Level | None:
        """The tier, looked for anew at each call."""
        for i, j in self.stretches:
            level = level_of(self.tokens, i, j)
            if level is not None:
                return level
        return None


def find_titles(tokens: Tokens, i: int = 0, j: int | None = None) -> list[TitleHit]:
    """Every title head between tokens ``i`` and ``j``, from left to right.

    A post that carries two roles ("Phó Bí thư, Chủ tịch UBND") is two hits; :func:`roles_of` joins them. Titles in a
    row share the body behind the last one ("chủ tịch, phó chủ tịch UBND tỉnh").
    """
    stop = len(tokens) if j is None else j
    found = [hit for hit in _heads(tokens, i, stop) if not _inside_a_body(tokens, hit.i)]
    hits: list[TitleHit] = []
    bare: list[int] = []
    for number, hit in enumerate(found):
        body_stop = found[number + 1].i if number + 1 < len(found) else stop
        body_stop = body_stop if body_stop < hit.j + 14 else hit.j + 14
        mark = hit.value[0]
        body = chaired_body(tokens, hit.j, body_stop) if mark in (CHAIR, VICE_CHAIR) else None
        bodies = (body, _second_body(tokens, hit.j, body_stop, body)) if body in _ASSEMBLIES else (body,)
        hits.append(TitleHit(tokens, hit.i, hit.j, _roles(mark, bodies), ((hit.i, body_stop),)))
        if body is None and _only_joints(tokens, hit.j, body_stop):
            bare.append(number)
        elif bare:
            _share(hits, bare, found, bodies)
            bare = []
    return hits


def _heads(tokens: Tokens, i: int, j: int) -> list[Hit[tuple[str, ...]]]:
    """The heads of titles; behind "chức vụ" one begins with its next word ("chức vụ phó bí thư" has no "vụ phó")."""
    out: list[Hit[tuple[str, ...]]] = []
    end = i
    for hit in TITLES.find(tokens, i, j):
        k = hit.i
        if k < end:
            continue
        if tokens.low[k] == "vụ" and tokens.at(k - 1) == "chức":
            later = TITLES.match(tokens, k + 1)
            hit = later if later is not None and later.j <= j else hit
        end = hit.j
        out.append(hit)
    return out


TITLE_STARTS = TITLES.first
"""First words of title heads."""


def roles_of(hits: list[TitleHit]) -> tuple[Role, ...]:
    """The roles of several heads, each once, in the order of the text."""
    out: list[Role] = []
    for hit in hits:
        out += [role for role in hit.roles if role not in out]
    return tuple(out)


def title_head(tokens: Tokens, i: int) -> TitleHit | None:
    """The title head that begins at token ``i``, with its role read from the next 14 tokens; None if none begins."""
    hit = TITLES.match(tokens, i)
    if hit is None or _inside_a_body(tokens, i):
        return None
    mark = hit.value[0]
    body = chaired_body(tokens, hit.j, min(len(tokens.low), hit.j + 14)) if mark in (CHAIR, VICE_CHAIR) else None
    return TitleHit(tokens, hit.i, hit.j, (_role(mark, body),), ())


def chaired_body(tokens: Tokens, i: int, j: int) -> str | None:
    """What a chair presides over: "committee", "council", "unit", "body", or None where the title stands bare."""
    low = tokens.low
    while i < j and (low[i] in ("thường", "trực", "chuyên", "trách", "của", "lâm", "thời") or low[i] in '("“'):
        i += 1
    if i >= j:
        return None
    hit = CHAIRED.match(tokens, i)
    if hit is not None:
        return hit.value
    if _is_acronym(tokens, i):
        return "body"  # "Chủ tịch EVN"
    return "unit" if tokens.cap[i] and low[i] not in _NAME_STARTS else None


def _is_acronym(tokens: Tokens, i: int) -> bool:
    """Whether a body's short name of plain capitals stands at token ``i``, outside a headline in capitals."""
    word, before = tokens.slice(i, i + 1), tokens.slice(i - 1, i) if i else ""
    plain = len(word) > 2 and word.isascii() and word.isalpha() and word.isupper()
    return plain and not before.isupper() and not word.startswith("TP") and word != "HCM"


_NAME_STARTS = frozenset(
    terms(
        """
        nguyễn | trần | lê | phạm | hoàng | huỳnh | phan | vũ | võ | đặng | bùi | đỗ | hồ | ngô | dương | lý |
        đinh | đoàn | trịnh | mai | cao | lương | tạ
        """
    )
)


def _role(mark: str, body: str | None) -> Role:
    if mark == CHAIR:
        if body == "council":
            return Role.PEOPLES_COUNCIL_CHAIR
        return Role.HEAD if body == "body" else Role.PEOPLES_COMMITTEE_CHAIR
    if mark == VICE_CHAIR:
        if body == "council":
            return Role.PEOPLES_COUNCIL_VICE_CHAIR
        return Role.DEPUTY_HEAD if body == "body" else Role.PEOPLES_COMMITTEE_VICE_CHAIR
    return mark if isinstance(mark, Role) else Role(mark)


_CLASSES = frozenset(["lớp", "khối", "clb"])
_TASKS = frozenset([("đề", "tài"), ("câu", "lạc"), ("dự", "án"), ("và", "giảng"), ("và", "dạy"), (",", "giảng")])


def _inside_a_body(tokens: Tokens, i: int) -> bool:
    """Whether the words at token ``i`` are part of a name ("Hội đồng thành viên", "đơn vị thành viên").

    Nor does "chủ nhiệm" name a post where it is a teacher's task, or the lead of a club or of research.
    """
    low = tokens.low
    if low[i] == "chủ" and tokens.padded[i + 1] == "nhiệm":
        return tokens.at(i - 1) == "viên" or tuple(low[i + 2 : i + 4]) in _TASKS or tokens.at(i + 2) in _CLASSES
    before = tokens.padded[i - 1]
    if low[i] == "thành":
        alone = before in ("một", "1", "01") and tokens.at(i - 2) in ("tnhh", "hạn")  # "TNHH một thành viên"
        return alone or before in ("đồng", "vị", "ty")
    if low[i] == "chủ":  # "Đoàn Chủ tịch"
        return before == "đoàn" and tokens.cap[i - 1] and tokens.at(i + 1) == "tịch"
    return low[i] == "đại" and before == "đoàn"


def _only_joints(tokens: Tokens, i: int, j: int) -> bool:
    """Whether only a comma or "và" stands between two heads, and the number of the second ("1 chủ tịch, 2 phó ...")."""
    return i < j and j - i <= 2 and all(word in _JOINTS or word.isdigit() for word in tokens.low[i:j])


_JOINTS = frozenset([",", "và", "hoặc", "-", "/", "kiêm", "hay", "các"])


_ASSEMBLIES = frozenset(["council", "committee"])


def _second_body(tokens: Tokens, i: int, j: int, first: str | None) -> str | None:
    """The other one of council and committee that a title names at once: "phó chủ tịch HĐND, UBND xã"."""
    hit = next((CHAIRED.match(tokens, k) for k in range(i, min(i + 4, j)) if CHAIRED.match(tokens, k)), None)
    if hit is None or hit.value != first or tokens.padded[hit.j] not in (",", "và", "-", "/") or hit.j + 1 >= j:
        return None
    other = CHAIRED.match(tokens, hit.j + 1)
    return other.value if other is not None and other.value in _ASSEMBLIES - {hit.value} else None


def _roles(mark: str, bodies: tuple[str | None, ...]) -> tuple[Role, ...]:
    """The role in each body; one where only one is named."""
    if mark not in (CHAIR, VICE_CHAIR):
        return (_role(mark, None),)
    return tuple(dict.fromkeys(_role(mark, body) for k, body in enumerate(bodies) if body is not None or k == 0))


def _share(
    hits: list[TitleHit], bare: list[int], found: list[Hit[tuple[str, ...]]], bodies: tuple[str | None, ...]
) -> None:
    """Give the titles that stand bare before the last hit the bodies and tier of that hit."""
    for number in bare:
        mark = found[number].value[0]
        hit = hits[number]
        hit.roles = _roles(mark, bodies)
        hit.stretches += hits[-1].stretches
