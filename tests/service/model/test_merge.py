"""Which facts are the same, and what becomes of two tellings of one."""

import json
from typing import Any

from schemas import Breakdown
from service.model.convert import convert
from service.model.merge import counterparts, join_breakdowns, merge, without
from service.model.passages import find_passages
from service.model.salvage import salvage
from service.model.shape import ITEMS
from service.prepare import Submission, prepare
from service.reading import Reading
from tests.service.model.scripted import ARTICLE, PUBLISHED, answer, good, move, part, total


def reading(reply: dict[str, Any], text: str = ARTICLE) -> Reading:
    """The reading of a reply about a text."""
    article = prepare(Submission(text, published_on=PUBLISHED))
    return convert(article, find_passages(article), salvage(json.dumps(reply)).items).reading


def test_merging_a_reading_with_itself_changes_nothing() -> None:
    """Facts read twice, as in the overlap of two pieces, stand once."""
    once = merge([reading(good())])
    assert merge([reading(good()), reading(good())]) == once
    assert len(once.summaries) == len(once.events) == 1
    assert set(ITEMS) == set(good())


def test_parts_of_one_total_read_apart_come_together() -> None:
    """Two pieces that each saw some parts give one breakdown with all, in the order of the text."""
    first = good(parts=good()["parts"][1:])
    second = good(parts=good()["parts"][:1], moves=[])
    [summary] = merge([reading(first), reading(second)]).summaries
    assert [part.count.value for part in summary.breakdowns[0].parts] == [9, 7, 8]


def test_the_earlier_reading_has_the_last_word_and_the_later_fills_gaps() -> None:
    """Where both have a value the first one's stands; what the first leaves open is the second's."""
    first = answer(totals=[total(24, "luân chuyển 24 cán bộ", actions=["transfer"])])
    second = answer(totals=[total(24, "Thanh Sơn luân chuyển 24 cán bộ", place="Thanh Sơn")])
    [summary] = merge([reading(first), reading(second)]).summaries
    assert summary.actions == ["transfer"]
    assert summary.jurisdiction is not None
    assert [span.exact for span in summary.evidence] == ["luân chuyển 24 cán bộ"]


def test_a_total_stated_again_is_one_with_two_spans() -> None:
    """Two totals that are equal in all but their quotes are one; with other officials they are two."""
    text = ARTICLE + "Trong số 24 cán bộ đó có nhiều người trẻ.\n"
    same = [total(24, "luân chuyển 24 cán bộ"), total(24, "số 24 cán bộ đó", 2)]
    [summary] = merge([reading(answer(totals=same), text)]).summaries
    assert len(summary.evidence) == 2
    other = [same[0], total(24, "số 24 cán bộ đó", 2, roles=["secretary"])]
    assert len(merge([reading(answer(totals=other), text)]).summaries) == 2


def test_a_move_and_the_return_from_it_stay_two() -> None:
    """One person's moves to two posts are two facts, also when one sentence tells both; so are removal and new post."""
    text = "Ông Lê Hồng Quang được điều động làm Bí thư xã Tân Lộc, sau đó trở lại làm Phó phòng Nội vụ huyện.\n"
    quote = text.strip()
    there = move("Lê Hồng Quang", quote, "Bí thư xã Tân Lộc", at=1)
    back = move("Lê Hồng Quang", quote, "Phó phòng Nội vụ huyện", at=1, actions=["return"])
    left = move("Lê Hồng Quang", quote, "x", at=1, actions=["removal"], taken=[])
    assert len(merge([reading(answer(moves=[there, back, left]), text)]).events) == 3


def test_each_fact_has_one_counterpart() -> None:
    """Two parts of the same size are matched with two, not twice with one; `without` leaves what has none."""
    text = "Huyện luân chuyển 5 cán bộ về xã, xã khác luân chuyển 5 cán bộ lên huyện.\n"
    quotes = ["Huyện luân chuyển 5 cán bộ", "xã khác luân chuyển 5 cán bộ"]
    both = reading(answer(totals=[total(5, quotes[0]), total(5, quotes[1], 2)]), text)
    one = reading(answer(totals=[total(5, quotes[1])]), text)
    assert counterparts(both.summaries, both.summaries) == {0: 0, 1: 1}
    assert counterparts(one.summaries, both.summaries) == {0: 1}
    assert [s.evidence[0].exact for s in without(both, one).summaries] == [quotes[0]]


def test_parts_that_make_up_the_total_are_not_spoilt() -> None:
    """Where one breakdown alone adds up and both together do not, that one stands."""
    summary = reading(good()).summaries[0]
    whole = summary.breakdowns[0]
    extra = (
        reading(answer(totals=good()["totals"], parts=[part(12, "Ngày 12/5/2023", "cán bộ")]))
        .summaries[0]
        .breakdowns[0]
    )
    assert join_breakdowns(extra, whole, summary.total) == whole
    assert isinstance(whole, Breakdown)
