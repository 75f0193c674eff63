"""Gold facts in the contract's full shape: gold leaves out what repeats, and adds marks for the scorer."""

import copy
from typing import Any

_SCORER_ONLY = ("optional",)


def to_contract(gold: dict[str, Any], text: str) -> dict[str, Any]:
    """An Extraction's JSON with the facts of a gold file: spans get their text, persons become objects."""
    facts = {
        name: [copy.deepcopy(fact) for fact in gold.get(name, [])]
        for name in ("summaries", "events", "ratios", "provisions", "documents")
    }
    for fact in (fact for group in facts.values() for fact in group):
        for mark in _SCORER_ONLY:
            fact.pop(mark, None)
        for span in fact.get("evidence", []):
            span["exact"] = text[span["start"] : span["end"]]
    for event in facts["events"]:
        event["person"] = {"name": event["person"]}
    return {
        "id": gold["id"],
        "article": {"text": text, "language": "vi", "sha256": gold["text_sha256"]},
        **facts,
        "review": {"status": "clean"},
        "run": {"reader": "gold"},
    }
