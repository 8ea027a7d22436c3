"""Columns of percentages in a budget table: 增减 % from last year, 完成预算 %. They hold no amounts, so no record has them.

Which two amounts a column follows from is for its rows to show: a row that does not fit is wrong where the others do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from hrss_tui.compile.basics.money import decimal, is_amount
from hrss_tui.compile.checks.basics.book import Row, Sheet
from hrss_tui.compile.checks.basics.columns import cells_of, digits
from hrss_tui.compile.checks.basics.identity import Identity, percentage
from hrss_tui.compile.checks.basics.papers import Papers, figure
from hrss_tui.records import Block, Check
from hrss_tui.words.check_reasons import because

_BASES = (
    ("stated_growth", ("previous", "previous_executed")),
    ("stated_completion", ("adjusted_budget", "budget", "initial_budget")),
)
_CONTEXT = {
    "stated_growth": because("growth_of_row"),
    "stated_completion": because("completion_of_row"),
}
_FEWEST = 2
"""Different percentages that prove what a column is, at least."""
_WHOLE = (0, 100)
"""Percentages that prove nothing."""
_MOST = 60
"""Cells of a row that are tried, at most."""


def checks(papers: Papers) -> Iterator[Check]:
    """Every column of every table whose percentages follow from two amounts of their rows, in most of these."""
    texts = {block.line_start: block.text for block in papers.of(Block) if block.kind == "table_row"}
    for sheet in papers.book.sheets.values():
        for side, rows in sheet.sides.items():
            if side:
                yield from _side(sheet, rows, texts)


def _side(sheet: Sheet, rows: Sequence[Row], texts: Mapping[int, str]) -> Iterator[Check]:
    for kind, bases in _BASES:
        for base in bases:
            found: defaultdict[int, list[tuple[Row, str]]] = defaultdict(list)
            for row in rows:
                if {base, "total"} <= row.cells.keys() and row.cells[base].amount:
                    for at, printed in _percentages(row, texts.get(row.first.line_start, "")):
                        found[at].append((row, printed))
            columns = ([*_column(sheet, kind, base, told)] for told in found.values())
            proved = [made for made in columns if _is_proved(made)]
            if len(proved) == 1:
                yield from proved[0]
                break


def _percentages(row: Row, text: str) -> Iterator[tuple[int, str]]:
    """The figures of a printed row that are none of its amounts, with their places."""
    amounts = {digits(line.printed) for line in row.cells.values()}
    for at, cell in enumerate(cells_of(text)[:_MOST]):
        printed = cell.replace("%", "").replace("％", "")
        if is_amount(printed) and digits(printed) not in amounts:
            yield at, printed


def _column(sheet: Sheet, kind: str, base: str, told: Sequence[tuple[Row, str]]) -> Iterator[Check]:
    """The checks of a column; one that never prints a minus says of a fall only how large it is."""
    signed = any(decimal(printed) < 0 for _, printed in told)
    for row, printed in told:
        now, before = row.cells["total"], row.cells[base]
        part, over = sheet.cell(now), now.printed
        if kind == "stated_growth":
            rise, fall = part - sheet.cell(before), sheet.cell(before) - part
            falls = not signed and rise.value < 0
            part = fall if falls else rise
            over = f"({before.printed} − {now.printed})" if falls else f"({now.printed} − {before.printed})"
        words = f"{sheet.label}，{row.name}：{printed}% = {over} ÷ {before.printed}"
        identity = Identity(kind, words, now, "%", f"percent/{base}", _CONTEXT[kind])
        yield percentage(identity, figure(printed, "%", now.line_id), part, sheet.cell(before))


def _is_proved(made: Sequence[Check]) -> bool:
    """Do more rows fit than do not, with different percentages?"""
    fit = {check.left for check in made if check.status != "fails"}
    rows = sum(1 for check in made if check.status != "fails")
    return 2 * rows > len(made) and len(fit - set(_WHOLE)) >= _FEWEST
