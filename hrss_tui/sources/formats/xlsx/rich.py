"""Text whose stretches are printed each in its own way: raised digits, white letters, what is struck out."""

from __future__ import annotations

from hrss_tui.sources.formats.pale import Pale, without_pale
from hrss_tui.sources.formats.raised import beside, raised
from hrss_tui.sources.formats.xml import Element


class Rich:
    """Collects the stretches of one text as the file tells of them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._raised = self._lowered = self._struck = self._white = False

    def clear(self) -> None:
        """Another text begins."""
        self._parts = []
        self._plain()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element of a text begins: a stretch, or what says how it is printed."""
        if tag == "r":
            self._plain()
        elif tag == "vertAlign":
            self._raised = attributes.get("val") == "superscript"
            self._lowered = attributes.get("val") == "subscript"
        elif tag == "strike":
            self._struck = attributes.get("val", "1") not in ("0", "false", "off")
        elif tag == "color":
            self._white = is_white(attributes)

    def add(self, text: str) -> None:
        """Text of the stretch."""
        if not self._struck:
            behind = "".join(self._parts[-1:])[-1:].isdecimal()
            shown = raised(text) if self._raised or (self._lowered and behind) else text
            self._parts.append(Pale(shown) if self._white else shown)

    def text(self) -> str:
        """What is seen of the text."""
        return beside("".join(without_pale(self._parts)))

    def _plain(self) -> None:
        self._raised = self._lowered = self._struck = self._white = False


def is_white(color: dict[str, str]) -> bool:
    """Is it the white of a colour without a tint?"""
    if color.get("tint", "0") not in ("0", "0.0"):
        return False
    named = color.get("indexed") in ("1", "9") or color.get("theme") == "0"
    return named or color.get("rgb", "")[-6:].upper() == "FFFFFF"


def has_white(font: Element) -> bool:
    """Does a font write in white?"""
    color = font.find("color")
    return color is not None and is_white(color.attributes)
