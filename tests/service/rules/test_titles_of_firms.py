"""Titles of units written short, of companies and of broadcasters, and what stands between a name and its post."""

import pytest

from schemas import Action, Level
from service.folding import fold
from service.rules.posts import post_at
from service.rules.tokens import tokenize
from tests.service.rules.moves_told import events_of, moves_of


@pytest.mark.parametrize(
    ("title", "place", "level"),
    [
        ("Chủ tịch UBND P.Mai Lâm", "Mai Lâm", Level.COMMUNE),
        ("Bí thư Quận ủy Q.12", None, Level.DISTRICT),
        ("Trưởng Công an H.Mộc Hóa", "Mộc Hóa", Level.DISTRICT),
    ],
)
def test_a_unit_written_short_and_glued(title: str, place: str | None, level: Level) -> None:
    """ "P.", "Q." and "H." glued to a name or a number are a ward, a quarter and a district inside a title."""
    tokens = tokenize(fold(f"{title} được điều động").text)
    post = post_at(tokens, 0, len(tokens))
    assert post is not None
    assert (post.title, post.place, post.level) == (fold(title).text, place, level)


def test_the_holder_behind_a_unit_written_short() -> None:
    """The name behind "P.Mai Lâm" is the holder's."""
    text = "Chủ tịch UBND P.Mai Lâm Vi Văn Tân được điều động giữ chức Bí thư Đảng ủy xã Mường Bú."
    assert moves_of(text) == [("Vi Văn Tân", ("Chủ tịch UBND P.Mai Lâm",), ("Bí thư Đảng ủy xã Mường Bú",))]


@pytest.mark.parametrize(
    "title",
    [
        "Tổng Giám đốc Công ty TNHH một thành viên Thủy nông Sông Đà",
        "Giám đốc Công ty trách nhiệm hữu hạn một thành viên Lâm nghiệp Mường La",
        "Phó Giám đốc Đài Tiếng nói nhân dân Thành phố Hồ Chí Minh",
        "Trưởng ban Ban Thư ký biên tập, Thông tấn xã Việt Nam",
    ],
)
def test_names_of_firms_and_broadcasters(title: str) -> None:
    """ "một thành viên", "Tiếng nói" and "Thư ký" inside a body's name end no title."""
    tokens = tokenize(fold(f"{title} được điều động").text)
    post = post_at(tokens, 0, len(tokens))
    assert post is not None
    assert post.title == fold(title).text


def test_a_seat_in_another_firm_takes_one_out_of_ones_post() -> None:
    """Who is transferred to a seat on a board leaves the post held."""
    text = "Tập đoàn điều động ông Vi Văn Tân, Phó Tổng Giám đốc Công ty Sông Mã, giữ chức Thành viên HĐTV Công ty Đà."
    assert moves_of(text) == [("Vi Văn Tân", ("Phó Tổng Giám đốc Công ty Sông Mã",), ("Thành viên HĐTV Công ty Đà",))]


def test_a_commander_takes_over_a_charge() -> None:
    """ "tiếp nhận nhiệm vụ POST thay ông B tiếp nhận nhiệm vụ POST" moves both."""
    text = (
        "Theo quyết định điều động, Đại tá Vi Văn Tân, Phó Tư lệnh Quân khu 6, tiếp nhận nhiệm vụ Tư lệnh Quân khu 6 "
        "thay Thiếu tướng Lò Văn Ún tiếp nhận nhiệm vụ Tư lệnh Quân đoàn 9."
    )
    assert moves_of(text) == [
        ("Vi Văn Tân", ("Phó Tư lệnh Quân khu 6",), ("Tư lệnh Quân khu 6",)),
        ("Lò Văn Ún", ("Tư lệnh Quân khu 6",), ("Tư lệnh Quân đoàn 9",)),
    ]


def test_a_degree_stands_between_the_name_and_the_post() -> None:
    """ "ông A (45 tuổi), thạc sĩ luật, POST" holds the post."""
    text = "HĐND bầu ông Vi Văn Tân (45 tuổi), thạc sĩ luật kinh tế, Trưởng phòng Tư pháp, làm Chủ tịch UBND huyện Mai."
    assert moves_of(text) == [("Vi Văn Tân", ("Trưởng phòng Tư pháp",), ("Chủ tịch UBND huyện Mai",))]


def test_two_are_elected_again() -> None:
    """ "bầu hai POST tái đắc cử là A, kỹ sư; B": both are elected."""
    text = (
        "HĐND huyện bầu hai Phó Chủ tịch UBND huyện Mai Sơn tái đắc cử là ông Vi Văn Tân (50 tuổi), kỹ sư thủy lợi; "
        "bà Lò Thị Ún (44 tuổi), thạc sĩ luật."
    )
    assert moves_of(text) == [
        ("Vi Văn Tân", (), ("Phó Chủ tịch UBND huyện Mai Sơn",)),
        ("Lò Thị Ún", (), ("Phó Chủ tịch UBND huyện Mai Sơn",)),
    ]


def test_two_posts_held_now() -> None:
    """ "hiện là POST, POST" tells two posts left."""
    text = (
        "Ông Vi Văn Tân hiện là Trưởng phòng Tư pháp, Trưởng ban Pháp chế được bổ nhiệm làm Chánh Thanh tra huyện Mai."
    )
    assert moves_of(text) == [
        ("Vi Văn Tân", ("Trưởng phòng Tư pháp", "Trưởng ban Pháp chế"), ("Chánh Thanh tra huyện Mai",))
    ]


def test_the_successor_does_not_take_the_predecessors_verb() -> None:
    """A caption that names the successor again adds no action of the one replaced."""
    text = (
        "Ông Vi Văn Tân được bầu làm Chủ tịch UBND xã Mường Bú thay ông Lò Văn Ún đã được điều động giữ chức Bí thư "
        "Đảng ủy xã Chiềng Ly.\nXã có Chủ tịch mới Vi Văn Tân thay thế Lò Văn Ún."
    )
    assert [event.actions for event in events_of(text)] == [[Action.ELECTION], [Action.TRANSFER]]


def test_a_front_elects_by_agreement() -> None:
    """ "hiệp thương chức danh POST đối với bà A" is an election."""
    text = "Hội nghị hiệp thương chức danh Chủ tịch Ủy ban MTTQ Việt Nam xã Mường Bú đối với bà Lò Thị Ún."
    assert [(event.actions, event.to[0].title) for event in events_of(text)] == [
        ([Action.ELECTION], "Chủ tịch Ủy ban MTTQ Việt Nam xã Mường Bú")
    ]


def test_a_city_written_short_ends_the_sentence() -> None:
    """ "... UBND TP. Ông B ..." is two sentences."""
    text = "Ông Vi Văn Tân được bầu làm Chủ tịch HĐND TP. Ông Lò Văn Ún được bầu làm Chủ tịch UBND TP."
    assert [name for name, _, _ in moves_of(text)] == ["Vi Văn Tân", "Lò Văn Ún"]


def test_a_body_named_as_an_office() -> None:
    """ "đến nhận công tác tại cơ quan Hội ...; giới thiệu ..." is a transfer, and a nomination."""
    text = (
        "Thành ủy điều động bà Lò Thị Ún, Bí thư Huyện ủy Mai Sơn, đến nhận công tác tại cơ quan Hội Phụ nữ "
        "tỉnh; giới thiệu để bầu giữ chức Phó Chủ tịch Hội Phụ nữ tỉnh."
    )
    assert [(event.status.value, event.to[0].title) for event in events_of(text)] == [
        ("done", "cơ quan Hội Phụ nữ tỉnh"),
        ("planned", "Phó Chủ tịch Hội Phụ nữ tỉnh"),
    ]


def test_a_deputy_runs_his_own_body() -> None:
    """ "giao ông A, POST, điều hành hoạt động của trường này" puts A in charge; he keeps his post."""
    for charge in ("điều hành đơn vị", "điều hành hoạt động của trường"):
        text = f"Bộ trưởng giao ông Vi Văn Tân, Phó Hiệu trưởng Đại học Tây Bắc, {charge} này."
        assert moves_of(text) == [("Vi Văn Tân", (), (charge,))]


def test_who_reports_a_list_is_not_nominated() -> None:
    """The speaker of "đã báo cáo danh sách nhân sự được giới thiệu để bầu POST" is not the one nominated."""
    text = (
        "Đồng chí Lò Văn Ún, Phó Bí thư Huyện ủy, đã báo cáo danh sách nhân sự được giới thiệu để bầu Bí thư Huyện ủy "
        "Mai Sơn. Hội nghị bầu đồng chí Vi Văn Tân giữ chức Bí thư Huyện ủy Mai Sơn."
    )
    assert [name for name, _, _ in moves_of(text)] == ["Vi Văn Tân"]
