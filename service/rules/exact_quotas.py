"""Numbers of posts that a rule sets to just that: "xã loại II có 01 phó chủ tịch", "mỗi sở có 1 giám đốc".

A sentence tells facts in the same words. What makes it a rule is the kind of unit that it is said of (a class of
localities, "mỗi", "số lượng") or another quota of posts before it in the sentence.
"""

from __future__ import annotations

from schemas import Provision, ProvisionKind, ProvisionUnit, Role
from service.rules.bounds import Bound, Limit, clause_start, number_at
from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.roles import find_titles, roles_of
from service.rules.rule_words import Found, make_provision
from service.rules.tokens import Lexicon, Tokens

HAVING_AFTER = frozenset("1 2 3 4 5 6 7 8 9 01 02 03 04 05 06 07 08 09 một hai ba bốn năm".split())
"""What stands behind "có" or "trí" where a number of posts may be set."""
STAFF = HAVING_AFTER | {str(number) for number in range(10, 41)}
"""What stands behind "là" where the staff of a class of communes may be set."""
_TOLD = frozenset(["đã", "hiện", "nay", "vừa", "đang", "ông", "bà", "từng", "thêm", "còn"])
_CLASSES = frozenset(["i", "ii", "iii", "iv", "1", "2", "3", "a", "b"])
_POSTS = frozenset([Role.HEAD, Role.DEPUTY_HEAD, Role.DEPUTY_SECRETARY, Role.PEOPLES_COMMITTEE_VICE_CHAIR,
                    Role.PEOPLES_COUNCIL_VICE_CHAIR, Role.STANDING_DEPUTY_SECRETARY])  # fmt: skip
_PARTS_OF_BODY = frozenset(["phòng", "lớp", "đơn", "đầu", "trường", "huyện", "xã", "dân", "học"])
_BOUNDED = frozenset(["từ", "dưới", "trên", "đủ", "quá", "đến", "hơn"])  # "có từ 7 phòng trở lên"
_SETS: Lexicon[bool] = Lexicon((term, True) for term in ("bình quân", "nghị định quy định", "theo quy định"))
_OFFICIALS: Lexicon[bool] = Lexicon((term, True) for term in ("cán bộ", "công chức", "viên chức", "chuyên trách"))
_LABEL = 80  # tokens between "số lượng cán bộ, công chức" and the staff of a class
_SHORT = 12  # tokens of a clause that is quoted from its start ("xã loại II, loại III có 01")
_MAX = 20  # posts of one kind in one body


def exact_quota(doc: Doc, i: int, found: list[Found]) -> list[Found]:
    """The quota that "có" or "bố trí" at token ``i`` sets to the number behind it, or []."""
    tokens, low = doc.tokens, doc.tokens.low
    if low[i] == "là" and low[i - 2] in ("loại", "hạng") and low[i - 1] in _CLASSES:
        staff = _staff(doc, i)
        if staff:
            return staff
    mean = low[i + 1 : i + 3] == ["bình", "quân"]  # "được bố trí bình quân 3 người"
    number = number_at(tokens, i + 3 if mean else i + 1)
    if number is None or not 0 < number[0] <= _MAX:
        return []
    begin, end = nearby(doc, i)
    start = clause_start(doc, i)
    earlier = next((p for k, _, p in reversed(found[-6:]) if begin <= k < i and p.kind is ProvisionKind.QUOTA), None)
    earlier = earlier if earlier is not None and earlier.unit is ProvisionUnit.PERSON else None
    classed = _of_class(tokens, start, i)
    added = low[i] == "thêm" and "được" in low[max(start, i - 4) : i]  # "được bố trí thêm 1 phó bí thư"
    case = low[start : start + 2] == ["đối", "với"] and low[i - 2 : i + 1] == ["được", "bố", "trí"]
    added = added or case  # "đối với tỉnh được bố trí 2 phó bí thư"
    counted = low[i] == "là" or (low[i] == "thêm" and low[i - 1] == "tăng")  # posts told before their number
    if counted and not ("lượng" in low[start:i] if low[i] == "là" else added):
        return []
    told = _TOLD if earlier is None else _TOLD - {"thêm"}  # "được tăng thêm 2 ủy viên, trong đó có 1 phó bí thư"
    if told.intersection(low[start:i]) or not (classed or added or mean or "mỗi" in low[start:i]):
        return []
    noun = number[1] + 2 * (low[number[1] : number[1] + 2] == ["lãnh", "đạo"])  # "1 lãnh đạo cấp phó"
    titles = find_titles(tokens, noun, min(end, noun + 6))
    roles = list(roles_of(titles[:1])) if titles and titles[0].i == noun else []
    if not roles and (mean or counted) and tokens.at(noun) in ("người", "đồng", "."):
        roles = list(roles_of(find_titles(tokens, start, i)[-1:]))
    if not roles and earlier is not None and tokens.at(number[1]) in (".", ";", ",", "\n", ""):
        roles = list(earlier.roles)
    ruled = (
        classed
        or added
        or mean
        or earlier is not None
        or _SETS.any(tokens, begin, end)
        or _limits_behind(doc, number[1], end)
    )
    if Role.MEMBER in roles and counted:
        ruled = ruled and ("mỗi" in low[start:i] or "lượng" in low[start:i])
    elif not _POSTS.intersection(roles):
        return []
    if not ruled:
        return []
    at = i + 3 if mean else i + 1
    bound = Bound(at, number[1], Limit.FIXED, number[0], "person", at)
    first = next((k for k in range(i - 1, start - 1, -1) if low[k] == ","), start - 1) + 1
    first = start if i - start <= _SHORT else first
    made: Provision = make_provision(doc, ProvisionKind.QUOTA, bound, first, roles)
    return [(at, number[1], made), *_joined(doc, titles[0].j if titles else end, end)]


def _staff(doc: Doc, i: int) -> list[Found]:
    """ "Số lượng cán bộ, công chức: loại I là 23 người": the staff set for a class, whose label stands before."""
    tokens, low = doc.tokens, doc.tokens.low
    number = number_at(tokens, i + 1)
    if number is None or tokens.at(number[1]) not in ("người", "biên"):
        return []
    before = range(max(0, i - _LABEL), i - 2)
    counted = next((k for k in before if low[k : k + 2] == ["số", "lượng"]), None)
    if counted is None or not _OFFICIALS.any(tokens, counted, i):
        return []
    bound = Bound(i + 1, number[1] + 1, Limit.FIXED, number[0], "person", i + 1)
    return [(i + 1, number[1] + 1, make_provision(doc, ProvisionKind.QUOTA, bound, i - 2, []))]


def _joined(doc: Doc, j: int, end: int) -> list[Found]:
    """The quotas that go on behind a post: "được bố trí thêm 1 phó bí thư, 1 phó chủ tịch UBND"."""
    tokens = doc.tokens
    out: list[Found] = []
    while j < end and tokens.at(j) in (",", "và"):
        number = number_at(tokens, j + 1)
        titles = find_titles(tokens, number[1], min(end, number[1] + 6)) if number is not None else []
        if number is None or not titles or titles[0].i != number[1] or not _POSTS.intersection(roles_of(titles[:1])):
            break
        bound = Bound(j + 1, number[1], Limit.FIXED, number[0], "person", j + 1)
        made = make_provision(doc, ProvisionKind.QUOTA, bound, j + 1, list(roles_of(titles[:1])))
        out.append((j + 1, number[1], made))
        j = titles[0].j
    return out


def _of_class(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether a class of bodies is named: "xã loại II, loại III", "phòng có dưới 8 biên chế", "sở có từ 7 phòng"."""
    low = tokens.low
    for k in range(begin, end - 1):
        word = low[k]
        if word in _PARTS_OF_BODY:
            if k > begin + 1 and low[k - 1][0].isdigit() and low[k - 2] in _BOUNDED:
                return True
        elif (word in ("loại", "hạng") and low[k + 1] in _CLASSES) or (word == "biên" and low[k + 1] == "chế"):
            return True
    return False


def _limits_behind(doc: Doc, j: int, end: int) -> bool:
    """Whether a limit stands behind in the same sentence: "1 giám đốc và không quá 3 phó giám đốc"."""
    low = doc.tokens.low
    return any(low[k : k + 2] in (["không", "quá"], ["tối", "đa"]) for k in range(j, min(end, j + 30)))
