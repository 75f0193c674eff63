"""What marks a document in the text: the word of its kind and its number with the sign ("27/2012/NĐ-CP")."""

from __future__ import annotations

from service.rules.tokens import Tokens

_KINDS = frozenset(
    tuple(kind.split())
    for kind in (
        "quy định", "quyết định", "nghị quyết", "kết luận", "chỉ thị", "kế hoạch", "đề án", "hướng dẫn", "thông tư",
        "nghị định", "công văn", "thông báo", "quy chế", "chương trình", "pháp lệnh", "tờ trình", "thông tri",
        "báo cáo", "công điện", "điều lệ", "sắc lệnh",
    )
)  # fmt: skip
_LAST = frozenset(kind[-1] for kind in _KINDS) | {"luật", "tịch", "động"}
_STROKES = frozenset("-–—/")
_PLAIN_FOLLOWERS = frozenset(
    [
        "về", "của", "ngày", ",", ".", ")", "(", "và", "đã", "là", "khóa", "do", ";", "được", "có", "ban", "để",
        "tại", "theo", "cũng", "quy", "với", "này", "nêu", "thì", "trong", "\n", "", "”", '"', ":", "cho", "vừa",
        "hướng", "yêu", "thành", "hay", "hoặc", "gồm", "nhằm", "từ", "ký", "còn", "mới", "–", "đặt",
        "xác", "chỉ", "sẽ", "không", "giao", "buộc", "phải", "tiếp",
    ]
)  # fmt: skip
_MAX_SIGN = 9  # tokens of a number's sign: "/ 2012 / NĐ - CP"


def may_end_kind(word: str) -> bool:
    """Whether a kind of document may end with a word: else neither :func:`kind_before` nor :func:`signed_paper` finds
    one there."""
    return word in _LAST or word == "bản"


def kind_before(tokens: Tokens, k: int) -> int | None:
    """The first token of a document kind whose last token is ``k``, or None."""
    word = tokens.padded[k]
    if word not in _LAST:
        return None
    if word == "tịch":
        return k - 3 if tokens.low[max(0, k - 3) : k] in (["thông", "tư", "liên"], ["nghị", "quyết", "liên"]) else None
    if word == "động":
        return k - 3 if tokens.low[max(0, k - 3) : k] == ["chương", "trình", "hành"] else None
    if word == "luật":
        return k if tokens.at(k - 1) not in ("kỷ", "pháp", "dự") else None
    return k - 1 if (tokens.at(k - 1), word) in _KINDS else None


def signed_paper(tokens: Tokens, k: int, sign: str) -> int | None:
    """The first token of "văn bản" that ends at token ``k``, a kind only before a number with its sign; else None."""
    return k - 1 if sign and tokens.low[k - 1 : k + 1] == ["văn", "bản"] else None


_FAR = 24  # tokens between a document's kind and "số" with its number: "Luật Cán bộ, công chức số 22/2008/QH12"


def kind_far_before(tokens: Tokens, k: int, begin: int) -> tuple[int, int] | None:
    """The nearest document kind that ends before token ``k``, not before token ``begin``, as a token range; or None."""
    for end in range(k, max(begin, k - _FAR) - 1, -1):
        word = tokens.low[end]
        signed = tokens.at(end + 1) in ("-", "/") and tokens.at(end + 2).isalpha()
        if word in ".;:\n" or (word.isdigit() and signed):
            return None
        first = kind_before(tokens, end)
        if first is not None and first >= begin:
            return first, end + 1
    return None


_DECIDED = frozenset(
    tuple(verb.split())
    for verb in (
        "bổ nhiệm",
        "điều động",
        "luân chuyển",
        "chỉ định",
        "phê chuẩn",
        "miễn nhiệm",
        "phân công",
        "công nhận",
    )
)
"""What a decision does, right behind its number: "ký Quyết định 314 bổ nhiệm lại ông A"."""


def is_number(tokens: Tokens, i: int) -> bool:
    """Whether a bare number behind a kind is the document's ("Kết luận 24 về"), not a count ("quy định 5 bước")."""
    after, word = tokens.at(i + 1), tokens.low[i]
    if after == "năm":
        return tokens.at(i + 2).isdigit()
    if len(word) == 4 and 1945 <= int(word) <= 2060:
        return False
    return after in _PLAIN_FOLLOWERS or (after, tokens.at(i + 2)) in _DECIDED


def number_sign(tokens: Tokens, i: int) -> tuple[int, str]:
    """The end of a number with its sign ("24-KL/TW", "27/2012/NĐ-CP", "93A") and the sign's letters, lower case."""
    text, j, sign = tokens.text, i + 1, ""
    if tokens.at(j).isalpha() and len(tokens.at(j)) == 1 and tokens.start[j] == tokens.end[i]:
        sign, j = tokens.low[j], j + 1
    while j - i < _MAX_SIGN and tokens.at(j) in _STROKES:
        part = tokens.at(j + 1)
        if part.isdigit() and len(part) == 4 and tokens.low[j] == "/":
            sign += part
        elif part.isalpha() and len(part) <= 9 and _is_sign(text[tokens.start[j + 1] : tokens.end[j + 1]]):
            sign += part
            if tokens.at(j + 2).isdigit() and tokens.start[j + 2] == tokens.end[j + 1]:
                j += 1
        else:
            break
        j += 2
    return j, sign


def _is_sign(part: str) -> bool:
    """Whether a word is part of a document's sign: capitals ("NĐ", "BNNMT"), a small letter among them ("TTg")."""
    return part.isupper() or (part[0].isupper() and sum(c.isupper() for c in part) >= 2)
