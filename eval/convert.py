"""Gold to Extraction and back.

`to_extraction` turns a gold document into the Extraction that a perfect reader would give: the oracle of the tests, and
what damaged readings are made from. `to_gold` turns an extraction that an editor has reviewed into a gold document.
"""

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from schemas import Extraction

from .gold_set import FACT_LISTS, GoldArticle

Json = dict[str, Any]


def _walk(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)


def to_extraction(article: GoldArticle, optional: bool = True) -> Json:
    """The gold facts as an Extraction in JSON form; without `optional`, arguable facts are left out.

    The result has passed the contract's models, so gold with an unknown enumeration value raises ValidationError.
    """
    document = copy.deepcopy({name: list(article.gold.get(name) or ()) for name in (*FACT_LISTS, "checks")})
    for name in FACT_LISTS:
        document[name] = [fact for fact in document[name] if optional or not fact.get("optional")]
    document["checks"] = [check for check in document["checks"] if optional or not check.get("optional")]
    for node in _walk(document):
        node.pop("optional", None)
        for span in node.get("evidence") or ():
            span["exact"] = article.text[span["start"] : span["end"]]
        if isinstance(node.get("person"), str):
            node["person"] = {"name": node["person"]}
    for check in document["checks"]:
        check["status"] = check["status"][-1] if isinstance(check["status"], list) else check["status"]
    flagged = [f"/checks/{index}" for index in range(len(document["checks"]))]
    whole = {
        "id": article.id,
        "article": {"text": article.text, "language": "vi", "sha256": article.sha256},
        "review": {"status": "needs_review" if flagged else "clean", "reasons": flagged},
        "run": {"reader": "gold"},
        **document,
    }
    checked: Json = Extraction.model_validate(whole).model_dump(mode="json", by_alias=True)
    return checked


def to_gold(extraction: Mapping[str, Any], article_id: str, text_path: str) -> Json:
    """A reviewed extraction as a gold document, every fact `optional: false`, offsets kept, quotes left out.

    Only the checks that did not pass and whose cause is the source are kept: the others judge the reader, not the
    article.
    """
    article = extraction["article"]
    document: Json = {
        "id": article_id,
        "text_path": text_path,
        "text_sha256": article["sha256"],
        "source": {"outlet": article.get("outlet"), "published_on": article.get("published_on"), "province": None},
    }
    for name in FACT_LISTS:
        document[name] = [{**copy.deepcopy(fact), "optional": False} for fact in extraction.get(name) or ()]
    for node in _walk(document):
        if "evidence" in node:
            node["evidence"] = [{"start": span["start"], "end": span["end"]} for span in node["evidence"]]
        if isinstance(node.get("person"), dict):
            node["person"] = node["person"]["name"]
    document["checks"] = [
        {"code": check["code"], "status": ["warn", "fail"], "cause": "source", "target": check["target"],
         "expected": check.get("expected"), "actual": check.get("actual")}
        for check in extraction.get("checks") or ()
        if check["status"] != "pass" and check.get("cause") == "source"
    ]  # fmt: skip
    return document
