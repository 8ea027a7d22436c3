"""All tables as one workbook: what its columns mean, then a sheet a table, cells of their types, the header frozen.

Headings are titles in the language asked for, the sheet 说明 names the columns of the package behind them.

Text is written as text, never as formula or link, so nothing that a document says can run. Rows are written
through to disk as they come; only the packed workbook is put together in memory. The same package gives the same bytes: the workbook carries no time of day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from hrss_tui.errors import UsageError
from hrss_tui.export.tables import Column, columns_of, day_of, rows_of
from hrss_tui.export.text import LIST_MARK
from hrss_tui.pack.read import Pack
from hrss_tui.reference.columns import table_title
from hrss_tui.words import Lang, phrase

_ROWS: Final = 2**20 - 1
"""Rows of a sheet below its header."""
_CHARACTERS: Final = 32_767
"""Characters of a cell."""
_EXACT: Final = 2**53
"""Integers that a spreadsheet holds exactly."""
_NAME: Final = 31
_RESERVED: Final = "history"
"""A name that spreadsheets keep for themselves."""
_WIDTHS: Final = {"integer": 10, "decimal": 14, "number": 12, "boolean": 8, "string": 8}
"""Cells a column has at least, by what it holds."""
_WIDEST: Final = 60
_ARROW: Final = 3
"""Cells of the button that a filter puts into a heading."""
_ABOUT: Final = {"zh": "说明", "en": "About"}
_HEADS: Final = {
    "zh": ("工作表", "表", "列", "程序中的列名", "单位", "含义", "可取的值"),
    "en": ("Sheet", "Table", "Column", "Name in the package", "Unit", "Meaning", "Values"),
}
_FIRST_DAY: Final = date(1900, 3, 1)
"""Before this day spreadsheets do not agree how days are counted."""
NO_DAY: Final = datetime(1980, 1, 1)

Report = Callable[[str], None]


def write(
    pack: Pack,
    tables: Sequence[str],
    path: Path,
    report: Report = lambda _text: None,
    lang: Lang = "zh",
) -> None:
    """Write the tables to a new workbook at `path`; `report` is told of what a workbook cannot hold whole.

    Raises UsageError where xlsxwriter is missing or a table has more rows than a sheet, OSError where the disk
    takes no more.
    """
    whole = BytesIO()
    workbook = library().Workbook(whole, {"constant_memory": True, "tmpdir": str(path.parent)})
    workbook.set_properties({"title": str(pack.package.get("title") or ""), "created": _created(pack)})
    formats = {
        "head": workbook.add_format({"bold": True, "bottom": 1}),
        "integer": workbook.add_format({"num_format": "#,##0"}),
        "number": workbook.add_format({"num_format": "General"}),
        "decimal": workbook.add_format({"num_format": "#,##0.00"}),
        "day": workbook.add_format({"num_format": "yyyy-mm-dd"}),
    }
    names = sheet_names([_ABOUT[lang], *tables])
    with _closed(workbook):
        _about(
            workbook.add_worksheet(names[0]), pack, dict(zip(tables, names[1:], strict=True)), formats, lang
        )
        for table, name in zip(tables, names[1:], strict=True):
            cut = _sheet(workbook.add_worksheet(name), pack, table, formats, lang)
            if cut:
                report(phrase("note.cells_cut", table=table, count=cut, most=_CHARACTERS))
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
        return NO_DAY


def library() -> Any:
    """Xlsxwriter. Raises UsageError where it is missing."""
    try:
        import xlsxwriter
    except ImportError:
        what = phrase("error.needs_library", library="xlsxwriter", what="XLSX")
        hint = phrase("error.needs_library.hint", install="pip install xlsxwriter")
        raise UsageError(what, hint) from None
    return xlsxwriter


def _about(sheet: Any, pack: Pack, names: dict[str, str], formats: dict[str, Any], lang: Lang) -> None:
    """What every heading of the workbook means, and the name its column has in the package."""
    widths = [18, 18, 20, 20, 8, 60, 40]
    for position, (head, size) in enumerate(zip(_HEADS[lang], widths, strict=True)):
        sheet.set_column(position, position, size)
        sheet.write_string(0, position, head, formats["head"])
    sheet.freeze_panes(1, 0)
    rows = ((name, table, column) for table, name in names.items() for column in columns_of(pack, table))
    for number, (name, table, column) in enumerate(rows, 1):
        title = table_title(table)
        whole = (title.zh if lang == "zh" else title.en) if title else table
        about = (lang == "zh" and column.about) or column.description
        cells = (name, whole, heading(column, lang), column.name, column.unit, about, " ".join(column.values))
        for position, text in enumerate(cells):
            sheet.write_string(number, position, text[:_CHARACTERS])


def heading(column: Column, lang: Lang) -> str:
    """The title of a column, or its name where it has none."""
    return (column.zh if lang == "zh" else column.en) or column.name


def _sheet(sheet: Any, pack: Pack, table: str, formats: dict[str, Any], lang: Lang) -> int:
    """Write a table; return how many of its cells did not fit. Raises UsageError where it has too many rows."""
    if pack.count(table) > _ROWS:
        what = phrase("error.too_many_rows", table=table, rows=pack.count(table), most=_ROWS)
        raise UsageError(what, phrase("error.too_many_rows.hint"))
    columns = columns_of(pack, table)
    heads = [heading(column, lang) for column in columns]
    widths = [
        max(_WIDTHS[column.kind], _cells(head) + _ARROW) for column, head in zip(columns, heads, strict=True)
    ]
    for position, head in enumerate(heads):
        sheet.write_string(0, position, head, formats["head"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, pack.count(table)), len(columns) - 1)
    cut = 0
    for number, row in enumerate(rows_of(pack, table), 1):
        cut += _row(sheet, number, row, columns, formats)
        widths = list(map(_wider, widths, row))
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width)
    return cut


def _cells(text: str) -> int:
    """About how wide a text is: a Chinese character, three bytes long, is two cells wide."""
    return (len(text) + len(text.encode())) // 2


def _wider(width: int, value: Any) -> int:
    """The width a column needs with this value in it: amounts have commas and decimals."""
    if width >= _WIDEST or value is None or isinstance(value, bool):
        return width
    text = f"{value:,.2f}" if isinstance(value, Decimal) else _text(value)[:_WIDEST]
    return min(_WIDEST, max(width, _cells(text) + 1))


def _text(value: Any) -> str:
    return LIST_MARK.join(map(str, value)) if isinstance(value, list) else str(value)


def _row(
    sheet: Any, number: int, row: Iterable[Any], columns: Sequence[Column], formats: dict[str, Any]
) -> int:
    """Write one row, days and amounts with 角 and 分 in formats of their own; return how many cells did not fit."""
    cut = 0
    for position, (value, column) in enumerate(zip(row, columns, strict=True)):
        if value is None:
            continue
        if column.kind == "boolean" and not column.is_list:
            sheet.write_boolean(number, position, value)
        elif isinstance(value, Decimal) and abs(value) <= _EXACT:
            sheet.write_number(number, position, float(value), formats["decimal"])
        elif column.kind in ("integer", "number", "decimal") and not column.is_list and abs(value) <= _EXACT:
            grouped = column.kind == "decimal" or (column.kind == "integer" and bool(column.unit))
            sheet.write_number(number, position, value, formats["integer" if grouped else "number"])
        elif column.days and (day := day_of(value)) is not None and day >= _FIRST_DAY:
            sheet.write_datetime(number, position, day, formats["day"])
        else:
            text = _text(value)
            cut += len(text) > _CHARACTERS
            sheet.write_string(number, position, text[:_CHARACTERS])
    return cut
