"""Rows of a table by place that add up some of its places: 南疆小计, 地方小计. They have no code and no record of their own.

They stand below what they add up, or above it where the first of them stands before all places. So that a sum fails is
only said where one of the table adds up: else it is open what each of them is of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

import msgspec

from hrss_tui.compile.checks.basics.columns import cells_of, column_of, digits, is_mean
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, total
from hrss_tui.compile.checks.basics.papers import Papers, base, figure, places
from hrss_tui.compile.checks.other_rows import is_of_others
from hrss_tui.compile.prefectures.cells import NOT_APPLICABLE, number
from hrss_tui.compile.prefectures.rows import is_part
from hrss_tui.records import Block, Check, PrefectureTotal, PrefectureValue, Unread, record_id
from hrss_tui.reference.metrics import is_rank, is_rate
from hrss_tui.reference.print import subtotal_labels
from hrss_tui.reference.units import units
from hrss_tui.words.check_reasons import because

_SUM = "计"
_FEWEST = 2
_LINE = attrgetter("line_start")
_Row = TypeVar("_Row", PrefectureValue, Unread)
_DIFFERENT = because("sum_of_places")


class _Sum(msgspec.Struct, frozen=True):
    """A subtotal of a column: its line, whether it may be of fewer rows than are told here, whether every one counts."""

    line: int
    open: bool
    full: bool
    check: Check

    @property
    def proves(self) -> bool:
        """Does it show what its row is of?"""
        return self.full and self.check.status != "fails" and bool(self.check.left)


class _Column(msgspec.Struct, frozen=True):
    """A column of a table: what it is of, its place, the printed rows by line."""

    stated: PrefectureTotal
    at: int
    decimals: int
    texts: Mapping[int, str]

    def figure(self, line: int, record: str) -> Quantity | None:
        """What the column prints on a line; None where that cannot be read, nothing where it prints no figure."""
        cells = cells_of(self.texts.get(line, ""))
        text = cells[self.at] if self.at < len(cells) else ""
        if not text or text in NOT_APPLICABLE:
            return total(())
        found = number(text)
        if found is None or found.operator != "=" or found.unit not in ("", self.stated.unit):
            return None
        return figure(digits(text), self.stated.unit, record, self.decimals)


def checks(papers: Papers) -> Iterator[Check]:
    """Every subtotal of every column, where the table shows that they are such."""
    texts = {block.line_start: block.text for block in papers.of(Block) if block.kind == "table_row"}
    rows: dict[tuple[str, int | None, str], list[PrefectureValue]] = {}
    for value in papers.of(PrefectureValue):
        rows.setdefault((value.metric, value.year, value.kind), []).append(value)
    nameless = sorted((row for row in papers.of(Unread) if _is_row(row)), key=_LINE)
    if not any((row.name or "").endswith(subtotal_labels()) for row in nameless):
        return
    for values in rows.values():
        values.sort(key=_LINE)
    made: dict[tuple[int | None, int | None], list[_Sum]] = {}
    for stated in papers.of(PrefectureTotal):
        own = rows.get((stated.metric, stated.year, stated.kind), [])
        made.setdefault((stated.rows_start, stated.rows_end), []).extend(
            _column(stated, own, nameless, texts)
        )
    for found in made.values():
        proved = {each.line for each in found if each.proves}
        for each in found:
            if each.line in proved or (proved and not each.open):
                yield each.check


def _within(rows: Sequence[_Row], first: int, last: int) -> Sequence[_Row]:
    """Those of rows in the order of their lines that stand between two lines."""
    return rows[bisect_left(rows, first, key=_LINE) : bisect_right(rows, last, key=_LINE)]


def _is_row(row: Unread) -> bool:
    return row.kind == "row" and row.table_kind == PrefectureValue.TABLE and bool(row.name)


def _column(
    stated: PrefectureTotal,
    values: Sequence[PrefectureValue],
    nameless: Sequence[Unread],
    texts: Mapping[int, str],
) -> Iterator[_Sum]:
    first, last = stated.rows_start, stated.rows_end
    if first is None or last is None or not _adds_up(stated):
        return
    known = [row for row in _within(values, first, last) if row.status == "value"]
    others = _within(nameless, first, last)
    subtotals = [
        row for row in others if (row.name or "").endswith(subtotal_labels()) and not is_part(row.name or "")
    ]
    printed = [(texts.get(row.line_start, ""), row.printed) for row in [*known]]
    printed.append((texts.get(stated.line_start, ""), stated.printed))
    at = column_of(printed) if len({row.line_start for row in known}) == len(known) else None
    if not subtotals or at is None:
        return
    finest = max(places(stated.printed), *(places(row.printed) for row in known), 0)
    column = _Column(stated, at, finest, texts)
    parts: list[PrefectureValue | Unread] = [*known]
    parts += [row for row in others if not is_of_others(row.name or "")]
    ahead = subtotals[0].line_start < min((row.line_start for row in parts), default=0)
    edges = [row.line_start for row in subtotals]
    for place, row in enumerate(subtotals):
        start = row.line_start if ahead else edges[place - 1] if place else first - 1
        end = (edges[place + 1] if place + 1 < len(edges) else last + 1) if ahead else row.line_start
        for found in _subtotal(column, row, [part for part in parts if start < part.line_start < end]):
            # The other rows of no known place are used too, or are known to be of other places.
            ids = dict.fromkeys((*found.check.records, *map(record_id, others)))
            yield msgspec.structs.replace(
                found, check=msgspec.structs.replace(found.check, records=list(ids))
            )


def _subtotal(column: _Column, row: Unread, parts: Sequence[PrefectureValue | Unread]) -> Iterator[_Sum]:
    left = column.figure(row.line_start, record_id(row))
    right = [column.figure(part.line_start, record_id(part)) for part in parts]
    known = [each for each in right if each is not None]
    if left is None or not left.ids or len(known) < len(right) or len(parts) < _FEWEST:
        return
    words = f"{row.name} {column.stated.metric_label} = {len(parts)} 行之和"
    unit = base(column.stated.unit)
    identity = Identity("prefecture_sum", words, row, unit, column.stated.metric, _DIFFERENT)
    added = total(known)
    fewer = any(each.value == added.value - left.value for each in known)
    is_open = fewer or any(isinstance(part, Unread) for part in parts)
    full = all(each.value for each in known)
    yield _Sum(row.line_start, is_open, full, compare(identity, left, added))


def _adds_up(stated: PrefectureTotal) -> bool:
    known = units().get(base(stated.unit))
    ratio = known is not None and known.kind in ("ratio", "points")
    exact = stated.operator in ("=", None)
    never = is_rate(stated.metric_label) or is_rank(stated.metric_label)
    return exact and not (ratio or never or is_mean(stated.metric, stated.metric_label))
