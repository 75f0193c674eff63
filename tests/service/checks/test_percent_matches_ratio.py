"""`percent_matches_ratio`: numerator/denominator gives the stated percent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import CoverageRatio
from service.checks.ratios import fits

CODE = "percent_matches_ratio"


def _ratio(d, numerator: int, denominator: int, percent: float | None) -> None:
    evidence = [d.span(d.text)]
    d.extraction.ratios.append(
        CoverageRatio(measure="other", numerator=numerator, denominator=denominator, percent=percent, evidence=evidence)
    )


@pytest.mark.parametrize(
    ("text", "numerator", "denominator", "percent", "status"),
    [
        ("550/559 xã (98,39%)", 550, 559, 98.39, "pass"),
        ("550/559 xã (98,38%)", 550, 559, 98.38, "pass"),
        ("550/559 xã (98,37%)", 550, 559, 98.37, "fail"),
        ("27/27 huyện (100%)", 27, 27, 100.0, "pass"),
        ("2/3 huyện (66%)", 2, 3, 66.0, "pass"),
        ("2/3 huyện (67%)", 2, 3, 67.0, "pass"),
        ("2/3 huyện (66,0%)", 2, 3, 66.0, "fail"),
        ("2/3 huyện (gần 67,0%)", 2, 3, 67.0, "fail"),
        ("2/3 huyện (gần 66,8%)", 2, 3, 66.8, "pass"),
        ("1/8 huyện (12,5 phần trăm)", 1, 8, 12.5, "pass"),
        ("112/125 huyện (87,6%)", 112, 125, 87.6, "fail"),
    ],
)
def test_percent_matches_ratio(draft, text: str, numerator: int, denominator: int, percent: float, status: str) -> None:
    """The percent holds to the precision it is written in, rounded half up or cut off, one unit off when blurred."""
    d = draft(text)
    _ratio(d, numerator, denominator, percent)
    (check,) = d.outcomes(CODE)
    assert (check.status, check.target) == (status, "/ratios/0")


def test_wrong_percent_is_explained(draft) -> None:
    """The outcome has the stated and the computed percent, and blames the source when the text has all three."""
    d = draft("112/125 huyện (87,6%)")
    _ratio(d, 112, 125, 87.6)
    (check,) = d.alarms(CODE)
    assert (check.expected, check.actual, check.cause) == (87.6, 89.6, "source")
    assert "87,6%" in check.message
    assert "89,6%" in check.message


def test_numerator_above_denominator(draft) -> None:
    """More than all is wrong without a percent too."""
    d = draft("19/18 huyện")
    _ratio(d, 19, 18, None)
    (check,) = d.alarms(CODE)
    assert (check.status, check.expected, check.actual) == ("fail", 18, 19)


def test_nothing_to_compare(draft) -> None:
    """A ratio without a percent, or of nothing, has no outcome."""
    d = draft("8/18 huyện, 0/0 xã")
    _ratio(d, 8, 18, None)
    _ratio(d, 0, 0, 100.0)
    assert d.outcomes(CODE) == []


def test_percent_behind_a_part(draft) -> None:
    """A percent right behind a part is compared with part/total, as a warning."""
    d = draft("Bầu 3.504 cấp ủy viên, có 273 tiến sĩ (chiếm 7,63%), 466 cán bộ nữ (chiếm 13,3%).")
    parts = {"273 tiến sĩ": 273, "466 cán bộ nữ": 466}
    d.total(3504, "3.504 cấp ủy viên", parts=parts, by="attribute", exhaustive=False)
    wrong, right = d.outcomes(CODE)
    assert (wrong.status, wrong.target, wrong.expected, wrong.actual) == (
        "warn", "/summaries/0/breakdowns/0/parts/0", 7.63, 7.79,
    )  # fmt: skip
    assert right.status == "pass"


def test_percents_of_another_base(draft) -> None:
    """Where several parts have a percent and none fits, they are of another base, and nothing is said."""
    d = draft("Bầu 61 bí thư, có 7 người dân tộc, chiếm 11,11%; 39 bí thư tái cử, chiếm 61,9%.")
    d.total(61, "61 bí thư", parts={"7 người dân tộc": 7, "39 bí thư tái cử": 39}, by="attribute", exhaustive=False)
    assert d.outcomes(CODE) == []


@given(st.integers(1, 10**6), st.data(), st.integers(0, 4))
def test_rounded_and_cut_off_fit(denominator: int, data: st.DataObject, decimals: int) -> None:
    """The percent rounded half up and the one cut off fit; one that is two units off never does."""
    numerator = data.draw(st.integers(0, denominator))
    scale = 10**decimals
    cut = numerator * 100 * scale // denominator
    half_up = (2 * numerator * 100 * scale + denominator) // (2 * denominator)
    assert fits(numerator, denominator, cut / scale, decimals)
    assert fits(numerator, denominator, half_up / scale, decimals)
    assert not fits(numerator, denominator, (half_up + 2) / scale, decimals)
