"""The part of a table without rulings that stands on one page, as lines, before its columns are known."""

from __future__ import annotations

import msgspec

from hrss_tui.sources.formats.pdf.lines import Line


class Part(msgspec.Struct, frozen=True):
    """Lines of the header and of the rows; `bars` are the heights of rulings across it, `walls` the places of upright ones.

    `weak` parts have too few rows for a table of their own: they are one only where they go on with another.
    """

    header: tuple[Line, ...]
    body: tuple[Line, ...]
    bars: tuple[float, ...] = ()
    walls: tuple[float, ...] = ()
    weak: bool = False
