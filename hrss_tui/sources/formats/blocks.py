"""Paragraphs and tables as a page or a Word file nests them, and how they become lines and grids.

A table may be there for its look only: its cells hold paragraphs and other tables, not figures side by side. Such a
table is unrolled, cell by cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources import marks
from hrss_tui.sources.formats.draft import Draft, Drawn
from hrss_tui.sources.formats.form import Hidden

_TYPED = 2
"""So many rows with amounts are a table. Entries of contents have numbers of pages, which are no amounts."""
_AMOUNT = re.compile(r"[-+−－]?(?:\d{1,3}(?:[,，]\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}\.\d{1,6}|\d{4,15})[%％]?")
_SENTENCE = re.compile(r"[，。；！？]")
"""What stands in sentences and in no cell of such a row."""
_REACH = 64
"""Cells that are looked through for one with text."""
_LONG = 60
"""Characters of a paragraph that is no cell of a header or of figures."""


class TableCell(msgspec.Struct, frozen=True):
    """A cell of a table: its 0-based place, how much it covers, what it holds; what is not shown behind it and right below."""

    row: int
    column: int
    rows: int
    columns: int
    blocks: tuple[Block, ...]
    hidden: tuple[Hidden, ...] = ()

    @property
    def text(self) -> str:
        """Its own paragraphs, without those of tables inside."""
        return "\n".join(block for block in self.blocks if isinstance(block, str))

    @property
    def tables(self) -> tuple[TableBlock, ...]:
        """The tables inside."""
        return tuple(block for block in self.blocks if isinstance(block, TableBlock))


class TableBlock(msgspec.Struct, frozen=True):
    """A table: its cells in the order of reading. `ruled` is false where blanks alone align its columns."""

    cells: tuple[TableCell, ...]
    ruled: bool = True


Block: TypeAlias = str | TableBlock
"""A paragraph, which may hold line breaks, or a table."""


def hide(cells: list[TableCell], kind: str, place: str, texts: Sequence[str]) -> None:
    """Put down a row or a cell with digits that nobody sees, at the last cell with text before it."""
    said = tuple(folded for text in texts if (folded := " ".join(text.split())))
    if not any(char.isdigit() for text in said for char in text):
        return
    for at in range(len(cells) - 1, max(len(cells) - _REACH, 0) - 1, -1):
        if cells[at].text.strip():
            hidden = (*cells[at].hidden, Hidden(kind, place, said))
            cells[at] = msgspec.structs.replace(cells[at], hidden=hidden)
            return


def write(blocks: Sequence[Block], draft: Draft) -> None:
    """Put paragraphs and tables into a draft."""
    found = list(flattened(blocks))
    rows = _typed_rows(found)
    for at, block in enumerate(found):
        if not isinstance(block, str):
            draft.table(_drawn(block), block.ruled)
        elif at in rows:
            draft.row(block)
        else:
            draft.prose(block)


def _typed_rows(blocks: Sequence[Block]) -> frozenset[int]:
    """The paragraphs that are rows of a table which somebody typed with tabs: several below each other, with amounts."""
    found: set[int] = set()
    start = 0
    for at in range(len(blocks) + 1):
        block = blocks[at] if at < len(blocks) else ""
        if isinstance(block, str) and len(_typed_cells(block)) > 1:
            continue
        run = [block for block in blocks[start:at] if isinstance(block, str)]
        if sum(any(map(_AMOUNT.fullmatch, _typed_cells(row))) for row in run) >= _TYPED:
            found.update(range(start, at))
        start = at + 1
    return frozenset(found)


def _typed_cells(block: str) -> list[str]:
    """What tabs part in a paragraph of one line; nothing where that is a sentence, with a tab behind its number."""
    if "\n" in block.strip():
        return []
    cells = [cell for part in block.split("\t") if (cell := part.strip())]
    return [] if any(_SENTENCE.search(cell) and not _AMOUNT.fullmatch(cell) for cell in cells) else cells


def flattened(blocks: Sequence[Block]) -> Iterator[Block]:
    """Paragraphs and tables of figures one after the other; a table inside a cell of another follows that."""
    for each in blocks:
        block = each if isinstance(each, str) else _with_single(each)
        if isinstance(block, str):
            yield block
        elif _is_layout(block):
            for cell in block.cells:
                yield from flattened(cell.blocks)
        else:
            inner = [table for cell in block.cells for table in cell.tables]
            yield _without_inner(block) if inner else block
            yield from flattened(inner)


def _with_single(table: TableBlock) -> TableBlock:
    """The table with the text of tables of one cell inside its cells as their own, where it has several columns."""
    if not any(cell.column and cell.tables for cell in table.cells):
        return table
    return TableBlock(
        tuple(msgspec.structs.replace(cell, blocks=tuple(_opened(cell.blocks))) for cell in table.cells)
    )


def _opened(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        alone = not isinstance(block, str) and len(block.cells) == 1 and not block.cells[0].tables
        if isinstance(block, str) or not alone:
            yield block
        elif block.cells[0].text.strip():
            yield block.cells[0].text


def _without_inner(table: TableBlock) -> TableBlock:
    """The table with only the paragraphs of its cells."""
    return TableBlock(
        tuple(
            msgspec.structs.replace(cell, blocks=(cell.text,)) if cell.tables else cell
            for cell in table.cells
        )
    )


def _drawn(table: TableBlock) -> Iterator[Drawn]:
    for cell in table.cells:
        yield Drawn(cell.row, cell.column, cell.text, cell.rows, cell.columns, hidden=cell.hidden)


def _is_layout(table: TableBlock) -> bool:
    """Is the table only there for its look?"""
    beside: dict[int, int] = {}
    for cell in table.cells:
        if cell.text.strip() and not cell.tables:
            beside[cell.row] = beside.get(cell.row, 0) + 1
    figures = sum(count > 1 for count in beside.values())
    if any(cell.tables for cell in table.cells):
        return figures < 2
    return len({cell.row for cell in table.cells}) == 1 and any(_is_prose(cell.text) for cell in table.cells)


def _is_prose(text: str) -> bool:
    """Does a cell hold whole paragraphs?"""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and any(len(line) > _LONG and marks.is_ended(line) for line in lines)
