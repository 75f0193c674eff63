"""Whether lists of names are as long as the count that announces them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from schemas import Cause, Check, CheckCode, CheckStatus, CountUnit, Qualifier, RotationEvent, RotationSummary, TextSpan
from service.checks.evidence import given_names, numbers_in
from service.checks.view import View, sentence_bounds
from service.folding import fold_key
from service.messages import cause_sentence

_CODE = CheckCode.MEMBERS_MATCH_COUNT

_REACH = 60  # code points behind a count within which its list is announced
_ANNOUNCES = re.compile(r"\bgồm\b|:", re.IGNORECASE)
_ENDS = re.compile(r"[.!?]\s")
# Words that stand between the names of a list of places, in any case; another capital letter is a name not read.
_BETWEEN = re.compile(
    r"(?:[\s,;:.–-]|\b(?:và|các|cùng|gồm|là|huyện|thành|thị|quận|phường|xã|trấn|phố|ủy|uỷ|tp|tx|tỉnh|đảng|bộ)\b)*",
    re.IGNORECASE,
)


def members_match_count(view: View) -> Iterator[Check]:
    """A list of names is as long as the count that announces it; else fail. Two kinds of lists are looked at:

    - the members of a ratio, announced by its numerator; a name that is in the list twice fails too;
    - the persons of events, announced by a total: "bổ nhiệm 5 cán bộ, gồm: ông ..., bà ..." in one sentence.

    The cause is the source when nothing of the list is left unread, else not known.
    """
    for i, ratio in enumerate(view.extraction.ratios):
        if not ratio.members or ratio.numerator is None:
            continue
        at = f"/ratios/{i}"
        keys = [fold_key(name) for name in ratio.members]
        repeated = [name for k, name in enumerate(ratio.members) if keys[k] in keys[:k]]
        if repeated:
            yield _repeated(view, at, repeated[0], ratio.numerator, len(set(keys)), ratio.evidence)
        else:
            yield _outcome(view, at, ratio.numerator, ratio.members, ratio.evidence)
    told = [(span.start, event) for event in view.extraction.events for span in event.evidence]
    if len(told) > 1:
        told.sort(key=_start)
        for i, summary in enumerate(view.extraction.summaries):
            yield from _announced(view, f"/summaries/{i}", summary, told)


def _start(item: tuple[int, RotationEvent]) -> int:
    return item[0]


def _announced(view: View, at: str, summary: RotationSummary, told: list[tuple[int, RotationEvent]]) -> Iterator[Check]:
    """Compare a total of persons with the persons whose moves are told behind it in the same sentence."""
    total = summary.total
    if total is None or total.unit is not CountUnit.PERSON or total.qualifier is not Qualifier.EXACT or total.value < 2:
        return
    for span in summary.evidence:
        mark = _ANNOUNCES.search(view.text, span.start, span.end + _REACH)
        if mark is None or total.value not in numbers_in(span.exact):
            continue
        if _ENDS.search(view.text, span.end, max(span.end, mark.start())):
            continue  # the list of the next sentence is another one's
        begin, end = sentence_bounds(view.text, span.start, mark.end())
        behind = told[bisect_left(told, begin, key=_start) : bisect_left(told, end, key=_start)]
        if len(behind) < 2:
            continue
        names = fold_key(view.text[mark.end() : end])
        listed = {
            event.person.name
            for _, event in behind
            if set(event.actions) & set(summary.actions) and fold_key(event.person.name) in names
        }
        if len(listed) < 2:
            continue
        if len(listed) == total.value:
            yield view.passed(_CODE, at, evidence=[span], count=total.value)
            return
        named = given_names(view.text[mark.end() : end])
        read = {name.rpartition(" ")[2] for name in listed}
        cause = Cause.SOURCE if named <= read else Cause.UNKNOWN
        yield _differs(view, at, total.value, len(listed), [span], cause)
        return


def _outcome(view: View, at: str, count: int, names: Sequence[str], evidence: Sequence[TextSpan]) -> Check:
    if len(names) == count:
        return view.passed(_CODE, at, evidence=evidence, count=count)
    return _differs(view, at, count, len(names), evidence, _list_cause(view.text, count, names, evidence))


def _list_cause(text: str, count: int, names: Sequence[str], evidence: Sequence[TextSpan]) -> Cause:
    """The source, when the names stand one behind the other and the list stops behind the last; else not known."""
    if not any(count in numbers_in(span.exact) for span in evidence):
        return Cause.UNKNOWN
    begin = evidence[0].start
    at = text.find(names[0], begin)
    for name in names:
        found = text.find(name, at) if at >= 0 else -1
        if found < 0 or (name is not names[0] and not _BETWEEN.fullmatch(text[at : min(found, at + 80)])):
            return Cause.UNKNOWN
        at = found + len(name)
    return Cause.SOURCE if not text[at:].strip(" )") or text[at:].lstrip(" )")[0] in ".;\n" else Cause.UNKNOWN


def _differs(view: View, at: str, count: int, listed: int, evidence: Sequence[TextSpan], cause: Cause) -> Check:
    return view.found(
        _CODE,
        CheckStatus.FAIL,
        at,
        "short" if listed < count else "excess",
        cause,
        {"count": count, "listed": listed, "difference": abs(count - listed)},
        evidence=evidence,
        expected=count,
        actual=listed,
        why=cause_sentence("unknown", view.lang) if cause is Cause.UNKNOWN else "",
    )


def _repeated(view: View, at: str, name: str, count: int, distinct: int, evidence: Sequence[TextSpan]) -> Check:
    values = {"name": name}
    return view.found(
        _CODE,
        CheckStatus.FAIL,
        at,
        "repeated",
        Cause.UNKNOWN,
        values,
        evidence=evidence,
        expected=count,
        actual=distinct,
    )
