"""An Extraction as tables for people: the facts, the ledger's balance, the checks."""

from collections import Counter

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from schemas import CheckStatus, Count, Extraction, FigureStatus, Flow, Period, Post, Qualifier

_VI = {
    "facts": "Dữ kiện",
    "kind": "loại",
    "what": "nội dung",
    "figure": "số liệu",
    "more": "chi tiết",
    "total": "tổng số",
    "part": "  trong đó",
    "move": "cá nhân",
    "ratio": "tỷ lệ",
    "provision": "quy định",
    "document": "văn bản",
    "ledger": "Sổ số liệu",
    "status": "trạng thái",
    "count": "số lượng",
    "figures": "các con số",
    "checks": "Kiểm tra",
    "check": "mã",
    "cause": "nguyên nhân",
    "message": "thông báo",
    "passed": "đạt",
    "none": "Không tìm thấy dữ kiện nào.",
}
_EN = {key: key for key in _VI} | {
    "facts": "Facts",
    "part": "  of which",
    "ledger": "Ledger",
    "checks": "Checks",
    "none": "No facts found.",
}
_COLOUR = {CheckStatus.PASS: "green", CheckStatus.WARN: "yellow", CheckStatus.FAIL: "red"}
_SIGN = {Qualifier.EXACT: "", Qualifier.ABOUT: "≈", Qualifier.OVER: ">", Qualifier.UNDER: "<", Qualifier.AT_LEAST: "≥"}


class PipedConsole(Console):
    """Leaves a broken pipe to the command line, which has an exit code for it; rich's own is 1."""

    def on_broken_pipe(self) -> None:
        """Called by rich while a BrokenPipeError is handled: raise it again."""
        raise BrokenPipeError


def console() -> Console:
    """A console on standard output that keeps its width where the output is no terminal."""
    found = PipedConsole()
    return found if found.is_terminal else PipedConsole(width=110)


def print_extraction(out: Console, extraction: Extraction, lang: str, heading: str) -> None:
    """Print one extraction; `lang` is "vi" or "en"."""
    words = _VI if lang == "vi" else _EN
    out.print(f"[bold]{escape(heading)}[/bold]  {extraction.review.status}")
    for table in (_facts(extraction, words), _ledger(extraction, words), _checks(extraction, words)):
        out.print(table)


def _table(title: str, *columns: str, wide: tuple[int, ...] = (-1,)) -> Table:
    """A table whose `wide` columns share the width that the others leave."""
    table = Table(title=title, title_justify="left", title_style="bold", expand=True, box=box.ROUNDED)
    for column in columns:
        table.add_column(column, overflow="fold")
    for index in wide:
        table.columns[index].ratio = 1
    return table


def _facts(extraction: Extraction, words: dict[str, str]) -> Table:
    table = _table(words["facts"], *(words[key] for key in ("kind", "what", "figure", "more")), wide=(1, 3))

    def row(kind: str, what: str, figure: str, *more: str | None) -> None:
        cells = (words[kind], what, figure, "; ".join(text for text in more if text))
        table.add_row(*(escape(cell) for cell in cells))

    for summary in extraction.summaries:
        place = summary.jurisdiction.name if summary.jurisdiction else None
        done = "" if summary.status == "done" else f" ({summary.status})"
        row(
            "total",
            " + ".join(summary.actions) + done,
            _count(summary.total),
            place,
            _period(summary.period),
            _flow(summary.flow),
        )
        for breakdown in summary.breakdowns:
            for part in breakdown.parts:
                row("part", part.label, _count(part.count), _flow(part.flow), ", ".join(part.roles))
    for event in extraction.events:
        moved = f"{_posts(event.from_)} → {_posts(event.to)}"
        row("move", event.person.name, event.date or "", " + ".join(event.actions), moved)
    for ratio in extraction.ratios:
        numbers = f"{ratio.numerator}/{ratio.denominator}" if ratio.numerator is not None else ""
        percent = f"{ratio.percent:g}%" if ratio.percent is not None else ""
        row("ratio", ratio.label or ratio.measure, " ".join(filter(None, (numbers, percent))), ratio.measure)
    for rule in extraction.provisions:
        value = "" if rule.value is None else f"{rule.value:g} {rule.unit or ''}".strip()
        row("provision", rule.kind, value, rule.text)
    for document in extraction.documents:
        row("document", document.kind, document.number or "", document.date, document.issuer)
    if not table.row_count:
        table.add_row("", words["none"], "", "")
    return table


def _ledger(extraction: Extraction, words: dict[str, str]) -> Table:
    table = _table(words["ledger"], *(words[key] for key in ("status", "count", "figures")))
    for status in FigureStatus:
        figures = [figure for figure in extraction.figures if figure.status == status]
        listed: Counter[str] = Counter(
            f"{figure.text} ({figure.reason})" if figure.reason else figure.text for figure in figures
        )
        texts = ", ".join(text if times == 1 else f"{text} ×{times}" for text, times in listed.items())
        table.add_row(status.value, str(len(figures)), escape(texts))
    return table


def _checks(extraction: Extraction, words: dict[str, str]) -> Table:
    table = _table(words["checks"], *(words[key] for key in ("check", "status", "cause", "message")))
    passed: Counter[str] = Counter()
    for check in extraction.checks:
        if check.status == CheckStatus.PASS:
            passed[check.code] += 1
            continue
        colour = _COLOUR[check.status]
        table.add_row(check.code, f"[{colour}]{check.status}[/{colour}]", check.cause, escape(check.message))
    for code, times in passed.items():
        table.add_row(code, f"[green]pass ×{times}[/green]", "", "")
    return table


def _count(count: Count | None) -> str:
    return "" if count is None else f"{_SIGN[count.qualifier]}{count.value}"


def _flow(flow: Flow | None) -> str | None:
    return f"{flow.from_level or '?'} → {flow.to_level or '?'}" if flow else None


def _period(period: Period | None) -> str | None:
    return (period.edtf or period.term) if period else None


def _posts(posts: list[Post]) -> str:
    return ", ".join(post.title for post in posts) or "…"
