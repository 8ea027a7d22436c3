"""What does not agree, as lines: both sides beside each other where there is room, the sum between them."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.formulas import without_math
from hrss_tui.query.evidence.contradiction import Contradiction, Quoted, Side
from hrss_tui.query.evidence.passage import Passage
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.lines import BLANK, Line, Seg, line
from hrss_tui.tui.paint.text import clean
from hrss_tui.tui.paint.wrapping import Segs, beside, wrap_segs
from hrss_tui.words import spoken

TWO_COLUMNS = 72
"""Cells from which two sides stand beside each other."""


def apart(desk: Desk, found: Contradiction, width: int) -> list[Line]:
    """The sides and the sum, above two columns or between two sides; a side that stands alone leads to its places."""
    two = len(found.sides) == 2 and width >= TWO_COLUMNS
    between = [line(Seg(_say(desk, text), "strong"), indent=2) for text in found.arithmetic]
    if two:
        wide = (width - 3) // 2
        left, right = (
            [part for row in _side(desk, side) for part in wrap_segs(row.segs, wide)] for side in found.sides
        )
        drawn = beside(left, right, wide, desk.signs.vertical)
        summed = line(Seg("   ".join(_say(desk, text) for text in found.arithmetic), "strong"), indent=2)
        return [*([summed] if found.arithmetic else []), *(Line(segs) for segs in drawn)]
    lines: list[Line] = []
    for number, side in enumerate(found.sides):
        lines += [
            *([BLANK, *between, BLANK] if number == 1 else [BLANK] if number else []),
            *_side(desk, side),
        ]
    return lines if len(found.sides) > 1 else [*lines, *between]


def _side(desk: Desk, side: Side) -> Iterator[Line]:
    head = " ".join(part for part in (_say(desk, side.name), _say(desk, side.total)) if part)
    if head:
        yield line(Seg(head, "head"), indent=2)
    for one in side.quoted:
        yield from _quoted(desk, one)
    if side.left_out:
        yield line(Seg(desk.say("more", count=side.left_out), "dim"))


def _quoted(desk: Desk, one: Quoted) -> Iterator[Line]:
    passage = one.passage
    leaf = desk.where(passage.place)
    record = one.figures[0].record if one.figures else ""
    yield line(
        Seg(f"{one.title}  ", "accent"), Seg(leaf, "dim"), source=passage.place, record=record, indent=2
    )
    for segs in _sentences(desk, passage):
        yield Line(tuple(segs), source=passage.place, record=record, indent=2)


def _sentences(desk: Desk, passage: Passage) -> Iterator[Segs]:
    """The sentences, their neighbours dim; of a table the row."""
    for said in passage.lines:
        if passage.table and (said.near or said.head):
            continue
        plain = "dim" if said.near else ""
        segs: list[Seg] = []
        for cell in said.cells:
            if any(bit.text.strip() for bit in cell):
                segs += [Seg("  ")] if segs else []
                segs += [Seg(_clean(desk, bit.text), "hit" if bit.lit else plain) for bit in cell]
        yield tuple(segs)


def _clean(desk: Desk, text: str) -> str:
    """As it is drawn: measured as wide as its signs are there."""
    return desk.signs.plain(clean(without_math(text)))


def _say(desk: Desk, text: str) -> str:
    return spoken(text, "en" if desk.lang == "en" else "zh")
