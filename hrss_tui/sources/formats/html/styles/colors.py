"""Colours of a page: which are not seen on which ground."""

from __future__ import annotations

import colorsys

from hrss_tui import lazy_re as re

Color = tuple[int, int, int]

UNKNOWN: Color = (-1, -1, -1)
"""A picture, or a name that is not known: whatever is written on it is seen, and so is what is written in it."""
CLEAR: Color = (-2, -2, -2)
"""Nothing: what is behind shows through."""
OWN: Color = (-3, -3, -3)
"""That of the text itself, of what fills its letters."""
WHITE: Color = (255, 255, 255)
BLACK: Color = (0, 0, 0)

LIGHT = 200
"""The darkest part of a colour of which paper may be."""

_NAMES = {
    "white": WHITE, "black": BLACK, "windowtext": BLACK, "window": WHITE, "canvas": WHITE, "canvastext": BLACK,
    "transparent": CLEAR, "snow": (255, 250, 250), "ivory": (255, 255, 240), "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245), "floralwhite": (255, 250, 240), "mintcream": (245, 255, 250),
    "azure": (240, 255, 255), "aliceblue": (240, 248, 255), "red": (255, 0, 0), "blue": (0, 0, 255),
    "green": (0, 128, 0), "yellow": (255, 255, 0), "gray": (128, 128, 128), "grey": (128, 128, 128),
    "silver": (192, 192, 192), "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211), "navy": (0, 0, 128),
}  # fmt: skip
_FUNCTION = re.compile(r"rgba?\(([\d.%,/\s]{5,60})\)")
_OF_HUE = re.compile(r"hsla?\(([\d.%,/\sdeg]{5,60})\)")
_PARTS = re.compile(r"[,/\s]+")
_HEX = re.compile(r"#?([0-9a-f]{3,8})")
_FAINT, _NEAR = 0.1, 15
"""Share of a colour below which it is nothing, and how near two are that cannot be told apart."""


def color(text: str, behind: Color = WHITE) -> Color:
    """A colour as it looks on what is behind it."""
    text = text.strip()
    if text in _NAMES:
        return _NAMES[text]
    function = _FUNCTION.fullmatch(text)
    if function:
        return _mixed(
            [_channel(part, index) for index, part in enumerate(_PARTS.split(function[1].strip()))], behind
        )
    if hue := _OF_HUE.fullmatch(text):
        return _mixed(_of_hue(_PARTS.split(hue[1].strip())), behind)
    digits = _HEX.fullmatch(text)
    if digits is None or len(digits[1]) in (5, 7):
        return UNKNOWN
    known = digits[1] if len(digits[1]) > 4 else "".join(sign * 2 for sign in digits[1])
    values = [int(known[at : at + 2], 16) for at in range(0, len(known), 2)]
    return _mixed([*map(float, values[:3]), *(value / 255 for value in values[3:])], behind)


def ground(text: str, behind: Color) -> Color:
    """What a background shows: a colour, a picture, or what is behind it."""
    text = text.strip()
    if "url(" in text or "gradient(" in text or "var(" in text:
        return UNKNOWN
    begins = text.find("rgb")
    words = [text[begins : text.find(")", begins) + 1]] if begins >= 0 else text.split()
    found = [known for word in words if (known := color(word, behind)) != UNKNOWN]
    if found:
        return behind if found[0] == CLEAR else found[0]
    return behind if "none" in words or "initial" in words else UNKNOWN


def is_lost(written: Color, behind: Color) -> bool:
    """Can it not be told from what is behind it?"""
    if UNKNOWN in (written, behind):
        return False
    return (
        written == CLEAR or max(abs(one - other) for one, other in zip(written, behind, strict=True)) <= _NEAR
    )


def _channel(part: str, index: int) -> float:
    """A channel, or the share (the fourth)."""
    try:
        value = float(part.rstrip("%"))
    except ValueError:
        return 0.0
    if index == 3:
        return value / 100 if part.endswith("%") else value
    return value * 2.55 if part.endswith("%") else value


def _of_hue(parts: list[str]) -> list[float]:
    """The channels of a colour given as hue, saturation and lightness, and its share; none where it is not valid."""
    try:
        hue = float(parts[0].removesuffix("deg"))
        saturated, light = (float(part.removesuffix("%")) / 100 for part in parts[1:3])
    except ValueError:
        return []
    mixed = colorsys.hls_to_rgb(hue % 360 / 360, min(light, 1.0), min(saturated, 1.0))
    return [*(value * 255 for value in mixed), *(_channel(part, 3) for part in parts[3:4])]


def _mixed(values: list[float], behind: Color) -> Color:
    if len(values) < 3:
        return UNKNOWN
    share = min(values[3], 1.0) if len(values) > 3 else 1.0
    if share < _FAINT:
        return CLEAR
    if share < 1.0 and min(behind) < 0:
        return UNKNOWN
    mixed = [
        round(min(value, 255.0) * share + under * (1 - share))
        for value, under in zip(values, behind, strict=False)
    ]
    return (mixed[0], mixed[1], mixed[2])
