"""Tokens sent per article: ours, ours with the whole article, and langextract's prompts on the same articles.

langextract is given our rules as its description and our worked examples as its examples, and is run as it stands with
a model that notes the prompts and finds nothing. Tokens are those of OpenAI's encoding o200k_base, which litellm
carries; the few that a provider puts around each message are not counted. Needs the extras `model` and `bench`.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.model.passages import Passage, find_passages
from service.model.pieces import cut
from service.model.prompts import Messages, load_prompts
from service.model.strict import compact
from service.prepare import Prepared, Submission, prepare
from service.settings import Settings

from ..gold_set import GoldArticle

Count = Callable[[str], int]
SHARES = (0.5, 0.25, 0.1)
"""Prices of a cached token, as shares of a fresh one's, that providers ask."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What one contender sends for one article: calls, tokens, and how many of them are the same in every call."""

    calls: int
    tokens: int
    fixed: int


def counter() -> Count:
    """Count tokens offline. Raises ImportError without the extras."""
    found = importlib.util.find_spec("litellm")
    if found is None or found.origin is None:
        raise ImportError("litellm")
    os.environ.setdefault("TIKTOKEN_CACHE_DIR", str(Path(found.origin).parent / "litellm_core_utils" / "tokenizers"))
    import tiktoken

    encoding = tiktoken.get_encoding("o200k_base")
    return lambda text: len(encoding.encode(text, disallowed_special=()))


def ours(article: GoldArticle, count: Count) -> Sent:
    """The passages that can hold a fact, in pieces, as the reader sends them first."""
    prepared = _prepared(article)
    return _asked(prepared, cut(find_passages(prepared), Settings().piece_characters), count)


def whole(article: GoldArticle, count: Count) -> Sent:
    """The same prompts with all of the article, in as few pieces as we would cut."""
    prepared = _prepared(article)
    lines, at = [], 0
    for number, line in enumerate(article.text.splitlines(keepends=True), 1):
        lines.append(Passage(number, at, at + len(line)))
        at += len(line)
    return _asked(prepared, cut([line for line in lines if line.end > line.start], Settings().piece_characters), count)


def _prepared(article: GoldArticle) -> Prepared:
    return prepare(Submission(text=article.text, published_on=article.published_on))


def _asked(prepared: Prepared, pieces: Sequence[list[Passage]], count: Count) -> Sent:
    fixed = _tokens(load_prompts().prefix(), count)
    asked = [load_prompts().ask(prepared, piece) for piece in pieces]
    return Sent(len(asked), sum(_tokens(messages, count) for messages in asked), fixed * len(asked))


def _tokens(messages: Messages, count: Count) -> int:
    return sum(count(str(message["content"])) for message in messages)


def langextract(buffer: int) -> Callable[[GoldArticle, Count], Sent]:
    """langextract with chunks of at most `buffer` characters (its default is 1,000). Raises ImportError without it."""
    import langextract as lx
    from langextract.core.base_model import BaseLanguageModel
    from langextract.core.types import ScoredOutput

    class Noting(BaseLanguageModel):  # type: ignore[misc, unused-ignore] # untyped where it is installed
        """Notes the prompts and finds nothing."""

        def __init__(self) -> None:
            super().__init__()
            self.prompts: list[str] = []

        def infer(self, batch_prompts: Sequence[str], **_: Any) -> Iterator[Sequence[Any]]:
            """Answer each prompt with an empty list."""
            for prompt in batch_prompts:
                self.prompts.append(prompt)
                yield [ScoredOutput(score=1.0, output='```json\n{"extractions": []}\n```')]

    prompts = load_prompts()
    rules = prompts.system.text.partition("\nShape\n")[0].strip()
    examples = [_example(lx.data, e.passages, json.loads(e.answer)) for e in prompts.examples]

    def prompts_for(text: str) -> list[str]:
        model = Noting()
        lx.extract(
            text,
            prompt_description=rules,
            examples=examples,
            model=model,
            use_schema_constraints=False,
            max_char_buffer=buffer,
            show_progress=False,
            prompt_validation_level=lx.prompt_validation.PromptValidationLevel.OFF,
        )
        return model.prompts

    (bare,) = prompts_for("Không.")
    stable = bare.rpartition("Không.")[0]

    def send(article: GoldArticle, count: Count) -> Sent:
        tokens = [count(prompt) for prompt in prompts_for(article.text)]
        return Sent(len(tokens), sum(tokens), count(stable) * len(tokens))

    return send


def _example(data: Any, passages: Sequence[str], answer: dict[str, list[dict[str, Any]]]) -> Any:
    """One of our worked examples as langextract wants it: each item by its quote, the rest as attributes."""
    extractions = []
    for kind, items in answer.items():
        for item in items:
            quote = item.get("quote") or item["quotes"][0]
            rest = {k: v for k, v in item.items() if k not in ("quote", "quotes", "at") and v not in (None, [])}
            extractions.append(data.Extraction(extraction_class=kind, extraction_text=quote, attributes=rest))
    return data.ExampleData(text="\n".join(passages), extractions=extractions)


def table(sets: Sequence[tuple[str, Sequence[GoldArticle]]]) -> str:
    """Means per article as a Markdown table, and what a provider's cache would save."""
    count = counter()
    contenders: dict[str, Callable[[GoldArticle, Count], Sent]] = {"ours": ours, "ours, whole article": whole}
    try:
        contenders["langextract, chunks of 1,000"] = langextract(1000)
        contenders["langextract, chunks of 6,000"] = langextract(6000)
    except ImportError:
        pass
    fixed = _tokens(load_prompts().prefix(), count)
    lines = [
        f"Fixed part of our prompts: {fixed} tokens; the strict schema beside it, where it is sent: "
        f"{count(compact(_shape()))} tokens.",
        "",
        "| set | contender | calls | tokens | without the fixed part | ratio to ours | fixed share |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, articles in sets:
        base = 0.0
        for contender, send in contenders.items():
            sent = [send(article, count) for article in articles]
            calls, tokens, same = (
                sum(getattr(s, key) for s in sent) / len(sent) for key in ("calls", "tokens", "fixed")
            )
            base = base or tokens
            lines.append(
                f"| {name} ({len(articles)}) | {contender} | {calls:.2f} | {tokens:.0f} | {tokens - same:.0f} "
                f"| {tokens / base:.2f} | {same / tokens:.0%} |"
            )
            if contender == "ours":
                share = same / tokens
    saved = ", ".join(f"{share * (1 - price):.0%} at {price:g} of the price" for price in SHARES)
    return "\n".join([*lines, "", f"A cache of the fixed part saves of our input cost in the last set: {saved}."])


def _shape() -> Any:
    from service.model.shape import Answer

    return Answer
