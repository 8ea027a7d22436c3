"""Text on its way to the screen: made harmless, measured in terminal cells, cut, padded and wrapped.

Document text never reaches a widget as a raw `str`: it goes through `clean` into segments, or through
`content` into `Content`, and neither reads markup in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rich.cells import cell_len, get_character_cell_size
from textual.content import Content

from hrss_tui import lazy_re as re
from hrss_tui.plain import substituted, without_commands

_SPACES = re.compile(r"[\t\n]+")
_NO_START = frozenset("，。、；：？！）》」』】”’％%)],.;:?!〉〕…·")
_NO_END = frozenset("（《「『【“‘([〈〔")
_NARROW_BELOW = 0x1100
_IN_NUMBER = frozenset("0123456789.,+-")
_AFTER_NUMBER = frozenset("%％‰")
_TWO_PARTS = 8
"""Cells in which the beginning of a text and what comes later both say something."""


def clean(text: str) -> str:
    """One line without control, direction and zero-width characters: what a terminal may be given."""
    return text if text.isprintable() else without_commands(_SPACES.sub(" ", text))


def level(text: str) -> str:
    """The text as long as it was, a space for every character a terminal must not be given; tabs stay."""
    return substituted(text, " ")


def content(text: str, style: str = "") -> Content:
    """Data as `Content`: brackets are brackets, never markup."""
    plain = clean(text)
    return Content.styled(plain, style) if style else Content(plain)


def cells(text: str) -> int:
    """Width in terminal cells."""
    return cell_len(text)


def char_cells(char: str) -> int:
    """Width of one character in terminal cells."""
    return 1 if ord(char) < _NARROW_BELOW else get_character_cell_size(char)


class Widths(dict[str, int]):
    """Width of every character met so far; of those that are replaced, that of what is drawn instead."""

    def __init__(self, replace: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__((sign, sum(map(char_cells, instead))) for sign, instead in replace)

    def __missing__(self, char: str) -> int:
        return self.setdefault(char, char_cells(char))

    def of(self, text: str) -> int:
        """Width of a text."""
        return sum(map(self.__getitem__, text))


PRINTED = Widths()
"""Of characters as they are."""


@cache
def widths_with(replace: tuple[tuple[str, str], ...]) -> Widths:
    """Widths where signs are replaced by others: of `Glyphs.replace`."""
    return Widths(replace) if replace else PRINTED


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """The text within `width` cells, its end replaced by the ellipsis where it does not fit.

    A number of which a part is cut off would be another number: it is left out whole.
    """
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    used, room = 0, width - cells(ellipsis)
    for index, char in enumerate(text):
        used += char_cells(char)
        if used > room:
            return text[: _before_number(text, index)] + ellipsis if room >= 0 else ""
    return text


def cut_to(text: str, at: int, width: int, ellipsis: str = "…") -> str:
    """The same with what stands from a place on, at which the text begins to differ from others: 城镇职…退休人员数."""
    room = width - cells(ellipsis)
    at = _before_number(text, at) if 0 < at < len(text) else 0
    rest = cut(text[at:], room * 2 // 3, ellipsis)
    begin = width - cells(rest)
    if room < _TWO_PARTS or cells(text[:at]) <= begin:
        return cut(text, width, ellipsis)
    return cut(text[:at], begin, ellipsis) + rest


def _before_number(text: str, at: int) -> int:
    """The place itself, or where the number begins that it stands in the middle of."""
    if text[at] not in _IN_NUMBER and text[at] not in _AFTER_NUMBER:
        return at
    while at and text[at - 1] in _IN_NUMBER:
        at -= 1
    return at


def pad(text: str, width: int, right: bool = False, ellipsis: str = "…") -> str:
    """The text in exactly `width` cells, right-aligned where `right`."""
    shown = cut(text, width, ellipsis)
    fill = " " * (width - cells(shown))
    return fill + shown if right else shown + fill


def wrap(text: str, width: int, widths: Widths = PRINTED) -> list[tuple[int, int]]:
    """Offsets [start, end) of the lines of a text wrapped to `width` cells.

    Numbers and Latin words stay whole where they fit a line; closing marks do not begin a line and opening
    marks do not end one. Spaces at a break are dropped. An empty text is one empty line.
    """
    if widths.of(text) <= width:
        return [(0, len(text))]
    lines, start = [], 0
    while start < len(text):
        end = _line_end(text, start, max(width, 2), widths)
        lines.append((start, end))
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
    return lines


def _line_end(text: str, start: int, width: int, widths: Widths) -> int:
    """Where the line that begins at `start` ends: as far as it fits, moved back to a place that may break."""
    end = _fitting(text, start, width, widths)
    if end >= len(text):
        return end
    best = end
    while best > start + 1 and not _may_break(text, best):
        best -= 1
    return best if best >= start + max(2, (end - start) // 3) else end


def _fitting(text: str, start: int, width: int, widths: Widths) -> int:
    """The end of what fits in `width` cells, at least one character."""
    end, left = start, width
    while (step := left // 2) > 0 and end < len(text):
        piece = widths.of(text[end : end + step])
        if piece > left:
            break
        left -= piece
        end = min(end + step, len(text))
    while end < len(text) and ((wide := widths[text[end]]) <= left or end == start):
        left -= wide
        end += 1
    return end


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in _NO_START or before in _NO_END:
        return False
    return not (_inside_word(before) and _inside_word(after))


def _inside_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in ".,%-+/")
