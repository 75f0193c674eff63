"""Counts of people, and the verbs that govern them."""

import pytest

from schemas import Action, CountUnit, Qualifier
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.tally import tally
from service.rules.verbs import NoMove


def _tally(text: str) -> list[tuple[int, str]]:
    """Each count of the text with what governs it."""
    out = []
    for told in tally(read_doc(fold(text))):
        for clause, governor in zip(told.clauses, told.governors, strict=True):
            if governor is None:
                kind = "-"
            else:
                kind = governor.no_move.value if governor.no_move else "+".join(a.value for a in governor.actions)
            out.append((clause.counted.count.value, kind))
    return out


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("luân chuyển 1.644 lượt cán bộ", 1644, CountUnit.TURN, Qualifier.EXACT),
        ("luân chuyển 1644 (lượt) cán bộ", 1644, CountUnit.TURN, Qualifier.EXACT),
        ("luân chuyển hơn 70 đồng chí", 70, CountUnit.PERSON, Qualifier.OVER),
        ("luân chuyển gần 180 người", 180, CountUnit.PERSON, Qualifier.UNDER),
        ("luân chuyển khoảng 40 viên chức", 40, CountUnit.PERSON, Qualifier.ABOUT),
        ("luân chuyển ít nhất 5 cán bộ", 5, CountUnit.PERSON, Qualifier.AT_LEAST),
        ("luân chuyển mười hai cán bộ", 12, CountUnit.PERSON, Qualifier.EXACT),
        ("bầu 03 phó chủ tịch", 3, CountUnit.PERSON, Qualifier.EXACT),
    ],
)
def test_what_a_number_counts(text: str, value: int, unit: CountUnit, qualifier: Qualifier) -> None:
    """Value, unit and qualifier are read from the words beside the number."""
    count = tally(read_doc(fold(text)))[0].clauses[0].counted.count
    assert (count.value, count.unit, count.qualifier) == (value, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huyện điều động, luân chuyển 15 cán bộ.", [(15, "transfer+rotation")]),
        (
            "Tỉnh đã quy hoạch 900 lượt cán bộ, thực hiện luân chuyển 31 cán bộ.",
            [(900, "planning_list"), (31, "rotation")],
        ),
        ("Đảng bộ kết nạp 88 đảng viên, khai trừ 4 người.", [(4, "discipline")]),
        ("Có 12 cán bộ được cử đi học, 9 đồng chí nghỉ hưu.", [(12, "training"), (9, "retirement")]),
        ("Huyện không luân chuyển 6 cán bộ này.", [(6, "negated")]),
        ("Mỗi huyện không nhận quá 2 người biệt phái.", [(2, "quota")]),
        ("Nghị quyết được 48 đại biểu biểu quyết tán thành.", [(48, "vote")]),
        ("Sở hiện có 7 phó giám đốc.", [(7, "headcount")]),
    ],
)
def test_what_governs_a_count(text: str, expected: list[tuple[int, str]]) -> None:
    """The verb nearest to a number decides whether the people counted moved, and how."""
    assert _tally(text) == expected


def test_dates_ratios_and_turns_of_goods_count_nobody() -> None:
    """Numbers of dates, shares and passengers are no counts of officials."""
    assert _tally("Ngày 12/4/2019, 18/21 xã (85,7%) luân chuyển 2,4 triệu lượt khách.") == []


def test_the_names_of_the_kinds_are_told_apart() -> None:
    """A move and a reason for no move are never equal, whatever their words."""
    assert not {a.value for a in Action} & {n.value for n in NoMove}
