"""Total, mean and median of a column's numbers: exact decimals until they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, InvalidOperation

import msgspec

from hrss_tui.query.averages import averages

SIGNS = str.maketrans("", "", ",%+ ")


class Adds(msgspec.Struct, frozen=True):
    """How the numbers of a column are put together: `whole` where their sum means something, `said` writes one."""

    whole: bool = True
    said: Callable[[Decimal], str] | None = None


class Put(msgspec.Struct, frozen=True):
    """A column's total, mean and median as text; nothing where there is none."""

    total: str = ""
    mean: str = ""
    median: str = ""


class Summed:
    """What a table shows of its numbers at the bottom: of the marked rows, or of all."""

    def __init__(self) -> None:
        self.names: tuple[str, str, str] | None = None
        """What total, mean and median are called, where they are shown."""
        self.marked: set[str] = set()
        self.columns: list[Put] = []

    def reckon(
        self, adds: Sequence[Adds | None], rows: Iterable[Sequence[tuple[str, float | str | None]]]
    ) -> None:
        """Put the cells of some rows together, column by column; nothing where it is not shown."""
        self.columns = []
        if self.names is not None:
            columns = list(zip(*rows, strict=True))
            self.columns = (
                [put(how, cells) for how, cells in zip(adds, columns, strict=True)] if columns else []
            )

    def lines(self, count: int) -> list[tuple[str, list[str]]]:
        """The name of each line with the texts of its columns; `count` says of how many rows."""
        if self.names is None or not self.columns:
            return []
        figures = ([one.total for one in self.columns], [one.mean for one in self.columns])
        total, mean, median = self.names
        return [
            (f"{total} {count}", figures[0]),
            (mean, figures[1]),
            (median, [one.median for one in self.columns]),
        ]

    def texts(self, index: int) -> tuple[str, ...]:
        """What stands in a column."""
        if not self.columns:
            return ()
        one = self.columns[index]
        return (one.total, one.mean, one.median)


def put(adds: Adds | None, cells: Iterable[tuple[str, float | str | None]]) -> Put:
    """The numbers of some cells, given by text and order, put together."""
    found = averages(value for text, order in cells if (value := number(text, order)) is not None)
    if adds is None or found is None:
        return Put()
    said = adds.said or _plain
    return Put(said(found.total) if adds.whole else "", said(found.mean), said(found.median))


def number(text: str, order: float | str | None) -> Decimal | None:
    """The number a cell stands for, exactly: its text where that is the number, else what it is sorted by."""
    if order is None or isinstance(order, str):
        return None
    if isinstance(order, int):
        return Decimal(order)
    try:
        printed = Decimal(text.translate(SIGNS))
    except InvalidOperation:
        return Decimal(repr(order))
    return printed if float(printed) == order else Decimal(repr(order))


def _plain(value: Decimal) -> str:
    return f"{value:,f}"
