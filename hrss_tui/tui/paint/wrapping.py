"""Styled text in lines of a width, and two columns of such lines beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from hrss_tui.tui.paint.lines import Seg
from hrss_tui.tui.paint.text import cells, wrap

Segs = tuple[Seg, ...]


def wrap_segs(segs: Sequence[Seg], width: int, indent: int = 0) -> list[Segs]:
    """The text in lines of at most so many cells, each piece in its style; further lines are indented."""
    text = "".join(seg.text for seg in segs)
    if cells(text) <= width:
        return [tuple(segs)]
    styles = [seg.style for seg in segs for _ in seg.text]
    return [
        (*((Seg(" " * indent),) if number and indent else ()), *_pieces(text, styles, start, end))
        for number, (start, end) in enumerate(wrap(text, width - indent))
    ]


def _pieces(text: str, styles: Sequence[str], start: int, end: int) -> list[Seg]:
    pieces: list[Seg] = []
    for at in range(start, end):
        if pieces and pieces[-1].style == styles[at]:
            pieces[-1] = Seg(pieces[-1].text + text[at], styles[at])
        else:
            pieces.append(Seg(text[at], styles[at]))
    return pieces


def beside(left: Sequence[Segs], right: Sequence[Segs], width: int, rule: str) -> list[Segs]:
    """Two columns of so many cells each with a rule between them."""
    return [
        (*one, Seg(" " * (width - sum(cells(seg.text) for seg in one))), Seg(f" {rule} ", "dim"), *other)
        for one, other in zip_longest(left, right, fillvalue=())
    ]
