"""All tables as one workbook: a sheet a table, cells of their types, the header frozen.

Text is written as text, never as formula or link, so nothing that a document says can run. Rows are written
through to disk as they come; only the packed workbook is put together in memory. The same package gives the same bytes: the workbook carries no time of day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from hrss_tui.errors import UsageError
from hrss_tui.export.tables import Column, columns_of, rows_of
from hrss_tui.export.text import LIST_MARK
from hrss_tui.pack.read import Pack
from hrss_tui.words import phrase

_ROWS: Final = 2**20 - 1
"""Rows of a sheet below its header."""
_CHARACTERS: Final = 32_767
"""Characters of a cell."""
_EXACT: Final = 2**53
"""Integers that a spreadsheet holds exactly."""
_NAME: Final = 31
_RESERVED: Final = "history"
"""A name that spreadsheets keep for themselves."""
_WIDTHS: Final = {"integer": 16, "decimal": 16, "number": 12, "boolean": 9, "string": 18}
_WIDE: Final = {
    "text": 80,
    "title": 40,
    "name": 28,
    "description": 40,
    "definition": 60,
    "reason": 50,
    "goal": 60,
}
_NO_DAY: Final = datetime(1980, 1, 1)

Report = Callable[[str], None]


def write(pack: Pack, tables: Sequence[str], path: Path, report: Report = lambda _text: None) -> None:
    """Write the tables to a new workbook at `path`; `report` is told of what a workbook cannot hold whole.

    Raises UsageError where xlsxwriter is missing or a table has more rows than a sheet, OSError where the disk
    takes no more.
    """
    whole = BytesIO()
    workbook = _library().Workbook(whole, {"constant_memory": True, "tmpdir": str(path.parent)})
    workbook.set_properties({"title": str(pack.package.get("title") or ""), "created": _created(pack)})
    formats = {
        "head": workbook.add_format({"bold": True, "bottom": 1}),
        "integer": workbook.add_format({"num_format": "#,##0"}),
        "number": workbook.add_format({"num_format": "General"}),
        "decimal": workbook.add_format({"num_format": "#,##0.00"}),
    }
    with _closed(workbook):
        for table, name in zip(tables, sheet_names(tables), strict=True):
            _sheet(workbook.add_worksheet(name), pack, table, formats, report)
    path.write_bytes(whole.getbuffer())


def sheet_names(tables: Iterable[str]) -> list[str]:
    """A name of at most 31 characters for each table; where two meet, by cutting or but for case, with a number."""
    taken: set[str] = set()
    names: list[str] = []
    for table in tables:
        name, number = table[:_NAME], 1
        while name.lower() in taken or name.lower() == _RESERVED:
            number += 1
            name = f"{table[: _NAME - len(str(number)) - 1]}_{number}"
        taken.add(name.lower())
        names.append(name)
    return names


@contextmanager
def _closed(workbook: Any) -> Iterator[None]:
    """Put the workbook together in the end. Raises what went wrong first, OSError for what the library says of it."""
    try:
        yield
        workbook.close()
    except Exception as error:
        with suppress(Exception):
            workbook.close()
        if error.args and isinstance(error.args[0], OSError):
            raise error.args[0] from error
        raise


def _created(pack: Pack) -> datetime:
    """The day the package says it was made: never the clock of this machine."""
    try:
        return datetime.fromisoformat(str(pack.package.get("created")))
    except ValueError:
        return _NO_DAY


def _library() -> Any:
    try:
        import xlsxwriter
    except ImportError:
        what = phrase("error.needs_library", library="xlsxwriter", what="XLSX")
        hint = phrase("error.needs_library.hint", install="pip install xlsxwriter")
        raise UsageError(what, hint) from None
    return xlsxwriter


def _sheet(sheet: Any, pack: Pack, table: str, formats: dict[str, Any], report: Report) -> None:
    if pack.count(table) > _ROWS:
        what = phrase("error.too_many_rows", table=table, rows=pack.count(table), most=_ROWS)
        raise UsageError(what, phrase("error.too_many_rows.hint"))
    columns = columns_of(pack, table)
    for position, column in enumerate(columns):
        width = _WIDE.get(column.name, _WIDTHS[column.kind])
        grouped = column.kind == "decimal" or (column.kind == "integer" and bool(column.unit))
        shown = formats["integer"] if grouped else formats["number"]
        sheet.set_column(position, position, width, shown)
        sheet.write_string(0, position, column.name, formats["head"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, pack.count(table)), len(columns) - 1)
    cut = 0
    for number, row in enumerate(rows_of(pack, table), 1):
        cut += _row(sheet, number, row, columns, formats["decimal"])
    if cut:
        report(phrase("note.cells_cut", table=table, count=cut, most=_CHARACTERS))


def _row(sheet: Any, number: int, row: Iterable[Any], columns: Sequence[Column], decimal: Any) -> int:
    """Write one row, `decimal` being the format of 角 and 分; return how many of its cells did not fit."""
    cut = 0
    for position, (value, column) in enumerate(zip(row, columns, strict=True)):
        if value is None:
            continue
        if column.kind == "boolean" and not column.is_list:
            sheet.write_boolean(number, position, value)
        elif isinstance(value, Decimal) and abs(value) <= _EXACT:
            sheet.write_number(number, position, float(value), decimal)
        elif column.kind in ("integer", "number", "decimal") and not column.is_list and abs(value) <= _EXACT:
            sheet.write_number(number, position, value)
        else:
            text = LIST_MARK.join(map(str, value)) if isinstance(value, list) else str(value)
            cut += len(text) > _CHARACTERS
            sheet.write_string(number, position, text[:_CHARACTERS])
    return cut
