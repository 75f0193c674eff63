"""Plots as inline SVG, drawn from plain numbers; every plot carries its figures as text too (titles and labels)."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

GOOD, FAIR = 0.85, 0.65
"""F1 from which a bar is drawn as good, and from which as fair."""


def grade(value: float | None) -> str:
    """CSS class of a figure: good, fair, bad, or none where there is no figure."""
    if value is None:
        return "none"
    return "good" if value >= GOOD else "fair" if value >= FAIR else "bad"


def bars(rows: Sequence[tuple[str, Mapping[str, Any]]], caption: str) -> str:
    """Horizontal bars of F1 with whiskers for the 95 percent interval; each row is a label and a cell of the tables."""
    left, width, step = 190, 420, 24
    height = step * len(rows) + 26
    parts = [
        f'<svg class="plot" viewBox="0 0 {left + width + 170} {height}" role="img" aria-label="{escape(caption)}">'
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        x = left + width * tick
        parts.append(f'<line class="grid" x1="{x}" x2="{x}" y1="0" y2="{height - 20}"/>')
        parts.append(f'<text class="tick" x="{x}" y="{height - 6}" text-anchor="middle">{tick:g}</text>')
    for index, (label, cell) in enumerate(rows):
        parts.append(_bar(label, cell, index * step, left, width))
    return "".join([*parts, "</svg>"])


def _bar(label: str, cell: Mapping[str, Any], y: float, left: int, width: int) -> str:
    value, middle = cell["f1"], y + 11
    text = f'<text class="label" x="{left - 8}" y="{middle + 4}" text-anchor="end">{escape(label)}</text>'
    if value is None:
        return text + f'<text class="tick" x="{left + 6}" y="{middle + 4}">none in the gold, none found</text>'
    shown = f"{value:.2f}"
    if cell.get("low") is not None:
        shown += f" ({cell['low']:.2f}–{cell['high']:.2f})"
    count = f"{cell['right']} right, {cell['spurious']} spurious, {cell['missing']} missing"
    whisker = ""
    if cell.get("low") is not None:
        a, b = left + width * cell["low"], left + width * cell["high"]
        whisker = f'<path class="whisker" d="M{a} {middle}H{b}M{a} {middle - 4}v8M{b} {middle - 4}v8"/>'
    return (
        f"<g><title>{escape(label)}: F1 {shown}; {count}</title>{text}"
        f'<rect class="track" x="{left}" y="{y + 3}" width="{width}" height="16"/>'
        f'<rect class="{grade(value)}" x="{left}" y="{y + 3}" width="{width * value:.1f}" height="16"/>{whisker}'
        f'<text class="value" x="{left + width + 8}" y="{middle + 4}">{shown}</text></g>'
    )


def curve(series: Sequence[tuple[str, Sequence[Sequence[float]]]], x_label: str, y_label: str) -> str:
    """Lines over shares from 0 to 1; each series is a name and its points."""
    left, top, width, height = 56, 12, 400, 220
    highest = max((point[1] for _, points in series for point in points), default=0) or 1
    ceiling = min(1.0, (int(highest * 10) + 1) / 10)
    parts = [f'<svg class="plot half" viewBox="0 0 {left + width + 20} {top + height + 44}" role="img" '
             f'aria-label="{escape(y_label)} against {escape(x_label)}">']  # fmt: skip
    for step in range(5):
        share = step / 4
        x, y = left + width * share, top + height * (1 - share)
        parts.append(f'<line class="grid" x1="{left}" x2="{left + width}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text class="tick" x="{left - 6}" y="{y + 4}" text-anchor="end">{share * ceiling:.0%}</text>')
        parts.append(f'<text class="tick" x="{x}" y="{top + height + 16}" text-anchor="middle">{share:.0%}</text>')
    for index, (name, points) in enumerate(series):
        path = " ".join(f"{left + width * x:.1f},{top + height * (1 - min(y / ceiling, 1)):.1f}" for x, y in points)
        parts.append(f'<polyline class="series s{index}" points="{path}"><title>{escape(name)}</title></polyline>')
        parts.append(f'<text class="legend s{index}" x="{left + width - 4}" y="{top + 14 + 16 * index}" '
                     f'text-anchor="end">{escape(name)}</text>')  # fmt: skip
    parts.append(f'<text class="tick" x="{left + width / 2}" y="{top + height + 36}" text-anchor="middle">'
                 f"{escape(x_label)}</text></svg>")  # fmt: skip
    return "".join(parts)


def calibration(bins: Sequence[Mapping[str, Any]]) -> str:
    """Stated confidence against the share that is right, one dot per bin; on the diagonal they are equal."""
    left, top, size = 50, 10, 220
    parts = [f'<svg class="plot third" viewBox="0 0 {left + size + 20} {top + size + 44}" role="img" '
             'aria-label="Stated confidence against share right">'
             f'<rect class="frame" x="{left}" y="{top}" width="{size}" height="{size}"/>'
             f'<line class="grid" x1="{left}" y1="{top + size}" x2="{left + size}" y2="{top}"/>']  # fmt: skip
    for tick in (0, 0.5, 1):
        parts.append(
            f'<text class="tick" x="{left + size * tick}" y="{top + size + 16}" text-anchor="middle">{tick:g}</text>'
        )
        parts.append(
            f'<text class="tick" x="{left - 6}" y="{top + size * (1 - tick) + 4}" text-anchor="end">{tick:g}</text>'
        )
    for b in bins:
        x, y = left + size * b["confidence"], top + size * (1 - b["right"])
        told = f"{b['facts']} facts: confidence {b['confidence']:.2f}, right {b['right']:.2f}"
        parts.append(f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="6"><title>{told}</title></circle>')
    parts.append(f'<text class="tick" x="{left + size / 2}" y="{top + size + 36}" text-anchor="middle">'
                 "stated confidence (across), share right (up)</text></svg>")  # fmt: skip
    return "".join(parts)


def heat(rows: Sequence[tuple[str, str, Sequence[tuple[float | None, str]]]], columns: Sequence[str]) -> str:
    """A table of coloured cells: per row a label, a link target and one (F1, hint) per column."""
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = []
    for label, target, cells in rows:
        row = "".join(
            f'<td class="{grade(value)}" title="{escape(label)}: {escape(hint)}">'
            f"{'' if value is None else f'{value:.2f}'}</td>"
            for value, hint in cells
        )
        body.append(f'<tr><th><a href="#{escape(target)}">{escape(label)}</a></th>{row}</tr>')
    return f'<table class="heat"><thead><tr><th>article</th>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>'
