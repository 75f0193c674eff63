"""The words and phrases behind the marks of :mod:`service.rules.moves`, by what they do in a frame."""

from __future__ import annotations

from enum import StrEnum, auto

from schemas import Action
from service.rules.denials import REFUSING


class Kind(StrEnum):
    """What a mark does in the frame."""

    MOVE = auto()  # a verb of moving or appointing: điều động, bổ nhiệm, bầu
    TAKE = auto()  # takes a post by itself: giữ chức, làm, đảm nhiệm
    WEAK = auto()  # only names the slot of a post: chức danh, chức vụ, vị trí
    JOIN = auto()  # becomes a member: tham gia, vào
    LEAVE = auto()  # leaves a post: thôi giữ chức, rời
    REMOVE = auto()  # is relieved by decision: miễn nhiệm, bãi nhiệm
    RETIRE = auto()  # leaves for good: nghỉ hưu, nghỉ công tác chờ hưu
    FROM = auto()  # từ
    TOWARD = auto()  # về công tác tại, đến nhận công tác tại
    REPLACE = auto()  # thay, thay thế, kế nhiệm
    SWAP = auto()  # đổi vị trí cho
    MUTUAL = auto()  # hoán đổi vị trí cho nhau
    RETURN = auto()  # trở lại vị trí cũ
    NOMINATE = auto()  # giới thiệu để bầu
    IS = auto()  # là
    BEFORE = auto()  # trước khi
    HOLD = auto()  # hiện giữ chức, từng là: the post is held, not taken
    GIVE = auto()  # trao quyết định, công bố quyết định
    FOR = auto()  # cho, đối với, với
    PASSIVE = auto()  # được
    PLANNED = auto()  # sẽ, dự kiến, đề nghị
    CANCELLED = auto()  # hủy quyết định, thu hồi quyết định
    NOT = auto()  # không, chưa
    SPEAK = auto()  # cho biết, nói
    UNTIL = auto()  # cho đến khi: what follows is still to come, and somebody else's


MOVES: dict[Action, str] = {
    Action.ROTATION: "luân chuyển|chuyển đổi vị trí công tác|luân chuyển công tác",
    Action.TRANSFER: "điều động|điều chuyển|thuyên chuyển|chuyển công tác|điều về|điều lên|điều sang|điều đến"
    "|điều động công tác|đưa về làm|đưa về giữ chức|đưa lên làm|đưa sang làm"
    "|chuyển sang|chuyển về|chuyển đến|điều|rút về|hoán đổi|chuyển từ|chuyển làm|chuyển ra|chuyển lên|chuyển xuống"
    "|chuyển giữ",
    Action.SECONDMENT: "biệt phái",
    Action.REINFORCEMENT: "tăng cường về|tăng cường|tăng cường xuống|tăng cường đến",
    Action.APPOINTMENT: "bổ nhiệm|chỉ định|phân công|giao giữ chức|giao|cử|bố trí|giao quyền|trao quyền|giao nhiệm vụ"
    "|phân công nhiệm vụ|tạm giao|giao đảm nhiệm|giao tạm thời|tiếp nhận|tiếp nhận và bổ nhiệm"
    "|giao trọng trách|giao chức vụ|công nhận",
    Action.REAPPOINTMENT: "bổ nhiệm lại|tái bổ nhiệm",
    Action.ELECTION: "bầu|bầu bổ sung|trúng cử|đắc cử|tái cử|tái đắc cử|phê chuẩn kết quả bầu|phê chuẩn|chuẩn y|bầu ra"
    "|bầu cử bổ sung|trúng|hiệp thương cử|hiệp thương bầu|hiệp thương bầu bổ sung|hiệp thương cử bổ sung"
    "|hiệp thương dân chủ cử|hiệp thương dân chủ bầu|hiệp thương chức danh|hiệp thương thống nhất"
    "|hiệp thương thống nhất nhân sự|kiện toàn|công nhận kết quả bầu",
    Action.PROMOTION: "đề bạt|cất nhắc|thăng chức",
}
_TAKES = """
giữ chức vụ | giữ chức | trở thành | nắm giữ chức | giữ cương vị | giữ vị trí | giữ chức danh | giữ trọng trách |
giữ nhiệm vụ | làm | đảm nhiệm | đảm nhận | đảm nhiệm chức | đảm nhiệm chức vụ | đảm nhiệm vị trí | đảm nhận chức vụ
| đảm nhận vị trí | đảm nhận cương vị | đảm nhiệm cương vị | nhận nhiệm vụ | nhận chức | nhậm chức | giữ quyền |
nhận chức vụ | ngồi vào ghế | làm nhiệm vụ | giữ các chức vụ | giữ các chức danh | giữa chức vụ | giữ vai trò | tiếp
nhận chức vụ | đảm trách | đảm đương | lên làm | về làm | sang làm | xuống làm | ra làm | về giữ chức | về giữ chức
vụ | nhận nhiệm vụ mới | nhận công tác | giữ | gánh vác |
đảm nhiệm trọng trách | đảm nhiệm chức danh | đảm nhận chức danh | đảm nhận chức | đảm nhận trọng trách | lên giữ chức |
lên giữ chức vụ | sang giữ chức | kiêm nhiệm | kiêm nhiệm chức vụ | kiêm nhiệm giữ chức
| kiêm nhiệm làm | kiêm giữ chức | kiêm thực hiện nhiệm vụ | thực hiện nhiệm vụ của |
tạm thời kiêm thực hiện nhiệm vụ | kiêm thực hiện nhiệm vụ của | sang giữ chức vụ | giữ ghế | ngồi ghế | nắm giữ |
nắm giữ cương vị | nắm quyền |
tiếp nhận nhiệm vụ | tiếp nhận chức trách | tiếp nhận cương vị | nhận bàn giao chức vụ | nhận bàn giao nhiệm vụ |
giữ cương vị mới là | nhận cương vị | nhận trọng trách | nhận vị trí | tham gia giữ chức
"""
_WEAK = """
chức danh | chức vụ | chức | vị trí | vào vị trí | với chức vụ | vào chức danh | vào chức vụ | cương vị | nhiệm vụ
| vào ghế | với chức danh
"""
_LEAVES = """
thôi giữ chức vụ | thôi giữ chức | thôi giữ các chức vụ | thôi giữ các chức danh | thôi chức | thôi chức vụ | thôi
làm | thôi giữ | thôi đảm nhiệm | thôi tham gia | thôi giữ nhiệm vụ | thôi giữ chức danh | cho thôi | cho thôi giữ
chức | cho thôi giữ chức vụ | cho thôi làm | cho thôi chức | cho thôi giữ các chức vụ | từ chức | xin thôi | rời |
rời khỏi | rời ghế | nghỉ | thôi đảm nhận | thôi nhiệm vụ | thôi giữ vị trí | thôi vị trí | không giữ chức | rời
chức | rời chức vụ | rời vị trí | thôi việc | thôi kiêm nhiệm | thôi kiêm nhiệm chức | thôi kiêm nhiệm chức vụ |
thôi kiêm giữ
chức | thôi kiêm | thôi đảm nhiệm chức vụ | thôi giữ cương vị | thôi phụ trách | rời cương vị | thôi giữ nhiệm vụ |
thôi giữ trách nhiệm | rời khỏi ghế | rời khỏi vị trí | thôi tham gia giữ chức
"""
_LEAVES += "| rút khỏi | rút khỏi chức vụ | rút khỏi chức danh | rút khỏi vị trí | xin rút khỏi"
_REMOVES = "miễn nhiệm|bãi nhiệm|miễn nhiệm chức vụ|miễn nhiệm chức danh|bãi miễn|cho thôi nhiệm vụ"
_RETIRES = "nghỉ hưu|về hưu|nghỉ công tác|nghỉ chế độ|nghỉ công tác chờ hưu|nghỉ chờ hưu|nghỉ việc"
TOWARD = """
về công tác tại | đến công tác tại | công tác tại | về nhận công tác tại | đến nhận công tác tại | nhận công tác tại
| nhận nhiệm vụ tại | đến nhận nhiệm vụ tại | về nhận nhiệm vụ tại | sang công tác tại | về công tác ở | về làm việc
tại | đến làm việc tại | công tác về | về | đến | sang | lên | xuống | ra | nhận công tác ở | làm việc tại | nhận
nhiệm vụ ở | đi | nhận nhiệm vụ mới ở | nhận nhiệm vụ mới tại | đến công tác ở | tới | về tại
"""
_REPLACES = """
tiếp quản | tiếp quản ghế | tiếp quản vị trí | tiếp quản vị trí của | tiếp quản chức vụ | tiếp quản công việc của |
tiếp quản cương vị | kế nhiệm vị trí | kế nhiệm chức | kế nhiệm chức vụ | thay cho vị trí của | thay cương vị |
thay | thay thế | thay cho | kế nhiệm | thay thế cho | thay vị trí | thay vị trí của | thay thế vị trí | kế tục |
thay thế vị trí của | kế vị | vị trí của | thế chỗ | thay chỗ | giữ vị trí của | vào vị trí của | đảm nhiệm vị trí
của | giữ chức vụ của | giữ chức của | làm thay
"""
_SWAPS = "đổi vị trí cho|hoán đổi vị trí cho|hoán đổi vị trí với|đổi chỗ cho|đổi vị trí với|đổi chỗ với|hoán đổi cho"
_RETURNS = """
trở lại vị trí công tác cũ | trở lại với vị trí công tác cũ | trở lại | quay về | quay lại | trở về | trở lại với |
quay trở lại | quay trở về | trở lại vị trí | quay về vị trí | trở về vị trí | quay lại vị trí | quay về vị trí công
tác cũ ở
"""
_NOMINATES = """
giới thiệu để bầu | giới thiệu để | giới thiệu bầu | giới thiệu ra | giới thiệu ứng cử | giới thiệu | để bầu | chuẩn
bị giới thiệu | được giới thiệu để | được giới thiệu | giới thiệu nhân sự bầu
"""
_HOLDS = """
hiện là | khi ấy là | bấy giờ là | đang giữ cương vị | đang giữ | khi đang giữ chức | hiện giữ chức | hiện giữ chức
vụ | hiện đang là | đang là | đang giữ chức | đang giữ chức vụ | từng là | từng giữ chức | từng làm | từng giữ chức
vụ | từng đảm nhiệm | khi đó là | lúc đó là | nguyên là | vốn là | trước đó là | hiện đang giữ chức | hiện đang |
hiện nay là | đã từng | kinh qua | từng giữ | từng giữ các chức vụ | hiện làm | đang làm | từng đảm nhận | lần lượt
giữ | tiếp tục giữ chức | hiện tiếp tục | với tư cách | trong vai trò | với vai trò | hiện đang làm | thời điểm luân
chuyển là | thời điểm đó là | nay là | trên cương vị | lúc ấy là | được biết đến | tiếp tục giữ | tiếp tục làm |
hiện giữ | thời còn làm | khi còn làm | khi làm | trong thời gian làm | khi đang làm | khi còn là | khi là | khi giữ
chức | lúc còn là | thời gian làm | từng trải qua | trải qua | hiện đang giữ | khi đang là | giai đoạn làm |
khi đang đảm nhận chức vụ | khi đang đảm nhiệm chức vụ | khi đang đảm nhận | khi đang đảm nhiệm | đang đảm nhiệm | đang
đảm nhận | đang đảm nhiệm chức vụ | đang đảm nhận chức vụ | khi đang giữ chức vụ | khi đang giữ | đương kiêm |
hiện đảm nhiệm | hiện đảm nhận | từng kinh qua | đã kinh qua | đã từng kinh qua | từng công tác tại
"""
_HOLDS += "| vẫn giữ chức vụ | vẫn giữ chức | vẫn giữ | vẫn là | vẫn đảm nhiệm"
_HOLDS += "| cũng đồng thời giữ chức | cũng đồng thời giữ chức vụ | cũng đồng thời giữ | cũng đồng thời là"
_GIVES = """
trao quyết định | công bố quyết định | trao các quyết định | công bố các quyết định | ký quyết định | ban hành quyết
định | quyết định | thông báo quyết định | ra quyết định | có quyết định | công bố | trao | ký | triển khai quyết
định | quyết nghị | thống nhất | phê duyệt | phê chuẩn việc | phê chuẩn đề nghị | phê chuẩn quyết định |
phê chuẩn nghị quyết | thông báo | ký ban hành quyết định | ban hành
"""
_ADOPTING = "thông qua|biểu quyết thông qua|xem xét , biểu quyết thông qua|xem xét , thông qua|xem xét thông qua"
_ADOPTING += "|xem xét và thông qua"
_PAPERS = "hai tờ trình|ba tờ trình|2 tờ trình|3 tờ trình|02 tờ trình|03 tờ trình"
_PAPERS += "|tờ trình|các tờ trình|tờ trình , nghị quyết|tờ trình và nghị quyết|các tờ trình , nghị quyết"
_ADOPTS = "|".join(
    ["xem xét , biểu quyết thông qua|xem xét , biểu quyết|xem xét , thông qua|xem xét và thông qua"]
    + [f"{verb} {paper}" for verb in _ADOPTING.split("|") for paper in _PAPERS.split("|")]
)
"""What an assembly does with what is put to it: then it is decided."""
_PLANNED = """
sẽ | dự kiến | đề nghị | trình | xin ý kiến | đề xuất | kiến nghị | chuẩn bị | có tờ trình | xem xét | nếu được |
tới đây | đang làm quy trình | thực hiện quy trình | làm quy trình | các tờ trình | trình các tờ trình | tờ trình |
có thể được | sắp | phương án | nằm trong phương án | theo phương án | có chủ trương | đồng ý chủ trương
"""
_CANCELLED = """
hủy | hủy bỏ | thu hồi | hủy quyết định | hủy bỏ quyết định | thu hồi quyết định | hủy bỏ , thu hồi | không diễn ra
| thu hồi , hủy bỏ | hủy các quyết định | thu hồi các quyết định
"""
_MUTUALS = """
đổi vị trí cho nhau | hoán đổi vị trí cho nhau | đổi chỗ cho nhau | hoán đổi vị trí | đổi vị trí với nhau
| hoán đổi cho nhau | hoán đổi vị trí với nhau | hoán đổi vị trí công tác | hoán đổi vị trí công tác cho nhau
| hoán đổi | hoán đổi chức vụ cho nhau
"""
_PASSIVES = """
được | vừa được | bị | đã được | mới được | cũng được | nhận quyết định | được trao quyết định | đã nhận quyết định
| vừa nhận quyết định | trả lại quyết định | trả quyết định | từ chối quyết định | từ chối nhận quyết định
"""
_SPEAKS = """
cho biết | cho rằng | cho hay | nói | khẳng định | nhấn mạnh | phát biểu | chia sẻ | trả lời | nhận xét | đánh giá
| thừa nhận | giải thích | thông tin | lý giải | nhận định | chỉ đạo | chúc mừng | bày tỏ | nêu | yêu cầu | chủ trì
| báo cáo danh sách | báo cáo kết quả | đã báo cáo | ký ban hành | dự | tham dự | đề cập | lưu ý | trình bày
"""

CHANGES: tuple[tuple[Kind, str, tuple[Action, ...]], ...] = (
    (Kind.TAKE, _TAKES, ()),
    (Kind.WEAK, _WEAK, ()),
    (Kind.JOIN, "tham gia|vào", ()),
    (Kind.LEAVE, _LEAVES, (Action.REMOVAL,)),
    (Kind.REMOVE, _REMOVES, (Action.REMOVAL,)),
    (Kind.RETIRE, _RETIRES, (Action.REMOVAL,)),
    (Kind.FROM, "từ|từ vị trí|từ chức vụ", ()),
    (Kind.REPLACE, _REPLACES, ()),
    (Kind.SWAP, _SWAPS, ()),
    (
        Kind.MUTUAL,
        _MUTUALS,
        (),
    ),
    (Kind.RETURN, _RETURNS, (Action.RETURN,)),
    (Kind.NOMINATE, _NOMINATES, (Action.ELECTION,)),
    (Kind.IS, "là|gồm|gồm có", ()),
    (Kind.BEFORE, "trước khi|trước lúc", ()),
    (Kind.HOLD, _HOLDS, ()),
    (Kind.GIVE, f"{_GIVES}|{_ADOPTS}", ()),
    (Kind.FOR, "cho|đối với|với", ()),
    (
        Kind.PASSIVE,
        _PASSIVES,
        (),
    ),
    (Kind.PLANNED, _PLANNED, ()),
    (Kind.CANCELLED, _CANCELLED, ()),
    (
        Kind.SPEAK,
        _SPEAKS,
        (),
    ),
    (
        Kind.UNTIL,
        "cho đến khi|cho tới khi|đến khi|tới khi|chờ kiện toàn|để chờ kiện toàn|cho đến lúc"
        "|trong khi chờ|trong lúc chờ|trong thời gian chờ|trong thời gian thực hiện|trong thời gian kiện toàn",
        (),
    ),
    (Kind.NOT, f"không|chưa|không được|chưa được|{REFUSING}", ()),
)
NO_MARK_AFTER: dict[str, frozenset[str]] = {
    "điều": frozenset(["tra", "các", "một", "những", "nhiều", "này", "theo"]),
    "đề nghị": frozenset(["chuẩn", "theo", "qua", "sự", "xét", "bản"]),
    "nói": frozenset(["tiếng"]),
    "phương án": frozenset(["thuận", "duyệt", "qua"]),
    "cử": frozenset(["bầu", "ứng", "trúng", "đắc", "tái", "bãi", "cơ", "hành", "đề", "tiến"]),
    "làm": frozenset(["việc"]),
    "nghỉ hưu": frozenset(["xin", "tuổi"]),
    "nghỉ việc": frozenset(["xin"]),
    "nghỉ công tác": frozenset(["xin"]),
    "luân chuyển": frozenset(["gian", "hạn", "diện"]),
    "công bố": frozenset(["lễ"]),
    "giao": frozenset(["bàn", "ngoại", "thông", "chuyển", "giải", "hội", "thứ", "giáo"]),
    "sang": frozenset(["bước"]),
    "nghỉ": frozenset(["nhà", "khu", "kỳ", "đề"]),
    "thay": frozenset(["đổi", "sẽ"]),
    "ký": frozenset(["đăng", "thư", "chữ"]),
    "trình": frozenset(["công", "quá", "chương", "quy", "lộ", "giáo", "hành", "tiến"]),
    "trúng": frozenset(),
    "tái cử": frozenset(["tuổi", "kiện", "để", "không"]),
    "rời": frozenset(["tách"]),
    "chức": frozenset(["tổ", "công", "viên", "cách"]),
    "giữ": frozenset(["tạm", "nắm", "bắt", "gìn"]),
    "vị trí": frozenset(),
    "trao": frozenset(["chuyển"]),
    "bầu": frozenset(["ông"]),
    "vào": frozenset(["căn", "đầu", "đưa", "dựa"]),
    "không": frozenset(["hàng", "dù"]),
    "bị": frozenset(["chuẩn", "thiết", "trang"]),
    "với": frozenset(["đối", "cùng", "so"]),
    "bố trí": frozenset(),
    "lên": frozenset(["tăng"]),
    "ra": frozenset(["đưa", "xảy", "đề", "diễn"]),
}
"""Syllables before which the mark is part of another word: "ứng cử", "bàn giao", "công trình"."""
NO_MARK_BEFORE: dict[str, frozenset[str]] = {
    "công nhận": frozenset(["kết", "đạt", "danh", "là", "các", "xã", "huyện", "hoàn", "tư", "sự", "những"]),
    "dự": frozenset(["án", "kiến", "thảo", "toán", "báo", "trữ", "phòng", "khuyết", "nguồn"]),
    "nói": frozenset(["riêng", "chung", "trên"]),
    "nêu": frozenset(["trên", "gương"]),
    "đề nghị": frozenset(["chuẩn", "theo", "qua", "sự", "xét", "bản"]),
    "cử": frozenset(["tri", "nhân", "chỉ", "tọa"]),
    "làm": frozenset(
        ["việc", "rõ", "tốt", "ăn", "theo", "ảnh", "thế", "cho", "nhà", "quen", "gì", "sao", "công", "lễ"]
    ),
    "giao": frozenset(["thông", "lưu", "dịch", "ban", "thừa", "tiếp", "hữu", "đất"]),
    "chỉ định": frozenset(["thầu"]),
    "điều": frozenset(
        ["hành", "chỉnh", "kiện", "tra", "tiết", "trị", "dưỡng", "lệ", "này", "đó", "khoản", "độ", "phối", "hòa", "gì"]
    ),
    "thay": frozenset(["đổi", "mặt", "vì", "nhau", "da"]),
    "trao": frozenset(["đổi", "tặng"]),
    "bố trí": frozenset(["sắp"]),
    "bầu": frozenset(["cử", "không"]),
    "trúng": frozenset(["tuyển", "thầu"]),
    "với": frozenset(["nhau"]),
    "trình": frozenset(["độ", "diễn", "bày", "tự"]),
    "giữ": frozenset(["gìn", "vững", "nguyên"]),
    "phân công": frozenset(["lao"]),
    "tăng cường": frozenset(["công", "kiểm", "trách", "sự", "quản", "cơ"]),
    "chức": frozenset(["năng", "sắc", "trách", "nghiệp"]),
    "nghỉ": frozenset(["ngơi", "lễ", "tết", "mát", "dưỡng", "phép"]),
    "sẽ": frozenset(),
    "từ": frozenset(["chối", "thiện", "khi", "đó", "năm", "tháng", "ngày", "đầu", "nay"]),
    "không": frozenset(["chỉ", "những"]),
    "kiện toàn": frozenset(["xong", "tổ"]),
    "về": frozenset(["việc", "công", "tội"]),
}
"""Syllables after which the mark is part of another word: "giao thông", "thay đổi", "chức năng"."""
