"""Where a post is seated when its title names no place: "Bí thư Tỉnh ủy", "chủ tịch huyện", "HĐND TP".

A province's post belongs to the province named last before it; a city's to the city the article is about, which also
says whether it is a province; a district's or a committee's to the post beside it. Nothing else is inferred.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from schemas import Level, Post
from service.rules.doc import Doc
from service.rules.names import PROVINCE_NAMES, PROVINCES, person_in_run, run_end
from service.rules.post_levels import is_municipality
from service.rules.posts import PostMention
from service.rules.tokens import Tokens

_STATE_FIRMS = ("tổng công ty", "tập đoàn", "hội đồng thành viên", "hội đồng quản trị")


class Seats:
    """The provinces and cities an article names, looked up once for all its moves."""

    def __init__(self, doc: Doc) -> None:
        tokens = doc.tokens
        self.at: list[int] = []
        self.names: list[str] = []
        for hit in PROVINCES.find(tokens):
            if tokens.cap[hit.i] and hit.value not in ("Trung ương", "Việt Nam") and not _elsewhere(tokens, hit.i):
                self.at.append(hit.i)
                self.names.append(tokens.slice(hit.i, hit.j))
        whole = next((name for name in self.names if name.lower().startswith("thừa thiên")), None)
        if whole is not None:
            self.names = [whole if name.lower() == "huế" else name for name in self.names]
        self.most = Counter(self.names).most_common(1)[0][0] if self.names else None
        self.city, self.city_level = _city_of(doc)
        self.doc = doc
        self.districts: list[str] | None = None
        self.police = "Công an tỉnh" in doc.folded.text or "CATP" in doc.folded.text

    def province_before(self, i: int) -> str | None:
        """The province named last at or before token ``i``, else the one named most often."""
        k = bisect_right(self.at, i) - 1
        return self.names[k] if k >= 0 else self.most

    def seat(self, mention: PostMention, beside: list[PostMention]) -> Post:
        """The post with its tier and place, as far as its title, the posts beside it and the article say them."""
        post = mention.as_post()
        low = post.title.lower()
        words = low.split()
        if post.level is None and post.place is not None and _is_province(post.place):
            post.level = Level.PROVINCE
        if post.place is None and _is_city(words):
            post.place, post.level = self.city, post.level or self.city_level
        if post.level is None and not post.place and mention.member:
            main = next((other for other in beside if other.level is not None), None)
            post.level, post.place = (main.level, main.place) if main is not None else (None, None)
        if post.level is None and any(firm in low for firm in _STATE_FIRMS):
            post.level = Level.AGENCY
        if post.level is None and "cục trưởng" in low and "chi cục" not in low:
            post.level = Level.CENTRAL
        if post.level is None and self.police and any(word in low for word in _POLICE_ROOMS):
            post.level = Level.PROVINCE
        if post.level is None:
            post.level = Level.AGENCY  # the text leaves the tier open
        if post.place is None and post.level is Level.PROVINCE:
            post.place = self.province_before(mention.i)
        elif post.place is None and post.level in (Level.DISTRICT, Level.COMMUNE):
            post.place = next((other.place for other in beside if other.place and other.level is post.level), None)
            if post.place is None and post.level is Level.DISTRICT:
                post.place = self.only_district()
        return post

    def only_district(self) -> str | None:
        """The district that the article is about: the only one it names."""
        if self.districts is None:
            self.districts = _districts(self.doc)
            if len({name.lower() for name in self.districts}) > 1:
                self.districts = []
        return self.districts[0] if self.districts else None


_POLICE_ROOMS = (
    "phòng cảnh sát",
    "phòng an ninh",
    "phòng tham mưu",
    "phòng pc",
    "phòng pa",
    "phòng pv",
    "phòng hậu cần",
)
"""Rooms of a province's police, which titles name without it."""
_UNITS = frozenset(["huyện", "quận", "thị"])
_NOT_HERE = frozenset("phường xã huyện quận thị luật báo quán quê".split())


def _elsewhere(tokens: Tokens, i: int) -> bool:
    """Whether a province's name is that of a ward, of a newspaper ("Pháp Luật TP.HCM") or of a birthplace."""
    low = tokens.low
    return bool(i and low[i - 1] in _NOT_HERE) or (i >= 3 and low[i - 3] in ("luật", "báo"))


def _districts(doc: Doc) -> list[str]:
    """The districts that the article names behind "huyện", "quận", "thị xã" or their committees."""
    tokens = doc.tokens
    low, cap, n = tokens.low, tokens.cap, len(tokens)
    out = []
    for k in tokens.where(_UNITS):
        m = k + 1
        if m < n and low[m] in ("ủy", "đoàn", "xã"):
            m += 1
        elif low[k] == "thị":
            continue
        if m < n and cap[m] and low[m].isalpha() and len(low[m]) > 1:
            end = run_end(tokens, m)
            named = person_in_run(tokens, m, end, False)
            out.append(tokens.slice(m, named if named is not None and named > m else min(end, m + 3)))
    return out


def _is_province(name: str) -> bool:
    return name.lower() in _PROVINCE_NAMES


def _is_city(words: list[str]) -> bool:
    """Whether a title's body is a city's, with the city's name left out."""
    if words[-1] in ("tp", "phố"):
        return True
    return any(
        first == "thành" and second in ("ủy", "đoàn") for first, second in zip(words, [*words[1:], ""], strict=True)
    )


_PROVINCE_NAMES = frozenset(name.lower() for name in PROVINCE_NAMES if name != "Huế")


_CITY_WORDS = frozenset(["tp", "phố", "ủy", "đoàn"])
"""What stands before a city's name: "TP", the last syllables of "thành phố", "Thành ủy" and "Thành đoàn"."""


def _city_of(doc: Doc) -> tuple[str | None, Level | None]:
    """The city that the article names most often behind "Thành ủy", "thành phố" or "TP", and its tier."""
    tokens = doc.tokens
    seen: Counter[str] = Counter()
    tier: dict[str, Level] = {}
    for at in tokens.where(_CITY_WORDS):
        k = first = at + 1
        if tokens.padded[k] == "." and tokens.low[at] == "tp":
            k, first = at + 2, at
        if k >= len(tokens.low) or not tokens.cap[k] or tokens.low[k] in ("tp", "thành"):
            continue
        if tokens.low[at] in ("ủy", "đoàn") and tokens.at(at - 1) != "thành":
            continue
        municipal = is_municipality(tokens, k)
        province = PROVINCES.match(tokens, k)
        end = province.j if province is not None else min(run_end(tokens, k), k + 3)
        name = tokens.slice(first if tokens.low[k] == "hcm" else k, end)
        seen[name] += 1
        tier[name] = Level.PROVINCE if municipal else Level.DISTRICT
    if not seen:
        return None, None
    name = seen.most_common(1)[0][0]
    return name, tier[name]
