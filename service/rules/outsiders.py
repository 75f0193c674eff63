"""Who is no official of the political system: office-holders of other countries, firms, clubs.

The words of an appointment are the same everywhere ("Quốc hội Lào bầu ông ... làm Chủ tịch nước"). A sentence tells of
another country when the country's name stands in the name of a power or post, when a head of state of a kind that
Vietnam has not appoints, or when the country itself does.
"""

from __future__ import annotations

from itertools import takewhile

from service.rules.doc import Doc
from service.rules.drafts import Draft
from service.rules.posts import PostMention
from service.rules.terms import terms
from service.rules.tokens import Hit, Lexicon, Tokens

_CACHE = "foreign"
_COUNTRIES: Lexicon[bool] = Lexicon(
    [
        (name, True)
        for name in terms(
            """
            trung quốc | nhật bản | hàn quốc | triều tiên | campuchia | cam - pu - chia | thái lan | singapore |
            xin - ga - po | malaysia | ma - lai - xi - a | indonesia | in - đô - nê - xi - a | philippines |
            phi - líp - pin | myanmar | mi - an - ma | ấn độ | hoa kỳ | australia | ô - xtrây - li - a | ukraine |
            canada | ca - na - đa | cuba | cu - ba | hong kong | hồng kông | đài loan | liên bang nga | belarus |
            pakistan | bangladesh | nepal | israel | iran | iraq | thổ nhĩ kỳ | ba lan | hà lan | thụy điển | brazil |
            kazakhstan | mông cổ | timor leste | new zealand | italy | tây ban nha
            """
        )
    ]
    + [(name, False) for name in ("lào", "mỹ", "nga", "anh", "pháp", "đức")]
)
"""Names of countries; those that are words or names of persons too (False) count right behind a power only."""
_POWERS = frozenset(
    terms("quốc hội | chính phủ | thủ tướng | nội các | ngoại trưởng | trung ương | cộng sản | đặc khu | bộ trưởng")
)
_HEADS_OF_STATE = frozenset(terms("tổng thống | quốc vương | nhật hoàng | thượng viện | hạ viện | nghị viện"))
_FIRST_OF_HEADS = frozenset(head.split()[0] for head in _HEADS_OF_STATE)
_RULERS = frozenset(["tổng thống", "quốc vương", "nhật hoàng"])
"""Who rules elsewhere: an article whose headline names one and which does not name Vietnam tells of another country."""
_ELSEWHERE: Lexicon[bool] = Lexicon(
    [
        (t, False)
        for t in terms(
            """
            quốc vụ viện | ủy viên quốc vụ | đại hội đại biểu nhân dân toàn quốc | nhà trắng | lầu năm góc
            | điện kremlin | duma quốc gia | tòa thánh | giáo hoàng | đức thánh cha | đức giáo hoàng | đức cha
            | tổng giám mục
            """
        )
    ]
    + [
        (t, True)
        for t in terms("thượng nghị sĩ | hạ nghị sĩ | tân giám mục | giám mục phó | giám mục phụ tá | linh mục")
    ]
)
"""Bodies and posts of other countries and of the Church; those that are no names (True) count without a capital."""
_OPENING = 2  # sentences that make up headline and lead
_LONG = 80  # tokens of a sentence that are looked through for the land's name
_ABROAD = frozenset(
    terms("tại | với | ở | vụ | viện | - | – | sứ | nghị | trường | cùng | , | ; | : | ( | . | và | \n")
)
"""Words that cut a country off the power before it: "Đại sứ Việt Nam tại Lào", "Vụ Trung Quốc"."""
_SENDS: Lexicon[bool] = Lexicon(
    (verb, True)
    for verb in terms(
        "bổ nhiệm | miễn nhiệm | cách chức | chỉ định | đề cử | phê chuẩn | sa thải | cải tổ | bầu | thay"
    )
)
_GREETINGS: Lexicon[bool] = Lexicon(
    (t, True)
    for t in terms("chúc mừng | điện mừng | thư mừng | hội đàm | hội kiến | đón | tiếp | thăm | chuyến thăm | mời")
)
"""What foreigners do in a sentence that may tell a move at home beside it."""
_NAME = 4  # tokens between a power and the country behind it: "Bộ trưởng Quốc phòng và An ninh"
_HOLDS = frozenset(["làm", "giữ", "chức", "là"])
"""Words that lead to a post: "được bổ nhiệm làm Thủ tướng Campuchia"."""
_POST = 12  # tokens between such a word and the power in the post's name
_AGENT = 16  # tokens between a head of state and the verb: "Tổng thống ... ngày 10/5 đã chính thức ký bổ nhiệm"


def tells_of_foreigners(doc: Doc, i: int) -> bool:
    """Whether the sentence of token ``i``, or the whole article by its headline, is about another country's posts."""
    found = doc.cache.get(_CACHE)
    if not isinstance(found, set):
        found = _foreign_sentences(doc)
        doc.cache[_CACHE] = found
    return doc.sentence_number(i) in found


def _foreign_sentences(doc: Doc) -> set[int]:
    tokens = doc.tokens
    found: set[int] = set()
    for k in tokens.where(_COUNTRIES.first):
        hit = _COUNTRIES.match(tokens, k)
        if hit is None or not tokens.cap[k]:
            continue
        begin, end = doc.sentence_of(k)
        at_once = k - begin <= 1 and hit.value and _sends(tokens, hit.j, min(end, hit.j + 3))
        if tokens.padded[hit.j] not in ("-", "–") and (at_once or _names_a_power(tokens, hit, begin, end)):
            _note(doc, found, k)
    for k in tokens.where(_FIRST_OF_HEADS):
        if f"{tokens.low[k]} {tokens.at(k + 1)}" in _HEADS_OF_STATE:
            end = min(doc.sentence_of(k)[1], k + _AGENT)
            if _sends(tokens, k + 2, _clause_end(tokens, k, end)):
                _note(doc, found, k)
    for k in tokens.where(_ELSEWHERE.first) if _ELSEWHERE.occurs(tokens) else ():
        hit = _ELSEWHERE.match(tokens, k)
        if hit is not None and (hit.value or tokens.cap[k]):
            found.add(doc.sentence_number(k))
    if _is_about_another_land(doc, found):
        found.update(n for n, (i, j) in enumerate(doc.sentences) if not _names_home(tokens, i, j))
    return found


def _is_about_another_land(doc: Doc, found: set[int]) -> bool:
    """Whether the headline or the lead tells of another country's posts, or the headline names its ruler."""
    tokens, opening = doc.tokens, doc.sentences[:_OPENING]
    begin, end = opening[0] if opening else (0, 0)
    if _names_home(tokens, begin, end):
        return False
    words = tokens.low[begin : min(end, begin + _AGENT)]
    ruled = not _FIRST_OF_HEADS.isdisjoint(words) and any(
        f"{word} {tokens.padded[k]}" in _RULERS for k, word in enumerate(words, begin + 1)
    )
    return ruled or any(n in found for n in range(len(opening)))


def _names_home(tokens: Tokens, i: int, j: int) -> bool:
    stop = min(j, i + _LONG)
    return "việt" in tokens.low[i:stop] and any(
        tokens.low[k] == "việt" and tokens.at(k + 1) == "nam" for k in range(i, stop)
    )


def _note(doc: Doc, found: set[int], k: int) -> None:
    number = doc.sentence_number(k)
    if number not in found and not _GREETINGS.any(doc.tokens, *doc.sentences[number]):
        found.add(number)


def _names_a_power(tokens: Tokens, hit: Hit[bool], begin: int, end: int) -> bool:
    """Whether a country stands in the name of a power that appoints somebody, or in that of a post held."""
    power = _power_before(tokens, hit.i, begin, hit.value)
    if power is None or not (hit.value or hit.j >= end or not tokens.cap[hit.j]):
        return False
    if _sends(tokens, hit.j, _clause_end(tokens, hit.j, min(end, hit.j + _AGENT))):
        return True
    back = range(power - 1, max(begin, power - _POST) - 1, -1)
    return any(tokens.low[m] in _HOLDS for m in takewhile(lambda m: tokens.low[m] not in ",;:", back))


def _power_before(tokens: Tokens, k: int, begin: int, freely: bool) -> int | None:
    """Where the power begins in whose name the country at token ``k`` stands: right before it, or ``freely``."""
    for m in range(k - 1, max(begin, k - _NAME - 2), -1):
        if tokens.low[m] in _ABROAD:
            return None
        if f"{tokens.low[m - 1]} {tokens.low[m]}" in _POWERS | _HEADS_OF_STATE:
            return m - 1
        if not freely:
            return None
    return None


def _clause_end(tokens: Tokens, i: int, j: int) -> int:
    return next((m for m in range(i, j) if tokens.low[m] in (",", ";", ":")), j)


def _sends(tokens: Tokens, i: int, j: int) -> bool:
    return i < j and _SENDS.any(tokens, i, j)


_MARKETS = ("cổ đông", "cổ phiếu", "niêm yết", "vốn hóa", "HLV", "cầu thủ", "huấn luyện viên", "đạo diễn", "khán giả")
"""Words of the stock market, of sport and film: in such an article a post without a tier is no official's."""
_CLUBS: Lexicon[bool] = Lexicon(
    (t, True) for t in ("clb", "câu lạc bộ", "đội bóng", "hlv", "huấn luyện viên", "đội tuyển")
)
_LAY: Lexicon[bool] = Lexicon(
    (t, True)
    for t in terms(
        "ban quản trị | trị sự | dòng họ | giáo xứ | đồng hương | phụ huynh | lớp trưởng | chung cư | họ đạo"
    )
)
"""What people form among themselves: houses, clans, parishes; who leads them is no official."""
_STATE = (
    "Đảng", "đảng", "UBND", "HĐND", "Bộ ", "Tỉnh", "tỉnh", "huyện", "Sở ", "Nhà nước", "nhà nước", "Chính phủ",
    "Thủ tướng", "Ủy ban", "Tổng công ty", "Tổng Công ty", "Quốc gia", "Hội đồng thành viên", "HĐTV",
)  # fmt: skip
_BOARDS = ("hội đồng quản trị", "hđqt", "tổng giám đốc", "tgđ", "giám đốc điều hành", "kế toán trưởng")


def officials_only(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """The moves of officials: without those in other countries, in clubs, and in firms that no body of state owns."""
    text = doc.folded.text
    kept = [draft for draft in drafts if not tells_of_foreigners(doc, draft.i)]
    kept = [draft for draft in kept if not any(_is_lay(doc, post) for post in draft.taken + draft.left)]
    kept = [draft for draft in kept if not _is_private(doc, draft)]
    tiered = [draft for draft in kept if any(post.level for post in draft.taken + draft.left)]
    sure = [d for d in tiered if any(p.level and not _is_club(doc, p.i, p.j) for p in d.taken + d.left)]
    if len(sure) < len(kept) and any(word in text for word in _MARKETS):
        kept = tiered = sure
    if len(tiered) < len(kept) and not any(word in text for word in _STATE):
        lower = text.lower()
        kept = tiered if any(board in lower for board in _BOARDS) else kept
    return kept


_FIRMS: Lexicon[bool] = Lexicon(
    (t, True) for t in terms("tmcp | công ty cổ phần | ctcp | công ty tnhh | startup | start - up | đại hội cổ đông")
)
_STATE_BANKS = frozenset(["agribank", "vietcombank", "bidv", "vietinbank", "vbsp", "oceanbank", "gpbank", "cbbank"])
"""Banks in which the state has the say; a word in "bank" that is none of them names a private one."""


def _is_private(doc: Doc, draft: Draft) -> bool:
    """Whether a move fills a seat on the board of a firm that no body of state owns, by the words of its sentence."""
    posts = draft.taken + draft.left
    if any(post.level for post in posts) or not any(post.title.lower().startswith(_SEATS) for post in posts):
        return False
    begin, end = doc.sentence_of(draft.i)
    begin, end = max(begin, draft.i - _FIRM), min(end, draft.j + _FIRM)
    words = doc.tokens.low[begin:end]
    banks = [word for word in words if word.endswith("bank")]
    if not (banks or _FIRMS.any(doc.tokens, begin, end)) or not _STATE_BANKS.isdisjoint(words):
        return False
    said = doc.tokens.slice(begin, end)
    return not any(word in said for word in _STATE)


_FIRM = 60  # tokens around a move in which its sentence names the firm
_SEATS = (
    "chủ tịch hội đồng quản trị", "chủ tịch hđqt", "phó chủ tịch hội đồng quản trị", "phó chủ tịch hđqt",
    "thành viên h", "ủy viên hđqt", "ủy viên hội đồng quản trị", "tổng giám đốc", "phó tổng giám đốc", "quyền tổng",
    "tgđ", "ptgđ", "giám đốc", "phó giám đốc", "trưởng ban kiểm soát", "kế toán trưởng", "quyền giám đốc",
)  # fmt: skip


def _is_lay(doc: Doc, post: PostMention) -> bool:
    return _LAY.any(doc.tokens, post.i, min(post.j + 2, len(doc.tokens.low)))


def _is_club(doc: Doc, i: int, j: int) -> bool:
    return _CLUBS.any(doc.tokens, i, j)
