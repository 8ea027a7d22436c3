"""Which amounts of the budget may be added up within a document and a kind of table: their sum is that of the table.

A table says the same money several times: by levels of codes, by columns that divide others, on two sides, beside what was
budgeted or left over. Of these one way through is taken: the finest rows of one side, in the finest columns that
divide its total wherever both are printed; columns that divide it only in part are left, and the total itself is taken.
Where the finest rows are not the total that the table prints, rows are taken as far down as they are it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from hrss_tui.query.inner_sums import adds_up, step
from hrss_tui.query.ledger import LEVELS, Cell, Ledger, Sheet
from hrss_tui.records import BudgetLine
from hrss_tui.reference.checks import Partition, partitions

TOTAL: Final = "total"
_Row = tuple[str | None, ...]


def additive_ids(ledger: Ledger) -> frozenset[str]:
    """The ids of the lines that may be added up."""
    found: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for sheet in ledger.sheets:
        side = (sheet.doc_id, sheet.table_kind)
        if side not in seen:
            seen.add(side)
            found.update(_of_sheet(sheet))
    return frozenset(found)


def _of_sheet(sheet: Sheet) -> Iterator[str]:
    beside = _beside(sheet)
    cells = [cell for cell in sheet.cells if cell.line.line_id not in beside]
    leaves = [cell for cell in cells if cell.leaf]
    columns = _columns(_Printed(leaves, list(dict.fromkeys(cell.line.measure for cell in sheet.cells))))
    totals = _by_measure(cell.line for cell in cells if not cell.where)
    finest = _by_measure(cell.line for cell in leaves)
    divided = totals if all(column in totals for column in columns) else finest
    if not _adds_up(totals.get(TOTAL, ()), [line for column in columns for line in divided.get(column, ())]):
        columns = [TOTAL]
    for column in columns:
        own = totals.get(column, ())
        if _adds_up(own, finest.get(column, ())):
            yield from (line.line_id for line in finest.get(column, ()))
        else:
            yield from _cut(own, _below(sheet, beside))


def _by_measure(lines: Iterable[BudgetLine]) -> dict[str, list[BudgetLine]]:
    found: dict[str, list[BudgetLine]] = defaultdict(list)
    for line in lines:
        found[line.measure].append(line)
    return found


def _adds_up(totals: Sequence[BudgetLine], parts: Sequence[BudgetLine]) -> bool:
    """Are parts all that totals are? Where none is printed nothing is known against it."""
    return not totals or adds_up(totals, parts)


def _below(sheet: Sheet, beside: Collection[str]) -> Mapping[str, Sequence[BudgetLine]]:
    """line_id → the lines that it counts, of those that are parts of the table."""
    parts = {line.parent_id for line in sheet.lines}
    idle = {cell.line.line_id for cell in sheet.sums if cell.line.line_id not in parts}
    found: dict[str, list[BudgetLine]] = defaultdict(list)
    for line in sheet.lines:
        if line.parent_id and line.line_id not in idle and line.line_id not in beside:
            found[line.parent_id].append(line)
    return found


def _cut(top: Iterable[BudgetLine], below: Mapping[str, Sequence[BudgetLine]]) -> Iterator[str]:
    """The lowest lines, of every line only where they are that line."""
    waiting = list(top)
    while waiting:
        line = waiting.pop()
        parts = below.get(line.line_id, ())
        if parts and adds_up([line], parts):
            waiting += parts
        else:
            yield line.line_id


def _beside(sheet: Sheet) -> set[str]:
    """Rows that stand under no total while others of their level do (机关运行经费 below 三公), and what is below them."""
    lines = {
        cell.line.line_id: cell.line for cell in sheet.cells if not (cell.line.unit_name or cell.line.project)
    }
    under = {line.level for line in lines.values() if line.level and line.parent_id}
    found: set[str] = set()
    for line in sorted(lines.values(), key=lambda line: line.level):
        apart = line.level in under and line.level > 0 and not line.parent_id
        if apart or line.parent_id in found:
            found.add(line.line_id)
    return found


class _Printed:
    """The finest amounts of a sheet by column and row, and the columns in printed order."""

    def __init__(self, leaves: Iterable[Cell], measures: Sequence[str]) -> None:
        self.measures = measures
        self.amounts: dict[str, dict[_Row, int]] = defaultdict(lambda: defaultdict(int))
        steps: Counter[int] = Counter()
        for cell in leaves:
            self.amounts[cell.line.measure][_row(cell)] += cell.line.amount
            steps[step(cell.line)] += 1
        del steps[0]
        self.step = steps.most_common(1)[0][0] if steps else 0

    def adds_up(self, whole: str, parts: Sequence[str]) -> bool:
        """Whether the parts are the whole in every row, but for rounding."""
        wholes = self.amounts[whole]
        rows = {*wholes, *(row for part in parts for row in self.amounts[part])}
        slack = self.step * (len(parts) + 1)
        return all(
            2 * abs(wholes.get(row, 0) - sum(self.amounts[part].get(row, 0) for part in parts)) <= slack
            for row in rows
        )


def _row(cell: Cell) -> _Row:
    where = cell.where
    return tuple(where.get(dimension) for dimension in ("unit", *LEVELS, "project"))


def _columns(printed: _Printed) -> list[str]:
    """The columns of a sheet that are added up."""
    found = _finest(printed, TOTAL)
    return found or list(printed.measures[:1])


def _finest(printed: _Printed, whole: str) -> list[str]:
    """The finest printed columns that a measure divides into; the measure itself where they are not all of it."""
    stands = whole in printed.measures
    for entry in partitions():
        if entry.whole == whole and not set(entry.unless).intersection(printed.measures):
            parts = _parts(printed, entry)
            if parts and (not stands or printed.adds_up(whole, parts)):
                return parts
    return [whole] if stands else []


def _parts(printed: _Printed, entry: Partition) -> list[str]:
    return [column for part in entry.parts for column in _finest(printed, part)]
