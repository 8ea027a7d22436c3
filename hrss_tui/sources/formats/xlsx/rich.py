"""Text whose stretches are printed each in its own way: raised digits, white letters, what is struck out."""

from __future__ import annotations

from hrss_tui.sources.formats.pale import Pale, is_near, without_pale
from hrss_tui.sources.formats.raised import beside, raised
from hrss_tui.sources.formats.xlsx.inks import WHITE, color
from hrss_tui.sources.formats.xml import Element

STRUCK, INVISIBLE, WITHHELD = "note.struck", "note.invisible", "note.withheld"
"""Notes on what is not read though it is there."""
_UNSEEN = ("0", "1")
"""Points of type that nobody reads."""


class Rich:
    """Collects the stretches of one text as the file tells of them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._left_out = False
        self._raised = self._lowered = self._struck = self._white = False

    def clear(self) -> None:
        """Another text begins."""
        self._parts = []
        self._left_out = False
        self._plain()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element of a text begins: a stretch, or what says how it is printed."""
        if tag == "r":
            self._plain()
        elif tag == "vertAlign":
            self._raised = attributes.get("val") == "superscript"
            self._lowered = attributes.get("val") == "subscript"
        elif tag == "strike":
            self._struck = is_on(attributes.get("val", "1"))
        elif tag == "color":
            self._white = is_near(color(attributes), WHITE)

    def add(self, text: str) -> None:
        """Text of the stretch."""
        if self._struck:
            self._left_out = self._left_out or bool(text.strip())
        else:
            behind = "".join(self._parts[-1:])[-1:].isdecimal()
            shown = raised(text) if self._raised or (self._lowered and behind) else text
            self._parts.append(Pale(shown) if self._white else shown)

    def text(self) -> str:
        """What is seen of the text."""
        return beside("".join(without_pale(self._parts)))

    def lost(self) -> str:
        """Why a part of the text is not seen: the key of a note, "" where all is."""
        if self._left_out:
            return STRUCK
        return INVISIBLE if len(without_pale(self._parts)) < len(self._parts) else ""

    def _plain(self) -> None:
        self._raised = self._lowered = self._struck = self._white = False


def is_on(value: str | None) -> bool:
    """Is a switch of the format on?"""
    return value in ("1", "true", "on")


def unseen_in(font: Element) -> str:
    """Why nothing is read that a font writes, whatever its colour: the key of a note; "" where it is."""
    strike = font.find("strike")
    if strike is not None and is_on(strike.attributes.get("val", "1")):
        return STRUCK
    return INVISIBLE if font.value("sz", attribute="val") in _UNSEEN else ""
