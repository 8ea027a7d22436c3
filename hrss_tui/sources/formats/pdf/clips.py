"""What the clip path of a page object lets through: a box, as seen."""

from __future__ import annotations

import ctypes

import pypdfium2_raw as api

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.frame import Matrix, around, meet
from hrss_tui.sources.formats.pdf.pdfium import Handle

_PATHS = 50
_POINTS = 500


def clip_box(thing: Handle, matrix: Matrix, around_it: Box) -> Box:
    """The part of `around_it` that the clip paths of an object leave; `matrix` leads from their coordinates to ours.

    A path that is no rectangle counts as the box around it: more may be let through than is seen, never less.
    """
    clip = api.FPDFPageObj_GetClipPath(thing)
    count = api.FPDFClipPath_CountPaths(clip) if clip else 0
    box = around_it
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(max(count - _PATHS, 0), count):
        points = []
        length = api.FPDFClipPath_CountPathSegments(clip, path)
        if length > _POINTS:
            continue
        for index in range(length):
            segment = api.FPDFClipPath_GetPathSegment(clip, path, index)
            if api.FPDFPathSegment_GetPoint(segment, x, y):
                points.append(matrix.point(x.value, y.value))
        if points:
            box = meet(box, around(points))
    return box
