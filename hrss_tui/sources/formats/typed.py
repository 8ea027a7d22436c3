"""Tables that somebody typed into paragraphs of a page or a Word file, with blanks between their cells, as in a text.

Only in `<pre>` are all blanks half as wide as a character, so that what stands below each other is told by its place.
Elsewhere the eye aligned it in some font: rows are read that have as many cells as there are labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.blocks import Block, TableBlock, TableCell
from hrss_tui.sources.formats.form import ROW
from hrss_tui.sources.formats.text import blanks, evenly
from hrss_tui.sources.formats.text.drawn import Found

_FINDERS = (evenly.find, blanks.find)
"""In `<pre>`. Elsewhere only the first."""
_BLANKS = str.maketrans("\u00a0\u2002\u2003", "   ")
_PARTED = re.compile(r"\S(?: {2}|[ ]?\u3000)[ \u3000]*\S")
_PLAIN = "  "
"""Blanks that may break, several of which a page keeps in `<pre>` only."""
_FEWEST = 2
"""Lines with gaps in them below which nothing is a table."""


def with_typed(blocks: Sequence[Block], even: bool) -> Iterator[Block]:
    """The paragraphs and tables, with what is typed as a table made one. `even`: blanks that may break are of one width."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            texts.append(block)
            continue
        yield from _paragraphs(texts, even)
        yield block
        texts = []
    yield from _paragraphs(texts, even)


def _paragraphs(texts: Sequence[str], even: bool) -> Iterator[Block]:
    """Paragraphs without tables between them: those that no table takes stay as they are."""
    owners = [(at, line) for at, text in enumerate(texts) for line in text.split("\n")]
    lines = [line.translate(_BLANKS) for _, line in owners]
    free = [ROW not in line and _PARTED.search(line) is not None for line in lines]
    placed = [
        usable and even and _PLAIN in line and line == shown
        for usable, (_, line), shown in zip(free, owners, lines, strict=True)
    ]
    tables = _tables(lines, (free, placed)) if sum(free) >= _FEWEST else []
    start = 0
    for table in tables:
        yield from _between(owners[start : table.first - 1])
        yield _block(table)
        start = table.last
    yield from _between(owners[start:])


def _between(owners: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Lines as the paragraphs that they are of."""
    for _, lines in groupby(owners, lambda owner: owner[0]):
        yield "\n".join(line for _, line in lines)


def _tables(lines: Sequence[str], usable: Sequence[Sequence[bool]]) -> list[Found]:
    """The tables in the order of their lines; for each way to find them the lines that are `usable`."""
    taken: set[int] = set()
    found: list[Found] = []
    for find, free in zip(_FINDERS, usable, strict=True):
        for table in find(lines, tuple(each and at not in taken for at, each in enumerate(free))):
            taken.update(range(table.first - 1, table.last))
            found.append(table)
    return sorted(found, key=lambda table: table.first)


def _block(table: Found) -> TableBlock:
    cells = (
        TableCell(row, column, cell.rows, cell.columns, (cell.text,))
        for row, printed in enumerate(table.rows)
        for column, cell in enumerate(printed)
        if cell is not None
    )
    return TableBlock(tuple(cells), ruled=False)
