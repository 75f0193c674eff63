"""The body that issued a document: "của Bộ Chính trị khóa XI" behind it, "Tỉnh ủy đã ban hành" before it."""

from __future__ import annotations

from service.rules.tokens import Lexicon, Tokens

_MAX = 14  # tokens of a body's name
_STOPS = frozenset(
    [
        "về", ",", ".", "(", ")", ";", ":", "khóa", "ngày", "năm", "là", "có", "đã", "đối", "cho", "tại", "vào", "để",
        "trong", "theo", "nhằm", "và", "\n", '"', "“", "”", "được", "với", "yêu", "nêu", "cũng", "gồm", "do", "điều",
        "bổ", "luân", "thành", "vừa", "sẽ", "số", "ban", "quy", "–", "nhiệm", "đến", "từ", "khi", "thì", "mà", "phê",
        "thay", "chỉ", "chuẩn", "giao", "tiếp", "ký", "miễn", "cử", "thi", "mới", "hướng",
    ]
)  # fmt: skip
_DECIDES = frozenset(["điều", "bổ", "luân", "chỉ", "phân", "chuẩn", "phê", "miễn", "đã", "quyết", "giao", "cử"])
_JOINTS = frozenset(["ban", "thành", "số", "quy", "nhiệm"])  # stops only where they are not part of a name
_PAPERS = frozenset(["quy", "quyết", "nghị", "kế", "kết", "chỉ", "hướng", "thông", "đề", "luật", "công"])
_ACTS = frozenset(
    [
        ("công", "nhận"),
        ("quyết", "định"),
        ("phân", "công"),
        ("kỷ", "luật"),
        ("sửa", "đổi"),
        ("bãi", "bỏ"),
        ("cách", "chức"),
    ]
)
_HEADS: Lexicon[bool] = Lexicon(
    (head, True)
    for head in (
        "bộ", "ban", "ủy ban", "ubnd", "hđnd", "hội đồng", "chính phủ", "thủ tướng", "quốc hội", "tỉnh ủy",
        "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "sở", "trung ương", "chủ tịch", "bộ trưởng", "văn phòng",
        "công an", "tổng cục", "đảng ủy", "quân ủy", "tổng", "thanh tra", "tòa án", "viện", "tập đoàn", "tỉnh",
        "thành phố", "ban thường vụ", "phòng", "giám đốc", "đảng đoàn", "ban cán sự", "cục", "chánh án",
        "viện trưởng", "trường", "đại học", "liên đoàn", "hội",
    )
)  # fmt: skip
_ISSUES: Lexicon[bool] = Lexicon(
    [(verb, True) for verb in ("ban hành", "có", "ra", "thông qua", "ký", "ký ban hành", "phê duyệt", "xây dựng")]
    + [(verb, False) for verb in ("trao", "công bố", "thực hiện")]
)
_BEFORE_VERB = frozenset(["đã", "vừa", "cũng", "mới", "ký", "sớm", "tiếp", "tục"])
_LOOK_BACK = 34


def issuer_behind(tokens: Tokens, j: int, end: int) -> tuple[int, int] | None:
    """The body named by "của ..." or "do ..." at token ``j``, as a token range without "khóa XI", or None."""
    if tokens.at(j) not in ("của", "do") or j + 1 >= end or _HEADS.match(tokens, j + 1) is None:
        return None
    return j + 1, _name_end(tokens, j + 1, end)


def issuer_deciding(tokens: Tokens, j: int, end: int) -> tuple[int, int] | None:
    """The body that decides behind "Theo Quyết định số ..., " at token ``j``: "Ban Bí thư điều động", or None."""
    if tokens.at(j) != "," or j + 1 >= end or not tokens.cap[j + 1] or _HEADS.match(tokens, j + 1) is None:
        return None
    stop = _name_end(tokens, j + 1, end)
    return (j + 1, stop) if stop < end and tokens.low[stop] in _DECIDES else None


def _name_end(tokens: Tokens, i: int, end: int) -> int:
    """The token behind the name of a body that begins at token ``i``."""
    head = _HEADS.match(tokens, i)
    k = head.j if head is not None else i + 1
    stop = min(end, i + _MAX)
    while k < stop:
        word = tokens.low[k]
        if word == "," and tokens.low[k + 1 : k + 4] == ["ban", "bí", "thư"]:
            k += 4
            continue
        if word == "và" and k + 1 < stop and tokens.cap[k + 1] and tokens.low[k + 1] not in _PAPERS:
            k += 2
            continue
        if word in _STOPS and not (word in _JOINTS and tokens.cap[k]):
            break
        if (word, tokens.padded[k + 1]) in _ACTS or (word, tokens.padded[k + 1]) == ("quy", "định"):
            break
        k += 1
    return k


def issuer_before(tokens: Tokens, begin: int, i: int) -> tuple[int, int, bool] | None:
    """The body before a verb of issue that leads to the document at token ``i``: its range, and whether the verb
    is one of issue (not of handing over).

    "Bộ Chính trị khóa IX đã ban hành hai nghị quyết ..., đó là Nghị quyết 42": the verb may stand further back.
    """
    verb = None
    for hit in _ISSUES.find(tokens, max(begin, i - _LOOK_BACK), i):
        far = i - hit.j > 3
        if not far or tokens.low[hit.i] == "ban":
            verb = hit
    if verb is None:
        return None
    k = verb.i
    while k > begin and tokens.low[k - 1] in _BEFORE_VERB:
        k -= 1
    first = k
    while first > begin and tokens.low[first - 1] not in ",;:.\n" and k - first < _MAX:
        first -= 1
    while first < k and not (tokens.cap[first] and _HEADS.match(tokens, first) is not None):
        first += 1
    if first == k or tokens.low[first : first + 2] == ["tổng", "kết"]:
        return None
    last = first + 1
    behalf = next((at + 2 for at in range(first, k - 2) if tokens.low[at : at + 2] == ["thay", "mặt"]), first)
    if behalf > first and _HEADS.match(tokens, behalf) is not None:  # "Phó Thủ tướng thay mặt Thủ tướng ký"
        first, last = behalf, behalf + 1
    told = next((at + 2 for at in range(first, k - 2) if tokens.low[at : at + 2] == ["cho", "biết"]), first)
    if told > first and _HEADS.match(tokens, told) is not None:  # "UBND tỉnh cho biết Thủ tướng đã ký"
        first, last = told, told + 1
    advised = next((at + 2 for at in range(first, k - 2) if tokens.low[at : at + 2] == ["tham", "mưu"]), first)
    advised += tokens.at(advised) == "cho"
    if advised > first and _HEADS.match(tokens, advised) is not None:  # "Sở đã tham mưu UBND tỉnh ban hành"
        first, last = advised, advised + 1
    if tokens.low[first - 4 : first] == ["bộ", "chính", "trị", ","]:  # "Bộ Chính trị, Ban Bí thư ban hành"
        first -= 4
    while last < k and tokens.low[last] not in ("khóa", "(", ")", "ký"):
        last += 1
    if tokens.low[last - 2 : last] == ["quyết", "định"] and last - first > 3:  # "Thủ tướng Chính phủ quyết định ký"
        last -= 2
    return first, last, verb.value
