"""Two readers on one article: what they agree on, what they differ in, and what comes of it."""

from typing import Any

import pytest

from schemas import Check, CheckCode, CheckStatus, Extraction, Post
from service.errors import ModelFailed, ModelUnavailable
from service.model.agree import readers_agree
from service.model.hybrid import combine
from service.pipeline import _desk
from service.prepare import Submission
from service.reading import Reading
from tests.service.model.scripted import ARTICLE, PUBLISHED, Scripted, answer, good, move, part, read, total
from tests.service.model.test_merge import reading


def agreement(extraction: Extraction) -> list[Check]:
    """The outcomes of `readers_agree`."""
    return [check for check in extraction.checks if check.code is CheckCode.READERS_AGREE]


def rules(text: str = ARTICLE) -> Reading:
    """The rule reader's grounded reading."""
    return _desk(Submission(text, published_on=PUBLISHED), "vi").rules


def same_as_rules() -> dict[str, Any]:
    """An answer that tells the article's figures and people as the rule reader does."""
    reply = good()
    [event] = rules().events

    def held(posts: list[Post]) -> list[dict[str, Any]]:
        return [{"title": post.title, "roles": post.roles, "level": post.level, "place": None} for post in posts]

    reply["moves"][0] |= {
        "actions": [action.value for action in event.actions],
        "left": [
            {"title": post.title, "roles": post.roles, "level": post.level, "place": None} for post in event.from_
        ],
        "taken": [{"title": post.title, "roles": post.roles, "level": post.level, "place": None} for post in event.to],
        "date": event.date,
    }
    reply["totals"][0]["from_level"] = rules().summaries[0].flow and rules().summaries[0].flow.from_level
    return reply


def test_what_both_say_is_marked() -> None:
    """Readers that agree give one pass for each figure and person, and a clean extraction by `hybrid`."""
    extraction = read(Scripted([same_as_rules()]), hybrid=True)
    found = agreement(extraction)
    assert [check.status for check in found] == [CheckStatus.PASS] * 5
    assert extraction.run.reader == "hybrid"
    assert extraction.review.status == "clean"
    targets = [check.target for check in found]
    assert targets[0] == "/summaries/0"
    assert targets[1:4] == [f"/summaries/0/breakdowns/0/parts/{k}" for k in range(3)]
    assert targets[4] == "/events/0"


def test_each_difference_is_one_warning_with_both_readings() -> None:
    """Another direction, a part only one has, a person only one has: a warning each, saying what each reader says."""
    reply = same_as_rules()
    reply["parts"][0] |= {"from_level": "province"}
    del reply["parts"][2]
    reply["moves"] = []
    extraction = read(Scripted(lambda _: reply), hybrid=True)
    warned = [check for check in agreement(extraction) if check.status is CheckStatus.WARN]
    assert [(check.expected, check.actual) for check in warned[:2]] == [
        ("9; person; from district; to commune", "9; person; from province; to commune"),
        ("8; person; from commune; to commune", None),
    ]
    assert "Trần Văn Khải".lower() in str(warned[2].expected).lower()
    assert warned[2].actual is None
    assert len(warned) == 3
    assert all(check.evidence and check.target for check in warned)


def test_both_readings_come_together() -> None:
    """Facts of one reader alone stand, what has to be understood is the model's, what stands on the page the rules'."""
    reply = same_as_rules()
    reply["totals"][0] |= {"actions": ["transfer"], "unit": "turn", "decided_by": "Ban Thường vụ Huyện ủy"}
    del reply["parts"][2]
    [summary] = read(Scripted(lambda _: reply), hybrid=True).summaries
    assert summary.actions == ["transfer"]
    assert summary.decided_by == "Ban Thường vụ Huyện ủy"
    assert summary.total is not None
    assert summary.total.unit == "person"
    assert [part.count.value for part in summary.breakdowns[0].parts] == [9, 7, 8]


def test_a_figure_that_counts_something_else_is_left_out_and_told() -> None:
    """The grammar's veto: officials disciplined are no officials moved, whatever the model says."""
    text = ARTICLE + "Cùng năm, huyện kỷ luật 31 cán bộ.\n"
    reply = same_as_rules()
    reply["totals"].append(total(31, "kỷ luật 31 cán bộ", 2, actions=["removal"]))
    extraction = read(Scripted(lambda _: reply), text, hybrid=True)
    assert [summary.total.value for summary in extraction.summaries if summary.total] == [24]
    [warned] = [check for check in agreement(extraction) if check.status is CheckStatus.WARN]
    assert (warned.target, warned.expected) == ("", None)
    assert str(warned.actual).startswith("31; person")


def test_combining_changes_neither_reading() -> None:
    """Both readings are the same after they were combined and compared; a reading combined with itself is itself."""
    one, other = rules(), rules()
    final = combine(one, other, [])
    assert (one, other) == (rules(), rules())
    assert [check.status for check in readers_agree(final, one, other)] == [CheckStatus.PASS] * 5
    assert final.summaries == one.summaries


@pytest.mark.parametrize("error", [ModelUnavailable([("m", "timeout")]), ModelFailed([("m", "auth")])])
def test_without_a_model_the_rule_reading_stands_marked(error: Exception) -> None:
    """When no model answers, `hybrid` gives the rule reading: its run says `rules`, a check names the error."""
    extraction = read(Scripted(lambda _: error), hybrid=True)
    assert (extraction.run.reader, extraction.run.model) == ("rules", None)
    assert [summary.total.value for summary in extraction.summaries if summary.total] == [24]
    [check] = agreement(extraction)
    assert (check.status, check.actual) == (CheckStatus.WARN, error.code)  # type: ignore[attr-defined]
    assert extraction.review.status == "needs_review"


def test_posts_told_in_fewer_words_agree() -> None:
    """A post whose title is part of the other's is no difference; another post is."""
    title = rules().events[0].to[0].title
    short = answer(moves=[move("Trần Văn Khải", "ông Trần Văn Khải", title.rsplit(" xã", 1)[0], date="2023-05-12")])
    pairs = {
        "short": reading(short),
        "other": reading(good(moves=[move("Trần Văn Khải", "ông Trần Văn Khải", "Trưởng phòng")])),
    }
    told = {}
    for name, model in pairs.items():
        final = combine(rules(), model, [])
        checks = [check for check in readers_agree(final, rules(), model, "en") if check.target == "/events/0"]
        told[name] = checks[0]
    assert "to bí thư đảng ủy" in told["short"].message
    assert told["short"].message.count("to bí thư đảng ủy tân lộc") == 0
    assert "to trưởng phòng" in str(told["other"].actual)


def test_parts_are_compared_one_to_one() -> None:
    """Two parts of the same size in one reading are two outcomes, not one twice."""
    text = "Huyện luân chuyển 10 cán bộ, gồm 5 đồng chí từ huyện về xã và 5 đồng chí từ xã lên huyện.\n"
    reply = answer(
        totals=[total(10, "luân chuyển 10 cán bộ")],
        parts=[part(5, "5 đồng chí từ huyện về xã", "từ huyện về xã", from_level="district", to_level="commune")],
    )
    extraction = read(Scripted(lambda _: reply), text, hybrid=True)
    found = [check.status for check in agreement(extraction) if "/parts/" in check.target]
    assert found == [CheckStatus.PASS, CheckStatus.WARN]
