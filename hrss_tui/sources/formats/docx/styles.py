"""What the styles of a Word file say of a paragraph or a run: its list, whether it is hidden, whether it is contents."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.docx.inks import ground_below, ink_without_ground, is_masked
from hrss_tui.sources.formats.xml import Element

_UNSEEN = ("0", "1", "2")
"""Half points of type that nobody reads."""
_DEEPEST = 20
"""Styles that rest on one another; more is a circle."""

_MOVED = re.compile(r"-?\d{1,4}", re.ASCII)
_APART = 4
"""Text that is moved by so much (half points) stands in no line with its neighbours."""


class Style(msgspec.Struct, frozen=True):
    """A style: the list and level of its paragraphs (None: not said), hidden, raised, moved, struck out, an entry of contents
    or not; the colour of its letters, "" where it lays a ground of its own below them; the `ground` below its paragraphs
    (None: not said); `shades` if its tables have one.
    """

    number: str | None = None
    level: int | None = None
    hidden: bool | None = None
    contents: bool = False
    raised: bool = False
    moved: bool = False
    struck: bool | None = None
    ink: str | None = None
    ground: str | None = None
    shades: bool = False


_DEFAULT, _COMMON = "\0default", "\0common"
"""No style is called so: that of paragraphs that name none, and what all paragraphs have in common."""


def read_styles(root: Element | None) -> Mapping[str, Style]:
    """Styles by id, with what they inherit."""
    entries = {
        entry.attributes.get("w:styleId", ""): entry
        for entry in (root.children if root else ())
        if entry.tag == "w:style"
    }
    common = root.find("w:docDefaults", "w:rPrDefault") if root else None
    if common is not None:
        entries[_COMMON] = common
    default = next((name for name, entry in entries.items() if _is_default(entry)), _COMMON)
    return {name: _style(name, entries) for name in entries} | {_DEFAULT: _style(default, entries)}


def of_paragraph(paragraph: Element, styles: Mapping[str, Style]) -> Style:
    """The style of a paragraph."""
    name = paragraph.value("w:pPr", "w:pStyle")
    return styles.get(name or _DEFAULT, styles.get(_DEFAULT, Style()))


def _is_default(entry: Element) -> bool:
    """Is a style that of paragraphs which name none?"""
    return _is_of_paragraphs(entry) and entry.attributes.get("w:default", "0") not in ("0", "false", "off")


def _is_of_paragraphs(entry: Element) -> bool:
    return entry.attributes.get("w:type") == "paragraph"


def _style(name: str, entries: Mapping[str, Element]) -> Style:
    number: str | None = None
    level: int | None = None
    hidden: bool | None = None
    up: bool | None = None
    struck: bool | None = None
    ink: str | None = None
    ground: str | None = None
    shades = False
    contents = moved = False
    at: str | None = name
    for _ in range(_DEEPEST):
        entry = entries.get(at) if at else None
        if entry is None:
            break
        own, depth = list_of(entry)
        number, level = number or own, depth if level is None else level
        hidden = is_hidden(entry) if hidden is None else hidden
        up = is_raised(entry) if up is None else up
        moved = moved or is_moved(entry)
        struck = is_struck(entry) if struck is None else struck
        ink = ink_without_ground(entry) if ink is None else ink
        ground = ground_below(entry.find("w:pPr")) if ground is None else ground
        shades = shades or (entry.attributes.get("w:type") == "table" and _shades(entry))
        contents = contents or (entry.value("w:name") or "").lower().startswith(("toc ", "目录"))
        at = entry.value("w:basedOn") or (_COMMON if _is_of_paragraphs(entry) else None)
    return Style(number, level, hidden, contents, bool(up), moved, struck, ink, ground, shades)


def _shades(table: Element) -> bool:
    """Does a style of tables lay a ground below any of their cells?"""
    return any(
        each.tag == "w:shd" and each.attributes.get("w:fill", "auto") != "auto" for each in table.walk()
    )


def list_of(holder: Element) -> tuple[str | None, int | None]:
    """The list and level that a paragraph or style names itself; list 0 is none."""
    numbered = holder.find("w:pPr", "w:numPr")
    if numbered is None:
        return None, None
    level = numbered.value("w:ilvl")
    return numbered.value("w:numId"), int(level) if level and level.isascii() and level.isdigit() else None


def is_hidden(holder: Element) -> bool | None:
    """Does a run or style hide its text, or is it too small or too like its ground to be seen? None where it does not say."""
    if holder.value("w:rPr", "w:sz") in _UNSEEN or is_masked(holder):
        return True
    sign = holder.find("w:rPr", "w:vanish")
    return None if sign is None else is_on(sign)


def is_on(sign: Element) -> bool:
    """Is a switch of the format on?"""
    return sign.attributes.get("w:val", "1") not in ("0", "false", "off")


def is_raised(holder: Element) -> bool | None:
    """Does a run or style raise its text, as the mark of a note is? None where it does not say."""
    sign = holder.value("w:rPr", "w:vertAlign")
    return None if sign is None else sign == "superscript"


def is_struck(holder: Element) -> bool | None:
    """Does a run or style draw a line through its text, so that it is no longer to be read? None where it does not say."""
    signs = [sign for tag in ("w:strike", "w:dstrike") if (sign := holder.find("w:rPr", tag)) is not None]
    return any(map(is_on, signs)) if signs else None


def is_moved(holder: Element) -> bool:
    """Does a run or style lower its text, as below the letters of a formula, or move it up, as a whole line may be?"""
    return holder.value("w:rPr", "w:vertAlign") == "subscript" or abs(_height(holder)) >= _APART


def _height(holder: Element) -> int:
    """By how many half points a run is moved up."""
    moved = holder.value("w:rPr", "w:position") or ""
    return int(moved) if _MOVED.fullmatch(moved) else 0
