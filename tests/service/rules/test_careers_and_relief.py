"""Who relieves and elects, careers told behind the news, and persons named in the titles of those who serve them."""

import pytest

from tests.service.rules.moves_told import events_of, moves_of


@pytest.mark.parametrize(
    ("text", "deciders"),
    [
        (
            "Thủ tướng phê chuẩn việc miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh Hà Nam đối với ông Lê Viết Chung, "
            "nguyên Tỉnh ủy viên và ông Phan Tấn Lực, nguyên Tỉnh ủy viên.",
            ["Thủ tướng", "Thủ tướng"],
        ),
        (
            "HĐND tỉnh miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh Hà Nam đối với ông Lê Viết Chung và bầu ông Trần Văn "
            "Hai giữ chức Phó Chủ tịch UBND tỉnh.",
            ["HĐND tỉnh", "HĐND tỉnh"],
        ),
    ],
)
def test_who_relieves_is_the_body_before_the_verb(text: str, deciders: list[str]) -> None:
    """Of all whom one verb relieves, and of the one elected in the same breath."""
    assert [event.decided_by for event in events_of(text)] == deciders


def test_who_decides_the_news_did_not_decide_a_career() -> None:
    """A move of years ago, told behind the news, has a decider of its own or none."""
    text = (
        "Bộ Nội vụ bổ nhiệm ông Lê Văn Bảy làm Vụ trưởng Vụ Tổ chức. "
        "Năm 2010, ông Bảy được bổ nhiệm làm Phó Vụ trưởng Vụ Pháp chế."
    )
    assert [(event.date, event.decided_by) for event in events_of(text)] == [(None, "Bộ Nội vụ"), ("2010", None)]


def test_a_post_held_when_provinces_merged_is_a_career() -> None:
    """The merging says when, and nothing was decided."""
    text = (
        "UBND tỉnh Hà Nam trao quyết định bổ nhiệm ông Lê Văn Bảy làm Giám đốc Sở Y tế. "
        "Khi tỉnh Hà Tây sáp nhập vào Hà Nội, ông Bảy làm Phó Giám đốc Sở Y tế Hà Nội."
    )
    assert [to for _, _, to in moves_of(text)] == [("Giám đốc Sở Y tế",)]


@pytest.mark.parametrize(
    "post",
    [
        "Trợ lý đồng chí Nguyễn Phú Hải",
        "Trợ lý Phó Thủ tướng Nguyễn Phú Hải",
        "Trợ lý đồng chí Bí thư Tỉnh ủy",
        "Thư ký Bí thư Tỉnh ủy",
    ],
)
def test_one_who_is_served_belongs_to_the_title(post: str) -> None:
    """Named or not, he is nobody who moves."""
    text = f"Ông Trần Văn Lợi, {post}, được điều động làm Phó Bí thư Huyện ủy Ba Vì."
    assert moves_of(text) == [("Trần Văn Lợi", (post,), ("Phó Bí thư Huyện ủy Ba Vì",))]


@pytest.mark.parametrize("calling", ["giáo viên", "chuyên viên", "giảng viên"])
def test_a_calling_is_no_park(calling: str) -> None:
    """Behind it stands who follows it: "giáo viên Lê Thị A", unlike "công viên Lê Thị Riêng"."""
    text = f"Điều động {calling} Nguyễn Thị Lành về làm Hiệu trưởng Trường tiểu học Hòa Bắc."
    assert [event.person.name for event in events_of(text)] == ["Nguyễn Thị Lành"]
    assert events_of("Ban quản lý công viên Nguyễn Thị Lành được điều động về làm Trưởng ban quản lý chợ.") == []


def test_a_bracket_may_say_more_than_the_post() -> None:
    """What it says further of the post does not part the two who are appointed."""
    text = (
        "Chủ tịch UBND tỉnh Hà Nam bổ nhiệm Phó Giám đốc Sở Nội vụ đối với ông Trần Văn Tuấn (46 tuổi, Trưởng phòng "
        "Tài vụ, cùng sở) và bà Lê Thị Phượng (41 tuổi, Trưởng phòng Công chức, cùng thuộc Sở Nội vụ)."
    )
    assert [name for name, _, _ in moves_of(text)] == ["Trần Văn Tuấn", "Lê Thị Phượng"]


def test_a_count_of_those_appointed_counts_them_as_news() -> None:
    """ "có 3 giám đốc được bổ nhiệm là ..." does not tell how many there are."""
    text = (
        "Theo quyết định, có hai giám đốc sở được bổ nhiệm mới là: giám đốc Sở Xây dựng Nguyễn Quốc Hùng và giám đốc "
        "Sở Tài chính Trần Văn Mười."
    )
    assert [name for name, _, _ in moves_of(text)] == ["Nguyễn Quốc Hùng", "Trần Văn Mười"]


def test_what_follows_a_predecessors_post_is_his() -> None:
    """ "thay thế ông B, POST, được điều động làm ..." moves ông B."""
    text = (
        "Ông Lê Văn Bảy sẽ thay thế ông Trần Văn Hai, Giám đốc Công an tỉnh Hà Nam, được điều động làm Cục trưởng "
        "Cục Hậu cần."
    )
    assert ("Trần Văn Hai", ("Giám đốc Công an tỉnh Hà Nam",), ("Cục trưởng Cục Hậu cần",)) in moves_of(text)
    assert [name for name, _, to in moves_of(text) if to == ("Cục trưởng Cục Hậu cần",)] == ["Trần Văn Hai"]


def test_a_high_court_is_a_central_body_wherever_it_sits() -> None:
    """The city is its seat only."""
    text = "Bổ nhiệm ông Lê Văn Bảy làm Viện trưởng VKSND cấp cao tại Đà Nẵng."
    assert [(p.level, p.place) for event in events_of(text) for p in event.to] == [("central", "Đà Nẵng")]


@pytest.mark.parametrize(
    ("text", "decider"),
    [
        (
            "Tại kỳ họp thứ 9 HĐND tỉnh Hà Nam, nhiệm kỳ 2021-2026 đã bầu ông Lê Văn Bảy giữ chức Phó Chủ tịch UBND "
            "tỉnh.",
            "HĐND tỉnh Hà Nam",
        ),
        (
            "HĐND tỉnh Hà Nam đã bầu cử bổ sung chức vụ Ủy viên UBND tỉnh đối với ông Lê Văn Bảy.",
            "HĐND tỉnh Hà Nam",
        ),
        (
            "HĐND tỉnh Hà Nam đã thực hiện quy trình bầu ông Lê Văn Bảy giữ chức Phó Chủ tịch UBND tỉnh.",
            "HĐND tỉnh Hà Nam",
        ),
    ],
)
def test_an_assembly_elects_in_its_term_and_by_its_procedure(text: str, decider: str) -> None:
    """The years of the term and the procedure gone through stand between the body and the verb; it is done."""
    assert [(e.status, e.decided_by) for e in events_of(text)] == [("done", decider)]


def test_a_procedure_still_to_come_is_a_plan() -> None:
    """Unlike the one that has been gone through."""
    text = "HĐND tỉnh Hà Nam sẽ thực hiện quy trình bầu ông Lê Văn Bảy giữ chức Phó Chủ tịch UBND tỉnh."
    assert [event.status for event in events_of(text)] == ["planned"]


def test_who_relieves_one_relieves_the_next() -> None:
    """ "miễn nhiệm ... và miễn nhiệm ...": of both, the same body."""
    text = (
        "HĐND tỉnh Hà Nam đã miễn nhiệm chức vụ Ủy viên UBND tỉnh đối với ông Phan Minh Thuận và miễn nhiệm chức vụ "
        "Trưởng Ban Pháp chế HĐND tỉnh đối với ông Vũ Minh Lượng."
    )
    assert [event.decided_by for event in events_of(text)] == ["HĐND tỉnh Hà Nam"] * 2


def test_the_central_committee_may_be_abbreviated() -> None:
    """ "TƯ" in capitals, unlike "tư nhân"."""
    text = "Ông Lê Văn Bảy được phân công giữ chức {}."
    levels = [
        events_of(text.format(f"Phó Trưởng {post}"))[0].to[0].level
        for post in ("ban Kinh tế TƯ", "phòng Kinh tế tư nhân")
    ]
    assert levels == ["central", "agency"]


_NEWS = "Ngày 12/3/2020, UBND tỉnh Hà Nam bổ nhiệm ông Lê Văn Bảy làm Giám đốc Sở Tài chính.\n"


@pytest.mark.parametrize(
    "clause",
    [
        "Trước khi nhận nhiệm vụ mới, ông Bảy đảm nhiệm chức vụ",
        "Trước khi được bổ nhiệm vào vị trí mới, ông Bảy giữ chức",
        "Trước khi làm Giám đốc Sở Tài chính, ông Bảy giữ chức",
    ],
)
def test_what_one_held_before_the_news_is_left(clause: str) -> None:
    """The clause with "trước khi" says when; the post behind it is the one left."""
    post = "Chủ tịch UBND huyện Bình Lục"
    assert moves_of(f"{_NEWS}{clause} {post}.") == [("Lê Văn Bảy", (post,), ("Giám đốc Sở Tài chính",))]


def test_where_one_worked_before_the_news_is_no_move() -> None:
    """ "Trước đó, ông A công tác tại ..." tells where he was, not that he was sent."""
    text = _NEWS + "Trước đó, ông Bảy công tác tại UBND huyện Bình Lục với cương vị Chủ tịch UBND huyện Bình Lục."
    assert [to for _, _, to in moves_of(text)] == [("Giám đốc Sở Tài chính",)]


def test_the_move_of_another_is_not_what_one_held() -> None:
    """Behind a clause with "trước khi" somebody else may move."""
    text = (
        _NEWS + "Trước khi ông Bảy giữ chức Giám đốc Sở Tài chính, ông Trần Văn Hai được điều động về làm Chủ tịch "
        "UBND huyện Bình Lục."
    )
    assert moves_of(text)[1:] == [("Trần Văn Hai", (), ("Chủ tịch UBND huyện Bình Lục",))]


def test_the_posts_of_one_served_are_his() -> None:
    """Whoever serves takes one post, whatever whom he serves holds."""
    text = (
        "Thủ tướng bổ nhiệm ông Trần Văn Lợi, Vụ trưởng Vụ Tổng hợp, làm Trợ lý đồng chí Nguyễn Phú Hải, Ủy viên Bộ "
        "Chính trị, Phó Thủ tướng Chính phủ."
    )
    assert moves_of(text) == [("Trần Văn Lợi", ("Vụ trưởng Vụ Tổng hợp",), ("Trợ lý đồng chí Nguyễn Phú Hải",))]
    text = (
        "Điều động ông Trần Văn Lợi, Trợ lý đồng chí Nguyễn Phú Hải, Phó Thủ tướng, giữ chức Phó Chánh Văn phòng Tỉnh "
        "ủy Hà Nam."
    )
    assert [left for _, left, _ in moves_of(text)] == [("Trợ lý đồng chí Nguyễn Phú Hải",)]


def test_who_submits_a_relief_does_not_decide_it() -> None:
    """ "Tờ trình của HĐND và UBND" is what the session decides on."""
    text = (
        "Kỳ họp đã thông qua Tờ trình của HĐND và UBND huyện Bình Lục về miễn nhiệm chức vụ Chủ tịch UBND huyện Bình "
        "Lục đối với ông Lê Mạnh Tài."
    )
    assert [event.decided_by for event in events_of(text)] == [None]
