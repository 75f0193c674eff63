"""Gold sets: every layout loads, and what cannot be used is named."""

import json
from pathlib import Path

import pytest

from eval.gold_set import GoldArticle, GoldError, gold_hash, load_gold, text_hash

TEXT = "Thị xã Hòa An điều động 3 cán bộ.\r\n"
EMPTY: dict[str, list[object]] = {name: [] for name in ("summaries", "events", "ratios", "provisions", "documents")}


def _write(folder: Path, name: str, content: object) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    raw = content if isinstance(content, str) else json.dumps(content)
    (folder / name).write_bytes(raw.encode())


GOLD = {**EMPTY, "id": "a", "text_path": "a.txt", "text_sha256": text_hash(TEXT)}


@pytest.mark.parametrize(
    ("gold_folder", "text_folder", "root"),
    [("", "", ""), ("gold", "articles", ""), ("gold", "articles", "gold"), ("", "articles", "")],
    ids=["side by side", "parent folder", "sibling folder", "articles inside"],
)
def test_every_layout_loads(tmp_path: Path, gold_folder: str, text_folder: str, root: str) -> None:
    """The text is found in each of the four layouts, with its line ends untouched."""
    _write(tmp_path / gold_folder, "a.json", GOLD)
    _write(tmp_path / text_folder, "a.txt", TEXT)
    (article,) = load_gold(tmp_path / root)
    assert (article.id, article.text, article.intact) == ("a", TEXT, True)


@pytest.mark.parametrize(
    ("content", "message"), [("{", "a.json"), ([], "not a gold file"), (GOLD, "no text found")], ids=str
)
def test_an_unusable_file_is_named(tmp_path: Path, content: object, message: str) -> None:
    """Broken JSON, another shape and a missing text raise GoldError with the reason."""
    _write(tmp_path, "a.json", content)
    with pytest.raises(GoldError, match=message):
        load_gold(tmp_path)


def test_an_empty_folder_is_no_gold_set(tmp_path: Path) -> None:
    """A folder without gold files raises GoldError instead of scoring nothing."""
    with pytest.raises(GoldError, match="no gold files"):
        load_gold(tmp_path)


def test_the_hash_tells_truths_apart(example: GoldArticle) -> None:
    """The set's hash changes with a fact and with a letter of a text, and not with the order of articles."""
    other = GoldArticle("b", example.text + ".", example.gold, example.path)
    changed = GoldArticle("b", other.text, {**example.gold, "documents": []}, example.path)
    assert gold_hash([example, other]) == gold_hash([other, example])
    assert len({gold_hash([example]), gold_hash([other]), gold_hash([changed])}) == 3


def test_own_gold_is_whole(own_gold: list[GoldArticle]) -> None:
    """Our own set has 40 articles or more of 300 to 5,000 characters, each as it was annotated, 8 out of scope."""
    assert len(own_gold) >= 40
    assert all(article.intact for article in own_gold)
    assert [a.id for a in own_gold if not 300 <= len(a.text) <= 5000] == []
    assert sum(article.out_of_scope for article in own_gold) >= 8
