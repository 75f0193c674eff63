"""Rows of persons below a sentence that tells their move."""

import pytest

from tests.service.rules.moves_told import moves_of


@pytest.mark.parametrize(
    ("head", "posts"),
    [
        ("UBND tỉnh bổ nhiệm 2 Phó Giám đốc Sở Y tế gồm:", ((), ("Phó Giám đốc Sở Y tế",))),
        ("Ông Lò Văn Ún ký quyết định bổ nhiệm các Phó Giám đốc Sở Y tế:", ((), ("Phó Giám đốc Sở Y tế",))),
        ("Thủ tướng phê chuẩn miễn nhiệm Ủy viên UBND tỉnh Hà Nam đối với:", (("Ủy viên UBND tỉnh Hà Nam",), ())),
    ],
)
@pytest.mark.parametrize("marks", [("- ", "- "), ("1. ", "2. ")])
def test_rows_below_a_colon(head: str, posts: tuple[tuple[str, ...], ...], marks: tuple[str, str]) -> None:
    """Each row below the sentence takes or leaves the post it names; a sentence of its own behind them does not."""
    first, second = marks
    text = f"{head}\n{first}Ông Vi Văn Tân.\n{second}Bà Hà Thị Mơ.\nÔng Cầm Văn Én, Chủ tịch UBND tỉnh, chúc mừng."
    assert moves_of(text) == [("Vi Văn Tân", *posts), ("Hà Thị Mơ", *posts)]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ dự kiến bổ nhiệm 2 Phó Cục trưởng Cục Thuế gồm:\n- Ông Vi Văn Tân.",
        "UBND tỉnh bổ nhiệm Giám đốc Sở Y tế và Phó Giám đốc Sở Nội vụ:\n- Ông Vi Văn Tân.",
        "UBND tỉnh bổ nhiệm 2 Phó Giám đốc Sở Y tế. Dự lễ có:\n- Ông Vi Văn Tân.",
    ],
)
def test_rows_that_are_no_moves(text: str) -> None:
    """A plan, two posts at once and a list of those present give the rows nothing."""
    assert moves_of(text) == []
