"""Lines to a table: header tree, code style, money style, totals, column numbers, sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

import msgspec

from tests.documents.amounts import Money
from tests.documents.described import Cell, Expected, Printing, Row, Table
from tests.documents.heading import Head, header_rows, leaves
from tests.documents.lines import Line


class Style(msgspec.Struct, frozen=True):
    """How a table prints its lines.

    `path` is full (every line prints its whole code) or own (its own level alone, in its own column). `joint` stands
    between code parts in one cell, `glue` between code and name. `total_at` says where the name of a total stands:
    merged (over all columns before the money), name (the name's column) or first. `numbers` adds the row of column
    numbers, whose first cell is `numbers`. `indent` is put before names, once per level.
    """

    money: Money = Money()
    path: str = "full"
    joint: str = ""
    glue: str = " "
    total_at: str = "merged"
    numbers: str = ""
    indent: str = ""


class Frame(msgspec.Struct, frozen=True):
    """What stands around the lines of a table."""

    kind: str
    title: str
    label: str = ""
    captions: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    printing: Printing = Printing()


def table(frame: Frame, heads: tuple[Head, ...], lines: Iterable[Line], style: Style) -> Table:
    """A table of one block."""
    columns = leaves(heads)
    rows = tuple(Row(tuple(_cells(line, columns, style, number))) for number, line in enumerate(lines, 1))
    header = (*header_rows(heads), *_numbers(columns, style))
    return _framed(frame, header, rows, columns, style)


def side_by_side(
    frame: Frame, sides: tuple[tuple[str, tuple[Head, ...], tuple[Line, ...]], ...], style: Style
) -> Table:
    """A table of several blocks (side, header, lines) whose lines stand beside each other from the top.

    What follows the first line of level 0 is the end of a block; ends stand at the bottom of all blocks.
    """
    heads = tuple(head for _, tree, _ in sides for head in tree)
    blocks = _level_ends([lines for _, _, lines in sides])
    rows = [
        Row(
            tuple(
                cell
                for (side, tree, _), line in zip(sides, across, strict=True)
                for cell in _cells(line, leaves(tree), style, number, side)
            )
        )
        for number, across in enumerate(zip_longest(*blocks), 1)
    ]
    header = header_rows(heads)
    if style.numbers:
        numbered = [
            cell for _, tree, _ in sides for row in _numbers(leaves(tree), style) for cell in row.cells
        ]
        header = (*header, Row(tuple(_counted(numbered))))
    return _framed(frame, header, tuple(rows), leaves(heads), style)


def _framed(
    frame: Frame, header: tuple[Row, ...], rows: tuple[Row, ...], columns: tuple[Head, ...], style: Style
) -> Table:
    return Table(
        kind=frame.kind,
        title=frame.title,
        label=frame.label,
        captions=frame.captions,
        header=header,
        rows=rows,
        widths=tuple(column.width for column in columns),
        unit=style.money.unit,
        notes=frame.notes,
        printing=frame.printing,
    )


def _level_ends(blocks: list[tuple[Line, ...]]) -> list[list[Line | None]]:
    """The blocks with blank lines before their ends, so that these begin in one row and stop in one."""
    starts = [next((at for at, line in enumerate(lines) if line.level == 0), len(lines)) for lines in blocks]
    body = max(starts)
    tail = max(len(lines) - start for lines, start in zip(blocks, starts, strict=True))
    made = []
    for lines, start in zip(blocks, starts, strict=True):
        ends = lines[start:]
        gap: list[Line | None] = [None] * (tail - len(ends))
        made.append([*lines[:start], *[None] * (body - start), *ends[:-1], *gap, *ends[-1:]])
    return made


def _numbers(columns: tuple[Head, ...], style: Style) -> tuple[Row, ...]:
    """The row 栏次 | 1 | 2 | …, its first cell over all columns before the money."""
    if not style.numbers:
        return ()
    before = sum(1 for column in columns if column.role != "amount")
    cells = [Cell(style.numbers, 1, before, "number")] if before else []
    cells += [Cell(str(number), 1, 1, "number") for number in range(1, len(columns) - before + 1)]
    return (Row(tuple(cells)),)


def _counted(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Column numbers that run on over the blocks."""
    number = 0
    for cell in cells:
        if cell.text.isdigit():
            number += 1
            yield msgspec.structs.replace(cell, text=str(number))
        else:
            yield cell


def _cells(
    line: Line | None, columns: tuple[Head, ...], style: Style, number: int, side: str = ""
) -> Iterator[Cell]:
    """The cells of a line under its columns; of no line, blank ones."""
    before = sum(1 for column in columns if column.role != "amount")
    if line is not None and line.level == 0 and style.total_at == "merged" and before > 1:
        ahead = [column for column in columns[:before] if column.role == "number"]
        yield Cell(line.shown, 1, before - len(ahead), "label")
        yield from (Cell(str(number), role="number") for _ in ahead)
        columns = columns[before:]
    for column in columns:
        if column.role == "number":
            yield Cell(str(number), role="number")
        elif line is None:
            yield Cell()
        elif column.role == "amount":
            yield _amount(line, column, style, side)
        else:
            yield _label(line, column, columns, style)


def _label(line: Line, column: Head, columns: tuple[Head, ...], style: Style) -> Cell:
    if column.role == "name":
        first = style.total_at == "first" and line.level == 0 and columns[0] is not column
        return Cell("" if first else style.indent * (line.level - 1) + line.shown, role="name")
    if line.code is None:
        here = style.total_at == "first" and columns[0] is column
        text = line.shown if here or column.role == "glued" else ""
        return Cell(text, role="name" if text else "code")
    if column.role == "unit":
        return Cell(line.unit_name, role="text")
    if column.role == "project":
        return Cell(line.project, role="text")
    return Cell(_code(line.code, column.role, style, line), role="code")


def _code(code: str, role: str, style: Style, line: Line) -> str:
    parts = [code[:3], *(code[at : at + 2] for at in range(3, len(code), 2))]
    if role == "code":
        return style.joint.join(parts)
    if role == "glued":
        return style.joint.join(parts) + style.glue + line.shown
    at = ("class", "group", "item").index(role)
    if at >= len(parts) or (style.path == "own" and at != len(parts) - 1):
        return ""
    return parts[at]


def _amount(line: Line, column: Head, style: Style, side: str) -> Cell:
    money = style.money
    fen = money.rounded(line.values.get(column.field or column.key, 0))
    text = money.text(fen) if fen or money.is_zero else money.nothing
    if column.key == "" or (not fen and not money.is_zero):
        return Cell(text, role="amount")
    expects = Expected(
        code=line.code,
        name=column.of or line.name,
        level=column.level if column.of else line.level,
        measure=column.key,
        fen=fen,
        printed=text,
        label=column.label,
        side=side,
        restored=line.implied,
        unit_name=column.area or line.unit_name,
        project=line.project,
    )
    return Cell(text, role="amount", expects=expects)
