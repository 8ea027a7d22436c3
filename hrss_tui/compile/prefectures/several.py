"""Tables that stand between two headings and are parted by titles that a page prints as paragraphs.

Each has its own header: read as one, the columns of the second would stand below the labels of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from hrss_tui.compile.prefectures.cells import number
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.tables import Row, Segment, Table
from hrss_tui.sources.text import close_gaps

_LONGEST = 60
"""Characters of a title, at most."""
_SENTENCE = frozenset("。；;！？")
_GOES_ON = ("续", "（续", "(续", "注", "说明", "备注")
"""How a line begins that goes on with the table above it, or belongs to it."""


def several(table: Table, blocks: Sequence[Placed]) -> list[Table]:
    """The tables that a table is."""
    parts: list[tuple[int | None, list[Segment]]] = [(table.heading, [])]
    for before, segment in pairwise((None, *table.segments)):
        title = _title(before, segment, parts[-1][1], blocks) if before is not None and segment else None
        if title is not None:
            parts.append((title, []))
        if segment is not None:
            parts[-1][1].append(segment)
    if len(parts) == 1:
        return [table]
    return list(_tables(table, parts, blocks))


def _tables(
    table: Table, parts: Sequence[tuple[int | None, list[Segment]]], blocks: Sequence[Placed]
) -> Iterator[Table]:
    starts = [
        segments[0].rows[0].line if at is None else blocks[at].text.line_start for at, segments in parts
    ]
    for (at, segments), first, stop in zip(parts, starts, [*starts[1:], None], strict=True):
        own = at is not None and at != table.heading
        captions = tuple(
            (line, text)
            for line, text in table.captions
            if (line >= first or not own) and (stop is None or line < stop)
        )
        title = _bare(blocks[at].text.text) if at is not None and own else table.title
        yield msgspec.structs.replace(
            table, title=title, heading=at, captions=captions, segments=tuple(segments)
        )


def _title(
    before: Segment, segment: Segment, above: Sequence[Segment], blocks: Sequence[Placed]
) -> int | None:
    """The index of the paragraph between two segments that is the title of a table of its own; None where there is none."""
    first = segment.rows[0]
    if any(number(cell.text) for cell in first.cells) or first.texts() in map(Row.texts, _rows(above)):
        return None
    between = range(before.rows[-1].block + 1, first.block)
    titles = [at for at in between if blocks[at].kind is Kind.PARAGRAPH and _is_title(blocks[at].text.text)]
    return titles[-1] if titles else None


def _rows(segments: Sequence[Segment]) -> Iterator[Row]:
    return (row for segment in segments for row in segment.rows)


def _bare(text: str) -> str:
    return close_gaps(text).rstrip("：:")


def _is_title(text: str) -> bool:
    bare = _bare(text)
    return 0 < len(bare) <= _LONGEST and not _SENTENCE & set(bare) and not bare.startswith(_GOES_ON)
