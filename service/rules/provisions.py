"""Rules that a plan, regulation or official sets for rotation and posts, as the contract's provisions.

A rule with a number is a bound (:mod:`service.rules.bounds`) whose clause says what it limits: the time of a rotation
or post, an age, terms in a row, a number or share of officials. Rules without a number (which tiers move to which, what
post is given, who is not moved) are found by :mod:`service.rules.provision_clauses`. A rule stated twice is one.
"""

from __future__ import annotations

from schemas import Provision, ProvisionKind, ProvisionUnit, Role
from service.rules.bounds import LIMIT_STARTS, Bound, Limit
from service.rules.doc import Doc
from service.rules.exact_quotas import HAVING_AFTER, STAFF, exact_quota
from service.rules.numerals import nearby
from service.rules.provision_clauses import LEADS, find_clauses
from service.rules.quotas import quota_of, share_rule
from service.rules.roles import find_titles
from service.rules.rule_ages import age_rule, is_age
from service.rules.rule_bounds import bounds_at
from service.rules.rule_times import is_labelled, time_rule
from service.rules.rule_words import MOVES, Found
from service.rules.tokens import Lexicon

SPANS = "một hai ba năm 1 2 3 5 01 02 03 05 6 9 10 12 15 18 20 24 30 36 48 60"  # "trong 30 tháng"
_NEXT: dict[str, frozenset[str]] = {
    word: frozenset(after.split())
    for word, after in (
        ("ít", "nhất"), ("tối", "đa thiểu"), ("trong", f"vòng thời {SPANS}"), ("chỉ", "được có bố tiêu"),
        ("khiển", "trách"), ("cảnh", "cáo"), ("cách", "chức"),
        ("thời", "hạn gian"),
        ("không", "quá vượt được dưới ít hơn nhiều luân điều bổ biệt thấp cao trên kéo thực xem"), ("tuổi", "đối"),
        ("trở", "lên xuống lại"), ("bảo", "đảm"), ("đảm", "bảo"), ("phấn", "đấu"), ("mục", "tiêu"), ("phạm", "vi"),
        ("tạm", "dừng ngừng"), ("điều", "động"), ("liên", "tiếp tục"), ("bố", "trí"),
        ("trí", f"bình {' '.join(HAVING_AFTER)}"),
        ("chưa", "luân điều bổ biệt xem thực"),
        ("việc", "luân điều biệt"), ("hướng", "luân điều biệt"), ("hình", "thức"),
        ("theo", "hướng chiều các hình hai ba bốn những một 2 3 4"), ("luân", "chuyển"),
        ("thêm", " ".join(HAVING_AFTER)),
        ("vượt", "quá"), ("chí", "ít"), ("nhiều", "nhất"), ("dừng", "việc bổ bầu"), ("thì", "giữ làm đảm phân"),
        ("nhiệm", "kỳ kì"), ("chu", "kỳ kì"), ("có", f"bình {' '.join(HAVING_AFTER)}"), ("định", "kỳ kì"),
        ("chậm", "nhất"), ("là", " ".join(STAFF)),
    )
}  # fmt: skip
_STARTS = LIMIT_STARTS | frozenset(_NEXT.keys()) | {"từ", "phải", "%", "lần", "nữ"}
_OPENING = frozenset(["điều", "luân"])
"""Words that begin a rule at the head of a sentence only, but for "luân chuyển dọc"."""
_PERSONNEL: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (*MOVES, "cán bộ", "công chức", "viên chức", "giáo viên", "cấp ủy", "chức danh", "chức vụ",
                 "cấp phó", "cấp trưởng", "biên chế", "bầu cử", "đảng viên", "ủy viên", "phó giám đốc", "bí thư",
                 "ban thường vụ", "thời gian công tác", "nhân sự", "hiệu trưởng", "kỷ luật", "cách chức",
                 "lãnh đạo", "thủ quỹ", "kế toán", "người đứng đầu", "chuyển đổi", "công tác",
                 "trưởng phòng", "chủ tịch", "giám đốc", "công an chính quy",
                 "tái cử", "ứng cử", "lần đầu tham gia")
)  # fmt: skip
# what says that a rule is abolished, and whether it goes on behind a comma
_GONE: Lexicon[bool] = Lexicon(
    [(term, True) for term in ("bỏ quy định", "bãi bỏ quy định", "bỏ điều kiện", "bỏ yêu cầu", "bỏ giới hạn",
                               "không còn quy định", "trước đây quy định")]
    + [(term, False) for term in ("thay vì", "thay cho mức", "trước đây là", "quy định cũ là")]
)  # fmt: skip
_GONE_REACH = 45  # tokens before a rule in which it is said to be abolished
_LEADERS = "người đứng đầu"  # names the posts that another telling of the rule lists
_BODIES = frozenset("tỉnh huyện quận xã phường trấn thành thị sở phòng trường cục ban ii iii iv biên".split())
_TIMES = (ProvisionKind.MIN_DURATION, ProvisionKind.MAX_DURATION)
_HELD = (ProvisionKind.MAX_DURATION, ProvisionKind.MAX_CONSECUTIVE_TERMS)
_UPPER_ENDS = ("đến", "tới", "-", "–")  # how the text of a range's upper end begins
_EARLIER = 6  # rules before one whose posts and units it can take up
_LIKE = 20  # rules of one kind and value that a rule is compared with
_NEAR = 22  # last words of a quota in which its kind of body is named
_TAIL = 5  # last words of a rule that are its own: "phải có đủ 5 năm"
_SAME_RULE = 0.75  # share of common words from which two rules of kind "other" are one


def find_provisions(doc: Doc) -> list[Provision]:
    """The rules for rotation and posts that the text states, in the order of the text."""
    tokens = doc.tokens
    low = tokens.low
    openings = {begin for begin, _ in doc.sentences}
    found: list[Found] = []
    behind = 0
    padded = tokens.padded
    for i in [i for i in tokens.where(_STARTS) if (after := _NEXT.get(low[i])) is None or padded[i + 1] in after]:
        if i < behind:
            continue
        word = low[i]
        if word in _OPENING and i not in openings and tokens.padded[i + 2] != "dọc":
            continue
        if word == "bố" and low[i - 1] not in LEADS:
            continue
        for i0, j0, provision in _rules_at(doc, i, found):
            found.append((i0, j0, provision))
            behind = max(behind, j0)
    limits = {(p.kind, _months(p)) for _, _, p in found if p.kind in _TIMES}
    out: list[Provision] = []
    by_kind: dict[tuple[ProvisionKind, float | None], list[Provision]] = {}
    for _, _, provision in found:
        _settle_range(provision, limits)
        months = _months(provision) if provision.kind in _TIMES else None
        like = by_kind.setdefault((provision.kind, months if months is not None else provision.value), [])
        if not _add(like[:_LIKE], provision):
            like.append(provision)
            out.append(provision)
    return out


def _rules_at(doc: Doc, i: int, found: list[Found]) -> list[Found]:
    """The rules that the word at token ``i`` begins: bounds, else a share that is aimed at, else clauses."""
    if doc.tokens.low[i] == "%":
        share = share_rule(doc, i - 1)
        return [(i, i + 1, share)] if share is not None else []
    if doc.tokens.low[i] in ("có", "trí", "thêm", "là"):
        quota = exact_quota(doc, i, found)
        return quota if quota and not _is_gone(doc, i) else []
    read = found[-1][1] if found else 0  # a number is read once: "sau 36 tháng phải luân chuyển"
    out: list[Found] = []
    for bound in bounds_at(doc, i):
        if bound.at < read:
            continue
        provision = _provision(doc, bound, found[-_EARLIER:] + out)
        if provision is not None:
            out.append((bound.i, bound.j, provision))
    out = out or find_clauses(doc, i)
    return out if out and not _is_gone(doc, i) else []


def _is_gone(doc: Doc, i: int) -> bool:
    """Whether the rule at token ``i`` is told as one that no longer holds: "bỏ quy định không quá 55 tuổi"."""
    if not _GONE.occurs(doc.tokens):
        return False
    begin = nearby(doc, i, _GONE_REACH)[0]
    hit = next(_GONE.find(doc.tokens, begin, i), None)
    if hit is None:
        return False
    between = doc.tokens.low[hit.j : i]
    return "“" in between or not {";"}.union([] if hit.value else [","]).intersection(between)


def _provision(doc: Doc, bound: Bound, found: list[Found]) -> Provision | None:
    begin, end = nearby(doc, bound.i)
    named = bound.limit is Limit.FIXED or _PERSONNEL.any(doc.tokens, begin, end)
    if not named and not find_titles(doc.tokens, begin, end) and not is_labelled(doc, bound.i):
        return None
    if is_age(doc, bound):
        return age_rule(doc, bound, begin, end)
    if bound.unit in ("year", "month", "term"):
        return time_rule(doc, bound, begin, end)
    return quota_of(doc, bound, begin, end, found)


def _months(provision: Provision) -> float | None:
    if provision.value is None or provision.unit not in (ProvisionUnit.MONTH, ProvisionUnit.YEAR):
        return None
    return provision.value * (12 if provision.unit is ProvisionUnit.YEAR else 1)


def _settle_range(provision: Provision, limits: set[tuple[ProvisionKind, float | None]]) -> None:
    """The upper end of a range that the text elsewhere tells as the most time is that rule, stated again."""
    upper_end = provision.kind is ProvisionKind.OTHER and provision.text.lower().startswith(_UPPER_ENDS)
    if upper_end and (ProvisionKind.MAX_DURATION, _months(provision)) in limits:
        provision.kind = ProvisionKind.MAX_DURATION


def _add(like: list[Provision], new: Provision) -> bool:
    """Add a provision's spans to the one of the same kind and value that states the same rule, if there is one."""
    for old in like:
        if old.flow != new.flow:
            continue
        timed = old.kind in _TIMES
        if not timed and (old.value, old.unit) != (new.value, new.unit):
            continue
        if not _same_posts(old, new):
            continue
        if old.kind in (ProvisionKind.OTHER, ProvisionKind.PLACEMENT) and not (
            _same_words(old.text, new.text) or _turned(old.text, new.text)
        ):
            continue
        if old.unit is ProvisionUnit.PERSON and _other_bodies(old.text, new.text):
            continue
        if old.evidence[0].start == new.evidence[0].start and old.kind is ProvisionKind.SCOPE:
            continue
        old.evidence.extend(new.evidence)
        if len(new.roles) > len(old.roles) or (old.roles == [Role.HEAD] and _LEADERS in old.text.lower()):
            old.roles = new.roles or old.roles
        if timed and new.unit is ProvisionUnit.MONTH:
            old.value, old.unit, old.text = new.value, new.unit, new.text
        return True
    return False


def _same_posts(old: Provision, new: Provision) -> bool:
    """Whether two rules of one value can be of the same posts: one names none, or, of time in a post, fewer of them."""
    if not old.roles or not new.roles or old.roles == new.roles:
        return True
    if old.kind not in _HELD:
        return False
    first, second = set(old.roles), set(new.roles)
    return first <= second or second <= first or any(_LEADERS in p.text.lower() for p in (old, new))


def _turned(a: str, b: str) -> bool:
    """Whether one text asks for the service left that the other exempts below: "còn ít nhất", "không ... còn dưới"."""
    first, second = a.lower().split(), b.lower().split()
    return "còn" in first and "còn" in second and ("không" in first) != ("không" in second)


def _other_bodies(a: str, b: str) -> bool:
    """Whether two quotas name bodies, and not the same kinds and classes of them: "tỉnh loại I", "xã loại II"."""
    first, second = (_BODIES.intersection(text.lower().replace(",", " ").split()[-_NEAR:]) for text in (a, b))
    if "biên" in first | second:  # classes of bodies by their staff ("phòng có dưới 8 biên chế")
        return first != second
    return bool(first) and bool(second) and not (first <= second or second <= first)


def _same_words(a: str, b: str) -> bool:
    if a.lower().split()[-_TAIL:] == b.lower().split()[-_TAIL:]:
        return True
    first, second = set(a.lower().split()), set(b.lower().split())
    return len(first & second) >= _SAME_RULE * min(len(first), len(second))
