"""What is seen on a page: characters, rulings, pictures. Plain data between pdfium and the layout."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from hrss_tui.sources.formats.form import Box

Place: TypeAlias = tuple[float, float]


class Char(msgspec.Struct, frozen=True, gc=False):
    """A character: its box, its baseline and the height of its type (em), in points.

    What stands sideways among upright text is one piece of several characters.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    em: float

    @property
    def middle(self) -> float:
        """Horizontal middle."""
        return (self.left + self.right) / 2


class Rule(msgspec.Struct, frozen=True, gc=False, order=True):
    """A straight ruling: at `at` across its direction, from `start` to `end` along it."""

    at: float
    start: float
    end: float


class Seen(msgspec.Struct, frozen=True):
    """A page as seen: width and height in points, `across` horizontal rulings, `down` vertical ones.

    `unmapped` characters have no known code, `slanted` is text that stands neither upright nor sideways (watermarks),
    `hidden` counts characters that nobody sees; `crowded` pages have more objects than were looked at; `begun` are the
    places (left side, baseline) of characters before which a clip cuts their text, `ended` those behind which one does
    (right side, baseline), with what it hides; `cut` are the places that clips leave of texts of which they hide something; `struck`
    counts characters that a line is drawn through. All is as one sees it who turns the page `turned` quarters anticlockwise
    to read it. One of two pages of a sheet begins `at` on it, which is `sheet` wide; of all others that is 0.
    """

    number: int
    width: float
    height: float
    chars: tuple[Char, ...] = ()
    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    pictures: tuple[Box, ...] = ()
    unmapped: int = 0
    slanted: str = ""
    hidden: int = 0
    crowded: bool = False
    turned: int = 0
    begun: frozenset[Place] = frozenset()
    ended: tuple[tuple[Place, str], ...] = ()
    cut: frozenset[Box] = frozenset()
    struck: int = 0
    sheet: float = 0.0
    at: float = 0.0
