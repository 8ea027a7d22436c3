"""Rows of a budget table to `budget_lines`: one record an amount, with its parents and claims."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.compile.basics.facts import Claim, Source
from hrss_tui.compile.basics.money import fen
from hrss_tui.compile.budget.compared import of_row
from hrss_tui.compile.budget.item_sums import below_sum
from hrss_tui.compile.budget.parents import is_sum, parent_ids
from hrss_tui.compile.budget.places import Place
from hrss_tui.compile.budget.printed import Printed
from hrss_tui.compile.budget.rows import PrintedAmount, Reading
from hrss_tui.compile.budget.three_public import item_level
from hrss_tui.records import BudgetLine
from hrss_tui.reference.budget_tables import classification, three_public_item
from hrss_tui.sources.text import close_gaps

Line = tuple[BudgetLine, Claim]


def lines(source: Source, printed: Printed, placed: Sequence[Sequence[Place]]) -> list[Line]:
    """The amounts of a table side by side, each with its claim, parents filled in; `placed` has a place for every row."""
    sides = [_side(source, printed, side, own) for side, own in zip(printed.sides, placed, strict=True)]
    return [line for rows in _counted_together(sides) for line in _with_parents(rows)]


def _side(source: Source, printed: Printed, side: Sequence[Reading], places: Sequence[Place]) -> list[Line]:
    rows: list[Line] = []
    for reading, place in zip(side, places, strict=True):
        for amount in reading.printed.amounts:
            line = _line(source, printed, reading, place, amount)
            if line is not None:
                rows.append((line, Claim(amount.cell.span, line.line_id)))
    return rows


def _counted_together(sides: Sequence[list[Line]]) -> list[list[Line]]:
    """The sides, those of economic classes that have no sum of their own together with the next one that has.

    公用经费 often takes two blocks of columns, and 公用经费合计 stands below the last of them.
    """
    found: list[list[Line]] = []
    waiting: list[list[Line]] = []
    for rows in sides:
        if not rows or not all(line.classification == "economic" for line, _ in rows):
            found += [*waiting, rows]
            waiting = []
        elif any(is_sum(line) for line, _ in rows):
            found.append([line for each in (*waiting, rows) for line in each])
            waiting = []
        else:
            waiting.append(rows)
    return [*found, *waiting]


def _with_parents(rows: Sequence[Line]) -> list[Line]:
    rows = _without_wholes(rows)
    placed, counted = [line for line, _ in rows], False
    if placed and classification(placed[0].classification).rows == "items":
        placed, counted = below_sum(placed)
    return [
        (msgspec.structs.replace(line, parent_id=parent), claim)
        for line, (_, claim), parent in zip(placed, rows, parent_ids(placed, counted), strict=True)
    ]


def _without_wholes(rows: Sequence[Line]) -> list[Line]:
    """The rows, where parts of a 三公 item that stands nowhere beside them are items of their own: 合计 | 出国 | 购置 | 运行 | 接待."""
    if not rows or classification(rows[0][0].classification).rows != "items":
        return list(rows)
    items = [three_public_item(line.name) for line, _ in rows]
    known = {item.key for item in items if item}
    return [
        (msgspec.structs.replace(line, level=1), claim)
        if line.level > 1 and item is not None and item.parent and item.parent not in known
        else (line, claim)
        for (line, claim), item in zip(rows, items, strict=True)
    ]


def _line(
    source: Source, printed: Printed, reading: Reading, place: Place, amount: PrintedAmount
) -> BudgetLine | None:
    unit = printed.unit_of(amount)
    if unit is None:
        return None
    span = amount.cell.span
    item = amount.column.item
    area = item if item and classification(place.classification).areas else None
    level = item_level(item) if item and area is None else None
    return BudgetLine(
        line_id=f"{source.doc_id}:t{printed.number}:{span.line}.{span.start + 1}",
        year=printed.year,
        department=printed.department,
        table_no=printed.number,
        table_title=printed.found.title,
        classification=place.classification,
        code=place.code,
        level=(level or 0) if item and area is None else place.level,
        name=reading.name if area else item or reading.name,
        parent_code=place.code[:-2] if place.code and place.level > 1 else None,
        unit_name=area or place.unit,
        project=place.project,
        measure=_measure(printed, reading, amount),
        measure_label=close_gaps(amount.column.label),
        amount=fen(amount.value.number, unit),
        printed=amount.value.printed,
        code_restored=place.restored,
        table_kind=printed.key,
        parent_id=None,
        phase=printed.phase,
        doc_id=source.doc_id,
        line_start=reading.lines[0],
        line_end=reading.lines[1],
    )


def _measure(printed: Printed, reading: Reading, amount: PrintedAmount) -> str:
    """The measure of the column; in a row that is named by another figure (上年预算数, 增减) that one."""
    if not reading.side.by_columns or amount.column.measure != "total":
        return amount.column.measure
    return of_row(reading.name, printed.phase or "", printed.year) or amount.column.measure
