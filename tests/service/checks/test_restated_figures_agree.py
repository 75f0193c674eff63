"""`restated_figures_agree`: a figure given twice is the same both times."""

from schemas import Flow, Period

CODE = "restated_figures_agree"
DOWN = Flow(from_level="province", to_level="district")
BODY = (
    "Tỉnh luân chuyển 37 cán bộ từ tỉnh về huyện.\n"
    + "Đoạn giữa không có gì. " * 40
    + "\nĐến nay đã có 39 cán bộ về huyện."
)


def test_restated_figures_agree(draft) -> None:
    """A total with two spans that both hold it passes."""
    d = draft(BODY.replace("39", "37"))
    d.total(37, "luân chuyển 37 cán bộ", "đã có 37 cán bộ")
    (check,) = d.outcomes(CODE)
    assert (check.status, check.target) == ("pass", "/summaries/0")


def test_second_span_says_otherwise(draft) -> None:
    """A second span of a total with another number that nothing uses fails."""
    d = draft(BODY, unused=("39",))
    d.total(37, "luân chuyển 37 cán bộ", "đã có 39 cán bộ")
    (check,) = d.alarms(CODE)
    assert (check.status, check.expected, check.actual) == ("fail", 37, 39)


def test_headline_and_body(draft) -> None:
    """The headline's total and the body's total of the same officials have to agree; the source is at fault."""
    d = draft(BODY)
    d.total(37, "luân chuyển 37 cán bộ", flow=DOWN)
    d.total(39, "đã có 39 cán bộ", flow=DOWN, period=Period(edtf="2020"))
    (check,) = d.alarms(CODE)
    assert (check.target, check.cause, check.expected, check.actual) == ("/summaries/1", "source", 39, 37)


def test_other_officials(draft) -> None:
    """Totals without a flow, with other actions or of another year are not compared."""
    for first, second in (
        ({}, {}),
        ({"flow": DOWN}, {"flow": DOWN, "actions": ["transfer"]}),
        ({"flow": DOWN, "period": Period(edtf="2019")}, {"flow": DOWN, "period": Period(edtf="2020")}),
    ):
        d = draft(BODY)
        d.total(37, "luân chuyển 37 cán bộ", **first)
        d.total(39, "đã có 39 cán bộ", **second)
        assert d.outcomes(CODE) == []


def test_part_and_total(draft) -> None:
    """A part and the total of the summary that breaks it down further have to agree."""
    d = draft("Luân chuyển 50 lượt, trong đó 20 lượt từ tỉnh về huyện. Trong 21 lượt về huyện có 3 bí thư.")
    summary = d.total(
        50, "Luân chuyển 50 lượt", parts={"20 lượt từ tỉnh về huyện": 20}, by="direction", exhaustive=False
    )
    summary.breakdowns[0].parts[0].flow = DOWN
    d.total(21, "Trong 21 lượt về huyện", flow=DOWN)
    (check,) = d.alarms(CODE)
    assert (check.target, check.expected, check.actual) == ("/summaries/0/breakdowns/0/parts/0", 20, 21)
    d.extraction.summaries[1].total = d.extraction.summaries[0].breakdowns[0].parts[0].count
    assert [check.status for check in d.outcomes(CODE)] == ["pass"]


def test_a_headline_that_the_body_confirms(draft) -> None:
    """Where the body tells the headline's number too, another number with the same flow is of other officials."""
    d = draft(
        "Tỉnh điều động 37 cán bộ về huyện.\nTheo đó, 37 cán bộ về huyện.\nNăm 2019, tỉnh cũng điều động 39 cán bộ."
    )
    d.total(37, "điều động 37 cán bộ", "Theo đó, 37 cán bộ", flow=DOWN)
    d.total(39, "điều động 39 cán bộ", flow=DOWN, period=Period(edtf="2019"))
    assert d.alarms(CODE) == []


def test_a_part_and_a_total_of_one_sentence(draft) -> None:
    """A total that one sentence tells beside a part is of other officials."""
    d = draft("Bổ nhiệm 28 người, gồm 7 trưởng phòng, 21 phó trưởng phòng; bổ nhiệm thêm 13 cấp phó.")
    d.total(28, "Bổ nhiệm 28 người", parts={"7 trưởng phòng": 7, "21 phó trưởng phòng": 21}, by="position")
    d.extraction.summaries[0].breakdowns[0].parts[1].roles = ["deputy_head"]
    d.total(13, "bổ nhiệm thêm 13 cấp phó", roles=["deputy_head"])
    assert d.alarms(CODE) == []
