"""Prose of an outline as whole sentences: blocks that a page break or a colon cut apart are joined again."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.money import plain
from hrss_tui.sources import marks
from hrss_tui.sources.outline import SEPARATOR, Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import Text, concat

_PROSE = (Kind.PARAGRAPH, Kind.LIST_ITEM)


class Passage(msgspec.Struct, frozen=True):
    """Joined text under one heading; `plain` is it in one form (see money.plain), offsets are the same.

    `parent` is the index of the heading, `number` the printed number it begins with. `above` is the nearest title: the
    heading, or an item without a clause that stands as one (（二）公务接待费支出情况); "" below an item that says more.
    """

    text: Text
    plain: str
    parent: int | None
    section: str
    number: str | None
    above: str = ""


def passages(source: Source) -> Iterator[Passage]:
    """The passages of a document in printed order."""
    item: Placed | None = None
    for blocks in _joined(source):
        first = blocks[0]
        item = first if first.raw.number is not None else item
        below = item is not None and item.parent == first.parent and (item is not first or len(blocks) > 1)
        above = _title(item) if below and item is not None else first.section.rpartition(SEPARATOR)[2]
        text = concat([block.text for block in blocks])
        yield Passage(text, plain(text.text), first.parent, first.section, first.raw.number, above)


def _joined(source: Source) -> Iterator[list[Placed]]:
    """The blocks of each passage."""
    blocks: list[Placed] = []
    for block in source.blocks:
        if blocks and not _goes_on(blocks[-1], block):
            yield blocks
            blocks = []
        if block.kind in _PROSE:
            blocks.append(block)
    if blocks:
        yield blocks


def _title(item: Placed) -> str:
    """What an item that stands as a heading says; "" where it says more."""
    text = item.text.text.strip()
    marker = marks.marker(text)
    bare = text[marker.length :].strip() if marker else text
    return "" if marks.has_clause(bare) or any(char.isdecimal() for char in bare) else bare


def _goes_on(last: Placed, block: Placed) -> bool:
    same = block.kind in _PROSE and block.parent == last.parent and block.raw.number is None
    return same and not marks.is_ended(last.text.text)
