"""Ages that a rule sets: "dưới 45 tuổi", "không quá 50 tuổi đối với nam", "từ 40 trở xuống"."""

from __future__ import annotations

from schemas import Provision, ProvisionKind
from service.rules.bounds import Bound, Limit, clause_start
from service.rules.consequences import exempts
from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.rule_words import MOVING, PERSONS, make_provision
from service.rules.tokens import Lexicon

_TOLD: Lexicon[bool] = Lexicon(
    (term, True) for term in ("trong đó có", "chiếm", "hiện có", "đã có", "tỷ lệ", "toàn tỉnh có", "trúng cử")
)  # fmt: skip
_AGE_RULES: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("đối tượng", "điều kiện", "tiêu chuẩn", "quy định", "phải", "yêu cầu", "không quá", "trở xuống",
                 "trở lên", "đối với nam", "đối với nữ", "kế hoạch", "đề án", "tuổi luân chuyển", "tối đa",
                 "tuổi bổ nhiệm", "tuổi đi luân chuyển", "diện",
                 "lứa tuổi", "độ tuổi được", "không được quá", "không vượt quá", "không được vượt quá")
)  # fmt: skip
_OTHER_PEOPLE: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("đoàn viên", "thanh niên", "học sinh", "sinh viên", "phụ nữ", "người dân", "trẻ em", "thí sinh",
                 "lao động", "đảng viên mới", "nhân dân", "hội viên", "công dân")
)  # fmt: skip
_SEXES = frozenset(["nam", "nữ"])
_AFTER_AGE = frozenset(["đối", "với", "(", ".", ",", ";", "\n", "và", ""])
_BEHIND = 20  # tokens behind an age in which it is told who is spared
_NEXT_AGE = 9  # tokens between an age and the limit of the next one
_AGES = range(25, 71)


def is_age(doc: Doc, bound: Bound) -> bool:
    """Whether a bound is of an age, also without its unit: "Tuổi ... không quá 45 đối với cán bộ nam"."""
    if bound.unit:
        return bound.unit == "age"
    tokens, low = doc.tokens, doc.tokens.low
    if bound.value not in _AGES or not (tokens.at(bound.j) in _AFTER_AGE or low[bound.j - 1] in ("xuống", "lên")):
        return False
    begin = max(nearby(doc, bound.i)[0], bound.i - 16)
    aged = any(low[k] == "tuổi" and tokens.at(k + 1) != "công" and low[k - 1] != "đủ" for k in range(begin, bound.i))
    said = {"tuổi", *_SEXES}.intersection(low[max(begin, bound.i - 3) : bound.i])
    goes_on = {"quá", "dưới", "đa"}.intersection(low[bound.j + 1 : bound.j + _NEXT_AGE])  # "45, cấp tỉnh không quá 50"
    return aged and (tokens.at(bound.j) != "," or bool(said) or bool(goes_on))


def age_rule(doc: Doc, bound: Bound, begin: int, end: int) -> Provision | None:
    """A limit of age; None for the age of people who are counted or told of."""
    tokens, low = doc.tokens, doc.tokens.low
    start = max(begin, bound.i - 12)
    counted = any(low[k].isdigit() and k != bound.at and tokens.at(k + 1) in ("cán", "người", "đồng")
                  for k in range(start, bound.i))  # fmt: skip
    counted = counted or any(
        low[k].isdigit() and tokens.at(k + 1) not in _AFTER_AGE | {"tuổi"}
        for k in range(max(begin, bound.i - 4), bound.i)
    )
    if _OTHER_PEOPLE.any(tokens, max(begin, bound.i - 5), bound.i):
        return None
    spared = exempts(tokens, bound.j, min(end, bound.j + _BEHIND))  # "từ 55 tuổi trở lên thì không luân chuyển"
    over = low[bound.i] in ("trên", "hơn", "đủ", "sau")
    shared = tokens.low[bound.j : bound.j + 7]
    if "%" in shared and "," not in shared[: shared.index("%")]:  # "cán bộ dưới 40 tuổi từ 10% trở lên": whose share
        return None
    barred = over and (spared or _bans(doc, bound.i)) and MOVING.any(tokens, begin, end)
    if counted or (over and not barred) or _TOLD.any(tokens, start, min(end, bound.j + 6)):
        return None
    named = any(
        low[k] in PERSONS and k + 1 < bound.i and tokens.cap[k + 1] for k in range(clause_start(doc, bound.i), bound.i)
    )
    if named or not (barred or _AGE_RULES.any(tokens, begin, end)):
        return None
    kind = ProvisionKind.MIN_AGE if bound.limit is Limit.LEAST and not spared else ProvisionKind.MAX_AGE
    return make_provision(doc, kind, bound, bound.i, [])


def _bans(doc: Doc, i: int) -> bool:
    """Whether a move is ruled out before token ``i`` in its clause: "không luân chuyển giáo viên trên 50 tuổi"."""
    low = doc.tokens.low
    start = clause_start(doc, i)
    return any(
        low[hit.i - 1] in ("không", "chưa", "miễn") or low[hit.i - 2 : hit.i] == ["không", "phải"]
        for hit in MOVING.find(doc.tokens, start + 1, i)
    )
