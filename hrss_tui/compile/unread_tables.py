"""Tables that no extractor read, whole or from some page on: each is declared, and its rows are kept as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.basics.spans import lines_within
from hrss_tui.compile.budget.lists import are_counted, has_figures
from hrss_tui.compile.budget.values import is_amount
from hrss_tui.compile.documents import surroundings
from hrss_tui.records import BudgetTable, Unread
from hrss_tui.reference import is_table_title
from hrss_tui.sources.tables import Row

_LONGEST, _NAME = 300, 20
"""Characters of a line that may be a row, and of its first word."""
_LONGEST_TITLE = 80
_DEEPEST = 16
"""Lines of captions and header between the title of a table and its first row, at most."""
_BLANK = 3
"""Lines within which the next one that is not blank stands."""
_FIGURES = re.compile(r"[-+－−(（]?\d[\d.,，．]*+[%)）]?")
_NEAR = 8
"""Lines between a table and what may be the rest of it: page numbers, captions, the second half of a name."""


def unread_tables(source: Source, found: Harvest) -> Iterator[Unread]:
    """A record for every table that no extractor knows, and for every part of a budget table that was not read."""
    read = {claim.span.line for claim in found.claims if claim.fact}
    labels = {claim.span.line for claim in found.claims if claim.by == surroundings.LABEL}
    budget = [record for record in found.records if isinstance(record, BudgetTable)]
    recognised = lines_within((table.line_start, table.line_end) for table in budget)
    for table in source.parsed.tables:
        lines = [row.line for row in table.rows]
        of_page = 2 * sum(line in labels for line in lines) >= len(lines)
        if of_page:
            continue
        if not recognised(table.line_start) and not any(line in read for line in lines):
            if has_figures(table.rows) or not are_counted(table.rows):
                yield _unread(source, budget, table.title, table.rows)
            continue
        # What stands under one heading may be several tables, of which some were read.
        for segment in table.segments:
            rest = not any(recognised(row.line) or row.line in read for row in segment.rows)
            if rest and has_figures(segment.rows):
                yield _unread(source, budget, table.title, segment.rows)
    rows = {row.line for table in source.parsed.tables for row in table.rows}
    yield from _lone_rows(source, budget, read | rows)
    yield from _lost_tables(source, read, rows)


def _lone_rows(source: Source, budget: Sequence[BudgetTable], known: Set[int]) -> Iterator[Unread]:
    """Lines right below a budget table that look like rows of it, as where a page holds nothing else of it."""
    lines = source.parsed.file.lines
    for table in budget:
        for line in range(table.line_end + 1, min(table.line_end + _NEAR, len(lines)) + 1):
            text = lines[line - 1]
            if _is_title(text):
                break
            if line not in known and _figures_from(text) > 0 and len(text.split()[0]) <= _NAME:
                yield _row(source, table, line, " ".join(text.split()))


def _lost_tables(source: Source, read: Set[int], rows: Set[int]) -> Iterator[Unread]:
    """Titles of tables below which no table was found, but lines of figures stand."""
    title: tuple[int, str] | None = None
    lines = source.parsed.file.lines
    for line in sorted({run.line for block in source.blocks for run in block.text.runs}):
        text = lines[line - 1]
        if line in rows:
            title = None
        elif _is_title(text):
            title = line, text
        elif title is not None and line not in read and _is_below(title[0], line, lines):
            yield _table(source, title[1].strip(), line, _last_below(line, lines))
            title = None


def _is_below(title: int, line: int, lines: Sequence[str]) -> bool:
    """Does a line of figures, or the first of two with a name before them, stand near below the line of a title?"""
    first = _figures_from(lines[line - 1])
    following = next((text for text in lines[line : line + _BLANK] if text.strip()), "")
    return line - title <= _DEEPEST and (first == 0 or (first > 0 and _figures_from(following) > 0))


def _last_below(line: int, lines: Sequence[str]) -> int:
    """The last of the lines of figures that follow each other from a line on."""
    behind = (at for at in range(line + 1, len(lines) + 1) if _figures_from(lines[at - 1]) < 0)
    return next(behind, len(lines) + 1) - 1


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and is_table_title(text)


def _figures_from(text: str) -> int:
    """Which part of a line its figures begin with, to the end: 1 in 合计 1,250.00 800.00; -1 where it holds others."""
    parts = text.split() if len(text) < _LONGEST else []
    first = next((at for at, part in enumerate(parts) if is_amount(part)), -1)
    figures = parts[first:] if first >= 0 else []
    return first if figures and all(map(_FIGURES.fullmatch, figures)) and (first or len(figures) > 1) else -1


def _table(source: Source, title: str, line: int, last: int) -> Unread:
    return Unread(
        unread_id=f"{source.doc_id}:unread:table:{line}",
        kind="table",
        reason="unknown_table",
        title=title,
        table_kind=None,
        name=None,
        measure=None,
        printed="",
        doc_id=source.doc_id,
        line_start=line,
        line_end=last,
    )


def _row(source: Source, table: BudgetTable, line: int, printed: str) -> Unread:
    return Unread(
        unread_id=f"{source.doc_id}:unread:row:{line}",
        kind="row",
        reason="unknown_row",
        title=table.title,
        table_kind=table.table_kind,
        name=None,
        measure=None,
        printed=printed,
        doc_id=source.doc_id,
        line_start=line,
        line_end=line,
    )


def _unread(source: Source, budget: Sequence[BudgetTable], title: str, rows: Sequence[Row]) -> Unread:
    whole = _begun(source, budget, rows[0].line)
    return Unread(
        unread_id=f"{source.doc_id}:unread:table:{rows[0].line}",
        kind="table",
        reason="unknown_table",
        title=title or "",
        table_kind=whole.table_kind if whole is not None else None,
        name=None,
        measure=None,
        printed="",
        doc_id=source.doc_id,
        line_start=rows[0].line,
        line_end=rows[-1].line,
    )


def _begun(source: Source, budget: Sequence[BudgetTable], line: int) -> BudgetTable | None:
    """The budget table that rows from a line on may go on with: right above them, with no title in between."""
    before = max(
        (table for table in budget if table.line_end < line), key=lambda table: table.line_end, default=None
    )
    if before is None or line - before.line_end > _NEAR:
        return None
    between = source.parsed.file.lines[before.line_end : line - 1]
    return None if any(map(_is_title, between)) else before
