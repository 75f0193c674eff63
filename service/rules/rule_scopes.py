"""The directions that a rule opens for rotation: "phạm vi luân chuyển từ tỉnh về huyện và ngược lại; giữa các ..."."""

from __future__ import annotations

from schemas import Flow, Level, Provision, ProvisionKind
from service.rules.doc import Doc
from service.rules.flows import find_flow, reverse, says_reverse
from service.rules.numerals import nearby
from service.rules.rule_words import Found, clause_of
from service.rules.tokens import Lexicon, Tokens

MOVE_WORDS: Lexicon[bool] = Lexicon((w, True) for w in ("luân chuyển", "điều động", "biệt phái", "bổ nhiệm"))
_NAMED = frozenset([("phạm", "vi"), ("hướng",), ("hình", "thức"), ("việc",)])
_LED = frozenset([",", "và", "cán", "bộ", "công", "chức", "được", "thực", "hiện", "là", ":"])
_DONE = frozenset(
    "được sẽ phải có thể chỉ thực tiến hiện hành áp dụng triển khai theo các hướng chiều hình thức là gồm bao sau cán"
    " bộ lãnh đạo quản lý công chức viên đối với : , và cũng ở trong khuôn khổ một số những"
    " hai ba bốn diện cấp phạm vi 2 3 4".split()
)
_LEADS_ON = frozenset(["theo", "phạm", "hướng", "hình", "được", "thực", "tiến", "gồm", "là", ":", "áp"])
_BODIES = frozenset(["quan", "khối", "sở", "ngành"])  # "cơ quan", "khối Đảng": bodies of one tier
_PIECE_ENDS = frozenset([";", ".", "\n"])
_TELLING = frozenset(["đã", "vừa", "ông", "bà", "hiện", "từng"])
_OPENERS = frozenset(["từ", "giữa"])


def find_scopes(doc: Doc, i: int) -> list[Found]:
    """The directions that "phạm vi", "việc", "hướng", "hình thức" or "theo hướng" at token ``i`` opens, else []."""
    tokens, low = doc.tokens, doc.tokens.low
    begin, end = nearby(doc, i)
    if low[i] == "luân":
        first = _ranked_way(tokens, i + 2, end)
        if first is None and i == begin and tokens.at(i + 1) == "chuyển":  # "Luân chuyển cán bộ thực hiện từ ..."
            first = _first_way(tokens, i + 2, end)
    elif low[i] == "theo":
        told = any(hit.j <= i for hit in MOVE_WORDS.find(tokens, max(begin, i - 12), i))
        first = _first_way(tokens, i, end) if told else None
    else:
        width = 1 if low[i] in ("việc", "hướng") else 2
        move = next((h for h in MOVE_WORDS.find(tokens, i + width, min(i + 8, end))), None)
        if move is None:
            return []
        if low[i] == "phạm":
            return _scopes(doc, i, end, move.j)
        first = _first_way(tokens, move.j, end) if move.i <= i + width + 2 else None
    if first is None or _tells(doc, begin, end):
        return []
    return _scopes(doc, first, end, first)


def _ranked_way(tokens: Tokens, i: int, end: int) -> int | None:
    """Where the directions begin behind "luân chuyển dọc", of which a sentence ranks some; None where it ranks none."""
    low = tokens.low
    if tokens.at(i) == "dọc" and tokens.at(i + 1) in _OPENERS and "còn" not in low[i:end]:
        return i + 1
    return None


def general_move(doc: Doc, i: int) -> list[Found]:
    """A sentence that only says between which bodies officials are moved: "Điều động giữa các ban, ngành"."""
    tokens = doc.tokens
    end = nearby(doc, i)[1]
    k = i
    while k < end:
        hit = MOVE_WORDS.match(tokens, k)
        if hit is not None:
            k = hit.j
        elif tokens.low[k] in _LED:
            k += 1
        else:
            break
    stop = end - 1 if tokens.low[end - 1] == "." else end
    if tokens.at(k) != "giữa" or _tells(doc, i, end):
        return []
    return _scope(doc, i, stop)


def _tells(doc: Doc, begin: int, end: int) -> bool:
    """Whether a sentence reports (people counted, persons named, past), and sets no rule."""
    low = doc.tokens.low
    return any(
        (low[k].isdigit() and low[k - 1] != "cấp" and doc.tokens.at(k + 1) not in ("hướng", "chiều", "hình"))
        or (low[k] in _TELLING and low[k - 1] not in ("thực", "thể"))
        for k in range(begin, end)
    )


def _first_way(tokens: Tokens, i: int, end: int) -> int | None:
    """The "từ" or "giữa" that begins the directions behind the words of a rule, or None."""
    led = False
    for k in range(i, min(end, i + 18)):
        if tokens.low[k] in _OPENERS:
            return k if led else None
        if tokens.low[k] not in _DONE:
            return None
        led = led or tokens.low[k] in _LEADS_ON
    return None


def _scopes(doc: Doc, begin: int, end: int, first_way: int) -> list[Found]:
    """One provision a direction: pieces end at a semicolon, and at a comma before another "từ" or "giữa"."""
    low = doc.tokens.low
    out: list[Found] = []
    first = begin
    for k in range(first_way, end + 1):
        comma = k + 1 < end and low[k] in (",", "và") and low[k + 1] in _OPENERS and k > first + 2
        if k == end or low[k] in _PIECE_ENDS or comma:
            if k > first:
                out += _scope(doc, first, k)
            first = k + 1
    return out


def _scope(doc: Doc, i: int, j: int) -> list[Found]:
    tokens = doc.tokens
    flow = find_flow(tokens, i, j)
    if _BODIES.intersection(tokens.low[i:j]) and "giữa" in tokens.low[i:j]:
        flow = Flow(from_level=Level.AGENCY, to_level=Level.AGENCY)
    if flow is None or (flow.from_level is None and flow.to_level is None):
        return []
    out: list[Found] = [(i, j, _made(doc, i, j, flow))]
    if says_reverse(tokens, i, j):
        out.append((i, j, _made(doc, i, j, reverse(flow))))
    return out


def _made(doc: Doc, i: int, j: int, flow: Flow) -> Provision:
    return clause_of(doc, ProvisionKind.SCOPE, i, j, flow=flow)
