"""`dates_plausible`: periods in order, nothing done after publication, durations that fit."""

import pytest

from schemas import Decision, DocumentReference, Period, Provision

CODE = "dates_plausible"
TEXT = "Ngày 5/6/2020, ông Lê An làm bí thư. Luân chuyển 5 cán bộ."


def _event(d, **fields) -> None:
    d.event("Lê An", "Ngày 5/6/2020, ông Lê An làm bí thư", **fields)


def test_dates_plausible(draft) -> None:
    """One pass for each fact with a date; none for a fact without."""
    d = draft(TEXT, published_on="2020-06-07")
    _event(d, date="2020-06-05", until="2023", birth_year=1975)
    d.total(5, "Luân chuyển 5 cán bộ", period=Period(edtf="2016/..", term="2015/2020"))
    d.total(5, "Luân chuyển 5 cán bộ")
    assert [(check.status, check.target) for check in d.outcomes(CODE)] == [
        ("pass", "/summaries/0"), ("pass", "/events/0"),
    ]  # fmt: skip


def test_after_publication(draft) -> None:
    """What is told as done after the day of publication warns; the source is at fault when the date is in the text."""
    d = draft(TEXT, published_on="2020-06-04")
    _event(d, date="2020-06-05")
    (check,) = d.alarms(CODE)
    assert (check.status, check.cause, check.expected, check.actual) == ("warn", "source", "2020-06-04", "2020-06-05")


@pytest.mark.parametrize("fields", [{"date": "2020-06"}, {"date": "2020"}, {"date": "2020-06-05", "status": "planned"}])
def test_not_after_publication(draft, fields: dict[str, str]) -> None:
    """A month or year that has begun is not after publication, and a plan may be."""
    d = draft(TEXT, published_on="2020-06-04")
    _event(d, **fields)
    assert d.alarms(CODE) == []


@pytest.mark.parametrize(
    ("text", "date", "alarms"),
    [
        ("Ông Lê An làm bí thư từ ngày 1/7.", "2020-07-01", 0),
        ("Ông Lê An làm bí thư. Quyết định có hiệu lực từ ngày 01 tháng 7 năm 2020.", "2020-07-01", 0),
        ("Ông Lê An làm bí thư từ tháng 7.", "2020-07", 0),
        ("Ông Lê An làm bí thư ngày 1/7.", "2020-07-01", 1),
        ("Ông Lê An làm bí thư từ ngày 1/7/2021.", "2021-07-01", 1),
    ],
)
def test_announced_effect(draft, text: str, date: str, alarms: int) -> None:
    """A decision that takes effect at most 92 days after publication, as the article announces, is plausible."""
    d = draft(text, published_on="2020-06-04")
    d.event("Lê An", "Ông Lê An làm bí thư", date=date)
    assert len(d.alarms(CODE)) == alarms


@pytest.mark.parametrize(
    ("period", "status"),
    [
        ({"edtf": "2020/2016"}, "warn"),
        ({"edtf": "2020-13"}, "fail"),
        ({"edtf": "năm 2020"}, "fail"),
        ({"term": "2025/2020"}, "warn"),
        ({"term": "2000/2020"}, "warn"),
        ({"edtf": "2031/.."}, "warn"),
    ],
)
def test_period(draft, period: dict[str, str], status: str) -> None:
    """A period in the wrong order, in the future or too long for a term warns; what is no date at all fails."""
    d = draft(TEXT, published_on="2030-01-01")
    d.total(5, "Luân chuyển 5 cán bộ", period=Period(**period))
    (check,) = d.outcomes(CODE)
    assert (check.status, check.target) == (status, "/summaries/0")


@pytest.mark.parametrize("fields", [{"until": "2019"}, {"birth_year": 2010}, {"birth_year": 1900}])
def test_event_in_order(draft, fields: dict[str, object]) -> None:
    """A move that ends before it starts, and a person too young or too old, warn."""
    d = draft(TEXT)
    _event(d, date="2020-06-05", **fields)
    assert [check.status for check in d.outcomes(CODE)] == ["warn"]


def test_decision_and_document(draft) -> None:
    """A decision or document dated after publication warns."""
    d = draft(TEXT, published_on="2020-06-04")
    _event(d, decision=Decision(date="2020-06-05"))
    d.extraction.documents.append(DocumentReference(kind="Quyết định", date="2020-06-05", evidence=[d.span("Ngày")]))
    assert [check.target for check in d.alarms(CODE)] == ["/events/0", "/documents/0"]


@pytest.mark.parametrize(
    ("text", "status"), [("ít nhất 3 năm (36 tháng)", "pass"), ("ít nhất 3 năm (30 tháng)", "warn")]
)
def test_duration_given_twice(draft, text: str, status: str) -> None:
    """Years and months in brackets say the same."""
    d = draft(text)
    d.extraction.provisions.append(Provision(kind="min_duration", value=36, unit="month", text=text))
    assert [check.status for check in d.outcomes(CODE)] == [status]


@pytest.mark.parametrize(("least", "roles", "outcome"), [(36, [], ["pass"]), (72, [], ["warn"]), (72, ["head"], [])])
def test_least_and_greatest(draft, least: int, roles: list[str], outcome: list[str]) -> None:
    """The least duration is not above the greatest for the same posts, whatever their units."""
    d = draft("x")
    d.extraction.provisions.append(Provision(kind="max_duration", value=5, unit="year"))
    d.extraction.provisions.append(Provision(kind="min_duration", value=least, unit="month", roles=roles))
    assert [check.status for check in d.outcomes(CODE)] == outcome
