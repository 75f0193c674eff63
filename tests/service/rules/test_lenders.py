"""Who decides a move that does not say so itself: what was announced before lends it, and where it does not."""

import pytest

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.events import read_events
from tests.growth import cpu_seconds, fresh, growth
from tests.service.rules.moves_told import events_of


def _deciders(text: str) -> list[str | None]:
    return [event.decided_by for event in events_of(text)]


_COMMITTEE = "Ban Thường vụ Tỉnh ủy Hà Nam quyết định điều động ông Lê Viết Chung giữ chức Bí thư Huyện ủy Lý Nhân. "


@pytest.mark.parametrize(
    ("sentence", "decider"),
    [
        ("Ông Trần Văn Hai được điều động làm Giám đốc Sở Nội vụ.", "Ban Thường vụ Tỉnh ủy Hà Nam"),
        ("Ông Trần Văn Hai được HĐND tỉnh bầu làm Phó Chủ tịch UBND tỉnh.", "HĐND tỉnh"),
        ("Ông Trần Văn Hai được bầu làm Phó Chủ tịch UBND tỉnh.", None),
        ("Dự kiến ông Trần Văn Hai sẽ được bổ nhiệm làm Giám đốc Sở Nội vụ.", None),
        ("Nay huyện điều động ông Trần Văn Hai làm Trưởng phòng Nội vụ.", None),
    ],
)
def test_a_committee_lends_what_it_may_decide(sentence: str, decider: str | None) -> None:
    """A committee does not elect, nor decide what is only planned or what a place does of itself."""
    assert _deciders(_COMMITTEE + sentence)[-1] == decider


def test_an_election_is_of_the_assembly_told_before_the_committee() -> None:
    """The last body of the right kind, not the last body."""
    text = (
        "HĐND tỉnh Hà Nam bầu ông Lê Viết Chung giữ chức Chủ tịch UBND tỉnh. Trước đó, Ban Bí thư chuẩn y ông Phan Tấn "
        "Lực giữ chức Phó Bí thư Tỉnh ủy. Cũng tại kỳ họp, bà Bùi Thị Ba được bầu làm Trưởng Ban Pháp chế HĐND tỉnh."
    )
    assert _deciders(text) == ["HĐND tỉnh Hà Nam", "Ban Bí thư", "HĐND tỉnh Hà Nam"]


def test_who_is_presented_is_elected_by_the_assembly_named() -> None:
    """The committee that presents a person does not elect him."""
    text = (
        "Thành ủy Việt Trì trao quyết định điều động ông Lê Viết Chung về phường Gia Cẩm, giữ chức Phó Bí thư Đảng ủy, "
        "giới thiệu để HĐND phường bầu làm Chủ tịch UBND phường."
    )
    assert _deciders(text) == ["Thành ủy Việt Trì", "HĐND phường"]


@pytest.mark.parametrize(
    ("text", "decider"),
    [
        ("Chiều 6/2, tại trụ sở Bộ Nội vụ, Bộ trưởng Bộ Nội vụ trao quyết định bổ nhiệm {}.", "Bộ trưởng Bộ Nội vụ"),
        ("Theo đó, Bộ trưởng, Chủ nhiệm Văn phòng Quốc hội bổ nhiệm {}.", "Bộ trưởng, Chủ nhiệm Văn phòng Quốc hội"),
        ("Hội đồng thành viên Tổng công ty Sông Hồng quyết định luân chuyển {}.",
         "Hội đồng thành viên Tổng công ty Sông Hồng"),
        ("Sáng 5/3, thừa ủy quyền của Bộ trưởng Bộ Công an, ông Phan Tấn Lực trao quyết định bổ nhiệm {}.",
         "Bộ trưởng Bộ Công an"),
        ("Theo các quyết định được Chủ tịch UBND tỉnh Hà Nam ký hôm qua, tỉnh bổ nhiệm {}.",
         "Chủ tịch UBND tỉnh Hà Nam"),
        ("Do thiếu người, lãnh đạo TAND tỉnh biệt phái {}.", "lãnh đạo TAND tỉnh"),
        ("Trong tháng tới, Ban Thường vụ Huyện ủy sẽ điều động {}.", "Ban Thường vụ Huyện ủy"),
        ("Hôm qua, UBND tỉnh tổ chức lễ công bố quyết định bổ nhiệm {}.", None),
        ("Hôm qua, đại diện Ban Tổ chức Tỉnh ủy trao quyết định bổ nhiệm {}.", None),
    ],
)  # fmt: skip
def test_who_decides_is_not_where_it_is_read_out(text: str, decider: str | None) -> None:
    """The place of a ceremony, its host and who stands for another body are no deciders; heads keep their words."""
    move = "ông Lê Viết Chung, Phó Vụ trưởng, giữ chức Vụ trưởng Vụ Tổ chức cán bộ"
    assert _deciders(text.format(move)) == [decider]


def test_an_office_alone_is_the_one_named_in_full_before() -> None:
    """ "Bộ trưởng" in a later sentence is the minister of the ministry told before."""
    text = (
        "Bộ trưởng Bộ Công an quyết định bổ nhiệm Đại tá Lê Viết Chung làm Giám đốc Công an tỉnh Hà Nam. "
        "Bộ trưởng cũng điều động Đại tá Phan Tấn Lực làm Giám đốc Công an tỉnh Thái Bình."
    )
    assert _deciders(text) == ["Bộ trưởng Bộ Công an"] * 2


def test_another_place_begins_another_piece_of_news() -> None:
    """Under the name of another place, what was announced before it decides nothing."""
    text = (
        "Hà Nam: Chủ tịch UBND tỉnh bổ nhiệm ông Lê Viết Chung làm Giám đốc Sở Y tế.\n"
        "Kon Tum: Phó Bí thư Tỉnh ủy Y Mai trao quyết định điều động, bổ nhiệm nhiều cán bộ. Theo đó, ông Phan Tấn "
        "Lực được điều động làm Phó Trưởng Ban Tuyên giáo Tỉnh ủy."
    )
    assert _deciders(text) == ["Chủ tịch UBND tỉnh", None]


def test_a_list_belongs_to_whose_decisions_are_handed_over() -> None:
    """The line above a list names who decides its items, not who decided the news before."""
    text = (
        "Bộ trưởng Bộ Y tế bổ nhiệm ông Lê Viết Chung giữ chức Hiệu trưởng Trường Đại học Y Vinh.\n"
        "Nhà trường cũng trao các quyết định của Hiệu trưởng Trường Đại học Y Vinh:\n"
        "- Bổ nhiệm bà Bùi Thị Ba giữ chức Trưởng khoa Dược;\n"
    )
    assert _deciders(text) == ["Bộ trưởng Bộ Y tế", "Hiệu trưởng Trường Đại học Y Vinh"]


def test_a_move_months_away_is_not_of_the_same_decision() -> None:
    """Another year's move in the next sentence has no decider lent."""
    text = (
        "Ngày 30/9/2013, Bộ trưởng Bộ Xây dựng bổ nhiệm ông Lê Viết Chung làm Phó Chánh Văn phòng Bộ. "
        "Ngày 11/3/2014, ông Phan Tấn Lực được điều động làm Vụ trưởng Vụ Vật liệu."
    )
    assert _deciders(text) == ["Bộ trưởng Bộ Xây dựng", None]


def test_whom_somebody_relieves_is_moved_by_the_decision_that_tells_of_both() -> None:
    """ "thay ông B về làm POST" is of the same decision; a background sentence on the predecessor is not."""
    both = "Ông Lê Viết Chung được điều động làm Giám đốc Sở Y tế, thay ông Phan Tấn Lực về làm Bí thư Thành ủy Phủ Lý."
    apart = "Ông Chung thay ông Phan Tấn Lực, người được điều động giữ chức Bí thư Thành ủy Phủ Lý."
    assert (
        _deciders("Ban Thường vụ Tỉnh ủy vừa điều động, bổ nhiệm hai cán bộ. " + both) == ["Ban Thường vụ Tỉnh ủy"] * 2
    )
    assert _deciders(_COMMITTEE + apart) == ["Ban Thường vụ Tỉnh ủy Hà Nam", None]


def test_an_assembly_whose_resolution_is_read_out_does_not_appoint() -> None:
    """ "công bố Nghị quyết của Quốc hội và các quyết định về nhân sự" does not say who decided on the persons."""
    text = (
        "Tỉnh ủy Hà Nam công bố Nghị quyết của Quốc hội về sắp xếp đơn vị hành chính cấp xã và các quyết định về nhân "
        "sự. Theo đó, ông Lê Viết Chung giữ chức Bí thư Đảng ủy xã Lý Nhân."
    )
    assert "Quốc hội" not in _deciders(text)
    assert len(_deciders(text)) == 1


def test_time_grows_with_the_persons_of_one_office() -> None:
    """Where an office was named with its body is looked for a bounded way back, however often it stands in the text."""
    families, middles, given = (
        "Lê Bùi Phan Ngô Đỗ Vũ".split(),
        "Văn Đức Minh Quang".split(),
        "An Bình Chung Dũng".split(),
    )
    names = [f"{a} {b} {c} {d}" for a in families for b in middles for c in given for d in given]

    def seconds(size: int) -> float:
        text = "".join(f"Bộ trưởng bổ nhiệm ông {name} làm Vụ trưởng Vụ Tổ chức. " for name in names[:size])
        doc = read_doc(fold(fresh(text)))
        return cpu_seconds(lambda: read_events(doc))

    assert growth(seconds, 90, 360, most=9) <= 9
