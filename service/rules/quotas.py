"""Quotas: how many officials, or what share of them, a rule allows or demands."""

from __future__ import annotations

from schemas import Flow, Level, Provision, ProvisionKind, ProvisionUnit, Role
from service.rules.aims import is_aim, is_strong_aim
from service.rules.bounds import BARE, Bound, Limit, clause_start
from service.rules.doc import Doc
from service.rules.flows import find_flow
from service.rules.numerals import REACH, nearby
from service.rules.roles import TitleHit, find_titles, roles_of
from service.rules.rule_words import REGULATING, TIMED, make_provision
from service.rules.tiers import find_tiers
from service.rules.tokens import Lexicon, Tokens

_MEMBERS: Lexicon[bool] = Lexicon(
    (term, True) for term in ("ban thường vụ", "thành viên ban", "cấp ủy viên", "ủy viên", "ban chấp hành")
)  # fmt: skip
_QUOTA_SUBJECTS: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("số lượng", "cấp phó", "cấp trưởng", "phó giám đốc", "biên chế", "chức danh", "ban thường vụ",
                 "ban chấp hành",
                 "cấp ủy", "phó bí thư", "phó chủ tịch", "luân chuyển", "biệt phái", "cán bộ nữ", "cán bộ trẻ",
                 "cán bộ", "công chức", "công an", "ủy viên", "lãnh đạo", "thứ trưởng", "viên chức", "giáo viên",
                 "hiệu trưởng",
                 "phó trưởng phòng")
)  # fmt: skip
_RULE_MET: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("là người địa phương", "phải người địa phương", "người nơi khác", "tiêu chí này",
                 "đồng thời là chủ tịch", "kiêm chủ tịch", "qua luân chuyển", "kinh qua")
)  # fmt: skip
_SERVED: Lexicon[bool] = Lexicon((term, True) for term in ("có kinh nghiệm", "kinh qua", "trải qua"))
_AFTER = (*".;,()\n", "")  # behind a number whose noun was told before
_NUMBERED: Lexicon[bool] = Lexicon((term, True) for term in ("số lượng", "cơ cấu"))
_JOINED = frozenset(["đồng", "kiêm"])  # "bí thư đồng thời là chủ tịch": posts on both sides
_BOARDS: Lexicon[bool] = Lexicon((term, True) for term in ("ban thường vụ", "ban chấp hành"))
_BOARD_REACH = 10  # tokens between a board and the range of its members: "Ban Chấp hành Đảng bộ phường sẽ từ 27 - 33"
_LIMITING = frozenset(["trên", "hơn", "khoảng", "từ", "có", "đạt"])
_RIDERS = frozenset(["riêng", "còn", "các", "với", "đối"])  # a clause that goes on from the subject before it
_WAYS = frozenset(["về", "xuống", "lên", "sang", "đến"])
_NO_QUOTA = frozenset(
    ["phiếu", "vốn", "tích", "dân", "giá", "học", "phạt", "giảm", "điểm", "tiền", "hộ", "dư", "vay", "lương"]
)


def quota_of(doc: Doc, bound: Bound, begin: int, end: int, found: list[tuple[int, int, Provision]]) -> Provision | None:
    """A number or share of officials: "không quá 3 người", "không quá 30% số biên chế", "bảo đảm 100% cán bộ ...."""
    tokens = doc.tokens
    low = tokens.low
    if low[bound.j - 1] == "biên" and low[bound.i] not in ("không", "tối", "nhiều"):
        return None  # the size of a body, by which others are ruled: "phòng có từ 15 biên chế"
    ends = bound.limit is Limit.FIXED and (low[bound.i] == "từ" or bound.i == bound.at)
    if ends or low[bound.i] in ("đến", "tới", "-", "–"):
        return _range_end(doc, bound, begin, end)
    earlier = next(
        (p for i, _, p in reversed(found[-6:]) if begin <= i < bound.i and p.kind is ProvisionKind.QUOTA), None
    )
    start = clause_start(doc, bound.i)
    bare = low[bound.i] in BARE and low[bound.j - 1] != "lên" and low[bound.i + 1] not in ("được", "tiêu")
    aimed = bound.unit == "percent" and low[bound.i] in ("trên", "hơn") and is_strong_aim(doc, bound.at)
    also = earlier is not None and bound.unit == earlier.unit == "percent" and "lệ" in low[start : bound.i]
    if (
        bare
        and not (also or aimed)
        and not (low[bound.i] == "quá" and "không" in low[max(begin, bound.i - 3) : bound.i])
    ):
        return None
    stop = min(end, bound.j + 12)
    if (
        _NO_QUOTA.intersection(low[max(start, bound.i - 3) : bound.j + 3])
        or "đã" in low[max(start, bound.i - 6) : bound.i]
    ):
        return None
    numbered = (
        bool({"lượng", "số"}.intersection(low[begin : bound.i]))
        and low[bound.i] != "từ"
        and tokens.at(bound.j) in _AFTER
    )
    follows = earlier is not None and earlier.unit is ProvisionUnit.PERSON and tokens.at(bound.j) in _AFTER
    if bound.unit == "" and not (follows or numbered):
        return None
    if bound.limit is Limit.FIXED and not _aims_at_rule(doc, bound, begin, end):
        return None
    first = begin if low[start] in _RIDERS else start
    named = _QUOTA_SUBJECTS.any(tokens, first, stop) or bool(find_titles(tokens, first, bound.i))
    named = named or (bound.unit == "percent" and bool(find_titles(tokens, bound.j, stop)))
    if not named and low[start - 1] == ":" and start > begin:
        named = _QUOTA_SUBJECTS.any(tokens, begin, start)
    if not named and earlier is None and bound.limit is not Limit.FIXED:
        return None
    ruled = (low[bound.i] == "không" and bound.unit == "percent") or REGULATING.any(tokens, begin, end)
    ruled = ruled or (bound.unit == "percent" and _RULE_MET.any(tokens, bound.j, end))
    if low[bound.j - 1] == "lên" and bound.unit == "person" and _is_condition(doc, bound, start, end):
        return None
    if bound.unit == "person" and "sẽ" in low[start : bound.i] and "mỗi" not in low[start : bound.i]:
        return None  # a number that is planned to be moved
    if bound.limit is Limit.LEAST and not ruled:
        return None
    roles = _quota_roles(tokens, first, bound, end) if bound.unit != "percent" else _met_roles(tokens, bound, end)
    if not roles and earlier is not None and bound.unit in ("", "person"):
        roles = list(earlier.roles)
    flow = None
    if bound.unit == "person" and bound.limit is Limit.LEAST:
        flow = _sent(tokens, start, bound, end)
    last = bound.j if bound.limit is not Limit.FIXED else _clause_end(tokens, bound.j, end)
    made = make_provision(doc, ProvisionKind.QUOTA, bound, start, roles)
    made.flow = flow
    if not made.roles and bound.unit == "person":
        made.roles = list(roles_of(_listed(tokens, bound.j, end)))
    if last != bound.j:
        made.text, made.evidence = tokens.slice(bound.i, last), [doc.span(bound.i, last)]
    return made


def _is_condition(doc: Doc, bound: Bound, start: int, end: int) -> bool:
    """Whether a least number of people is the case that a rule is for: "phòng có từ 15 biên chế trở lên được ..."."""
    low = doc.tokens.low
    if "mỗi" in low[start : bound.i] or "phải" in low[start : bound.i]:
        return False
    behind = low[bound.j : min(end, bound.j + 8)]
    return bool({"thì", "được"}.intersection(behind)) or low[bound.i - 1] == "(" or "nơi" in low[start : bound.i]


def _range_end(doc: Doc, bound: Bound, begin: int, end: int) -> Provision | None:
    """ "mỗi huyện luân chuyển từ 3 đến 5 cán bộ": an end of a range of officials, where a rule sets it."""
    tokens, low = doc.tokens, doc.tokens.low
    start = clause_start(doc, bound.i)
    if ":" in low[max(begin, bound.i - 3) : bound.i]:  # "Ban thường vụ: từ 9 - 11"
        start = max(begin, bound.i - 9)
    told = "đã" in low[start : bound.i] or low[bound.i - 1] in ("tăng", "giảm")
    told = told or ("có" in low[max(0, bound.i - 4) : bound.i] and low[start : start + 2] == ["mỗi", "năm"])
    told = told or any(low[k] in ("chiến", "đảng") for k in range(bound.j, min(end, bound.j + 3)))
    ruled = "mỗi" in low[start : bound.i] or _NUMBERED.any(tokens, begin, bound.i) or ":" in low[start : bound.i]
    ruled = ruled or (bound.unit == "percent" and is_aim(doc, bound.at))
    ruled = ruled or _BOARDS.any(tokens, max(start, bound.i - _BOARD_REACH), bound.i)
    if (
        told
        or not ruled
        or bound.unit not in ("person", "percent")
        or not _QUOTA_SUBJECTS.any(tokens, start, min(end, bound.j + 4))
    ):
        return None
    made = make_provision(doc, ProvisionKind.QUOTA, bound, start, _quota_roles(tokens, start, bound, end))
    made.flow = _sent(tokens, start, bound, end)
    return made


def _sent(tokens: Tokens, start: int, bound: Bound, end: int) -> Flow | None:
    """The direction of those a quota counts; "mỗi sở ... về cơ sở" begins at the bodies that send them."""
    each = next((k for k in range(bound.i - 1, start - 1, -1) if tokens.low[k] == "mỗi"), None)
    flow = find_flow(tokens, start if each is None else each, end)
    sender = next(iter(find_tiers(tokens, each + 1, bound.i)), None) if each is not None else None
    if flow is not None and flow.from_level is not None:
        has = sender is not None and flow.to_level is None and tokens.at(sender.j) == "có"
        return flow.model_copy(update={"to_level": sender.level}) if has and sender is not None else flow
    back = next((k for k in range(bound.j, min(end, bound.j + 12)) if tokens.low[k] in _WAYS), None)
    if sender is None or back is None or sender.level in (None, Level.AGENCY) or tokens.low[bound.i - 1] == "nhận":
        return flow
    return Flow(from_level=sender.level, to_level=flow.to_level if flow is not None else None)


def share_rule(doc: Doc, i: int) -> Provision | None:
    """A share of posts that a plan sets at its number (token ``i``): "có trên 50% bí thư ... là người nơi khác"."""
    tokens = doc.tokens
    begin, end = nearby(doc, i)
    if not tokens.low[i].isdecimal() or int(tokens.low[i]) > 100:
        return None
    rule = next(_RULE_MET.find(tokens, i, end), None)
    if rule is None or not is_aim(doc, i):
        return None
    nxt = next((k for k in range(i + 2, rule.i) if tokens.low[k] == "%"), rule.i)
    both = tokens.low[rule.i] in _JOINED and nxt == rule.i
    titles = find_titles(tokens, i + 2, min(end, rule.j + 3) if both else nxt)
    served = tokens.low[rule.j - 1] in ("qua", "chuyển") and _QUOTA_SUBJECTS.any(tokens, i + 2, nxt)
    if not titles and not served and not find_tiers(tokens, i + 2, nxt):
        return None
    first = next((k for k in range(i - 1, max(begin, i - 3), -1) if tokens.low[k] in _LIMITING), i)
    bound = Bound(first, rule.j if nxt == rule.i else nxt - 1, Limit.FIXED, int(tokens.low[i]), "percent", i)
    return make_provision(doc, ProvisionKind.QUOTA, bound, first, list(roles_of(titles)))


def _listed(tokens: Tokens, j: int, end: int) -> list[TitleHit]:
    """The posts that those counted are to have: "không quá 2 cán bộ luân chuyển, gồm một phó bí thư và ..."."""
    opener = next((k for k in range(j, min(end, j + 6)) if tokens.low[k] in ("gồm", ":", "(")), None)
    return find_titles(tokens, opener, min(end, opener + 20)) if opener is not None else []


def _aims_at_rule(doc: Doc, bound: Bound, begin: int, end: int) -> bool:
    """Whether a share to be reached is of officials moved or of localities that meet a personnel rule."""
    tokens = doc.tokens
    if TIMED.any(tokens, bound.j, end) or _SERVED.any(tokens, bound.j, end):
        return True
    rate = any(tokens.low[k : k + 2] in (["tỷ", "lệ"], ["tỉ", "lệ"], ["chỉ", "tiêu"]) for k in range(begin, bound.at))
    if rate and TIMED.any(tokens, begin, bound.at):
        return True
    number = doc.sentence_number(bound.i)
    first = max(doc.sentences[number - 1][0], begin - REACH) if number and tokens.at(begin - 1) != "\n" else begin
    return next(_RULE_MET.find(tokens, first, end), None) is not None


def _met_roles(tokens: Tokens, bound: Bound, end: int) -> list[Role]:
    """The posts of the rule that a share of localities is to meet ("100% xã có bí thư không là người địa phương")."""
    rule = next(_RULE_MET.find(tokens, bound.j, end), None)
    if rule is None:
        return []
    both = tokens.low[rule.i] in _JOINED
    return list(roles_of(find_titles(tokens, bound.j, min(end, rule.j + 3) if both else rule.i)))


def _quota_roles(tokens: Tokens, start: int, bound: Bound, end: int) -> list[Role]:
    """The posts that a quota counts: named as its subject, or behind its number ("không quá 3 Phó bí thư")."""
    behind = find_titles(tokens, bound.at + 1, min(end, bound.at + 6))
    led = 2 * (tokens.low[bound.at + 1 : bound.at + 3] == ["lãnh", "đạo"])
    if behind and behind[0].i <= bound.at + 1 + led:
        return list(roles_of(behind[:1]))
    subject = next(_MEMBERS.find(tokens, start, bound.i), None)
    titles = [hit for hit in find_titles(tokens, start, bound.i) if tokens.at(hit.i - 1) != "của"]
    if subject is not None and (not titles or subject.i <= titles[-1].i):
        return [Role.MEMBER]
    return list(roles_of(titles[-1:]))


def _clause_end(tokens: Tokens, j: int, end: int) -> int:
    k = j
    while k < end and tokens.low[k] not in ";.,\n":
        k += 1
    return k
