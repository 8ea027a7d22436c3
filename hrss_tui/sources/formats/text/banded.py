"""Performance forms aligned by blanks: fields above a header, indicator rows below it, each with columns of their own.

Cells of the fields reach over several columns of other lines, so that no gap is shared by all lines.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.performance import performance_column, performance_field
from hrss_tui.sources.formats.text.drawn import TextCell

_GAPS = re.compile(r"[ \u3000]{2,}")
_LONGEST = 1_000
"""Characters of a line of a table."""
_WITNESSES = 2
"""Rows that must hold two columns apart for a cell over both to be merged."""
_OPENING = ("text", "private", "other")
"""Kinds of field that stand above indicator rows only."""

Span = tuple[int, int]
"""The display columns a cell takes: from, to before."""


class Band(msgspec.Struct, frozen=True):
    """Lines of a stretch that have columns of their own; `formed` where they are part of a form."""

    lines: range
    formed: bool


def bands(stretch: range, lines: Sequence[str]) -> list[Band]:
    """A stretch cut above each header of indicator rows, and below such rows where the fields of another form begin."""
    starts, rows = [stretch.start], False
    formed = False
    for index in stretch:
        parts = _parts(lines[index])
        if _is_header(parts):
            formed = rows = True
            starts.append(index)
        elif rows and _opens(parts):
            rows = False
            starts.append(index)
    ends = [*starts[1:], stretch.stop]
    return [Band(range(start, end), formed) for start, end in zip(starts, ends, strict=True) if start < end]


def _parts(line: str) -> list[str]:
    return _GAPS.split(line.strip()) if len(line) <= _LONGEST else []


def _is_header(parts: Sequence[str]) -> bool:
    return {"indicator", "value"} <= {performance_column(part) for part in parts}


def _opens(parts: Sequence[str]) -> bool:
    field = performance_field(parts[0]) if len(parts) > 1 else None
    return field is not None and field.kind in _OPENING


def is_set_above(rows: Sequence[Sequence[TextCell | None]]) -> bool:
    """Do names of levels stand in the first row they are of? Set in the middle of their rows, they do not say of which.

    True of rows that begin with no header: fields.
    """
    roles = [performance_column(cell.text) if cell else None for cell in rows[0]]
    if not {"indicator", "value"} <= set(roles):
        return True
    first = rows[1] if len(rows) > 1 else ()
    return bool(first) and all(first[at] for at, role in enumerate(roles) if role in {"level1", "level2"})


def columns(rows: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    """The columns of rows of cells: what overlaps is one, but for cells over columns that other rows hold apart.

    The narrow ones come first: they tell what the wide ones reach over.
    """
    found: list[Span] = []
    for span in sorted({span for row in rows for span in row}, key=lambda span: (span[1] - span[0], span)):
        over = [bound for bound in found if bound[0] < span[1] and span[0] < bound[1]]
        if len(over) > 1 and _apart(rows, over):
            continue
        found = [bound for bound in found if bound not in over]
        found.append(
            (min(span[0], *(left for left, _ in over)), max(span[1], *(right for _, right in over)))
            if over
            else span
        )
    return tuple(sorted(found))


def _apart(rows: Sequence[Sequence[Span]], over: Sequence[Span]) -> bool:
    """Do rows enough hold cells of their own in two of the columns?"""
    left, right = min(start for start, _ in over), max(end for _, end in over)
    held = (sum(left < end and start < right for start, end in row) for row in rows)
    return sum(count > 1 for count in held) >= _WITNESSES
