"""Counts of people: a number with what it counts, "hơn 70 đồng chí", "1644 (lượt) cán bộ", "12 Bí thư", "44 nữ".

Numbers of dates, documents, ratios and percents are not counts; the finders of those say which tokens they own.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum

from schemas import Count, CountUnit, Qualifier, Role
from service.rules.doc import Doc
from service.rules.number_forms import is_mean_age, numbers_a_place
from service.rules.roles import find_titles
from service.rules.title_words import TITLES
from service.rules.tokens import Lexicon, Tokens
from service.rules.words import NumberToken, number_tokens


class Noun(StrEnum):
    """What the number stands before."""

    OFFICIAL = "official"
    PERSON = "person"
    TITLE = "title"
    ATTRIBUTE = "attribute"
    BARE = "bare"


@dataclass
class Counted:
    """A count at tokens ``i`` (its qualifier) up to ``j`` (behind its noun); the number stands at ``num_i`` to
    ``num_j``."""

    i: int
    num_i: int
    num_j: int
    j: int
    count: Count
    noun: Noun
    roles: tuple[Role, ...] = ()


_NOUNS: Lexicon[Noun] = Lexicon(
    [
        (term, Noun.OFFICIAL)
        for term in (
            "cán bộ|cán bộ lãnh đạo|công chức|viên chức|đồng chí|đ / c|cán bộ , công chức"
            "|cán bộ , công chức , viên chức"
            "|công chức , viên chức|cán bộ quản lý|giáo viên|giảng viên|cán bộ , giáo viên|cán bộ , giảng viên"
            "|sĩ quan|sỹ quan"
            "|chiến sĩ|chiến sỹ|cán bộ , chiến sĩ|cán bộ , chiến sỹ|cán bộ chiến sĩ|cán bộ chiến sỹ"
            "|cán bộ công chức|nhân sự"
            "|lãnh đạo|nhân viên|bác sĩ|bác sỹ|y sĩ|y bác sĩ|công an chính quy|công an|lao động hợp đồng|cán bộ công an"
            "|cấp ủy viên|ủy viên|cán bộ biên phòng|kiểm tra viên|điều dưỡng|nữ hộ sinh|điều tra viên|thầy , cô"
            "|thầy cô giáo|kiểm lâm|lãnh đạo , quản lý|cán bộ chủ chốt|cbcs|cbccvc|cbcc"
            "|cán bộ trẻ|cán bộ nữ|nữ cán bộ|thẩm phán|kiểm sát viên|hiệu trưởng|chuyên viên|giám đốc"
            "|cán bộ hội|thầy cô"
            "|thầy giáo|cô giáo|cán bộ đoàn|trí thức trẻ|đội phó|tổ phó|thanh tra viên|chỉ huy"
            "|lãnh đạo , chỉ huy|cán bộ chỉ huy|cán bộ , chỉ huy"
            "|trưởng , phó phòng|trưởng phó phòng|trưởng , phó các phòng"
            "|cán bộ lãnh đạo , chỉ huy|cử nhân|trí thức|trí thức ưu tú|trí thức trẻ ưu tú|trí thức trẻ tình nguyện"
            "|đội viên|đội viên trí thức trẻ|kỹ thuật viên|kĩ thuật viên|bác sĩ , điều dưỡng"
            "|giao dịch viên|kế toán viên|công chức , người lao động|cán bộ , công chức , người lao động|csgt"
            "|trưởng , phó|trưởng các đoàn thể|trưởng đoàn thể|trưởng các ngành|y , bác sĩ|y , bác sỹ|y bác sỹ"
            "|cán bộ , đảng viên|viên chức quản lý|công chức lãnh đạo"
        ).split("|")
    ]
    + [
        (term, Noun.PERSON)
        for term in "người|trường hợp|cá nhân|vị|ông|bà|anh chị|anh , chị|lao động|học viên|quân nhân|gương mặt".split(
            "|"
        )
    ]
    + [
        (term, Noun.ATTRIBUTE)
        for term in (
            "nữ|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|phó giáo sư|giáo sư|dân tộc thiểu số|người dân tộc|cán bộ nữ"
            "|đại học|nam"
            "|người dân tộc thiểu số|cấp trưởng|cấp phó"
        ).split("|")
    ]
)
_QUALIFYING = [
    *((t, Qualifier.OVER) for t in ("hơn", "trên", "quá")),
    *((t, Qualifier.UNDER) for t in ("gần", "dưới", "chưa đầy", "ngót")),
    *((t, Qualifier.ABOUT) for t in ("khoảng", "chừng", "tầm", "xấp xỉ", "khoảng chừng", "khoảng gần")),
    *((t, Qualifier.AT_LEAST) for t in ("ít nhất", "tối thiểu", "không dưới", "ít nhất là")),
]
_QUALIFIERS: Lexicon[Qualifier] = Lexicon(_QUALIFYING)
_QUALIFIER_ENDS = frozenset(term.split()[-1] for term, _ in _QUALIFYING)
_EACH = frozenset("tháng năm xã phường trường huyện đợt quý tuần ngày lớp thôn sở".split())
"""What stands behind "/" in a rate: "2 bác sĩ/tháng"."""
_SAYING = frozenset(["nói", "kể", "cho", "chia", "than", "bức", "tâm"])
"""First syllables of what somebody says: "một giáo viên cho biết"."""
_ENDS = frozenset(["", ",", ";", ".", ")", "\n", "và"])
_PAPERS = frozenset(
    "định quyết luật tư văn hoạch thị luận án số khóa xv xiv khoản điều đợt lần thứ đoạn kỳ quý tháng ngày phường quận"
    " hạng loại ảnh bài tập".split()
)
_BEHIND_TURNS = frozenset(
    "giữ giữa từ về lên xuống là và được trong có cấp gồm đã luân điều bổ đi ra sang theo"
    " ở tại thì còn của qua nam nữ nói nêu này trên kể thuộc diện do bằng dưới so tăng giảm cho".split()
)  # what may follow "20 lượt" when it counts people: "20 lượt hành khách" does not
_FILLERS = frozenset(["tân", "vị", "nguyên", "cựu", "lượt", "(", ")", "các", "đồng", "chí", "nữ", "trẻ"])


def find_counts(doc: Doc, owned: Container[int]) -> list[Counted]:
    """Every count of people in the article; tokens in ``owned`` belong to dates, documents, ratios or percents."""
    tokens = doc.tokens
    out: list[Counted] = []
    for number in number_tokens(doc):
        end = _behind_all(tokens, number.i, number.j) if tokens.padded[number.j] == "/" else number.j
        if (number.i in owned and end == number.j) or number.value != int(number.value):
            continue
        if _is_second_year(tokens, number.i):
            continue
        counted = _counted_at(tokens, number, end)
        if counted is not None:
            out.append(counted)
    return out


def _behind_all(tokens: Tokens, i: int, k: int) -> int:
    """Where "25/31 cán bộ" has named how many there are of whom 25 are counted: behind the 31, else ``k``, the "/"."""
    if not tokens.padded[k + 1][:1].isdigit() or tokens.padded[i - 1] in ("đạt", "bằng", "lệ", "chiếm"):
        return k
    hit = _NOUNS.match(tokens, k + 2) if k + 2 < len(tokens.low) else None
    return k + 2 if hit is not None and hit.value in (Noun.OFFICIAL, Noun.PERSON) else k


def _is_second_year(tokens: Tokens, i: int) -> bool:
    """ "hai năm 2019 và 2020": a year behind a year."""
    return (
        tokens.padded[i - 1] in ("và", ",", "-")
        and _YEAR.fullmatch(tokens.low[i]) is not None
        and (_YEAR.fullmatch(tokens.at(i - 2)) is not None)
    )


_YEAR = re.compile("(19|20)[0-9]{2}")


def _counted_at(tokens: Tokens, number: NumberToken, end: int) -> Counted | None:
    """The count that a number makes with what stands behind token ``end``; worked out once a text."""
    known = tokens.known.setdefault(_counted, {})
    key = (number.i, end)
    if key not in known:
        known[key] = _counted(tokens, number.i, end, int(number.value), number.is_word)
    counted: Counted | None = known[key]
    return counted


def _counted(tokens: Tokens, i: int, j: int, value: int, is_word: bool) -> Counted | None:
    low = tokens.low
    k, after = j, tokens.padded[j]
    if after == "(" and low[k + 1 : k + 3] == ["lượt", ")"]:
        k += 3
    elif after == "lượt":
        k += 1
    noun, end, roles = _noun(tokens, k)
    if noun is None and k > j:
        if tokens.padded[k].isalpha() and tokens.padded[k] not in _BEHIND_TURNS:
            return None
        noun, end = Noun.OFFICIAL, k
    if noun is None:
        if is_word or not _stands_alone(tokens, i, k) or "tuổi" in low[max(0, i - 5) : i] or is_mean_age(tokens, i):
            return None
        noun, end = Noun.BARE, k
    bare = noun is Noun.BARE
    if not bare and (_is_size(low, i, end) or (tokens.at(end) == "/" and tokens.at(end + 1) in _EACH)):
        return None
    begin, qualifier = _qualifier(tokens, i)
    if begin and low[begin - 1] in ("mỗi", "từng"):
        return None
    if low[i - 2 : i] in (["dự", "án"], ["đề", "án"]):
        return None  # "Dự án 600 phó chủ tịch xã" is a name
    if is_word and value == 1 and (noun not in (Noun.OFFICIAL, Noun.PERSON) or tokens.at(end) in _SAYING):
        return None
    if bare and low[i - 1 if i else 0] in ("khóa", "thứ", "lần", "số", "đoàn", "khu", "vùng"):
        return None
    unit = CountUnit.TURN if k > j else CountUnit.PERSON
    return Counted(begin, i, j, end, Count(value=value, unit=unit, qualifier=qualifier), noun, roles)


def _is_size(low: list[str], i: int, end: int) -> bool:
    """ "phòng có từ 15 người trở lên", "từ 7-10 người": how large a body is to which a rule applies."""
    reach = 8 if low[i - 1 if i else 0] == "từ" else 1
    near = low[end : end + reach + 1]
    return "trở" in near and any(near[k : k + 2] == ["trở", "lên"] for k in range(reach))


def _noun(tokens: Tokens, k: int) -> tuple[Noun | None, int, tuple[Role, ...]]:
    low, n = tokens.low, len(tokens.low)
    if k >= n:
        return None, k, ()
    word = low[k]
    if word == "trong" and tokens.at(k + 1) in ("số", "tổng"):
        return Noun.PERSON, k, ()
    if word == "công" and tokens.at(k + 1) == "an" and tokens.at(k + 2) in ("tỉnh", "thành", "huyện", "tp"):
        return None, k, ()  # "sáp nhập 3 Công an tỉnh"
    hit = _NOUNS.match(tokens, k)
    titles = find_titles(tokens, k, min(k + 10, n)) if TITLES.match(tokens, k) is not None else []
    if titles and titles[0].i == k and (hit is None or titles[0].j >= hit.j) and not _is_no_post(tokens, k):
        end, roles = titles[0].j, titles[0].roles
        for title in titles[1:]:  # "14 hiệu trưởng, phó hiệu trưởng"
            if title.i != end + 1 or low[end] not in (",", "và", "hoặc") or Role.OTHER in roles + title.roles:
                break
            end, roles = title.j, roles + tuple(role for role in title.roles if role not in roles)
        return Noun.TITLE, end, roles
    if hit is not None and hit.j < n and low[hit.j - 1] in ("chí", "vị") and low[hit.j] != "(":
        held = _noun(tokens, hit.j)  # "22 đồng chí Bí thư"
        if held[0] is Noun.TITLE and Role.MEMBER not in held[2]:
            return held
    if hit is not None and not (word == "vị" and tokens.at(k + 1) == "trí"):
        return hit.value, hit.j, ()
    if low[k : k + 2] == ["chức", "danh"]:  # "bầu 2 chức danh ủy viên UBND"
        held = _noun(tokens, k + 2)
        return held if held[0] is Noun.TITLE else (None, k, ())
    if word in _FILLERS and k + 1 < n and low[k + 1] != "trí":
        return _noun(tokens, k + 1)
    return None, k, ()


def _is_no_post(tokens: Tokens, k: int) -> bool:
    """ "nhân viên", "viên chức": people of no post; "10 Ban Thường vụ": bodies, no people."""
    return tokens.low[k : k + 2] in (["nhân", "viên"], ["viên", "chức"]) or tokens.low[k] in ("ban", "bch", "btv")


def loose_counts(doc: Doc, i: int, j: int, owned: Container[int]) -> list[Counted]:
    """Numbers between two tokens that may count people only by their label: "tiểu học 41, mầm non 22"."""
    tokens, out = doc.tokens, []
    for number in doc.within(number_tokens(doc), i, j):
        if number.i in owned or number.is_word or number.value != int(number.value):
            continue
        if numbers_a_place(tokens, number.i):
            continue
        found = _counted_at(tokens, number, number.j)
        if found is not None:
            out.append(found)
            continue
        before, after = tokens.padded[number.i - 1], tokens.padded[number.j]
        if after in ("từ", "giữa") or (
            ((before.isalpha() and before not in _PAPERS) or before == ":") and after in _ENDS
        ):
            count = Count(value=int(number.value), unit=CountUnit.PERSON)
            out.append(Counted(number.i, number.i, number.j, number.j, count, Noun.BARE))
    return out


def _stands_alone(tokens: Tokens, i: int, k: int) -> bool:
    """Whether a number without a noun can be a count: behind "là" or ":" and before a mark or the end."""
    before, after = tokens.padded[i - 1], tokens.padded[k]
    return (
        before in ("là", ":", "có", "còn", "được", "chuyển", "động", "nhiệm", "lại", "phái", "mới", "cường")
        and after in _ENDS
    )


def _qualifier(tokens: Tokens, i: int) -> tuple[int, Qualifier]:
    """Where a count begins and how exact it is; of "từ 20 đến 25 cán bộ" the upper bound, told roughly."""
    if i >= 3 and tokens.low[i - 1] in ("đến", "tới") and tokens.low[i - 2].isdigit() and tokens.low[i - 3] == "từ":
        return i - 3, Qualifier.ABOUT
    if i and tokens.low[i - 1] in _QUALIFIER_ENDS and tokens.low[i - 2 : i] != ["cao", "hơn"]:
        for begin in range(max(0, i - 3), i):
            hit = _QUALIFIERS.match(tokens, begin)
            if hit is not None and hit.j == i:
                return begin, hit.value
    return i, Qualifier.EXACT
