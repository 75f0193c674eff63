"""What does not hold, in plain words, and what is sent again for it."""

import json
from typing import Any

from service.grounding import ground
from service.model.convert import convert
from service.model.passages import Passage, find_passages
from service.model.repair import Doubt, doubts_of, scope, unproved_of
from service.model.salvage import salvage
from service.pipeline import _desk
from service.prepare import Submission
from tests.service.model.scripted import ARTICLE, PUBLISHED, good, move, part, total


def doubts(reply: dict[str, Any], text: str = ARTICLE) -> list[Doubt]:
    """The doubts about a reply's reading."""
    desk = _desk(Submission(text, published_on=PUBLISHED), "vi")
    passages = find_passages(desk.prepared)
    whole = salvage(json.dumps(reply))
    converted = convert(desk.prepared, passages, whole.items)
    grounding = ground(desk.prepared, converted.reading)
    unproved = unproved_of([*whole.refused, *converted.refused], grounding, converted.reading, passages)
    return doubts_of(desk.judge(grounding.reading), unproved, passages, desk.rules)


def test_a_sound_reading_has_no_doubt() -> None:
    """Nothing is asked again of a reading whose quotes and sums hold."""
    assert doubts(good()) == []


def test_what_is_refused_or_ungrounded_is_told_with_its_passage() -> None:
    """Each doubt names the quote or value that does not hold, and the passage it is about."""
    reply = good(
        totals=[total(25, "luân chuyển 24 cán bộ")],
        parts=[],
        moves=[move("Trần Văn Khái", "ông Trần Văn Khái", "Bí thư Đảng ủy xã Tân Lộc")],
    )
    found = {doubt.words: doubt.passages for doubt in doubts(reply) if doubt.unproved}
    quote = 'moves: this quote does not stand in the passages letter for letter: "ông Trần Văn Khái"'
    assert found[quote] == (2,)
    assert found['summaries: the number 25 does not stand in "luân chuyển 24 cán bộ"'] == (1,)


def test_a_part_left_out_is_told_with_how_much_is_short() -> None:
    """A dropped part is an unused number to the ledger: the doubt says what the sum is short of and which number."""
    words = " ".join(doubt.words for doubt in doubts(good(parts=good()["parts"][:2])))
    assert "8 short" in words
    assert "“8”" in words


def test_a_person_of_whom_nothing_is_written_is_a_doubt() -> None:
    """A move that the rule reader sees and the answer leaves out is told with the person's name and the passage."""
    [doubt] = doubts(good(moves=[]))
    assert "Trần Văn Khải" in doubt.words
    assert doubt.passages == (2,)


def test_a_discrepancy_of_the_source_is_no_doubt() -> None:
    """Parts that do not add up although every number is used are reported, not asked again."""
    text = ARTICLE.replace("8 đồng chí", "6 đồng chí")
    reply = good(parts=[*good()["parts"][:2], part(6, "6 đồng chí giữa các xã", "giữa các xã")])
    assert doubts(reply, text) == []


def test_places_are_minor() -> None:
    """A place that the article does not have is worth no call of its own."""
    reply = good(totals=[total(24, "luân chuyển 24 cán bộ", place="Kim Động")])
    assert [(doubt.minor, doubt.passages) for doubt in doubts(reply)] == [(True, (1,))]


def test_scope_is_just_the_passages_concerned() -> None:
    """Passages are taken doubt by doubt as far as they fit; one without a passage goes with the first ones."""
    passages = [Passage(n, n * 100, n * 100 + 100) for n in range(1, 10)]
    asked, chosen = scope([Doubt("a", (5,)), Doubt("b", (2,)), Doubt("c", (8, 9))], passages, 300)
    assert [doubt.words for doubt in asked] == ["a", "b", "c"]
    assert [passage.number for passage in chosen] == [2, 5, 8]
    asked, chosen = scope([Doubt("a", (5,)), Doubt("b", (2,))], passages, 100)
    assert ([doubt.words for doubt in asked], [passage.number for passage in chosen]) == (["a"], [5])
    assert [passage.number for passage in scope([Doubt("a", ())], passages, 250)[1]] == [1, 2]
