"""A description as the text that is handed on today: a paragraph a line, blank lines between, table cells by tabs.

A page break inside a table leaves a blank line and prints what heads the next page; every other format but PDF
keeps the table whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tests.documents.described import Described, PageBreak, Prose, Row, Table
from tests.documents.placing import lines, width


def render(described: Described, encoding: str = "utf-8") -> bytes:
    """The document as a text file."""
    return ("\n".join(_lines(described)) + "\n").encode(encoding)


def _lines(described: Described) -> Iterator[str]:
    for label, value in described.facts:
        yield from (f"{label}：{value}", "")
    for part in described.parts:
        if isinstance(part, Prose):
            yield from (part.text, "")
        elif isinstance(part, Table):
            yield from _table(part)
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
    """The body rows page by page, as `printing.breaks` says."""
    cuts = (0, *table.printing.breaks, len(table.rows))
    return tuple(table.rows[start:end] for start, end in pairwise(cuts))


def _table(table: Table) -> Iterator[str]:
    columns = width((*table.header, *table.rows))
    for title in headline(table):
        yield from (title, "")
    for caption in table.captions:
        yield from (caption_line(caption, columns), "")
    for number, rows in enumerate(segments(table)):
        if number:
            yield ""
            if table.printing.continuation == "titled":
                yield from (table.title, "")
        if number == 0 or table.printing.continuation in ("header", "titled"):
            yield from ("\t".join(cells) for cells in lines(table.header))
        yield from ("\t".join(cells) for cells in lines(rows))
    yield ""
    for note in table.notes:
        yield from (note, "")


def caption_line(caption: tuple[str, ...], columns: int) -> str:
    """The parts of a caption, the last over the last column."""
    if len(caption) == 1:
        return caption[0]
    return "\t".join(caption[:-1]) + "\t" * max(1, columns - len(caption) + 1) + caption[-1]
