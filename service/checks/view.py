"""What every check sees: the extraction, the language of its messages, and where sentences begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from schemas import Cause, Check, CheckCode, CheckStatus, Extraction, Figure, FigureStatus, TextSpan
from service.folding import fold_key
from service.messages import cause_sentence, message

_SENTENCE_WINDOW = 2000  # code points; a longer sentence is cut, so that text without any full stop stays cheap
_SENTENCE_PIECE = 200  # code points that are looked through at once for where a sentence begins
_PASS, _UNEXPLAINED = CheckStatus.PASS, FigureStatus.UNEXPLAINED
_SIGN = re.compile(r"[\n.!?…]")
_ABBREVIATIONS = ("TP", "Tp", "tp", "ThS", "TS", "PGS", "GS", "Mr", "St", "Tr", "tr")


class View:
    """One extraction under check, without its checks. Nothing of it is changed.

    `text` is the article's text as submitted; `unexplained` are the figures that no fact uses and no reason excludes,
    with their positions in the ledger.
    """

    def __init__(self, extraction: Extraction, lang: str = "vi") -> None:
        self.extraction = extraction
        self.lang = lang
        self.text = extraction.article.text
        self.unexplained = [(i, f) for i, f in enumerate(extraction.figures) if f.status is _UNEXPLAINED]
        self._key: str | None = None
        self._in_order: tuple[list[int], list[Figure]] | None = None
        self._unexplained_values: dict[float | None, Figure] | None = None

    @property
    def key(self) -> str:
        """The article's title and text as an equality key (`fold_key`): names and titles are looked up in it."""
        if self._key is None:
            self._key = fold_key(f"{self.extraction.article.title or ''}\n{self.text}")
        return self._key

    def figures_within(self, start: int, end: int) -> list[Figure]:
        """The figures that start from `start` to before `end`, in the order of the text."""
        if self._in_order is None:
            figures = sorted(self.extraction.figures, key=_start)
            self._in_order = [figure.span.start for figure in figures], figures
        starts, figures = self._in_order
        return figures[bisect_left(starts, start) : bisect_left(starts, end)]

    def passed(self, code: CheckCode, target: str, evidence: Sequence[TextSpan], **values: object) -> Check:
        """Return a check that holds at the target."""
        text = message(f"{code.value}.pass", self.lang, values)
        return Check(code=code, status=_PASS, target=target, message=text, evidence=list(evidence))

    def found(
        self,
        code: CheckCode,
        status: CheckStatus,
        target: str,
        case: str,
        cause: Cause,
        values: Mapping[str, object],
        *,
        evidence: Sequence[TextSpan] = (),
        expected: int | float | str | None = None,
        actual: int | float | str | None = None,
        why: str = "",
    ) -> Check:
        """Return a check that does not hold at the target.

        `case` and `values` choose and fill the message; `why` is a further sentence for it.
        """
        text = message(f"{code.value}.{case}", self.lang, values)
        return Check(
            code=code,
            status=status,
            target=target,
            cause=cause,
            message=f"{text} {why}" if why else text,
            expected=expected,
            actual=actual,
            evidence=list(evidence),
        )

    def blame(self, spans: Iterable[TextSpan], difference: float) -> tuple[Cause, str]:
        """Say who is wrong when figures in the sentences of these spans do not agree, and a sentence that says so.

        The contract's rule: the source, when every figure of the sentences is used or excluded; the reader, when one
        is left over there, or anywhere when it equals the difference. Not known where the ledger has no figure there.
        """
        inside = [figure for start, end in self.sentences(spans) for figure in self.figures_within(start, end)]
        unused = [figure for figure in inside if figure.status is _UNEXPLAINED]
        if not unused:
            if self._unexplained_values is None:
                self._unexplained_values = {figure.value: figure for _, figure in self.unexplained}
            equal = self._unexplained_values.get(difference)
            unused = [] if equal is None else [equal]
        if unused:
            quoted = ", ".join(f"“{figure.text}”" for figure in unused[:3])
            return Cause.READER, cause_sentence("reader", self.lang, quoted)
        cause = Cause.SOURCE if inside else Cause.UNKNOWN
        return cause, cause_sentence(cause.value, self.lang)

    def sentences(self, spans: Iterable[TextSpan]) -> Iterator[tuple[int, int]]:
        """Yield the range of the sentence or sentences that each span stands in."""
        done = (0, 0)
        for span in spans:
            if not done[0] <= span.start <= span.end <= done[1]:
                done = sentence_bounds(self.text, span.start, span.end)
                yield done


def _start(figure: Figure) -> int:
    return figure.span.start


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence of `start` begins and that of `end` stops, at most 2,000 code points away.

    A sentence stops at a line end, and at . ! ? … before white space, unless an abbreviation such as "TP." or a small
    letter shows that it goes on.
    """
    start, end = min(start, len(text)), min(end, len(text))
    first = max(0, start - _SENTENCE_WINDOW)
    begin, behind = first, start - 1
    while begin == first and behind > first + 1:
        near = max(first + 1, behind - _SENTENCE_PIECE)
        begin = max([at + 1 for at in _signs(text, near, behind) if _stops(text, at)], default=first)
        behind = near
    limit = min(len(text), end + _SENTENCE_WINDOW)
    at = next((at for at in _signs(text, max(end - 1, start), limit) if _stops(text, at)), limit)
    return begin, min(at + 1, limit)


def _signs(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence may stop between two offsets."""
    return (sign.start() for sign in _SIGN.finditer(text, start, max(start, end)))


def _stops(text: str, at: int) -> bool:
    """Whether the character at `at` ends a sentence."""
    char = text[at]
    if char == "\n":
        return True
    after = text[at + 1 : at + 3]
    if not after or not after[0].isspace() or after[1:].islower():
        return False
    return not (char == "." and text[max(0, at - 3) : at].rpartition(" ")[2] in _ABBREVIATIONS)
