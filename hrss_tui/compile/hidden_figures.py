"""Figures in rows, columns and cells that a workbook, a Word file or a page hides inside a table that was read: they are declared, row by row.

Nobody sees them, so they are no amounts; but totals may still hold them, and then no sum over what is seen is checkable.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.basics.money import narrow
from hrss_tui.compile.basics.spans import lines_within
from hrss_tui.compile.budget.values import has_han, is_amount, is_value
from hrss_tui.records import (
    BudgetTable,
    Observation,
    PerformanceTable,
    PerformanceTarget,
    PrefectureTotal,
    PrefectureValue,
    Project,
    ProjectAllocation,
    Unread,
)
from hrss_tui.sources.formats.form import Grid, Hidden

_LONGEST = 200
"""Characters of what is hidden that are kept."""
_CODES = (3, 5, 7)
"""Digits of codes of classes, groups and items."""
_FEWEST_DIGITS = 3
"""Digits of the largest of several figures that are no running numbers."""


class _Owner(msgspec.Struct, frozen=True):
    """A table of the package that was read from lines of the file: its kind as in `unread`, its title."""

    kind: str
    title: str
    first: int
    last: int


def hidden_figures(source: Source, found: Harvest) -> Iterator[Unread]:
    """A record for every hidden row of figures and every such cell inside a table, and one for every hidden column of it."""
    grids = [grid for grid in source.parsed.file.grids if any(cell.hidden for cell in grid.cells)]
    owners = list(_owners(source, found)) if grids else []
    for grid in grids:
        met = [(cell.line, hidden) for cell in grid.cells for hidden in cell.hidden]
        for owner in (each for each in owners if each.first <= grid.last and grid.first <= each.last):
            inside = [(line, hidden) for line, hidden in met if owner.first <= line <= owner.last]
            yield from _rows(source, owner, inside)
            yield from _columns(source, owner, grid, inside)


def _owners(source: Source, found: Harvest) -> Iterator[_Owner]:
    owners: list[_Owner] = []
    places: set[int] = set()
    stated: set[int] = set()
    for record in found.records:
        match record:
            case BudgetTable():
                owners.append(_Owner(record.table_kind, record.title, record.line_start, record.line_end))
            case PerformanceTable():
                for kind in (PerformanceTable.TABLE, PerformanceTarget.TABLE):
                    owners.append(_Owner(kind, record.project or "", record.line_start, record.line_end))
            case Project():
                owners.append(
                    _Owner(ProjectAllocation.TABLE, record.name, record.line_start, record.line_end)
                )
            case PrefectureValue() | PrefectureTotal():
                places.add(record.line_start)
            case Observation():
                stated.add(record.line_start)
    owners += _tables(source, PrefectureValue.TABLE, places)
    yield from owners
    owned = lines_within((each.first, each.last) for each in owners)  # whose cells may state figures too
    yield from _tables(source, Observation.TABLE, {line for line in stated if not owned(line)})


def _tables(source: Source, kind: str, lines: Collection[int]) -> Iterator[_Owner]:
    """The tables that have figures in some lines, from their first row on: what is hidden stands behind a row that is seen."""
    for table in source.parsed.tables:
        if any(row.line in lines for row in table.rows):
            yield _Owner(kind, table.title, table.rows[0].line, table.rows[-1].line)


def _rows(source: Source, owner: _Owner, inside: Sequence[tuple[int, Hidden]]) -> Iterator[Unread]:
    for line, hidden in inside:
        if hidden.kind == "row" and _has_figures(hidden.texts):
            yield _unread(source, owner, "row", hidden.place, line, "　".join(hidden.texts))
        elif hidden.kind == "cell" and any(map(is_value, hidden.texts)):
            yield _unread(source, owner, "cell", hidden.place, line, "　".join(hidden.texts))


def _columns(
    source: Source, owner: _Owner, grid: Grid, inside: Sequence[tuple[int, Hidden]]
) -> Iterator[Unread]:
    columns: dict[str, list[str]] = {}
    first: dict[str, int] = {}
    for line, hidden in inside:
        if hidden.kind == "column":
            columns.setdefault(hidden.place, []).extend(hidden.texts)
            first.setdefault(hidden.place, line)
    for place, texts in columns.items():
        if _are_figures(texts):
            yield _unread(source, owner, "column", f"{place}{grid.first}", first[place], "　".join(texts))


def _has_figures(texts: Sequence[str]) -> bool:
    """Does a row hold amounts: such as no code looks like, or whole ones right of its name that do not count 1, 2, 3?"""
    name = next((at for at, text in enumerate(texts) if has_han(text)), len(texts))
    values = [text for text in texts[name:] if is_value(text)]
    counted = [str(number) for number in range(1, len(values) + 1)]
    return any(map(is_amount, texts)) or (bool(values) and [text.strip() for text in values] != counted)


def _are_figures(texts: Sequence[str]) -> bool:
    """Does a column hold amounts: such as no code looks like, or whole ones that are neither codes nor running numbers?"""
    if any(map(is_amount, texts)):
        return True
    lengths = {len(narrow(text).strip()) for text in texts if is_value(text)}
    return len(lengths) > 1 and max(lengths) >= _FEWEST_DIGITS and not lengths <= set(_CODES)


def _unread(source: Source, owner: _Owner, kind: str, place: str, line: int, printed: str) -> Unread:  # noqa: PLR0913, PLR0917
    return Unread(
        unread_id=f"{source.doc_id}:unread:hidden:{owner.kind}:{line}.{place}",
        kind=kind,
        reason="hidden",
        title=owner.title,
        table_kind=owner.kind,
        name=None,
        measure=None,
        printed=printed[:_LONGEST],
        doc_id=source.doc_id,
        line_start=line,
        line_end=line,
    )
