"""A table as a data frame of polars: typed columns, integers of 64 bits, money as decimals of 元, days as dates, lists as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrss_tui.export.tables import DATE, Column, columns_of, dated, day_of, values_of
from hrss_tui.money import FEN_OF_YUAN, yuan
from hrss_tui.pack.read import Pack

if TYPE_CHECKING:
    import polars

_DIGITS: Final = 18
"""Digits of money, two of them behind the point; only what no document prints has more."""
_MOST_DIGITS: Final = 38


def frame(library: Any, pack: Pack, table: str) -> polars.DataFrame:
    """The rows of a table; `library` is polars. Raises PackError where the table is damaged."""
    columns = dated(pack, table, columns_of(pack, table))
    data = {column.name: _values(pack, table, column) for column in columns}
    schema = {column.name: _type(library, column, data[column.name]) for column in columns}
    found: polars.DataFrame = library.DataFrame(data, schema=schema, strict=True)
    return found


def _values(pack: Pack, table: str, column: Column) -> list[Any]:
    if column.kind == DATE:
        return list(map(day_of, pack.column(table, column.name)))
    if column.kind != "decimal":
        return values_of(pack, table, column.name)
    return [None if fen is None else yuan(fen) for fen in pack.column(table, column.name)]


def _type(library: Any, column: Column, values: list[Any]) -> Any:
    if column.kind == "decimal":
        large = max((abs(value) for value in values if value is not None), default=0)
        fits = large * FEN_OF_YUAN < 10**_DIGITS
        return library.Decimal(_DIGITS if fits else _MOST_DIGITS, 2)
    kinds = {
        "string": library.String,
        "integer": library.Int64,
        "number": library.Float64,
        "boolean": library.Boolean,
        DATE: library.Date,
    }
    inner = kinds[column.kind]
    return library.List(inner) if column.is_list else inner
