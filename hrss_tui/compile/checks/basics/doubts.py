"""A check that would fail over something nobody could read is not checkable: what is missing may be the difference."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import withdrawn
from hrss_tui.compile.checks.basics.lost import lost
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.records import (
    Block,
    BudgetLine,
    BudgetTable,
    Check,
    Observation,
    PrefectureTotal,
    PrefectureValue,
    Unread,
    record_id,
)
from hrss_tui.words.check_reasons import because


class _Part(msgspec.Struct, frozen=True):
    """What a check uses of one table: its lines and columns; none of either where it uses the table as a whole."""

    lines: frozenset[int]
    measures: frozenset[str]


def settled(papers: Papers, found: Iterable[Check]) -> Iterator[Check]:
    """The checks, those that fail over what was not read as not checkable."""
    unread, marked = papers.of(Unread), _marked(papers)
    found = _within_bounds(papers, found)
    if not unread and not marked:
        yield from found
        return
    known, gone, by_kind, read = _known(papers), lost(papers), _by_kind(unread), _read(papers)
    for check in found:
        parts = _parts(check, known) if check.status == "fails" else {}
        doubt = _doubt(parts, by_kind, read, check.records) or next(
            (each.row for each in gone if each.opens(check)), None
        )
        lacking = next((row for row in marked if row.kind in parts and (check.difference or 0) > 0), None)
        if doubt is not None:
            yield undecided(check, doubt.line_start, doubt.printed or doubt.title)
        elif lacking is not None:
            yield undecided(check, lacking.line, lacking.printed)
        else:
            yield check


_BOUNDS = (">", ">=", "<", "<=")
_EQUAL = ("growth_rate", "share", "share_sum", "stated_share", "stated_completion", "stated_parts")
"""Checks of what has to be equal; others (a target that is reached) take a bound for what it is."""
BOUNDED = because("bound")


def _within_bounds(papers: Papers, found: Iterable[Check]) -> Iterator[Check]:
    """The checks, those that fail over a figure of which only a bound is told (突破 1000 万人, 60% 以上) as not checkable."""
    bounds = {row.observation_id for row in papers.of(Observation) if row.operator in _BOUNDS}
    for check in found:
        bounded = check.status == "fails" and check.kind in _EQUAL and not bounds.isdisjoint(check.records)
        yield withdrawn(check, BOUNDED) if bounded else check


class _Marked(msgspec.Struct, frozen=True):
    """A row of a budget table with a code and nothing but marks for its amounts: the kind of table, line, a mark."""

    kind: str
    line: int
    printed: str


_CODED = re.compile(r"(?:\d{3}|\d{5}|\d{7})(?=\t|$)")
_MARK = re.compile(r"(?<=\t)[^\S\t]*+([-—–－_/／\\.…·]++)[^\S\t]*+(?=\t|$)")


def _marked(papers: Papers) -> list[_Marked]:
    """Rows that name an item and print a mark where its amounts should be: that is nothing, or what is not shown."""
    tables = papers.of(BudgetTable)
    lines = {line.line_start for line in papers.of(BudgetLine)}
    found = []
    for block in papers.of(Block):
        if block.kind != "table_row" or block.line_start in lines or not _CODED.match(block.text):
            continue
        mark = _MARK.search(block.text)
        table = next((t for t in tables if t.line_start <= block.line_start <= t.line_end), None)
        if mark is not None and table is not None:
            found.append(_Marked(table.table_kind, block.line_start, mark[1]))
    return found


def _known(papers: Papers) -> dict[str, tuple[str, int | None, str]]:
    """Record id → kind of its table, its line, its column."""
    found: dict[str, tuple[str, int | None, str]] = {
        record_id(table): (table.table_kind, None, "") for table in papers.of(BudgetTable)
    }
    for line in papers.of(BudgetLine):
        found[line.line_id] = (line.table_kind, line.line_start, line.measure)
    by_area: list[PrefectureValue | PrefectureTotal] = [
        *papers.of(PrefectureValue),
        *papers.of(PrefectureTotal),
    ]
    for row in by_area:
        found[record_id(row)] = (PrefectureValue.TABLE, row.line_start, row.metric)
    return found


def _parts(check: Check, known: dict[str, tuple[str, int | None, str]]) -> dict[str, _Part]:
    """What a check uses, by table."""
    used: dict[str, list[tuple[int | None, str]]] = {}
    for one in check.records:
        if one in known:
            kind, line, measure = known[one]
            used.setdefault(kind, []).append((line, measure))
    return {
        kind: _Part(
            frozenset(line for line, _ in cells if line is not None),
            frozenset(measure for _, measure in cells if measure),
        )
        for kind, cells in used.items()
    }


def _by_kind(unread: Sequence[Unread]) -> dict[str, list[tuple[int, Unread]]]:
    """Kind of a table → what was not read of it, each with its place among all."""
    found: dict[str, list[tuple[int, Unread]]] = {}
    for place, row in enumerate(unread):
        found.setdefault(row.table_kind or "", []).append((place, row))
    return found


def _read(papers: Papers) -> dict[tuple[str, int], set[str]]:
    """Kind of a table and page → the columns read of it there."""
    found: dict[tuple[str, int], set[str]] = {}
    for line in papers.of(BudgetLine):
        if line.page is not None:
            found.setdefault((line.table_kind, line.page), set()).add(line.measure)
    return found


def _doubt(
    parts: Mapping[str, _Part],
    unread: Mapping[str, Sequence[tuple[int, Unread]]],
    read: Mapping[tuple[str, int], set[str]],
    counted: Collection[str],
) -> Unread | None:
    """The first thing not read that a check would need, and has not `counted` as it is printed."""
    firsts = (
        next(
            (
                (place, row)
                for place, row in unread.get(kind, ())
                if row.unread_id not in counted and _concerns(row, part, read)
            ),
            None,
        )
        for kind, part in parts.items()
    )
    return min((each for each in firsts if each is not None), key=itemgetter(0), default=(0, None))[1]


def _concerns(row: Unread, part: _Part, read: Mapping[tuple[str, int], set[str]]) -> bool:
    """A whole table or row concerns all; a column whoever adds up columns or misses one, and who adds up one that is read on
    other pages alone; a cell its row and its column, all where nobody knows its column.
    """
    if row.kind in ("table", "row"):
        return True
    if row.kind == "column":
        there = read.get((row.table_kind or "", row.page or 0), part.measures)
        return len(part.lines) <= 1 or not part.measures.issubset(there)
    return (
        row.measure is None or row.measure in part.measures or row.line_start in part.lines or not part.lines
    )


def undecided(check: Check, line: int, printed: str) -> Check:
    """A check that what a line prints makes not checkable."""
    return withdrawn(check, because("unread_line", line=line, printed=printed))
