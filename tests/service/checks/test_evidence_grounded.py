"""`evidence_grounded`: every span exists, and holds the value it supports."""

import unicodedata

import pytest

from schemas import CoverageRatio, DocumentReference, Provision, TextSpan

CODE = "evidence_grounded"
TEXT = "Tỉnh luân chuyển 37 cán bộ. Ông Lê Văn An làm Bí thư Đảng ủy xã Song Mai. Mười lăm người được bổ nhiệm."


def test_evidence_grounded(draft) -> None:
    """One pass for the whole extraction when all its values are there, in digits or words."""
    d = draft(TEXT)
    d.total(37, "luân chuyển 37 cán bộ")
    d.total(15, "Mười lăm người")
    d.event("Lê Văn An", "Ông Lê Văn An làm Bí thư Đảng ủy xã Song Mai", to="Bí thư Đảng ủy xã Song Mai")
    (check,) = d.outcomes(CODE)
    assert (check.status, check.target) == ("pass", "")


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        (39, "luân chuyển 37 cán bộ"),
        (3, "luân chuyển 37 cán bộ"),
        (7, TEXT),
        (12, "Mười lăm người"),
        (5, "Mười lăm người"),
    ],
)
def test_wrong_number(draft, value: int, quote: str) -> None:
    """A number that the span does not hold fails, also when its digits or words are a piece of another's."""
    d = draft(TEXT)
    d.total(value, quote)
    (check,) = d.alarms(CODE)
    assert (check.status, check.target, check.cause) == ("fail", "/summaries/0/total", "reader")
    assert check.expected == value


@pytest.mark.parametrize("name", ["Lê Văn Anh", "Văn Ai", "Trần Văn An"])
def test_wrong_name(draft, name: str) -> None:
    """Another person's name fails."""
    d = draft(TEXT)
    d.event(name, "Ông Lê Văn An làm Bí thư")
    assert [check.target for check in d.alarms(CODE)] == ["/events/0/person/name"]


def test_name_of_another_sentence(draft) -> None:
    """A full name may stand elsewhere when the span has the given name or no name, not when it names somebody else."""
    d = draft("Ông Lê Văn An là bí thư. Trước đó ông An làm chủ tịch. Bà Hồ Thị Mai làm phó.")
    d.event("Lê Văn An", "Trước đó ông An làm chủ tịch")
    assert d.alarms(CODE) == []
    d.event("Lê Văn An", "Bà Hồ Thị Mai làm phó")
    assert [check.target for check in d.alarms(CODE)] == ["/events/1/person/name"]


def test_glued_name(draft) -> None:
    """A form of address glued to the name, as newspapers print it, is let pass."""
    d = draft("Năm 2015, ôngLê Hữu Tùng được luân chuyển.")
    d.event("Lê Hữu Tùng", "ôngLê Hữu Tùng được luân chuyển")
    assert d.alarms(CODE) == []


def test_wrong_title(draft) -> None:
    """A title with another commune's name fails."""
    d = draft(TEXT)
    d.event("Lê Văn An", "Ông Lê Văn An làm Bí thư Đảng ủy xã Song Mai", to="Bí thư Đảng ủy xã Song Lãng")
    assert [check.target for check in d.alarms(CODE)] == ["/events/0/to/0/title"]


def test_title_taken_apart(draft) -> None:
    """A title whose words stand apart in the sentence is there."""
    d = draft("Sở Nội vụ có hai phó giám đốc mới là anh Lê An và chị Hồ Mai.")
    d.event("Lê An", "anh Lê An", to="phó giám đốc Sở Nội vụ")
    assert d.alarms(CODE) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spelling_only(draft, form: str) -> None:
    """Composed or not, "uỷ" or "ủy": what is only spelling is no difference."""
    text = unicodedata.normalize(form, "Ông Lê Văn Hoà làm Bí thư Huyện uỷ.")
    d = draft(text)
    d.event("Lê Văn Hòa", text, to="Bí thư Huyện ủy")
    assert d.alarms(CODE) == []


@pytest.mark.parametrize(
    "span",
    [
        TextSpan(start=0, end=4, exact="Huyện"),
        TextSpan(start=900, end=904, exact="Tỉnh"),
        TextSpan(start=3, end=3, exact=""),
    ],
)
def test_wrong_span(draft, span: TextSpan) -> None:
    """A span that is empty, outside the text or quotes something else fails."""
    d = draft(TEXT)
    d.total(37, "luân chuyển 37 cán bộ").evidence.append(span)
    assert [check.target for check in d.alarms(CODE)] == ["/summaries/0/evidence/1"]


def test_no_span(draft) -> None:
    """A fact without a quote fails once."""
    d = draft(TEXT)
    d.total(37)
    assert [check.target for check in d.alarms(CODE)] == ["/summaries/0"]


def test_other_facts(draft) -> None:
    """Ratios, provisions and documents are looked at too; spaces around the signs of a number do not matter."""
    d = draft("Có 8/18 huyện (44,4%) theo Quy định 904 - QĐ / TU, tối thiểu 36 tháng, gồm Tam Kỳ.")
    whole = [d.span(d.text)]
    d.extraction.ratios.append(
        CoverageRatio(measure="other", numerator=8, denominator=18, percent=44.4, members=["Tam Kỳ"], evidence=whole)
    )
    d.extraction.provisions.append(Provision(kind="min_duration", value=36, unit="month", evidence=whole))
    d.extraction.documents.append(DocumentReference(kind="Quy định", number="904-QĐ/TU", evidence=whole))
    assert d.alarms(CODE) == []
    d.extraction.ratios[0].percent = 44.5
    d.extraction.ratios[0].members = ["Tam Kì"]
    d.extraction.provisions[0].value = 24
    d.extraction.documents[0].number = "94-QĐ/TU"
    assert [check.target for check in d.alarms(CODE)] == [
        "/ratios/0/percent", "/ratios/0/members/0", "/provisions/0/value", "/documents/0/number",
    ]  # fmt: skip
