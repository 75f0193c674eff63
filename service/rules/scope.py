"""What lies outside the political system, or is no move of its people."""

from __future__ import annotations

from service.rules.clauses import Clause
from service.rules.denials import is_rumour
from service.rules.doc import Doc
from service.rules.tokens import Lexicon

_ERRANDS: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "giải cứu|chi viện|chống dịch|phòng dịch|tìm kiếm|mất tích|truy quét|mùa giải|giải đấu|trọng tài|con tin"
        "|hiện trường|chữa cháy|cứu hộ|cứu nạn|coi thi|làm công tác coi thi|chấm thi|khắc phục hậu quả|dập lửa|dập dịch"
        "|bảo vệ an ninh trật tự|phương tiện|xe|hàng hóa|tàu|chốt chặn|trực chốt|tuần tra|truy bắt|cầu thủ"
        "|lễ hội|phân luồng|điều tiết giao thông|cưỡng chế|sơ tán|di dời|giúp dân|phong tỏa|diễn tập"
        "|diễu binh|duyệt binh"
        "|vận động viên|bệnh nhân|ứng cứu|khống chế dịch|dịch bệnh|tâm dịch|bệnh viện dã chiến|covid|f0|cai nghiện"
    ).split("|")
)
_PRIVATE: Lexicon[bool] = Lexicon(
    (t, True) for t in ("công ty cổ phần", "cổ đông", "hđqt", "hội đồng quản trị", "ctcp")
)
_FICTION: Lexicon[bool] = Lexicon(
    (t, True) for t in ("khán giả", "bộ phim", "tập phim", "diễn viên", "kịch bản", "vai diễn")
)
_SCENES: Lexicon[bool] = Lexicon((t, True) for t in ("phân đoạn", "phân cảnh", "cảnh phim"))
_NEAR = 4  # tokens before a clause in which its subject may stand
_SAID = 60  # tokens around a clause in which its sentence may say that it is a rumour
_STATE: Lexicon[bool] = Lexicon(
    (t, True)
    for t in (
        "tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|ban thường vụ|bộ chính trị|ban bí thư|ubnd"
        "|ủy ban nhân dân|hđnd|bộ trưởng"
        "|sở nội vụ|công an|bộ nội vụ|quân khu|quân sự|tòa án|viện kiểm sát|tổng công ty"
    ).split("|")
)


def _is_private(doc: Doc) -> bool:
    """Whether the article is about private firms or a film, and names no body of the political system."""
    known = doc.cache.get("private")
    if not isinstance(known, bool):
        tokens = doc.tokens
        known = (_PRIVATE.occurs(tokens) or _FICTION.occurs(tokens)) and not _STATE.occurs(tokens)
        doc.cache["private"] = known
    return known


def is_in_scope(doc: Doc, clause: Clause) -> bool:
    """False for people sent on an errand (to a fire, to exams), for goods, patients or players that are moved, and for
    rumours."""
    known = doc.tokens.known.setdefault(is_in_scope, {})
    key = (clause.i, clause.counted.i, clause.j)
    if key not in known:
        known[key] = _lies_inside(doc, clause)
    return bool(known[key])


def _lies_inside(doc: Doc, clause: Clause) -> bool:
    begin, end = doc.sentence_of(clause.i)
    if is_rumour(doc.tokens, max(begin, clause.i - _SAID), min(end, clause.j + _SAID)):
        return False
    if _is_private(doc) or _ERRANDS.any(doc.tokens, clause.counted.i, clause.j):
        return False
    begin, end = max(begin, clause.counted.i - _SAID), min(end, clause.j + _SAID)
    if _PRIVATE.occurs(doc.tokens) and _PRIVATE.any(doc.tokens, begin, end) and not _STATE.any(doc.tokens, begin, end):
        return False  # "Đại hội đồng cổ đông miễn nhiệm 4 nhân sự"
    if doc.tokens.low[begin] in ("để", "nhằm") and _ERRANDS.any(doc.tokens, begin, clause.counted.i):
        return False  # "Để khống chế dịch bệnh, Bộ đã điều động 500 bác sĩ"
    return not _SCENES.any(doc.tokens, max(0, clause.i - _NEAR), clause.j)
