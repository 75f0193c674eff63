"""The registry, and what holds for every check."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import CheckCode, CheckStatus, Extraction
from service.checks import CHECKS, run_checks
from service.decide import decide
from tests.growth import cpu_seconds, growth


def test_each_code_has_its_function() -> None:
    """Every code of the contract but `readers_agree` is the name of one registered check, in the contract's order."""
    codes = [code.value for code in CheckCode if code is not CheckCode.READERS_AGREE]
    assert [check.__name__ for check in CHECKS] == codes


@pytest.mark.parametrize("code", [check.__name__ for check in CHECKS])
def test_each_code_has_its_test(code: str) -> None:
    """Every check has a test module of its name."""
    assert (Path(__file__).parent / f"test_{code}.py").is_file()


def test_nothing_to_check(draft) -> None:
    """An article without facts and numbers has no outcomes, and is clean."""
    checks = run_checks(draft("Không có gì.").extraction)
    assert checks == []
    assert decide(checks).status == "clean"


def test_input_is_left_alone(draft) -> None:
    """Checking changes nothing in the extraction."""
    d = draft("Tỉnh luân chuyển 20 cán bộ: 12 về huyện, 5 về xã.", unused=("5",))
    d.total(20, "luân chuyển 20 cán bộ", parts={"12 về huyện": 12})
    before = d.extraction.model_dump_json()
    run_checks(d.extraction)
    assert d.extraction.model_dump_json() == before


def test_messages_are_in_the_language_asked_for(draft) -> None:
    """The same outcomes come with Vietnamese or English messages."""
    d = draft("Tỉnh luân chuyển 20 cán bộ: 12 về huyện, 5 về xã.")
    d.total(20, "luân chuyển 20 cán bộ", parts={"12 về huyện": 12, "5 về xã": 5})
    (vi,) = d.alarms("total_matches_parts")
    (en,) = d.alarms("total_matches_parts", "en")
    assert vi.message.startswith("Tổng 20 người nhưng các phần cộng lại là 17 (thiếu 3).")
    assert en.message.startswith("The total is 20 people, but the parts add up to 17 (3 short).")
    assert vi.model_copy(update={"message": ""}) == en.model_copy(update={"message": ""})


def test_targets_resolve(draft) -> None:
    """The target of each outcome is a pointer to something in the extraction."""
    d = draft("Ngày 1/5/2030, ông Lê An làm Bí thư xã Mai. Có 7 người.", published_on="2020-01-01", unused=("7",))
    d.event("Lê Anh", "ông Lê An làm Bí thư xã Mai", to="Bí thư xã Mai", to_level="district", date="2030-05-01")
    document = d.extraction.model_dump(mode="json", by_alias=True)
    checks = run_checks(d.extraction)
    assert {check.code.value for check in checks if check.status is not CheckStatus.PASS} == {
        "evidence_grounded", "figures_covered", "levels_consistent", "dates_plausible",
    }  # fmt: skip
    for check in checks:
        node = document
        for step in check.target.split("/")[1:]:
            node = node[int(step)] if isinstance(node, list) else node[step]
        assert node is not None


@settings(max_examples=50, deadline=None)
@given(data=st.data(), text=st.text(max_size=60))
def test_never_raises(data: st.DataObject, text: str) -> None:
    """Whatever a reader hands over in the contract's shape, with spans that fit or not, the checks come to an end."""
    number = st.integers(0, 10**12)
    span = st.builds(
        lambda a, n, s: {"start": a, "end": a + n, "exact": s},
        st.integers(0, 80),
        st.integers(0, 80),
        st.text(max_size=9),
    )
    spans = st.lists(span, max_size=2)
    words = st.text(min_size=1, max_size=8)
    count = st.fixed_dictionaries(
        {"value": number, "qualifier": st.sampled_from(["exact", "about", "over", "under", "at_least"])}
    )
    part = st.fixed_dictionaries({"label": words, "count": count, "evidence": spans})
    breakdown = st.fixed_dictionaries(
        {"by": st.sampled_from(["direction", "position", "attribute"]), "exhaustive": st.none() | st.booleans(),
         "parts": st.lists(part, max_size=3)}
    )  # fmt: skip
    edtf = st.sampled_from(["2018", "2018-13", "2020/2018", "2012/..", "x", "../..", "2018-02-30", "2050-01-01"])
    summary = st.fixed_dictionaries(
        {"total": st.none() | count, "period": st.fixed_dictionaries({"edtf": edtf, "term": st.just("2020/2019")}),
         "breakdowns": st.lists(breakdown, max_size=2), "evidence": spans}
    )  # fmt: skip
    post = st.fixed_dictionaries({"title": words, "level": st.sampled_from(["province", "commune", None])})
    event = st.fixed_dictionaries(
        {"person": st.fixed_dictionaries({"name": words, "birth_year": st.none() | st.integers(1850, 2100)}),
         "from": st.lists(post, max_size=2), "to": st.lists(post, max_size=2), "date": edtf, "until": edtf,
         "evidence": spans}
    )  # fmt: skip
    ratio = st.fixed_dictionaries(
        {"measure": st.just("other"), "numerator": st.none() | number, "denominator": st.none() | number,
         "percent": st.none() | st.floats(0, 1000), "members": st.lists(words, max_size=3), "evidence": spans}
    )  # fmt: skip
    facts = {
        "summaries": data.draw(st.lists(summary, max_size=2)),
        "events": data.draw(st.lists(event, max_size=2)),
        "ratios": data.draw(st.lists(ratio, max_size=2)),
    }
    extraction = Extraction.model_validate(
        {"id": "x", "article": {"text": text, "sha256": "0" * 64, "published_on": "2020-06-01"},
         "review": {"status": "clean"}, "run": {"reader": "test"}, **facts}
    )  # fmt: skip
    assert all(check.message for check in run_checks(extraction))


def test_time_grows_with_the_facts(draft) -> None:
    """Four times the facts of four times the text are checked in about four times the time."""

    def seconds(size: int) -> float:
        d = draft("Tỉnh luân chuyển 20 cán bộ: 12 về huyện, 8 về xã. Ông Lê An làm Bí thư xã Mai.\n" * size)
        for _ in range(size):
            d.total(20, "luân chuyển 20 cán bộ", parts={"12 về huyện": 12, "8 về xã": 8})
            d.event("Lê An", "Ông Lê An làm Bí thư xã Mai", to="Bí thư xã Mai", to_level="commune")
        return cpu_seconds(lambda: run_checks(d.extraction))

    assert growth(seconds, 50, 200, most=9) <= 9
