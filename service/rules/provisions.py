"""Rules that a plan, regulation or official sets for rotation and posts, as the contract's provisions.

A rule with a number is a bound (:mod:`service.rules.bounds`) whose clause says what it limits: the time of a rotation
or post, an age, terms in a row, a number or share of officials. Rules without a number (which tiers move to which, what
post is given, who is not moved) are found by :mod:`service.rules.provision_clauses`. A rule stated twice is one.
"""

from __future__ import annotations

from schemas import Provision, ProvisionKind, ProvisionUnit, Role
from service.rules.bounds import (
    LIMIT_STARTS,
    Bound,
    Limit,
    bound_at,
    clause_start,
    number_value,
    open_bound_at,
    unit_at,
)
from service.rules.doc import Doc
from service.rules.flows import find_flow
from service.rules.provision_clauses import find_clauses
from service.rules.roles import find_titles, roles_of
from service.rules.tokens import Lexicon, Tokens

_UNITS = {
    "year": ProvisionUnit.YEAR, "month": ProvisionUnit.MONTH, "term": ProvisionUnit.TERM, "age": ProvisionUnit.YEAR,
    "percent": ProvisionUnit.PERCENT, "person": ProvisionUnit.PERSON, "": ProvisionUnit.PERSON,
}  # fmt: skip
_AGES = (ProvisionKind.MAX_AGE, ProvisionKind.MIN_AGE)
_STARTS = LIMIT_STARTS | {"thời", "tuổi", "trở", "bảo", "đảm", "phạm", "chủ", "tạm", "điều", "phấn", "liên", "mục"}
_MOVES = ("luân chuyển", "biệt phái", "điều động", "tăng cường", "giữ chức", "giữ chức vụ", "đảm nhiệm", "bổ nhiệm")
_TIMED: Lexicon[bool] = Lexicon((move, True) for move in _MOVES)
_ROTATED: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("luân chuyển", "biệt phái", "điều động", "tăng cường", "thời gian giữ chức", "thời hạn giữ chức",
                 "thời hạn bổ nhiệm", "thời gian đảm nhiệm", "giữ chức vụ", "giữ chức")
)  # fmt: skip
_SERVICE: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("thời gian công tác", "tuổi công tác", "đủ tuổi", "kinh nghiệm", "thâm niên", "còn thời gian",
                 "tuổi để công tác", "còn tuổi")
)  # fmt: skip
_PERSONNEL: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (*_MOVES, "cán bộ", "công chức", "viên chức", "giáo viên", "cấp ủy", "chức danh", "chức vụ",
                 "cấp phó", "cấp trưởng", "biên chế", "bầu cử", "đảng viên", "ủy viên", "phó giám đốc", "bí thư",
                 "ban thường vụ", "thời gian công tác", "nhân sự")
)  # fmt: skip
_REGULATING: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("phải", "quy định", "yêu cầu", "không được", "điều kiện", "tiêu chuẩn", "đối tượng", "chỉ được",
                 "cần", "bảo đảm", "đảm bảo", "kế hoạch", "đề án", "nghị quyết", "chỉ thị", "tối đa", "tối thiểu",
                 "đối với", "trở xuống", "trở lên", "chỉ thực hiện", "nguyên tắc", "thời hạn", "không quá", "mỗi",
                 "kể từ")
)  # fmt: skip
_TOLD: Lexicon[bool] = Lexicon(
    (term, True) for term in ("trong đó có", "chiếm", "hiện có", "đã có", "tỷ lệ", "toàn tỉnh có", "trúng cử")
)
_AGE_RULES: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("đối tượng", "điều kiện", "tiêu chuẩn", "quy định", "phải", "yêu cầu", "không quá", "trở xuống",
                 "trở lên", "đối với nam", "đối với nữ", "kế hoạch", "đề án", "độ tuổi luân chuyển")
)  # fmt: skip
_MEMBERS: Lexicon[bool] = Lexicon(
    (term, True) for term in ("ban thường vụ", "thành viên ban", "cấp ủy viên", "ủy viên", "ban chấp hành")
)
_QUOTA_SUBJECTS: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("số lượng", "cấp phó", "cấp trưởng", "phó giám đốc", "biên chế", "chức danh", "ban thường vụ",
                 "cấp ủy", "phó bí thư", "phó chủ tịch", "luân chuyển", "biệt phái", "cán bộ nữ", "cán bộ trẻ",
                 "cán bộ", "ủy viên", "thứ trưởng", "viên chức", "giáo viên", "hiệu trưởng", "phó trưởng phòng")
)  # fmt: skip
_AIMS = {
    "bảo": ("đảm",), "đảm": ("bảo",), "phấn": ("đấu",), "mục": ("tiêu",),
}  # fmt: skip
_TERM_OF = frozenset(
    [
        "cho", "mỗi", "lần", "đối", "với", "một", "chức", "vụ", "danh", "giữ", "lãnh", "đạo", "quản", "lý", "cán", "bộ",
        "viên", "công", "của", "các",
    ]
)  # fmt: skip
_BENEFITS = frozenset(["hưởng", "lương", "phụ", "trợ", "mang"])
_RULE_MET: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("là người địa phương", "phải người địa phương", "người nơi khác", "tiêu chí này",
                 "đồng thời là chủ tịch")
)  # fmt: skip
_NO_QUOTA = frozenset(["phiếu", "vốn", "diện", "dân", "giá", "học", "phạt", "giảm", "điểm", "tiền", "hộ"])
_SUBJECTS = frozenset(["cán", "người"])
_SAME_RULE = 0.75  # share of common words from which two rules of kind "other" are one


def find_provisions(doc: Doc) -> list[Provision]:
    """The rules for rotation and posts that the text states, in the order of the text."""
    tokens = doc.tokens
    low = tokens.low
    found: list[tuple[int, int, Provision]] = []
    behind = 0
    for i, word in enumerate(low):
        if word not in _STARTS or i < behind:
            continue
        bounds = _bounds(doc, i)
        for bound in bounds:
            provision = _provision(doc, bound, found)
            if provision is not None:
                found.append((bound.i, bound.j, provision))
                behind = max(behind, bound.j)
        if not bounds:
            for i0, j0, provision in find_clauses(doc, i):
                found.append((i0, j0, provision))
                behind = max(behind, j0)
    out: list[Provision] = []
    for _, _, provision in found:
        _add(out, provision)
    return out


def _bounds(doc: Doc, i: int) -> list[Bound]:
    """The bounds that the word at token ``i`` begins or ends."""
    tokens = doc.tokens
    word = tokens.low[i]
    if word in LIMIT_STARTS:
        bound = bound_at(tokens, i)
        return [bound] if bound is not None else []
    if word == "trở":
        bound = next((b for k in range(max(0, i - 3), i) if (b := open_bound_at(tokens, k)) and b.j == i + 2), None)
        return [bound] if bound is not None else []
    if word == "liên":
        return _terms_in_row(doc, i)
    if word == "tuổi" and tokens.low[i + 1 : i + 3] == ["đối", "với"] and tokens.at(i + 3) in ("nam", "nữ"):
        value = number_value(tokens, i - 1)
        return [Bound(i - 1, i + 4, Limit.MOST, value, "age", i - 1)] if value is not None else []
    if word in _AIMS and tokens.at(i + 1) in _AIMS[word]:
        return _aimed_share(doc, i)
    if word == "thời" and tokens.at(i + 1) in ("hạn", "gian"):
        return _fixed_terms(tokens, i)
    return []


def _aimed_share(doc: Doc, i: int) -> list[Bound]:
    """ "bảo đảm 100% cán bộ", "phấn đấu đến cuối nhiệm kỳ có trên 80% số huyện": a share that is to be reached."""
    tokens = doc.tokens
    stop = min(doc.sentence_of(i)[1], i + 14)
    for k in range(i + 2, stop):
        if tokens.low[k] in ";:":
            break
        value = number_value(tokens, k)
        if value is not None and tokens.at(k + 1) in ("%", "phần"):
            return [Bound(i, unit_at(tokens, k + 1)[1], Limit.FIXED, value, "percent", k)]
    return []


def _terms_in_row(doc: Doc, i: int) -> list[Bound]:
    """ "giữ chức 02 nhiệm kỳ liên tiếp ... thì không xem xét bổ nhiệm lại": a limit told by what follows from it."""
    tokens = doc.tokens
    value = number_value(tokens, i - 3)
    if value is None or tokens.at(i + 1) not in ("tiếp", "tục") or unit_at(tokens, i - 2) != ("term", i):
        return []
    behind = tokens.low[i + 2 : min(doc.sentence_of(i)[1], i + 14)]
    then = behind.index("thì") if "thì" in behind else -1
    if then < 0 or not {"không", "phải", "được"}.intersection(behind[then + 1 : then + 3]):
        return []
    return [Bound(i - 3, i + 2, Limit.MOST, value, "term", i - 3)]


def _fixed_terms(tokens: Tokens, i: int) -> list[Bound]:
    """ "Thời hạn điều động là 2 năm đối với nữ và 3 năm đối với nam": a time set to just that value, case by case."""
    hit = _TIMED.match(tokens, i + 2) if i + 2 < len(tokens) else None
    if hit is None:
        return []
    k = hit.j
    again = _TIMED.match(tokens, k) if k < len(tokens) else None
    k = again.j if again is not None else k
    while k - hit.j < 9 and tokens.at(k) in _TERM_OF:
        k += 1
    out: list[Bound] = []
    if tokens.at(k) != "là":
        return []
    k += 1
    while True:
        value = number_value(tokens, k)
        unit, j = unit_at(tokens, k + 1)
        if value is None or unit not in ("year", "month", "term"):
            return out
        out.append(Bound(i if not out else k, j, Limit.FIXED, value, unit, k))
        nxt = j
        while nxt < j + 8 and tokens.at(nxt) not in (",", "và", ";", ".", "\n", ""):
            nxt += 1
        if tokens.at(nxt) not in (",", "và"):
            return out
        k = nxt + 1


def _provision(doc: Doc, bound: Bound, found: list[tuple[int, int, Provision]]) -> Provision | None:
    begin, end = doc.sentence_of(bound.i)
    if bound.limit is not Limit.FIXED and next(_PERSONNEL.find(doc.tokens, begin, end), None) is None:
        return None
    if bound.unit == "age" or _years_of_age(doc, bound):
        return _age(doc, bound, begin, end)
    if bound.unit == "term" and bound.limit is Limit.MOST:
        return _terms(doc, bound)
    if bound.unit in ("year", "month", "term"):
        return _duration(doc, bound, begin, end)
    return _quota(doc, bound, begin, end, found)


def _years_of_age(doc: Doc, bound: Bound) -> bool:
    """Whether a number without unit is an age: "Tuổi ... không quá 45 đối với cán bộ nam"."""
    if bound.unit or not 25 <= bound.value <= 70:
        return False
    low = doc.tokens.low
    return "tuổi" in low[max(doc.sentence_of(bound.i)[0], bound.i - 16) : bound.i] and low[bound.j] == "đối"


def _make(doc: Doc, kind: ProvisionKind, bound: Bound, begin: int, roles: list[Role]) -> Provision:
    """A provision whose text runs from the start of its clause to its number's unit."""
    return Provision(
        kind=kind,
        value=bound.value,
        unit=ProvisionUnit.YEAR if kind in _AGES else _UNITS[bound.unit],
        roles=roles,
        text=doc.tokens.slice(begin, bound.j),
        evidence=[doc.span(begin, bound.j)],
    )


def _age(doc: Doc, bound: Bound, begin: int, end: int) -> Provision | None:
    """A limit of age: "dưới 40 tuổi", "từ 40 tuổi trở xuống"; not the age of people who are counted."""
    tokens = doc.tokens
    start = max(begin, bound.i - 12)
    counted = any(tokens.low[k].isdigit() and k != bound.at and tokens.at(k + 1) in ("cán", "người", "đồng")
                  for k in range(start, bound.i))  # fmt: skip
    if counted or next(_TOLD.find(tokens, start, min(end, bound.j + 6)), None) is not None:
        return None
    if next(_AGE_RULES.find(tokens, begin, end), None) is None:
        return None
    kind = ProvisionKind.MIN_AGE if bound.limit is Limit.LEAST else ProvisionKind.MAX_AGE
    return _make(doc, kind, bound, bound.i, [])


def _terms(doc: Doc, bound: Bound) -> Provision | None:
    """ "không giữ chức vụ quá hai nhiệm kỳ liên tiếp": the most terms in a row, and the posts just before it."""
    tokens = doc.tokens
    start = clause_start(doc, bound.i)
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
    roles = list(roles_of(titles[len(titles) - kept :]))
    return _make(doc, ProvisionKind.MAX_CONSECUTIVE_TERMS, bound, begin, roles)


def _duration(doc: Doc, bound: Bound, begin: int, end: int) -> Provision | None:
    """A time: least or most of a rotation or post, or "other" (service needed, waiting time, fixed term)."""
    tokens = doc.tokens
    start = clause_start(doc, bound.i)
    if bound.limit is Limit.FIXED:
        if tokens.low[bound.i] != "trong":
            return _make(doc, ProvisionKind.OTHER, bound, bound.i, list(roles_of(find_titles(tokens, bound.j, end))))
        waits = "không" in tokens.low[start:end] and tokens.at(bound.j) in ("kể", "tính", "từ")
        return _make(doc, ProvisionKind.OTHER, bound, start, []) if waits else None
    low = tokens.low
    before = low[start : bound.i]
    if _BENEFITS.intersection(low[max(start, bound.i - 14) : bound.i]):
        return None
    served = low[bound.i - 1] == "còn" or any(
        hit.j <= bound.i + 6 for hit in _SERVICE.find(tokens, max(start, bound.i - 10), bound.j)
    )
    waits = low[bound.j] in ("kể", "tính") or low[bound.i] == "trong"
    told = "đã" in before[-6:]
    if not (served or waits or told) and low[bound.i] not in ("đủ", "trọn", "tròn"):
        near = any(bound.i - hit.j <= 2 for hit in _TIMED.find(tokens, start, bound.i))
        if next(_ROTATED.find(tokens, start, bound.i), None) is not None and (low[bound.i] != "quá" or near):
            kind = ProvisionKind.MIN_DURATION if bound.limit is Limit.LEAST else ProvisionKind.MAX_DURATION
            return _make(doc, kind, bound, start, [])
    if low[bound.i] in ("quá", "dưới") or told:
        return None
    if not served and next(_REGULATING.find(tokens, begin, end), None) is None:
        return None
    return _make(doc, ProvisionKind.OTHER, bound, start, [])


def _quota(doc: Doc, bound: Bound, begin: int, end: int, found: list[tuple[int, int, Provision]]) -> Provision | None:
    """A number or share of officials: "không quá 3 người", "không quá 30% số biên chế", "bảo đảm 100% cán bộ ...."""
    tokens = doc.tokens
    low = tokens.low
    bare = low[bound.i] in ("quá", "dưới", "đủ", "trọn", "tròn", "trong")
    if bare and not (low[bound.i] == "quá" and "không" in low[max(begin, bound.i - 3) : bound.i]):
        return None
    earlier = next(
        (p for i, _, p in reversed(found) if i >= begin and p.kind is ProvisionKind.QUOTA and i < bound.i), None
    )
    start = clause_start(doc, bound.i)
    stop = min(end, bound.j + 12)
    if (
        _NO_QUOTA.intersection(low[max(start, bound.i - 3) : bound.j + 3])
        or "đã" in low[max(start, bound.i - 6) : bound.i]
    ):
        return None
    if bound.unit == "" and (
        earlier is None or earlier.unit is not ProvisionUnit.PERSON or low[bound.j] not in ".;,\n"
    ):
        return None
    if bound.limit is Limit.FIXED and not _aims_at_rule(doc, bound, begin, end):
        return None
    subject = next(_QUOTA_SUBJECTS.find(tokens, start, stop), None)
    if subject is None and earlier is None and bound.limit is not Limit.FIXED:
        return None
    if bound.limit is Limit.LEAST and next(_REGULATING.find(tokens, begin, end), None) is None:
        return None
    roles = _quota_roles(tokens, start, bound, end) if bound.unit != "percent" else _met_roles(tokens, bound, end)
    if not roles and earlier is not None and bound.unit in ("", "person"):
        roles = list(earlier.roles)
    flow = None
    if bound.unit == "person" and bound.limit is Limit.LEAST:
        flow = find_flow(tokens, start, end)
    last = bound.j if bound.limit is not Limit.FIXED else _clause_end(tokens, bound.j, end)
    made = _make(doc, ProvisionKind.QUOTA, bound, start, roles)
    made.flow = flow
    if last != bound.j:
        made.text, made.evidence = tokens.slice(bound.i, last), [doc.span(bound.i, last)]
    return made


def _aims_at_rule(doc: Doc, bound: Bound, begin: int, end: int) -> bool:
    """Whether a share to be reached is of officials moved or of localities that meet a personnel rule."""
    tokens = doc.tokens
    if next(_TIMED.find(tokens, bound.j, end), None) is not None:
        return True
    number = doc.sentence_number(bound.i)
    first = doc.sentences[number - 1][0] if number and tokens.at(begin - 1) != "\n" else begin
    return next(_RULE_MET.find(tokens, first, end), None) is not None


def _met_roles(tokens: Tokens, bound: Bound, end: int) -> list[Role]:
    """The posts of the rule that a share of localities is to meet ("100% xã có bí thư không là người địa phương")."""
    rule = next(_RULE_MET.find(tokens, bound.j, end), None)
    return list(roles_of(find_titles(tokens, bound.j, rule.i))) if rule is not None else []


def _quota_roles(tokens: Tokens, start: int, bound: Bound, end: int) -> list[Role]:
    """The posts that a quota counts: named as its subject, or behind its number ("không quá 3 Phó bí thư")."""
    behind = find_titles(tokens, bound.at + 1, min(end, bound.at + 6))
    if behind and behind[0].i <= bound.at + 1:
        return list(roles_of(behind[:1]))
    subject = next(_MEMBERS.find(tokens, start, bound.i), None)
    titles = find_titles(tokens, start, bound.i)
    if subject is not None and (not titles or subject.i <= titles[0].i):
        return [Role.MEMBER]
    return list(roles_of(titles[:1]))


def _clause_end(tokens: Tokens, j: int, end: int) -> int:
    k = j
    while k < end and tokens.low[k] not in ";.,\n":
        k += 1
    return k


def _months(provision: Provision) -> float | None:
    if provision.value is None or provision.unit not in (ProvisionUnit.MONTH, ProvisionUnit.YEAR):
        return None
    return provision.value * (12 if provision.unit is ProvisionUnit.YEAR else 1)


def _add(out: list[Provision], new: Provision) -> None:
    """Add a provision, or its spans to the one that states the same rule."""
    for old in out:
        if old.kind is not new.kind or old.flow != new.flow:
            continue
        timed = old.kind in (ProvisionKind.MIN_DURATION, ProvisionKind.MAX_DURATION) and _months(old) == _months(new)
        if not timed and (old.value, old.unit) != (new.value, new.unit):
            continue
        if old.roles and new.roles and old.roles != new.roles:
            continue
        if old.kind in (ProvisionKind.OTHER, ProvisionKind.PLACEMENT) and not _same_words(old.text, new.text):
            continue
        if old.evidence[0].start == new.evidence[0].start and old.kind is ProvisionKind.SCOPE:
            continue
        old.evidence.extend(new.evidence)
        old.roles = old.roles or new.roles
        if timed and new.unit is ProvisionUnit.MONTH:
            old.value, old.unit, old.text = new.value, new.unit, new.text
        return
    out.append(new)


def _same_words(a: str, b: str) -> bool:
    first, second = set(a.lower().split()), set(b.lower().split())
    return len(first & second) >= _SAME_RULE * min(len(first), len(second))
