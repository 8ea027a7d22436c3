"""A table as a page of its own: sorted by a click, its columns by their titles, each row with its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from hrss_tui.export.shown.referred import Referred, package_name
from hrss_tui.export.shown.sheet import Cell, Column, Made, Row, Sheet
from hrss_tui.export.shown.table import html
from hrss_tui.export.tables import Column as Described
from hrss_tui.export.tables import columns_of, rows_of
from hrss_tui.export.text import LIST_MARK
from hrss_tui.export.xlsx import heading
from hrss_tui.pack.read import Pack
from hrss_tui.reference.columns import table_title
from hrss_tui.words import Lang

_NUMBERS: Final = ("integer", "decimal", "number")
_PLACE: Final = ("doc_id", "line_start")


def write(pack: Pack, table: str, path: Path, lang: Lang = "zh") -> None:
    """Write the page. A table of very many rows is a large page: for these there are other formats."""
    columns, referred = columns_of(pack, table), Referred(pack, lang)
    title = table_title(table)
    name = (title.zh if lang == "zh" else title.en) if title else table
    at = [next((place for place, one in enumerate(columns) if one.name == key), None) for key in _PLACE]
    rows = [
        Row(
            tuple(_cell(value, column) for value, column in zip(row, columns, strict=True)),
            referred.place(*(None if place is None else row[place] for place in at)),
        )
        for row in rows_of(pack, table)
    ]
    heads = tuple(Column(_head(column, lang), _is_number(column)) for column in columns)
    made = Made(package_name(pack), "", lang)
    path.write_bytes(html(Sheet(name, heads, tuple(rows), made, sources=tuple(referred.sources()))))


def _head(column: Described, lang: Lang) -> str:
    unit = f" ({column.unit})" if column.unit else ""
    return f"{heading(column, lang)}{unit}"


def _is_number(column: Described) -> bool:
    return column.kind in _NUMBERS and not column.is_list


def _cell(value: Any, column: Described) -> Cell:
    if value is None:
        return Cell("")
    if isinstance(value, Sequence) and not isinstance(value, str):
        return Cell(LIST_MARK.join(map(str, value)))
    return Cell(str(value), float(value) if _is_number(column) else None)
