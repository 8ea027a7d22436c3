"""The few calls of pdfium that others share, with plain values instead of references to be filled.

`pypdfium2_raw` is the library with its bare functions: half the time to import of the package around it, which counts
where every file has a process of its own.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, TypeAlias

import pypdfium2_raw as api

from hrss_tui.sources.formats.pdf.frame import Frame, Matrix, frame_of

Handle = Any
"""A pointer of pdfium's; what it points to is nobody's business here."""


def matrix_of(thing: Handle) -> Matrix:
    """The map of a page object into the coordinates of what it stands in."""
    raw = api.FS_MATRIX()
    if not api.FPDFPageObj_GetMatrix(thing, raw):
        return Matrix()
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def page_frame(page: Handle) -> Frame:
    """How a page is seen: its crop box, rotated as it asks for."""
    box = api.FS_RECTF()
    api.FPDF_GetPageBoundingBox(page, box)
    return frame_of(box.left, box.bottom, box.right, box.top, api.FPDFPage_GetRotation(page))


Colour: TypeAlias = tuple[int, int, int, int]
"""Red, green, blue and opacity (0–255)."""


class Colours:
    """Reads the colours of page objects, with the references that pdfium fills kept from call to call."""

    def __init__(self) -> None:
        self._parts = tuple(ctypes.c_uint() for _ in range(4))

    def fill(self, thing: Handle) -> Colour | None:
        """Red, green, blue and opacity (0–255) of what fills an object; None where that is no plain colour."""
        return self._read(api.FPDFPageObj_GetFillColor, thing)

    def stroke(self, thing: Handle) -> Colour | None:
        """The same of its outline."""
        return self._read(api.FPDFPageObj_GetStrokeColor, thing)

    def _read(self, get: Callable[..., int], thing: Handle) -> Colour | None:
        if not get(thing, *self._parts):
            return None
        red, green, blue, opacity = (part.value for part in self._parts)
        return red, green, blue, opacity


LIGHT = 240
"""A colour whose darkest part is above this is white to the eye."""


def is_unseen(colour: Colour | None) -> bool:
    """Is something of this colour not seen on white paper?"""
    return colour is not None and (colour[3] == 0 or min(colour[:3]) >= LIGHT)


_NEAR = 24
"""Channels of two colours that no eye tells apart differ by less."""


def are_near(one: Colour, other: Colour) -> bool:
    """Are two colours those that no eye tells apart?"""
    return all(abs(a - b) < _NEAR for a, b in zip(one[:3], other[:3], strict=True))


_THROUGH, _FAINT = 180, 150


def is_faint(colour: Colour | None) -> bool:
    """Is a colour so light, or lets it so much through, as those of watermarks?"""
    return colour is not None and (colour[3] <= _THROUGH or min(colour[:3]) >= _FAINT)


def address(thing: Handle) -> int:
    """What tells one object from another, 0 for none."""
    return ctypes.addressof(thing.contents) if thing else 0


_LAYER = "OC".encode("utf-16-le")
"""The mark of content that belongs to a layer (optional content)."""


def is_in_layer(thing: Handle) -> bool:
    """Does an object belong to a layer that may be switched off?"""
    name, size = ctypes.create_string_buffer(8), ctypes.c_ulong()
    units = ctypes.cast(name, ctypes.POINTER(api.FPDF_WCHAR))
    for index in range(api.FPDFPageObj_CountMarks(thing)):
        mark = api.FPDFPageObj_GetMark(thing, index)
        if api.FPDFPageObjMark_GetName(mark, units, 8, size) and name.raw[: max(size.value - 2, 0)] == _LAYER:
            return True
    return False
