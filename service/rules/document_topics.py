"""Whether a document is on personnel work, as what is told of it and the words around it say."""

from __future__ import annotations

from service.rules.doc import Doc
from service.rules.numerals import nearby
from service.rules.tokens import Lexicon, Tokens

_ON_PERSONNEL: Lexicon[bool] = Lexicon(
    (term, True)
    for term in (
        "cán bộ", "công chức", "viên chức", "nhân sự", "luân chuyển", "điều động", "bổ nhiệm", "biệt phái",
        "miễn nhiệm", "biên chế", "chức danh", "chức vụ", "bộ máy", "kỷ luật", "đảng viên", "cấp ủy", "đại hội đảng",
        "người đứng đầu", "tuyển dụng", "nghỉ hưu", "chỉ định", "phê chuẩn", "phó giám đốc", "cấp phó", "cấp trưởng",
        "tổ chức các cơ quan", "công tác tổ chức", "cơ cấu tổ chức", "nhiệm kỳ", "lãnh đạo", "thuyên chuyển",
        "tiếp nhận", "phân công", "đội ngũ", "chuyển đổi vị trí", "định kỳ chuyển đổi", "kết quả bầu", "hiệu trưởng",
        "tái cử", "nghỉ công tác", "tinh gọn", "đầu mối", "quy hoạch các chức danh", "sắp xếp tổ chức", "nâng lương",
        "giữ chức", "thôi giữ", "chuẩn y",
        "công an chính quy", "trưởng công an", "hệ thống tổ chức", "phân cấp quản lý", "thành lập đoàn kiểm tra",
    )
)  # fmt: skip
_OFF_TOPIC: Lexicon[bool] = Lexicon(
    (term, term != "đất nước")  # not of land
    for term in ("đất nước",
        "đất", "xe", "ô tô", "đấu giá", "đấu thầu", "dự án đầu tư", "khám chữa bệnh", "thi tuyển sinh", "học phí",
        "xây dựng nhà", "rừng", "khoáng sản", "hành khách", "vận tải", "luồng tuyến", "nước sạch", "biển số xe",
        "ngân sách", "tốc độ", "xử phạt", "giải phóng mặt bằng", "đầu tư công", "nông thôn mới", "giảm nghèo",
        "hộ nghèo", "du lịch", "dịch bệnh", "thực phẩm", "thủy lợi", "bồi thường", "uống rượu", "quy hoạch xây dựng",
        "xe cơ giới", "sử dụng xe", "đi xe", "thu nhập tăng thêm",
    )
)  # fmt: skip
_MOVED: Lexicon[bool] = Lexicon(
    (term, True)
    for term in ("luân chuyển", "điều động", "bổ nhiệm", "biệt phái", "chuyển đổi vị trí", "định kỳ chuyển đổi")
)
_PARTY_SIGNS = ("tw", "tu", "hu", "qđns", "btctw", "đu", "tỉnh ủy")
_PRIVATE_SIGNS = ("hđqt", "đhđcđ", "hđts")  # boards and shareholders' meetings of companies, a church
_PARTY = ("bộ chính trị", "ban bí thư", "ban chấp hành trung ương", "tỉnh ủy", "thành ủy", "huyện ủy", "ban tổ chức")
_NORMS = frozenset(["nghị định", "luật", "thông tư", "pháp lệnh", "thông tư liên tịch"])
_WEAK = frozenset(["cán bộ", "công chức", "viên chức", "đảng viên", "lãnh đạo", "hiệu trưởng"])
"""People named in sentences of any field: alone they make no document one on personnel work."""
_DONE_WITH: Lexicon[bool] = Lexicon(
    (f"{lead}{verb}", True)
    for lead in ("", "việc ", "tiếp tục ")
    for verb in ("tổng kết", "sơ kết", "thực hiện", "triển khai", "quán triệt", "thi hành", "kết quả")
)
_PAPERS = frozenset(["nghị quyết", "kết luận", "quy định", "chỉ thị", "nghị định", "kế hoạch", "đề án", "thông tư"])
_CLAUSE_ENDS = frozenset(",;.")
_TITLE_ENDS = _CLAUSE_ENDS | {"được", "đã", "thì"}
_ABOUT = 5  # terms of personnel work from which an article is about it
_TITLE = 30  # tokens of a title behind "về"
_BEHIND = 40  # tokens behind a document in which its sentence says what it is on


def on_personnel(doc: Doc, kind: str, sign: str, issuer: str | None, i: int, j: int) -> bool:
    """Whether the document at tokens ``i`` to ``j`` is on personnel work.

    By its title, else by its issuer's kind, else by its sentence; a norm of the state (decree, law, circular) and a
    number with its sign also by the article as a whole. ``sign`` is the letters of its number, lower case.
    """
    if sign.endswith(_PRIVATE_SIGNS):
        return False
    tokens = doc.tokens
    begin, end = nearby(doc, i)
    stop = min(end, j + _BEHIND)
    clause = j
    ends = _TITLE_ENDS if tokens.at(j) == "về" else _CLAUSE_ENDS
    while clause < stop and tokens.low[clause] not in ends:
        clause += 1
    if _ON_PERSONNEL.any(tokens, i, j) or _ON_PERSONNEL.any(tokens, j, clause):
        return True
    first = next((hit.i for hit in _OFF_TOPIC.find(tokens, j, stop) if hit.value), stop)
    if tokens.at(j) == "," and not _off_topic(tokens, max(begin, i - 6), i) and _MOVED.any(tokens, j, first):
        return True  # "Theo Nghị định 24, thời hạn chuyển đổi vị trí ... quản lý ngân sách": told first
    if _off_topic(tokens, max(begin, i - 6), stop):
        return False
    if tokens.at(j) == "về":
        last = next((k for k in range(j, min(end, j + _TITLE)) if tokens.low[k] in _TITLE_ENDS - {","}), j + _TITLE)
        if _of_paper(tokens, j + 1):  # of a norm that is named by its number
            return _strong(tokens, j, stop) or _about_personnel(doc)
        return _ON_PERSONNEL.any(tokens, j, min(end, last))
    if sign.endswith(_PARTY_SIGNS) or "qđns" in sign:
        return True
    if issuer is not None and issuer.lower().startswith(_PARTY):
        return True
    near = _ON_PERSONNEL.any(tokens, max(begin, i - 30), stop)
    if near and _strong(tokens, max(begin, i - 30), stop):
        return True
    if near and not _off_topic(tokens, begin, end):
        return _about_personnel(doc)
    if not (kind.lower() in _NORMS or sum(c.isalpha() for c in sign) > 1) or _off_topic(tokens, begin, end):
        return False
    return _about_personnel(doc)


def _of_paper(tokens: Tokens, i: int) -> bool:
    """Whether a title only says what is done with another paper: "sửa đổi ...", "tổng kết Nghị quyết số 18"."""
    if tokens.low[i : i + 2] == ["sửa", "đổi"]:
        return True
    hit = _DONE_WITH.match(tokens, i) if i < len(tokens) else None
    if hit is None:
        return False
    k = hit.j + 2 * (tokens.low[hit.j : hit.j + 2] in (["thực", "hiện"], ["thi", "hành"]))
    numbered = tokens.at(k + 2) == "số" or tokens.at(k + 2).isdigit()
    return numbered and f"{tokens.at(k)} {tokens.at(k + 1)}" in _PAPERS


def _strong(tokens: Tokens, i: int, j: int) -> bool:
    """Whether words of personnel work that are named in no other field stand between two tokens."""
    return any(tokens.slice(hit.i, hit.j).lower() not in _WEAK for hit in _ON_PERSONNEL.find(tokens, i, j))


def _off_topic(tokens: Tokens, i: int, j: int) -> bool:
    """Whether words of another field stand between two tokens."""
    return any(hit.value for hit in _OFF_TOPIC.find(tokens, i, j))


def _about_personnel(doc: Doc) -> bool:
    """Whether the article is about personnel work; computed once per document."""
    known = doc.cache.get("about_personnel")
    if not isinstance(known, bool):
        found = 0
        for _ in _ON_PERSONNEL.find(doc.tokens):
            found += 1
            if found >= _ABOUT:
                break
        known = doc.cache["about_personnel"] = found >= _ABOUT
    return known
