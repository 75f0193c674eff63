"""From items to facts: quotes become spans, each item stands alone, and nothing free passes."""

import json
import unicodedata
from typing import Any

import pytest

from service.grounding import ground
from service.model.convert import Converted, convert
from service.model.passages import find_passages
from service.model.salvage import salvage
from service.prepare import Submission, prepare
from service.reading import Reading
from tests.service.model.scripted import ARTICLE, PUBLISHED, answer, good, move, part, total


def read(reply: dict[str, Any], text: str = ARTICLE) -> Converted:
    """The facts of a reply about a text."""
    article = prepare(Submission(text, published_on=PUBLISHED))
    return convert(article, find_passages(article), salvage(json.dumps(reply)).items)


def grounded(reply: dict[str, Any], text: str = ARTICLE) -> Reading:
    """What is left of a reply's facts behind the grounder."""
    article = prepare(Submission(text, published_on=PUBLISHED))
    return ground(article, convert(article, find_passages(article), salvage(json.dumps(reply)).items).reading).reading


def test_a_sound_reply_becomes_the_contract() -> None:
    """Totals, parts, moves and their fields arrive where the contract has them, with exact spans."""
    converted = read(good())
    assert converted.refused == []
    [summary], [event] = converted.reading.summaries, converted.reading.events
    assert summary.total is not None
    assert summary.period is not None
    assert summary.jurisdiction is not None
    assert (summary.total.value, summary.period.edtf, summary.jurisdiction.name) == (24, "2023", "Thanh Sơn")
    [breakdown] = summary.breakdowns
    assert [part.count.value for part in breakdown.parts] == [9, 7, 8]
    assert (event.person.name, event.date, event.to[0].title) == (
        "Trần Văn Khải",
        "2023-05-12",
        "Bí thư Đảng ủy xã Tân Lộc",
    )
    for span in [*summary.evidence, *event.evidence, *breakdown.parts[0].evidence]:
        assert ARTICLE[span.start : span.end] == span.exact


@pytest.mark.parametrize(
    "quote",
    [
        "luân chuyển 42 cán bộ",
        "luân chuyển 24 cán bộ, gồm 9 đồng chí và 7 đồng chí",
        "rotated 24 officials",
        "",
        "4 cán bộ",
    ],
)
def test_a_quote_that_is_not_in_the_text_refuses_its_item_alone(quote: str) -> None:
    """Wrong numbers, quotes run together, translations and cut numbers are refused; the move beside them stays."""
    converted = read(good(totals=[total(24, quote)], parts=[]))
    assert converted.reading.summaries == []
    assert [refused.reason for refused in converted.refused] == ["evidence_not_in_text"]
    assert len(converted.reading.events) == 1


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("quote", ["luân  chuyển 24 cán bộ", "LUÂN CHUYỂN 24 CÁN BỘ"])
def test_spelling_does_not_matter(form: Any, quote: str) -> None:
    """Composed or decomposed, other case or spaces: the quote is found, and the span quotes the text as submitted."""
    text = unicodedata.normalize("NFD" if form == "NFC" else "NFC", ARTICLE)
    converted = read(answer(totals=[total(24, unicodedata.normalize(form, quote))]), text)
    [span] = converted.reading.summaries[0].evidence
    assert text[span.start : span.end] == span.exact


def test_values_known_by_heart_do_not_pass() -> None:
    """A number, name or title that the quote or the article does not hold is gone behind the grounder."""
    reply = answer(
        totals=[total(42, "luân chuyển 24 cán bộ")],
        moves=[
            move("Trần Văn Khánh", "điều động ông Trần Văn Khải", "Bí thư Đảng ủy xã Tân Lộc"),
            move("Trần Văn Khải", "điều động ông Trần Văn Khải", "Bí thư Thành ủy Hà Nội"),
        ],
    )
    left = grounded(reply)
    assert (left.summaries, left.events) == ([], [])


def test_free_words_of_the_model_do_not_come_out() -> None:
    """A label, form of address or list of names that the article does not have is replaced or left out."""
    reply = answer(
        totals=[total(24, "luân chuyển 24 cán bộ")],
        parts=[part(9, "9 đồng chí từ huyện về xã", "see evil.example")],
        moves=[move("Trần Văn Khải", "điều động ông Trần Văn Khải", "Bí thư Đảng ủy xã Tân Lộc", honorific="Sir")],
    )
    reading = read(reply).reading
    assert reading.summaries[0].breakdowns[0].parts[0].label == "9 đồng chí từ huyện về xã"
    assert reading.events[0].person.honorific is None


def test_names_are_written_as_the_article_does() -> None:
    """A title in other case or spelling is put back into the article's own."""
    reply = answer(moves=[move("TRẦN VĂN KHẢI", "điều động ông Trần Văn Khải", "bí thư đảng uỷ xã Tân Lộc")])
    [event] = read(reply).reading.events
    assert (event.person.name, event.to[0].title) == ("Trần Văn Khải", "Bí thư Đảng ủy xã Tân Lộc")


def test_a_quote_is_looked_for_in_its_passage_first() -> None:
    """Of two places with the same words, the one in the passage that the item names is taken."""
    text = "Huyện A luân chuyển 5 cán bộ.\nHuyện B luân chuyển 5 cán bộ.\n"
    for number in (1, 2):
        reply = answer(totals=[total(5, "luân chuyển 5 cán bộ", at=number)])
        [span] = read(reply, text).reading.summaries[0].evidence
        assert text[: span.start].count("\n") == number - 1


def test_parts_need_their_total_and_dates_their_form() -> None:
    """A part without total is refused; a date that is none is taken out of its item."""
    reply = answer(
        totals=[total(24, "luân chuyển 24 cán bộ", period="năm 2023")],
        parts=[part(9, "9 đồng chí từ huyện về xã", "từ huyện về xã", of=7)],
    )
    converted = read(reply)
    assert [refused.reason for refused in converted.refused] == ["wrong_date", "no_total"]
    assert converted.reading.summaries[0].period is None


def test_impossible_values_are_refused_not_raised() -> None:
    """Negative counts, years out of range and shares of nothing end as refusals."""
    ratio = {
        "at": 1, "quote": "24 cán bộ", "measure": "other", "label": "x", "roles": [], "numerator": None,
        "denominator": None, "percent": None, "unit_level": None, "place": None, "place_level": None, "members": [],
    }  # fmt: skip
    born = move("Trần Văn Khải", "ông Trần Văn Khải", "Bí thư Đảng ủy xã Tân Lộc", birth_year=12)
    converted = read(answer(totals=[total(-3, "24 cán bộ")], ratios=[ratio], moves=[born]))
    assert [refused.reason for refused in converted.refused] == ["wrong_value", "wrong_date", "nothing_left"]


def test_a_quote_too_long_proves_nothing() -> None:
    """A quote of more than 1,500 characters is refused: it would hold any number."""
    text = ARTICLE * 10
    assert [r.reason for r in read(answer(totals=[total(24, text[:1600])]), text).refused] == ["quote_too_long"]
