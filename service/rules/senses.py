"""Which sense a verb of many senses has: whether "đưa", "cử", "điều", "tăng cường" and the like move officials."""

from __future__ import annotations

from service.rules.tokens import Tokens


def moves_people(tokens: Tokens, i: int, j: int, term: str) -> bool:
    """Whether the verb ``term`` at tokens ``i`` to ``j`` has, of its senses, the one that moves people or counts
    them."""
    if term in ("đưa", "rút"):
        return _takes(tokens, i) or _is_taken(tokens, i)
    if term == "tiếp nhận":
        return _takes_over(tokens, j)
    if term == "chuyển":
        return _takes(tokens, i) and tokens.at(i - 1) not in _CARRYING
    if term[:2] == "cử":
        return _sends_down(tokens, i, j)
    if term in _PASSIVE:
        return tokens.at(i - 1) in ("được", "bị", "phải", "quyết")
    if term == "điều":
        return _sends_off(tokens, i)
    if term == "tăng cường":
        return _sends(tokens, j)
    if term == "trúng":
        return tokens.at(j) in ("ủy", "vào", "ban")
    if term == "phê chuẩn":
        return not _approves_another(tokens, j)
    if term == "thừa":
        return tokens.at(i - 1) != "nhiệm"  # "bổ nhiệm thừa 3 phó phòng"
    if term in ("xét chuyển", "phải chuyển", "chuyển sang"):
        return not _changes_status(tokens, j)
    return term != "trả" or tokens.at(j)[:1].isdigit()


def _is_taken(tokens: Tokens, i: int) -> bool:
    """Whether people undergo "đưa" or "rút" to work elsewhere: "được rút lên huyện", no way home or to hospital."""
    if tokens.at(i - 1) not in ("được", "bị") or tokens.at(i + 1) not in ("về", "lên", "xuống", "sang"):
        return False
    return not _WORKPLACES.isdisjoint(tokens.low[i + 2 : i + 6]) and "trụ" not in tokens.low[i + 2 : i + 5]


_WORKPLACES = frozenset(["xã", "huyện", "tỉnh", "sở", "phường", "giữ", "làm", "phòng", "ban", "quận"])


def _takes_over(tokens: Tokens, k: int) -> bool:
    """Whether "tiếp nhận" takes over officials from where they work: "tiếp nhận 4 công chức từ Tổng cục về", no
    recruits and no files."""
    while tokens.at(k) in ("được", "thêm", "hơn", "gần", "và", "bố", "trí", ",", "bổ", "nhiệm"):
        k += 1
    if not (tokens.at(k)[:1].isdigit() or tokens.at(k) in _FEW) or tokens.at(k + 1) not in _STAFF:
        return False
    behind = tokens.low[k + 2 : k + 18]
    if "từ" not in behind or not {"vào", "xin", "thi"}.isdisjoint(behind):
        return False
    way = behind[behind.index("từ") :]
    if any(way[t : t + 2] in _OTHER_MOVES for t in range(len(way))):
        return False  # "tiếp nhận 6 cán bộ từ tỉnh luân chuyển về"
    return any(word in way for word in ("về", "đến", "sang", "chuyển", "lên", "xuống"))


_CARRYING = frozenset(["vận", "di", "thăng", "chung", "dịch", "biến", "nâng"])
"""First syllables of other words that end in "chuyển": "vận chuyển 200 chiến sĩ về"."""


def _approves_another(tokens: Tokens, k: int) -> bool:
    """Whether what is approved is a move with a verb of its own: "phê chuẩn (đề nghị) (việc) miễn nhiệm 4 ủy viên"."""
    while tokens.at(k) in ("đề", "nghị", "việc", "về", "quyết", "định"):
        k += 1
    return (tokens.at(k), tokens.at(k + 1)) in (("miễn", "nhiệm"), ("bổ", "nhiệm"), ("điều", "động"), ("bãi", "nhiệm"))


def _changes_status(tokens: Tokens, k: int) -> bool:
    """ "xét chuyển 19 viên chức thành công chức": a change of status, no move; so is a change of rank."""
    return any(w in ("thành", "ngạch", "khẩu", "hồ", "tiền", "nghề", "nghiệp", "lương") for w in tokens.low[k : k + 8])


def _sends(tokens: Tokens, k: int) -> bool:
    """Whether "tăng cường" sends people: a count, "cán bộ" or a direction follows, no activity."""
    nxt, after = tokens.at(k), tokens.at(k + 1)
    if nxt in (",", "và") and (after, tokens.at(k + 2)) in _MOVES:
        return True
    if nxt[:1].isdigit() or nxt in ("về", "xuống", "cho", "lên", "đến", "thêm"):
        return True
    if nxt in ("gần", "hơn", "trên", "khoảng", "thêm", "được", "một", "hai", "ba", "bốn", "năm", "các", ","):
        return after[:1].isdigit() or nxt not in ("các", "được", ",")
    return (nxt, after) in (("cán", "bộ"), ("giáo", "viên"), ("đồng", "chí"), ("công", "an"), ("lực", "lượng"))


_OTHER_MOVES = (["luân", "chuyển"], ["điều", "động"], ["biệt", "phái"], ["tăng", "cường"])
_MOVES = (("điều", "động"), ("biệt", "phái"), ("luân", "chuyển"))
"""Verbs in a row with "tăng cường": "tăng cường, biệt phái, điều động 90 công chức"."""
_PASSIVE = frozenset(["chuyển về", "chuyển lên", "chuyển xuống"])
"""What is done to officials only where they undergo it: who "chuyển về" by himself may move house."""
_WAYS = frozenset(["về", "sang", "lên", "xuống", "đến", "đi", "ra"])


def _sends_off(tokens: Tokens, i: int) -> bool:
    """Whether the short verb "điều" sends people: "được điều về", "điều hơn 50 chiến sĩ", not "điều trị", "Điều 5"."""
    nxt, after = tokens.at(i + 1), tokens.at(i + 2)
    if nxt in _WAYS:
        return tokens.at(i - 1) not in ("những", "các", "nhiều", "một")
    counts = nxt[:1].isdigit() or (nxt in _FEW and not _WAYS.isdisjoint(tokens.low[i + 2 : i + 10]))
    counts = counts or (nxt in ("hơn", "gần", "trên", "khoảng", "thêm") and after[:1].isdigit())
    return counts and not (tokens.cap[i] or tokens.at(i - 1) in ("và", "khoản", "theo", "tại", ","))


_FEW = frozenset(["hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"])
_LENDING = (["tăng", "cường"], ["luân", "phiên"])
_STAFF = frozenset(
    ["cán", "công", "đồng", "chiến", "giáo", "viên", "sĩ", "sỹ", "lượt", "bác", "đội", "trí", "cử", "kỹ"]
)


def _takes(tokens: Tokens, i: int) -> bool:
    """Whether "đưa" or "rút" moves officials: "đưa 23 cán bộ từ sở về huyện", not "đưa vào quy hoạch 23 cán bộ"."""
    k = i + 1
    while tokens.at(k) in ("được", "hơn", "gần", "trên", "khoảng", "thêm"):
        k += 1
    if not tokens.at(k)[:1].isdigit() or tokens.at(k + 1) not in _STAFF:
        return False
    behind = tokens.low[k + 2 : k + 14]
    purpose = tokens.low[k + 2 : k + 30] if tokens.low[i] == "cử" else []
    if any(purpose[t : t + 2] in _LENDING for t in range(len(purpose))):
        return True
    if tokens.low[i] == "rút" and not _SENT.isdisjoint(behind[:6]):
        return True  # "rút 24 cán bộ tăng cường xã"
    return any(word in _WAYS for word in behind) and not any(word in ("hoạch", "tạo", "bồi") for word in behind)


def _sends_down(tokens: Tokens, i: int, j: int) -> bool:
    """Whether "cử" sends officials to work elsewhere: "được cử xuống huyện", "cử 12 bác sĩ về xã", no course."""
    if tokens.at(i - 1) in ("bầu", "ứng", "trúng", "đắc", "tái", "bãi", "đề"):
        return False
    if j - i == 1 and not _takes(tokens, i):
        return False
    return "đi" not in tokens.low[j : j + 8]


_SENT = frozenset(["cường", "phái", "chuyển"])  # last syllables of "tăng cường", "biệt phái", "luân chuyển"
_BACK = 14  # tokens behind a verb of moving in which the old place may be named


def takes_back(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a verb of moving takes people back: "rút 9 cán bộ tăng cường", "chuyển 9 giáo viên về trường cũ"."""
    behind = tokens.low[j : j + _BACK]
    behind = behind[: next((k for k, word in enumerate(behind) if word in (",", ";", ".")), _BACK)]
    if tokens.low[i] == "rút" and not _SENT.isdisjoint(behind):
        return True
    return "cũ" in behind and "về" in behind[: behind.index("cũ")]
