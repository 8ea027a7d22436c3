"""A sheet as a workbook: numbers as numbers with the decimals they are printed with, all else as text, the sources beside."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from hrss_tui import lazy_re as re
from hrss_tui.export.shown.drawing import width
from hrss_tui.export.shown.page import spoken_lang
from hrss_tui.export.shown.sheet import Cell, Column, Sheet, place_texts
from hrss_tui.export.xlsx import NO_DAY, library
from hrss_tui.words import words

_NUMBER: Final = re.compile(r"[+-]?(?:[1-9]\d{0,2}(?:,\d{3}){1,6}|0|[1-9]\d{0,14})(?:\.\d{1,9})?", re.ASCII)
_EXACT: Final = 15
"""Digits that a spreadsheet holds exactly."""
_ROWS: Final = 2**20 - 1
_CHARACTERS: Final = 32_767
_WIDEST: Final = 60


def xlsx(sheet: Sheet) -> bytes:
    """The bytes of the file; the same sheet gives the same bytes. Raises UsageError where xlsxwriter is missing."""
    said = words(spoken_lang(sheet.made))
    whole = BytesIO()
    workbook = library().Workbook(
        whole, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    workbook.set_properties({"title": sheet.title[:255], "created": NO_DAY})
    head = workbook.add_format({"bold": True, "bottom": 1})
    _table(workbook, workbook.add_worksheet(said["taken.sheet"]), sheet, head)
    _sources(workbook.add_worksheet(said["taken.sources"]), sheet, head)
    workbook.close()
    return whole.getvalue()


def _table(workbook: Any, page: Any, sheet: Sheet, head: Any) -> None:
    said = words(spoken_lang(sheet.made))
    heads = [*(column.head for column in sheet.columns), said["taken.place"], said["grid.record"]]
    for at, text in enumerate(heads):
        page.write_string(0, at, text, head)
    formats: dict[str, Any] = {}
    for number, row in enumerate(sheet.rows[:_ROWS], 1):
        for at, (cell, column) in enumerate(zip(row.cells, sheet.columns, strict=True)):
            value = figure(cell, column)
            if value is None:
                page.write_string(number, at, cell.text[:_CHARACTERS])
                continue
            shape = shape_of(cell.text)
            formats[shape] = formats.get(shape) or workbook.add_format({"num_format": shape})
            page.write_number(number, at, float(value), formats[shape])
        page.write_string(number, len(heads) - 2, "; ".join(place_texts(row.places))[:_CHARACTERS])
        page.write_string(number, len(heads) - 1, row.record)
    for at, text in enumerate(heads):
        cells = (row.cells[at].text for row in sheet.rows[:500]) if at < len(sheet.columns) else ()
        page.set_column(at, at, min(_WIDEST, max(8, width(text), *map(width, cells)) + 2))
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(sheet.rows)), len(heads) - 1)


def _sources(page: Any, sheet: Sheet, head: Any) -> None:
    said = words(spoken_lang(sheet.made))
    lines = [[sheet.title], *([note] for note in sheet.notes), [sheet.made.package], [sheet.made.view], []]
    lines += [
        [f"[{number}] {source.citation}", source.doc_id, source.file, source.sha256]
        for number, source in enumerate(sheet.sources, 1)
    ]
    page.write_string(0, 0, said["taken.sources"], head)
    for at, line in enumerate(lines, 1):
        for column, text in enumerate(line):
            page.write_string(at, column, text[:_CHARACTERS])
    page.set_column(0, 0, 80)


def figure(cell: Cell, column: Column) -> Decimal | None:
    """The number a cell of a column of numbers prints, where a spreadsheet holds it exactly; None for a text."""
    if not column.right or not _NUMBER.fullmatch(cell.text):
        return None
    value = Decimal(cell.text.replace(",", ""))
    return value if len(value.as_tuple().digits) <= _EXACT else None


def shape_of(text: str) -> str:
    """How a spreadsheet shows it as it is printed: grouped or not, signed or not, with its decimals."""
    places = len(text.partition(".")[2])
    whole = ("#,##0" if "," in text else "0") + (f".{'0' * places}" if places else "")
    return f"+{whole};-{whole};{whole}" if text.startswith("+") else whole
