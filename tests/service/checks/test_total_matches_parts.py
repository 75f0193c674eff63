"""`total_matches_parts`: the parts of a breakdown add up to the total."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

TEXT = "Tỉnh đã luân chuyển 20 cán bộ, gồm 12 bí thư, 5 chủ tịch. Năm qua 3 người được bổ nhiệm."
TOTAL = "luân chuyển 20 cán bộ"
CODE = "total_matches_parts"


def test_total_matches_parts(draft) -> None:
    """Parts that add up pass with one outcome for the breakdown."""
    d = draft(TEXT.replace("5 chủ", "8 chủ"))
    d.total(20, TOTAL, parts={"12 bí thư": 12, "8 chủ tịch": 8})
    (check,) = d.outcomes(CODE)
    assert (check.status, check.target) == ("pass", "/summaries/0/breakdowns/0")


@pytest.mark.parametrize(("exhaustive", "status"), [(True, "fail"), (None, "warn"), (False, "pass")])
def test_short(draft, exhaustive: bool | None, status: str) -> None:
    """A shortfall fails where the parts claim the whole, warns where nothing is claimed, passes where they do not."""
    d = draft(TEXT)
    d.total(20, TOTAL, parts={"12 bí thư": 12, "5 chủ tịch": 5}, exhaustive=exhaustive)
    (check,) = d.outcomes(CODE)
    assert check.status == status


@pytest.mark.parametrize("exhaustive", [True, None, False])
def test_excess(draft, exhaustive: bool | None) -> None:
    """Parts that add up to more than the total fail whatever is claimed."""
    d = draft(TEXT.replace("5 chủ", "9 chủ"))
    d.total(20, TOTAL, parts={"12 bí thư": 12, "9 chủ tịch": 9}, exhaustive=exhaustive)
    (check,) = d.alarms(CODE)
    assert (check.status, check.expected, check.actual) == ("fail", 20, 21)
    assert "thừa 1" in check.message


def test_cause_source(draft) -> None:
    """With every number of the sentence used, the article contradicts itself."""
    d = draft(TEXT)
    d.total(20, TOTAL, parts={"12 bí thư": 12, "5 chủ tịch": 5})
    (check,) = d.alarms(CODE)
    assert (check.cause, check.expected, check.actual) == ("source", 20, 17)
    assert "tự mâu thuẫn" in check.message


def test_cause_reader_in_the_sentence(draft) -> None:
    """An unused number in the sentence, whatever its value, means that the reading missed something."""
    d = draft(TEXT, unused=("5",))
    d.total(20, TOTAL, parts={"12 bí thư": 12})
    (check,) = d.alarms(CODE)
    assert check.cause == "reader"
    assert "“5”" in check.message


def test_cause_reader_by_the_difference(draft) -> None:
    """An unused number elsewhere that is just the difference points to the reading too."""
    d = draft(TEXT, unused=("3",))
    d.total(20, TOTAL, parts={"12 bí thư": 12, "5 chủ tịch": 5})
    (check,) = d.alarms(CODE)
    assert check.cause == "reader"


def test_unused_number_elsewhere_is_no_excuse(draft) -> None:
    """An unused number of another sentence that is not the difference leaves the blame with the source."""
    d = draft(TEXT.replace("3 người", "4 người"), unused=("4",))
    d.total(20, TOTAL, parts={"12 bí thư": 12, "5 chủ tịch": 5})
    (check,) = d.alarms(CODE)
    assert check.cause == "source"


def test_cause_unknown(draft) -> None:
    """Without a ledger nobody is blamed."""
    d = draft(TEXT)
    d.extraction.figures = []
    d.total(20, TOTAL, parts={"12 bí thư": 12, "5 chủ tịch": 5})
    (check,) = d.alarms(CODE)
    assert check.cause == "unknown"


@pytest.mark.parametrize(
    ("qualifier", "value", "parts", "status"),
    [
        ("over", 70, 75, "pass"),
        ("over", 70, 65, "fail"),
        ("over", 70, 95, "warn"),
        ("under", 180, 178, "pass"),
        ("under", 180, 181, "fail"),
        ("under", 180, 100, "warn"),
        ("about", 100, 104, "pass"),
        ("about", 100, 150, "warn"),
        ("at_least", 10, 400, "pass"),
        ("at_least", 10, 9, "fail"),
    ],
)
def test_qualified_total(draft, qualifier: str, value: int, parts: int, status: str) -> None:
    """A total that is not exact agrees with what its words allow, and warns where nobody would say it so."""
    d = draft(f"Có {value} người, gồm {parts} bí thư.")
    d.total(value, f"Có {value} người", parts={f"{parts} bí thư": parts}, qualifier=qualifier)
    (check,) = d.outcomes(CODE)
    assert check.status == status


def test_turns_and_persons(draft) -> None:
    """Turns and persons are compared as written, but turns may outnumber the persons of a total."""
    d = draft(TEXT.replace("5 chủ", "9 chủ"))
    d.total(20, TOTAL, parts={"12 bí thư": 12, "9 chủ tịch": 9}, part_unit="turn")
    assert d.alarms(CODE) == []
    d = draft(TEXT.replace("5 chủ", "8 chủ"))
    d.total(20, TOTAL, parts={"12 bí thư": 12, "8 chủ tịch": 8}, unit="turn", part_unit="person")
    assert d.alarms(CODE) == []


def test_attributes(draft) -> None:
    """Attributes overlap: each part only has to be no more than the total."""
    d = draft(TEXT.replace("5 chủ", "19 chủ"))
    d.total(20, TOTAL, parts={"12 bí thư": 12, "19 chủ tịch": 19}, by="attribute", exhaustive=False)
    assert d.alarms(CODE) == []
    d = draft(TEXT.replace("5 chủ", "21 chủ"))
    d.total(20, TOTAL, parts={"12 bí thư": 12, "21 chủ tịch": 21}, by="attribute", exhaustive=False)
    (check,) = d.alarms(CODE)
    assert (check.status, check.target, check.actual) == ("fail", "/summaries/0/breakdowns/0/parts/1", 21)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8), st.integers(-5, 5))
def test_only_the_sum_passes(parts: list[int], off: int) -> None:
    """Exact parts that claim the whole pass if and only if they add up to the total."""
    from schemas import Breakdown, Count, Extraction, Part, RotationSummary
    from service.checks import View
    from service.checks.totals import total_matches_parts

    total = max(0, sum(parts) + off)
    made = [Part(label="phần", count=Count(value=value)) for value in parts]
    summary = RotationSummary(
        total=Count(value=total), breakdowns=[Breakdown(by="position", exhaustive=True, parts=made)]
    )
    extraction = Extraction.model_validate(
        {"id": "x", "article": {"text": "", "sha256": "0" * 64}, "review": {"status": "clean"}, "run": {"reader": "t"}}
    )
    extraction.summaries.append(summary)
    (check,) = total_matches_parts(View(extraction))
    assert (check.status == "pass") == (total == sum(parts))
