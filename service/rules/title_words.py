"""The words of titles: the role that each head says, and the bodies that make a chair one of theirs."""

from __future__ import annotations

from schemas import Role
from service.rules.terms import terms
from service.rules.tokens import Lexicon

CHAIR, VICE_CHAIR = "chair", "vice_chair"
_HEADS = terms(
    """
    giám đốc | gđ | tgđ | tổng giám đốc | bộ trưởng | trưởng ban | trưởng phòng | trưởng khoa | trưởng đoàn | trưởng đại
    diện | trưởng công an | trưởng caq | trưởng cah | trưởng trạm | trưởng bộ phận | trưởng bộ môn | trưởng tiểu
    ban | chánh văn phòng | chánh thanh tra | chánh án | chánh tòa | viện trưởng | vụ trưởng | cục trưởng | tổng
    cục trưởng | chi cục trưởng | hiệu trưởng | tổng biên tập | chủ nhiệm | chỉ huy trưởng | tư lệnh | tư lệnh
    trưởng | chính ủy | chính trị viên | đội trưởng | đồn trưởng | trạm trưởng | tổng thư ký | tổng thanh tra |
    tổng kiểm toán | thủ tướng | thống đốc | thủ trưởng | tổ trưởng | kiểm toán trưởng | tổng tham mưu trưởng |
    tham mưu trưởng | kế toán trưởng | người đứng đầu | hạt trưởng | khoa trưởng | trung tâm trưởng | chi hội
    trưởng | hội trưởng | trưởng công an | trưởng thôn | trưởng đặc khu | giám thị | tổng đội trưởng | trung
    đoàn trưởng | sư đoàn trưởng | lữ đoàn trưởng | tiểu đoàn trưởng | đại đội trưởng | trung đội trưởng | phân
    viện trưởng | đại sứ | tổng lãnh sự | trưởng ty | trưởng chi nhánh | trưởng phòng khám | trưởng phòng giao dịch |
trưởng văn phòng | trưởng trung tâm
    """
)
_DEPUTY_ONLY = terms(
    """
    thứ trưởng | cấp phó | viện phó | hiệu phó | vụ phó | cục phó | phó ban | phó phòng | phó văn phòng | phó
    trưởng | phó tổng | phó đoàn | phó khoa | phó thường trực | phó công an | phó caq | phó chỉ huy | phó đội |
    phó chánh | chính trị viên phó | phó trạm | phó hội | phó viện | phó vụ | phó cục | trưởng phó phòng |
    phó thanh tra | pgđ | ptgđ | đội phó | tổ phó | đồn phó | hạt phó
    """
)
_MEMBERS = terms(
    """
    ủy viên | ủy viên dự khuyết | ủy viên thường vụ | ủy viên ban thường vụ | ủy viên ban chấp hành | ủy viên
    ban cán sự đảng | tỉnh ủy viên | thành ủy viên | huyện ủy viên | quận ủy viên | thị ủy viên | đảng ủy viên |
    chi ủy viên | ban chấp hành | ban thường vụ | đại biểu | thành viên | cấp ủy viên | bch | btv | đảng đoàn |
    ủy viên ubnd | ủy viên thường trực | uvtv | uvbtv | uvbch
    """
)
_OTHERS = terms(
    """
    chuyên viên | chuyên viên chính | chuyên viên cao cấp | thẩm phán | kiểm sát viên | thư ký | trợ lý | điều
    tra viên | kiểm tra viên | thanh tra viên | công chức địa chính | công chức tư pháp | người phát ngôn | hàm
    vụ trưởng | hàm vụ phó | hàm cục trưởng | hàm phó vụ trưởng | kế toán | viên chức | nhân viên |
    thẩm phán sơ cấp | thẩm phán trung cấp | thẩm phán cao cấp | kiểm sát viên sơ cấp | kiểm sát viên trung cấp |
    kiểm sát viên cao cấp | chấp hành viên | điều tra viên sơ cấp | điều tra viên trung cấp | điều tra viên cao cấp |
    thẩm tra viên | hội thẩm nhân dân | hội thẩm | trưởng cơ quan đại diện | công sứ | tham tán | tùy viên |
    công an viên
    """
)


def _entries() -> list[tuple[str, tuple[str, ...]]]:
    """Every head of a title with its role, or the mark of a chair whose body decides."""
    out: list[tuple[str, tuple[str, ...]]] = [
        ("bí thư", (Role.SECRETARY,)),
        ("bí thư thứ nhất", (Role.SECRETARY,)),
        ("bí thư thường trực", (Role.SECRETARY,)),
        ("quyền bí thư", (Role.SECRETARY,)),
        ("tổng bí thư", (Role.SECRETARY,)),
        ("thường trực ban bí thư", (Role.OTHER,)),
        ("phó bí thư", (Role.DEPUTY_SECRETARY,)),
        ("phó bí thư chuyên trách", (Role.DEPUTY_SECRETARY,)),
        ("phó bí thư thường trực", (Role.STANDING_DEPUTY_SECRETARY,)),
        ("phó bí thư - thường trực", (Role.STANDING_DEPUTY_SECRETARY,)),
        ("thường trực phó bí thư", (Role.STANDING_DEPUTY_SECRETARY,)),
        ("chủ tịch", (CHAIR,)),
        ("quyền chủ tịch", (CHAIR,)),
        ("phó chủ tịch", (VICE_CHAIR,)),
        ("phó chủ tịch thường trực", (VICE_CHAIR,)),
        ("pct", (VICE_CHAIR,)),
        ("phó chủ tịch chuyên trách", (VICE_CHAIR,)),
        ("cấp trưởng", (Role.HEAD,)),
    ]
    for term in _HEADS:
        out += [(term, (Role.HEAD,)), ("phó " + term, (Role.DEPUTY_HEAD,)), ("quyền " + term, (Role.HEAD,))]
        out += [(f"phó {term} thường trực", (Role.DEPUTY_HEAD,)), (f"quyền phó {term}", (Role.DEPUTY_HEAD,))]
    for term in _DEPUTY_ONLY:
        out += [(term, (Role.DEPUTY_HEAD,)), (f"quyền {term}", (Role.DEPUTY_HEAD,))]
    out += [(term, (Role.MEMBER,)) for term in _MEMBERS]
    out += [(term, (Role.OTHER,)) for term in _OTHERS]
    return out


TITLES: Lexicon[tuple[str, ...]] = Lexicon(_entries())
CHAIRED: Lexicon[str] = Lexicon(
    [(term, "committee") for term in ("ubnd", "ubdn", "ủy ban nhân dân", "ủy ban hành chính")]
    + [(term, "council") for term in ("hđnd", "hội đồng nhân dân")]
    + [
        (term, "unit")
        for term in terms(
            """
            tỉnh | huyện | xã | quận | phường | thành phố | tp | thị xã | thị trấn | đặc khu | các tỉnh | các
            huyện | các xã | các quận | các phường | một số tỉnh | một số huyện | cấp tỉnh | cấp huyện | cấp xã
            """
        )
    ]
    + [
        (term, "body")
        for term in terms(
            """
            hội | liên đoàn | liên minh | liên hiệp | công đoàn | ủy ban | ubmttq | ubmt | mttq | mặt trận |
            quốc hội | nước | hđqt | hđtv | hội đồng | tập đoàn | tổng công ty | công ty | tổng liên đoàn | viện
            | lđlđ | hnd | trung ương | đoàn | hiệp hội | ubkt | hội lhpn | câu lạc bộ
            """
        )
    ]
)
