"""Named moves, one test for each form of telling them."""

import pytest

from schemas import Action, MoveStatus, RotationEvent
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.events import read_events
from tests.growth import cpu_seconds, fresh, growth

Move = tuple[str, tuple[str, ...], tuple[str, ...]]


def _events(text: str) -> list[RotationEvent]:
    return read_events(read_doc(fold(text)))


def _moves(text: str) -> list[Move]:
    """Name, titles left, titles taken of each event."""
    return [
        (event.person.name, tuple(p.title for p in event.from_), tuple(p.title for p in event.to))
        for event in _events(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Tân, Phó giám đốc Sở Y tế, được điều động giữ chức Bí thư Huyện ủy Mai Sơn.",
        "Tỉnh ủy quyết định điều động ông Lê Tân, Phó giám đốc Sở Y tế, giữ chức Bí thư Huyện ủy Mai Sơn.",
        "Phó giám đốc Sở Y tế Lê Tân được luân chuyển về làm Bí thư Huyện ủy Mai Sơn.",
        "Ông Lê Tân được điều động từ Phó giám đốc Sở Y tế sang làm Bí thư Huyện ủy Mai Sơn.",
        "Ông Lê Tân thôi giữ chức Phó giám đốc Sở Y tế để giữ chức Bí thư Huyện ủy Mai Sơn.",
        "Tỉnh ủy trao quyết định cho ông Lê Tân, Phó giám đốc Sở Y tế, giữ chức Bí thư Huyện ủy Mai Sơn. "
        "Ông được điều động theo quy hoạch.",
        "Ông Lê Tân (Phó giám đốc Sở Y tế, luân chuyển làm Bí thư Huyện ủy Mai Sơn), hiện học tại Hà Nội.",
    ],
)
def test_one_move_told_in_many_ways(text: str) -> None:
    """Active, passive, with "từ", with "thôi giữ chức", in brackets: the same person, post left and post taken."""
    assert _moves(text) == [("Lê Tân", ("Phó giám đốc Sở Y tế",), ("Bí thư Huyện ủy Mai Sơn",))]


def test_the_person_behind_the_post() -> None:
    """ "Bổ nhiệm chức vụ POST cho bà A" names the person last."""
    text = "Giám đốc Sở trao quyết định bổ nhiệm chức vụ Trưởng phòng Tổ chức cán bộ cho bà Vi Thị Lan."
    assert _moves(text) == [("Vi Thị Lan", (), ("Trưởng phòng Tổ chức cán bộ",))]


def test_a_successor_takes_what_the_predecessor_leaves() -> None:
    """Behind "thay" stands the person whose post is taken; he moves too when a verb follows."""
    text = (
        "Ông Lê Tân từ Giám đốc Sở Y tế về làm Chánh Văn phòng Tỉnh ủy, thay ông Bùi Sang được điều động làm "
        "Trưởng ban Dân vận Tỉnh ủy. Người thay ông Tân là bà Hà Thị Mơ, Phó giám đốc Sở Y tế."
    )
    assert _moves(text) == [
        ("Lê Tân", ("Giám đốc Sở Y tế",), ("Chánh Văn phòng Tỉnh ủy",)),
        ("Bùi Sang", ("Chánh Văn phòng Tỉnh ủy",), ("Trưởng ban Dân vận Tỉnh ủy",)),
        ("Hà Thị Mơ", ("Phó giám đốc Sở Y tế",), ("Giám đốc Sở Y tế",)),
    ]


def test_a_swap_is_two_moves() -> None:
    """Two persons who change places each leave what the other takes."""
    text = (
        "Ông Lê Tân, Bí thư Huyện ủy Mai Sơn, và ông Bùi Sang, Bí thư Huyện ủy Sông Mã, "
        "được điều động hoán đổi vị trí cho nhau."
    )
    assert _moves(text) == [
        ("Lê Tân", ("Bí thư Huyện ủy Mai Sơn",), ("Bí thư Huyện ủy Sông Mã",)),
        ("Bùi Sang", ("Bí thư Huyện ủy Sông Mã",), ("Bí thư Huyện ủy Mai Sơn",)),
    ]


def test_a_list_deals_posts_out_in_turn() -> None:
    """ "Lần lượt" gives the first person the first post."""
    text = "Các ông Lê Tân, Bùi Sang được bổ nhiệm lần lượt giữ chức Giám đốc Sở Y tế, Giám đốc Sở Nội vụ."
    assert _moves(text) == [("Lê Tân", (), ("Giám đốc Sở Y tế",)), ("Bùi Sang", (), ("Giám đốc Sở Nội vụ",))]


def test_a_person_before_an_active_verb_moves_others() -> None:
    """Who signs or speaks is no mover."""
    text = (
        "Chủ tịch UBND tỉnh Lê Tân ký quyết định bổ nhiệm ông Bùi Sang làm Giám đốc Sở Y tế. "
        "Ông Tân cho biết việc bổ nhiệm Phó giám đốc Sở Y tế sẽ bàn sau."
    )
    assert _moves(text) == [("Bùi Sang", (), ("Giám đốc Sở Y tế",))]


def test_a_nomination_is_a_planned_election_apart() -> None:
    """ "Giới thiệu để bầu" is planned, the transfer told before it is done."""
    events = _events(
        "Ông Lê Tân được điều động giữ chức Phó bí thư Huyện ủy Mai Sơn và giới thiệu để HĐND huyện bầu chức danh "
        "Chủ tịch UBND huyện Mai Sơn."
    )
    assert [(e.status, e.to[0].title, e.actions) for e in events] == [
        (MoveStatus.DONE, "Phó bí thư Huyện ủy Mai Sơn", [Action.TRANSFER]),
        (MoveStatus.PLANNED, "Chủ tịch UBND huyện Mai Sơn", [Action.ELECTION]),
    ]


def test_a_return_turns_the_move_round() -> None:
    """A return to the former post swaps both ends, and ends the move before it."""
    events = _events(
        "Năm 2016, ông Lê Tân, Phó chánh Thanh tra huyện Mai Sơn, được luân chuyển về làm Bí thư Đảng ủy xã Cò Nòi. "
        "Năm 2019, ông Tân trở lại vị trí công tác cũ."
    )
    there, back = events
    assert (there.date, there.until) == ("2016", "2019")
    assert back.actions == [Action.RETURN]
    assert [p.title for p in back.to] == ["Phó chánh Thanh tra huyện Mai Sơn"]
    assert [p.title for p in back.from_] == ["Bí thư Đảng ủy xã Cò Nòi"]


def test_a_move_to_a_body_has_the_body_as_post() -> None:
    """Without a named post the body is what is taken; with one it is not."""
    assert _moves("Ông Lê Tân được điều động đến công tác tại Ban Dân vận Tỉnh ủy.")[0][2] == ("Ban Dân vận Tỉnh ủy",)
    assert _moves("Ông Lê Tân được điều động về công tác tại Huyện ủy Mai Sơn, giữ chức Bí thư Huyện ủy Mai Sơn.")[0][
        2
    ] == ("Bí thư Huyện ủy Mai Sơn",)


def test_date_and_decision() -> None:
    """ "Từ ngày" dates the move before the day of the announcement; the decision's number and date are kept."""
    told = _events("Ngày 5/3/2020, ông Lê Tân được bổ nhiệm làm Giám đốc Sở Y tế từ ngày 1/4/2020.")[0]
    assert told.date == "2020-04-01"
    signed = _events(
        "Sáng 6.2, Sở trao Quyết định số 12/QĐ-SYT ngày 3.2.2021 bổ nhiệm ông Lê Tân làm Giám đốc Bệnh viện Mắt."
    )[0]
    assert signed.decision is not None
    assert (signed.decision.number, signed.decision.date, signed.date) == ("12/QĐ-SYT", "2021-02-03", "2021-02-03")


def test_who_decides() -> None:
    """The agent of the passive, or the body whose decision it is."""
    assert _events("Ông Lê Tân được Ban Thường vụ Tỉnh ủy Sơn La điều động làm Bí thư Huyện ủy Mai Sơn.")[
        0
    ].decided_by == ("Ban Thường vụ Tỉnh ủy Sơn La")
    assert (
        _events("Ban Tổ chức trao quyết định của Bộ Chính trị điều động ông Lê Tân giữ chức Bí thư Tỉnh ủy Sơn La.")[
            0
        ].decided_by
        == "Bộ Chính trị"
    )


def test_one_move_told_twice_is_one_event() -> None:
    """Headline, lead and caption join; the fuller title stays and every telling is evidence."""
    text = (
        "Ông Lê Tân làm Bí thư Mai Sơn\n"
        "Ông Lê Tân, Giám đốc Sở Y tế, vừa được điều động giữ chức Bí thư Huyện ủy Mai Sơn.\n"
        "Ông Lê Tân được điều động làm Bí thư Huyện ủy."
    )
    (event,) = _events(text)
    assert [p.title for p in event.to] == ["Bí thư Huyện ủy Mai Sơn"]
    assert len(event.evidence) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Tân, Giám đốc Sở Y tế, cho biết tỉnh sẽ bổ nhiệm 3 phó giám đốc.",
        "Ông Lê Tân hiện giữ chức Giám đốc Sở Y tế.",
        "Ông Lê Tân từng làm Giám đốc Sở Y tế trước khi nghỉ hưu.",
        "Bà Hà Thị Mơ bị khiển trách vì bổ nhiệm sai quy định.",
        "Ông Lê Tân không được bổ nhiệm làm Giám đốc Sở Y tế.",
        "Hàng hóa được luân chuyển qua cảng, ông Lê Tân nói.",
        "Huấn luyện viên Lê Tân được bổ nhiệm dẫn dắt đội bóng.",
        "Đoàn do ông Lê Tân làm Trưởng đoàn kiểm tra việc luân chuyển cán bộ.",
    ],
)
def test_no_move(text: str) -> None:
    """Speakers, holders, careers without a verb of moving, discipline, denials and other senses give no event."""
    assert _moves(text) == []


def test_evidence_quotes_the_text_as_submitted() -> None:
    """Every span is exact over the submitted text, also when folding changes its length."""
    text = "Ông Lê Ta\u0302n đươ\u0323c bô\u0309 nhiê\u0323m làm Giám đô\u0301c Sở Y tê\u0301."
    (event,) = _events(text)
    assert event.person.name == "Lê Tân"
    for span in event.evidence:
        assert text[span.start : span.end] == span.exact


@pytest.mark.parametrize(
    "unit",
    [
        "Ông Lê Văn Tân được bổ nhiệm làm Giám đốc Sở Y tế. ",
        "ông Lê Văn Tân được điều động giữ chức Giám đốc Sở Y tế, thay ông Bùi Văn Sang; ",
        "điều động ( ",
        "Nguyễn Trần Lê điều động ",
        "Ông Lê Văn Tân trở lại vị trí cũ. Người thay ông Tân được bổ nhiệm là ông Bùi Văn Sang. ",
    ],
)
def test_time_grows_linearly(unit: str) -> None:
    """Four times the text takes about four times as long, whatever is repeated."""

    def seconds(size: int) -> float:
        doc = read_doc(fold(fresh(unit * (size // len(unit)))))
        return cpu_seconds(lambda: read_events(doc))

    assert growth(seconds, 40_000, 160_000, most=9) <= 9
