"""The objects of a page in the order they are painted: rulings, pictures, and what is known of every text object."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import msgspec
import pypdfium2_raw as api

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.clips import clip_box
from hrss_tui.sources.formats.pdf.frame import Frame, Matrix, meet
from hrss_tui.sources.formats.pdf.pdfium import (
    Colour,
    Colours,
    Handle,
    address,
    is_faint,
    is_in_layer,
    is_unseen,
    matrix_of,
)
from hrss_tui.sources.formats.pdf.seen import Rule
from hrss_tui.sources.formats.pdf.strokes import Strokes

MOST = 200_000
"""Objects of a page that are looked at: real pages have some thousand, maps and drawings more than anybody reads."""
_DEPTH = 12
_SLACK = 1.0


class TextObject(msgspec.Struct, frozen=True, gc=False):
    """What decides whether a text object is seen: its clip, when it is painted, whether it is painted at all.

    `pale` text is white: it is seen only on something dark. `optional` text stands in a layer or in a form, which may
    be switched off, or lets through what is below it, `faint` text lets through what is below it or is of a light colour.
    """

    clip: Box
    order: int
    painted: bool
    pale: bool
    optional: bool = False
    faint: bool = False
    colour: Colour | None = None


class Objects(msgspec.Struct, frozen=True):
    """A page's objects as seen; `texts` by their address, `handles` the same as pdfium has them. `covers` are (order, box) of what hides what is below, `grounds` (order, box, colour) of what may be of the colour of the text above, `rings` round outlines with their colour."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    pictures: tuple[Box, ...]
    texts: dict[int, TextObject]
    handles: tuple[Handle, ...]
    covers: tuple[tuple[int, Box], ...]
    grounds: tuple[tuple[int, Box, Colour], ...]
    crowded: bool
    rings: tuple[tuple[Box, Colour], ...] = ()


def objects_of(page: Handle, frame: Frame) -> Objects:
    """Everything that is painted on a page, form objects opened."""
    walk = _Walk(frame)
    walk.all(
        api.FPDFPage_CountObjects(page),
        lambda index: api.FPDFPage_GetObject(page, index),
        frame.matrix,
        walk.page_box,
        0,
    )
    crowded = walk.order > MOST
    return Objects(
        () if crowded else tuple(walk.strokes.across),
        () if crowded else tuple(walk.strokes.down),
        tuple(box for _, box in walk.pictures),
        walk.texts,
        tuple(walk.handles),
        tuple(sorted(walk.strokes.filled + walk.pictures, key=lambda cover: cover[0])),
        tuple(walk.strokes.grounds),
        crowded,
        tuple(walk.strokes.rings),
    )


class _Walk:
    """One way through the tree of objects, with what was found on it."""

    def __init__(self, frame: Frame) -> None:
        self.order = 0
        self.colours = Colours()
        self.strokes = Strokes(self.colours)
        self.pictures: list[tuple[int, Box]] = []
        self.texts: dict[int, TextObject] = {}
        self.handles: list[Handle] = []
        self.page_box = Box(-_SLACK, -_SLACK, frame.width + _SLACK, frame.height + _SLACK)

    def all(self, count: int, get: Callable[[int], Handle], matrix: Matrix, clip: Box, depth: int) -> None:
        """Every object of a page or form."""
        for index in range(count):
            self.order += 1
            if self.order > MOST:
                return
            thing = get(index)
            if thing:
                self._one(thing, matrix, clip, depth)

    def _one(self, thing: Handle, matrix: Matrix, clip: Box, depth: int) -> None:
        kind = api.FPDFPageObj_GetType(thing)
        if kind == api.FPDF_PAGEOBJ_TEXT:
            self._text(thing, clip_box(thing, matrix, clip), depth > 0)
        elif kind == api.FPDF_PAGEOBJ_PATH:
            self.strokes.add(thing, matrix, clip_box(thing, matrix, clip), self.order)
        elif kind == api.FPDF_PAGEOBJ_IMAGE:
            self._picture(thing, matrix, clip_box(thing, matrix, clip))
        elif kind == api.FPDF_PAGEOBJ_SHADING:
            self.strokes.filled.append((self.order, clip_box(thing, matrix, clip)))
        elif kind == api.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            inner = clip_box(thing, matrix, clip)
            self.all(
                api.FPDFFormObj_CountObjects(thing),
                lambda index: api.FPDFFormObj_GetObject(thing, index),
                matrix_of(thing).then(matrix),
                inner,
                depth + 1,
            )

    def _text(self, thing: Handle, clip: Box, in_form: bool) -> None:
        mode = api.FPDFTextObj_GetTextRenderMode(thing)
        painted = mode not in {api.FPDF_TEXTRENDERMODE_INVISIBLE, api.FPDF_TEXTRENDERMODE_CLIP}
        colour = self._ink(thing, mode)
        if colour is not None and colour[3] == 0:
            painted = False
        self.handles.append(thing)
        optional = in_form or is_in_layer(thing) or bool(api.FPDFPageObj_HasTransparency(thing))
        self.texts[address(thing)] = TextObject(
            clip, self.order, painted, is_unseen(colour), optional, is_faint(colour), colour
        )

    def _ink(self, thing: Handle, mode: int) -> Colour | None:
        """The colour of a text: of what fills it, or of its outline where only that is seen."""
        if mode == api.FPDF_TEXTRENDERMODE_STROKE:
            return self.colours.stroke(thing)
        colour = self.colours.fill(thing)
        outlined = mode == api.FPDF_TEXTRENDERMODE_FILL_STROKE and is_unseen(colour)
        return self.colours.stroke(thing) if outlined else colour

    def _picture(self, thing: Handle, matrix: Matrix, clip: Box) -> None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not api.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            return
        box = matrix.box(left.value, bottom.value, right.value, top.value)
        if not self.strokes.thin_picture(box, clip):
            self.pictures.append((self.order, meet(box, clip)))
