"""The text of a paragraph as it can be seen, and what hangs in it: text boxes and footnotes."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hrss_tui.sources.formats.docx.styles import Style, is_hidden, is_raised
from hrss_tui.sources.formats.raised import beside, raised
from hrss_tui.sources.formats.xml import Element

_DELETED = frozenset(("w:del", "w:moveFrom"))
_SILENT = frozenset(
    (
        "w:pPr",
        "w:rPr",
        "w:instrText",
        "w:delText",
        "w:delInstrText",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:rt",
        "w:rubyPr",
    )
)
_SIGNS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-",
}  # fmt: skip
_BOXES = {
    "F0A8": "□",
    "F06F": "□",
    "F0A3": "□",
    "F071": "□",
    "F0FE": "☑",
    "F052": "☑",
    "F0FD": "☒",
    "F0FC": "√",
    "F050": "√",
}
"""Signs of Wingdings fonts that forms are ticked with."""
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_LEADERS = " .…·．\t"


class Paragraph(msgspec.Struct, frozen=True):
    """Visible text, text boxes that hang in it, footnotes as (part, id); what was left out of it."""

    text: str
    boxes: tuple[Element, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    deleted: bool = False
    hidden: bool = False
    pictures: int = 0


class _Found:
    """What is collected of one paragraph."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []
        self.deleted = self.hidden = False
        self.pictures = 0


def read_paragraph(paragraph: Element, styles: Mapping[str, Style]) -> Paragraph:
    """What can be seen of a paragraph."""
    style = styles.get(paragraph.value("w:pPr", "w:pStyle") or "", Style())
    found = _Found()
    waiting = list(reversed(paragraph.children))
    while waiting:
        waiting += reversed(_inside(waiting.pop(), found, styles, style.hidden))
    text = beside("".join(found.parts))
    if style.contents:
        text = _without_page(text)
    return Paragraph(
        text, tuple(found.boxes), tuple(found.notes), found.deleted, found.hidden, found.pictures
    )


def _without_page(text: str) -> str:
    """An entry of contents without the number of its page."""
    entry, tab, number = text.rpartition("\t")
    return entry.rstrip(_LEADERS) if tab and number.strip().isdigit() else text


def _inside(at: Element, found: _Found, styles: Mapping[str, Style], hidden: bool) -> list[Element]:
    """Take in an element; what of its children is to be looked at."""
    tag = at.tag
    if tag in ("w:t", "m:t"):
        found.parts.append(at.text)
    elif tag in _SIGNS:
        found.parts.append(_SIGNS[tag])
    elif tag == "w:sym":
        found.parts.append(_sign(at.attributes.get("w:char", "").upper()))
    elif tag in _DELETED:
        found.deleted = True
    elif tag == "w:txbxContent":
        found.boxes.append(at)
    elif tag in _NOTES:
        found.notes.append((_NOTES[tag], at.attributes.get("w:id", "")))
    elif tag == "mc:AlternateContent":
        return at.children[:1]
    elif tag == "w:r" and _is_hidden(at, styles, hidden):
        found.hidden = found.hidden or any(child.tag == "w:t" for child in at.children)
    elif tag == "w:r" and _is_raised(at, styles):
        return [_raised(child) if child.tag == "w:t" else child for child in at.children]
    elif tag not in _SILENT:
        found.pictures += tag in ("a:blip", "v:imagedata")
        return at.children
    return []


def _is_hidden(run: Element, styles: Mapping[str, Style], hidden: bool) -> bool:
    own = is_hidden(run)
    if own is not None:
        return own
    style = styles.get(run.value("w:rPr", "w:rStyle") or "")
    return style.hidden if style else hidden


def _is_raised(run: Element, styles: Mapping[str, Style]) -> bool:
    own = is_raised(run)
    style = styles.get(run.value("w:rPr", "w:rStyle") or "") if own is None else None
    return style.raised if style else bool(own)


def _raised(text: Element) -> Element:
    """A text with its digits as raised characters."""
    shown = Element(text.tag, text.attributes)
    shown.text = raised(text.text)
    return shown


def _sign(code: str) -> str:
    """The character of a sign; nothing for one that only its font knows."""
    if code in _BOXES:
        return _BOXES[code]
    known = 0 < len(code) < 6 and all(char in "0123456789ABCDEF" for char in code)
    number = int(code, 16) if known else 0
    return chr(number) if 0x20 <= number < 0xD800 else ""
