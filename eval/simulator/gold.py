"""A model that knows the gold: it reads the passages of the request and says what the annotators wrote about them.

It sees what a model sees, the request's text alone: a fact whose quote was not sent is not said. With `sow`, its reply
carries an error; asked again, it says what is right, or the same as before where it is `stubborn`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..convert import to_extraction
from ..gold_set import GoldArticle
from .answers import Answer, say
from .received import Received

Json = dict[str, Any]
Sow = Callable[[Json], None]
"""Puts an error into a reply, in place."""

_PASSAGE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
_AGAIN = "What does not hold:"


class GoldModel:
    """A responder for the simulator. What it does not know has no facts for it."""

    def __init__(self, articles: Sequence[GoldArticle], sow: Sow | None = None, stubborn: bool = False) -> None:
        self._known = [(_plain(article.text), article) for article in articles]
        self._facts: dict[str, Json] = {}
        self.sow = sow
        self.stubborn = stubborn

    def __call__(self, received: Received) -> Answer:
        """Answer one request."""
        passages = [(int(number), text) for number, text in _PASSAGE.findall(received.user)]
        again = _AGAIN in received.user
        reply = self.reply(passages)
        if self.sow and (self.stubborn or not again):
            self.sow(reply)
        return say(reply)

    def reply(self, passages: Sequence[tuple[int, str]]) -> Json:
        """What the gold says about some passages, in the shape that the model is asked for."""
        reply = _Reply()
        for text, article in self._known:
            own = [(number, passage) for number, passage in passages if passage in text]
            if own:
                if article.id not in self._facts:
                    self._facts[article.id] = to_extraction(article)
                reply.fill(self._facts[article.id], own)
        return reply.out


class _Reply:
    """Turns facts of the contract into items of the shape; what no passage holds is left out."""

    def __init__(self) -> None:
        self._passages: Sequence[tuple[int, str]] = ()
        self.out: Json = {"totals": [], "parts": [], "moves": [], "ratios": [], "rules": [], "documents": []}

    def fill(self, facts: Json, passages: Sequence[tuple[int, str]]) -> None:
        """Add the facts of one article that stand in these passages of it."""
        self._passages = passages
        for summary in facts["summaries"]:
            self._total(summary)
        for name, kind, make in (
            ("events", "moves", _move),
            ("ratios", "ratios", _ratio),
            ("provisions", "rules", _rule),
            ("documents", "documents", _document),
        ):
            for fact in facts[name]:
                quotes = self._quotes(fact["evidence"])
                if quotes:
                    at = quotes[0][0]
                    quoted = {"quotes": [q for _, q in quotes]} if kind == "moves" else {"quote": quotes[0][1]}
                    self.out[kind].append({"at": at, **quoted, **make(fact)})

    def _total(self, summary: Json) -> None:
        quotes = self._quotes(summary["evidence"])
        if not quotes:
            return
        number = len(self.out["totals"]) + 1
        period = summary.get("period") or {}
        total = {
            "id": number,
            "at": quotes[0][0],
            "quotes": [quote for _, quote in quotes],
            **_count(summary["total"]),
            **{key: summary[key] for key in ("status", "actions", "roles", "cadre_level", "decided_by")},
            **_flow(summary["flow"]),
            **_place(summary["jurisdiction"]),
            "period": period.get("edtf"),
            "term": period.get("term"),
        }
        self.out["totals"].append(total)
        for breakdown in summary["breakdowns"]:
            for part in breakdown["parts"]:
                found = self._quotes(part["evidence"]) or self._number(part["count"]["value"], quotes)
                item = {
                    "of": number,
                    "by": breakdown["by"],
                    "exhaustive": breakdown["exhaustive"],
                    "at": found[0][0],
                    "quote": found[0][1],
                    "label": part["label"],
                    **_count(part["count"]),
                    **_flow(part["flow"]),
                    "roles": part["roles"],
                    **_place(part["place"]),
                    "period": (part.get("period") or {}).get("edtf"),
                }
                self.out["parts"].append(item)

    def _number(self, value: int, near: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """A quote for a part whose gold has none: the next such number from the total's quote on, and a word around."""
        dotted = f"{value:,}".replace(",", r"\.")
        pattern = re.compile(rf"(?:\w+ )?(?<![\w.,/-])0*(?:{value}|{dotted})(?![\w/-]|[.,]\d)(?: \w+)?")
        first, quote = near[0]
        for at, text in self._passages:
            found = pattern.search(text, text.index(quote)) if at == first else None
            found = found or (pattern.search(text) if at >= first else None)
            if found:
                return [(at, found[0])]
        return near

    def _quotes(self, spans: Sequence[Json]) -> list[tuple[int, str]]:
        found = []
        for span in spans:
            quote = _plain(span["exact"])
            at = next((number for number, text in self._passages if quote in text), None)
            if at is not None:
                found.append((at, quote))
        return found


def _move(event: Json) -> Json:
    person, decision = event["person"], event["decision"] or {}
    return {
        **{key: person[key] for key in ("name", "honorific", "birth_year")},
        **{key: event[key] for key in ("status", "actions", "decided_by", "date", "until")},
        "left": [_post(post) for post in event["from"]],
        "taken": [_post(post) for post in event["to"]],
        "decision_number": decision.get("number"),
        "decision_date": decision.get("date"),
    }


def _post(post: Json) -> Json:
    return {key: post[key] for key in ("title", "roles", "level", "place")}


def _ratio(ratio: Json) -> Json:
    keys = ("measure", "label", "roles", "numerator", "denominator", "percent", "unit_level", "members")
    return {**{key: ratio[key] for key in keys}, **_place(ratio["jurisdiction"])}


def _rule(provision: Json) -> Json:
    return {**{key: provision[key] for key in ("kind", "value", "unit", "roles")}, **_flow(provision["flow"])}


def _document(document: Json) -> Json:
    return {key: document[key] for key in ("kind", "number", "date", "issuer", "title")}


def _count(count: Json | None) -> Json:
    return dict(count) if count else {"value": None, "unit": "person", "qualifier": "exact"}


def _flow(flow: Mapping[str, Any] | None) -> Json:
    return {key: (flow or {}).get(key) for key in ("from_level", "to_level")}


def _place(place: Mapping[str, Any] | None) -> Json:
    return {"place": (place or {}).get("name"), "place_level": (place or {}).get("level")}


def _plain(text: str) -> str:
    """Text as the request shows it: one spelling of characters, one space between words."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def as_text(reply: Json) -> str:
    """A reply as the model would write it."""
    return json.dumps(reply, ensure_ascii=False)
