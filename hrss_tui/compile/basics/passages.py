"""Prose of an outline as whole sentences: blocks that a page break or a colon cut apart are joined again."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.money import plain
from hrss_tui.sources import marks
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import Text, concat

_PROSE = (Kind.PARAGRAPH, Kind.LIST_ITEM)


class Passage(msgspec.Struct, frozen=True):
    """Joined text under one heading; `plain` is it in one form (see money.plain), offsets are the same.

    `parent` is the index of the heading, `number` the printed number it begins with.
    """

    text: Text
    plain: str
    parent: int | None
    section: str
    number: str | None


def passages(source: Source) -> Iterator[Passage]:
    """The passages of a document in printed order."""
    blocks: list[Placed] = []
    for block in source.blocks:
        if blocks and not _goes_on(blocks[-1], block):
            yield _passage(blocks)
            blocks = []
        if block.kind in _PROSE:
            blocks.append(block)
    if blocks:
        yield _passage(blocks)


def _goes_on(last: Placed, block: Placed) -> bool:
    same = block.kind in _PROSE and block.parent == last.parent and block.raw.number is None
    return same and not marks.is_ended(last.text.text)


def _passage(blocks: list[Placed]) -> Passage:
    first = blocks[0]
    text = concat([block.text for block in blocks])
    return Passage(text, plain(text.text), first.parent, first.section, first.raw.number)
