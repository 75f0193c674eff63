"""Persons: names behind a form of address, names behind a title, and short references ("ông Tiến") to a full name."""

from __future__ import annotations

from service.rules.doc import Doc
from service.rules.extent import extend
from service.rules.names import ANY_FAMILY, FAMILY, PROVINCES, person_in_run, run_end
from service.rules.references import FEMALE, MALE, PersonMention, resolve, with_full_names
from service.rules.roles import title_head
from service.rules.terms import terms
from service.rules.tokens import Hit, Lexicon, Tokens

_ADDRESS: Lexicon[bool] = Lexicon(
    [
        (term, False)
        for term in terms(
            """
            ông | bà | anh | chị | đồng chí | đ / c | đ . c | đc | cụ | thầy | cô | nữ đồng chí | ngài | thượng
            tá | đại tá | trung tá | thiếu tá | thiếu tướng | trung tướng | thượng tướng | đại tướng | đại úy |
            thượng úy | trung úy | thiếu úy | chuẩn đô đốc | tiến sĩ | tiến sỹ | thạc sĩ | thạc sỹ | bác sĩ |
            bác sỹ | giáo sư | phó giáo sư | kỹ sư | luật sư | ts | ths | pgs | gs | bs | ts . | ths . | pgs . |
            gs . | bs . | đại biểu | đồng chi | bscki | bsckii | bsck1 | bsck2 | bs ck1 | bs ck2 | bs cki | bs ckii |
            dược sĩ
            | bác sĩ chuyên khoa i | bác sĩ chuyên khoa ii | bác sĩ cki | bác sĩ ckii | kiến trúc sư |
            cử nhân |
            ông / bà | đô đốc | phó đô đốc | nsnd | nsưt | nghệ sĩ nhân dân | nghệ sĩ ưu tú
            """
        )
    ]
    + [
        (term, True)
        for term in terms(
            """
            các ông | các bà | hai ông | hai bà | ba ông | các đồng chí | ông bà | hai đồng chí | các ông bà |
            các anh | các chị | các ông , bà | ba đồng chí | gồm các ông | các vị | các đ / c | hai đ / c | ba đ / c |
            các ông , bà | các ông / bà | các cán bộ | hai anh | hai chị | ba bà | bốn ông | bốn đồng chí |
            hai cán bộ | ba cán bộ | các đồng chi
            """
        )
    ]
)
_ADDRESS_STARTS = frozenset(
    "ông bà anh chị đồng đ đc cụ thầy cô nữ ngài thượng đại trung thiếu chuẩn tiến thạc bác giáo phó kỹ luật ts ths "
    "pgs gs bs nsnd nsưt nghệ các hai ba bốn gồm bscki bsckii bsck1 bsck2 dược kiến cử đô".split()
)
_ABBREVIATED = frozenset("ts ths pgs gs bs đc c đ bscki bsckii bsck1 bsck2 cki ckii ks ls nsnd nsưt".split())
"""Abbreviated forms of address, which a full stop may follow: "ThS. Lê Văn A"."""
_NOT_BEFORE_A_BARE_NAME = frozenset(
    "đường phố trường tượng giải quỹ tư tưởng cầu chợ bến phường xã huyện quận công viên tên họ tộc "
    "độ quyền thời đền khu mở thpt thcs chuyên non".split()
)
_APOSTROPHES = frozenset(["'", "’"])
_CALLINGS = frozenset(["giáo", "chuyên", "giảng", "sát", "tra", "nhân", "cứu"])
"""Syllables that make a calling with "viên", behind which its holder is named: "giáo viên Lê Thị A"."""
_HISTORIC = (
    "hồ chí minh",
    "tôn đức thắng",
    "lê hồng phong",
    "trần phú",
    "võ thị sáu",
    "nguyễn tất thành",
    "lý tự trọng",
)
_LEARNED = frozenset(["đại", "tiến", "thạc", "kỹ", "luật", "bác", "dược", "kiến", "cử"])
"""Forms of address that are also other words: "đại biểu Quốc hội", "Thạc sĩ Xây dựng"."""


def find_persons(doc: Doc) -> list[PersonMention]:
    """Every person named in the article, in the order of the text; short references carry the full name they stand for.

    A name without form of address counts when it has three words or more and begins with a common family name, or
    when it stands behind a title or in a list that "các ông" opens.
    """
    tokens = doc.tokens
    found: list[PersonMention] = []
    low, cap, n = tokens.low, tokens.cap, len(tokens)
    behind = plural_until = 0
    marked = [k - 1 for k in tokens.where(_APOSTROPHES) if k]
    for i in sorted({*_capital_pairs(cap), *marked, *tokens.where(_ADDRESS_STARTS)}):
        if i < behind:
            continue
        if low[i] in _ADDRESS_STARTS:
            hit = _ADDRESS.match(tokens, i)
            mention = _addressed(tokens, hit) if hit is not None else None
            if mention is None and low[i] in _PRONOUNS:
                mention = _pronoun(tokens, i)
            if mention is not None:
                found.append(mention)
                if mention.plural:
                    plural_until = doc.sentence_of(i)[1]
                behind = mention.j
                continue
        if cap[i] and i + 1 < n and (cap[i + 1] or low[i + 1] in "'’"):
            e = run_end(tokens, i)
            k = _bare(tokens, i, e, i < plural_until)
            if k is not None:
                j = _cut_at_title(tokens, k, e)
                if j - k >= 2:
                    found.append(PersonMention(k, j, k, tokens.slice(k, j), None))
            behind = e
    return resolve(with_full_names(tokens, found))


def _capital_pairs(cap: list[bool]) -> list[int]:
    """The tokens that begin with a capital and stand before another such token."""
    capitals, out = bytes(cap), list[int]()
    k = capitals.find(b"\1\1")
    while k >= 0:
        out.append(k)
        k = capitals.find(b"\1\1", k + 1)
    return out


def _addressed(tokens: Tokens, hit: Hit[bool]) -> PersonMention | None:
    """The person with the form of address found at a place; ranks pile up ("đồng chí Thượng tá ...")."""
    i, k, plural = hit.i, hit.j, hit.value
    if tokens.cap[i] and _is_place(tokens, i):
        return None
    n = len(tokens.low)
    for _ in range(3):
        if k >= n:
            return None
        short = tokens.low[k] == "." and (tokens.low[k - 1] in _ABBREVIATED or tokens.low[k - 1] == "c")
        if k + 1 < n and (short or (plural and tokens.low[k] == ":")):
            k += 1
            if k + 1 < n and tokens.low[k] in "-–+":
                k += 1
        if k + 1 < n and tokens.low[k] == "," and tokens.low[k - 2] in _LEARNED and tokens.low[k + 1] in _LEARNED:
            k += 1  # "Tiến sĩ, Bác sĩ Lê Văn A"
        again = _ADDRESS.match(tokens, k) if k < n and tokens.low[k] in _ADDRESS_STARTS else None
        if again is None or (again.j < n and not tokens.cap[again.j] and tokens.low[again.j] != "."):
            break
        if tokens.cap[k] and tokens.low[k] == "anh":
            break  # "NSND Anh Tú"
        k = again.j
    if k >= n or not tokens.cap[k] or (tokens.low[k - 1] == "\n"):
        return None
    e = run_end(tokens, k)
    j = _cut_at_title(tokens, k, min(e, k + 6))
    if j <= k or (j - k == 1 and tokens.low[k] in _NO_NAMES):
        return None
    if (
        tokens.low[hit.i] in _LEARNED
        and tokens.low[hit.i + 1] not in ("tá", "tướng", "úy")
        and (j - k < 2 or tokens.low[k] not in ANY_FAMILY or PROVINCES.match(tokens, k))
    ):
        return None
    if j - k == 1 and tokens.low[hit.i] in _DEGREES and _is_stated(tokens, i):
        return None
    while j - k > 2 and _trailing_place(tokens, k, j):
        j -= 2
    return PersonMention(i, j, k, tokens.slice(k, j), _form(tokens, i, k), j - k == 1, plural)


_NO_NAMES = frozenset(["ủy", "ban", "sở", "đảng", "tỉnh", "ubnd", "bộ", "tp"])
"""Words of bodies that stand alone behind a form of address and name nobody."""
_DEGREES = frozenset(["ts", "ths", "pgs", "gs", "giáo", "phó", "bs"])
"""Forms of address that are degrees; what one word behind them names may be a subject."""
_STATED = frozenset(["là", ":", "độ", "bằng", "hàm", "vị", "có"])
"""Words behind which a degree is stated of somebody named before."""


def _is_stated(tokens: Tokens, i: int) -> bool:
    """Whether a degree is said of somebody named before: "là PGS.TS Vật lý", "Trình độ: TS Luật"."""
    for k in range(i - 1, max(-1, i - 6), -1):
        if tokens.low[k] not in _DEGREES and not (tokens.low[k] == "." and tokens.at(k - 1) in _DEGREES):
            return tokens.low[k] in _STATED
    return False


_PLACES = frozenset(["rịa", "nà", "trưng", "triệu", "điểm", "đen"])
"""Syllables that make "Bà" a place: "Bà Rịa", "Hai Bà Trưng"."""
_UNITS = frozenset(["huyện", "quận", "ủy", "xã", "phường", "đảo", "đoàn", "tỉnh", "phố", "đường", "trấn"])


def _is_place(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised form of address begins a place's name: "Huyện ủy Anh Sơn", "Bà Rịa", "huyện Cô Tô"."""
    low = tokens.low
    if low[i] in ("bà", "hai") and tokens.at(i + 1 + (low[i] == "hai")) in _PLACES:
        return True
    return low[i] in ("anh", "cô", "bà") and i > 0 and low[i - 1] in _UNITS


def _form(tokens: Tokens, i: int, k: int) -> str:
    """The form of address between tokens ``i`` and ``k`` as written, without "gồm" before it."""
    return tokens.slice(i + (tokens.low[i] == "gồm"), k).rstrip(" :-–")


_GOING = frozenset(["làm", "giữ", "về", "sang", "lên"])
_MOVING = frozenset(["thay", "trở", "quay", "rời", "kế"])
"""First syllables of verbs by which the person named last goes on: "anh trở lại đồn", "Đồng chí thay ông B"."""
_STARTS_A_CLAUSE = frozenset([".", "\n", ",", ";", ":", '"', "”", "thì", "nay", "đó"])
_SENDING = frozenset(
    terms(
        """
    bầu | cử | động | nhiệm | định | chuyển | điều | phái
    """
    )
)
"""Last syllables of verbs that move someone: "đại hội bầu ông làm ..."."""


_PRONOUNS = MALE | FEMALE | {"đồng"}


def _pronoun(tokens: Tokens, i: int) -> PersonMention | None:
    """A bare "ông" or "bà" that suffers a decision ("Năm 2013 ông được luân chuyển ..."); who it is, is told later."""
    word = tokens.low[i]
    end = i + 1
    if word == "đồng" and tokens.padded[end] == "chí" and (i == 0 or tokens.low[i - 1] in _STARTS_A_CLAUSE):
        end += 1
    elif word == "đồng":
        return None
    k = end
    while k < len(tokens.low) and k - end <= 2 and tokens.low[k] in ("đã", "lại", "cũng", "tiếp", "tục", "mới", "vừa"):
        k += 1
    before, after = tokens.padded[i - 1], tokens.padded[k]
    moved = (after in _GOING or after == ",") and k == end and before in _SENDING
    moves = after in _MOVING and (before in _STARTS_A_CLAUSE or (before == "cho" and after != "thay") or i == 0)
    held = after == "là" and before == "," and "trước" in tokens.low[max(0, i - 9) : i]
    if not (after == "được" or moved or moves or held) or before in ("của", "các", "hai", "theo", "những", "với"):
        return None
    return PersonMention(i, end, end, "", tokens.slice(i, end))


def _trailing_place(tokens: Tokens, k: int, j: int) -> bool:
    """Whether the last two words of a long run are a province and not part of the name."""
    hit = PROVINCES.match(tokens, j - 2)
    return j - k >= 5 and hit is not None and hit.j == j


def _bare(tokens: Tokens, i: int, e: int, in_list: bool) -> int | None:
    """The start of a name without form of address in the run ``i`` to ``e``."""
    low = tokens.low
    if e - i < 2:
        return None
    before = low[i - 1] if i else "\n"
    if in_list and low[i] in ANY_FAMILY and 2 <= e - i <= 5 and before in (",", "và", "-", "–", "+", ";", ":"):
        return i
    if FAMILY.isdisjoint(low[i:e]):
        return None
    k = person_in_run(tokens, i, e, e - i == 2 and low[i] in FAMILY and _title_before(tokens, i))
    barred = before in _NOT_BEFORE_A_BARE_NAME and low[i - 2] != "môi"  # but "Bộ ... Môi trường Lê Văn A"
    barred = barred and not (before == "viên" and low[i - 2] in _CALLINGS)
    barred = barred and not (before == "tộc" and low[i - 3 : i - 1] in (["ban", "dân"], ["bộ", "dân"]))
    if k is None or low[k] not in FAMILY or (k == i and barred):
        return None
    if " ".join(low[k : k + 3]) in _HISTORIC or " ".join(low[k : k + 2]) == "trần phú":
        return None
    return k


def _title_before(tokens: Tokens, i: int) -> bool:
    """Whether a title ends right before token ``i``, so that two capitalised words behind it are its holder."""
    for m in range(i - 1, max(-1, i - 14), -1):
        if tokens.low[m] in ".;:\n":
            return False
        if tokens.low[m] in _TITLE_STARTS:
            head = title_head(tokens, m)
            if head is not None and extend(tokens, head.j, min(len(tokens), i + 3)) == i:
                return True
    return False


def _cut_at_title(tokens: Tokens, k: int, e: int) -> int:
    """The end of a name in the run ``k`` to ``e``: before the first title head, which can follow without a sign."""
    for m in range(k, e):
        if tokens.low[m] in _TITLE_STARTS and (m > k or m + 1 >= e) and title_head(tokens, m) is not None:
            return m
    return e


_TITLE_STARTS = frozenset(
    "bí phó chủ giám trưởng chánh viện vụ cục hiệu tổng thứ bộ ủy tỉnh thành huyện quận thị đảng chỉ tư chính đội "
    "quyền chuyên thẩm thư trợ cấp đại ban gđ pgđ tgđ ptgđ pct".split()
)
