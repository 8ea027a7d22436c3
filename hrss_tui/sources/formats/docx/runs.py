"""The text of a paragraph as it can be seen, and what hangs in it: text boxes and footnotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from hrss_tui.sources.formats.docx.fields import UNREAD, Fields, is_empty
from hrss_tui.sources.formats.docx.formulas import formula
from hrss_tui.sources.formats.docx.signs import sign, without_ornaments
from hrss_tui.sources.formats.docx.styles import Style, is_hidden, is_moved, is_on, is_raised
from hrss_tui.sources.formats.formulas import beside as beside_formula
from hrss_tui.sources.formats.pale import Pale, without_pale
from hrss_tui.sources.formats.raised import beside, raised
from hrss_tui.sources.formats.xml import Element

_DELETED = frozenset(("w:del", "w:moveFrom"))
_SILENT = frozenset(
    (
        "w:pPr",
        "w:rPr",
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
_FIELDS = frozenset(("w:instrText", "w:fldSimple", "w:fldChar"))
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_PALE = "pale"
"""What a white text becomes on the way."""
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
        self.lifted: bool | None = None
        """Is the run before a mark? None where it stands on the line."""
        self.fields = Fields()


def read_paragraph(paragraph: Element, styles: Mapping[str, Style]) -> Paragraph:
    """What can be seen of a paragraph."""
    style = styles.get(paragraph.value("w:pPr", "w:pStyle") or "", Style())
    found = _Found()
    waiting = list(reversed(paragraph.children))
    while waiting:
        at = waiting.pop()
        inside = _field(at, found) if at.tag in _FIELDS else _inside(at, found, styles, style.hidden)
        waiting += reversed(inside)
    seen = without_pale(found.parts)
    found.hidden = found.hidden or len(seen) < len(found.parts)
    text = beside("".join(without_ornaments(seen)))
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
    if tag == "w:t":
        found.parts.append(at.text)
    elif tag == "m:oMath":
        found.parts.append(beside_formula("".join(found.parts[-1:]), formula(at)))
    elif tag in _SIGNS:
        found.parts.append(_SIGNS[tag])
    elif tag == "w:sym":
        known = at.attributes
        found.parts.append(sign(known.get("w:font", ""), known.get("w:char", "").upper()))
    elif tag in _DELETED:
        found.deleted = True
    elif tag == "w:txbxContent":
        found.boxes.append(at)
    elif tag in _NOTES:
        found.notes.append((_NOTES[tag], at.attributes.get("w:id", "")))
    elif tag == "mc:AlternateContent":
        return at.children[:1]
    elif tag == "w:r":
        return _run(at, found, styles, hidden)
    elif tag == _PALE:
        found.parts.append(Pale(at.text))
    elif tag not in _SILENT:
        found.pictures += tag in ("a:blip", "v:imagedata")
        return at.children
    return []


def _field(at: Element, found: _Found) -> list[Element]:
    """Take in a field or a mark of one; what of its children is to be looked at."""
    if at.tag == "w:instrText":
        found.fields.say(at.text)
    elif at.tag == "w:fldSimple":
        if not is_empty(at):
            return at.children
        found.parts.append(UNREAD)
    elif lost := found.fields.mark(at.attributes.get("w:fldCharType", ""), found.parts):
        found.parts.append(lost)
    return []


def _run(at: Element, found: _Found, styles: Mapping[str, Style], hidden: bool) -> list[Element]:
    """What of a run is to be looked at: nothing that is hidden or struck out, raised digits and white text as such."""
    if _is_hidden(at, styles, hidden):
        found.hidden = found.hidden or any(child.tag == "w:t" for child in at.children)
        return []
    if _is_struck(at):
        found.deleted = found.deleted or any(child.tag == "w:t" for child in at.children)
        return []
    if _is_pale(at):
        return [_changed(child, _PALE, child.text) for child in at.children]
    if not _is_moved(at, styles):
        found.lifted = None
    elif found.lifted is None:  # what follows it at its height is of one kind with it
        found.lifted = _behind_digit(found.parts)
    if found.lifted or _is_raised(at, styles):
        return [_changed(child, "w:t", raised(child.text)) for child in at.children]
    return at.children


def _behind_digit(parts: Sequence[str]) -> bool:
    """Does the text so far end with a digit? Moved ones are a mark there, as raised ones are."""
    return "".join(parts[-1:])[-1:].isdecimal()


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


def _is_moved(run: Element, styles: Mapping[str, Style]) -> bool:
    style = styles.get(run.value("w:rPr", "w:rStyle") or "")
    return is_moved(run) or (style is not None and style.moved)


def _is_struck(run: Element) -> bool:
    """Is a line drawn through its text: is it no longer to be read?"""
    signs = (run.find("w:rPr", tag) for tag in ("w:strike", "w:dstrike"))
    return any(sign is not None and is_on(sign) for sign in signs)


def _is_pale(run: Element) -> bool:
    """Is it white, on no ground of its own?"""
    grounds = (run.find("w:rPr", tag) for tag in ("w:shd", "w:highlight"))
    return (run.value("w:rPr", "w:color") or "").upper() == "FFFFFF" and not any(grounds)


def _changed(text: Element, tag: str, shown: str) -> Element:
    """A text as another element, or as it is shown; what is no text as it is."""
    if text.tag != "w:t":
        return text
    element = Element(tag, text.attributes)
    element.text = shown
    return element
