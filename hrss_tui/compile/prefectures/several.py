"""Tables that stand between two headings and are parted by titles that a page prints as paragraphs.

Each has its own header: read as one, the columns of the second would stand below the labels of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from hrss_tui.compile.prefectures.cells import number
from hrss_tui.reference import fold_label, is_table_title
from hrss_tui.reference.table_titles import title_key
from hrss_tui.sources.captions import is_named_with_unit, without_unit
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.tables import Row, Segment, Table
from hrss_tui.sources.text import close_gaps

_LONGEST = 60
"""Characters of a title, at most."""
_SENTENCE = frozenset("。；;！？")
_GOES_ON = ("续", "（续", "(续", "注", "说明", "备注")
"""How a line begins that goes on with the table above it, or belongs to it."""


class _Part(msgspec.Struct):
    """A table of its own: the index of its title, which it may share with the one above it, the line it begins at."""

    title: int | None
    first: int
    segments: list[Segment]


def several(table: Table, blocks: Sequence[Placed]) -> list[Table]:
    """The tables that a table is."""
    parts = [_Part(table.heading, table.line_start, [])]
    for before, segment in pairwise((None, *table.segments)):
        if segment is None:
            continue
        title = _title(before, segment, parts, table, blocks) if before is not None else None
        if title is not None:
            parts.append(_Part(title, blocks[title].text.line_start, []))
        elif before is not None and _has_other_header(segment, parts[-1].segments[0]):
            parts.append(_Part(table.heading, before.rows[-1].line + 1, []))
        parts[-1].segments.append(segment)
    if len(parts) == 1:
        return [table]
    return list(_tables(table, parts, blocks))


def _has_other_header(segment: Segment, first: Segment) -> bool:
    """Has a segment a header of its own: labels below the same first one (地区) as above, which are others?"""
    above, own = _labels(first.rows[0]), _labels(segment.rows[0])
    return own[:1] == above[:1] != [] and own != above and not any(map(number, own))


def _labels(row: Row) -> list[str]:
    return [label for cell in row.cells if (label := fold_label(cell.text))]


def _tables(table: Table, parts: Sequence[_Part], blocks: Sequence[Placed]) -> Iterator[Table]:
    above: tuple[tuple[int, str], ...] = ()
    for part, stop in zip(parts, [*(part.first for part in parts[1:]), None], strict=True):
        own = part.title is not None and part.title != table.heading
        captions = tuple(
            (line, text)
            for line, text in table.captions
            if (line >= part.first or part is parts[0]) and (stop is None or line < stop)
        )
        above = captions if captions or own else above
        title = _bare(blocks[part.title].text.text) if part.title is not None and own else table.title
        yield msgspec.structs.replace(
            table, title=title, heading=part.title, captions=above, segments=tuple(part.segments)
        )


def _title(
    before: Segment, segment: Segment, parts: Sequence[_Part], table: Table, blocks: Sequence[Placed]
) -> int | None:
    """The index of the paragraph between two segments that is the title of a table of its own; None where there is none.

    Where the header of the table above is printed again the table goes on, unless another name with a unit behind it stands
    between, or the title of another table.
    """
    first = segment.rows[0]
    if any(number(cell.text) for cell in first.cells):
        return None
    between = range(before.rows[-1].block + 1, first.block)
    titles = [at for at in between if blocks[at].kind is Kind.PARAGRAPH and _is_title(blocks[at].text.text)]
    if titles and first.texts() in map(Row.texts, _rows(parts[-1].segments)):
        own = parts[-1].title
        last = table.title if own in (None, table.heading) else blocks[own].text.text
        text = blocks[titles[-1]].text.text
        other = is_named_with_unit(text) or (is_table_title(text) and is_table_title(last))
        if not other or title_key(without_unit(text)) == title_key(without_unit(last)):
            return None
    return titles[-1] if titles else None


def _rows(segments: Sequence[Segment]) -> Iterator[Row]:
    return (row for segment in segments for row in segment.rows)


def _bare(text: str) -> str:
    return close_gaps(text).rstrip("：:")


def _is_title(text: str) -> bool:
    bare = _bare(text)
    return 0 < len(bare) <= _LONGEST and not _SENTENCE & set(bare) and not bare.startswith(_GOES_ON)
