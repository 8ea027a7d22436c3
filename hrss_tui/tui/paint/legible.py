"""Every text stands out from its ground, in every theme: what does not is drawn lighter or darker, just enough.

One place for all that is drawn, by whatever style, on whatever ground: rows under a cursor, fields, notices. The
measure is WCAG's contrast, of the colours that are drawn in the end: a terminal of 256 colours draws the nearest of
them, one of sixteen what it likes (sixteen.py).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from hrss_tui.tui.paint.contrast import contrast
from hrss_tui.tui.paint.sixteen import ground_in, letters_in
from hrss_tui.tui.paint.styles import MANY_COLOURS, few_colours

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
        app, ground = self._app, background.rich_color
        if few_colours(app):
            dark = app.current_theme.dark
            return [
                Segment(text, _few(style, ground, dark, _least(text)) if style else style, control)
                for text, style, control in segments
            ]
        many = not app.has_class(MANY_COLOURS)
        return [
            Segment(text, _legible(style, ground, _least(text), many), control)
            if style is not None and text.strip()
            else Segment(text, style, control)
            for text, style, control in segments
        ]


def _least(text: str) -> float:
    if text[:1] in _ENDS and _ENDS.issuperset(text):
        return 1.0
    return PICTURE if text[:1] in _BLOCKS and _BLOCKS.issuperset(text) else TEXT


@lru_cache(4096)
def _few(style: Style, ground: RichColor, dark: bool, least: float) -> Style:
    below = ground_in(style.bgcolor or ground, dark)
    letters = letters_in(style.color or RichColor.default(), below, dark, least)
    return style + Style(color=letters, bgcolor=below)


@lru_cache(4096)
def _legible(style: Style, ground: RichColor, least: float, every: bool) -> Style:
    letters, below = style.color, style.bgcolor or ground
    if letters is None or letters.triplet is None or below.triplet is None:
        return style
    find = legible if every else legible_of_256
    if style.reverse:
        changed = find(below, letters, least)
        return style if changed is below else style + Style(bgcolor=changed)
    changed = find(letters, below, least)
    return style if changed is letters else style + Style(color=changed)


def legible(letters: RichColor, below: RichColor, least: float) -> RichColor:
    """A colour, or one between it and black or white that has the contrast wanted with its ground."""
    if contrast(letters, below) >= least:
        return letters
    start, end = Color.from_rich_color(letters), _end(below)
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        enough = contrast(start.blend(end, middle).rich_color, below) >= least
        low, high = (low, middle) if enough else (middle, high)
    return start.blend(end, high).rich_color


def legible_of_256(letters: RichColor, below: RichColor, least: float) -> RichColor:
    """The same among the colours of which the nearest is drawn."""
    ground = nearest(below)
    if contrast(nearest(letters), ground) >= least:
        return letters
    start, end = Color.from_rich_color(letters), _end(ground)
    blends = (start.blend(end, step / _STEPS).rich_color for step in range(1, _STEPS))
    return next((one for one in blends if contrast(nearest(one), ground) >= least), end.rich_color)


@lru_cache(4096)
def nearest(color: RichColor) -> RichColor:
    """What a terminal of 256 colours draws instead of a colour."""
    return RichColor.from_triplet(color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


def _end(below: RichColor) -> Color:
    """Black or white, what stands out more."""
    ends = [Color(0, 0, 0), Color(255, 255, 255)]
    return max(ends, key=lambda one: contrast(one.rich_color, below))
