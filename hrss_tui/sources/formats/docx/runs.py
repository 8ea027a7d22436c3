"""The text of a paragraph as it can be seen, and what hangs in it: text boxes and footnotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import msgspec

from hrss_tui.sources.formats.docx.fields import Fields, in_one
from hrss_tui.sources.formats.docx.formulas import formula
from hrss_tui.sources.formats.docx.inks import WHITE, ground_below, ink_without_ground
from hrss_tui.sources.formats.docx.signs import is_of_signs, is_sign, sign, without_ornaments
from hrss_tui.sources.formats.docx.styles import (
    Style,
    is_hidden,
    is_moved,
    is_raised,
    is_struck,
    of_paragraph,
)
from hrss_tui.sources.formats.formulas import beside as beside_formula
from hrss_tui.sources.formats.ooxml import chosen
from hrss_tui.sources.formats.pale import Pale, is_near, without_pale
from hrss_tui.sources.formats.raised import beside, raised
from hrss_tui.sources.formats.xml import Element
from hrss_tui.sources.text import UNREAD

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
_PICTURES = frozenset(("a:blip", "v:imagedata"))
_DRAWN = frozenset(("a:chart", "x:chart", "a:relIds", "a:txBody"))
"""Charts and diagrams: what they show stands in parts of their own, or in a drawing that is no text of Word's."""
_LETTERS = "v:textpath"
"""Text whose letters are drawn along a path."""
_SIGN = 0xF000
_PALE = "pale"
"""What a white text becomes on the way."""
_LEADERS = " .…·．\t"


class Paragraph(msgspec.Struct, frozen=True):
    """Visible text, text boxes that hang in it, footnotes as (part, id); what was left out of it.

    `unread` fields have a value that is not in the file, `drawn` are charts and diagrams, `enclosed` files of their own;
    `pale` where all of the text has the colour of its ground, which is known.
    """

    text: str
    boxes: tuple[Element, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    deleted: bool = False
    hidden: bool = False
    pictures: int = 0
    unread: int = 0
    drawn: int = 0
    enclosed: int = 0
    pale: bool = False


class _Found:
    """What is collected of one paragraph."""

    def __init__(self, fields: Fields, ground: str) -> None:
        self.ground = ground or WHITE
        self.parts: list[str] = []
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []
        self.deleted = self.hidden = False
        self.pictures = 0
        self.lifted: bool | None = None
        """Is the run before a mark? None where it stands on the line."""
        self.fields = fields
        self.unread = self.drawn = self.enclosed = 0

    def show(self, of_field: str) -> None:
        """Take in what a field shows; a sign stands for what is not known."""
        self.unread += of_field == UNREAD
        self.parts.append(beside_formula("".join(self.parts[-1:]), of_field))


def read_paragraph(paragraph: Element, styles: Mapping[str, Style], fields: Fields, ground: str) -> Paragraph:
    """What can be seen of a paragraph; `fields` are those that are open before it, and behind it; `ground` is the colour
    of what it stands on, "" where that is not known: it may be as dark as a text that is white as a whole needs. The
    paragraph or its style may lay another.
    """
    style = of_paragraph(paragraph, styles)
    laid = (ground_below(paragraph.find("w:pPr")), style.ground, ground)
    ground = next(said for said in laid if said is not None)
    found = _Found(fields, ground)
    waiting = list(reversed(paragraph.children))
    while waiting:
        at = waiting.pop()
        inside = _field(at, found) if at.tag in _FIELDS else _inside(at, found, styles, style)
        waiting += reversed(inside)
    fields.pause(found.parts)
    seen = without_pale(found.parts)
    found.hidden = found.hidden or len(seen) < len(found.parts)
    text = beside("".join(without_ornaments(seen)))
    if style.contents:
        text = _without_page(text)
    return Paragraph(
        text,
        tuple(found.boxes),
        tuple(found.notes),
        found.deleted,
        found.hidden,
        found.pictures,
        found.unread,
        found.drawn,
        found.enclosed,
        bool(ground and text.strip())
        and all(isinstance(part, Pale) or not part.strip() for part in found.parts),
    )


def _without_page(text: str) -> str:
    """An entry of contents without the number of its page."""
    entry, tab, number = text.rpartition("\t")
    return entry.rstrip(_LEADERS) if tab and number.strip().isdigit() else text


def _inside(at: Element, found: _Found, styles: Mapping[str, Style], around: Style) -> list[Element]:
    """Take in an element; what of its children is to be looked at."""
    tag = at.tag
    if tag == "w:t":
        found.parts += [at.text] if at.text else []
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
        return chosen(at)
    elif tag == "w:r":
        return _run(at, found, styles, around)
    elif tag == _PALE:
        found.parts.append(Pale(at.text))
    elif tag not in _SILENT:
        _drawing(at, found)
        return at.children
    return []


def _drawing(at: Element, found: _Found) -> None:
    """Take in what is drawn: pictures, charts, and letters along a path, which are text of their own."""
    found.pictures += at.tag in _PICTURES
    found.drawn += at.tag in _DRAWN
    found.enclosed += at.tag == "w:subDoc"
    if at.tag == _LETTERS:
        found.parts.append(f"\n\n{at.attributes.get('string', '')}\n\n")


def _field(at: Element, found: _Found) -> list[Element]:
    """Take in a field or a mark of one; what of its children is to be looked at."""
    if at.tag == "w:instrText":
        found.fields.say(at.text)
    elif at.tag == "w:fldSimple":
        shown = in_one(at)
        if not shown:
            return at.children
        found.show(shown)
    elif shown := found.fields.mark(at, found.parts):
        found.show(shown)
    return []


def _run(at: Element, found: _Found, styles: Mapping[str, Style], around: Style) -> list[Element]:
    """What of a run is to be looked at: nothing that is hidden or struck out, raised digits and white text as such."""
    if _is_hidden(at, styles, around):
        found.hidden = found.hidden or any(child.tag == "w:t" for child in at.children)
        return []
    if _is_struck(at, styles, around):
        found.deleted = found.deleted or any(child.tag == "w:t" for child in at.children)
        return []
    if _is_pale(at, styles, around, found.ground):
        return [_changed(child, _PALE, child.text) for child in at.children]
    if not _is_moved(at, styles):
        found.lifted = None
    elif found.lifted is None:  # what follows it at its height is of one kind with it
        found.lifted = _behind_digit(found.parts)
    if found.lifted or _is_raised(at, styles):
        return [_changed(child, "w:t", raised(child.text)) for child in at.children]
    return _as_signs(at.children, at.value("w:rPr", "w:rFonts", attribute="w:ascii") or "")


def _behind_digit(parts: Sequence[str]) -> bool:
    """Does the text so far end with a digit? Moved ones are a mark there, as raised ones are."""
    return "".join(parts[-1:])[-1:].isdecimal()


def _is_hidden(run: Element, styles: Mapping[str, Style], around: Style) -> bool:
    """Is it hidden: by itself, else by its style or by that of its paragraph, each of which turns the other over?"""
    own = is_hidden(run)
    named = styles.get(run.value("w:rPr", "w:rStyle") or "", Style())
    return own if own is not None else bool(named.hidden) != bool(around.hidden)


def _is_raised(run: Element, styles: Mapping[str, Style]) -> bool:
    own = is_raised(run)
    style = styles.get(run.value("w:rPr", "w:rStyle") or "") if own is None else None
    return style.raised if style else bool(own)


def _is_moved(run: Element, styles: Mapping[str, Style]) -> bool:
    style = styles.get(run.value("w:rPr", "w:rStyle") or "")
    return is_moved(run) or (style is not None and style.moved)


def _is_struck(run: Element, styles: Mapping[str, Style], around: Style) -> bool:
    """Is a line drawn through its text: by itself, else by its style, else by that of its paragraph?"""
    named = styles.get(run.value("w:rPr", "w:rStyle") or "", around)
    return bool(
        next((said for said in (is_struck(run), named.struck, around.struck) if said is not None), False)
    )


def _is_pale(run: Element, styles: Mapping[str, Style], around: Style, ground: str) -> bool:
    """Does it write in the colour of the ground, in the same order?"""
    named = styles.get(run.value("w:rPr", "w:rStyle") or "", around)
    inks = (ink_without_ground(run), named.ink, around.ink)
    return is_near(next((said for said in inks if said is not None), ""), ground)


def _as_signs(children: Sequence[Element], font: str) -> list[Element]:
    """The parts of a run, characters of its texts that only a font of signs knows as the signs they are."""
    found: list[Element] = []
    for child in children:
        known = font if is_of_signs(font) else ""
        if child.tag != "w:t" or not any(is_sign(char, known) for char in child.text):
            found.append(child)
            continue
        for of_font, chars in groupby(child.text, key=lambda char: is_sign(char, known)):
            if of_font:
                found += [_sign_of(char, known) for char in chars]
            else:
                found.append(_changed(child, "w:t", "".join(chars)))
    return found


def _sign_of(char: str, font: str) -> Element:
    """A character of a font of signs as the element that names one; where its font is not known, nobody knows it."""
    return Element(
        "w:sym", {"w:font": font, "w:char": f"{_SIGN + ord(char) % 0x100:X}" if font else f"{_SIGN:X}"}
    )


def _changed(text: Element, tag: str, shown: str) -> Element:
    """A text as another element, or as it is shown; what is no text as it is."""
    if text.tag != "w:t":
        return text
    element = Element(tag, text.attributes)
    element.text = shown
    return element
