"""Which doubtful characters are seen: the page is painted with them and without any text, and compared.

Doubtful is white text, text that something is painted over or that has the colour of what is below it, and text in layers and forms, which may be switched off.
What makes a difference on paper is seen, whatever its colour, and whatever stands below or above it. White text on
other text is not seen: all it does is to damage that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pypdfium2_raw as api

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.frame import Frame, holds
from hrss_tui.sources.formats.pdf.objects import Objects, TextObject
from hrss_tui.sources.formats.pdf.painting import Painting, painted
from hrss_tui.sources.formats.pdf.pdfium import Colour, Handle, address, are_near

_SCALE = 2.0
"""Pixels a point: enough for the smallest type to leave a mark."""
_LARGEST = 4_000
"""Pixels of the longer side of a painted page."""
_SEEN = 24
"""Grey levels (of 255) of a difference that an eye sees."""
_TAKEN = 0.3
"""Share of a character, across and down, from which another stands in its place."""
_BAND, _MOST_BANDS = 10.0, 20
"""Height of a band of the page (points) that characters are looked for in; bands that a character is looked for in."""
_MANY = 20_000
"""With more that may cover text than this, all text is doubtful: painting is faster than comparing."""


def doubtful(objects: Objects, owners: Sequence[int], middles: Sequence[tuple[float, float]]) -> list[int]:
    """Indexes of the characters, given by text object and middle, of which it is not certain that they are seen."""
    later: dict[int, list[Box]] = {}
    grounds = _by_colour(objects)
    alike: dict[Colour | None, list[tuple[int, Box]]] = {None: []}
    for owner in set(owners):
        known = objects.texts.get(owner)
        if known is not None and not (known.pale or known.optional):
            ink = known.colour
            if ink is not None and ink not in alike:
                alike[ink] = [spot for ground in grounds if are_near(ink, ground) for spot in grounds[ground]]
            later[owner] = [box for order, box in objects.covers if order > known.order]
            later[owner] += [box for order, box in alike[ink] if order < known.order]
    if sum(map(len, later.values())) > _MANY:
        return [index for index, owner in enumerate(owners) if owner in objects.texts]
    return [
        index
        for index, (owner, middle) in enumerate(zip(owners, middles, strict=True))
        if owner in objects.texts and (owner not in later or any(holds(box, *middle) for box in later[owner]))
    ]


def _by_colour(objects: Objects) -> dict[Colour, list[tuple[int, Box]]]:
    """What is painted in each colour, as (order, box)."""
    found: dict[Colour, list[tuple[int, Box]]] = {}
    for order, box, colour in objects.grounds:
        found.setdefault(colour, []).append((order, box))
    return found


class _Paintings:
    """Paintings of one page with some of its text, made when they are first asked for; the page is not the same after."""

    def __init__(self, page: Handle, shown: Frame, objects: Objects) -> None:
        self.scale = min(_SCALE, _LARGEST / max(shown.width, shown.height, 1.0))
        self._page = page
        self._size = (max(int(shown.width * self.scale), 1), max(int(shown.height * self.scale), 1))
        self._objects = objects

    def showing(self, kept: Callable[[TextObject], bool]) -> Painting:
        """The page with those of its text objects that are kept."""
        for text in self._objects.handles:
            api.FPDFPageObj_SetIsActive(text, kept(self._objects.texts[address(text)]))
        return painted(self._page, *self._size)


def unseen(
    page: Handle,
    shown: Frame,
    objects: Objects,
    suspects: Sequence[tuple[Box, int]],
    others: Sequence[Box],
) -> list[bool]:
    """For every box on the page as shown and its text object: does the text make no difference?

    Text that may be covered is looked at among all text, since the same may be printed again above what covers it, which
    is no character of its own; where one of the `others` stands, it is looked at without them. White text and text of
    layers is looked at without what else stands in its place. The page is not to be used afterwards.
    """
    paintings = _Paintings(page, shown, objects)
    boxes = [box for box, _ in suspects]
    known = [objects.texts[owner] for _, owner in suspects]
    plain = Painting(0, 0, 0, b"")
    whole = paintings.showing(lambda text: True) if not all(map(_is_apart, known)) else plain
    apart = paintings.showing(_is_apart) if any(map(_is_apart, known)) else plain
    near = _by_band(others)
    replaced = [not _is_apart(text) and _is_taken(box, near) for text, box in zip(known, boxes, strict=True)]
    below = {text.order for text, taken in zip(known, replaced, strict=True) if taken}
    alone = paintings.showing(lambda text: text.order in below) if below else plain
    bare = paintings.showing(lambda text: False)
    parts = [_pixels(box, paintings.scale) for box in boxes]
    return [
        not _differs(apart if _is_apart(text) else alone if taken else whole, bare, part)
        or (text.pale and not _is_dark(bare, part))
        for text, taken, part in zip(known, replaced, parts, strict=True)
    ]


def _by_band(boxes: Sequence[Box]) -> dict[int, list[Box]]:
    """Boxes by the bands of the page that they reach into."""
    found: dict[int, list[Box]] = {}
    for box in boxes:
        for band in _bands(box):
            found.setdefault(band, []).append(box)
    return found


def _bands(box: Box) -> range:
    return range(int(box.top // _BAND), int(box.bottom // _BAND) + 1)[:_MOST_BANDS]


def _is_taken(box: Box, others: Mapping[int, Sequence[Box]]) -> bool:
    """Does another character stand in the place of one?"""
    return any(
        min(box.right, other.right) - max(box.left, other.left) > _TAKEN * (box.right - box.left)
        and min(box.bottom, other.bottom) - max(box.top, other.top) > _TAKEN * (box.bottom - box.top)
        for band in _bands(box)
        for other in others.get(band, ())
    )


def _is_apart(text: TextObject) -> bool:
    return text.pale or text.optional


def _is_dark(painting: Painting, part: tuple[int, int, int, int]) -> bool:
    """Is the greater part of a painting's part so dark that white is seen on it? A ruling in it is not enough."""
    left, right = max(part[0], 0), min(part[2], painting.width)
    dark = pixels = 0
    for row in range(max(part[1], 0), min(part[3], painting.height)):
        line = painting.pixels[row * painting.stride + left : row * painting.stride + right]
        dark += sum(pixel <= 255 - _SEEN for pixel in line)
        pixels += len(line)
    return 2 * dark > pixels


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
