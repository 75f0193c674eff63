"""Words that the rules for rotation and posts share, and how a bound becomes a provision."""

from __future__ import annotations

from schemas import Flow, Provision, ProvisionKind, ProvisionUnit, Role
from service.rules.bounds import Bound
from service.rules.doc import Doc
from service.rules.tokens import Lexicon

Found = tuple[int, int, Provision]
"""A rule found at some tokens, the first and the one behind the last."""
_UNITS = {
    "year": ProvisionUnit.YEAR, "month": ProvisionUnit.MONTH, "term": ProvisionUnit.TERM, "age": ProvisionUnit.YEAR,
    "percent": ProvisionUnit.PERCENT, "person": ProvisionUnit.PERSON, "": ProvisionUnit.PERSON,
}  # fmt: skip
_AGES = (ProvisionKind.MAX_AGE, ProvisionKind.MIN_AGE)
MOVES = (
    "luân chuyển", "biệt phái", "điều động", "tăng cường", "giữ chức", "giữ chức vụ", "đảm nhiệm", "bổ nhiệm",
    "chuyển đổi vị trí", "định kỳ chuyển đổi",
)  # fmt: skip
PERSONS = frozenset(["ông", "bà", "anh", "chị", "thầy", "cô"])
"""Forms of address: a sentence about one person tells a fact, and sets no rule."""
TIMED: Lexicon[bool] = Lexicon((move, True) for move in MOVES)
MOVING: Lexicon[bool] = Lexicon(
    (term, True) for term in ("luân chuyển", "luân phiên", "điều động", "chuyển đổi vị trí", "hoán đổi")
)
ROTATED: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("luân chuyển", "biệt phái", "điều động", "tăng cường", "thời gian giữ chức", "thời hạn giữ chức",
                 "thời hạn bổ nhiệm", "thời gian đảm nhiệm", "giữ chức vụ", "giữ chức", "nơi mới", "đảm nhiệm",
                 "giữ một vị trí", "thời hạn chuyển đổi",
                 "chuyển đổi vị trí", "định kỳ chuyển đổi", "hoán đổi", "đổi vị trí", "luân phiên",
                 "thời gian thực hiện nhiệm vụ")
)  # fmt: skip
OFFICE: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("cấp ủy", "đại hội", "kỷ luật", "chức danh", "chức vụ", "quy hoạch", "luân phiên", "biên chế",
                 "chuyển", "nghỉ hưu", "ứng cử", "bầu", "thời hạn", "chức", "nhiệm kỳ")
)  # fmt: skip
REGULATING: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("phải", "quy định", "yêu cầu", "không được", "điều kiện", "tiêu chuẩn", "đối tượng", "chỉ được",
                 "cần", "bảo đảm", "đảm bảo", "kế hoạch", "đề án", "nghị quyết", "chỉ thị", "tối đa", "tối thiểu",
                 "đối với", "trở xuống", "trở lên", "chỉ thực hiện", "nguyên tắc", "thời hạn", "không quá", "mỗi",
                 "kể từ")
)  # fmt: skip


def make_provision(doc: Doc, kind: ProvisionKind, bound: Bound, begin: int, roles: list[Role]) -> Provision:
    """A provision whose text runs from the start of its clause to its number's unit."""
    return Provision(
        kind=kind,
        value=bound.value,
        unit=ProvisionUnit.YEAR if kind in _AGES else _UNITS[bound.unit],
        roles=[role for role in roles if role is not Role.OTHER],
        text=doc.tokens.slice(begin, bound.j),
        evidence=[doc.span(begin, bound.j)],
    )


def clause_of(
    doc: Doc, kind: ProvisionKind, i: int, j: int, flow: Flow | None = None, roles: list[Role] | None = None
) -> Provision:
    """A provision without a number whose text is tokens ``i`` to ``j``."""
    return Provision(kind=kind, flow=flow, roles=roles or [], text=doc.tokens.slice(i, j), evidence=[doc.span(i, j)])
