"""Moves that do not take place: refused, opposed, or rumours."""

import pytest

from service.folding import fold
from service.rules.doc import read_doc
from service.rules.events import read_events
from service.rules.summaries import find_summaries


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh ủy không đồng ý luân chuyển 12 cán bộ về xã.",
        "Ban Thường vụ chưa nhất trí với đề nghị luân chuyển 12 cán bộ về xã.",
        "Công an bác bỏ thông tin luân chuyển 30 cán bộ.",
        "Tin đồn luân chuyển 30 cán bộ về xã là bịa đặt.",
    ],
)
def test_a_refused_number_is_no_total(text: str) -> None:
    """What a body refuses and what is only rumoured is not counted."""
    assert find_summaries(read_doc(fold(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nếu khuyết trưởng phòng thì điều động 1 phó phòng của đơn vị khác sang.",
        "Trường hợp xã thiếu người thì huyện biệt phái 2 công chức xuống.",
        "Phòng có từ 12 cán bộ trở lên được xếp loại I.",
    ],
)
def test_the_cases_of_a_rule_are_no_totals(text: str) -> None:
    """What a rule has follow from a case has not been done; the size of a body from which a rule holds is no move."""
    assert find_summaries(read_doc(fold(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Huyện ủy từ chối bổ nhiệm bà Trần Thị Lan làm Phó Chủ tịch UBND huyện Mai Sơn.",
        "Tỉnh ủy không nhất trí với đề nghị điều động ông Trần Văn Lan làm Phó Chủ tịch UBND huyện Mai Sơn.",
        "Tin đồn ông Trần Văn Lan được điều động làm Phó Chủ tịch UBND huyện Mai Sơn là bịa đặt.",
    ],
)
def test_a_refused_person_does_not_move(text: str) -> None:
    """Refusal and rumour tell no move of a person."""
    assert read_events(read_doc(fold(text))) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ông An không nhận lời mời, Tỉnh ủy luân chuyển 12 cán bộ về xã.", [12]),
        ("Tỉnh ủy không đồng ý phương án cũ, luân chuyển 12 cán bộ về xã.", [12]),
    ],
)
def test_a_refusal_ends_with_its_clause(text: str, values: list[int]) -> None:
    """A comma ends what is refused."""
    assert [s.total.value for s in find_summaries(read_doc(fold(text)))] == values


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [("Tỉnh ủy luân chuyển từ 20 đến 25 cán bộ.", 25, "about"), ("Tỉnh ủy luân chuyển 25 cán bộ.", 25, "exact")],
)
def test_a_range_is_rough(text: str, value: int, qualifier: str) -> None:
    """Of a range the upper bound, and not as an exact number."""
    (summary,) = find_summaries(read_doc(fold(text)))
    assert (summary.total.value, summary.total.qualifier) == (value, qualifier)


def test_labelled_parts_that_do_not_add_up_are_parts() -> None:
    """Labels before their numbers: parts all the same, so that the sum is checked."""
    (summary,) = find_summaries(read_doc(fold("Tỉnh ủy luân chuyển 45 cán bộ, gồm: cấp trưởng 30, cấp phó 20.")))
    assert [[part.count.value for part in b.parts] for b in summary.breakdowns] == [[30, 20]]


def test_the_size_of_somebody_else_is_no_part() -> None:
    """Behind a semicolon a new subject with "gồm" tells its own size, not the parts of the total before it."""
    (summary,) = find_summaries(read_doc(fold("Tỉnh ủy luân chuyển 20 cán bộ; đoàn kiểm tra gồm 20 thành viên.")))
    assert (summary.total.value, summary.breakdowns) == (20, [])
