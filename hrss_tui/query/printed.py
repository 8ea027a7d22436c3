"""Which records were read from which line of a document, with the figures printed there. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.records import (
    BudgetChange,
    BudgetLine,
    Fact,
    Observation,
    PerformanceTable,
    PerformanceTarget,
    PrefectureTotal,
    PrefectureValue,
    Project,
    ProjectAllocation,
    record_id,
)

_COLUMN = re.compile(r":(\d{1,9})\.(\d{1,9})$", re.ASCII)
_NUMBER = re.compile(r"\d[\d,.]*")
_FOUND_BY_CELL = (PrefectureValue, PrefectureTotal)
_FEN_OF_WAN = 10**6
_MOST = 100_000
"""Lines beyond their first that all rows of a document claim together; a few hundred are usual."""


class Figure(msgspec.Struct, frozen=True, order=True):
    """A printed figure: where its record begins (line, character, 0 where unknown), the record, the text.

    `rank` orders the figures of one record; `metric` names the column of a table where a figure is found by its cell.
    """

    line: int
    column: int
    record: str
    rank: int
    printed: str
    metric: str = ""


def figures(facts: Iterable[Fact]) -> dict[int, list[Figure]]:
    """Line → the figures of a document's facts that may stand on it, in reading order; the finer facts come first.

    A row may claim all the lines there are: after `_MOST` claims every row stands on its first line only.
    """
    found: dict[int, list[Figure]] = defaultdict(list)
    left = _MOST
    for row in facts:
        record = record_id(row)
        place = _COLUMN.search(record)
        start, column = (int(place[1]), int(place[2])) if place else (row.line_start, 0)
        metric = row.metric if isinstance(row, _FOUND_BY_CELL) else ""
        for rank, printed in enumerate(dict.fromkeys(_printed(row))):
            figure = Figure(start, column, record, rank, printed, metric)
            exact = bool(place and column)
            further = 0 if exact else max(0, min(row.line_end - row.line_start, left))
            left -= further
            first = start if exact else row.line_start
            for line in range(first, first + further + 1):
                found[line].append(figure)
    for listed in found.values():
        listed.sort(key=lambda figure: (figure.column == 0, figure))
    return found


def _printed(row: Fact) -> list[str]:
    """The figures of a record as they are printed."""
    texts: Iterable[str | None] = ()
    match row:
        case BudgetChange():
            texts = (row.printed, row.change_printed, row.percent_printed, row.share_printed)
        case PerformanceTable():
            texts = _amounts((row.amount, row.fiscal, row.fiscal_superior, row.fiscal_own, row.other))
        case PerformanceTarget():
            weight = None if row.weight is None else f"{row.weight:g}"
            texts = (text for text in (row.printed, row.previous, weight) if text and _NUMBER.search(text))
        case PrefectureValue():
            texts = (row.printed,) if row.status == "value" else ()
        case ProjectAllocation():
            texts = _NUMBER.findall(row.printed)[:1]  # a table prints the unit in its head
        case Observation() | BudgetLine() | Project() | PrefectureTotal():
            texts = (row.printed,)
        case _:
            pass
    return [text for text in texts if text]


def _amounts(amounts: Iterable[int | None]) -> list[str]:
    """Amounts of 分 as tables print them: 万元 with two decimals, with and without commas."""
    wan = [Decimal(amount) / _FEN_OF_WAN for amount in amounts if amount is not None]
    return [text for amount in wan for text in dict.fromkeys((f"{amount:,.2f}", f"{amount:.2f}"))]


def cell_of_metric(rows: Iterable[tuple[Sequence[str], Sequence[Figure]]]) -> Mapping[str, int]:
    """Metric → the cell its figures stand in: the one that holds them in every row (cells and figures of each)."""
    places: dict[str, set[int]] = {}
    for cells, listed in rows:
        for figure in listed:
            if figure.metric:
                here = {index for index, cell in enumerate(cells) if cell.strip() == figure.printed}
                places[figure.metric] = places[figure.metric] & here if figure.metric in places else here
    return {metric: min(cells) for metric, cells in places.items() if cells}
