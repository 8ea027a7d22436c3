"""How well a text stands out from its ground: WCAG's contrast of everything that is on a screen."""

from __future__ import annotations

from collections.abc import Iterator

from rich.color import Color, ColorType
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


def faint(app: App[int]) -> Iterator[tuple[str, str, str, float]]:
    """Texts on a screen with less than 4.5:1, pictures with less than 3:1: text, its colour, its ground, contrast."""
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if not text.strip() or style is None or style.color is None or style.bgcolor is None:
                continue
            if {style.color.type, style.bgcolor.type} != {ColorType.TRUECOLOR}:
                continue
            drawn = set(text) - {" "} <= BLOCKS
            if drawn and set(text) & set("▕▁▂▃▄▅▆▇"):
                continue  # rules and scroll bars carry no meaning
            found = contrast(style.color, style.bgcolor)
            if found < (2.95 if drawn else 4.45):
                yield text.strip(), style.color.name, style.bgcolor.name, round(found, 2)
