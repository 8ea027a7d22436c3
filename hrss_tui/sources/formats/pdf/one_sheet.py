"""Do pages surely show one sheet of a workbook, too wide for a page? And what of a further page its first one has already.

The title tells it: a sheet has one, which stands on its first page, or over the side of it, or on a page in its middle. A page
of which a line goes on on another is beside that. Who prints a unit at the right end of a table has come to its end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.sources import marks
from hrss_tui.sources.captions import is_caption, is_form_number, is_period, is_title, names_unit
from hrss_tui.sources.formats.pdf.chains import plain
from hrss_tui.sources.formats.pdf.content import Content, Printed
from hrss_tui.sources.formats.pdf.seam import shows
from hrss_tui.sources.formats.pdf.table import PageTable
from hrss_tui.sources.text import UNREAD

_WIDE = re.compile(r"\s{3,}")
"""Texts of one line that stand far apart are of several cells."""
_NEAR = 2.0
"""Columns of two pages are the same where they are no farther apart (points)."""
_SHORTEST = 4
"""So many characters of a note that the side of a page cuts tell it."""


def is_end(page: Content) -> bool:
    """Is nothing on a page but notes on the table before it?"""
    return not page.tables and (not page.prose or marks.is_note(page.prose[0].text))


def pieces(line: Printed) -> list[str]:
    """The texts of a line that stand apart in it."""
    return [piece for piece in _WIDE.split(line.text) if piece]


def known_texts(page: Content) -> list[str]:
    """All texts of a page, in the order in which `is_known` looks for them."""
    return sorted(
        {plain(text) for line in page.prose for text in (line.text, line.text + line.hidden, *pieces(line))}
    )


def is_known(text: str, known: Sequence[str], *, cut: bool = False) -> bool:
    """Has a page this text already, as one that is repeated on every page of its sheet, whole or `cut` at its end?"""
    short = plain(text).rstrip(UNREAD)
    at = bisect_left(known, short)
    found = known[at] if at < len(known) else ""
    return not short or found == short or ((cut or len(short) >= _SHORTEST) and found.startswith(short))


def is_other_form(text: str, page: Content) -> bool:
    """Is it the number of a form, on a page whose table has another one?"""
    return is_form_number(text) and any(
        is_form_number(piece) and plain(piece) != plain(text) for line in page.prose for piece in pieces(line)
    )


def is_one_sheet(page: Content, table: PageTable, other: Content, more: PageTable) -> bool:
    """Is `more` surely a further part of the sheet on which `table` stands in the same rows?"""
    if other.number in page.over or _shows_labels(table, more):
        return True
    own, others = list(_above(page, table)), list(_above(other, more))
    if not all(plain(text).rstrip(UNREAD) for text in others):
        return False  # a line of which nothing is read may be a title of its own
    if has_columns_of(table, more) and not any(
        (is_said(text) or _is_title(text)) and text not in own for text in others
    ):
        return False
    if any(map(_is_title, own)):
        known = known_texts(page)
        return not any(_is_title(text) and not is_known(text, known, cut=True) for text in others)
    # The title stands in the middle of the whole: its first page has nothing but captions, which the next one lacks.
    captioned = bool(own) and all(map(is_said, own))
    repeated = _first_column(table) == _first_column(more)
    return (
        captioned
        and any(map(_is_title, others))
        and not any(_is_first(text) and not (repeated and text in own) for text in others)
    )


def _first_column(table: PageTable) -> list[tuple[int, str]]:
    return [(cell.row, plain(cell.text)) for cell in table.cells if cell.column == 0 and cell.text]


def _shows_labels(table: PageTable, more: PageTable) -> bool:
    """Does the first column of a page show what the side of another cuts off labels of its last one?"""
    cut = [cell for cell in table.cells if cell.hidden and cell.column + cell.columns == table.columns]
    begun = {cell.row: cell for cell in more.cells if cell.column == 0}
    return bool(cut) and all(cell.row in begun and shows(cell, begun[cell.row]) for cell in cut)


def has_columns_of(table: PageTable, more: PageTable) -> bool:
    """Has it the columns of the first page of a table? Then it may be the next rows of that."""
    own = table.own or table.columns
    return more.columns == own and all(
        abs(one - x - table.xs[0] + more.xs[0]) <= _NEAR
        for one, x in zip(table.xs[: own + 1], more.xs, strict=True)
    )


def _is_title(text: str) -> bool:
    return is_title(text) and not is_form_number(text)


def is_said(text: str) -> bool:
    """Is it a caption: who prepared a table, its unit, its form, its time?"""
    return is_caption(text) or is_period(text)


def _is_first(text: str) -> bool:
    """Does it stand at the left end of a sheet, as the body does that has prepared it?"""
    return is_caption(text) and not is_form_number(text) and not names_unit(text)


def is_ended(page: Content, table: PageTable) -> bool:
    """Has a table that stands on several pages its unit at its right end already?"""
    return bool(table.own) and any(
        names_unit(line.text) and line.box.left >= table.xs[-1] for line in page.prose
    )


def _above(page: Content, table: PageTable) -> Iterator[str]:
    for line in page.prose:
        if line.box.bottom <= table.ys[-1]:
            yield from pieces(line)
