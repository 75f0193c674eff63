"""What stands in the article is kept, what does not is set aside with its reason, and neighbours stay."""

import datetime
import unicodedata
from typing import Any

import pytest

from schemas import (
    Breakdown,
    Count,
    CoverageRatio,
    Decision,
    DocumentReference,
    Measure,
    Part,
    Period,
    Person,
    Place,
    Post,
    Provision,
    RotationEvent,
    RotationSummary,
    TextSpan,
)
from service.grounding import Grounding, ground
from service.prepare import Prepared, Submission, prepare
from service.quotes import Match
from service.reading import Reading
from tests.growth import cpu_seconds, fresh, growth

_TEXT = (
    "Năm 2018, Huyện uỷ Hải Minh đã luân chuyển 37 cán bộ, gồm 12 đồng chí từ huyện về xã và hai mươi lăm đồng chí từ "
    "xã về huyện. Ngày 12/5/2018, ông Trần Văn An, Phó Bí thư Đoàn huyện, được điều động giữ chức Bí thư Đảng uỷ xã "
    "Đồng Văn theo Quyết định số 15-QĐ/HU. Ông An thay bà Lê Thị Hoà. Đến nay 18/20 xã (90%) có bí thư không phải "
    "người địa phương, như xã Kim Sơn, Phú Lâm. Thời gian luân chuyển ít nhất 36 tháng."
)


def _span(text: str, quote: str) -> TextSpan:
    at = text.index(quote)
    return TextSpan(start=at, end=at + len(quote), exact=quote)


def _ground(text: str = _TEXT, **facts: Any) -> tuple[Prepared, Grounding]:
    prepared = prepare(Submission(text, published_on=datetime.date(2018, 6, 1)))
    return prepared, ground(prepared, Reading(**facts))


def _reasons(grounding: Grounding) -> list[tuple[str, str]]:
    return [(item.pointer, item.reason) for item in grounding.set_aside]


def _summary(total: int, *parts: int, quote: str = "đã luân chuyển 37 cán bộ") -> RotationSummary:
    around = [_span(_TEXT, "gồm 12 đồng chí từ huyện về xã và hai mươi lăm đồng chí từ xã về huyện")]
    return RotationSummary(
        total=Count(value=total),
        breakdowns=[
            Breakdown(by="direction", parts=[Part(label="", count=Count(value=n), evidence=around) for n in parts])
        ],
        evidence=[_span(_TEXT, quote)],
    )


def _event(name: str = "Trần Văn An", title: str = "Bí thư Đảng uỷ xã Đồng Văn", **more: Any) -> RotationEvent:
    quote = "ông Trần Văn An, Phó Bí thư Đoàn huyện, được điều động giữ chức Bí thư Đảng uỷ xã Đồng Văn"
    more.setdefault("evidence", [_span(_TEXT, quote)])
    return RotationEvent(person=Person(name=name), to=[Post(title=title)], **more)


def test_what_stands_in_the_article_is_kept_unchanged() -> None:
    """A right reading comes back equal, with a place in the article for every value and nothing set aside."""
    facts: dict[str, Any] = {
        "summaries": [_summary(37, 12, 25)],
        "events": [_event(date="2018-05-12", decided_by="Huyện ủy Hải Minh", decision=Decision(number="15-QĐ/HU"))],
        "ratios": [
            CoverageRatio(
                measure=Measure.NON_LOCAL_LEADER,
                numerator=18,
                denominator=20,
                percent=90,
                members=["Kim Sơn", "Phú Lâm"],
                evidence=[_span(_TEXT, "18/20 xã (90%) có bí thư không phải người địa phương")],
            )
        ],
        "provisions": [
            Provision(kind="min_duration", value=36, unit="month", evidence=[_span(_TEXT, "ít nhất 36 tháng")])
        ],
        "documents": [
            DocumentReference(kind="Quyết định", number="15-QĐ/HU", evidence=[_span(_TEXT, "Quyết định số 15-QĐ/HU")])
        ],
    }
    prepared, grounding = _ground(**facts)
    assert grounding.set_aside == []
    for kind, expected in facts.items():
        assert getattr(grounding.reading, kind) == expected
    assert {value.pointer for value in grounding.values} >= {
        "/summaries/0/total/value",
        "/summaries/0/breakdowns/0/parts/1/count/value",
        "/events/0/person/name",
        "/events/0/to/0/title",
        "/ratios/0/percent",
        "/ratios/0/members/1",
        "/provisions/0/value",
        "/documents/0/number",
    }
    texts = {v.pointer: prepared.article.text[v.start : v.end] for v in grounding.values if v.start is not None}
    assert texts["/summaries/0/breakdowns/0/parts/1/count/value"] == "hai mươi lăm"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (_summary(39), "number_not_in_evidence"),
        (_summary(3), "number_not_in_evidence"),
        (_summary(7), "number_not_in_evidence"),
        (_summary(12), "number_not_in_evidence"),
    ],
)
def test_a_wrong_number_is_never_grounded(wrong: RotationSummary, reason: str) -> None:
    """39 for 37, a digit of the number, and a number of another sentence are set aside."""
    _, grounding = _ground(summaries=[wrong])
    assert grounding.reading.summaries == []
    assert _reasons(grounding)[0] == ("/summaries/0/total/value", reason)


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        (_event(name="Trần Văn Anh"), "/events/0/person/name"),
        (_event(name="Trần Văn A"), "/events/0/person/name"),
        (_event(name="Trần Vân An"), "/events/0/person/name"),
        (_event(name="Nguyễn Văn An"), "/events/0/person/name"),
        (_event(name="Lê Thị Hoà"), "/events/0/person/name"),
        (_event(title="Bí thư Đảng uỷ xã Đồng Vân"), "/events/0/to/0/title"),
        (_event(title="Bí thư Đảng uỷ xã Kim Văn"), "/events/0/to/0/title"),
        (_event(title="Chủ tịch UBND xã Đồng Văn"), "/events/0/to/0/title"),
    ],
)
def test_another_person_or_post_is_never_grounded(wrong: RotationEvent, pointer: str) -> None:
    """A name or title that differs by a letter, belongs to somebody else, or is mixed from two names, is set aside."""
    _, grounding = _ground(events=[wrong])
    assert grounding.reading.events == []
    assert grounding.set_aside[0].pointer == pointer
    assert grounding.set_aside[0].status is Match.MISMATCH


@pytest.mark.parametrize(
    "right",
    [
        _event(name="TRẦN VĂN AN", title="Bí thư Đảng ủy xã Đồng Văn"),
        _event(name=unicodedata.normalize("NFD", "Trần Văn An")),
        _event(title="Bí  thư Đảng uỷ\nxã Đồng Văn"),
        _event(evidence=[_span(_TEXT, "Ông An thay bà Lê Thị Hoà")]),
        _event(name="Lê Thị Hòa", evidence=[_span(_TEXT, "Ông An thay bà Lê Thị Hoà")]),
    ],
)
def test_spelling_does_not_matter(right: RotationEvent) -> None:
    """Capitals, NFD, tone placement, spacing, and a later mention by the given name alone ground the same person."""
    _, grounding = _ground(events=[right])
    assert grounding.set_aside == []
    assert grounding.reading.events == [right]


def test_a_decomposed_article_grounds_a_composed_reading() -> None:
    """In an article in NFD, spans quote the submitted code points, and composed values are found in them."""
    text = unicodedata.normalize("NFD", _TEXT)
    quote = unicodedata.normalize("NFD", "ông Trần Văn An, Phó Bí thư Đoàn huyện")
    event = RotationEvent(
        person=Person(name="Trần Văn An"),
        from_=[Post(title="Phó Bí thư Đoàn huyện")],
        evidence=[_span(text, quote)],
    )
    prepared, grounding = _ground(text, events=[event])
    assert grounding.reading.events == [event]
    name = next(value for value in grounding.values if value.pointer == "/events/0/person/name")
    assert unicodedata.normalize("NFC", prepared.article.text[name.start : name.end]) == "Trần Văn An"


def test_neighbours_of_what_is_set_aside_stay() -> None:
    """One bad part, one bad post, one bad event: the others stay, and pointers of kept values lead to them."""
    event = _event()
    event.to.insert(0, Post(title="Giám đốc Sở Nội vụ"))
    _, grounding = _ground(summaries=[_summary(37, 13, 25)], events=[_event(name="Không Có Ai"), event])
    (summary,) = grounding.reading.summaries
    assert [part.count.value for part in summary.breakdowns[0].parts] == [25]
    (kept,) = grounding.reading.events
    assert [post.title for post in kept.to] == ["Bí thư Đảng uỷ xã Đồng Văn"]
    assert _reasons(grounding) == [
        ("/summaries/0/breakdowns/0/parts/0/count/value", "number_not_in_evidence"),
        ("/events/0/person/name", "name_not_in_evidence"),
        ("/events/1/to/0/title", "words_not_in_text"),
    ]
    assert "/events/0/to/0/title" in {value.pointer for value in grounding.values}
    assert len(event.to) == 2


def test_a_total_that_is_not_there_leaves_its_parts() -> None:
    """A summary whose total is not in its evidence keeps the grounded parts, without a total."""
    _, grounding = _ground(summaries=[_summary(38, 12, 25)])
    (summary,) = grounding.reading.summaries
    assert summary.total is None
    assert [part.count.value for part in summary.breakdowns[0].parts] == [12, 25]


def test_a_quote_at_wrong_offsets_is_put_right() -> None:
    """Evidence whose text stands elsewhere gets the offsets of the closest place; an invented quote is set aside."""
    moved = _event(evidence=[TextSpan(start=3, end=14, exact="Trần Văn An")])
    invented = _event(evidence=[TextSpan(start=0, end=9, exact="ông Bịa Ra")])
    _, grounding = _ground(events=[moved, invented, _event(evidence=[])])
    (kept,) = grounding.reading.events
    assert kept.evidence == [_span(_TEXT, "Trần Văn An")]
    assert _reasons(grounding) == [
        ("/events/1/evidence/0", "evidence_not_in_text"),
        ("/events/2", "no_evidence"),
    ]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"date": "2018-05-12"}, True),
        ({"date": "2018-06"}, True),
        ({"date": "2018-05-13"}, False),
        ({"date": "2017"}, False),
        ({"until": "2021-05"}, False),
        ({"decided_by": "Huyện uỷ Hải Minh"}, True),
        ({"decided_by": "Huyện uỷ Hải Ninh"}, False),
        ({"decision": Decision(number="15 - QĐ/HU")}, True),
        ({"decision": Decision(number="16-QĐ/HU")}, False),
    ],
)
def test_a_detail_that_is_not_there_is_taken_out(given: dict[str, Any], kept: bool) -> None:
    """A date, body or decision stays when the article or its date says it, else it becomes null and the event stays."""
    _, grounding = _ground(events=[_event(**given)])
    (event,) = grounding.reading.events
    ((name, value),) = given.items()
    assert (getattr(event, name) == value) is kept
    assert (grounding.set_aside == []) is kept


def test_periods_and_places_follow_the_same_rule() -> None:
    """A jurisdiction or period that the article does not name is taken out of the summary."""
    good = {"jurisdiction": Place(name="Hải Minh"), "period": Period(edtf="2018/..")}
    bad = {"jurisdiction": Place(name="Hải Ninh"), "period": Period(edtf="2016/2020")}
    summary = _summary(37)
    _, grounding = _ground(summaries=[summary.model_copy(update=good), summary.model_copy(update=bad)])
    first, second = grounding.reading.summaries
    assert (first.jurisdiction, first.period) == (good["jurisdiction"], good["period"])
    assert (second.jurisdiction, second.period) == (None, None)


@pytest.mark.parametrize("field", [{"numerator": 17}, {"denominator": 30}, {"percent": 91}])
def test_a_ratio_with_one_wrong_figure_is_set_aside(field: dict[str, Any]) -> None:
    """A ratio is grounded by all its figures or not at all; of its members only those in the article stay."""
    figures = {"numerator": 18, "denominator": 20, "percent": 90, **field}
    evidence = [_span(_TEXT, "18/20 xã (90%)")]
    _, grounding = _ground(ratios=[CoverageRatio(measure=Measure.OTHER, evidence=evidence, **figures)])
    assert grounding.reading.ratios == []
    members = CoverageRatio(measure=Measure.OTHER, percent=90, members=["Kim Sơn", "Kim Lâm"], evidence=evidence)
    _, grounding = _ground(ratios=[members])
    assert grounding.reading.ratios[0].members == ["Kim Sơn"]


def test_a_percentage_just_behind_the_quote_is_added_to_it() -> None:
    """A quote that stops before its percentage gets the percentage's span; one of another sentence is not taken."""
    ratio = CoverageRatio(
        measure=Measure.OTHER, numerator=18, denominator=20, percent=90, evidence=[_span(_TEXT, "18/20")]
    )
    _, grounding = _ground(ratios=[ratio])
    assert [span.exact for span in grounding.reading.ratios[0].evidence] == ["18/20", "90"]
    elsewhere = ratio.model_copy(
        update={"evidence": [_span(_TEXT, "Ông An thay bà")], "numerator": None, "denominator": None}
    )
    _, grounding = _ground(ratios=[elsewhere])
    assert grounding.reading.ratios == []


def test_documents_and_provisions_need_their_numbers() -> None:
    """Another document number and another term are set aside."""
    _, grounding = _ground(
        documents=[
            DocumentReference(kind="Quyết định", number="51-QĐ/HU", evidence=[_span(_TEXT, "Quyết định số 15-QĐ/HU")])
        ],
        provisions=[Provision(kind="min_duration", value=24, evidence=[_span(_TEXT, "ít nhất 36 tháng")])],
    )
    assert grounding.reading.documents == []
    assert grounding.reading.provisions == []
    assert [reason for _, reason in _reasons(grounding)] == ["number_not_in_evidence", "sign_not_in_evidence"]


def test_time_grows_with_the_facts() -> None:
    """Four times the facts of one article are grounded in about four times the time, and none is set aside."""
    prepared = prepare(Submission(_TEXT * 10))

    def seconds(size: int) -> float:
        reading = Reading(summaries=[_summary(37, 12, 25)] * size, events=[_event(date="2018-05-12")] * size)
        taken: list[Grounding] = []
        spent = cpu_seconds(lambda: taken.append(ground(prepared, reading)))
        assert taken[0].set_aside == []
        return spent

    assert growth(seconds, 50, 200, most=9) <= 9


@pytest.mark.parametrize("unit", ["12 ", "ông Lê ", "((", "37,", "Bí thư "])
def test_time_grows_with_the_length_only(unit: str) -> None:
    """A wrong reading of four times the text is set aside in about four times the time."""

    def seconds(size: int) -> float:
        text = fresh(_TEXT + unit * (size // len(unit)))
        prepared = prepare(Submission(text + " ưởng" * (size // 5)))
        evidence = [TextSpan(start=0, end=len(text), exact=text)]
        reading = Reading(events=[_event(name=f"Không Có {i}", evidence=evidence) for i in range(5)])
        taken: list[Grounding] = []
        spent = cpu_seconds(lambda: taken.append(ground(prepared, reading)))
        assert taken[0].reading.events == []
        return spent

    assert growth(seconds, 50_000, 200_000, most=9) <= 9
