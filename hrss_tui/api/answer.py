"""Rows that answer a question: a tuple of records that shows itself as a table and becomes a data frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar, overload

from typing_extensions import override

from hrss_tui.errors import UsageError
from hrss_tui.export.text import MONEY, names, plain_cell, values
from hrss_tui.words import phrase

if TYPE_CHECKING:
    from datetime import date

    import polars

T = TypeVar("T")
MOST = 50
"""Rows that a notebook shows; how many there are is said."""


class Answer(tuple[T, ...]):
    """The records of an answer, in its order; `len`, `[0]` and `for` work as of any tuple.

    Amounts in the records are whole 分 (as in the package); in `rows`, `frame` and what a notebook shows they are 元.
    """

    __slots__ = ()

    @overload
    def __getitem__(self, at: SupportsIndex, /) -> T: ...
    @overload
    def __getitem__(self, at: slice, /) -> Answer[T]: ...
    @override
    def __getitem__(self, at: SupportsIndex | slice, /) -> T | Answer[T]:
        """A record, or some of them as an answer of their own: `pack.search("就业")[:5].frame()`."""
        found = super().__getitem__(at)
        return Answer(found) if isinstance(at, slice) else found  # type: ignore[arg-type, return-value]

    def rows(self) -> list[dict[str, Any]]:
        """The records as plain dicts, amounts in 元: exact decimals where there are 角 and 分."""
        return [dict(zip(names(row), values(row), strict=True)) for row in map(_struct, self)]

    def frame(self) -> polars.DataFrame:
        """The records as a data frame, amounts as decimals of 元, days of records as dates. Raises UsageError where polars is missing."""
        try:
            import polars
        except ImportError as error:
            raise UsageError(phrase("error.no_polars"), phrase("error.no_polars.hint")) from error
        rows = self.rows()
        for name, days in self._days(rows).items():
            for row, day in zip(rows, days, strict=True):
                row[name] = day
        money = getattr(type(self[0]), MONEY, ()) if self else ()
        types = {name: polars.Decimal(38, 2) for name in money if not isinstance(rows[0][name], tuple)}
        return polars.DataFrame(rows, schema_overrides=types, infer_schema_length=None)

    def _days(self, rows: Sequence[Mapping[str, Any]]) -> dict[str, list[date | None]]:
        """Column → the days of its texts, where it is a date in the table too, see `hrss_tui.export.tables.dated`."""
        from hrss_tui.export.tables import day_of
        from hrss_tui.reference.columns import column_title

        table = getattr(type(self[0]), "TABLE", "") if self else ""
        titles = {name: column_title(table, name) for name in rows[0]} if table else {}
        named = [name for name, title in titles.items() if title and title.days]
        found = {name: [day_of(row[name]) for row in rows] for name in named}
        return {
            name: days
            for name, days in found.items()
            if all(day or row[name] is None for day, row in zip(days, rows, strict=True))
        }

    def _repr_html_(self) -> str:
        """A table of the first rows, for notebooks. What documents say is escaped."""
        rows = self.rows()[:MOST]
        heads = list(rows[0]) if rows else []
        head = "".join(f"<th>{escape(name)}</th>" for name in heads)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(plain_cell(row[name]))}</td>" for name in heads) + "</tr>"
            for row in rows
        )
        more = f"<p>{len(rows):,} / {len(self):,}</p>" if len(self) > len(rows) else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _struct(row: Any) -> Any:
    """A record as what has columns; a hit of a search gives its row."""
    return row.as_row() if hasattr(row, "as_row") else row
