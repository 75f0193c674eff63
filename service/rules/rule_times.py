"""Times that a rule sets: the least and most time of a rotation or in a post, terms in a row, service, waiting.

What a time limits is told by the words around it. Time that is left or served ("còn 5 năm công tác") and time to wait
("12 tháng kể từ ngày kỷ luật") are `other`; time in one post or place is a maximum where the limit is from above, and a
minimum where it is from below. Words that state facts as often as rules ("quá 8 năm", "đủ 3 năm") need the rule's
"không" before them or what is due behind them ("phải luân chuyển").
"""

from __future__ import annotations

from schemas import Provision, ProvisionKind, Role
from service.rules.bounds import BARE, Bound, Limit, clause_start
from service.rules.consequences import exempts, leads_away
from service.rules.doc import Doc
from service.rules.fixed_times import fixed_time
from service.rules.roles import TitleHit, find_titles, roles_of
from service.rules.rule_service import AT_PLACE, is_service
from service.rules.rule_words import MOVING, OFFICE, REGULATING, ROTATED, TIMED, make_provision
from service.rules.tokens import Lexicon, Tokens

_ONE_PLACE: Lexicon[bool] = Lexicon(
    (f"{one} {place}", True)
    for one in ("một", "cùng một", "cùng", "mỗi", "1", "01")
    for place in ("vị trí", "đơn vị", "ghế", "chỗ", "nơi", "địa bàn", "địa phương", "chức vụ", "chức danh", "trường",
                  "cơ quan", "xã", "huyện", "cương vị", "phòng", "quận", "tỉnh", "đội", "cửa khẩu", "công việc", "lĩnh",
                  "hạt", "trạm", "đồn", "bộ phận", "khoa", "chi cục", "cục", "sở", "tổ")
)  # fmt: skip
_OTHER_TIMES: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("tù", "hợp đồng", "bảo hành", "dự án", "thi công", "khởi công", "vay", "thử việc", "giải ngân",
                 "tiến độ", "kinh phí", "tập sự", "cai nghiện", "án treo", "thời hiệu", "khiếu nại", "học tập",
                 "học nghề", "hoàn thành", "lớp bồi dưỡng", "lớp học", "lớp đào tạo", "tập huấn", "khóa học",
                 "khóa bồi dưỡng", "giải quyết", "xử lý", "trả lời")
)  # fmt: skip
_HELD: Lexicon[bool] = Lexicon((term, True) for term in ("giữ chức", "giữ một chức", "giữ cùng chức", "đảm nhiệm"))
_BENEFITS = frozenset(["hưởng", "lương", "phụ", "trợ", "mang"])
_LED_BODIES = frozenset(["phòng", "đội", "tổ", "chi", "sở", "ban", "khoa", "trạm", "cục"])
_WHEN = frozenset(["khi", "sau", "nếu", "với"])
_SUBJECTS = frozenset(["cán", "người"])
_LEADERS: Lexicon[bool] = Lexicon([("lãnh đạo", True), ("cấp trưởng", True), ("người đứng đầu", True)])
_SUBJECT_REACH = 8  # tokens between the post that a limit is of and the limit: "lãnh đạo phòng nghiệp vụ không quá"
_SPENT = frozenset(["mất", "chờ", "học", "phạt", "đợi"])  # "phải mất ít nhất 2 năm"
_SAID = frozenset(["nói", "biết", "hay", "đi", "mất", "chờ"])
_STAYS = frozenset(["ở", "vị", "làm", "ngồi", "tác", "việc"])  # "không tại vị quá", "không làm quá"
_WORKS = frozenset(["ở", "tại", "làm", "công", "giữ", "ngồi", "bố"])
_ITEMS = 4  # items of a list back to its label
_LABEL = 12  # tokens of a label
_BEFORE = 30  # tokens before a clause in which the time that it prolongs is told
_BEHIND = 16  # tokens behind a time in which what is due is told


def time_rule(doc: Doc, bound: Bound, begin: int, end: int) -> Provision | None:
    """The rule of a bound in years, months or terms, or None where the time is no rule of posts."""
    tokens, low = doc.tokens, doc.tokens.low
    start = clause_start(doc, bound.i)
    due = leads_away(tokens, bound.j, min(end, bound.j + _BEHIND)) or leads_away(tokens, start, bound.i)
    if bound.limit is Limit.FIXED:
        return fixed_time(doc, bound, start, end, due)
    if (
        _BENEFITS.intersection(low[max(start, bound.i - 14) : bound.i])
        or (tokens.at(bound.i - 1) == "(" and not _of_move(tokens, bound.i - 1))
        or _OTHER_TIMES.any(tokens, max(start, bound.i - 10), min(end, bound.j + 4))
    ):
        worked = bound.limit is Limit.LEAST and _did_well(tokens, bound.j) and REGULATING.any(tokens, begin, bound.i)
        return make_provision(doc, ProvisionKind.OTHER, bound, start, []) if worked else None
    if bound.limit is Limit.LEAST and _is_of_counted(doc, bound, start):
        return None
    told = "đã" in low[start : bound.i][-6:] and not due
    bare = low[bound.i] in BARE and not (low[bound.i] == "trong" and tokens.at(bound.j) in ("kể", "tính"))
    if "khuyết" in low[start : bound.i]:  # a post that is vacant, not held
        return make_provision(doc, ProvisionKind.OTHER, bound, start, []) if due else None
    if _holds_on(doc, bound, start) and not told:
        return _due(doc, bound, start)
    if is_service(doc, bound, start):
        if bound.limit is Limit.MOST:
            free = exempts(tokens, bound.j, min(end, bound.j + _BEHIND)) or exempts(tokens, start, bound.i)
            return make_provision(doc, ProvisionKind.OTHER, bound, start, []) if free and not told else None
        left = "còn" in low[max(start, bound.i - 5) : bound.i]
        required = left or REGULATING.any(tokens, begin, end)
        return make_provision(doc, ProvisionKind.OTHER, bound, start, []) if required and not told else None
    waits = tokens.at(bound.j) in ("kể", "tính") or low[bound.i] == "trong"
    if start == bound.i - 1 and not told and is_labelled(doc, bound.i):
        kind = ProvisionKind.MAX_DURATION if bound.limit is Limit.MOST else ProvisionKind.MIN_DURATION
        if bound.unit != "term":
            return make_provision(doc, kind, bound, start, [])
    if bound.unit == "term" and bound.limit is Limit.MOST and not waits:
        return _terms(doc, bound, start, due)
    if not (waits or told):
        if bound.limit is Limit.MOST and _is_most(doc, bound, start, due):
            return make_provision(doc, ProvisionKind.MAX_DURATION, bound, start, _holders(doc, bound, start))
        if bound.limit is Limit.LEAST and _is_least(doc, bound, start, end):
            if bare and (_WHEN.intersection(low[start : bound.i]) if due else False):
                return _due(doc, bound, start)
            return make_provision(doc, ProvisionKind.MIN_DURATION, bound, start, [])
    if due and bare and bound.limit is Limit.LEAST and not waits:
        return _due(doc, bound, start)
    if (
        bare
        or told
        or not REGULATING.any(tokens, begin, end)
        or _SPENT.intersection(low[max(start, bound.i - 2) : bound.i])
    ):
        return None
    if not (OFFICE.any(tokens, start, end) or TIMED.any(tokens, start, end)):
        return None
    return make_provision(doc, ProvisionKind.OTHER, bound, start, [])


def _did_well(tokens: Tokens, k: int) -> bool:
    """ "2 năm liên tục hoàn thành tốt nhiệm vụ": the years of good work that a rule asks for."""
    while tokens.at(k) in ("liên", "tục", "tiếp", "liền", "kề", "được", "đánh", "giá", "xếp", "loại"):
        k += 1
    return tokens.low[k : k + 2] == ["hoàn", "thành"]


def _is_of_counted(doc: Doc, bound: Bound, start: int) -> bool:
    """Whether the time says which people are counted: "chuyển đổi vị trí của 24 công chức đủ 3 năm trở lên"."""
    low = doc.tokens.low
    return any(
        low[k].isdigit() and low[k + 1] in _COUNTED for k in range(max(start, bound.i - _SUBJECT_REACH), bound.i - 1)
    )


_COUNTED = frozenset(["cán", "công", "viên", "giáo", "đồng", "người", "trường", "lãnh"])


def _of_move(tokens: Tokens, i: int) -> bool:
    """Whether the bracket at token ``i`` stands behind a move, whose time it tells: "luân chuyển (ít nhất 3 năm)"."""
    return any(hit.j == i for hit in TIMED.find(tokens, max(0, i - 3), i))


def is_labelled(doc: Doc, i: int) -> bool:
    """Whether token ``i`` begins an item of a list whose label, a line before, names a time of rotation or post."""
    low = doc.tokens.low
    if low[i - 1] not in ("-", "+", "–", "•"):
        return False
    number = doc.sentence_number(i)
    for back in range(1, min(_ITEMS, number) + 1):
        begin, end = doc.sentences[number - back]
        if low[end - 1] == ":":
            label = max(begin, end - _LABEL)
            return "thời" in low[label:end] and ROTATED.any(doc.tokens, label, end)
    return False


def _holds_on(doc: Doc, bound: Bound, start: int) -> bool:
    """Whether time from which one has held a post too long is told: "giữ chức vụ liên tục từ 8 năm trở lên"."""
    tokens, low = doc.tokens, doc.tokens.low
    if low[bound.j - 2 : bound.j] != ["trở", "lên"] or bound.unit not in ("year", "month"):
        return False
    near = low[max(start, bound.i - 3) : bound.i] + low[bound.j : bound.j + 2]
    held, placed = _HELD.any(tokens, start, bound.i), _in_one_place(tokens, bound, start)
    if "tục" in near:
        return held or placed
    moved = MOVING.any(tokens, start, bound.i)  # "luân phiên đối với người công tác tại một vị trí từ 3 năm trở lên"
    works = held or (moved and "tác" in low[start : bound.i])
    return works and placed and "phải" not in low[start : bound.i]


def _due(doc: Doc, bound: Bound, start: int) -> Provision:
    """ "phải chuyển công tác khi đủ hai nhiệm kỳ": the most time in a post, told by what is due."""
    kind = ProvisionKind.MAX_CONSECUTIVE_TERMS if bound.unit == "term" else ProvisionKind.MAX_DURATION
    return make_provision(doc, kind, bound, start, _holders(doc, bound, start))


def _in_one_place(tokens: Tokens, bound: Bound, start: int) -> bool:
    """Whether the time is spent in one post or place: "ở một vị trí", "tại cùng địa phương"."""
    stop = min(len(tokens), bound.j + 7)
    behind = next((k for k in range(bound.j, stop) if tokens.low[k] in ";,.\n"), stop)
    return _ONE_PLACE.any(tokens, max(start, bound.i - 12), behind)


def _is_most(doc: Doc, bound: Bound, start: int, due: bool) -> bool:
    """Whether a limit from above is of the time in a post or of a rotation."""
    tokens, low = doc.tokens, doc.tokens.low
    placed = _in_one_place(tokens, bound, start)
    if low[bound.i - 1] == "sau" or low[bound.i] == "sau":
        return ROTATED.any(tokens, start, bound.i)
    if low[bound.i] == "dưới":
        return False
    if due:
        return True
    if low[bound.i] in BARE:
        near = any(bound.i - hit.j <= 4 for hit in TIMED.find(tokens, start, bound.i))
        near = near or bool(_STAYS.intersection(low[max(start, bound.i - 2) : bound.i]))
        banned = "không" in low[start : bound.i] and low[bound.i] not in ("trên", "hơn")
        return banned and (near or placed)
    if placed or ROTATED.any(tokens, start, bound.i):
        return True
    prolonged = any(low[k : k + 2] == ["kéo", "dài"] for k in range(start, bound.i))
    if prolonged and ROTATED.any(tokens, max(0, start - _BEFORE), start):
        return True  # "giữ chức không quá 5 năm; có thể kéo dài nhưng không quá 8 năm"
    subject = max(start, bound.i - _SUBJECT_REACH)
    if _SAID.intersection(low[subject : bound.i]) or tokens.at(bound.j) in ("nữa", "đã", "sẽ"):
        return False
    return bound.unit != "term" and bool(
        find_titles(tokens, subject, bound.i) or _LEADERS.any(tokens, subject, bound.i)
    )


def _is_least(doc: Doc, bound: Bound, start: int, end: int) -> bool:
    """Whether a limit from below is of the time of a rotation or in the new place."""
    tokens, low = doc.tokens, doc.tokens.low
    if not (ROTATED.any(tokens, start, bound.i) or AT_PLACE.any(tokens, start, min(end, bound.j + 5))):
        return False
    return (
        low[bound.i] not in BARE
        or low[bound.j - 2 : bound.j] == ["trở", "lên"]
        or REGULATING.any(tokens, start, bound.i)
    )


def _terms(doc: Doc, bound: Bound, start: int, due: bool) -> Provision | None:
    """ "không giữ chức vụ quá hai nhiệm kỳ liên tiếp": the most terms in a row, and the posts just before it."""
    tokens, low = doc.tokens, doc.tokens.low
    in_row = tokens.at(bound.j) == "liên" or low[bound.j - 2 : bound.j] in (["liên", "tiếp"], ["liên", "tục"])
    if not in_row and low[bound.i] in BARE and not due and "không" not in low[start : bound.i]:
        return None
    if "dưới" in low[bound.i : bound.i + 1] or not (in_row or due or _WORKS.intersection(low[start : bound.i])):
        return None
    titles, begin = _subject(tokens, bound, start)
    first = not titles and any(low[k : k + 2] == ["đứng", "đầu"] for k in range(max(start, bound.i - 6), bound.i))
    roles = [Role.HEAD] if first else list(roles_of(titles))
    return make_provision(doc, ProvisionKind.MAX_CONSECUTIVE_TERMS, bound, begin, roles)


def _subject(tokens: Tokens, bound: Bound, start: int) -> tuple[list[TitleHit], int]:
    """The posts that a rule is about, named in a row just before its number, and where the rule's text begins."""
    titles = find_titles(tokens, start, bound.i)
    first = bound.i
    kept = 0
    while kept < len(titles) and first - titles[-1 - kept].j <= (14 if not kept else 6):
        hit = titles[-1 - kept]
        if kept and tokens.low[first - 1] not in (",", "và", "hoặc", "hay"):
            break
        if not kept and _SUBJECTS.intersection(tokens.low[hit.j : bound.i]):
            break
        first, kept = hit.i, kept + 1
    begin = first
    while not kept and begin > start and tokens.low[begin - 1] not in (",", "và"):
        begin -= 1
    return titles[len(titles) - kept :], begin


def _holders(doc: Doc, bound: Bound, start: int) -> list[Role]:
    """The roles of the posts whose time is limited, where the rule names some."""
    tokens, low = doc.tokens, doc.tokens.low
    titles = _subject(tokens, bound, start)[0]
    if not titles:
        held = [k + 2 for k in range(start, bound.i - 2) if low[k] == "giữ" and low[k + 1] == "chức"]
        titles = [hit for hit in find_titles(tokens, held[-1], bound.i) if hit.i - held[-1] <= 3] if held else []
    named: list[Role] = [role for role in roles_of(titles) if role is not Role.OTHER]
    leaders = next((k for k in range(start, bound.i - 2) if low[k : k + 2] == ["lãnh", "đạo"]), None)
    if not named and leaders is not None and low[leaders + 2] in _LED_BODIES:
        return [Role.HEAD, Role.DEPUTY_HEAD]
    return named
