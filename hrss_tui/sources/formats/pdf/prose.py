"""Printed lines mended where a line end fell into a number or before a closing mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

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


def mended(lines: Sequence[Printed]) -> tuple[Printed, ...]:
    """The lines of a page; what a line end tore off stands with the line that it belongs to."""
    if not lines:
        return ()
    left = min(line.box.left for line in lines)
    right = max(line.box.right for line in lines)
    found: list[Printed] = []
    for line in lines:
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
