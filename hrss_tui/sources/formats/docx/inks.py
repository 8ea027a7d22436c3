"""The colour of a text of Word files beside that of its ground: what has the same is not seen."""

from __future__ import annotations

from hrss_tui.sources.formats.pale import is_near
from hrss_tui.sources.formats.xml import Element

WHITE = "FFFFFF"
_PAPER = frozenset(("background1", "light1"))
"""Colours of a theme that are those of paper."""
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "green": "00FF00", "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000", "white": WHITE, "yellow": "FFFF00",
}  # fmt: skip


def ink_without_ground(holder: Element) -> str | None:
    """The colour that a run or style writes in, "" where it lays a ground of its own below; None where it does not say."""
    ink = _ink(holder)
    return None if ink is None else ink if _ground(holder) is None else ""


def ground_below(properties: Element | None) -> str | None:
    """The colour of the ground that a paragraph or a cell lays below its text; None for none, "" for one that is not known."""
    shade = properties.find("w:shd") if properties is not None else None
    return _shade(shade) if shade is not None else None


def is_masked(holder: Element) -> bool:
    """Does a run or style fill its letters with nothing, or with the colour that it lays below them?"""
    filled = holder.find("w:rPr", "x:textFill")
    if filled is not None and filled.find("x:noFill") is not None:
        return True
    ink, ground = _ink(holder), _ground(holder)
    return ink is not None and ground is not None and is_near(ink, ground)


def _ink(holder: Element) -> str | None:
    """The colour of the letters; None where it is not said, "" where it is one that follows from others."""
    color = holder.find("w:rPr", "w:color")
    if color is None:
        return None
    said = color.attributes
    if said.get("w:themeColor") in _PAPER and not {"w:themeShade", "w:themeTint"} & set(said):
        return WHITE
    return said.get("w:val", "").upper()


def _ground(holder: Element) -> str | None:
    """The colour that is laid below the letters; None for none, "" for one that is not known."""
    marked = holder.value("w:rPr", "w:highlight")
    if marked is not None and marked != "none":
        return _HIGHLIGHTS.get(marked, "")
    shade = holder.find("w:rPr", "w:shd")
    return _shade(shade) if shade is not None else None


def _shade(shade: Element) -> str | None:
    said = shade.attributes
    if said.get("w:val", "clear") not in ("clear", "nil") or "w:themeFill" in said:
        return ""
    fill = said.get("w:fill", "auto").upper()
    return None if fill == "AUTO" else fill
