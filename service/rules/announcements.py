"""What a sentence announces for the moves told after it: the actions, who decided, and when."""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import dataclass

from schemas import Action
from service.rules.deciders import decider_in
from service.rules.move_words import Kind
from service.rules.moves import Mark, find_marks
from service.rules.tokens import Tokens


@dataclass
class Announcement:
    """What a sentence announces: the actions, and the tokens of who decides them.

    ``sentence`` is its number, ``i`` and ``j`` the tokens from its first verb of moving to its end. Who decides is
    looked up when it is first asked for: in the sentence, which begins at token ``begin``, before the verb at ``verb``,
    else in the announcement ``before`` it.
    """

    tokens: Tokens
    actions: tuple[Action, ...]
    sentence: int
    begin: int
    i: int
    j: int
    verb: int
    before: Announcement | None
    known: bool = False
    found: tuple[int, int] | None = None

    @property
    def decider(self) -> tuple[int, int] | None:
        """The tokens of who decides, as the sentence or the announcement before it says; each is looked up once."""
        asked: list[Announcement] = []
        one: Announcement | None = self
        while one is not None and not one.known:
            asked.append(one)
            one.found = decider_in(one.tokens, one.begin, one.j, one.verb)
            if one.found is not None:
                break
            one = one.before
        found = one.found if one is not None else None
        for other in asked:
            other.known, other.found = True, found
        return found


_BEFORE, _NOMINATE, _MOVE, _GIVE = Kind.BEFORE, Kind.NOMINATE, Kind.MOVE, Kind.GIVE  # asked of each mark
_NOUNS = frozenset(["hoạch", "trương", "tác", "đợt", "án"])
"""Last syllables of nouns that take a verb of moving: "kế hoạch luân chuyển", "công tác điều động"."""


_LISTED = 40
"""Sentences behind an announcement in which "POST: PERSON" is still an item of its list."""
_HEADING = 6
"""Tokens at the head of a sentence that may name the place of its news."""
_BEFORE_IT = 3
"""Tokens behind "trước khi" in which a verb tells what came after that, and announces nothing."""


def _announced(moves: list[Mark], marks: Collection[Mark], stop: int) -> list[Mark]:
    """The verbs of moving that announce: not those of what came before, nor of an election of who is nominated."""
    earlier = [mark.j for mark in marks if mark.kind is _BEFORE]
    nominated = min([mark.i for mark in marks if mark.kind is _NOMINATE], default=stop)
    if earlier:
        moves = [mark for mark in moves if not any(0 <= mark.i - j <= _BEFORE_IT for j in earlier)]
    return [mark for mark in moves if mark.i < nominated or mark.actions != (Action.ELECTION,)]


def _headed(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a sentence begins another piece of news, under the name of its place: "Kon Tum: ..."."""
    for k in range(i, min(i + _HEADING, stop - 1)):
        if tokens.low[k] == ":":
            return k > i
        if not tokens.cap[k]:
            return False
    return False


def _of_staff(tokens: Tokens, number: int, i: int, stop: int, before: Announcement | None) -> Announcement | None:
    """What a sentence announces by its nouns alone: "ban hành quyết định về công tác cán bộ", "kiện toàn nhân sự"."""
    low = tokens.low
    for k in [k for k in range(i + 2, stop - 1) if low[k] in ("nhân", "cán")]:
        staff = low[k : k + 2] in (["nhân", "sự"], ["cán", "bộ"])
        work = low[k - 2 : k] == ["công", "tác"]
        if staff and ((work and not _STAFFING.isdisjoint(low[i:k])) or low[k - 2 : k] == ["kiện", "toàn"]):
            chosen = (Action.ELECTION,) if "hđnd" in low[i:k] else ()
            return Announcement(tokens, chosen, number, i, k - 2, stop, k - 2, before)
    return None


_STAFFING = frozenset(["quyết", "tiến"])
"""First syllables of what is done about posts: "quyết định về công tác cán bộ", "tiến hành công tác nhân sự"."""


def announces_staff(words: Container[str]) -> bool:
    """Whether a sentence, by its lower-case words, may announce by its nouns alone that posts are filled."""
    return "tác" in words and ("cán" in words or "nhân" in words) and ("quyết" in words or "tiến" in words)


def announcement_of(
    tokens: Tokens, marks: Collection[Mark], number: int, i: int, stop: int, before: Announcement | None
) -> Announcement | None:
    """What the marks of a sentence announce ("quyết định điều động, bổ nhiệm ..."); None where no verb of moving is."""
    moves = [mark for mark in marks if mark.kind is _MOVE]
    if moves:
        moves = _announced(moves, marks, stop)
    recent = before is not None and number - before.sentence <= 5 and not _headed(tokens, i, stop)
    if not moves:
        given = [mark for mark in marks if mark.kind is _GIVE]
        if not given:
            return _of_staff(tokens, number, i, stop, before if recent else None)
        handed = [mark for mark in given if tokens.low[mark.i] in ("trao", "công", "ký", "ban")]
        words = tokens.low[i:stop]
        decides = any(tokens.at(mark.j) == ":" and mark.j + 1 >= stop for mark in given)
        if decides and words[-3:] == ["quyết", "định", ":"]:  # "Bộ Chính trị quyết định:"
            return Announcement(tokens, (), number, i, i, stop, stop - 3, None)
        lists = words[-1] == ":" and "của" in words  # "trao các quyết định của Giám đốc Sở Y tế:"
        if not handed or "định" not in words or not ("cán" in words or "nhân" in words or lists):
            return None
        known = before.actions if before is not None and recent else ()
        return Announcement(tokens, known, number, i, handed[0].i, stop, handed[0].i, before if recent else None)
    actions: list[Action] = []
    for mark in moves:
        actions += [action for action in mark.actions if action not in actions]
    first = next((mark for mark in moves if tokens.padded[mark.i - 1] not in _NOUNS), moves[0])
    return Announcement(tokens, tuple(actions), number, i, moves[0].i, stop, first.i, before if recent else None)


class Announcements:
    """What the sentences of an article announce; each is read only when the last announcement is asked for."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._last: Announcement | None = None
        self._unread: list[tuple[int, int, int, Collection[Mark] | None]] = []

    def pass_by(self, number: int, i: int, stop: int, marks: Collection[Mark] | None = None) -> None:
        """Note that a sentence, from token ``i`` to ``stop``, may announce; one that has persons gives its marks."""
        self._unread.append((number, i, stop, marks))

    def last(self) -> Announcement | None:
        """What the last of the sentences passed by that announces anything does announce."""
        for number, i, stop, marks in self._unread:
            found = find_marks(self.tokens, i, stop, announced=True).values() if marks is None else marks
            self._last = announcement_of(self.tokens, found, number, i, stop, self._last) or self._last
        self._unread.clear()
        return self._last

    def lists(self, number: int) -> bool:
        """Whether sentence ``number`` is near enough to an announcement to be an item of its list "POST: PERSON"."""
        spoken = self.last()
        return spoken is not None and number - spoken.sentence <= _LISTED
