"""Where the header of a table without rulings begins, among the lines above its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.sources.captions import is_title
from hrss_tui.sources.formats.pdf.aligned.rows import ORDINAL
from hrss_tui.sources.formats.pdf.aligned.words import Word, cell_words
from hrss_tui.sources.formats.pdf.lines import Line, text_of

_APART = 4.0
"""A line of the header stands at most this far (em) above the next."""
_CAPTION = re.compile(r"[:：。；]")
_UNIT = re.compile(r"单\s?位\s?[:：]")
_CAPTIONS = 6
"""The line that names the unit is looked for in so many lines above a header."""
_LONGEST = 30
_MOST = 16
_WRAPPED = 1.6
_AT_LEFT = 2.0
_AT_SIDE = 0.5
"""The lines of a name begin no farther apart than this (points)."""
_HALVES, _NAMES = 3, 3
"""So many lines of a name may stand above its figures, and so many texts tell where names begin."""
_NEARLY = 0.9
"""Lines are as near to what is above as to what is below them where the distances differ by less than this factor."""
_LABELS = 3
"""So many short texts above the uppermost ruling are the header, where there is none below it."""


def header_lines(
    above: Sequence[Line], row: Line, left: float, right: float, bars: Sequence[float]
) -> tuple[int, int]:
    """Where the header among the lines above a table begins and ends; all lines from its end on are rows.

    A header has a line of several short texts; a single text above it belongs to it where it is no title, that is
    no larger than the rows and not in the middle of the table, unless it is the beginning of a wrapped head. Nothing
    above the uppermost ruling (`bars`, heights) belongs to it, but where each row has one below it. A line that begins with an ordinal is a row, and so is
    a single text below the header that begins where the rows do.
    """
    start = _start(above, row, left, right, bars)
    end = len(above)
    while end - start > 1 and _is_bare_row(above[end - 2], above[end - 1], left):
        end -= 1
    return start, end


def without_names(
    header: Sequence[Line], block: Sequence[Line], begun: Callable[[], bool]
) -> tuple[list[Line], list[Line]]:
    """The lines of a header without the first lines of names that go on in the rows below, and these.

    They begin where the names of all rows do, reach as far as any, and are nearer to their row than to the head above; or as near
    where other names of the table have `begun` above their figures.
    """
    kept, moved = _parted(header, block, 1.0)
    if not moved and _parted(header, block, _NEARLY)[1] and begun():
        return _parted(header, block, _NEARLY)
    return kept, moved


def _parted(header: Sequence[Line], block: Sequence[Line], share: float) -> tuple[list[Line], list[Line]]:
    firsts = [word for line in block[: _HALVES + 1] for word in cell_words(line) if not word.is_figure]
    kept = list(header)
    moved: list[Line] = []
    for at in range(len(header) - 1, max(len(header) - _HALVES, 0) - 1, -1):
        line = kept[at]
        words = cell_words(line)
        names = [
            word for word in words if any(_leads_to(word, name, kept[:at], block, share) for name in firsts)
        ]
        if not names:
            continue
        taken = {id(char) for name in names for char in name.line.chars}
        moved.insert(0, Line(tuple(char for char in line.chars if id(char) in taken)))
        kept[at] = Line(tuple(char for char in line.chars if id(char) not in taken), cuts=frozenset())
        firsts += names
    return [line for line in kept if line.chars], moved


def _leads_to(word: Word, name: Word, above: Sequence[Line], block: Sequence[Line], share: float) -> bool:
    """Is a text of a header the line of a name above another one, and not much nearer to the heads above it?"""
    down = name.line.base - word.line.base
    if (
        abs(word.left - name.left) > _AT_SIDE
        or not 0.5 * word.em < down <= _WRAPPED * word.em
        or word.is_figure
    ):
        return False
    below = [one for line in block for one in cell_words(line) if abs(one.left - name.left) <= _AT_SIDE]
    if len(below) < _NAMES or max(one.right for one in below) - word.right > word.em:
        return False
    heads = (
        line.base
        for line in above
        if any(min(one.right, word.right) > max(one.left, word.left) for one in cell_words(line))
    )
    return word.line.base - max(heads, default=word.line.base) > share * down


def _is_bare_row(before: Line, line: Line, left: float) -> bool:
    """Is the line a row that has a name and nothing else?"""
    apart = line.base - before.base > _WRAPPED * line.em
    return apart and len(cell_words(line)) == 1 and abs(line.box.left - left) <= _AT_LEFT


def _start(above: Sequence[Line], row: Line, left: float, right: float, bars: Sequence[float]) -> int:
    start = len(above)
    below = row
    several = False
    while start > 0 and len(above) - start < _MOST:
        line = above[start - 1]
        if below.base - line.base > _APART * row.em or _is_no_head(line):
            break
        under = _is_below_all(bars, line, below) and (several or len(cell_words(line)) < _LABELS)
        captioned = any(_UNIT.search(text_of(one)) for one in above[max(start - _CAPTIONS, 0) : start - 1])
        if under or _is_title(line, below, row, (left, right), bars if not captioned else None):
            break
        several = several or len(cell_words(line)) > 1
        start -= 1
        below = line
    return start if several else len(above)


def _is_no_head(line: Line) -> bool:
    if ORDINAL.match(text_of(line)):
        return True
    return any(len(word.text) > _LONGEST or _CAPTION.search(word.text) for word in cell_words(line))


def _is_below_all(bars: Sequence[float], line: Line, below: Line) -> bool:
    """Is the uppermost ruling between a line and the one below it?"""
    return any(line.base < bar < below.base for bar in bars[:1])


def _is_title(
    line: Line, below: Line, row: Line, sides: tuple[float, float], bars: Sequence[float] | None
) -> bool:
    """Is a line above a header the title of the table? `bars` are None where its unit stands above the line: titles stand above that."""
    left, right = sides
    if line.em > 1.2 * row.em:
        return True
    if bars is None:
        return len(cell_words(line)) == 1 and is_title(text_of(line))
    if (
        len(cell_words(line)) > 1
        or below.base - line.base <= _WRAPPED * row.em
        or any(bar < line.base for bar in bars)
    ):
        return False
    away = abs((line.box.left + line.box.right) / 2 - (left + right) / 2)
    if away >= 0.08 * (right - left):
        return False
    return away <= line.em or is_title(text_of(line)) or not _is_over_several(line, below)


def _is_over_several(line: Line, below: Line) -> bool:
    """Does a single text stand over the middle of neighbours of the line below?"""
    middle = (line.box.left + line.box.right) / 2
    words = cell_words(below)
    return any(
        first.middle < middle < last.middle and abs((first.middle + last.middle) / 2 - middle) <= line.em
        for step in (1, 2)
        for first, last in zip(words, words[step:], strict=False)
    )
