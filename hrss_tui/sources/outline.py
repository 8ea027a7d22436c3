"""Blocks to an outline: levels, parents and the path of headings above each block."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.sources.paragraphs import Kind, RawBlock, is_document_note
from hrss_tui.sources.text import Text, close_gaps

SEPARATOR = " / "


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A block in its place: `parent` is the index of its heading in the same list, None at the top."""

    raw: RawBlock
    level: int
    parent: int | None
    section: str

    @property
    def text(self) -> Text:
        """The joined text."""
        return self.raw.text

    @property
    def kind(self) -> Kind:
        """What the block is."""
        return self.raw.kind


def outline(blocks: Sequence[RawBlock]) -> list[Placed]:
    """Place every block below the headings that stand above it."""
    placed: list[Placed] = []
    stack: list[int] = []
    names: dict[int, str] = {}
    for block in blocks:
        depth = _depth(block, placed, stack) if block.kind is Kind.HEADING else None
        if depth is not None:
            stack = [i for i in stack if placed[i].level < depth]
        if is_document_note(block):
            stack = []  # notes at the end speak of the whole document, not of its last section
        parent = stack[-1] if stack else None
        level = depth if depth is not None else (placed[parent].level + 1 if parent is not None else 1)
        section = SEPARATOR.join(names[i] for i in stack)
        placed.append(Placed(block, level, parent, section))
        if depth is not None:
            stack.append(len(placed) - 1)
            names[stack[-1]] = close_gaps(block.text.text)
    return placed


def _depth(block: RawBlock, placed: Sequence[Placed], stack: Sequence[int]) -> int:
    """Level of a heading: its own rank, or below the last ranked heading where it has no number."""
    if block.rank:
        return abs(block.rank)
    ranked = [i for i in stack if placed[i].raw.rank]
    base = placed[ranked[-1]].level if ranked else 0
    last = placed[-1] if placed else None
    below_number = last is not None and last.kind is Kind.HEADING and not last.raw.rank and _is_number(last)
    return base + (2 if below_number else 1)


def _is_number(block: Placed) -> bool:
    """A heading that only numbers the one below it: 表 1, 附件 2."""
    return len(block.text.text) <= 8 and block.text.text.replace(" ", "")[-1:].isdigit()
