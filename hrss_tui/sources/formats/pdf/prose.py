"""Printed lines mended where a line end fell into a number, before a closing mark, or into a title in larger type."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources import marks
from hrss_tui.sources.formats.pdf.content import Printed

_CLOSING = re.compile(r"[。，、；：！？”’）》】〉.,;:!?)\s]{1,4}")
_OPEN_NUMBER = re.compile(r"\d[.,，．]?$")
_REST = re.compile(r"(?:[.．,，]?\d[\d.,，．]*%?)")
_AT_MARGIN = 1.5
"""A line that is full ends no farther than this (em) from the right margin."""
_INDENT = 0.8
"""A line that goes on begins no farther than this (em) from the left margin."""
_NEXT = 2.6
"""The next line of a paragraph stands no more than this (em) lower."""
_LARGER, _ALIKE = 1.15, 0.03
"""Type of a title against that of the text, at least; sizes of one type differ by no more than this share."""
_TITLE_LINES = 4


def mended(lines: Sequence[Printed]) -> tuple[Printed, ...]:
    """The lines of a page; what a line end tore off stands with the line that it belongs to."""
    if not lines:
        return ()
    left = min(line.box.left for line in lines)
    right = max(line.box.right for line in lines)
    found: list[Printed] = []
    for line in _with_whole_titles(lines, left, right):
        last = found[-1] if found else None
        if last is None or not 0 <= line.box.top - last.box.top <= _NEXT * last.em:
            found.append(line)
            continue
        full = right - last.box.right <= _AT_MARGIN * last.em and line.box.left - left <= _INDENT * line.em
        torn = _torn_off(last.text, line.text, full)
        if not torn:
            found.append(line)
            continue
        found[-1] = msgspec.structs.replace(last, text=last.text + torn.strip(), line=None)
        rest = line.text[len(torn) :].lstrip()
        if rest:
            found.append(msgspec.structs.replace(line, text=rest, line=None))
    return tuple(found)


def _torn_off(last: str, line: str, full: bool) -> str:
    """What of a line belongs to the one before: a closing mark alone, or where that was full the rest of a number."""
    if _CLOSING.fullmatch(line):
        return line
    # A line that is nothing but a figure is whole: figures may stand below each other.
    open_end = full and _OPEN_NUMBER.search(last) and not _REST.fullmatch(last)
    rest = _REST.match(line) if open_end else None
    return rest[0] if rest else ""


def _with_whole_titles(lines: Sequence[Printed], left: float, right: float) -> list[Printed]:
    """The lines with those put together that are one title in larger type: the first has no room for what stands below it."""
    text = median(line.em for line in lines)
    found: list[Printed] = []
    count = 1
    for line in lines:
        last = found[-1] if found else None
        if last is None or count == _TITLE_LINES or not _goes_on(last, line, (left, right), text):
            found.append(line)
            count = 1
            continue
        between = " " if f"{last.text[-1:]}{line.text[:1]}".isascii() else ""
        box = msgspec.structs.replace(line.box, left=min(last.box.left, line.box.left))
        found[-1] = msgspec.structs.replace(line, text=f"{last.text}{between}{line.text}", box=box, line=None)
        count += 1
    return found


def _goes_on(last: Printed, line: Printed, margins: tuple[float, float], text: float) -> bool:
    """Does a line in larger type fill the page, and one of the same type go on below it, at the margin or in the middle?"""
    left, right = margins
    large = min(last.em, line.em) >= _LARGER * text and abs(last.em - line.em) <= _ALIKE * last.em
    near = 0 < line.box.top - last.box.top <= _NEXT * last.em
    full = right - last.box.right <= _AT_MARGIN * last.em and last.box.left - left <= _AT_MARGIN * last.em
    middles = [(box.left + box.right) / 2 for box in (last.box, line.box)]
    placed = line.box.left - left <= _INDENT * line.em or abs(middles[0] - middles[1]) <= line.em
    whole = marks.is_ended(last.text) or marks.ends_title(last.text)
    return large and near and full and placed and not whole
