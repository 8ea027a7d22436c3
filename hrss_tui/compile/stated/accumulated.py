"""Columns of quarters or months whose figures run on from January, as the last of them is that of the whole year.

一季度 750, 二季度 1500, 三季度 2250, 四季度 3000 beside 全年 3000: what is aimed at by the end of each. The labels do not say
so; the rows do, where the last figure of all of them is the year's and the sum of none is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from hrss_tui.compile.basics.so_far import from_january
from hrss_tui.compile.prefectures.cells import number
from hrss_tui.compile.stated.labels import Value
from hrss_tui.compile.stated.sheet import Sheet
from hrss_tui.compile.stated.times import Time
from hrss_tui.sources.tables import Row

_FEWEST = 2
"""Rows that prove it, and parts of a year."""
_FIRST, _LAST = "01", "12"


def accumulated(sheet: Sheet, made: Sequence[Value]) -> list[Value]:
    """The columns, those of parts of a year with the months that they run over."""
    found: defaultdict[tuple[tuple[str, ...], int | None], list[Value]] = defaultdict(list)
    for value in made:
        if value.sort == "level" and value.time is not None and not (value.time.point or value.time.start):
            found[value.names, value.time.year].append(value)
    moved: dict[int, Value] = {}
    for values in found.values():
        for each in _parts(values) if _is_proved(sheet, values) else ():
            moved[each.index] = _from_january(each)
    return [moved.get(each.index, each) for each in made]


def _parts(values: Sequence[Value]) -> list[Value]:
    """The columns of parts of a year, in the order of their months."""
    return sorted((each for each in values if each.time and each.time.months), key=_months)


def _months(value: Value) -> str:
    return value.time.months if value.time else ""


def _is_proved(sheet: Sheet, values: Sequence[Value]) -> bool:
    """Do parts follow each other from January to December, and is the last figure of every row that of the year?"""
    parts, wholes = _parts(values), [each for each in values if not _months(each)]
    ends = [(months[:2], months[-2:]) for months in map(_months, parts)]
    if len(wholes) != 1 or len(parts) < _FEWEST or (ends[0][0], ends[-1][1]) != (_FIRST, _LAST):
        return False
    if any(int(start) != int(end) + 1 for (_, end), (start, _) in pairwise(ends)):
        return False
    rows = list(_figures(sheet, [*parts, *wholes]))
    runs = all(figures[-2] == figures[-1] and _rises(figures[:-1]) for figures in rows)
    return runs and sum(1 for figures in rows if sum(figures[:-1]) != figures[-1]) >= _FEWEST


def _figures(sheet: Sheet, values: Sequence[Value]) -> Iterator[list[Decimal]]:
    """The figures of the rows that have one in each of some columns."""
    for named in sheet.rows:
        found = [_figure(named.row, value.index) for value in values]
        own = [figure for figure in found if figure is not None]
        if len(own) == len(values):
            yield own


def _figure(row: Row, index: int) -> Decimal | None:
    stated = number(row.cells[index].text) if index < len(row.cells) else None
    return stated.value if stated is not None else None


def _rises(figures: Sequence[Decimal]) -> bool:
    return all(before <= after for before, after in pairwise(figures))


def _from_january(value: Value) -> Value:
    """A column as one of all months up to its last."""
    months = from_january(_months(value))
    return msgspec.structs.replace(value, time=Time(value.time.year if value.time else None, months))
