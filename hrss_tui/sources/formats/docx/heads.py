"""The unit that a Word file prints above its pages: that of the tables of a section which state none themselves.

A section keeps the headers of the one before it where it has none of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.errors import SourceError
from hrss_tui.sources.captions import names_unit
from hrss_tui.sources.formats.blocks import Block, TableBlock, flattened
from hrss_tui.sources.formats.docx.body import Body
from hrss_tui.sources.formats.ooxml import Package
from hrss_tui.sources.formats.xml import Element

_GAPS = re.compile(r"[\t\n\u3000]+|\s{2,}")
_OFF = ("0", "false", "off")
_HEAD_ROWS = 3
"""Rows of a table that may say its unit."""


def sections(holder: Element) -> Iterator[tuple[Element, Element]]:
    """The sections of a body, each what stands in it and its properties."""
    own = Element(holder.tag, {})
    for child in holder.children:
        properties = child if child.tag == "w:sectPr" else child.find("w:pPr", "w:sectPr")
        own.children.append(child)
        if properties is not None:
            yield own, properties
            own = Element(holder.tag, {})
    if own.children:
        yield own, Element("w:sectPr", {})


class Heads:
    """The captions with a unit that the headers of sections print; `body` reads these alone."""

    def __init__(self, package: Package, part: str, body: Body) -> None:
        self._package, self._body = package, body
        self._related = package.relations(part)
        self._used: dict[str, str] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        self._even = _is_on(package.tree("word/settings.xml"), "w:evenAndOddHeaders")

    def of(self, properties: Element) -> tuple[str, ...]:
        """Those of a section, each once; headers of first and of even pages are printed only where it says so."""
        for child in properties.children:
            if child.tag == "w:headerReference":
                kind = child.attributes.get("w:type", "default")
                self._used[kind] = self._related.get(child.attributes.get("r:id", ""), "")
        printed = {"default": True, "first": _is_on(properties, "w:titlePg"), "even": self._even}
        parts = (part for kind, part in self._used.items() if printed.get(kind))
        return tuple(dict.fromkeys(unit for part in parts for unit in self._units(part)))

    def _units(self, part: str) -> tuple[str, ...]:
        if part not in self._known:
            self._known[part] = tuple(filter(names_unit, _texts(flattened(self._blocks(part)))))
        return self._known[part]

    def _blocks(self, part: str) -> tuple[Block, ...]:
        try:
            root = self._package.tree(part) if part else None
            self._body.begin(root or Element("", {}))
            return tuple(self._body.blocks(root)) if root else ()
        except SourceError:  # the text below it is whole
            return ()


def _is_on(properties: Element | None, name: str) -> bool:
    """Is a setting there and not said to be off?"""
    found = properties.find(name) if properties is not None else None
    return found is not None and found.attributes.get("w:val", "1") not in _OFF


def with_units(blocks: Sequence[Block], units: Sequence[str]) -> Iterator[Block]:
    """What stands in a section, with its units right above each table below some text that states none."""
    above: list[Block] = []
    for block in blocks:
        if not isinstance(block, TableBlock):
            above.append(block)
        else:
            if above and not any(map(names_unit, _texts((*above, _head(block))))):
                yield from units
            above = []
        yield block


def _head(table: TableBlock) -> TableBlock:
    return TableBlock(tuple(cell for cell in table.cells if cell.row < _HEAD_ROWS))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        for text in (block,) if isinstance(block, str) else (cell.text for cell in block.cells):
            yield from (part.strip() for part in _GAPS.split(text))
