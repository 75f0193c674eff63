"""What becomes of a model's errors: each is sown into a right reply alone, and the result set beside the sound one.

The model is the simulator answering from gold over HTTP. Every fate is told by comparing the facts of two results:

    undone          the same facts as without the error, without asking again
    repaired        the same facts as without the error, after asking again
    left out, said  the wrong value is not in the result, something is missing, and a check that did not hold says so
    left out        the same without such a check
    wrong, flagged  the wrong value is in the result, and a check that did not hold came with it
    let through     the wrong value is in the result, and no check tells
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from schemas import CheckStatus, Extraction
from service.desk import ModelReader
from service.model.hybrid import HybridReader
from service.model.provider import Provider
from service.model.reader import LlmReader
from service.pipeline import extract
from service.prepare import Submission
from service.settings import Settings

from ..gold_set import FACT_LISTS, GoldArticle
from ..simulator import Simulator
from ..simulator.gold import GoldModel
from ..simulator.sowing import KINDS, Error, Sower

FATES = ("undone", "repaired", "left out, said", "left out", "wrong, flagged", "let through")
"""What can become of an error, from best to worst."""

Leaf = tuple[str, object]


def fate(error: Error, sound: Extraction, result: Extraction) -> str:
    """What became of an error: one of FATES."""
    before, after = Counter(leaves(sound)), Counter(leaves(result))
    new, gone = after - before, before - after
    if not new and not gone:
        return "repaired" if result.run.attempts > sound.run.attempts else "undone"
    wrong = error.wrong if isinstance(error.wrong, tuple) else (error.wrong,)
    told = bool(Counter(_complaints(result)) - Counter(_complaints(sound)))
    if error.wrong is not None and any(value in wrong for _, value in new):
        return "wrong, flagged" if told else "let through"
    return "left out, said" if told else "left out"


def leaves(extraction: Extraction) -> Iterator[Leaf]:
    """Every value of the facts with its path; where it stands in the text and in which spelling does not count."""
    document = extraction.model_dump(mode="json", by_alias=True, include=set(FACT_LISTS))
    for name in FACT_LISTS:
        yield from _walk(name, document[name])


def _walk(path: str, value: Any) -> Iterator[Leaf]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "evidence":
                yield from _walk(f"{path}.{key}", inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(path, inner)
    elif value is not None:
        yield path, value


def _complaints(extraction: Extraction) -> list[tuple[str, str]]:
    return [(check.code, check.message) for check in extraction.checks if check.status is not CheckStatus.PASS]


class Field:
    """The readers at a simulator that answers from gold. `stubborn`: it says the same when asked again."""

    def __init__(self, simulator: Simulator, articles: Sequence[GoldArticle], stubborn: bool = False) -> None:
        self._simulator = simulator
        self._model = simulator.responder = GoldModel(articles, stubborn=stubborn)
        settings = Settings(model="simulated", api_base=simulator.base_url, model_mode="json_schema")
        llm = LlmReader(Provider.from_settings(settings), settings)
        self.readers: dict[str, ModelReader] = {"llm": llm, "hybrid": HybridReader(llm)}

    def read(self, article: GoldArticle, reader: str, sower: Sower | None = None) -> Extraction:
        """Read one article, with an error sown into what the model says, or without."""
        self._model.sow = sower
        submission = Submission(text=article.text, published_on=article.published_on)
        return extract(submission, self.readers[reader], lang="en")


def run(articles: Sequence[GoldArticle], reader: str, stubborn: bool, kinds: Sequence[str] = tuple(KINDS)) -> Fates:
    """Sow each kind of error into each article that has a place for it, once."""
    fates: Fates = {kind: Counter() for kind in kinds}
    with Simulator() as simulator:
        field = Field(simulator, articles, stubborn)
        for article in articles:
            sound = field.read(article, reader)
            for kind in kinds:
                sower = Sower(kind, article.id, article.text)
                result = field.read(article, reader, sower)
                if sower.error is not None:
                    fates[kind][fate(sower.error, sound, result)] += 1
    return fates


Fates = dict[str, Counter[str]]


def table(fates: Fates) -> str:
    """Shares per kind of error as a Markdown table."""
    lines = ["| group | error | n | " + " | ".join(FATES) + " |", "|---|---|---|" + "---|" * len(FATES)]
    for kind, counts in fates.items():
        n = counts.total()
        cells = [f"{counts[name] / n:.0%}" if counts[name] else "" for name in FATES] if n else [""] * len(FATES)
        lines.append(f"| {KINDS[kind][0]} | `{kind}` | {n} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
