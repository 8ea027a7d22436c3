"""Where two columns of texts meet with so small a gap that it looks like one text: their heads say that there are two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hrss_tui.sources.formats.pdf.aligned.columns import Column
from hrss_tui.sources.formats.pdf.aligned.heads import Head
from hrss_tui.sources.formats.pdf.lines import Line

_SEAM = 0.3
"""The gap that all rows leave between two columns is at least this wide (em)."""


def seams_of(leaves: Sequence[Head], columns: Sequence[Column], body: Sequence[Line]) -> list[float]:
    """Places between two heads of one column where no row writes."""
    found = []
    for column in columns:
        over = [leaf for leaf in leaves if column.left <= leaf.middle <= column.right]
        for left, right in pairwise(over):
            seam = _gap(left.middle, right.middle, body)
            if seam is not None:
                found.append(seam)
    return found


def _gap(left: float, right: float, body: Sequence[Line]) -> float | None:
    """The middle of the widest gap between two places that every line leaves."""
    spans = sorted(
        (char.left, char.right)
        for line in body
        for char in line.chars
        if char.right > left and char.left < right
    )
    best, at, end = 0.0, None, left
    for start, stop in [*spans, (right, right)]:
        if start - end > best:
            best, at = start - end, (start + end) / 2
        end = max(end, stop)
    return at if best >= _SEAM * body[0].em else None
