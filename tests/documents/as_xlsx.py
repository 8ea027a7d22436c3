"""A description as a workbook: a sheet a table, a sheet for the prose between, merged cells, number formats.

Money is a number whose format shows it as the document prints it; what a sheet shows is what must be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

import msgspec

from tests.documents.archive import archive
from tests.documents.as_text import headline
from tests.documents.described import Cell, Described, PageBreak, Prose, Table
from tests.documents.placing import placed, width

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FORMATS = ("General", "0", "0.00", "#,##0", "#,##0.00", "0.0", "#,##0.0")


class Sheet(msgspec.Struct):
    """A sheet to be written: rows of (column, text, cell), merged ranges, numbers of hidden rows."""

    name: str
    rows: list[list[tuple[int, str, Cell]]] = []
    merges: list[str] = []
    hidden_rows: list[int] = []
    is_hidden: bool = False


def render(described: Described) -> bytes:
    """The document as an .xlsx file."""
    return workbook_bytes(list(sheets_of(described)))


def render_hidden(described: Described) -> bytes:
    """The same to look at: before it a hidden sheet of last year's table, in every table a hidden row of other money."""
    sheets = list(sheets_of(described))
    old = next(sheet for sheet in sheets if sheet.merges)
    stale = Sheet(
        "历史数据", [[(column, _stale(text, cell), cell) for column, text, cell in row] for row in old.rows]
    )
    stale.is_hidden = True
    for sheet in sheets:
        last = sheet.rows[-1] if not sheet.merges else max(sheet.rows, key=len)
        sheet.rows.append([(column, _stale(text, cell), cell) for column, text, cell in last])
        sheet.hidden_rows = [len(sheet.rows)]
    return workbook_bytes([stale, *sheets])


def _stale(text: str, cell: Cell) -> str:
    return "9,876.54" if cell.role == "amount" else text


def workbook_bytes(sheets: list[Sheet]) -> bytes:
    """The file of some sheets."""
    members = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _relations(
            [
                *(("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)),
                ("styles", "styles.xml"),
            ]
        ),
        "xl/styles.xml": _styles(),
    }
    members |= {
        f"xl/worksheets/sheet{number}.xml": _worksheet(sheet) for number, sheet in enumerate(sheets, 1)
    }
    return archive(members)


def letters(column: int) -> str:
    """The name of a column from 0: A … Z, AA …"""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def sheets_of(described: Described) -> Iterator[Sheet]:
    """A sheet a table, a sheet for the prose between."""
    taken: set[str] = set()
    prose: list[str] = [f"{label}：{value}" for label, value in described.facts]
    for part in (*described.parts, PageBreak()):
        if isinstance(part, Prose):
            prose.append(part.text)
            continue
        if prose and (isinstance(part, Table | PageBreak)):
            yield Sheet(
                name_of("封面" if not taken else "说明", taken), [[(0, text, Cell(text))] for text in prose]
            )
            prose = []
        if isinstance(part, Table):
            yield sheet_of(part, name_of(part.title, taken))


def name_of(wanted: str, taken: set[str]) -> str:
    """A sheet's name of its own: at most 31 characters, none that a sheet's name may not have."""
    base = re.sub(r"[\[\]:*?/\\']", "", wanted)[:27]
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}{number}"
    taken.add(name)
    return name


def sheet_of(table: Table, name: str) -> Sheet:
    """The sheet of a table: title, captions, header, rows, notes."""
    rows = (*table.header, *table.rows)
    columns = width(rows)
    sheet = Sheet(name)
    for title in headline(table):
        _whole_row(sheet, title, columns)
    for caption in table.captions:
        _caption(sheet, caption, columns)
    first = len(sheet.rows)
    sheet.rows += [[] for _ in rows]
    for each in placed(rows):
        cell, row = each.cell, first + each.row
        sheet.rows[row].append((each.column, cell.text, cell))
        if cell.rows > 1 or cell.columns > 1:
            last = f"{letters(each.column + cell.columns - 1)}{row + cell.rows}"
            sheet.merges.append(f"{letters(each.column)}{row + 1}:{last}")
    for note in table.notes:
        _whole_row(sheet, note, columns)
    return sheet


def _whole_row(sheet: Sheet, text: str, columns: int) -> None:
    sheet.rows.append([(0, text, Cell(text))])
    if columns > 1:
        sheet.merges.append(f"A{len(sheet.rows)}:{letters(columns - 1)}{len(sheet.rows)}")


def _caption(sheet: Sheet, caption: tuple[str, ...], columns: int) -> None:
    """The first part on the left, the last over the last column, one in the middle between them."""
    places = (
        [0]
        if len(caption) == 1
        else [round(at * (columns - 1) / (len(caption) - 1)) for at in range(len(caption))]
    )
    sheet.rows.append([(column, part, Cell(part)) for column, part in zip(places, caption, strict=True)])


def _worksheet(sheet: Sheet) -> str:
    rows = "".join(_row(number, row, number in sheet.hidden_rows) for number, row in enumerate(sheet.rows, 1))
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in sheet.merges)
    merged = f'<mergeCells count="{len(sheet.merges)}">{merges}</mergeCells>' if merges else ""
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{merged}</worksheet>'


def _row(number: int, cells: Iterable[tuple[int, str, Cell]], is_hidden: bool) -> str:
    hidden = ' hidden="1"' if is_hidden else ""
    return (
        f'<row r="{number}"{hidden}>'
        + "".join(_cell(f"{letters(column)}{number}", text, cell) for column, text, cell in cells)
        + "</row>"
    )


def _cell(place: str, text: str, cell: Cell) -> str:
    if not text:
        return f'<c r="{place}"/>'
    shown = _format(text) if cell.role == "amount" else None
    if shown is None:
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
    value = text.replace(",", "")
    return f'<c r="{place}" s="{_FORMATS.index(shown)}"><v>{value}</v></c>'


def _format(text: str) -> str | None:
    """The number format that shows a number like this, None for what is no number."""
    if not re.fullmatch(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|-?[0-9]+(?:\.[0-9]{1,2})?", text):
        return None
    decimals = len(text.partition(".")[2])
    return ("#,##0" if "," in text else "0") + ("." + "0" * decimals if decimals else "")


def _styles() -> str:
    numbers = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>'
        for at, code in enumerate(_FORMATS)
        if code != "General"
    )
    cells = "".join(
        f'<xf numFmtId="{164 + at if at else 0}" applyNumberFormat="1"/>' for at in range(len(_FORMATS))
    )
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(_FORMATS) - 1}">{numbers}</numFmts>'
        f'<fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
        f'<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="{len(_FORMATS)}">{cells}</cellXfs></styleSheet>'
    )


def _types(sheets: int) -> str:
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_SHEET}.worksheet+xml"/>'
        for number in range(1, sheets + 1)
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/>{parts}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET}.styles+xml"/></Types>'
    )


def _relations(parts: Iterable[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _workbook(sheets: list[Sheet]) -> str:
    made = "".join(
        f'<sheet name="{escape(sheet.name, {chr(34): "&quot;"})}" sheetId="{number}"{" state=" + chr(34) + "hidden" + chr(34) if sheet.is_hidden else ""} r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{made}</sheets></workbook>'
