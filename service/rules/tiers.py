"""The tiers that a text names: "cấp tỉnh", "huyện, thị xã", "các sở, ngành", "địa phương".

The tiers are the contract's levels. A word that names bodies but no tier ("địa phương", "cơ sở") has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from schemas import Level
from service.rules.tokens import Hit, Lexicon, Tokens

_C, _P, _D, _X, _A = Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.AGENCY


@dataclass
class Tier:
    """A tier named in the text at tokens ``i`` up to ``j``; ``level`` is None for "địa phương" and "cơ sở"."""

    i: int
    j: int
    level: Level | None
    city: bool = False  # only "thành phố": above a quận, below a tỉnh


_OPEN = "open"  # "thành phố": province or district, by its company
_PLAIN: dict[str, Level | str | None] = {
    "trung ương": _C,
    "cấp trung ương": _C,
    "tw": _C,
    "t . ư": _C,
    "các bộ": _C,
    "bộ , ngành": _C,
    "cấp bộ": _C,
    "bộ , ngành trung ương": _C,
    "các ban , bộ , ngành": _C,
    "tỉnh": _P,
    "cấp tỉnh": _P,
    "sở": _P,
    "cấp sở": _P,
    "sở , ban , ngành": _P,
    "các sở , ngành": _P,
    "sở , ngành": _P,
    "sở ngành": _P,
    "sở ban ngành": _P,
    "các sở , ban , ngành": _P,
    "các sở": _P,
    "cấp thành phố": _P,
    "tỉnh , thành phố": _P,
    "tỉnh , thành": _P,
    "các tỉnh": _P,
    "tỉnh thành": _P,
    "huyện": _D,
    "quận": _D,
    "thị xã": _D,
    "cấp huyện": _D,
    "cấp quận": _D,
    "quận huyện": _D,
    "huyện đảo": _D,
    "quận , huyện": _D,
    "huyện , quận": _D,
    "huyện , thị": _D,
    "cấp quận , huyện": _D,
    "phòng , ban huyện": _D,
    "huyện , thị , thành phố": _D,
    "huyện , thị xã": _D,
    "quận , huyện , thị xã": _D,
    "huyện , quận , thị xã": _D,
    "huyện , thị , thành": _D,
    "huyện , thành phố": _D,
    "huyện thị": _D,
    "phòng , ban của huyện": _D,
    "phòng , ban của quận": _D,
    "phòng , ban của thị xã": _D,
    "phòng , ban cấp huyện": _D,
    "cấp thị xã": _D,
    "xã": _X,
    "phường": _X,
    "thị trấn": _X,
    "cấp xã": _X,
    "cấp phường": _X,
    "đặc khu": _X,
    "xã phường": _X,
    "xã , phường": _X,
    "phường , xã": _X,
    "cấp xã , phường": _X,
    "tổng cục": _C,
    "các cục": _C,
    "các vụ": _C,
    "các vụ , cục": _C,
    "các cục , vụ": _C,
    "cơ quan tổng cục": _C,
    "phòng csgt": _P,
    "phòng cảnh sát": _P,
    "phòng an ninh": _P,
    "phòng pc08": _P,
    "phòng pc": _P,
    "phòng , ban": _A,
    "phòng ban": _A,
    "các phòng": _A,
    "ngành": _A,
    "cơ quan": _A,
    "đơn vị": _A,
    "trường": _A,
    "trường học": _A,
    "ban , ngành": _A,
    "ban ngành": _A,
    "cơ quan , đơn vị": _A,
    "doanh nghiệp": _A,
    "lĩnh vực": _A,
    "khối": _A,
    "bộ phận": _A,
    "đồn": _A,
    "địa phương": None,
    "cơ sở": None,
    "địa bàn": None,
    "vùng": None,
    "thành phố": _OPEN,
    "tp": _OPEN,
    "thành": _OPEN,
}
_LEVELS: Lexicon[Level | str | None] = Lexicon(_PLAIN.items())
_NO_TIER_AFTER = {
    "xã": frozenset(["hội", "luận"]), "tỉnh": frozenset(["ủy", "đoàn", "táo"]), "huyện": frozenset(["ủy", "đoàn"]),
    "quận": frozenset(["ủy", "đoàn"]), "thành": frozenset("ủy đoàn viên công lập phần tích tựu thạo niên".split()),
    "ngành": frozenset(["nghề"]), "cơ sở": frozenset(["vật", "hạ", "dữ", "để"]),
    "trường": frozenset(["hợp", "kỳ", "chính"]),
    "sở": frozenset(["trường", "hữu", "dĩ"]), "thị xã": frozenset(["ủy"]), "đơn vị": frozenset(["hành"]),
    "đồn": frozenset(["đoán", "điền"]), "thành phố": frozenset(), "khối": frozenset(["lượng"]),
    "vùng": frozenset(["dậy"]), "các cục": frozenset("thuế hải thống thi quản quân bộ".split()),
    "các vụ": frozenset("việc án tai cháy trộm".split()), "trung ương": frozenset(["đảng", "đoàn"]),
}  # fmt: skip
_NAMED_BODIES = frozenset(["sở", "ngành", "phòng", "trường", "đồn", "khối"])


def find_tiers(tokens: Tokens, i: int, j: int) -> list[Tier]:
    """Every tier named between tokens ``i`` and ``j``; enumerated tiers ("huyện, thị xã, thành phố") are one."""
    known = tokens.known.setdefault(find_tiers, {})
    tiers: list[Tier] | None = known.get((i, j))
    if tiers is None:
        tiers = known[i, j] = _join(tokens, _named_between(tokens, known, i, j))
    return tiers


def _named_between(
    tokens: Tokens, known: dict[object, Any], i: int, j: int
) -> list[tuple[int, int, Level | str | None]]:
    raw: list[tuple[int, int, Level | str | None]] = []
    behind = i
    for k in _LEVELS.starts(tokens, i, j):
        if k < behind:
            continue
        found = known.get(k)
        if found is None:
            found = known[k] = _named_at(tokens, k)
        end, is_tier, level = found
        if end > j:
            continue
        behind = end
        named = k > i and tokens.cap[k] and tokens.low[k] in _NAMED_BODIES
        if is_tier and not (named and not (level is _P and tokens.low[k] == "phòng")):
            raw.append((k, end, level))
    return raw


def _named_at(tokens: Tokens, k: int) -> tuple[int, bool, Level | str | None]:
    """Where the words at token ``k`` end (behind the text where they are none), whether they name a tier, and which."""
    hit = _LEVELS.match(tokens, k)
    return (len(tokens.low) + 1, False, None) if hit is None else (hit.j, _is_tier(tokens, hit), hit.value)


def _is_tier(tokens: Tokens, hit: Hit[Level | str | None]) -> bool:
    """Whether the words found name a tier and no body or thing: "huyện", not "huyện ủy", "hợp tác xã", "xã hội"."""
    low = tokens.low
    last, width = low[hit.j - 1], hit.j - hit.i
    stops = _NO_TIER_AFTER.get(" ".join(low[hit.i : hit.j]) if width == 2 else last)
    if stops and tokens.padded[hit.j] in stops:  # but "12/15 huyện, thị, thành ủy" are as many districts
        return width > 2 and tokens.at(hit.j) == "ủy" and tokens.at(hit.i - 1).isdigit()
    if width > 1:
        return low[hit.j - 1] != "ương" or low[hit.i - 2 : hit.i] != ["ủy", "viên"]  # a committee's, wherever they work
    if last == "xã":
        return tokens.padded[hit.i - 1] not in ("thị", "hợp", "thông", "làng")
    return last != "thành" or tokens.at(hit.i - 1) == ","


def _join(tokens: Tokens, raw: list[tuple[int, int, Level | str | None]]) -> list[Tier]:
    out: list[Tier] = []
    begin = end = 0
    values: list[Level | str | None] = []
    for i, j, level in raw:
        if values and i - end <= _JOINT and _coordinated(tokens, end, i, j):
            if i == end and values[-1] is Level.AGENCY and isinstance(level, Level):
                values.pop()  # "các ban, ngành trung ương" are bodies of that tier
        else:
            if values:
                out.append(Tier(begin, end, _settle(values), values == [_OPEN]))
            begin, values = i, []
        end = j
        values.append(level)
    if values:
        out.append(Tier(begin, end, _settle(values), values == [_OPEN]))
    return out


_JOINT = 3  # tokens between two tiers that are one
_JOINING = frozenset([",", "và", "hoặc", "-", "–", "các", "/", "hay"])


def _coordinated(tokens: Tokens, end: int, begin: int, behind: int) -> bool:
    """Whether only a comma, "và", "hoặc" or "-" (and "các", "cấp") stands between two tiers.

    Tiers side by side are one ("huyện thị xã"), but not the second with its name ("xã huyện Lộc Bình").
    """
    if begin <= end:
        return begin == end and not (behind < len(tokens) and tokens.cap[behind])
    return _JOINING.issuperset(tokens.low[end:begin])


def _settle(values: list[Level | str | None]) -> Level | None:
    """The tier of an enumeration; "thành phố" takes the tier of its company and alone is a district's."""
    if len(values) == 1:
        only = values[0]
        return only if isinstance(only, Level) else Level.DISTRICT if only == _OPEN else None
    known = [v for v in values if isinstance(v, Level)]
    if len(set(known) - {Level.AGENCY}) > 1:
        return None  # "từ tỉnh và huyện"
    if known:
        return known[0]
    return Level.DISTRICT if _OPEN in values else None
