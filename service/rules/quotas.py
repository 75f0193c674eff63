"""Quotas: how many officials, or what share of them, a rule allows or demands."""

from __future__ import annotations

from schemas import Provision, ProvisionKind, ProvisionUnit, Role
from service.rules.bounds import Bound, Limit, clause_start
from service.rules.doc import Doc
from service.rules.flows import find_flow
from service.rules.numerals import REACH
from service.rules.roles import find_titles, roles_of
from service.rules.rule_words import REGULATING, TIMED, make_provision
from service.rules.tokens import Lexicon, Tokens

_MEMBERS: Lexicon[bool] = Lexicon(
    (term, True) for term in ("ban thường vụ", "thành viên ban", "cấp ủy viên", "ủy viên", "ban chấp hành")
)  # fmt: skip
_QUOTA_SUBJECTS: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("số lượng", "cấp phó", "cấp trưởng", "phó giám đốc", "biên chế", "chức danh", "ban thường vụ",
                 "cấp ủy", "phó bí thư", "phó chủ tịch", "luân chuyển", "biệt phái", "cán bộ nữ", "cán bộ trẻ",
                 "cán bộ", "ủy viên", "thứ trưởng", "viên chức", "giáo viên", "hiệu trưởng", "phó trưởng phòng")
)  # fmt: skip
_RULE_MET: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("là người địa phương", "phải người địa phương", "người nơi khác", "tiêu chí này",
                 "đồng thời là chủ tịch")
)  # fmt: skip
_NO_QUOTA = frozenset(["phiếu", "vốn", "tích", "dân", "giá", "học", "phạt", "giảm", "điểm", "tiền", "hộ"])


def quota_of(doc: Doc, bound: Bound, begin: int, end: int, found: list[tuple[int, int, Provision]]) -> Provision | None:
    """A number or share of officials: "không quá 3 người", "không quá 30% số biên chế", "bảo đảm 100% cán bộ ...."""
    tokens = doc.tokens
    low = tokens.low
    bare = low[bound.i] in ("quá", "dưới", "đủ", "trọn", "tròn", "trong")
    if bare and not (low[bound.i] == "quá" and "không" in low[max(begin, bound.i - 3) : bound.i]):
        return None
    earlier = next(
        (p for i, _, p in reversed(found[-6:]) if begin <= i < bound.i and p.kind is ProvisionKind.QUOTA), None
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
    named = next(_QUOTA_SUBJECTS.find(tokens, start, stop), None) is not None or find_titles(tokens, start, bound.i)
    if not named and earlier is None and bound.limit is not Limit.FIXED:
        return None
    if bound.limit is Limit.LEAST and next(REGULATING.find(tokens, begin, end), None) is None:
        return None
    roles = _quota_roles(tokens, start, bound, end) if bound.unit != "percent" else _met_roles(tokens, bound, end)
    if not roles and earlier is not None and bound.unit in ("", "person"):
        roles = list(earlier.roles)
    flow = None
    if bound.unit == "person" and bound.limit is Limit.LEAST:
        flow = find_flow(tokens, start, end)
    last = bound.j if bound.limit is not Limit.FIXED else _clause_end(tokens, bound.j, end)
    made = make_provision(doc, ProvisionKind.QUOTA, bound, start, roles)
    made.flow = flow
    if last != bound.j:
        made.text, made.evidence = tokens.slice(bound.i, last), [doc.span(bound.i, last)]
    return made


def _aims_at_rule(doc: Doc, bound: Bound, begin: int, end: int) -> bool:
    """Whether a share to be reached is of officials moved or of localities that meet a personnel rule."""
    tokens = doc.tokens
    if next(TIMED.find(tokens, bound.j, end), None) is not None:
        return True
    number = doc.sentence_number(bound.i)
    first = max(doc.sentences[number - 1][0], begin - REACH) if number and tokens.at(begin - 1) != "\n" else begin
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
    if subject is not None and (not titles or subject.i <= titles[-1].i):
        return [Role.MEMBER]
    return list(roles_of(titles[-1:]))


def _clause_end(tokens: Tokens, j: int, end: int) -> int:
    k = j
    while k < end and tokens.low[k] not in ";.,\n":
        k += 1
    return k
