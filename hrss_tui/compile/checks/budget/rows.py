"""A row of a budget table: its total is the sum of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain

from hrss_tui.compile.checks.basics.book import Book, Row, Sheet
from hrss_tui.compile.checks.basics.identity import Identity, compare, not_checkable, total
from hrss_tui.records import Check
from hrss_tui.reference.checks import Partition, partitions
from hrss_tui.words.check_reasons import because


def checks(book: Book) -> Iterator[Check]:
    """Every printed total of every row that the columns of its table divide."""
    for sheet in book.sheets.values():
        sides = dict.fromkeys(row.first.classification for row in sheet.rows)
        dividing = {side: [entry for entry in partitions() if _divides(entry, sheet, side)] for side in sides}
        for row in sheet.rows:
            for entry in dividing[row.first.classification]:
                divided = entry.whole in row.cells and _is_divided(sheet, row, entry)
                if divided and not _is_among(sheet, row, entry):
                    yield _row(sheet, row, entry)


def _divides(entry: Partition, sheet: Sheet, side: str) -> bool:
    if any(sheet.has(measure, side) for measure in entry.unless):
        return False
    if entry.needs and not any(sheet.has(measure, side) for measure in entry.needs):
        return False
    if any(sheet.has(measure, side) for measure in entry.rather):
        return all(any(sheet.has(each, side) for each in _measures((part,))) for part in entry.parts)
    return any(sheet.has(measure, side) for measure in _measures(entry.parts))


def _is_divided(sheet: Sheet, row: Row, entry: Partition) -> bool:
    """Does the row print a part, or is it one of a code, whose parts must then be missing? Not where one alone has a column."""
    if any(measure in row.cells for measure in _measures(entry.parts)):
        return True
    return bool(row.first.code) and (len(entry.parts) == 1 or len(_held(sheet, entry)) > 1)


def _is_among(sheet: Sheet, row: Row, entry: Partition) -> bool:
    """Is one column that is among the others (其中：财政拨款) all that a row prints of the parts? It may be less than the whole, and is no sum."""
    held = [row.cells[one] for one in _measures(entry.parts) if one in row.cells]
    if len(held) != 1 or not held[0].measure_label.startswith(_AMONG):
        return False
    return sheet.cell(held[0]).value <= sheet.cell(row.cells[entry.whole]).value


def _held(sheet: Sheet, entry: Partition) -> list[str]:
    """The parts that have a column in a table."""
    return [part for part in entry.parts if any(map(sheet.has, _measures((part,))))]


@cache
def _measures(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts and everything they divide into."""
    below = {part: [entry.parts for entry in partitions() if entry.whole == part] for part in parts}
    return tuple(chain.from_iterable((part, *chain(*map(_measures, below[part]))) for part in parts))


@cache
def _known() -> frozenset[str]:
    """Everything that any measure divides into."""
    return frozenset(chain.from_iterable(_measures(entry.parts) for entry in partitions()))


def _row(sheet: Sheet, row: Row, entry: Partition) -> Check:
    """The sum of the columns; of those that are among the others (其中：…) it is no contradiction where it holds without them."""
    check = _added(sheet, row, entry, frozenset())
    among = frozenset(line.line_id for line in row.cells.values() if line.measure_label.startswith(_AMONG))
    if check.status != "fails" or not among:
        return check
    without = _added(sheet, row, entry, among)
    return check if without.status == "fails" else without


def _added(sheet: Sheet, row: Row, entry: Partition, among: frozenset[str]) -> Check:
    """The sum of the columns but those that are among others."""
    cell = row.cells[entry.whole]
    found = [quantity for part in entry.parts if (quantity := sheet.amount(row, part))]
    parts = [quantity for quantity in found if not among.issuperset(quantity.ids)]
    used = {line_id for quantity in parts for line_id in quantity.ids}
    labels = [line.measure_label for line in row.cells.values() if line.line_id in used]
    words = f"{sheet.label}，{row.name}：{cell.measure_label} = {' + '.join(labels) or '各分栏之和'}"
    part = "" if entry.parts[0] == _first(entry.whole) else entry.parts[0]
    identity = Identity("row_sum", words, cell, "元", part, because("columns"))
    check = compare(identity, sheet.cell(cell), total(parts))
    others = _others(row, entry)
    if not others and not all(map(sheet.has, entry.parts)) and total(parts).value < sheet.cell(cell).value:
        others = [label for label in labels if label.startswith(_AMONG)]
    if check.status == "fails":
        missing = sheet.cell(cell).value - total(parts).value
        others = others or _alone(sheet, entry, missing, labels) or _filling(sheet, row, entry, missing, used)
    if check.status == "fails" and others:
        return not_checkable(
            identity, because("columns_unknown", columns="、".join(others)), sheet.cell(cell)
        )
    return check


_AMONG = "其中"
"""How a column begins that need not be all there is."""


def _others(row: Row, entry: Partition) -> list[str]:
    """Labels of the columns of a row that no way of dividing this measure knows."""
    return [
        line.measure_label
        for measure, line in row.cells.items()
        if measure != entry.whole and measure not in _known()
    ]


def _alone(sheet: Sheet, entry: Partition, missing: Decimal, labels: list[str]) -> list[str]:
    """The label of the only part that has a column, where that holds less: it need not be all that there is."""
    return labels if len(_held(sheet, entry)) == 1 < len(entry.parts) and missing > 0 else []


def _filling(sheet: Sheet, row: Row, entry: Partition, missing: Decimal, used: set[str]) -> list[str]:
    """Labels of further columns each of which holds just what the parts lack: such a one may be counted with them."""
    return [
        line.measure_label
        for measure, line in row.cells.items()
        if measure not in (entry.whole, *_measures(entry.parts))
        and line.line_id not in used
        and sheet.cell(line).value == missing
    ]


def _first(whole: str) -> str:
    """The first part of the first way in which a measure divides: it needs no mark in the id of a check."""
    return next(entry.parts[0] for entry in partitions() if entry.whole == whole)
