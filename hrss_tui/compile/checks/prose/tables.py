"""Amounts of money in a budget's prose that its tables hold too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from hrss_tui.compile.checks.basics.book import Sheet
from hrss_tui.compile.checks.basics.cells import stated_cell
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, not_checkable
from hrss_tui.compile.checks.performance import stated
from hrss_tui.compile.checks.prose.sentences import Prose, is_level, own_words, quantity, whole_words
from hrss_tui.records import BudgetLine, Check, Document, Observation, PerformanceTable
from hrss_tui.reference.checks import listed_projects
from hrss_tui.sources.text import fold
from hrss_tui.words.check_reasons import because

T = TypeVar("T")

_BUDGET, _OUTCOME = "budget", ("决算", "决算数")
_DIFFERENT = because("narrative")


def checks(found: Prose) -> Iterator[Check]:
    """Every amount of the budget year that is stated in the words of a table's cell or of a listed project."""
    sheets = [
        (suffix, Listed(found.papers.book.sheets[table]))
        for table, suffix in listed_projects().items()
        if table in found.papers.book.sheets
    ]
    forms = Endings(
        (fold(table.project), (table, paid))
        for table in found.papers.of(PerformanceTable)
        if table.project and (paid := stated(table, table.fiscal)) is not None
    )
    document = next(iter(found.papers.of(Document)), None)
    for row in found.rows:
        if row.kind != "amount" or row.base_unit != "元" or not is_level(row):
            continue
        headings = f"{found.section(row)} / {whole_words(row)}"
        cell = stated_cell(found.papers, own_words(row), headings)
        if cell is not None:
            words = f"{own_words(row)}：情况说明 = {cell.words}"
            identity = Identity("narrative_amount", words, row, "元", context=_DIFFERENT)
            check = compare(identity, quantity(row, found.decimals(row)), cell.quantity)
            if check.status != "fails" or not _is_of_another(row, document):
                yield check
        else:
            told = quantity(row, found.decimals(row))
            yield from _listed(sheets, row, told)
            yield from _performed(forms, row, told)


def _is_of_another(row: Observation, document: Document | None) -> bool:
    """Is an amount of another year than the tables, or the outcome in a budget: 2030年“三公”经费预算 in that of 2031?"""
    if document is None:
        return False
    later = document.phase == _BUDGET and own_words(row).endswith(_OUTCOME)
    dated = document.year is not None and row.period is not None
    return later or (dated and not (row.period or "").startswith(str(document.year)))


class Endings(Generic[T]):
    """Things with names, found by a text that ends with the name of one."""

    def __init__(self, named: Iterable[tuple[str, T]]) -> None:
        self._named: dict[str, list[tuple[int, T]]] = {}
        for place, (name, thing) in enumerate(named):
            self._named.setdefault(name, []).append((place, thing))
        self._lengths = sorted({len(name) for name in self._named})

    def of(self, text: str) -> list[T]:
        """Those whose name the text ends with, in their order."""
        lengths = self._lengths[: bisect_right(self._lengths, len(text))]
        found = [one for length in lengths for one in self._named.get(text[len(text) - length :], ())]
        return [thing for _, thing in sorted(found, key=lambda one: one[0])]


class Listed:
    """The projects of a table that lists them, by their names."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        rows = (row for row in sheet.rows if row.first.project and "total" in row.cells)
        lines = [row.cells["total"] for row in rows]
        self._names = sorted(
            ((fold(line.project or "")[::-1], place, line) for place, line in enumerate(lines)),
            key=lambda name: name[:2],
        )

    def project(self, name: str) -> BudgetLine | None:
        """The project of this name; the name of the region may be left out in front. None where several fit."""
        wanted = name[::-1]
        low = bisect_left(self._names, wanted, key=lambda one: one[0])
        same = bisect_right(self._names, wanted, low, key=lambda one: one[0])
        end = bisect_right(self._names, wanted, low, key=lambda one: one[0][: len(wanted)])
        fits = range(low, same if same > low else end)
        return self._names[low][2] if name and len(fits) == 1 else None


def _listed(sheets: Sequence[tuple[str, Listed]], row: Observation, told: Quantity) -> Iterator[Check]:
    """A project of a table that lists projects: 某项目委托业务费, 某项目结转."""
    name = fold(own_words(row))
    for suffix, listed in sheets:
        line = listed.project(name.removesuffix(suffix)) if name.endswith(suffix) else None
        if line is not None:
            words = f"{own_words(row)}：情况说明 = {listed.sheet.label} {line.project}"
            identity = Identity("narrative_amount", words, row, "元", context=_DIFFERENT)
            yield compare(identity, told, listed.sheet.cell(line))


def _performed(
    forms: Endings[tuple[PerformanceTable, Quantity]], row: Observation, told: Quantity
) -> Iterator[Check]:
    """The appropriation of a project by the name of its performance table, which stands elsewhere."""
    for table, paid in forms.of(fold(own_words(row))):
        if table.line_start <= row.line_start <= table.line_end:
            continue
        words = f"{own_words(row)}：情况说明 = 绩效目标表 {table.project} 财政拨款"
        identity = Identity("narrative_amount", words, row, "元", table.table_id)
        check = compare(identity, told, paid)
        yield check if check.status != "fails" else not_checkable(identity, _UNSURE, told)


_UNSURE = because("part_of_project")
