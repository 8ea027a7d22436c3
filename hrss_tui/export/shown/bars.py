"""Figures as bars of their true lengths, all on one scale: from nothing, or from where to where a step goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from hrss_tui.export.shown.drawing import width
from hrss_tui.export.shown.sheet import Line, Run

LONGEST: Final = 40
"""Cells of the longest bar."""
_GAP: Final = 2


class Bar(NamedTuple):
    """A name, its figure as text, and from where to where the bar goes; of the same two nothing is drawn."""

    name: str
    text: str
    start: float
    end: float
    style: str = "bar"


def bars(rows: Sequence[Bar], longest: int = LONGEST) -> tuple[Line, ...]:
    """A line for each: name, figure to the right, bar. What lies below nothing makes the scale begin there."""
    low = min((0.0, *(min(row.start, row.end) for row in rows)))
    most = max((0.0, *(max(row.start, row.end) for row in rows))) - low or 1.0
    names = max((width(row.name) for row in rows), default=0)
    texts = max((width(row.text) for row in rows), default=0)
    return tuple(_line(row, names, texts, low, longest / most) for row in rows)


def _line(row: Bar, names: int, texts: int, low: float, scale: float) -> Line:
    first, last = sorted((row.start, row.end))
    before, long = (first - low) * scale, (last - first) * scale
    return (
        Run(row.name + " " * (names - width(row.name) + _GAP)),
        Run(f"{row.text.rjust(texts - width(row.text) + len(row.text))}  ", "strong"),
        Run(" " * round(before + long), row.style, before, long),
    )
