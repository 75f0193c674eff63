"""Rules without a number: which tiers move to which, what post is given, who is not moved, what is suspended."""

from __future__ import annotations

from schemas import Flow, Level, Provision, ProvisionKind, Role
from service.rules.doc import Doc
from service.rules.flows import find_flow, reverse, says_reverse
from service.rules.numerals import nearby
from service.rules.roles import find_titles, roles_of
from service.rules.tokens import Lexicon, Tokens

_Found = list[tuple[int, int, Provision]]
_MOVE_WORDS: Lexicon[bool] = Lexicon((w, True) for w in ("luân chuyển", "điều động", "biệt phái", "bổ nhiệm"))
_LED = frozenset([",", "và", "cán", "bộ", "công", "chức", "được", "thực", "hiện", "là", ":"])
_PLACED: Lexicon[Role] = Lexicon(
    (f"{verb} {post}", role)
    for verb in (
        "bố trí làm",
        "bố trí giữ chức",
        "bố trí giữ",
        "bố trí",
        "bố trí giữ chức danh",
        "bố trí ở",
        "bố trí vào",
    )
    for post, role in (("cấp trưởng", Role.HEAD), ("cấp phó", Role.DEPUTY_HEAD), ("người đứng đầu", Role.HEAD))
)
_SUSPENDED: Lexicon[bool] = Lexicon(
    (f"{verb} {what}", True)
    for verb in ("tạm dừng", "tạm dừng việc", "dừng việc", "tạm ngừng việc", "tạm ngừng")
    for what in ("bầu", "bổ nhiệm", "luân chuyển", "điều động", "tuyển dụng", "tiếp nhận", "biệt phái")
)
_PUNISHED: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("bị kỷ luật", "bị thi hành kỷ luật", "đang bị kỷ luật", "vi phạm kỷ luật", "uy tín giảm sút")
)
_BODIES = frozenset(["quan", "khối"])  # "cơ quan", "khối Đảng": bodies of one tier
_PIECE_ENDS = frozenset([";", ".", "\n"])


def find_clauses(doc: Doc, i: int) -> _Found:
    """The rules without a number that the word at token ``i`` begins; their tokens and the provisions."""
    tokens = doc.tokens
    word = tokens.low[i]
    if word == "phạm" and tokens.at(i + 1) == "vi":
        told = next(_MOVE_WORDS.find(tokens, i + 2, min(i + 8, nearby(doc, i)[1])), None)
        return _scopes(doc, i, told.j) if told is not None else []
    if word == "điều" and tokens.at(i + 1) == "động" and i == doc.sentence_of(i)[0]:
        return _general_move(doc, i)
    if word == "chủ" and tokens.at(i + 1) == "yếu":
        return _placement(doc, i)
    if word == "không":
        return _ban(doc, i)
    if word == "tạm":
        return _suspension(doc, i)
    return []


def _scopes(doc: Doc, begin: int, i: int) -> _Found:
    """ "Phạm vi luân chuyển từ tỉnh về huyện và ngược lại; giữa các cơ quan, đơn vị": one provision a direction."""
    tokens = doc.tokens
    end = nearby(doc, i)[1]
    out: _Found = []
    first = begin
    k = i
    while k <= end:
        if k == end or tokens.low[k] in _PIECE_ENDS:
            if k > first:
                out += _scope(doc, first, k)
            first = k + 1
        k += 1
    return out


def _scope(doc: Doc, i: int, j: int) -> _Found:
    tokens = doc.tokens
    flow = find_flow(tokens, i, j)
    if _BODIES.intersection(tokens.low[i:j]) and "giữa" in tokens.low[i:j]:
        flow = Flow(from_level=Level.AGENCY, to_level=Level.AGENCY)
    if flow is None or (flow.from_level is None and flow.to_level is None):
        return []
    out = [(i, j, _clause(doc, ProvisionKind.SCOPE, i, j, flow=flow))]
    if says_reverse(tokens, i, j):
        out.append((i, j, _clause(doc, ProvisionKind.SCOPE, i, j, flow=reverse(flow))))
    return out


def _general_move(doc: Doc, i: int) -> _Found:
    """A sentence that only says between which bodies officials are moved: "Điều động giữa các ban, ngành"."""
    tokens = doc.tokens
    end = nearby(doc, i)[1]
    k = i
    while k < end:
        hit = _MOVE_WORDS.match(tokens, k)
        if hit is not None:
            k = hit.j
        elif tokens.low[k] in _LED:
            k += 1
        else:
            break
    stop = end - 1 if tokens.low[end - 1] == "." else end
    if tokens.at(k) != "giữa" or any(w.isdigit() or w in ("ông", "bà", "đã") for w in tokens.low[i:end]):
        return []
    return _scope(doc, i, stop)


def _placement(doc: Doc, i: int) -> _Found:
    """ "chủ yếu bố trí làm cấp trưởng; ... thì bố trí làm bí thư": the kinds of post that are given."""
    tokens = doc.tokens
    begin, end = nearby(doc, i)
    found: _Found = []
    first = begin
    for k in range(begin, end):
        if tokens.low[k] in ";:":
            first = k + 1
        elif k >= i and tokens.low[k] == "bố" and tokens.low[k - 1] in ("yếu", "thì"):
            given = _given(tokens, k, end)
            if given is not None:
                roles, j = given
                found.append((first, j, _clause(doc, ProvisionKind.PLACEMENT, first, j, roles=roles)))
    return found


def _given(tokens: Tokens, i: int, end: int) -> tuple[list[Role], int] | None:
    """The posts that "bố trí ..." at token ``i`` gives, and the token behind them."""
    hit = _PLACED.match(tokens, i)
    if hit is not None:
        return [hit.value], hit.j
    stop = i + 2
    while stop < end and tokens.low[stop] not in ";.,:":
        stop += 1
    titles = find_titles(tokens, i + 2, stop)
    if not titles or titles[0].i - i > 6:
        return None
    return list(roles_of(titles)), stop


def _ban(doc: Doc, i: int) -> _Found:
    """ "Không điều động ... những cán bộ bị kỷ luật": who is not moved."""
    tokens = doc.tokens
    end = nearby(doc, i)[1]
    hit = _MOVE_WORDS.match(tokens, i + 1) if i + 1 < end else None
    if hit is None:
        return []
    stop = hit.j
    while stop < end and tokens.low[stop] not in ";.(\n":
        stop += 1
    if next(_PUNISHED.find(tokens, hit.j, stop), None) is None:
        return []
    return [(i, stop, _clause(doc, ProvisionKind.OTHER, i, stop))]


def _suspension(doc: Doc, i: int) -> _Found:
    """ "phải tạm dừng việc bầu, bổ nhiệm ...": moves that are suspended."""
    tokens = doc.tokens
    begin, end = nearby(doc, i)
    if _SUSPENDED.match(tokens, i) is None or "phải" not in tokens.low[max(begin, i - 4) : i]:
        return []
    stop = end - 1 if tokens.low[end - 1] == "." else end
    return [(begin, stop, _clause(doc, ProvisionKind.OTHER, begin, stop))]


def _clause(
    doc: Doc, kind: ProvisionKind, i: int, j: int, flow: Flow | None = None, roles: list[Role] | None = None
) -> Provision:
    return Provision(kind=kind, flow=flow, roles=roles or [], text=doc.tokens.slice(i, j), evidence=[doc.span(i, j)])
