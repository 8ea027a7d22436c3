"""Lines of performance forms that stand in no table: their columns are set by blanks and could not be made out.

Nothing of them is read: each run of such lines is declared, from a header of indicator rows on, or behind a form.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.performance.forms import Form
from hrss_tui.records import PerformanceTarget, Unread
from hrss_tui.reference.performance import performance_column
from hrss_tui.sources.captions import is_title
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import close_gaps

_WIDE = re.compile(r"[ \u3000]{2,}")
_APART = 3
"""Lines from one row to the next, at most."""


def outside(source: Source, found: Sequence[Form]) -> Iterator[Unread]:
    """A record for every run of lines of a form that no table holds."""
    lines = source.parsed.file.lines
    ends = sorted(form.line_end for form in found)
    title, run = "", list[int]()
    for number in _prose(source):
        line = lines[number - 1]
        near = bool(run) and number - run[-1] <= _APART
        above = bisect_left(ends, number)
        behind = above > 0 and number - ends[above - 1] <= _APART and _is_set(line)
        if not _is_header(line) and ((near and len(line.split()) > 1) or behind):
            run.append(number)
            continue
        if run:
            yield _unread(source, title, run)
        run = [number] if _is_header(line) else []
        title = line if is_title(line) else title
    if run:
        yield _unread(source, title, run)


def _prose(source: Source) -> list[int]:
    """The lines that stand in no table."""
    prose = (block.text for block in source.blocks if block.kind is not Kind.TABLE_ROW)
    return sorted({run.line for text in prose for run in text.runs})


def _is_header(line: str) -> bool:
    parts = line.split()
    return len(parts) > 1 and {"indicator", "value"} <= set(map(performance_column, parts))


def _is_set(line: str) -> bool:
    """Does a line hold parts set apart by wide blanks, none of them a caption?"""
    return len(_WIDE.split(line.strip())) > 1 and ":" not in line and "：" not in line


def _unread(source: Source, title: str, run: Sequence[int]) -> Unread:
    first = source.parsed.file.lines[run[0] - 1]
    is_table = _is_header(first)
    return Unread(
        unread_id=f"{source.doc_id}:unread:{'table:' if is_table else ''}{run[0]}",
        kind="table" if is_table else "row",
        reason="unknown_table" if is_table else "unknown_row",
        title=close_gaps(title),
        table_kind=PerformanceTarget.TABLE,
        name=None if is_table else first.split()[0],
        measure=None,
        printed="" if is_table else "　".join(_WIDE.split(first.strip())),
        doc_id=source.doc_id,
        line_start=run[0],
        line_end=run[-1],
    )
