"""What the clause of a part says: its direction, post, time, place or trait, and the label as written."""

from __future__ import annotations

from schemas import Level, Period, Place, Role
from service.gazetteer import find_units
from service.rules.clauses import Clause, states_share
from service.rules.counts import Noun
from service.rules.dates import find_dates
from service.rules.doc import Doc
from service.rules.flows import find_flow, joined
from service.rules.given_posts import bare_rank, given_roles, only_planned, other_posts, sent_to, titles_in
from service.rules.part_flows import placed_at
from service.rules.places import find_places
from service.rules.roles import TitleHit
from service.rules.tiers import find_tiers
from service.rules.tokens import Lexicon, Tokens
from service.rules.total_flows import from_post, to_post
from service.rules.totals import TotalPart
from service.rules.verbs import find_verbs

_TRAITS: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "nữ|dân tộc|trẻ|tuổi|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|trình độ|đại học|tái cử|lần đầu|giáo sư|tôn giáo"
        "|đảng viên|vượt"
        "|không là người địa phương|không phải là người địa phương|người địa phương|chưa|thiếu|sai|đủ"
        "|hoàn thành|năng lực"
        "|quan hệ|ngoài đảng|ngoại ngữ|chính trị|trưởng thành|quy hoạch|tốt nghiệp|chuyên môn"
        "|bầu|trúng cử|trúng|hàm|hết hạn"
    ).split("|")
)
_RANKS: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "cấp phòng|cấp vụ|cấp cục|cấp sở|cấp ban|cấp đội|cấp trưởng|cấp phó|cấp tổ|cấp khoa|phó phòng"
        "|trưởng phòng|cấp xã"
        "|cấp huyện|cấp tỉnh|cấp thành phố|cấp quận|lãnh đạo phòng|chuyên viên|trưởng|phó|cấp bộ|cấp viện"
        "|cấp đơn vị|khối đảng"
        "|khối chính quyền|khối nhà nước|cơ quan đảng|đoàn thể|chính quyền|mặt trận|cơ quan hành chính|đơn vị sự nghiệp"
        "|hội đồng nhân dân|ủy ban nhân dân|khối|chức danh|diện"
    ).split("|")
)
_PERSONS = (Noun.TITLE, Noun.ATTRIBUTE)  # nouns that stay in the label of a part
_GIVEN = frozenset(["chức", "danh", "vụ", "làm"])  # "... bố trí giữ chức vụ | Bí thư cấp ủy cấp xã có 69 lượt"
_PLACED = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_LABEL_LEAD = frozenset("có được là giữ chức danh vụ cũng đã , và : - – • + bố trí làm số còn lại riêng lượt".split())


def part_of(doc: Doc, clause: Clause) -> TotalPart:
    """The part that a clause states; its clause is the span that supports it."""
    tokens, counted = doc.tokens, clause.counted
    i, j = span_of(tokens, clause)
    sent = sent_to(tokens, counted.j, min(j, counted.j + 30))
    titles = [t for t in titles_in(tokens, sent or i, j) if not _acts(tokens, t, counted.i)]
    titled = counted.noun is Noun.TITLE
    roles = counted.roles if titled and not titles else given_roles(titles)
    if not titled:
        held = bare_rank(tokens, counted.num_j, counted.j + 1) if sent is None else ()
        roles = held or tuple(role for role in roles if role is not Role.OTHER)
    if Role.DEPUTY_HEAD in roles and Role.HEAD not in roles and _names_chiefs(tokens, i, j):
        roles = (Role.HEAD, *roles)  # "trưởng, phó Công an xã"
    if titles and only_planned(tokens, counted.j, titles[0].i):
        roles = ()
    trait = _TRAITS.any(tokens, i, j) or (counted.noun is Noun.ATTRIBUTE and not roles)
    flow = find_flow(tokens, i, j) or placed_at(tokens, i, j)
    if flow is not None and flow.to_level is None:
        flow = joined(flow, to_post(tokens, clause))
    if counted.noun is Noun.TITLE and (flow is None or flow.from_level is None):
        flow = from_post(tokens, clause, flow)
    return TotalPart(
        counted,
        i,
        j,
        _label(doc, i, j, clause),
        flow=flow,
        roles=roles or bare_rank(tokens, i, j) or other_posts(tokens, i, j),
        period=_period(doc, i, j),
        trait=trait and flow is None,
        rank=_RANKS.any(tokens, i, j),
        place=_locality(doc, i, counted.i),
        named=_is_named(tokens, i, j, counted.i),
        tier=next((t.level for t in find_tiers(tokens, i, j) if t.level in _PLACED), None) if flow is None else None,
    )


def _names_chiefs(tokens: Tokens, i: int, j: int) -> bool:
    """Whether "trưởng, phó" stands bare: not "đội trưởng, phó ..."."""
    low = tokens.low
    return any(
        low[k] == "trưởng" and low[k + 1 : k + 3] == [",", "phó"] and low[k - 1] in ("danh", "vụ", "làm", "giữ", "là")
        for k in range(i + 1, j - 2)
    )


def _acts(tokens: Tokens, title: TitleHit, count: int) -> bool:
    """Whether a committee or officer is who moves the people: "Ban Thường vụ đã luân chuyển 14 đồng chí"."""
    if title.j > count or tokens.at(title.i - 1) in ("vào", "gia"):
        return False
    verbs = find_verbs(tokens, title.j, count)
    if tokens.low[title.i] in ("ban", "btv", "bch"):
        return bool(verbs)
    return any(tokens.low[v.i - 2 : v.i] == ["quyết", "định"] or tokens.low[v.i - 1] == "đã" for v in verbs)


def _is_named(tokens: Tokens, i: int, j: int, num: int) -> bool:
    """Whether a proper name labels the part ("Yên Thành với 34 lượt"), or a short label before a colon or the
    number."""
    cap = tokens.cap
    named = num > i and (True in cap[i + 1 : num] or (cap[i] and cap[i + 1]))
    return named or (0 < num - i <= 16 and tokens.low[num - 1] == ":")


def _locality(doc: Doc, i: int, num: int) -> Place | None:
    """The district or province whose part it is: named right before the number, with its kind or by its bare name."""
    tokens = doc.tokens
    mention = next((m for m in doc.within(find_places(doc), i, num) if m.j <= num), None)
    if mention is not None:
        return Place(name=mention.written, level=mention.unit.level)
    end = num
    while end > i and tokens.low[end - 1] in ("với", "có", "là", ":", "được"):
        end -= 1
    start = end
    while start > i and tokens.cap[start - 1] and end - start < 4:
        start -= 1
    if end - start < 2:
        return None
    units = find_units(tokens.slice(start, end), Level.DISTRICT)
    return Place(name=doc.written(start, end), level=Level.DISTRICT) if units else None


def _period(doc: Doc, i: int, j: int) -> Period | None:
    for date in doc.within(find_dates(doc), i, j):
        if date.edtf is not None and not date.birth and not date.paper:
            return Period(edtf=date.edtf, text=doc.tokens.slice(date.i, date.j))
    return None


def span_of(tokens: Tokens, clause: Clause) -> tuple[int, int]:
    """The clause without the signs and joints at its ends."""
    low, i, j, num, noun_end = tokens.low, clause.i, clause.j, clause.counted.i, clause.counted.j
    while i < num and low[i] in (",", "và", ":", "-", "–", "•", "+", "(", "“"):
        i += 1
    while j > noun_end and low[j - 1] in (",", "và", ".", ")", "…", ":", "-", '"', "”"):
        j -= 1
    return i, j


def _label(doc: Doc, i: int, j: int, clause: Clause) -> str:
    """The words of the clause beside the count, as written: behind it if there are any, else before it."""
    tokens, counted, low = doc.tokens, clause.counted, doc.tokens.low
    verbs = {k for v in find_verbs(tokens, i, j) for k in range(v.i, v.j)}
    after = counted.num_j if counted.noun in _PERSONS else counted.j
    lead = _LABEL_LEAD if counted.noun is not Noun.TITLE else ("đồng", "chí")
    while after < j and (low[after] in lead or after in verbs or _misspelt(low, after)):
        after += 1
    if after < j and low[after] != "(" and not states_share(tokens, after - 1):
        return doc.written(after, _label_end(low, after, j))
    before = i + 2 if low[i : i + 2] in (["trong", "đó"], ["cụ", "thể"]) else i
    while before < counted.i and (low[before] in _LABEL_LEAD or before in verbs or _misspelt(low, before)):
        before += 1
    stop = counted.i
    while stop > before and low[stop - 1] in ("là", "có", ":", ",", "với", "đối", "được", "–", "-", "("):
        stop -= 1
    given = next((k for k in range(stop - 1, before, -1) if low[k - 1] in _GIVEN and low[k] not in _GIVEN), before)
    if stop > before:
        return doc.written(given, stop)
    return doc.written(i, j)


def _label_end(low: list[str], i: int, j: int) -> int:
    """Where a label ends: before its share of the total ("tiến sĩ (chiếm 7,63%)") and a bracket that stays open."""
    for k in range(i + 1, j):
        if low[k] == "gồm":
            return k  # "2 Phó Bí thư gồm các đồng chí ..."
        if (low[k] == "(" and ")" not in low[k:j]) or (low[k] in ("(", ",") and k + 1 < j and low[k + 1] == "chiếm"):
            return k
    return j


def _misspelt(low: list[str], k: int) -> bool:
    """ "giữa chức" for "giữ chức", as papers write it now and then."""
    return low[k] == "giữa" and k + 1 < len(low) and low[k + 1] == "chức"
