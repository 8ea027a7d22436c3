"""A description as text: a paragraph a line, blank lines between, table cells by tabs, blanks or commas.

A page break inside a table leaves a blank line and prints what heads the next page; every other format but PDF
keeps the table whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from unicodedata import east_asian_width

import msgspec

from tests.documents.described import Cell, Described, PageBreak, Printing, Prose, Row, Table
from tests.documents.placing import lines, width

Write = Callable[[list[list[str]]], Iterator[str]]
"""Rows of cells, all as long, to lines."""


def render(described: Described) -> bytes:
    """The document with its cells separated by tabs."""
    return ("\n".join(_lines(described, _tabs)) + "\n").encode()


def render_aligned(described: Described) -> bytes:
    """The document with its cells aligned by blanks, as programs print tables."""
    return ("\n".join(_lines(described, _aligned)) + "\n").encode()


def render_csv(described: Described) -> bytes:
    """The document as a spreadsheet saves it: a row a line, comma-separated, quoted where need be, without pages."""
    whole = tuple(_unpaged(part) if isinstance(part, Table) else part for part in described.parts)
    lines_ = _lines(msgspec.structs.replace(described, parts=whole), _commas)
    return ("\ufeff" + "\r\n".join(lines_) + "\r\n").encode()


def _unpaged(table: Table) -> Table:
    return msgspec.structs.replace(table, printing=Printing())


def _tabs(rows: list[list[str]]) -> Iterator[str]:
    return ("\t".join(cells) for cells in rows)


def _commas(rows: list[list[str]]) -> Iterator[str]:
    return (",".join(f'"{text}"' if "," in text else text for text in cells) for cells in rows)


def _aligned(rows: list[list[str]]) -> Iterator[str]:
    """Columns two blanks apart, as wide as their widest cell; money to the right, all else to the left."""
    sizes = [max(2, *(_size(cells[at]) for cells in rows)) for at in range(len(rows[0]))]
    for cells in rows:
        padded = []
        for text, size in zip(cells, sizes, strict=True):
            gap = " " * (size - _size(text))
            padded.append(gap + text if text[:1].isdigit() and text[-1:].isdigit() else text + gap)
        yield "  ".join(padded).rstrip()


def _size(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _lines(described: Described, write: Write) -> Iterator[str]:
    for label, value in described.facts:
        yield from (f"{label}：{value}", "")
    for part in described.parts:
        if isinstance(part, Prose):
            yield from (part.text, "")
        elif isinstance(part, Table):
            yield from _table(part, write)
        elif isinstance(part, PageBreak):
            yield ""


def headline(table: Table) -> tuple[str, ...]:
    """The lines of a table's number and title: 五、 and （五） stand before the title, 表5 on a line of its own."""
    if not table.label:
        return (table.title,)
    if table.label[-1] in "、.．）:：,， ":
        return (table.label + table.title,)
    return table.label, table.title


def segments(table: Table) -> tuple[tuple[Row, ...], ...]:
    """The body rows page by page, as `printing` says."""
    cuts = (0, *table.printing.breaks, len(table.rows))
    pages = [table.rows[start:end] for start, end in pairwise(cuts)]
    if table.printing.cut:
        for at, (above, below) in enumerate(pairwise(pages)):
            first, rest = _parted(above[-1])
            pages[at], pages[at + 1] = (*above[:-1], first), (rest, *below)
    return tuple(pages)


def _parted(row: Row) -> tuple[Row, Row]:
    """A row with the beginning of its name, and one with the last two characters of it alone."""
    at = next(number for number, cell in enumerate(row.cells) if cell.role == "name")
    name = row.cells[at]
    first = [*row.cells[:at], msgspec.structs.replace(name, text=name.text[:-2]), *row.cells[at + 1 :]]
    rest = [Cell(name.text[-2:], role="name") if number == at else Cell() for number in range(len(row.cells))]
    return Row(tuple(first)), Row(tuple(rest))


def _table(table: Table, write: Write) -> Iterator[str]:
    columns = width((*table.header, *table.rows))
    for title in headline(table):
        yield from (title, "")
    for caption in table.captions:
        yield from (*write([caption_cells(caption, columns)]), "")
    for number, rows in enumerate(segments(table)):
        if number:
            yield ""
            if table.printing.continuation == "titled":
                for title in headline(table):
                    yield from (title, "")
        headed = number == 0 or table.printing.continuation in ("header", "titled")
        yield from write([*(lines(table.header) if headed else ()), *lines(rows)])
    yield ""
    for note in table.notes:
        yield from (note, "")


def caption_cells(caption: tuple[str, ...], columns: int) -> list[str]:
    """A caption as cells: its parts from the left, the last over the last column."""
    if len(caption) == 1:
        return list(caption)
    return [*caption[:-1], *[""] * (columns - len(caption)), caption[-1]]
