"""Shares of localities or posts that meet a personnel rule: "08/18 huyện ... bí thư không là người địa phương".

A ratio is a number of units beside the words of a rule: of all units ("27/27 huyện, thị, thành phố"), in percent ("100%
bí thư đảng ủy đồng thời là chủ tịch UBND"), or the number alone ("12 xã"). Shares of people are parts of a total, not
ratios; a share that is aimed at ("phấn đấu 100%") is a provision.
"""

from __future__ import annotations

from schemas import CoverageRatio, Level, Measure, Role
from service.rules.aims import is_aim, is_strong_aim
from service.rules.doc import Doc
from service.rules.jurisdictions import place_for
from service.rules.numerals import REACH, nearby
from service.rules.place_lists import listed_places
from service.rules.ratio_rows import joint_of, label_start, row_rule
from service.rules.ratio_words import POSTS_FILLED, REGULAR_POLICE, may_tell_ratios, rule_words_in
from service.rules.roles import find_titles, roles_of
from service.rules.shares import Share, find_shares, same_rate
from service.rules.tiers import find_tiers
from service.rules.tokens import Hit, Tokens

_HAVING = frozenset(["có", "trí", "hiện"])  # "12 xã có bí thư ...", "bố trí", "thực hiện"
_ANAPHORA = frozenset(["này", "đó", "cấp", "riêng", "còn"])
_PLANNED = frozenset(["phấn", "đảm", "bảo", "mục", "tiêu", "sẽ", "dự", "yêu", "chỉ"])
_HAMLETS = frozenset(["thôn", "bản", "ấp", "khóm", "khu", "làng", "buôn", "tổ"])  # below the commune: no tier
_BESIDE = 8  # tokens before a share in which its tier may stand: "cấp xã có 268/322 đơn vị"
_LIKE = 20  # ratios of one value that a ratio is compared with
_LEVEL_OF = {"tỉnh": Level.PROVINCE, "huyện": Level.DISTRICT, "xã": Level.COMMUNE}
_POST_LEVELS = {Level.PROVINCE, Level.DISTRICT, Level.COMMUNE}


def find_ratios(doc: Doc) -> list[CoverageRatio]:
    """The shares of localities or posts that meet a personnel rule, in the order of the text; a repeat is one ratio."""
    tokens = doc.tokens
    if not may_tell_ratios(tokens):
        return []
    out: list[CoverageRatio] = []
    shares = find_shares(doc)
    last = 0
    led: Share | None = None  # the last share, if the rule of its row is told before it
    by_value: dict[tuple[Measure, int | None, int | None], list[CoverageRatio]] = {}
    for number, share in enumerate(shares):
        begin, end = _clause(doc, share, shares, number)
        aimed = (
            is_aim(doc, share.i) and not same_rate(tokens, begin, share.i)
            if share.denominator is None
            else _aimed_at(tokens, share, begin) or is_strong_aim(doc, share.i)
        )
        if aimed:
            continue
        rule = _rule(tokens, share, begin, end)
        own = 0  # where the next share of a row begins whose rule stands at its end
        if rule is None:
            row = range(number, min(number + 5, len(shares)))
            rule = row_rule(tokens, shares, number, [_clause(doc, shares[k], shares, k)[1] for k in row])
            own = shares[number + 1].i if rule is not None else 0
        joint = joint_of(tokens, led, share) if rule is None and led is not None and out else None
        if rule is not None:
            ratio = _ratio(doc, share, rule, begin, end)
            if own and share.posts:
                ratio.unit_level = _labelled(doc, share, own) or ratio.unit_level
            led = share if rule.i < share.i else None
        elif joint is not None:
            ratio = _inherited(doc, share, joint + 1, min(end, share.j + 6), out[-1])
            led = share
        elif (
            out
            and (share.denominator is not None or share.percent is not None)
            and _goes_on(doc, share, begin, end, last)
        ):
            ratio = _inherited(doc, share, begin, end, out[-1])
            led = None
        else:
            continue
        if ratio.unit_level is None and share.denominator is not None:
            ratio.unit_level = next((r.unit_level for r in out[::-1] if r.denominator == share.denominator), None)
        last = share.j
        like = by_value.setdefault((ratio.measure, ratio.numerator, ratio.denominator), [])
        same = next((other for other in like[:_LIKE] if _same(other, ratio)), None)
        if same is None:
            out.append(ratio)
            like.append(ratio)
        else:
            same.evidence.extend(ratio.evidence)
            same.members = same.members or ratio.members
            same.percent = same.percent if same.percent is not None else ratio.percent
    return out


def _clause(doc: Doc, share: Share, shares: list[Share], number: int) -> tuple[int, int]:
    """The tokens a share can have its rule in: up to the next share or semicolon, back to the one before."""
    low = doc.tokens.low
    begin, end = nearby(doc, share.i)
    nxt = next((s.i for s in shares[number + 1 : number + 30] if s.numerator is not None or s.percent is not None), end)
    stop = share.j
    while stop < end and low[stop] != ";":
        stop += 1
    bracket = "(" in low[share.j : nxt] and ")" not in low[share.j : nxt]
    stop = min(stop, end) if bracket else min(stop, nxt, end)
    start = share.i
    floor = max(begin, shares[number - 1].j if number else begin)
    while start > floor and low[start - 1] != ";":
        start -= 1
    return start, stop


def _rule(tokens: Tokens, share: Share, begin: int, end: int) -> Hit[Measure] | None:
    """The words of the rule that a share meets: behind it in its clause, else before it."""
    behind = rule_words_in(tokens, share.j, end)
    if behind is not None:
        alone = share.denominator is None and share.percent is None and not share.posts
        return None if alone and not _HAVING.intersection(tokens.low[share.j : behind.i]) else behind
    before = rule_words_in(tokens, begin, share.i)
    if before is not None and share.i - before.j <= 12:
        return before
    if share.denominator is not None:
        filled = next(POSTS_FILLED.find(tokens, share.j, end), None)
        return Hit(filled.i, filled.j, Measure.OTHER) if filled is not None else None
    if share.percent is not None:
        regular = next(REGULAR_POLICE.find(tokens, share.j, end), None)
        return Hit(regular.i, regular.j, Measure.OTHER) if regular is not None else None
    return None


def _aimed_at(tokens: Tokens, share: Share, begin: int) -> bool:
    """Whether a share is an aim or a duty ("phấn đấu 100%", "bảo đảm 100%", "chỉ tiêu"), not a state."""
    return any(word in _PLANNED for word in tokens.low[max(begin, share.i - 5) : share.i])


def _ratio(doc: Doc, share: Share, rule: Hit[Measure], begin: int, end: int) -> CoverageRatio:
    tokens = doc.tokens
    first, last = min(share.i, rule.i), max(share.j, rule.j)
    if rule.value is Measure.SECRETARY_IS_CHAIR and rule.i > share.i:
        last = _post_end(tokens, last, end)
    levels = _levels(tokens, share.j, last)
    if not levels and rule.i < share.i:
        first = begin
        levels = _levels(tokens, share.j, min(share.j + 6, end)) or _levels(tokens, first, share.i)
    levels = levels or _levels(tokens, share.i, share.j) or _levels(tokens, max(begin, share.i - _BESIDE), share.i)
    if tokens.at(share.j) in _HAMLETS:
        levels = []
    measure, roles = rule.value, list[Role]()
    if measure is Measure.SECRETARY_IS_CHAIR:
        council = tokens.at(rule.j) in ("hđnd", "hội")
        measure = Measure.OTHER if council else measure
        chair = Role.PEOPLES_COUNCIL_CHAIR if council else Role.PEOPLES_COMMITTEE_CHAIR
        roles = [] if share.posts else [Role.SECRETARY, chair]
    else:
        titles = find_titles(tokens, share.j, min(end, rule.i)) if end < rule.i else []
        titles = titles or find_titles(tokens, first, rule.i)
        titles = titles or find_titles(tokens, rule.i, min(end, rule.j + 1))
        if not titles and rule.i > share.i:  # "bí thư cấp ủy của 8/10 huyện không phải là ..."
            titles = find_titles(tokens, max(begin, share.i - _BESIDE), share.i)
        if not titles and measure is Measure.OTHER:  # "85% số xã có công an chính quy làm trưởng công an"
            titles = find_titles(tokens, rule.j, min(end, rule.j + _BESIDE))
        roles = list(roles_of(titles))
        posts = [hit.level for hit in titles if hit.level in _POST_LEVELS]
        levels = posts if share.posts and posts and rule.i > share.i else levels or posts
    sentence = nearby(doc, share.i)
    level = levels[0] if levels else None
    return CoverageRatio(
        measure=measure,
        label=tokens.slice(first, last),
        roles=roles,
        numerator=share.numerator,
        denominator=share.denominator,
        percent=share.percent,
        unit_level=level,
        jurisdiction=place_for(doc, sentence[0], share.i, share.i) if level is not Level.PROVINCE else None,
        members=listed_places(tokens, last, sentence[1], share.numerator),
        evidence=[doc.span(first, last)],
    )


def _levels(tokens: Tokens, i: int, j: int) -> list[Level]:
    """The tiers of localities named between tokens ``i`` and ``j``; "đơn vị cấp huyện" is a district."""
    low = tokens.low
    if any(low[k + 1 : k + 4] == ["thuộc", "trung", "ương"] for k in range(i, j) if low[k] == "trực"):
        return [Level.PROVINCE]
    found = [t.level for t in find_tiers(tokens, i, j) if t.level in _POST_LEVELS]
    named = [_LEVEL_OF.get(tokens.at(k + 1)) for k in range(i, j) if low[k] == "cấp"] if not found else []
    return [level for level in (*found, *named) if level is not None]


def _labelled(doc: Doc, share: Share, own: int) -> Level | None:
    """The tier of the label that a share of a row has before it, where its own words up to token ``own`` name none."""
    tokens, low = doc.tokens, doc.tokens.low
    stop = next((k for k in range(share.j, own) if low[k] in (";", ".")), own)
    if _levels(tokens, share.j, stop):
        return None
    first = label_start(tokens, share.i, nearby(doc, share.i)[0])
    return next((_LEVEL_OF.get(low[k + 1]) for k in range(first, share.i - 1) if low[k] == "cấp"), None)


def _goes_on(doc: Doc, share: Share, begin: int, end: int, last: int) -> bool:
    """Whether a share without words of a rule goes on from the ratio before it: "Ở cấp xã, con số này là 112/195"."""
    if share.denominator is None and (share.percent is None or not same_rate(doc.tokens, begin, share.i)):
        return False
    near = share.i - last < REACH and doc.sentence_number(share.i) - doc.sentence_number(last) <= 1
    return (
        near and "\n" not in doc.tokens.low[last : share.i] and bool(_ANAPHORA.intersection(doc.tokens.low[begin:end]))
    )


def _inherited(doc: Doc, share: Share, begin: int, end: int, before: CoverageRatio) -> CoverageRatio:
    """A ratio with the rule and posts of the one before it, and its own numbers and tier."""
    tokens = doc.tokens
    levels = _levels(tokens, begin, end)
    titles = find_titles(tokens, share.i, min(end, share.j + 6)) or find_titles(tokens, begin, share.i)
    roles: list[Role] = [role for role in roles_of(titles) if role is not Role.OTHER]
    return CoverageRatio(
        measure=before.measure,
        label=tokens.slice(begin, share.j),
        roles=roles or list(before.roles),
        numerator=share.numerator,
        denominator=share.denominator,
        percent=share.percent,
        unit_level=levels[0] if levels else None,
        jurisdiction=before.jurisdiction,
        evidence=[doc.span(begin, share.j)],
    )


def _post_end(tokens: Tokens, j: int, end: int) -> int:
    """The end of "chủ tịch UBND xã, thị trấn" behind the words of the rule."""
    k = j
    for tier in find_tiers(tokens, j, min(end, j + 10)):
        if tier.i - k <= 4:
            k = tier.j
    return k


def _same(a: CoverageRatio, b: CoverageRatio) -> bool:
    """Whether two ratios of one measure and value are one, stated twice."""
    level = a.unit_level is b.unit_level or a.unit_level is None or b.unit_level is None
    if a.roles and b.roles and not set(a.roles) & set(b.roles):
        return False  # "34/34 có bí thư ...; 34/34 có chủ tịch ..."
    return level and (a.percent == b.percent or (a.denominator is not None and None in (a.percent, b.percent)))
