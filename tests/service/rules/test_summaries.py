"""Totals and their parts, in sentences of our own."""

from schemas import Flow, Grouping, Level, MoveStatus, RotationSummary
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.summaries import find_summaries


def _read(text: str) -> list[RotationSummary]:
    return find_summaries(read_doc(fold(text)))


def _parts(summary: RotationSummary, k: int = 0) -> list[int]:
    return [part.count.value for part in summary.breakdowns[k].parts]


def _totals(text: str) -> list[int | None]:
    return [s.total.value if s.total else None for s in _read(text)]


def test_parts_in_brackets_belong_to_the_total_before_them() -> None:
    """Each total of a sentence takes the parts of its own brackets."""
    first, second = _read(
        "Huyện điều động 9 cán bộ (4 người từ xã về huyện; 5 người từ huyện về xã); bổ nhiệm 6 đồng chí (2 cấp"
        " trưởng, 4 cấp phó)."
    )
    assert (_parts(first), first.breakdowns[0].by) == ([4, 5], Grouping.DIRECTION)
    assert (_parts(second), second.breakdowns[0].by) == ([2, 4], Grouping.POSITION)
    assert first.breakdowns[0].exhaustive is True


def test_parts_behind_among_them() -> None:
    """ "trong đó" opens parts; the sum says whether they are the whole."""
    (summary,) = _read(
        "Toàn tỉnh luân chuyển 60 cán bộ, trong đó từ tỉnh về huyện 25 cán bộ; từ huyện lên tỉnh 35 cán bộ."
    )
    assert summary.breakdowns[0].exhaustive is True
    assert [p.flow for p in summary.breakdowns[0].parts] == [
        Flow(from_level=Level.PROVINCE, to_level=Level.DISTRICT), Flow(from_level=Level.DISTRICT,
        to_level=Level.PROVINCE),
    ]  # fmt: skip


def test_parts_that_do_not_add_up_are_read_all_the_same() -> None:
    """A total that contradicts its parts keeps them, for the checks to tell."""
    (summary,) = _read(
        "Tỉnh đã luân chuyển 40 cán bộ. Cụ thể đã luân chuyển 12 Bí thư, 9 Chủ tịch UBND, 13 Phó Chủ tịch UBND."
    )
    assert (summary.total and summary.total.value, _parts(summary)) == (40, [12, 9, 13])


def test_women_are_an_attribute_and_no_whole() -> None:
    """A subgroup is an attribute breakdown that does not claim the whole."""
    (summary,) = _read("Thành phố bổ nhiệm 48 cán bộ, trong đó có 11 nữ.")
    assert (summary.breakdowns[0].by, summary.breakdowns[0].exhaustive, _parts(summary)) == (
        Grouping.ATTRIBUTE,
        False,
        [11],
    )


def test_the_next_sentence_may_tell_the_parts() -> None:
    """A sentence without a verb whose counts make up the total tells its parts."""
    (summary,) = _read("Sở đã bổ nhiệm 30 trường hợp. Năm 2019 là 18 trường hợp, năm 2020 là 12 trường hợp.")
    assert (summary.breakdowns[0].by, _parts(summary)) == (Grouping.TIME, [18, 12])


def test_bullets_under_a_total_are_its_parts() -> None:
    """Lines with a label and a number each are the parts of the total above them."""
    text = (
        "Tổng số cán bộ được điều động về phường: 20 người. Trong đó:\n"
        "- Từ các phường cũ: 12 người\n- Từ cơ quan quận: 8 người"
    )
    (summary,) = _read(text)
    assert _parts(summary) == [12, 8]


def test_parts_before_the_total() -> None:
    """ "Tính chung ..." claims the counts told before it when they make it up."""
    text = (
        "Năm người được điều động từ tỉnh về huyện. Bốn người đi theo hướng ngược lại. "
        "Tính chung, tỉnh đã điều động 9 công chức."
    )
    (summary,) = _read(text)
    assert _parts(summary) == [5, 4]
    assert summary.breakdowns[0].parts[1].flow == Flow(from_level=Level.DISTRICT, to_level=Level.PROVINCE)


def test_a_direction_named_again_gets_its_posts() -> None:
    """A later sentence about a known direction tells the posts of that total, whatever its own verb."""
    text = (
        "Có 30 lượt cán bộ cấp huyện luân chuyển về xã; từ xã lên huyện là 8 lượt. "
        "Cán bộ cấp huyện luân chuyển về cấp xã giữ chức Bí thư Đảng ủy xã là 21 lượt; Chủ tịch UBND xã 9 lượt."
    )
    down, up = _read(text)
    assert (_parts(down), up.breakdowns) == ([21, 9], [])


def test_a_total_told_twice_is_one_with_two_spans() -> None:
    """Headline and body state one total; both places support it."""
    (summary,) = _read("Tỉnh luân chuyển 25 cán bộ\nNăm qua, Tỉnh ủy đã luân chuyển 25 cán bộ từ tỉnh về huyện.")
    assert len(summary.evidence) == 2
    assert summary.flow == Flow(from_level=Level.PROVINCE, to_level=Level.DISTRICT)


def test_a_part_broken_down_is_a_total_of_its_own() -> None:
    """A part with parts in brackets becomes a summary with the part's direction."""
    text = (
        "Huyện luân chuyển 50 cán bộ, gồm: từ huyện về xã 30 cán bộ (18 bí thư, 12 chủ tịch UBND); "
        "từ xã về huyện 20 cán bộ."
    )
    whole, part = _read(text)
    assert (_parts(whole), _parts(part)) == ([30, 20], [18, 12])
    assert part.flow == Flow(from_level=Level.DISTRICT, to_level=Level.COMMUNE)


def test_a_share_is_a_part_and_what_happened_to_it() -> None:
    """ "6 trong tổng số 20" is a part of the twenty, and an election of six."""
    whole, elected = _read("6 trong tổng số 20 cán bộ luân chuyển về huyện đã trúng cử vào Ban Chấp hành Đảng bộ tỉnh.")
    assert (_parts(whole), elected.total and elected.total.value, elected.actions) == ([6], 6, ["election"])


def test_a_share_in_percent_finds_its_total() -> None:
    """ "chiếm 12,5%" belongs to the total of which it is that share."""
    text = "Đại hội bầu 40 ủy viên ban chấp hành. Cán bộ trẻ có 5 đồng chí (chiếm 12,5%)."
    (summary,) = _read(text)
    assert (_parts(summary), summary.breakdowns[0].by) == ([5], Grouping.ATTRIBUTE)


def test_planned_and_cancelled() -> None:
    """A plan is planned, a revoked decision cancelled, a decided move done although it was proposed."""
    text = (
        "Tỉnh sẽ luân chuyển 14 cán bộ. Huyện thu hồi quyết định bổ nhiệm 3 cán bộ. "
        "Ban đã đề xuất và quyết định điều động 5 cán bộ."
    )
    assert [s.status for s in _read(text)] == [MoveStatus.PLANNED, MoveStatus.CANCELLED, MoveStatus.DONE]


def test_people_on_an_errand_and_of_private_firms_are_no_moves() -> None:
    """Firemen sent to a fire and managers of a company with shareholders are out of scope."""
    assert _totals("Công an tỉnh điều động 40 cán bộ, chiến sĩ đến hiện trường chữa cháy.") == []
    assert _totals("Đại hội cổ đông công ty cổ phần Hoa Sen bổ nhiệm 3 phó giám đốc.") == []


def test_those_who_hand_out_decisions_did_not_move() -> None:
    """Two deputy ministers who hand over a decision are its givers."""
    assert _totals("Hai thứ trưởng trao quyết định bổ nhiệm cho ông An.") == []
