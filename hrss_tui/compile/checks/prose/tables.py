"""Amounts of money in a budget's prose that its tables hold too."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.compile.checks.basics.book import Sheet
from hrss_tui.compile.checks.basics.cells import stated_cell
from hrss_tui.compile.checks.basics.identity import Identity, compare, not_checkable
from hrss_tui.compile.checks.performance import stated
from hrss_tui.compile.checks.prose.sentences import Prose, is_level, own_words, quantity, whole_words
from hrss_tui.records import BudgetLine, Check, Observation, PerformanceTable
from hrss_tui.reference.checks import listed_projects
from hrss_tui.sources.text import fold

_DIFFERENT = "情况说明与表所列不同"


def checks(found: Prose) -> Iterator[Check]:
    """Every amount of the budget year that is stated in the words of a table's cell or of a listed project."""
    for row in found.rows:
        if row.kind != "amount" or row.base_unit != "元" or not is_level(row):
            continue
        headings = f"{found.section(row)} / {whole_words(row)}"
        cell = stated_cell(found.papers, own_words(row), headings)
        if cell is not None:
            words = f"{own_words(row)}：情况说明 = {cell.words}"
            identity = Identity("narrative_amount", words, row, "元", context=_DIFFERENT)
            yield compare(identity, quantity(row), cell.quantity)
        else:
            yield from _listed(found, row)
            yield from _performed(found, row)


def _listed(found: Prose, row: Observation) -> Iterator[Check]:
    """A project of a table that lists projects: 某项目委托业务费, 某项目结转."""
    for table, suffix in listed_projects().items():
        sheet = found.papers.book.sheets.get(table)
        name = fold(own_words(row))
        if sheet is None or not name.endswith(suffix):
            continue
        line = _project(sheet, name.removesuffix(suffix))
        if line is not None:
            words = f"{own_words(row)}：情况说明 = {sheet.label} {line.project}"
            identity = Identity("narrative_amount", words, row, "元", context=_DIFFERENT)
            yield compare(identity, quantity(row), sheet.cell(line))


def _performed(found: Prose, row: Observation) -> Iterator[Check]:
    """The appropriation of a project by the name of its performance table, which stands elsewhere."""
    name = fold(own_words(row))
    for table in found.papers.of(PerformanceTable):
        inside = table.line_start <= row.line_start <= table.line_end
        paid = stated(table, table.fiscal)
        if inside or not table.project or paid is None or not name.endswith(fold(table.project)):
            continue
        words = f"{own_words(row)}：情况说明 = 绩效目标表 {table.project} 财政拨款"
        identity = Identity("narrative_amount", words, row, "元", table.table_id)
        check = compare(identity, quantity(row), paid)
        yield check if check.status != "fails" else not_checkable(identity, _UNSURE, quantity(row))


_UNSURE = "可能只是该项目的一部分"


def _project(sheet: Sheet, name: str) -> BudgetLine | None:
    """The project of this name; the name of the region may be left out in front. None where several fit."""
    lines = [row.cells["total"] for row in sheet.rows if row.first.project and "total" in row.cells]
    same = [line for line in lines if fold(line.project or "") == name]
    ending = [line for line in lines if fold(line.project or "").endswith(name)]
    fitting = same or ending
    return fitting[0] if name and len(fitting) == 1 else None
