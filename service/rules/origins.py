"""Where a direction begins: the tier that people are said to come from, or whose body sends its own."""

from __future__ import annotations

from schemas import Level
from service.rules.tiers import Tier
from service.rules.tokens import Tokens

BODY_WORDS = frozenset(
    "các tòa án viện kiểm sát vksnd tand nhân dân phòng ban cơ quan đơn vị bệnh trường khoa tuyến trung tâm y"
    " tế".split()
)
"""Words of a body's name between "từ" or "giữa" and its tier."""
REAL = frozenset([Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE])
"""The tiers, without bodies whose tier is open."""


def starts_there(tokens: Tokens, origin: Tier, k: int, i: int, verb: int) -> bool:
    """Whether a tier before the direction word is where the way begins: behind "từ", or close by in the same clause."""
    low = tokens.low
    if any(low[t] in (";", ".") for t in range(origin.j, k)):
        return False
    named = low[origin.i] == "cấp" or any(w in ("từ", "của", "thuộc") for w in low[max(0, origin.i - 3) : origin.i])
    back = origin.i - 1
    while back > i and origin.i - back <= 6 and low[back] in BODY_WORDS:
        back -= 1
    named = named or (origin.i > verb and low[origin.i - 1] in ("ở", "tại"))
    named = named or low[back] == "từ"  # "từ các bệnh viện trung ương"
    named = named or any(low[t - 1 : t + 1] in _WORKING for t in range(max(i, origin.i - 5), origin.i))
    if not named and origin.i > i and low[origin.i - 1] not in _HOLDERS and not _sends(tokens, origin, verb):
        return False
    return k - origin.j <= 12 or "từ" in low[max(0, origin.i - 3) : origin.i]


def _sends(tokens: Tokens, origin: Tier, verb: int) -> bool:
    """Whether a tier behind the time or aim that begins a sentence is who sends its own: "Năm 2020, huyện luân chuyển
    12 cán bộ về xã"; a place named is where it happens."""
    end = next((t for t in range(origin.j, min(verb, origin.j + _AUXILIARIES)) if tokens.low[t] == "cử"), verb)
    words = tokens.low[origin.j : end]
    if origin.level is Level.AGENCY or tokens.at(origin.i - 1) != "," or not 0 <= end - origin.j <= _AUXILIARIES:
        return False
    return all(word in _SENDING for word in words)


_AUXILIARIES = 6  # tokens between who sends and the verb
_SENDING = frozenset(
    "đã vừa cũng từng tiếp tục còn sẽ quyết định chủ động mạnh dạn thực hiện việc được kịp thời".split()
)
_WORKING = (["tác", "tại"], ["tác", "ở"], ["việc", "tại"], ["việc", "ở"])


_LENDS = frozenset(["cử", "tăng", "biệt"])  # first syllables of "cử", "tăng cường", "biệt phái"


def is_whole_province(tokens: Tokens, origin: Tier, i: int, verb: int) -> bool:
    """Whether a province is only where people are sent to communes from wherever they worked: "tỉnh đã bố trí 3.000
    cán bộ về 90 xã"; whom it lends are its own."""
    bare = tokens.low[origin.i : origin.j] == ["tỉnh"] and origin.j <= verb and tokens.low[verb] not in _LENDS
    return bare and (origin.i == i or tokens.low[origin.i - 1] == ",")


def one_of_two(tokens: Tokens, origin: Tier, tiers: list[Tier]) -> bool:
    """Whether people come from two tiers: "từ Công an tỉnh và Công an các huyện về xã"."""
    other = next((t for t in reversed(tiers) if t.j <= origin.i), None)
    if other is None or origin.level not in REAL or other.level is origin.level:
        return False
    if other.level not in REAL:
        words = tokens.low[other.i : origin.i]
        return words[-3:] == ["và", "công", "an"] and "vụ" in words  # "các phòng nghiệp vụ và công an huyện"
    between = tokens.low[other.j : origin.i]
    return len(between) <= 6 and bool(between) and between[0] in ("và", ",") and all(w in _ALIKE for w in between)


_ALIKE = frozenset("và , công an các cơ quan phòng ban đơn vị của tại ở từ".split())


_HOLDERS = frozenset(
    "tuyến bộ lý đạo viên chức lượt đồng chí sĩ sỹ người các những".split()
)  # "cán bộ huyện", "giáo viên xã"
