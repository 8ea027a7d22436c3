"""Which doubtful characters are seen: the page is painted with its text and without it, and compared.

Doubtful is white text, and text that something is painted over. What makes a difference on paper is seen, whatever
its colour, and whatever stands below or above it.
"""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2_raw as api

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.frame import Frame, holds
from hrss_tui.sources.formats.pdf.objects import Objects
from hrss_tui.sources.formats.pdf.painting import Painting, painted
from hrss_tui.sources.formats.pdf.pdfium import Handle

_SCALE = 2.0
"""Pixels a point: enough for the smallest type to leave a mark."""
_LARGEST = 4_000
"""Pixels of the longer side of a painted page."""
_SEEN = 24
"""Grey levels (of 255) of a difference that an eye sees."""
_MANY = 20_000
"""With more that may cover text than this, all text is doubtful: painting is faster than comparing."""


def doubtful(objects: Objects, owners: Sequence[int], middles: Sequence[tuple[float, float]]) -> list[int]:
    """Indexes of the characters, given by text object and middle, of which it is not certain that they are seen."""
    later: dict[int, list[Box]] = {}
    for owner in set(owners):
        known = objects.texts.get(owner)
        if known is not None and not known.pale:
            later[owner] = [box for order, box in objects.covers if order > known.order]
    if sum(map(len, later.values())) > _MANY:
        return list(range(len(owners)))
    return [
        index
        for index, (owner, middle) in enumerate(zip(owners, middles, strict=True))
        if owner in objects.texts and (owner not in later or any(holds(box, *middle) for box in later[owner]))
    ]


def unseen(page: Handle, shown: Frame, objects: Objects, boxes: Sequence[Box]) -> list[bool]:
    """For every box on the page as shown: does its text make no difference? The page is not to be used afterwards."""
    scale = min(_SCALE, _LARGEST / max(shown.width, shown.height, 1.0))
    width, height = max(int(shown.width * scale), 1), max(int(shown.height * scale), 1)
    whole = painted(page, width, height)
    for text in objects.handles:
        api.FPDFPageObj_SetIsActive(text, False)
    bare = painted(page, width, height)
    return [not _differs(whole, bare, _pixels(box, scale)) for box in boxes]


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    return (
        int(box.left * scale),
        int(box.top * scale),
        int(box.right * scale) + 1,
        int(box.bottom * scale) + 1,
    )


def _differs(one: Painting, other: Painting, part: tuple[int, int, int, int]) -> bool:
    """Do two paintings of one size differ in a part of them?"""
    left, right = max(part[0], 0), min(part[2], one.width)
    for row in range(max(part[1], 0), min(part[3], one.height)):
        start, end = row * one.stride + left, row * one.stride + right
        before, after = one.pixels[start:end], other.pixels[start:end]
        if before != after and any(abs(a - b) >= _SEEN for a, b in zip(before, after, strict=True)):
            return True
    return False
