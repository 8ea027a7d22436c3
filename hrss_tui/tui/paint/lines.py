"""What the panes are given to draw: lines of styled segments, and where each line leads.

Pure data. A style is a name of `hrss_tui.tui.paint.styles`; a target is a view string; a source is
`document:line`; `value` is what copying the line takes away, `record` the id its citation is of.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from hrss_tui.tui.paint.text import clean

Item = TypeVar("Item")


class Seg(NamedTuple):
    """A piece of text in one style."""

    text: str
    style: str = ""


class Line(NamedTuple):
    """One line; it may wrap, and then its further lines are indented by `indent` cells."""

    segs: tuple[Seg, ...] = ()
    target: str = ""
    source: str = ""
    value: str = ""
    indent: int = 0
    record: str = ""

    @property
    def text(self) -> str:
        """The line without styles."""
        return "".join(seg.text for seg in self.segs)

    @property
    def leads(self) -> bool:
        """Whether the line can be opened."""
        return bool(self.target or self.source)


def seg(text: str, style: str = "") -> Seg:
    """A segment of data: control characters are removed."""
    return Seg(clean(text), style)


def line(
    *parts: Seg | str, target: str = "", source: str = "", value: str = "", indent: int = 0, record: str = ""
) -> Line:
    """A line of segments and plain words."""
    segs = tuple(seg(*part) if isinstance(part, Seg) else seg(part) for part in parts)
    return Line(segs, target, source, value, indent, record)


BLANK = Line()


def spaced(groups: Iterable[list[Item]]) -> list[Item | Line]:
    """Groups of lines, or of what stands for some, with a blank line between those that hold something."""
    lines: list[Item | Line] = []
    for group in groups:
        if group:
            lines += [BLANK, *group] if lines else group
    return lines
