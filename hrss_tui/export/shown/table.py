"""A sheet as a page: its pictures, its table sorted by a click, its remarks, its sources."""

from __future__ import annotations

from collections.abc import Iterable

from hrss_tui.export.shown.drawing import width
from hrss_tui.export.shown.markup import Markup, joined, tag
from hrss_tui.export.shown.page import figure, page, section, source_list, spoken_lang
from hrss_tui.export.shown.sheet import Cell, Column, Place, Row, Sheet, place_texts
from hrss_tui.words import words

SHORT, LONG = 24, 48
"""Cells up to which a text is not broken, and from which its column is wide."""


def html(sheet: Sheet) -> bytes:
    """The file."""
    said = words(spoken_lang(sheet.made))
    body = (
        *(figure(picture, sheet.sources) for picture in sheet.pictures),
        section(
            said["taken.table"].format(rows=len(sheet.rows)),
            table(sheet),
            tag("p", said["taken.sorting"], class_="soft"),
        ),
        section(said["taken.notes"], *(tag("p", note) for note in sheet.notes)),
        section(said["taken.sources"], source_list(sheet.sources)),
    )
    return page(sheet.title, sheet.made, (piece for piece in body if piece))


def table(sheet: Sheet) -> Markup:
    """The table; a column with the places where any row has one."""
    said = words(spoken_lang(sheet.made))
    placed = any(row.places for row in sheet.rows)
    heads = [_head(column) for column in sheet.columns]
    heads += [tag("th", said["taken.place"], scope="col")] if placed else []
    rows = [_row(row, sheet.columns, placed) for row in sheet.rows]
    drawn = tag(
        "table", tag("thead", tag("tr", *heads)), tag("tbody", joined(["", *rows], "\n")), class_="sorted"
    )
    return tag("div", drawn, class_="wide", tabindex=0)


def _head(column: Column) -> Markup:
    return tag(
        "th", tag("button", column.head, type="button"), scope="col", class_="n" if column.right else None
    )


def _row(row: Row, columns: Iterable[Column], placed: bool) -> Markup:
    cells = [_cell(cell, column) for cell, column in zip(row.cells, columns, strict=True)]
    return tag("tr", *cells, _from(row.places) if placed else None, data_record=row.record or None)


def _cell(cell: Cell, column: Column) -> Markup:
    """Numbers are sorted by `data-order`; a text in a column of numbers has none and comes last."""
    if column.right:
        order = repr(cell.order) if isinstance(cell.order, (int, float)) else ""
        return tag("td", cell.text, class_="n", data_order=order)
    return tag("td", cell.text, class_=room(cell.text))


def room(text: str) -> str:
    """The class of a cell: how its text may be broken."""
    cells = width(text)
    return "short" if cells <= SHORT else "long" if cells >= LONG else "mid"


def _from(places: Iterable[Place]) -> Markup:
    listed = list(places)
    links = [
        tag("a", text, href=f"#s{number}")
        for text, number in zip(
            place_texts(listed), dict.fromkeys(place.source for place in listed), strict=True
        )
    ]
    return tag("td", joined(links, " "), class_="from")
