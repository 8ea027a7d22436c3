"""Sixteen colours that each terminal paints as it likes: which letters stand out from which ground in all of them.

What a number looks like is taken from three palettes far apart; a pair holds where it is legible in each. On some
grounds none is: those are drawn as another one.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from rich.color import Color, ColorSystem

from hrss_tui.tui.paint.contrast import contrast

_PALETTES: Final = (
    # The console of a PC, xterm, the console of Windows.
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
)
BLACK, BLUE, GREY, DARK, WHITE = 0, 4, 7, 8, 15
_INSTEAD: Final = {3: 11, 12: BLUE, 13: 5}
"""Grounds from which no letters stand out, and what is drawn; for a dark grey see `ground_in`."""


@cache
def seen(one: int, other: int) -> float:
    """The contrast of two of the sixteen, where it is least."""
    return min(
        contrast(Color.parse(f"#{colours[one]}"), Color.parse(f"#{colours[other]}"))
        for colours in map(str.split, _PALETTES)
    )


@cache
def number(colour: Color, usual: int) -> int:
    """Which of the sixteen a colour is drawn as; the terminal's own is taken for `usual`."""
    found = None if colour.is_default else colour.downgrade(ColorSystem.STANDARD).number
    return usual if found is None else found


def ground_in(below: Color, dark: bool) -> Color:
    """The ground that is drawn, in a dark theme or in a light one; the terminal's own stays so."""
    if below.is_default:
        return below
    found = number(below, 0)
    if found == DARK:
        found = BLACK if dark else GREY
    return _named(_INSTEAD.get(found, found))


def letters_in(letters: Color, below: Color, dark: bool, least: float) -> Color:
    """The letters that are drawn on such a ground: those nearest to a colour, else black or white."""
    above, under = (WHITE, BLACK) if dark else (BLACK, WHITE)
    drawn, ground = number(letters, above), number(below, under)
    if seen(drawn, ground) >= least:
        return letters if letters.is_default else _named(drawn)
    best = max((BLACK, WHITE), key=lambda one: seen(one, ground))
    return Color.default() if below.is_default else _named(best)


@cache
def _named(found: int) -> Color:
    return Color.from_ansi(found)
