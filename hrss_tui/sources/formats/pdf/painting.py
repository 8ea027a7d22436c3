"""Pages painted in grey, for those who look at pixels."""

from __future__ import annotations

import ctypes

import msgspec
import pypdfium2_raw as api

from hrss_tui.sources.formats.pdf.pdfium import Handle


class Painting(msgspec.Struct, frozen=True):
    """A painted page: one byte of grey a pixel, line by line; `stride` bytes a line."""

    width: int
    height: int
    stride: int
    pixels: bytes


def painted(page: Handle, width: int, height: int) -> Painting:
    """The page as it is shown, in so many pixels, on white paper. Raises MemoryError where there is no room for them."""
    bitmap = api.FPDFBitmap_CreateEx(width, height, api.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise MemoryError
    try:
        api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
        stride = api.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(api.FPDFBitmap_GetBuffer(bitmap), stride * height)
        return Painting(width, height, stride, pixels)
    finally:
        api.FPDFBitmap_Destroy(bitmap)
