"""The performance tables among the tables of a document: their fields and their indicator rows.

A performance table is known by the header of its indicator rows, not by its title. Above that header stand
fields (label, value, label, value …). A page break may cut it anywhere and print title and header again, so
the rows of neighbouring tables with one title are read as one stream, which a first field opens anew.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.performance import (
    Role,
    is_changed,
    is_total_label,
    is_within_year,
    performance_column,
    performance_field,
)
from hrss_tui.reference.text import fold_label
from hrss_tui.reference.turns import turns
from hrss_tui.sources.tables import Cell, Row, Segment, Table
from hrss_tui.sources.text import Run, Text

_TURNS = turns()

Roles = tuple[Role | None, ...]
"""The role of every cell of a header row; None for a blank or unknown label."""

_OF = {"project", "unit_name"}
"""Fields that say of whom a form is."""
_UNIT = "单位"
_TWINS: tuple[Role, Role] = ("indicator", "value")
"""What stands twice in a header that has the indicators of two times side by side."""
OF_YEAR = re.compile(re.any_of(_TURNS.time.forms))
OF_STRETCH = re.compile("实施期|中期|长期")
"""What says of one of two goals that it is that of the year, of the other that it is not: 实施期目标 | 年度目标."""
_OPENING = ("text", "private", "other")
"""Kinds of field that stand above indicator rows only; an amount label could also name a row of totals."""


class BodyRow(msgspec.Struct, frozen=True):
    """A row below the header: the roles of that header, and whether a page begins or ends with the row."""

    row: Row
    roles: Roles
    page_top: bool
    page_end: bool


class Form(msgspec.Struct, frozen=True):
    """One performance table; `heading` is the index of its title in the outline, `header` the first over its rows.

    `listed` are the columns beside the indicators that give its fields, where a list has a form for each project.
    """

    title: str
    heading: int | None
    captions: tuple[str, ...]
    head: tuple[Row, ...]
    body: tuple[BodyRow, ...]
    totals: tuple[Row, ...]
    header: Row | None
    listed: tuple[int, ...] = ()

    @property
    def line_start(self) -> int:
        """First line of the first row."""
        return min(row.line for row in self._rows())

    @property
    def line_end(self) -> int:
        """Last line of the last row."""
        return max(row.line for row in self._rows())

    def _rows(self) -> list[Row]:
        return [*self.head, *(row.row for row in self.body), *self.totals]


class _Open(msgspec.Struct):
    """A form that rows are being added to; `listed` and `of` are those of a list of projects.

    `listed` are the labels of its columns that give fields of a form, `of` the cells that say of whom this one is.
    """

    table: Table
    head: list[Row]
    body: list[BodyRow]
    totals: list[Row]
    roles: Roles | None = None
    header: Row | None = None
    listed: dict[int, Cell] = msgspec.field(default_factory=dict)
    of: tuple[Cell, ...] = ()

    def next_of(self, table: Table) -> _Open:
        """The form of the next project of a list."""
        return _Open(table, [], [], [], self.roles, self.header, self.listed, self.of)

    def freeze(self) -> Form:
        table = self.table
        captions = tuple(text for _line, text in table.captions)
        rows = tuple(self.head), tuple(self.body), tuple(self.totals)
        return Form(table.title, table.heading, captions, *rows, self.header, tuple(self.listed))


def place_text(cell: Cell) -> Text:
    """A cell as a text that knows its place."""
    return Text(cell.text, (Run(0, cell.span.line, cell.span.start),))


def filled(row: Row) -> list[tuple[int, Cell]]:
    """The cells that hold something, with their positions."""
    return [(index, cell) for index, cell in enumerate(row.cells) if cell.text]


def forms(tables: Sequence[Table]) -> list[Form]:
    """Every performance table of a document in printed order."""
    return [form.freeze() for form in _stream(tables) if form.head or form.body]


def _stream(tables: Sequence[Table]) -> Iterator[_Open]:
    current: _Open | None = None
    for table in tables:
        continues = current is not None and table.title == current.table.title
        if not continues and current is not None:
            yield current
            current = None
        if not continues and not any(_header(row) for row in table.rows):
            continue
        segments = table.segments if continues else _of_forms(table.segments)
        for row, top, end in _with_pages(segments):
            if current is None or _opens(current, row):
                if current is not None:
                    yield current
                current = _Open(table, [], [], [])
            if _begins(current, row):
                if current.of:
                    yield current
                    current = current.next_of(table)
                _take_fields(current, row)
            _add(current, row, top, end)
    if current is not None:
        yield current


def _of_forms(segments: Sequence[Segment]) -> Sequence[Segment]:
    """The segments from the first that is of a form on: another table may stand under the same heading before it."""

    def opens(row: Row) -> bool:
        cells = filled(row)
        field = performance_field(cells[0][1].text) if cells else None
        return bool(_header(row)) or (field is not None and field.kind in _OPENING)

    first = next((at for at, segment in enumerate(segments) if any(map(opens, segment.rows))), 0)
    return segments[first:]


def _with_pages(segments: Sequence[Segment]) -> Iterator[tuple[Row, bool, bool]]:
    """Rows with whether a page begins above or ends below them; a repeated header does not count."""
    for segment in segments:
        rows = [row for row in segment.rows if filled(row)]
        first = next((i for i, row in enumerate(rows) if not _header(row)), len(rows))
        for i, row in enumerate(rows):
            yield row, i == first, i == len(rows) - 1


def _add(form: _Open, row: Row, top: bool, end: bool) -> None:
    roles = _header(row)
    if roles:
        form.roles = _of_the_year(form.head, row) or roles
        form.header = form.header or row
        form.listed = {} if form.head and not form.of else _fields_beside(row, roles)
    elif form.roles is None:
        form.head.append(row)
    elif form.header and not form.body and (both := _with_times(form.header, row)):
        form.header, form.roles = both, _header(both) or form.roles
    elif is_total_label(filled(row)[0][1].text):
        form.totals.append(row)
    else:
        own = _without(row, form.listed) if form.listed else row
        form.body.append(BodyRow(own, form.roles, top, end))


def _fields_beside(header: Row, roles: Roles) -> dict[int, Cell]:
    """The labels of columns beside the indicators that give fields of a form, where they name its project or unit."""
    found = {index: cell for index, cell in filled(header) if roles[index] is None and field_key(cell)}
    return found if _OF & {field_key(cell) for cell in found.values()} else {}


def field_key(label: Cell) -> str:
    """The key of the field that a cell is the label of."""
    field = performance_field(label.text)
    return field.key if field else ""


def _begins(form: _Open, row: Row) -> bool:
    """Does a row of a list name another project or unit than those above it, beside the first of its levels?"""
    levels = [index for index, role in enumerate(form.roles or ()) if role == "level1"]
    if not form.listed or len(row.cells) <= max((*form.listed, *levels)):
        return False
    if _header(row) or is_total_label(filled(row)[0][1].text):
        return False
    own = [cell.text for cell in _of_whom(form, row)]
    changed = any(own) and own != [cell.text for cell in form.of]
    return changed and all(row.cells[index].text for index in levels)


def _of_whom(form: _Open, row: Row) -> tuple[Cell, ...]:
    """The cells that name the unit and the project of a row; one left blank is that above, below the same to its left."""
    found: list[Cell] = []
    same = bool(form.of)
    for place, index in enumerate(index for index, label in form.listed.items() if field_key(label) in _OF):
        own = row.cells[index]
        found.append(own if own.text or not same else form.of[place])
        same = same and found[-1].text == form.of[place].text
    return tuple(found)


def _take_fields(form: _Open, row: Row) -> None:
    """The fields that the columns of a list give, as a row of labels and values above the indicators."""
    form.of = _of_whom(form, row)
    names = iter(form.of)
    told = [
        (label, next(names) if field_key(label) in _OF else row.cells[index])
        for index, label in form.listed.items()
    ]
    cells = tuple(cell for pair in told if pair[1].text for cell in pair)
    form.head.append(Row(row.line, cells, row.block))


def _without(row: Row, places: Container[int]) -> Row:
    """A row of indicators without the cells of some columns."""
    cells = (
        msgspec.structs.replace(cell, text="") if at in places else cell for at, cell in enumerate(row.cells)
    )
    return msgspec.structs.replace(row, cells=tuple(cells))


def _opens(form: _Open, row: Row) -> bool:
    """Does a new form begin: a field below indicator rows?"""
    field = performance_field(filled(row)[0][1].text)
    return form.roles is not None and field is not None and field.kind in _OPENING


def _header(row: Row) -> Roles | None:
    """The roles of a header row, None for any other row: an indicator with its value and its change is a statistic."""
    found = _columns(row)
    if not {"indicator", "value"} <= set(found):
        return None
    if "level1" not in found and any(is_changed(cell.text) for cell in row.cells):
        return None
    return tuple(role if role and found.index(role) == i else None for i, role in enumerate(found))


def _columns(row: Row) -> list[Role | None]:
    found = _without_parts_of_year(row, [performance_column(cell.text) for cell in row.cells])
    if "unit" not in found and "value" in found:
        return [role or _unit_beside(row, at, found) for at, role in enumerate(found)]
    return found


def _without_parts_of_year(row: Row, found: list[Role | None]) -> list[Role | None]:
    """The roles without the values to be reached within the year, where another column has those of the year."""
    values = [at for at, role in enumerate(found) if role == "value"]
    early = {at for at in values if is_within_year(row.cells[at].text)}
    if len(early) == len(values):
        return found
    return [None if at in early else role for at, role in enumerate(found)]


def _with_times(header: Row, below: Row) -> Row | None:
    """A header with a second row that says of when the values are (指标值 over 半年 | 全年); None where the row says no such thing."""
    told = filled(below)
    values = [at for at, role in enumerate(_columns(header)) if role == "value"]
    if len(told) < len(_TWINS) or not values or len(header.cells) != len(below.cells):
        return None
    times = all(is_within_year(cell.text) or OF_YEAR.fullmatch(fold_label(cell.text)) for _, cell in told)
    label = header.cells[values[0]].text
    if (
        not times
        or any(header.cells[at].text not in ("", label) for at, _ in told)
        or told[0][0] != values[0]
    ):
        return None
    cells = list(header.cells)
    for at, cell in told:
        cells[at] = msgspec.structs.replace(cell, text=f"{label}（{cell.text}）")
    return msgspec.structs.replace(header, cells=tuple(cells))


def _of_the_year(head: Sequence[Row], row: Row) -> Roles | None:
    """The roles of a header with the indicators of a stretch of years and those of the year behind them; None for any other.

    Which of the two are those of the year a row above says, which stands over both: 实施期目标 | 年度目标.
    """
    found = _columns(row)
    if not all(found.count(role) == len(_TWINS) for role in _TWINS) or not any(map(_is_stretch_first, head)):
        return None
    again = next(at for at, role in enumerate(found) if role and role in found[:at])
    own = set(found[again:])
    return tuple(role if at >= again or role not in own else None for at, role in enumerate(found))


def _is_stretch_first(row: Row) -> bool:
    """Does a row speak first of a stretch of years, and then of the year?"""
    said = [
        "year" if OF_YEAR.search(cell.text) else "stretch"
        for _, cell in filled(row)
        if field_key(cell) == "goal" and (OF_YEAR.search(cell.text) or OF_STRETCH.search(cell.text))
    ]
    return said[-2:] == ["stretch", "year"]


def _unit_beside(row: Row, at: int, found: Sequence[Role | None]) -> Role | None:
    """A column 单位 beside the one of values has the units of these; elsewhere it may name departments."""
    beside = "value" in found[max(at - 1, 0) : at + 2]
    return "unit" if beside and fold_label(row.cells[at].text) == _UNIT else None
