"""Tables without rulings that page breaks cut: which part goes on with the one before, and columns for all at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.aligned.tables import built
from hrss_tui.sources.formats.pdf.aligned.words import cell_words
from hrss_tui.sources.formats.pdf.content import Content, Printed, printed
from hrss_tui.sources.formats.pdf.cutting import with_rest
from hrss_tui.sources.formats.pdf.lines import Line, text_of
from hrss_tui.sources.formats.pdf.part import Part
from hrss_tui.sources.formats.pdf.table import PageTable

_AGAIN = re.compile(r"[（(]?续(?:表|上表|前表)?[)）]?|[（(]续[)）]")
_SENTENCE = re.compile(r"[。；]$|[:：]")
_SLACK = 3.0
"""Texts may stand so far (points) outside of their column."""
_NEXT = 1.6
"""The next row stands at most this many times the distance of two rows below."""


def plain(text: str) -> str:
    """A title without spaces, and without what says that it comes again."""
    return _AGAIN.sub("", "".join(text.split()))


def linked_parts(
    first: tuple[Content, PageTable, Sequence[Printed]],
    before: Content,
    head: PageTable,
    title: Sequence[str],
    trailing: Sequence[Printed],
) -> tuple[Content, Content] | None:
    """The page and the page before it, where its first table goes on with `head`; None where it does not.

    `first` is the page, its first table and the lines above that; `trailing` are lines below the last table of the
    page before, which are rows of it then, as are lines above the first table that stand in its columns.
    """
    page, table, above = first
    if table.part is None or head.part is None:
        return None
    titles = next((at for at, line in enumerate(above) if plain(line.text) not in {"", *title}), len(above))
    under = above[titles:]
    if any(plain(line.text) in title for line in under):
        return None
    header, rows = _again(
        [line.line for line in under if line.line is not None] + [*table.part.header], head.part
    )
    if not all(_fits(line, head) for line in rows):
        return None
    part = msgspec.structs.replace(table.part, header=header, body=(*rows, *table.part.body), weak=False)
    made = built([head.part, part])
    if made is None or made[0].columns != head.columns:
        return None
    going_on = msgspec.structs.replace(made[1], continues=True)
    return _with(page, table, going_on, under), _with_rows(before, trailing)


def _again(lines: Sequence[Line], first: Part) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines that repeat the header of the first part, or some of its heads in their places, and those below them, which are rows."""
    known = {plain(text_of(line)) for line in first.header}
    heads = {(word.text, round(word.left)) for line in first.header for word in cell_words(line)}
    count = next(
        (
            index
            for index, line in enumerate(lines)
            if plain(text_of(line)) not in known
            and not heads.issuperset((word.text, round(word.left)) for word in cell_words(line))
        ),
        len(lines),
    )
    return tuple(lines[:count]), tuple(lines[count:])


def _with_rows(page: Content, trailing: Sequence[Printed]) -> Content:
    """The page with lines below its last table as rows of that."""
    last = max(page.tables, key=lambda table: table.ys[0])
    if not trailing or last.part is None:
        return page
    lines = tuple(line.line for line in trailing if line.line is not None)
    part = msgspec.structs.replace(last.part, body=(*last.part.body, *lines))
    return _with(page, last, msgspec.structs.replace(last, part=part), trailing)


def _with(page: Content, old: PageTable, new: PageTable, gone: Sequence[Printed]) -> Content:
    prose = tuple(line for line in page.prose if not any(line is one for one in gone))
    tables = tuple(new if table is old else table for table in page.tables)
    return msgspec.structs.replace(page, prose=prose, tables=tables)


def rows_below(table: PageTable, lines: Sequence[Printed]) -> bool:
    """May lines below a table, at the end of its page, be rows of it?"""
    if not lines:
        return True
    if table.part is None or not _fit(lines, table):
        return False
    heights = [high for upper, lower in pairwise(table.ys[1:]) if (high := lower - upper) > 0]
    below = [table.part.body[-1].base, *(line.line.base for line in lines if line.line is not None)]
    most = _NEXT * min(heights, default=0.0)
    return all(lower - upper <= most for upper, lower in pairwise(below))


def _fit(lines: Sequence[Printed], table: PageTable) -> bool:
    """Does every text of some lines stand in one column of a table?"""
    return all(line.line is not None and _fits(line.line, table) for line in lines)


def _fits(line: Line, table: PageTable) -> bool:
    if _SENTENCE.search(text_of(line)):
        return False
    return all(
        any(left - _SLACK <= word.left and word.right <= right + _SLACK for left, right in pairwise(table.xs))
        for word in cell_words(line)
    )


def without_weak(page: Content) -> Content:
    """The page with parts that are no tables by themselves as lines again."""
    weak = [table for table in page.tables if table.part is not None and table.part.weak]
    if not weak:
        return page
    lines = [printed(line) for table in weak if table.part is not None for line in table.part.body]
    tables = tuple(table for table in page.tables if table not in weak)
    prose = sorted([*page.prose, *lines], key=lambda line: (line.box.top + line.box.bottom, line.box.left))
    return msgspec.structs.replace(page, prose=tuple(prose), tables=tables)


def with_common_columns(pages: Sequence[Content]) -> list[Content]:
    """The pages with all parts of a table without rulings in the columns that they have together."""
    found = list(pages)
    chain: list[tuple[int, PageTable]] = []
    for number, page in enumerate(pages):
        for table in page.tables:
            if not (table.continues and chain):
                _rebuild(found, chain)
                chain = []
            if table.part is not None:
                chain.append((number, table))
    _rebuild(found, chain)
    return found


def _repeated(first: PageTable, part: PageTable) -> int:
    """How many rows at its top a part repeats of the first one: its header, and what stands right below that there too, as the numbers of columns."""
    count, below = part.headed, first.headed
    while count < part.rows and below < first.rows and part.row_key(count) == first.row_key(below):
        count, below = count + 1, below + 1
    return count


def _rebuild(pages: list[Content], chain: Sequence[tuple[int, PageTable]]) -> None:
    """Put the parts of one table in their places, built at once; a row that a page break cut is whole again."""
    if len(chain) < 2:
        return
    made = built([table.part for _, table in chain if table.part is not None])
    if made is None:
        return
    parts = [made[0], *(msgspec.structs.replace(part, continues=True) for part in made[1:])]
    for index in range(1, len(parts)):
        last, part = parts[index - 1], parts[index]
        parts[index - 1], parts[index] = with_rest(last, part, _repeated(made[0], part))
    for (number, old), new in zip(chain, parts, strict=True):
        pages[number] = _with(pages[number], old, new, ())
        pages[number] = msgspec.structs.replace(
            pages[number], tables=tuple(table for table in pages[number].tables if table.rows)
        )
