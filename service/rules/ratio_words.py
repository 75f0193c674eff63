"""The words of the rules that shares of localities or posts are told to meet: "không là người địa phương"."""

from __future__ import annotations

from schemas import Measure
from service.rules.tokens import Hit, Lexicon, Tokens

_NON_LOCAL = [
    f"{negation} {copula}{person} {place}".replace("  ", " ")
    for negation in ("không", "không phải", "chưa phải", "chẳng phải")
    for copula in ("", "là ")
    for person in ("người", "cán bộ", "con em")
    for place in ("địa phương", "của địa phương", "tại địa phương", "ở địa phương", "tại chỗ", "sở tại")
]
_FROM_ELSEWHERE = (
    "người ngoài địa phương", "người địa phương khác", "người nơi khác", "người nơi khác đến", "người từ nơi khác",
    "người từ địa phương khác",
)  # fmt: skip
_BOTH_POSTS = [
    f"{joint} {post}"
    for joint in ("đồng thời", "đồng thời là", "đồng thời giữ chức", "đồng thời giữ chức vụ", "đồng thời làm",
                  "kiêm", "kiêm nhiệm", "kiêm chức", "kiêm chức danh", "kiêm nhiệm chức danh",
                  "đồng thời đảm nhiệm chức danh",
                  "đồng thời đảm nhiệm", "đồng thời giữ chức danh", "kiêm giữ chức")
    for post in ("chủ tịch", "bí thư", "chủ tịch ubnd", "chủ tịch ủy ban nhân dân")
]  # fmt: skip
_RULES: Lexicon[Measure] = Lexicon(
    [(term, Measure.NON_LOCAL_LEADER) for term in (*_NON_LOCAL, *_FROM_ELSEWHERE)]
    + [(term, Measure.SECRETARY_IS_CHAIR) for term in _BOTH_POSTS]
    + [
        (term, Measure.SECRETARY_IS_CHAIR)
        for term in ("nhất thể hóa", "nhất thể hóa chức danh", "hợp nhất chức danh bí thư")
    ]
    + [
        (f"{joint} {post}", Measure.OTHER)
        for joint in ("đồng thời là", "kiêm", "kiêm nhiệm", "kiêm chức danh", "đồng thời giữ chức", "đồng thời làm")
        for post in ("trưởng phòng nội vụ", "chánh thanh tra", "giám đốc trung tâm bồi dưỡng chính trị",
                     "giám đốc trung tâm chính trị", "giám đốc trung tâm bồi dưỡng lý luận chính trị",
                     "chủ tịch mttq", "chủ tịch ủy ban mttq", "chủ tịch mặt trận", "chủ tịch ủy ban mặt trận",
                     "trưởng thôn", "trưởng bản", "trưởng khu", "trưởng ban công tác mặt trận", "trưởng khu phố",
                     "tổ trưởng", "trưởng ban", "chủ nhiệm")
    ]
)  # fmt: skip
POSTS_FILLED: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("bố trí đủ công an chính quy", "bố trí công an chính quy", "bố trí công an", "trưởng công an",
                 "bố trí bí thư", "bố trí chủ tịch",
                 "bố trí cán bộ", "bố trí chức danh")
)  # fmt: skip
REGULAR_POLICE: Lexicon[bool] = Lexicon(
    (term, True) for term in ("công an chính quy", "lực lượng công an chính quy", "công an chính qui")
)
"""Who is to lead the police of every commune: the rule that a bare percentage of communes or chiefs meets."""


def may_tell_ratios(tokens: Tokens) -> bool:
    """Whether a text has the words of any rule that shares can be told to meet."""
    return _RULES.occurs(tokens) or POSTS_FILLED.occurs(tokens) or REGULAR_POLICE.occurs(tokens)


def rule_words_in(tokens: Tokens, i: int, j: int) -> Hit[Measure] | None:
    """The first words of a rule between tokens ``i`` and ``j``; "kiêm chủ tịch" is one only of a secretary."""
    for hit in _RULES.find(tokens, i, j):
        if hit.value is not Measure.SECRETARY_IS_CHAIR or tokens.low[hit.i] == "nhất":
            return hit
        if any(tokens.low[k] in ("ông", "bà") and tokens.cap[k + 1] for k in range(max(i, hit.i - 14), hit.i)):
            continue  # "ông Lê Văn A - Bí thư Đảng ủy kiêm Chủ tịch UBND phường"
        if "thư" in tokens.low[max(0, hit.i - 14) : hit.i] or tokens.low[hit.j - 1] == "thư":
            return hit
    return None
