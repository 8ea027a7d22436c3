"""Workbooks of before 2007 (.xls), where the library for them is installed: the same form as of today's."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.draft import Draft
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.xls_around import Around, around
from hrss_tui.sources.formats.xlsx.codes import BUILTIN
from hrss_tui.sources.formats.xlsx.inks import WHITE, color, is_same
from hrss_tui.sources.formats.xlsx.rich import INVISIBLE, STRUCK, WITHHELD, Rich
from hrss_tui.sources.formats.xlsx.sheets import Merge, Sheet, cell_name, draw
from hrss_tui.sources.formats.xlsx.shown import ink, shown, shown_text, unknown
from hrss_tui.words import listed, phrase

_AUTOMATIC = 64
"""Place of the colour of letters, which as that of a ground is the choice of the program."""
_LOWEST, _NARROWEST, _SMALLEST = 40, 77, 20
"""Height of a row (twentieths of a point), width of a column (256ths of a character) of which nothing is seen, and of type."""


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
    numbers = pictures = 0
    for index in range(book.nsheets):
        sheet = book.sheet_by_index(index)
        if sheet.visibility:
            hidden.append(sheet.name)
        else:
            found = _sheet(xlrd, book, sheet, name, limits)
            beside = _around(book, index)
            draw(msgspec.structs.replace(found, units=beside.units), draft, name, limits)
            numbers, pictures = numbers + beside.numbers, pictures + beside.pictures
        book.unload_sheet(index)
    if hidden:
        draft.note(phrase("note.hidden_sheets", name=name, labels=listed(hidden)))
    if numbers:
        draft.note(phrase("note.drawn", name=name, count=numbers))
    if pictures:
        draft.note(phrase("note.pictures", name=name, count=pictures))
    return draft


def _around(book: Any, index: int) -> Around:
    """What the library passes over of a sheet."""
    starts = getattr(book, "_sh_abs_posn", ())
    return around(book.mem, starts[index]) if index < len(starts) else Around()


class _Seen(msgspec.Struct, frozen=True):
    """What a cell holds; what is the matter with it: the key of a note and a number format; is it not seen at all?"""

    text: str
    matter: tuple[str, str] | None = None
    unseen: bool = False


def _sheet(xlrd: Any, book: Any, sheet: Any, name: str, limits: Limits) -> Sheet:
    cells: dict[tuple[int, int], str] = {}
    unseen: dict[tuple[int, int], str] = {}
    odd: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            runs = sheet.rich_text_runlist_map.get((row, column), ())
            seen = _seen(xlrd, book, sheet.cell(row, column), runs)
            if seen.matter is not None:
                odd[seen.matter] += 1
                examples.setdefault(seen.matter, cell_name(row, column))
            if seen.text.strip():
                (unseen if seen.unseen else cells)[row, column] = seen.text
        if len(cells) > limits.cells:
            raise SourceError(phrase("source.many_cells", name=name), phrase("source.too_large.hint"))
    return Sheet(
        sheet.name,
        cells,
        tuple(Merge(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells),
        frozenset(row for row, known in sheet.rowinfo_map.items() if known.hidden or known.height < _LOWEST),
        frozenset(
            column for column, known in sheet.colinfo_map.items() if known.hidden or known.width < _NARROWEST
        ),
        odd,
        examples,
        unseen,
    )


def _seen(xlrd: Any, book: Any, cell: Any, runs: Sequence[tuple[int, int]]) -> _Seen:
    """What a cell holds, and whether anybody sees it."""
    if runs:
        return _rich(book, cell, runs)
    text, matter = _text(xlrd, book, cell)
    held = str(cell.value).strip()
    if not text.strip():
        shows_zero = cell.ctype == xlrd.XL_CELL_NUMBER and not cell.value
        if not held or shows_zero or cell.ctype not in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER):
            return _Seen("", matter)
        return _Seen(held, (WITHHELD, _code(book, cell.xf_index)), unseen=True)
    own = ink(repr(cell.value), _code(book, cell.xf_index), cell.ctype != xlrd.XL_CELL_NUMBER)
    why = _unseen(book, cell.xf_index, own)
    return _Seen(text, (why, "") if why else matter, unseen=bool(why))


def _rich(book: Any, cell: Any, runs: Sequence[tuple[int, int]]) -> _Seen:
    """A text whose stretches are printed each in its own way: `runs` are where one begins, and its font."""
    own = book.xf_list[cell.xf_index].font_index if _has_style(book, cell.xf_index) else 0
    rich = Rich()
    starts = [(0, own), *runs]
    for (start, font), (end, _) in pairwise([*starts, (len(cell.value), 0)]):
        known = _font(book, font)
        rich.start("r", {})
        for tag, attributes in _as_tags(book, known):
            rich.start(tag, attributes)
        rich.add(str(cell.value)[start:end])
    lost = rich.lost()
    return _Seen(rich.text(), (lost, "") if lost else None)


def _as_tags(book: Any, font: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """How a font writes, as the elements of today's workbooks say it."""
    if font is not None:
        if font.struck_out:
            yield "strike", {}
        yield "color", {"rgb": _color(book, font.colour_index)}
        if font.escapement:
            yield "vertAlign", {"val": "superscript" if font.escapement == 1 else "subscript"}


def _unseen(book: Any, index: int | None, own: str) -> str:
    """Why nothing is read of a cell: the key of a note; "" where it is. `own` is the colour that its format writes in."""
    if not _has_style(book, index):
        return ""
    style = book.xf_list[index]
    font, ground = _font(book, style.font_index), style.background
    if font is None:
        return ""
    if font.struck_out:
        return STRUCK
    bare = ground is None or not ground.fill_pattern
    known = bare or (ground.fill_pattern == 1 and ground.pattern_colour_index != _AUTOMATIC)
    below = WHITE if bare else _color(book, ground.pattern_colour_index) if known else ""
    same = is_same(own or _color(book, font.colour_index), below)
    return INVISIBLE if same or 0 < font.height <= _SMALLEST else ""


def _color(book: Any, index: int) -> str:
    """A colour as six hexadecimal digits, by the palette of the workbook."""
    known = book.colour_map.get(index)
    return "".join(f"{each:02X}" for each in known) if known else color({"indexed": str(index)})


def _font(book: Any, index: int) -> Any:
    return book.font_list[index] if 0 <= index < len(book.font_list) else None


def _has_style(book: Any, index: int | None) -> bool:
    return index is not None and 0 <= index < len(book.xf_list)


def _text(xlrd: Any, book: Any, cell: Any) -> tuple[str, tuple[str, str] | None]:
    """What a cell shows, and what is the matter with it: the key of a note and a number format."""
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            return shown_text(str(cell.value), _code(book, cell.xf_index)), None
        case xlrd.XL_CELL_BOOLEAN:
            return ("TRUE" if cell.value else "FALSE"), None
        case xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(cell.value, "#N/A")), ("note.errors", "")
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            code = _code(book, cell.xf_index)
            text = shown(repr(cell.value), code, bool(book.datemode))
            if text is not None:
                return text, None
            return unknown(repr(cell.value), code), ("note.number_format", code)
    return "", None


def _code(book: Any, index: int | None) -> str:
    """The number format of a cell, as a Chinese system shows the ones that have only a number."""
    if index is None or not _has_style(book, index):
        return "General"
    key = book.xf_list[index].format_key
    return BUILTIN.get(key) or str(getattr(book.format_map.get(key), "format_str", "General"))
