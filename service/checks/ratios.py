"""Whether percents agree with the counts they are computed from: of ratios, and of parts of a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from schemas import (
    Breakdown,
    Cause,
    Check,
    CheckCode,
    CheckStatus,
    CoverageRatio,
    Part,
    Qualifier,
    TextSpan,
)
from service.checks.evidence import numbers_in
from service.checks.view import View
from service.messages import cause_sentence

_PERCENT = CheckCode.PERCENT_MATCHES_RATIO

# A percent, with the words before it that blur it.
_PERCENT_WRITTEN = re.compile(r"(?:(gần|hơn|trên|dưới|khoảng|xấp xỉ)\s+)?(\d{1,3}(?:[.,](\d{1,9}))?)\s*(?:%|phần trăm)")
# The percent that belongs to a count just before it: "104 cán bộ nữ (chiếm 10,75%)".
_SHARE = re.compile(
    r"[^\d.;\n]{0,40}?(?:\(|chiếm|bằng|đạt|t[ỷỉ] lệ)\s*(?:chiếm|bằng|đạt|t[ỷỉ] lệ)?\s*(\d{1,3}(?:,(\d{1,9}))?)\s*%"
)


def percent_matches_ratio(view: View) -> Iterator[Check]:
    """Numerator/denominator gives the stated percent, to the precision it is written in; else fail.

    The precision is that of the percent in the ratio's evidence: "98,39%" has two decimals. Rounded half up and cut off
    both hold, as papers do both. "gần", "hơn", "khoảng" before the percent allow one unit of the last digit either way.
    A numerator above its denominator fails with or without a percent.

    A percent written right behind a part ("273 tiến sĩ (chiếm 7,63%)") is checked against the total too, as a warning,
    for the text seldom says what it is a percent of. Where several parts have one and none fits, the base is another.
    """
    for i, ratio in enumerate(view.extraction.ratios):
        check = _ratio(view, f"/ratios/{i}", ratio)
        if check is not None:
            yield check
    for i, summary in enumerate(view.extraction.summaries):
        if summary.total is not None and summary.total.value and summary.total.qualifier is Qualifier.EXACT:
            for j, breakdown in enumerate(summary.breakdowns):
                yield from _shares(view, f"/summaries/{i}/breakdowns/{j}", breakdown, summary.total.value)


def _ratio(view: View, at: str, ratio: CoverageRatio) -> Check | None:
    """Compare the figures of a ratio; None where there is no percent and the numerator is not above the denominator."""
    numerator, denominator, percent = ratio.numerator, ratio.denominator, ratio.percent
    if numerator is None or denominator is None:
        return None
    if numerator > denominator:
        return view.found(
            _PERCENT,
            CheckStatus.FAIL,
            at,
            "over",
            _grounded_cause(ratio.evidence, numerator, denominator),
            {"numerator": numerator, "denominator": denominator},
            evidence=ratio.evidence,
            expected=denominator,
            actual=numerator,
        )
    if percent is None or not denominator:
        return None
    decimals, blurred = _precision(percent, ratio.evidence)
    if fits(numerator, denominator, percent, decimals, blurred):
        return view.passed(
            _PERCENT, at, evidence=ratio.evidence, numerator=numerator, denominator=denominator, percent=_tidy(percent)
        )
    figures = (numerator, denominator, percent)
    cause = _grounded_cause(ratio.evidence, *figures)
    return _differs(view, CheckStatus.FAIL, at, figures, decimals, ratio.evidence, cause)


def _shares(view: View, at: str, breakdown: Breakdown, total: int) -> Iterator[Check]:
    """Compare the percents written behind the parts with part/total."""
    found: list[tuple[bool, int, Part, float, int]] = []
    for k, part in enumerate(breakdown.parts):
        written = _share_behind(view.text, part.evidence) if part.count.qualifier is Qualifier.EXACT else None
        if written is not None and part.count.value <= total:
            percent, decimals = written
            found.append((fits(part.count.value, total, percent, decimals), k, part, percent, decimals))
    if len(found) > 1 and not any(holds for holds, *_ in found):
        return
    for holds, k, part, percent, decimals in found:
        place, count = f"{at}/parts/{k}", part.count.value
        if holds:
            yield view.passed(
                _PERCENT, place, evidence=part.evidence, numerator=count, denominator=total, percent=_tidy(percent)
            )
        else:
            cause = _grounded_cause(part.evidence, count)
            yield _differs(view, CheckStatus.WARN, place, (count, total, percent), decimals, part.evidence, cause)


def _share_behind(text: str, spans: Sequence[TextSpan]) -> tuple[float, int] | None:
    """Return the percent written right behind a part or within its span, with its decimals; None without one."""
    for span in spans:
        if "%" not in text[span.start : span.end + 60]:
            continue
        match = _SHARE.match(text, span.end) or _SHARE.search(text, span.start, span.end)
        if match is not None:
            return float(match[1].replace(",", ".")), len(match[2] or "")
    return None


def _differs(
    view: View,
    status: CheckStatus,
    at: str,
    figures: tuple[int, int, float],
    decimals: int,
    evidence: Sequence[TextSpan],
    cause: Cause,
) -> Check:
    """Report a percent that numerator/denominator does not give."""
    numerator, denominator, percent = figures
    computed = _half_up(numerator, denominator, max(decimals, 2)) / 10 ** max(decimals, 2)
    return view.found(
        _PERCENT,
        status,
        at,
        "differs",
        cause,
        {
            "numerator": numerator,
            "denominator": denominator,
            "percent": _tidy(percent),
            "computed": _tidy(computed),
        },
        evidence=evidence,
        expected=percent,
        actual=computed,
        why=cause_sentence("unknown", view.lang) if cause is Cause.UNKNOWN else "",
    )


def _precision(percent: float, spans: Sequence[TextSpan]) -> tuple[int, bool]:
    """Return the decimals the percent is written with in the evidence, and whether a word before it blurs it."""
    for span in spans:
        for match in _PERCENT_WRITTEN.finditer(span.exact):
            if float(match[2].replace(",", ".")) == percent:
                return len(match[3] or ""), match[1] is not None
    written = f"{percent:.6f}".rstrip("0")
    return len(written) - written.index(".") - 1, False


def fits(numerator: int, denominator: int, percent: float, decimals: int, blurred: bool = False) -> bool:
    """Whether the percent is numerator/denominator, rounded half up or cut off after so many decimals."""
    scale = int(10**decimals)
    stated = round(percent * scale)
    low = numerator * 100 * scale // denominator
    high = _half_up(numerator, denominator, decimals)
    margin = 1 if blurred else 0
    return low - margin <= stated <= high + margin


def _half_up(numerator: int, denominator: int, decimals: int) -> int:
    """Return the percent rounded half up, in units of its last decimal; whole numbers only, so that it is exact."""
    return (2 * numerator * 100 * int(10**decimals) + denominator) // (2 * denominator)


def _grounded_cause(spans: Sequence[TextSpan], *values: float) -> Cause:
    """The source, when all these values stand in the spans as read; else not known."""
    held = [numbers_in(span.exact) for span in spans]
    return Cause.SOURCE if held and all(any(value in h for h in held) for value in values) else Cause.UNKNOWN


def _tidy(percent: float) -> int | float:
    """Drop a decimal part of zero: 100.0 is written 100."""
    return int(percent) if percent == int(percent) else percent
