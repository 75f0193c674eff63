"""Signals of a fact that can be checked without gold: what confidence is made of.

Each signal is 1 where it holds and 0 where it does not or does not apply. None asks the reader how sure it is.
"""

from collections.abc import Mapping
from typing import Any

from .facts import Fact, facts_of, key
from .measure import grounded_values
from .sentences import sentence_at

SIGNALS = {
    "quotes_exact": "every span quotes the text as submitted",
    "value_in_quote": "the evidence holds the fact's numbers and names",
    "checks_pass": "no check on the fact, or on what holds it, warns or fails",
    "sum_confirmed": "a breakdown that adds up confirms the figure",
    "sentence_explained": "no unexplained number stands in the fact's sentences",
    "ledger_balanced": "the article has no unexplained number",
    "place_known": "the fact's place is in the gazetteer",
    "flow_whole": "the flow has both tiers, or there is none",
    "both_posts": "a move has the post left and the post taken",
    "posts_as_written": "a move's posts stand word for word in its sentences",
    "roles_known": "every post of a move has a role other than 'other'",
    "one_action": "exactly one action is read",
    "readers_agree": "a second reader gives the same fact",
}


def signals_of(extraction: Mapping[str, Any]) -> dict[str, tuple[str, dict[str, int]]]:
    """Per fact (JSON Pointer): its kind and its signals, by name. Checks are no facts."""
    text: str = extraction["article"]["text"]
    held = grounded_values(extraction)
    unexplained = [figure["span"] for figure in extraction.get("figures") or () if figure["status"] == "unexplained"]
    checks = extraction.get("checks") or ()
    bad = [check["target"] for check in checks if check["status"] != "pass" and check["target"]]
    sums = [c["target"] for c in checks if c["code"] == "total_matches_parts" and c["status"] == "pass"]
    differ = [check["target"] for check in checks if check["code"] == "readers_agree" and check["status"] != "pass"]
    hybrid = (extraction.get("run") or {}).get("reader") == "hybrid"
    found = {}
    for fact in facts_of(extraction):
        if fact.kind == "check":
            continue
        spans = _resolve(extraction, fact.pointer).get("evidence") or ()
        found[fact.pointer] = (
            fact.kind,
            {
                "quotes_exact": int(all(text[s["start"] : s["end"]] == s["exact"] for s in spans) and bool(fact.spans)),
                "value_in_quote": int(all(held.get(fact.pointer, []))),
                "checks_pass": int(not any(_related(fact.pointer, target) for target in bad)),
                "sum_confirmed": int(any(_related(fact.pointer, target) for target in sums)),
                "sentence_explained": int(not any(_beside(text, fact, span) for span in unexplained)),
                "ledger_balanced": int(not unexplained),
                "place_known": int(_place_known(extraction, fact)),
                "flow_whole": int(not fact["flow"] or all(fact["flow"])),
                **_of_move(text, fact),
                "one_action": int(len(fact["actions"] or ()) == 1),
                "readers_agree": int(hybrid and not any(_related(fact.pointer, target) for target in differ)),
            },
        )
    return found


def _of_move(text: str, fact: Fact) -> dict[str, int]:
    """The signals that only a move has; 0 for every other kind of fact."""
    if fact.kind != "event":
        return {"both_posts": 0, "posts_as_written": 0, "roles_known": 0}
    sentences = " ".join(key(text[slice(*sentence_at(text, *span))]) or "" for span in fact.spans)
    titles = [title for end in ("from", "to") for title in fact[end] or ()]
    roles = [fact[f"{end}_roles"] for end in ("from", "to") if fact[end]]
    return {
        "both_posts": int(bool(fact["from"] and fact["to"])),
        "posts_as_written": int(all(title in sentences for title in titles)),
        "roles_known": int(all(known and "other" not in known for known in roles)),
    }


def _resolve(extraction: Mapping[str, Any], pointer: str) -> Mapping[str, Any]:
    value: Any = extraction
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    found: Mapping[str, Any] = value
    return found


def _related(pointer: str, target: str) -> bool:
    """True where one pointer is the other or lies inside it."""
    return pointer == target or pointer.startswith(target + "/") or target.startswith(pointer + "/")


def _beside(text: str, fact: Fact, figure: Mapping[str, Any]) -> bool:
    return any(left <= figure["start"] < right for left, right in (sentence_at(text, *span) for span in fact.spans))


def _place_known(extraction: Mapping[str, Any], fact: Fact) -> bool:
    owner = _resolve(extraction, "/".join(fact.pointer.split("/")[:3]))
    return bool((owner.get("jurisdiction") or {}).get("code"))
