"""What the declarations for an element make of it: what can be seen of it, and how its text stands among other text.

Some ways to hide are undone later by a script, as where parts of a page fade in or slide. What hides so is believed of words
in a line and of what stands in a table, and doubted of whole parts of a page.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hrss_tui.sources.formats.html.styles.colors import (
    BLACK,
    CLEAR,
    LIGHT,
    OWN,
    UNKNOWN,
    WHITE,
    Color,
    color,
    ground,
    is_lost,
)
from hrss_tui.sources.formats.html.styles.lengths import USUAL, pixels, size
from hrss_tui.sources.formats.html.styles.unseen import PLACED, covers, gap, spaces
from hrss_tui.sources.formats.html.tree import BLOCKS

_SMALLEST = 1.0
"""Pixels of a text that is seen."""
_SMALLER = 0.9
"""Size of raised or lowered text, as a share of that around it."""
_LEAST_UP = 0.2
"""How far it is moved, as a share of its size: less only sets it right."""
_TABLES = frozenset(("thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup", "caption"))
_BLOCKS = frozenset(
    ("block", "flow-root", "flex", "grid", "list-item", "table", "table-row", "table-cell", "table-row-group",
     "table-header-group", "table-footer-group", "table-caption", "-webkit-box", "-webkit-flex", "-ms-flexbox", "-moz-box")
)  # fmt: skip
_GROWING = frozenset(("table", "inline-table"))
"""What is at least as large as what it holds, whatever size is given to it."""
_BOXES = frozenset(("inline-block", "inline-flex", "inline-grid", "inline-table", "-webkit-inline-box"))
_ITEMS = frozenset(
    ("flex", "inline-flex", "grid", "inline-grid", "-webkit-flex", "-ms-flexbox", "-webkit-box")
)
_ALWAYS_LINES = frozenset(("li", "dd", "dt"))
"""What begins a line even where it is set in one: between such items stands a gap, or a line of it."""
_OVERRIDES = ("bidi-override", "isolate-override")
_RIGHT = ("right", "inline-end")
_WRITTEN = ("pre", "pre-wrap", "pre-line", "break-spaces")
_NO_MARKS = ("none", "initial")


class Ink(msgspec.Struct, frozen=True):
    """How text is written: what an element passes on to what is inside."""

    visible: bool = True
    size: float = USUAL
    color: Color = BLACK
    fill: Color = OWN
    ground: Color = WHITE
    shadow: bool = False
    cut: bool = False
    covered: bool = False
    struck: bool = False
    raised: bool = False
    pre: bool = False
    rtl: bool = False
    marks: str = "disc"
    unseen: bool = False
    pale: bool = False


class Look(msgspec.Struct, frozen=True):
    """An element: is it `gone`, is it only `covered` up (all of it, or perhaps), a block, apart or even far from its neighbours?"""

    ink: Ink = Ink()
    display: str = ""
    gone: bool = False
    covered: str = ""
    block: bool = False
    items: bool = False
    apart: bool = False
    far: bool = False
    lowered: bool = False
    turned: bool = False
    marked: bool = True
    spread: bool = False


def look(outer: Look, tag: str, said: Mapping[str, str]) -> Look:
    """How an element looks inside another."""
    display = _display(said.get("display", ""), outer)
    block = _is_block(tag, display)
    position, floats = said.get("position", ""), said.get("float", "none") != "none"
    boxed = block or display in _BOXES or position in PLACED or floats
    inside = _ink(outer.ink, tag, said)
    whole = tag in ("html", "body")
    covered = (
        ""
        if whole
        else covers(said, inside.size, boxed, tag in _TABLES or tag == "table" or display in _GROWING)
    )
    raised, lowered = (
        _moved(tag, said, outer.ink, inside) if not block or tag in ("sup", "sub") else (False, False)
    )
    inside = _finished(inside, outer.ink, raised, bool(covered) and tag in _TABLES, whole)
    apart = not block and (
        floats or position in PLACED or outer.items or spaces(said, inside.size, display in _BOXES)
    )
    turned = said.get("direction") == "rtl" and (tag == "bdo" or said.get("unicode-bidi") in _OVERRIDES)
    return Look(
        inside,
        display,
        not whole and (display == "none" or said.get("mso-hide") == "all" or _collapsed(tag, said)),
        "" if tag in _TABLES else covered,
        block,
        display in _ITEMS,
        apart,
        not block
        and (said.get("float") in _RIGHT or outer.spread or (apart and _is_parted(said, inside.size, outer))),
        lowered,
        turned,
        display in ("", "list-item"),
        display in _ITEMS and said.get("justify", "").startswith("space-"),
    )


def _is_parted(said: Mapping[str, str], size: float, outer: Look) -> bool:
    """Is a part of a line that is a box of its own far from what is beside it?"""
    boxed = said.get("display") in _BOXES or said.get("float", "none") != "none" or outer.items
    return boxed and gap(said, size) >= size


def _display(said: str, outer: Look) -> str:
    if said in ("initial", "unset"):
        return "inline"
    return (outer.display or "block") if said == "inherit" else "" if said.startswith("revert") else said


def _is_block(tag: str, display: str) -> bool:
    if tag in _TABLES or tag in _ALWAYS_LINES:
        return True
    return display in _BLOCKS or (tag in BLOCKS and display != "inline")


def _collapsed(tag: str, said: Mapping[str, str]) -> bool:
    return tag in ("tr", "tbody", "thead", "tfoot") and said.get("visibility") == "collapse"


def _ink(outer: Ink, tag: str, said: Mapping[str, str]) -> Ink:
    """What the element makes of what is passed on to it, of those properties that are passed on."""
    if not said:
        return outer
    space = said.get("white-space", "inherit")
    behind = (
        ground(said["ground"], outer.ground) if said.get("ground", "inherit") not in _KEPT else outer.ground
    )
    if "picture" in said or ("ground" in said and "color" not in said and _may_be_covered(tag, behind)):
        behind = UNKNOWN
    return msgspec.structs.replace(
        outer,
        visible=_kept(said.get("visibility"), outer.visible, "visible"),
        size=size(said["font-size"], outer.size) if "font-size" in said else outer.size,
        ground=behind,
        color=_colored(said.get("color"), outer.color, behind, BLACK),
        fill=_colored(said.get("fill"), outer.fill, behind, OWN),
        shadow=outer.shadow if said.get("shadow", "inherit") in _KEPT else said["shadow"] != "none",
        cut=outer.cut or said.get("cut") == "text",
        struck=outer.struck or "line-through" in said.get("line", ""),
        pre=outer.pre if space in _KEPT else space in _WRITTEN,
        rtl=_kept(said.get("direction"), outer.rtl, "rtl"),
        marks=outer.marks if said.get("marks", "inherit") in _KEPT else _mark(said["marks"]),
    )


def _may_be_covered(tag: str, behind: Color) -> bool:
    """Is it the dark ground of a part of a page? What lies on it has a ground of its own, perhaps by a sheet that is not there."""
    return tag in BLOCKS and tag not in _TABLES and tag != "table" and min(behind) < LIGHT


_KEPT = ("inherit", "unset", "revert", "revert-layer", "currentcolor")


def _mark(said: str) -> str:
    return "none" if said in _NO_MARKS else said


def _kept(said: str | None, outer: bool, wanted: str) -> bool:
    return outer if said is None or said in _KEPT else said in (wanted, "initial")


def _colored(said: str | None, outer: Color, behind: Color, usual: Color) -> Color:
    if said is None or said in _KEPT:
        return outer
    return usual if said == "initial" else color(said, behind)


def _finished(ink: Ink, outer: Ink, raised: bool, covered: bool, whole: bool) -> Ink:
    """With what follows from all of it. A page as a whole is not hidden, whatever is said of it."""
    if whole and (not ink.visible or ink.size < _SMALLEST or CLEAR in (ink.color, ink.fill)):
        ink = msgspec.structs.replace(ink, visible=True, size=USUAL, color=BLACK, fill=OWN)
    written = ink.color if ink.fill == OWN else ink.fill
    clear = written == CLEAR and not ink.shadow and not ink.cut
    covered = covered or outer.covered
    unseen = not ink.visible or ink.size < _SMALLEST or clear
    pale = covered or (not clear and not ink.shadow and not ink.cut and is_lost(written, ink.ground))
    known = (ink.covered, ink.raised, ink.unseen, ink.pale)
    if known == (covered, raised or outer.raised, unseen, pale):
        return ink
    return msgspec.structs.replace(
        ink, covered=covered, raised=raised or outer.raised, unseen=unseen, pale=pale
    )


def _moved(tag: str, said: Mapping[str, str], outer: Ink, ink: Ink) -> tuple[bool, bool]:
    """Is it raised above its line, or lowered below it? Whatever else is said of elements that are named so."""
    if tag in ("sup", "sub"):
        return tag == "sup", tag == "sub"
    said_of = said.get("vertical", "")
    if said_of in ("super", "sub"):
        return said_of == "super", said_of == "sub"
    boxed = said.get("display", "inline") != "inline"
    if boxed or ink.size > _SMALLER * outer.size:
        return False, False
    up = pixels(said_of, ink.size, ink.size) or 0.0
    if said.get("position") == "relative":
        up -= pixels(said.get("top", ""), ink.size) or 0.0
        up += pixels(said.get("bottom", ""), ink.size) or 0.0
    least = _LEAST_UP * ink.size
    return up > least or said_of in ("text-top", "top"), up < -least
