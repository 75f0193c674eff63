"""Which place, or which body of the state, a count is about.

The sentence decides where it names a district or province whose body acts; else the article's main place does. An
article that names many provinces and none above the others is about none; one that is about a ministry is about it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from schemas import Level, Place
from service.gazetteer import Unit, find_units
from service.rules.doc import Doc
from service.rules.extent import extend
from service.rules.places import PlaceMention, find_places
from service.rules.tokens import Lexicon, Tokens

_LEAD = 3  # sentences whose names count threefold
_DOMINANT = 0.4  # share of the votes that makes a province the article's own
_WHOLE_STATE: Lexicon[bool] = Lexicon(
    (t, True)
    for t in ("bộ chính trị|ban bí thư|cả nước|toàn quốc|trung ương|chính phủ|quốc hội|bộ trưởng|thủ tướng").split("|")
)
_BODIES: Lexicon[bool] = Lexicon(
    (t, True) for t in ("tổng cục", "thanh tra chính phủ", "kiểm toán nhà nước", "ngân hàng nhà nước", "bộ")
)
_NO_MINISTRY = frozenset("chính chỉ tư đội máy phận môn luật chqs tổng".split())  # "Bộ Chính trị", "Bộ Chỉ huy"
_ACTING = frozenset("đã sẽ cũng đang vừa có biệt điều luân bổ tiếp tăng chuyển bố còn cho".split())
_DISTRICTS = frozenset(["huyện", "quận"])
_AWAY = frozenset(["về", "sang", "đến", "tại", "từ", "ở", "vào", "lên", "xuống", "cho", "của"])
_KIND_SYLLABLES = frozenset("huyện quận thị xã thành phố tp . tỉnh ubnd ủy tx hđnd".split())
_BODY_ACTS: Lexicon[bool] = Lexicon(
    (t, True)
    for t in ("toàn ngành", "ngành đã", "lãnh đạo bộ", "tổng cục", "bộ sẽ", "bộ đã", "bộ cũng", "bộ này", "bộ")
)
_PROVINCE_BODY: Lexicon[bool] = Lexicon(
    (t, True)
    for t in "tỉnh ủy|toàn tỉnh|tỉnh đã|ubnd tỉnh|thành ủy|toàn thành phố|toàn tp|hđnd tỉnh|tỉnh".split("|")
)  # fmt: skip
_DISTRICT_BODY: Lexicon[bool] = Lexicon(
    (t, True) for t in ("huyện ủy", "thị ủy", "quận ủy", "toàn huyện", "toàn quận", "ubnd huyện", "ubnd quận")
)
_COMMITTEE_OF: Lexicon[Level] = Lexicon(
    [
        (f"đảng bộ {w}", level)
        for w, level in (("tỉnh", Level.PROVINCE), ("huyện", Level.DISTRICT), ("xã", Level.COMMUNE))
    ]
    + [(t, Level.PROVINCE) for t in ("tỉnh ủy", "đảng bộ thành phố")]
    + [(t, Level.DISTRICT) for t in ("huyện ủy", "quận ủy", "thị ủy", "đảng bộ quận", "đảng bộ thị xã")]
    + [("đảng bộ phường", Level.COMMUNE)]
    + [(f"cấp ủy {w}", Level.PROVINCE) for w in ("tỉnh", "cấp tỉnh")]
    + [(f"cấp ủy {w}", Level.DISTRICT) for w in ("huyện", "cấp huyện")]
    + [(f"cấp ủy {w}", Level.COMMUNE) for w in ("xã", "cấp xã")]
)


def place_for(doc: Doc, i: int, count: int, j: int) -> Place | None:
    """The place of a count at token ``count`` in the stretch ``i`` to ``j`` of its sentence; None where the state's."""
    tokens, places = doc.tokens, find_places(doc)
    before = [m for m in doc.within(places, i, count) if not _is_away(tokens, m)]
    district = next((m for m in reversed(before) if m.unit.level is Level.DISTRICT), None)
    if district is not None:
        return _place(doc, district)
    named = before or [m for m in doc.within(places, count, j) if tokens.at(m.i - 1) in ("tỉnh", "phố")]
    if _are_several(tokens, named):
        return None
    if named and named[0].i - i <= 4:
        return _place(doc, named[-1])
    if _WHOLE_STATE.any(tokens, i, j):
        return None
    if named:
        return _place(doc, named[-1])
    main = main_place(doc, Level.DISTRICT)
    if main is not None and (_acts(tokens, i, j) or _is_districts(doc, main, i, j)):
        return _place(doc, main)
    return _articles_own(doc, _BODY_ACTS.any(tokens, i, j))


def _are_several(tokens: Tokens, named: list[PlaceMention]) -> bool:
    """Whether the count is about a row of provinces, none of them above the others: "tại ba tỉnh A, B, C"."""
    if len(named) < 3 or any(m.unit.level is not Level.PROVINCE for m in named[-3:]):
        return False
    return all(a.j + 1 == b.i and tokens.low[a.j] in (",", "và") for a, b in pairwise(named[-3:]))


def committee_level(tokens: Tokens, i: int, j: int) -> Level | None:
    """The tier of the committee that people are elected to: "vào Ban Chấp hành Đảng bộ tỉnh"."""
    return next((hit.value for hit in _COMMITTEE_OF.find(tokens, i, j)), None)


def _is_away(tokens: Tokens, mention: PlaceMention) -> bool:
    """Whether the place is where people go to or come from."""
    k = mention.i - 1
    while k >= 0 and tokens.low[k] in _KIND_SYLLABLES:
        k -= 1
    return tokens.at(k) in _AWAY


def _acts(tokens: Tokens, i: int, j: int) -> bool:
    """Whether "huyện", "quận" or "thị xã" without a name is the one that acts ("huyện biệt phái 17 giáo viên")."""
    if _DISTRICT_BODY.any(tokens, i, j):
        return True
    low, padded = tokens.low, tokens.padded
    if _DISTRICTS.isdisjoint(low[i:j]):
        return False
    named = [k for k in range(i, j) if low[k] in _DISTRICTS]
    return any(padded[k + 1] in _ACTING and padded[k - 1] not in ("cấp", "các") for k in named)


def _is_districts(doc: Doc, district: PlaceMention, i: int, j: int) -> bool:
    """Whether the article is a district's and the sentence names no province's body."""
    if _PROVINCE_BODY.any(doc.tokens, i, j):
        return False
    province = main_place(doc, Level.PROVINCE)
    if province is None:
        return True
    return doc.sentence_number(district.i) < _LEAD and district.i < province.i


def main_place(doc: Doc, level: Level) -> PlaceMention | None:
    """The province or district the article names most, if it stands out; the headline and the lead count threefold."""
    key = f"main-{level}"
    if key not in doc.cache:
        votes: Counter[str] = Counter()
        first: dict[str, PlaceMention] = {}
        for mention in find_places(doc):
            if mention.unit.level is level:
                first.setdefault(mention.unit.name, mention)
                votes[mention.unit.name] += 3 if doc.sentence_number(mention.i) < _LEAD else 1
        best = votes.most_common(1)
        stands_out = bool(best) and best[0][1] >= _DOMINANT * votes.total()
        doc.cache[key] = first[best[0][0]] if stands_out else None
        doc.cache[f"{key}-votes"] = best[0][1] if best else 0
    found = doc.cache[key]
    return found if isinstance(found, PlaceMention) else None


def _articles_own(doc: Doc, acts: bool) -> Place | None:
    """The article's main province, or the ministry it is about: named more, in the lead, or acting in the sentence."""
    province = main_place(doc, Level.PROVINCE)
    votes = doc.cache[f"main-{Level.PROVINCE}-votes"]
    body, named = _main_body(doc)
    leads = province is None or doc.sentence_number(province.i) >= _LEAD
    more = isinstance(votes, int) and named >= 5 and named > votes
    if body is not None and named >= 3 and (more or leads or (acts and province is not None and named >= 5)):
        return Place(name=body, level=Level.CENTRAL)
    return _place(doc, province) if province is not None else None


def _main_body(doc: Doc) -> tuple[str | None, int]:
    """The ministry or general department named most, with its votes; the headline and the lead count threefold."""
    cached = doc.cache.get("main-body")
    if isinstance(cached, tuple):
        return cached
    tokens, n = doc.tokens, len(doc.tokens)
    votes: Counter[str] = Counter()
    for k in tokens.where(_BODIES.first):
        hit = _BODIES.match(tokens, k) if tokens.cap[k] else None
        if hit is None or hit.j >= n:
            continue
        if tokens.low[hit.i] == "bộ" and _is_no_ministry(tokens, hit.j):
            continue
        end = hit.j if tokens.low[hit.j - 1] in ("phủ", "nước") else extend(tokens, hit.i, min(n, hit.i + 8))
        votes[tokens.slice(hit.i, end)] += 3 if doc.sentence_number(hit.i) < _LEAD else 1
    best = votes.most_common(1)
    found = (best[0][0], best[0][1]) if best else (None, 0)
    doc.cache["main-body"] = found
    return found


def _is_no_ministry(tokens: Tokens, k: int) -> bool:
    """Whether the word behind "Bộ" makes it another body; of police and army a count is about the whole force."""
    pair = (tokens.low[k], tokens.at(k + 1))
    return not tokens.cap[k] or pair[0] in _NO_MINISTRY or pair in (("công", "an"), ("quốc", "phòng"))


def _place(doc: Doc, mention: PlaceMention) -> Place:
    unit = mention.unit
    if unit.level is Level.PROVINCE:
        return Place(name=mention.written, level=unit.level, province=mention.written, code=unit.code)
    province = _province_of(doc, unit)
    return Place(name=mention.written, level=unit.level, province=province, code=unit.code if province else None)


def _province_of(doc: Doc, unit: Unit) -> str | None:
    """The province of a district: the one the article names, or the only one that has a district of this name."""
    candidates = {u.province for u in find_units(unit.name, Level.DISTRICT)}
    main = main_place(doc, Level.PROVINCE)
    if main is not None and main.unit.name in candidates:
        return main.unit.name
    return next(iter(candidates)) if len(candidates) == 1 else None
