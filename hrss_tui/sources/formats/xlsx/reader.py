"""Workbooks of Excel and WPS (.xlsx, .xlsm): every sheet that can be seen is a page."""

from __future__ import annotations

import msgspec

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.draft import Draft
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.ooxml import Package
from hrss_tui.sources.formats.xlsx.cells import read_sheet
from hrss_tui.sources.formats.xlsx.floating import floating
from hrss_tui.sources.formats.xlsx.sheets import draw
from hrss_tui.sources.formats.xlsx.workbook import read_workbook
from hrss_tui.words import listed, phrase

MAIN = "xl/workbook.xml"


def read(data: bytes, name: str, limits: Limits) -> SourceFile:
    """Read a workbook. Raises SourceError, in one line, for what cannot be read."""
    package = Package(data, name, limits)
    book = read_workbook(package, MAIN)
    shown = [entry for entry in book.sheets if entry.visible]
    if len(shown) > limits.pages:
        raise SourceError(
            phrase("source.many_sheets", name=name, most=limits.pages), phrase("source.too_large.hint")
        )
    draft = Draft(name, limits)
    above = floating(package, [entry.part for entry in shown])
    for entry in shown:
        sheet = read_sheet(package, entry, book, name, limits)
        units = dict.fromkeys((*sheet.units, *above.units.get(entry.part, ())))
        draw(msgspec.structs.replace(sheet, units=tuple(units)), draft, name, limits)
    hidden = [entry.label for entry in book.sheets if not entry.visible]
    if hidden:
        draft.note(phrase("note.hidden_sheets", name=name, labels=listed(hidden)))
    lost = [entry.label for entry in shown if not package.has(entry.part)]
    if lost:
        draft.note(phrase("note.lost_sheets", name=name, labels=listed(lost)))
    if above.numbers:
        draft.note(phrase("note.drawn", name=name, count=above.numbers))
    if above.pictures:
        draft.note(phrase("note.pictures", name=name, count=above.pictures))
    if above.enclosed:
        draft.note(phrase("note.enclosed", name=name, count=above.enclosed))
    if above.broken:
        draft.note(phrase("note.broken_drawings", name=name, count=above.broken))
    return draft.file(data, "xlsx")
