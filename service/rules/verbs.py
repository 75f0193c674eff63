"""What is done to officials, and what is done to them that is no move: the verbs that govern a count.

A verb is an :class:`~schemas.Action` of the contract or a :class:`NoMove` (ANNOTATION.md, "Which counts are
summaries"): discipline, planning lists, training, admissions, payroll, recruitment, retirement, votes and so on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from schemas import Action
from service.rules.denials import is_hypothetical, is_refused
from service.rules.senses import moves_people, takes_back
from service.rules.tokens import Hit, Lexicon, Tokens


class NoMove(StrEnum):
    """Why a count of people is no summary; the value is the ledger's reason."""

    DISCIPLINE = "discipline"
    PLANNING_LIST = "planning_list"
    TRAINING = "training"
    ADMISSION = "party_admission"
    PAYROLL = "payroll"
    RECRUITMENT = "recruitment"
    RETIREMENT = "retirement"
    VOTE = "vote"
    INSPECTION = "inspection"
    ATTENDANCE = "attendance"
    MOBILISATION = "mobilisation"
    AWARD = "award"
    CASE = "case"
    HEADCOUNT = "headcount"
    NEGATED = "negated"
    QUOTA = "quota"
    NAMED = "named_persons"
    FOREIGN = "foreign"

    @property
    def is_trait(self) -> bool:
        """Whether it may only describe a part of people moved ("trong đó 17 trường hợp thiếu chứng chỉ")."""
        return self in _TRAITS


_TRAITS = frozenset([NoMove.PAYROLL, NoMove.PLANNING_LIST, NoMove.TRAINING, NoMove.DISCIPLINE, NoMove.NEGATED])


@dataclass
class Verb:
    """A governing verb at tokens ``i`` up to ``j``; ``nominal`` when it is the name of an activity ("công tác ...")."""

    i: int
    j: int
    kind: Action | NoMove
    nominal: bool


_TERMS: dict[Action | NoMove, str] = {
    Action.ROTATION: "luân chuyển|chuyển đổi vị trí công tác|chuyển đổi vị trí việc làm|chuyển đổi công tác"
    "|chuyển đổi vị trí|luân phiên|phải chuyển đổi vị trí công tác"
    "|phải chuyển đổi vị trí|chuyển đổi định kỳ vị trí công tác|định kỳ chuyển đổi vị trí công tác",
    Action.TRANSFER: "điều động|điều chuyển|thuyên chuyển|chuyển công tác|xét chuyển|hoán đổi vị trí"
    "|chuyển sang|phải chuyển|điều|đưa|rút|chuyển|chuyển về|chuyển lên|chuyển xuống|tiếp nhận"
    "|chuyển vùng|chuyển trường",
    Action.SECONDMENT: "biệt phái|trưng tập",
    Action.REINFORCEMENT: "tăng cường|tăng cường bổ sung|đưa về tăng cường|cử|cử xuống|cử về|cử lên",
    Action.APPOINTMENT: "bổ nhiệm|chỉ định|phân công|giao giữ chức|giao giữ chức vụ|giao phụ trách|bổ nhiệm mới"
    "|bố trí|sắp xếp|chỉ định bổ sung|giao quyền|tuyển chọn về làm|tuyển chọn làm|tuyển chọn về giữ|chọn về làm",
    Action.REAPPOINTMENT: "bổ nhiệm lại|tái bổ nhiệm",
    Action.ELECTION: "bầu|bầu cử|trúng cử|đắc cử|bầu bổ sung|được bầu|phê chuẩn kết quả bầu|phê chuẩn|bầu ra"
    "|trúng|giới thiệu ứng cử|chuẩn y|chuẩn y kết quả bầu|hiệp thương cử|hiệp thương dân chủ cử|hiệp thương bầu"
    "|hiệp thương cử bổ sung",
    Action.PROMOTION: "giữ chức vụ cao hơn|giữ chức cao hơn|giữ các chức vụ cao hơn|giữa chức vụ cao hơn|đề bạt"
    "|bố trí giữ chức vụ cao hơn|giao giữ chức vụ cao hơn|đảm nhận chức vụ cao hơn|giữ vị trí cao hơn"
    "|chức vụ cao hơn|bố trí chức vụ cao hơn|đảm nhiệm chức vụ cao hơn",
    Action.RETURN: "chấm dứt biệt phái|kết thúc biệt phái|thôi biệt phái|chấm dứt việc biệt phái"
    "|trở lại|quay về|quay lại|trả về|trở về|rút về|trả",
    Action.REMOVAL: "miễn nhiệm|thôi giữ chức|cho thôi giữ chức|thôi giữ chức vụ|cho thôi giữ chức vụ|bãi nhiệm"
    "|cho thôi chức|từ chức|thôi chức|cho từ chức|thôi tham gia|cho thôi tham gia"
    "|thôi nhiệm vụ|thôi làm nhiệm vụ|cho thôi làm nhiệm vụ|thôi giữ các chức vụ|cho thôi giữ các chức vụ"
    "|thôi giữ chức danh|cho thôi giữ chức danh|rút tên|cho rút tên|cho rút",
    NoMove.DISCIPLINE: "kỷ luật|khiển trách|cảnh cáo|cách chức|khai trừ|thi hành kỷ luật|xử lý kỷ luật|kỉ luật"
    "|xử lý|vi phạm|cắt chức|buộc thôi việc|giáng chức|khởi tố|bắt|truy tố|kiểm điểm|phê bình|đình chỉ",
    NoMove.PLANNING_LIST: "quy hoạch|đưa vào quy hoạch|bổ sung quy hoạch|phê duyệt quy hoạch"
    "|rà soát|đưa ra khỏi quy hoạch",
    NoMove.TRAINING: "đào tạo|bồi dưỡng|tập huấn|cử đi học|cử đi đào tạo|đi học|học tập|tốt nghiệp|bế giảng|theo học",
    NoMove.ADMISSION: "kết nạp|chuyển đảng|phát triển đảng|phát triển đảng viên|kết nạp đảng",
    NoMove.PAYROLL: "tinh giản|tinh giản biên chế|biên chế|dôi dư|cắt giảm|giảm|thừa|thiếu|còn thiếu|tinh giảm|dư"
    "|bố trí thừa|bố trí dư",
    NoMove.RECRUITMENT: "tuyển dụng|thi tuyển|xét tuyển|thu hút|hợp đồng|tuyển|tiếp nhận không qua thi|dự tuyển|dự thi",
    NoMove.RETIREMENT: "nghỉ hưu|nghỉ chế độ|về hưu|nghỉ việc|thôi việc|nghỉ hưu trước tuổi"
    "|nghỉ công tác|nghỉ thôi việc"
    "|kéo dài thời gian giữ chức|kéo dài thời gian giữ chức vụ|kéo dài thời gian công tác"
    "|kéo dài thời gian giữ chức vụ lãnh đạo|nghỉ theo chế độ|nghỉ hưu theo chế độ|nghỉ|xuất ngũ|phục viên",
    NoMove.VOTE: "biểu quyết|tán thành|bỏ phiếu|phiếu|lấy phiếu|tín nhiệm cao|tín nhiệm thấp",
    NoMove.INSPECTION: "kiểm tra|giám sát|xác minh|thanh tra|thẩm định|thẩm tra|đánh giá|khảo sát|xếp loại|kê khai",
    NoMove.HEADCOUNT: "kiện toàn|hiện có|đang có|hiện đang có|hiện còn|còn khuyết|tăng|tăng thêm",
    NoMove.ATTENDANCE: "tham dự|dự|có mặt|gặp mặt|họp mặt|dự hội nghị|dự lễ|chào mừng|tham quan|đi thăm|triệu tập",
    NoMove.MOBILISATION: "huy động|ứng cứu|cứu hộ|chữa cháy|coi thi|chấm thi|túc trực|trực|xuất quân|tìm kiếm",
    NoMove.AWARD: "khen thưởng|tuyên dương|biểu dương|tặng|trao tặng|vinh danh|thăng cấp"
    "|thăng quân hàm|phong hàm|nâng bậc",
    NoMove.CASE: "tử vong|bị thương|mắc|tử nạn|hy sinh|cấp cứu|nhiễm|phục vụ|hỗ trợ|đón|vay|cư trú|đầu tư|khám",
}  # fmt: skip
_VERBS: Lexicon[Action | NoMove] = Lexicon((term, kind) for kind, terms in _TERMS.items() for term in terms.split("|"))
_NAMING = frozenset(
    "công tác|việc|kế hoạch|chủ trương|quy định|đề án|chính sách|quy trình|quy chế|chế độ|vấn đề|khâu|hồ sơ|thời hạn"
    "|thời gian"
    "|quá trình|qua|sau khi|trước khi|khi|sau|đợt|để|nhằm|trong diện|diện|trong|diện được|tiêu chuẩn"
    "|dự kiến quy hoạch".split("|")
)
_NOT_AFTER = {
    "bầu": frozenset(["không", "bà", "ông", "trái", "quả"]),
    "dự": frozenset(), "trả": frozenset(["chi", "lương", "tiền"]), "trúng": frozenset(),
}  # fmt: skip
_NOT_BEFORE = {
    "bầu": frozenset(["không", "trời", "sữa", "đoàn", "thu"]),
    "dự": frozenset(["kiến", "án", "thảo", "báo", "phòng", "khuyết", "toán", "trữ"]),
    "trả": frozenset(["lời", "lương", "tiền", "giá", "thu"]),
    "trực": frozenset(["thuộc", "tiếp", "tuyến"]),
    "xử lý": frozenset(["văn", "công"]),
    "trúng": frozenset(["thầu", "tuyển", "đích", "thưởng"]),
    "tặng": frozenset(), "phiếu": frozenset(), "nghỉ": frozenset(["ngơi", "lễ", "tết", "mát"]),
    "bắt": frozenset(["đầu", "buộc", "nguồn", "tay", "nhịp", "kịp"]), "giảm": frozenset(["nghèo", "sút"]),
    "thiếu": frozenset(["tướng", "tá", "úy", "nhi", "niên", "sót"]), "thừa": frozenset("ủy thiên nhận kế hành".split()),
    "tuyển": frozenset(["chọn"]), "đánh giá": frozenset(), "mắc": frozenset(["nối"]), "đón": frozenset(["tiếp"]),
    "tăng cường": frozenset(),
    "bố trí": frozenset(["việc", "chỗ", "nhà", "kinh", "vốn"]),
    "sắp xếp": frozenset(["tổ", "bộ", "đơn", "thôn"]),
    "thôi tham gia": frozenset("dự câu lớp chương nhóm đội học".split()),
    "dư": frozenset(["luận", "âm", "địa"]), "trung": frozenset(),
}  # fmt: skip


def find_verbs(tokens: Tokens, i: int, j: int) -> list[Verb]:
    """Governing verbs between tokens ``i`` and ``j`` in the order of the text."""
    known = tokens.known.setdefault(find_verbs, {})
    verbs: list[Verb] | None = known.get((i, j))
    if verbs is None:
        verbs = known[i, j] = _verbs_between(tokens, known, i, j)
    return verbs


def _verbs_between(tokens: Tokens, known: dict[object, Any], i: int, j: int) -> list[Verb]:
    out: list[Verb] = []
    behind = i
    for k in _VERBS.starts(tokens, i, j):
        if k < behind:
            continue
        if k not in known:
            hit = _VERBS.match(tokens, k)
            known[k] = (hit.j, _verb(tokens, hit)) if hit is not None else (len(tokens.low) + 1, None)
        end, verb = known[k]
        if end > j:
            continue
        behind = end
        if verb is not None:
            out.append(verb)
    return out


_ASKED = frozenset([Action.ROTATION, Action.TRANSFER, Action.RETURN, Action.SECONDMENT])
"""What officials may only ask for: "186 giáo viên xin thuyên chuyển"."""


def _verb(tokens: Tokens, hit: Hit[Action | NoMove]) -> Verb | None:
    """The verb whose words are found at a place; None where their company makes them something else."""
    term = " ".join(tokens.low[hit.i : hit.j])
    before = tokens.padded[hit.i - 1]
    if before in _NOT_AFTER.get(term, ()) or tokens.padded[hit.j] in _NOT_BEFORE.get(term, ()):
        return None
    if (before == "trực" and term == "thuộc") or (before in ("thường", "thứ") and term in ("trực", "trưởng")):
        return None
    if tokens.cap[hit.i] and before in ("và", "-", "–", "&") and hit.value is NoMove.TRAINING:
        return None  # "Sở Giáo dục và Đào tạo"
    if (tokens.cap[hit.i] or before in ("ban", "chánh", "đoàn", "phó")) and hit.value is NoMove.INSPECTION:
        return None
    if not moves_people(tokens, hit.i, hit.j, term):
        return None
    denied = _is_negated(tokens, hit.i, hit.j) or (hit.value in _ASKED and before in ("xin", "muốn"))
    if term in _TURNS and _is_habit(tokens, hit.i, hit.j):
        return Verb(hit.i, hit.j, NoMove.HEADCOUNT, False)
    kind = NoMove.NEGATED if isinstance(hit.value, Action) and denied else hit.value
    if kind is Action.TRANSFER and takes_back(tokens, hit.i, hit.j):
        kind = Action.RETURN
    return Verb(hit.i, hit.j, kind, _is_named(tokens, hit.i))


_TURNS = {"bổ nhiệm": "miễn nhiệm", "miễn nhiệm": "bổ nhiệm"}
"""Verbs that only together tell who fills a post as a rule."""


def _is_habit(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a verb tells who fills the posts as a rule: "4 phó giám đốc do Thủ tướng bổ nhiệm, miễn nhiệm"."""
    low = tokens.low
    before = " ".join(low[i - 3 : i - 1]) if tokens.at(i - 1) in _JOINING else ""
    behind = " ".join(low[j + 1 : j + 3]) if tokens.at(j) in _JOINING else ""
    return _TURNS[" ".join(low[i:j])] in (before, behind) and "do" in low[max(0, i - _AGENT) : i]


_AGENT = 12
"""Tokens before a verb in which "do" names who acts."""


def _is_negated(tokens: Tokens, i: int, j: int) -> bool:
    """ "không chỉ định", "chưa được bổ nhiệm", "bầu không trúng", "bầu khuyết 1 ủy viên"; "không những", "không giữ" of
    posts left are none."""
    after = tokens.padded[j]
    if (after == "không" and tokens.at(j + 1) == "trúng") or (after == "khuyết" and tokens.low[i] == "bầu"):
        return True
    back = i - 1
    while back >= 0 and tokens.low[back] in ("được", "phải", "bị", "thể", "thực", "hiện"):
        back -= 1
    return (
        tokens.padded[back] in ("không", "chưa", "chẳng", "chờ") or is_refused(tokens, i) or is_hypothetical(tokens, i)
    )


def _is_named(tokens: Tokens, i: int) -> bool:
    before = tokens.padded[i - 1]
    if before == "để" and (tokens.at(i), tokens.at(i + 2)) in (("bố", "làm"), ("bố", "giữ")):
        return False  # "lựa chọn 45 sĩ quan để bố trí làm trưởng công an phường"
    return before in _NAMING or f"{tokens.padded[i - 2]} {before}" in _NAMING


def joint_actions(tokens: Tokens, verbs: list[Verb], k: int) -> tuple[tuple[Action, ...], Verb]:
    """The actions told together with verb ``k`` ("điều động, luân chuyển"), and the first verb of the row."""
    first = last = k
    while first and _adjoins(tokens, verbs[first - 1], verbs[first]):
        first -= 1
    while last + 1 < len(verbs) and _adjoins(tokens, verbs[last], verbs[last + 1]):
        last += 1
    out: list[Action] = []
    for verb in verbs[first : last + 1]:
        if isinstance(verb.kind, Action) and verb.kind not in out:
            out.append(verb.kind)
    return tuple(out), verbs[first]


_JOINING = frozenset([",", "và", "/", "-", "–", "hoặc", "cũng", "như", "đồng", "thời"])


def _adjoins(tokens: Tokens, left: Verb, right: Verb) -> bool:
    if right.i == left.j and Action.ELECTION in (left.kind, right.kind):
        return right.kind is Action.PROMOTION  # "cán bộ luân chuyển trúng cử": the first verb says which people
    return right.i - left.j <= 2 and all(tokens.low[t] in _JOINING for t in range(left.j, right.i))
