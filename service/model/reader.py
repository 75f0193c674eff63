"""The language model as reader: passages in pieces, replies salvaged and grounded, what does not hold asked again.

One article is one conversation:

1. the passages that can hold a fact, in pieces, are read in parallel; a reply that breaks off is kept as far as it is
   whole, and its piece read again in halves;
2. each reply is grounded, and the pieces' facts become one reading without doubles, which the later stations judge;
3. what is refused, ungrounded, short or unexplained is asked again with just its passages and the reason. The answer
   comes in once beside the facts it is about and once in their place; the best of all readings so far is kept: fewest
   checks that did not hold, then most grounded values, and the earlier of two that are equal;
4. a piece that no model could read, and items that stayed unproved, become checks for the editor.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from schemas import Check
from service.desk import Desk, Judged, Outcome
from service.errors import ModelError
from service.model.findings import left_out, unread
from service.model.merge import merge, without
from service.model.passages import Passage, find_passages
from service.model.pieces import cut, halves
from service.model.prompts import Messages, Prompts, load_prompts
from service.model.provider import Call, Provider, Reply
from service.model.repair import Doubt, doubts_of, scope, without_doubted
from service.model.shape import Answer
from service.model.understood import Step, Understood, together, understand
from service.reading import Reading
from service.settings import Settings

_MOST_SPLITS = 2  # times that a piece whose reply breaks off is halved


__all__ = ["Listen", "LlmReader", "Step"]

Listen = Callable[[Step], None]


class LlmReader:
    """Reads by asking the models of the settings. `listen` is called with every reply."""

    name = "llm"

    def __init__(
        self,
        provider: Provider,
        settings: Settings,
        prompts: Prompts | None = None,
        listen: Listen | None = None,
    ) -> None:
        self._provider = provider
        self._settings = settings
        self._prompts = prompts or load_prompts()
        self._listen = listen

    @property
    def model(self) -> str | None:
        """The name of the model that is asked first."""
        return self._settings.model

    @property
    def prompt_version(self) -> str:
        """The version of the prompts, for `run.prompt_version`."""
        return self._prompts.version

    async def converse(self, desk: Desk) -> Outcome:
        """Read the article on the desk; raises the `Model...` errors when no model can read any of it."""
        talk = _Talk(desk, self._provider.for_article(), self._prompts, self._settings, self._listen)
        spent = talk.account.spent
        try:
            draft, attempts = await talk.hold()
        except ModelError as error:
            error.usage, error.cost_usd = spent.usage, spent.cost_usd
            raise
        return Outcome(
            judged=draft.judged,
            reader=self.name,
            model=talk.model or self.model,
            prompt_version=self._prompts.version,
            attempts=attempts,
            usage=spent.usage,
            cost_usd=spent.cost_usd,
            checks=[*talk.unread, *left_out(draft.unproved, talk.passages, desk)],
        )


@dataclass(slots=True)
class _Draft:
    """A judged reading with the doubts about it."""

    judged: Judged
    doubts: list[Doubt]

    @property
    def rank(self) -> tuple[int, int, int]:
        """The reading's rank; of two alike, the one of whose answers less is unproved."""
        return (*self.judged.rank, sum(doubt.unproved for doubt in self.doubts))

    @property
    def unproved(self) -> list[Doubt]:
        """What was said and is not in the article, but for places and bodies."""
        return [doubt for doubt in self.doubts if doubt.unproved and not doubt.minor]


class _Talk:
    """The conversation about one article. `unread` are the checks for pieces that no model could read."""

    def __init__(
        self, desk: Desk, account: Provider, prompts: Prompts, settings: Settings, listen: Listen | None
    ) -> None:
        self.desk = desk
        self.account = account
        self.passages = find_passages(desk.prepared)
        self.unread: list[Check] = []
        self.model: str | None = None
        self._prompts = prompts
        self._settings = settings
        self._listen = listen
        self._at_once = asyncio.Semaphore(settings.parallel_pieces)

    async def hold(self) -> tuple[_Draft, int]:
        """The best reading and how many were made; an article without passages is not sent at all."""
        if not self.passages:
            return await self._judged(Understood(Reading())), 0
        pieces = cut(self.passages, self._settings.piece_characters)
        understood = await self._read_all(pieces)
        best = await self._judged(understood)
        attempts = 1
        while attempts < self._settings.max_attempts and any(attempts == 1 or not d.minor for d in best.doubts):
            try:
                draft = await self._repaired(best)
            except ModelError:  # the reading at hand stands; its doubts are in the checks
                break
            attempts += 1
            if draft is not None and draft.rank < best.rank:
                best = draft
        return best, attempts

    async def _read_all(self, pieces: list[list[Passage]]) -> Understood:
        """Read all pieces; raises the first error when none can be read."""
        results = await asyncio.gather(*(self._read_or_fail(n, piece) for n, piece in enumerate(pieces, 1)))
        failed = [result for result in results if isinstance(result, ModelError)]
        if len(failed) == len(pieces):
            raise failed[0]
        known = {
            p.number for piece, got in zip(pieces, results, strict=True) if isinstance(got, Understood) for p in piece
        }
        for piece, result in zip(pieces, results, strict=True):
            missed = [passage for passage in piece if passage.number not in known]
            if isinstance(result, ModelError) and missed:
                self.unread.append(unread(missed, result.code, self.desk))
                known.update(passage.number for passage in missed)
        return together([result for result in results if isinstance(result, Understood)])

    async def _read_or_fail(self, number: int, piece: list[Passage]) -> Understood | ModelError:
        async with self._at_once:
            try:
                return await self._read(piece, f"piece {number}")
            except ModelError as error:
                return error

    async def _read(self, piece: list[Passage], label: str, splits: int = 0) -> Understood:
        """Read one piece; what breaks off is kept and read again in halves, as far as that goes."""
        parts = halves(piece)
        whole = splits > 0 or len(parts) < 2
        first = await self._ask(self._prompts.ask(self.desk.prepared, piece), label, whole)
        if not first.broken_off:
            return first
        if len(parts) < 2 or splits >= _MOST_SPLITS:
            self.unread.append(unread(piece, "broken_off", self.desk))
            return first
        # What broke off is asked again in the halves, so that nothing of it is left to repair.
        found = [Understood(first.reading, [doubt for doubt in first.unproved if doubt.unproved])]
        for half, part in enumerate(parts, 1):
            try:
                found.append(await self._read(part, f"{label}.{half}", splits + 1))
            except ModelError as error:
                self.unread.append(unread(part, error.code, self.desk))
        return together(found)

    async def _repaired(self, best: _Draft) -> _Draft | None:
        """The best of three readings with the answer to the doubts: beside the facts it is about, in place of those
        that it gives again, or in place of all that a check points to. None where there is no answer.
        """
        most = self._settings.piece_characters
        major = [doubt for doubt in best.doubts if not doubt.minor]
        asked, passages = scope([*major, *(d for d in best.doubts if d.minor)], self.passages, most)
        problems = [doubt.words for doubt in asked]
        messages = self._prompts.ask_again(self.desk.prepared, passages, problems)
        answer = await self._ask(messages, "repair")
        if not answer.facts and not answer.unproved:
            return None
        drafts = []
        before = best.judged.reading
        for kept in (before, without(before, answer.reading), without_doubted(best.judged)):
            reading = merge([answer.reading, kept])
            drafts.append(await self._judged(Understood(reading, answer.unproved)))
        return min(drafts, key=lambda draft: draft.rank)

    async def _judged(self, understood: Understood) -> _Draft:
        """Judge a reading in a thread, so that other articles' calls go on."""
        judged = await asyncio.to_thread(self.desk.judge, understood.reading)
        return _Draft(judged, doubts_of(judged, understood.unproved, self.passages, self.desk.rules))

    async def _ask(self, messages: Messages, label: str, whole: bool = False) -> Understood:
        """Ask, and understand the answer.

        One without anything that stands in the article is no good while there is another model to ask, nor one that
        breaks off where a `whole` one is needed, because halving has not helped; in the end the best that was said is
        taken.
        """
        seen: list[Understood] = []

        def reject(reply: Reply) -> str | None:
            understood = self._understand(reply, label)
            seen.append(understood)
            if len(self.account.models) < 2:
                return None
            if whole and understood.broken_off:
                return "broken_off"
            return "ungrounded" if not understood.facts and understood.unproved else None

        try:
            await self.account.ask(Call(messages, Answer, label=label), reject)
        except ModelError:
            if not seen:
                raise
        return max(seen, key=lambda understood: (understood.facts, not understood.broken_off))

    def _understand(self, reply: Reply, label: str) -> Understood:
        self.model = reply.model
        understood, step = understand(self.desk.prepared, self.passages, reply.content, reply.truncated, label)
        if self._listen:
            self._listen(step)
        return understood
