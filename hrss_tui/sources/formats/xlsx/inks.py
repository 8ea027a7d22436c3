"""The colours of cells: of their letters, and of the ground these stand on. What has the colour of its ground is not seen."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pale import is_near
from hrss_tui.sources.formats.xml import Element

WHITE, BLACK = "FFFFFF", "000000"
_INDEXED = {"0": BLACK, "1": WHITE, "8": BLACK, "9": WHITE, "64": BLACK, "65": WHITE}
"""Places among the colours of a workbook that are those of letters and of paper; others have their number as name."""
_AUTOMATIC = "64"
"""The colour of letters, which as that of a ground is the choice of the program."""
_PAPER, _LETTERS = "0", "1"
"""Colours of a theme that are white and black, unless they are tinted."""
_TINT = re.compile(r"-?\d(?:\.\d{1,20})?(?:E-\d{1,2})?", re.ASCII)
_MOST = 255


def is_same(ink: str, ground: str) -> bool:
    """Are letters not seen on their ground? A colour that is not known is like none."""
    return is_near(ink, ground) or (bool(ink) and ink == ground)


def color(said: dict[str, str]) -> str:
    """A colour as six hexadecimal digits where they are known, else by its name in the file; "" for none."""
    if "rgb" in said:
        return said["rgb"][-6:].upper()
    if "indexed" in said:
        return _INDEXED.get(said["indexed"], f"indexed {said['indexed']}")
    if "theme" in said:
        return _of_theme(said["theme"], said.get("tint", "0"))
    return ""


def ink_of(font: Element) -> str:
    """The colour of letters, black where a font does not say."""
    said = font.find("color")
    return (color(said.attributes) or BLACK) if said is not None else BLACK


def ground_of(fill: Element) -> str:
    """The colour of a ground, white where there is none; "" for a pattern or a gradient."""
    pattern = fill.find("patternFill")
    kind = pattern.attributes.get("patternType", "none") if pattern is not None else "none"
    if kind == "solid":
        return _laid(pattern.find("fgColor") if pattern is not None else None)
    return WHITE if kind == "none" and fill.find("gradientFill") is None else ""


def ground_behind(fill: Element) -> str:
    """The colour of the ground that a conditional format lays, which is the one behind in a style; "" for none that is known."""
    return _laid(fill.find("patternFill", "bgColor"))


def _laid(said: Element | None) -> str:
    """The colour of a ground, "" where it is left to the program."""
    if said is None or said.attributes.get("indexed") == _AUTOMATIC:
        return ""
    return color(said.attributes)


def _of_theme(place: str, tint: str) -> str:
    """A colour of a theme: paper made darker and letters made lighter are greys, others go by name."""
    share = float(tint) if _TINT.fullmatch(tint) else None
    if place == _PAPER and share is not None and -1 <= share <= 0:
        return f"{round(_MOST * (1 + share)):02X}" * 3
    if place == _LETTERS and share is not None and 0 <= share <= 1:
        return f"{round(_MOST * share):02X}" * 3
    return f"theme {place} {tint}"
