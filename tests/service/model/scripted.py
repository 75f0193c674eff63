"""A provider that says what a script tells it, without server or network, and answers in the model's shape."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from schemas import Extraction
from service.errors import LuanChuyenError
from service.model.accounts import Spent
from service.model.hybrid import HybridReader
from service.model.provider import Call, Provider, Reject, Reply
from service.model.reader import LlmReader, Step
from service.pipeline import extract
from service.prepare import Submission
from service.settings import Settings

ARTICLE = (
    "Năm 2023, huyện Thanh Sơn luân chuyển 24 cán bộ, gồm 9 đồng chí từ huyện về xã, 7 đồng chí từ xã lên huyện"
    " và 8 đồng chí giữa các xã.\n"
    "Ngày 12/5/2023, Ban Thường vụ Huyện ủy điều động ông Trần Văn Khải, Trưởng phòng Nội vụ huyện, giữ chức Bí thư"
    " Đảng ủy xã Tân Lộc.\n"
)
PUBLISHED = date(2023, 5, 31)

Json = dict[str, Any]
Script = Callable[[str], Any]
"""From the request's last message to what the model says: JSON, text, or an error to raise."""


def total(value: int | None, quote: str, number: int = 1, **fields: Any) -> Json:
    """An item of `totals`."""
    return {
        "id": number,
        "at": 1,
        "quotes": [quote],
        "value": value,
        "unit": "person",
        "qualifier": "exact",
        "status": "done",
        "actions": ["rotation"],
        "from_level": None,
        "to_level": None,
        "roles": [],
        "cadre_level": None,
        "place": None,
        "place_level": None,
        "decided_by": None,
        "period": None,
        "term": None,
    } | fields


def part(value: int, quote: str, label: str, of: int = 1, **fields: Any) -> Json:
    """An item of `parts`."""
    return {
        "of": of,
        "by": "direction",
        "exhaustive": True,
        "at": 1,
        "quote": quote,
        "label": label,
        "value": value,
        "unit": "person",
        "qualifier": "exact",
        "from_level": None,
        "to_level": None,
        "roles": [],
        "place": None,
        "place_level": None,
        "period": None,
    } | fields


def move(name: str, quote: str, title: str, **fields: Any) -> Json:
    """An item of `moves`."""
    return {
        "at": 2,
        "quotes": [quote],
        "name": name,
        "honorific": "ông",
        "birth_year": None,
        "status": "done",
        "actions": ["transfer"],
        "left": [],
        "taken": [{"title": title, "roles": ["secretary"], "level": "commune", "place": "Tân Lộc"}],
        "decided_by": None,
        "decision_number": None,
        "decision_date": None,
        "date": None,
        "until": None,
    } | fields


def answer(**lists: list[Json]) -> Json:
    """A whole answer; lists that are not given are empty."""
    return {name: lists.get(name, []) for name in ("totals", "parts", "moves", "ratios", "rules", "documents")}


def good(**changes: list[Json]) -> Json:
    """Everything that `ARTICLE` says."""
    return (
        answer(
            totals=[total(24, "luân chuyển 24 cán bộ", period="2023", place="Thanh Sơn", place_level="district")],
            parts=[
                part(9, "9 đồng chí từ huyện về xã", "từ huyện về xã", from_level="district", to_level="commune"),
                part(7, "7 đồng chí từ xã lên huyện", "từ xã lên huyện", from_level="commune", to_level="district"),
                part(8, "8 đồng chí giữa các xã", "giữa các xã", from_level="commune", to_level="commune"),
            ],
            moves=[
                move(
                    "Trần Văn Khải",
                    "điều động ông Trần Văn Khải, Trưởng phòng Nội vụ huyện, giữ chức Bí thư Đảng ủy xã Tân Lộc",
                    "Bí thư Đảng ủy xã Tân Lộc",
                    date="2023-05-12",
                )
            ],
        )
        | changes
    )


def numbered(request: str) -> dict[int, str]:
    """The passages of a request by their numbers."""
    return {int(number): text for number, text in re.findall(r"^\[(\d+)\] (.*)$", request, re.MULTILINE)}


class Scripted(Provider):
    """A provider of one model, or of several, that all follow one script. `asked` holds the requests' last messages."""

    def __init__(self, script: Script | Sequence[Any], models: Sequence[str] = ("scripted",)) -> None:
        self._script = script if callable(script) else iter(script).__next__
        self._takes_request = callable(script)
        self._models = list(models)
        self.asked: list[str] = []
        self.calls: list[Call] = []
        self.spent = Spent()

    @property
    def models(self) -> list[str]:
        """The names of the models."""
        return self._models

    def for_article(self) -> Provider:
        """The provider itself: a test reads one article."""
        return self

    async def ask(self, call: Call, reject: Reject | None = None) -> Reply:
        """Say what the script has next; a reply that is rejected is asked of the next model."""
        self.calls.append(call)
        for model in self._models:
            self.asked.append(str(call.messages[-1]["content"]))
            said = self._script(self.asked[-1]) if self._takes_request else self._script()  # type: ignore[call-arg]
            if isinstance(said, LuanChuyenError):
                raise said
            content = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
            reply = Reply(content, None, False, False, model, self.spent.usage, 0.0, 1)
            if reject is None or reject(reply) is None:
                return reply
        from service.errors import ModelFailed

        raise ModelFailed([(model, "bad_output") for model in self._models])


def read(
    provider: Provider,
    text: str = ARTICLE,
    hybrid: bool = False,
    steps: list[Step] | None = None,
    **settings: Any,
) -> Extraction:
    """Read an article through the pipeline with the scripted provider."""
    reader = LlmReader(
        provider, Settings(model="scripted", **settings), listen=steps.append if steps is not None else None
    )
    submission = Submission(text, published_on=PUBLISHED)
    return extract(submission, HybridReader(reader) if hybrid else reader, lang="en")
