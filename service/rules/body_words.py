"""The vocabulary of bodies: words that can continue a post's title after its head, whether written small or large.

A title ends where its words end ("Phó giám đốc Sở Tài chính | được ..."). Capitalised words continue it by
themselves; small ones only when they are words of bodies, units and duties listed here. Verbs, particles and adverbs
of speech are not in the list, so a title stops before them.
"""

from __future__ import annotations

from service.rules.terms import terms
from service.rules.tokens import Lexicon

_WORDS = """
ban | bộ | cục | vụ | sở | phòng | chi nhánh | chi cục | tổng cục | viện | trường | trung tâm | văn phòng | tổng
công ty | tập đoàn | hội đồng | hội đồng thành viên | hội đồng quản trị | hội đồng nhân dân | ủy ban | ủy ban nhân
dân | ủy ban kiểm tra | đảng ủy | chi ủy | tỉnh ủy | thành ủy | huyện ủy | quận ủy | thị ủy | công ty | đội | trạm |
đồn | hạt | khoa | tổ | khối | cơ quan | các cơ quan | đơn vị | hợp tác xã | liên minh | liên đoàn | liên hiệp |
công đoàn | đoàn thể | đoàn | đoàn thanh niên | thanh niên | phụ nữ | nông dân | cựu chiến binh | mặt trận | tổ quốc
| mặt trận tổ quốc | quốc hội | chính phủ | nhân dân | ubnd | hđnd | ubdn | ubndn | ubmttq | mttq | vksnd | tand |
tòa án | viện kiểm sát | kiểm sát | học viện | bệnh viện | đại học | cao đẳng | trung học | trung học cơ sở | trung
học phổ thông | tiểu học | mầm non | mẫu giáo | thpt | thcs | thpt chuyên | nhà máy |
nhà văn hóa | thư viện | bảo tàng | báo | lâm thời |
đài | đài phát thanh | phát thanh | truyền hình | tạp chí | nhà xuất bản | xuất bản | ngân hàng | các ngân hàng |
kho bạc | quỹ | bảo hiểm | cảng | hàng không | cảng hàng không | đường sắt | đường bộ | đường thủy | hội | hội liên
hiệp | tỉnh đoàn | thành đoàn | huyện đoàn | quận đoàn | trung ương đoàn | công an | quân sự | bộ chỉ huy | ban chỉ
huy | huy quân sự | bộ tư lệnh | tỉnh | thành phố | huyện | quận | xã | phường | thị trấn | thị xã | tp | trung ương
| tw | khu vực | đặc khu | vùng | miền | tây nam bộ | tây bắc | tây nguyên | đông bắc | duyên hải | quân khu | quân
đoàn | sư đoàn | trung đoàn | tiểu đoàn | lữ đoàn | địa phương | cơ sở | trực thuộc | thuộc | cấp | nước | nhà nước
| huyện đảo | thôn | ấp | bản | của | các | tại | tổ chức | tổ chức cán bộ | cán bộ | tuyên giáo | tuyên truyền |
dân vận | nội chính | kiểm tra | giám sát | thanh tra | kinh tế | xã hội | văn hóa | thông tin | truyền thông | giáo
dục | đào tạo | nội vụ | ngoại vụ | ngoại giao | tư pháp | pháp chế | pháp luật | pháp lý | tài chính | kế hoạch |
đầu tư | tài nguyên | môi trường | nông nghiệp | phát triển | nông thôn | công thương | công nghiệp | thương mại |
dịch vụ | giao thông | vận tải | giao thông vận tải | xây dựng | quy hoạch | kiến trúc | khoa học | công nghệ | y tế
| lao động | thương binh | du lịch | thể thao | thể dục | dân tộc | tôn giáo | gia đình | trẻ em | dân số | hành
chính | quản trị | tổng hợp | chuyên môn | nghiệp vụ | huấn luyện | bồi dưỡng | nghiên cứu | thống kê | thuế | hải
quan | quản lý | dự án | các dự án | công trình | đô thị | nhà đất | đăng ký | đất đai | địa chính | kỹ thuật | lưu
trữ | thi đua | khen thưởng | bảo tồn | di tích | cố đô | di sản | lịch sử | bảo vệ | chính trị | tư tưởng | an ninh
| trật tự | điều tra | hình sự | ma túy | phản động | chống | khủng bố | tội phạm | phòng cháy | chữa cháy | cứu nạn
| cứu hộ | cảnh sát | tuần tra | kiểm soát | tuyến | quốc lộ | quốc phòng | biên phòng | bộ đội | bộ đội biên phòng
| chỉ huy | chỉ đạo | tham mưu | hậu cần | chính sách | chế độ | tiền lương | việc làm | công chức | viên chức |
công vụ | công sản | ngân sách | giá | vật giá | doanh nghiệp | cổ phần | xây lắp | dầu khí | điện lực | hóa chất |
cao su | thủy lợi | thủy sản | lâm nghiệp | kiểm lâm | chăn nuôi | thú y | trồng trọt | khuyến nông | bảo vệ thực
vật | thực vật | nước sạch | vệ sinh | biển | hải đảo | biển đảo | đổi mới | cải cách | tiếp công dân | tiếp dân |
đối ngoại | hợp tác | quốc tế | quan hệ | quan hệ quốc tế | lễ tân | thường trực | chuyên trách | cơ yếu | an toàn |
thực phẩm | giải phóng mặt bằng | bồi thường | hạ tầng | khu kinh tế | khu kinh tế mở |
khu công nghiệp | các khu | chế xuất | xúc
tiến | người có công | xét xử | thi hành án | dân sự | hộ tịch | công chứng | trợ giúp | hướng dẫn | xử lý | tai nạn
| tín dụng | ngân khố | khoáng sản | năng lượng | nguyên tử | đo lường | chất lượng | tiêu chuẩn | sở hữu | trí tuệ
| tần số | vô tuyến | bưu chính | viễn thông | điện tử | học sinh | sinh viên | thiếu nhi | chữ thập đỏ | khuyến học
| người cao tuổi | luật gia | luật sư | nhà báo | văn học | nghệ thuật | y dược | y học | cổ truyền | đông y | ban
chấp hành | ban thường vụ | bí thư | ban cán sự | ban cán sự đảng | cán sự | đảng | đảng bộ | chi bộ | đảng đoàn |
lãnh đạo | điều hành | giúp việc | chung | công việc | công việc chung | đại biểu | đại biểu quốc hội | đại diện |
nước ngoài | hữu nghị | lực lượng | vũ trang | chiến lược | tối cao | cấp cao | lãnh thổ | nội địa | văn xã | khoa
giáo | chính quyền | thông tấn xã | hàn lâm | thẩm định | giao dịch | một cửa | dân quân | tự vệ | cây xanh | chiếu
sáng | thoát nước | môi trường đô thị | bến xe | nhà hát | ký túc xá | nội trú | dân tộc nội trú | bán trú | dạy
nghề | giáo dục thường xuyên | chính trị nội bộ | cai nghiện | bảo trợ | bảo trợ xã hội | phản gián | kinh tế đối
ngoại | tư vấn | dân chủ | công dân | tòa soạn | kế toán | hành chính công | phục vụ | phục vụ hành chính | phục vụ
hành chính công | quản lý nhà nước | cơ động | trại giam | tạm giam | hỗ trợ | thi hành án dân sự | doanh nghiệp
trung ương | dự trữ | phi chính phủ | chứng khoán | thị trường | quản lý thị trường | công tác | công tác đại biểu |
dân nguyện | đoàn đại biểu | nhà nước và pháp luật | bình đẳng giới | sự nghiệp | công ích | nhà ở | bất động sản |
vật liệu | thủy văn | khí tượng | biến đổi khí hậu | địa chất | viễn thám | bản đồ | đo đạc | thủy nông | đê điều |
phòng chống | thiên tai | lụt bão | phòng chống thiên tai | phòng chống tham nhũng | tham nhũng | quản lý đất đai |
quản lý đô thị | trật tự xã hội | ngành | ngoại thương | xuất nhập khẩu | xăng dầu | than | điện | bưu điện | dược |
trung cấp | hồ sơ | sát hạch | cấp phép | đăng kiểm | thủ tục | xuất nhập cảnh | quản lý hành chính | quản lý xuất
nhập cảnh | kinh tế số | vườn quốc gia | đặc mệnh | toàn quyền | cộng hòa | chủ nghĩa | nhiệt đới | dịch tễ | cấp
nước | nghiên cứu khoa học | quốc gia | thiên nhiên | mỏ | nông lâm nghiệp | nông lâm | ngư nghiệp | lâm ngư | quần
chúng | vận động | vận động quần chúng | tác huấn | quân y | giảng viên | sau đại học | ngoại ngữ | sư phạm | luật |
toán | tin học | ngữ văn | lý luận | lý luận chính trị | xây dựng đảng | khai thác | chế biến | sản xuất | cung ứng
| vật tư | thiết bị | cơ điện | cơ khí | luyện kim | dệt may | thuốc lá | lương thực | cà phê | đóng tàu | hàng hải
| hoa tiêu | đường cao tốc | cầu đường | đường ống | khí | lọc hóa dầu | xăng | nhiệt điện | thủy điện | truyền tải
| phân phối | mạng lưới | khảo thí | kiểm định | quản lý chất lượng | thanh tra giáo dục | giáo viên | thư ký | biên
tập | phóng viên | thời sự | chuyên đề | kỹ thuật số | bạn đọc | trị sự | quảng cáo | kiểm nghiệm | huyết học |
truyền máu | tim mạch | ung bướu | mắt | tai mũi họng | răng hàm mặt | da liễu | nội tiết | phục hồi chức năng |
điều dưỡng | sức khỏe sinh sản | sức khỏe bà mẹ |
sức khỏe bà mẹ và trẻ em | lão khoa | thể chất | năng khiếu | văn hóa nghệ thuật | ca múa nhạc | xiếc | chèo |
cải lương | bảo vệ rừng | rừng phòng hộ | rừng đặc dụng | phòng hộ | đặc dụng | khu bảo tồn | giống cây trồng | cây
trồng | vật nuôi | nuôi trồng | kiểm dịch | hộ kinh doanh | kinh doanh | kê khai | nợ | cưỡng chế | ấn chỉ | trước
bạ | dự toán | người nộp thuế | buôn lậu | kiểm toán | thanh toán | khiếu tố | đơn thư | khiếu nại | tố cáo | ngoại
| nội | sản | nhi | cấp cứu | hồi sức | khám bệnh | đa khoa | chuyên khoa | dự phòng | bệnh tật | giám định | nghĩa
vụ | thi công | tái định cư | đền bù | quỹ đất | phát triển quỹ đất | trung tâm y tế | kinh tế hạ tầng | công nghệ
cao | công nghệ thông tin | phụ sản | lao | phổi | tâm thần | trại | lãnh sự | biên giới | cửa khẩu | quản lý cửa
khẩu | số hóa | chuyển đổi số | người dân | dân cư | an sinh | giảm nghèo | phát triển nông thôn | nông thôn mới |
điều phối | chính phủ điện tử | đầu tư công | nhà khách | đội xe | hậu phương | chính trị viên | tác chiến | quân
lực | quân nhu | kỹ thuật hình sự | về trật tự | sơ cấp | phụ trách | nhân sự | tham mưu tổng hợp | dân phòng
| thi đấu | thể dục thể thao | triển lãm | hội chợ | khuyến công | khuyến ngư | giống | đấu giá | kiểm soát bệnh tật |
y khoa | pháp y | chăm sóc sức khỏe | sức khỏe | xúc tiến đầu tư | ứng dụng | tiến bộ | quan trắc | tài nguyên nước |
đổi mới sáng tạo | sáng tạo | khởi nghiệp | trí thức | nạn nhân | chất độc da cam | thanh niên xung phong | xung phong
| làm vườn | sinh vật cảnh | người mù | người khuyết tật | châm cứu | quyền trẻ em | doanh nhân | doanh nhân trẻ |
phật giáo | công giáo | trật tự đô thị | trật tự xây dựng | hành khách | công cộng | giao thông công cộng | đường sắt
đô thị | hạ tầng kỹ thuật | công viên | chất thải | chất thải rắn | nước thải | cấp thoát nước | cảnh sát biển | hải
quân | không quân | khám chữa bệnh | chữa bệnh | bà mẹ | văn nghệ | dinh dưỡng | gây mê | xét nghiệm |
chẩn đoán hình ảnh | công tác xã hội | trang thiết bị | bổ trợ tư pháp | y tế dự phòng | công tác học sinh |
văn hóa văn nghệ | thiếu niên | nhi đồng | quân lực | thông tin liên lạc | tác chiến điện tử | khảo sát | hoạt động |
thẩm tra |
dân chính | quân chủng |
binh chủng | tổng tham mưu | hải đội | hải đoàn | tàu ngầm | phòng không | tên lửa |
pháo binh | tăng thiết giáp | liên lạc | đặc công | công binh | hóa học |
trinh sát | phòng thủ | khu vực phòng thủ | cảng vụ | thông quan | sau thông quan | về ma túy | về kinh tế | về tham
nhũng | về môi trường | về chất lượng | về an toàn | về nhân quyền | về trật tự xã hội | đầu tư phát triển nhà |
tội phạm về | tội phạm sử dụng | phạm tội về
| về chức vụ | an ninh mạng | an ninh điều tra | ngoại tuyến | kỹ thuật nghiệp vụ
| cảnh vệ | giáo dục bắt buộc | tài vụ | nữ công | chính sách pháp luật | giáo dục nghề nghiệp | nghề nghiệp | phổ
thông | dân dụng | phát triển nhà | phát triển hạ tầng | cựu giáo chức | nhà văn | nghệ sĩ | điện ảnh | sân khấu | âm
nhạc | mỹ thuật | nhiếp ảnh | kiến trúc sư | vùng cao | nhà thiếu nhi | cung văn hóa | cung thiếu nhi | tuồng | dân ca
| kịch | múa rối | bảo trì | sửa chữa | duy tu | kinh tế tập thể | xây dựng lực lượng | phong trào | xây dựng phong
trào | xây dựng chính quyền | biên chế | văn thư | nội bộ | đảng viên | cơ sở đảng | ở nước ngoài | về người | quân
lực | hội nhập | hội nhập quốc tế | thông tin đối ngoại | thông tin cơ sở | thanh thiếu niên | thiếu niên nhi đồng |
thanh thiếu nhi | báo chí | báo chí xuất bản | công nhân | dân tộc thiểu số | quỹ tín dụng | hỗ trợ nông dân | đầu tư
phát triển | phát triển công nghiệp | cụm công nghiệp | công nghiệp và thương mại | thương mại điện tử | an toàn giao
thông | thủy nội địa | đường thủy nội địa | quản lý xây dựng | giám định chất lượng | quy hoạch đô thị | vận hành | hồ
chứa | chế biến gỗ | đối tác công tư | trung cấp nghề | cao đẳng nghề | đầu tư chuyên ngành
"""

_TERMS = terms(_WORDS)
_NAMES = terms(
    """
    tham nhũng , kinh tế , buôn lậu | kinh tế , tham nhũng , buôn lậu | tham nhũng , kinh tế |
    đài tiếng nói | tiếng nói | thông tấn | lọc dầu | tnhh một thành viên | tnhh 1 thành viên | trách nhiệm hữu hạn |
    trách nhiệm hữu hạn một thành viên
    """
)
"""Words of bodies' names whose syllables end no other name."""

BODY: Lexicon[bool] = Lexicon((term, True) for term in [*_TERMS, *_NAMES])
"""Words of bodies, units and duties, each some syllables."""

SYLLABLES = frozenset(syllable for term in _TERMS for syllable in term.split()) - frozenset(
    [
        "làm",
        "việc",
        "người",
        "về",
        "của",
        "các",
        "tại",
        "thuộc",
        "có",
        "ra",
        "trả",
        "nhận",
        "giúp",
        "nhà",
        "công",
        "sáng",
        "nay",
        "thay",
        "được",
        "cho",
        "và",
        "đội",
        "mới",
        "đổi",
        "dân",
        "người",
        "lao",
        "nội",
        "ngoại",
        "số",
        *"đối đồng thực thời triển tạm tái bổ kiến một trình chuẩn thông nguyên tuần giới phản thành định".split(),
        *"bị sau ở chuyển giao điều phân chỉ tiếp phát trước không tham chủ ký đề dự phê bằng bố".split(),
    ]
)
"""Their syllables: a small one of these may follow a capital one that is no word of the list ("Cấp thoát")."""

BODY_STARTS = frozenset(
    "văn bộ cục sở ubnd hđnd ban tổng ủy tỉnh thành huyện quận thị xã phường đảng viện trường công tp trung tập học "
    "vụ vpđkđđ hội liên ubmttq tòa chi phòng thông trực thuộc khối đài báo quân bệnh mttq".split()
)
"""First syllables of a body behind a comma: "Cục Quản trị, Văn phòng Chính phủ"."""

LIST_TAILS = frozenset(
    [
        "thể",
        "thương",
        "chống",
        "truyền",
        "dân",
        "giáo",
        "xã",
        "gia",
        "cứu",
        "hỗ",
        "ngư",
        "lâm",
        "trẻ",
        "xử",
        "chăm",
        "hạ",
        "khoa",
    ]
)
"""First syllables behind a comma inside one body's name: "Sở Văn hóa, Thể thao và Du lịch", "phòng, chống"."""
