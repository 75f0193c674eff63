"""The model reader from the article to the Extraction, with a scripted model."""

import json
from typing import Any

import pytest

from schemas import CheckCode, CheckStatus, Extraction, FigureStatus, ReviewStatus
from service.errors import ModelFailed, ModelUnavailable
from service.model.prompts import load_prompts
from service.model.reader import Step
from tests.service.model.scripted import ARTICLE, Scripted, answer, good, move, numbered, part, read, total

DOWN = ModelUnavailable([("scripted", "timeout")])


def open_checks(extraction: Extraction) -> list[tuple[str, str]]:
    """The checks that did not pass."""
    return [(check.code, check.cause) for check in extraction.checks if check.status is not CheckStatus.PASS]


def figures(extraction: Extraction) -> list[int]:
    """All totals and parts."""
    found = []
    for summary in extraction.summaries:
        found += [summary.total.value] if summary.total else []
        found += [part.count.value for breakdown in summary.breakdowns for part in breakdown.parts]
    return found


def test_a_sound_answer_is_read_in_one_call() -> None:
    """One call, every fact, no open check; the run says model, prompt version and attempts."""
    provider = Scripted([good()])
    extraction = read(provider)
    assert figures(extraction) == [24, 9, 7, 8]
    assert [event.person.name for event in extraction.events] == ["Trần Văn Khải"]
    assert extraction.review.status is ReviewStatus.CLEAN
    run = extraction.run
    assert (run.reader, run.model, run.attempts) == ("llm", "scripted", 1)
    assert run.prompt_version == load_prompts().version
    assert run.usage is not None
    assert len(provider.calls) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        good(parts=good()["parts"][:2]),
        good(totals=[total(42, "luân chuyển 24 cán bộ")]),
        good(totals=[total(24, "luân chuyển 42 cán bộ")]),
        good(moves=[move("Trần Văn Khánh", "điều động ông Trần Văn Khánh", "Bí thư Đảng ủy xã Tân Lộc")]),
        good(parts=[*good()["parts"][:2], part(9, "8 đồng chí giữa các xã", "giữa các xã")]),
    ],
    ids=["part dropped", "number off", "quote off", "name invented", "part off"],
)
def test_what_does_not_hold_is_asked_again_and_mended(wrong: dict[str, Any]) -> None:
    """A wrong first answer costs a second call about its passages, and the result is right and clean."""
    provider = Scripted([wrong, good()])
    extraction = read(provider)
    assert figures(extraction) == [24, 9, 7, 8]
    assert [event.person.name for event in extraction.events] == ["Trần Văn Khải"]
    assert open_checks(extraction) == []
    assert extraction.run.attempts == 2
    assert "What does not hold:" in provider.asked[1]


def test_only_the_passages_in_doubt_are_sent_again() -> None:
    """The repair holds the passage of the doubt and not the others."""
    provider = Scripted([good(parts=[]), good(moves=[])])
    read(provider)
    assert list(numbered(provider.asked[0])) == [1, 2]
    assert list(numbered(provider.asked[1])) == [1]


def test_the_best_reading_wins_not_the_last() -> None:
    """An answer to a repair that holds less than what was there changes nothing."""
    first = good(parts=good()["parts"][:2])
    worse = answer(totals=[total(24, "luân chuyển 24 cán bộ")], parts=[part(9, "7 đồng chí", "x")])
    extraction = read(Scripted([first, worse, answer()]))
    assert figures(extraction) == [24, 9, 7]
    assert extraction.run.attempts == 3
    assert extraction.review.status is ReviewStatus.NEEDS_REVIEW


@pytest.mark.parametrize("most", [1, 2, 4])
def test_attempts_are_limited(most: int) -> None:
    """A model that never mends its answer is asked LUANCHUYEN_MAX_ATTEMPTS times in all."""
    provider = Scripted(lambda _: good(totals=[total(42, "luân chuyển 24 cán bộ")], parts=[]))
    extraction = read(provider, max_attempts=most)
    assert len(provider.calls) == extraction.run.attempts == most


def test_the_sources_own_discrepancy_is_reported_and_not_repaired() -> None:
    """Parts that do not add up in the article itself: one call, and the check blames the source."""
    text = ARTICLE.replace("8 đồng chí", "6 đồng chí")
    parts = [*good()["parts"][:2], part(6, "6 đồng chí giữa các xã", "giữa các xã")]
    provider = Scripted([good(parts=parts)])
    extraction = read(provider, text)
    assert open_checks(extraction) == [("total_matches_parts", "source")]
    assert len(provider.calls) == 1


def test_a_repair_that_fails_leaves_the_reading() -> None:
    """When no model answers the second question, the first answer stands with its open checks."""
    extraction = read(Scripted([good(parts=good()["parts"][:2]), DOWN]))
    assert figures(extraction) == [24, 9, 7]
    assert extraction.run.attempts == 1
    assert ("figures_covered", "reader") in open_checks(extraction)


def test_what_stays_unproved_is_left_out_and_told() -> None:
    """A name that the model insists on is nowhere in the result, and a check says that something was left out."""
    invented = good(moves=[move("Hoàng Văn Bịa", "điều động ông Hoàng Văn Bịa", "Bí thư Đảng ủy xã Tân Lộc")])
    extraction = read(Scripted(lambda _: invented))
    assert "Bịa" not in extraction.model_dump_json()
    assert ("evidence_grounded", "reader") in open_checks(extraction)


def test_a_place_is_asked_about_once() -> None:
    """A place that is not in the article costs one more call, not two, and is null in the end."""
    wrong = good(totals=[total(24, "luân chuyển 24 cán bộ", place="Kim Động", place_level="district")])
    mended = read(Scripted([wrong, good()]))
    assert mended.summaries[0].jurisdiction is not None
    assert mended.summaries[0].jurisdiction.name == "Thanh Sơn"
    provider = Scripted(lambda _: wrong)
    extraction = read(provider)
    assert extraction.summaries[0].jurisdiction is None
    assert len(provider.calls) == 2


def test_nothing_is_sent_of_an_article_without_passages() -> None:
    """No call is made, the reading is empty, and that is no error."""
    provider = Scripted([])
    extraction = read(provider, "Hôm nay trời mưa to ở nhiều nơi. Đường phố ngập nước.")
    assert (extraction.summaries, extraction.run.attempts, provider.calls) == ([], 0, [])


def long_article(paragraphs: int) -> str:
    """Paragraphs that each tell one total of their own."""
    return "".join(
        f"Năm {2000 + n}, huyện Thanh Sơn luân chuyển {100 + n} cán bộ về các xã vùng cao theo đề án đã duyệt.\n"
        for n in range(paragraphs)
    )


def tell(request: str) -> dict[str, Any]:
    """What a good model says about passages of `long_article`."""
    totals = []
    for number, text in numbered(request).items():
        value = int(text.split("luân chuyển ")[1].split()[0])
        totals.append(total(value, f"luân chuyển {value} cán bộ", number, at=number))
    return answer(totals=totals)


def test_a_long_article_goes_in_pieces_and_comes_back_whole() -> None:
    """Sixty totals over overlapping pieces are sixty totals, in the order of the text."""
    provider = Scripted(tell)
    extraction = read(provider, long_article(60), piece_characters=1000)
    assert figures(extraction) == [100 + n for n in range(60)]
    assert len(provider.calls) > 6
    assert open_checks(extraction) == []


def test_a_piece_that_fails_is_reported_not_forgotten() -> None:
    """One piece that no model reads: the others stand, and a check names the stretch, its text and the error."""

    def script(request: str) -> Any:
        return DOWN if "120 cán bộ" in request else tell(request)

    extraction = read(Scripted(script), long_article(60), piece_characters=1000, max_attempts=1)
    assert 100 in figures(extraction)
    assert 120 not in figures(extraction)
    found = [c for c in extraction.checks if c.code is CheckCode.FIGURES_COVERED and c.target == ""]
    assert all("model_unavailable" in check.message for check in found)
    quoted = [span.exact for check in found for span in check.evidence]
    assert any("120 cán bộ" in quote for quote in quoted)
    assert not any(f"{value} cán bộ" in quote for quote in quoted for value in figures(extraction))
    assert extraction.review.status is ReviewStatus.NEEDS_REVIEW
    unexplained = [f.value for f in extraction.figures if f.status is FigureStatus.UNEXPLAINED]
    assert 120 in unexplained


def test_a_reply_that_breaks_off_is_read_again_in_halves() -> None:
    """What was whole is kept, the halves bring the rest, and nothing stands twice."""

    def script(request: str) -> Any:
        said = json.dumps(tell(request), ensure_ascii=False)
        return said[: len(said) // 2] if len(numbered(request)) > 4 else said

    provider = Scripted(script)
    extraction = read(provider, long_article(8))
    assert figures(extraction) == [100 + n for n in range(8)]
    assert len(provider.calls) == 3


def test_when_no_model_answers_the_error_offers_the_rule_reading() -> None:
    """The error goes to the caller with the rule reader's Extraction, marked as such."""
    with pytest.raises(ModelUnavailable) as caught:
        read(Scripted(lambda _: ModelUnavailable([("scripted", "timeout")])))
    fallback = caught.value.fallback
    assert fallback is not None
    assert (fallback.run.reader, fallback.run.model) == ("rules", None)
    assert fallback.run.usage is not None  # what the failed calls used
    assert figures(fallback) == [24, 9, 7, 8]


def test_another_model_is_asked_when_nothing_of_an_answer_holds() -> None:
    """An answer without one quote from the article goes to the next model; in the end the best is taken."""
    nonsense = answer(totals=[total(24, "rotated 24 officials")])
    provider = Scripted([nonsense, good()], models=("first", "second"))
    extraction = read(provider)
    assert (figures(extraction), extraction.run.model) == ([24, 9, 7, 8], "second")
    with_one = Scripted(lambda _: nonsense)
    assert figures(read(with_one)) == []


def test_another_model_is_asked_when_halves_break_off_too() -> None:
    """Halving comes first; a half that breaks off again goes to the next model, and the whole answer is taken."""
    said = json.dumps(good(), ensure_ascii=False)
    broken = said[: len(said) // 3]
    provider = Scripted([broken, broken, good(), broken, good()], models=("first", "second"))
    extraction = read(provider)
    assert (figures(extraction), extraction.run.model) == ([24, 9, 7, 8], "second")
    assert len(provider.asked) == 5
    assert len(provider.calls) == 3


def test_every_reply_can_be_listened_to() -> None:
    """Whoever listens gets each reply with what was read of it and what was refused."""
    steps: list[Step] = []
    read(Scripted([good(totals=[total(24, "sai")], parts=[]), good()]), steps=steps)
    assert [step.label for step in steps] == ["piece 1", "repair"]
    assert [refused.reason for refused in steps[0].refused] == ["evidence_not_in_text"]


def test_errors_are_of_the_model_family() -> None:
    """An error of a model is one that the caller can tell from a fault of ours."""
    with pytest.raises(ModelFailed):
        read(Scripted([ModelFailed([("scripted", "auth")])]))
