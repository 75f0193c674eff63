"""Rules that a plan, regulation or official sets for rotation and posts, as the contract's provisions.

A rule with a number is a bound (:mod:`service.rules.bounds`) whose clause says what it limits: the time of a rotation
or post, an age, terms in a row, a number or share of officials. Rules without a number (which tiers move to which, what
post is given, who is not moved) are found by :mod:`service.rules.provision_clauses`. A rule stated twice is one.
"""

from __future__ import annotations

from schemas import Provision, ProvisionKind, ProvisionUnit
from service.rules.bounds import LIMIT_STARTS, Bound, Limit, clause_start
from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.provision_clauses import find_clauses
from service.rules.quotas import quota_of
from service.rules.roles import find_titles, roles_of
from service.rules.rule_bounds import bounds_at
from service.rules.rule_words import MOVES, REGULATING, TIMED, make_provision
from service.rules.tokens import Lexicon

_NEXT: dict[str, frozenset[str]] = {
    word: frozenset(after.split())
    for word, after in (
        ("ít", "nhất"), ("tối", "đa thiểu"), ("trong", "vòng thời"), ("chỉ", "được"), ("thời", "hạn gian"),
        ("không", "quá vượt được dưới ít hơn nhiều luân điều bổ biệt"), ("tuổi", "đối"), ("trở", "lên xuống lại"),
        ("bảo", "đảm"), ("đảm", "bảo"), ("phấn", "đấu"), ("mục", "tiêu"), ("phạm", "vi"), ("chủ", "yếu"),
        ("tạm", "dừng ngừng"), ("điều", "động"), ("liên", "tiếp tục"),
    )
}  # fmt: skip
_STARTS = LIMIT_STARTS | _NEXT.keys()
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
    for term in (*MOVES, "cán bộ", "công chức", "viên chức", "giáo viên", "cấp ủy", "chức danh", "chức vụ",
                 "cấp phó", "cấp trưởng", "biên chế", "bầu cử", "đảng viên", "ủy viên", "phó giám đốc", "bí thư",
                 "ban thường vụ", "thời gian công tác", "nhân sự", "hiệu trưởng",
                 "trưởng phòng", "chủ tịch", "giám đốc")
)  # fmt: skip
_TOLD: Lexicon[bool] = Lexicon(
    (term, True) for term in ("trong đó có", "chiếm", "hiện có", "đã có", "tỷ lệ", "toàn tỉnh có", "trúng cử")
)  # fmt: skip
_AGE_RULES: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("đối tượng", "điều kiện", "tiêu chuẩn", "quy định", "phải", "yêu cầu", "không quá", "trở xuống",
                 "trở lên", "đối với nam", "đối với nữ", "kế hoạch", "đề án", "độ tuổi luân chuyển")
)  # fmt: skip
_BENEFITS = frozenset(["hưởng", "lương", "phụ", "trợ", "mang"])
_TIMES = (ProvisionKind.MIN_DURATION, ProvisionKind.MAX_DURATION)
_LIKE = 20  # rules of one kind and value that a rule is compared with
_SUBJECTS = frozenset(["cán", "người"])
_SAME_RULE = 0.75  # share of common words from which two rules of kind "other" are one


def find_provisions(doc: Doc) -> list[Provision]:
    """The rules for rotation and posts that the text states, in the order of the text."""
    tokens = doc.tokens
    low = tokens.low
    found: list[tuple[int, int, Provision]] = []
    behind = 0
    for i in [k for k, word in enumerate(low) if word in _STARTS]:
        after = _NEXT.get(low[i])
        if i < behind or (after is not None and tokens.at(i + 1) not in after):
            continue
        bounds = bounds_at(doc, i)
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
    by_kind: dict[tuple[ProvisionKind, float | None], list[Provision]] = {}
    for _, _, provision in found:
        months = _months(provision) if provision.kind in _TIMES else None
        like = by_kind.setdefault((provision.kind, months if months is not None else provision.value), [])
        if not _add(like[:_LIKE], provision):
            like.append(provision)
            out.append(provision)
    return out


def _provision(doc: Doc, bound: Bound, found: list[tuple[int, int, Provision]]) -> Provision | None:
    begin, end = nearby(doc, bound.i)
    named = bound.limit is Limit.FIXED or next(_PERSONNEL.find(doc.tokens, begin, end), None) is not None
    if not named and not find_titles(doc.tokens, begin, end):
        return None
    if bound.unit == "age" or _years_of_age(doc, bound):
        return _age(doc, bound, begin, end)
    if bound.unit == "term" and bound.limit is Limit.MOST:
        return _terms(doc, bound)
    if bound.unit in ("year", "month", "term"):
        return _duration(doc, bound, begin, end)
    return quota_of(doc, bound, begin, end, found)


def _years_of_age(doc: Doc, bound: Bound) -> bool:
    """Whether a number without unit is an age: "Tuổi ... không quá 45 đối với cán bộ nam"."""
    if bound.unit or not 25 <= bound.value <= 70:
        return False
    low = doc.tokens.low
    return "tuổi" in low[max(nearby(doc, bound.i)[0], bound.i - 16) : bound.i] and low[bound.j] == "đối"


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
    return make_provision(doc, kind, bound, bound.i, [])


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
    return make_provision(doc, ProvisionKind.MAX_CONSECUTIVE_TERMS, bound, begin, roles)


def _duration(doc: Doc, bound: Bound, begin: int, end: int) -> Provision | None:
    """A time: least or most of a rotation or post, or "other" (service needed, waiting time, fixed term)."""
    tokens = doc.tokens
    start = clause_start(doc, bound.i)
    if bound.limit is Limit.FIXED:
        if tokens.low[bound.i] != "trong":
            return make_provision(
                doc, ProvisionKind.OTHER, bound, bound.i, list(roles_of(find_titles(tokens, bound.j, end)))
            )
        waits = "không" in tokens.low[start:end] and tokens.at(bound.j) in ("kể", "tính", "từ")
        return make_provision(doc, ProvisionKind.OTHER, bound, start, []) if waits else None
    low = tokens.low
    before = low[start : bound.i]
    if _BENEFITS.intersection(low[max(start, bound.i - 14) : bound.i]) or tokens.at(bound.i - 1) == "(":
        return None
    years_served = low[bound.i - 1] in ("có", "đủ") and low[bound.j : bound.j + 2] == ["công", "tác"]
    served = (
        years_served
        or low[bound.i - 1] == "còn"
        or any(hit.j <= bound.i + 6 for hit in _SERVICE.find(tokens, max(start, bound.i - 10), bound.j))
    )
    waits = low[bound.j] in ("kể", "tính") or low[bound.i] == "trong"
    told = "đã" in before[-6:]
    if not (served or waits or told) and low[bound.i] not in ("đủ", "trọn", "tròn"):
        near = any(bound.i - hit.j <= 2 for hit in TIMED.find(tokens, start, bound.i))
        if next(_ROTATED.find(tokens, start, bound.i), None) is not None and (low[bound.i] != "quá" or near):
            kind = ProvisionKind.MIN_DURATION if bound.limit is Limit.LEAST else ProvisionKind.MAX_DURATION
            return make_provision(doc, kind, bound, start, [])
    if low[bound.i] in ("quá", "dưới") or told:
        return None
    if not served and next(REGULATING.find(tokens, begin, end), None) is None:
        return None
    return make_provision(doc, ProvisionKind.OTHER, bound, start, [])


def _months(provision: Provision) -> float | None:
    if provision.value is None or provision.unit not in (ProvisionUnit.MONTH, ProvisionUnit.YEAR):
        return None
    return provision.value * (12 if provision.unit is ProvisionUnit.YEAR else 1)


def _add(like: list[Provision], new: Provision) -> bool:
    """Add a provision's spans to the one of the same kind and value that states the same rule, if there is one."""
    for old in like:
        if old.flow != new.flow:
            continue
        timed = old.kind in _TIMES
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
        return True
    return False


def _same_words(a: str, b: str) -> bool:
    first, second = set(a.lower().split()), set(b.lower().split())
    return len(first & second) >= _SAME_RULE * min(len(first), len(second))
