"""How well a text stands out from its ground: WCAG's contrast of everything that is on a screen, as terminals draw it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from rich.color import Color, ColorSystem
from rich.style import Style
from textual.app import App

BLOCKS = frozenset("█▏▎▍▌▋▊▉▁▂▃▄▅▆▇▕░▒▓")


def luminance(color: Color) -> float:
    """Relative luminance of a colour, 0 to 1."""
    assert color.triplet is not None

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, color.triplet)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


PALETTES = {
    "PC": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "Windows": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
}
"""What terminals make of the sixteen colours."""


def true_colours(colour: Color, usual: int) -> list[Color]:
    """A colour as a terminal of all colours draws it."""
    return [colour]


def many_colours(colour: Color, usual: int) -> list[Color]:
    """As one of 256 does."""
    return [Color.from_triplet(colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())]


def few_colours(colour: Color, usual: int) -> list[Color]:
    """As those of sixteen do; the terminal's own colour is taken for number `usual`."""
    number = usual if colour.is_default else colour.downgrade(ColorSystem.STANDARD).number
    assert number is not None
    return [Color.parse(f"#{palette.split()[number]}") for palette in PALETTES.values()]


Drawn = Callable[[Color, int], list[Color]]


@cache
def least(style: Style, dark: bool, drawn: Drawn) -> float:
    """The contrast of the letters of a style with their ground, where it is least."""
    letters, below = style.color or Color.default(), style.bgcolor or Color.default()
    pairs = zip(drawn(letters, 15 if dark else 0), drawn(below, 0 if dark else 15), strict=True)
    return min(contrast(one, other) for one, other in pairs)


def faint(app: App[int], drawn: Drawn) -> Iterator[tuple[str, str, str, float]]:
    """Texts on a screen with less than 4.5:1, pictures with less than 3:1: text, its colour, its ground, contrast."""
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if not text.strip() or style is None:
                continue
            picture = set(text) - {" "} <= BLOCKS
            if picture and set(text) & set("▕▁▂▃▄▅▆▇"):
                continue  # rules and scroll bars carry no meaning
            found = least(style, app.current_theme.dark, drawn)
            if found < (2.95 if picture else 4.45):
                yield text.strip(), str(style.color), str(style.bgcolor), round(found, 2)
