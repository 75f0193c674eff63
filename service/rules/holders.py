"""A person with the posts said of him beside his name."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.names import PROVINCES
from service.rules.posts import PostMention, post_at
from service.rules.references import PersonMention
from service.rules.serving import SERVING
from service.rules.terms import terms
from service.rules.tokens import Lexicon, Tokens


@dataclass
class Holder:
    """A person and the posts said of him beside his name, at tokens ``i`` up to ``j``.

    ``held`` are the posts in apposition, in the order of the text. ``before`` says that they stand before the name,
    ``new`` that "tân" says that they have just been taken.
    """

    i: int
    j: int
    person: PersonMention
    held: list[PostMention] = field(default_factory=list)
    before: bool = False
    new: bool = False


Item = Holder | PostMention | Mark | str
"""What a sentence is made of; a string is a sign: ``,`` ``;`` ``(`` ``)`` ``-`` ``:``."""

_AGE: Lexicon[bool] = Lexicon(
    (term, True) for term in ("tuổi", "sinh năm", "sinh ngày", "sn", "quê", "quê ở", "quê quán", "người", "dân tộc")
)
_HELD = """
nguyên | hiện là | đang là | khi đó là | là | hiện đang là | nguyên là | lúc đó là | thời điểm luân chuyển là | cựu
| hiện giữ chức | khi đó đang là | đang giữ chức vụ | đang giữ chức | hiện giữ chức vụ | vốn là | trước đó là | hiện
| đương kim | tập sự | khi ấy là | trước là | trước đây là | trước kia là | lúc ấy là | bấy giờ là | khi ấy đang là
"""
_IN_APPOSITION: Lexicon[str] = Lexicon(
    [(term, "held") for term in terms(_HELD)]
    + [(term, "and") for term in ("kiêm", "đồng thời là", "kiêm nhiệm", "đồng thời")]
    + [(term, "new") for term in ("tân",)]
)  # fmt: skip
_RANKS = [[first, second] for first in ("thiếu", "trung", "thượng", "đại") for second in ("úy", "tá", "tướng")]
"""Ranks that stand between a name and the post: "ông A, Đại tá, Chỉ huy trưởng ..."."""
_STANDING = frozenset(["bìa", "bên", "trái", "phải", "giữa", "đứng", "ngồi", "thứ", "hàng", "ảnh"])
"""First syllables of what a bracket says of a picture: "(bìa trái)", "(thứ hai từ phải qua)"."""
_POST_SYLLABLES = """
bí phó chủ giám tổng bộ trưởng chánh viện vụ cục chi hiệu chỉ tư chính đội đồn trạm thủ thống tổ kiểm tham kế người
hạt khoa trung hội sư lữ tiểu đại phân thứ cấp ủy tỉnh thành huyện quận thị đảng bch btv chuyên thẩm thư trợ điều
thanh công hàm tập quyền đoàn thường ban chức vị phụ cán viên nhân chấp tùy uvtv uvbtv uvbch gđ pgđ tgđ ptgđ pct
"""
POST_STARTS = frozenset(_POST_SYLLABLES.split())
"""First syllables of titles; a cheap test before a title is looked up."""


def holder_of(tokens: Tokens, person: PersonMention, items: list[Item], stop: int) -> Holder:
    """The person with the posts in apposition: those right before his name, or those behind it."""
    holder = Holder(person.i, person.j, person)
    before: list[PostMention] = []
    named = tokens.low[person.i] == "gồm"  # "miễn nhiệm 3 Phó Chủ tịch gồm các ông A, B": theirs to take or leave
    while (
        items
        and not named
        and isinstance(post := items[-1], PostMention)
        and post.j == (before[0].i if before else person.i)
    ):
        before.insert(0, post)
        items.pop()
        if (
            len(items) >= 2
            and isinstance(items[-1], str)
            and items[-1] == ","
            and isinstance(items[-2], PostMention)
            and items[-2].j == before[0].i - 1
        ):
            items.pop()
            continue
        break
    if not before and _heads_an_item(items) and isinstance(post := items[-2], PostMention) and post.j == person.i - 1:
        before = [post]  # "...; Phó Giám đốc Sở Y tế - bà A làm ..."
        del items[-2:]
    while before and items and isinstance(post := items[-1], PostMention) and post.j == before[0].i - 1:
        if tokens.low[post.j] == "và" and _is_taken(items, post):
            break  # "... về làm POST và Thứ trưởng A về làm POST": the first is another's
        before.insert(0, post)
        items.pop()
    if before:
        holder.held, holder.before, holder.i = before, True, before[0].i
        holder.new = _is_new(tokens, before[0].i)
    else:
        _behind(tokens, holder, stop)
    return holder


def _is_taken(items: list[Item], post: PostMention) -> bool:
    """Whether a verb of holding stands right before a post, the last of the items."""
    before = items[-2] if len(items) > 1 else None
    return isinstance(before, Mark) and before.kind is Kind.TAKE and before.j == post.i


def _heads_an_item(items: list[Item]) -> bool:
    """Whether the last items are a post and a dash at the head of an item of a list."""
    return items[-1:] == ["-"] and items[-3:-2] == [";"]


def _is_new(tokens: Tokens, i: int) -> bool:
    return tokens.at(i - 1) == "tân"


def _behind(tokens: Tokens, holder: Holder, stop: int) -> None:
    """Read the apposition behind a name: a comma, a dash or a parenthesis, the age perhaps, then posts."""
    low = tokens.low
    k = _skip_age(tokens, holder.j, stop)
    opened = "(" in low[holder.j : k] and ")" not in low[holder.j : k]
    while k < stop and low[k] in ",-–(:":
        opened = opened or low[k] == "("
        k += 1
        after = _skip_age(tokens, k, stop)
        if after == k:
            after = _skip_degree(low, k, stop)
            holder.j = after if after > k else holder.j
        if after == k:
            break
        k = after
    if k > holder.j and low[k : k + 2] in _RANKS and tokens.at(k + 2) in (",", "-", "–"):
        k += 3
    while k < stop:
        lead = _IN_APPOSITION.match(tokens, k)
        if lead is not None and (k > holder.j or low[k] == "nguyên" or (lead.value == "and" and holder.held)):
            k = lead.j if low[k] != "tập" else k
            holder.new = holder.new or lead.value == "new"
        post = post_at(tokens, k, stop) if k < stop and low[k] in POST_STARTS else None
        if post is None or (k == holder.j and lead is None and not tokens.cap[k]):
            if not holder.held and low[k - 1] == ")":
                holder.j = k  # "ông A (sinh năm 1970, quê Hà Nam) đắc cử POST": the verb stands right behind him
            elif holder.held and opened:
                holder.j = _past_bracket(low, k, stop) or holder.j
            return
        holder.held.append(post)
        holder.j = k = _skip_term(low, past_whom_he_serves(tokens, post, stop), stop)
        if low[k : k + 2] == [",", "tỉnh"] and k + 2 < stop:
            province = PROVINCES.match(tokens, k + 2)
            holder.j = k = province.j if province is not None and province.j <= stop else k
        if k < stop and low[k] in (",", "và", "-", "–", "kiêm"):
            k += low[k] != "kiêm"
            lead = _IN_APPOSITION.match(tokens, k) if k < stop else None
            if lead is not None and lead.value == "held" and low[k] not in ("nguyên", "là", "tập"):
                return
            continue
        if opened and k < stop:
            holder.j = _past_bracket(low, k, stop) or holder.j
        return


def past_whom_he_serves(tokens: Tokens, post: PostMention, stop: int) -> int:
    """Past a post and, of one who serves, past the posts of whom he serves: "Trợ lý đồng chí A, Ủy viên POST"."""
    low, k = tokens.low, post.j
    if low[post.i : post.i + 2] not in SERVING or low[post.i + 2 : post.i + 4] != ["đồng", "chí"]:
        return k
    while k + 1 < stop and low[k] == "," and low[k + 1] in POST_STARTS:
        other = post_at(tokens, k + 1, stop)
        if other is None:
            return k
        k = other.j
    return k


def _past_bracket(low: list[str], k: int, stop: int) -> int | None:
    """Past the bracket that a post stands in, and what it says further of the post: "(45 tuổi, POST, cùng Sở Y tế)"."""
    close = next((m for m in range(k, min(stop, k + _REST)) if low[m] in "()"), None)
    if close is None or low[close] == "(" or not _TELLING.isdisjoint(low[k:close]):
        return None
    return close + 1


_REST = 12
"""Tokens that a bracket may go on for behind a post."""
_TELLING = frozenset(["được", "làm", "giữ", "về", "sang", "chuyển", "bị", "thay", ";"])
"""Words that tell something of their own inside a bracket."""


def _skip_term(low: list[str], k: int, stop: int) -> int:
    """Past the term of office behind a post: "nhiệm kỳ 2016 - 2021", "khóa XII", "(nhiệm kỳ 2016-2021)"."""
    if k + 1 < stop and low[k] == "khóa" and (low[k + 1].isdigit() or not low[k + 1].strip("ivx")):
        k += 2
    m = k
    while m < stop and low[m] in ",(":
        m += 1
    if low[m : m + 2] != ["nhiệm", "kỳ"] or m - k > 1:
        return k
    m += 2
    end = next((e for e in range(m, min(stop, m + 4)) if not (low[e][0].isdigit() or low[e] in "-–")), m)
    return end + (end < stop and low[k] == "(" and low[end] == ")") if end > m else k


def _skip_degree(low: list[str], k: int, stop: int) -> int:
    """Past a degree with its field, up to the sign behind it: "thạc sĩ quản trị kinh doanh", "kỹ sư xây dựng"."""
    if k + 1 >= stop or low[k + 1] not in _DEGREES.get(low[k], ()):
        return k
    return next((e for e in range(k + 2, min(stop, k + _FIELD)) if low[e] in ",;"), k)


_DEGREES = {
    "tiến": ("sĩ", "sỹ"), "thạc": ("sĩ", "sỹ"), "bác": ("sĩ", "sỹ"), "dược": ("sĩ", "sỹ"), "kỹ": ("sư",),
    "cử": ("nhân",), "giáo": ("sư",), "phó": ("giáo",), "cao": ("cấp",), "trình": ("độ",),
}  # fmt: skip
_FIELD = 18
"""Tokens of a degree and its field."""


def _post_inside(tokens: Tokens, m: int, close: int) -> int | None:
    """Where a post begins in a bracket that opens with the age: "(47 tuổi, Phó Chủ tịch ...)", "(..., nguyên ...)"."""
    low = tokens.low
    for k in range(m + 1, close):
        if low[k - 1] in ",;":
            lead = _IN_APPOSITION.match(tokens, k)
            at = lead.j if lead is not None and lead.value == "held" else k
            if low[at] in POST_STARTS and post_at(tokens, at, close) is not None:
                return k
    return None


def _skip_age(tokens: Tokens, k: int, stop: int) -> int:
    """Past "(1970)", "(sinh năm 1970)", "47 tuổi," and "sinh ngày 12/12/1960" behind a name."""
    low = tokens.low
    m = k
    while m < stop and low[m] in "(,-–":
        m += 1
    hit = _AGE.match(tokens, m) if m < stop else None
    if hit is not None and low[m] in ("người", "dân") and not (hit.j < stop and tokens.cap[hit.j]):
        hit = None
    if m < stop and low[m - 1] == "(" and low[m] in _STANDING and low[m + 1 : m + 2] != ["trưởng"]:
        close = next((e for e in range(m, min(stop, m + 9)) if low[e] == ")"), None)
        if close is not None:
            return close + 1  # "ông A (bìa trái), POST"
    aged = m < stop and low[m][0].isdigit() and tokens.at(m + 1) == "tuổi"
    if (hit is not None or aged) and low[m - 1] == "(":  # "(sinh năm 1980; quê quán: Hà Nam)", "(47 tuổi, kỹ sư)"
        close = next((e for e in range(m, min(stop, m + 30)) if low[e] == ")"), None)
        if close is not None:
            return _post_inside(tokens, m, close) or close + 1
    if hit is None and not (m < stop and low[m][0].isdigit() and (low[m - 1] == "(" or tokens.at(m + 1) == "tuổi")):
        return k
    e = m
    while (
        e < stop and e - m < 10 and low[e] not in ",)–;:" and not (low[e] == "-" and not tokens.at(e + 1)[:1].isdigit())
    ):
        if e > m + 1 and low[e] in ("giữ", "được", "làm", "thôi"):
            return e
        e += 1
    if e < stop and low[e] == ")":
        e += 1
    return e
