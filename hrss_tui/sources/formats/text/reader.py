"""A text file as its lines, with the tables that stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.form import ROW, SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.text import blanks, cells, commas, evenly, pasted, pipes
from hrss_tui.sources.formats.text.decoding import decode
from hrss_tui.sources.formats.text.drawn import Found
from hrss_tui.sources.formats.text.markup import unmarked
from hrss_tui.words import phrase

Finder = Callable[[Sequence[str], Sequence[bool]], Iterator[Found]]

FINDERS: Sequence[Finder] = (pasted.find, pipes.find, commas.find, evenly.find, blanks.find, cells.find)
"""In order: lines that one has taken are not looked at again. Lines with tabs are rows without a grid."""


_QUOTED = re.compile(r'\s{0,9}"')
"""How a row begins of which every value is in quotes."""
_ONE_VALUE = re.compile(r'\s{0,9}"[^"]{1,200}"\s{0,9}')
_SEPARATOR = re.compile(r"[Ss][Ee][Pp]=[,;\t|]")
"""What Excel takes in the first line of values for the sign that sets them apart: no text of the document."""


def read(data: bytes, name: str, limits: Limits) -> SourceFile:
    """Read a text. Raises SourceError, in one line, for what is none."""
    file = decode(data, name)
    if b"\f" in data:
        from hrss_tui.sources.formats.text import paged  # what reads pages is needed for few texts

        pages = paged.pages_of(data.decode(file.encoding, "replace"), limits.pages)
        if pages is not None:
            return _limited(paged.paged(file, pages), name, limits)
    if _SEPARATOR.fullmatch(file.lines[0]):
        file = msgspec.structs.replace(file, lines=("", *file.lines[1:]))
    found = sorted(_tables(file.lines), key=lambda table: table.first)
    notes = tuple(note for table in found for note in table.notes)
    file = msgspec.structs.replace(file, lines=_unquoted(file.lines, found))
    grids = tuple(table.grid() for table in found)
    return _limited(msgspec.structs.replace(file, grids=grids, notes=(*file.notes, *notes)), name, limits)


def _unquoted(lines: Sequence[str], tables: Sequence[Found]) -> tuple[str, ...]:
    """The lines; where a table has values in quotes, blanks for the quotes of a line outside that is one value."""
    inside = {line for table in tables for line in range(table.first, table.last + 1)}
    if not any(_QUOTED.match(lines[line - 1]) for line in inside):
        return tuple(lines)
    return tuple(
        line.replace('"', " ") if number not in inside and _ONE_VALUE.fullmatch(line) else line
        for number, line in enumerate(lines, 1)
    )


def _limited(file: SourceFile, name: str, limits: Limits) -> SourceFile:
    """The file. Raises SourceError where its tables have too many cells."""
    if sum(grid.rows * grid.columns for grid in file.grids) > limits.cells:
        raise SourceError(phrase("source.many_cells", name=name), phrase("source.too_large.hint"))
    return file


def _tables(lines: Sequence[str]) -> Iterator[Found]:
    free = [True] * len(lines)
    for find in FINDERS:
        for table in find(lines, tuple(free)):
            if all(free[table.first - 1 : table.last]):
                free[table.first - 1 : table.last] = [False] * (table.last - table.first + 1)
                yield table
        if find is pasted.find:
            free = [
                usable and (line == own or pipes.is_row(line))
                for usable, line, own in zip(free, lines, unmarked(lines, free), strict=True)
            ]
            free = [usable and ROW not in line for usable, line in zip(free, lines, strict=True)]
