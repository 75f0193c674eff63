"""What the model is told: files that refuse what they do not know, a prefix that never changes, a fence that holds."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from service.grounding import ground
from service.model.convert import convert
from service.model.passages import Passage, find_passages
from service.model.prompts import FOLDER, Example, PromptError, fence, load_prompts
from service.model.salvage import salvage
from service.prepare import Submission, prepare
from tests.service.model.scripted import ARTICLE, PUBLISHED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the prompts that a test may change."""
    return Path(shutil.copytree(FOLDER, tmp_path / "prompts"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Replace text in a file that holds it."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("reading.toml", "version = 1", "version = 1\ntemperature = 0", "temperature"),
        ("system.toml", '["schema"]', '["schema", "tone"]', "variable tone is not used"),
        ("repair.toml", '"problems"]', '"reasons"]', "variable problems is used and not declared"),
        ("reading.toml", "Write the JSON", "For $5 write the JSON", "dollar"),
        ("examples.toml", '"value":40', '"value":"forty"', "example totals"),
        ("examples.toml", 'name = "moves"', 'name = "moves"\nnote = ""', "note"),
        ("reading.toml", "version = 1", "version =", "reading.toml"),
    ],
)
def test_a_file_that_is_not_understood_is_refused(folder: Path, name: str, old: str, new: str, said: str) -> None:
    """Unknown keys, undeclared and unused variables, stray signs, wrong examples: each error names file and key."""
    change(folder, name, old, new)
    with pytest.raises(PromptError) as caught:
        load_prompts(folder)
    assert name in str(caught.value)
    assert said in str(caught.value)


def test_a_missing_or_unknown_variable_is_named() -> None:
    """Filling a prompt without one of its variables, or with one it does not have, names the variable."""
    reading = load_prompts().reading
    values = {"begin": "a", "end": "b", "published_on": "c", "passages": "d"}
    with pytest.raises(PromptError, match="missing variable end"):
        reading.fill(**{name: value for name, value in values.items() if name != "end"})
    with pytest.raises(PromptError, match="unknown variable tone"):
        reading.fill(**values, tone="warm")
    assert "$5" in reading.fill(**{**values, "passages": "$5 và $begin"})


def test_version_follows_the_content(folder: Path) -> None:
    """The version has the four files' versions and a hash that any change of a word changes."""
    before = load_prompts(folder).version
    assert before == load_prompts().version
    assert before.startswith("1.1.1.1+")
    change(folder, "system.toml", "Nothing from memory", "Nothing at all from memory")
    load_prompts.cache_clear()
    assert load_prompts(folder).version != before


def test_requests_share_their_prefix() -> None:
    """All but the last message is the same for every article and for repairs, so that a provider can cache it."""
    prompts = load_prompts()
    first, second = (
        prepare(Submission(ARTICLE, published_on=PUBLISHED)),
        prepare(Submission("Huyện bổ nhiệm 3 cán bộ.")),
    )
    requests = [
        prompts.ask(first, find_passages(first)),
        prompts.ask(second, find_passages(second)),
        prompts.ask_again(first, find_passages(first), ["the number 25 does not stand there"]),
    ]
    assert all(request[:-1] == prompts.prefix() for request in requests)
    assert len({str(request[-1]) for request in requests}) == 3
    assert "2023-05-31" in requests[0][-1]["content"]
    assert "the number 25" in requests[2][-1]["content"]


def test_vietnamese_is_sent_as_it_is() -> None:
    """No message holds an escaped letter; decomposed text is sent composed."""
    import unicodedata

    article = prepare(Submission(unicodedata.normalize("NFD", ARTICLE)))
    for message in load_prompts().ask(article, find_passages(article)):
        assert "\\u" not in message["content"]
        assert unicodedata.is_normalized("NFC", message["content"])


def test_the_fence_does_not_stand_in_the_article() -> None:
    """A text that holds the marks made for it gets others; the same text always gets the same."""
    begin, end = fence("một")
    assert fence("một") == (begin, end)
    forged = "một"
    for _ in range(3):
        forged += fence(forged)[1]
        begin, end = fence(forged)
        assert begin not in forged
        assert end not in forged


@pytest.mark.parametrize("example", load_prompts().examples, ids=lambda example: example.name)
def test_production_code_finds_nothing_wrong_with_the_examples(example: Example) -> None:
    """Each worked example is whole, and every quote and value of it is grounded."""
    text = "\n".join(example.passages)
    published = None if example.published_on == "unknown" else date.fromisoformat(example.published_on)
    article = prepare(Submission(text, published_on=published))
    passages, at = [], 0
    for number, passage in enumerate(example.passages, 1):
        passages.append(Passage(number, at, at + len(passage)))
        at += len(passage) + 1
    whole = salvage(example.answer)
    converted = convert(article, passages, whole.items)
    assert [*whole.refused, *converted.refused, *ground(article, converted.reading).set_aside] == []
    assert not whole.broken_off
    assert len(whole.items) == sum(len(items) for items in json.loads(example.answer).values())
