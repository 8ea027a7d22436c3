"""How a laid line of a document is drawn: text with its marks within the frame of its table, the break of a page. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.tui.paint.glyphs import Glyphs
from hrss_tui.tui.paint.lines import Seg
from hrss_tui.tui.paint.text import cells
from hrss_tui.tui.reader.marks import Mark, marked
from hrss_tui.tui.reader.reading import Laid, Passages, Piece

KINDS = {"heading": "head", "note": "dim"}


def drawn_text(passages: Passages, laid: Laid, marks: Sequence[Mark]) -> list[Seg]:
    """The pieces of text of a line, each where it was laid, with the marks of its passage."""
    passage, widths = passages[laid.item], passages.widths
    segs: list[Seg] = []
    at, plain = 0, KINDS.get(passage.block.kind, "")
    for piece in sorted(laid.pieces, key=_left):
        segs.append(Seg(laid.frame[at : piece.at].ljust(piece.at - at), "dim"))
        segs += marked(passage.text, piece.start, piece.end, marks, plain)
        at = piece.at + widths.of(passage.text[piece.start : piece.end])
    return [*segs, Seg(laid.frame[at:], "dim")]


def page_break(signs: Glyphs, leaf: str, width: int) -> list[Seg]:
    """The rule at which a page of the document begins, with what that is called."""
    rule = signs.plain("─")
    return [Seg(f"{rule * 2} {leaf} ", "dim"), Seg(rule * max(0, width - cells(leaf) - 5), "dim")]


def _left(piece: Piece) -> int:
    return piece.at
