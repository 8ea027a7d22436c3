"""The fields above the indicator rows: unit, project, goal, money. People and telephones are only classified."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import fen, is_amount
from hrss_tui.compile.performance.forms import OF_STRETCH, OF_YEAR, field_key, filled, place_text
from hrss_tui.reference.performance import (
    PerformanceField,
    is_planned,
    is_result,
    label_unit,
    performance_field,
)
from hrss_tui.reference.print import sum_endings
from hrss_tui.reference.text import fold_label
from hrss_tui.sources.tables import Cell, Row
from hrss_tui.sources.text import Text, close_gaps, concat

_WITH_UNIT = re.compile(r"(.+?)\s{0,40}([十百千万亿]{0,6}元)")
CAPTION_UNIT = re.compile(r"单位\s*[:：]\s*([十百千万亿]*元)")


_GOAL = "goal"
_ONE = ("unit_name", "project")
"""Fields that are one name."""
_SOURCE = ""
"""The key of a source of money whose label no field has."""

OF_THE_YEAR = ":2"
"""Marks the second amount of one label: a form of two columns gives that of the year behind that of the project."""


class Money(msgspec.Struct, frozen=True):
    """An amount in 元 and the cell it stands in."""

    fen: int
    text: Text


class NoAmount(msgspec.Struct, frozen=True):
    """A cell of a field of money that gives none: the key of the field, its label, why (as in `unread`), the cell.

    `task` says that it is of a task that the form lists, and none of its own money.
    """

    key: str
    label: str
    reason: str
    text: Text
    task: bool = False


class Head(msgspec.Struct, frozen=True):
    """Texts and amounts by the key of their field; `unrecorded` are cells that no table holds.

    `columns` are the labels of columns that were not read: other figures beside those of the plan, results.
    """

    texts: dict[str, Text]
    amounts: dict[str, Money]
    unrecorded: tuple[tuple[str, Text], ...]
    unread: tuple[NoAmount, ...]
    columns: tuple[Text, ...]


class _Reader(msgspec.Struct):
    """What was read so far; `columns` says which field the cells of the row above belonged to.

    `others` are the labels over columns that are not read, `left` those of them that have anything in them; `listing`
    where the row above was labels only, below which a list may stand.
    """

    unit: str | None
    texts: dict[str, list[Text]]
    amounts: dict[str, Money]
    unrecorded: list[tuple[str, Text]]
    unread: list[NoAmount]
    columns: dict[int, PerformanceField]
    others: dict[int, Text]
    left: dict[tuple[int, int], Text]
    listing: bool = False

    def take(self, field: PerformanceField, text: Text, unit: str | None) -> None:
        if field.kind == "amount":
            self._money(field, text, unit or self.unit)
        elif field.kind in ("private", "other"):
            self.unrecorded.append((field.key, text))
        elif field.kind == "text":
            told = self.texts.setdefault(field.key, [])
            if all(other.text != text.text for other in told):
                told.append(text)

    def of_plan(self, row: Row) -> list[tuple[int, Cell]]:
        """The cells of a row without those of columns that are not read, and without the labels of any such columns."""
        cells = filled(row)
        goals = [(index, cell) for index, cell in cells if field_key(cell) == _GOAL]
        later = [each for each in goals if OF_STRETCH.search(each[1].text)]
        if later and any(OF_YEAR.search(cell.text) for _, cell in goals):
            self.others |= {index: place_text(cell) for index, cell in later}
            return [each for each in cells if each not in later]
        heads = [(index, cell) for index, cell in cells if is_planned(cell.text) or is_result(cell.text)]
        planned = next((index for index, cell in heads if is_planned(cell.text)), None)
        if len(heads) > 1 or (heads and planned is None):
            self.others = {index: place_text(cell) for index, cell in heads if index != planned}
            labels = {index for index, _ in heads}
            return [(index, cell) for index, cell in cells if index not in labels]
        if any(index in self.others and performance_field(cell.text) for index, cell in cells):
            self.others = {}
        self.left |= {text.locate(0): text for index, _ in cells if (text := self.others.get(index))}
        return [(index, cell) for index, cell in cells if index not in self.others]

    def close(self, field: PerformanceField, text: Text) -> None:
        """The sum of a list of amounts below one label is the amount of that field."""
        if field.kind == "amount" and is_amount(text.text):
            self.amounts.pop(field.key, None)
            self.amounts.pop(f"{field.key}{OF_THE_YEAR}", None)
            self.take(field, text, None)

    def _money(self, field: PerformanceField, text: Text, unit: str | None) -> None:
        match = _WITH_UNIT.fullmatch(text.text)
        number, unit = (match.group(1), match.group(2)) if match else (text.text, unit)
        if not is_amount(number):
            self.unread.append(NoAmount(field.key, field.labels[0], "unreadable", text))
        elif unit is None:
            self.unread.append(NoAmount(field.key, field.labels[0], "no_unit", text))
        else:
            second = f"{field.key}{OF_THE_YEAR}" if field.key in self.amounts else field.key
            self.amounts.setdefault(second, Money(fen(number, unit), text))


def read_head(rows: Sequence[Row], captions: Sequence[str]) -> Head:
    """Read the fields. A row without a label continues the cells above it, as after a page break."""
    units = [match.group(1) for caption in captions if (match := CAPTION_UNIT.search(caption))]
    reader = _Reader(units[0] if units else None, {}, {}, [], [], {}, {}, {})
    for row in rows:
        _read_row(reader, row)
    texts = {key: concat(parts) for key, parts in reader.texts.items()}
    unread = tuple(reader.unread)
    return Head(texts, reader.amounts, tuple(reader.unrecorded), unread, tuple(reader.left.values()))


def _is_money(text: str, known: bool) -> bool:
    """Does a cell print an amount of money: with its unit, or where a form has stated others (`known`)?"""
    match = _WITH_UNIT.fullmatch(text)
    return is_amount(match.group(1)) if match else known and is_amount(text)


def _stated(cell: Cell) -> tuple[PerformanceField, Text] | None:
    """The field of money and the amount of a cell that states both: 资金总额：310.45."""
    label, colon, value = cell.text.replace(":", "：").rpartition("：")
    field = performance_field(label) if colon else None
    amount = value.strip()
    match = _WITH_UNIT.fullmatch(amount)
    if field is None or field.kind != "amount" or not is_amount(match.group(1) if match else amount):
        return None
    text = place_text(cell)
    start = len(cell.text) - len(value.lstrip())
    return field, text.slice(start, start + len(amount))


def _sums_up(row: Row, columns: Mapping[int, PerformanceField]) -> bool:
    """Is it the sum of a list whose columns are fields: 金额合计 below the tasks of a department?"""
    (first, cell), *rest = filled(row)
    named = fold_label(cell.text).endswith(sum_endings()) and first not in columns
    return named and bool(rest) and all(index in columns for index, _ in rest)


def _lost(name: Cell, cell: Cell, *, task: bool = False) -> NoAmount:
    """An amount of a row whose name no field has."""
    return NoAmount(_SOURCE, close_gaps(name.text), "unknown_row", place_text(cell), task=task)


def _read_row(reader: _Reader, row: Row) -> None:
    """Take in a row: labels with what stands behind them, or what stands below the labels of an earlier row."""
    field: PerformanceField | None = None
    unit: str | None = None
    columns: dict[int, PerformanceField] = {}
    labels: dict[int, PerformanceField] = {}
    cells = reader.of_plan(row)
    if not cells:
        return
    if _sums_up(row, reader.columns):
        for index, cell in cells[1:]:
            if index in reader.columns:
                reader.close(reader.columns[index], place_text(cell))
        return
    reader.unit = label_unit(cells[0][1].text) or reader.unit  # 资金（万元） at the head of several rows
    labelled = any(performance_field(cell.text) is not None for _, cell in cells)
    name: Cell | None = None
    taken: set[str] = set()
    listed = cells[0][0] not in reader.columns and any(index in reader.columns for index, _ in cells)
    for index, cell in cells:
        label = performance_field(cell.text)
        if label is not None:
            labels[index] = field = label
            unit = label_unit(cell.text)
            reader.unit = unit or reader.unit
            continue
        stated = _stated(cell)
        if stated is not None:
            reader.take(stated[0], stated[1], label_unit(cell.text))
            continue
        owner = field or (None if labelled or listed else reader.columns.get(index))
        # What stands behind a name is no part of it: a label that nobody knows, and its value.
        if owner is not None and owner.key in _ONE and index not in reader.columns and owner.key in taken:
            owner = None
        if owner is not None:
            reader.take(owner, place_text(cell), unit)
            columns[index] = owner
            taken.add(owner.key)
        elif listed and reader.listing and index in reader.columns and is_amount(cell.text):
            # What a task of the year costs: no table of the package has tasks.
            reader.unread.append(_lost(cells[0][1], cell, task=True))
        elif name is not None and _is_money(cell.text, known=bool(reader.amounts)):
            reader.unread.append(_lost(name, cell))
        name = None if is_amount(cell.text) else cell
    reader.listing = not columns if columns or labels else reader.listing
    reader.columns = columns or labels or reader.columns
