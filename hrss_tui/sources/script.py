"""The characters a document is read in: radicals as characters, traditional script as simplified, digits of other scripts
as those of all others, tags and the marks of Markdown as blanks.

What is printed stays; what is read has the same length, so that every place in it is a place of the print.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.characters import simplified
from hrss_tui.sources.formats.form import Grid, SourceFile
from hrss_tui.sources.formats.pdf.radicals import FOLDED as RADICALS
from hrss_tui.sources.formats.text import emphasis
from hrss_tui.sources.formats.text.markup import unmarked
from hrss_tui.sources.text import Text

_RADICAL = re.compile(r"[\u2e80-\u2fdf]")
_DIGIT = re.compile(r"[^\D0-9０-９]")
"""A digit of another script: ١ of Arabic, १ of Devanagari."""
_ARABIC = {0x66B: ".", 0x66C: ","}
"""Its point and comma, which no number that is written in other digits has."""
_FEWEST, _SHARE = 8, 0.08
"""Traditional characters that a document in traditional script has at least, and their share of all Han ones."""


def as_read(file: SourceFile) -> SourceFile:
    """The file in the characters it is read in; the file itself where they are those that are printed."""
    file = _without_markup(file)
    table: dict[int, str] = {}
    if any(_RADICAL.search(line) for line in file.lines if not line.isascii()):
        table |= RADICALS
    if is_traditional(file.lines):
        table |= simplified()
    if any(_DIGIT.search(line) for line in file.lines if not line.isascii()):
        table |= _of_figures(file.lines)
    if not table:
        return file
    lines = tuple(line.translate(table) for line in file.lines)
    return msgspec.structs.replace(
        file, lines=lines, grids=tuple(_translated(grid, table) for grid in file.grids)
    )


def _of_figures(lines: Sequence[str]) -> dict[int, str]:
    """The digits of other scripts that stand in a text, as those a number is read in."""
    found = {char for line in lines if not line.isascii() for char in _DIGIT.findall(line)}
    return {ord(char): str(unicodedata.digit(char)) for char in found} | _ARABIC


def _without_markup(file: SourceFile) -> SourceFile:
    """A text without the tags that were pasted into it and the marks of Markdown; those of its tables are the grids' own."""
    if file.format != "text":
        return file
    free = [True] * len(file.lines)
    for grid in file.grids:
        free[grid.first - 1 : grid.last] = [False] * (grid.last - grid.first + 1)
    lines = emphasis.plain(unmarked(file.lines, free), free)
    return file if lines == file.lines else msgspec.structs.replace(file, lines=lines)


def is_traditional(lines: Sequence[str]) -> bool:
    """Is the document in traditional script?"""
    counts = Counter(chain.from_iterable(lines))
    table = simplified()
    old = sum(counts[char] for char in counts if ord(char) in table and _is_han(char))
    return old >= _FEWEST and old >= _SHARE * sum(counts[char] for char in counts if _is_han(char))


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _translated(grid: Grid, table: Mapping[int, str]) -> Grid:
    cells = tuple(msgspec.structs.replace(cell, text=cell.text.translate(table)) for cell in grid.cells)
    return msgspec.structs.replace(grid, cells=cells)


def as_printed(text: Text, read: SourceFile, printed: SourceFile) -> str:
    """A text as it is printed: the stretches of its lines, and what stands between them as it is."""
    if read is printed:
        return text.text
    parts = []
    for index, run in enumerate(text.runs):
        end = text.runs[index + 1].offset if index + 1 < len(text.runs) else len(text.text)
        stretch = text.text[run.offset : end]
        line, stop = run.line - 1, run.start + len(stretch)
        same = read.lines[line][run.start : stop]
        known = len(same) if stretch.startswith(same) else 0
        parts.append(printed.lines[line][run.start : run.start + known] + stretch[known:])
    return "".join(parts)
