"""Titles whose words look like other words: parts of bodies, posts told before, forms of address in a row."""

import pytest

from tests.service.rules.moves_told import events_of, goals_of, moves_of


@pytest.mark.parametrize(
    "title",
    [
        "Phó Vụ trưởng Vụ Sức khỏe bà mẹ và trẻ em",
        "Trưởng phòng Tài chính - Kế toán của Bệnh viện Mắt",
        "Vụ trưởng Vụ Giám đốc kiểm tra I",
    ],
)
def test_a_body_may_hold_words_of_address_and_of_titles(title: str) -> None:
    """ "bà mẹ", "Kế toán" and "Giám đốc kiểm tra" inside a body's name end no title."""
    assert goals_of(f"Ông Vi Văn Tân được bổ nhiệm giữ chức {title}.") == [(title,)]
    assert moves_of(f"Ông Vi Văn Tân, {title}, được bầu làm Chủ tịch UBND huyện Mai Sơn.")[0][1] == (title,)


def test_this_district_is_the_one_of_the_committee_told() -> None:
    """ "UBND huyện này" behind "Huyện ủy Mai Sơn" is the committee of the district Mai Sơn."""
    text = (
        "Tỉnh ủy chỉ định ông Vi Văn Tân giữ chức Phó Bí thư Huyện ủy Mai Sơn; giới thiệu để HĐND huyện bầu giữ chức "
        "Chủ tịch UBND huyện này."
    )
    assert goals_of(text) == [("Phó Bí thư Huyện ủy Mai Sơn",), ("Chủ tịch UBND huyện Mai Sơn",)]


def test_the_retired_ones_post_is_this_post() -> None:
    """ "lên thay vị trí này" takes the post in apposition of the one who retires."""
    text = (
        "Bộ trao quyết định nghỉ hưu cho ông Lò Văn Ún, Giám đốc Bệnh viện Mắt, đồng thời bổ nhiệm ông Vi Văn Tân lên "
        "thay vị trí này."
    )
    assert moves_of(text)[-1] == ("Vi Văn Tân", (), ("Giám đốc Bệnh viện Mắt",))


def test_a_post_held_before_the_election_is_left() -> None:
    """ "trước khi được bầu làm POST, ông đang giữ chức POST" tells the post left."""
    text = (
        "Ông Vi Văn Tân (54 tuổi) trước khi được bầu làm Phó Chủ tịch UBND tỉnh Lai Châu, ông đang giữ chức Giám đốc "
        "Sở Y tế Lai Châu."
    )
    assert moves_of(text) == [("Vi Văn Tân", ("Giám đốc Sở Y tế Lai Châu",), ("Phó Chủ tịch UBND tỉnh Lai Châu",))]


def test_a_person_told_of_as_a_case() -> None:
    """ "trường hợp của ông A" is about A."""
    text = "Đó là trường hợp của ông Vi Văn Tân, Giám đốc Sở Y tế, được điều về giữ chức Bí thư Huyện ủy Mai Sơn."
    assert moves_of(text) == [("Vi Văn Tân", ("Giám đốc Sở Y tế",), ("Bí thư Huyện ủy Mai Sơn",))]


def test_two_forms_of_address_in_a_row() -> None:
    """ "Tiến sĩ, Bác sĩ A" is one person behind "cho"."""
    text = "Bộ Y tế bổ nhiệm lại chức danh Phó Giám đốc Bệnh viện Mắt cho Tiến sĩ, Bác sĩ Vi Văn Tân."
    assert goals_of(text) == [("Phó Giám đốc Bệnh viện Mắt",)]


def test_a_nomination_announces_no_election() -> None:
    """What one is nominated for is not how the next move comes about."""
    text = (
        "Ông Vi Văn Tân được giới thiệu bầu Chủ tịch UBND huyện Mai Sơn. Tỉnh ủy công bố quyết định đối với ông Vi Văn "
        "Tân thôi giữ chức Phó Bí thư Huyện ủy Sông Mã để giữ chức Phó Bí thư Huyện ủy Mai Sơn."
    )
    assert [[action.value for action in event.actions] for event in events_of(text)] == [["election"], ["appointment"]]


@pytest.mark.parametrize(
    ("text", "decider"),
    [
        ("Ban Tuyên giáo Trung ương bổ nhiệm bà Hà Thị Mơ giữ chức Vụ trưởng Vụ Báo chí.", "Ban Tuyên giáo Trung ương"),
        ("Tại Công an tỉnh Lai Châu, Bộ Công an điều động ông Vi Văn Tân làm Giám đốc Công an tỉnh.", "Bộ Công an"),
    ],
)
def test_the_whole_body_decides_and_not_the_place(text: str, decider: str) -> None:
    """A Party board decides under its own name; the body at which a decision is made known does not."""
    assert [event.decided_by for event in events_of(text)] == [decider]


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (
            "Bộ Chính trị phân công bà Hà Thị Mơ - Phó Bí thư Thường trực Thành ủy - điều hành Thành ủy Lai Châu.",
            ("Hà Thị Mơ", (), ("điều hành Thành ủy Lai Châu",)),
        ),
        (
            "Bộ bổ nhiệm ông Vi Văn Tân, Trợ lý Bộ trưởng Bộ Quốc phòng, kiêm Chánh Thanh tra Bộ, giữ chức Tư lệnh "
            "Vùng Cảnh sát biển 4.",
            (
                "Vi Văn Tân",
                ("Trợ lý Bộ trưởng Bộ Quốc phòng", "Chánh Thanh tra Bộ"),
                ("Tư lệnh Vùng Cảnh sát biển 4",),
            ),
        ),
        (
            "Bộ bổ nhiệm ông Vi Văn Tân, nguyên Cục trưởng Cục Dân số, tư vấn cho Thủ tướng, làm Viện trưởng Viện Mắt.",
            ("Vi Văn Tân", ("Cục trưởng Cục Dân số",), ("Viện trưởng Viện Mắt",)),
        ),
        (
            "Giới thiệu để bầu giữ chức Chủ tịch UBND tỉnh Lai Châu đối với ông Vi Văn Tân, Giám đốc Sở Y tế.",
            ("Vi Văn Tân", ("Giám đốc Sở Y tế",), ("Chủ tịch UBND tỉnh Lai Châu",)),
        ),
    ],
)
def test_charges_assistants_and_candidates(text: str, move: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    """A charge stands beside a post; an assistant's title has his chief's; who is advised takes nothing."""
    assert moves_of(text) == [move]


def test_letters_stand_for_the_body_spelt_out() -> None:
    """A headline's "Tổng giám đốc VTV" is the post whose title ends with "(VTV)"."""
    text = (
        "Ông Vi Văn Tân làm Tổng giám đốc VTV\nThủ tướng bổ nhiệm ông Vi Văn Tân giữ chức Tổng giám đốc Đài Truyền "
        "hình Việt Nam (VTV). Trước khi ông Tân được điều động làm Tổng giám đốc đài này, ghế ấy bỏ trống."
    )
    assert goals_of(text) == [("Tổng giám đốc Đài Truyền hình Việt Nam (VTV)",)]


def test_a_post_also_held_is_not_taken() -> None:
    """ "cũng đồng thời giữ chức" tells what one is."""
    text = (
        "Tập đoàn công bố quyết định bổ nhiệm cán bộ. Ông Vi Văn Tân cũng đồng thời giữ chức Bí thư Đảng ủy Tập đoàn."
    )
    assert moves_of(text) == []
