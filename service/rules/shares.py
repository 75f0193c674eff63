"""Shares of localities or posts in the text, before it is known which rule they are about.

"08/18 huyện", "7 trong 9 huyện", "100% bí thư đảng ủy", "12 xã": the numbers and the percentage beside them.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.rules.doc import Doc
from service.rules.numerals import number_tokens
from service.rules.tokens import Tokens

_UNIT_HEADS = frozenset(
    [
        "huyện",
        "xã",
        "phường",
        "quận",
        "thị",
        "thành",
        "tỉnh",
        "địa",
        "đơn",
        "đảng",
        "thôn",
        "bản",
        "cấp",
        "cơ",
        "sở",
        "tp",
    ]
)  # fmt: skip
_POST_HEADS = frozenset(["bí", "chủ", "phó", "chức", "trưởng", "người", "vị"])
_PARTS_OF = _UNIT_HEADS | {"bí", "chủ"}  # what "7 trong 9" counts; "1 trong 3 chức danh" is no share of localities
_STATED = frozenset(["là", "đạt", "thì", "có", "chiếm"])  # before a share whose units are told before it
_CLAUSE_ENDS = frozenset([";", ".", "\n", "!", "?"])
_NEAR = 24  # tokens between a share and the percentage that restates it
_MAX_PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Share:
    """A share in the text: tokens ``i`` to ``j``, the token its unit begins at, and its values."""

    i: int
    j: int
    numerator: int | None
    denominator: int | None
    percent: float | None


def find_shares(doc: Doc) -> list[Share]:
    """Every number of localities, bodies or posts, whole or as a share, from left to right without overlaps."""
    tokens = doc.tokens
    low = tokens.low
    out: list[Share] = []
    for i in number_tokens(doc):
        if out and i < out[-1].j:
            continue
        after = tokens.at(i + 1)
        if after == "/" and low[i].isdigit() and tokens.at(i + 2).isdigit():
            part, whole, j = int(low[i]), int(tokens.low[i + 2]), i + 3
            if tokens.at(j) in ("/", "-") or part > whole or whole == 0:
                continue
            if not _counts_units(tokens, j) and tokens.at(i - 1) not in _STATED:
                continue
            out.append(Share(i, j, part, whole, _percent_near(tokens, j)))
        elif after == "%" or (after == "phần" and tokens.at(i + 2) == "trăm"):
            j = i + (2 if after == "%" else 3)
            value = _decimal(low[i])
            if value is not None and value <= _MAX_PERCENT and _counts_units(tokens, j):
                out.append(Share(i, j, None, None, value))
        elif low[i].isdigit() and after in ("trong", "trên") and len(low[i]) <= 4:
            j = i + 2
            while tokens.at(j) in ("tổng", "số", "tổng số"):
                j += 1
            if tokens.at(j).isdigit() and int(low[i]) <= int(low[j]) and tokens.at(j + 1) in _PARTS_OF:
                out.append(Share(i, j + 1, int(low[i]), int(low[j]), _percent_near(tokens, j + 1)))
        elif low[i].isdigit() and len(low[i]) <= 4 and after in _UNIT_HEADS and tokens.at(i - 1) not in ("/", "năm"):
            out.append(Share(i, i + 1, int(low[i]), None, _percent_near(tokens, i + 1)))
    return out


def _decimal(word: str) -> float | None:
    parts = word.replace(",", ".").split(".")
    return float(".".join(parts)) if len(parts) <= 2 and all(p.isdigit() for p in parts) else None


def _counts_units(tokens: Tokens, j: int) -> bool:
    """Whether localities, bodies or posts are counted at token ``j``."""
    while tokens.at(j) in ("các", "số", "chức", "những", "(", "của", "tổng"):
        if tokens.at(j) == "chức":
            return tokens.at(j + 1) == "danh"
        j += 1
    return (
        tokens.at(j) in _UNIT_HEADS
        or tokens.at(j) in _POST_HEADS
        or (tokens.at(j) == "đồng" and tokens.at(j + 1) == "chí")
    )


def _percent_near(tokens: Tokens, j: int) -> float | None:
    """The percentage that restates a share: "(98,39%)", "đạt 98,39%", "chiếm tỷ lệ 44,4%" nearby."""
    for k in range(j, min(j + _NEAR, len(tokens) - 1)):
        if tokens.low[k] in _CLAUSE_ENDS or (tokens.low[k] == "/" and tokens.low[k - 1].isdigit()):
            return None
        if tokens.low[k + 1] == "%" and tokens.low[k][0].isdigit():
            stated = tokens.low[k - 1] in (
                "(",
                "đạt",
                "chiếm",
                "lệ",
                "là",
                "bằng",
                "gần",
                "khoảng",
                "trên",
                "hơn",
                "tức",
                "đương",
                "tới",
            )
            return _decimal(tokens.low[k]) if stated else None
    return None
