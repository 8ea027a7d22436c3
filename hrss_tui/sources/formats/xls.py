"""Workbooks of before 2007 (.xls), where the library for them is installed: the same form as of today's."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.draft import Draft
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.xlsx.codes import BUILTIN
from hrss_tui.sources.formats.xlsx.sheets import Merge, Sheet, cell_name, draw
from hrss_tui.sources.formats.xlsx.shown import shown
from hrss_tui.words import listed, phrase


def read(data: bytes, name: str, limits: Limits) -> SourceFile:
    """Read a workbook. Raises SourceError where it cannot be read, or the library is missing."""
    try:
        import xlrd
    except ImportError as error:
        raise SourceError(phrase("source.xls", name=name), phrase("source.xls.hint")) from error
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, logfile=io.StringIO(), on_demand=True
        )
        draft = _read_book(xlrd, book, name, limits)
    except SourceError:
        raise
    except Exception as error:
        # The library lets errors of every kind out of files that are damaged.
        encrypted = "encrypted" in str(error).lower()
        key = "source.encrypted" if encrypted else "source.damaged"
        said = {} if encrypted else {"what": type(error).__name__}
        raise SourceError(phrase(key, name=name, **said), phrase(f"{key}.hint")) from error
    return draft.file(data, "xls", book.encoding or "")


def _read_book(xlrd: Any, book: Any, name: str, limits: Limits) -> Draft:
    if book.nsheets > limits.pages:
        raise SourceError(
            phrase("source.many_sheets", name=name, most=limits.pages), phrase("source.too_large.hint")
        )
    draft = Draft(name, limits)
    hidden = []
    for index in range(book.nsheets):
        sheet = book.sheet_by_index(index)
        if sheet.visibility:
            hidden.append(sheet.name)
        else:
            draw(_sheet(xlrd, book, sheet, name, limits), draft, name, limits)
        book.unload_sheet(index)
    if hidden:
        draft.note(phrase("note.hidden_sheets", name=name, labels=listed(hidden)))
    return draft


def _sheet(xlrd: Any, book: Any, sheet: Any, name: str, limits: Limits) -> Sheet:
    cells: dict[tuple[int, int], str] = {}
    odd: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            text, matter = _text(xlrd, book, sheet.cell(row, column))
            if matter is not None:
                odd[matter] += 1
                examples.setdefault(matter, cell_name(row, column))
            if text.strip():
                cells[row, column] = text
        if len(cells) > limits.cells:
            raise SourceError(phrase("source.many_cells", name=name), phrase("source.too_large.hint"))
    return Sheet(
        sheet.name,
        cells,
        tuple(Merge(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells),
        frozenset(row for row, known in sheet.rowinfo_map.items() if known.hidden or known.height == 0),
        frozenset(column for column, known in sheet.colinfo_map.items() if known.hidden or known.width == 0),
        odd,
        examples,
    )


def _text(xlrd: Any, book: Any, cell: Any) -> tuple[str, tuple[str, str] | None]:
    """What a cell shows, and what is the matter with it: the key of a note and a number format."""
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            return str(cell.value), None
        case xlrd.XL_CELL_BOOLEAN:
            return ("TRUE" if cell.value else "FALSE"), None
        case xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(cell.value, "#N/A")), ("note.errors", "")
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            code = _code(book, cell.xf_index)
            text = shown(repr(cell.value), code, bool(book.datemode))
            if text is not None:
                return text, None
            return shown(repr(cell.value), "General") or "", ("note.number_format", code)
    return "", None


def _code(book: Any, index: int | None) -> str:
    """The number format of a cell, as a Chinese system shows the ones that have only a number."""
    if index is None or index >= len(book.xf_list):
        return "General"
    key = book.xf_list[index].format_key
    return BUILTIN.get(key) or str(getattr(book.format_map.get(key), "format_str", "General"))
