"""What floats over the cells of a sheet: text boxes, of which the unit alone is read, pictures, files that it encloses.

Charts repeat the cells.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.ooxml import Package
from hrss_tui.sources.formats.xlsx.heads import units_of
from hrss_tui.sources.formats.xml import Element

_DRAWING, _ENCLOSED = "/drawings/", "/embeddings/"


class Floating(msgspec.Struct, frozen=True):
    """How many text boxes with numbers, pictures, drawings that are broken and other files; the captions with a unit in
    text boxes of each sheet, by its part.
    """

    numbers: int = 0
    pictures: int = 0
    broken: int = 0
    enclosed: int = 0
    units: Mapping[str, tuple[str, ...]] = {}


def floating(package: Package, parts: list[str]) -> Floating:
    """What floats over the sheets of these parts."""
    numbers = pictures = broken = enclosed = 0
    units: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for drawing in package.relations(part).values():
            enclosed += _ENCLOSED in f"/{drawing}"
            try:
                root = (
                    package.tree(drawing) if _DRAWING in f"/{drawing}" and drawing.endswith(".xml") else None
                )
            except SourceError:  # the cells below it are whole
                broken += 1
                continue
            for element in root.walk() if root else ():
                numbers += element.tag == "a:sp" and _holds_numbers(element)
                pictures += element.tag == "a:pic"
                if element.tag == "a:p":
                    units[part] = (*units.get(part, ()), *units_of([_text(element)]))
    return Floating(numbers, pictures, broken, enclosed, units)


def _text(paragraph: Element) -> str:
    return "".join(element.text for element in paragraph.walk() if element.tag == "a:t")


def _holds_numbers(shape: Element) -> bool:
    return any(char.isdigit() for element in shape.walk() if element.tag == "a:t" for char in element.text)
