"""Every text stands out from its ground, in every theme: what does not is drawn lighter or darker, just enough.

One place for all that is drawn, by whatever style, on whatever ground: rows under a cursor, fields, notices. The
measure is WCAG's contrast. Colours that a terminal chooses itself are left to it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from hrss_tui.tui.paint.contrast import contrast
from hrss_tui.tui.paint.styles import FEW_COLOURS

if TYPE_CHECKING:
    from textual.app import App

TEXT: Final = 4.55
"""What a text has at least, 4.5 with room for rounding."""
PICTURE: Final = 3.05
"""What a bar or a rule has at least."""
_BLOCKS: Final = frozenset(" █▏▎▍▌▋▊▉▕░▒▓")
_ENDS: Final = frozenset("▁▂▃▄▅▆▇")
"""Where a scroll bar ends in the midst of a cell: its colour is that of the bar, which is a ground."""
_STEPS: Final = 8


class Legible(LineFilter):
    """What is drawn, made legible."""

    def __init__(self, app: App[int]) -> None:
        super().__init__()
        self._app = app

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments on their grounds; `background` is that of a segment without one."""
        if self._app.has_class(FEW_COLOURS):
            return segments
        ground = background.rich_color
        return [
            segment
            if segment.style is None or not segment.text.strip()
            else Segment(segment.text, _legible(segment.style, ground, _least(segment.text)), segment.control)
            for segment in segments
        ]


def _least(text: str) -> float:
    if text[0] in _ENDS and _ENDS.issuperset(text):
        return 1.0
    return PICTURE if text[0] in _BLOCKS and _BLOCKS.issuperset(text) else TEXT


@lru_cache(4096)
def _legible(style: Style, ground: RichColor, least: float) -> Style:
    letters, below = style.color, style.bgcolor or ground
    if letters is None or letters.triplet is None or below.triplet is None:
        return style
    if style.reverse:
        changed = legible(below, letters, least)
        return style if changed is below else style + Style(bgcolor=changed)
    changed = legible(letters, below, least)
    return style if changed is letters else style + Style(color=changed)


def legible(letters: RichColor, below: RichColor, least: float) -> RichColor:
    """A colour, or one between it and black or white that has the contrast wanted with its ground."""
    if contrast(letters, below) >= least:
        return letters
    start = Color.from_rich_color(letters)
    ends = [Color(0, 0, 0), Color(255, 255, 255)]
    end = max(ends, key=lambda one: contrast(one.rich_color, below))
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        enough = contrast(start.blend(end, middle).rich_color, below) >= least
        low, high = (low, middle) if enough else (middle, high)
    return start.blend(end, high).rich_color
