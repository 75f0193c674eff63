"""Errors of a model, sown into a right reply one at a time, so that it can be told what became of each.

The kinds fall into four groups: what is said does not stand in the article; it stands there and is wrong; something is
missing; the reply is only spelled or quoted in another way.
"""

from __future__ import annotations

import copy
import json
import random
import re
import threading
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from service.folding import fold
from service.numbers import find_numbers

Json = dict[str, Any]
Group = Literal["not in the text", "in the text, wrong", "missing", "quoted otherwise"]

_POINTERS = ("id", "of", "at")
_TONES = {"óa": "oá", "òa": "oà", "ủy": "uỷ", "úy": "uý", "ụy": "uỵ", "Ủy": "Uỷ", "ỏe": "oẻ", "ọa": "oạ", "ũy": "uỹ"}
_OPEN_ENDING = re.compile(rf"(?<![qQ])(?:{'|'.join(_TONES)})(?!\w)")
_INVENTED = "Nguyễn Bịa Đặt"


@dataclass(frozen=True, slots=True)
class Error:
    """One error: in the reply's list `kind`, `before` becomes `after` (None: it is dropped; before None: added).

    `wrong` is the value that must not come out as a fact; None where something is missing.
    """

    kind: str
    before: Json | None
    after: Json | None
    wrong: object = None


Plan = Callable[[Json, str, random.Random], Error | None]
"""Chooses an error for a right reply and the text it was read from; None where the reply has no place for it."""


def _pick(reply: Json, name: str, rng: random.Random, fits: Callable[[Json], bool] = lambda item: True) -> Json | None:
    items = [item for item in reply[name] if fits(item)]
    return rng.choice(items) if items else None


def _changed(kind: str, item: Json | None, wrong: object, **changes: Any) -> Error | None:
    return Error(kind, item, {**copy.deepcopy(item), **changes}, wrong) if item is not None else None


def _counted(reply: Json, rng: random.Random) -> tuple[str, Json] | None:
    name = rng.choice(("totals", "parts"))
    item = _pick(reply, name, rng, lambda item: bool(item["value"])) or _pick(
        reply, "totals", rng, lambda t: t["value"]
    )
    return (name if item in reply[name] else "totals", item) if item else None


def _foreign(value: int, text: str) -> int:
    """A number near another that does not stand in the text, in digits or words."""
    there = {mention.value for mention in find_numbers(fold(text).text)} | set(map(int, re.findall(r"\d+", text)))
    return next(n for n in range(max(value, 12) + 1, value + 10_000) if n not in there)


def number_off(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A count is a number that the article does not have; the quote is right."""
    if not (found := _counted(reply, rng)):
        return None
    wrong = _foreign(found[1]["value"], text)
    return _changed(*found, wrong, value=wrong)


def number_off_in_quote(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A count is off, and the quote has been made to fit."""
    if not (found := _counted(reply, rng)):
        return None
    name, item = found
    wrong = _foreign(item["value"], text)
    digits = re.compile(rf"(?<!\d)0*{item['value']}(?!\d)")
    if name == "parts":
        return _changed(name, item, wrong, value=wrong, quote=digits.sub(str(wrong), item["quote"]))
    return _changed(name, item, wrong, value=wrong, quotes=[digits.sub(str(wrong), quote) for quote in item["quotes"]])


def ratio_off(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A ratio's numerator is a number that the article does not have."""
    item = _pick(reply, "ratios", rng, lambda item: bool(item["numerator"]))
    wrong = _foreign(item["numerator"], text) if item else 0
    return _changed("ratios", item, wrong, numerator=wrong)


def rule_off(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A rule's number is one that the article does not have."""
    item = _pick(reply, "rules", rng, lambda item: bool(item["value"]))
    wrong = _foreign(int(item["value"]), text) if item else 0
    return _changed("rules", item, wrong, value=wrong)


def total_from_memory(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A total that the model knows from elsewhere, with a quote to match."""
    item = _pick(reply, "totals", rng)
    if item is None:
        return None
    wrong = _foreign(300, text)
    new = {**copy.deepcopy(item), "id": 900, "value": wrong, "quotes": [f"đã luân chuyển {wrong} cán bộ"]}
    return Error("totals", None, new, wrong)


def name_invented(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A move's person has a name that the article does not have."""
    return _changed("moves", _pick(reply, "moves", rng), _INVENTED, name=_INVENTED)


def move_invented(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A move that nobody made, with the quote of another."""
    item = _pick(reply, "moves", rng)
    return Error("moves", None, {**copy.deepcopy(item), "name": _INVENTED}, _INVENTED) if item else None


def title_invented(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A post that the article does not name."""
    item = _pick(reply, "moves", rng, lambda item: bool(item["taken"]))
    title = "Cục trưởng Cục Hàng hải Phương Bắc"
    return _changed("moves", item, title, taken=[{**item["taken"][0], "title": title}]) if item else None


def place_invented(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A total is said to be of a place that the article does not name."""
    item = _pick(reply, "totals", rng)
    return _changed("totals", item, "Xuân Bịa", place="Xuân Bịa", place_level="district")


def date_invented(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A day that the article does not give."""
    return _changed("moves", _pick(reply, "moves", rng), "1987-03-29", date="1987-03-29")


def document_invented(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A document's number is one that the article does not have."""
    item = _pick(reply, "documents", rng, lambda item: bool(item["number"]))
    return _changed("documents", item, "9917-QĐ/BĐ", number="9917-QĐ/BĐ")


def number_of_another(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A count is the number of another fact; the quote is right and does not hold it."""
    if not (found := _counted(reply, rng)):
        return None
    quote = " ".join(found[1].get("quotes") or [found[1]["quote"]])
    there = set(re.findall(r"\d+", quote))
    others = sorted(
        {n for n in re.findall(r"(?<![\d./])\d{1,3}(?![\d./])", text) if n not in there and f"0{n}" not in there}
    )
    if not others:
        return None
    wrong = int(rng.choice(others))
    return _changed(*found, wrong, value=wrong)


def name_of_another(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A move's person is another one of the article; the quote is right and does not hold the name."""
    item = _pick(reply, "moves", rng)
    others = sorted({m["name"] for m in reply["moves"] if item and m["name"] not in " ".join(item["quotes"])})
    wrong = rng.choice(others) if others else ""
    return _changed("moves", item, wrong, name=wrong) if wrong else None


def ends_swapped(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A part goes from where it goes to."""
    item = _pick(reply, "parts", rng, lambda p: p["from_level"] != p["to_level"])
    if item is None:
        return None
    start, end = item["from_level"], item["to_level"]
    return _changed("parts", item, (start, end), from_level=end, to_level=start)


def part_dropped(reply: Json, text: str, rng: random.Random) -> Error | None:
    """One part of a breakdown is not said."""
    item = _pick(reply, "parts", rng)
    return Error("parts", item, None) if item else None


def total_dropped(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A total and its parts are not said."""
    item = _pick(reply, "totals", rng, lambda item: bool(item["value"]))
    return Error("totals", item, None) if item else None


def move_dropped(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A move is not said."""
    item = _pick(reply, "moves", rng)
    return Error("moves", item, None) if item else None


def quotes_merged(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A part's quote and that of the next are run together."""
    if len(reply["parts"]) < 2:
        return None
    k = rng.randrange(len(reply["parts"]) - 1)
    item, following = reply["parts"][k], reply["parts"][k + 1]
    merged = f"{item['quote']} ... {following['quote']}"
    return _changed("parts", item, merged, quote=merged)


def quote_reworded(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A total's quote is told in other words."""
    item = _pick(reply, "totals", rng)
    return _changed("totals", item, None, quotes=[f"nói gọn là {item['quotes'][0]}"]) if item else None


def nfd(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A move or total is written with its marks apart (Unicode NFD)."""
    return _respelled(reply, rng, lambda s: unicodedata.normalize("NFD", s))


def tone_placement(reply: Json, text: str, rng: random.Random) -> Error | None:
    """A move or total has its tone marks on the other vowel."""
    return _respelled(reply, rng, lambda s: _OPEN_ENDING.sub(lambda match: _TONES[match.group()], s))


def _respelled(reply: Json, rng: random.Random, spell: Callable[[str], str]) -> Error | None:
    for name in ("moves", "totals"):
        item = _pick(reply, name, rng, lambda item: _map(item, spell) != item)
        if item:
            return Error(name, item, _map(item, spell))
    return None


def _map(value: Any, spell: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return spell(value)
    if isinstance(value, list):
        return [_map(inner, spell) for inner in value]
    return {key: _map(inner, spell) for key, inner in value.items()} if isinstance(value, dict) else value


KINDS: Mapping[str, tuple[Group, Plan]] = {
    **{
        plan.__name__: ("not in the text", plan)
        for plan in (
            number_off,
            number_off_in_quote,
            ratio_off,
            rule_off,
            total_from_memory,
            name_invented,
            move_invented,
            title_invented,
            place_invented,
            date_invented,
            document_invented,
        )
    },
    **{p.__name__: ("in the text, wrong", p) for p in (number_of_another, name_of_another, ends_swapped)},
    **{p.__name__: ("missing", p) for p in (part_dropped, total_dropped, move_dropped)},
    **{p.__name__: ("quoted otherwise", p) for p in (quotes_merged, quote_reworded, nfd, tone_placement)},
}
"""Every kind of error, with its group."""


class Sower:
    """Sows one error of a kind into the first reply, and the same one into later replies that have its place.

    `text` is the whole article.
    """

    def __init__(self, kind: str, seed: str, text: str) -> None:
        self._text = text
        self._plan = KINDS[kind][1]
        self._rng = random.Random(f"{kind}:{seed}")
        self._lock = threading.Lock()
        self.error: Error | None = None

    def __call__(self, reply: Json) -> None:
        """Change a reply in place."""
        with self._lock:
            if self.error is None:
                self.error = self._plan(reply, self._text, self._rng)
        if self.error is not None:
            _apply(self.error, reply)


def _apply(error: Error, reply: Json) -> None:
    items = reply[error.kind]
    if error.before is None:
        assert error.after is not None
        items.append(copy.deepcopy(error.after))
        return
    for k, item in enumerate(items):
        if _bare(item) == _bare(error.before):
            if error.after is not None:
                items[k] = {**copy.deepcopy(error.after), **{key: item[key] for key in _POINTERS if key in item}}
            else:
                del items[k]
                if error.kind == "totals":
                    reply["parts"] = [part for part in reply["parts"] if part["of"] != item["id"]]
            return


def _bare(item: Json) -> str:
    return json.dumps({key: value for key, value in item.items() if key not in _POINTERS}, sort_keys=True)
