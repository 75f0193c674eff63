"""Rules without a number: which tiers move to which, what post is given, who is not moved, what is suspended."""

from __future__ import annotations

from schemas import ProvisionKind, Role
from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.roles import find_titles, roles_of
from service.rules.rule_scopes import MOVE_WORDS, find_scopes, general_move
from service.rules.rule_words import Found, clause_of
from service.rules.tokens import Lexicon, Tokens

__all__ = ["Found", "find_clauses"]

_GIVING = ("bố trí", "bố trí làm", "bố trí giữ chức", "bố trí giữ", "bố trí giữ chức danh", "bố trí giữ chức vụ",
           "bố trí ở", "bố trí vào", "bố trí đảm nhiệm", "bố trí vào chức danh", "phân công giữ chức", "phân công làm",
           "bố trí ở cương vị", "bố trí ở vị trí")  # fmt: skip
_PLACED: Lexicon[Role] = Lexicon(
    (f"{verb} {post}", role)
    for verb in _GIVING
    for post, role in (("cấp trưởng", Role.HEAD), ("cấp phó", Role.DEPUTY_HEAD), ("người đứng đầu", Role.HEAD),
                       ("chức danh cấp trưởng", Role.HEAD), ("chức danh cấp phó", Role.DEPUTY_HEAD))
)  # fmt: skip
_GIVES: Lexicon[bool] = Lexicon(
    (verb, True) for verb in (*_GIVING, "giữ chức", "giữ chức danh", "giữ chức vụ", "đảm nhiệm", "làm")
)
LEADS = frozenset(["yếu", "thì", "được", "chỉ", "sẽ", "phải", "tiên"])
"""What stands before "bố trí" where a rule says what post is given."""
_SCOPED = frozenset(["phạm", "việc", "hướng", "hình", "theo"])
_CASES = frozenset(["khi", "hợp", "nếu", "đối", "thì", "yếu"])  # "khi luân chuyển", "trường hợp", "đối với"
_SUSPENDED: Lexicon[bool] = Lexicon(
    (f"{verb} {what}", True)
    for verb in ("tạm dừng", "tạm dừng việc", "dừng việc", "tạm ngừng việc", "tạm ngừng", "dừng", "tạm dừng công tác")
    for what in ("bầu", "bổ nhiệm", "luân chuyển", "điều động", "tuyển dụng", "tiếp nhận", "biệt phái", "kiện toàn")
)
_PUNISHED: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("bị kỷ luật", "bị thi hành kỷ luật", "đang bị kỷ luật", "vi phạm kỷ luật", "uy tín giảm sút",
                 "bị xem xét kỷ luật", "trong thời gian kỷ luật", "thời gian thi hành kỷ luật", "bị điều tra",
                 "không hoàn thành nhiệm vụ")
)  # fmt: skip
_ORDERED = frozenset(["phải", "yêu", "đề", "kể", "cho", "định", "nay"])  # "yêu cầu", "kể từ", "từ nay đến khi"
_RULING = frozenset(["yếu", "thì"])  # "chủ yếu bố trí", "thì bố trí": said of rules only
_STATED = frozenset(["còn", "đã", "chưa", "là", "có", "được", "bị"])
_FORMS = frozenset(["ông", "bà", "anh", "chị", "chí"])
_PERSONS = _FORMS | {"đã", "vừa", "nay", "hiện", "nhiều", "số"}


def find_clauses(doc: Doc, i: int) -> list[Found]:
    """The rules without a number that the word at token ``i`` begins; their tokens and the provisions."""
    word = doc.tokens.low[i]
    if word == "điều" or word == "luân":
        opens = i == doc.sentence_of(i)[0]
        if opens and (doc.tokens.at(i + 1) == "động" if word == "điều" else _between(doc, i)):
            return general_move(doc, i)
        return find_scopes(doc, i) if word == "luân" else []
    if word in _SCOPED:
        return find_scopes(doc, i)
    if word == "bố" or word == "thì":
        return _placement(doc, i)
    if word in ("không", "chưa"):
        return _ban(doc, i)
    if word in ("tạm", "dừng"):
        return _suspension(doc, i)
    return []


def _between(doc: Doc, i: int) -> bool:
    """Whether a sentence only says between which bodies officials are rotated: "Luân chuyển giữa khối Đảng và ..."."""
    low = doc.tokens.low
    return low[i : i + 3] == ["luân", "chuyển", "giữa"] and not _STATED.intersection(low[i : nearby(doc, i)[1]])


def _placement(doc: Doc, i: int) -> list[Found]:
    """ "chủ yếu bố trí làm cấp trưởng; ... thì bố trí làm bí thư": the kinds of post that are given."""
    tokens, low = doc.tokens, doc.tokens.low
    verb = i + 1 if low[i] == "thì" else i
    lead = low[verb - 1]
    if lead not in LEADS:
        return []
    begin, end = nearby(doc, i)
    first = i
    while first > begin and low[first - 1] not in ";:" and i - first < 60:
        first -= 1
    said = low[first:i]
    told = lead not in _RULING and (not _PERSONS.isdisjoint(said) or any(map(str.isdigit, said)))
    if told or any(tokens.cap[k + 1] for k, word in enumerate(said, first) if word in _FORMS):
        return []
    given = _given(tokens, verb, end)
    if given is None:
        return []
    roles, j, general = given
    if not general and not _CASES.intersection(low[first:verb]):
        return []
    return [(first, j, clause_of(doc, ProvisionKind.PLACEMENT, first, j, roles=roles))]


def _given(tokens: Tokens, i: int, end: int) -> tuple[list[Role], int, bool] | None:
    """The posts that "bố trí ..." at token ``i`` gives, the token behind them, and whether only their rank is named."""
    if i >= end:
        return None
    hit = _PLACED.match(tokens, i)
    if hit is not None:
        return [hit.value], hit.j, True
    verb = _GIVES.match(tokens, i)
    if verb is None:
        return None
    stop = verb.j
    while stop < end and tokens.low[stop] not in ";.,:":
        stop += 1
    titles = find_titles(tokens, verb.j, stop)
    if not titles or titles[0].i - i > 6 or any(word.isdigit() for word in tokens.low[verb.j : titles[0].i]):
        return None
    return list(roles_of(titles)), stop, False


def _ban(doc: Doc, i: int) -> list[Found]:
    """ "Không điều động ... những cán bộ bị kỷ luật": who is not moved."""
    tokens = doc.tokens
    end = nearby(doc, i)[1]
    hit = next((h for h in MOVE_WORDS.find(tokens, i + 1, min(end, i + 6))), None) if i + 1 < end else None
    if hit is None:
        return []
    stop = hit.j
    while stop < end and tokens.low[stop] not in ";.(\n":
        stop += 1
    if not _PUNISHED.any(tokens, hit.j, stop) or _FORMS.intersection(tokens.low[hit.j : stop]):
        return []
    return [(i, stop, clause_of(doc, ProvisionKind.OTHER, i, stop))]


def _suspension(doc: Doc, i: int) -> list[Found]:
    """ "phải tạm dừng việc bầu, bổ nhiệm ...": moves that are suspended."""
    tokens = doc.tokens
    begin, end = nearby(doc, i)
    hit = _SUSPENDED.match(tokens, i)
    if hit is None or not _ORDERED.intersection(tokens.low[max(begin, i - 10) : i] + tokens.low[hit.j : end]):
        return []
    if "đã" in tokens.low[max(begin, i - 4) : i]:
        return []
    stop = end - 1 if tokens.low[end - 1] == "." else end
    return [(begin, stop, clause_of(doc, ProvisionKind.OTHER, begin, stop))]
