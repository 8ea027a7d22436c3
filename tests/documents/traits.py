"""What happens to tables between a form and what is published: each function alters how a table is printed, never what.

What must be read stays the same; so a document with a trait must give the records that it gives without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from tests.documents.described import Cell, Described, Printing, Row, Table
from tests.documents.placing import placed, width

Change = Callable[[Table], Table]


def with_traits(described: Described, **changes: tuple[Change, Iterable[str]]) -> Described:
    """The document with each named change made to its tables of some kinds (of every kind where none is named)."""
    parts = described.parts
    for change, kinds in changes.values():
        wanted = set(kinds)
        parts = tuple(
            change(part) if isinstance(part, Table) and (not wanted or part.kind in wanted) else part
            for part in parts
        )
    return msgspec.structs.replace(described, parts=parts, traits=(*described.traits, *changes))


def broken_names(table: Table) -> Table:
    """Long names over two rows: code and the first part above, the rest and the amounts below."""
    if table.printing.cut:
        return table
    return _rows(table, (each for row in table.rows for each in _broken(row)))


def _broken(row: Row) -> Iterator[Row]:
    at = next((at for at, cell in enumerate(row.cells) if cell.role == "name" and len(cell.text) > 11), None)
    single = all(cell.columns == 1 for cell in row.cells)
    if at is None or not single or sum(1 for cell in row.cells if cell.role == "name") > 1:
        yield row
        return
    half = len(row.cells[at].text) // 2
    first = [_text(cell, cell.text[:half]) if number == at else _bare(cell) if cell.role == "amount" else cell
             for number, cell in enumerate(row.cells)]  # fmt: skip
    rest = [_text(cell, cell.text[half:]) if number == at else cell if cell.role == "amount" else _bare(cell)
            for number, cell in enumerate(row.cells)]  # fmt: skip
    yield from (Row(tuple(first)), Row(tuple(rest)))


def cut_names(table: Table) -> Table:
    """A page ends inside a name: its row has the first part and the amounts, the next page begins with the rest."""
    for number, row in enumerate(table.rows[1:-1], 1):
        names = [cell for cell in row.cells if cell.role == "name"]
        if len(names) == 1 and len(names[0].text) > 9 and len(row.cells) == width(table.header):
            printing = msgspec.structs.replace(
                table.printing, breaks=(number + 1,), continuation="header", cut=True
            )
            return msgspec.structs.replace(table, printing=printing)
    return table


def dotted_codes(table: Table) -> Table:
    """The levels of a code parted by dots: 208.01.06."""
    return _rows(table, (_dotted(row) for row in table.rows))


def _dotted(row: Row) -> Row:
    return Row(
        tuple(
            _text(cell, re.sub(r"(?<=\d{3})(\d\d)", r".\1", cell.text)) if cell.role == "code" else cell
            for cell in row.cells
        )
    )


def lone_total(table: Table) -> Table:
    """The last page holds the total alone, without a header."""
    if len(table.rows) < 3:
        return table
    return printed(table, breaks=(len(table.rows) - 1,), continuation="none")


def paged(table: Table) -> Table:
    """Two page breaks, each further page with the whole header."""
    return printed(table, breaks=_thirds(table), continuation="header")


def titled(table: Table) -> Table:
    """Two page breaks, each further page with title, captions and header."""
    return printed(table, breaks=_thirds(table), continuation="titled")


def headless(table: Table) -> Table:
    """Two page breaks, further pages without any header."""
    return printed(table, breaks=_thirds(table), continuation="none")


def _thirds(table: Table) -> tuple[int, ...]:
    size = len(table.rows)
    return (size // 3, 2 * size // 3) if size >= 6 else ()


def unruled(table: Table) -> Table:
    """No lines around cells."""
    return msgspec.structs.replace(table, printing=msgspec.structs.replace(table.printing, ruled=False))


def on_its_side(table: Table) -> Table:
    """On a landscape page."""
    return msgspec.structs.replace(table, printing=msgspec.structs.replace(table.printing, landscape=True))


def printed(table: Table, breaks: tuple[int, ...], continuation: str) -> Table:
    """With page breaks before these rows."""
    old = table.printing
    printing = Printing(old.ruled, old.landscape, continuation, breaks)
    return msgspec.structs.replace(table, printing=printing)


def unmerged_header(table: Table) -> Table:
    """Header cells that are not merged: a label in its first cell, blank cells where it would reach."""
    columns = width(table.header)
    grid = [[Cell(role="header")] * columns for _ in table.header]
    for each in placed(table.header):
        grid[each.row][each.column] = Cell(each.cell.text, role=each.cell.role)
    return msgspec.structs.replace(table, header=tuple(Row(tuple(row)) for row in grid))


def narrow(table: Table) -> Table:
    """Names in a narrow column, so that print wraps them over two or three lines."""
    names = {
        each.column
        for row in table.rows
        for each in placed((row,))
        if each.cell.role == "name" and each.cell.columns == 1
    }
    widths = tuple(each * 0.45 if at in names else each for at, each in enumerate(table.widths))
    return msgspec.structs.replace(table, widths=widths)


def spaced_names(table: Table) -> Table:
    """Short names with a blank between their characters: 合 计, 因 公 出 国（境）费."""

    def spaced(cell: Cell) -> Cell:
        text = cell.text
        if cell.role != "name" or not 2 <= len(text) <= 6 or not text[0].isalpha():
            return cell
        head = text.partition("（")[0]
        return _text(cell, " ".join(head) + text[len(head) :])

    return _rows(table, (Row(tuple(map(spaced, row.cells))) for row in table.rows))


def blank_rows(table: Table) -> Table:
    """Rows of the form that were left empty, before the last."""
    if table.printing.cut:
        return table
    empty = Row(tuple(Cell() for _ in range(width(table.header))))
    return _rows(table, (*table.rows[:-1], empty, empty, table.rows[-1]))


def total_in_header_row(table: Table) -> Table:
    """The total stands in the row 类 | 款 | 项, beside these labels: the header's last row is no row of its own.

    For tables whose total is their first row, over all columns before the money.
    """
    *above, last = table.header
    parts = [cell for cell in last.cells if cell.text in ("类", "款", "项")]
    first = table.rows[0]
    if len(parts) != 3 or len(parts) != len(last.cells) or first.cells[0].columns != 4:
        raise ValueError(table.title)
    header = tuple(Row(tuple(msgspec.structs.replace(cell, rows=min(cell.rows, len(above) - at)) for cell in row.cells))
                   for at, row in enumerate(above))  # fmt: skip
    label = Cell(first.cells[0].text, role="name")
    rows = (Row((*parts, label, *first.cells[1:])), *table.rows[1:])
    return msgspec.structs.replace(table, header=header, rows=rows)


def lost_items(table: Table) -> Table:
    """The column 项 is gone: of an item 类 and 款 alone are printed, and its code must be found elsewhere."""
    column = next(each.column for each in placed(table.header) if each.cell.text == "项")

    def restored(cell: Cell) -> Cell:
        if cell.expects is None or cell.expects.level != 3:
            return cell
        return msgspec.structs.replace(cell, expects=msgspec.structs.replace(cell.expects, restored=True))

    rows = [Row(tuple(map(restored, row.cells))) for row in _without(table.rows, column)]
    widths = (*table.widths[:column], *table.widths[column + 1 :])
    return msgspec.structs.replace(
        table, header=tuple(_without(table.header, column)), rows=tuple(rows), widths=widths
    )


def _without(rows: tuple[Row, ...], column: int) -> Iterator[Row]:
    """Rows without one column: cells over several columns are one narrower."""
    kept: list[list[Cell]] = [[] for _ in rows]
    for each in placed(rows):
        cell = each.cell
        if each.column <= column < each.column + cell.columns:
            if cell.columns == 1:
                continue
            cell = msgspec.structs.replace(cell, columns=cell.columns - 1)
        kept[each.row].append(cell)
    return (Row(tuple(cells)) for cells in kept)


def captioned(*captions: tuple[str, ...]) -> Change:
    """Other captions; {department} and {unit} are filled in from those that were there."""

    def change(table: Table) -> Table:
        words = [part for line in table.captions for part in line]
        department = next(
            (
                part.split("：")[-1]
                for part in words
                if "单位：" not in part[-5:] and "：" in part and not _is_unit(part)
            ),
            "",
        )
        made = tuple(
            tuple(part.format(department=department, unit=table.unit) for part in line) for line in captions
        )
        return msgspec.structs.replace(table, captions=made)

    return change


def _is_unit(part: str) -> bool:
    return part.rstrip("）").endswith("元")


def labelled(write: Callable[[int, str], tuple[str, str]]) -> Callable[[Described], Described]:
    """Every table with another number and title: `write` gets its number and title, gives label and title."""

    def change(described: Described) -> Described:
        number, parts = 0, []
        for part in described.parts:
            if isinstance(part, Table):
                number += 1
                label, title = write(number, part.title)
                part = msgspec.structs.replace(part, label=label, title=title)  # noqa: PLW2901 - the same table
            parts.append(part)
        return msgspec.structs.replace(described, parts=tuple(parts))

    return change


def _rows(table: Table, rows: Iterable[Row]) -> Table:
    return msgspec.structs.replace(table, rows=tuple(rows))


def _text(cell: Cell, text: str) -> Cell:
    return msgspec.structs.replace(cell, text=text)


def _bare(cell: Cell) -> Cell:
    return msgspec.structs.replace(cell, text="", expects=None)


ANYWHERE: tuple[tuple[str, Change], ...] = (
    ("broken", broken_names),
    ("cut", cut_names),
    ("lone_total", lone_total),
    ("paged", paged),
    ("titled", titled),
    ("headless", headless),
    ("sideways", on_its_side),
    ("unmerged", unmerged_header),
    ("narrow", narrow),
    ("spaced", spaced_names),
    ("blank", blank_rows),
)
"""Traits that any table of codes may have, by name."""
