"""`members_match_count`: a list of names is as long as the count that announces it."""

from schemas import CoverageRatio

CODE = "members_match_count"
TEXT = "Có 03/18 huyện đã bố trí gồm: Thành ủy Tam Kỳ, các Huyện ủy: Đại Lộc, Nông Sơn."


def _members(d, numerator: int, *names: str) -> None:
    evidence = [d.span(d.text[: d.text.index("gồm")])]
    d.extraction.ratios.append(
        CoverageRatio(measure="other", numerator=numerator, denominator=18, members=list(names), evidence=evidence)
    )


def test_members_match_count(draft) -> None:
    """A list with as many names as announced passes."""
    d = draft(TEXT)
    _members(d, 3, "Tam Kỳ", "Đại Lộc", "Nông Sơn")
    (check,) = d.outcomes(CODE)
    assert (check.status, check.target) == ("pass", "/ratios/0")


def test_short_list_of_the_source(draft) -> None:
    """A shorter list that is read to its end is the source's fault."""
    d = draft(TEXT.replace("03", "04"))
    _members(d, 4, "Tam Kỳ", "Đại Lộc", "Nông Sơn")
    (check,) = d.alarms(CODE)
    assert (check.status, check.cause, check.expected, check.actual) == ("fail", "source", 4, 3)


def test_name_left_out(draft) -> None:
    """A list with a name between that was not read is not blamed on the source."""
    d = draft(TEXT)
    _members(d, 3, "Tam Kỳ", "Nông Sơn")
    (check,) = d.alarms(CODE)
    assert check.cause == "unknown"


def test_repeated_name(draft) -> None:
    """A name that is twice in the list fails even when the number of names fits."""
    d = draft(TEXT)
    _members(d, 3, "Tam Kỳ", "Đại Lộc", "Tam kỳ")
    (check,) = d.alarms(CODE)
    assert (check.status, check.actual) == ("fail", 2)
    assert "Tam kỳ" in check.message


def test_persons_announced_by_a_total(draft) -> None:
    """The persons told behind "gồm:" in one sentence are as many as the total says."""
    d = draft("Tỉnh bổ nhiệm 3 cán bộ, gồm: ông Lê An làm giám đốc; bà Hồ Mai làm phó. Ông Vũ Tư làm chủ tịch.")
    d.total(3, "bổ nhiệm 3 cán bộ", actions=["appointment"])
    d.event("Lê An", "ông Lê An làm giám đốc")
    d.event("Hồ Mai", "bà Hồ Mai làm phó")
    d.event("Vũ Tư", "Ông Vũ Tư làm chủ tịch")
    (check,) = d.alarms(CODE)
    assert (check.target, check.cause, check.expected, check.actual) == ("/summaries/0", "source", 3, 2)
    d.extraction.summaries[0].evidence.clear()
    assert d.outcomes(CODE) == []


def test_the_list_of_the_next_sentence_is_another_ones(draft) -> None:
    """A list that another sentence announces is not measured by the total before it."""
    d = draft("Huyện ủy bầu 11 đồng chí. Phó bí thư gồm: ông Lê An; bà Hồ Mai.")
    d.total(11, "bầu 11 đồng chí", actions=["election"])
    d.event("Lê An", "ông Lê An")
    d.event("Hồ Mai", "bà Hồ Mai")
    assert d.outcomes(CODE) == []
