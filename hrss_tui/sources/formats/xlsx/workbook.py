"""What the sheets of a workbook share: their names and order, the strings, the styles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from hrss_tui.sources.formats.ooxml import Package
from hrss_tui.sources.formats.xlsx.codes import BUILTIN
from hrss_tui.sources.formats.xlsx.inks import BLACK, WHITE, color, ground_behind, ground_of, ink_of, is_same
from hrss_tui.sources.formats.xlsx.rich import INVISIBLE, STRUCK, Rich, is_on, unseen_in
from hrss_tui.sources.formats.xml import Element

_Value = TypeVar("_Value")


class Style(msgspec.Struct, frozen=True):
    """How a cell is shown: its number format, the colours of its letters and its ground, and why none of it is read
    (white on white, struck out): the key of a note. `lost` is what its font says of that, whatever its colour.
    """

    code: str = "General"
    unseen: str = ""
    ink: str = BLACK
    ground: str = WHITE
    lost: str = ""


class Change(msgspec.Struct, frozen=True):
    """What a conditional format changes of a style: the number format and the ground where they are given, the colour of
    the letters where it is not "", and whether it strikes them out.
    """

    code: str | None = None
    ink: str = ""
    ground: str | None = None
    struck: bool = False


class SheetEntry(msgspec.Struct, frozen=True):
    """A sheet as the workbook lists it: its label, its part, whether it can be seen."""

    label: str
    part: str
    visible: bool


class Workbook(msgspec.Struct, frozen=True):
    """Sheets in order, strings and styles by number, whether days count from 1904.

    `partly`: of which strings a part is not seen, with the key of the note on it; `stale`: the results of formulas are
    to be worked out anew when it is opened; `changes` are what conditional formats make of a style.
    """

    sheets: tuple[SheetEntry, ...]
    strings: tuple[str, ...]
    styles: tuple[Style, ...]
    epoch_1904: bool
    partly: Mapping[int, str] = {}
    stale: bool = False
    changes: tuple[Change, ...] = ()


def read_workbook(package: Package, part: str) -> Workbook:
    """The workbook of a package, whose main part is given."""
    root = package.tree(part)
    related = package.relations(part)
    pages = root.find("sheets") if root else None
    sheets = tuple(
        SheetEntry(
            entry.attributes.get("name", ""),
            related.get(entry.attributes.get("r:id", ""), ""),
            entry.attributes.get("state", "visible") == "visible",
        )
        for entry in (pages.children if pages else ())
    )
    folder = part.rpartition("/")[0]
    strings = _strings(package, f"{folder}/sharedStrings.xml")
    styles = package.tree(f"{folder}/styles.xml")
    epoch = root.value("workbookPr", attribute="date1904") if root else None
    return Workbook(
        sheets,
        tuple(strings.found),
        _styles(styles),
        is_on(epoch),
        strings.partly,
        is_on(root.value("calcPr", attribute="fullCalcOnLoad")) if root else False,
        tuple(map(change_of, _children(styles, "dxfs"))) if styles else (),
    )


class _Strings:
    """Collects shared strings as they come: what is seen of rich text joined, readings of characters left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.partly: dict[int, str] = {}
        self._rich = Rich()
        self._open: list[str] = []
        self._silent = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "si":
            self._rich.clear()
        self._silent += tag == "rPh"
        self._rich.start(tag, attributes)
        self._open.append(tag)

    def end(self, tag: str) -> None:
        self._open.pop()
        self._silent -= tag == "rPh"
        if tag == "si":
            if lost := self._rich.lost():
                self.partly[len(self.found)] = lost
            self.found.append(unescaped(self._rich.text()))

    def data(self, text: str) -> None:
        if self._open and self._open[-1] == "t" and not self._silent:
            self._rich.add(text)


def _strings(package: Package, part: str) -> _Strings:
    strings = _Strings()
    package.walk(part, strings.start, strings.end, strings.data)
    return strings


def unescaped(text: str) -> str:
    """A string of the format, in which _x000D_ stands for a character that XML cannot hold."""
    if "_x" not in text:
        return text
    parts = text.split("_x")
    joined = [parts[0]]
    for part in parts[1:]:
        code, known = part[:4], len(part) > 4 and part[4] == "_"
        if known and all(char in "0123456789abcdefABCDEF" for char in code):
            joined.append(chr(int(code, 16)) + part[5:])
        else:
            joined.append("_x" + part)
    return "".join(joined)


def _styles(root: Element | None) -> tuple[Style, ...]:
    if root is None:
        return ()
    codes = dict(BUILTIN)
    for entry in _children(root, "numFmts"):
        number = entry.attributes.get("numFmtId", "")
        if number.isascii() and number.isdigit():
            codes[int(number)] = entry.attributes.get("formatCode", "General")
    lost = [unseen_in(font) for font in _children(root, "fonts")]
    inks = [ink_of(font) for font in _children(root, "fonts")]
    grounds = [ground_of(fill) for fill in _children(root, "fills")]
    return tuple(
        dressed(
            codes.get(_number(entry, "numFmtId"), "General"),
            _at(lost, _number(entry, "fontId"), ""),
            _at(inks, _number(entry, "fontId"), BLACK),
            _at(grounds, _number(entry, "fillId"), WHITE),
        )
        for entry in _children(root, "cellXfs")
    )


def dressed(code: str, lost: str, ink: str, ground: str) -> Style:
    """A style, whose letters are not seen on a ground of their colour."""
    return Style(code, lost or (INVISIBLE if is_same(ink, ground) else ""), ink, ground, lost)


def change_of(format_: Element) -> Change:
    """What a differential format says; a ground is filled with what is behind in a style."""
    number, font, fill = format_.find("numFmt"), format_.find("font"), format_.find("fill")
    said = font.find("color") if font is not None else None
    return Change(
        number.attributes.get("formatCode") if number is not None else None,
        color(said.attributes) if said is not None else "",
        None if fill is None else ground_behind(fill),
        font is not None and unseen_in(font) == STRUCK,
    )


def _children(root: Element, tag: str) -> Sequence[Element]:
    found = root.find(tag)
    return found.children if found else ()


def _number(entry: Element, attribute: str) -> int:
    text = entry.attributes.get(attribute, "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _at(values: Sequence[_Value], index: int, default: _Value) -> _Value:
    return values[index] if index < len(values) else default
